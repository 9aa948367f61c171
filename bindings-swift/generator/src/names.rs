//! How Swift spells what the definitions name.

use heck::ToLowerCamelCase;
use std::collections::BTreeSet;
use uploadcare_facades::{Definitions, Shape};

/// What crosses from Rust but is not for users.
const INTERNAL: &[&str] = &["JobRecord", "ConversionBatchRecord"];

pub fn is_public(model: &str) -> bool {
    !INTERNAL.contains(&model)
}

/// A parameter, field, method, or case of an enum.
pub fn member(name: &str) -> String {
    match name.to_lower_camel_case() {
        name if ["internal", "default", "self", "init"].contains(&name.as_str()) => {
            format!("`{name}`")
        }
        name => name,
    }
}

pub fn ty(shape: &Shape) -> String {
    match shape {
        Shape::Optional(inner) => format!("{}?", ty(inner)),
        Shape::List(inner) => format!("[{}]", ty(inner)),
        Shape::Map(inner) => format!("[String: {}]", ty(inner)),
        Shape::Named(name) => match name.as_str() {
            "i64" => "Int64",
            "f64" => "Double",
            "bool" => "Bool",
            "Timestamp" => "Date",
            "Json" => "JsonNode",
            name => name,
        }
        .to_owned(),
    }
}

/// The type at the bottom of a shape.
pub fn innermost(shape: &Shape) -> &str {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) | Shape::Map(inner) => innermost(inner),
        Shape::Named(name) => name,
    }
}

/// A text with the names of Rust, which stand in backticks, as Swift spells them.
pub fn respelled(text: &str, definitions: &Definitions) -> String {
    let known = known(definitions);
    let parts = text.split('`').enumerate().map(|(place, part)| {
        if place % 2 == 1 && part.split('.').all(|name| known.contains(name)) {
            let names: Vec<_> = part.split('.').map(|name| name.to_lower_camel_case()).collect();
            names.join(".")
        } else {
            without_null(part)
        }
    });
    parts.collect::<Vec<_>>().join("`")
}

fn without_null(text: &str) -> String {
    let words = text.split(' ').map(|word| match word.strip_prefix("null") {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => format!("nil{rest}"),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Names of fields, parameters, operations and kinds of errors.
fn known(definitions: &Definitions) -> BTreeSet<&str> {
    let records = definitions.models.values().chain(definitions.options.values());
    let fields = records.flat_map(|record| &record.fields).map(|field| field.name.as_str());
    let resources = definitions.resources.iter().chain(&definitions.values);
    let operations = resources.flat_map(|resource| &resource.operations);
    let operations = operations.flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| parameter.name.as_str());
        parameters.chain([operation.name.as_str()])
    });
    let kinds = definitions.enums.get("ErrorKind").into_iter().flat_map(|kinds| &kinds.known);
    fields.chain(operations).chain(kinds.map(|kind| kind.text.as_str())).collect()
}
