use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::get,
};
use serde_json::json;

use super::find_project;
use crate::{app::App, error::ControlError};

pub(super) fn router() -> Router<App> {
    Router::new().route("/_control/projects/{public_key}/deliveries", get(list).delete(clear))
}

async fn list(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    let deliveries = find_project(&app, &public_key)?.deliveries.all();
    let deliveries: Vec<_> = deliveries.iter().map(|delivery| delivery.view()).collect();
    Ok(Json(json!({ "deliveries": deliveries })))
}

async fn clear(
    State(app): State<App>,
    Path(public_key): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    find_project(&app, &public_key)?.deliveries.clear();
    Ok(StatusCode::NO_CONTENT)
}
