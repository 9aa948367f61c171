//! Many files at once: split, sent side by side, and put together in the caller's order.

use crate::{
    client::Client,
    error::{Error, ErrorKind, Result, check_range},
    model::{BatchFailure, BatchResult, FileInfo, Problem},
    problems::problems,
    reference::FileReference,
    transport::{Method, Request, Target},
    wire::BatchAnswer,
};
use futures::{StreamExt, stream};
use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicBool, Ordering},
};
use uploadcare_macros::options;

/// How to store or delete many files.
#[options]
pub struct BatchOptions {
    /// How many requests are under way at the same time: 1 to 16. Default 4.
    pub concurrency: Option<i64>,
}

impl BatchOptions {
    /// How many requests at the same time.
    pub(crate) fn checked(&self) -> Result<usize> {
        let concurrency = self.concurrency.unwrap_or(4);
        check_range("concurrency", concurrency, 1, 16)?;
        Ok(usize::try_from(concurrency).unwrap_or(1))
    }
}

const PER_REQUEST: usize = 100;

pub(super) async fn run(
    client: &Client,
    method: Method,
    files: Vec<FileReference>,
    options: &BatchOptions,
) -> Result<BatchResult> {
    let concurrency = options.checked()?;
    let ids = identifiers(files);
    let is_hopeless = AtomicBool::new(false);
    let chunks: Vec<Vec<String>> = ids.chunks(PER_REQUEST).map(<[String]>::to_vec).collect();
    let chunks = chunks.into_iter().map(|ids| {
        let (method, is_hopeless) = (method.clone(), &is_hopeless);
        async move {
            if is_hopeless.load(Ordering::Relaxed) {
                return (ids, None);
            }
            let outcome = send(client, method, &ids).await;
            if let Err(error) = &outcome
                && hits_all(error)
            {
                is_hopeless.store(true, Ordering::Relaxed);
            }
            (ids, Some(outcome))
        }
    });
    let outcomes: Vec<_> = stream::iter(chunks).buffered(concurrency).collect().await;

    let mut result = BatchResult {
        files: Vec::new(),
        problems: Vec::new(),
        failures: Vec::new(),
        not_tried: Vec::new(),
    };
    let mut first_error = None;
    let mut is_total = true;
    for (ids, outcome) in outcomes {
        match outcome {
            None => result.not_tried.extend(ids),
            Some(Ok(answer)) => {
                is_total = false;
                sort_out(&ids, answer, &mut result);
            }
            Some(Err(error)) => {
                let failure = BatchFailure { uuids: ids, error: error.info().clone() };
                result.failures.push(failure);
                first_error.get_or_insert(error);
            }
        }
    }
    match first_error {
        Some(error) if is_total => Err(error),
        _ => Ok(result),
    }
}

/// What is sent, each once. What is no file is left to the service to say, like an unknown one.
fn identifiers(files: Vec<FileReference>) -> Vec<String> {
    let mut seen = HashSet::new();
    let ids = files
        .iter()
        .map(|file| file.uuid("files").unwrap_or_else(|_| file.text().trim().to_owned()));
    ids.filter(|id| seen.insert(id.clone())).collect()
}

async fn send(client: &Client, method: Method, ids: &[String]) -> Result<BatchAnswer> {
    let request = Request::rest(method, Target::path(["files", "storage"])).json(&ids)?;
    client.transport().send(&request).await?.json()
}

/// Whether later requests would fail for the same reason.
pub(crate) fn hits_all(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Configuration
            | ErrorKind::Signer
            | ErrorKind::Authentication
            | ErrorKind::Forbidden
            | ErrorKind::Throttled
            | ErrorKind::Network
            | ErrorKind::Timeout
    )
}

fn sort_out(ids: &[String], answer: BatchAnswer, result: &mut BatchResult) {
    let files = answer.result.unwrap_or_default().into_iter().flatten();
    let mut files: HashMap<String, FileInfo> =
        files.map(|file| (file.uuid.clone(), file)).collect();
    let mut problems: HashMap<String, String> = problems(answer.problems).into_iter().collect();
    for id in ids {
        if let Some(file) = files.remove(id) {
            result.files.push(file);
        } else {
            let message = problems.remove(id);
            let message = message.unwrap_or_else(|| "The service said nothing of it".to_owned());
            result.problems.push(Problem { source: id.clone(), message });
        }
    }
}
