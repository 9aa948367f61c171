//! Uploads (Upload API).

mod calls;
mod content;
mod direct;
mod from_url;

mod many;
mod multipart;
mod options;
mod progress;
mod source;
mod state;
mod stream;
mod upload;
mod work;

#[cfg(feature = "fuzzing")]
pub(crate) use from_url::FetchStatus;
pub use from_url::FromUrlOptions;
pub(crate) use from_url::status as from_url_status;
pub use many::{UploadFailure, UploadManyResult};
pub use options::{OnLost, UploadOptions};
pub use source::{Feed, Source, StreamSource};
pub use upload::Upload;

use crate::{
    auth::{
        CreateUploadSignatureOptions, CreateUploadTokenOptions, upload_signature, upload_token,
    },
    client::Client,
    error::{Error, Result, check_range},
    jobs::Job,
    model::{MultipartUpload, UploadGroupInfo, UploadInfo, UploadSignature, UploadToken},
    reference::{FileReference, GroupReference},
    wait::{Patience, WaitOptions},
};
use bytes::Bytes;
use options::{LEAST_MULTIPART, Plan};
use std::time::SystemTime;
use uploadcare_macros::{model, operations};

/// The largest file that the direct call takes, in bytes.
pub const DIRECT_LIMIT: u64 = 104_857_600;

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

    /// Uploads one file of any size, in one request or in parts, as its size demands.
    ///
    /// Memory does not grow with the file: a file is read as it is sent; of a stream a few parts are held.
    ///
    /// `source`: bytes, the path of a file, or a stream; see [`Source`].
    /// Errors: `source` if the content cannot be read, or changes meanwhile: then there is no file;
    /// `invalid_parameter` if an option is out of its range: then nothing is sent; `upload_lost` if the service has
    /// forgotten an upload that was to go on; `content_mismatch` if it has something else than was sent.
    /// Reference: Upload API, Upload files directly; Multipart uploads.
    pub async fn upload(
        &self,
        source: impl Into<Source>,
        options: UploadOptions,
    ) -> Result<UploadedFile> {
        self.prepare(source, options)?.run().await
    }

    /// Uploads several files side by side. One that fails does not stop the others, unless they would fail, too.
    ///
    /// Errors: `invalid_parameter` if an option is out of its range: then nothing is sent. What goes wrong with a
    /// file is in the result.
    pub async fn upload_many<S: Into<Source>>(
        &self,
        sources: impl IntoIterator<Item = S>,
        options: UploadOptions,
    ) -> Result<UploadManyResult> {
        let sources = sources.into_iter().map(Into::into).collect();
        many::upload(&self.client, sources, options).await
    }

    /// Sends a part of a file, for programs that send the parts in their own way; all others use [`Self::upload`].
    /// It may be sent again; what came last counts.
    ///
    /// `url`: the URL of the part, one of those that `start_multipart` gave. No credential goes there.
    /// `content`: the bytes of the part: as many as were asked for as the size of a part, in the last part the
    /// rest.
    /// Errors: `upload_lost` if the URL is too old or the upload is over; `invalid_parameter` for a text that is no
    /// URL; `content_mismatch` if the storage says that it has the part before it can have it.
    /// Reference: Upload API, Upload individual file parts.
    pub async fn upload_part(&self, url: &str, content: impl Into<Bytes>) -> Result<()> {
        multipart::upload_part(&self.client, url, content.into()).await
    }

    /// An upload that can be followed, paused and saved. Nothing is sent until it is run.
    ///
    /// Errors: `invalid_parameter` if an option is out of its range.
    pub fn prepare(&self, source: impl Into<Source>, options: UploadOptions) -> Result<Upload> {
        Upload::new(&self.client, source.into(), options, None)
    }

    /// An upload that was saved before, in any process or language. Nothing is sent until it is run. One that was
    /// finished gives its file.
    ///
    /// `text`: what saving the upload gave.
    /// `source`: the same content again.
    /// Errors: `invalid_parameter` if the text cannot be read or is of another project, or an option is out of its
    /// range. Once it runs: `source` if the content is not the same; `upload_lost`, if `on_lost` says so.
    pub fn resume(
        &self,
        text: &str,
        source: impl Into<Source>,
        options: UploadOptions,
    ) -> Result<Upload> {
        Upload::new(&self.client, source.into(), options, Some(text))
    }
}

#[operations]
impl Uploads {
    /// Has the service fetch a file from a URL.
    ///
    /// `url`: an http or https URL that the service can reach.
    /// `options`: its name, metadata, tags and more.
    /// Returns: the job, which tells how much has been fetched, and the identifier of the file when it is there.
    /// Errors: `rejected` for a URL that the service does not want, with a code such as `HostnameNotFoundError`;
    /// `invalid_parameter` for a text that is no URL or an option out of its range.
    /// Reference: Upload API, Upload files from URLs.
    pub async fn from_url(&self, url: &str, options: FromUrlOptions) -> Result<Job> {
        from_url::start(&self.client, url, options).await
    }

