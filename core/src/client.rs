use crate::{
    addons::Addons,
    config::{ClientOptions, Config},
    conversion::Conversion,
    error::Result,
    files::Files,
    groups::Groups,
    jobs::Jobs,
    metadata::Metadata,
    project::Project,
    tags::Tags,
    transport::Transport,
    uploads::Uploads,
    webhooks::Webhooks,
};
use secrecy::SecretString;
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
    public_key: Option<String>,
    secret_key: Option<SecretString>,
    options: ClientOptions,
    runtime: Option<String>,
}

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident: $from:ty => $with:expr;)*) => {
        $( $(#[$doc])* #[must_use] pub fn $name(mut self, value: $from) -> Self {
            #[allow(clippy::redundant_closure_call)]
            { self.options.$name = Some(($with)(value)); }
            self
        } )*
    };
}

impl ClientBuilder {
    /// Public key of the project. Else `UPLOADCARE_PUBLIC_KEY`.
    #[must_use]
    pub fn public_key(mut self, key: impl Into<String>) -> Self {
        self.public_key = Some(key.into());
        self
    }

    /// Secret key of the project. Else `UPLOADCARE_SECRET_KEY`. Uploads need none.
    #[must_use]
    pub fn secret_key(mut self, key: impl Into<String>) -> Self {
        self.secret_key = Some(key.into().into());
        self
    }

    /// All settings at once.
    #[must_use]
    pub fn options(mut self, options: ClientOptions) -> Self {
        self.options = options;
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
        /// How long to wait for a connection.
        connect_timeout: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// How long to wait for the next bytes of an answer.
        read_timeout: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// How long a whole call may take, with all its attempts.
        timeout: std::time::Duration => |v: std::time::Duration| v.as_secs_f64();
        /// How often a failed attempt is repeated when that is safe.
        max_retries: i64 => |v| v;
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
        self.runtime = Some(runtime.into());
        self
    }

    /// For the bindings: as [`Self::public_key`] and [`Self::secret_key`] where either may be
    /// missing.
    #[doc(hidden)]
    #[must_use]
    pub fn keys(mut self, public_key: Option<String>, secret_key: Option<String>) -> Self {
        self.public_key = public_key;
        self.secret_key = secret_key.map(Into::into);
        self
    }

    /// Makes the client.
    ///
    /// Errors: `configuration`, naming the setting that is missing or wrong.
    pub fn build(self) -> Result<Client> {
        let runtime =
            self.runtime.as_deref().unwrap_or(concat!("Rust/", env!("CARGO_PKG_RUST_VERSION")));
        let config = Config::resolve(self.public_key, self.secret_key, self.options, runtime)?;
        Ok(Client { transport: Arc::new(Transport::new(config)?) })
    }
}
