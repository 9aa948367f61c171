//! Follows each request from its head to the last byte of its answer.

use std::{
    collections::VecDeque,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::{
    body::Body,
    http::{HeaderMap, Method, Response, StatusCode, Uri, header},
};
use bytes::Bytes;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};

use crate::{
    app::App,
    clock::monotonic_ms,
    fault::Hit,
    store::{Account, Project, random_uuid},
};

/// Status in the log of a request whose connection the client closed too early.
pub const STATUS_CANCELLED: u16 = 499;

const LOG_CAPACITY: usize = 200_000;

/// One request as the service saw it. It holds no signature and no secret key.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RequestRecord {
    /// HTTP method.
    pub method: String,
    /// Path as sent.
    pub path: String,
    /// Query as sent, except that signatures and tokens are blotted out.
    pub query: Option<String>,
    /// Template of the route that was reached.
    pub route: Option<String>,
    /// Status of the answer; 499 when the client did not wait for it, 0 when the connection
    /// was dropped on purpose without an answer.
    pub status: u16,
    /// The public key that the request claimed, whether right or wrong.
    pub public_key: Option<String>,
    /// Language named by the `User-Agent` of an Uploadcare SDK.
    pub language: Option<String>,
    /// `User-Agent` header.
    pub user_agent: Option<String>,
    /// `Content-Type` header.
    pub content_type: Option<String>,
    /// `Accept` header.
    pub accept: Option<String>,
    /// `Date` header.
    pub date: Option<String>,
    /// `X-Uploadcare-Date` header.
    pub x_uploadcare_date: Option<String>,
    /// The id that the answer carried in `X-Uploadcare-Request-Id`.
    pub request_id: String,
    /// Bytes of the body that were read.
    pub body_size: u64,
    /// Whether the REST credentials were right.
    pub authenticated: bool,
    /// `simple`, `signed` or `bearer`, by the form of the `Authorization` header.
    pub scheme: Option<String>,
    /// When its head was there, in milliseconds on the clock of
    /// [`Emulator::monotonic_ms`](crate::Emulator::monotonic_ms).
    pub started_ms: f64,
    /// When the last of its answer was handed to the connection, or the client was seen to
    /// have left, on the same clock.
    pub ended_ms: f64,
    /// Number of the account whose token it carried.
    #[serde(skip)]
    pub(crate) account: Option<u64>,
}

/// The newest requests, oldest first.
#[derive(Default)]
pub(crate) struct RequestLog(Mutex<VecDeque<Arc<RequestRecord>>>);

impl RequestLog {
    fn push(&self, record: RequestRecord) {
        let mut records = self.0.lock();
        if records.len() == LOG_CAPACITY {
            records.pop_front();
        }
        records.push_back(Arc::new(record));
    }

    pub fn clear(&self) {
        self.0.lock().clear();
    }

    pub fn select(&self, wanted: impl Fn(&RequestRecord) -> bool) -> Vec<Arc<RequestRecord>> {
        self.0.lock().iter().filter(|record| wanted(record)).cloned().collect()
    }
}

/// A handle by which the code on a request's way adds to its record.
#[derive(Clone)]
pub(crate) struct Tracker(Arc<Tracked>);

struct Tracked {
    app: App,
    state: Mutex<State>,
}

struct State {
    record: RequestRecord,
    project: Option<Arc<Project>>,
    account: Option<Arc<Account>>,
    abandoned: bool,
    ended: bool,
}

impl Tracker {
    fn start(app: App, method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        let text = |name: &str| Some(headers.get(name)?.to_str().ok()?.to_owned());
        let user_agent = text("user-agent");
        let sdk = user_agent.as_deref().and_then(parse_user_agent);
        let record = RequestRecord {
            method: method.to_string(),
            path: uri.path().to_owned(),
            query: uri.query().map(redacted),
            language: sdk.map(|(language, _)| language.to_owned()),
            content_type: text("content-type"),
            accept: text("accept"),
            date: text("date"),
            x_uploadcare_date: text("x-uploadcare-date"),
            request_id: random_uuid().to_string(),
            started_ms: monotonic_ms(),
            ..RequestRecord::default()
        };
        let claimed = authorization_claim(headers)
            .or_else(|| query_claim(uri.query()?))
            .or_else(|| sdk.and_then(|(_, key)| key).map(str::to_owned));
        let record = RequestRecord {
            scheme: authorization_scheme(headers).map(str::to_owned),
            user_agent,
            ..record
        };
        let state = State { record, project: None, account: None, abandoned: false, ended: false };
        let state = Mutex::new(state);
        let tracker = Self(Arc::new(Tracked { app, state }));
        if let Some(key) = claimed {
            tracker.claim(&key);
        }
        tracker
    }

