//! Fields as objects of Python, of the JSON that they came as.

use crate::model::{Json, de::Integer, python::value_error};
use pyo3::{IntoPyObjectExt, prelude::*, types::PyString};
use serde::{Deserialize, de::DeserializeOwned};

type Read = PyResult<Py<PyAny>>;

fn decoded<'de, T: Deserialize<'de>>(raw: &'de str) -> PyResult<T> {
    serde_json::from_str(raw).map_err(value_error)
}

pub fn value<T>(py: Python<'_>, raw: &str) -> Read
where
    T: DeserializeOwned + for<'py> IntoPyObject<'py>,
{
    decoded::<T>(raw)?.into_py_any(py)
}

pub fn collection<T>(py: Python<'_>, raw: &str) -> Read
where
    T: DeserializeOwned + Default + for<'py> IntoPyObject<'py>,
{
    decoded::<Option<T>>(raw)?.unwrap_or_default().into_py_any(py)
}

pub fn integer(py: Python<'_>, raw: &str) -> Read {
    decoded::<Option<Integer>>(raw)?.map(|whole| whole.0).into_py_any(py)
}

/// A text or null. Most are as they are written.
pub fn text(py: Python<'_>, raw: &str) -> Read {
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inside.filter(|inside| !inside.contains('\\')) {
        Some(text) => Ok(PyString::new(py, text).into_any().unbind()),
        None => value::<Option<String>>(py, raw),
    }
}

/// None for what has another shape than expected; that is in `extra`.
pub fn lenient<T>(py: Python<'_>, raw: &str) -> Read
where
    T: DeserializeOwned + for<'py> IntoPyObject<'py>,
{
    let json: Json = decoded(raw)?;
    Option::<T>::deserialize(&json.0).ok().flatten().into_py_any(py)
}
