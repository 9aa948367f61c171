//! From the core's errors to the classes of `uploadcare_sdk.exceptions`.

use crate::ask;
use pyo3::{call::PyCallArgs, prelude::*, sync::PyOnceLock};
use uploadcare::Error;

static EXCEPTION: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
static INVALID: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

fn call<'py>(
    py: Python<'py>,
    cached: &PyOnceLock<Py<PyAny>>,
    name: &str,
    arguments: impl PyCallArgs<'py>,
) -> PyErr {
    let find = || Ok::<_, PyErr>(py.import("uploadcare_sdk.exceptions")?.getattr(name)?.unbind());
    cached
        .get_or_try_init(py, find)
        .and_then(|make| make.bind(py).call1(arguments))
        .map_or_else(|failure| failure, PyErr::from_value)
}

/// The exception for an error of the core.
pub fn raise(py: Python<'_>, error: &Error) -> PyErr {
    if let Some(raised) = ask::raised_by_source(py, error) {
        return raised;
    }
    let exception = call(py, &EXCEPTION, "from_info", (error.info().clone(),));
    if let Some(cause) = ask::cause(py, error) {
        exception.set_cause(py, Some(cause));
    }
    exception
}

/// The exception for an argument of the right type with a value that the core cannot hold.
pub fn invalid(py: Python<'_>, parameter: &str, message: &str) -> PyErr {
    call(py, &INVALID, "invalid", (parameter, message))
}
