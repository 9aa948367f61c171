//! What the core offers to other languages, read from its source: models, options, enums, and the
//! operations of the client. The generators of each language write their part from it.

mod cases;
mod format;
mod operation;
mod rust;
mod source;

pub use format::formatted;
pub use operation::{Doc, Kind, Operation, Outcome, Owner, Parameter, Resource};
pub use source::{Definitions, Member, OpenEnum, Record, Shape, Value, read};

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The generated files of the shared cases, by their path from `root`, the repository.
///
/// Errors: a text that names the file or the operation which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = read(&root.join("core/src"))?;
    Ok(BTreeMap::from([
        (
            PathBuf::from("tests/cases/operations/operations.json"),
            format!("{:#}\n", cases::cases(&definitions)),
        ),
        (
            PathBuf::from("tests/tests/cases/generated/dispatch.rs"),
            formatted(&rust::dispatch(&definitions))?,
        ),
    ]))
}
