//! Arguments, one by one or as the dict of keywords that Python collects, into those of the core.

use crate::errors::invalid;
use pyo3::{
    exceptions::{PyOverflowError, PyTypeError, PyValueError},
    prelude::*,
};

/// Reads one argument. A wrong type is a TypeError, a value that it cannot have an
/// InvalidParameterError.
pub fn argument<'py, T>(given: &Bound<'py, PyAny>, name: &str) -> PyResult<T>
where
    T: FromPyObjectOwned<'py>,
{
    given.extract().map_err(|error| {
        let (py, error) = (given.py(), Into::<PyErr>::into(error));
        let text = format!("argument '{name}': {}", error.value(py));
        if error.is_instance_of::<PyValueError>(py) || error.is_instance_of::<PyOverflowError>(py) {
            invalid(py, name, &text)
        } else {
            PyTypeError::new_err(text)
        }
    })
}

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
