use crate::model::Json;
use serde_json::Value;

/// The problems of an answer: an object of texts by what they are about. Old answers have had a
/// list in its place, empty or of such objects.
pub(crate) fn problems(answer: Json) -> Vec<(String, String)> {
    match answer.0 {
        Value::Object(members) => {
            members.into_iter().map(|(about, what)| (about, text(what))).collect()
        }
        Value::Array(items) => items.into_iter().flat_map(|item| problems(Json(item))).collect(),
        _ => Vec::new(),
    }
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
