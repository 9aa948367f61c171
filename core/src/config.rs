//! Settings of a client, their defaults and where they come from when they are not given.

use crate::{
    auth::UploadAuth,
    error::{Error, Result},
    hosts,
    transport::Limits,
};
use secrecy::{ExposeSecret, SecretString};
use std::time::Duration;
use uploadcare_macros::{open_enum, options};
use url::Url;

/// Settings of a client beside its keys.
///
/// What is not given is read from the environment when the client is made, then falls back to
/// the default.
#[options]
pub struct ClientOptions {
    /// Base of the REST API. Else `UPLOADCARE_REST_API_BASE`, else the service's.
    pub api_base: Option<String>,
    /// Base of the Upload API. Else `UPLOADCARE_UPLOAD_API_BASE`, else the service's.
    pub upload_base: Option<String>,
    /// Base of the CDN: where files are delivered from. Else `UPLOADCARE_CDN_BASE`, else the project's own host,
    /// such as `https://1s4oyld5dc.ucarecd.net/`. Older projects may use `https://ucarecdn.com/`, too.
    pub cdn_base: Option<String>,
    /// Whether URLs of files in answers are put on the CDN base of this client, whatever host the service gave
    /// them. Default false.
    pub rewrite_urls: Option<bool>,
    /// Secrets of signed delivery, as hexadecimal digits: one, or two while one takes the place of the other. The
    /// first signs; both are good for verifying. They are not the secret key.
    #[secret]
    pub delivery_secrets: Option<Vec<String>>,
    /// How REST requests prove who sends them: `signed` (default; the secret key never leaves
    /// the machine) or `simple` (sends the secret key).
    pub auth_scheme: Option<AuthScheme>,
    /// How a client with a secret key signs its uploads: `token` (default), `signature` (the older way) or `none`.
    /// Only projects that demand signed uploads look at it.
    pub upload_auth: Option<UploadAuth>,
    /// Seconds to wait for a connection: 0.001 to 86400, default 10.
    pub connect_timeout: Option<f64>,
    /// Seconds to wait for the next bytes of an answer, or for a body that is sent to move: 0.001 to 86400, default 30.
    /// Of bodies that are sent side by side each may stand still as many times longer as there are of them, while any of
    /// the others moves.
    pub read_timeout: Option<f64>,
    /// Seconds a whole call may take, with all its attempts and the waits between them: 0.001 to
    /// 86400, default 60; a file or a part that is uploaded gets one second more for every 50,000 bytes, of its own and
    /// of those that are under way beside it.
    pub timeout: Option<f64>,
    /// How often a failed attempt is repeated when that is safe: 0 to 10, default 2. 0 means
    /// exactly one attempt.
    pub max_retries: Option<i64>,
    /// Longest wait, in seconds, that the service may ask for (`Retry-After`): 0 to 86400, default 60.
    /// If it asks for more, the call fails at once.
    pub max_retry_wait: Option<f64>,
    /// Most requests per second of this client: 0.001 to 1000000. Default: as many as the service takes.
    pub max_rate: Option<f64>,
    /// Most requests of this client at the same time: 1 to 10000. Default 256, after a cautious start.
    pub max_concurrency: Option<i64>,
    /// Name and version of the application, added to the User-Agent header.
    pub user_agent: Option<String>,
    /// Proxy for all requests, such as `http://user:password@proxy:3128`. Else the proxy settings
    /// of the environment.
    #[secret]
    pub proxy: Option<String>,
    /// One more root certificate to trust, as PEM text.
    pub root_certificate: Option<String>,
}

/// How REST requests prove who sends them.
#[open_enum]
pub enum AuthScheme {
    /// An HMAC over the request, made with the secret key.
    Signed,
    /// The secret key itself.
    Simple,
}

/// What a client is made from; another client is derived from it with some options changed.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    pub public_key: Option<String>,
    pub secret_key: Option<SecretString>,
    /// Another signs, so there is no secret key, not even one of the environment.
    pub is_signed_elsewhere: bool,
    /// Nothing but uploads, so there is no secret key, not even one of the environment.
    pub is_for_uploads: bool,
    /// The Project API and nothing else: no keys, not even those of the environment.
    pub account_token: Option<SecretString>,
    /// What uploads are sent with, as it was given.
    pub credential: Option<SecretString>,
    pub options: ClientOptions,
    pub runtime: Option<String>,
}

