//! Writes the public methods of the Swift package from the core's operations, and for its tests
//! how the shared cases call them and see what they give. The text is as swift-format wants it.

mod docs;
mod facade;
mod models;
mod names;
mod testing;
mod values;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

const FACADE: &str = "bindings-swift/Sources/UploadcareSDK/Generated";
const TESTING: &str = "bindings-swift/Tests/UploadcareSDKTests/Generated";
/// Columns of a line, as `.swift-format` has them.
const WIDTH: usize = 100;

/// The generated files by their paths from `root`, the repository.
///
/// Errors: a text that names the file or the operation which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = uploadcare_facades::read(&root.join("core/src"))?;
    let mut files = BTreeMap::new();
    let mut add = |folder: &str, name: &str, source: Source| {
        files.insert(Path::new(folder).join(format!("{name}.swift")), source.text);
    };
    for resource in &definitions.resources {
        add(FACADE, resource.class(), facade::resource(resource, &definitions));
    }
    for value in &definitions.values {
        let name = format!("{}Operations", value.name);
        add(FACADE, &name, values::value(value, &definitions)?);
    }
    add(FACADE, "Client", facade::clients(&definitions));
    add(FACADE, "Lists", facade::lists(&definitions));
    add(FACADE, "Models", models::exports(&definitions));
    add(TESTING, "Operations", testing::operations(&definitions)?);
    add(TESTING, "Options", testing::options(&definitions));
    add(TESTING, "Models", testing::models(&definitions));
    Ok(files)
}

/// A Swift file.
struct Source {
    text: String,
}

impl Source {
    fn new(imports: &[&str]) -> Self {
        let head = "// Made from the Rust definitions by `cargo xtask generate`. Do not edit.\n\n";
        let imports: String = imports.iter().map(|name| format!("import {name}\n")).collect();
        Self { text: format!("{head}{imports}") }
    }

    /// An empty text is an empty line.
    fn line(&mut self, indent: usize, text: &str) {
        if !text.is_empty() {
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(text);
        }
        self.text.push('\n');
    }

    /// Items between brackets: in one line if it is short enough, else each in its own.
    fn items(&mut self, indent: usize, open: &str, items: &[String], close: &str) {
        let line = format!("{open}{}{close}", items.join(", "));
        // A literal must have room for one more comma.
        let width = if close.starts_with(']') { WIDTH - 1 } else { WIDTH };
        if items.is_empty() || indent + line.chars().count() <= width {
            self.line(indent, &line);
            return;
        }
        self.line(indent, open);
        // Only literals may end with a comma.
        let end = if close.starts_with(']') { "," } else { "" };
        for (place, item) in items.iter().enumerate() {
            let comma = if place + 1 < items.len() { "," } else { end };
            let item = format!("{item}{comma}");
            match item.split_once(": ") {
                Some((key, value)) if indent + 4 + item.chars().count() > WIDTH => {
                    self.line(indent + 4, &format!("{key}:"));
                    self.line(indent + 8, value);
                }
                _ => self.line(indent + 4, &item),
            }
        }
        self.line(indent, close);
    }

    fn doc(&mut self, indent: usize, lines: &[String]) {
        for line in lines {
            let text = format!("/// {line}");
            self.line(indent, text.trim_end());
        }
    }
}
