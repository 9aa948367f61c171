//! Fetching a file for an upload from its URL.

use std::{collections::BTreeMap, error::Error, sync::Arc};

use axum::http::{HeaderMap, header};
use percent_encoding::percent_decode_str;
use reqwest::Response;
use url::Url;
use uuid::Uuid;

use super::{
    arrival::{self, Arrival},
    error::UploadError,
    form::extended,
    source,
};
use crate::{
    app::App,
    event::Initiator,
    store::{Download, DownloadState, PieceWriter, Project, random_uuid},
};

const MAX_REDIRECTS: usize = 10;
const NO_NAME: &str = "noname";

/// What is to be fetched and what is to become of it.
pub(super) struct Order {
    pub url: Url,
    pub filename: Option<String>,
    pub stored: bool,
    pub metadata: Arc<BTreeMap<String, String>>,
    pub tags: Arc<Vec<String>>,
    /// The URL under which the file is to be known again.
    pub remember_as: Option<String>,
    pub request_id: String,
}

pub(super) async fn fetch(app: App, project: Arc<Project>, download: Arc<Download>, order: Order) {
    let state = match fetched(&app, &project, &download, order).await {
        Ok(file) => DownloadState::Success(file),
        Err(error) => {
            DownloadState::Failed { code: error.code(), message: error.message().to_owned() }
        }
    };
    download.set_state(state);
}

async fn fetched(
    app: &App,
    project: &Arc<Project>,
    download: &Download,
    order: Order,
) -> Result<Uuid, UploadError> {
    let (url, mut response) = open(app, project, order.url).await?;
    let total = response.content_length();
    let limit = project.settings().file_size_limit;
    check_size(total.unwrap_or(0), limit)?;
    let mut writer = app.disk.writer().map_err(|_| internal())?;
    download.set_state(DownloadState::Progress { done: 0, total });
    while let Some(chunk) = response.chunk().await.map_err(|error| network(&error))? {
        write(&mut writer, &chunk, limit).await?;
        download.set_state(DownloadState::Progress { done: writer.size(), total });
    }
    let piece = writer.finish().await.map_err(|_| internal())?;
    let headers = response.headers();
    let declared = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let filename = order.filename.or_else(|| announced_name(headers)).or_else(|| name_in(&url));
    let arrival = Arrival {
        uuid: random_uuid(),
        filename: filename.unwrap_or_else(|| NO_NAME.to_owned()),
        declared: declared.map(|kind| kind.split(';').next().unwrap_or_default().trim().to_owned()),
        size: piece.size,
        content: piece.into(),
        stored: order.stored,
        metadata: order.metadata,
        tags: order.tags,
    };
    let file = arrival.examined(&project.settings()).map_err(|error| {
        let message = format!("File validation error: {}", error.message());
        UploadError::new("DownloadFileValidationFailedError", 500, message)
    })?;
    let initiator = Initiator::Api { request_id: order.request_id };
    let file = arrival::land(app, project, file, &initiator).ok_or_else(internal)?;
    if let Some(url) = order.remember_as {
        project.downloads.remember(url, file.uuid);
    }
    Ok(file.uuid)
}

/// The answer that has the file, after redirections.
async fn open(app: &App, project: &Project, mut url: Url) -> Result<(Url, Response), UploadError> {
    let client = app.http().ok_or_else(internal)?;
    for _ in 0..=MAX_REDIRECTS {
        let response = client.get(url.clone()).send().await.map_err(|error| network(&error))?;
        let status = response.status();
        let location = response.headers().get(header::LOCATION).filter(|_| status.is_redirection());
        if let Some(location) = location {
            let location = location.to_str().ok().and_then(|location| url.join(location).ok());
            url = location.ok_or_else(|| bad_url(&UploadError::URL_UNPARSABLE))?;
            let public_only = project.settings().refuse_private_addresses;
            source::check(&url, public_only).await.map_err(|error| bad_url(&error))?;
            continue;
        }
        let (code, text) = match status.as_u16() {
            200..=299 => return Ok((url, response)),
            400..=499 => ("DownloadFileHTTPClientError", "HTTP client error"),
            500..=599 => ("DownloadFileHTTPServerError", "HTTP server error"),
            _ => {
                let message = "Failed to download the file.";
                return Err(UploadError::fixed("DownloadFileError", 500, message));
            }
        };
        return Err(UploadError::new(code, 500, format!("{text}: {}.", status.as_u16())));
    }
    Err(UploadError::TOO_MANY_REDIRECTS)
}

async fn write(
    writer: &mut PieceWriter,
    chunk: &[u8],
    limit: Option<u64>,
) -> Result<(), UploadError> {
    writer.write(chunk).await.map_err(|_| internal())?;
    check_size(writer.size(), limit)
}

fn check_size(size: u64, limit: Option<u64>) -> Result<(), UploadError> {
    match limit {
        Some(limit) if size > limit => {
            let message = format!("Downloaded file is too big: {size} > {limit}.");
            Err(UploadError::new("DownloadFileSizeLimitExceededError", 500, message))
        }
        _ => Ok(()),
    }
}

fn internal() -> UploadError {
    UploadError::fixed("DownloadFileInternalServerError", 500, "Internal server error.")
}

/// The innermost reason tells most.
fn network(error: &reqwest::Error) -> UploadError {
    let mut reason: &dyn Error = error;
    while let Some(inner) = reason.source() {
        reason = inner;
    }
    let message = format!("HTTP network error: {reason}.");
    UploadError::new("DownloadFileHTTPNetworkError", 500, message)
}

fn bad_url(error: &UploadError) -> UploadError {
    let reason = error.message().trim_end_matches('.');
    let message = format!("HTTP URL validation error: {reason}.");
    UploadError::new("DownloadFileHTTPURLValidationError", 500, message)
}

fn announced_name(headers: &HeaderMap) -> Option<String> {
    let name = extended(headers, "filename*").or_else(|| {
        let text = headers.get(header::CONTENT_DISPOSITION)?.to_str().ok()?;
        let value = text.split(';').find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            name.trim().eq_ignore_ascii_case("filename").then_some(value.trim())
        })?;
        Some(value.trim_matches('"').to_owned())
    });
    name.filter(|name| !name.is_empty())
}

fn name_in(url: &Url) -> Option<String> {
    let last = url.path_segments()?.next_back()?;
    let name = percent_decode_str(last).decode_utf8_lossy().into_owned();
    (!name.is_empty()).then_some(name)
}
