//! Downloads, and what operations on images need beside their generated functions.

use crate::{
    call::{CancelHandle, answer, answer_now, run, text},
    client::NativeClient,
    failure::thrown,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::Arc;
use uploadcare::{
    Download, DownloadOptions, DownloadStream, Length, SaveOptions, Script, Transformation,
};

/// A download to the disk that can be followed.
#[napi]
pub struct NativeDownload {
    download: Download,
}

/// A download piece by piece.
#[napi]
pub struct NativeDownloadStream {
    stream: Arc<DownloadStream>,
}

/// Refuses what is no length. The range depends on where it is used.
#[cfg_attr(test, allow(dead_code, reason = "only JavaScript calls it"))]
#[napi(catch_unwind)]
pub fn check_length(_length: Length) {}

/// Operations as they stand in a URL, if the text has their form.
#[cfg_attr(test, allow(dead_code, reason = "only JavaScript calls it"))]
#[napi(catch_unwind)]
pub fn parse_transformation(env: &Env, text: String) -> Result<String> {
    text.parse()
        .map(|transformation: Transformation| transformation.text)
        .map_err(|error| thrown(env, &error))
}

#[napi]
impl NativeClient {
    /// All bytes of a file.
    #[napi(catch_unwind)]
    pub fn download<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: DownloadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, Buffer>> {
        let delivery = self.client.delivery();
        run(env, cancel, async move {
            let content = delivery.download(file, options).await?;
            // Taken over, not copied: nobody else has these bytes.
            Ok(Vec::from(content).into())
        })
    }

    #[napi(catch_unwind)]
    pub fn download_stream<'env>(
        &self,
        env: &'env Env,
        file: String,
        options: DownloadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, NativeDownloadStream>> {
        let delivery = self.client.delivery();
        run(env, cancel, async move {
            let stream = delivery.download_stream(file, options).await?;
            Ok(NativeDownloadStream { stream: Arc::new(stream) })
        })
    }

    #[napi(catch_unwind)]
    pub fn prepare_save(
        &self,
        env: &Env,
        file: String,
        path: String,
        options: SaveOptions,
    ) -> Result<NativeDownload> {
        let download = self.client.delivery().save(file, path, options);
        Ok(NativeDownload { download: download.map_err(|error| thrown(env, &error))? })
    }
}

#[napi]
impl NativeDownload {
    /// Downloads until the file is there: a `DownloadedFile` as JSON text.
    #[napi(catch_unwind)]
    pub fn run<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let download = self.download.clone();
        answer(env, cancel, async move { download.run().await })
    }

    /// How far it is: a `DownloadProgress` as JSON text.
    #[napi(catch_unwind)]
    pub fn progress(&self, env: &Env) -> Result<String> {
        answer_now(env, Ok(self.download.progress()))
    }
}

#[napi]
impl NativeDownloadStream {
    /// What the service tells about the file: a `DownloadInfo` as JSON text.
    #[napi(catch_unwind)]
    pub fn info(&self, env: &Env) -> Result<String> {
        text(&Script(self.stream.info())).map_err(|error| thrown(env, &error))
    }

    /// The next bytes; null after the last.
    #[napi(catch_unwind)]
    pub fn next<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, Option<Buffer>>> {
        let stream = self.stream.clone();
        run(env, cancel, async move {
            let piece = stream.next().await?;
            Ok(piece.map(|piece| Vec::from(piece).into()))
        })
    }

    /// Closes the connection, unless a piece is waited for.
    #[napi(catch_unwind)]
    pub fn stop(&self) {
        self.stream.stop();
    }
}
