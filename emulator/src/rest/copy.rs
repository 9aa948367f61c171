//! Copies of files, within the project and to custom storages.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    routing::post,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Caller, RestError, body::JsonBody, json as answer};
use crate::{
    app::Resource,
    event::Event,
    rules,
    store::{File, Provisional, RestObject, Source, random_uuid},
};

const MAX_SIZE: u64 = 5 << 30;
const MAX_SIZE_WITH_EFFECTS: u64 = 100 << 20;
const SETTLES_AFTER: i64 = 1_000_000;

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/files/local_copy/",
            methods: &["POST"],
            allow: "OPTIONS, POST",
            router: post(local),
        },
        Resource {
            route: "/files/remote_copy/",
            methods: &["POST"],
            allow: "OPTIONS, POST",
            router: post(remote),
        },
    ]
}

#[derive(Serialize)]
struct LocalCopy<'a> {
    r#type: &'static str,
    result: RestObject<'a>,
}

async fn local(caller: Caller, JsonBody(body): JsonBody) -> Result<Response<Body>, RestError> {
    let body = object(&body)?;
    let (source, file) = source(&caller, body)?;
    let stored = flag(body, "store", false)?;
    let metadata = metadata(body)?;
    let limit = if source.effects.is_empty() { MAX_SIZE } else { MAX_SIZE_WITH_EFFECTS };
    check_size(&file, limit)?;

    let now = caller.now();
    let polls = caller.project.settings().copy_polls;
    let provisional = Provisional { polls, until: now + SETTLES_AFTER };
    let copy = File {
        uuid: random_uuid(),
        uploaded: now,
        stored: stored.then_some(now),
        metadata: Arc::new(metadata),
        tags: Arc::default(),
        appdata: Arc::default(),
        added: now,
        provisional: (polls > 0).then_some(provisional),
        extra: None,
        ..File::clone(&file)
    };
    // A random UUID that is taken already will not be seen in this universe.
    let copy = caller.project.add_upload(copy).ok_or_else(RestError::conflict)?;
    caller.notify(Event::Uploaded, &copy, None);
    if stored {
        caller.notify(Event::Stored, &copy, None);
    }
    let origin = &caller.origin.0;
    let shown = File { provisional: Some(provisional), ..File::clone(&copy) };
    let mut response =
        answer(&LocalCopy { r#type: "file", result: shown.rest_object(origin, false) });
    *response.status_mut() = StatusCode::CREATED;
    if let Ok(location) = HeaderValue::try_from(format!("{origin}/files/{}/", copy.uuid)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    Ok(response)
}

async fn remote(caller: Caller, JsonBody(body): JsonBody) -> Result<Response<Body>, RestError> {
    let body = object(&body)?;
    let (source, file) = source(&caller, body)?;
    let target = body.get("target").and_then(Value::as_str).unwrap_or_default();
    if !caller.project.settings().storages.iter().any(|name| name == target) {
        return Err(RestError::bad_request("Project has no storage with provided name."));
    }
    flag(body, "make_public", true)?;
    let pattern = match body.get("pattern") {
        None => "${default}",
        Some(Value::String(pattern)) => pattern,
        Some(other) => return Err(bad_pattern(&other.to_string())),
    };
    check_size(&file, MAX_SIZE)?;
    let key = expanded(pattern, &source, &file)?;
    let is_new = caller.project.add_remote_copy(target, &key);
    let mut response = answer(&json!({ "type": "url", "result": format!("s3://{target}/{key}") }));
    if is_new {
        *response.status_mut() = StatusCode::CREATED;
    }
    Ok(response)
}

fn object(body: &Value) -> Result<&Map<String, Value>, RestError> {
    body.as_object().ok_or_else(|| RestError::bad_request("`source` parameter is required."))
}

fn source(caller: &Caller, body: &Map<String, Value>) -> Result<(Source, Arc<File>), RestError> {
    let text = match body.get("source") {
        None | Some(Value::Null) => "",
        Some(Value::String(text)) => text.trim(),
        Some(_) => return Err(bad_source()),
    };
    if text.is_empty() {
        return Err(RestError::bad_request("`source` parameter is required."));
    }
    let source = Source::parse(text).ok_or_else(bad_source)?;
    let file = caller.project.file(&source.uuid).filter(|file| file.removed.is_none());
    let file = file.ok_or_else(bad_source)?;
    if file.provisional.is_some() {
        return Err(RestError::bad_request("File is not ready yet."));
    }
    Ok((source, file))
}

fn bad_source() -> RestError {
    RestError::bad_request("Bad `source` parameter. Use UUID or CDN URL.")
}

fn bad_pattern(pattern: &str) -> RestError {
    RestError::bad_request(format!("Invalid pattern provided: `{pattern}`"))
}

fn check_size(file: &File, limit: u64) -> Result<(), RestError> {
    if file.size > limit {
        return Err(RestError::bad_request(
            "Copying of large files is not supported at the moment.",
        ));
    }
    Ok(())
}

fn flag(body: &Map<String, Value>, name: &str, default: bool) -> Result<bool, RestError> {
    match body.get(name) {
        None => Ok(default),
        Some(Value::Bool(value)) => Ok(*value),
        Some(Value::String(text)) if text == "true" => Ok(true),
        Some(Value::String(text)) if text == "false" => Ok(false),
        Some(_) => {
            Err(RestError::bad_request(format!("`{name}` parameter should be `true` or `false`.")))
        }
    }
}

fn metadata(body: &Map<String, Value>) -> Result<BTreeMap<String, String>, RestError> {
    let wrong = || RestError::bad_request("`metadata` parameter should be an object of strings.");
    let refuse = |refusal: rules::Refusal| RestError::bad_request(refusal.message);
    let mut metadata = BTreeMap::new();
    match body.get("metadata") {
        None => {}
        Some(Value::Object(fields)) => {
            for (key, value) in fields {
                let value = value.as_str().ok_or_else(wrong)?;
                rules::check_metadata(key, value).map_err(refuse)?;
                metadata.insert(key.clone(), value.to_owned());
            }
        }
        Some(_) => return Err(wrong()),
    }
    if metadata.len() > rules::MAX_METADATA {
        return Err(refuse(rules::too_many_metadata()));
    }
    Ok(metadata)
}

/// The key that a pattern makes for a file.
fn expanded(pattern: &str, source: &Source, file: &File) -> Result<String, RestError> {
    let (stem, extension) = match file.filename.rfind('.') {
        Some(dot) if dot > 0 => file.filename.split_at(dot),
        _ => (file.filename.as_str(), ""),
    };
    let effects = match source.effects.as_str() {
        "" => String::new(),
        effects => format!("-/{effects}"),
    };
    let automatic = format!("{stem}{effects}{extension}");
    let mut key = String::new();
    let mut rest = pattern;
    while let Some((text, variable)) = rest.split_once("${") {
        add_text(&mut key, text)?;
        let (name, behind) = variable.split_once('}').ok_or_else(|| bad_pattern(pattern))?;
        match name {
            "default" => key.push_str(&format!("{}/{automatic}", source.uuid)),
            "auto_filename" => key.push_str(&automatic),
            "effects" => key.push_str(&effects),
            "filename" => key.push_str(stem),
            "uuid" => key.push_str(&source.uuid.to_string()),
            "ext" => key.push_str(extension),
            _ => return Err(bad_pattern(pattern)),
        }
        rest = behind;
    }
    add_text(&mut key, rest)?;
    if key.is_empty() { Err(bad_pattern(pattern)) } else { Ok(key) }
}

/// Adds free text of a pattern, which is of the characters that S3 calls safe.
fn add_text(key: &mut String, text: &str) -> Result<(), RestError> {
    if !text.chars().all(|c| c.is_ascii_alphanumeric() || "!-_.*'()/".contains(c)) {
        return Err(RestError::bad_request(
            "Invalid pattern provided: Invalid character in a pattern.",
        ));
    }
    key.push_str(text);
    Ok(())
}
