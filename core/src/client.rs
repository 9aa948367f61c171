use crate::{
    account::{self, ProjectSecrets, ProjectUsage, Projects},
    addons::Addons,
    auth::{RequestSigner, UploadCredentialProvider},
    config::{ClientOptions, Settings},
    conversion::Conversion,
    delivery::Delivery,
    error::{Error, Result},
    events::EventListener,
    explain::{ExplainOptions, ExplainedRequest},
    files::Files,
    groups::Groups,
    jobs::Jobs,
    metadata::Metadata,
    project::Project,
    retry::RetryPolicy,
    tags::Tags,
    transport::Transport,
    uploads::Uploads,
    webhooks::Webhooks,
};
use std::{fmt, sync::Arc};

/// A client of one project. Cheap to clone: clones share connections and settings.
#[derive(Clone)]
pub struct Client {
    transport: Arc<Transport>,
}

impl Client {
    /// A client with default settings.
    ///
    /// Errors: `configuration` for a key that is empty or cannot be one.
    pub fn new(public_key: impl Into<String>, secret_key: impl Into<String>) -> Result<Self> {
        Self::builder().public_key(public_key).secret_key(secret_key).build()
    }

    /// A client whose keys and bases come from the environment: `UPLOADCARE_PUBLIC_KEY`,
    /// `UPLOADCARE_SECRET_KEY`, `UPLOADCARE_REST_API_BASE`, `UPLOADCARE_UPLOAD_API_BASE`,
    /// `UPLOADCARE_CDN_BASE`.
    pub fn from_env() -> Result<Self> {
        Self::builder().build()
    }

    /// A builder for a client with settings of its own.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// The same client with some settings changed: for one call or for many.
    ///
    /// It shares connections and what was learnt of the limits of the service, unless an option that is
    /// changed is about just these: the connect timeout, the proxy, the certificate; the rate and the number of
    /// requests at the same time.
    ///
    /// options: What to change; what is not given stays as it is.
    ///
    /// Errors: `configuration`, naming the setting that is wrong.
    pub fn with_options(&self, options: ClientOptions) -> Result<Self> {
        Ok(Self { transport: Arc::new(self.transport.with_options(options)?) })
    }

    /// Shows the request that a call would send, signed and complete, without sending it.
    ///
    /// Of a call that sends several it is the first.
    ///
    /// options: Whether to leave out what is secret.
    /// call: Makes the call with the client that it is given.
    ///
    /// Errors: that of the call, if it fails before it sends anything; `invalid_parameter` if it sends
    /// nothing.
    ///
    /// ```no_run
    /// # async fn run(client: uploadcare::Client) -> uploadcare::Result<()> {
    /// let request = client
    ///     .explain(Default::default(), |client| async move { client.project().get().await })
    ///     .await?;
    /// println!("{}", request.curl);
    /// # Ok(()) }
    /// ```
    pub async fn explain<T, F>(
        &self,
        options: ExplainOptions,
        call: impl FnOnce(Self) -> F,
    ) -> Result<ExplainedRequest>
    where
        F: Future<Output = Result<T>>,
    {
        let client = self.explaining(options);
        let outcome = call(client.clone()).await;
        client.explained(outcome.err())
    }

    /// For the bindings: a client that sends nothing and keeps its first request.
    #[doc(hidden)]
    #[must_use]
    pub fn explaining(&self, options: ExplainOptions) -> Self {
        Self { transport: Arc::new(self.transport.explaining(options)) }
    }

    /// For the bindings: the request that an explaining client has kept; else the error that its call
    /// ended with.
    #[doc(hidden)]
    pub fn explained(&self, error: Option<Error>) -> Result<ExplainedRequest> {
        self.transport.explained(error)
    }

    /// Files of the project: list, search, inspect, store, delete, copy.
    pub fn files(&self) -> Files {
        Files::new(self.clone())
    }

    /// Tags of files.
    pub fn tags(&self) -> Tags {
        Tags::new(self.clone())
    }