    /// Shows a file of the project with no more than the public key.
    ///
    /// `file`: the file.
    /// Returns: what the Upload API tells of it.
    /// Errors: `not_found` if there is no such file.
    /// Reference: Upload API, File info.
    pub async fn info(&self, file: impl Into<FileReference>) -> Result<UploadInfo> {
        calls::info(&self.client, &file.into().uuid("file")?).await
    }

    /// Waits until a file that was uploaded can be used: its content is known and it can be delivered.
    ///
    /// `file`: the file.
    /// `options`: how long to wait, and how often to ask.
    /// Returns: what the Upload API tells of it.
    /// Errors: `wait_timeout` if it is not ready in time; `not_found` if there is no such file.
    /// Reference: Upload API, File info.
    pub async fn wait_until_ready(
        &self,
        file: impl Into<FileReference>,
        options: WaitOptions,
    ) -> Result<UploadInfo> {
        let uuid = file.into().uuid("file")?;
        let mut patience = Patience::new(&options, "timeout")?;
        let what = format!("the file {uuid} was not ready");
        patience.begin();
        loop {
            let question = calls::info(&self.client, &uuid);
            let info = patience.ask(question, &what, "wait again").await?;
            if info.is_ready {
                return Ok(info);
            }
            patience.pause(&what, "wait again").await?;
        }
    }

    /// Makes a group of files that never changes.
    ///
    /// `files`: 1 to 1000 files, each with or without transformations.
    /// Returns: the group.
    /// Errors: `rejected` if a file is not of this project, with the code `GroupFilesNotFoundError`;
    /// `invalid_parameter` for too many files or none.
    /// Reference: Upload API, Create group of files.
    pub async fn create_group(
        &self,
        files: impl IntoIterator<Item = impl Into<FileReference>>,
    ) -> Result<UploadGroupInfo> {
        calls::create_group(&self.client, files.into_iter().map(Into::into).collect()).await
    }

    /// Shows a group with no more than the public key.
    ///
    /// `group`: the group.
    /// Returns: what the Upload API tells of it.
    /// Errors: `not_found` if there is no such group.
    /// Reference: Upload API, Group info.
    pub async fn group_info(&self, group: impl Into<GroupReference>) -> Result<UploadGroupInfo> {
        calls::group_info(&self.client, &group.into()).await
    }

    /// Starts an upload in parts, for programs that send the parts in their own way; all others use `upload`.
    ///
    /// `size`: size of the whole file in bytes: 10485760 or more.
    /// `options`: name, metadata, tags and the size of a part.
    /// Returns: where each part is to go.
    /// Errors: `rejected` if the service takes no such file, with a code such as
    /// `MultipartFileSizeLimitExceededError`; `invalid_parameter` for a size or an option out of its range.
    /// Reference: Upload API, Start multipart upload.
    pub async fn start_multipart(
        &self,
        size: i64,
        options: UploadOptions,
    ) -> Result<MultipartUpload> {
        check_range("size", size, LEAST_MULTIPART as i64, i64::MAX)?;
        let size = size.unsigned_abs();
        let plan = Plan::new(&self.client, &Source::Bytes(Bytes::new()), options, 1)?;
        calls::start_multipart(&self.client, &plan, size, plan.part_size(size)?).await
    }

    /// Has the service put the parts of a file together.
    ///
    /// `uuid`: what starting the upload gave.
    /// Returns: what the Upload API tells of the new file.
    /// Errors: `rejected` if parts are missing, with the code `MultipartUploadSizeTooSmallError`, or if it is done
    /// already, with `MultipartFileAlreadyUploadedError`; `not_found` if the service does not know the upload.
    /// Reference: Upload API, Complete multipart upload.
    pub async fn complete_multipart(&self, uuid: &str) -> Result<UploadInfo> {
        calls::complete_multipart(&self.client, &calls::upload_uuid(uuid)?).await
    }

    /// Makes a token that others can upload with, without the secret key. Nothing is sent.
    ///
    /// `options`: what it allows, and for how long.
    /// Returns: the token.
    /// Errors: `configuration` if the client has no secret key; `invalid_parameter` for an option out of its range.
    /// Reference: Upload API, Secure uploads.
    pub fn create_token(&self, options: CreateUploadTokenOptions) -> Result<UploadToken> {
        upload_token(self.secret_key()?, &options, SystemTime::now())
    }

    /// Makes a signature that others can upload with, without the secret key. Nothing is sent. Tokens are the newer
    /// way.
    ///
    /// `options`: how long it is valid.
    /// Returns: the signature.
    /// Errors: `configuration` if the client has no secret key; `invalid_parameter` for an option out of its range.
    /// Reference: Upload API, Secure uploads.
    pub fn create_signature(
        &self,
        options: CreateUploadSignatureOptions,
    ) -> Result<UploadSignature> {
        upload_signature(self.secret_key()?, &options, SystemTime::now())
    }
}

impl Uploads {
    fn secret_key(&self) -> Result<&str> {
        use secrecy::ExposeSecret;
        let secret_key = self.client.transport().config().secret_key.as_ref();
        secret_key.map(ExposeSecret::expose_secret).ok_or_else(|| {
            Error::configuration(
                "secret_key",
                "is missing: it is what tokens and signatures are made with",
            )
        })
    }
}
