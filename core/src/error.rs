//! The one error of every call, in every language.

use crate::error_code::ErrorCode;
use std::{collections::HashMap, fmt, sync::Arc, time::Duration};
use uploadcare_macros::{model, open_enum};

/// Result of a call.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, in one word. Every language raises the same kind for the same cause.
#[open_enum]
pub enum ErrorKind {
    /// The client cannot be built or lacks a key: look at its settings.
    Configuration,
    /// An argument is outside its range; nothing was sent.
    InvalidParameter,
    /// A local file or stream cannot be read; nothing was uploaded.
    Source,
    /// The signer that stands in for a secret key, or the provider of upload credentials, failed or gave
    /// nothing that can be used; nothing was sent.
    Signer,
    /// The service refused the keys or the signature (401).
    Authentication,
    /// The service refused the action (403).
    Forbidden,
    /// There is no such file, group or other thing in this project (404).
    NotFound,
    /// The action conflicts with one under way (409).
    Conflict,
    /// The content is larger than the service takes (413).
    TooLarge,
    /// The service found the request wrong (400 and other 4xx).
    Rejected,
    /// Too many requests (429): see `retry_after`.
    Throttled,
    /// The service failed (5xx).
    Server,
    /// The service could not be reached, or the connection broke.
    Network,
    /// The service did not answer in time.
    Timeout,
    /// The answer is not what the API describes.
    Decode,
    /// A link of the answer leads away from the configured host; it was not followed.
    ForeignOrigin,
    /// The caller cancelled the call.
    Cancelled,
    /// A job came to nothing: the service could not convert the file or run the add-on.
    JobFailed,
    /// The service gave a job up.
    JobCancelled,
    /// What was waited for has not ended in time; it may still do so.
    WaitTimeout,
    /// The service has forgotten an upload that was to go on, or its time is over: it must begin anew.
    UploadLost,
    /// The service has something else than what was uploaded.
    ContentMismatch,
    /// A signature that came with a webhook or a URL is missing, over or wrong.
    InvalidSignature,
    /// A local file cannot be written; what was there before is as it was.
    Destination,
    /// A search has more results than the service gives access to.
    SearchWindow,
    /// A defect of this library.
    Internal,
}

/// Everything known about an error. Never holds a secret key, a signature or a token.
#[model(closed)]
pub struct ErrorInfo {
    /// What went wrong, in one word.
    pub kind: ErrorKind,
    /// What went wrong, for a person, with the way out where there is one.
    pub message: String,
    /// Name of the argument or setting that is wrong.
    pub parameter: Option<String>,
    /// HTTP status of the answer. Upload API errors may carry it in the body only.
    pub status: Option<i64>,
    /// Error code of the service, such as `FileNotFoundError` (Upload API).
    pub code: Option<ErrorCode>,
    /// Identifier of the request at the service, for its support.
    pub request_id: Option<String>,
    /// Seconds to wait before the next attempt, as the service asked.
    pub retry_after: Option<f64>,
    /// Messages of the service by field name.
    pub field_errors: HashMap<String, Vec<String>>,
    /// HTTP method of the call.
    pub method: Option<String>,
    /// Path of the call, without its query.
    pub path: Option<String>,
    /// Whether the same call may succeed later without a change.
    pub is_retryable: bool,
}

