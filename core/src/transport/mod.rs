//! The one road to the service: request → turn → sign → attempt → classify → wait → decode.

mod answer;
mod connection;
mod request;
mod throttle;

use connection::http_client;
use request::literal_url;
use throttle::{Throttle, Turn};

pub(crate) use answer::{Answer, OpenAnswer};
pub(crate) use request::{
    Api, Body, BodyFactory, ENCODED, Fields, FormFactory, Line, Meter, Request, Target,
};
pub(crate) use reqwest::Method;
pub(crate) use throttle::Limits;

use crate::{
    auth::{
        CredentialSource, RequestSigner, SignedRequest, UploadAuth, UploadCredential,
        UploadCredentialProvider, UploadCredentials, checked_signature, signed_authorization,
        simple_authorization,
    },
    config::{AuthScheme, ClientOptions, Config, Settings},
    error::{Error, ErrorKind, Result},
    error_code::ErrorCode,
    events::{EventListener, Story},
    explain::{ExplainOptions, ExplainedRequest, Probe},
    hosts,
    retry::{Attempts, Backoff, FailedAttempt, Failure, RetryPolicy, Safety, Verdict},
};
use bytes::BytesMut;
use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, DATE, HeaderValue, USER_AGENT,
};
use secrecy::ExposeSecret;
use std::{
    error::Error as StdError,
    future::Future,
    pin::pin,
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio::time::{Instant, timeout, timeout_at};
use url::{Position, Url};

/// Room made at once for what an answer announces; a page of a thousand files has less.
const MOST_ROOM: usize = 4 << 20;

const REST_ACCEPT: &str = "application/vnd.uploadcare-v0.7+json";
const JSON: &str = "application/json";
const OCTET_STREAM: &str = "application/octet-stream";

#[derive(Clone)]
pub(crate) struct Transport {
    settings: Settings,
    config: Arc<Config>,
    http: reqwest::Client,
    throttle: Arc<Throttle>,
    policy: Arc<dyn RetryPolicy>,
    signer: Option<Arc<dyn RequestSigner>>,
    provider: Option<Arc<dyn UploadCredentialProvider>>,
    credentials: Arc<UploadCredentials>,
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
        provider: Option<Arc<dyn UploadCredentialProvider>>,
        listener: Option<Arc<dyn EventListener>>,
    ) -> Result<Self> {
        let config = Config::resolve(&mut settings)?;
        let source = credential_source(&settings, &config, provider.as_ref())?;
        Ok(Self {
            settings,
            provider,
            credentials: Arc::new(UploadCredentials::new(source)),
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
        if config.upload_auth != self.config.upload_auth {
            let source = credential_source(&changed.settings, &config, changed.provider.as_ref())?;
            changed.credentials = Arc::new(UploadCredentials::new(source));
        }
        if changes_policy {
            changed.policy = standard_policy(&config);
        }
        changed.config = Arc::new(config);
        Ok(changed)
    }

    /// The same without a secret key or a signer.
    pub fn for_uploads(&self) -> Result<Self> {
        let mut changed = Self { signer: None, ..self.clone() };
        changed.settings.secret_key = None;
        changed.settings.options.delivery_secrets = None;
        changed.settings.is_for_uploads = true;
        let config = Config::resolve(&mut changed.settings)?;
        let source = credential_source(&changed.settings, &config, changed.provider.as_ref())?;
        changed.credentials = Arc::new(UploadCredentials::new(source));
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
        let limit = self.config.timeout + request.extra_time();
        let began = Instant::now();
        let safety =
            Safety { idempotent: request.idempotent, absent_is_done: request.absent_is_done };
        let mut attempts = Attempts::new(&*self.policy, safety, began, began + limit);
        let mut has_renewed = false;
        loop {
            let mut credential = None;
            let attempt = self.attempt(request, url, attempts.deadline, &mut credential, story);
            let failure = match timeout_at(attempts.deadline, attempt).await {
                Ok(Ok(answer)) => return Ok(answer.of(request.method.as_str(), url.path())),
                Ok(Err(failure)) => failure,
                Err(_) => return Err(at(too_slow("the call", limit), request, url)),
            };
            if let Some(number) = credential.filter(|_| !has_renewed && is_expired(&failure.error))
                && timeout_at(attempts.deadline, self.credentials.expired(number))
                    .await
                    .unwrap_or(false)
            {
                // The service has refused it, so it has done nothing: it may be sent again.
                has_renewed = true;
                continue;
            }
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
        let text = match request.api {
            Api::Rest | Api::Account => request.target.below(&self.config.api_base),
            Api::Upload => request.target.below(&self.config.upload_base),
            Api::Storage | Api::Delivery => request.target.whole().to_owned(),
        };
        literal_url(&text).map_err(|error| match request.api {
            Api::Storage => Error::new(
                ErrorKind::Decode,
                "the service gave something else than a URL for a part",
            ),
            _ => Error::internal(format!("built a bad URL: {error}")),
        })
    }

    async fn attempt(
        &self,
        request: &Request,
        url: &Url,
        deadline: Instant,
        credential: &mut Option<u64>,
        story: &mut Option<Story>,
    ) -> Result<Answer, Failure> {
        let meter = Meter::new(&request.line);
        if let Some(probe) = &self.probe {
            let built = self.build(request, url, &meter, credential).await?;
            let body = built.body().and_then(reqwest::Body::as_bytes);
            return Err(probe
                .keep(request.method.as_str(), url.as_str(), built.headers(), body)
                .into());
        }
        let queued = Instant::now();
        // Storage and delivery are other services, whose limits have nothing to do with those of the API. But each
        // request may want a connection; a stream lasts as long as its reader likes and would hold up the others.
        let (turn, _elsewhere) = match request.api {
            Api::Storage | Api::Delivery if request.is_streamed => (None, None),
            Api::Storage | Api::Delivery => (None, self.throttle.elsewhere().await),
            Api::Rest | Api::Upload | Api::Account => (Some(self.turn(deadline).await?), None),
        };
        if let Some(story) = story {
            let size = match &request.body {
                Body::Form(_) | Body::Fields(_) => None,
                Body::Bytes(size, _) => usize::try_from(*size).ok(),
                Body::Empty | Body::Json(_) => Some(request.json_body().map_or(0, <[u8]>::len)),
            };
            story.attempt(queued.elapsed(), size);
        }
        let built = self.build(request, url, &meter, credential).await?;
        let sending = self.http.execute(built);
        let mut response = while_alive(self.config.read_timeout, request, &meter, sending).await?;
        let status = response.status();
        let headers = std::mem::take(response.headers_mut());
        let is_kept_open = request.is_streamed && status.is_success();
        // The announced size is a hint: nothing makes the service keep to it.
        let announced = response.content_length().and_then(|size| usize::try_from(size).ok());
        let room = if is_kept_open { 0 } else { announced.unwrap_or(0).min(MOST_ROOM) };
        let mut received = BytesMut::with_capacity(room);
        while !is_kept_open
            && let Some(chunk) = within(self.config.read_timeout, response.chunk()).await?
        {
            received.extend_from_slice(&chunk);
        }
        let size = received.len();
        let mut received = received.freeze();
        if self.config.rewrites_urls && matches!(request.api, Api::Rest | Api::Upload) {
            received = hosts::rewritten(received, &self.config.cdn_base);
        }
        let outcome = Answer::classify(request.api, status, &headers, received);
        match (turn, &outcome) {
            (Some(turn), Err(error)) if *error.kind() == ErrorKind::Throttled => {
                turn.throttled(error.retry_after());
            }
            (Some(turn), _) => turn.answered(),
            (None, _) => {}
        }
        if let Some(story) = story {
            let id = headers.get("x-uploadcare-request-id").and_then(|id| id.to_str().ok());
            story.response(status.as_u16(), id, size);
        }
        let answer = outcome?;
        Ok(if is_kept_open {
            answer.streaming(response, headers, self.config.read_timeout)
        } else {
            answer
        })
    }

    /// How long to wait before an answer that broke off is asked for again; None if that is in vain.
    pub fn wait_to_go_on(
        &self,
        error: &Error,
        retries: u32,
        elapsed: Duration,
    ) -> Option<Duration> {
        self.policy.wait(&FailedAttempt { error, retries, elapsed })
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
    async fn build(
        &self,
        request: &Request,
        url: &Url,
        meter: &Meter,
        credential: &mut Option<u64>,
    ) -> Result<reqwest::Request> {
        let mut proof = Fields::new();
        let mut authorization = None;
        if request.api == Api::Upload
            && let Some((held, number)) = self.credentials.current().await?
        {
            *credential = Some(number);
            match held {
                UploadCredential::Token(token) => {
                    let text = format!("Bearer {}", token.expose_secret());
                    authorization = Some(sensitive(&text)?);
                }
                UploadCredential::Signature(signature) if request.is_protected => {
                    proof.push(("signature".to_owned(), signature.signature));
                    proof.push(("expire".to_owned(), signature.expire.to_string()));
                }
                UploadCredential::Signature(_) => {}
            }
        }
        let mut builder = self
            .http
            .request(request.method.clone(), url.clone())
            .header(USER_AGENT, &self.config.user_agent);
        match &request.body {
            Body::Empty => {}
            Body::Json(text) => builder = builder.body(text.clone()),
            Body::Fields(fields) => {
                let mut form = url::form_urlencoded::Serializer::new(String::new());
                form.extend_pairs(fields.iter().chain(&proof));
                builder = builder
                    .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                    .body(form.finish());
            }
            Body::Form(form) => builder = builder.multipart(form(proof, meter.clone()).await?),
            Body::Bytes(size, body) => {
                builder = builder
                    .header(CONTENT_TYPE, OCTET_STREAM)
                    .header(CONTENT_LENGTH, *size)
                    .body(body(meter.clone()).await?);
            }
        }
        if let Some(authorization) = authorization {
            builder = builder.header(AUTHORIZATION, authorization);
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
        if request.api == Api::Account {
            let token = self.config.account_token.as_ref().ok_or_else(|| {
                Error::configuration(
                    "token",
                    "is missing: the Project API is for clients of accounts",
                )
            })?;
            let text = format!("Bearer {}", token.expose_secret());
            builder = builder
                .header(ACCEPT, JSON)
                .header(CONTENT_TYPE, JSON)
                .header(AUTHORIZATION, sensitive(&text)?);
        }
        for (name, value) in &request.headers {
            builder = builder.header(name, value);
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
        sensitive(&text)
    }
}

fn sensitive(text: &str) -> Result<HeaderValue> {
    let mut value = HeaderValue::from_str(text)
        .map_err(|_| Error::internal("the keys do not fit into a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// What uploads are sent with: what was given, else what the secret key can make.
fn credential_source(
    settings: &Settings,
    config: &Config,
    provider: Option<&Arc<dyn UploadCredentialProvider>>,
) -> Result<CredentialSource> {
    let given = settings.credential.as_ref().map(|text| text.expose_secret());
    match (given, provider) {
        (Some(_), Some(_)) => Err(Error::configuration(
            "upload_credential",
            "and a provider of upload credentials exclude each other: give one of the two",
        )),
        (Some(text), None) => {
            let credential = UploadCredential::parse(text).map_err(|error| {
                Error::configuration("upload_credential", "is none").with(|info| {
                    info.message.clone_from(&error.info().message);
                })
            })?;
            Ok(CredentialSource::Fixed(credential))
        }
        (None, Some(provider)) => Ok(CredentialSource::Provider(provider.clone())),
        (None, None) => Ok(match (&config.secret_key, &config.upload_auth) {
            (Some(secret), UploadAuth::Token) => CredentialSource::Tokens(secret.clone()),
            (Some(secret), UploadAuth::Signature) => CredentialSource::Signatures(secret.clone()),
            _ => CredentialSource::Nowhere,
        }),
    }
}

/// Whether the service found a credential for uploads expired.
fn is_expired(error: &Error) -> bool {
    matches!(error.code(), Some(ErrorCode::AccessTokenExpired | ErrorCode::SignatureExpiration))
}

/// Waits for the head of an answer as long as a body moves, and for a while after that. While others move on the same
/// line its turn may come as much later as there are of them.
async fn while_alive<T>(
    patience: Duration,
    request: &Request,
    meter: &Meter,
    work: impl Future<Output = reqwest::Result<T>>,
) -> Result<T, Failure> {
    let mut work = pin!(work);
    let (mut seen, mut seen_of_line) = (meter.get(), request.line.get());
    let mut left = request.sharers;
    // Until the first bytes have left there is nothing that could be on its way.
    let mut limit = patience;
    loop {
        match timeout(limit, &mut work).await {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(error)) => return Err(failure(error)),
            Err(_) => {}
        }
        if meter.get() > seen {
            left = request.sharers;
            limit = patience + request.last_bytes_time();
        } else {
            left = left.saturating_sub(1);
            if left == 0 || request.line.get() == seen_of_line {
                return Err(too_slow("the answer", limit).into());
            }
        }
        (seen, seen_of_line) = (meter.get(), request.line.get());
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

#[cfg(test)]
mod tests {
    use super::*;
    use futures::future::pending;

    /// Seconds until a body is given up of which nothing leaves after the second `moves`, where others go on till
    /// `others_move` on a line for so many.
    async fn given_up_after(sharers: u32, moves: u64, others_move: u64) -> u64 {
        let request = Request { sharers, ..Request::rest(Method::PUT, Target::path(["a"])) };
        let (meter, others) = (Meter::new(&request.line), Meter::new(&request.line));
        let line = async {
            for second in 0..moves.max(others_move) {
                tokio::time::sleep(Duration::from_secs(1)).await;
                if second < moves {
                    meter.add(1);
                }
                if second < others_move {
                    others.add(1);
                }
            }
            pending().await
        };
        let begin = Instant::now();
        let waiting = while_alive(
            Duration::from_secs(10),
            &request,
            &meter,
            pending::<reqwest::Result<()>>(),
        );
        tokio::select! {
            outcome = waiting => assert!(outcome.is_err()),
            () = line => {}
        }
        begin.elapsed().as_secs()
    }

    #[tokio::test(start_paused = true)]
    async fn a_body_is_given_up_when_nothing_moves() {
        assert_eq!(given_up_after(1, 0, 0).await, 10);
        assert_eq!(given_up_after(1, 25, 0).await, 40);
        // The others keep no body alive that has the line to itself.
        assert_eq!(given_up_after(1, 0, 100).await, 10);
        assert_eq!(given_up_after(3, 0, 0).await, 10);
        assert_eq!(given_up_after(3, 0, 15).await, 30);
        assert_eq!(given_up_after(3, 0, 100).await, 30);
        assert_eq!(given_up_after(3, 25, 100).await, 60);
    }
}
