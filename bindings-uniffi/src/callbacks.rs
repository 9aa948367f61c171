//! Code of the user's that calls run: signers, providers of credentials, listeners.

use futures::future::{BoxFuture, poll_fn};
use parking_lot::ReentrantMutex;
use std::{cell::Cell, fmt, pin::Pin, sync::Arc, task::Poll};
use uploadcare::{
    CallEvent, CallEventKind, Error, ErrorKind, EventListener, RequestSigner, SigningRequest,
    UploadCredential, UploadCredentialProvider, scope,
};

/// Signs requests in the place of a secret key.
#[uniffi::export(foreign)]
#[async_trait::async_trait]
pub trait NativeSigner: Send + Sync {
    /// Gives the signature: 40 hexadecimal digits.
    async fn sign(&self, request: SigningRequest) -> Result<String, NativeCallbackError>;
}

/// Gives what uploads are sent with.
#[uniffi::export(foreign)]
#[async_trait::async_trait]
pub trait NativeCredentialProvider: Send + Sync {
    /// Gives a token, or a signature as JSON text with `signature` and `expire`.
    async fn credential(&self) -> Result<String, NativeCallbackError>;
}

/// Why a signer or a provider failed.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum NativeCallbackError {
    /// It threw.
    #[error("{reason}")]
    Failed {
        /// What it said.
        reason: String,
        /// Number under which the public layer keeps what was thrown.
        ticket: Option<u64>,
    },
}

impl From<uniffi::UnexpectedUniFFICallbackError> for NativeCallbackError {
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

/// What foreign code answers, as long as the call that asks is not over.
///
/// `failure`: makes the error of code that fails from what it says.
async fn answer(
    mut work: Pin<Box<dyn Future<Output = Result<String, NativeCallbackError>> + Send + '_>>,
    failure: fn(&str) -> Error,
) -> Result<String, Error> {
    // The foreign code begins with the first look at the future.
    let answer = poll_fn(move |context| {
        Gate::of_call(|| work.as_mut().poll(context)).map_or(Poll::Ready(None), |p| p.map(Some))
    });
    let Some(outcome) = answer.await else { return Err(Error::cancelled()) };
    outcome.map_err(|NativeCallbackError::Failed { reason, ticket }| {
        let error = failure(&reason);
        match ticket {
            Some(ticket) => error.with_source(Foreign { reason, ticket }),
            None => error,
        }
    })
}

pub struct Signing(pub Arc<dyn NativeSigner>);

impl RequestSigner for Signing {
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, Result<String, Error>> {
        Box::pin(answer(self.0.sign(request), |reason| Error::signer(reason)))
    }
}

pub struct Providing(pub Arc<dyn NativeCredentialProvider>);

impl UploadCredentialProvider for Providing {
    fn credential(&self) -> BoxFuture<'_, Result<UploadCredential, Error>> {
        Box::pin(async {
            let text = answer(self.0.credential(), |reason| Error::credential(reason)).await?;
            UploadCredential::parse(&text)
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
