//! Conversion of documents and videos (REST API: Conversion).

mod document;
mod video;

pub use document::DocumentPathOptions;
pub use video::{VideoFormat, VideoPathOptions, VideoQuality, VideoResizeMode};

use crate::{
    client::Client,
    error::{Error, ErrorKind, Result},
    jobs::{self, Job},
    model::{ConversionBatchRecord, DocumentInfo, JobInfo, JobStatus, Problem},
    problems::problems,
    reference::FileReference,
    transport::{Method, Request, Target},
    wire::ConversionAnswer,
};
use serde::Serialize;
use std::collections::HashMap;
use uploadcare_macros::{operations, options};

/// How to convert documents.
#[options]
pub struct ConvertDocumentsOptions {
    /// Whether to store the results. Default: as the project stores uploads.
    pub store: Option<bool>,
    /// Whether to keep the images of the pages as a group, too, where a document of several pages
    /// becomes images; see `converted_groups` of the document. Default false.
    pub save_in_group: Option<bool>,
}

/// How to convert videos.
#[options]
pub struct ConvertVideosOptions {
    /// Whether to store the results. Default: as the project stores uploads.
    pub store: Option<bool>,
}

/// What a request to convert several files came to: a job for each path that the service took,
/// and a problem for each other one.
#[derive(Debug, Clone)]
pub struct ConversionBatch {
    /// Jobs that have been started, in the order of their paths.
    pub jobs: Vec<Job>,
    /// What the service said about the other paths, in their order.
    pub problems: Vec<Problem>,
}

impl ConversionBatch {
    /// For the bindings: what crosses into another language.
    #[doc(hidden)]
    pub fn record(self) -> ConversionBatchRecord {
        ConversionBatchRecord {
            jobs: self.jobs.into_iter().map(Job::record).collect(),
            problems: self.problems,
        }
    }
}

/// Conversion of documents and videos (REST API: Conversion).
#[derive(Debug, Clone)]
pub struct Conversion {
    client: Client,
}

#[operations]
impl Conversion {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// The path that asks for a document in another format. Nothing is sent.
    ///
    /// `file`: the document.
    /// `options`: the format, and what of the document.
    /// Returns: the path.
    /// Errors: `invalid_parameter` for what is no file or an option out of its range.
    /// Reference: REST API, Convert document.
    pub fn document_path(
        &self,
        file: impl Into<FileReference>,
        options: DocumentPathOptions,
    ) -> Result<String> {
        options.path(&file.into().uuid("file")?)
    }

    /// The path that asks for a video in another format, size, quality or length. Nothing is sent.
    ///
    /// `file`: the video.
    /// `options`: what to make of it.
    /// Returns: the path.
    /// Errors: `invalid_parameter` for what is no file or an option out of its range.
    /// Reference: REST API, Convert video.
    pub fn video_path(
        &self,
        file: impl Into<FileReference>,
        options: VideoPathOptions,
    ) -> Result<String> {
        options.path(&file.into().uuid("file")?)
    }

    /// Starts the conversion of a document.
    ///
    /// `path`: what `document_path` gave.
    /// `options`: what to do with the result.
    /// Returns: the job.
    /// Errors: `invalid_parameter` for an empty path, `rejected` for one that the service cannot
    /// convert or if the project has no conversion.
    /// Reference: REST API, Convert document.
    pub async fn convert_document(
        &self,
        path: &str,
        options: ConvertDocumentsOptions,
    ) -> Result<Job> {
        check_path(path)?;
        only(self.convert_documents([path], options).await?)
    }

    /// Starts the conversion of several documents at once.
    ///
    /// `paths`: what `document_path` gave, at least one.
    /// `options`: what to do with the results.
    /// Returns: a job for each path that the service took, and a problem for each other one.
    /// Errors: `invalid_parameter` for an empty path or none, `rejected` if the project has no
    /// conversion.
    /// Reference: REST API, Convert document.
    pub async fn convert_documents(
        &self,
        paths: impl IntoIterator<Item = impl Into<String>>,
        options: ConvertDocumentsOptions,
    ) -> Result<ConversionBatch> {
        let body = Body {
            paths: paths.into_iter().map(Into::into).collect(),
            store: options.store.map(flag),
            save_in_group: options.save_in_group.map(flag),
        };
        self.convert(jobs::DOCUMENT, body).await
    }

    /// Starts the conversion of a video.
    ///
    /// `path`: what `video_path` gave.
    /// `options`: what to do with the result.
    /// Returns: the job.
    /// Errors: `invalid_parameter` for an empty path, `rejected` for one that the service cannot
    /// convert or if the project has no conversion.
    /// Reference: REST API, Convert video.
    pub async fn convert_video(&self, path: &str, options: ConvertVideosOptions) -> Result<Job> {
        check_path(path)?;
        only(self.convert_videos([path], options).await?)
    }

