use std::borrow::Cow;

use axum::{
    body::Body,
    http::{HeaderValue, Method, Response, StatusCode, header, request::Parts},
    response::IntoResponse,
};
use serde_json::json;

use crate::store::{Blocked, NotComplete};

/// A refusal of the Upload API: a code, a status and a message.
#[derive(Debug, Clone)]
pub(crate) struct UploadError {
    code: &'static str,
    status: u16,
    message: Cow<'static, str>,
}

/// How an error goes over the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WireForm {
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

impl From<Blocked> for UploadError {
    fn from(blocked: Blocked) -> Self {
        match blocked {
            Blocked::AccountBlockedError => Self::ACCOUNT_BLOCKED,
            Blocked::AccountLimitsExceededError => Self::ACCOUNT_LIMITS_EXCEEDED,
            Blocked::AccountUnpaidError => Self::ACCOUNT_UNPAID,
        }
    }
}

impl From<NotComplete> for UploadError {
    fn from(why: NotComplete) -> Self {
        match why {
            NotComplete::Already => Self::MULTIPART_ALREADY,
            NotComplete::TooSmall => Self::MULTIPART_UPLOAD_TOO_SMALL,
            NotComplete::TooLarge => Self::MULTIPART_UPLOAD_TOO_LARGE,
            NotComplete::WrongParts => Self::MULTIPART_WRONG_PARTS,
        }
    }
}

impl UploadError {
    pub const INTERNAL: Self = Self::fixed("UploadAPIError", 500, "Internal error.");
    pub const THROTTLED: Self = Self::fixed("RequestThrottledError", 429, "Request was throttled.");
    pub const ACCOUNT_BLOCKED: Self =
        Self::fixed("AccountBlockedError", 403, "Account has been blocked.");
    pub const ACCOUNT_LIMITS_EXCEEDED: Self =
        Self::fixed("AccountLimitsExceededError", 403, "Account has reached its limits.");
    pub const ACCOUNT_UNPAID: Self =
        Self::fixed("AccountUnpaidError", 403, "Account has been blocked for non payment.");
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

    pub const FILE_TOO_LARGE: Self =
        Self::fixed("FileSizeLimitExceededError", 400, "File is too large.");
    pub const TYPE_FORBIDDEN: Self =
        Self::fixed("FileTypeForbiddenError", 400, "Uploading of these file types is not allowed.");

    pub const SIGNATURE_REQUIRED: Self =
        Self::fixed("SignatureRequiredError", 400, "`signature` is required.");
    pub const SIGNATURE_INVALID: Self =
        Self::fixed("SignatureInvalidError", 403, "Invalid signature.");
    pub const EXPIRE_REQUIRED: Self =
        Self::fixed("SignatureExpirationRequiredError", 400, "`expire` is required.");
    pub const EXPIRE_INVALID: Self =
        Self::fixed("SignatureExpirationInvalidError", 400, "`expire` must be a UNIX timestamp.");
    pub const SIGNATURE_EXPIRED: Self =
        Self::fixed("SignatureExpirationError", 403, "Expired signature.");
    pub const TOKEN_EXPIRED: Self = Self::fixed("AccessTokenExpiredError", 401, "Expired token.");
    pub const SCOPE_FORBIDDEN: Self =
        Self::fixed("ScopeForbiddenError", 403, "The token's scope does not cover this request.");
    pub const OPERATIONS_EXCEEDED: Self = Self::fixed(
        "OperationsLimitExceededError",
        403,
        "The token does not allow so many operations.",
    );

    pub const MULTIPART_ID_REQUIRED: Self =
        Self::fixed("MultipartFileIdRequiredError", 400, "uuid is required.");
    pub const UUID_INVALID: Self = Self::fixed("UUIDInvalidError", 400, "uuid is invalid.");
    pub const MULTIPART_NOT_FOUND: Self =
        Self::fixed("MultipartFileNotFoundError", 404, "File is not found.");
    pub const MULTIPART_ALREADY: Self =
        Self::fixed("MultipartFileAlreadyUploadedError", 400, "File is already uploaded.");
    pub const MULTIPART_WRONG_PARTS: Self = Self::fixed(
        "MultipartFileCompletionFailedError",
        400,
        "Can not complete upload. Wrong parts size?",
    );
    pub const MULTIPART_UPLOAD_TOO_LARGE: Self = Self::fixed(
        "MultipartUploadSizeTooLargeError",
        400,
        "Uploaded size is more than expected.",
    );
    pub const MULTIPART_UPLOAD_TOO_SMALL: Self = Self::fixed(
        "MultipartUploadSizeTooSmallError",
        400,
        "File size mismatch. Not all parts uploaded?",
    );
    pub const MULTIPART_TOO_LARGE: Self =
        Self::fixed("MultipartFileSizeLimitExceededError", 400, "File size exceeds project limit.");
    pub const MULTIPART_TOO_SMALL: Self = Self::fixed(
        "MultipartFileSizeTooSmallError",
        400,
        "File size can not be less than 10485760 bytes. Please use direct upload instead of \
         multipart.",
    );
    pub const SIZE_INVALID: Self =
        Self::fixed("MultipartSizeInvalidError", 400, "size should be integer.");
    pub const PART_SIZE_INVALID: Self = Self::fixed(
        "MultipartPartSizeInvalidError",
        400,
        "Multipart Upload Part Size should be an integer.",
    );
    pub const PART_SIZE_TOO_BIG: Self = Self::fixed(
        "MultipartPartSizeTooBigError",
        400,
        "Multipart Upload Part Size can not be more than 5368709120 bytes.",
    );

    pub const SOURCE_URL_REQUIRED: Self =
        Self::fixed("SourceURLRequiredError", 400, "source_url is required.");
    pub const TOKEN_REQUIRED: Self = Self::fixed("TokenRequiredError", 400, "token is required.");
    pub const URL_UNPARSABLE: Self =
        Self::fixed("URLParsingFailedError", 400, "Failed to parse URL.");
    pub const URL_SCHEME_REQUIRED: Self =
        Self::fixed("URLSchemeRequiredError", 400, "No URL scheme supplied.");
    pub const URL_SCHEME_INVALID: Self =
        Self::fixed("URLSchemeInvalidError", 400, "Invalid URL scheme.");
    pub const URL_HOST_REQUIRED: Self =
        Self::fixed("URLHostRequiredError", 400, "No URL host supplied.");
    pub const URL_HOST_MALFORMED: Self =
        Self::fixed("URLHostMalformedError", 400, "URL host is malformed.");
    pub const URL_HOST_PRIVATE: Self =
        Self::fixed("URLHostPrivateIPForbiddenError", 400, "Only public IPs are allowed.");
    pub const HOST_NOT_FOUND: Self =
        Self::fixed("HostnameNotFoundError", 400, "Host does not exist.");
    pub const TOO_MANY_REDIRECTS: Self =
        Self::fixed("URLRedirectsLimitExceededError", 400, "Too many redirects.");

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

    pub fn token_invalid(reason: impl std::fmt::Display) -> Self {
        let message = format!("Invalid token. Reason: {reason}");
        Self::new("AccessTokenInvalidError", 401, message)
    }

    pub fn param_required(name: &str) -> Self {
        Self::new("RequestParamRequiredError", 400, format!("{name} is required."))
    }

    pub fn part_size_too_small(least: u64) -> Self {
        let message = format!("Multipart Upload Part Size can not be less than {least} bytes.");
        Self::new("MultipartPartSizeTooSmallError", 400, message)
    }

    pub fn code(&self) -> &'static str {
        self.code
    }

    pub fn message(&self) -> &str {
        &self.message
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
