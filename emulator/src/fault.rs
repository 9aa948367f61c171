use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, Method, Response, StatusCode, header},
};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::ControlError;

/// Something that goes wrong, on purpose, for the requests of one project.
///
/// A request matches by the public key it claims, its method and its route. At most one of
/// `respond`, `drop` and `truncate` may be set; with none of them `delay_ms` makes a slow
/// but right answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fault {
    /// Only requests with this method.
    pub method: Option<String>,
    /// Only requests to this route template, such as `/files/{uuid}/`.
    pub route: Option<String>,
    /// How many matching requests pass unharmed first.
    pub skip: u64,
    /// How many requests are hit; `-1` for all.
    pub times: i64,
    /// Milliseconds to wait before anything else happens to the request.
    pub delay_ms: Option<u64>,
    /// Answer this instead of handling the request.
    pub respond: Option<FaultResponse>,
    /// Close the connection without a byte of an answer and without handling the request.
    pub drop: bool,
    /// Handle the request, but close the connection without a byte of the answer.
    pub lose: bool,
    /// Handle the request and announce the whole answer, but send only so many bytes of its
    /// body and close the connection.
    pub truncate: Option<u64>,
}

impl Default for Fault {
    fn default() -> Self {
        Self {
            method: None,
            route: None,
            skip: 0,
            times: 1,
            delay_ms: None,
            respond: None,
            drop: false,
            lose: false,
            truncate: None,
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
        let effects = usize::from(self.respond.is_some())
            + usize::from(self.drop)
            + usize::from(self.lose)
            + usize::from(self.truncate.is_some());
        if effects > 1 {
            return Err(ControlError::invalid("only one of respond, drop, lose and truncate"));
        }
        if effects == 0 && self.delay_ms.is_none() {
            return Err(ControlError::invalid("one of respond, drop, lose, truncate, delay_ms"));
        }
        if self.times < -1 {
            return Err(ControlError::invalid("times is -1 or more"));
        }
        match &self.respond {
            Some(response) => response.check(),
            None => Ok(()),
        }
    }

    fn matches(&self, method: &Method, route: &str) -> bool {
        self.method.as_ref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()))
            && self.route.as_ref().is_none_or(|wanted| wanted == route)
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
pub(crate) struct FaultList(Mutex<Vec<Fault>>);

impl FaultList {
    pub fn add(&self, fault: Fault) {
        self.0.lock().push(fault);
    }

    pub fn clear(&self) {
        self.0.lock().clear();
    }

    pub fn remaining(&self) -> Vec<Fault> {
        self.0.lock().clone()
    }

    /// The fault that hits this request, counted as used.
    pub fn take(&self, method: &Method, route: &str) -> Option<Fault> {
        let mut faults = self.0.lock();
        let at = faults.iter_mut().position(|fault| {
            let hits = fault.matches(method, route) && fault.times != 0;
            if hits && fault.skip > 0 {
                fault.skip -= 1;
                return false;
            }
            hits
        })?;
        let hit = faults[at].clone();
        match faults[at].times {
            1 => drop(faults.remove(at)),
            -1 => {}
            _ => faults[at].times -= 1,
        }
        Some(hit)
    }
}
