//! Doc comments as KDoc.

use crate::{WIDTH, names};
use uploadcare_facades::{Definitions, Kind, Member, Operation};

/// A KDoc comment of paragraphs and tags, with its indent and line breaks.
pub fn comment(indent: usize, paragraphs: &[String], tags: &[String]) -> Vec<String> {
    let pad = " ".repeat(indent);
    if let ([only], []) = (paragraphs, tags) {
        let line = format!("{pad}/** {only} */");
        if line.chars().count() <= WIDTH {
            return vec![line];
        }
    }
    let mut lines = vec![format!("{pad}/**")];
    for (place, paragraph) in paragraphs.iter().enumerate() {
        if place > 0 {
            lines.push(format!("{pad} *"));
        }
        wrap(&mut lines, &format!("{pad} * "), "", paragraph);
    }
    if !tags.is_empty() && !paragraphs.is_empty() {
        lines.push(format!("{pad} *"));
    }
    for tag in tags {
        wrap(&mut lines, &format!("{pad} * "), "  ", tag);
    }
    lines.push(format!("{pad} */"));
    lines
}

/// Breaks a text between words; `hang` comes before every line but the first.
fn wrap(lines: &mut Vec<String>, start: &str, hang: &str, text: &str) {
    let mut line = start.to_owned();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, format!("{start}{hang}")));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
}

/// The KDoc of an operation. Options that are given one by one stand in the place of what it says of them together.
pub fn operation(
    indent: usize,
    operation: &Operation,
    one_by_one: &[Member],
    definitions: &Definitions,
) -> Vec<String> {
    let spelled = |text: &str| names::respelled(text, definitions);
    let doc = &operation.doc;
    let mut paragraphs: Vec<_> = doc.about.iter().map(|text| spelled(text)).collect();
    if let Some(reference) = &doc.reference {
        paragraphs.push(format!("Reference: {reference}"));
    }
    let mut tags = Vec::new();
    for (name, text) in &doc.parameters {
        if name == "options" && !one_by_one.is_empty() {
            tags.extend(one_by_one.iter().map(|option| {
                let text = spelled(&option.doc.replace('\n', " "));
                let mut letters = text.chars();
                let first = letters.next().map(|letter| letter.to_lowercase().to_string());
                let text = format!("{}{}", first.unwrap_or_default(), letters.as_str());
                let name = names::member(&option.name);
                let text = text.strip_prefix(&format!("{name}: ")).unwrap_or(&text);
                format!("@param {name} {text}")
            }));
            continue;
        }
        let kind = operation.parameters.iter().find(|parameter| parameter.name == *name);
        let forms = match kind.map(|parameter| &parameter.kind) {
            Some(Kind::File | Kind::Files) if !text.contains("URL") => " (UUID or CDN URL)",
            Some(Kind::Group) => " (identifier or CDN URL)",
            _ => "",
        };
        let text = spelled(text);
        let end = text.find(['.', ',', ':']).unwrap_or(text.len());
        let text = format!("{}{forms}{}", &text[..end], &text[end..]);
        tags.push(format!("@param {} {text}", names::member(name)));
    }
    if let Some(text) = &doc.returns {
        tags.push(format!("@return {}", spelled(text)));
    }
    if let Some(text) = &doc.errors {
        tags.extend(throws(text, definitions));
    }
    comment(indent, &paragraphs, &tags)
}

/// A tag for each kind of error that the text names; several kinds before one reason share it.
fn throws(text: &str, definitions: &Definitions) -> Vec<String> {
    let mut found: Vec<(String, String)> = Vec::new();
    let parts: Vec<_> = text.split('`').collect();
    for (place, part) in parts.iter().enumerate() {
        let exception = (place % 2 == 1).then(|| names::exception(part, definitions)).flatten();
        match (exception, found.last_mut()) {
            (Some(exception), _) => found.push((exception, String::new())),
            (None, Some((_, reason))) if place % 2 == 1 => {
                reason.push_str(&names::respelled(&format!("`{part}`"), definitions));
            }
            (None, Some((_, reason))) => reason.push_str(part),
            (None, None) => {}
        }
    }
    let mut reason = String::new();
    let mut others = Vec::new();
    for (_, own) in found.iter_mut().rev() {
        let text = own.trim().trim_end_matches(" or").trim_end_matches([',', ';', '.']);
        // The reason may come between commas.
        let text = text.trim_start_matches([',', ' ']);
        if !matches!(text, "" | "or" | "and") {
            // What follows the first sentence is about all errors.
            let (first, rest) = text.split_once(". ").unwrap_or((text, ""));
            others.extend(rest.split(". ").filter(|rest| !rest.is_empty()).map(str::to_owned));
            reason = first.to_owned();
        }
        own.clone_from(&reason);
    }
    let mut tags: Vec<_> =
        found.iter().map(|(exception, reason)| format!("@throws {exception} {reason}.")).collect();
    for other in others {
        let mut letters = other.chars();
        let first = letters.next().map(|letter| letter.to_lowercase().to_string());
        let other = format!("{}{}", first.unwrap_or_default(), letters.as_str());
        tags.push(format!("@throws UploadcareException {other}."));
    }
    tags
}

#[cfg(test)]
mod tests {
    use super::*;
    use uploadcare_facades::{OpenEnum, Value};

    fn definitions() -> Definitions {
        let kinds = ["InvalidParameter", "NotFound", "Rejected", "Forbidden"];
        let known = kinds.map(|name| Value {
            name: name.to_owned(),
            text: heck::ToSnakeCase::to_snake_case(name),
            doc: String::new(),
        });
        let kinds = OpenEnum { doc: String::new(), known: known.into() };
        let mut definitions = Definitions::default();
        definitions.enums.insert("ErrorKind".to_owned(), kinds);
        definitions
    }

    #[test]
    fn errors_by_class() {
        let text = "`invalid_parameter` for `a b`, or none, `forbidden` or `rejected` if it may not. \
                    If all fail, the error of the first.";
        let expected = [
            "@throws InvalidParameterException for `a b`, or none.",
            "@throws ForbiddenException if it may not.",
            "@throws RejectedException if it may not.",
            "@throws UploadcareException if all fail, the error of the first.",
        ];
        assert_eq!(throws(text, &definitions()), expected);
        let text = "`rejected`, saying why, if it may not.";
        let expected = ["@throws RejectedException saying why, if it may not."];
        assert_eq!(throws(text, &definitions()), expected);
    }

    #[test]
    fn lines_end_in_time() {
        let text = "word ".repeat(60);
        let lines = comment(4, &["One.".to_owned()], &[format!("@param x {text}")]);
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH && line.trim_end() == line));
        assert_eq!(comment(4, &["One.".to_owned()], &[]), ["    /** One. */"]);
    }
}
