use axum::{
    Json, Router,
    extract::{Path, State},
    http::StatusCode,
    response::IntoResponse,
    routing::{get, patch, post},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use url::Url;

use super::{Body, find_account};
use crate::{app::App, error::ControlError, fault::Fault, rate::RateLimit, store::Account};

pub(super) fn router() -> Router<App> {
    let faults = post(add_fault).get(faults).delete(clear_faults);
    let rate_limit = post(set_rate_limit).get(rate_limit).delete(clear_rate_limit);
    Router::new()
        .route("/_control/accounts", post(create))
        .route("/_control/accounts/{token}", patch(settings))
        .route("/_control/accounts/{token}/faults", faults)
        .route("/_control/accounts/{token}/rate_limit", rate_limit)
        .route("/_control/accounts/{token}/stats", get(stats))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewAccount {
    token: Option<String>,
}

async fn create(
    State(app): State<App>,
    Body(new): Body<NewAccount>,
) -> Result<impl IntoResponse, ControlError> {
    let token = new.token.unwrap_or_else(Account::random_token);
    if token.is_empty() || token.contains('/') || !token.bytes().all(|b| b.is_ascii_graphic()) {
        return Err(ControlError::invalid("tokens are visible ASCII without a slash"));
    }
    let account = app.store.add_account(token).ok_or(ControlError::AccountExists)?;
    Ok((StatusCode::CREATED, Json(json!({ "token": account.token }))))
}

async fn settings(
    State(app): State<App>,
    Path(token): Path<String>,
    Body(patch): Body<Map<String, Value>>,
) -> Result<impl IntoResponse, ControlError> {
    let account = find_account(&app, &token)?;
    if let Some(Value::String(base)) = patch.get("next_base") {
        let legal = Url::parse(base).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.query().is_none()
                && url.fragment().is_none()
        });
        if !legal || !base.ends_with('/') {
            let text = "next_base is a URL such as http://127.0.0.1:9999/projects/";
            return Err(ControlError::invalid(text));
        }
    }
    Ok(Json(account.change_settings(patch)?))
}

async fn add_fault(
    State(app): State<App>,
    Path(token): Path<String>,
    Body(fault): Body<Fault>,
) -> Result<impl IntoResponse, ControlError> {
    fault.check()?;
    if fault.upload_error.is_some() {
        return Err(ControlError::invalid("upload_error is for projects"));
    }
    find_account(&app, &token)?.faults.add(fault.clone());
    Ok((StatusCode::CREATED, Json(fault)))
}

async fn faults(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    let faults = find_account(&app, &token)?.faults.remaining();
    Ok(Json(json!({ "faults": faults })))
}

async fn clear_faults(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    find_account(&app, &token)?.faults.clear();
    Ok(StatusCode::NO_CONTENT)
}

async fn set_rate_limit(
    State(app): State<App>,
    Path(token): Path<String>,
    Body(limit): Body<RateLimit>,
) -> Result<impl IntoResponse, ControlError> {
    limit.check()?;
    let account = find_account(&app, &token)?;
    account.rate_limit.set(limit);
    Ok((StatusCode::CREATED, Json(account.rate_limit.stats())))
}

async fn rate_limit(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    let stats = find_account(&app, &token)?.rate_limit.stats();
    stats.map(Json).ok_or(ControlError::NoAccountRateLimit)
}

async fn clear_rate_limit(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    find_account(&app, &token)?.rate_limit.clear();
    Ok(StatusCode::NO_CONTENT)
}

async fn stats(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<impl IntoResponse, ControlError> {
    Ok(Json(find_account(&app, &token)?.counters.stats()))
}
