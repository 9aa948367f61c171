//! Several files side by side, with one result.

use super::{
    Source, Upload, UploadOptions, UploadedFile,
    work::{Company, UploadWork},
};
use crate::{
    client::Client,
    error::{Error, ErrorInfo, Result, check_range},
    files::hits_all,
};
use futures::{StreamExt, stream};
use std::sync::atomic::{AtomicBool, Ordering};
use uploadcare_macros::model;

/// What uploading several files came to.
#[model(closed)]
pub struct UploadManyResult {
    /// The file of each source, in their order; null for one that was not uploaded.
    pub files: Vec<Option<UploadedFile>>,
    /// Sources that failed.
    pub failures: Vec<UploadFailure>,
    /// Places of sources, from 0, that were not begun at all, because an earlier one failed in a way that they would,
    /// too.
    pub not_tried: Vec<i64>,
}

/// A source that was not uploaded.
#[model(closed)]
pub struct UploadFailure {
    /// Its place among the sources, from 0.
    pub index: i64,
    /// What it is: a path, or how many bytes.
    pub source: String,
    /// What went wrong.
    pub error: ErrorInfo,
}

pub(super) async fn upload(
    client: &Client,
    sources: Vec<Source>,
    options: UploadOptions,
) -> Result<UploadManyResult> {
    if options.filename.is_some() && sources.len() > 1 {
        return Err(Error::parameter("filename", "cannot be the name of several files"));
    }
    if options.state_file.is_some() && sources.len() > 1 {
        return Err(Error::parameter("state_file", "cannot keep the state of several files"));
    }
    let at_once = options.file_concurrency.unwrap_or(8);
    check_range("file_concurrency", at_once, 1, 64)?;
    let names: Vec<_> = sources.iter().map(Source::name).collect();
    let at_once = usize::try_from(at_once).unwrap_or(1);
    let company = Company::new(at_once.min(sources.len()));
    // An option that is wrong is wrong for all.
    let uploads = sources
        .into_iter()
        .map(|source| UploadWork::new(client, source, options.clone(), company.clone()))
        .map(|job| job.map(Upload::of))
        .collect::<Result<Vec<_>>>()?;
    let is_hopeless = AtomicBool::new(false);
    let runs = uploads.into_iter().map(|upload| {
        let is_hopeless = &is_hopeless;
        async move {
            if is_hopeless.load(Ordering::Relaxed) {
                return None;
            }
            let outcome = upload.run().await;
            if let Err(error) = &outcome
                && hits_all(error)
            {
                is_hopeless.store(true, Ordering::Relaxed);
            }
            Some(outcome)
        }
    });
    let outcomes: Vec<_> = stream::iter(runs).buffered(at_once).collect().await;
    let mut result =
        UploadManyResult { files: Vec::new(), failures: Vec::new(), not_tried: Vec::new() };
    for ((at, outcome), source) in (0..).zip(outcomes).zip(names) {
        result.files.push(match outcome {
            Some(Ok(file)) => Some(file),
            Some(Err(error)) => {
                let error = error.info().clone();
                result.failures.push(UploadFailure { index: at, source, error });
                None
            }
            None => {
                result.not_tried.push(at);
                None
            }
        });
    }
    Ok(result)
}
