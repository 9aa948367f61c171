//! The Upload API.

mod base;
mod error;
mod fields;
mod form;
mod group;
mod info;

use std::sync::Arc;

use axum::{
    Extension,
    body::Body,
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, Response, StatusCode, Uri, header, request::Parts},
    middleware::Next,
    response::IntoResponse,
};

use crate::{
    app::{Origin, Resource, RouteContext},
    pipeline::{common_headers, default_header, throttled, with_faults},
    store::Project,
    track::Tracker,
};
use error::{UploadError, WireForm};
use form::Form;

pub(crate) fn resources() -> Vec<Resource> {
    [base::resources(), group::resources(), info::resources()].into_iter().flatten().collect()
}

/// Other paths of a route. The official Python client posts with a slash too many.
pub(crate) fn aliases(route: &str) -> &'static [&'static str] {
    match route {
        "/group/" => &["/group//", "//group/"],
        _ => &[],
    }
}

/// The form and the query of a request, read before its handler runs.
#[derive(Clone)]
struct Call(Arc<Form>);

impl<S: Send + Sync> FromRequestParts<S> for Call {
    type Rejection = UploadError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, UploadError> {
        parts.extensions.get().cloned().ok_or(UploadError::INTERNAL)
    }
}

impl Call {
    /// The project named by the field that this endpoint uses for the public key.
    fn project(
        &self,
        app: &crate::app::App,
        field: &'static str,
    ) -> Result<Arc<Project>, UploadError> {
        match self.0.field(field) {
            None | Some("") => Err(UploadError::public_key_required(field)),
            Some(key) => {
                let project = app.store.project(key);
                let project = project.ok_or_else(|| UploadError::public_key_invalid(field))?;
                app.pass_time(&project);
                Ok(project)
            }
        }
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
    tracker.set_route(context.route);
    let (mut parts, body) = request.into_parts();
    let method = parts.method.clone();
    let form = WireForm::of_request(&parts);
    let read = Form::read(&parts, body, &tracker).await;
    if tracker.is_abandoned() {
        // Nobody is left to wait for an answer, nor for a fault's delay.
        return Response::new(Body::empty());
    }
    let handle = async move {
        if parts.method == Method::OPTIONS {
            return StatusCode::OK.into_response();
        }
        let mut response = match read {
            Ok(form) => {
                parts.extensions.insert(Call(Arc::new(form)));
                next.run(Request::from_parts(parts, Body::empty())).await
            }
            Err(error) => error.into_response(),
        };
        // Before a fault looks at the answer: it is about the bytes that the client gets.
        match response.extensions_mut().remove::<UploadError>() {
            Some(error) => error.written(form),
            None => response,
        }
    };
    let mut response = match throttled(&tracker) {
        Some(seconds) => {
            let mut response = UploadError::THROTTLED.written(form);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            response
        }
        None => with_faults(&tracker, &method, context.route, &origin, handle).await,
    };
    if method == Method::OPTIONS || response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(context.allow));
    }
    finish(&context, &tracker, response.headers_mut());
    response
}

fn finish(context: &RouteContext, tracker: &Tracker, headers: &mut HeaderMap) {
    default_header(headers, header::CONTENT_TYPE, "application/json");
    default_header(headers, header::VARY, "Accept-Encoding, Origin");
    default_header(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(context.allow));
    let allowed = "DNT, X-PINGOTHER, X-UC-User-Agent, Authorization";
    default_header(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, allowed);
    default_header(headers, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    default_header(headers, header::ACCESS_CONTROL_EXPOSE_HEADERS, "Warning, Retry-After");
    default_header(headers, header::ACCESS_CONTROL_MAX_AGE, "1");
    common_headers(headers, tracker);
}

pub(crate) async fn method_not_allowed(method: Method, uri: Uri) -> Response<Body> {
    UploadError::method_not_allowed(&method, uri.path()).into_response()
}