/// The error of every call. Cheap to clone.
#[derive(Clone)]
pub struct Error {
    info: Arc<ErrorInfo>,
    source: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        let is_retryable = matches!(
            kind,
            ErrorKind::Throttled
                | ErrorKind::Server
                | ErrorKind::Network
                | ErrorKind::Timeout
                | ErrorKind::WaitTimeout
        );
        Self {
            info: Arc::new(ErrorInfo {
                kind,
                message: message.into(),
                parameter: None,
                status: None,
                code: None,
                request_id: None,
                retry_after: None,
                field_errors: HashMap::new(),
                method: None,
                path: None,
                is_retryable,
            }),
            source: None,
        }
    }

    /// For the bindings: the caller of another language cancelled.
    pub fn cancelled() -> Self {
        Self::new(ErrorKind::Cancelled, "the call was cancelled")
    }

    /// For the bindings: what should never happen.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Internal, message)
    }

    pub(crate) fn parameter(name: &str, problem: impl fmt::Display) -> Self {
        Self::new(ErrorKind::InvalidParameter, format!("`{name}` {problem}"))
            .with(|info| info.parameter = Some(name.to_owned()))
    }

    pub(crate) fn configuration(name: &str, problem: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Configuration, format!("`{name}` {problem}"))
            .with(|info| info.parameter = Some(name.to_owned()))
    }

    pub(crate) fn with(mut self, change: impl FnOnce(&mut ErrorInfo)) -> Self {
        change(Arc::make_mut(&mut self.info));
        self
    }

    pub(crate) fn caused_by(
        mut self,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// Everything known about the error, as one record.
    pub fn info(&self) -> &ErrorInfo {
        &self.info
    }

    /// What went wrong, in one word.
    pub fn kind(&self) -> &ErrorKind {
        &self.info.kind
    }

    /// What went wrong, for a person.
    pub fn message(&self) -> &str {
        &self.info.message
    }

    /// HTTP status of the answer.
    pub fn status(&self) -> Option<u16> {
        self.info.status.and_then(|status| status.try_into().ok())
    }

    /// Error code of the service.
    pub fn code(&self) -> Option<&ErrorCode> {
        self.info.code.as_ref()
    }

    /// Identifier of the request at the service.
    pub fn request_id(&self) -> Option<&str> {
        self.info.request_id.as_deref()
    }

    /// How long the service asked to wait.
    pub fn retry_after(&self) -> Option<Duration> {
        let seconds = self.info.retry_after.filter(|seconds| *seconds >= 0.0)?;
        // More than fits is still a wish to wait.
        Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    }

    /// Messages of the service by field name.
    pub fn field_errors(&self) -> &HashMap<String, Vec<String>> {
        &self.info.field_errors
    }

    /// HTTP method of the call.
    pub fn method(&self) -> Option<&str> {
        self.info.method.as_deref()
    }

    /// Path of the call, without its query.
    pub fn path(&self) -> Option<&str> {
        self.info.path.as_deref()
    }

    /// Whether the same call may succeed later without a change.
    pub fn is_retryable(&self) -> bool {
        self.info.is_retryable
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.info.message)?;
        let mut facts = Vec::new();
        if let (Some(method), Some(path)) = (self.method(), self.path()) {
            facts.push(format!("{method} {path}"));
        }
        if let Some(status) = self.info.status {
            facts.push(format!("status {status}"));
        }
        if let Some(code) = self.code() {
            facts.push(code.to_string());
        }
        if let Some(id) = self.request_id() {
            facts.push(format!("request {id}"));
        }
        if facts.is_empty() { Ok(()) } else { write!(f, " ({})", facts.join(", ")) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error[{}]: {self}", self.info.kind)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Checks that a number lies in a range and names it if not.
pub(crate) fn check_range(name: &str, value: i64, low: i64, high: i64) -> Result<()> {
    if (low..=high).contains(&value) {
        return Ok(());
    }
    Err(Error::parameter(name, format_args!("must be from {low} to {high}, not {value}")))
}

/// Checks that a text is one of those that a parameter may have.
pub(crate) fn check_known(name: &str, value: &str, known: &[&str]) -> Result<()> {
    if known.contains(&value) {
        return Ok(());
    }
    let known = known.join(", ");
    Err(Error::parameter(name, format_args!("must be one of {known}, not {}", quoted(value))))
}

/// Checks a number of seconds.
pub(crate) fn check_seconds(name: &str, value: f64, least: f64) -> Result<Duration> {
    match Duration::try_from_secs_f64(value) {
        Ok(time) if value >= least && value <= 31_536_000.0 => Ok(time),
        _ => Err(Error::parameter(
            name,
            format_args!("must be from {least} to 31536000 seconds, not {value}"),
        )),
    }
}

/// Checks an identifier before it becomes a part of a path.
pub(crate) fn check_uuid(name: &str, value: &str) -> Result<String> {
    let bytes = value.as_bytes();
    let canonical = bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    if canonical {
        return Ok(value.to_ascii_lowercase());
    }
    Err(Error::parameter(
        name,
        format_args!(
            "must be a UUID such as 21975c81-7f57-4c7a-aef9-acfe28779f78, not {}",
            quoted(value)
        ),
    ))
}

/// A caller's text for a message: quoted, and cut so that a pasted file does not fill the log.
pub(crate) fn quoted(value: &str) -> String {
    match value.char_indices().nth(60) {
        Some((cut, _)) => format!("{:?}…", &value[..cut]),
        None => format!("{value:?}"),
    }
}
