use crate::{
    checks,
    client::Client,
    error::{Error, ErrorKind, Result},
    model::{FileInfo, Json, RemoteCopy},
    reference::FileReference,
    transport::{Method, Request, Target},
    wait::{Patience, WaitOptions},
    wire::CopyAnswer,
};
use serde::Serialize;
use std::collections::HashMap;
use uploadcare_macros::options;

/// How to copy a file within the project.
#[options]
pub struct CopyLocalOptions {
    /// Whether to store the copy. Default false: it is removed after 24 hours.
    pub store: Option<bool>,
    /// Metadata of the copy: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    /// 1 to 512 characters. Default: none; that of the source is not copied.
    pub metadata: Option<HashMap<String, String>>,
    /// Whether to wait until the copy is made. Default false.
    pub wait: Option<bool>,
    /// How long to wait for it, in seconds. Default 60.
    pub wait_timeout: Option<f64>,
}

/// How to copy a file to a storage of your own.
#[options]
pub struct CopyRemoteOptions {
    /// Whether everyone may read the copy. Default true.
    pub make_public: Option<bool>,
    /// Name of the copy: text with the variables `${default}`, `${auto_filename}`, `${effects}`,
    /// `${filename}`, `${uuid}` and `${ext}`. Default `${default}`, which stands for
    /// `${uuid}/${auto_filename}`.
    pub pattern: Option<String>,
}

pub(super) async fn local(
    client: &Client,
    file: FileReference,
    options: CopyLocalOptions,
) -> Result<FileInfo> {
    #[derive(Serialize)]
    struct Body {
        source: String,
        store: &'static str,
        #[serde(skip_serializing_if = "HashMap::is_empty")]
        metadata: HashMap<String, String>,
    }

    let source = file.source("file")?;
    let metadata = options.metadata.unwrap_or_default();
    checks::metadata(&metadata)?;
    let limits =
        WaitOptions { timeout: Some(options.wait_timeout.unwrap_or(60.0)), interval: Some(0.2) };
    let mut patience = Patience::new(&limits, "wait_timeout")?;
    let store = if options.store == Some(true) { "true" } else { "false" };
    let request = Request::rest(Method::POST, Target::path(["files", "local_copy"]))
        .json(&Body { source, store, metadata })?
        .once();
    let answer: CopyAnswer<FileInfo> = client.transport().send(&request).await?.json()?;
    let mut copy = answer.result;
    if options.wait != Some(true) {
        return Ok(copy);
    }
    patience.begin();
    let way_out = "get that file later, do not copy again";
    while is_provisional(&copy) {
        let what = format!("the copy {} was not made", copy.uuid);
        let request = Request::rest(Method::GET, Target::path(["files", &copy.uuid]));
        let question = async { client.transport().send(&request).await?.json() };
        let step = async {
            patience.pause(&what, way_out).await?;
            patience.ask(question, &what, way_out).await
        };
        copy = step.await.map_err(|error| begun(error, &copy.uuid))?;
    }
    Ok(copy)
}

/// An error on the way to a copy that the service has begun: its identifier must not be lost, and
/// the same call would make another one.
fn begun(error: Error, uuid: &str) -> Error {
    error.with(|info| {
        if info.kind != ErrorKind::WaitTimeout {
            info.message = format!("the copy {uuid} was begun, but: {}", info.message);
        }
        info.is_retryable = false;
    })
}

/// An empty file has no size for ever, but its kind becomes known.
fn is_provisional(copy: &FileInfo) -> bool {
    copy.size == 0 && copy.content_info.is_none() && copy.datetime_removed.is_none()
}

pub(super) async fn remote(
    client: &Client,
    file: FileReference,
    target: &str,
    options: CopyRemoteOptions,
) -> Result<RemoteCopy> {
    #[derive(Serialize)]
    struct Body<'a> {
        source: String,
        target: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        make_public: Option<bool>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
    }

    let source = file.source("file")?;
    if target.trim().is_empty() {
        return Err(Error::parameter("target", "must be the name of a storage, not empty"));
    }
    if options.pattern.as_deref() == Some("") {
        return Err(Error::parameter("pattern", "must not be empty"));
    }
    let CopyRemoteOptions { make_public, pattern } = options;
    let request = Request::rest(Method::POST, Target::path(["files", "remote_copy"]))
        .json(&Body { source, target, make_public, pattern })?
        .once();
    let answer = client.transport().send(&request).await?;
    let already_exists = answer.status() == 200;
    // Null or nothing at all where the file was there already.
    let result = answer.json::<CopyAnswer<Option<Json>>>()?.result;
    let url = result.and_then(|url| url.0.as_str().map(str::to_owned));
    Ok(RemoteCopy { url, already_exists })
}
