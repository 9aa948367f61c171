//! The one road to the service: request → sign → attempt → classify → wait → decode.

mod answer;
mod request;

use request::literal_url;

pub(crate) use answer::Answer;
pub(crate) use request::{Api, Body, FormFactory, Request, Target};
pub(crate) use reqwest::Method;

use crate::{
    auth::{SignedRequest, signed_authorization, simple_authorization},
    config::{AuthScheme, Config},
    error::{Error, ErrorKind, Result},
};
use bytes::BytesMut;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, DATE, HeaderValue};
use secrecy::ExposeSecret;
use std::{
    error::Error as StdError,
    future::Future,
    time::{Duration, SystemTime},
};
use tokio::time::{Instant, timeout};
use url::{Position, Url};

const REST_ACCEPT: &str = "application/vnd.uploadcare-v0.7+json";
const JSON: &str = "application/json";

pub(crate) struct Transport {
    config: Config,
    http: reqwest::Client,
}

/// Why an attempt failed, and whether the service may have acted on it.
struct Failure {
    error: Error,
    never_sent: bool,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, never_sent: false }
    }
}

impl Transport {
    pub fn new(config: Config) -> Result<Self> {
        let http = http_client(&config)?;
        Ok(Self { config, http })
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Sends a request, repeating failed attempts while that is safe and the deadline allows.
    pub async fn send(&self, request: &Request) -> Result<Answer> {
        let url = self.url(request)?;
        let deadline = Instant::now() + self.config.timeout + request.extra_time;
        let mut attempt: u32 = 0;
        // Whether an earlier attempt may have been carried out.
        let mut may_be_done = false;
        loop {
            let outcome = tokio::time::timeout_at(deadline, self.attempt(request, &url)).await;
            let failure = match outcome {
                Ok(Ok(answer)) => return Ok(answer.of(request.method.as_str(), url.path())),
                Ok(Err(failure)) => failure,
                Err(_) => {
                    let limit = self.config.timeout + request.extra_time;
                    return Err(at(too_slow("the call", limit), request, &url));
                }
            };
            let error = at(failure.error, request, &url);
            if may_be_done && request.absent_is_done && *error.kind() == ErrorKind::NotFound {
                return Ok(Answer::done().of(request.method.as_str(), url.path()));
            }
            may_be_done |= !failure.never_sent && *error.kind() != ErrorKind::Throttled;
            let repeatable = failure.never_sent
                || *error.kind() == ErrorKind::Throttled
                || (request.idempotent && error.is_retryable());
            let is_last = !repeatable || attempt >= self.config.max_retries;
            // A wait that outlives the deadline is not begun.
            let wait = backoff(attempt, &error).filter(|wait| Instant::now() + *wait < deadline);
            let Some(wait) = wait.filter(|_| !is_last) else { return Err(error) };
            tracing::debug!(attempt, ?wait, kind = %error.kind(), "repeating a failed attempt");
            tokio::time::sleep(wait).await;
            attempt += 1;
        }
    }

    fn url(&self, request: &Request) -> Result<Url> {
        let base = match request.api {
            Api::Rest => &self.config.api_base,
            Api::Upload => &self.config.upload_base,
        };
        let text = match &request.target {
            Target::Path(path) => format!("{base}{path}"),
            Target::Absolute(target) => format!("{}{target}", &base[..Position::BeforePath]),
        };
        literal_url(&text).map_err(|error| Error::internal(format!("built a bad URL: {error}")))
    }

    async fn attempt(&self, request: &Request, url: &Url) -> Result<Answer, Failure> {
        let mut builder = self.http.request(request.method.clone(), url.clone());
        match &request.body {
            Body::Empty => {}
            Body::Json(text) => builder = builder.body(text.clone()),
            Body::Form(form) => builder = builder.multipart(form().await?),
        }
        if request.api == Api::Rest {
            builder = builder.header(ACCEPT, REST_ACCEPT).header(CONTENT_TYPE, JSON);
            let date = httpdate::fmt_http_date(SystemTime::now());
            let authorization = self.authorization(&SignedRequest {
                method: request.method.as_str(),
                target: &url[Position::BeforePath..Position::AfterQuery],
                content_type: JSON,
                date: &date,
                body: match &request.body {
                    Body::Json(text) => text,
                    Body::Empty | Body::Form(_) => b"",
                },
            })?;
            builder = builder.header(DATE, date).header(AUTHORIZATION, authorization);
        }
        // While an upload's body is on its way no answer is due, so only the deadline watches it.
        let patience = self.config.read_timeout + request.extra_time;
        let mut response = within(patience, builder.send()).await?;
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let mut received = BytesMut::new();
        while let Some(chunk) = within(self.config.read_timeout, response.chunk()).await? {
            received.extend_from_slice(&chunk);
        }
        tracing::debug!(method = %request.method, path = url.path(), status = status.as_u16(), "answered");
        Ok(Answer::classify(request.api, status, &headers, received.freeze())?)
    }

    fn authorization(&self, request: &SignedRequest<'_>) -> Result<HeaderValue> {
        let public_key = &self.config.public_key;
        let secret_key = self.config.secret_key.as_ref().ok_or_else(|| {
            Error::configuration(
                "secret_key",
                "is missing: this call needs it; give it, or set UPLOADCARE_SECRET_KEY",
            )
        })?;
        let secret_key = secret_key.expose_secret();
        let text = match self.config.auth_scheme {
            AuthScheme::Simple => simple_authorization(public_key, secret_key),
            _ => signed_authorization(public_key, secret_key, request),
        };
        let mut value = HeaderValue::from_str(&text)
            .map_err(|_| Error::internal("the keys do not fit into a header"))?;
        value.set_sensitive(true);
        Ok(value)
    }
}

async fn within<T>(
    patience: Duration,
    work: impl Future<Output = reqwest::Result<T>>,
) -> Result<T, Failure> {
    match timeout(patience, work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(failure(error)),
        Err(_) => Err(too_slow("the answer", patience).into()),
    }
}

fn too_slow(what: &str, limit: Duration) -> Error {
    Error::new(
        ErrorKind::Timeout,
        format!("{what} took longer than {} seconds", limit.as_secs_f64()),
    )
}

/// What reqwest reports, without the URL: a query may hold a signature.
fn failure(error: reqwest::Error) -> Failure {
    let never_sent = error.is_connect();
    let timed_out = error.is_timeout();
    let error = error.without_url();
    let mut cause: &dyn StdError = &error;
    while let Some(next) = cause.source() {
        if let Some(own) = next.downcast_ref::<Error>() {
            return Failure { error: own.clone(), never_sent: false };
        }
        if let Some(io) = next.downcast_ref::<std::io::Error>()
            && let Some(own) = io.get_ref().and_then(|inner| inner.downcast_ref::<Error>())
        {
            return Failure { error: own.clone(), never_sent: false };
        }
        cause = next;
    }
    let (kind, message) = if timed_out {
        (ErrorKind::Timeout, format!("no connection in time: {cause}"))
    } else if never_sent {
        (
            ErrorKind::Network,
            format!(
                "cannot connect to the service: {cause}; is it reachable, and the base URL right?"
            ),
        )
    } else {
        (
            ErrorKind::Network,
            format!("the connection broke before the whole answer came: {cause}; try again"),
        )
    };
    Failure { error: Error::new(kind, message).caused_by(error), never_sent }
}

fn at(error: Error, request: &Request, url: &Url) -> Error {
    error.with(|info| {
        info.method = Some(request.method.to_string());
        info.path = Some(url.path().to_owned());
    })
}

/// How long to wait before the next attempt: full jitter over a doubling ceiling, or what the
/// service asks and a little more, so that many clients do not come back at once. None if it asks
/// for more than a minute: coming earlier would be rude, and waiting that long is the caller's choice.
fn backoff(attempt: u32, error: &Error) -> Option<Duration> {
    const CAP: Duration = Duration::from_secs(60);
    if let Some(asked) = error.retry_after() {
        return (asked <= CAP).then(|| asked + Duration::from_millis(fastrand::u64(..250)));
    }
    let base = if *error.kind() == ErrorKind::Throttled { 2000 } else { 200 };
    let ceiling = Duration::from_millis(base).saturating_mul(1 << attempt.min(8)).min(CAP);
    Some(ceiling.mul_f64(fastrand::f64()))
}

fn http_client(config: &Config) -> Result<reqwest::Client> {
    let builder = || -> Result<reqwest::ClientBuilder> {
        let mut builder = reqwest::Client::builder()
            .user_agent(&config.user_agent)
            .connect_timeout(config.connect_timeout)
            // Credentials never travel along a redirect; the API has none.
            .redirect(reqwest::redirect::Policy::none());
        if let Some(proxy) = &config.proxy {
            builder = builder.proxy(reqwest::Proxy::all(proxy.expose_secret()).map_err(|_| {
                Error::configuration("proxy", "must be a URL such as http://proxy:3128")
            })?);
        }
        Ok(builder)
    };
    let extra = match &config.root_certificate {
        None => Vec::new(),
        Some(pem) => reqwest::Certificate::from_pem_bundle(pem.as_bytes())
            .ok()
            .filter(|certificates| !certificates.is_empty())
            .ok_or_else(|| {
                Error::configuration("root_certificate", "must be a certificate as PEM text")
            })?,
    };
    if let Ok(client) = builder()?.tls_certs_merge(extra.clone()).build() {
        return Ok(client);
    }
    // An image without CA files must still build a client: fall back to the bundled roots.
    let bundled = webpki_root_certs::TLS_SERVER_ROOT_CERTS
        .iter()
        .filter_map(|der| reqwest::Certificate::from_der(der).ok());
    builder()?.tls_certs_only(bundled.chain(extra)).build().map_err(|error| {
        Error::new(ErrorKind::Configuration, format!("cannot set up HTTPS: {error}"))
            .caused_by(error)
    })
}
