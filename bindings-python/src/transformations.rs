//! What of transformations is not generated.

use crate::{errors::raise, options::argument};
use pyo3::prelude::*;
use uploadcare::Transformation;

/// Operations as text, checked and in their usual form.
#[pyfunction]
pub fn transformation_parse(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<String> {
    let text: String = argument(text, "text")?;
    let parsed = text.parse().map(|parsed: Transformation| parsed.text);
    parsed.map_err(|error| raise(py, &error))
}
