//! Reads the definitions of the core that cross into Python and writes their types: the stubs of
//! the native module and the `TypedDict`s of options.

mod doc;
mod native;
mod options;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

const PACKAGE: &str = "bindings-python/python/uploadcare_sdk/_generated";

/// The generated files of the Python package, by their path from `root`, the repository. Their
/// text is as `ruff format` leaves it.
///
/// Errors: a text that names the file or the field which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = uploadcare_facades::read(&root.join("core/src"))?;
    let package = Path::new(PACKAGE);
    Ok(BTreeMap::from([
        (package.join("_native.pyi"), native::render(&definitions)?),
        (package.join("options.py"), options::render(&definitions)?),
    ]))
}
