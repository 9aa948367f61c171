//! The operations for the Rust runner of the shared cases.

use crate::{Definitions, Kind, Operation, Outcome, Resource, Shape};
use std::fmt::Write;

const HEAD: &str = "\
// Made from the Rust definitions by `cargo xtask generate`. Do not edit.
//! Calls the operation of a shared case.

use super::arguments::*;
use serde_json::Value;
use uploadcare::{Client, Error};

/// Calls an operation by its name; None if there is none.
pub async fn dispatch(client: &Client, call: &Value) -> Option<Result<Value, Error>> {
    Some(match call[\"op\"].as_str()? {
";

/// A function that calls any operation with the arguments of a case. Its text is not formatted.
pub fn dispatch(definitions: &Definitions) -> String {
    let mut out = HEAD.to_owned();
    for resource in &definitions.resources {
        for operation in &resource.operations {
            arm(&mut out, resource, operation);
        }
    }
    out += "        _ => return None,\n    })\n}\n";
    for value in &definitions.values {
        let (name, field) = (&value.name, &value.field);
        let _ = write!(
            out,
            "\n/// Calls a method of a `{name}` by its name; None if there is none.\npub fn {field}(value: &uploadcare::{name}, call: &Value) -> Option<Result<uploadcare::{name}, Error>> {{\n    Some(match call[\"op\"].as_str()? {{\n"
        );
        for operation in &value.operations {
            let arguments = arguments(operation);
            let name = &operation.name;
            let _ = writeln!(out, "        {name:?} => value.{name}({}),", arguments.join(", "));
        }
        out += "        _ => return None,\n    })\n}\n";
    }
    out
}

fn arguments(operation: &Operation) -> Vec<String> {
    let mut arguments: Vec<String> = operation
        .parameters
        .iter()
        .map(|parameter| {
            let name = &parameter.name;
            match &parameter.kind {
                Kind::File | Kind::Group | Kind::Text => format!("text(call, {name:?})"),
                Kind::Files | Kind::Texts => format!("texts(call, {name:?})"),
                Kind::Integer => format!("integer(call, {name:?})"),
                Kind::Boolean => format!("boolean(call, {name:?})"),
                Kind::Length => format!("length(call, {name:?})"),
                Kind::Lengths => format!("lengths(call, {name:?})"),
                Kind::Enum(_) => format!("text(call, {name:?}).to_owned().into()"),
            }
        })
        .collect();
    if operation.options.is_some() {
        arguments.push("options(call)".to_owned());
    }
    arguments
}

fn arm(out: &mut String, resource: &Resource, operation: &Operation) {
    let arguments = arguments(operation);
    let (field, name) = (&resource.field, &operation.name);
    let wait = if operation.is_async { ".await" } else { "" };
    let observe = match &operation.result {
        Outcome::Value(Shape::Map(_)) => "map",
        Outcome::Nothing | Outcome::Value(_) => "value",
        Outcome::List(_) => "list",
        Outcome::Job => "job",
        Outcome::Jobs => "jobs",
        Outcome::Own => "value",
    };
    let call = format!("client.{field}().{name}({}){wait}", arguments.join(", "));
    let observed = match &operation.result {
        Outcome::List(_) => {
            format!(
                "match {call} {{ Ok(found) => list(call, found).await, Err(error) => Err(error) }}"
            )
        }
        _ => format!("{call}.map({observe})"),
    };
    let _ = writeln!(out, "        \"{field}.{name}\" => {observed},");
}
