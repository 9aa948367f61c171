use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::post,
};

use super::{Body, find_project};
use crate::{app::App, error::ControlError, rate::RateLimit};

pub(super) fn router() -> Router<App> {
    let methods = post(set).get(stats).delete(clear);
    Router::new().route("/_control/projects/{public_key}/rate_limit", methods)
}

async fn set(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(limit): Body<RateLimit>,
) -> Result<impl IntoResponse, ControlError> {
    limit.check()?;
    let project = find_project(&app, &public_key)?;
    project.rate_limit.set(limit);
    Ok((StatusCode::CREATED, Json(project.rate_limit.stats())))
}

async fn stats(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    let stats = find_project(&app, &public_key)?.rate_limit.stats();
    stats.map(Json).ok_or(ControlError::NoRateLimit(public_key))
}

async fn clear(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    find_project(&app, &public_key)?.rate_limit.clear();
    Ok(StatusCode::NO_CONTENT)
}
