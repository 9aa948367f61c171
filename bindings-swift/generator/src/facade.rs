//! The parts of the client.

use crate::{Source, docs, names};
use std::collections::BTreeSet;
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Owner, Resource, Shape};

/// The clients that have parts, by what owns those.
pub const CLIENTS: [(Owner, &str); 2] =
    [(Owner::Client, "Uploadcare"), (Owner::Account, "AccountClient")];

/// First words of operations that do something; often nobody looks at what they give.
const DOING: &[&str] = &["Changes", "Deletes", "Gives", "Makes", "Sets", "Stores"];

/// The type of a part of the client.
pub fn resource(resource: &Resource, definitions: &Definitions) -> Source {
    let mut out = Source::new(&["UploadcareBindings"]);
    let paragraphs: Vec<_> = resource.doc.split("\n\n").map(str::to_owned).collect();
    out.line(0, "");
    if resource.is_partial() {
        out.line(0, &format!("extension {} {{", resource.name));
    } else {
        out.doc(0, &docs::paragraphs(0, &paragraphs, definitions));
        out.line(0, &format!("public struct {}: Sendable {{", resource.name));
        out.line(4, "let native: NativeClient");
        out.line(0, "");
    }
    for (place, operation) in resource.operations.iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        method(&mut out, resource, operation, definitions);
    }
    out.line(0, "}");
    out
}

/// What the clients give their parts by.
pub fn clients(definitions: &Definitions) -> Source {
    let mut out = Source::new(&[]);
    for (owner, client) in CLIENTS {
        if owner != Owner::Client {
            out.line(0, "");
        }
        out.line(0, &format!("extension {client} {{"));
        let parts = definitions.resources.iter().filter(|resource| resource.owner == owner);
        for (place, resource) in parts.enumerate() {
            if place > 0 {
                out.line(0, "");
            }
            let about = std::slice::from_ref(&resource.field_doc);
            out.doc(4, &docs::paragraphs(4, about, definitions));
            let name = &resource.name;
            out.line(4, &format!("public var {}: {name} {{", names::member(&resource.field)));
            out.line(8, &format!("{name}(native: native)"));
            out.line(4, "}");
        }
        out.line(0, "}");
    }
    out
}

fn method(out: &mut Source, resource: &Resource, operation: &Operation, definitions: &Definitions) {
    out.doc(4, &docs::operation(4, operation, definitions));
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    for parameter in &operation.parameters {
        let name = names::member(&parameter.name);
        let (ty, argument) = crossing(&parameter.kind, &name);
        arguments.push(format!("{name}: {argument}"));
        parameters.push(format!("{name}: {ty}"));
    }
    if let Some(options) = &operation.options {
        parameters.push(format!("options: {options} = {options}()"));
        arguments.push("options: options".to_owned());
    }
    if let Some(first) = parameters.first_mut() {
        first.insert_str(0, "_ ");
    }
    if operation.is_async {
        arguments.push("cancel: $0".to_owned());
    }
    let result = match &operation.result {
        Outcome::Nothing => None,
        Outcome::Value(shape) => Some(names::ty(shape)),
        Outcome::List(item) => Some(format!("ItemList<{item}>")),
        Outcome::Job => Some("Job".to_owned()),
        Outcome::Jobs => Some("ConversionBatch".to_owned()),
        Outcome::Own => Some(resource.name.clone()),
    };
    let effects = match (&operation.result, operation.is_async) {
        (Outcome::List(_), _) => "",
        (_, true) => " async throws",
        (_, false) => " throws",
    };
    let result = result.map(|result| format!(" -> {result}")).unwrap_or_default();
    if is_discardable(operation) {
        out.line(4, "@discardableResult");
    }
    let open = format!("public func {}(", names::member(&operation.name));
    out.items(4, &open, &parameters, &format!("){effects}{result} {{"));
    body(out, resource, operation, &arguments);
    out.line(4, "}");
}

/// The type of an argument, and how one of this name crosses.
pub fn crossing<'a>(kind: &'a Kind, name: &str) -> (&'a str, String) {
    match kind {
        Kind::File => ("some FileReference", format!("{name}.fileReference")),
        Kind::Files => ("[any FileReference]", format!("{name}.map(\\.fileReference)")),
        Kind::Group => ("some GroupReference", format!("{name}.groupReference")),
        Kind::Text => ("String", name.to_owned()),
        Kind::Texts => ("[String]", name.to_owned()),
        Kind::Integer => ("Int64", name.to_owned()),
        Kind::Boolean => ("Bool", name.to_owned()),
        Kind::Length => ("Length", name.to_owned()),
        Kind::Lengths => ("[Length]", name.to_owned()),
        Kind::Enum(of) => (of.as_str(), name.to_owned()),
    }
}

fn body(out: &mut Source, resource: &Resource, operation: &Operation, arguments: &[String]) {
    let native = names::member(&format!("{}_{}", resource.field, operation.name));
    let (wait, way) = if operation.is_async {
        ("try await ", "try await cancellable { [native] in")
    } else {
        ("try ", "try translatingErrors {")
    };
    let open = format!("{wait}native.{native}(");
    if matches!(operation.result, Outcome::List(_)) {
        out.line(8, "ItemList { [native] in");
        out.line(12, "let pages = try translatingErrors {");
        out.items(16, &open, arguments, ")");
        out.line(12, "}");
        out.line(12, "return PageWalk(pages)");
        out.line(8, "}");
        return;
    }
    let (start, end) = match &operation.result {
        Outcome::Job => ("let record = ", "return Job(native, record)"),
        Outcome::Jobs => ("let record = ", "return ConversionBatch(native, record)"),
        _ => ("", ""),
    };
    out.line(8, &format!("{start}{way}"));
    out.items(12, &open, arguments, ")");
    out.line(8, "}");
    if !end.is_empty() {
        out.line(8, end);
    }
}

/// Whether a caller may ignore the result. That of a batch tells what was not done.
fn is_discardable(operation: &Operation) -> bool {
    let about = operation.doc.about.first().map_or("", String::as_str);
    let is_doing = DOING.contains(&about.split(' ').next().unwrap_or_default());
    let of_one = |shape: &Shape| *shape != Shape::Named("BatchResult".to_owned());
    is_doing && matches!(&operation.result, Outcome::Value(shape) if of_one(shape))
}

/// The native walks over pages, which know only one kind of item each.
pub fn lists(definitions: &Definitions) -> Source {
    let mut out = Source::new(&["UploadcareBindings"]);
    let operations = definitions.resources.iter().flat_map(|resource| &resource.operations);
    let items: BTreeSet<_> = operations
        .filter_map(|operation| match &operation.result {
            Outcome::List(item) => Some(item),
            _ => None,
        })
        .collect();
    for item in items {
        let native = format!("Native{}", item.strip_suffix("Info").unwrap_or(item));
        for line in [
            "",
            &format!("extension PageWalk<{item}> {{"),
            &format!("    init(_ native: {native}Pages) {{"),
            "        next = { try await native.nextPage(cancel: $0).map(Page.init) }",
            "        previous = { try await native.previousPage(cancel: $0).map(Page.init) }",
            "        cursor = native.cursor(taken:)",
            "        stop = native.stop",
            "    }",
            "}",
            "",
            &format!("extension Page<{item}> {{"),
            &format!("    init(_ native: {native}Page) {{"),
            "        self.init(results: native.results, info: native.info)",
            "    }",
            "}",
        ] {
            out.line(0, line);
        }
    }
    out
}
