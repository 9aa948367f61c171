//! Recorded exchanges with the real service: what the core decodes must come out again whole.

use serde_json::{Map, Value};
use uploadcare::{FileInfo, Page, Timestamp};

/// What became of one recorded exchange.
#[derive(Debug, Default)]
pub struct Outcome {
    /// File objects and lists that were decoded.
    pub decoded: usize,
    /// What was lost or changed on the way, by place.
    pub losses: Vec<String>,
}

/// Decodes and re-encodes every file list and file object of a REST answer.
pub fn check(exchange: &Value) -> Outcome {
    let mut outcome = Outcome::default();
    let is_rest = exchange["host_kind"] == "rest";
    let body = &exchange["response"]["body"];
    let succeeded = exchange["response"]["status"].as_u64().is_some_and(|status| status < 300);
    if !(is_rest && succeeded) {
        return outcome;
    }
    if exchange["endpoint"] == "GET /files/" {
        round_trip::<Page<FileInfo>>(body, "list", &mut outcome);
    } else {
        find_files(body, "body", &mut outcome);
    }
    outcome
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
