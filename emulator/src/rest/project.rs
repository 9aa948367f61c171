use axum::{body::Body, http::Response, routing::get};
use serde_json::json;

use super::{Caller, json as answer};
use crate::app::Resource;

pub(super) fn resources() -> Vec<Resource> {
    vec![Resource {
        route: "/project/",
        methods: &["GET"],
        allow: "GET, HEAD, OPTIONS",
        router: get(info),
    }]
}

async fn info(caller: Caller) -> Response<Body> {
    let settings = caller.project.settings();
    let public_key = &caller.project.keys.public_key;
    answer(&json!({
        "collaborators": settings.collaborators,
        "name": settings.name.as_ref().unwrap_or(public_key),
        "pub_key": public_key,
        "autostore_enabled": settings.autostore,
    }))
}
