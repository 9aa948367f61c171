//! Downloads: as a stream, into memory, or to a file, from several places of it at a time.

mod file;
mod name;
mod reader;
mod state;

pub use file::Download;

use super::{Delivery, DeliveryUrl, Transformation};
use crate::{
    error::{Error, Result},
    hosts,
    reference::FileReference,
};
use bytes::{Bytes, BytesMut};
use parking_lot::Mutex;
use reader::Reader;
use std::{fmt, path::PathBuf};
use uploadcare_macros::{model, options};

/// What of a file is downloaded.
#[options]
pub struct DownloadOptions {
    /// Operations on the image. Default: those of the URL that was given, or none.
    pub transformation: Option<Transformation>,
}

/// How a file is downloaded to the disk.
#[options]
pub struct SaveOptions {
    /// Operations on the image. Default: those of the URL that was given, or none.
    pub transformation: Option<Transformation>,
    /// Name of the file in the folder that was given, without any folder. Default: the name that the service tells,
    /// without what no file name can have.
    pub filename: Option<String>,
    /// Whether a file that is there already is replaced. Default false: that is an error.
    pub overwrite: Option<bool>,
    /// Bytes per request: 1048576 to 1073741824. Default 8388608.
    pub part_size: Option<i64>,
    /// Requests at the same time: 1 to 32. Default 4.
    pub max_concurrency: Option<i64>,
}

/// What the service tells about a file that it delivers.
#[model(closed)]
pub struct DownloadInfo {
    /// Size in bytes; null if the service does not say.
    pub size: Option<i64>,
    /// MIME type.
    pub content_type: Option<String>,
    /// File name that the service tells.
    pub filename: Option<String>,
    /// Tag of this very content.
    pub etag: Option<String>,
}

/// How far a download is.
#[model(closed)]
pub struct DownloadProgress {
    /// Bytes that have come.
    pub received_bytes: i64,
    /// Bytes of the whole; null as long as nobody knows.
    pub total_bytes: Option<i64>,
    /// The file, once it is there.
    pub file: Option<DownloadedFile>,
}

/// A file that was downloaded.
#[model(closed)]
pub struct DownloadedFile {
    /// Where it is.
    pub path: String,
    /// Size in bytes.
    pub size: i64,
    /// MIME type that the service has told.
    pub content_type: Option<String>,
    /// Tag of the content that the service has told.
    pub etag: Option<String>,
}

impl Delivery {
    /// Downloads a file into memory.
    ///
    /// file: The file, or a delivery URL of a file, a group's file or an archive.
    /// options: What of it.
    ///
    /// Errors: `invalid_parameter` for what is neither, or a URL on another host; `not_found` if there is no such file,
    /// `rejected` for operations that the service does not know, `forbidden` if the project demands signed URLs and
    /// the client has no secret for them; `content_mismatch` if the file changes meanwhile.
    pub async fn download(
        &self,
        file: impl Into<FileReference>,
        options: DownloadOptions,
    ) -> Result<Bytes> {
        let stream = self.download_stream(file, options).await?;
        let size = stream.info().size.and_then(|size| usize::try_from(size).ok());
        // What a server says of a size is no reason to reserve all memory.
        let mut whole = BytesMut::with_capacity(size.unwrap_or(0).min(64 << 20));
        while let Some(piece) = stream.next().await? {
            whole.extend_from_slice(&piece);
        }
        Ok(whole.freeze())
    }

    /// Begins to download a file piece by piece. A connection that breaks is taken up where it was.
    ///
    /// file: The file, or a delivery URL of a file, a group's file or an archive.
    /// options: What of it.
    ///
    /// Errors: as for [`Self::download`].
    pub async fn download_stream(
        &self,
        file: impl Into<FileReference>,
        options: DownloadOptions,
    ) -> Result<DownloadStream> {
        let url = self.downloaded(&file.into(), options.transformation.as_ref())?;
        let reader = Reader::open(self, url, None, None).await?;
        Ok(DownloadStream { info: reader.info(), reader: tokio::sync::Mutex::new(reader) })
    }

