//! Search for files.

mod matching;
mod query;
mod terms;

use axum::{body::Body, extract::RawQuery, http::Response, routing::post};
use serde::Serialize;
use serde_json::json as value;

use super::{Caller, RestError, body::JsonBody, files::wants_appdata, json};
use crate::{app::Resource, store::RestObject};
use matching::{Highlight, Hit};
use query::Query;

const MAX_LIMIT: usize = 100;
const DEFAULT_LIMIT: usize = 20;
/// Results behind this one can not be reached.
const WINDOW: usize = 1000;

pub(super) fn resources() -> Vec<Resource> {
    vec![Resource {
        route: "/files/search/",
        methods: &["POST"],
        allow: "OPTIONS, POST",
        router: post(search),
    }]
}

#[derive(Serialize)]
struct Found<'a> {
    next: Option<String>,
    previous: Option<String>,
    total: usize,
    per_page: usize,
    results: Vec<FoundFile<'a>>,
}

#[derive(Serialize)]
struct FoundFile<'a> {
    #[serde(flatten)]
    file: RestObject<'a>,
    highlight: Highlight,
}

async fn search(
    caller: Caller,
    RawQuery(raw): RawQuery,
    JsonBody(body): JsonBody,
) -> Result<Response<Body>, RestError> {
    let raw = raw.unwrap_or_default();
    let with_appdata = wants_appdata(&raw);
    let (limit, offset) = window(&raw)?;
    let query = Query::parse(&body)?;

    let delay = caller.project.settings().index_delay_ms.saturating_mul(1000);
    let known = caller.now().saturating_sub_unsigned(delay);
    let files = caller.project.active_files();
    let mut hits: Vec<Hit> = files
        .iter()
        .filter(|file| file.added <= known)
        .filter_map(|file| matching::hit(&query, file))
        .collect();
    matching::sort(&mut hits, &query.sort);

    let origin = &caller.origin.0;
    let link = |limit: usize, offset: usize| {
        let include = if with_appdata { "&include=appdata" } else { "" };
        format!("{origin}/files/search/?limit={limit}&offset={offset}{include}")
    };
    let end = offset + limit;
    let next = (end < hits.len().min(WINDOW)).then(|| link(limit.min(WINDOW - end), end));
    let previous = (offset > 0).then(|| link(limit.min(offset), offset.saturating_sub(limit)));
    let results = hits.iter().skip(offset).take(limit).map(|hit| FoundFile {
        file: hit.file.rest_object(origin, with_appdata),
        highlight: matching::highlight(&query, hit.file),
    });
    Ok(json(&Found {
        next,
        previous,
        total: hits.len(),
        per_page: limit,
        results: results.collect(),
    }))
}

fn window(query: &str) -> Result<(usize, usize), RestError> {
    let (mut limit, mut offset) = (DEFAULT_LIMIT, 0_usize);
    for (name, text) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "limit" => {
                let given = text.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
                let message = format!("Must be an integer from 1 to {MAX_LIMIT}.");
                limit = given.ok_or_else(|| RestError::fields(value!({ "limit": [message] })))?;
            }
            "offset" => {
                let message = "Must be a non-negative integer.";
                offset =
                    text.parse().map_err(|_| RestError::fields(value!({ "offset": [message] })))?;
            }
            _ => {}
        }
    }
    if offset.saturating_add(limit) > WINDOW {
        let message = format!("The sum of offset and limit must not exceed {WINDOW}.");
        return Err(RestError::fields(value!({ "offset": [message] })));
    }
    Ok((limit, offset))
}
