//! What a client does, for debugging: an event for each step of each call.

use crate::error::{Error, ErrorInfo};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};
use tokio::time::Instant;
use uploadcare_macros::{model, open_enum};

/// A step of a call.
#[open_enum]
pub enum CallEventKind {
    /// A call begins.
    Request,
    /// An attempt is sent, once the limits of the client let it pass.
    Attempt,
    /// An answer has come whole, good or bad.
    Response,
    /// An attempt failed, and the call will be repeated after `wait`.
    Retry,
    /// The call is over: with `error`, or well.
    Finish,
}

/// A step of a call, for logs. Never holds a key, a signature, a token or a query.
#[model(closed)]
pub struct CallEvent {
    /// Which step.
    pub kind: CallEventKind,
    /// Number of the call within this process: the events of one call share it.
    pub call: i64,
    /// HTTP method.
    pub method: String,
    /// Host and port that it goes to.
    pub host: String,
    /// Path, without its query.
    pub path: String,
    /// Number of the attempt: 1 for the first, 0 before it.
    pub attempt: i64,
    /// Seconds since the call began.
    pub elapsed: f64,
    /// Seconds that the call waits before its next attempt (`retry`), or has waited for its turn (`attempt`).
    pub wait: Option<f64>,
    /// HTTP status (`response`).
    pub status: Option<i64>,
    /// Identifier of the request at the service (`response`).
    pub request_id: Option<String>,
    /// Size of the body that is sent, where it is known (`attempt`).
    pub sent_bytes: Option<i64>,
    /// Size of the body that has come (`response`).
    pub received_bytes: Option<i64>,
    /// Why the attempt (`retry`) or the call (`finish`) failed.
    pub error: Option<ErrorInfo>,
}

/// Is told of each step of each call of a client.
///
/// It is called in the middle of the call, so it must be quick and must not panic.
pub trait EventListener: Send + Sync + 'static {
    /// Takes an event.
    fn event(&self, event: CallEvent);

    /// Whether the events of a call that begins now are wanted. Default: always.
    fn is_enabled(&self) -> bool {
        true
    }
}

impl<F: Fn(CallEvent) + Send + Sync + 'static> EventListener for F {
    fn event(&self, event: CallEvent) {
        self(event);
    }
}

const TARGET: &str = "uploadcare";

/// The events of one call. None of it exists while nobody listens.
pub(crate) struct Story {
    listener: Option<Arc<dyn EventListener>>,
    began: Instant,
    event: CallEvent,
    is_over: bool,
}

impl Story {
    pub fn begin(
        listener: Option<&Arc<dyn EventListener>>,
        describe: impl FnOnce() -> (String, String, String),
    ) -> Option<Self> {
        static CALLS: AtomicI64 = AtomicI64::new(1);

        let listener = listener.filter(|listener| listener.is_enabled());
        if listener.is_none() && !tracing::enabled!(target: TARGET, tracing::Level::DEBUG) {
            return None;
        }
        let (method, host, path) = describe();
        let event = CallEvent {
            kind: CallEventKind::Request,
            call: CALLS.fetch_add(1, Ordering::Relaxed),
            method,
            host,
            path,
            attempt: 0,
            elapsed: 0.0,
            wait: None,
            status: None,
            request_id: None,
            sent_bytes: None,
            received_bytes: None,
            error: None,
        };
        let mut story =
            Self { listener: listener.cloned(), began: Instant::now(), event, is_over: false };
        story.tell(CallEventKind::Request, |_| {});
        Some(story)
    }

    pub fn attempt(&mut self, waited: Duration, size: Option<usize>) {
        self.event.attempt += 1;
        self.tell(CallEventKind::Attempt, |event| {
            event.wait = Some(waited.as_secs_f64());
            event.sent_bytes = size.and_then(|size| size.try_into().ok());
        });
    }

    pub fn response(&mut self, status: u16, request_id: Option<&str>, size: usize) {
        self.tell(CallEventKind::Response, |event| {
            event.status = Some(status.into());
            event.request_id = request_id.map(str::to_owned);
            event.received_bytes = size.try_into().ok();
        });
    }

    pub fn retry(&mut self, wait: Duration, error: &Error) {
        self.tell(CallEventKind::Retry, |event| {
            event.wait = Some(wait.as_secs_f64());
            event.error = Some(error.info().clone());
        });
    }

    pub fn finish(&mut self, error: Option<&Error>) {
        self.is_over = true;
        self.tell(CallEventKind::Finish, |event| {
            event.error = error.map(|error| error.info().clone());
        });
    }

    fn tell(&mut self, kind: CallEventKind, fill: impl FnOnce(&mut CallEvent)) {
        let mut event = self.event.clone();
        event.kind = kind;
        event.elapsed = self.began.elapsed().as_secs_f64();
        fill(&mut event);
        tracing::debug!(
            target: TARGET,
            step = %event.kind,
            call = event.call,
            method = event.method,
            host = event.host,
            path = event.path,
            attempt = event.attempt,
            elapsed = event.elapsed,
            wait = event.wait,
            status = event.status,
            request_id = event.request_id,
            sent_bytes = event.sent_bytes,
            received_bytes = event.received_bytes,
            error = event.error.as_ref().map(|error| tracing::field::display(&error.message)),
        );
        if let Some(listener) = &self.listener {
            listener.event(event);
        }
    }
}

impl Drop for Story {
    /// A call that is given up in its middle ends, too.
    fn drop(&mut self) {
        if !self.is_over && !std::thread::panicking() {
            self.finish(Some(&Error::cancelled()));
        }
    }
}
