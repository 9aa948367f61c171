//! The parts of the client as classes.

use crate::{PACKAGE, Source, WIDTH, docs, names};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Owner, Resource};

/// What else an argument may be given as: the type, whence it is, and how it becomes text.
pub type Form = (&'static str, &'static str, &'static str);

pub const FILES: &[Form] = &[
    ("UUID", "java.util", "toString()"),
    ("FileInfo", "com.uploadcare.sdk.model", "uuid"),
    ("UploadedFile", "com.uploadcare.sdk.model", "uuid"),
];
const GROUPS: &[Form] = &[
    ("GroupInfo", "com.uploadcare.sdk.model", "id"),
    ("UploadGroupInfo", "com.uploadcare.sdk.model", "id"),
];
const DATES: &[Form] = &[("LocalDate", "java.time", "toString()")];

/// Texts that are days.
const DAYS: [&str; 2] = ["from", "to"];

/// The class of a part of the client.
pub fn class(resource: &Resource, definitions: &Definitions) -> Source {
    let mut out = Source::new(PACKAGE);
    let mut paragraphs: Vec<_> = resource
        .doc
        .split("\n\n")
        .map(|text| names::respelled(&text.replace('\n', " "), definitions))
        .collect();
    let has = |wanted: &[Kind]| {
        let mut operations = resource.operations.iter();
        operations.any(|operation| operation.parameters.iter().any(|it| wanted.contains(&it.kind)))
    };
    if has(&[Kind::File, Kind::Files]) {
        paragraphs.push(
            "A file is given as text (its UUID, or its URL on the CDN), as [UUID], or as what a list or an upload gave."
                .to_owned(),
        );
        out.uses.insert("java.util.UUID".to_owned());
    }
    if has(&[Kind::Group]) {
        paragraphs.push(
            "A group is given as text (its identifier, or its URL on the CDN), or as what a list or an upload gave."
                .to_owned(),
        );
    }
    for line in docs::comment(0, &paragraphs, &[]) {
        out.line(0, &line);
    }
    // The methods that are written by hand are those of a class that goes on from this one.
    let (kind, seen) =
        if resource.is_partial() { ("abstract class", "internal") } else { ("class", "private") };
    out.line(0, &format!("public {kind} {} internal constructor(", resource.class()));
    out.line(4, &format!("{seen} val connection: Connection,"));
    out.line(0, ") {");
    for (place, operation) in resource.operations.iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        method(&mut out, resource, operation, definitions);
    }
    out.line(0, "}");
    out
}

/// What a client inherits its parts from.
pub fn resources(class: &str, client: &str, owner: Owner, definitions: &Definitions) -> Source {
    let mut out = Source::new(PACKAGE);
    out.line(0, &format!("/** The parts of a client: see [{client}]. */"));
    out.line(0, &format!("public abstract class {class} internal constructor("));
    out.line(4, "connection: Connection,");
    out.line(0, ") {");
    let resources = definitions.resources.iter().filter(|resource| resource.owner == owner);
    for (place, resource) in resources.enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        let doc = names::respelled(&resource.field_doc.replace('\n', " "), definitions);
        for line in docs::comment(4, &[doc], &[]) {
            out.line(0, &line);
        }
        let (field, ty) = (names::member(&resource.field), &resource.name);
        out.line(4, &format!("public val {field}: {ty} = {ty}(connection)"));
    }
    out.line(0, "}");
    out
}

fn method(out: &mut Source, resource: &Resource, operation: &Operation, definitions: &Definitions) {
    for line in docs::operation(4, operation, &[], definitions) {
        out.line(0, &line);
    }
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    for parameter in &operation.parameters {
        let name = names::member(&parameter.name);
        let (ty, argument) = match &parameter.kind {
            Kind::File | Kind::Group | Kind::Text => ("String", name.clone()),
            Kind::Files | Kind::Texts => ("Iterable<String>", format!("{name}.toList()")),
            Kind::Integer => ("Long", name.clone()),
            Kind::Boolean => ("Boolean", name.clone()),
            Kind::Length => {
                out.model("Length");
                ("Length", name.clone())
            }
            Kind::Lengths => {
                out.model("Length");
                ("Iterable<Length>", format!("{name}.toList()"))
            }
            Kind::Enum(of) => {
                out.model(of);
                (of.as_str(), name.clone())
            }
        };
        parameters.push(format!("{name}: {ty}"));
        arguments.push(argument);
    }
    if let Some(options) = &operation.options {
        out.model(options);
        parameters.push(format!("options: {options} = {options}()"));
        arguments.push("options".to_owned());
    }
    let result = result(out, operation, definitions);
    let head = head(operation);
    let native = names::member(&format!("{}_{}", resource.field, operation.name));
    if let (Outcome::List(_), Some(options)) = (&operation.result, &operation.options) {
        out.line(4, &format!("{head}({}): {result} =", parameters.join(", ")));
        out.line(8, "connection.list { client, cursor ->");
        out.line(12, "// A cursor brings its own selection.");
        let kept = definitions.beside_cursor(options).into_iter();
        let kept: String = kept.map(|name| format!("{name} = options.{name}, ")).collect();
        let resumed = format!("{options}({kept}cursor = it)");
        let short = format!("val selection = cursor?.let {{ {resumed} }} ?: options");
        if 12 + short.len() <= WIDTH {
            out.line(12, &short);
        } else {
            out.line(12, "val selection =");
            out.line(16, "cursor?.let {");
            out.line(20, &resumed);
            out.line(16, "} ?: options");
        }
        out.line(12, &format!("client.{native}(selection).adapted(connection)"));
        out.line(8, "}");
        return;
    }
    if operation.is_async {
        arguments.push("cancel".to_owned());
    }
    let call = format!("it.{native}({})", arguments.join(", "));
    let call = match operation.result {
        Outcome::Job => format!("Job(connection, {call})"),
        Outcome::Jobs => format!("{call}.opened(connection)"),
        _ => call,
    };
    let way = if operation.is_async { "call" } else { "now" };
    let body = [format!("connection.{way}"), call];
    function(out, 4, &head, &parameters, &result, &body);
    delegates(out, operation, &parameters, &result);
}

