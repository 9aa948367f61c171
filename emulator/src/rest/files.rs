//! Files: the list and one by one.

use axum::{
    body::Body,
    extract::RawQuery,
    http::{Response, Uri},
    routing::get,
};
use serde::Serialize;

use super::{Caller, FileId, RestError, json, paging::ListQuery};
use crate::{
    app::Resource,
    store::{RestObject, Totals},
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/files/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(list),
        },
        Resource {
            route: "/files/{uuid}/",
            methods: &["GET"],
            allow: "DELETE, GET, HEAD, OPTIONS",
            router: get(info),
        },
    ]
}

#[derive(Serialize)]
struct FileList<'a> {
    next: Option<String>,
    previous: Option<String>,
    total: usize,
    totals: Totals,
    per_page: usize,
    results: Vec<RestObject<'a>>,
}

async fn list(
    caller: Caller,
    uri: Uri,
    RawQuery(query): RawQuery,
) -> Result<Response<Body>, RestError> {
    let query = ListQuery::parse(query.as_deref().unwrap_or_default(), "datetime_uploaded")?;
    let page = caller.project.page(&query.page);
    let base = format!("{}{}", caller.origin.0, uri.path());
    Ok(json(&FileList {
        next: page.next.map(|cursor| query.next_link(&base, cursor.timestamp, cursor.offset)),
        previous: page
            .previous
            .map(|cursor| query.previous_link(&base, cursor.timestamp, cursor.offset)),
        total: page.total,
        totals: page.totals,
        per_page: query.page.limit,
        results: page
            .files
            .iter()
            .map(|file| file.rest_object(&caller.origin.0, query.appdata))
            .collect(),
    }))
}

async fn info(
    caller: Caller,
    FileId(uuid): FileId,
    RawQuery(query): RawQuery,
) -> Result<Response<Body>, RestError> {
    let file = caller.project.look_at(&uuid).ok_or_else(RestError::not_found)?;
    let with_appdata = wants_appdata(query.as_deref().unwrap_or_default());
    Ok(json(&file.rest_object(&caller.origin.0, with_appdata)))
}

/// Whether a query asks for the appdata of files.
pub(super) fn wants_appdata(query: &str) -> bool {
    form_urlencoded::parse(query.as_bytes())
        .any(|(name, value)| name == "include" && value.split(',').any(|part| part == "appdata"))
}