    /// Metadata of files.
    pub fn metadata(&self) -> Metadata {
        Metadata::new(self.clone())
    }

    /// Groups of files.
    pub fn groups(&self) -> Groups {
        Groups::new(self.clone())
    }

    /// Webhooks of the project.
    pub fn webhooks(&self) -> Webhooks {
        Webhooks::new(self.clone())
    }

    /// The project itself.
    pub fn project(&self) -> Project {
        Project::new(self.clone())
    }

    /// Conversion of documents and videos.
    pub fn conversion(&self) -> Conversion {
        Conversion::new(self.clone())
    }

    /// Add-ons: what the service can find out about a file, or make of it.
    pub fn addons(&self) -> Addons {
        Addons::new(self.clone())
    }

    /// Jobs that were started before, here or elsewhere.
    pub fn jobs(&self) -> Jobs {
        Jobs::new(self.clone())
    }

    /// Uploads to the project.
    pub fn uploads(&self) -> Uploads {
        Uploads::new(self.clone())
    }

    /// The part of this client that needs no secret key, as a client of its own. What it uploads is signed as
    /// before only if a credential or a provider was given.
    ///
    /// Errors: none in practice; `configuration` as when a client is made.
    pub fn upload_client(&self) -> Result<UploadClient> {
        Ok(UploadClient { client: Self { transport: Arc::new(self.transport.for_uploads()?) } })
    }

    /// Delivery of files: URLs, transformations, signatures, downloads.
    pub fn delivery(&self) -> Delivery {
        Delivery::new(self.clone())
    }

    /// For the bindings: a part of [`AccountClient`].
    #[doc(hidden)]
    pub fn projects(&self) -> Projects {
        Projects::new(self.clone())
    }

    /// For the bindings: a part of [`AccountClient`].
    #[doc(hidden)]
    pub fn secrets(&self) -> ProjectSecrets {
        ProjectSecrets::new(self.clone())
    }

    /// For the bindings: a part of [`AccountClient`].
    #[doc(hidden)]
    pub fn usage(&self) -> ProjectUsage {
        ProjectUsage::new(self.clone())
    }

    /// Public key of the project.
    pub fn public_key(&self) -> &str {
        &self.transport.config().public_key
    }

    /// Base of the REST API.
    pub fn api_base(&self) -> &str {
        self.transport.config().api_base.as_str()
    }

    /// Base of the Upload API.
    pub fn upload_base(&self) -> &str {
        self.transport.config().upload_base.as_str()
    }

    /// Base of the CDN.
    pub fn cdn_base(&self) -> &str {
        self.transport.config().cdn_base.as_str()
    }

    pub(crate) fn transport(&self) -> &Transport {
        &self.transport
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("public_key", &self.public_key())
            .field("api_base", &self.api_base())
            .finish_non_exhaustive()
    }
}

/// Collects the settings of a [`Client`].
#[derive(Default)]
pub struct ClientBuilder {
    settings: Settings,
    policy: Option<Arc<dyn RetryPolicy>>,
    signer: Option<Arc<dyn RequestSigner>>,
    provider: Option<Arc<dyn UploadCredentialProvider>>,
    listener: Option<Arc<dyn EventListener>>,
}

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident: $from:ty => $with:expr;)*) => {
        $( $(#[$doc])* #[must_use] pub fn $name(mut self, value: $from) -> Self {
            #[allow(clippy::redundant_closure_call)]
            { self.settings.options.$name = Some(($with)(value)); }
            self
        } )*
    };
}

impl ClientBuilder {
    /// Public key of the project. Else `UPLOADCARE_PUBLIC_KEY`.
    #[must_use]
    pub fn public_key(mut self, key: impl Into<String>) -> Self {
        self.settings.public_key = Some(key.into());
        self
    }

