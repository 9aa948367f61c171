//! Storing and removing files, one by one and in batches.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use axum::{body::Body, http::Response, routing::put};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::{Caller, FileId, RestError, body::JsonBody, json};
use crate::{
    app::Resource,
    store::{File, parse_uuid},
};

const MAX_BATCH: usize = 100;
const ALLOW: &str = "DELETE, OPTIONS, PUT";

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/files/storage/",
            methods: &["PUT", "DELETE"],
            allow: ALLOW,
            router: put(store_batch).delete(remove_batch),
        },
        Resource {
            route: "/files/{uuid}/storage/",
            methods: &["PUT", "DELETE"],
            allow: ALLOW,
            router: put(store).delete(remove),
        },
    ]
}

async fn store(caller: Caller, FileId(uuid): FileId) -> Result<Response<Body>, RestError> {
    one(&caller, &uuid, Caller::store)
}

async fn remove(caller: Caller, FileId(uuid): FileId) -> Result<Response<Body>, RestError> {
    one(&caller, &uuid, Caller::remove)
}

/// Stores or removes a file; `None` when it can not be found.
type Action = fn(&Caller, &Uuid) -> Option<Arc<File>>;

fn one(caller: &Caller, uuid: &Uuid, action: Action) -> Result<Response<Body>, RestError> {
    let file = action(caller, uuid).ok_or_else(RestError::not_found)?;
    Ok(json(&file.rest_object(&caller.origin.0, false)))
}

async fn store_batch(caller: Caller, body: JsonBody) -> Result<Response<Body>, RestError> {
    batch(&caller, &body.0, Caller::store)
}

async fn remove_batch(caller: Caller, body: JsonBody) -> Result<Response<Body>, RestError> {
    batch(&caller, &body.0, Caller::remove)
}

#[derive(Serialize)]
struct BatchAnswer<'a, T> {
    status: &'static str,
    problems: BTreeMap<&'a str, &'static str>,
    result: Vec<T>,
}

fn batch(caller: &Caller, body: &Value, action: Action) -> Result<Response<Body>, RestError> {
    let no_list = || RestError::bad_request("Expected list of UUIDs");
    let ids = body.as_array().ok_or_else(no_list)?;
    if ids.is_empty() {
        return Err(RestError::bad_request("List of UUIDs can not be empty"));
    }
    if ids.len() > MAX_BATCH {
        return Err(RestError::bad_request(format!(
            "Maximum UUIDs per request is exceeded. The limit is {MAX_BATCH}"
        )));
    }
    let ids: Option<Vec<&str>> = ids.iter().map(Value::as_str).collect();
    let mut seen = HashSet::new();
    let mut problems = BTreeMap::new();
    let mut files = Vec::new();
    for id in ids.ok_or_else(no_list)? {
        let Some(uuid) = parse_uuid(id) else {
            problems.insert(id, "Invalid");
            continue;
        };
        if !seen.insert(uuid) {
            continue;
        }
        match action(caller, &uuid) {
            Some(file) => files.push(file),
            None => {
                problems.insert(id, "Missing in the project");
            }
        }
    }
    let result = files.iter().map(|file| file.rest_object(&caller.origin.0, false)).collect();
    Ok(json(&BatchAnswer { status: "ok", problems, result }))
}
