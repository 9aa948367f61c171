//! Doc comments as docstrings.

use crate::python::{WIDTH, identifier};
use uploadcare_facades::{Definitions, Operation};

/// A docstring, with a line end, for a block of that indentation.
pub fn string(text: &str, indent: usize) -> String {
    let width = WIDTH - indent - 6;
    quoted(text.split("\n\n").map(|one| fill(&spelled(one), width)).collect(), indent)
}

/// The docstring of a method.
pub fn method(operation: &Operation, definitions: &Definitions, indent: usize) -> String {
    let width = WIDTH - indent;
    let doc = &operation.doc;
    let mut blocks = Vec::new();
    for (at, paragraph) in doc.about.iter().enumerate() {
        match paragraph.split_once(". ") {
            Some((summary, rest)) if at == 0 => {
                blocks.push(fill(&spelled(&format!("{summary}.")), width - 3));
                blocks.push(fill(&spelled(rest), width));
            }
            _ => blocks.push(fill(&spelled(paragraph), width - if at == 0 { 3 } else { 0 })),
        }
    }
    blocks.extend(doc.reference.iter().map(|text| fill(&format!("Reference: {text}"), width)));
    let mut section = |title: &str, entries: Vec<String>| {
        if !entries.is_empty() {
            let lines = entries.iter().flat_map(|entry| hanging(entry, width));
            blocks.push(std::iter::once(format!("{title}:")).chain(lines).collect());
        }
    };
    let mut arguments: Vec<String> = operation
        .parameters
        .iter()
        .map(|parameter| {
            let about = sentence(&spelled(operation.about(&parameter.name)));
            format!("{}: {about}", identifier(&parameter.name))
        })
        .collect();
    if let Some(options) = &operation.options {
        let about = sentence(&spelled(operation.about("options")));
        let about = about.trim_end_matches('.');
        arguments.push(match about {
            "" => format!("**options: See `{options}`."),
            _ => format!("**options: {about}; see `{options}`."),
        });
    }
    section("Args", arguments);
    section("Returns", doc.returns.iter().map(|text| sentence(&spelled(text))).collect());
    section("Raises", doc.errors.iter().flat_map(|text| raises(text, definitions)).collect());
    quoted(blocks, indent)
}

/// Prose on errors, taken apart: one entry for each class.
fn raises(text: &str, definitions: &Definitions) -> Vec<String> {
    let text = spelled(text);
    let mut entries = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = next_clause(rest, definitions);
        let clause = rest[..end].trim().trim_end_matches([',', ';', '.']);
        rest = rest[end..].trim_start();
        let (classes, about) = classes(clause, definitions);
        let about = match about {
            "" => "See the message.".to_owned(),
            about => sentence(about),
        };
        if classes.is_empty() {
            entries.push(format!("UploadcareError: {about}"));
        }
        entries.extend(classes.into_iter().map(|class| format!("{class}: {about}")));
    }
    entries
}

/// Where the next clause of a text on errors begins: at a kind after a comma, or a new sentence.
fn next_clause(text: &str, definitions: &Definitions) -> usize {
    let starts = text.char_indices().filter(|(at, letter)| {
        let (before, after) = text.split_at(*at);
        match letter {
            '`' => before.ends_with([' ']) && kind(after, definitions).is_some(),
            _ => before.ends_with(". "),
        }
    });
    let mut starts = starts.filter(|(at, _)| {
        [", ", "; ", ". "].iter().any(|separator| text[..*at].ends_with(separator))
    });
    starts.next().map_or(text.len(), |(at, _)| at)
}

/// The classes that a clause begins with, and what it says of them.
fn classes<'a>(clause: &'a str, definitions: &Definitions) -> (Vec<String>, &'a str) {
    let mut found = Vec::new();
    let mut rest = clause;
    while let Some((name, after)) = kind(rest, definitions) {
        found.push(class(name));
        rest = after.trim_start();
        match rest.strip_prefix("or ") {
            Some(other) if kind(other, definitions).is_some() => rest = other,
            _ => break,
        }
    }
    (found, rest)
}

