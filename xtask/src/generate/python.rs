//! The generated part of the Python package.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

/// The files that follow from the models in core, by their path from `root`.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>> {
    uploadcare_stubgen::render(root).map_err(|problem| anyhow!(problem))
}
