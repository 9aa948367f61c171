//! The Rust of the native module: a sync and an async method for each operation.

use crate::{models as crossing_models, pages, python::identifier};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Resource, Shape, formatted};

const MADE: &str = "// Made from the Rust definitions by `cargo xtask generate`. Do not edit.\n";

/// The function that adds the models to the module.
pub fn models(definitions: &Definitions) -> Result<String, String> {
    let class = |name: &String| {
        let is_lazy = definitions.models.get(name).is_some_and(|model| model.lazy);
        if is_lazy { format!("{name}Object") } else { name.clone() }
    };
    let names: Vec<_> = crossing_models(definitions).map(class).collect();
    let mut adds = String::new();
    for name in &names {
        let _ = writeln!(adds, "module.add_class::<{name}>()?;");
    }
    formatted(&format!(
        "{MADE}//! The models as classes of the module.

use pyo3::prelude::*;
use uploadcare::{{{}}};

pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {{
    {adds}
    Ok(())
}}
",
        names.join(", ")
    ))
}

/// The methods of the client. rustfmt leaves the inside of the macro as it is.
pub fn operations(definitions: &Definitions) -> Result<String, String> {
    let mut uses = Uses::default();
    let (mut plain, mut calls) = (String::new(), String::new());
    for resource in &definitions.resources {
        for operation in &resource.operations {
            match (&operation.result, operation.is_async) {
                (Outcome::List(item), _) => {
                    list(&mut plain, resource, operation, item, definitions, &mut uses);
                }
                (_, true) => call(&mut calls, resource, operation, definitions, &mut uses),
                (_, false) => at_once(&mut plain, resource, operation, definitions, &mut uses),
            }
        }
    }
    uses.own("client", ["NativeClient"]);
    uses.own("operations", ["operations"]);
    let own = uses.own.iter().map(|(module, names)| format!("{module}::{{{}}}", joined(names)));
    let map = if calls.contains("HashMap<") { "use std::collections::HashMap;\n" } else { "" };
    formatted(&format!(
        "{MADE}//! The operations of the core.

use crate::{{{}}};
use pyo3::prelude::*;
{map}use uploadcare::{{{}}};

operations! {{
    impl NativeClient {{
{}    }}
{calls}}}
",
        own.collect::<Vec<_>>().join(", "),
        joined(&uses.core),
        plain.trim_start_matches('\n'),
    ))
}

#[derive(Default)]
struct Uses {
    /// Names of the crate by module.
    own: BTreeMap<&'static str, BTreeSet<String>>,
    core: BTreeSet<String>,
}

impl Uses {
    fn own<const N: usize>(&mut self, module: &'static str, names: [&str; N]) {
        self.own.entry(module).or_default().extend(names.map(str::to_owned));
    }
}

fn joined(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Reads the arguments; returns the parameters, the lines that do so, and the arguments of the
/// call.
fn arguments(operation: &Operation, margin: &str, uses: &mut Uses) -> [String; 3] {
    let (mut parameters, mut lines, mut passed) = (String::new(), String::new(), Vec::new());
    for parameter in &operation.parameters {
        let name = identifier(&parameter.name);
        let (ty, by) = parameter.kind.crossing();
        match &parameter.kind {
            Kind::Enum(name) => {
                uses.core.insert(name.clone());
            }
            Kind::Length | Kind::Lengths => {
                uses.core.insert("Length".to_owned());
            }
            _ => {}
        }
        uses.own("options", ["argument"]);
        let _ = write!(parameters, ", {name}: &Bound<'_, PyAny>");
        let _ = writeln!(lines, "{margin}let {name}: {ty} = argument({name}, \"{name}\")?;");
        passed.push(format!("{by}{name}"));
    }
    if let Some(options) = &operation.options {
        uses.core.insert(options.clone());
        uses.own("options", ["read"]);
        parameters.push_str(", options: &Bound<'_, PyAny>");
        let _ = writeln!(lines, "{margin}let options: {options} = read(options)?;");
        passed.push("options".to_owned());
    }
    [parameters, lines, passed.join(", ")]
}

fn list(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    item: &str,
    definitions: &Definitions,
    uses: &mut Uses,
) {
    let [parameters, lines, passed] = arguments(operation, "            ", uses);
    let (field, name, pages) = (&resource.field, &operation.name, pages(item));
    let options = operation.options.as_deref().unwrap_or_default();
    uses.own("pages", [&pages]);
    let kept = definitions.beside_cursor(options);
    let keep: String =
        kept.iter().map(|name| format!("            let {name} = options.{name};\n")).collect();
    let kept = kept.join(", ");
    let _ = write!(
        out,
        "
        fn {field}_{name}(slf: Py<Self>, py: Python<'_>{parameters}) -> PyResult<{pages}> {{
{lines}{keep}            let list = Self::of(&slf, py)?.{field}().{name}({passed});
            {pages}::new(slf, py, list, move |client, cursor| {{
                let cursor = Some(cursor);
                client.{field}().{name}({options} {{ cursor, {kept}, ..Default::default() }})
            }})
        }}
"
    );
}

