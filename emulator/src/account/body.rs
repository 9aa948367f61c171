//! Bodies of requests: every member may be missing, and others are nobody's business.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use serde_json::{Map, Value};

use super::error::AccountError;

/// A JSON object, or a part of one, that knows its place.
pub(super) struct Fields {
    fields: Map<String, Value>,
    place: String,
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = AccountError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AccountError> {
        let bytes = Bytes::from_request(request, state).await;
        let bytes = bytes.map_err(|_| AccountError::malformed("Malformed request."))?;
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(fields)) => Ok(Self { fields, place: String::new() }),
            Ok(_) => Err(AccountError::invalid("Expected JSON object.")),
            Err(error) => Err(AccountError::malformed(format!("JSON parse error - {error}"))),
        }
    }
}

impl Fields {
    fn should_be(&self, name: &str, what: &str) -> AccountError {
        AccountError::invalid(format!("{}{name} should be {what}.", self.place))
    }

    fn read<T>(
        &self,
        name: &str,
        what: &str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<Option<T>, AccountError> {
        let Some(value) = self.fields.get(name) else { return Ok(None) };
        read(value).map(Some).ok_or_else(|| self.should_be(name, what))
    }

    /// The members of an object; none when there is no such object.
    pub fn object(&self, name: &str) -> Result<Self, AccountError> {
        let fields = self.read(name, "an object", |value| value.as_object().cloned())?;
        let place = format!("{}{name}.", self.place);
        Ok(Self { fields: fields.unwrap_or_default(), place })
    }

    pub fn boolean(&self, name: &str) -> Result<Option<bool>, AccountError> {
        self.read(name, "true or false", Value::as_bool)
    }

    pub fn number(&self, name: &str) -> Result<Option<u64>, AccountError> {
        self.read(name, "a non-negative integer", Value::as_u64)
    }

    /// A number, or `null` for no limit.
    pub fn limit(&self, name: &str) -> Result<Option<Option<u64>>, AccountError> {
        self.read(name, "a non-negative integer or null", |value| match value {
            Value::Null => Some(None),
            value => value.as_u64().map(Some),
        })
    }

    /// A text with something in it.
    pub fn text(&self, name: &str) -> Result<Option<String>, AccountError> {
        self.read(name, "a text that is not empty", |value| {
            value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
        })
    }

    pub fn texts(&self, name: &str) -> Result<Option<Vec<String>>, AccountError> {
        self.read(name, "a list of texts", |value| {
            value.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
        })
    }
}
