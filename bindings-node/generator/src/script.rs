//! The parts of the client as TypeScript.

use crate::{docs, layout};
use heck::ToLowerCamelCase;
use std::collections::{BTreeMap, BTreeSet};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Owner, Resource, Shape};

/// Names by the module they are of.
#[derive(Default)]
struct Uses(BTreeMap<&'static str, BTreeSet<String>>);

const MODELS: &str = "../../native/generated/models.js";
const NATIVE: &str = "../../native/generated/index.js";

/// Texts that are days, by operation and name: they may be given as `Date`, too.
const DAYS: [(&str, &str); 4] =
    [("get", "from"), ("get", "to"), ("metric", "from"), ("metric", "to")];

impl Uses {
    fn add(&mut self, module: &'static str, name: impl Into<String>) {
        self.0.entry(module).or_default().insert(name.into());
    }

    fn names(&mut self, module: &str) -> Vec<String> {
        self.0.remove(module).unwrap_or_default().into_iter().collect()
    }
}

/// The module of a part of the client.
pub fn class(resource: &Resource, definitions: &Definitions) -> String {
    let mut uses = Uses::default();
    let methods: Vec<String> = resource
        .operations
        .iter()
        .map(|operation| method(resource, operation, definitions, &mut uses))
        .collect();
    uses.add(NATIVE, "type NativeClient");
    let imports = imports(&mut uses);
    let doc = layout::comment(0, &docs::paragraphs(&resource.doc, definitions), &[]);
    format!(
        "
{imports}
{doc}export class {} {{
  readonly #native: NativeClient;

  /** @internal */
  constructor(native: NativeClient) {{
    this.#native = native;
  }}

{}}}
",
        resource.class(),
        methods.join("\n"),
    )
}

/// The imports of a module.
fn imports(uses: &mut Uses) -> String {
    let modules = [
        NATIVE,
        MODELS,
        "../call.js",
        "../job.js",
        "../length.js",
        "../list.js",
        "../reference.js",
        "../transformation.js",
    ];
    let imports = modules.map(|module| {
        let names = uses.names(module);
        if module == MODELS || names.iter().all(|name| name.starts_with("type ")) {
            let bare = names.iter().map(|name| name.replacen("type ", "", 1)).collect();
            layout::import("import type", bare, module)
        } else {
            layout::import("import", names, module)
        }
    });
    imports.concat()
}

/// The module of a value: the methods that give another one.
pub fn value(value: &Resource, definitions: &Definitions) -> String {
    let mut uses = Uses::default();
    uses.add("../transformation.js", format!("type {}", value.name));
    let methods: Vec<String> = value
        .operations
        .iter()
        .map(|operation| method(value, operation, definitions, &mut uses))
        .collect();
    let imports = imports(&mut uses);
    let (name, class) = (&value.name, value_class(value));
    format!(
        "
{imports}
/** The methods of `{name}`. */
export abstract class {class} {{
  /** The operations as they stand in a URL, such as `-/preview/200x200/-/grayscale/`. */
  abstract readonly chain: string;

  /** @internal */
  abstract with(chain: string): {name};

{}}}
",
        methods.join("\n"),
    )
}

fn value_class(value: &Resource) -> String {
    format!("{}Operations", value.name)
}

/// What a client has its parts from.
pub fn resources(definitions: &Definitions, owner: Owner) -> String {
    let own = || definitions.resources.iter().filter(|it| it.owner == owner);
    let (class, about) = match owner {
        Owner::Account => ("AccountResources", "The parts of a client of an account."),
        _ => ("Resources", "The parts of a client."),
    };
    let mut modules: Vec<_> = own()
        .map(|it| {
            // One that is written by hand goes on from the generated class.
            let folder = if it.is_partial() { ".." } else { "." };
            (format!("{folder}/{}.js", it.field), &it.name)
        })
        .collect();
    modules.sort();
    let modules: String = modules
        .iter()
        .map(|(module, name)| format!("import {{ {name} }} from '{module}';\n"))
        .collect();
    let (mut members, mut made) = (String::new(), String::new());
    for resource in own() {
        let doc = docs::paragraphs(&resource.field_doc, definitions);
        let (field, name) = (resource.field.to_lower_camel_case(), &resource.name);
        members += &format!("{}  readonly {field}: {name};\n", layout::comment(2, &doc, &[]));
        made += &format!("    this.{field} = new {name}(native);\n");
    }
    format!(
        "
import type {{ NativeClient }} from '../../native/generated/index.js';
{modules}
/** {about} */
export abstract class {class} {{
{members}
  /** @internal */
  constructor(native: NativeClient) {{
{made}  }}
}}
",
    )
}

/// The types of the parts, for the public entry.
pub fn index(definitions: &Definitions) -> String {
    let mut lines: Vec<_> = definitions
        .resources
        .iter()
        .map(|it| (it.class().to_owned(), &it.field))
        .chain(definitions.values.iter().map(|it| (value_class(it), &it.field)))
        .map(|(class, module)| format!("export type {{ {class} }} from './{module}.js';\n"))
        .collect();
    lines.sort();
    format!("\n{}", lines.concat())
}

fn method(
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
    uses: &mut Uses,
) -> String {
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    let mut checks = String::new();
    for parameter in &operation.parameters {
        let name = parameter.name.to_lower_camel_case();
        let is_day = resource.field == "usage"
            && DAYS.contains(&(operation.name.as_str(), parameter.name.as_str()));
        let (ty, check, is_text) = match &parameter.kind {
            Kind::Text if is_day => {
                uses.add("../reference.js", "type Day");
                ("Day", "dayText", true)
            }
            kind => argument(kind, uses),
        };
        parameters.push(format!("{name}: {ty}"));
        let is_length = matches!(parameter.kind, Kind::Length | Kind::Lengths);
        let module = match is_text {
            _ if is_length => "../length.js",
            true => "../reference.js",
            false => "../call.js",
        };
        uses.add(module, check);
        if is_text {
            arguments.push(format!("{check}('{name}', {name})"));
        } else {
            checks += &format!("      {check}('{name}', {name});\n");
            arguments.push(name);
        }
    }
    // A list is fetched later: its options have a signal, too.
    let is_cancellable = operation.is_async || matches!(operation.result, Outcome::List(_));
    let options = options(operation, is_cancellable, uses);
    if let Some(name) = &operation.options {
        let is_object = |shape: &Shape| {
            matches!(shape, Shape::Map(_)) || definitions.options.contains_key(innermost(shape))
        };
        let objects = paths(name, definitions, &is_object);
        let wholes = paths(name, definitions, &|shape| innermost(shape) == "i64");
        for (check, paths) in [("checkObjects", objects), ("checkWholes", wholes)] {
            if !paths.is_empty() {
                uses.add("../call.js", check);
                checks += &layout::list(6, &format!("{check}(options, ["), &paths, "]);");
            }
        }
        arguments.push("options".to_owned());
    }
    let (result, end) = match operation.result {
        Outcome::Own => (resource.name.clone(), "this.with(chain)".to_owned()),
        _ => result(&operation.result, definitions, uses),
    };
    let name = operation.name.to_lower_camel_case();
    let native = format!("{}_{}", resource.field, operation.name).to_lower_camel_case();
    let native = if operation.result == Outcome::Own {
        uses.add(NATIVE, native.as_str());
        arguments.insert(0, "this.chain".to_owned());
        native
    } else {
        format!("this.#native.{native}")
    };
    let body = body(operation, &name, &native, arguments, &checks, &end, uses);
    let ty = if operation.is_async { format!("Promise<{result}>") } else { result };
    parameters.extend(options);
    let head = layout::list(2, &format!("{name}("), &parameters, &format!("): {ty} {{"));
    let (paragraphs, tags) = docs::operation(operation, definitions);
    format!("{}{head}{body}  }}\n", layout::comment(2, &paragraphs, &tags))
}

/// Type of an argument, and the function that checks it; whether that gives what crosses.
fn argument<'a>(kind: &'a Kind, uses: &mut Uses) -> (&'a str, &'static str, bool) {
    match kind {
        Kind::File => {
            uses.add("../reference.js", "type FileReference");
            ("FileReference", "fileText", true)
        }
        Kind::Files => {
            uses.add("../reference.js", "type FileReference");
            ("Iterable<FileReference> & object", "fileTexts", true)
        }
        Kind::Group => {
            uses.add("../reference.js", "type GroupReference");
            ("GroupReference", "groupText", true)
        }
        // A text is iterable, too, but no list of texts.
        Kind::Texts => ("Iterable<string> & object", "texts", true),
        Kind::Text => ("string", "checkText", false),
        Kind::Integer => ("number", "checkInteger", false),
        Kind::Boolean => ("boolean", "checkBoolean", false),
        Kind::Length => {
            uses.add(MODELS, "Length");
            ("Length", "checkLength", false)
        }
        Kind::Lengths => {
            uses.add(MODELS, "Length");
            ("Iterable<Length> & object", "lengths", true)
        }
        Kind::Enum(name) => {
            uses.add(MODELS, name.as_str());
            (name, "checkText", false)
        }
    }
}

