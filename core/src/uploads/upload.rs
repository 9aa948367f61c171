use super::{
    UploadOptions, UploadedFile,
    source::Source,
    work::{Company, UploadWork},
};
use crate::{client::Client, error::Result, follow::Followed, model::UploadProgress};
use futures::{FutureExt, future::BoxFuture};
use std::{fmt, sync::Arc};

/// An upload that can be followed, paused, saved as text and taken up again. Cheap to clone: clones are the same
/// upload.
#[derive(Clone)]
pub struct Upload {
    job: Arc<UploadWork>,
    work: Arc<Followed<UploadedFile, UploadProgress>>,
}

impl Upload {
    pub(super) fn new(
        client: &Client,
        source: Source,
        options: UploadOptions,
        saved: Option<&str>,
    ) -> Result<Self> {
        let mut job = UploadWork::new(client, source, options, Company::new(1))?;
        if let Some(text) = saved {
            job = job.resume(text)?;
        }
        Ok(Self::of(job))
    }

    pub(super) fn of(job: UploadWork) -> Self {
        Self { job: Arc::new(job), work: Arc::new(Followed::new()) }
    }

    /// Uploads until the file is there, or goes on with what is left.
    ///
    /// Errors: those of an upload. What was sent stays sent: calling it again goes on.
    pub async fn run(&self) -> Result<UploadedFile> {
        let tell = |file| self.job.progress.now(file);
        self.work.run(|| self.begin(), tell, |progress| progress.file).await
    }

    /// Uploads until there is progress to tell, at most ten times per second. The last one has the file; None comes
    /// after it. If it is given up, parts that are on their way stop, and the next call goes on.
    ///
    /// Errors: those of an upload. What was sent stays sent: calling it again goes on.
    pub async fn next(&self) -> Result<Option<UploadProgress>> {
        self.work.next(|| self.begin(), |file| self.job.progress.now(file)).await
    }

    fn begin(&self) -> BoxFuture<'static, Result<UploadedFile>> {
        let job = self.job.clone();
        async move { job.carry_out().await }.boxed()
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
        self.work.pause();
    }

    /// Goes on after a pause.
    pub fn resume(&self) {
        self.work.resume();
    }

    /// For the bindings: stops what is on its way, for nobody waits any more.
    #[doc(hidden)]
    pub fn stop(&self) {
        self.work.stop();
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload").field("progress", &self.progress()).finish_non_exhaustive()
    }
}
