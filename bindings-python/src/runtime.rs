//! The threads that carry out calls: one small tokio runtime per process, for all clients.

use crate::{errors::raise, process::PerProcess};
use pyo3::{IntoPyObjectExt, prelude::*};
use pyo3_async_runtimes::{TaskLocals, generic};
use std::{
    any::Any,
    convert::Infallible,
    future::Future,
    io,
    pin::Pin,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{RecvTimeoutError, sync_channel},
    },
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    runtime::{Builder, Handle, Runtime},
    task,
};
use uploadcare::Error;

/// How often a waiting call looks for Ctrl-C.
const TICK: Duration = Duration::from_millis(50);

/// How long the exit of the interpreter waits for results that are being handed over. A stuck
/// name look-up may take longer than that; it never touches Python, so it is left alone.
const PATIENCE: Duration = Duration::from_secs(5);

static ENGINE: PerProcess<Engine> = PerProcess::new();

struct Engine {
    handle: Handle,
    stopped: AtomicBool,
    runtime: Mutex<Option<Runtime>>,
}

impl Engine {
    fn start() -> io::Result<Self> {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .thread_name("uploadcare")
            .enable_all()
            .build()?;
        Ok(Self {
            handle: runtime.handle().clone(),
            stopped: AtomicBool::new(false),
            runtime: Mutex::new(Some(runtime)),
        })
    }
}

fn handle() -> Result<&'static Handle, Error> {
    let engine = ENGINE
        .get_or_try_make(Engine::start)
        .map_err(|error| Error::internal(format!("the system gives no threads: {error}")))?;
    if engine.stopped.load(Ordering::Acquire) {
        return Err(Error::internal("the interpreter is exiting: no call can be made any more"));
    }
    Ok(&engine.handle)
}

/// Ends the threads of this process and drops the calls under way. To be called without the
/// GIL: results that are being handed over need it.
pub fn stop() {
    let Some(engine) = ENGINE.get() else { return };
    engine.stopped.store(true, Ordering::Release);
    let runtime = engine.runtime.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(runtime) = runtime {
        runtime.shutdown_timeout(PATIENCE);
    }
}

/// A result that becomes an object where the interpreter is at hand.
type Value = Box<dyn for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>> + Send>;

/// Any call. If each had a type of its own, the machinery of tasks would be in the module a
/// hundred times.
pub type Call = Pin<Box<dyn Future<Output = Result<Value, Error>> + Send>>;

pub fn call<T, F>(call: F) -> Call
where
    T: for<'any> IntoPyObject<'any> + Send + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    Box::pin(async move {
        let result = call.await?;
        let value: Value = Box::new(move |py| result.into_bound_py_any(py));
        Ok(value)
    })
}

/// Carries out a call while this thread waits, without the GIL. A signal handler that raises, as
/// Ctrl-C does, drops the call.
pub fn wait(py: Python<'_>, call: Call) -> PyResult<Bound<'_, PyAny>> {
    let (send, mut receive) = sync_channel(1);
    let task = handle().map_err(|error| raise(py, &error))?.spawn(async move {
        let _ = send.send(call.await);
    });
    loop {
        let receive = &mut receive;
        match py.detach(move || receive.recv_timeout(TICK)) {
            Ok(outcome) => return Outcome(outcome).into_pyobject(py),
            Err(RecvTimeoutError::Timeout) => {
                if let Err(interrupt) = py.check_signals() {
                    task.abort();
                    return Err(interrupt);
                }
            }
            Err(RecvTimeoutError::Disconnected) => {
                return Err(raise(py, &Error::internal("the call ended without a result")));
            }
        }
    }
}

/// Carries out a call while the running event loop goes on: an `asyncio.Future`, which drops the
/// call when it is cancelled.
pub fn promise(py: Python<'_>, call: Call) -> PyResult<Bound<'_, PyAny>> {
    handle().map_err(|error| raise(py, &error))?;
    generic::future_into_py::<Threads, _, _>(py, async move { Ok(Outcome(call.await)) })
}

/// None in Python, where `()` becomes an empty tuple.
pub struct Nothing;

impl From<()> for Nothing {
    fn from((): ()) -> Self {
        Self
    }
}

impl<'py> IntoPyObject<'py> for Nothing {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(py.None().into_bound(py))
    }
}

/// Turns an error into an exception where the interpreter is at hand anyway, not on a thread that
/// other calls are waiting for.
struct Outcome(Result<Value, Error>);

impl<'py> IntoPyObject<'py> for Outcome {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self.0 {
            Ok(value) => value(py),
            Err(error) => Err(raise(py, &error)),
        }
    }
}

/// Our runtime, as pyo3-async-runtimes wants to see it. Its stock one can be neither stopped at
/// exit nor replaced after a fork.
struct Threads;

struct Spawned(task::JoinHandle<()>);

struct Failed(task::JoinError);

impl Future for Spawned {
    type Output = Result<(), Failed>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map_err(Failed)
    }
}

impl generic::JoinError for Failed {
    fn is_panic(&self) -> bool {
        self.0.is_panic()
    }

    fn into_panic(self) -> Box<dyn Any + Send + 'static> {
        self.0.into_panic()
    }
}

impl generic::Runtime for Threads {
    type JoinError = Failed;
    type JoinHandle = Spawned;

    fn spawn<F: Future<Output = ()> + Send + 'static>(work: F) -> Spawned {
        Spawned(this().spawn(work))
    }

    fn spawn_blocking<F: FnOnce() + Send + 'static>(work: F) -> Spawned {
        Spawned(this().spawn_blocking(work))
    }
}

/// The runtime that `promise` has made sure of. It may be stopping: then it drops what it is given.
fn this() -> &'static Handle {
    #[allow(clippy::expect_used)]
    &ENGINE.get().expect("a call has started it").handle
}

impl generic::ContextExt for Threads {
    fn scope<F, R>(_locals: TaskLocals, work: F) -> Pin<Box<dyn Future<Output = R> + Send>>
    where
        F: Future<Output = R> + Send + 'static,
    {
        // Nothing of ours calls back into an event loop, so there is no context to keep.
        Box::pin(work)
    }

    fn get_task_locals() -> Option<TaskLocals> {
        None
    }
}