/// The parameter `options`.
fn options(operation: &Operation, is_cancellable: bool, uses: &mut Uses) -> Option<String> {
    let mut types = Vec::new();
    if let Some(name) = &operation.options {
        uses.add(MODELS, name.as_str());
        types.push(name.as_str());
    }
    if is_cancellable {
        uses.add("../call.js", "type CallOptions");
        types.push("CallOptions");
    }
    (!types.is_empty()).then(|| format!("options: {} = {{}}", types.join(" & ")))
}

/// What the method gives, and how it is made of what has crossed, which is called `json`.
fn result(outcome: &Outcome, definitions: &Definitions, uses: &mut Uses) -> (String, String) {
    match outcome {
        Outcome::Nothing => ("void".to_owned(), String::new()),
        Outcome::Value(shape) => {
            uses.add("../call.js", "parsed");
            let ty = script_type(shape, uses);
            let mut secrets = BTreeSet::new();
            find_secrets(innermost(shape), definitions, &mut BTreeSet::new(), &mut secrets);
            let secrets: Vec<_> = secrets.into_iter().collect();
            let hidden = match secrets.as_slice() {
                [] => String::new(),
                names => format!(", [{}]", names.join(", ")),
            };
            (ty.clone(), format!("parsed<{ty}>(json{hidden})"))
        }
        Outcome::List(item) => {
            uses.add(MODELS, item.as_str());
            uses.add("../list.js", "type ItemList");
            uses.add("../list.js", "openList");
            (format!("ItemList<{item}>"), format!("openList<{item}>"))
        }
        Outcome::Job => {
            uses.add("../job.js", "type Job");
            uses.add("../job.js", "openJob");
            ("Job".to_owned(), "openJob(this.#native, json)".to_owned())
        }
        Outcome::Jobs => {
            uses.add("../job.js", "type ConversionBatch");
            uses.add("../job.js", "openBatch");
            ("ConversionBatch".to_owned(), "openBatch(this.#native, json)".to_owned())
        }
        // Of whom, only the method knows.
        Outcome::Own => (String::new(), String::new()),
    }
}

