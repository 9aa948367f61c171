use std::{collections::BTreeMap, str::FromStr, time::Duration};

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Method, Response, StatusCode, Uri, header},
};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::{sync::watch, time::timeout};

use crate::{effect::Effect, error::ControlError, upload};

/// Something that goes wrong, on purpose, for the requests of one project.
///
/// A request matches by the public key it claims, its method and its route. At most one of
/// `respond`, `upload_error`, `drop`, `lose`, `truncate`, `close`, `content_length` and
/// `foreign_next` may be set. `bytes_per_second` goes alone or with `respond`, `delay_ms` with any of them; each of
/// the two alone makes a slow but right answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fault {
    /// Only requests with this method.
    pub method: Option<String>,
    /// Only requests to this route template, such as `/files/{uuid}/`.
    pub route: Option<String>,
    /// How likely a matching request is hit, more than 0 and at most 1. One that is spared
    /// counts neither for `skip` nor for `times`.
    pub probability: Option<f64>,
    /// How many matching requests pass unharmed first.
    pub skip: u64,
    /// How many requests are hit; `-1` for all.
    pub times: i64,
    /// Milliseconds to wait before anything else happens to the request; less if the faults are
    /// cleared meanwhile.
    pub delay_ms: Option<u64>,
    /// Answer this instead of handling the request.
    pub respond: Option<FaultResponse>,
    /// Answer the Upload API's error of this code, such as `AccountBlockedError`, instead of
    /// handling the request: with its status and message and in the form that was asked for.
    pub upload_error: Option<String>,
    /// Close the connection without a byte of an answer and without handling the request.
    pub drop: bool,
    /// Handle the request, but close the connection without a byte of the answer.
    pub lose: bool,
    /// Handle the request and announce the whole answer, but send only so many bytes of its
    /// body and close the connection.
    pub truncate: Option<u64>,
    /// Handle the request and send the whole answer as one that keeps the connection, but close
    /// it when the answer has left.
    pub close: bool,
    /// Handle the request and send the body of the answer, or that of `respond`, in small pieces
    /// at this pace; with 0 the body never comes.
    pub bytes_per_second: Option<u64>,
    /// Handle the request and announce this many bytes, however many the body has. Those beyond
    /// follow on the connection all the same; if some are missing, it is closed after the body.
    /// An answer that never has a body (204, 304) stays as it is.
    pub content_length: Option<u64>,
    /// Handle the request and put this origin, such as `http://127.0.0.1:9999`, in place of that
    /// of the texts `next` and `previous` at the top of a JSON answer.
    pub foreign_next: Option<String>,
}

impl Default for Fault {
    fn default() -> Self {
        Self {
            method: None,
            route: None,
            probability: None,
            skip: 0,
            times: 1,
            delay_ms: None,
            respond: None,
            upload_error: None,
            drop: false,
            lose: false,
            truncate: None,
            close: false,
            bytes_per_second: None,
            content_length: None,
            foreign_next: None,
        }
    }
}

/// An answer made up for a [`Fault`]. `{origin}` in header values and in the strings of the
/// body stands for the origin of the emulator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultResponse {
    /// HTTP status, 200 to 599.
    pub status: u16,
    /// Headers, instead of or beside the ones the service always sends.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// A string is sent as it is, anything else as JSON.
    #[serde(default = "empty_text")]
    pub body: Value,
}

fn empty_text() -> Value {
    Value::String(String::new())
}

impl Fault {
    pub(crate) fn check(&self) -> Result<(), ControlError> {
        let exclusive = [
            self.respond.is_some(),
            self.upload_error.is_some(),
            self.drop,
            self.lose,
            self.truncate.is_some(),
            self.close,
            self.content_length.is_some(),
            self.foreign_next.is_some(),
        ];
        let effects = exclusive.into_iter().filter(|set| *set).count();
        if effects > 1 {
            return Err(ControlError::invalid(format!("only one of {EXCLUSIVE}")));
        }
        if self.bytes_per_second.is_some() && effects == 1 && self.respond.is_none() {
            let text = "bytes_per_second goes alone or with respond and delay_ms";
            return Err(ControlError::invalid(text));
        }
        if effects == 0 && self.bytes_per_second.is_none() && self.delay_ms.is_none() {
            let text = format!("one of {EXCLUSIVE}, bytes_per_second, delay_ms");
            return Err(ControlError::invalid(text));
        }
        if self.probability.is_some_and(|probability| !(probability > 0.0 && probability <= 1.0)) {
            return Err(ControlError::invalid("probability is more than 0 and at most 1"));
        }
        if self.times < -1 {
            return Err(ControlError::invalid("times is -1 or more"));
        }
        if self.foreign_next.as_ref().is_some_and(|origin| !is_origin(origin)) {
            let text = "foreign_next is an origin such as http://127.0.0.1:9999";
            return Err(ControlError::invalid(text));
        }
        if let Some(code) = self.upload_error.as_ref().filter(|code| upload::known(code).is_none())
        {
            return Err(ControlError::invalid(format!("the Upload API has no error {code}")));
        }
        match &self.respond {
            Some(response) => response.check(),
            None => Ok(()),
        }
    }

