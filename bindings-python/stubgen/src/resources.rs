//! `resources.py`: the parts of a client with their methods, as users see them.

use crate::{
    doc,
    python::{MADE, bracketed, identifier, import, model_in, type_of},
};
use std::{collections::BTreeSet, fmt::Write};
use uploadcare_facades::{Definitions, Kind, Operation, Outcome, Owner, Resource, Shape};

const HEAD: &str = "\
\"\"\"The parts of a client.\"\"\"

from __future__ import annotations

";

const TYPING: &str = "
TYPE_CHECKING = False

if TYPE_CHECKING:
    import builtins
    from collections.abc import Iterable
    from datetime import date

    from typing_extensions import Unpack

    from .._link import Link
    from .._types import FileReference, GroupReference
";

/// The class for ordinary code, or that for asyncio.
#[derive(Clone, Copy)]
struct Flavor {
    prefix: &'static str,
    is_async: bool,
}

const FLAVORS: [Flavor; 2] =
    [Flavor { prefix: "", is_async: false }, Flavor { prefix: "Async", is_async: true }];

#[derive(Default)]
struct Uses {
    models: BTreeSet<String>,
    options: BTreeSet<String>,
    jobs: BTreeSet<String>,
    lists: BTreeSet<String>,
    references: BTreeSet<String>,
}

pub fn render(definitions: &Definitions) -> Result<String, String> {
    let mut uses = Uses::default();
    let mut classes = String::new();
    for resource in &definitions.resources {
        for flavor in FLAVORS {
            class(&mut classes, resource, flavor, definitions, &mut uses)?;
        }
    }
    for owner in [Owner::Client, Owner::Account] {
        for flavor in FLAVORS {
            client(&mut classes, definitions, owner, flavor);
        }
    }
    let imports = [
        import(0, ".._jobs", uses.jobs),
        import(0, ".._link", ["Resource".to_owned()]),
        import(0, ".._lists", uses.lists),
        import(0, ".._references", uses.references),
    ]
    .concat();
    let types = import(4, "._native", uses.models) + &import(4, ".options", uses.options);
    Ok(format!("{MADE}{HEAD}{imports}{TYPING}{types}{classes}"))
}

/// What the client of that owner and flavor has.
fn client(out: &mut String, definitions: &Definitions, owner: Owner, flavor: Flavor) {
    let prefix = flavor.prefix;
    let (kind, what) = match owner {
        Owner::Account => ("Account", "a client of an account"),
        Owner::Client | Owner::Nobody => ("", "a client"),
    };
    // The client has the others by hand.
    let is_whole = |resource: &&Resource| resource.owner == owner && !resource.is_partial();
    let whole = || definitions.resources.iter().filter(is_whole);
    if whole().next().is_none() {
        return;
    }
    let _ = write!(out, "\n\nclass {prefix}{kind}Resources:\n    \"\"\"What {what} has.\"\"\"\n\n");
    for resource in whole() {
        let doc = doc::string(&resource.field_doc, 4);
        let _ = write!(out, "    {}: {prefix}{}\n{doc}", resource.field, resource.name);
    }
    out.push_str("\n    def _set_up(self, link: Link) -> None:\n");
    for resource in whole() {
        let _ = writeln!(out, "        self.{} = {prefix}{}(link)", resource.field, resource.name);
    }
}

fn class(
    out: &mut String,
    resource: &Resource,
    flavor: Flavor,
    definitions: &Definitions,
    uses: &mut Uses,
) -> Result<(), String> {
    let name = format!("{}{}", flavor.prefix, resource.class());
    let doc = doc::string(&resource.doc, 4);
    let _ = write!(out, "\n\nclass {name}(Resource):\n{doc}\n    __slots__ = ()\n");
    for operation in &resource.operations {
        method(out, resource, operation, flavor, definitions, uses).map_err(|unknown| {
            format!("{}.{} has the unknown type {unknown}", resource.field, operation.name)
        })?;
    }
    Ok(())
}

