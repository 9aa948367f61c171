//! How the outcomes of calls reach the promises that stand for them. All calls of an environment
//! share one way there: a threadsafe function for each call would cost more than the call itself,
//! and what comes at the same time is handed over at once.

use crate::failure::thrown;
use napi::{
    JsError, Status, bindgen_prelude::*, check_status, sys,
    threadsafe_function::ThreadsafeFunction,
    threadsafe_function::ThreadsafeFunctionCallMode::NonBlocking,
};
use parking_lot::Mutex;
use std::{
    mem,
    panic::{AssertUnwindSafe, catch_unwind},
    ptr,
    sync::Arc,
};
use uploadcare::Result as CoreResult;

type Settle = Box<dyn FnOnce(&Env) + Send>;
type Wake = ThreadsafeFunction<(), (), (), Status, false, true>;

/// The outcomes on their way to one environment.
pub struct Outcomes {
    inner: Mutex<Inner>,
}

struct Inner {
    ready: Vec<Settle>,
    /// Promises that are not settled yet. They keep the process alive.
    pending: usize,
    /// None once the environment is torn down.
    wake: Option<Wake>,
}

/// One half of a promise. Only for the thread that runs JavaScript.
struct Deferred(sys::napi_deferred);

// SAFETY: it is carried through other threads, and used only by what `settle` runs on its own.
unsafe impl Send for Deferred {}

/// Settles a promise, from any thread.
pub struct Settler {
    outcomes: Arc<Outcomes>,
    deferred: Deferred,
}

impl Outcomes {
    pub fn new(env: &Env) -> Result<Arc<Self>> {
        let inner = Inner { ready: Vec::new(), pending: 0, wake: None };
        let outcomes = Arc::new(Self { inner: Mutex::new(inner) });
        let own = outcomes.clone();
        let settle = env.create_function_from_closure::<(), (), _>("settle", move |call| {
            own.settle(call.env);
            Ok(())
        })?;
        let wake = settle.build_threadsafe_function().weak::<true>().build()?;
        outcomes.inner.lock().wake = Some(wake);
        Ok(outcomes)
    }

    /// Nothing may call into an environment that is torn down.
    pub fn close(&self) {
        let mut inner = self.inner.lock();
        inner.ready.clear();
        inner.wake = None;
    }

    /// A promise, and what settles it.
    pub fn promise<'env, T>(
        self: &Arc<Self>,
        env: &'env Env,
    ) -> Result<(PromiseRaw<'env, T>, Settler)> {
        let (mut deferred, mut promise) = (ptr::null_mut(), ptr::null_mut());
        // SAFETY: this is the thread of the environment, here and in `settle`.
        check_status!(unsafe { sys::napi_create_promise(env.raw(), &mut deferred, &mut promise) })?;
        let mut inner = self.inner.lock();
        if inner.pending == 0
            && let Some(wake) = &inner.wake
        {
            check_status!(unsafe { sys::napi_ref_threadsafe_function(env.raw(), wake.raw()) })?;
        }
        inner.pending += 1;
        let settler = Settler { outcomes: self.clone(), deferred: Deferred(deferred) };
        Ok((PromiseRaw::new(env.raw(), promise), settler))
    }

    fn settle(&self, env: &Env) {
        let ready = mem::take(&mut self.inner.lock().ready);
        let settled = ready.len();
        for settle in ready {
            // The others must not be lost with it.
            _ = catch_unwind(AssertUnwindSafe(|| settle(env)));
        }
        let mut inner = self.inner.lock();
        inner.pending -= settled;
        if inner.pending == 0
            && let Some(wake) = &inner.wake
        {
            // It only fails in an environment that is about to end.
            _ = unsafe { sys::napi_unref_threadsafe_function(env.raw(), wake.raw()) };
        }
    }
}

impl Settler {
    pub fn settle<T: ToNapiValue + Send + 'static>(self, outcome: CoreResult<T>) {
        let Self { outcomes, deferred } = self;
        let mut inner = outcomes.inner.lock();
        let Some(wake) = &inner.wake else { return };
        if inner.ready.is_empty() {
            wake.call((), NonBlocking);
        }
        inner.ready.push(Box::new(move |env| deferred.settle(env, outcome)));
    }
}

impl Deferred {
    fn settle<T: ToNapiValue>(self, env: &Env, outcome: CoreResult<T>) {
        let value = outcome
            .map_err(|error| thrown(env, &error))
            .and_then(|value| unsafe { T::to_napi_value(env.raw(), value) });
        // Either fails only in an environment that is about to end.
        _ = match value {
            Ok(value) => unsafe { sys::napi_resolve_deferred(env.raw(), self.0, value) },
            Err(error) => unsafe {
                let reason = JsError::from(error).into_value(env.raw());
                sys::napi_reject_deferred(env.raw(), self.0, reason)
            },
        };
    }
}
