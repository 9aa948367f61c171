//! Downloads: into memory, piece by piece, and to the disk.

use crate::{CancelHandle, NativeClient, Result, runtime::run};
use bytes::Bytes;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;
use uploadcare::{
    Download, DownloadInfo, DownloadOptions, DownloadProgress, DownloadStream, DownloadedFile,
    Error, SaveOptions,
};

#[uniffi::export]
impl NativeClient {
    /// Downloads a file into memory.
    pub async fn download(
        &self,
        file: String,
        options: DownloadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Vec<u8>> {
        let delivery = self.client.delivery();
        run(cancel, async move { delivery.download(file, options).await.map(Vec::from) }).await
    }

    /// Begins to download a file piece by piece.
    pub async fn download_stream(
        &self,
        file: String,
        options: DownloadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Arc<NativeDownloadStream>> {
        let delivery = self.client.delivery();
        run(cancel, async move {
            let stream = Arc::new(delivery.download_stream(file, options).await?);
            Ok(Arc::new(NativeDownloadStream { stream, ended: CancellationToken::new() }))
        })
        .await
    }

    /// A download to a folder or a file. Nothing is sent until it is run.
    pub fn prepare_save(
        &self,
        file: String,
        path: String,
        options: SaveOptions,
    ) -> Result<Arc<NativeDownload>> {
        let download = self.client.delivery().save(file, path, options)?;
        Ok(Arc::new(NativeDownload { download }))
    }
}

/// A download to the disk.
#[derive(Debug, uniffi::Object)]
pub struct NativeDownload {
    download: Download,
}

#[uniffi::export]
impl NativeDownload {
    /// Downloads until the file is there, or goes on with what is left.
    pub async fn run(&self, cancel: Option<Arc<CancelHandle>>) -> Result<DownloadedFile> {
        let download = self.download.clone();
        run(cancel, async move { download.run().await }).await
    }

    /// Downloads until there is progress to tell. The last one has the file; null comes after it.
    pub async fn next(
        &self,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Option<DownloadProgress>> {
        let download = self.download.clone();
        run(cancel, async move { download.next().await }).await
    }

    /// How far it is.
    pub fn progress(&self) -> DownloadProgress {
        self.download.progress()
    }

    /// Stops what is on its way between two calls of `next`. A later call goes on.
    pub fn stop(&self) {
        self.download.stop();
    }
}

/// A download, piece by piece.
#[derive(Debug, uniffi::Object)]
pub struct NativeDownloadStream {
    stream: Arc<DownloadStream>,
    ended: CancellationToken,
}

#[uniffi::export]
impl NativeDownloadStream {
    /// What the service tells about the file.
    pub fn info(&self) -> DownloadInfo {
        self.stream.info().clone()
    }

    /// The next bytes; null after the last. A wait that is given up loses none.
    pub async fn next(&self, cancel: Option<Arc<CancelHandle>>) -> Result<Option<Vec<u8>>> {
        let (stream, ended) = (self.stream.clone(), self.ended.clone());
        let piece = run(cancel, async move {
            // It goes after what holds the connection.
            let closing = Closing { stream, ended };
            tokio::select! {
                biased;
                () = closing.ended.cancelled() => Err(Error::cancelled()),
                piece = closing.stream.next() => piece,
            }
        });
        Ok(piece.await?.map(|piece: Bytes| piece.into()))
    }

    /// Closes the connection, for nobody reads on. Whoever waits for bytes gets `cancelled`, then and later.
    pub fn stop(&self) {
        self.ended.cancel();
        self.stream.stop();
    }
}

/// Closes the connection after a wait during which the stream was stopped: `stop` itself could not.
struct Closing {
    stream: Arc<DownloadStream>,
    ended: CancellationToken,
}

impl Drop for Closing {
    fn drop(&mut self) {
        if self.ended.is_cancelled() {
            self.stream.stop();
        }
    }
}
