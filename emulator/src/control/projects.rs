use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, patch, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Body, find_account, find_project};
use crate::{
    app::{App, Origin},
    error::ControlError,
    rest,
    store::{FilePatch, ProjectKeys, Seed, parse_uuid},
    work,
};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/_control/projects", post(create))
        .route("/_control/projects/{public_key}", patch(settings))
        .route("/_control/projects/{public_key}/clock", post(clock))
        .route("/_control/projects/{public_key}/files", post(seed))
        .route("/_control/projects/{public_key}/files/{uuid}", patch(change))
        .route("/_control/projects/{public_key}/sign", post(sign))
        .route("/_control/projects/{public_key}/stats", get(stats))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewProject {
    public_key: Option<String>,
    secret_key: Option<String>,
    /// Token of the account that the project belongs to.
    account: Option<String>,
    #[serde(default = "yes")]
    autostore: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToSign {
    string_to_sign: String,
}

/// Plays the backend of an application, which signs for clients without a secret key.
async fn sign(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(request): Body<ToSign>,
) -> Result<impl IntoResponse, ControlError> {
    let project = find_project(&app, &public_key)?;
    let secret = project.secrets.first();
    let secret = secret.ok_or_else(|| ControlError::invalid("the project has no secret key"))?;
    Ok(Json(json!({ "signature": rest::sign(&secret, &request.string_to_sign) })))
}

async fn create(
    State(app): State<App>,
    Body(new): Body<NewProject>,
) -> Result<impl IntoResponse, ControlError> {
    let random = ProjectKeys::random();
    let keys = ProjectKeys {
        public_key: new.public_key.unwrap_or(random.public_key),
        secret_key: new.secret_key.unwrap_or(random.secret_key),
    };
    let illegal = |key: &str| {
        key.is_empty() || key.contains(['/', ':']) || !key.bytes().all(|b| b.is_ascii_graphic())
    };
    if illegal(&keys.public_key) || illegal(&keys.secret_key) {
        return Err(ControlError::invalid("keys are visible ASCII without a slash or a colon"));
    }
    let account = new.account.map(|token| find_account(&app, &token)).transpose()?;
    let project = app
        .store
        .add_project(keys.clone(), new.autostore)
        .ok_or_else(|| ControlError::ProjectExists(keys.public_key.clone()))?;
    if let Some(account) = account {
        account.adopt(Arc::clone(&project));
    }
    Ok((StatusCode::CREATED, Json(project.keys.clone())))
}

async fn settings(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(patch): Body<Map<String, Value>>,
) -> Result<impl IntoResponse, ControlError> {
    let project = find_project(&app, &public_key)?;
    Ok(Json(project.change_settings(|settings| settings.patched(patch))?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockChange {
    offset_seconds: i64,
}

async fn clock(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(change): Body<ClockChange>,
) -> Result<impl IntoResponse, ControlError> {
    let project = find_project(&app, &public_key)?;
    project.set_time_offset(change.offset_seconds);
    app.pass_time(&project);
    work::settle(&app, &project);
    Ok(Json(json!({ "now": project.time(app.now()) })))
}

async fn seed(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(seed): Body<Seed>,
) -> Result<impl IntoResponse, ControlError> {
    let project = find_project(&app, &public_key)?;
    let seeded = project.seed(&seed, app.project_now(&project))?;
    Ok((StatusCode::CREATED, Json(seeded)))
}

async fn change(
    State(app): State<App>,
    axum::Extension(origin): axum::Extension<Origin>,
    Path((public_key, uuid)): Path<(String, String)>,
    Body(patch): Body<FilePatch>,
) -> Result<Response, ControlError> {
    let project = find_project(&app, &public_key)?;
    let now = app.project_now(&project);
    let with_appdata = patch.appdata.is_some();
    let file = parse_uuid(&uuid).and_then(|uuid| project.patch_file(&uuid, patch, now));
    let file = file.ok_or(ControlError::UnknownFile(uuid))?;
    Ok(Json(file.rest_object(&origin.0, with_appdata)).into_response())
}

async fn stats(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    Ok(Json(find_project(&app, &public_key)?.counters.stats()))
}