    /// Notes the public key that the request claims. Later claims replace earlier ones.
    pub fn claim(&self, public_key: &str) {
        let project = self.0.app.store.project(public_key);
        let mut state = self.0.state.lock();
        state.record.public_key = Some(public_key.to_owned());
        if state.ended {
            return;
        }
        if let Some(earlier) = state.project.take() {
            earlier.counters.disowned();
        }
        if let Some(project) = &project {
            project.counters.started();
        }
        state.project = project;
    }

    /// Notes that the request is one of an account, known or not, about a project if about any.
    /// From then on it is none of a project.
    pub fn claim_account(&self, account: Option<&Arc<Account>>, public_key: Option<&str>) {
        let mut state = self.0.state.lock();
        if let Some(key) = public_key {
            state.record.public_key = Some(key.to_owned());
        }
        state.record.account = account.map(|account| account.number);
        if state.ended {
            return;
        }
        if let Some(earlier) = state.project.take() {
            earlier.counters.disowned();
        }
        if let Some(account) = account {
            account.counters.started();
        }
        state.account = account.cloned();
    }

    /// The fault that hits the request, counted as used.
    pub fn take_fault(&self, method: &Method, route: &str) -> Option<Hit> {
        let state = self.0.state.lock();
        match (&state.account, &state.project) {
            (Some(account), _) => account.faults.take(method, route),
            (None, Some(project)) => project.faults.take(method, route),
            (None, None) => None,
        }
    }

    /// Seconds to wait, if a rate limit refuses the request.
    pub fn throttled(&self) -> Option<u64> {
        let state = self.0.state.lock();
        match (&state.account, &state.project) {
            (Some(account), _) => account.rate_limit.refuses(),
            (None, Some(project)) => project.rate_limit.refuses(),
            (None, None) => None,
        }
    }

    pub fn project(&self) -> Option<Arc<Project>> {
        self.0.state.lock().project.clone()
    }

    pub fn set_route(&self, route: &str) {
        self.0.state.lock().record.route = Some(route.to_owned());
    }

    pub fn set_authenticated(&self) {
        self.0.state.lock().record.authenticated = true;
    }

    pub fn add_body_size(&self, size: usize) {
        self.0.state.lock().record.body_size += size as u64;
    }

    /// Notes that the client left in the middle of its request.
    pub fn abandon(&self) {
        self.0.state.lock().abandoned = true;
    }

    pub fn is_abandoned(&self) -> bool {
        self.0.state.lock().abandoned
    }

    pub fn request_id(&self) -> String {
        self.0.state.lock().record.request_id.clone()
    }

    /// Puts the request in the log with the status of its answer; only the first time counts.
    pub fn end(&self, status: u16) {
        let mut state = self.0.state.lock();
        if std::mem::replace(&mut state.ended, true) {
            return;
        }
        state.record.status = status;
        state.record.ended_ms = monotonic_ms();
        self.0.app.log.push(state.record.clone());
        if let Some(project) = state.project.take() {
            project.counters.ended(status == STATUS_CANCELLED);
        }
        if let Some(account) = state.account.take() {
            account.counters.ended(status == STATUS_CANCELLED);
        }
    }
}

/// Owns the fate of one request: dropped before [`Flight::land`], it was cancelled.
pub(crate) struct Flight(Tracker);

impl Flight {
    pub fn start(app: App, method: &Method, uri: &Uri, headers: &HeaderMap) -> Self {
        Self(Tracker::start(app, method, uri, headers))
    }

    pub fn tracker(&self) -> Tracker {
        self.0.clone()
    }

    pub fn land(self, status: u16) {
        self.0.end(status);
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.end(STATUS_CANCELLED);
    }
}

/// Whether answers of this status never have a body.
pub(crate) fn is_bodiless(status: StatusCode) -> bool {
    matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED)
}

