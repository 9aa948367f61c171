//! The native module of the Python package `uploadcare_sdk`: private, small, and without idiom.
//!
//! What users see is written in Python, in `python/uploadcare_sdk/`; its classes call these.

mod ask;
mod client;
mod downloads;
mod errors;
mod generated {
    pub mod models;
    mod operations;
    pub mod values;
}
mod jobs;
mod logging;
mod operations;
mod options;
mod pages;
mod runtime;
mod signer;
mod transformations;
mod uploads;
mod webhooks;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::{
        client::NativeClient,
        downloads::{NativeDownload, NativeDownloadStream},
        jobs::NativeJobWatch,
        pages::{NativeFilePages, NativeGroupPages},
        transformations::transformation_parse,
        uploads::NativeUpload,
        webhooks::NativeWebhookReceiver,
    };

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", uploadcare::VERSION)?;
        crate::generated::models::add(module)?;
        crate::generated::values::add(module)?;
        crate::stop_at_exit(module.py())
    }
}

/// What is on its way to Python needs the interpreter, and so does what of Python is under way for a call: so
/// our threads end before the interpreter does.
fn stop_at_exit(py: Python<'_>) -> PyResult<()> {
    #[pyfunction]
    fn stop(py: Python<'_>) -> PyResult<()> {
        let modules = py.import("sys")?.getattr("modules")?;
        let aside = modules.call_method1("get", ("uploadcare_sdk._aside",))?;
        let stopped = if aside.is_none() { Ok(()) } else { aside.call_method0("stop").map(drop) };
        py.detach(runtime::stop);
        stopped
    }

    py.import("atexit")?.call_method1("register", (wrap_pyfunction!(stop, py)?,))?;
    Ok(())
}
