//! Uploads: what is prepared, followed, fed and saved.

use crate::{CancelHandle, NativeClient, Result, runtime::run};
use bytes::Bytes;
use std::sync::Arc;
use uploadcare::{
    Error, Feed, FileReference, Source, Upload, UploadManyResult, UploadOptions, UploadProgress,
    UploadedFile,
};

/// Bytes that another language holds, which stay where they are and as they are as long as this lives.
#[uniffi::export(foreign)]
pub trait NativeBytes: Send + Sync {
    /// Where they begin in memory.
    fn address(&self) -> u64;
    /// How many there are.
    fn size(&self) -> u64;
}

struct Held {
    /// Keeps the bytes.
    _owner: Arc<dyn NativeBytes>,
    address: usize,
    size: usize,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        if self.size == 0 {
            return &[];
        }
        // SAFETY: the owner vouches for it, and it lives.
        unsafe { std::slice::from_raw_parts(self.address as *const u8, self.size) }
    }
}

/// Content that can be read as often as need be.
#[derive(Debug, uniffi::Object)]
pub struct NativeSource {
    source: Source,
}

#[uniffi::export]
impl NativeSource {
    /// Bytes in memory.
    #[uniffi::constructor]
    pub fn bytes(bytes: Vec<u8>) -> Arc<Self> {
        Arc::new(Self { source: bytes.into() })
    }

    /// Bytes in memory that are not copied.
    #[uniffi::constructor]
    pub fn held(owner: Arc<dyn NativeBytes>) -> Arc<Self> {
        // What is in memory has an address and a size that fit.
        let (address, size) = (owner.address() as usize, owner.size() as usize);
        let held = Held { _owner: owner, address, size };
        Arc::new(Self { source: Bytes::from_owner(held).into() })
    }

    /// A file on this machine.
    #[uniffi::constructor]
    pub fn path(path: String) -> Arc<Self> {
        Arc::new(Self { source: Source::Path(path.into()) })
    }

    /// A file of the project, by its identifier.
    #[uniffi::constructor]
    pub fn existing(file: String) -> Arc<Self> {
        Arc::new(Self { source: Source::Existing(FileReference::from(file)) })
    }
}

#[uniffi::export]
impl NativeClient {
    /// An upload, or one that goes on where it was saved. Nothing is sent until it is run.
    pub fn prepare(
        &self,
        source: Arc<NativeSource>,
        options: UploadOptions,
        saved: Option<String>,
    ) -> Result<Arc<NativeUpload>> {
        self.upload(source.source.clone(), None, options, saved)
    }

    /// An upload of content that is pushed, of `size` bytes if that is known.
    pub fn prepare_feed(
        &self,
        size: Option<u64>,
        options: UploadOptions,
        saved: Option<String>,
    ) -> Result<Arc<NativeUpload>> {
        let (feed, source) = Source::feed(size);
        self.upload(source, Some(feed), options, saved)
    }

    /// Uploads several files side by side.
    pub async fn upload_many(
        &self,
        sources: Vec<Arc<NativeSource>>,
        options: UploadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadManyResult> {
        let uploads = self.client.uploads();
        let sources: Vec<_> = sources.iter().map(|source| source.source.clone()).collect();
        run(cancel, async move { uploads.upload_many(sources, options).await }).await
    }

    /// Sends a part of an upload that was started by hand. Its content is bytes in memory.
    pub async fn upload_part(
        &self,
        url: String,
        content: Arc<NativeSource>,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<()> {
        let Source::Bytes(bytes) = content.source.clone() else {
            return Err(Error::internal("a part is no bytes in memory").into());
        };
        let uploads = self.client.uploads();
        run(cancel, async move { uploads.upload_part(&url, bytes).await }).await
    }
}

impl NativeClient {
    fn upload(
        &self,
        source: Source,
        feed: Option<Feed>,
        options: UploadOptions,
        saved: Option<String>,
    ) -> Result<Arc<NativeUpload>> {
        let uploads = self.client.uploads();
        let upload = match saved {
            Some(text) => uploads.resume(&text, source, options)?,
            None => uploads.prepare(source, options)?,
        };
        Ok(Arc::new(NativeUpload { upload, feed }))
    }
}

/// An upload.
#[derive(Debug, uniffi::Object)]
pub struct NativeUpload {
    upload: Upload,
    feed: Option<Feed>,
}

#[uniffi::export]
impl NativeUpload {
    /// Uploads until the file is there, or goes on with what is left.
    pub async fn run(&self, cancel: Option<Arc<CancelHandle>>) -> Result<UploadedFile> {
        let upload = self.upload.clone();
        run(cancel, async move { upload.run().await }).await
    }

    /// Uploads until there is progress to tell. The last one has the file; null comes after it.
    pub async fn next(&self, cancel: Option<Arc<CancelHandle>>) -> Result<Option<UploadProgress>> {
        let upload = self.upload.clone();
        run(cancel, async move { upload.next().await }).await
    }

    /// How far it is.
    pub fn progress(&self) -> UploadProgress {
        self.upload.progress()
    }

    /// The upload as text.
    pub fn save(&self) -> String {
        self.upload.save()
    }

    /// Stops what is on its way. Whoever waits for the upload goes on waiting until it is resumed.
    pub fn pause(&self) {
        self.upload.pause();
    }

    /// Goes on after a pause.
    pub fn resume(&self) {
        self.upload.resume();
    }

    /// Stops what is on its way between two calls of `next`. A later call goes on.
    pub fn stop(&self) {
        self.upload.stop();
    }

    /// Hands over the next bytes of content that is pushed, and waits while the upload has enough of them.
    /// Gives whether the upload takes more; false, too, for one that nothing is pushed into.
    pub async fn push(&self, bytes: Vec<u8>, cancel: Option<Arc<CancelHandle>>) -> Result<bool> {
        let Some(feed) = &self.feed else { return Ok(false) };
        until(cancel, feed.push(Bytes::from(bytes))).await
    }

    /// Says that all has been pushed. Without it the upload fails.
    pub async fn end(&self, cancel: Option<Arc<CancelHandle>>) -> Result<()> {
        let Some(feed) = &self.feed else { return Ok(()) };
        until(cancel, feed.end()).await
    }

    /// Says that the rest cannot be had: the upload fails.
    pub async fn fail(&self, message: String, cancel: Option<Arc<CancelHandle>>) -> Result<()> {
        let Some(feed) = &self.feed else { return Ok(()) };
        until(cancel, feed.fail(Error::source_failed(message))).await
    }
}

/// Waits for what needs no runtime, unless it is cancelled.
async fn until<T>(cancel: Option<Arc<CancelHandle>>, work: impl Future<Output = T>) -> Result<T> {
    let Some(handle) = cancel else { return Ok(work.await) };
    tokio::select! {
        biased;
        () = handle.token.cancelled() => Err(Error::cancelled().into()),
        done = work => Ok(done),
    }
}
