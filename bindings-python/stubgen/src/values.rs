//! `values.py`: the methods of values, as users see them.

use crate::{
    doc,
    python::{MADE, bracketed, identifier, import},
    resources::{crossing, parameter_type},
};
use std::{collections::BTreeSet, fmt::Write};
use uploadcare_facades::{Definitions, Operation, Resource};

const HEAD: &str = "\
\"\"\"The methods of values.\"\"\"

from __future__ import annotations

from .._value import Value
";

const TYPING: &str = "
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import Self, Unpack

    from .._types import FileReference
";

pub fn render(definitions: &Definitions) -> String {
    let (mut options, mut references) = (BTreeSet::new(), BTreeSet::new());
    let mut classes = String::new();
    let functions = definitions.values.iter().flat_map(|value| {
        value.operations.iter().map(|operation| format!("{}_{}", value.field, operation.name))
    });
    let functions = import(0, "._native", functions);
    for value in &definitions.values {
        let doc = doc::string(&value.doc, 4);
        let _ = write!(
            classes,
            "\n\nclass {}Operations(Value):\n{doc}\n    __slots__ = ()\n",
            value.name
        );
        for operation in &value.operations {
            method(&mut classes, value, operation, definitions, &mut options, &mut references);
        }
    }
    let (references, options) =
        (import(0, ".._references", references), import(4, ".options", options));
    let head = HEAD.replacen("from .._value", &format!("{references}from .._value"), 1);
    format!("{MADE}{head}{functions}{TYPING}{options}{classes}")
}

fn method(
    out: &mut String,
    value: &Resource,
    operation: &Operation,
    definitions: &Definitions,
    options: &mut BTreeSet<String>,
    references: &mut BTreeSet<String>,
) {
    let mut parameters = vec!["self".to_owned()];
    let mut passed = vec!["self._text".to_owned()];
    for parameter in &operation.parameters {
        let name = identifier(&parameter.name);
        parameters.push(format!("{name}: {}", parameter_type(&parameter.kind, options)));
        passed.push(crossing(&name, &parameter.kind, references));
    }
    if let Some(given) = &operation.options {
        parameters.push(format!("**options: Unpack[{given}]"));
        passed.push("options".to_owned());
        options.insert(given.clone());
    }
    let before = format!("def {}", operation.name);
    out.push('\n');
    out.push_str(&bracketed(4, &before, &parameters, " -> Self:"));
    out.push_str(&doc::method(operation, definitions, 8));
    let call = format!("made = {}_{}", value.field, operation.name);
    out.push_str(&bracketed(8, &call, &passed, ""));
    out.push_str("        return self._with(made)\n");
}
