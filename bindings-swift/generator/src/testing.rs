//! For the tests: how the shared cases call operations, give options and see models.

use crate::{Source, facade::CLIENTS, names, values};
use std::collections::BTreeSet;
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Record, Resource, Shape};

/// Functions that call any operation with the arguments of a case.
pub fn operations(definitions: &Definitions) -> Result<Source, String> {
    let mut out = Source::new(&["UploadcareSDK"]);
    for (owner, client) in CLIENTS {
        out.line(0, "");
        out.line(0, "/// Calls an operation by its name; nil if there is none.");
        let ends = ") async throws -> JsonNode? {";
        out.line(0, &format!("func operate(_ client: {client}, _ call: JsonNode{ends}"));
        out.line(4, "let (args, options) = (call[\"args\"], call[\"options\"])");
        out.line(4, "switch call[\"op\"].text {");
        for resource in definitions.resources.iter().filter(|resource| resource.owner == owner) {
            for operation in &resource.operations {
                case(&mut out, resource, operation, definitions)?;
            }
        }
        out.line(4, "default:");
        out.line(8, "return nil");
        out.line(4, "}");
        out.line(0, "}");
    }
    for value in &definitions.values {
        values::testing(&mut out, value, definitions);
    }
    Ok(out)
}

fn case(
    out: &mut Source,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
) -> Result<(), String> {
    let mut arguments = Vec::new();
    for (place, parameter) in operation.parameters.iter().enumerate() {
        let ty = values::given(&parameter.kind);
        let label = match place {
            0 => String::new(),
            _ => format!("{}: ", names::member(&parameter.name)),
        };
        arguments.push(format!("{label}{ty}(given: args[\"{}\"])", parameter.name));
    }
    if let Some(options) = &operation.options {
        let label = if arguments.is_empty() { "" } else { "options: " };
        arguments.push(format!("{label}{options}(given: options)"));
    }
    let (field, name) = (&resource.field, &operation.name);
    out.line(4, &format!("case \"{field}.{name}\":"));
    let start = if operation.result == Outcome::Nothing { "" } else { "let result = " };
    let wait = if operation.is_async { "try await" } else { "try" };
    let open = format!("{start}{wait} client.{}.{}(", names::member(field), names::member(name));
    out.items(8, &open, &arguments, ")");
    out.line(
        8,
        &match &operation.result {
            Outcome::Nothing => "return [:]".to_owned(),
            Outcome::Value(Shape::Named(name)) if definitions.models.contains_key(name) => {
                "return result.observed".to_owned()
            }
            Outcome::Value(_) => "return [\"value\": result.observed]".to_owned(),
            Outcome::List(item) => {
                format!(
                    "return try await listed(result, call, \\.{})",
                    identifier(item, definitions)?
                )
            }
            Outcome::Job | Outcome::Jobs | Outcome::Own => "return result.observed".to_owned(),
        },
    );
    Ok(())
}

/// What the items of a list are told apart by.
fn identifier(item: &str, definitions: &Definitions) -> Result<String, String> {
    let mut fields = definitions.models.get(item).into_iter().flat_map(|model| &model.fields);
    let field = fields.find(|field| ["uuid", "id"].contains(&field.name.as_str()));
    field.map(|field| field.name.clone()).ok_or_else(|| format!("{item} has no identifier"))
}

/// Reads options, and the enums in them, as the cases write them.
pub fn options(definitions: &Definitions) -> Source {
    let mut out = Source::new(&["UploadcareSDK"]);
    for (name, record) in &definitions.options {
        given(&mut out, name, record);
    }
    for (name, open) in definitions.enums.iter().filter(|(name, _)| is_given(name, definitions)) {
        out.line(0, "");
        out.line(0, &format!("extension {name}: Given {{"));
        out.line(4, "init(given node: JsonNode) throws {");
        out.line(8, "switch try String(given: node) {");
        for value in &open.known {
            let case = names::member(&value.name);
            out.line(8, &format!("case \"{}\": self = .{case}", value.text));
        }
        out.line(8, "case let text: self = .unknown(value: text)");
        out.line(8, "}");
        out.line(4, "}");
        out.line(0, "}");
    }
    out
}

fn given(out: &mut Source, name: &str, record: &Record) {
    let fields = record.fields.iter();
    let known: Vec<_> = fields.clone().map(|field| format!("\"{}\"", field.name)).collect();
    let values: Vec<_> = fields
        .map(|field| format!("{}: options(\"{}\")", names::member(&field.name), field.name))
        .collect();
    out.line(0, "");
    out.line(0, &format!("extension {name}: Given {{"));
    out.line(4, "init(given node: JsonNode) throws {");
    out.items(8, "let names: Set = [", &known, "]");
    out.line(8, "let options = try OptionReader(node, names)");
    out.items(8, "try self.init(", &values, ")");
    out.line(4, "}");
    out.line(0, "}");
}

fn is_given(name: &str, definitions: &Definitions) -> bool {
    let fields = definitions.options.values().flat_map(|record| &record.fields);
    let resources = definitions.resources.iter().chain(&definitions.values);
    let operations = resources.flat_map(|resource| &resource.operations);
    let mut parameters = operations.flat_map(|operation| &operation.parameters);
    let fields: BTreeSet<_> = fields.map(|field| names::innermost(&field.shape)).collect();
    fields.contains(name) || parameters.any(|it| it.kind == Kind::Enum(name.to_owned()))
}

/// Shows models and enums as the cases see them.
pub fn models(definitions: &Definitions) -> Source {
    let mut out = Source::new(&["UploadcareSDK"]);
    let models = definitions.models.iter().filter(|(name, _)| names::is_public(name));
    for (name, record) in models {
        let members: Vec<_> = record
            .fields
            .iter()
            .map(|field| format!("\"{}\": {}.observed", field.name, names::member(&field.name)))
            .collect();
        observed(&mut out, name, |out| out.items(8, "[", &members, "]"));
    }
    for name in definitions.enums.keys() {
        observed(&mut out, name, |out| out.line(8, "description.observed"));
    }
    out
}

fn observed(out: &mut Source, name: &str, body: impl FnOnce(&mut Source)) {
    out.line(0, "");
    out.line(0, &format!("extension {name}: Observed {{"));
    out.line(4, "var observed: JsonNode {");
    body(out);
    out.line(4, "}");
    out.line(0, "}");
}
