//! What Swift and Kotlin share: the core's operations as UniFFI objects. Nobody uses these names
//! but the public layers of the two languages.

// UniFFI errors carry their fields by value; the record is moved once, on a failed call.
#![allow(clippy::result_large_err)]

mod generated {
    mod operations;
}
mod callbacks;
mod downloads;
mod pages;
mod runtime;
mod uploads;
mod webhooks;

pub use callbacks::{NativeCallbackError, NativeCredentialProvider, NativeListener, NativeSigner};
pub use downloads::{NativeDownload, NativeDownloadStream};
pub use pages::{NativeFilePage, NativeFilePages, NativeGroupPage, NativeGroupPages};
pub use uploads::{NativeBytes, NativeSource, NativeUpload};
pub use webhooks::NativeWebhookReceiver;

use callbacks::{Foreign, Gate, Listening, Providing, Signing};
use heck::ToLowerCamelCase;
use runtime::run;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;
use uploadcare::{
    Client, ClientOptions, Error, ErrorInfo, ErrorKind, ExplainOptions, ExplainedRequest,
    JobStatus, JobWatch, WaitOptions,
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
        /// Number of the foreign exception that caused it, if one did.
        ticket: Option<u64>,
    },
}

impl From<Error> for NativeError {
    fn from(error: Error) -> Self {
        let mut info = error.info().clone();
        // The parameter is named as both languages spell it.
        if let Some(name) = info.parameter.take() {
            let parts: Vec<_> = name.split('.').map(|part| part.to_lower_camel_case()).collect();
            let spelled = parts.join(".");
            if let Some(rest) = info.message.strip_prefix(&format!("`{name}`")) {
                info.message = format!("`{spelled}`{rest}");
            }
            info.parameter = Some(spelled);
        }
        let ticket = Foreign::behind(&error).map(|cause| cause.ticket);
        Self::Failed { info, ticket }
    }
}

impl NativeError {
    fn is_cancelled(&self) -> bool {
        let Self::Failed { info, .. } = self;
        info.kind == ErrorKind::Cancelled
    }
}

type Result<T, E = NativeError> = std::result::Result<T, E>;

/// Cancels the calls it was given to. Swift needs it, since cancelling a Swift task does not
/// reach Rust by itself.
#[derive(Debug, Default, uniffi::Object)]
pub struct CancelHandle {
    token: CancellationToken,
    gate: Arc<Gate>,
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
        self.gate.close();
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
    /// Makes a client. `upload_credential` is a token, or a signature as JSON text with `signature` and `expire`;
    /// `runtime` is language and version for the User-Agent header. A client `for_uploads` has no secret key, nor
    /// does it look for one in the environment.
    #[uniffi::constructor]
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        public_key: Option<String>,
        secret_key: Option<String>,
        signer: Option<Arc<dyn NativeSigner>>,
        upload_credential: Option<String>,
        credential_provider: Option<Arc<dyn NativeCredentialProvider>>,
        listener: Option<Arc<dyn NativeListener>>,
        options: ClientOptions,
        runtime: String,
        for_uploads: bool,
    ) -> Result<Arc<Self>> {
        let mut builder =
            Client::builder().keys(public_key, secret_key).options(options).runtime(runtime);
        if let Some(signer) = signer {
            builder = builder.signer(Signing(signer));
        }
        if let Some(credential) = upload_credential {
            builder = builder.upload_credential(credential);
        }
        if let Some(provider) = credential_provider {
            builder = builder.upload_credential_provider(Providing(provider));
        }
        if let Some(listener) = listener {
            builder = builder.event_listener(Listening(listener));
        }
        if for_uploads {
            builder = builder.for_uploads();
        }
        Ok(Arc::new(Self { client: builder.build()? }))
    }

    /// Makes a client of an account. Without a token it looks for one in the environment.
    #[uniffi::constructor]
    pub fn for_account(
        token: Option<String>,
        listener: Option<Arc<dyn NativeListener>>,
        options: ClientOptions,
        runtime: String,
    ) -> Result<Arc<Self>> {
        let mut builder = Client::builder().options(options).runtime(runtime);
        if let Some(token) = token {
            builder = builder.account_token(token);
        }
        if let Some(listener) = listener {
            builder = builder.event_listener(Listening(listener));
        }
        Ok(Arc::new(Self { client: builder.build_account_client()?.into_client() }))
    }

    /// The same client with some settings changed.
    pub fn with_options(&self, options: ClientOptions) -> Result<Arc<Self>> {
        Ok(Arc::new(Self { client: self.client.with_options(options)? }))
    }

    /// The part of this client that needs no secret key.
    pub fn upload_client(&self) -> Result<Arc<Self>> {
        Ok(Arc::new(Self { client: self.client.upload_client()?.into_client() }))
    }

    /// A client that sends nothing and keeps its first request.
    pub fn explaining(&self, options: ExplainOptions) -> Arc<Self> {
        Arc::new(Self { client: self.client.explaining(options) })
    }

    /// The request that an explaining client has kept.
    pub fn explained(&self) -> Result<ExplainedRequest> {
        Ok(self.client.explained(None)?)
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

    /// Asks once how far a job is.
    pub async fn job_status(
        &self,
        job: String,
        cancel: Option<Arc<CancelHandle>>,
    ) -> Result<JobStatus> {
        let jobs = self.client.jobs();
        run(cancel, async move { jobs.open(&job)?.status().await }).await
    }

    /// Watches a job.
    pub fn job_watch(&self, job: String, options: WaitOptions) -> Result<Arc<NativeJobWatch>> {
        let watch = self.client.jobs().open(&job)?.watch(options)?;
        Ok(Arc::new(NativeJobWatch { watch: Arc::new(Mutex::new(watch)) }))
    }
}

/// A job being waited for.
#[derive(uniffi::Object)]
pub struct NativeJobWatch {
    watch: Arc<Mutex<JobWatch>>,
}

#[uniffi::export]
impl NativeJobWatch {
    /// Waits a while, except for the first time, and asks how far the job is; null after the
    /// finished job was told of.
    pub async fn next(&self, cancel: Option<Arc<CancelHandle>>) -> Result<Option<JobStatus>> {
        let watch = Arc::clone(&self.watch);
        run(cancel, async move { watch.lock().await.next().await }).await
    }
}
