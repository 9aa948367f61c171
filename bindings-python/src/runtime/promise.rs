//! Calls of asyncio, whose event loop goes on meanwhile.

use super::{
    Call, Outcome, Setup, Value,
    engine::{apart, deliver, driver},
    host::{Caller, Host, Place, Work},
    visits::guarded,
};
use crate::errors::raise;
use pyo3::{
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyTuple},
};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::task::AbortHandle;
use uploadcare::{Error, scope};

/// Begins a call that the running event loop carries on with: what is returned can be awaited.
pub fn promise(py: Python<'_>, call: Call, setup: Setup) -> PyResult<Bound<'_, PyAny>> {
    static RUNNING: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

    let driver = driver().map_err(|error| raise(py, &error))?;
    let event_loop = RUNNING.import(py, "asyncio", "get_running_loop")?.call0()?;
    let future = event_loop.call_method0(intern!(py, "create_future"))?;
    let steps = future.call_method0(intern!(py, "__await__"))?.unbind();
    let level = setup.asks(py)?;
    let caller = match level {
        None => Arc::new(Caller { context: None, cancellation: setup.cancellation }),
        Some(_) => Caller::now(py, setup.cancellation)?,
    };
    let inbox = Arc::new(Inbox {
        process: std::process::id(),
        event_loop: event_loop.unbind(),
        caller: caller.clone(),
        mail: Mutex::new(Mail { future: Some(future.unbind()), ..Mail::default() }),
    });
    let call = match level {
        None => call,
        Some(level) => {
            let host = Host::new(level, Place::Loop(inbox.clone()), caller);
            Box::pin(scope::with(Arc::new(host), call))
        }
    };
    let end = End(Some(inbox.clone()));
    let task = driver.spawn(async move { end.comes(call.await) });
    let promise = Promise { steps, inbox, task, is_over: AtomicBool::new(false) };
    Ok(Bound::new(py, promise)?.into_any())
}

/// What an event loop is asked to do for a call, in order.
pub struct Inbox {
    process: u32,
    event_loop: Py<PyAny>,
    caller: Arc<Caller>,
    mail: Mutex<Mail>,
}

#[derive(Default)]
struct Mail {
    items: VecDeque<Item>,
    /// Whether the event loop knows, or is being told, that there is something.
    is_announced: bool,
    /// What the result is for, until it is there.
    future: Option<Py<PyAny>>,
}

enum Item {
    Work(Work),
    Done(Outcome),
}

impl Inbox {
    /// Nothing of Python may run while this is held.
    fn mail(&self) -> MutexGuard<'_, Mail> {
        self.mail.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn post(self: &Arc<Self>, work: Work) {
        self.push(Item::Work(work));
    }

    fn push(self: &Arc<Self>, item: Item) {
        let mut mail = self.mail();
        mail.items.push_back(item);
        if !std::mem::replace(&mut mail.is_announced, true) {
            drop(mail);
            let inbox = self.clone();
            deliver(move |py| inbox.announce(py));
        }
    }

    fn announce(self: Arc<Self>, py: Python<'_>) {
        let event_loop = self.event_loop.bind(py);
        let call = || {
            let reading =
                Bound::new(py, Reading { inbox: self.clone(), has_begun: AtomicBool::new(false) })?;
            let name = intern!(py, "call_soon_threadsafe");
            let Some(context) = &self.caller.context else {
                return event_loop.call_method1(name, (reading,));
            };
            let keywords = PyDict::new(py);
            keywords.set_item(intern!(py, "context"), context)?;
            event_loop.call_method(name, (reading,), Some(&keywords))
        };
        if let Err(error) = call() {
            if let Err(error) = unless_closed(event_loop, error) {
                error.write_unraisable(py, Some(event_loop));
            }
            self.abandon();
        }
    }

    /// The event loop will do none of it.
    fn abandon(&self) {
        let Mail { items, future, .. } = std::mem::take(&mut *self.mail());
        // Nobody can wait for the result. But a page that is fetched ahead may be used in another event loop.
        drop(future);
        for item in items {
            if let Item::Work(work) = item {
                apart(work, self.caller.clone());
            }
        }
    }

    /// In the event loop.
    fn read(&self, py: Python<'_>) -> PyResult<()> {
        loop {
            let (item, future) = {
                let mut mail = self.mail();
                let Some(item) = mail.items.pop_front() else {
                    mail.is_announced = false;
                    return Ok(());
                };
                let future = match item {
                    Item::Done(_) => mail.future.take(),
                    Item::Work(_) => mail.future.as_ref().map(|future| future.clone_ref(py)),
                };
                (item, future)
            };
            let future = future.as_ref().map(|future| future.bind(py));
            match item {
                Item::Work(work) => {
                    // Its task has not heard of it yet.
                    if let Some(future) = future
                        && future.call_method0(intern!(py, "cancelled"))?.is_truthy()?
                    {
                        self.caller.cancellation.request();
                    }
                    if !self.caller.cancellation.is_requested() {
                        work.run(py, true)?;
                    }
                }
                Item::Done(outcome) => {
                    if let Some(future) = future {
                        settle(future, outcome)?;
                    }
                }
            }
        }
    }
}

/// The error of an event loop that was asked for something; none if that is closed, which is nobody's fault.
pub fn unless_closed(event_loop: &Bound<'_, PyAny>, error: PyErr) -> PyResult<()> {
    let is_closed = event_loop.call_method0(intern!(event_loop.py(), "is_closed"))?.is_truthy()?;
    if is_closed { Ok(()) } else { Err(error) }
}

fn settle(future: &Bound<'_, PyAny>, outcome: Outcome) -> PyResult<()> {
    let py = future.py();
    if future.call_method0(intern!(py, "done"))?.is_truthy()? {
        return Ok(());
    }
    match outcome.take(py) {
        Ok(value) => future.call_method1(intern!(py, "set_result"), (value,))?,
        Err(error) => future.call_method1(intern!(py, "set_exception"), (error,))?,
    };
    Ok(())
}

/// What the event loop calls when there is something for it.
#[pyclass(frozen)]
struct Reading {
    inbox: Arc<Inbox>,
    has_begun: AtomicBool,
}

#[pymethods]
impl Reading {
    fn __call__(&self, py: Python<'_>) -> PyResult<()> {
        self.has_begun.store(true, Ordering::Relaxed);
        guarded(py, || self.inbox.read(py)).inspect_err(|_| {
            let inbox = self.inbox.clone();
            deliver(move |py| inbox.announce(py));
        })
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if !self.has_begun.load(Ordering::Relaxed) {
            self.inbox.abandon();
        }
    }
}

/// What a coroutine awaits: steps of an `asyncio.Future`. When the coroutine is cancelled, closed or dropped in
/// its middle, so is the call, before anybody else hears of it.
#[pyclass(frozen)]
struct Promise {
    steps: Py<PyAny>,
    inbox: Arc<Inbox>,
    task: AbortHandle,
    is_over: AtomicBool,
}

impl Promise {
    fn give_up(&self) {
        if self.is_over.swap(true, Ordering::Relaxed) {
            return;
        }
        self.inbox.caller.cancellation.request();
        // A parent's threads are not in a child.
        if self.inbox.process == std::process::id() {
            self.task.abort();
        }
        let future = self.inbox.mail().future.take();
        drop(future);
    }
}

#[pymethods]
impl Promise {
    fn __await__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let step = guarded(py, || self.steps.call_method0(py, intern!(py, "__next__")));
        if step.is_err() {
            self.is_over.store(true, Ordering::Relaxed);
        }
        step
    }

    #[pyo3(signature = (*arguments))]
    fn throw(&self, py: Python<'_>, arguments: &Bound<'_, PyTuple>) -> PyResult<Py<PyAny>> {
        self.give_up();
        guarded(py, || self.steps.call_method1(py, intern!(py, "throw"), arguments))
    }

    fn close(&self) {
        self.give_up();
    }

    fn __traverse__(&self, visit: pyo3::PyVisit<'_>) -> Result<(), pyo3::PyTraverseError> {
        visit.call(&self.steps)
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        self.give_up();
    }
}

/// The end of a call, told even if it comes to no result.
struct End(Option<Arc<Inbox>>);

impl End {
    fn comes(mut self, outcome: Result<Value, Error>) {
        if let Some(inbox) = self.0.take() {
            inbox.push(Item::Done(Outcome(outcome)));
        }
    }
}

impl Drop for End {
    fn drop(&mut self) {
        if let Some(inbox) = self.0.take()
            && !inbox.caller.cancellation.is_requested()
        {
            inbox.push(Item::Done(Outcome::none()));
        }
    }
}