/// How many bytes a body has, where that is known before they are sent.
pub(crate) fn body_length(headers: &HeaderMap, body: &Body) -> Option<u64> {
    let announced = headers.get(header::CONTENT_LENGTH);
    let announced = announced.and_then(|length| length.to_str().ok()?.parse().ok());
    announced.or(body.size_hint().exact())
}

/// The body of an answer, which lands the flight with its last byte.
pub(crate) struct TrackedBody {
    inner: Body,
    flight: Option<Flight>,
    status: u16,
    /// Bytes still to come where their number is known. The connection stops asking after
    /// the last one, so the end of the stream itself may never be seen.
    left: Option<u64>,
}

impl TrackedBody {
    /// Takes over the body of `response`; `is_head` tells that it will not be sent.
    pub fn wrap(response: Response<Body>, flight: Option<Flight>, is_head: bool) -> Response<Self> {
        let (parts, inner) = response.into_parts();
        let left = body_length(&parts.headers, &inner);
        let status = parts.status.as_u16();
        let mut body = Self { inner, flight, status, left };
        if is_head || is_bodiless(parts.status) || body.inner.is_end_stream() || left == Some(0) {
            body.land();
        }
        Response::from_parts(parts, body)
    }

    fn land(&mut self) {
        if let Some(flight) = self.flight.take() {
            flight.land(self.status);
        }
    }
}

impl HttpBody for TrackedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        let sent = match &frame {
            Some(Ok(frame)) => Some(frame.data_ref().map_or(0, |data| data.len() as u64)),
            _ => None,
        };
        self.left = self.left.map(|left| left.saturating_sub(sent.unwrap_or(0)));
        if sent.is_none() || self.left == Some(0) || self.inner.is_end_stream() {
            self.land();
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// Language and public key of `UploadcareSDK/<version>/<public key> (<Language>/<version>; …)`.
fn parse_user_agent(text: &str) -> Option<(&str, Option<&str>)> {
    let (product, comment) = text.strip_prefix("UploadcareSDK/")?.split_once('(')?;
    let language = comment.split(['/', ';', ')']).next()?.trim();
    let key = product.trim().split_once('/').map(|(_, key)| key).filter(|key| !key.is_empty());
    (!language.is_empty()).then_some((language, key))
}

fn authorization(headers: &HeaderMap) -> Option<(&'static str, &str)> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, credentials) = text.split_once(' ')?;
    let scheme = match scheme {
        "Uploadcare.Simple" => "simple",
        "Uploadcare" => "signed",
        "Bearer" => "bearer",
        _ => return None,
    };
    Some((scheme, credentials.trim()))
}

fn authorization_scheme(headers: &HeaderMap) -> Option<&'static str> {
    authorization(headers).map(|(scheme, _)| scheme)
}

fn authorization_claim(headers: &HeaderMap) -> Option<String> {
    let (scheme, credentials) = authorization(headers)?;
    let (key, _) = credentials.split_once(':').filter(|_| scheme != "bearer")?;
    (!key.is_empty()).then(|| key.to_owned())
}

fn query_claim(query: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "pub_key" || name == "UPLOADCARE_PUB_KEY")
        .map(|(_, value)| value.into_owned())
}

fn redacted(query: &str) -> String {
    let pair = |pair: &str| match pair.split_once('=') {
        Some((name, value))
            if name.to_ascii_lowercase().contains("signature") || value.contains("hmac") =>
        {
            format!("{name}=***")
        }
        _ => pair.to_owned(),
    };
    query.split('&').map(pair).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::{parse_user_agent, redacted};

    #[test]
    fn language_and_key_of_a_user_agent() {
        for (text, expected) in [
            ("UploadcareSDK/1.0/pk (Python/3.12.1; App/1)", Some(("Python", Some("pk")))),
            ("UploadcareSDK/1.0 (Kotlin/2.2)", Some(("Kotlin", None))),
            ("UploadcareSDK/1.0/pk", None),
            ("PyUploadcare/6.3.0/pk (CPython/3.12.1)", None),
        ] {
            assert_eq!(parse_user_agent(text), expected, "{text}");
        }
    }

    #[test]
    fn no_signature_in_the_log() {
        assert_eq!(
            redacted("pub_key=a&signature=abc&expire=1&token=exp=1~hmac=ff"),
            "pub_key=a&signature=***&expire=1&token=***"
        );
    }
}