fn method(
    out: &mut String,
    resource: &Resource,
    operation: &Operation,
    flavor: Flavor,
    definitions: &Definitions,
    uses: &mut Uses,
) -> Result<(), String> {
    let mut parameters = vec!["self".to_owned()];
    let mut passed = Vec::new();
    for parameter in &operation.parameters {
        let name = identifier(&parameter.name);
        // A date is a text in the core.
        if resource.field == "usage" && ["from", "to"].contains(&parameter.name.as_str()) {
            parameters.push(format!("{name}: date | str"));
            passed.push(format!("date_text({name}, \"{name}\")"));
            uses.references.insert("date_text".to_owned());
            continue;
        }
        let ty = parameter_type(&parameter.kind, &mut uses.options);
        parameters.push(format!("{name}: {ty}"));
        passed.push(crossing(&name, &parameter.kind, &mut uses.references));
    }
    if let Some(options) = &operation.options {
        parameters.push(format!("**options: Unpack[{options}]"));
        passed.push("options".to_owned());
        uses.options.insert(options.clone());
    }
    let waits = flavor.is_async && operation.is_async;
    let (field, name) = (&resource.field, &operation.name);
    let result = result_type(resource, operation, flavor, definitions, uses)?;
    let def = if waits { "async def" } else { "def" };
    out.push('\n');
    let before = format!("{def} {name}");
    out.push_str(&bracketed(4, &before, &parameters, &format!(" -> {result}:")));
    out.push_str(&doc::method(operation, definitions, 8));
    let (wait, suffix) = if waits { ("await ", "_async") } else { ("", "") };
    let call = format!("{wait}self._link.native.{field}_{name}{suffix}");
    let mut line = |before: &str, after: &str| {
        out.push_str(&bracketed(8, &format!("{before}{call}"), &passed, after));
    };
    let prefix = flavor.prefix;
    match &operation.result {
        Outcome::Nothing => line("", ""),
        Outcome::Own => return Err(format!("{name} gives a value of its own")),
        Outcome::Value(_) => line("return ", ""),
        Outcome::List(_) => line(&format!("return {prefix}ItemList(\"{field}\", "), ")"),
        Outcome::Job => {
            line("started = ", "");
            let _ = writeln!(out, "        return {prefix}Job(self._link, *started)");
        }
        Outcome::Jobs => {
            line("started, problems = ", "");
            let jobs = format!("[{prefix}Job(self._link, *each) for each in started]");
            let _ = writeln!(out, "        return ConversionBatch({jobs}, problems)");
        }
    }
    Ok(())
}

pub fn parameter_type(kind: &Kind, options: &mut BTreeSet<String>) -> String {
    match kind {
        Kind::File => "FileReference".to_owned(),
        Kind::Files => "Iterable[FileReference]".to_owned(),
        Kind::Group => "GroupReference".to_owned(),
        Kind::Text => "str".to_owned(),
        Kind::Texts => "Iterable[str]".to_owned(),
        Kind::Integer => "int".to_owned(),
        Kind::Boolean => "bool".to_owned(),
        Kind::Length => "int | str".to_owned(),
        Kind::Lengths => "Iterable[int | str]".to_owned(),
        Kind::Enum(name) => {
            options.insert(name.clone());
            name.clone()
        }
    }
}

/// A parameter as the native method takes it.
pub fn crossing(name: &str, kind: &Kind, references: &mut BTreeSet<String>) -> String {
    let helper = match kind {
        Kind::File => "file_text",
        Kind::Files => "file_texts",
        Kind::Group => "group_text",
        Kind::Texts => "texts",
        Kind::Lengths => "lengths",
        Kind::Text | Kind::Integer | Kind::Boolean | Kind::Length | Kind::Enum(_) => {
            return name.to_owned();
        }
    };
    references.insert(helper.to_owned());
    format!("{helper}({name}, \"{name}\")")
}

fn result_type(
    resource: &Resource,
    operation: &Operation,
    flavor: Flavor,
    definitions: &Definitions,
    uses: &mut Uses,
) -> Result<String, String> {
    let prefix = flavor.prefix;
    Ok(match &operation.result {
        Outcome::Nothing => "None".to_owned(),
        Outcome::Own => resource.name.clone(),
        Outcome::Value(shape) => {
            uses.models.extend(model_in(shape, definitions).map(str::to_owned));
            let ty = type_of(shape, definitions)?;
            // Within the class the plain name is the method.
            let has_list = resource.operations.iter().any(|operation| operation.name == "list");
            match shape {
                Shape::List(_) if has_list => format!("builtins.{ty}"),
                _ => ty,
            }
        }
        Outcome::List(item) => {
            uses.models.insert(item.clone());
            uses.lists.insert(format!("{prefix}ItemList"));
            format!("{prefix}ItemList[{item}]")
        }
        Outcome::Job => {
            uses.jobs.insert(format!("{prefix}Job"));
            format!("{prefix}Job")
        }
        Outcome::Jobs => {
            uses.jobs.extend([format!("{prefix}Job"), "ConversionBatch".to_owned()]);
            format!("ConversionBatch[{prefix}Job]")
        }
    })
}
