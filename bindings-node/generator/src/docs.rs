//! Doc comments as TSDoc.

use heck::{ToLowerCamelCase, ToPascalCase};
use uploadcare_facades::{Definitions, Operation, Outcome};

/// Paragraphs and tags of the docs of an operation.
pub fn operation(operation: &Operation, definitions: &Definitions) -> (Vec<String>, Vec<String>) {
    let doc = &operation.doc;
    let told = |text: &str| sentence(&respelled(text, definitions));
    let mut paragraphs: Vec<_> = doc.about.iter().map(|text| told(text)).collect();
    paragraphs.extend(doc.reference.iter().map(|text| format!("Reference: {text}")));
    let mut tags = Vec::new();
    for (name, text) in &doc.parameters {
        let is_walk = name == "options" && matches!(operation.result, Outcome::List(_));
        let more = if is_walk { " `signal` ends the whole walk." } else { "" };
        tags.push(format!("@param {} {}{more}", name.to_lower_camel_case(), told(text)));
    }
    tags.extend(doc.returns.iter().map(|text| format!("@returns {}", told(text))));
    tags.extend(doc.errors.iter().flat_map(|text| throws(text, definitions)));
    (paragraphs, tags)
}

/// A tag for each kind of error that the text names. Kinds with one reason between them share it.
fn throws(text: &str, definitions: &Definitions) -> Vec<String> {
    // What follows the first sentence is about errors of any kind.
    let (by_kind, rest) = text.split_once(". ").unwrap_or((text, ""));
    let mut found: Vec<(String, String)> = Vec::new();
    for (place, part) in by_kind.split('`').enumerate() {
        let class = (place % 2 == 1).then(|| error_class(part, definitions)).flatten();
        match (class, found.last_mut()) {
            (Some(class), _) => found.push((class, String::new())),
            (None, Some((_, reason))) if place % 2 == 1 => {
                reason.push_str(&respelled(&format!("`{part}`"), definitions));
            }
            (None, Some((_, reason))) => reason.push_str(part),
            (None, None) => {}
        }
    }
    let mut shared = String::new();
    for (_, reason) in found.iter_mut().rev() {
        let own = reason.trim_start_matches([',', ' ']).trim_end();
        let own = own.trim_end_matches(" or").trim_end_matches([',', ';', '.']);
        if !matches!(own, "" | "or" | "and") {
            shared = format!("{}.", sentence(own));
        }
        reason.clone_from(&shared);
    }
    if !rest.is_empty() {
        found.push(("UploadcareError".to_owned(), respelled(rest, definitions)));
    }
    found.iter().map(|(class, reason)| format!("@throws {{{class}}} {reason}")).collect()
}

/// A text of several paragraphs.
pub fn paragraphs(text: &str, definitions: &Definitions) -> Vec<String> {
    text.split("\n\n").map(|text| respelled(&text.replace('\n', " "), definitions)).collect()
}

/// With a capital letter, if it begins with a word.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Names in backticks as JavaScript has them.
fn respelled(text: &str, definitions: &Definitions) -> String {
    let parts = text.split('`').enumerate().map(|(place, part)| {
        let is_name = part.starts_with(|c: char| c.is_ascii_lowercase())
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.".contains(c));
        if place % 2 == 0 || !is_name {
            part.to_owned()
        } else if part.contains('_')
            && let Some(class) = error_class(part, definitions)
        {
            // Kinds of one word have the names of options, too.
            class
        } else {
            part.split('.').map(|name| name.to_lower_camel_case()).collect::<Vec<_>>().join(".")
        }
    });
    parts.collect::<Vec<_>>().join("`")
}

/// The class of a kind of errors.
fn error_class(kind: &str, definitions: &Definitions) -> Option<String> {
    let kinds = &definitions.enums.get("ErrorKind")?.known;
    kinds.iter().find(|known| known.text == kind)?;
    // The others are called as their kind.
    let name = if kind == "timeout" { "request_timeout" } else { kind };
    Some(format!("{}Error", name.to_pascal_case()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uploadcare_facades::{OpenEnum, Value};

    fn definitions() -> Definitions {
        let kinds = ["invalid_parameter", "forbidden", "rejected", "timeout"];
        let known = kinds.map(|text| {
            let (name, doc) = (text.to_pascal_case(), String::new());
            Value { name, text: text.to_owned(), doc }
        });
        let kinds = OpenEnum { doc: String::new(), known: known.into() };
        let mut definitions = Definitions::default();
        definitions.enums.insert("ErrorKind".to_owned(), kinds);
        definitions
    }

    #[test]
    fn errors_by_class() {
        let text = "`timeout`, saying why, if not; `invalid_parameter` for `a b`, or none, \
                    `forbidden` or `rejected` with `field_errors`. If all fail, the error of the first.";
        let expected = [
            "@throws {RequestTimeoutError} Saying why, if not.",
            "@throws {InvalidParameterError} For `a b`, or none.",
            "@throws {ForbiddenError} With `fieldErrors`.",
            "@throws {RejectedError} With `fieldErrors`.",
            "@throws {UploadcareError} If all fail, the error of the first.",
        ];
        assert_eq!(throws(text, &definitions()), expected);
    }

    #[test]
    fn names_in_camel_case() {
        let text = "set `save_in_group` or `appdata.remove_bg`, not `A-Z a_z`, or `timeout`; \
                    `invalid_parameter` is a_b";
        let expected = "set `saveInGroup` or `appdata.removeBg`, not `A-Z a_z`, or `timeout`; \
                        `InvalidParameterError` is a_b";
        assert_eq!(respelled(text, &definitions()), expected);
    }
}