fn head(operation: &Operation) -> String {
    let suspend = if operation.is_async { "suspend " } else { "" };
    format!("public {suspend}fun {}", names::member(&operation.name))
}

fn result(out: &mut Source, operation: &Operation, definitions: &Definitions) -> String {
    let mut used = |name: &str| {
        if names::is_generated(name, definitions) {
            out.model(name);
        }
    };
    match &operation.result {
        Outcome::Nothing => "Unit".to_owned(),
        Outcome::Value(shape) => {
            used(names::innermost(shape));
            names::ty(shape)
        }
        Outcome::List(item) => {
            used(item);
            format!("ItemList<{item}>")
        }
        Outcome::Job => "Job".to_owned(),
        Outcome::Jobs => "ConversionBatch".to_owned(),
        Outcome::Own => "Transformation".to_owned(),
    }
}

/// The same method for the other things that stand for a file or a group, and for days.
fn delegates(out: &mut Source, operation: &Operation, parameters: &[String], result: &str) {
    let is_day = |name: &str| DAYS.contains(&name);
    let named = |kind: &Kind, name: &str| match kind {
        Kind::File | Kind::Files => Some(FILES),
        Kind::Group => Some(GROUPS),
        Kind::Text if is_day(name) => Some(DATES),
        _ => None,
    };
    let others: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| named(&parameter.kind, &parameter.name))
        .collect();
    let Some(forms) = others.iter().copied().flatten().next() else { return };
    let several = operation.parameters.iter().any(|parameter| parameter.kind == Kind::Files);
    let method = names::member(&operation.name);
    for (ty, package, text) in forms {
        out.uses.insert(format!("{package}.{ty}"));
        let mut parameters = parameters.to_owned();
        let mut arguments = Vec::new();
        for (at, parameter) in parameters.iter_mut().enumerate() {
            let own = parameter.split(':').next().unwrap_or_default().to_owned();
            if others.get(at).copied().flatten().is_none() {
                arguments.push(own);
            } else if several {
                arguments.push(format!("{own}.map {{ it.{text} }}"));
                *parameter = format!("{own}: Iterable<{ty}>");
            } else {
                arguments.push(format!("{own}.{text}"));
                *parameter = format!("{own}: {ty}");
            }
        }
        let call = format!("{method}({})", arguments.join(", "));
        out.line(0, "");
        let plural = if several || *forms == *DATES { "s" } else { "" };
        out.line(4, &format!("/** As [{method}], by [{ty}]{plural}. */"));
        if several {
            // To the virtual machine all these lists are of one type.
            out.line(4, &format!("@JvmName(\"{method}By{ty}\")"));
        }
        function(out, 4, &head(operation), &parameters, result, &[call]);
    }
}

/// A function whose body is one expression, with the line breaks of the formatter. The expression is given in parts:
/// what stands before a block in braces, and in it.
pub fn function(
    out: &mut Source,
    indent: usize,
    head: &str,
    parameters: &[String],
    result: &str,
    body: &[String],
) {
    let line = format!("{head}({}): {result} =", parameters.join(", "));
    let end = if parameters.len() < 2 && indent + line.chars().count() <= WIDTH {
        line
    } else {
        out.line(indent, &format!("{head}("));
        for parameter in parameters {
            out.line(indent + 4, &format!("{parameter},"));
        }
        format!("): {result} =")
    };
    let whole = match body {
        [before, within] => format!("{before} {{ {within} }}"),
        _ => body.concat(),
    };
    if indent + end.chars().count() + 1 + whole.chars().count() <= WIDTH {
        out.line(indent, &format!("{end} {whole}"));
        return;
    }
    out.line(indent, &end);
    match body {
        [before, within] if indent + 4 + whole.chars().count() > WIDTH => {
            out.line(indent + 4, &format!("{before} {{"));
            out.line(indent + 8, within);
            out.line(indent + 4, "}");
        }
        _ => out.line(indent + 4, &whole),
    }
}
