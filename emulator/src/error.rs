use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

/// Why the control of an emulator refused something.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ControlError {
    /// There is no project with this public key.
    #[error("there is no project {0}")]
    UnknownProject(String),
    /// There is no account with this token.
    #[error("there is no such account")]
    UnknownAccount,
    /// An account with this token is there already.
    #[error("the account exists")]
    AccountExists,
    /// The project has no such file.
    #[error("there is no file {0}")]
    UnknownFile(String),
    /// The project has no rate limit.
    #[error("project {0} has no rate limit")]
    NoRateLimit(String),
    /// The account has no rate limit.
    #[error("the account has no rate limit")]
    NoAccountRateLimit,
    /// A project with this public key is there already.
    #[error("project {0} exists")]
    ProjectExists(String),
    /// What was asked for makes no sense.
    #[error("{0}")]
    Invalid(String),
}

impl ControlError {
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::Invalid(message.into())
    }
}

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::UnknownProject(_)
            | Self::UnknownAccount
            | Self::UnknownFile(_)
            | Self::NoRateLimit(_)
            | Self::NoAccountRateLimit => StatusCode::NOT_FOUND,
            Self::ProjectExists(_) | Self::AccountExists => StatusCode::CONFLICT,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
        };
        (status, Json(json!({ "error": self.to_string() }))).into_response()
    }
}
