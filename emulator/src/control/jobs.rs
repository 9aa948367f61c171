use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::post,
};

use super::{Body, find_project};
use crate::{app::App, error::ControlError, store::PlannedOutcome};

pub(super) fn router() -> Router<App> {
    Router::new().route("/_control/projects/{public_key}/jobs", post(plan).get(list))
}

async fn plan(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(outcome): Body<PlannedOutcome>,
) -> Result<impl IntoResponse, ControlError> {
    outcome.check()?;
    find_project(&app, &public_key)?.jobs.plan(outcome.clone());
    Ok((StatusCode::CREATED, Json(outcome)))
}

async fn list(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    Ok(Json(find_project(&app, &public_key)?.jobs.view()))
}
