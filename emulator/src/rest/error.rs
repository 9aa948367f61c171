use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::{Value, json};

/// A refusal of the REST API: a status and, most often, a text under `detail`.
#[derive(Debug)]
pub(super) struct RestError {
    status: StatusCode,
    body: Value,
}

impl RestError {
    fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, body: json!({ "detail": detail.into() }) }
    }

    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    /// What is wrong, by the names of the fields.
    pub fn fields(body: Value) -> Self {
        Self { status: StatusCode::BAD_REQUEST, body }
    }

    pub fn conflict() -> Self {
        Self::new(StatusCode::CONFLICT, "Concurrent call attempted")
    }

    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, detail)
    }

    pub fn unsupported_media_type(kind: &str) -> Self {
        let detail = format!("Unsupported media type \"{kind}\" in request.");
        Self::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail)
    }

    pub fn bad_credentials() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Incorrect authentication credentials.")
    }

    pub fn public_key_not_found(public_key: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, format!("Public key {public_key} not found."))
    }

    pub fn secret_key_not_found() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "Secret key not found.")
    }

    pub fn invalid_signature() -> Self {
        let detail = "Invalid signature. Please check your Secret key.";
        Self::new(StatusCode::UNAUTHORIZED, detail)
    }

    pub fn not_acceptable() -> Self {
        let detail = "Incorrect Accept header provided. Make sure to specify API version. \
                      Refer to REST API docs for details.";
        Self::new(StatusCode::NOT_ACCEPTABLE, detail)
    }

    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "Not found.")
    }

    /// The answer to a request that came too early by so many seconds.
    pub fn throttled(seconds: u64) -> Response<Body> {
        let unit = if seconds == 1 { "second" } else { "seconds" };
        let detail = format!("Request was throttled. Expected available in {seconds} {unit}.");
        let mut response = Self::new(StatusCode::TOO_MANY_REQUESTS, detail).into_response();
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        response
    }

    pub fn too_large() -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "Request body is too large.")
    }
}

impl IntoResponse for RestError {
    fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::from(self.body.to_string()));
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        match self.status {
            StatusCode::UNAUTHORIZED => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Uploadcare"));
            }
            // No version was agreed on, so there is none to name in the type.
            StatusCode::NOT_ACCEPTABLE => {
                let json = HeaderValue::from_static("application/json");
                headers.insert(header::CONTENT_TYPE, json);
            }
            _ => {}
        }
        response
    }
}
