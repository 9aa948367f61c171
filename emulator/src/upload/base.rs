//! Direct uploads.

use std::sync::Arc;

use axum::{
    Extension, Json, body::Body, extract::State, http::Response, response::IntoResponse,
    routing::post,
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Call, error::UploadError, fields, form::FilePart};
use crate::{
    app::{App, Resource},
    event::{self, Event, Initiator},
    media::ContentInfo,
    store::{Content, File, Project, parse_uuid, random_uuid},
    track::Tracker,
};

pub(super) fn resources() -> Vec<Resource> {
    vec![Resource {
        route: "/base/",
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
    let form = &call.0;
    let project = call.project(&app, "UPLOADCARE_PUB_KEY")?;
    if form.files.is_empty() {
        return Err(UploadError::FILES_REQUIRED);
    }
    let names = form.files.iter().flat_map(|file| [&*file.name, &*file.filename]);
    let mut texts = form.fields().flat_map(|(name, value)| [name, value]).chain(names);
    if texts.any(|text| text.contains('\0')) {
        return Err(UploadError::NULL_CHARACTERS);
    }
    let mut chosen_id = chosen_id(&app, form.field("UPLOADCARE_FILE_ID"))?;
    let metadata = Arc::new(fields::metadata(form)?);
    let tags = Arc::new(fields::tags(form)?);
    let stored = is_stored(&project, form.field("UPLOADCARE_STORE"));

    let initiator = Initiator::Api { request_id: tracker.request_id() };
    let mut answer = Map::new();
    for part in &form.files {
        let now = app.project_now(&project);
        let chosen = chosen_id.take();
        let mut file = new_file(part, chosen.unwrap_or_else(random_uuid));
        file.uploaded = now;
        file.added = now;
        file.stored = stored.then_some(now);
        file.metadata = Arc::clone(&metadata);
        file.tags = Arc::clone(&tags);
        let file = project.add_upload(file).ok_or(UploadError::CHOSEN_ID_DUPLICATED)?;
        event::notify(&app, &project, Event::Uploaded, &file, None, &initiator);
        if file.stored.is_some() {
            event::notify(&app, &project, Event::Stored, &file, None, &initiator);
        }
        answer.insert(part.name.clone(), Value::String(file.uuid.to_string()));
    }
    Ok(Json(answer).into_response())
}

fn chosen_id(app: &App, text: Option<&str>) -> Result<Option<Uuid>, UploadError> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    let uuid = parse_uuid(text).ok_or(UploadError::CHOSEN_ID_INVALID)?;
    match app.store.find_file(&uuid) {
        Some(_) => Err(UploadError::CHOSEN_ID_DUPLICATED),
        None => Ok(Some(uuid)),
    }
}

fn is_stored(project: &Project, text: Option<&str>) -> bool {
    match text {
        Some("1" | "true") => true,
        None | Some("" | "auto") => project.autostore(),
        Some(_) => false,
    }
}

fn new_file(part: &FilePart, uuid: Uuid) -> File {
    let declared = part.content_type.as_deref();
    let content_info = ContentInfo::of_bytes(&part.bytes, declared);
    File {
        uuid,
        uploaded: 0,
        stored: None,
        removed: None,
        filename: part.filename.clone(),
        size: part.bytes.len() as u64,
        declared_mime: declared.unwrap_or("application/octet-stream").into(),
        mime: content_info.mime.mime.as_str().into(),
        content_info: Arc::new(content_info),
        metadata: Arc::default(),
        tags: Arc::default(),
        appdata: Arc::default(),
        content: Content::Bytes(part.bytes.clone()),
        added: 0,
        provisional: None,
        extra: None,
    }
}
