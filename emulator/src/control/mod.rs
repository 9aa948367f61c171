//! The control API: what tests use to arrange and to observe.

mod accounts;
mod deliveries;
mod faults;
mod groups;
mod jobs;
mod projects;
mod rate_limit;
mod requests;
mod usage;

use std::sync::Arc;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{FromRequest, Request, State},
    response::IntoResponse,
    routing::{get, post},
};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    app::{self, App},
    clock::monotonic_ms,
    error::ControlError,
    store::{Account, Project},
    work,
};

const PREFIX: &str = "/_control/";

/// Whether a path belongs to the control API, whose requests are not logged.
pub(crate) fn is_control(path: &str) -> bool {
    path.starts_with(PREFIX)
}

pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/_control/", get(ready))
        .route("/_control/clock", post(clock))
        .route("/_control/time", get(time))
        .route("/_control/routes", get(routes))
        .merge(projects::router())
        .merge(accounts::router())
        .merge(usage::router())
        .merge(groups::router())
        .merge(faults::router())
        .merge(rate_limit::router())
        .merge(jobs::router())
        .merge(deliveries::router())
        .merge(requests::router())
}

/// A JSON body under whatever content type; an empty one counts as `{}`.
struct Body<T>(T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = ControlError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ControlError> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|error| ControlError::invalid(error.to_string()))?;
        let bytes: &[u8] = if bytes.trim_ascii().is_empty() { b"{}" } else { &bytes };
        let value = serde_json::from_slice(bytes);
        value.map(Self).map_err(|error| ControlError::invalid(error.to_string()))
    }
}

fn find_project(app: &App, public_key: &str) -> Result<Arc<Project>, ControlError> {
    let project = app.store.project(public_key);
    let project = project.ok_or_else(|| ControlError::UnknownProject(public_key.to_owned()))?;
    app.pass_time(&project);
    Ok(project)
}

fn find_account(app: &App, token: &str) -> Result<Arc<Account>, ControlError> {
    app.store.account(token).ok_or(ControlError::UnknownAccount)
}

async fn ready(State(app): State<App>) -> impl IntoResponse {
    Json(app.ready.clone())
}

async fn routes() -> impl IntoResponse {
    Json(serde_json::json!({ "routes": app::routes() }))
}

/// The clock of the request log, which no offset moves.
async fn time() -> impl IntoResponse {
    Json(serde_json::json!({ "monotonic_ms": monotonic_ms() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockChange {
    public_key: Option<String>,
    offset_seconds: i64,
}

async fn clock(
    State(app): State<App>,
    Body(change): Body<ClockChange>,
) -> Result<impl IntoResponse, ControlError> {
    match &change.public_key {
        None => app.set_clock_offset(change.offset_seconds),
        Some(key) => find_project(&app, key)?.set_clock_offset(change.offset_seconds),
    }
    for project in app.store.projects() {
        app.pass_time(&project);
        work::settle(&app, &project);
    }
    Ok(Json(serde_json::json!({ "now": app.now() })))
}
