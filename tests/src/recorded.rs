//! Recorded exchanges with the real service: what the core decodes must come out again whole.

use serde_json::{Map, Value};
use std::collections::HashMap;
use uploadcare::{
    DocumentInfo, FileInfo, GroupInfo, Page, ProjectInfo, Timestamp, Webhook,
    wire::{self, AddonAnswer, BatchAnswer, ConversionAnswer, CopyAnswer, StatusAnswer},
};

/// What became of one recorded exchange.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Answers and file objects that were decoded.
    pub decoded: usize,
    /// What was lost or changed on the way, by place.
    pub losses: Vec<String>,
}

/// Decodes every answer of the REST API as the client does, by its endpoint, and encodes it again.
/// A refusal becomes an error that has all its texts.
pub fn check(exchange: &Value) -> Outcome {
    let mut outcome = Outcome::default();
    if exchange["host_kind"] != "rest" {
        return outcome;
    }
    let body = &exchange["response"]["body"];
    let status = exchange["response"]["status"].as_u64().unwrap_or(0);
    if status >= 300 {
        refused(exchange, status, &mut outcome);
        return outcome;
    }
    let endpoint = exchange["endpoint"].as_str().unwrap_or_default();
    let (method, path) = endpoint.split_once(' ').unwrap_or_default();
    let last = path.trim_matches('/').rsplit('/').next().unwrap_or_default();
    let place = "body";
    match (method, path) {
        _ if exchange["response"]["body_kind"] == "empty" => outcome.decoded += 1,
        // That it succeeded is all that the call wants to know.
        (_, "/webhooks/unsubscribe/") => outcome.decoded += 1,
        ("GET", "/files/") => round_trip::<Page<FileInfo>>(body, place, &mut outcome),
        ("GET", "/groups/") => round_trip::<Page<GroupInfo>>(body, place, &mut outcome),
        ("GET", "/groups/{group_id}/") => round_trip::<GroupInfo>(body, place, &mut outcome),
        ("GET", "/project/") => round_trip::<ProjectInfo>(body, place, &mut outcome),
        ("GET", "/webhooks/") => round_trip::<Vec<Webhook>>(body, place, &mut outcome),
        (_, "/webhooks/" | "/webhooks/{id}/") => {
            round_trip::<Webhook>(body, place, &mut outcome);
        }
        ("PUT" | "DELETE", "/files/storage/") => {
            round_trip::<BatchAnswer>(body, place, &mut outcome);
        }
        ("POST", "/files/remote_copy/") => {
            round_trip::<CopyAnswer<String>>(body, place, &mut outcome);
        }
        // The second is the old name of the first.
        ("POST", "/files/local_copy/" | "/files/") => {
            round_trip::<CopyAnswer<FileInfo>>(body, place, &mut outcome);
        }
        ("GET", "/files/{uuid}/metadata/") => {
            round_trip::<HashMap<String, String>>(body, place, &mut outcome);
        }
        (_, "/files/{uuid}/metadata/{key}/") => round_trip::<String>(body, place, &mut outcome),
        ("POST", "/convert/document/" | "/convert/video/") => {
            round_trip::<ConversionAnswer>(body, place, &mut outcome);
        }
        ("GET", "/convert/document/{uuid}/") => {
            round_trip::<DocumentInfo>(body, place, &mut outcome);
        }
        ("POST", _) if last == "execute" => round_trip::<AddonAnswer>(body, place, &mut outcome),
        ("GET", _) if path.contains("/status/") => {
            round_trip::<StatusAnswer>(body, place, &mut outcome);
        }
        _ => find_files(body, place, &mut outcome),
    }
    outcome
}

/// Every text of a refusal is in the error.
fn refused(exchange: &Value, status: u64, outcome: &mut Outcome) {
    outcome.decoded += 1;
    let response = &exchange["response"];
    let kind = response["headers"]["content-type"].as_str().unwrap_or("application/json");
    let body = match &response["body"] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        json => json.to_string(),
    };
    let status = u16::try_from(status).unwrap_or(0);
    let Some(error) = wire::refusal(status, kind, &body) else {
        outcome.losses.push(format!("a refusal with status {status} is no error"));
        return;
    };
    if error.status() != Some(status) {
        outcome.losses.push(format!("the error has the status {:?}, not {status}", error.status()));
    }
    let mut texts = Vec::new();
    leaves(&response["body"], &mut texts);
    let said = format!("{} {:?}", error.message(), error.field_errors());
    for text in texts.into_iter().filter(|text| !text.trim_start().starts_with('<')) {
        if !said.contains(text) {
            outcome.losses.push(format!("the error does not say {text:?}: {said}"));
        }
    }
}

