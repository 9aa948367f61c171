use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::post,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Body, find_project};
use crate::{app::App, error::ControlError, store::Used};

pub(super) fn router() -> Router<App> {
    Router::new().route("/_control/projects/{public_key}/usage", post(add))
}

/// Days of which more was used than really happened.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Days {
    days: Vec<Day>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Day {
    date: NaiveDate,
    #[serde(default)]
    traffic: u64,
    #[serde(default)]
    storage: u64,
    #[serde(default)]
    operations: u64,
}

async fn add(
    State(app): State<App>,
    Path(public_key): Path<String>,
    Body(added): Body<Days>,
) -> Result<impl IntoResponse, ControlError> {
    let usage = &find_project(&app, &public_key)?.usage;
    for day in &added.days {
        usage.add(day.date, Used { traffic: day.traffic, operations: day.operations });
        usage.add_stored(day.date, day.storage);
    }
    Ok((StatusCode::CREATED, Json(added)))
}
