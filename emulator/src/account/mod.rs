//! The Project API, by which an account looks after its projects.

mod body;
mod error;
mod paging;
mod projects;
mod secrets;
mod usage;

use std::sync::Arc;

use axum::{
    Extension,
    body::Body,
    extract::{FromRequestParts, RawPathParams, Request, State},
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header, request::Parts},
    middleware::Next,
    response::IntoResponse,
};

use crate::{
    app::{App, Origin, Resource, RouteContext, not_found_page},
    pipeline::{BodyError, common_headers, default_header, read_body, throttled, with_faults},
    store::{Account, Project},
    track::Tracker,
    upload::{UploadError, WireForm},
    work,
};
use error::AccountError;

const BODY_LIMIT: usize = 1 << 20;

pub(crate) fn resources() -> Vec<Resource> {
    let all = [projects::resources(), secrets::resources(), usage::resources()];
    all.into_iter().flatten().collect()
}

/// Whom an authenticated request comes from.
#[derive(Clone)]
struct Caller {
    app: App,
    account: Arc<Account>,
    origin: Origin,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = AccountError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AccountError> {
        parts.extensions.get().cloned().ok_or_else(AccountError::invalid_token)
    }
}

/// The project in a path, if it is the caller's.
struct Owned(Arc<Project>);

impl<S: Send + Sync> FromRequestParts<S> for Owned {
    type Rejection = AccountError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AccountError> {
        let caller = Caller::from_request_parts(parts, state).await?;
        let unknown = || AccountError::not_found("Project");
        let key = parameter(parts, state, "pub_key").await.ok_or_else(unknown)?;
        let project = caller.app.store.project(&key).ok_or_else(unknown)?;
        if !caller.account.owns(&project) {
            return Err(AccountError::forbidden());
        }
        work::settle(&caller.app, &project);
        caller.app.pass_time(&project);
        Ok(Self(project))
    }
}

/// A parameter of the path, decoded.
async fn parameter<S: Send + Sync>(parts: &mut Parts, state: &S, name: &str) -> Option<String> {
    let params = RawPathParams::from_request_parts(parts, state).await.ok()?;
    named(&params, name)
}

fn named(params: &RawPathParams, name: &str) -> Option<String> {
    params.iter().find(|(is, _)| *is == name).map(|(_, value)| value.to_owned())
}

/// What happens to every request of a known route before and after its handler.
pub(crate) async fn pipeline(
    State(context): State<RouteContext>,
    Extension(tracker): Extension<Tracker>,
    Extension(origin): Extension<Origin>,
    params: RawPathParams,
    request: Request,
    next: Next,
) -> Response<Body> {
    // A parameter of a route may be anything but nothing.
    if request.uri().path().contains("//") {
        return not_found_page().await;
    }
    tracker.set_route(context.route);
    let account = token(request.headers()).and_then(|token| context.app.store.account(token));
    tracker.claim_account(account.as_ref(), named(&params, "pub_key").as_deref());
    let method = request.method().clone();
    let (mut parts, body) = request.into_parts();
    let mut response = match read_body(body, BODY_LIMIT).await {
        Err(BodyError::TooLarge) => AccountError::too_large().into_response(),
        Err(BodyError::Broken) => AccountError::malformed("Malformed request.").into_response(),
        Ok(body) => match throttled(&tracker) {
            Some(seconds) => AccountError::throttled(seconds),
            None => {
                let caller = account.map(|account| Caller {
                    app: context.app.clone(),
                    account,
                    origin: origin.clone(),
                });
                let handle = async {
                    if parts.method == Method::OPTIONS {
                        return StatusCode::OK.into_response();
                    }
                    let Some(caller) = caller else {
                        return AccountError::invalid_token().into_response();
                    };
                    tracker.set_authenticated();
                    parts.extensions.insert(caller);
                    next.run(Request::from_parts(parts, Body::from(body))).await
                };
                let refuse = |error: UploadError| error.written(WireForm::Json);
                with_faults(&tracker, &method, context.route, &origin, refuse, handle).await
            }
        },
    };
    let has_body = response.status() != StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    headers.insert(header::ALLOW, HeaderValue::from_static(context.allow));
    if has_body {
        default_header(headers, header::CONTENT_TYPE, "application/json");
    }
    common_headers(headers, &tracker);
    response
}

fn token(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then_some(token.trim())
}

pub(crate) async fn method_not_allowed(method: Method) -> Response<Body> {
    AccountError::method_not_allowed(&method).into_response()
}