/// Settings, checked and complete.
pub(crate) struct Config {
    pub public_key: String,
    pub secret_key: Option<SecretString>,
    pub api_base: Url,
    pub upload_base: Url,
    pub cdn_base: Url,
    pub rewrites_urls: bool,
    pub delivery_secrets: Vec<SecretString>,
    pub account_token: Option<SecretString>,
    pub auth_scheme: AuthScheme,
    pub upload_auth: UploadAuth,
    pub connect_timeout: Duration,
    pub read_timeout: Duration,
    pub timeout: Duration,
    pub max_retries: u32,
    pub limits: Limits,
    pub user_agent: String,
    pub proxy: Option<SecretString>,
    pub root_certificate: Option<String>,
}

impl Config {
    /// Resolves settings, and leaves in them what came from the environment: it is read once.
    pub fn resolve(settings: &mut Settings) -> Result<Self> {
        let is_for_account = settings.account_token.is_some();
        let public_key = match settings.public_key.take() {
            _ if is_for_account => String::new(),
            given => public_key(given.or_else(|| env("UPLOADCARE_PUBLIC_KEY")))?,
        };
        let secret_key = match settings.secret_key.take() {
            Some(_) if settings.is_signed_elsewhere => {
                return Err(Error::configuration(
                    "signer",
                    "takes the place of the secret key: give one of the two",
                ));
            }
            None if settings.is_signed_elsewhere || settings.is_for_uploads || is_for_account => {
                None
            }
            Some(secret) => key("secret_key", Some(secret.expose_secret().to_owned()))?,
            None => key("secret_key", env("UPLOADCARE_SECRET_KEY"))?,
        };
        let options = settings.options.clone();
        let runtime =
            settings.runtime.as_deref().unwrap_or(concat!("Rust/", env!("CARGO_PKG_RUST_VERSION")));
        let auth_scheme = match options.auth_scheme {
            None => AuthScheme::Signed,
            Some(AuthScheme::Unknown { value }) => {
                return Err(Error::configuration(
                    "auth_scheme",
                    format_args!("must be one of {}, not {value:?}", AuthScheme::KNOWN.join(", ")),
                ));
            }
            Some(AuthScheme::Simple) if settings.is_signed_elsewhere => {
                return Err(Error::configuration(
                    "auth_scheme",
                    "must be signed where a signer signs: simple sends the secret key",
                ));
            }
            Some(scheme) => scheme,
        };
        let upload_auth = match options.upload_auth.clone().unwrap_or(UploadAuth::Token) {
            UploadAuth::Unknown { value } => {
                return Err(Error::configuration(
                    "upload_auth",
                    format_args!("must be one of {}, not {value:?}", UploadAuth::KNOWN.join(", ")),
                ));
            }
            scheme => scheme,
        };
        let max_retries = options.max_retries.unwrap_or(2);
        if !(0..=10).contains(&max_retries) {
            return Err(Error::configuration(
                "max_retries",
                format_args!("must be from 0 to 10, not {max_retries}"),
            ));
        }
        let max_concurrency = options.max_concurrency;
        if max_concurrency.is_some_and(|most| !(1..=10_000).contains(&most)) {
            return Err(Error::configuration("max_concurrency", "must be from 1 to 10000"));
        }
        if options.max_rate.is_some_and(|rate| !(0.001..=1e6).contains(&rate)) {
            return Err(Error::configuration(
                "max_rate",
                "must be from 0.001 to 1000000 requests per second",
            ));
        }
        let limits = Limits {
            rate: options.max_rate,
            concurrency: max_concurrency.and_then(|most| most.try_into().ok()),
            longest_pause: seconds("max_retry_wait", options.max_retry_wait, 60.0, 0.0)?,
        };
        let config = Self {
            user_agent: user_agent(&public_key, runtime, options.user_agent.as_deref())?,
            secret_key: secret_key.map(SecretString::from),
            api_base: base(
                "api_base",
                options.api_base,
                "UPLOADCARE_REST_API_BASE",
                "https://api.uploadcare.com/",
            )?,
            upload_base: base(
                "upload_base",
                options.upload_base,
                "UPLOADCARE_UPLOAD_API_BASE",
                "https://upload.uploadcare.com/",
            )?,
            cdn_base: base(
                "cdn_base",
                options.cdn_base,
                "UPLOADCARE_CDN_BASE",
                &hosts::project_base(&public_key),
            )?,
            rewrites_urls: options.rewrite_urls.unwrap_or(false),
            delivery_secrets: delivery_secrets(options.delivery_secrets)?,
            account_token: settings.account_token.clone(),
            public_key,
            auth_scheme,
            upload_auth,
            connect_timeout: seconds("connect_timeout", options.connect_timeout, 10.0, 0.001)?,
            read_timeout: seconds("read_timeout", options.read_timeout, 30.0, 0.001)?,
            timeout: seconds("timeout", options.timeout, 60.0, 0.001)?,
            max_retries: u32::try_from(max_retries).unwrap_or_default(),
            limits,
            proxy: options.proxy.map(SecretString::from),
            root_certificate: options.root_certificate,
        };
        settings.public_key = Some(config.public_key.clone()).filter(|_| !is_for_account);
        settings.secret_key.clone_from(&config.secret_key);
        settings.options.api_base = Some(config.api_base.to_string());
        settings.options.upload_base = Some(config.upload_base.to_string());
        settings.options.cdn_base = Some(config.cdn_base.to_string());
        Ok(config)
    }

