//! Uploads in parts: their beginning and their end. The parts go to the storage itself.

use std::sync::Arc;

use axum::{
    Extension, Json, body::Body, extract::State, http::Response, response::IntoResponse,
    routing::post,
};
use serde_json::json;

use super::{
    Call,
    arrival::{self, Arrival},
    error::UploadError,
    fields::{self, given},
};
use crate::{
    app::{App, Origin, Resource},
    event::Initiator,
    parts,
    store::{Multipart, Parts, parse_uuid, random_uuid},
    track::Tracker,
};

const START: &str = "/multipart/start/";
const MIN_SIZE: i64 = 10_485_760;
/// What the service takes, whatever a project allows.
const MAX_SIZE: u64 = 5_000_000_000_000;
const MIN_PART: u64 = 5_242_880;
const MAX_PART: u64 = 5_368_709_120;
const MAX_PARTS: u64 = 10_000;

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource { route: START, methods: &["POST"], allow: "POST, OPTIONS", router: post(start) },
        Resource {
            route: "/multipart/complete/",
            methods: &["POST"],
            allow: "POST, OPTIONS",
            router: post(complete),
        },
    ]
}

async fn start(
    State(app): State<App>,
    Extension(origin): Extension<Origin>,
    call: Call,
) -> Result<Response<Body>, UploadError> {
    let form = &call.form;
    let project = call.project(&app, "UPLOADCARE_PUB_KEY")?;
    let token = call.authorise(&app, &project, START, 1)?;
    call.check_texts()?;
    let required = |name| given(form, name).ok_or_else(|| UploadError::param_required(name));
    let filename = required("filename")?;
    let size = required("size")?;
    let content_type = required("content_type")?;
    let settings = project.settings();
    let size: i64 = size.parse().map_err(|_| UploadError::SIZE_INVALID)?;
    if size < MIN_SIZE {
        return Err(UploadError::MULTIPART_TOO_SMALL);
    }
    let size = size.unsigned_abs();
    if size > MAX_SIZE || !settings.allows_size(size) {
        return Err(UploadError::MULTIPART_TOO_LARGE);
    }
    let part_size = part_size(given(form, "part_size"), size)?;
    let multipart = project.multiparts.add(Multipart {
        uuid: random_uuid(),
        upload_id: random_uuid().simple().to_string(),
        filename: filename.to_owned(),
        size,
        part_size,
        content_type: content_type.to_owned(),
        stored: fields::is_stored(&project, form.field("UPLOADCARE_STORE")),
        metadata: Arc::new(fields::metadata(form)?),
        tags: Arc::new(fields::tags(form)?),
        parts: Parts::default(),
    });
    token.spend();
    let now = project.time(app.now());
    let urls = parts::urls(&app, &origin, &multipart, now, settings.part_url_seconds);
    Ok(Json(json!({ "uuid": multipart.uuid.to_string(), "parts": urls })).into_response())
}

fn part_size(text: Option<&str>, size: u64) -> Result<u64, UploadError> {
    let Some(text) = text else { return checked_part_size(MIN_PART, size) };
    let part_size: i64 = text.parse().map_err(|_| UploadError::PART_SIZE_INVALID)?;
    match u64::try_from(part_size) {
        Ok(MIN_PART..=MAX_PART) => checked_part_size(part_size.unsigned_abs(), size),
        Ok(part_size) if part_size > MAX_PART => Err(UploadError::PART_SIZE_TOO_BIG),
        _ => Err(UploadError::part_size_too_small(MIN_PART)),
    }
}

/// The storage takes no more than so many parts.
fn checked_part_size(part_size: u64, size: u64) -> Result<u64, UploadError> {
    if size.div_ceil(part_size) > MAX_PARTS {
        return Err(UploadError::part_size_too_small(size.div_ceil(MAX_PARTS)));
    }
    Ok(part_size)
}

async fn complete(
    State(app): State<App>,
    Extension(tracker): Extension<Tracker>,
    call: Call,
) -> Result<Response<Body>, UploadError> {
    let project = call.project(&app, "UPLOADCARE_PUB_KEY")?;
    let uuid = given(&call.form, "uuid").ok_or(UploadError::MULTIPART_ID_REQUIRED)?;
    let uuid = parse_uuid(uuid).ok_or(UploadError::UUID_INVALID)?;
    let multipart = project.multiparts.get(&uuid).ok_or_else(|| match project.file(&uuid) {
        Some(_) => UploadError::MULTIPART_ALREADY,
        None => UploadError::MULTIPART_NOT_FOUND,
    })?;
    let initiator = Initiator::Api { request_id: tracker.request_id() };
    let settings = project.settings();
    let file = multipart.complete(|content| {
        let arrival = Arrival {
            uuid,
            filename: multipart.filename.clone(),
            declared: Some(multipart.content_type.clone()),
            size: multipart.size,
            content,
            stored: multipart.stored,
            metadata: Arc::clone(&multipart.metadata),
            tags: Arc::clone(&multipart.tags),
        };
        let file = arrival.examined(&settings)?;
        arrival::land(&app, &project, file, &initiator).ok_or(UploadError::MULTIPART_ALREADY)
    })?;
    Ok(Json(file.upload_object()).into_response())
}
