//! The REST API, version 0.7.

mod addons;
mod auth;
mod body;
mod convert;
mod copy;
mod date;
mod error;
mod files;
mod groups;
mod metadata;
mod paging;
mod project;
mod search;
mod spaced;
mod storage;
mod tags;
mod webhooks;

pub(crate) use auth::sign;

use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Body,
    extract::{FromRequestParts, Path, Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header, request::Parts,
    },
    middleware::Next,
    response::IntoResponse,
};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    app::{App, Origin, Resource, RouteContext, not_found_page},
    event::{self, Event, Initiator},
    pipeline::{BodyError, common_headers, default_header, read_body, throttled, with_faults},
    store::{File, Project, parse_uuid},
    track::Tracker,
    upload::{UploadError, WireForm},
    work,
};
use error::RestError;

const CONTENT_TYPE: &str = "application/vnd.uploadcare-v0.7+json";
const BODY_LIMIT: usize = 8 << 20;

pub(crate) fn resources() -> Vec<Resource> {
    let all = [
        files::resources(),
        storage::resources(),
        copy::resources(),
        search::resources(),
        tags::resources(),
        metadata::resources(),
        groups::resources(),
        project::resources(),
        webhooks::resources(),
        convert::resources(),
        addons::resources(),
    ];
    all.into_iter().flatten().collect()
}

/// Whom an authenticated request comes from.
#[derive(Clone)]
struct Caller {
    app: App,
    project: Arc<Project>,
    origin: Origin,
    request_id: String,
}

impl Caller {
    /// The project's time.
    fn now(&self) -> i64 {
        self.app.project_now(&self.project)
    }

    fn notify(&self, event: Event, file: &File, previous: Option<Value>) {
        let initiator = Initiator::Api { request_id: self.request_id.clone() };
        event::notify(&self.app, &self.project, event, file, previous, &initiator);
    }

    /// Stores a file; `None` when it is not there or removed.
    fn store(&self, uuid: &Uuid) -> Option<Arc<File>> {
        let (file, changed) = self.project.store_file(uuid, self.now())?;
        if changed {
            self.notify(Event::Stored, &file, None);
        }
        Some(file)
    }

    /// Removes a file, if it is not removed already; `None` when it is not there.
    fn remove(&self, uuid: &Uuid) -> Option<Arc<File>> {
        let (file, changed) = self.project.remove_file(uuid, self.now())?;
        if changed {
            self.notify(Event::Deleted, &file, None);
        }
        Some(file)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, RestError> {
        parts.extensions.get().cloned().ok_or_else(RestError::bad_credentials)
    }
}

/// The UUID in a path; anything else there is just not found.
struct FileId(Uuid);

impl<S: Send + Sync> FromRequestParts<S> for FileId {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        let segment = Path::<String>::from_request_parts(parts, state).await;
        let segment = segment.map_err(|_| RestError::not_found())?;
        parse_uuid(&segment).map(Self).ok_or_else(RestError::not_found)
    }
}

/// A JSON answer.
fn json(value: &impl Serialize) -> Response<Body> {
    match serde_json::to_vec(value) {
        Ok(bytes) => Response::new(Body::from(bytes)),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What happens to every request of a known route before and after its handler.
pub(crate) async fn pipeline(
    State(context): State<RouteContext>,
    Extension(tracker): Extension<Tracker>,
    Extension(origin): Extension<Origin>,
    request: Request,
    next: Next,
) -> Response<Body> {
    // A parameter of a route may be anything but nothing.
    if request.uri().path().contains("//") {
        return not_found_page().await;
    }
    tracker.set_route(context.route);
    let method = request.method().clone();
    let (parts, body) = request.into_parts();
    let mut response = match read_body(body, BODY_LIMIT).await {
        Err(BodyError::TooLarge) => RestError::too_large().into_response(),
        Err(BodyError::Broken) => RestError::bad_request("Malformed request.").into_response(),
        Ok(body) => match throttled(&tracker) {
            Some(seconds) => RestError::throttled(seconds),
            None => {
                let handle = handle(&context, &tracker, origin.clone(), parts, body, next);
                let refuse = |error: UploadError| error.written(WireForm::Json);
                with_faults(&tracker, &method, context.route, &origin, refuse, handle).await
            }
        },
    };
    finish(&context, &tracker, &mut response);
    response
}

async fn handle(
    context: &RouteContext,
    tracker: &Tracker,
    origin: Origin,
    mut parts: Parts,
    body: bytes::Bytes,
    next: Next,
) -> Response<Body> {
    if parts.method == Method::OPTIONS {
        return StatusCode::OK.into_response();
    }
    if !accepts(&parts.headers) {
        return RestError::not_acceptable().into_response();
    }
    match auth::authenticate(&context.app, &parts, &body) {
        Ok(project) => {
            tracker.set_authenticated();
            work::settle(&context.app, &project);
            context.app.pass_time(&project);
            let (app, request_id) = (context.app.clone(), tracker.request_id());
            parts.extensions.insert(Caller { app, project, origin, request_id });
            next.run(Request::from_parts(parts, Body::from(body))).await
        }
        Err(error) => error.into_response(),
    }
}

fn accepts(headers: &HeaderMap) -> bool {
    let mut ranges = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    ranges.any(|range| {
        let kind = range.split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case(CONTENT_TYPE)
    })
}

fn finish(context: &RouteContext, tracker: &Tracker, response: &mut Response<Body>) {
    let has_body = !matches!(response.status(), StatusCode::NO_CONTENT);
    let is_demo =
        tracker.project().is_some_and(|project| project.keys.public_key == "demopublickey");
    let headers = response.headers_mut();
    headers.insert(header::ALLOW, HeaderValue::from_static(context.allow));
    if has_body {
        default_header(headers, header::CONTENT_TYPE, CONTENT_TYPE);
    }
    if is_demo {
        let warning = "199 Miscellaneous warning: You are using the demo project";
        default_header(headers, header::WARNING, warning);
    }
    default_header(headers, header::VARY, "Accept");
    default_header(headers, header::X_FRAME_OPTIONS, "SAMEORIGIN");
    default_header(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "https://uploadcare.com");
    let robots = HeaderName::from_static("x-robots-tag");
    default_header(headers, robots, "noindex, nofollow, nosnippet, noarchive");
    common_headers(headers, tracker);
}

pub(crate) async fn method_not_allowed(method: Method) -> Response<Body> {
    let detail = format!("Method \"{method}\" not allowed.");
    let body = Json(serde_json::json!({ "detail": detail }));
    let mut response = (StatusCode::METHOD_NOT_ALLOWED, body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    response
}
