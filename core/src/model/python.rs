//! Helpers that the generated Python glue calls.

use pyo3::{
    PyErr, Python,
    exceptions::{PyOverflowError, PyTypeError, PyValueError},
    types::PyAnyMethods,
};

pub fn value_error(error: serde_json::Error) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The error of one keyword argument, named: in its text and, where its type is right and its value
/// is not, as its attribute `parameter`.
pub fn argument_error(py: Python<'_>, name: &str, error: &PyErr) -> PyErr {
    let text = format!("argument '{name}': {}", error.value(py));
    if error.is_instance_of::<PyValueError>(py) || error.is_instance_of::<PyOverflowError>(py) {
        let error = PyValueError::new_err(text);
        match error.value(py).setattr("parameter", name) {
            Ok(()) => error,
            Err(failure) => failure,
        }
    } else {
        PyTypeError::new_err(text)
    }
}
