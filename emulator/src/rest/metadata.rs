//! Metadata of files.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{FromRequestParts, Path},
    http::{Response, StatusCode, request::Parts},
    response::IntoResponse,
    routing::get,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Caller, FileId, RestError, body::JsonBody, json as answer};
use crate::{
    app::Resource,
    event::Event,
    rules,
    store::{File, parse_uuid},
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/files/{uuid}/metadata/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(list),
        },
        Resource {
            route: "/files/{uuid}/metadata/{key}/",
            methods: &["GET", "PUT", "DELETE"],
            allow: "DELETE, GET, HEAD, OPTIONS, PUT",
            router: get(value).put(set).delete(unset),
        },
    ]
}

/// The UUID and the key in a path, the latter decoded.
struct KeyOfFile(Uuid, String);

impl<S: Send + Sync> FromRequestParts<S> for KeyOfFile {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        let segments = Path::<(String, String)>::from_request_parts(parts, state).await;
        let Path((uuid, key)) = segments.map_err(|_| RestError::not_found())?;
        Ok(Self(parse_uuid(&uuid).ok_or_else(RestError::not_found)?, key))
    }
}

fn active(caller: &Caller, uuid: &Uuid) -> Result<Arc<File>, RestError> {
    let file = caller.project.file(uuid).filter(|file| file.removed.is_none());
    file.ok_or_else(RestError::not_found)
}

async fn list(caller: Caller, FileId(uuid): FileId) -> Result<Response<Body>, RestError> {
    Ok(answer(&*active(&caller, &uuid)?.metadata))
}

async fn value(caller: Caller, path: KeyOfFile) -> Result<Response<Body>, RestError> {
    let KeyOfFile(uuid, key) = path;
    let file = active(&caller, &uuid)?;
    Ok(answer(file.metadata.get(&key).ok_or_else(RestError::not_found)?))
}

async fn set(
    caller: Caller,
    KeyOfFile(uuid, key): KeyOfFile,
    JsonBody(value): JsonBody,
) -> Result<Response<Body>, RestError> {
    active(&caller, &uuid)?;
    let Value::String(value) = value else {
        return Err(RestError::bad_request("Expected JSON string."));
    };
    let refuse = |refusal: rules::Refusal| RestError::bad_request(refusal.message);
    rules::check_metadata(&key, &value).map_err(refuse)?;
    let is_new = change(&caller, &uuid, |file| {
        let is_new = !file.metadata.contains_key(&key);
        if is_new && file.metadata.len() >= rules::MAX_METADATA {
            return Err(refuse(rules::too_many_metadata()));
        }
        Arc::make_mut(&mut file.metadata).insert(key, value.clone());
        Ok(is_new)
    })?;
    let mut response = answer(&value);
    if is_new {
        *response.status_mut() = StatusCode::CREATED;
    }
    Ok(response)
}

async fn unset(caller: Caller, path: KeyOfFile) -> Result<Response<Body>, RestError> {
    let KeyOfFile(uuid, key) = path;
    change(&caller, &uuid, |file| {
        if !file.metadata.contains_key(&key) {
            return Err(RestError::not_found());
        }
        Arc::make_mut(&mut file.metadata).remove(&key);
        Ok(())
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Changes the metadata of a file and tells about it unless it is the same as before.
fn change<T>(
    caller: &Caller,
    uuid: &Uuid,
    change: impl FnOnce(&mut File) -> Result<T, RestError>,
) -> Result<T, RestError> {
    let edited = caller.project.edit(uuid, |file| {
        if file.removed.is_some() {
            return Err(RestError::not_found());
        }
        let before = Arc::clone(&file.metadata);
        Ok((before, change(file)?))
    });
    let (file, result) = edited.ok_or_else(RestError::not_found)?;
    let (before, result) = result?;
    if before != file.metadata {
        caller.notify(Event::InfoUpdated, &file, Some(json!({ "metadata": *before })));
    }
    Ok(result)
}
