//! Reads the definitions of the core and writes what of the Python package follows from them: the
//! methods of the native module in Rust and its stubs, the classes and options that users see,
//! and the list of public names.

mod doc;
mod glue;
mod native;
mod options;
mod public;
mod python;
mod resources;
mod values;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use uploadcare_facades::Definitions;

const PACKAGE: &str = "bindings-python/python/uploadcare_sdk/_generated";
const GLUE: &str = "bindings-python/src/generated";

/// The generated files of the Python package, by their path from `root`, the repository. Their
/// text is as `ruff format` and `rustfmt` leave it.
///
/// Errors: a text that names the file or the field which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = uploadcare_facades::read(&root.join("core/src"))?;
    let (package, glue) = (Path::new(PACKAGE), Path::new(GLUE));
    Ok(BTreeMap::from([
        (package.join("__init__.py"), public::render(&definitions)),
        (package.join("_native.pyi"), native::render(&definitions)?),
        (package.join("options.py"), options::render(&definitions)?),
        (package.join("resources.py"), resources::render(&definitions)?),
        (package.join("values.py"), values::render(&definitions)),
        (glue.join("models.rs"), glue::models(&definitions)?),
        (glue.join("operations.rs"), glue::operations(&definitions)?),
        (glue.join("values.rs"), glue::values(&definitions)?),
    ]))
}

/// Models by name, without those that cross in parts.
fn models(definitions: &Definitions) -> impl Iterator<Item = &String> {
    let crossing = ["ConversionBatchRecord", "JobRecord"];
    definitions.models.keys().filter(move |name| !crossing.contains(&name.as_str()))
}

/// The native class of a list of such items.
fn pages(item: &str) -> String {
    format!("Native{}Pages", item.trim_end_matches("Info"))
}
