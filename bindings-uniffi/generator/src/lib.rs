//! Writes the operations as methods of the object that Swift and Kotlin share.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    path::{Path, PathBuf},
};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Resource, Shape, formatted};

const HEAD: &str = "\
// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! The operations of the core, one method each.

";

/// The generated file by its path from `root`, the repository. Its text is as rustfmt leaves it.
///
/// Errors: a text that names the file or the operation which cannot be read or expressed.
pub fn render(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let definitions = uploadcare_facades::read(&root.join("core/src"))?;
    let mut uses = BTreeSet::new();
    let mut methods = String::new();
    for resource in &definitions.resources {
        for operation in &resource.operations {
            method(&mut methods, resource, operation, &definitions, &mut uses);
        }
    }
    let mut functions = String::new();
    for value in &definitions.values {
        uses.insert(value.name.clone());
        for operation in &value.operations {
            function(&mut functions, value, operation, &mut uses);
        }
    }
    let uses: Vec<_> = uses.into_iter().collect();
    let text = format!(
        "{HEAD}use crate::{{CancelHandle, NativeClient, NativeFilePages, NativeGroupPages, Result, runtime::run}};
use std::{{collections::HashMap, sync::Arc}};
use uploadcare::{{{}}};

#[uniffi::export]
impl NativeClient {{
{}}}
{functions}",
        uses.join(", "),
        methods.trim_start_matches('\n'),
    );
    let path = PathBuf::from("bindings-uniffi/src/generated/operations.rs");
    Ok(BTreeMap::from([(path, formatted(&text)?)]))
}

/// A method of a value, as a function: values cross as they are.
fn function(
    out: &mut String,
    value: &Resource,
    operation: &Operation,
    uses: &mut BTreeSet<String>,
) {
    let (parameters, arguments) = signature(operation, uses);
    let (field, ty, name) = (&value.field, &value.name, &operation.name);
    let about = operation.doc.about.first().map_or("", String::as_str);
    let doc = about.split_inclusive(". ").next().unwrap_or_default().trim();
    let _ = write!(
        out,
        "
/// {doc}
#[uniffi::export]
pub fn {field}_{name}({field}: {ty}{parameters}) -> Result<{ty}> {{
    Ok({field}.{name}({})?)
}}
",
        arguments.join(", ")
    );
}

/// The parameters, each after a comma, and what the core is called with.
fn signature(operation: &Operation, uses: &mut BTreeSet<String>) -> (String, Vec<String>) {
    let mut parameters = String::new();
    let mut arguments = Vec::new();
    for parameter in &operation.parameters {
        let (ty, by) = parameter.kind.crossing();
        match &parameter.kind {
            Kind::Enum(name) => {
                uses.insert(name.clone());
            }
            Kind::Length | Kind::Lengths => {
                uses.insert("Length".to_owned());
            }
            _ => {}
        }
        let _ = write!(parameters, ", {}: {ty}", parameter.name);
        arguments.push(format!("{by}{}", parameter.name));
    }
    if let Some(options) = &operation.options {
        uses.insert(options.clone());
        let _ = write!(parameters, ", options: {options}");
        arguments.push("options".to_owned());
    }
    (parameters, arguments)
}

fn method(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
    uses: &mut BTreeSet<String>,
) {
    let (parameters, arguments) = signature(operation, uses);
    let (ty, after) = match &operation.result {
        Outcome::Nothing => ("()".to_owned(), ""),
        Outcome::Value(shape) => (rust_type(shape, definitions, uses), ""),
        Outcome::List(item) if item == "GroupInfo" => ("Arc<NativeGroupPages>".to_owned(), ""),
        Outcome::List(_) => ("Arc<NativeFilePages>".to_owned(), ""),
        Outcome::Job => {
            uses.extend(["Job".to_owned(), "JobRecord".to_owned()]);
            ("JobRecord".to_owned(), ".map(Job::record)")
        }
        Outcome::Jobs => {
            uses.extend(["ConversionBatch".to_owned(), "ConversionBatchRecord".to_owned()]);
            ("ConversionBatchRecord".to_owned(), ".map(ConversionBatch::record)")
        }
        Outcome::Own => (resource.name.clone(), ""),
    };
    let (field, name) = (&resource.field, &operation.name);
    let call = format!("{name}({})", arguments.join(", "));
    let about = operation.doc.about.first().map_or("", String::as_str);
    let doc = about.split_inclusive(". ").next().unwrap_or_default().trim();
    let _ = write!(out, "\n    /// {doc}\n");
    if operation.is_async {
        let _ = write!(
            out,
            "    pub async fn {field}_{name}(&self{parameters}, cancel: Option<Arc<CancelHandle>>) -> Result<{ty}> {{
        let api = self.client.{field}();
        run(cancel, async move {{ api.{call}.await{after} }}).await
    }}
"
        );
    } else {
        let result = match &operation.result {
            Outcome::List(_) => format!("Ok(Arc::new(self.client.{field}().{call}?.into()))"),
            _ => format!("Ok(self.client.{field}().{call}{after}?)"),
        };
        let _ = write!(
            out,
            "    pub fn {field}_{name}(&self{parameters}) -> Result<{ty}> {{
        {result}
    }}
"
        );
    }
}

fn rust_type(shape: &Shape, definitions: &Definitions, uses: &mut BTreeSet<String>) -> String {
    match shape {
        Shape::Optional(inner) => format!("Option<{}>", rust_type(inner, definitions, uses)),
        Shape::List(inner) => format!("Vec<{}>", rust_type(inner, definitions, uses)),
        Shape::Map(inner) => format!("HashMap<String, {}>", rust_type(inner, definitions, uses)),
        Shape::Named(name) => {
            if definitions.models.contains_key(name) || definitions.enums.contains_key(name) {
                uses.insert(name.clone());
            }
            name.clone()
        }
    }
}