    /// Secret key of the project. Else `UPLOADCARE_SECRET_KEY`. Uploads need none.
    #[must_use]
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.settings.secret_key = Some(key.into().into());
        self
    }

    /// All settings at once.
    #[must_use]
    pub fn options(mut self, options: ClientOptions) -> Self {
        self.settings.options = options;
        self
    }

    /// What signs REST requests, instead of a secret key.
    #[must_use]
    pub fn signer(mut self, signer: impl RequestSigner) -> Self {
        self.settings.is_signed_elsewhere = true;
        self.signer = Some(Arc::new(signer));
        self
    }

    /// What uploads are sent with, instead of what the secret key can make: a token, or the older signature as JSON
    /// text with the members `signature` and `expire`.
    #[must_use]
    pub fn upload_credential(mut self, credential: impl Into<String>) -> Self {
        self.settings.credential = Some(credential.into().into());
        self
    }

    /// What gives a credential for uploads when one is needed.
    #[must_use]
    pub fn upload_credential_provider(mut self, provider: impl UploadCredentialProvider) -> Self {
        self.provider = Some(Arc::new(provider));
        self
    }

    /// Token of an account, for [`Self::build_account_client`]. Else `UPLOADCARE_ACCOUNT_TOKEN`.
    #[must_use]
    pub fn account_token(mut self, token: impl Into<String>) -> Self {
        self.settings.account_token = Some(token.into().into());
        self
    }

    /// For the bindings: a client that can hold no secret key.
    #[doc(hidden)]
    #[must_use]
    pub fn for_uploads(mut self) -> Self {
        self.settings.is_for_uploads = true;
        self.settings.secret_key = None;
        self.settings.account_token = None;
        self.settings.options.delivery_secrets = None;
        self
    }

    /// When failed attempts are repeated, instead of what `max_retries` and `max_retry_wait` say.
    #[must_use]
    pub fn retry_policy(mut self, policy: impl RetryPolicy) -> Self {
        self.policy = Some(Arc::new(policy));
        self
    }

    /// What is told of each step of each call. Events also go to `tracing`, at level DEBUG with the target
    /// `uploadcare`, whether there is a listener or not.
    #[must_use]
    pub fn event_listener(mut self, listener: impl EventListener) -> Self {
        self.listener = Some(Arc::new(listener));
        self
    }

    settings! {
        /// Base of the REST API.
        api_base: impl Into<String> => Into::into;
        /// Base of the Upload API.
        upload_base: impl Into<String> => Into::into;
        /// Base of the CDN.
        cdn_base: impl Into<String> => Into::into;
        /// How REST requests prove who sends them.
        auth_scheme: crate::AuthScheme => |v| v;
        /// How a client with a secret key signs its uploads.
        upload_auth: crate::UploadAuth => |v| v;
        /// How long to wait for a connection.
        connect_timeout: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// How long to wait for the next bytes of an answer.
        read_timeout: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// How long a whole call may take, with all its attempts.
        timeout: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// How often a failed attempt is repeated when that is safe.
        max_retries: i64 => |v| v;
        /// Longest wait that the service may ask for.
        max_retry_wait: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// Most requests per second.
        max_rate: f64 => |v| v;
        /// Most requests at the same time.
        max_concurrency: i64 => |v| v;
        /// Name and version of the application, added to the User-Agent header.
        user_agent: impl Into<String> => Into::into;
        /// Proxy for all requests.
        proxy: impl Into<String> => Into::into;
        /// One more root certificate to trust, as PEM text.
        root_certificate: impl Into<String> => Into::into;
    }

    /// For the bindings: language and version for the User-Agent header, such as `Python/3.12.1`.
    #[doc(hidden)]
    #[must_use]
    pub fn runtime(mut self, runtime: impl Into<String>) -> Self {
        self.settings.runtime = Some(runtime.into());
        self
    }

    /// For the bindings: as [`Self::public_key`] and [`Self::secret_key`] where either may be
    /// missing.
    #[doc(hidden)]
    #[must_use]
    pub fn keys(mut self, public_key: Option<String>, secret_key: Option<String>) -> Self {
        self.settings.public_key = public_key;
        self.settings.secret_key = secret_key.map(Into::into);
        self
    }

    /// Makes the client.
    ///
    /// Errors: `configuration`, naming the setting that is missing or wrong.
    pub fn build(self) -> Result<Client> {
        if self.settings.account_token.is_some() {
            return Err(Error::configuration(
                "account_token",
                "is for the client of an account, which holds no keys of a project",
            ));
        }
        self.make()
    }

    fn make(self) -> Result<Client> {
        let Self { settings, policy, signer, provider, listener } = self;
        let transport = Transport::new(settings, policy, signer, provider, listener)?;
        Ok(Client { transport: Arc::new(transport) })
    }

    /// Makes a client of an account. Keys of a project that were given are forgotten.
    ///
    /// Errors: `configuration`, naming the setting that is missing or wrong.
    pub fn build_account_client(mut self) -> Result<AccountClient> {
        self.settings.secret_key = None;
        self.settings.account_token = Some(account::token(self.settings.account_token.take())?);
        Ok(AccountClient { client: self.make()? })
    }

    /// Makes a client for nothing but uploads. A secret key that was given is forgotten, and the one of the
    /// environment is not looked at.
    ///
    /// Errors: `configuration`, naming the setting that is missing or wrong.
    pub fn build_upload_client(self) -> Result<UploadClient> {
        Ok(UploadClient { client: self.for_uploads().build()? })
    }
}

