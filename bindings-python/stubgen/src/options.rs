//! `options.py`: the keyword arguments of the operations.

use crate::{
    doc,
    python::{MADE, WIDTH, list},
};
use std::{collections::BTreeSet, fmt::Write};
use uploadcare_facades::{Definitions, Kind, OpenEnum, Shape};

const HEAD: &str = "\
\"\"\"The keyword arguments of the operations, for type checkers.\"\"\"

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from .._transformation import Transformation

";

/// The public names of the file.
pub fn names(definitions: &Definitions) -> impl Iterator<Item = String> {
    let options = definitions.options.keys().map(String::as_str);
    enums(definitions).into_iter().chain(options).map(str::to_owned)
}

pub fn render(definitions: &Definitions) -> Result<String, String> {
    let mut out = format!("{MADE}{HEAD}{}", list("__all__", names(definitions)));
    for name in enums(definitions) {
        literal(&mut out, name, &definitions.enums[name]);
    }
    for (name, options) in &definitions.options {
        let doc = doc::string(&options.doc, 4);
        let _ = write!(out, "\n\nclass {name}(TypedDict, total=False):\n{doc}");
        for field in &options.fields {
            let ty = python_type(&field.shape, definitions).map_err(|unknown| {
                format!("{name}.{} has the unknown type {unknown}", field.name)
            })?;
            let doc = doc::string(&field.doc, 4);
            let _ = write!(out, "\n    {}: {ty}\n{doc}", field.name);
        }
    }
    Ok(out)
}

/// The enums that arguments may have.
fn enums(definitions: &Definitions) -> BTreeSet<&str> {
    let fields = definitions.options.values().flat_map(|options| &options.fields);
    let owners = definitions.resources.iter().chain(&definitions.values);
    let operations = owners.flat_map(|owner| &owner.operations);
    let parameters = operations.flat_map(|operation| &operation.parameters);
    let of_parameters = parameters.filter_map(|parameter| match &parameter.kind {
        Kind::Enum(name) => Some(name.as_str()),
        _ => None,
    });
    let of_fields = fields.map(|field| innermost(&field.shape));
    of_fields.chain(of_parameters).filter(|name| definitions.enums.contains_key(*name)).collect()
}

fn innermost(shape: &Shape) -> &str {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) | Shape::Map(inner) => innermost(inner),
        Shape::Named(name) => name,
    }
}

fn literal(out: &mut String, name: &str, known: &OpenEnum) {
    let texts: Vec<_> = known.known.iter().map(|value| format!("\"{}\"", value.text)).collect();
    let one_line = format!("{name} = Literal[{}]\n", texts.join(", "));
    if one_line.len() <= WIDTH + 1 {
        let _ = write!(out, "\n{one_line}");
    } else {
        let _ = write!(out, "\n{name} = Literal[\n");
        for text in texts {
            let _ = writeln!(out, "    {text},");
        }
        out.push_str("]\n");
    }
    let meanings = known.known.iter().map(|value| format!("\n\n`{}`: {}", value.text, value.doc));
    out.push_str(&doc::string(&(known.doc.clone() + &meanings.collect::<String>()), 0));
}

/// Else the name of the type that is unknown.
fn python_type(shape: &Shape, definitions: &Definitions) -> Result<String, String> {
    let inner = |inner| python_type(inner, definitions);
    Ok(match shape {
        Shape::Optional(item) => format!("{} | None", inner(item)?),
        Shape::List(item) => format!("Sequence[{}]", inner(item)?),
        Shape::Map(item) => match &**item {
            // The values of a dict are invariant: nobody has one of sequences.
            Shape::List(item) => format!("dict[str, list[{}]]", inner(item)?),
            item => format!("dict[str, {}]", inner(item)?),
        },
        Shape::Named(name) => match name.as_str() {
            "String" => "str".to_owned(),
            "i64" => "int".to_owned(),
            "f64" => "float".to_owned(),
            "bool" => "bool".to_owned(),
            "Timestamp" => "datetime | str".to_owned(),
            // Pixels, or a text such as `50%`.
            "Length" => "int | str".to_owned(),
            "Transformation" => "Transformation | str".to_owned(),
            name if definitions.options.contains_key(name) => name.to_owned(),
            name if definitions.enums.contains_key(name) => name.to_owned(),
            name => return Err(name.to_owned()),
        },
    })
}
