//! What the runner of the shared cases needs of each operation, of all options and of all models.

use crate::{PACKAGE, Source, WIDTH, names, values};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Owner, Resource, Shape};

const TESTING: &str = "com.uploadcare.sdk.testing";

fn source() -> Source {
    Source::new(&format!("{TESTING}.generated"))
}

/// Calls operations by the names and arguments of the cases.
pub fn operations(definitions: &Definitions) -> Result<Source, String> {
    let mut out = source();
    out.uses.extend([
        format!("{PACKAGE}.AccountClient"),
        format!("{PACKAGE}.Uploadcare"),
        format!("{TESTING}.Given"),
        "kotlinx.serialization.json.JsonObject".to_owned(),
        "kotlinx.serialization.json.jsonObject".to_owned(),
    ]);
    let about = "Calls the operation of this name as a case says, and gives what the case sees; null if there is none.";
    for (name, client, owner) in [
        ("operate", "Uploadcare", Owner::Client),
        ("operateAccount", "AccountClient", Owner::Account),
    ] {
        let head = format!("suspend fun {name}(");
        begin(&mut out, about, &head, &format!("client: {client}"), "JsonObject");
        for resource in definitions.resources.iter().filter(|resource| resource.owner == owner) {
            for operation in &resource.operations {
                out.line(8, &format!("\"{}.{}\" -> {{", resource.field, operation.name));
                branch(&mut out, resource, operation, definitions)?;
                out.line(8, "}");
                out.line(0, "");
            }
        }
        end(&mut out);
        out.line(0, "");
    }
    for (place, value) in definitions.values.iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        out.model(&value.name);
        let about = "Makes a new value by the operation of this name as a case says; null if there is none.";
        let head = format!("fun {}(", names::function(&value.name));
        begin(&mut out, about, &head, &format!("value: {}", value.name), &value.name);
        for operation in &value.operations {
            out.line(8, &format!("\"{}\" -> {{", operation.name));
            step(&mut out, operation, definitions);
            out.line(8, "}");
            out.line(0, "");
        }
        end(&mut out);
    }
    Ok(out)
}

fn begin(out: &mut Source, about: &str, head: &str, first: &str, result: &str) {
    out.line(0, &format!("/** {about} */"));
    out.line(0, head);
    for parameter in [first, "name: String", "call: JsonObject"] {
        out.line(4, &format!("{parameter},"));
    }
    out.line(0, &format!("): {result}? {{"));
    out.body.push_str(
        "    val args = call[\"args\"]?.jsonObject ?: JsonObject(emptyMap())
    val options = Given(call[\"options\"]?.jsonObject ?: JsonObject(emptyMap()))
    return when (name) {
",
    );
}

fn end(out: &mut Source) {
    out.body.push_str("        else -> {\n            null\n        }\n    }\n}\n");
}

/// The arguments of an operation, read from those of a case.
fn arguments(out: &mut Source, operation: &Operation) -> Vec<String> {
    let mut used = |name: &str| out.uses.insert(format!("{TESTING}.{name}"));
    let arguments = operation.parameters.iter().map(|parameter| {
        let name = &parameter.name;
        let read = match &parameter.kind {
            Kind::File | Kind::Group | Kind::Text => {
                used("text");
                return format!("args.text(\"{name}\")");
            }
            Kind::Files | Kind::Texts => {
                used("texts");
                return format!("args.texts(\"{name}\")");
            }
            Kind::Enum(of) => {
                used("text");
                return format!("{}(args.text(\"{name}\"))", names::function(of));
            }
            Kind::Integer => "whole",
            Kind::Boolean => "flag",
            Kind::Length => "length",
            Kind::Lengths => {
                used("items");
                used("length");
                let items = format!("args.getValue(\"{name}\").items {{ it.length() }}");
                return format!("*{items}.toTypedArray()");
            }
        };
        used(read);
        format!("args.getValue(\"{name}\").{read}()")
    });
    arguments.collect()
}

/// A method of a value, whose options are arguments.
fn step(out: &mut Source, operation: &Operation, definitions: &Definitions) {
    let mut arguments = arguments(out, operation);
    let options = values::options(operation, definitions);
    for option in options {
        let read = reading(out, &option.shape, definitions);
        let name = values::member(&option.name);
        arguments.push(format!("{name} = options.value(\"{}\") {{ {read} }}", option.name));
    }
    let method = names::member(&operation.name);
    out.model(&method);
    let (open, close) = if options.is_empty() { ("", "") } else { ("options.done(", ")") };
    let line = format!("{open}value.{method}({}){close}", arguments.join(", "));
    if 12 + line.chars().count() <= WIDTH {
        out.line(12, &line);
        return;
    }
    let within = if open.is_empty() { 12 } else { 16 };
    if !open.is_empty() {
        out.line(12, open);
    }
    out.line(within, &format!("value.{method}("));
    for argument in arguments {
        out.line(within + 4, &format!("{argument},"));
    }
    out.line(within, if open.is_empty() { ")" } else { ")," });
    if !open.is_empty() {
        out.line(12, close);
    }
}

fn branch(
    out: &mut Source,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
) -> Result<(), String> {
    let mut arguments = arguments(out, operation);
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
        Outcome::Own => return Err(format!("{} gives a {}", operation.name, resource.name)),
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
        Shape::Named(name) if name == "Transformation" => {
            used("text");
            out.model(name);
            "Transformation(it.text())".to_owned()
        }
        Shape::Named(name) => {
            let read = match name.as_str() {
                "i64" => "whole",
                "f64" => "number",
                "bool" => "flag",
                "Timestamp" => "moment",
                "Length" => "length",
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
