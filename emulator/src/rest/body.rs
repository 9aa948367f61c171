//! JSON bodies of requests.

use axum::{
    body::{Body, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, header},
};
use serde_json::Value;

use super::error::RestError;

/// A JSON body under whatever content type; `null` when there is none.
pub(super) struct JsonBody(pub Value);

impl<S: Send + Sync> FromRequest<S> for JsonBody {
    type Rejection = RestError;

    async fn from_request(request: Request, _: &S) -> Result<Self, RestError> {
        read(request.into_body()).await.map(Self)
    }
}

/// Reads a body to its end as JSON; `null` when it is empty.
pub(super) async fn read(body: Body) -> Result<Value, RestError> {
    // The pipeline has read it already, within its limit.
    let bytes = to_bytes(body, usize::MAX).await;
    let bytes = bytes.map_err(|_| RestError::bad_request("Malformed request."))?;
    if bytes.trim_ascii().is_empty() { Ok(Value::Null) } else { json(&bytes) }
}

/// The JSON of a body that has been read.
pub(super) fn json(bytes: &[u8]) -> Result<Value, RestError> {
    serde_json::from_slice(bytes)
        .map_err(|error| RestError::bad_request(format!("JSON parse error - {error}")))
}

/// Refuses what is not declared to be JSON.
pub(super) fn require_json(headers: &HeaderMap) -> Result<(), RestError> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence == "application/json" || essence.ends_with("+json") {
        Ok(())
    } else {
        Err(RestError::unsupported_media_type(kind))
    }
}
