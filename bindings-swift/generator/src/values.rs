//! Values that everybody can make, whose methods give new ones: their options are arguments.

use crate::{Source, docs, facade, names};
use std::collections::BTreeSet;
use uploadcare_facades::{Definitions, Kind, Operation, Resource, Shape};

/// The methods of a value.
///
/// Errors: a text that names an operation with two arguments of one name.
pub fn value(value: &Resource, definitions: &Definitions) -> Result<Source, String> {
    let mut out = Source::new(&["UploadcareBindings"]);
    out.line(0, "");
    out.line(0, &format!("extension {} {{", value.name));
    for (place, operation) in value.operations.iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        method(&mut out, value, operation, definitions)?;
    }
    out.line(0, "}");
    Ok(out)
}

fn method(
    out: &mut Source,
    value: &Resource,
    operation: &Operation,
    definitions: &Definitions,
) -> Result<(), String> {
    out.doc(4, &docs::flattened(4, operation, definitions));
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    let mut made = None;
    let mut seen = BTreeSet::new();
    for (place, parameter) in operation.parameters.iter().enumerate() {
        seen.insert(&parameter.name);
        let name = names::member(&parameter.name);
        let (ty, argument) = facade::crossing(&parameter.kind, &name);
        arguments.push(format!("{name}: {argument}"));
        let bare = if is_bare(operation, place) { "_ " } else { "" };
        parameters.push(format!("{bare}{name}: {ty}"));
    }
    if let Some(options) = &operation.options {
        let mut given = Vec::new();
        for field in &definitions.options[options].fields {
            if !seen.insert(&field.name) {
                let (own, name) = (&operation.name, &field.name);
                return Err(format!("{}::{own} has two arguments called {name}", value.name));
            }
            let name = names::member(&field.name);
            given.push(format!("{name}: {name}"));
            let ty = match &field.shape {
                Shape::Optional(_) => names::ty(&field.shape),
                shape => format!("{}?", names::ty(shape)),
            };
            parameters.push(format!("{name}: {ty} = nil"));
        }
        arguments.push("options: options".to_owned());
        made = Some((format!("let options = {options}("), given));
    }
    let open = format!("public func {}(", names::member(&operation.name));
    out.items(4, &open, &parameters, &format!(") throws -> {} {{", value.name));
    let native = names::member(&format!("{}_{}", value.field, operation.name));
    arguments.insert(0, format!("{}: self", names::member(&value.field)));
    let start = if let Some((open, given)) = made {
        out.items(8, &open, &given, ")");
        "return "
    } else {
        ""
    };
    out.line(8, &format!("{start}try translatingErrors {{"));
    out.items(12, &format!("try {native}("), &arguments, ")");
    out.line(8, "}");
    out.line(4, "}");
    Ok(())
}

/// Whether an argument has no label: the first, and the height that belongs to a first width.
pub fn is_bare(operation: &Operation, place: usize) -> bool {
    let is = |place: usize, name: &str| {
        operation.parameters.get(place).is_some_and(|parameter| parameter.name == name)
    };
    place == 0 || (place == 1 && is(0, "width") && is(1, "height"))
}

/// For the tests: a function that applies any method to a value.
pub fn testing(out: &mut Source, value: &Resource, definitions: &Definitions) {
    let (name, field) = (&value.name, names::member(&value.field));
    out.line(0, "");
    out.line(0, "/// Applies an operation by its name; nil if there is none.");
    let head = format!("func apply(_ step: JsonNode, to {field}: {name}) throws -> {name}? {{");
    out.line(0, &head);
    out.line(4, "let args = step[\"args\"]");
    out.line(4, "switch step[\"op\"].text {");
    for operation in &value.operations {
        out.line(4, &format!("case \"{}\":", operation.name));
        let mut arguments = Vec::new();
        for (place, parameter) in operation.parameters.iter().enumerate() {
            let ty = given(&parameter.kind);
            let label = match is_bare(operation, place) {
                true => String::new(),
                false => format!("{}: ", names::member(&parameter.name)),
            };
            arguments.push(format!("{label}{ty}(given: args[\"{}\"])", parameter.name));
        }
        if let Some(options) = &operation.options {
            let fields = &definitions.options[options].fields;
            let known: Vec<_> = fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
            out.items(8, "let names: Set = [", &known, "]");
            out.line(8, "let options = try OptionReader(step[\"options\"], names)");
            arguments.extend(fields.iter().map(|field| {
                format!("{}: options(\"{}\")", names::member(&field.name), field.name)
            }));
        }
        let open = format!("return try {field}.{}(", names::member(&operation.name));
        out.items(8, &open, &arguments, ")");
    }
    out.line(4, "default:");
    out.line(8, "return nil");
    out.line(4, "}");
    out.line(0, "}");
}

/// How the tests read an argument of a case.
pub fn given(kind: &Kind) -> &str {
    match kind {
        Kind::File | Kind::Group | Kind::Text => "String",
        Kind::Files | Kind::Texts => "[String]",
        Kind::Integer => "Int64",
        Kind::Boolean => "Bool",
        Kind::Length => "Length",
        Kind::Lengths => "[Length]",
        Kind::Enum(of) => of,
    }
}
