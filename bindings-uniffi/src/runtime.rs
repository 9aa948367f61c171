//! Where the calls of Swift and Kotlin run: on threads of our own, so that the caller's executor
//! (often the main thread) neither waits for sockets nor decodes pages.

use crate::{CancelHandle, NativeError, callbacks::Gate};
use std::{
    future::Future,
    sync::{Arc, OnceLock},
};
use tokio::runtime::{Builder, Runtime};
use tokio_util::task::AbortOnDropHandle;
use uploadcare::{Error, scope};

fn runtime() -> Result<&'static Runtime, Error> {
    static RUNTIME: OnceLock<std::io::Result<Runtime>> = OnceLock::new();
    RUNTIME
        .get_or_init(|| {
            Builder::new_multi_thread()
                .worker_threads(2)
                .thread_name("uploadcare")
                .on_thread_start(hold_pipe_signals)
                .enable_all()
                .build()
        })
        .as_ref()
        .map_err(|error| Error::internal(format!("cannot start threads: {error}")))
}

/// Keeps what is written to a connection that the other side has closed from ending the process: programs in Rust
/// ignore SIGPIPE from their start, those in Swift do not. What other threads do with it is their own affair.
fn hold_pipe_signals() {
    #[cfg(unix)]
    // SAFETY: the set is made before it is used, and only this thread is changed.
    unsafe {
        let mut signals = std::mem::zeroed();
        libc::sigemptyset(&raw mut signals);
        libc::sigaddset(&raw mut signals, libc::SIGPIPE);
        libc::pthread_sigmask(libc::SIG_BLOCK, &raw const signals, std::ptr::null_mut());
    }
}

/// Runs a call. It stops when the handle cancels it, and when the caller drops the future, as
/// Kotlin does when its coroutine is cancelled.
pub async fn run<T: Send + 'static>(
    cancel: Option<Arc<CancelHandle>>,
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, NativeError> {
    let gate = cancel.as_ref().map(|handle| handle.gate.clone()).unwrap_or_default();
    run_behind(gate, cancel, work).await
}

/// As [`run`], with the gate that callbacks of the call must pass.
pub async fn run_behind<T: Send + 'static>(
    gate: Arc<Gate>,
    cancel: Option<Arc<CancelHandle>>,
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, NativeError> {
    let mut task = AbortOnDropHandle::new(runtime()?.spawn(scope::with(gate.clone(), work)));
    let mut given_up = ClosedOnDrop(Some(gate));
    let cancelled = async {
        match &cancel {
            Some(handle) => handle.token.cancelled().await,
            None => std::future::pending().await,
        }
    };
    let outcome = tokio::select! {
        biased;
        () = cancelled => {
            task.abort();
            // Waiting frees the work's locks; and what it finished in the last moment counts,
            // or a list would have moved past a page that nobody has seen.
            task.await
        }
        outcome = &mut task => outcome,
    };
    given_up.0 = None;
    match outcome {
        Ok(result) => Ok(result?),
        Err(error) if error.is_cancelled() => Err(Error::cancelled().into()),
        Err(error) => Err(Error::internal(format!("a call broke down: {error}")).into()),
    }
}

/// Closes the gate of a call whose caller has left.
struct ClosedOnDrop(Option<Arc<Gate>>);

impl Drop for ClosedOnDrop {
    fn drop(&mut self) {
        if let Some(gate) = &self.0 {
            gate.close();
        }
    }
}