/// The kind of error in backticks that a text begins with, and what comes after it.
fn kind<'a>(text: &'a str, definitions: &Definitions) -> Option<(&'a str, &'a str)> {
    let (name, rest) = text.strip_prefix('`')?.split_once('`')?;
    let known = &definitions.enums.get("ErrorKind")?.known;
    known.iter().any(|value| value.text == name).then_some((name, rest))
}

/// The exception for a kind of error.
fn class(kind: &str) -> String {
    // Python has a `TimeoutError` of its own.
    let kind = if kind == "timeout" { "request_timeout" } else { kind };
    let words = kind.split('_').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_uppercase() + rest
    });
    words.collect::<String>() + "Error"
}

/// The words of Python for values.
fn spelled(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for letter in text.chars().chain(['\n']) {
        if letter.is_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        let is_code = letter == '`' && out.ends_with('`');
        out.push_str(&match word.as_str() {
            "null" => "None".to_owned(),
            "true" => "True".to_owned(),
            "false" => "False".to_owned(),
            name if is_code => identifier(name),
            other => other.to_owned(),
        });
        word.clear();
        out.push(letter);
    }
    out.pop();
    out
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    let end = if text.ends_with('.') { "" } else { "." };
    format!("{}{}{end}", first.to_uppercase(), letters.as_str())
}

fn quoted(blocks: Vec<Vec<String>>, indent: usize) -> String {
    let margin = " ".repeat(indent);
    let safe = |line: &str| line.replace('\\', "\\\\").replace("\"\"\"", "'''");
    if let [lines] = blocks.as_slice()
        && let [line] = lines.as_slice()
    {
        return format!("{margin}\"\"\"{}\"\"\"\n", safe(line));
    }
    let blocks = blocks.iter().enumerate().map(|(block, lines)| {
        let lines = lines.iter().enumerate().map(|(at, line)| {
            let margin = if block == 0 && at == 0 { "" } else { &margin };
            format!("{margin}{}\n", safe(line))
        });
        lines.collect::<String>()
    });
    let text = blocks.collect::<Vec<_>>().join("\n");
    format!("{margin}\"\"\"{text}{margin}\"\"\"\n")
}

/// An entry of a section: its lines after the first stand further in.
fn hanging(entry: &str, width: usize) -> Vec<String> {
    let lines = fill(entry, width - 8).into_iter().enumerate();
    lines.map(|(at, line)| format!("{}{line}", if at == 0 { "    " } else { "        " })).collect()
}

fn fill(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use uploadcare_facades::{OpenEnum, Value};

    #[test]
    fn one_line_several_lines_and_paragraphs() {
        assert_eq!(string("Short.", 4), "    \"\"\"Short.\"\"\"\n");
        let long = string(&"word ".repeat(40), 4);
        assert!(long.lines().all(|line| line.len() <= 100), "{long}");
        assert!(long.ends_with("word\n    \"\"\"\n"), "{long}");
        assert_eq!(string("One.\n\nTwo.", 0), "\"\"\"One.\n\nTwo.\n\"\"\"\n");
        assert_eq!(
            string("Is null, true or `false`.", 0),
            "\"\"\"Is None, True or `False`.\"\"\"\n"
        );
    }

    #[test]
    fn errors_by_their_classes() {
        let known = ["not_found", "rejected", "timeout"].map(|text| Value {
            name: String::new(),
            text: text.to_owned(),
            doc: String::new(),
        });
        let mut definitions = Definitions::default();
        let kinds = OpenEnum { doc: String::new(), known: known.into() };
        definitions.enums.insert("ErrorKind".to_owned(), kinds);
        let text = "`not_found` if it is gone, or never was; `rejected` or `timeout` for what is \
                    `odd`. If all fail, the first.";
        assert_eq!(
            raises(text, &definitions),
            [
                "NotFoundError: If it is gone, or never was.",
                "RejectedError: For what is `odd`.",
                "RequestTimeoutError: For what is `odd`.",
                "UploadcareError: If all fail, the first.",
            ]
        );
    }
}
