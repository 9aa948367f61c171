use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::post,
};
use serde_json::json;

use super::{Body, find_project};
use crate::{app::App, error::ControlError, fault::Fault};

pub(super) fn router() -> Router<App> {
    Router::new()
        .route("/_control/projects/{public_key}/faults", post(add).get(remaining).delete(clear))
}

async fn add(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(fault): Body<Fault>,
) -> Result<impl IntoResponse, ControlError> {
    fault.check()?;
    find_project(&app, &public_key)?.faults.add(fault.clone());
    Ok((StatusCode::CREATED, Json(fault)))
}

async fn remaining(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    let faults = find_project(&app, &public_key)?.faults.remaining();
    Ok(Json(json!({ "faults": faults })))
}

async fn clear(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    find_project(&app, &public_key)?.faults.clear();
    Ok(StatusCode::NO_CONTENT)
}
