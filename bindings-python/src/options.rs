//! Keyword arguments, as the dict that Python collects, into the options of the core.

use crate::errors::invalid;
use pyo3::{exceptions::PyValueError, prelude::*};

/// Reads the options of an operation. An unknown name or a wrong type is a TypeError, as for any
/// Python function; a value that no option can have is an InvalidParameterError.
pub fn read<'py, T>(given: &Bound<'py, PyAny>) -> PyResult<T>
where
    T: for<'a> FromPyObject<'a, 'py, Error = PyErr>,
{
    given.extract().map_err(|error: PyErr| {
        let py = given.py();
        if !error.is_instance_of::<PyValueError>(py) {
            return error;
        }
        let text = error.value(py).to_string();
        match error.value(py).getattr("parameter").and_then(|name| name.extract::<String>()) {
            Ok(parameter) => invalid(py, &parameter, &text),
            Err(_) => error,
        }
    })
}
