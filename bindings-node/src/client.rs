use crate::{
    call::answer_now,
    callbacks::{Credentials, Listener, Signer},
    failure::thrown,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use uploadcare::{AccountClient, Client, ClientOptions, ExplainOptions};

/// What a client is made from beside its options.
#[napi(object, object_to_js = false)]
pub struct NativeSettings {
    pub public_key: Option<String>,
    pub secret_key: Option<String>,
    /// A token for uploads, or a signature as JSON text.
    pub upload_credential: Option<String>,
    /// Language and version for the User-Agent header.
    pub runtime: String,
    /// Whether JavaScript has these for the calls of the client.
    pub has_signer: bool,
    pub has_credentials: bool,
    pub has_listener: bool,
    /// For nothing but uploads: there is no secret key, not even one of the environment.
    pub is_for_uploads: bool,
    /// For an account, with this token or that of the environment, and for no project.
    pub is_for_account: bool,
    pub account_token: Option<String>,
}

/// A client of one project, or of an account.
#[napi]
pub struct NativeClient {
    pub(crate) client: Client,
}

#[napi]
impl NativeClient {
    #[napi(constructor, catch_unwind)]
    pub fn new(env: &Env, settings: NativeSettings, options: ClientOptions) -> Result<Self> {
        let mut builder = Client::builder()
            .keys(settings.public_key, settings.secret_key)
            .options(options)
            .runtime(settings.runtime);
        if settings.is_for_uploads {
            builder = builder.for_uploads();
        }
        if settings.has_signer {
            builder = builder.signer(Signer);
        }
        if let Some(credential) = settings.upload_credential {
            builder = builder.upload_credential(credential);
        }
        if settings.has_credentials {
            builder = builder.upload_credential_provider(Credentials);
        }
        if settings.has_listener {
            builder = builder.event_listener(Listener);
        }
        if let Some(token) = settings.account_token {
            builder = builder.account_token(token);
        }
        let client = if settings.is_for_account {
            builder.build_account_client().map(AccountClient::into_client)
        } else {
            builder.build()
        };
        Ok(Self { client: client.map_err(|error| thrown(env, &error))? })
    }

    /// The same client with some settings changed.
    #[napi(catch_unwind)]
    pub fn with_options(&self, env: &Env, options: ClientOptions) -> Result<Self> {
        let client = self.client.with_options(options).map_err(|error| thrown(env, &error))?;
        Ok(Self { client })
    }

    /// The part of the client that needs no secret key.
    #[napi(catch_unwind)]
    pub fn for_uploads(&self, env: &Env) -> Result<Self> {
        let client = self.client.upload_client().map_err(|error| thrown(env, &error))?;
        Ok(Self { client: client.into_client() })
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
}