    /// What is to be done to the answer.
    pub(crate) fn effect(&self) -> Option<Effect> {
        let close = self.close.then_some(Effect::Close);
        close
            .or(self.truncate.map(Effect::Truncate))
            .or(self.content_length.map(Effect::Announce))
            .or(self.foreign_next.clone().map(Effect::ForeignLinks))
            .or(self.bytes_per_second.map(Effect::Pace))
    }

    fn matches(&self, method: &Method, route: &str) -> bool {
        self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()))
            && self.route.as_ref().is_none_or(|wanted| wanted == route)
    }

    fn strikes(&self) -> bool {
        self.probability.is_none_or(|probability| fastrand::f64() < probability)
    }
}

/// Reads a fault from JSON and checks it.
impl FromStr for Fault {
    type Err = ControlError;

    fn from_str(text: &str) -> Result<Self, ControlError> {
        let fault: Self =
            serde_json::from_str(text).map_err(|error| ControlError::invalid(error.to_string()))?;
        fault.check()?;
        Ok(fault)
    }
}

const EXCLUSIVE: &str =
    "respond, upload_error, drop, lose, truncate, close, content_length, foreign_next";

fn is_origin(text: &str) -> bool {
    let Ok(uri) = text.parse::<Uri>() else { return false };
    match (uri.scheme_str(), uri.authority()) {
        (Some(scheme @ ("http" | "https")), Some(authority)) => {
            !authority.as_str().contains('@')
                && text.eq_ignore_ascii_case(&format!("{scheme}://{authority}"))
        }
        _ => false,
    }
}

impl FaultResponse {
    fn check(&self) -> Result<(), ControlError> {
        if !(200..=599).contains(&self.status) {
            return Err(ControlError::invalid("status is 200 to 599"));
        }
        for (name, value) in &self.headers {
            let name = HeaderName::try_from(name)
                .map_err(|_| ControlError::invalid(format!("{name} is not a header name")))?;
            if name == header::CONTENT_LENGTH || name == header::TRANSFER_ENCODING {
                return Err(ControlError::invalid(format!("{name} is not yours to set")));
            }
            HeaderValue::try_from(value)
                .map_err(|_| ControlError::invalid(format!("the value of {name} is not legal")))?;
        }
        Ok(())
    }

    pub(crate) fn to_response(&self, origin: &str) -> Response<Body> {
        let mut body = self.body.clone();
        fill_in(&mut body, origin);
        let (kind, body) = match body {
            Value::String(text) => (Some("text/plain; charset=utf-8"), text),
            other => (None, other.to_string()),
        };
        let mut response = Response::new(Body::from(body));
        *response.status_mut() =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        if let Some(kind) = kind {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        for (name, value) in &self.headers {
            let value = value.replace("{origin}", origin);
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), value.try_into()) {
                headers.insert(name, value);
            }
        }
        response
    }
}

fn fill_in(value: &mut Value, origin: &str) {
    match value {
        Value::String(text) => *text = text.replace("{origin}", origin),
        Value::Array(items) => items.iter_mut().for_each(|item| fill_in(item, origin)),
        Value::Object(fields) => fields.values_mut().for_each(|item| fill_in(item, origin)),
        _ => {}
    }
}

/// The faults of a project, in the order they were added.
#[derive(Default)]
pub(crate) struct FaultList {
    list: Mutex<Vec<Fault>>,
    cleared: watch::Sender<()>,
}

/// A fault that hits a request.
pub(crate) struct Hit {
    pub fault: Fault,
    cleared: watch::Receiver<()>,
}

impl Hit {
    /// Waits as long as the fault says, or until the faults are cleared.
    pub async fn delay(&mut self) {
        if let Some(delay) = self.fault.delay_ms {
            let _ = timeout(Duration::from_millis(delay), self.cleared.changed()).await;
        }
    }
}

impl FaultList {
    pub fn add(&self, fault: Fault) {
        self.list.lock().push(fault);
    }

    pub fn clear(&self) {
        let mut list = self.list.lock();
        list.clear();
        self.cleared.send_replace(());
    }

    pub fn remaining(&self) -> Vec<Fault> {
        self.list.lock().clone()
    }

    /// The fault that hits this request, counted as used.
    pub fn take(&self, method: &Method, route: &str) -> Option<Hit> {
        let mut faults = self.list.lock();
        let at = faults.iter_mut().position(|fault| {
            let hits = fault.matches(method, route) && fault.times != 0 && fault.strikes();
            if hits && fault.skip > 0 {
                fault.skip -= 1;
                return false;
            }
            hits
        })?;
        let hit = Hit { fault: faults[at].clone(), cleared: self.cleared.subscribe() };
        match faults[at].times {
            1 => drop(faults.remove(at)),
            -1 => {}
            _ => faults[at].times -= 1,
        }
        Some(hit)
    }
}
