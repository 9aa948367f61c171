//! The one road to the service: request → turn → sign → attempt → classify → wait → decode.

mod answer;
mod connection;
mod request;
mod throttle;

use connection::http_client;
use request::literal_url;
use throttle::{Throttle, Turn};

pub(crate) use answer::Answer;
pub(crate) use request::{Api, Body, FormFactory, Request, Target};
pub(crate) use reqwest::Method;
pub(crate) use throttle::Limits;

use crate::{
    auth::{
        RequestSigner, SignedRequest, checked_signature, signed_authorization, simple_authorization,
    },
    config::{AuthScheme, ClientOptions, Config, Settings},
    error::{Error, ErrorKind, Result},
    events::{EventListener, Story},
    explain::{ExplainOptions, ExplainedRequest, Probe},
    retry::{Attempts, Backoff, Failure, RetryPolicy, Safety, Verdict},
};
use bytes::BytesMut;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, DATE, HeaderValue, USER_AGENT};
use secrecy::ExposeSecret;
use std::{
    error::Error as StdError,
    future::Future,
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio::time::{Instant, timeout, timeout_at};
use url::{Position, Url};

const REST_ACCEPT: &str = "application/vnd.uploadcare-v0.7+json";
const JSON: &str = "application/json";

#[derive(Clone)]
pub(crate) struct Transport {
    settings: Settings,
    config: Arc<Config>,
    http: reqwest::Client,
    throttle: Arc<Throttle>,
    policy: Arc<dyn RetryPolicy>,
    signer: Option<Arc<dyn RequestSigner>>,
    listener: Option<Arc<dyn EventListener>>,
    /// Takes the requests, which are not sent then.
    probe: Option<Arc<Probe>>,
}

fn standard_policy(config: &Config) -> Arc<dyn RetryPolicy> {
    let backoff = Backoff::default().longest_asked(config.limits.longest_pause);
    Arc::new(backoff.at_most(config.max_retries))
}

impl Transport {
    pub fn new(
        mut settings: Settings,
        policy: Option<Arc<dyn RetryPolicy>>,
        signer: Option<Arc<dyn RequestSigner>>,
        listener: Option<Arc<dyn EventListener>>,
    ) -> Result<Self> {
        let config = Config::resolve(&mut settings)?;
        Ok(Self {
            settings,
            http: http_client(&config)?,
            throttle: Arc::new(Throttle::new(config.limits)),
            policy: policy.unwrap_or_else(|| standard_policy(&config)),
            config: Arc::new(config),
            signer,
            listener,
            probe: None,
        })
    }

    /// The same with some settings changed. It shares what the change does not touch.
    pub fn with_options(&self, options: ClientOptions) -> Result<Self> {
        let mut changed = self.clone();
        let changes_policy = options.max_retries.is_some() || options.max_retry_wait.is_some();
        changed.settings.options = options.or(changed.settings.options);
        let config = Config::resolve(&mut changed.settings)?;
        if !config.connects_like(&self.config) {
            changed.http = http_client(&config)?;
        }
        if config.limits != *self.throttle.limits() {
            changed.throttle = Arc::new(Throttle::new(config.limits));
        }
        if changes_policy {
            changed.policy = standard_policy(&config);
        }
        changed.config = Arc::new(config);
        Ok(changed)
    }

    pub fn explaining(&self, options: ExplainOptions) -> Self {
        Self { probe: Some(Arc::new(Probe::new(&options))), ..self.clone() }
    }

    pub fn explained(&self, error: Option<Error>) -> Result<ExplainedRequest> {
        match &self.probe {
            Some(probe) => probe.take(error),
            None => Err(Error::internal("the client does not explain")),
        }
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Sends a request, repeating failed attempts while that is safe and the deadline allows.
    pub async fn send(&self, request: &Request) -> Result<Answer> {
        let url = self.url(request)?;
        let describe = || {
            let host = url[Position::BeforeHost..Position::AfterPort].to_owned();
            (request.method.to_string(), host, url.path().to_owned())
        };
        // What is only explained does not happen.
        let is_real = self.probe.is_none();
        let mut story = is_real.then(|| Story::begin(self.listener.as_ref(), describe)).flatten();
        // Boxed: as it is, each call would be a large part of a stack.
        let outcome = Box::pin(self.attempts(request, &url, &mut story)).await;
        if let Some(story) = &mut story {
            story.finish(outcome.as_ref().err());
        }
        outcome
    }

    async fn attempts(
        &self,
        request: &Request,
        url: &Url,
        story: &mut Option<Story>,
    ) -> Result<Answer> {
        let limit = self.config.timeout + request.extra_time;
        let began = Instant::now();
        let safety =
            Safety { idempotent: request.idempotent, absent_is_done: request.absent_is_done };
        let mut attempts = Attempts::new(&*self.policy, safety, began, began + limit);
        loop {
            let attempt = self.attempt(request, url, attempts.deadline, story);
            let failure = match timeout_at(attempts.deadline, attempt).await {
                Ok(Ok(answer)) => return Ok(answer.of(request.method.as_str(), url.path())),
                Ok(Err(failure)) => failure,
                Err(_) => return Err(at(too_slow("the call", limit), request, url)),
            };
            let failure = Failure { error: at(failure.error, request, url), ..failure };
            match attempts.failed(failure, Instant::now()) {
                Verdict::GiveUp(error) => return Err(error),
                Verdict::Done => return Ok(Answer::done().of(request.method.as_str(), url.path())),
                Verdict::Repeat(wait, error) => {
                    if let Some(story) = story {
                        story.retry(wait, &error);
                    }
                    tokio::time::sleep(wait).await;
                }
            }
        }
    }

    pub fn url(&self, request: &Request) -> Result<Url> {
        let base = match request.api {
            Api::Rest => &self.config.api_base,
            Api::Upload => &self.config.upload_base,
        };
        let text = request.target.below(base);
        literal_url(&text).map_err(|error| Error::internal(format!("built a bad URL: {error}")))
    }

    async fn attempt(
        &self,
        request: &Request,
        url: &Url,
        deadline: Instant,
        story: &mut Option<Story>,
    ) -> Result<Answer, Failure> {
        if let Some(probe) = &self.probe {
            let built = self.build(request, url).await?;
            let body = request.json_body();
            return Err(probe
                .keep(request.method.as_str(), url.as_str(), built.headers(), body)
                .into());
        }
        let queued = Instant::now();
        let turn = self.turn(deadline).await?;
        if let Some(story) = story {
            let size = match request.body {
                Body::Form(_) => None,
                Body::Empty | Body::Json(_) => Some(request.json_body().map_or(0, <[u8]>::len)),
            };
            story.attempt(queued.elapsed(), size);
        }
        let built = self.build(request, url).await?;
        // While an upload's body is on its way no answer is due, so only the deadline watches it.
        let patience = self.config.read_timeout + request.extra_time;
        let mut response = within(patience, self.http.execute(built)).await?;
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let mut received = BytesMut::new();
        while let Some(chunk) = within(self.config.read_timeout, response.chunk()).await? {
            received.extend_from_slice(&chunk);
        }
        let size = received.len();
        let outcome = Answer::classify(request.api, status, &headers, received.freeze());
        match &outcome {
            Err(error) if *error.kind() == ErrorKind::Throttled => {
                turn.throttled(error.retry_after());
            }
            _ => turn.answered(),
        }
        if let Some(story) = story {
            let id = headers.get("x-uploadcare-request-id").and_then(|id| id.to_str().ok());
            story.response(status.as_u16(), id, size);
        }
        Ok(outcome?)
    }

    /// Waits for leave to send, unless that would be in vain.
    async fn turn(&self, deadline: Instant) -> Result<Turn<'_>, Failure> {
        if let Some(until) = self.throttle.closed_until().filter(|until| *until >= deadline) {
            let wait = until.saturating_duration_since(Instant::now()).as_secs_f64();
            let error = Error::new(
                ErrorKind::Throttled,
                format!(
                    "the service has asked this client to send nothing for {wait:.1} seconds more, \
                     which is longer than this call may take"
                ),
            );
            let error = error.with(|info| info.retry_after = Some(wait));
            return Err(Failure { error, never_sent: true });
        }
        Ok(self.throttle.turn().await)
    }

    /// The request of one attempt, with a date and a signature of its own.
    async fn build(&self, request: &Request, url: &Url) -> Result<reqwest::Request> {
        let mut builder = self
            .http
            .request(request.method.clone(), url.clone())
            .header(USER_AGENT, &self.config.user_agent);
        match &request.body {
            Body::Empty => {}
            Body::Json(text) => builder = builder.body(text.clone()),
            Body::Form(form) => builder = builder.multipart(form().await?),
        }
        if request.api == Api::Rest {
            builder = builder.header(ACCEPT, REST_ACCEPT).header(CONTENT_TYPE, JSON);
            let date = httpdate::fmt_http_date(SystemTime::now());
            let signed = SignedRequest {
                method: request.method.as_str(),
                target: &url[Position::BeforePath..Position::AfterQuery],
                content_type: JSON,
                date: &date,
                body: request.json_body().unwrap_or_default(),
            };
            let authorization = self.authorization(signed).await?;
            builder = builder.header(AUTHORIZATION, authorization).header(DATE, date);
        }
        builder.build().map_err(|error| {
            Error::internal(format!("built a bad request: {}", error.without_url()))
        })
    }

    async fn authorization(&self, request: SignedRequest<'_>) -> Result<HeaderValue> {
        let public_key = &self.config.public_key;
        let text = if let Some(signer) = &self.signer {
            let signature = signer.sign(request.into()).await?;
            format!("Uploadcare {public_key}:{}", checked_signature(&signature)?)
        } else {
            let secret_key = self.config.secret_key.as_ref().ok_or_else(|| {
                Error::configuration(
                    "secret_key",
                    "is missing: this call needs it; give it, or set UPLOADCARE_SECRET_KEY",
                )
            })?;
            let secret_key = secret_key.expose_secret();
            match self.config.auth_scheme {
                AuthScheme::Simple => simple_authorization(public_key, secret_key),
                _ => signed_authorization(public_key, secret_key, &request),
            }
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
