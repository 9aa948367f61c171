use std::time::{Duration, Instant};

use axum::{
    Json, Router,
    extract::{Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::IntoResponse,
    routing::get,
};
use serde::Deserialize;
use serde_json::json;

use crate::{app::App, error::ControlError};

pub(super) fn router() -> Router<App> {
    Router::new().route("/_control/requests", get(list).delete(clear))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    public_key: Option<String>,
    language: Option<String>,
    route: Option<String>,
    /// Waits until no request of the project is under way, five seconds at most.
    #[serde(default)]
    settled: bool,
}

const PATIENCE: Duration = Duration::from_secs(5);

/// What a client has given up is under way until its connection is seen to be closed.
async fn settle(app: &App, public_key: &str) {
    let Some(project) = app.store.project(public_key) else { return };
    let until = Instant::now() + PATIENCE;
    while project.stats().in_flight > 0 && Instant::now() < until {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn list(
    State(app): State<App>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<impl IntoResponse, ControlError> {
    let Query(wanted) = wanted.map_err(|error| ControlError::invalid(error.body_text()))?;
    if let (true, Some(key)) = (wanted.settled, &wanted.public_key) {
        settle(&app, key).await;
    }
    let fits = |wanted: &Option<String>, is: &Option<String>| {
        wanted
            .as_ref()
            .is_none_or(|wanted| is.as_ref().is_some_and(|is| is.eq_ignore_ascii_case(wanted)))
    };
    let records = app.log.select(|record| {
        fits(&wanted.public_key, &record.public_key)
            && fits(&wanted.language, &record.language)
            && fits(&wanted.route, &record.route)
    });
    let records: Vec<_> = records.iter().map(AsRef::as_ref).collect::<Vec<_>>();
    Ok(Json(json!({ "requests": records })))
}

async fn clear(State(app): State<App>) -> impl IntoResponse {
    app.log.clear();
    StatusCode::NO_CONTENT
}
