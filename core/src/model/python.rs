//! Helpers that the generated Python glue calls.

use pyo3::{PyErr, Python, exceptions::PyTypeError, exceptions::PyValueError};

pub fn value_error(error: serde_json::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The error of one keyword argument, named.
pub fn argument_error(py: Python<'_>, name: &str, error: &PyErr) -> PyErr {
    let text = format!("argument '{name}': {}", error.value(py));
    if error.is_instance_of::<PyValueError>(py) {
        PyValueError::new_err(text)
    } else {
        PyTypeError::new_err(text)
    }
}
