//! Uploads from URLs: what starts them and what tells how far they are.

use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Body,
    extract::State,
    http::Response,
    response::IntoResponse,
    routing::{get, post},
};
use serde::Serialize;

use super::{
    Call,
    error::UploadError,
    fetch::{self, Order},
    fields::{self, given},
    form::Form,
    source,
};
use crate::{
    app::{App, Resource, RouteContext},
    store::{DownloadState, UploadView, parse_uuid, random_uuid},
    track::Tracker,
};

const ROUTE: &str = "/from_url/";
pub(super) const STATUS_ROUTE: &str = "/from_url/status/";

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: ROUTE,
            methods: &["POST"],
            allow: "GET, POST, HEAD, OPTIONS",
            router: post(start),
        },
        Resource {
            route: STATUS_ROUTE,
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(status),
        },
    ]
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Started<'a> {
    Token { token: String },
    FileInfo(UploadView<'a>),
}

async fn start(
    State(app): State<App>,
    Extension(tracker): Extension<Tracker>,
    call: Call,
) -> Result<Response<Body>, UploadError> {
    let form = &call.form;
    let project = call.project(&app, "pub_key")?;
    let token_use = call.authorise(&app, &project, ROUTE, 1)?;
    call.check_texts()?;
    let text = given(form, "source_url").ok_or(UploadError::SOURCE_URL_REQUIRED)?;
    let check = form.field("check_URL_duplicates");
    let remember = is_set(form.field("save_URL_duplicates").or(check));
    let order = Order {
        url: source::checked(text, project.settings().refuse_private_addresses).await?,
        filename: given(form, "filename").map(plain).filter(|name| !name.is_empty()),
        stored: fields::is_stored(&project, form.field("store")),
        metadata: Arc::new(fields::metadata(form)?),
        tags: Arc::new(fields::tags(form)?),
        remember_as: remember.then(|| text.to_owned()),
        request_id: tracker.request_id(),
    };
    let known = project.downloads.known(text).filter(|_| is_set(check));
    let known = known.and_then(|uuid| project.file(&uuid)).filter(|file| file.removed.is_none());
    if let Some(file) = known {
        return Ok(Json(Started::FileInfo(file.upload_object())).into_response());
    }
    token_use.spend();
    let download = project.downloads.add(random_uuid());
    let answer = Json(Started::Token { token: download.token.to_string() });
    app.spawn(fetch::fetch(app.clone(), project, download, order));
    Ok(answer.into_response())
}

fn is_set(text: Option<&str>) -> bool {
    matches!(text, Some("1" | "true"))
}

/// A file name with nothing in it but what the service leaves.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_')).collect()
}

#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
enum Status<'a> {
    Waiting,
    Progress { done: u64, total: Option<u64> },
    Success(UploadView<'a>),
    Error { error: &'a str, error_code: &'a str },
    Unknown,
}

async fn status(State(app): State<App>, call: Call) -> Result<Response<Body>, UploadError> {
    let token = given(&call.form, "token").ok_or(UploadError::TOKEN_REQUIRED)?;
    let found = parse_uuid(token).and_then(|token| app.store.find_download(&token));
    let Some((project, download)) = found else {
        return Ok(Json(Status::Unknown).into_response());
    };
    app.pass_time(&project);
    let answer = match download.state() {
        DownloadState::Waiting => Json(Status::Waiting).into_response(),
        DownloadState::Progress { done, total } => {
            Json(Status::Progress { done, total }).into_response()
        }
        DownloadState::Success(uuid) => match project.file(&uuid) {
            Some(file) => Json(Status::Success(file.upload_object())).into_response(),
            None => Json(Status::Unknown).into_response(),
        },
        DownloadState::Failed { code, message } => failure(code, &message),
    };
    Ok(answer)
}

/// The answer about a download that failed.
pub(super) fn failure(code: &str, message: &str) -> Response<Body> {
    Json(Status::Error { error: message, error_code: code }).into_response()
}

/// Lets a request that has a token but no key count for the project of the token.
pub(super) fn claim(context: &RouteContext, form: &Form, tracker: &Tracker) {
    if context.route != STATUS_ROUTE || tracker.project().is_some() {
        return;
    }
    let token = form.field("token").and_then(parse_uuid);
    let found = token.and_then(|token| context.app.store.find_download(&token));
    if let Some((project, _)) = found {
        tracker.claim(&project.keys.public_key);
    }
}
