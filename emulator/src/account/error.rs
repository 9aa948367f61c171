use axum::{
    Json,
    body::Body,
    http::{HeaderValue, Method, Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::json;

/// A refusal of the Project API: a status, a text and a code.
#[derive(Debug)]
pub(super) struct AccountError {
    status: StatusCode,
    message: String,
    code: &'static str,
}

impl AccountError {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), code }
    }

    /// What was sent is not what it should be.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_parameter", message)
    }

    pub fn malformed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "parse_error", message)
    }

    pub fn last_secret() -> Self {
        let message = "The last secret can not be deleted while signed uploads are enabled.";
        Self::new(StatusCode::BAD_REQUEST, "last_secret", message)
    }

    pub fn invalid_token() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "invalid_token", "Invalid token.")
    }

    pub fn forbidden() -> Self {
        Self::new(StatusCode::FORBIDDEN, "forbidden", "No access to project.")
    }

    /// There is no such project, secret or metric.
    pub fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found_error", format!("{what} not found."))
    }

    pub fn method_not_allowed(method: &Method) -> Self {
        let message = format!("Method \"{method}\" not allowed.");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", message)
    }

    pub fn too_large() -> Self {
        let message = "Request body is too large.";
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "request_too_large", message)
    }

    /// The answer to a request that came too early by so many seconds.
    pub fn throttled(seconds: u64) -> Response<Body> {
        let message = "Request was throttled.";
        let error = Self::new(StatusCode::TOO_MANY_REQUESTS, "throttled", message);
        let mut response = error.into_response();
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        response
    }
}

impl IntoResponse for AccountError {
    fn into_response(self) -> Response<Body> {
        let body = Json(json!({ "message": self.message, "code": self.code }));
        let mut response = (self.status, body).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        }
        response
    }
}
