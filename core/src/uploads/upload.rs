use super::{UploadOptions, UploadedFile, source::Source, work::UploadWork};
use crate::{
    client::Client,
    error::{Error, Result},
    model::UploadProgress,
};
use futures::{FutureExt, future::BoxFuture};
use std::{fmt, sync::Arc, time::Duration};
use tokio::sync::{Mutex, watch};

/// An upload that can be followed, paused, saved as text and taken up again. Cheap to clone: clones are the same
/// upload.
#[derive(Clone)]
pub struct Upload {
    job: Arc<UploadWork>,
    work: Arc<Mutex<Work>>,
    is_paused: Arc<watch::Sender<bool>>,
}

#[derive(Default)]
struct Work {
    running: Option<BoxFuture<'static, Result<UploadedFile>>>,
    /// Whether the last that can be told was told.
    is_over: bool,
    told: Option<UploadProgress>,
}

/// How often progress is told at most.
const REPORT_EVERY: Duration = Duration::from_millis(100);

impl Upload {
    pub(super) fn new(
        client: &Client,
        source: Source,
        options: UploadOptions,
        saved: Option<&str>,
    ) -> Result<Self> {
        let mut job = UploadWork::new(client, source, options)?;
        if let Some(text) = saved {
            job = job.resume(text)?;
        }
        Ok(Self {
            job: Arc::new(job),
            work: Arc::default(),
            is_paused: Arc::new(watch::Sender::new(false)),
        })
    }

    /// Uploads until the file is there, or goes on with what is left.
    ///
    /// Errors: those of an upload. What was sent stays sent: calling it again goes on.
    pub async fn run(&self) -> Result<UploadedFile> {
        loop {
            match self.next().await? {
                Some(UploadProgress { file: Some(file), .. }) => return Ok(file),
                Some(_) => {}
                None => {
                    let told = self.work.lock().await.told.clone();
                    return told
                        .and_then(|told| told.file)
                        .ok_or_else(|| Error::internal("an upload ended without a file"));
                }
            }
        }
    }

    /// Uploads until there is progress to tell, at most ten times per second. The last one has the file; None comes
    /// after it. If it is given up, parts that are on their way stop, and the next call goes on.
    ///
    /// Errors: those of an upload. What was sent stays sent: calling it again goes on.
    pub async fn next(&self) -> Result<Option<UploadProgress>> {
        let mut paused = self.is_paused.subscribe();
        let mut work = Stop { work: self.work.lock().await, is_kept: false };
        if work.work.is_over {
            return Ok(None);
        }
        loop {
            if *paused.borrow_and_update() {
                work.work.running = None;
                // The sender lives as long as this handle.
                let _ = paused.wait_for(|paused| !paused).await;
            }
            let job = self.job.clone();
            let running = work
                .work
                .running
                .get_or_insert_with(|| async move { job.carry_out().await }.boxed());
            tokio::select! {
                biased;
                outcome = running => {
                    work.work.running = None;
                    let file = outcome?;
                    let progress = self.job.progress.now(Some(file));
                    work.work.is_over = true;
                    work.work.told = Some(progress.clone());
                    return Ok(Some(progress));
                }
                Ok(()) = paused.changed() => {}
                () = tokio::time::sleep(REPORT_EVERY) => {
                    let progress = self.job.progress.now(None);
                    if work.work.told.as_ref() != Some(&progress) {
                        work.is_kept = true;
                        work.work.told = Some(progress.clone());
                        return Ok(Some(progress));
                    }
                }
            }
        }
    }

    /// How far it is.
    pub fn progress(&self) -> UploadProgress {
        self.job.progress.now(self.job.state.lock().file.clone())
    }

    /// The upload as text, from which it can go on in another process or language; parts that are on their way are
    /// sent again then. An upload that goes in one request begins anew.
    ///
    /// The text holds addresses to upload to: keep it secret.
    pub fn save(&self) -> String {
        self.job.state.lock().text()
    }

    /// Stops what is on its way. Whoever waits for the upload goes on waiting until it is resumed.
    pub fn pause(&self) {
        self.is_paused.send_replace(true);
        // If somebody is at work, they see it themselves.
        if let Ok(mut work) = self.work.try_lock() {
            work.running = None;
        }
    }

    /// Goes on after a pause.
    pub fn resume(&self) {
        self.is_paused.send_replace(false);
    }

    /// For the bindings: stops what is on its way, for nobody waits any more.
    #[doc(hidden)]
    pub fn stop(&self) {
        if let Ok(mut work) = self.work.try_lock() {
            work.running = None;
        }
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("progress", &self.progress()).finish_non_exhaustive()
    }
}

/// Stops the work when a wait for it is given up in its middle.
struct Stop<'a> {
    work: tokio::sync::MutexGuard<'a, Work>,
    is_kept: bool,
}

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        if !self.is_kept {
            self.work.running = None;
        }
    }
}
