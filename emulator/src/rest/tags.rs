//! Tags of files.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, Response},
    routing::get,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Caller, FileId, RestError, body, json as answer};
use crate::{app::Resource, rules};

pub(super) fn resources() -> Vec<Resource> {
    vec![Resource {
        route: "/files/{uuid}/tags/",
        methods: &["GET", "PUT", "PATCH"],
        allow: "GET, HEAD, OPTIONS, PATCH, PUT",
        router: get(list).put(replace).patch(change),
    }]
}

async fn list(caller: Caller, FileId(uuid): FileId) -> Result<Response<Body>, RestError> {
    let file = caller.project.file(&uuid).filter(|file| file.removed.is_none());
    Ok(answer(&json!({ "tags": *file.ok_or_else(RestError::not_found)?.tags })))
}

async fn replace(
    caller: Caller,
    FileId(uuid): FileId,
    headers: HeaderMap,
    request: Request,
) -> Result<Response<Body>, RestError> {
    let body = read(&caller, &uuid, &headers, request).await?;
    let tags = strings(&body, "tags")?;
    let tags = tags.ok_or_else(|| RestError::bad_request("`tags` is required."))?;
    write(&caller, &uuid, |_| tags)
}

async fn change(
    caller: Caller,
    FileId(uuid): FileId,
    headers: HeaderMap,
    request: Request,
) -> Result<Response<Body>, RestError> {
    let body = read(&caller, &uuid, &headers, request).await?;
    let added = strings(&body, "add")?.unwrap_or_default();
    let deleted = strings(&body, "delete")?.unwrap_or_default();
    write(&caller, &uuid, |tags| {
        let mut tags: Vec<_> = tags.iter().filter(|tag| !deleted.contains(tag)).cloned().collect();
        for tag in added {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    })
}

async fn read(
    caller: &Caller,
    uuid: &Uuid,
    headers: &HeaderMap,
    request: Request,
) -> Result<Value, RestError> {
    let file = caller.project.file(uuid).filter(|file| file.removed.is_none());
    file.ok_or_else(RestError::not_found)?;
    body::require_json(headers)?;
    let body = body::read(request.into_body()).await?;
    if body.is_object() { Ok(body) } else { Err(RestError::bad_request("Expected JSON object.")) }
}

/// A list of tags in the body, normalised.
fn strings(body: &Value, name: &str) -> Result<Option<Vec<String>>, RestError> {
    let Some(value) = body.get(name) else { return Ok(None) };
    let tags: Option<Vec<&str>> =
        value.as_array().and_then(|tags| tags.iter().map(Value::as_str).collect());
    let tags = tags
        .ok_or_else(|| RestError::bad_request(format!("`{name}` should be a list of strings.")))?;
    Ok(Some(rules::normalised(tags)))
}

fn write(
    caller: &Caller,
    uuid: &Uuid,
    change: impl FnOnce(&[String]) -> Vec<String>,
) -> Result<Response<Body>, RestError> {
    let edited = caller.project.edit(uuid, |file| {
        if file.removed.is_some() {
            return Err(RestError::not_found());
        }
        let tags = change(&file.tags);
        rules::check_tags(&tags).map_err(RestError::bad_request)?;
        let before: BTreeSet<String> = file.tags.iter().cloned().collect();
        let after: BTreeSet<String> = tags.iter().cloned().collect();
        if before != after {
            file.tags = Arc::new(tags);
        }
        Ok((before, after))
    });
    let (file, sets) = edited.ok_or_else(RestError::not_found)?;
    let (before, after) = sets?;
    Ok(answer(&json!({
        "tags": *file.tags,
        "added": after.difference(&before).collect::<Vec<_>>(),
        "deleted": before.difference(&after).collect::<Vec<_>>(),
    })))
}
