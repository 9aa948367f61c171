//! The native module of the Python package `uploadcare_sdk`: private, small, and without idiom.
//!
//! What users see is written in Python, in `python/uploadcare_sdk/`; its classes call these.

mod client;
mod errors;
mod generated {
    pub mod models;
    mod operations;
}
mod jobs;
mod operations;
mod options;
mod pages;

mod runtime;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::{
        client::NativeClient,
        jobs::NativeJobWatch,
        pages::{NativeFilePages, NativeGroupPages},
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", uploadcare::VERSION)?;
        crate::generated::models::add(module)?;
        crate::stop_at_exit(module.py())
    }
}

/// A result on its way to an event loop needs the interpreter. If the interpreter goes first, the
/// thread that carries the result takes the process down with it: so our threads end before.
fn stop_at_exit(py: Python<'_>) -> PyResult<()> {
    #[pyfunction]
    fn stop(py: Python<'_>) {
        py.detach(runtime::stop);
    }

    py.import("atexit")?.call_method1("register", (wrap_pyfunction!(stop, py)?,))?;
    Ok(())
}
