use crate::{
    call::{CancelHandle, answer, answer_now},
    callbacks::{Listener, Signer},
    failure::thrown,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::path::PathBuf;
use uploadcare::{Client, ClientOptions, ExplainOptions, Source, UploadOptions};

/// A client of one project.
#[napi]
pub struct NativeClient {
    pub(crate) client: Client,
}

#[napi]
impl NativeClient {
    /// `runtime`: language and version for the User-Agent header. `has_signer`, `has_listener`:
    /// whether JavaScript has them for the calls of this client.
    #[napi(constructor, catch_unwind)]
    pub fn new(
        env: &Env,
        public_key: Option<String>,
        secret_key: Option<String>,
        options: ClientOptions,
        runtime: String,
        has_signer: bool,
        has_listener: bool,
    ) -> Result<Self> {
        let mut builder =
            Client::builder().keys(public_key, secret_key).options(options).runtime(runtime);
        if has_signer {
            builder = builder.signer(Signer);
        }
        if has_listener {
            builder = builder.event_listener(Listener);
        }
        let client = builder.build().map_err(|error| thrown(env, &error))?;
        Ok(Self { client })
    }

    /// The same client with some settings changed.
    #[napi(catch_unwind)]
    pub fn with_options(&self, env: &Env, options: ClientOptions) -> Result<Self> {
        let client = self.client.with_options(options).map_err(|error| thrown(env, &error))?;
        Ok(Self { client })
    }

    /// The same client, but it sends nothing and keeps its first request.
    #[napi(catch_unwind)]
    pub fn explaining(&self, options: ExplainOptions) -> Self {
        Self { client: self.client.explaining(options) }
    }

    /// The request that was kept, as JSON text.
    #[napi(catch_unwind)]
    pub fn explained(&self, env: &Env) -> Result<String> {
        answer_now(env, self.client.explained(None))
    }

    #[napi(getter)]
    pub fn public_key(&self) -> &str {
        self.client.public_key()
    }

    #[napi(getter)]
    pub fn api_base(&self) -> &str {
        self.client.api_base()
    }

    #[napi(getter)]
    pub fn upload_base(&self) -> &str {
        self.client.upload_base()
    }

    #[napi(getter)]
    pub fn cdn_base(&self) -> &str {
        self.client.cdn_base()
    }

    /// The bytes are copied: JavaScript may change or transfer them while they are sent.
    #[napi(catch_unwind)]
    pub fn upload_bytes<'env>(
        &self,
        env: &'env Env,
        content: &[u8],
        options: UploadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        self.upload(env, content.to_vec().into(), options, cancel)
    }

    #[napi(catch_unwind)]
    pub fn upload_path<'env>(
        &self,
        env: &'env Env,
        path: String,
        options: UploadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        self.upload(env, PathBuf::from(path).into(), options, cancel)
    }

    fn upload<'env>(
        &self,
        env: &'env Env,
        source: Source,
        options: UploadOptions,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, String>> {
        let uploads = self.client.uploads();
        answer(env, cancel, async move { uploads.upload(source, options).await })
    }
}
