use crate::{
    callbacks::CallScope, environment::Environment, failure::thrown, mailbox::NativeMailbox,
    script::JsonText,
};
use futures::FutureExt;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde::Serialize;
use std::{panic::AssertUnwindSafe, sync::Arc};
use tokio_util::sync::CancellationToken;
use uploadcare::{Error as CoreError, Result as CoreResult, Script, ToScript, scope};

/// Cancels the call it is given to: the call is dropped at once, with its connection.
#[napi]
pub struct CancelHandle {
    token: CancellationToken,
    scope: Option<Arc<CallScope>>,
}

#[napi]
impl CancelHandle {
    /// `mailbox`, `call`: where the call sends what it has to tell and to ask, and its number
    /// there.
    #[napi(constructor, catch_unwind)]
    pub fn new(env: &Env, mailbox: Option<&NativeMailbox>, call: Option<i64>) -> Result<Self> {
        let scope = mailbox
            .zip(call)
            .map(|(mailbox, call)| Arc::new(CallScope { mailbox: mailbox.mailbox.clone(), call }));
        Ok(Self { token: Environment::of(env)?.calls.child_token(), scope })
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
    run_as(env, cancel, call)
}

/// As `run`, for a promise of what the result becomes in JavaScript.
pub fn run_as<'env, T, P, F>(
    env: &'env Env,
    cancel: Option<&CancelHandle>,
    call: F,
) -> Result<PromiseRaw<'env, P>>
where
    T: ToNapiValue + Send + 'static,
    F: Future<Output = CoreResult<T>> + Send + 'static,
{
    let Environment { calls, outcomes } = Environment::of(env)?;
    let (token, scope) = match cancel {
        Some(handle) => (handle.token.clone(), handle.scope.clone()),
        None => (calls, None),
    };
    // Calls are large. Wrapped as they are they would take so much stack that V8 sees none left.
    let call = call.boxed();
    let call = match scope {
        Some(scope) => scope::with(scope, call).boxed(),
        None => call,
    };
    let call = async move {
        // The call is gone, with all that it has begun, before its promise is settled.
        token.run_until_cancelled_owned(call).await.unwrap_or_else(|| Err(CoreError::cancelled()))
    };
    // A panic would leave the promise pending for ever.
    let call = AssertUnwindSafe(call)
        .catch_unwind()
        .map(|outcome| outcome.unwrap_or_else(|_| Err(CoreError::internal("a call panicked"))));
    let (promise, settler) = outcomes.promise(env)?;
    spawn(call.map(|outcome| settler.settle(outcome)));
    Ok(promise)
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
    run_as(env, cancel, async move { text(&Script(&call.await?)).map(JsonText::new) })
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
