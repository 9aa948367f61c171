//! Answers that deliver nothing.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use bytes::Bytes;

use super::{grammar::Problem, signed::Refused};

const ERRORS_LAST: &str = "public, max-age=3600";

/// The page for a URL that makes no sense.
pub(super) fn bad_request(problem: &Problem) -> Response<Body> {
    let reason = escaped(&problem.0);
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>400: Bad Request</title></head>\n\
         <body><h1>400: Bad Request</h1>\n<p>{reason}</p>\n\
         <a href=\"https://uploadcare.com/docs/delivery/cdn/\">CDN documentation</a></body>\n\
         </html>\n"
    );
    let mut response = html(StatusCode::BAD_REQUEST, page);
    let policy = "sandbox; default-src 'unsafe-inline' data:; script-src 'none'";
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(ERRORS_LAST));
    response
}

pub(super) fn forbidden(refused: Refused) -> Response<Body> {
    let page = format!("<h1>403: Forbidden</h1>\n<p>{}</p>\n", refused.reason());
    let mut response = html(StatusCode::FORBIDDEN, page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A picture that says that there is no file.
pub(super) fn file_not_found() -> Response<Body> {
    let picture = Bytes::from_static(include_bytes!("not_found.jpg"));
    let mut response = (StatusCode::NOT_FOUND, picture).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(ERRORS_LAST));
    response
}

pub(super) fn html(status: StatusCode, page: String) -> Response<Body> {
    let mut response = (status, page).into_response();
    let kind = HeaderValue::from_static("text/html; charset=UTF-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// Names the operations that a picture does not show.
pub(super) fn name_not_rendered(response: &mut Response<Body>, names: &[&str]) {
    let value = HeaderValue::try_from(names.join(", "));
    if let (Ok(value), false) = (value, names.is_empty()) {
        let name = HeaderName::from_static("x-emulator-not-rendered");
        response.headers_mut().insert(name, value);
    }
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
