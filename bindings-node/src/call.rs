use crate::failure::thrown;
use futures::FutureExt;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde::Serialize;
use std::panic::AssertUnwindSafe;
use tokio_util::sync::CancellationToken;
use uploadcare::{Error as CoreError, Result as CoreResult, Script, ToScript};

/// Cancels the call it is given to: the call is dropped at once, with its connection.
#[napi]
#[derive(Default)]
pub struct CancelHandle {
    token: CancellationToken,
}

#[napi]
impl CancelHandle {
    #[napi(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends the call with an error of the kind `cancelled`, or does nothing if it has ended.
    #[napi]
    pub fn cancel(&self) {
        self.token.cancel();
    }
}

/// Runs a call on the runtime and hands its outcome to a promise.
pub fn run<'env, T, F>(
    env: &'env Env,
    cancel: Option<&CancelHandle>,
    call: F,
) -> Result<PromiseRaw<'env, T>>
where
    T: ToNapiValue + Send + 'static,
    F: Future<Output = CoreResult<T>> + Send + 'static,
{
    let token = cancel.map(|handle| handle.token.clone());
    let call = async move {
        match token {
            None => call.await,
            Some(token) => {
                token.run_until_cancelled(call).await.unwrap_or_else(|| Err(CoreError::cancelled()))
            }
        }
    };
    // A panic would leave the promise pending for ever.
    let call = AssertUnwindSafe(call)
        .catch_unwind()
        .map(|outcome| outcome.unwrap_or_else(|_| Err(CoreError::internal("a call panicked"))));
    env.spawn_future_with_callback(call.map(Ok), |env, outcome| {
        outcome.map_err(|error| thrown(env, &error))
    })
}

/// As `run`, for a result that crosses as JSON text: see README.md, "How results cross".
pub fn answer<'env, T, F>(
    env: &'env Env,
    cancel: Option<&CancelHandle>,
    call: F,
) -> Result<PromiseRaw<'env, String>>
where
    T: ToScript,
    F: Future<Output = CoreResult<T>> + Send + 'static,
{
    run(env, cancel, async move { text(&Script(&call.await?)) })
}

/// As `answer`, for a call that answers at once.
pub fn answer_now<T: ToScript>(env: &Env, outcome: CoreResult<T>) -> Result<String> {
    outcome.and_then(|value| text(&Script(&value))).map_err(|error| thrown(env, &error))
}

/// A value as JSON text.
pub fn text(value: &impl Serialize) -> CoreResult<String> {
    serde_json::to_string(value)
        .map_err(|error| CoreError::internal(format!("a result cannot be written: {error}")))
}
