use crate::{
    call::{CancelHandle, answer},
    failure::thrown,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::path::PathBuf;
use uploadcare::{Client, ClientOptions, Source, UploadOptions};

/// A client of one project.
#[napi]
pub struct NativeClient {
    pub(crate) client: Client,
}

#[napi]
impl NativeClient {
    /// `runtime`: language and version for the User-Agent header.
    #[napi(constructor, catch_unwind)]
    pub fn new(
        env: &Env,
        public_key: Option<String>,
        secret_key: Option<String>,
        options: Option<ClientOptions>,
        runtime: String,
    ) -> Result<Self> {
        let client = Client::builder()
            .keys(public_key, secret_key)
            .options(options.unwrap_or_default())
            .runtime(runtime)
            .build()
            .map_err(|error| thrown(env, &error))?;
        Ok(Self { client })
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
