//! What Swift and Kotlin share: the core's operations as UniFFI objects. Nobody uses these names
//! but the public layers of the two languages.

// UniFFI errors carry their fields by value; the record is moved once, on a failed call.
#![allow(clippy::result_large_err)]

mod runtime;

use heck::ToLowerCamelCase;
use runtime::run;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use uploadcare::{
    Client, ClientOptions, Error, ErrorInfo, FileInfo, GetFileOptions, ListFilesOptions, PageInfo,
    Source, UploadOptions, UploadedFile,
};

uniffi::setup_scaffolding!();

/// The error of every call.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeError {
    /// A call failed.
    #[error("{}", info.message)]
    Failed {
        /// Everything known about the error.
        info: ErrorInfo,
    },
}

impl From<Error> for NativeError {
    fn from(error: Error) -> Self {
        let mut info = error.info().clone();
        // The parameter is named as both languages spell it.
        if let Some(name) = info.parameter.take() {
            let spelled = name.to_lower_camel_case();
            if let Some(rest) = info.message.strip_prefix(&format!("`{name}`")) {
                info.message = format!("`{spelled}`{rest}");
            }
            info.parameter = Some(spelled);
        }
        Self::Failed { info }
    }
}

type Result<T> = std::result::Result<T, NativeError>;

/// Cancels the calls it was given to. Swift needs it, since cancelling a Swift task does not
/// reach Rust by itself.
#[derive(Debug, Default, uniffi::Object)]
pub struct CancelHandle {
    token: CancellationToken,
}

#[uniffi::export]
impl CancelHandle {
    /// A handle that has not cancelled anything yet.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Cancels the calls under way and every later one with this handle.
    pub fn cancel(&self) {
        self.token.cancel();
    }
}

/// The core's client.
#[derive(Debug, uniffi::Object)]
pub struct NativeClient {
    client: Client,
}

#[uniffi::export]
impl NativeClient {
    /// Makes a client. `runtime` is language and version for the User-Agent header.
    #[uniffi::constructor]
    pub fn new(
        public_key: Option<String>,
        secret_key: Option<String>,
        options: ClientOptions,
        runtime: String,
    ) -> Result<Arc<Self>> {
        let client = Client::builder()
            .keys(public_key, secret_key)
            .options(options)
            .runtime(runtime)
            .build()?;
        Ok(Arc::new(Self { client }))
    }

    /// Public key of the project.
    pub fn public_key(&self) -> String {
        self.client.public_key().to_owned()
    }

    /// Base of the REST API.
    pub fn api_base(&self) -> String {
        self.client.api_base().to_owned()
    }

    /// Base of the Upload API.
    pub fn upload_base(&self) -> String {
        self.client.upload_base().to_owned()
    }

    /// Base of the CDN.
    pub fn cdn_base(&self) -> String {
        self.client.cdn_base().to_owned()
    }

    /// Lists files.
    pub fn files_list(&self, options: ListFilesOptions) -> Result<Arc<NativeFilePages>> {
        let pages = self.client.files().list(options)?.pages();
        Ok(Arc::new(NativeFilePages { pages: Arc::new(Mutex::new(pages)) }))
    }

    /// Gets one file.
    pub async fn files_get(
        &self,
        uuid: String,
        options: GetFileOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<FileInfo> {
        let files = self.client.files();
        run(cancel, async move { files.get(&uuid, options).await }).await
    }

    /// Uploads bytes.
    pub async fn upload_bytes(
        &self,
        bytes: Vec<u8>,
        options: UploadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadedFile> {
        self.upload(bytes.into(), options, cancel).await
    }

    /// Uploads the file at a path.
    pub async fn upload_path(
        &self,
        path: String,
        options: UploadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadedFile> {
        self.upload(Source::Path(path.into()), options, cancel).await
    }
}

impl NativeClient {
    async fn upload(
        &self,
        source: Source,
        options: UploadOptions,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<UploadedFile> {
        let uploads = self.client.uploads();
        run(cancel, async move { uploads.upload(source, options).await }).await
    }
}

/// A page of files.
#[derive(Debug, uniffi::Record)]
pub struct NativeFilePage {
    /// Files of the page in order.
    pub results: Vec<FileInfo>,
    /// What the list answers beside its results.
    pub info: PageInfo,
}

/// A list of files, page by page.
#[derive(uniffi::Object)]
pub struct NativeFilePages {
    pages: Arc<Mutex<uploadcare::Pages<FileInfo>>>,
}

#[uniffi::export]
impl NativeFilePages {
    /// Fetches the next page; null at the end.
    pub async fn next_page(
        &self,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Option<NativeFilePage>> {
        let pages = Arc::clone(&self.pages);
        run(cancel, async move { Ok(pages.lock().await.next_page().await?.map(Into::into)) }).await
    }

    /// Fetches the page before; null at the start.
    pub async fn previous_page(
        &self,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<Option<NativeFilePage>> {
        let pages = Arc::clone(&self.pages);
        run(cancel, async move { Ok(pages.lock().await.previous_page().await?.map(Into::into)) })
            .await
    }

    /// The position after so many items of the current page, all if null. Null while a page is
    /// being fetched.
    pub fn cursor(&self, taken: Option<u32>) -> Option<String> {
        let pages = self.pages.try_lock().ok()?;
        Some(pages.cursor(taken.map(|taken| taken as usize)))
    }
}

impl From<uploadcare::Page<FileInfo>> for NativeFilePage {
    fn from(page: uploadcare::Page<FileInfo>) -> Self {
        Self { results: page.results, info: page.info }
    }
}