fn body(
    operation: &Operation,
    name: &str,
    native: &str,
    mut arguments: Vec<String>,
    checks: &str,
    end: &str,
    uses: &mut Uses,
) -> String {
    let native = format!("{native}(");
    if operation.is_async {
        uses.add("../call.js", "call");
        arguments.push("cancel".to_owned());
        let kept = if end.is_empty() { "" } else { "const json = " };
        let crossing = layout::list(6, &format!("{kept}await {native}"), &arguments, ");");
        let end = if end.is_empty() { String::new() } else { format!("      return {end};\n") };
        return format!(
            "    return call(this.#native, this.{name}, options, async (cancel) => {{
{checks}{crossing}{end}    }});\n"
        );
    }
    uses.add("../call.js", "callNow");
    let mut checks = checks.to_owned();
    if operation.options.is_some() || matches!(operation.result, Outcome::List(_)) {
        uses.add("../call.js", "checkOptions");
        checks = format!("      checkOptions(options);\n{checks}");
    }
    let crossing = if let Outcome::List(_) = operation.result {
        arguments.pop();
        arguments.push("given".to_owned());
        let call = format!("{native}{})", arguments.join(", "));
        layout::arrow(6, &format!("return {end}(this.#native, options, (given) =>"), &call)
    } else {
        let kept = if operation.result == Outcome::Own { "chain" } else { "json" };
        let crossing = layout::list(6, &format!("const {kept} = {native}"), &arguments, ");");
        format!("{crossing}      return {end};\n")
    };
    format!("    return callNow(this.{name}, () => {{\n{checks}{crossing}    }});\n")
}

fn script_type(shape: &Shape, uses: &mut Uses) -> String {
    match shape {
        Shape::Optional(inner) => format!("{} | null", script_type(inner, uses)),
        Shape::List(inner) => match script_type(inner, uses) {
            item if item.contains(' ') => format!("Array<{item}>"),
            item => format!("{item}[]"),
        },
        Shape::Map(inner) => {
            format!("Record<string, {}>", script_type(inner, uses))
        }
        Shape::Named(name) => match name.as_str() {
            "String" => "string".to_owned(),
            "bool" => "boolean".to_owned(),
            "i64" | "f64" => "number".to_owned(),
            name => {
                uses.add(MODELS, name);
                name.to_owned()
            }
        },
    }
}

fn innermost(shape: &Shape) -> &str {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) | Shape::Map(inner) => innermost(inner),
        Shape::Named(name) => name,
    }
}

/// Secret members of a model and of those in it, in quotes.
fn find_secrets(
    name: &str,
    definitions: &Definitions,
    seen: &mut BTreeSet<String>,
    found: &mut BTreeSet<String>,
) {
    let Some(model) = definitions.models.get(name) else { return };
    if !seen.insert(name.to_owned()) {
        return;
    }
    for field in &model.fields {
        if field.is_secret {
            found.insert(format!("'{}'", field.name.to_lower_camel_case()));
        }
        find_secrets(innermost(&field.shape), definitions, seen, found);
    }
}

/// Options whose shapes, without `Optional`, are wanted, in quotes; those of options in options
/// after a dot.
fn paths(name: &str, definitions: &Definitions, is_wanted: &dyn Fn(&Shape) -> bool) -> Vec<String> {
    let Some(options) = definitions.options.get(name) else { return Vec::new() };
    let mut found = Vec::new();
    for field in &options.fields {
        let own = field.name.to_lower_camel_case();
        let shape = match &field.shape {
            Shape::Optional(inner) => inner,
            shape => shape,
        };
        if is_wanted(shape) {
            found.push(format!("'{own}'"));
        }
        let inner = paths(innermost(shape), definitions, is_wanted).into_iter();
        found.extend(inner.map(|path| format!("'{own}.{}", &path[1..])));
    }
    found
}
