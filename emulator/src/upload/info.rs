//! Information about an uploaded file, with no more than a public key.

use axum::{
    Json, body::Body, extract::State, http::Response, response::IntoResponse, routing::get,
};

use super::{Call, error::UploadError};
use crate::{
    app::{App, Resource},
    store::parse_uuid,
};

pub(super) fn resources() -> Vec<Resource> {
    vec![Resource {
        route: "/info/",
        methods: &["GET"],
        allow: "GET, HEAD, OPTIONS",
        router: get(info),
    }]
}

async fn info(State(app): State<App>, call: Call) -> Result<Response<Body>, UploadError> {
    let project = call.project(&app, "pub_key")?;
    let id = call.form.field("file_id").filter(|id| !id.is_empty());
    let uuid = parse_uuid(id.ok_or(UploadError::FILE_ID_REQUIRED)?);
    let file = project.look_at(&uuid.ok_or(UploadError::FILE_ID_INVALID)?);
    let file = file.filter(|file| file.removed.is_none()).ok_or(UploadError::FILE_NOT_FOUND)?;
    Ok(Json(file.upload_object()).into_response())
}
