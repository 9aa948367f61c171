//! Code of the user's that calls run: signers and listeners.

use futures::future::{BoxFuture, poll_fn};
use parking_lot::ReentrantMutex;
use std::{cell::Cell, fmt, sync::Arc, task::Poll};
use uploadcare::{
    CallEvent, CallEventKind, Error, ErrorKind, EventListener, RequestSigner, SigningRequest, scope,
};

/// Signs requests in the place of a secret key.
#[uniffi::export(foreign)]
#[async_trait::async_trait]
pub trait NativeSigner: Send + Sync {
    /// Gives the signature: 40 hexadecimal digits.
    async fn sign(&self, request: SigningRequest) -> Result<String, NativeSignerError>;
}

/// Why a signer failed.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeSignerError {
    /// It threw.
    #[error("{reason}")]
    Failed {
        /// What it said.
        reason: String,
        /// Number under which the public layer keeps what was thrown.
        ticket: Option<u64>,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for NativeSignerError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { reason: error.reason, ticket: None }
    }
}

/// Is told of each step of each call.
#[uniffi::export(foreign)]
pub trait NativeListener: Send + Sync {
    /// Takes an event.
    fn event(&self, event: CallEvent);
}

/// An exception of another language, as the cause of an error.
#[derive(Debug)]
pub struct Foreign {
    reason: String,
    pub ticket: u64,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Foreign {}

impl Foreign {
    /// The one that caused an error.
    pub fn behind(error: &Error) -> Option<&Self> {
        let nearest = std::error::Error::source(error);
        std::iter::successors(nearest, |cause| cause.source())
            .find_map(|cause| cause.downcast_ref())
    }
}

/// What callbacks of one call must pass: once it is closed, none begins any more, and none is under way. A
/// callback that cancels its own call passes again.
#[derive(Default)]
pub struct Gate {
    is_closed: ReentrantMutex<Cell<bool>>,
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Gate")
    }
}

impl Gate {
    pub fn close(&self) {
        self.is_closed.lock().set(true);
    }

    fn pass<T>(&self, callback: impl FnOnce() -> T) -> Option<T> {
        let is_closed = self.is_closed.lock();
        (!is_closed.get()).then(callback)
    }

    /// Runs a callback, unless the current call is over.
    fn of_call<T>(callback: impl FnOnce() -> T) -> Option<T> {
        match scope::current::<Self>() {
            Some(gate) => gate.pass(callback),
            None => Some(callback()),
        }
    }
}

pub struct Signing(pub Arc<dyn NativeSigner>);

impl RequestSigner for Signing {
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, Result<String, Error>> {
        let mut work = self.0.sign(request);
        // The foreign code begins with the first look at the future.
        let signature = poll_fn(move |context| {
            Gate::of_call(|| work.as_mut().poll(context)).map_or(Poll::Ready(None), |p| p.map(Some))
        });
        Box::pin(async move {
            let Some(outcome) = signature.await else { return Err(Error::cancelled()) };
            outcome.map_err(|NativeSignerError::Failed { reason, ticket }| {
                let error = Error::signer(&reason);
                match ticket {
                    Some(ticket) => error.with_source(Foreign { reason, ticket }),
                    None => error,
                }
            })
        })
    }
}

pub struct Listening(pub Arc<dyn NativeListener>);

impl EventListener for Listening {
    fn event(&self, event: CallEvent) {
        // A call that was cancelled says nothing more.
        let is_cancelled = event.error.as_ref().is_some_and(|e| e.kind == ErrorKind::Cancelled);
        if event.kind != CallEventKind::Finish || !is_cancelled {
            Gate::of_call(|| self.0.event(event));
        }
    }
}
