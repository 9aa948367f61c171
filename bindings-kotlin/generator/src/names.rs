//! How Kotlin spells what the definitions name.

use heck::{ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};
use std::collections::BTreeSet;
use uploadcare_facades::{Definitions, Shape};

/// A parameter, field or method.
pub fn member(name: &str) -> String {
    name.to_lower_camel_case()
}

pub fn ty(shape: &Shape) -> String {
    match shape {
        Shape::Optional(inner) => format!("{}?", ty(inner)),
        Shape::List(inner) => format!("List<{}>", ty(inner)),
        Shape::Map(inner) => format!("Map<String, {}>", ty(inner)),
        Shape::Named(name) => match name.as_str() {
            "i64" => "Long".to_owned(),
            "f64" => "Double".to_owned(),
            "bool" => "Boolean".to_owned(),
            _ => name.clone(),
        },
    }
}

/// The type at the bottom of a shape.
pub fn innermost(shape: &Shape) -> &str {
    match shape {
        Shape::Optional(inner) | Shape::List(inner) | Shape::Map(inner) => innermost(inner),
        Shape::Named(name) => name,
    }
}

/// Whether Kotlin has it among the generated models.
pub fn is_generated(name: &str, definitions: &Definitions) -> bool {
    definitions.models.contains_key(name)
        || definitions.options.contains_key(name)
        || definitions.enums.contains_key(name)
}

/// The exception of a kind of error, such as `not_found`; none if there is no such kind.
pub fn exception(kind: &str, definitions: &Definitions) -> Option<String> {
    let kinds = definitions.enums.get("ErrorKind")?;
    let known = kinds.known.iter().find(|known| known.text == kind)?;
    Some(match known.name.as_str() {
        // Coroutines have a `TimeoutCancellationException`, and Java a `TimeoutException`.
        "Timeout" => "RequestTimeoutException".to_owned(),
        name => format!("{name}Exception"),
    })
}

/// Names of Rust in a text, which stand in backticks, as Kotlin spells them.
pub fn respelled(text: &str, definitions: &Definitions) -> String {
    let known = known(definitions);
    let mut out = String::new();
    for (place, part) in text.split('`').enumerate() {
        if place > 0 {
            out.push('`');
        }
        let is_name = |word: &str| known.contains(word);
        if place % 2 == 1 && part.split('.').all(is_name) {
            let words: Vec<_> = part.split('.').map(member).collect();
            out.push_str(&words.join("."));
        } else if let (1, Some(exception)) = (place % 2, exception(part, definitions)) {
            out.push_str(&exception);
        } else {
            out.push_str(part);
        }
    }
    out
}

/// Names of fields, parameters and operations.
fn known(definitions: &Definitions) -> BTreeSet<&str> {
    let records = definitions.models.values().chain(definitions.options.values());
    let fields = records.flat_map(|record| &record.fields).map(|field| field.name.as_str());
    let owners = definitions.resources.iter().chain(&definitions.values);
    let operations = owners.flat_map(|owner| &owner.operations);
    let operations = operations.flat_map(|operation| {
        let parameters = operation.parameters.iter().map(|parameter| parameter.name.as_str());
        parameters.chain([operation.name.as_str()])
    });
    fields.chain(operations).collect()
}

/// A text of the service as the name of a Kotlin value.
pub fn variant(name: &str) -> String {
    name.to_upper_camel_case()
}

/// A function that reads or makes this type.
pub fn function(ty: &str) -> String {
    ty.to_snake_case().to_lower_camel_case()
}