    /// Starts the conversion of several videos at once.
    ///
    /// `paths`: what `video_path` gave, at least one.
    /// `options`: what to do with the results.
    /// Returns: a job for each path that the service took, and a problem for each other one.
    /// Errors: `invalid_parameter` for an empty path or none, `rejected` if the project has no
    /// conversion.
    /// Reference: REST API, Convert video.
    pub async fn convert_videos(
        &self,
        paths: impl IntoIterator<Item = impl Into<String>>,
        options: ConvertVideosOptions,
    ) -> Result<ConversionBatch> {
        let body = Body {
            paths: paths.into_iter().map(Into::into).collect(),
            store: options.store.map(flag),
            save_in_group: None,
        };
        self.convert(jobs::VIDEO, body).await
    }

    /// Gets what a document can be converted to, and the groups that conversions have made of it.
    ///
    /// `file`: the document.
    /// Errors: `invalid_parameter` if it is no file, `not_found` if the project has no such file.
    /// Reference: REST API, Document info.
    pub async fn document_info(&self, file: impl Into<FileReference>) -> Result<DocumentInfo> {
        let uuid = file.into().uuid("file")?;
        let target = Target::path(["convert", jobs::DOCUMENT, &uuid]);
        let request = Request::rest(Method::GET, target);
        let mut info: DocumentInfo = self.client.transport().send(&request).await?.json()?;
        if let Some(format) = &info.format {
            let groups = format.converted_groups.iter();
            info.converted_groups.extend(groups.map(|(name, id)| (name.clone(), id.clone())));
        }
        Ok(info)
    }

    /// Gets how far the conversion of a document is, by its number; a job does so by itself.
    ///
    /// `token`: number of the conversion, 0 or more.
    /// Errors: `invalid_parameter` for a negative number, `not_found` if the project has no such
    /// conversion.
    /// Reference: REST API, Document conversion job status.
    pub async fn document_status(&self, token: i64) -> Result<JobStatus> {
        jobs::conversion_status(&self.client, jobs::DOCUMENT, token).await
    }

    /// Gets how far the conversion of a video is, by its number; a job does so by itself.
    ///
    /// `token`: number of the conversion, 0 or more.
    /// Errors: `invalid_parameter` for a negative number, `not_found` if the project has no such
    /// conversion.
    /// Reference: REST API, Video conversion job status.
    pub async fn video_status(&self, token: i64) -> Result<JobStatus> {
        jobs::conversion_status(&self.client, jobs::VIDEO, token).await
    }
}

#[derive(Serialize)]
struct Body {
    paths: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    store: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    save_in_group: Option<&'static str>,
}

/// The service wants texts.
fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

impl Conversion {
    async fn convert(&self, kind: &'static str, body: Body) -> Result<ConversionBatch> {
        if body.paths.is_empty() || body.paths.iter().any(|path| path.trim().is_empty()) {
            let name = "paths";
            return Err(Error::parameter(name, "must have at least one path, and no empty one"));
        }
        let request =
            Request::rest(Method::POST, Target::path(["convert", kind])).json(&body)?.once();
        let answer: ConversionAnswer = self.client.transport().send(&request).await?.json()?;
        let places: HashMap<&str, usize> =
            body.paths.iter().enumerate().map(|(place, path)| (path.as_str(), place)).collect();
        let place = |path: &str| places.get(path).copied().unwrap_or(usize::MAX);
        let started = answer.result.unwrap_or_default().into_iter().flatten();
        let mut jobs: Vec<Job> = started
            .map(|started| {
                let info = JobInfo {
                    kind: kind.to_owned(),
                    source: started.original_source,
                    token: Some(started.token),
                    request_id: None,
                    uuid: started.uuid,
                    thumbnails_group_uuid: started.thumbnails_group_uuid,
                };
                Job::new(self.client.clone(), info)
            })
            .collect();
        jobs.sort_by_key(|job| place(&job.info().source));
        let mut problems: Vec<Problem> = problems(answer.problems)
            .into_iter()
            .map(|(source, message)| Problem { source, message })
            .collect();
        problems.sort_by_key(|problem| place(&problem.source));
        Ok(ConversionBatch { jobs, problems })
    }
}

fn check_path(path: &str) -> Result<()> {
    if path.trim().is_empty() {
        return Err(Error::parameter("path", "must not be empty"));
    }
    Ok(())
}

/// The job of a batch of one, or its problem as an error.
fn only(batch: ConversionBatch) -> Result<Job> {
    if let Some(job) = batch.jobs.into_iter().next() {
        return Ok(job);
    }
    let problem = batch.problems.into_iter().next();
    Err(match problem {
        Some(problem) => Error::new(ErrorKind::Rejected, problem.message),
        None => Error::new(ErrorKind::Decode, "the answer has neither a job nor a problem"),
    })
}
