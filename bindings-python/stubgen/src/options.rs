//! `options.py`: the keyword arguments of the operations.

use crate::doc;
use uploadcare_facades::{Definitions, OpenEnum, Shape};
use std::{collections::BTreeSet, fmt::Write};

const HEAD: &str = "\
# Made from the Rust definitions by `cargo xtask generate`. Do not edit.
\"\"\"The keyword arguments of the operations, for type checkers.\"\"\"

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypedDict
";

pub fn render(definitions: &Definitions) -> Result<String, String> {
    let mut enums = BTreeSet::new();
    let mut classes = String::new();
    for (name, options) in &definitions.options {
        let doc = doc::string(&options.doc, 4);
        let _ = write!(classes, "\n\nclass {name}(TypedDict, total=False):\n{doc}");
        for field in &options.fields {
            let ty = python_type(&field.shape, definitions, &mut enums).map_err(|unknown| {
                format!("{name}.{} has the unknown type {unknown}", field.name)
            })?;
            let doc = doc::string(&field.doc, 4);
            let _ = write!(classes, "\n    {}: {ty}\n{doc}", field.name);
        }
    }
    let mut out = HEAD.to_owned();
    for name in enums {
        literal(&mut out, name, &definitions.enums[name]);
    }
    Ok(out + &classes)
}

fn literal(out: &mut String, name: &str, known: &OpenEnum) {
    let texts: Vec<_> = known.known.iter().map(|value| format!("\"{}\"", value.text)).collect();
    let one_line = format!("{name} = Literal[{}]\n", texts.join(", "));
    if one_line.len() <= 100 {
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

/// Else the name of the type that is unknown. The enums met on the way are noted.
fn python_type<'a>(
    shape: &'a Shape,
    definitions: &Definitions,
    enums: &mut BTreeSet<&'a str>,
) -> Result<String, String> {
    Ok(match shape {
        Shape::Optional(inner) => format!("{} | None", python_type(inner, definitions, enums)?),
        Shape::List(inner) => format!("Sequence[{}]", python_type(inner, definitions, enums)?),
        Shape::Map(inner) => format!("dict[str, {}]", python_type(inner, definitions, enums)?),
        Shape::Named(name) => match name.as_str() {
            "String" => "str".to_owned(),
            "i64" => "int".to_owned(),
            "f64" => "float".to_owned(),
            "bool" => "bool".to_owned(),
            "Timestamp" => "datetime | str".to_owned(),
            name if definitions.options.contains_key(name) => name.to_owned(),
            name if definitions.enums.contains_key(name) => {
                enums.insert(name);
                name.to_owned()
            }
            name => return Err(name.to_owned()),
        },
    })
}
