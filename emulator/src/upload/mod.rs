//! The Upload API.

mod arrival;
mod auth;
mod base;
mod catalogue;
mod error;
mod fetch;
mod fields;
mod form;
mod from_url;
mod group;
mod info;
mod multipart;
mod source;

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
    app::{App, Origin, Resource, RouteContext},
    pipeline::{common_headers, default_header, throttled, with_faults},
    store::{Project, TokenUse},
    track::Tracker,
};
use form::Form;

pub(crate) use catalogue::known;
pub(crate) use error::{UploadError, WireForm};

pub(crate) fn resources() -> Vec<Resource> {
    let all = [
        base::resources(),
        multipart::resources(),
        from_url::resources(),
        group::resources(),
        info::resources(),
    ];
    all.into_iter().flatten().collect()
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
struct Call {
    form: Arc<Form>,
}

impl<S: Send + Sync> FromRequestParts<S> for Call {
    type Rejection = UploadError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, UploadError> {
        parts.extensions.get().cloned().ok_or(UploadError::INTERNAL)
    }
}

impl Call {
    /// The project named by the field that this endpoint uses for the public key.
    fn project(&self, app: &App, field: &'static str) -> Result<Arc<Project>, UploadError> {
        match self.form.field(field) {
            None | Some("") => Err(UploadError::public_key_required(field)),
            Some(key) => {
                let project = app.store.project(key);
                let project = project.ok_or_else(|| UploadError::public_key_invalid(field))?;
                app.pass_time(&project);
                match project.settings().blocked {
                    Some(blocked) => Err(blocked.into()),
                    None => Ok(project),
                }
            }
        }
    }

    /// Checks the credentials for so many new files, if the project wants any.
    fn authorise(
        &self,
        app: &App,
        project: &Project,
        route: &str,
        operations: u64,
    ) -> Result<TokenUse, UploadError> {
        auth::authorise(app, project, &self.form, route, operations)
    }

    fn check_texts(&self) -> Result<(), UploadError> {
        let names = self.form.files.iter().flat_map(|file| [&*file.name, &*file.filename]);
        let mut texts = self.form.fields().flat_map(|(name, value)| [name, value]).chain(names);
        if texts.any(|text| text.contains('\0')) {
            Err(UploadError::NULL_CHARACTERS)
        } else {
            Ok(())
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
    let read = Form::read(&parts, body, &context.app.disk, &tracker).await;
    if tracker.is_abandoned() {
        // Nobody is left to wait for an answer, nor for a fault's delay.
        return Response::new(Body::empty());
    }
    if let Ok(form) = &read {
        from_url::claim(&context, form, &tracker);
    }
    let handle = async move {
        if parts.method == Method::OPTIONS {
            return StatusCode::OK.into_response();
        }
        let mut response = match read {
            Ok(form) => {
                parts.extensions.insert(Call { form: Arc::new(form) });
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
        None => {
            let refuse = |error: UploadError| refused(&error, context.route, form);
            with_faults(&tracker, &method, context.route, &origin, refuse, handle).await
        }
    };
    if method == Method::OPTIONS || response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(context.allow));
    }
    finish(&context, &tracker, response.headers_mut());
    response
}

/// A refusal that a fault makes up.
fn refused(error: &UploadError, route: &str, form: WireForm) -> Response<Body> {
    if route == from_url::STATUS_ROUTE && error.code().starts_with("DownloadFile") {
        return from_url::failure(error.code(), error.message());
    }
    let mut response = error.written(form);
    if error.code() == UploadError::THROTTLED.code() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(1));
    }
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