/// A client of an account: its projects, their secrets and what they use (Project API). Cheap to clone.
#[derive(Clone)]
pub struct AccountClient {
    client: Client,
}

impl AccountClient {
    /// A client with default settings.
    ///
    /// Errors: `configuration` for a token that is empty or cannot be one.
    pub fn new(token: impl Into<String>) -> Result<Self> {
        Client::builder().account_token(token).build_account_client()
    }

    /// Projects of the account.
    pub fn projects(&self) -> Projects {
        self.client.projects()
    }

    /// Secret keys of projects.
    pub fn secrets(&self) -> ProjectSecrets {
        self.client.secrets()
    }

    /// What projects use.
    pub fn usage(&self) -> ProjectUsage {
        self.client.usage()
    }

    /// The same client with some settings changed: see [`Client::with_options`].
    pub fn with_options(&self, options: ClientOptions) -> Result<Self> {
        Ok(Self { client: self.client.with_options(options)? })
    }

    /// Base of the API.
    pub fn api_base(&self) -> &str {
        self.client.api_base()
    }

    /// For the bindings: what it is made of.
    #[doc(hidden)]
    pub fn into_client(self) -> Client {
        self.client
    }
}

impl fmt::Debug for AccountClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccountClient").field("api_base", &self.api_base()).finish_non_exhaustive()
    }
}

/// A client for nothing but uploads: it has no secret key and no way to hold one. It is what programs use that
/// others can take apart, such as mobile apps. Where the project demands signed uploads, it sends a credential that
/// somebody else made. Cheap to clone.
#[derive(Debug, Clone)]
pub struct UploadClient {
    client: Client,
}

impl UploadClient {
    /// A client with default settings.
    ///
    /// Errors: `configuration` for a key that is empty or cannot be one.
    pub fn new(public_key: impl Into<String>) -> Result<Self> {
        Client::builder().public_key(public_key).build_upload_client()
    }

    /// Uploads to the project.
    pub fn uploads(&self) -> Uploads {
        self.client.uploads()
    }

    /// Fetches from URLs that were started before, here or elsewhere.
    pub fn jobs(&self) -> Jobs {
        self.client.jobs()
    }

    /// For the bindings: what it is made of.
    #[doc(hidden)]
    pub fn into_client(self) -> Client {
        self.client
    }

    /// The same client with some settings changed: see [`Client::with_options`].
    pub fn with_options(&self, options: ClientOptions) -> Result<Self> {
        Ok(Self { client: self.client.with_options(options)? })
    }

    /// Public key of the project.
    pub fn public_key(&self) -> &str {
        self.client.public_key()
    }
}
