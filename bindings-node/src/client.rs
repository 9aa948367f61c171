use crate::{
    call::{CancelHandle, run},
    failure::thrown,
    pages::NativeFilePages,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::path::PathBuf;
use uploadcare::{
    Client, ClientOptions, FileInfo, GetFileOptions, ListFilesOptions, Source, UploadOptions,
    UploadedFile,
};

/// A client of one project.
#[napi]
pub struct NativeClient {
    client: Client,
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

    #[napi(catch_unwind)]
    pub fn files_list(
        &self,
        env: &Env,
        options: Option<ListFilesOptions>,
    ) -> Result<NativeFilePages> {
        let list = self.client.files().list(options.unwrap_or_default());
        list.map(|list| NativeFilePages::new(list.pages())).map_err(|error| thrown(env, &error))
    }

    #[napi(catch_unwind)]
    pub fn files_get<'env>(
        &self,
        env: &'env Env,
        uuid: String,
        options: Option<GetFileOptions>,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, FileInfo>> {
        let files = self.client.files();
        run(env, cancel, async move { files.get(&uuid, options.unwrap_or_default()).await })
    }

    /// The bytes are copied: JavaScript may change or transfer them while they are sent.
    #[napi(catch_unwind)]
    pub fn upload_bytes<'env>(
        &self,
        env: &'env Env,
        content: &[u8],
        options: Option<UploadOptions>,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, UploadedFile>> {
        self.upload(env, content.to_vec().into(), options, cancel)
    }

    #[napi(catch_unwind)]
    pub fn upload_path<'env>(
        &self,
        env: &'env Env,
        path: String,
        options: Option<UploadOptions>,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, UploadedFile>> {
        self.upload(env, PathBuf::from(path).into(), options, cancel)
    }

    fn upload<'env>(
        &self,
        env: &'env Env,
        source: Source,
        options: Option<UploadOptions>,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, UploadedFile>> {
        let uploads = self.client.uploads();
        run(env, cancel, async move { uploads.upload(source, options.unwrap_or_default()).await })
    }
}