fn leaves<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, texts)),
        Value::Object(members) => members.values().for_each(|member| leaves(member, texts)),
        _ => {}
    }
}

fn find_files(value: &Value, place: &str, outcome: &mut Outcome) {
    match value {
        Value::Object(object) if is_file(object) => round_trip::<FileInfo>(value, place, outcome),
        Value::Object(object) => {
            for (key, member) in object {
                find_files(member, &format!("{place}.{key}"), outcome);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                find_files(item, &format!("{place}[{at}]"), outcome);
            }
        }
        _ => {}
    }
}

fn is_file(object: &Map<String, Value>) -> bool {
    ["uuid", "url", "original_filename", "datetime_uploaded"]
        .iter()
        .all(|key| object.contains_key(*key))
}

fn round_trip<T: serde::de::DeserializeOwned + serde::Serialize>(
    value: &Value,
    place: &str,
    outcome: &mut Outcome,
) {
    outcome.decoded += 1;
    // By text, as from the wire: numbers must survive their own notation.
    let again = serde_json::from_str::<T>(&value.to_string())
        .and_then(|decoded| serde_json::to_value(&decoded));
    match again {
        Ok(again) => compare(value, &again, place, &mut outcome.losses),
        Err(error) => outcome.losses.push(format!("{place}: not decoded: {error}")),
    }
}

fn compare(before: &Value, after: &Value, place: &str, losses: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in old {
                match new.get(key) {
                    Some(again) => compare(value, again, &format!("{place}.{key}"), losses),
                    None => losses.push(format!("{place}.{key}: lost {value}")),
                }
            }
            for (key, value) in new {
                if !old.contains_key(key) && !is_nothing(value) {
                    losses.push(format!("{place}.{key}: invented {value}"));
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (at, (value, again)) in old.iter().zip(new).enumerate() {
                compare(value, again, &format!("{place}[{at}]"), losses);
            }
        }
        _ if same(before, after) => {}
        _ => losses.push(format!("{place}: {before} became {after}")),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(object) => object.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Equal, or two spellings of one number or one moment.
fn same(before: &Value, after: &Value) -> bool {
    let moment = |value: &Value| value.as_str().and_then(|text| text.parse::<Timestamp>().ok());
    before == after
        || (before.is_number() && before.as_f64() == after.as_f64())
        || (before.is_null() && !after.is_null() && is_nothing(after))
        || moment(before).is_some_and(|was| moment(after) == Some(was))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn file() -> Value {
        json!({
            "uuid": "21975c81-7f57-4c7a-aef9-acfe28779f78", "url": "https://api.test/files/x/",
            "original_filename": "a.png", "size": 5_000_000_000_i64, "mime_type": "image/png",
            "is_image": true, "is_ready": true, "datetime_uploaded": "2022-09-01T12:00:00.100000Z",
            "datetime_stored": null, "datetime_removed": null, "original_file_url": null,
            "content_info": {"image": {"format": "PNG", "width": 1, "height": 2, "dpi": [72, 72.5],
                "color_mode": "HOLOGRAM", "future": [1, {"a": null}]}},
            "metadata": {"k": "v"}, "variations": null, "appdata": null, "new_in_2030": {"x": 1},
        })
    }

    fn exchange(body: Value) -> Value {
        json!({"host_kind": "rest", "endpoint": "GET /files/{uuid}/",
            "response": {"status": 200, "body": body}})
    }

    #[test]
    fn a_whole_file_survives() {
        let outcome = check(&exchange(file()));
        assert_eq!((outcome.decoded, outcome.losses), (1, vec![]));
    }

    #[test]
    fn a_loss_is_seen() {
        let mut losses = Vec::new();
        let mut again = file();
        again["size"] = json!(705_032_704);
        again.as_object_mut().unwrap().remove("new_in_2030");
        again["content_info"]["image"]["width"] = json!("1");
        again["surprise"] = json!(1);
        compare(&file(), &again, "file", &mut losses);
        losses.sort();
        assert_eq!(losses.len(), 4, "{losses:?}");
        assert!(losses[0].starts_with("file.content_info.image.width"));
        assert!(losses[1].starts_with("file.new_in_2030: lost"));
        assert!(losses[2].starts_with("file.size: 5000000000 became"));
        assert!(losses[3].starts_with("file.surprise: invented"));
    }

    #[test]
    fn what_does_not_decode_is_a_failure() {
        let mut broken = file();
        broken["size"] = json!("large");
        assert!(check(&exchange(broken)).losses[0].contains("not decoded"));
    }
}
