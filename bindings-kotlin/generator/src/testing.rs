//! What the runner of the shared cases needs of each operation, of all options and of all models.

use crate::{PACKAGE, Source, WIDTH, names};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Resource, Shape};

const TESTING: &str = "com.uploadcare.sdk.testing";

fn source() -> Source {
    Source::new(&format!("{TESTING}.generated"))
}

/// Calls operations by the names and arguments of the cases.
pub fn operations(definitions: &Definitions) -> Result<Source, String> {
    let mut out = source();
    out.uses.extend([
        format!("{PACKAGE}.Uploadcare"),
        format!("{TESTING}.Given"),
        "kotlinx.serialization.json.JsonObject".to_owned(),
        "kotlinx.serialization.json.jsonObject".to_owned(),
    ]);
    out.body.push_str(
        "/** Calls the operation of this name as a case says, and gives what the case sees; null if there is none. */
suspend fun operate(
    client: Uploadcare,
    name: String,
    call: JsonObject,
): JsonObject? {
    val args = call[\"args\"]?.jsonObject ?: JsonObject(emptyMap())
    val options = Given(call[\"options\"]?.jsonObject ?: JsonObject(emptyMap()))
    return when (name) {
",
    );
    for resource in &definitions.resources {
        for operation in &resource.operations {
            out.line(8, &format!("\"{}.{}\" -> {{", resource.field, operation.name));
            branch(&mut out, resource, operation, definitions)?;
            out.line(8, "}");
            out.line(0, "");
        }
    }
    out.body.push_str("        else -> {\n            null\n        }\n    }\n}\n");
    Ok(out)
}

fn branch(
    out: &mut Source,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
) -> Result<(), String> {
    let mut arguments = Vec::new();
    for parameter in &operation.parameters {
        let name = &parameter.name;
        let mut used = |name: &str| out.uses.insert(format!("{TESTING}.{name}"));
        arguments.push(match &parameter.kind {
            Kind::File | Kind::Group | Kind::Text => {
                used("text");
                format!("args.text(\"{name}\")")
            }
            Kind::Files | Kind::Texts => {
                used("texts");
                format!("args.texts(\"{name}\")")
            }
            Kind::Integer => {
                used("whole");
                format!("args.getValue(\"{name}\").whole()")
            }
            Kind::Boolean => {
                used("boolean");
                format!("args.getValue(\"{name}\").boolean()")
            }
            Kind::Length => {
                used("length");
                format!("args.getValue(\"{name}\").length()")
            }
            Kind::Lengths => {
                used("lengths");
                format!("args.getValue(\"{name}\").lengths()")
            }
            Kind::Enum(of) => {
                used("text");
                format!("{}(args.text(\"{name}\"))", names::function(of))
            }
        });
    }
    if let Some(options) = &operation.options {
        arguments.push(format!("options.{}()", names::function(options)));
    }
    let (field, method) = (names::member(&resource.field), names::member(&operation.name));
    let target = format!("client.{field}.{method}");
    let (head, tail) = match &operation.result {
        Outcome::Nothing => ("", String::new()),
        Outcome::Value(Shape::Named(name)) if definitions.models.contains_key(name) => {
            ("model", ")".to_owned())
        }
        Outcome::Value(_) => ("observed", ")".to_owned()),
        Outcome::List(item) => {
            ("listed", format!(", call) {{ it.{} }}", identifier(item, definitions)?))
        }
        Outcome::Job => ("job", ")".to_owned()),
        Outcome::Jobs => ("batch", ")".to_owned()),
        Outcome::Own => ("observed", ")".to_owned()),
    };
    let open = match head {
        "" => String::new(),
        "observed" => "observed(\"value\" to ".to_owned(),
        _ => format!("{head}("),
    };
    let line = format!("{open}{target}({}){tail}", arguments.join(", "));
    if 12 + line.chars().count() <= WIDTH {
        out.line(12, &line);
    } else {
        out.line(12, &open);
        out.line(16, &format!("{target}("));
        for argument in arguments {
            out.line(20, &format!("{argument},"));
        }
        out.line(16, "),");
        out.line(12, &tail);
    }
    if head.is_empty() {
        out.line(12, "observed()");
    }
    let helper = if head.is_empty() { "observed" } else { head };
    out.uses.insert(format!("{TESTING}.{helper}"));
    Ok(())
}

/// What the items of a list are told apart by.
fn identifier(item: &str, definitions: &Definitions) -> Result<String, String> {
    let mut fields = definitions.models.get(item).into_iter().flat_map(|model| &model.fields);
    let field = fields.find(|field| ["uuid", "id"].contains(&field.name.as_str()));
    field.map(|field| field.name.clone()).ok_or_else(|| format!("{item} has no identifier"))
}

/// Reads options and enums as the cases write them.
pub fn options(definitions: &Definitions) -> Source {
    let mut out = source();
    out.uses.insert(format!("{TESTING}.Given"));
    for (name, record) in &definitions.options {
        out.model(name);
        out.line(0, &format!("fun Given.{}() =", names::function(name)));
        out.line(4, "done(");
        out.line(8, &format!("{name}("));
        for field in &record.fields {
            let read = reading(&mut out, &field.shape, definitions);
            let member = names::member(&field.name);
            out.line(12, &format!("{member} = value(\"{}\") {{ {read} }},", field.name));
        }
        out.line(8, "),");
        out.line(4, ")");
        out.line(0, "");
    }
    for (place, (name, set)) in definitions.enums.iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        out.model(name);
        out.line(0, &format!("fun {}(text: String) =", names::function(name)));
        out.line(4, "when (text) {");
        for value in &set.known {
            out.line(8, &format!("\"{}\" -> {name}.{}", value.text, names::variant(&value.name)));
        }
        out.line(8, &format!("else -> {name}.Unknown(text)"));
        out.line(4, "}");
    }
    out
}

/// How `it`, an element of JSON, becomes a value of this shape.
fn reading(out: &mut Source, shape: &Shape, definitions: &Definitions) -> String {
    let mut used = |name: &str| {
        out.uses.insert(format!("{TESTING}.{name}"));
    };
    match shape {
        Shape::Optional(inner) => reading(out, inner, definitions),
        Shape::List(inner) => {
            used("items");
            format!("it.items {{ {} }}", reading(out, inner, definitions))
        }
        Shape::Map(inner) => {
            used("members");
            format!("it.members {{ {} }}", reading(out, inner, definitions))
        }
        Shape::Named(name) if definitions.options.contains_key(name) => {
            out.uses.insert("kotlinx.serialization.json.jsonObject".to_owned());
            format!("Given(it.jsonObject).{}()", names::function(name))
        }
        Shape::Named(name) if definitions.enums.contains_key(name) => {
            used("text");
            format!("{}(it.text())", names::function(name))
        }
        Shape::Named(name) => {
            let read = match name.as_str() {
                "i64" => "whole",
                "f64" => "number",
                "bool" => "flag",
                "Timestamp" => "moment",
                _ => "text",
            };
            used(read);
            format!("it.{read}()")
        }
    }
}

/// Shows models and enums as the cases see them.
pub fn models(definitions: &Definitions) -> Source {
    let mut out = source();
    out.uses.extend([
        format!("{TESTING}.observed"),
        "kotlinx.serialization.json.JsonElement".to_owned(),
        "kotlinx.serialization.json.JsonPrimitive".to_owned(),
    ]);
    out.line(0, "/** A model by its fields, or an enum by its text, as cases spell them; null if it is neither. */");
    out.line(0, "fun shown(value: Any): JsonElement? =");
    out.line(4, "when (value) {");
    for (name, record) in &definitions.models {
        out.model(name);
        out.line(8, &format!("is {name} -> {{"));
        out.line(12, "observed(");
        for field in &record.fields {
            let member = names::member(&field.name);
            out.line(16, &format!("\"{}\" to value.{member},", field.name));
        }
        out.line(12, ")");
        out.line(8, "}");
        out.line(0, "");
    }
    for name in definitions.enums.keys() {
        out.model(name);
        out.line(8, &format!("is {name},"));
    }
    out.line(8, "-> {");
    out.line(12, "JsonPrimitive(value.toString())");
    out.line(8, "}");
    out.line(0, "");
    out.line(8, "else -> {");
    out.line(12, "null");
    out.line(8, "}");
    out.line(4, "}");
    out
}