    /// Whether both need the same connections.
    pub fn connects_like(&self, other: &Self) -> bool {
        let proxy = |config: &Self| config.proxy.as_ref().map(|p| p.expose_secret().to_owned());
        self.connect_timeout == other.connect_timeout
            && self.root_certificate == other.root_certificate
            && proxy(self) == proxy(other)
    }
}

fn env(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn public_key(given: Option<String>) -> Result<String> {
    key("public_key", given)?.ok_or_else(|| {
        Error::configuration(
            "public_key",
            "is missing: give it, or set UPLOADCARE_PUBLIC_KEY; it is on the API keys \
             page of the project",
        )
    })
}

fn delivery_secrets(given: Option<Vec<String>>) -> Result<Vec<SecretString>> {
    let given = given.unwrap_or_default();
    if given.len() > 2 {
        return Err(Error::configuration(
            "delivery_secrets",
            format_args!("must be at most 2, not {}", given.len()),
        ));
    }
    if !given.iter().all(|secret| !secret.is_empty() && hex::decode(secret).is_ok()) {
        return Err(Error::configuration(
            "delivery_secrets",
            "must be secrets of signed delivery: hexadecimal digits, an even number of them; they are not the \
             secret key of the project",
        ));
    }
    Ok(given.into_iter().map(SecretString::from).collect())
}

/// Keys go into headers and form fields, so what would break those is refused here.
fn key(name: &str, value: Option<String>) -> Result<Option<String>> {
    let Some(value) = value else { return Ok(None) };
    if value.is_empty() {
        return Err(Error::configuration(name, "is empty: it is on the project's API keys page"));
    }
    if !value.chars().all(|c| c.is_ascii_graphic() && c != ':' && c != '/') {
        return Err(Error::configuration(
            name,
            "has a character that no key has (white space, `:`, `/` or a non-ASCII one)",
        ));
    }
    Ok(Some(value))
}

fn base(name: &str, given: Option<String>, variable: &str, default: &str) -> Result<Url> {
    let text = given.or_else(|| env(variable)).unwrap_or_else(|| default.to_owned());
    if text.contains(['@', '?', '#']) {
        // Not shown: it may hold a password.
        return Err(Error::configuration(name, "must have no user, password, query or fragment"));
    }
    let wrong = |problem: &str| {
        Error::configuration(name, format_args!("{problem}, such as {default}; it is {text:?}"))
    };
    let mut url = Url::parse(&text).map_err(|_| wrong("must be an absolute URL"))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(wrong("must be an http or https URL"));
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

fn seconds(name: &str, given: Option<f64>, default: f64, least: f64) -> Result<Duration> {
    let value = given.unwrap_or(default);
    if !(least..=86_400.0).contains(&value) {
        return Err(Error::configuration(
            name,
            format_args!("must be from {least} to 86400 seconds, not {value}"),
        ));
    }
    Ok(Duration::from_secs_f64(value))
}

/// `UploadcareSDK/<version>/<public key> (<language>/<version>; <application>)`.
fn user_agent(public_key: &str, runtime: &str, application: Option<&str>) -> Result<String> {
    let suffix = match application {
        None | Some("") => String::new(),
        Some(text) if text.chars().all(|c| c == ' ' || c.is_ascii_graphic()) => {
            format!("; {text}")
        }
        Some(_) => {
            return Err(Error::configuration("user_agent", "must be printable ASCII text"));
        }
    };
    // A client of an account has no project.
    let key = if public_key.is_empty() { String::new() } else { format!("/{public_key}") };
    Ok(format!("UploadcareSDK/{}{key} ({runtime}{suffix})", env!("CARGO_PKG_VERSION")))
}
