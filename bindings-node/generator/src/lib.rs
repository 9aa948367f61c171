//! Writes the operations of the Node package: the native glue, and the public classes over it.

mod docs;
mod glue;
mod layout;
mod script;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use uploadcare_facades::{Owner, formatted};

const NOTE: &str = "// Made from the Rust definitions by `cargo xtask generate`. Do not edit.\n";

/// The generated files by their path from `root`, the repository. Their text is as rustfmt and
/// biome leave it.
///
/// Errors: a text that names the file or the operation which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = uploadcare_facades::read(&root.join("core/src"))?;
    let glue = formatted(&format!("{NOTE}{}", glue::operations(&definitions)))?;
    let mut files =
        BTreeMap::from([(PathBuf::from("bindings-node/src/generated/operations.rs"), glue)]);
    let scripts = Path::new("bindings-node/src-ts/generated");
    for resource in &definitions.resources {
        let text = script::class(resource, &definitions);
        files.insert(scripts.join(format!("{}.ts", resource.field)), format!("{NOTE}{text}"));
    }
    for value in &definitions.values {
        let text = script::value(value, &definitions);
        files.insert(scripts.join(format!("{}.ts", value.field)), format!("{NOTE}{text}"));
    }
    for (name, owner) in [("resources.ts", Owner::Client), ("account.ts", Owner::Account)] {
        let resources = script::resources(&definitions, owner);
        files.insert(scripts.join(name), format!("{NOTE}{resources}"));
    }
    let index = script::index(&definitions);
    files.insert(scripts.join("index.ts"), format!("{NOTE}{index}"));
    Ok(files)
}
