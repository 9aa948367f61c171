//! Writes the public methods of the Kotlin package from the core's operations, and for its tests
//! how the shared cases call them and see what they give. The text is as ktlint wants it.

mod docs;
mod facade;
mod lists;
mod names;
mod testing;
mod values;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use uploadcare_facades::Owner;

const PACKAGE: &str = "com.uploadcare.sdk";
const FACADE: &str = "bindings-kotlin/src/main/kotlin/com/uploadcare/sdk/generated";
const TESTING: &str = "bindings-kotlin/src/test/kotlin/com/uploadcare/sdk/testing/generated";
/// Columns of a line, as `.editorconfig` has them.
const WIDTH: usize = 120;

/// The generated files by their paths from `root`, the repository.
///
/// Errors: a text that names the file or the operation which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = uploadcare_facades::read(&root.join("core/src"))?;
    let mut files = BTreeMap::new();
    let mut add = |folder: &str, name: &str, source: Source| {
        files.insert(Path::new(folder).join(format!("{name}.kt")), source.text());
    };
    for resource in &definitions.resources {
        add(FACADE, resource.class(), facade::class(resource, &definitions));
    }
    for (class, client, owner) in [
        ("Resources", "Uploadcare", Owner::Client),
        ("AccountResources", "AccountClient", Owner::Account),
    ] {
        add(FACADE, class, facade::resources(class, client, owner, &definitions));
    }
    for value in &definitions.values {
        add(FACADE, &format!("{}s", value.name), values::functions(value, &definitions)?);
    }
    add(FACADE, "NativeLists", lists::pages(&definitions));
    add(TESTING, "Operations", testing::operations(&definitions)?);
    add(TESTING, "Options", testing::options(&definitions));
    add(TESTING, "Models", testing::models(&definitions));
    Ok(files)
}

/// A Kotlin file.
struct Source {
    package: String,
    uses: BTreeSet<String>,
    body: String,
}

impl Source {
    fn new(package: &str) -> Self {
        Self { package: package.to_owned(), uses: BTreeSet::new(), body: String::new() }
    }

    /// Imports a type of the models.
    fn model(&mut self, name: &str) {
        self.uses.insert(format!("{PACKAGE}.model.{name}"));
    }

    fn line(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.body.push_str(&" ".repeat(indent));
            self.body.push_str(text);
        }
        self.body.push('\n');
    }

    fn text(&self) -> String {
        let is_own = |name: &str| name.rsplit_once('.').is_some_and(|(of, _)| of == self.package);
        let uses = self.uses.iter().filter(|name| !is_own(name));
        let uses: String = uses.map(|name| format!("import {name}\n")).collect();
        let gap = if uses.is_empty() { "" } else { "\n" };
        format!(
            "// Made from the Rust definitions by `cargo xtask generate`. Do not edit.\n\npackage {}\n\n{uses}{gap}{}",
            self.package, self.body
        )
    }
}
