//! Direct uploads.

use std::sync::Arc;

use axum::{
    Extension, Json, body::Body, extract::State, http::Response, response::IntoResponse,
    routing::post,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    Call,
    arrival::{self, Arrival},
    error::UploadError,
    fields,
};
use crate::{
    app::{App, Resource},
    event::Initiator,
    store::{File, Project, parse_uuid, random_uuid},
    track::Tracker,
};

const ROUTE: &str = "/base/";

pub(super) fn resources() -> Vec<Resource> {
    vec![Resource {
        route: ROUTE,
        methods: &["POST"],
        allow: "POST, OPTIONS",
        router: post(upload),
    }]
}

async fn upload(
    State(app): State<App>,
    Extension(tracker): Extension<Tracker>,
    call: Call,
) -> Result<Response<Body>, UploadError> {
    let project = call.project(&app, "UPLOADCARE_PUB_KEY")?;
    let token = call.authorise(&app, &project, ROUTE, call.form.files.len() as u64)?;
    call.check_texts()?;
    let files = files(&app, &project, &call)?;
    let initiator = Initiator::Api { request_id: tracker.request_id() };
    let mut answer = Map::new();
    for (name, file) in files {
        let file = arrival::land(&app, &project, file, &initiator);
        let file = file.ok_or(UploadError::CHOSEN_ID_DUPLICATED)?;
        answer.insert(name, Value::String(file.uuid.to_string()));
    }
    token.spend();
    Ok(Json(answer).into_response())
}

/// The files of the form by the names of their parts, if none of them is refused.
fn files(app: &App, project: &Project, call: &Call) -> Result<Vec<(String, File)>, UploadError> {
    let form = &call.form;
    if form.files.is_empty() {
        return Err(UploadError::FILES_REQUIRED);
    }
    let mut chosen_id = chosen_id(app, form.field("UPLOADCARE_FILE_ID"))?;
    let metadata = Arc::new(fields::metadata(form)?);
    let tags = Arc::new(fields::tags(form)?);
    let stored = fields::is_stored(project, form.field("UPLOADCARE_STORE"));
    let settings = project.settings();
    let mut files = Vec::new();
    for part in &form.files {
        if !settings.allows_size(part.piece.size) {
            return Err(UploadError::FILE_TOO_LARGE);
        }
        let arrival = Arrival {
            uuid: chosen_id.take().unwrap_or_else(random_uuid),
            filename: part.filename.clone(),
            declared: part.content_type.clone(),
            size: part.piece.size,
            content: Arc::clone(&part.piece).into(),
            stored,
            metadata: Arc::clone(&metadata),
            tags: Arc::clone(&tags),
        };
        files.push((part.name.clone(), arrival.examined(&settings)?));
    }
    Ok(files)
}

fn chosen_id(app: &App, text: Option<&str>) -> Result<Option<Uuid>, UploadError> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    let uuid = parse_uuid(text).ok_or(UploadError::CHOSEN_ID_INVALID)?;
    match app.store.find_file(&uuid) {
        Some(_) => Err(UploadError::CHOSEN_ID_DUPLICATED),
        None => Ok(Some(uuid)),
    }
}
