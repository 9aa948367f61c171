//! Doc comments for DocC.

use crate::{WIDTH, names};
use uploadcare_facades::{Definitions, Operation, Outcome};

/// Paragraphs with their line breaks; the first sentence stands alone, as the summary.
pub fn paragraphs(indent: usize, texts: &[String], definitions: &Definitions) -> Vec<String> {
    let mut lines = Vec::new();
    for (place, text) in texts.iter().enumerate() {
        let text = names::respelled(&text.replace('\n', " "), definitions);
        let (first, rest) = match text.split_once(". ") {
            Some((first, rest)) if place == 0 => (format!("{first}."), rest.to_owned()),
            _ => (text, String::new()),
        };
        for text in [first, rest] {
            if !text.is_empty() {
                if !lines.is_empty() {
                    lines.push(String::new());
                }
                wrap(&mut lines, indent, "", "", &text);
            }
        }
    }
    lines
}

/// Breaks a text between words, but not within code: a line could then begin like a list.
fn wrap(lines: &mut Vec<String>, indent: usize, start: &str, hang: &str, text: &str) {
    let width = WIDTH - indent - "/// ".len();
    let mut line = start.to_owned();
    let mut is_empty = true;
    for word in words(text) {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut line, hang.to_owned()));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(&word);
        is_empty = false;
    }
    lines.push(line);
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_code = false;
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(last) if is_code => *last += &format!(" {word}"),
            _ => words.push(word.to_owned()),
        }
        is_code ^= word.matches('`').count() % 2 == 1;
    }
    words
}

/// The comment of a method.
pub fn operation(indent: usize, operation: &Operation, definitions: &Definitions) -> Vec<String> {
    let doc = &operation.doc;
    let mut texts = doc.about.clone();
    texts.extend(doc.reference.iter().map(|reference| format!("Reference: {reference}")));
    let mut lines = paragraphs(indent, &texts, definitions);
    lines.push(String::new());
    parameters(&mut lines, indent, &doc.parameters, definitions);
    let errors = doc.errors.as_deref().map_or_else(
        || "``UploadcareError`` if the call fails.".to_owned(),
        |errors| format!("``UploadcareError`` of kind {}", names::respelled(errors, definitions)),
    );
    match &operation.result {
        Outcome::Nothing => {}
        Outcome::List(_) => {
            // The list is made in any case; it tells what is wrong as soon as it is used.
            let text = format!("The list. Its iteration throws {errors}");
            wrap(&mut lines, indent, "- Returns: ", "  ", &text);
            return lines;
        }
        _ => {
            let text = doc.returns.clone().unwrap_or_else(|| result(operation));
            wrap(&mut lines, indent, "- Returns: ", "  ", &sentence(&text, definitions));
        }
    }
    wrap(&mut lines, indent, "- Throws: ", "  ", &errors);
    lines
}

/// The comment of a method of a value, whose options are arguments.
pub fn flattened(indent: usize, operation: &Operation, definitions: &Definitions) -> Vec<String> {
    let doc = &operation.doc;
    let mut texts = doc.about.clone();
    texts.extend(doc.reference.iter().map(|reference| format!("Reference: {reference}")));
    let mut lines = paragraphs(indent, &texts, definitions);
    lines.push(String::new());
    let mut told = doc.parameters.clone();
    if let Some(options) = &operation.options {
        told.pop();
        let fields = &definitions.options[options].fields;
        told.extend(fields.iter().map(|field| (field.name.clone(), field.doc.replace('\n', " "))));
    }
    parameters(&mut lines, indent, &told, definitions);
    wrap(&mut lines, indent, "- Returns: ", "  ", "This with the operation at its end.");
    let errors = match &doc.errors {
        Some(errors) => names::respelled(errors, definitions),
        None => "`invalidParameter` after an operation that must be the last.".to_owned(),
    };
    let errors = format!("``UploadcareError`` of kind {errors}");
    wrap(&mut lines, indent, "- Throws: ", "  ", &errors);
    lines
}

/// The section on the parameters.
fn parameters(
    lines: &mut Vec<String>,
    indent: usize,
    told: &[(String, String)],
    definitions: &Definitions,
) {
    match told {
        [] => {}
        [(name, text)] => {
            let start = format!("- Parameter {}: ", names::member(name));
            wrap(lines, indent, &start, "  ", &sentence(text, definitions));
        }
        several => {
            lines.push("- Parameters:".to_owned());
            for (name, text) in several {
                let start = format!("  - {}: ", names::member(name));
                wrap(lines, indent, &start, "    ", &sentence(text, definitions));
            }
        }
    }
}

/// What an operation gives, by the object of its first sentence: "Gets one file. …" gives the file.
fn result(operation: &Operation) -> String {
    let about = operation.doc.about.first().map_or("", String::as_str);
    let about = about.split([',', ';', ':', '.']).next().unwrap_or_default();
    let object = match about.split_once(' ') {
        Some((verb, object)) if verb.ends_with('s') => object,
        _ => about,
    };
    match object.split_once(' ') {
        Some(("one" | "a" | "an", rest)) => format!("the {rest}."),
        _ => format!("{object}."),
    }
}

/// With a capital letter.
fn sentence(text: &str, definitions: &Definitions) -> String {
    let text = names::respelled(text, definitions);
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stays_in_one_line() {
        let text = format!("{}`A-Z - _ .` of `a`, or `b c`.", "word ".repeat(14));
        let mut lines = Vec::new();
        wrap(&mut lines, 4, "- Parameter x: ", "  ", &text);
        assert_eq!(lines[1], "  `A-Z - _ .` of `a`, or `b c`.");
    }

    #[test]
    fn results_that_nobody_told_of() {
        let gives = |about: &str| {
            let doc =
                uploadcare_facades::Doc { about: vec![about.to_owned()], ..Default::default() };
            result(&Operation {
                name: String::new(),
                doc,
                is_async: true,
                parameters: Vec::new(),
                options: None,
                result: Outcome::Nothing,
            })
        };
        assert_eq!(gives("Gets one file. A removed one, too."), "the file.");
        assert_eq!(gives("Makes a webhook: an event."), "the webhook.");
        assert_eq!(gives("Lists all webhooks."), "all webhooks.");
        assert_eq!(gives("The path that asks. Nothing is sent."), "The path that asks.");
    }
}
