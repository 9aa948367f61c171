//! Answers of the service that no caller gets to see as they are. Public for the tests that hold
//! them against recorded ones; not part of the API.

use crate::{
    error::Error,
    model::{FileInfo, JobState, JobStatus, Json},
    transport::{Answer, Api},
};
use bytes::Bytes;
use reqwest::{
    StatusCode,
    header::{CONTENT_TYPE, HeaderMap, HeaderValue},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;

/// What an answer says that nothing reads.
type Rest = HashMap<String, Json>;

/// Of storing or deleting many files.
#[derive(Debug, Serialize, Deserialize)]
pub struct BatchAnswer {
    #[serde(default)]
    pub problems: Json,
    #[serde(default)]
    pub result: Option<Vec<Option<FileInfo>>>,
    #[serde(flatten)]
    pub rest: Rest,
}

/// Of a copy, which is a file or the address of one.
#[derive(Debug, Serialize, Deserialize)]
pub struct CopyAnswer<T> {
    pub result: T,
    #[serde(flatten)]
    pub rest: Rest,
}

/// Of the request for a conversion.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConversionAnswer {
    #[serde(default)]
    pub problems: Json,
    #[serde(default)]
    pub result: Option<Vec<Option<StartedConversion>>>,
    #[serde(flatten)]
    pub rest: Rest,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct StartedConversion {
    pub original_source: String,
    pub token: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thumbnails_group_uuid: Option<String>,
    #[serde(flatten)]
    pub rest: Rest,
}

/// Of the request for an add-on.
#[derive(Debug, Serialize, Deserialize)]
pub struct AddonAnswer {
    pub request_id: Json,
    #[serde(flatten)]
    pub rest: Rest,
}

/// Of the question for the tags of a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct TagsAnswer {
    pub tags: Vec<String>,
    #[serde(flatten)]
    pub rest: Rest,
}

/// Of the question how far a conversion or an add-on is.
#[derive(Debug, Serialize, Deserialize)]
pub struct StatusAnswer {
    pub status: String,
    #[serde(default)]
    pub error: Json,
    #[serde(default)]
    pub details: Json,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Rest>,
    #[serde(flatten)]
    pub rest: Rest,
}

impl From<StatusAnswer> for JobStatus {
    fn from(answer: StatusAnswer) -> Self {
        let state = match answer.status.as_str() {
            "canceled" => JobState::Cancelled,
            "in_progress" => JobState::Processing,
            "done" => JobState::Finished,
            "error" => JobState::Failed,
            _ => JobState::from(answer.status),
        };
        let mut result = answer.result.unwrap_or_default();
        let mut text = |name: &str| match result.remove(name)?.0 {
            Value::String(text) => Some(text),
            _ => None,
        };
        let (uuid, file_id) = (text("uuid"), text("file_id"));
        let thumbnails_group_uuid = text("thumbnails_group_uuid");
        let error = [answer.error.0, answer.details.0].into_iter().find_map(|value| match value {
            Value::Null => None,
            Value::String(text) => Some(text),
            other => Some(other.to_string()),
        });
        let mut extra = answer.rest;
        extra.extend(result);
        // Written and read again they would take the place of its own.
        extra.retain(|name, _| !Self::OWN.contains(&name.as_str()));
        Self {
            state,
            error,
            error_code: None,
            uuid: uuid.or(file_id),
            thumbnails_group_uuid,
            done_bytes: None,
            total_bytes: None,
            extra,
        }
    }
}

/// The error that a refusal of the REST API becomes; None if it is none.
pub fn refusal(status: u16, content_type: &str, body: &str) -> Option<Error> {
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, HeaderValue::from_str(content_type).ok()?);
    let status = StatusCode::from_u16(status).ok()?;
    Answer::classify(Api::Rest, status, &headers, Bytes::copy_from_slice(body.as_bytes())).err()
}
