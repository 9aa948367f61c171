use super::{first_line, text};
use crate::{
    error::{Error, ErrorInfo, ErrorKind},
    model::{
        DocumentInfo, FileInfo, GroupInfo, JobStatus, Json, MultipartUpload, ProjectInfo,
        TagsChange, UploadGroupInfo, UploadInfo, Webhook,
    },
    page::Page,
    problems::problems,
    transport::{Answer, Api},
    uploads::FetchStatus,
    wire::{AddonAnswer, BatchAnswer, ConversionAnswer, CopyAnswer, StatusAnswer, TagsAnswer},
};
use bytes::Bytes;
use reqwest::{
    StatusCode,
    header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{collections::HashMap, fmt::Debug};

/// An answer of the service: a line with the API (`rest`, `upload`, `storage`, `account` or `delivery`), the status, the content type and
/// `Retry-After`, then the body.
pub fn answers(data: &[u8]) {
    let (head, body) = first_line(data);
    let head = text(head);
    let mut words = head.splitn(4, ' ');
    let api = match words.next() {
        Some("upload") => Api::Upload,
        Some("storage") => Api::Storage,
        Some("account") => Api::Account,
        Some("delivery") => Api::Delivery,
        _ => Api::Rest,
    };
    let status = words.next().and_then(|word| StatusCode::from_bytes(word.as_bytes()).ok());
    let status = status.unwrap_or(StatusCode::OK);
    let mut headers = HeaderMap::new();
    for name in [CONTENT_TYPE, RETRY_AFTER] {
        if let Some(Ok(value)) = words.next().map(HeaderValue::from_str) {
            headers.insert(name, value);
        }
    }
    match Answer::classify(api, status, &headers, Bytes::copy_from_slice(body)) {
        Ok(answer) => {
            assert!(status.is_success(), "{status} is a success");
            decode(&answer.of("GET", "/"));
        }
        Err(error) => {
            let is_reported = api == Api::Upload;
            assert!(is_reported || !status.is_success(), "{status} is a failure: {error}");
            assert!(is_reported || error.status() == Some(status.as_u16()));
            check_error(&error);
        }
    }
}

pub(super) fn check_error(error: &Error) {
    let info = error.info();
    assert!(error.to_string().starts_with(error.message()));
    assert!(info.status.is_none() || error.status().is_some(), "{:?} is lost", info.status);
    let may_pass = [ErrorKind::Timeout, ErrorKind::Throttled, ErrorKind::Server];
    assert!(!error.is_retryable() || may_pass.contains(error.kind()), "{error:?}");
    if let Some(seconds) = info.retry_after {
        assert!(seconds.is_finite() && seconds >= 0.0, "{seconds}");
        assert!(error.retry_after().is_some(), "the wait of {seconds} seconds is forgotten");
    }
    round_trip::<ErrorInfo>(info);
}

/// As every operation does it.
fn decode(answer: &Answer) {
    model::<FileInfo>(answer);
    model::<Page<FileInfo>>(answer);
    model::<Page<GroupInfo>>(answer);
    model::<GroupInfo>(answer);
    model::<ProjectInfo>(answer);
    model::<Vec<Webhook>>(answer);
    model::<DocumentInfo>(answer);
    model::<TagsChange>(answer);
    model::<HashMap<String, String>>(answer);
    model::<String>(answer);
    model::<UploadInfo>(answer);
    model::<UploadGroupInfo>(answer);
    model::<MultipartUpload>(answer);
    if let Some(status) = read::<FetchStatus>(answer) {
        round_trip::<JobStatus>(&status.into());
    }
    if let Some(webhook) = model::<Webhook>(answer) {
        let shown = |secret: &str| {
            let signing_secret = Some(secret.to_owned());
            format!("{:?}", Webhook { signing_secret, extra: HashMap::new(), ..webhook.clone() })
        };
        assert_eq!(shown("one"), shown("another"), "the secret shows");
    }
    if let Some(batch) = wire::<BatchAnswer>(answer) {
        problems(batch.problems);
    }
    if let Some(conversion) = wire::<ConversionAnswer>(answer) {
        problems(conversion.problems);
    }
    wire::<CopyAnswer<FileInfo>>(answer);
    wire::<CopyAnswer<Option<Json>>>(answer);
    wire::<AddonAnswer>(answer);
    wire::<TagsAnswer>(answer);
    if let Some(status) = wire::<StatusAnswer>(answer) {
        round_trip::<JobStatus>(&status.into());
    }
}

fn read<T: DeserializeOwned>(answer: &Answer) -> Option<T> {
    match answer.json() {
        Ok(value) => Some(value),
        Err(error) => {
            assert_eq!(*error.kind(), ErrorKind::Decode);
            assert!(!error.is_retryable() && error.message().starts_with("the answer is"));
            None
        }
    }
}

/// A type that callers see, and may write and read again.
fn model<T: DeserializeOwned + Serialize + PartialEq + Debug>(answer: &Answer) -> Option<T> {
    let value = read(answer)?;
    round_trip::<T>(&value);
    Some(value)
}

fn round_trip<T: DeserializeOwned + Serialize + PartialEq + Debug>(value: &T) {
    let written = serde_json::to_string(value).unwrap();
    let again: T = serde_json::from_str(&written).unwrap_or_else(|error| {
        panic!("cannot read again what was written: {error}: {written}");
    });
    assert_eq!(again, *value, "through {written}");
    let tree = serde_json::to_value(value).unwrap();
    assert_eq!(serde_json::from_value::<T>(tree).unwrap(), *value, "as a tree");
}

/// A type that no caller sees.
fn wire<T: DeserializeOwned + Serialize>(answer: &Answer) -> Option<T> {
    let value: T = read(answer)?;
    let tree: Value = serde_json::to_value(&value).unwrap();
    let again: T = serde_json::from_value(tree.clone()).unwrap();
    assert_eq!(serde_json::to_value(again).unwrap(), tree);
    Some(value)
}
