//! The operations as data, for the runners of the shared cases.

use crate::{Definitions, Kind, Outcome, Shape};
use serde_json::{Map, Value, json};

/// The operations by name, such as `files.get`: kinds of their parameters in order, whether there
/// are options, and what they give.
pub fn cases(definitions: &Definitions) -> Value {
    let mut all = Map::new();
    for resource in definitions.resources.iter().chain(&definitions.values) {
        for operation in &resource.operations {
            let parameters: Vec<_> = operation
                .parameters
                .iter()
                .map(|parameter| json!({"name": parameter.name, "kind": kind(&parameter.kind)}))
                .collect();
            let name = format!("{}.{}", resource.field, operation.name);
            let entry = json!({
                "parameters": parameters,
                "has_options": operation.options.is_some(),
                "is_async": operation.is_async,
                "result": outcome(&operation.result),
            });
            all.insert(name, entry);
        }
    }
    Value::Object(all)
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::File => "file",
        Kind::Files => "files",
        Kind::Group => "group",
        Kind::Text => "text",
        Kind::Texts => "texts",
        Kind::Integer => "integer",
        Kind::Boolean => "boolean",
        Kind::Length => "length",
        Kind::Lengths => "lengths",
        Kind::Enum(_) => "enum",
    }
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Nothing => "nothing".to_owned(),
        Outcome::Value(shape) => text(shape),
        Outcome::List(item) => format!("list of {item}"),
        Outcome::Job => "job".to_owned(),
        Outcome::Jobs => "jobs".to_owned(),
        Outcome::Own => "own".to_owned(),
    }
}

fn text(shape: &Shape) -> String {
    match shape {
        Shape::Optional(inner) => format!("{}?", text(inner)),
        Shape::List(inner) => format!("[{}]", text(inner)),
        Shape::Map(inner) => format!("{{{}}}", text(inner)),
        Shape::Named(name) => name.clone(),
    }
}
