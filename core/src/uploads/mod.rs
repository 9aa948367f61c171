//! Uploads (Upload API).

mod direct;
mod source;

pub use source::Source;

use crate::{client::Client, error::Result};
use std::collections::HashMap;
use uploadcare_macros::{model, options};

/// The largest file that the direct call takes, in bytes.
pub const DIRECT_LIMIT: u64 = 104_857_600;

/// How to upload a file.
#[options]
pub struct UploadOptions {
    /// Name of the file in the project. Default: the last part of the path, else `file`.
    pub filename: Option<String>,
    /// MIME type that is declared; the service looks at the content itself. Default
    /// `application/octet-stream`.
    pub content_type: Option<String>,
    /// Keep the file (true), or remove it after 24 hours (false). Default: as the project says.
    pub store: Option<bool>,
    /// Metadata of the file: up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, values of
    /// 1 to 512 characters.
    pub metadata: Option<HashMap<String, String>>,
    /// Tags of the file: up to 50 of 1 to 100 characters `A-Z a-z 0-9 - _ .`; letters become
    /// small.
    pub tags: Option<Vec<String>>,
}

/// A file that was uploaded.
#[model(closed)]
pub struct UploadedFile {
    /// Identifier of the new file.
    pub uuid: String,
    /// Name of the file in the project.
    pub original_filename: String,
    /// Size in bytes.
    pub size: i64,
}

/// Uploads to the project (Upload API). No secret key is needed.
#[derive(Debug, Clone)]
pub struct Uploads {
    client: Client,
}

impl Uploads {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Uploads one file of up to 104,857,600 bytes. The content is streamed, not held.
    ///
    /// `source`: bytes, or the path of a file.
    /// Errors: `source` if the file cannot be read, is a folder or changes meanwhile;
    /// `invalid_parameter` if it is too large or an option is out of its range; nothing is sent
    /// in both cases.
    /// Reference: Upload API, Upload files directly.
    pub async fn upload(
        &self,
        source: impl Into<Source>,
        options: UploadOptions,
    ) -> Result<UploadedFile> {
        direct::upload(&self.client, source.into(), options).await
    }
}