    /// Gets a download to the disk ready: see [`Download`]. Nothing is sent yet.
    ///
    /// Large files come in several parts at a time. What has come is kept beside the file, so that a download that was
    /// killed goes on with what is left; the file itself is there only when it is complete.
    ///
    /// file: The file, or a delivery URL of a file, a group's file or an archive.
    /// path: Where it goes: a folder that is there, or the path of a file.
    /// options: What of it, and how.
    ///
    /// Errors: `invalid_parameter` for what is no file, a URL on another host, a name with a folder, or a number out of
    /// its range.
    pub fn save(
        &self,
        file: impl Into<FileReference>,
        path: impl Into<PathBuf>,
        options: SaveOptions,
    ) -> Result<Download> {
        let url = self.downloaded(&file.into(), options.transformation.as_ref())?;
        Download::new(self.clone(), url, path.into(), options)
    }

    /// The URL of what is to be downloaded.
    fn downloaded(
        &self,
        file: &FileReference,
        transformation: Option<&Transformation>,
    ) -> Result<DeliveryUrl> {
        let text = file.text().trim();
        let text = if text.starts_with("//") { format!("https:{text}") } else { text.to_owned() };
        let wrong = |error: Error| {
            error.with(|info| {
                info.message = info.message.replacen("`url`", "`file`", 1);
                info.parameter = Some("file".to_owned());
            })
        };
        let text = if text.contains("://") {
            let url = hosts::delivery_url("file", &text, &self.base())?;
            match text.strip_prefix("http://") {
                Some(rest) if url.scheme() == "https" => format!("https://{rest}"),
                _ => text,
            }
        } else if !text.contains('~') {
            // Says what it could be, where it is none.
            file.uuid("file")?;
            text
        } else {
            text
        };
        let mut url: DeliveryUrl = text.parse().map_err(wrong)?;
        if !url.base.contains("://") {
            self.client.cdn_base().clone_into(&mut url.base);
        }
        match transformation {
            Some(_) if url.takes_no_operations() => Err(Error::parameter(
                "transformation",
                "must not be given beside the URL of a group, an archive or faces",
            )),
            Some(transformation) if url.operations.is_empty() => {
                url.with_operations("transformation", Some(transformation))
            }
            Some(_) => Err(Error::parameter(
                "transformation",
                "must not be given beside a URL that has operations already",
            )),
            None => Ok(url),
        }
    }
}

/// A download, piece by piece.
pub struct DownloadStream {
    info: DownloadInfo,
    reader: tokio::sync::Mutex<Reader>,
}

impl DownloadStream {
    /// What the service tells about the file.
    pub fn info(&self) -> &DownloadInfo {
        &self.info
    }

    /// The next bytes; None after the last.
    ///
    /// Errors: `network` or `timeout` if the connection breaks again and again, `content_mismatch` if the file has changed
    /// or is shorter than it was said to be.
    pub async fn next(&self) -> Result<Option<Bytes>> {
        self.reader.lock().await.next().await
    }

    /// For the bindings: closes the connection, for nobody reads on.
    #[doc(hidden)]
    pub fn stop(&self) {
        if let Ok(mut reader) = self.reader.try_lock() {
            reader.close();
        }
    }
}

impl fmt::Debug for DownloadStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadStream").field("info", &self.info).finish_non_exhaustive()
    }
}

/// Bytes that have come, and how many there are.
#[derive(Default)]
struct Counter(Mutex<Numbers>);

#[derive(Default)]
struct Numbers {
    received: u64,
    total: Option<u64>,
    /// The most that was told: what comes again after an error does not count down.
    told: u64,
    /// What came of it.
    file: Option<DownloadedFile>,
}

impl Counter {
    fn begin(&self, received: u64, total: Option<u64>) {
        let mut numbers = self.0.lock();
        (numbers.received, numbers.total) = (received, total);
    }

    fn add(&self, bytes: usize) {
        self.0.lock().received += bytes as u64;
    }

    fn now(&self, file: Option<DownloadedFile>) -> DownloadProgress {
        let mut numbers = self.0.lock();
        numbers.told = numbers.told.max(numbers.received);
        numbers.file = file.or(numbers.file.take());
        let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        DownloadProgress {
            received_bytes: number(numbers.told),
            total_bytes: numbers.total.map(number),
            file: numbers.file.clone(),
        }
    }
}
