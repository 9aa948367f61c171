use crate::{
    call::{CancelHandle, answer, answer_now, run},
    client::NativeClient,
    failure::thrown,
};
use bytes::Bytes;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::path::PathBuf;
use uploadcare::{Error as CoreError, Feed, FileReference, Source, Upload, UploadOptions};

/// An upload that can be followed, paused and saved.
#[napi]
pub struct NativeUpload {
    upload: Upload,
}

/// Content that JavaScript reads, and hands over piece by piece.
#[napi]
pub struct NativeFeed {
    feed: Feed,
    source: Source,
}

/// Frees memory at once that JavaScript has no use for any more: garbage waits long for its
/// collection, however large it is.
#[cfg_attr(test, allow(dead_code, reason = "only JavaScript calls it"))]
#[napi(catch_unwind)]
pub fn release(memory: ArrayBuffer) -> Result<()> {
    memory.detach()
}

// Saved text comes first: napi has no optional argument before others that must be there.
#[napi]
impl NativeClient {
    /// The bytes are copied: JavaScript may change or transfer them while they are sent.
    #[napi(catch_unwind)]
    pub fn prepare_bytes(
        &self,
        env: &Env,
        saved: Option<String>,
        content: &[u8],
        options: UploadOptions,
    ) -> Result<NativeUpload> {
        self.prepare(env, saved, content.to_vec().into(), options)
    }

    #[napi(catch_unwind)]
    pub fn prepare_path(
        &self,
        env: &Env,
        saved: Option<String>,
        path: String,
        options: UploadOptions,
    ) -> Result<NativeUpload> {
        self.prepare(env, saved, PathBuf::from(path).into(), options)
    }

    /// `file`: one of the project, which is looked up.
    #[napi(catch_unwind)]
    pub fn prepare_existing(
        &self,
        env: &Env,
        saved: Option<String>,
        file: String,
        options: UploadOptions,
    ) -> Result<NativeUpload> {
        let source = Source::Existing(FileReference::from(file));
        self.prepare(env, saved, source, options)
    }

    #[napi(catch_unwind)]
    pub fn prepare_feed(
        &self,
        env: &Env,
        saved: Option<String>,
        feed: &NativeFeed,
        options: UploadOptions,
    ) -> Result<NativeUpload> {
        self.prepare(env, saved, feed.source.clone(), options)
    }

    /// Sends one part. The bytes are copied.
    #[napi(catch_unwind)]
    pub fn upload_part<'env>(
        &self,
        env: &'env Env,
        url: String,
        content: &[u8],
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let uploads = self.client.uploads();
        let content = Bytes::copy_from_slice(content);
        run(env, cancel, async move { uploads.upload_part(&url, content).await })
    }

    /// Uploads the files at paths, bytes, which are copied, and what is handed over.
    #[napi(catch_unwind)]
    pub fn upload_many<'env>(
        &self,
        env: &'env Env,
        sources: Vec<Either3<String, Uint8Array, ClassInstance<NativeFeed>>>,
        options: UploadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let uploads = self.client.uploads();
        let sources: Vec<Source> = sources
            .into_iter()
            .map(|source| match source {
                Either3::A(path) => PathBuf::from(path).into(),
                Either3::B(content) => content.to_vec().into(),
                Either3::C(feed) => feed.source.clone(),
            })
            .collect();
        answer(env, cancel, async move { uploads.upload_many(sources, options).await })
    }

    fn prepare(
        &self,
        env: &Env,
        saved: Option<String>,
        source: Source,
        options: UploadOptions,
    ) -> Result<NativeUpload> {
        let uploads = self.client.uploads();
        let upload = match saved {
            Some(text) => uploads.resume(&text, source, options),
            None => uploads.prepare(source, options),
        };
        Ok(NativeUpload { upload: upload.map_err(|error| thrown(env, &error))? })
    }
}

#[napi]
impl NativeUpload {
    /// Uploads until the file is there: an `UploadedFile` as JSON text.
    #[napi(catch_unwind)]
    pub fn run<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let upload = self.upload.clone();
        answer(env, cancel, async move { upload.run().await })
    }

    /// How far it is: an `UploadProgress` as JSON text.
    #[napi(catch_unwind)]
    pub fn progress(&self, env: &Env) -> Result<String> {
        answer_now(env, Ok(self.upload.progress()))
    }

    #[napi(catch_unwind)]
    pub fn save(&self) -> String {
        self.upload.save()
    }

    #[napi(catch_unwind)]
    pub fn pause(&self) {
        self.upload.pause();
    }

    #[napi(catch_unwind)]
    pub fn resume(&self) {
        self.upload.resume();
    }
}

#[napi]
impl NativeFeed {
    /// `size`: how many bytes will be pushed, if that is known.
    #[napi(constructor, catch_unwind)]
    pub fn new(size: Option<i64>) -> Self {
        let (feed, source) = Source::feed(size.map(i64::unsigned_abs));
        Self { feed, source }
    }

    /// Hands over the next bytes, which are copied, and waits until they are taken. Gives whether
    /// more is wanted. If it is cancelled, nothing was handed over.
    #[napi(catch_unwind)]
    pub fn push<'env>(
        &self,
        env: &'env Env,
        content: &[u8],
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, bool>> {
        let feed = self.feed.clone();
        let content = Bytes::copy_from_slice(content);
        run(env, cancel, async move { Ok(feed.push(content).await) })
    }

    /// Says that all has been pushed.
    #[napi(catch_unwind)]
    pub fn end<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let feed = self.feed.clone();
        run(env, cancel, async move {
            feed.end().await;
            Ok(())
        })
    }

    /// Says why the rest cannot be had: the upload fails with this.
    #[napi(catch_unwind)]
    pub fn fail<'env>(
        &self,
        env: &'env Env,
        problem: String,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, ()>> {
        let feed = self.feed.clone();
        run(env, cancel, async move {
            feed.fail(CoreError::source_failed(problem)).await;
            Ok(())
        })
    }
}
