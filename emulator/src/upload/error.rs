use std::borrow::Cow;

use axum::{
    body::Body,
    http::{HeaderValue, Method, Response, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde_json::json;

/// A refusal of the Upload API: a code, a status and a message.
#[derive(Debug, Clone)]
pub(super) struct UploadError {
    code: &'static str,
    status: u16,
    message: Cow<'static, str>,
}

/// How an error goes over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WireForm {
    /// The message alone, under the real status.
    Text,
    /// An `error` object under the real status.
    Json,
    /// An `error` object under status 200.
    JsonOk,
}

impl WireForm {
    pub fn of_request(parts: &Parts) -> Self {
        let asked = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes())
            .any(|(name, value)| name == "jsonerrors" && (value == "1" || value == "true"));
        let accept = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
        if asked {
            Self::JsonOk
        } else if accept.is_some_and(|accept| accept.starts_with("application/json")) {
            Self::Json
        } else {
            Self::Text
        }
    }
}

impl UploadError {
    pub const INTERNAL: Self = Self::fixed("UploadAPIError", 500, "Internal error.");
    pub const THROTTLED: Self = Self::fixed("RequestThrottledError", 429, "Request was throttled.");
    pub const PARSER_FAILED: Self =
        Self::fixed("PostRequestParserFailedError", 400, "HTTP POST request parsing failed.");
    pub const REQUEST_TOO_LARGE: Self =
        Self::fixed("RequestSizeLimitExceededError", 413, "The size of the request is too large.");
    pub const TOO_MANY_FILES: Self = Self::fixed(
        "RequestFileNumberLimitExceededError",
        400,
        "The request contains too many files.",
    );
    pub const TOO_MANY_FIELDS: Self = Self::fixed(
        // Misspelt by the service.
        "RequestFiledsNumberLimitExceededError",
        400,
        "The request contains too many HTTP POST fields.",
    );
    pub const NULL_CHARACTERS: Self =
        Self::fixed("NullCharactersForbiddenError", 400, "Null characters are not allowed.");
    pub const FILES_REQUIRED: Self =
        Self::fixed("FilesRequiredError", 400, "Request does not contain files.");
    pub const CHOSEN_ID_INVALID: Self = Self::fixed(
        "UploadcareFileIdInvalidError",
        400,
        "UPLOADCARE_FILE_ID should be a valid UUID.",
    );
    pub const CHOSEN_ID_DUPLICATED: Self = Self::fixed(
        "UploadcareFileIdDuplicatedError",
        400,
        "UPLOADCARE_FILE_ID is duplicated. You are probably a lottery winner.",
    );
    pub const FILE_ID_REQUIRED: Self =
        Self::fixed("FileIdRequiredError", 400, "file_id is required.");
    pub const FILE_ID_INVALID: Self = Self::fixed("FileIdInvalidError", 400, "file_id is invalid.");
    pub const FILE_NOT_FOUND: Self = Self::fixed("FileNotFoundError", 404, "File is not found.");

    pub const FILES_LIMIT: Self =
        Self::fixed("FilesNumberLimitExceededError", 400, "There are too many files.");
    pub const GROUP_FILES_INVALID: Self =
        Self::fixed("GroupFilesInvalidError", 400, "No files[N] parameters found.");
    pub const GROUP_FILES_NOT_FOUND: Self =
        Self::fixed("GroupFilesNotFoundError", 400, "Some files not found.");
    pub const GROUP_ID_REQUIRED: Self =
        Self::fixed("GroupIdRequiredError", 400, "group_id is required.");
    pub const GROUP_NOT_FOUND: Self =
        Self::fixed("GroupNotFoundError", 404, "group_id is invalid.");

    pub const fn fixed(code: &'static str, status: u16, message: &'static str) -> Self {
        Self { code, status, message: Cow::Borrowed(message) }
    }

    pub fn new(code: &'static str, status: u16, message: String) -> Self {
        Self { code, status, message: Cow::Owned(message) }
    }

    pub fn public_key_required(field: &str) -> Self {
        Self::new("ProjectPublicKeyRequiredError", 403, format!("{field} is required."))
    }

    pub fn public_key_invalid(field: &str) -> Self {
        Self::new("ProjectPublicKeyInvalidError", 403, format!("{field} is invalid."))
    }

    pub fn group_file_url(text: &str) -> Self {
        let message = format!("This is not valid file url: {text}.");
        Self::new("GroupFileURLParsingFailedError", 400, message)
    }

    pub fn method_not_allowed(method: &Method, path: &str) -> Self {
        let message = format!("HTTP method {method} is not allowed for {path}");
        Self::new("MethodNotAllowedError", 405, message)
    }

    /// The answer in the form that the request asked for.
    pub fn written(&self, form: WireForm) -> Response<Body> {
        let (status, kind, body) = match form {
            WireForm::Text => {
                (self.status, "text/plain; charset=utf-8", self.message.clone().into_owned())
            }
            WireForm::Json => (self.status, "application/json", self.object()),
            WireForm::JsonOk => (200, "application/json", self.object()),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() =
            StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        response
    }

    fn object(&self) -> String {
        let error = json!({
            "status_code": self.status,
            "content": self.message,
            "error_code": self.code,
        });
        json!({ "error": error }).to_string()
    }
}

/// Leaves the error in the response's extensions; the pipeline knows the wire form.
impl IntoResponse for UploadError {
    fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(self);
        response
    }
}
