use crate::failure::thrown;
use futures::FutureExt;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::panic::AssertUnwindSafe;
use tokio_util::sync::CancellationToken;
use uploadcare::{Error as CoreError, Result as CoreResult};

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
