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

use super::find_account;
use crate::{app::App, error::ControlError, store::Stats};

pub(super) fn router() -> Router<App> {
    Router::new().route("/_control/requests", get(list).delete(clear))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    public_key: Option<String>,
    /// Token of an account: its requests to the Project API.
    account: Option<String>,
    language: Option<String>,
    route: Option<String>,
    /// Waits until no request of the project or account is under way, 20 seconds at most.
    #[serde(default)]
    settled: bool,
}

const PATIENCE: Duration = Duration::from_secs(20);

/// What a client has given up is under way until its connection is seen to be closed.
async fn settle(stats: impl Fn() -> Stats) {
    let until = Instant::now() + PATIENCE;
    while stats().in_flight > 0 && Instant::now() < until {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn list(
    State(app): State<App>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<impl IntoResponse, ControlError> {
    let Query(wanted) = wanted.map_err(|error| ControlError::invalid(error.body_text()))?;
    let project = wanted.public_key.as_ref().and_then(|key| app.store.project(key));
    if let (true, Some(project)) = (wanted.settled, project) {
        settle(|| project.counters.stats()).await;
    }
    let account = wanted.account.as_ref().map(|token| find_account(&app, token)).transpose()?;
    if let (true, Some(account)) = (wanted.settled, &account) {
        settle(|| account.counters.stats()).await;
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
            && account.as_ref().is_none_or(|account| record.account == Some(account.number))
    });
    let records: Vec<_> = records.iter().map(AsRef::as_ref).collect::<Vec<_>>();
    Ok(Json(json!({ "requests": records })))
}

async fn clear(State(app): State<App>) -> impl IntoResponse {
    app.log.clear();
    StatusCode::NO_CONTENT
}
