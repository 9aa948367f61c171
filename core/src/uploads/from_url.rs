//! Files that the service fetches by itself (Upload API: Upload files from URLs).

use super::{
    calls::{fields, post},
    options::{check_filename, describe, store},
};
use crate::{
    client::Client,
    error::{Error, ErrorKind, Result, check_uuid, quoted},
    error_code::ErrorCode,
    jobs::{FROM_URL, Job},
    model::{JobInfo, JobState, JobStatus, Json},
    transport::{Method, Request, Target},
};
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use uploadcare_macros::options;
use url::Url;

/// How the service fetches a file.
#[options]
pub struct FromUrlOptions {
    /// Name of the file in the project. Default: what the server says, else the last part of the URL.
    pub filename: Option<String>,
    /// Keep the file (true), or remove it after 24 hours (false). Default: as the project says.
    pub store: Option<bool>,
    /// Metadata of the file: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    /// 1 to 512 characters.
    pub metadata: Option<HashMap<String, String>>,
    /// Tags of the file: up to 50 of 1 to 100 characters `A-Z a-z 0-9 - _ .`; letters become
    /// small.
    pub tags: Option<Vec<String>>,
    /// Whether to take the file that was fetched from this URL before, if there is one. Default false.
    pub check_duplicates: Option<bool>,
    /// Whether to remember this URL for later checks. Default: as `check_duplicates`.
    pub save_duplicates: Option<bool>,
}

#[derive(Deserialize)]
struct Started {
    #[serde(default)]
    token: Option<String>,
    #[serde(default)]
    uuid: Option<String>,
}

pub(super) async fn start(client: &Client, url: &str, options: FromUrlOptions) -> Result<Job> {
    let url = check_url("url", url).map_err(|error| {
        let message = format!("{}; to upload a file use upload", error.message());
        error.with(|info| info.message = message)
    })?;
    let mut form = fields([
        ("pub_key", client.public_key()),
        ("source_url", &url),
        ("store", store(options.store)),
    ]);
    if let Some(filename) = options.filename {
        check_filename(&filename)?;
        form.push(("filename".to_owned(), filename));
    }
    let digit = |value: bool| if value { "1" } else { "0" };
    for (name, value) in [
        ("check_URL_duplicates", options.check_duplicates),
        ("save_URL_duplicates", options.save_duplicates),
    ] {
        if let Some(value) = value {
            form.push((name.to_owned(), digit(value).to_owned()));
        }
    }
    describe(&mut form, options.metadata, options.tags)?;
    // With duplicates remembered and checked, a repetition finds the file of the first attempt.
    let idempotent =
        options.check_duplicates == Some(true) && options.save_duplicates != Some(false);
    let request = Request { is_protected: true, idempotent, ..post(&["from_url"], form) };
    let started: Started = client.transport().send(&request).await?.json()?;
    if started.token.is_none() && started.uuid.is_none() {
        return Err(Error::new(ErrorKind::Decode, "the answer has neither a token nor a file"));
    }
    let info = JobInfo {
        kind: FROM_URL.to_owned(),
        source: url,
        token: None,
        request_id: started.token,
        uuid: started.uuid,
        thumbnails_group_uuid: None,
    };
    Ok(Job::new(client.clone(), info))
}

/// Only what can be reached: a text that is a path is no URL.
pub(super) fn check_url(name: &str, text: &str) -> Result<String> {
    let text = text.trim();
    let is_right = Url::parse(text)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some());
    if is_right {
        return Ok(text.to_owned());
    }
    Err(Error::parameter(name, format_args!("must be an http or https URL, not {}", quoted(text))))
}

#[derive(Deserialize)]
pub(crate) struct FetchStatus {
    status: String,
    #[serde(default)]
    done: Json,
    #[serde(default)]
    total: Json,
    #[serde(default)]
    uuid: Option<String>,
    #[serde(default)]
    error: Option<String>,
    #[serde(default)]
    error_code: Option<String>,
    #[serde(flatten)]
    rest: HashMap<String, Json>,
}

pub(crate) async fn status(client: &Client, token: &str) -> Result<JobStatus> {
    let token = check_uuid("request_id", token)?;
    let target = Target::path(["from_url", "status"]).query("token", &token);
    let status: FetchStatus =
        client.transport().send(&Request::upload(Method::GET, target)).await?.json()?;
    Ok(status.into())
}

impl From<FetchStatus> for JobStatus {
    fn from(status: FetchStatus) -> Self {
        let state = match status.status.as_str() {
            "waiting" => JobState::Pending,
            "progress" => JobState::Processing,
            "success" => JobState::Finished,
            "error" => JobState::Failed,
            _ => JobState::from(status.status),
        };
        let number = |value: Json| match value.0 {
            Value::Number(number) => number.as_i64().or_else(|| number.as_f64().map(|n| n as i64)),
            _ => None,
        };
        let error_code = status
            .error_code
            .filter(|code| !code.is_empty())
            .map(ErrorCode::from)
            .or_else(|| ErrorCode::of_message(status.error.as_deref()?));
        let mut extra = status.rest;
        extra.retain(|name, _| !JobStatus::OWN.contains(&name.as_str()));
        Self {
            state,
            error: status.error,
            error_code,
            uuid: status.uuid,
            thumbnails_group_uuid: None,
            done_bytes: number(status.done),
            total_bytes: number(status.total),
            extra,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_no_url() {
        for text in [
            "",
            "a.png",
            "/a.png",
            "./a.png",
            "C:\\a.png",
            "file:///a.png",
            "ftp://a/b",
            "http://",
            "https:a.png?",
            "//host/a.png",
        ] {
            let error = check_url("url", text).err().map(|error| error.info().parameter.clone());
            let is_odd_but_valid = text == "https:a.png?";
            assert_eq!(error.is_none(), is_odd_but_valid, "{text}");
        }
        assert_eq!(check_url("url", " https://host/a b.png ").unwrap(), "https://host/a b.png");
    }

    #[test]
    fn every_status_of_a_fetch() {
        let status =
            |json: Value| JobStatus::from(serde_json::from_value::<FetchStatus>(json).unwrap());
        for (total, expected) in
            [(Value::from(7), Some(7)), (Value::Null, None), (Value::from("unknown"), None)]
        {
            let json = serde_json::json!({"status": "progress", "done": 3, "total": total});
            let status = status(json);
            assert_eq!(status.state, JobState::Processing);
            assert_eq!((status.done_bytes, status.total_bytes), (Some(3), expected));
        }
        let failed =
            status(serde_json::json!({"status": "error", "error": "HTTP client error: 404."}));
        assert_eq!(failed.error_code, Some(ErrorCode::DownloadFileHttpClient));
        assert_eq!(failed.state, JobState::Failed);
    }
}