/// The methods of values, as functions from text to text.
pub fn values(definitions: &Definitions) -> Result<String, String> {
    let mut uses = Uses::default();
    let (mut functions, mut adds) = (String::new(), String::new());
    for value in &definitions.values {
        uses.core.insert(value.name.clone());
        for operation in &value.operations {
            let [parameters, lines, passed] = arguments(operation, "    ", &mut uses);
            let (ty, after) = result(operation, definitions, &mut uses);
            uses.own("errors", ["raise"]);
            let (field, name) = (&value.field, &operation.name);
            let _ =
                writeln!(adds, "module.add_function(wrap_pyfunction!({field}_{name}, module)?)?;");
            let _ = write!(
                functions,
                "
#[pyfunction]
fn {field}_{name}(py: Python<'_>, {field}: {}{parameters}) -> PyResult<{ty}> {{
{lines}    {field}.{name}({passed}){after}.map_err(|error| raise(py, &error))
}}
",
                value.name
            );
        }
    }
    let own = uses.own.iter().map(|(module, names)| format!("{module}::{{{}}}", joined(names)));
    formatted(&format!(
        "{MADE}//! The methods of values.

use crate::{{{}}};
use pyo3::prelude::*;
use uploadcare::{{{}}};

pub fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {{
    {adds}
    Ok(())
}}
{functions}",
        own.collect::<Vec<_>>().join(", "),
        joined(&uses.core),
    ))
}

/// What sends nothing.
fn at_once(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
    uses: &mut Uses,
) {
    let [parameters, lines, passed] = arguments(operation, "            ", uses);
    let (field, name) = (&resource.field, &operation.name);
    let (ty, after) = result(operation, definitions, uses);
    uses.own("errors", ["raise"]);
    let _ = write!(
        out,
        "
        fn {field}_{name}(&self, py: Python<'_>{parameters}) -> PyResult<{ty}> {{
            let api = self.client(py)?.{field}();
{lines}            api.{name}({passed}){after}.map_err(|error| raise(py, &error))
        }}
"
    );
}

fn call(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    definitions: &Definitions,
    uses: &mut Uses,
) {
    let [parameters, lines, passed] = arguments(operation, "        ", uses);
    let (field, name) = (&resource.field, &operation.name);
    let (ty, after) = result(operation, definitions, uses);
    let _ = write!(
        out,
        "
    fn {field}_{name} / {field}_{name}_async(&self, py{parameters}) -> {ty} {{
        let api = self.client(py)?.{field}();
{lines}        async move {{ api.{name}({passed}).await{after} }}
    }}
"
    );
}

/// The type of the result, and what makes it of that of the core.
fn result(
    operation: &Operation,
    definitions: &Definitions,
    uses: &mut Uses,
) -> (String, &'static str) {
    match &operation.result {
        Outcome::Nothing => {
            uses.own("runtime", ["Nothing"]);
            ("Nothing".to_owned(), ".map(Nothing::from)")
        }
        Outcome::Value(shape) => (rust_type(shape, definitions, uses), ""),
        Outcome::Own => ("String".to_owned(), ".map(|value| value.text)"),
        Outcome::List(item) => (pages(item), ""),
        Outcome::Job => {
            uses.own("jobs", ["Started", "started"]);
            ("Started".to_owned(), ".map(started)")
        }
        Outcome::Jobs => {
            uses.own("jobs", ["Batch", "batch"]);
            ("Batch".to_owned(), ".map(batch)")
        }
    }
}

fn rust_type(shape: &Shape, definitions: &Definitions, uses: &mut Uses) -> String {
    match shape {
        Shape::Optional(inner) => format!("Option<{}>", rust_type(inner, definitions, uses)),
        Shape::List(inner) => format!("Vec<{}>", rust_type(inner, definitions, uses)),
        Shape::Map(inner) => format!("HashMap<String, {}>", rust_type(inner, definitions, uses)),
        Shape::Named(name) => {
            if definitions.models.contains_key(name) || definitions.enums.contains_key(name) {
                uses.core.insert(name.clone());
            }
            name.clone()
        }
    }
}
