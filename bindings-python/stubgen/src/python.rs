//! Python text as ruff leaves it, and the types of values.

use std::fmt::Write;
use uploadcare_facades::{Definitions, Shape};

/// The first line of every generated file.
pub const MADE: &str = "# Made from the Rust definitions by `cargo xtask generate`. Do not edit.\n";

/// Columns of a line, as set for ruff.
pub const WIDTH: usize = 100;

/// A `def` or a call, from `before` its bracket to `after` it, on as many lines as ruff takes.
pub fn bracketed(indent: usize, before: &str, parts: &[String], after: &str) -> String {
    let margin = " ".repeat(indent);
    let joined = parts.join(", ");
    let line = format!("{margin}{before}({joined}){after}");
    let inner = format!("{margin}    {joined}");
    if parts.is_empty() || line.chars().count() <= WIDTH {
        format!("{line}\n")
    } else if inner.chars().count() <= WIDTH {
        format!("{margin}{before}(\n{inner}\n{margin}){after}\n")
    } else {
        let lines: String = parts.iter().map(|part| format!("{margin}    {part},\n")).collect();
        format!("{margin}{before}(\n{lines}{margin}){after}\n")
    }
}

/// `from module import names`; nothing without names.
pub fn import(indent: usize, module: &str, names: impl IntoIterator<Item = String>) -> String {
    let mut names: Vec<_> = names.into_iter().collect();
    if names.is_empty() {
        return String::new();
    }
    names.sort_by_key(|name| order(name));
    let margin = " ".repeat(indent);
    let line = format!("{margin}from {module} import {}\n", names.join(", "));
    if line.chars().count() <= WIDTH + 1 {
        return line;
    }
    let names: String = names.iter().map(|name| format!("{margin}    {name},\n")).collect();
    format!("{margin}from {module} import (\n{names}{margin})\n")
}

/// `__all__`, or another list of names.
pub fn list(variable: &str, names: impl IntoIterator<Item = String>) -> String {
    let mut names: Vec<_> = names.into_iter().collect();
    // Unlike imports, by the case of letters.
    names.sort_by_key(|name| (order(name).0, name.clone()));
    let mut out = format!("{variable} = [\n");
    for name in names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out + "]\n"
}

/// Constants, classes, then the rest, as ruff sorts names.
fn order(name: &str) -> (u8, String) {
    let group = match name {
        _ if name.starts_with(char::is_lowercase) => 2,
        _ if name.contains(char::is_lowercase) => 1,
        _ => 0,
    };
    (group, name.to_lowercase())
}

/// A name of the core as a parameter may have it.
pub fn identifier(name: &str) -> String {
    const KEYWORDS: [&str; 18] = [
        "as", "class", "def", "del", "for", "from", "global", "if", "import", "in", "is", "lambda",
        "not", "or", "pass", "try", "while", "with",
    ];
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// The type of a value that the native module gives; else the name that is unknown.
pub fn type_of(shape: &Shape, definitions: &Definitions) -> Result<String, String> {
    Ok(match shape {
        Shape::Optional(inner) => format!("{} | None", type_of(inner, definitions)?),
        Shape::List(inner) => format!("list[{}]", type_of(inner, definitions)?),
        Shape::Map(inner) => format!("dict[str, {}]", type_of(inner, definitions)?),
        Shape::Named(name) => match name.as_str() {
            "String" => "str".to_owned(),
            "i64" => "int".to_owned(),
            "f64" => "float".to_owned(),
            "bool" => "bool".to_owned(),
            "Timestamp" => "datetime".to_owned(),
            "Json" => "Any".to_owned(),
            name if definitions.enums.contains_key(name) => "str".to_owned(),
            name if definitions.models.contains_key(name) => name.to_owned(),
            name => return Err(name.to_owned()),
        },
    })
}

/// The model in a shape, if there is one.
pub fn model_in<'a>(shape: &'a Shape, definitions: &Definitions) -> Option<&'a str> {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) | Shape::Map(inner) => {
            model_in(inner, definitions)
        }
        Shape::Named(name) => definitions.models.contains_key(name).then_some(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{bracketed, import};

    #[test]
    fn lines_break_as_ruff_breaks_them() {
        let parts = |count: usize| vec!["x: ".to_owned() + &"y".repeat(20); count];
        assert_eq!(bracketed(4, "def f", &[], " -> None:"), "    def f() -> None:\n");
        let one = bracketed(4, "def f", &parts(2), " -> None:");
        assert_eq!(one.lines().count(), 1, "{one}");
        let three = bracketed(4, "def f", &parts(3), " -> AVeryLongNameOfAType[str, int]:");
        assert_eq!(three.lines().count(), 3, "{three}");
        let many = bracketed(4, "def f", &parts(4), " -> None:");
        assert_eq!(many.lines().count(), 6, "{many}");
        assert!(many.contains("y,\n    ) -> None:"), "{many}");
    }

    #[test]
    fn names_in_order() {
        let names = ["files", "Tags", "VERSION", "TagFilter", "Addons"].map(str::to_owned);
        let line = "from .x import VERSION, Addons, TagFilter, Tags, files\n";
        assert_eq!(import(0, ".x", names), line);
        assert_eq!(import(0, ".x", []), "");
    }
}
