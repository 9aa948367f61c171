//! The operations as methods of the native client.

use std::{collections::BTreeSet, fmt::Write};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Resource};

/// The `impl` block, without line breaks of rustfmt.
pub fn operations(definitions: &Definitions) -> String {
    let mut uses = BTreeSet::new();
    let mut methods = String::new();
    for resource in &definitions.resources {
        for operation in &resource.operations {
            method(&mut methods, resource, operation, &mut uses);
        }
    }
    let mut functions = String::new();
    for value in &definitions.values {
        uses.insert(value.name.clone());
        for operation in &value.operations {
            function(&mut functions, value, operation, &mut uses);
        }
    }
    let uses: Vec<_> = uses.into_iter().collect();
    format!(
        "//! The operations of the core, one method each. Results cross as JSON text.

use crate::{{call::{{CancelHandle, answer, answer_now, run}}, client::NativeClient, failure::thrown, pages::NativePages}};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use uploadcare::{{{}}};

#[napi]
impl NativeClient {{
{}}}
{functions}",
        uses.join(", "),
        methods.trim_start_matches('\n'),
    )
}

/// A method of a value, as a function from text to text.
fn function(
    out: &mut String,
    value: &Resource,
    operation: &Operation,
    uses: &mut BTreeSet<String>,
) {
    let (parameters, arguments) = signature(operation, uses);
    let (field, ty, name) = (&value.field, &value.name, &operation.name);
    let _ = write!(
        out,
        "
#[napi(catch_unwind)]
pub fn {field}_{name}(env: &Env, {field}: {ty}{parameters}) -> Result<String> {{
    {field}.{name}({}).map(|{field}| {field}.text).map_err(|error| thrown(env, &error))
}}
",
        arguments.join(", ")
    );
}

/// The parameters, each after a comma, and what the core is called with.
fn signature(operation: &Operation, uses: &mut BTreeSet<String>) -> (String, Vec<String>) {
    let mut parameters = String::new();
    let mut arguments = Vec::new();
    for parameter in &operation.parameters {
        let (ty, by) = parameter.kind.crossing();
        match &parameter.kind {
            Kind::Enum(name) => {
                uses.insert(name.clone());
            }
            Kind::Length | Kind::Lengths => {
                uses.insert("Length".to_owned());
            }
            _ => {}
        }
        let _ = write!(parameters, ", {}: {ty}", parameter.name);
        arguments.push(format!("{by}{}", parameter.name));
    }
    if let Some(options) = &operation.options {
        uses.insert(options.clone());
        let _ = write!(parameters, ", options: {options}");
        arguments.push("options".to_owned());
    }
    (parameters, arguments)
}

fn method(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    uses: &mut BTreeSet<String>,
) {
    let (parameters, arguments) = signature(operation, uses);
    // What has a shape of its own crosses as its record.
    let record = match &operation.result {
        Outcome::Job => Some("Job"),
        Outcome::Jobs => Some("ConversionBatch"),
        _ => None,
    };
    uses.extend(record.map(str::to_owned));
    let after = record.map(|name| format!(".map({name}::record)")).unwrap_or_default();
    let (field, name) = (&resource.field, &operation.name);
    let call = format!("{name}({})", arguments.join(", "));
    let method = format!("pub fn {field}_{name}");
    let _ = if operation.is_async {
        let (ty, run) = match operation.result {
            Outcome::Nothing => ("()", "run"),
            _ => ("String", "answer"),
        };
        write!(
            out,
            "
    #[napi(catch_unwind)]
    {method}<'env>(&self, env: &'env Env{parameters}, cancel: Option<&CancelHandle>) -> Result<PromiseRaw<'env, {ty}>> {{
        let api = self.client.{field}();
        {run}(env, cancel, async move {{ api.{call}.await{after} }})
    }}
"
        )
    } else {
        let (ty, end) = match operation.result {
            Outcome::List(_) => ("NativePages", "NativePages::open"),
            _ => ("String", "answer_now"),
        };
        write!(
            out,
            "
    #[napi(catch_unwind)]
    {method}(&self, env: &Env{parameters}) -> Result<{ty}> {{
        {end}(env, self.client.{field}().{call}{after})
    }}
"
        )
    };
}
