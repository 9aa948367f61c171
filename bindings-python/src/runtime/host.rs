//! Who waits for a call, and does what it asks of Python.

use super::{engine::apart, promise::Inbox, wait::Desk};
use crate::{
    ask::{Asked, Where},
    logging::{self, Level},
};
use pyo3::{prelude::*, sync::PyOnceLock};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use uploadcare::CallEvent;

/// Whether a call was given up: nothing of it may run in Python any more. The calls of one list share it, for
/// one of them may wait for a page that another has asked for.
///
/// It changes, and is looked at, where the GIL is held or in the one thread of an event loop: so that nothing
/// begins after whoever gave the call up has gone on.
#[derive(Clone, Default)]
pub struct Cancellation(Arc<AtomicBool>);

impl Cancellation {
    pub fn request(&self) {
        self.0.store(true, Ordering::Release);
    }

    pub fn is_requested(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Who has made a call.
#[derive(Default)]
pub struct Caller {
    /// Its context variables; None if nothing will be asked of Python.
    pub context: Option<Py<PyAny>>,
    pub cancellation: Cancellation,
}

impl Caller {
    /// The one that runs now.
    pub fn now(py: Python<'_>, cancellation: Cancellation) -> PyResult<Arc<Self>> {
        static COPY: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

        let context = COPY.import(py, "contextvars", "copy_context")?.call0()?.unbind();
        Ok(Arc::new(Self { context: Some(context), cancellation }))
    }
}

/// What a call has to know of its client.
pub struct Setup {
    /// Whether it may ask functions of the user.
    pub asks_functions: bool,
    /// Whether nothing goes on after its end, as a page that is fetched ahead does.
    pub is_single: bool,
    pub cancellation: Cancellation,
}

impl Setup {
    pub fn new(asks_functions: bool, cancellation: Cancellation) -> Self {
        Self { asks_functions, is_single: false, cancellation }
    }

    /// The level of events that are wanted, if anything will be asked of Python during a call that begins
    /// now.
    pub fn asks(&self, py: Python<'_>) -> PyResult<Option<Level>> {
        let level = logging::level(py)?;
        Ok((self.asks_functions || level != Level::Off).then_some(level))
    }
}

/// What a call asks of Python.
pub enum Work {
    Log(Box<CallEvent>),
    Ask(Box<Asked>),
}

impl Work {
    /// Whether it may be done only where the call is waited for.
    pub fn is_bound(&self) -> bool {
        matches!(self, Self::Ask(asked) if asked.place() == Where::AtItsCall)
    }

    /// Does it. The error is one that is not for the call, such as that of Ctrl-C.
    ///
    /// in_loop: whether this is the event loop of the call, in which a coroutine can run.
    pub fn run(self, py: Python<'_>, in_loop: bool) -> PyResult<()> {
        match self {
            Self::Log(event) => logging::write(py, *event),
            Self::Ask(asked) => asked.answer(py, in_loop),
        }
    }
}

/// Who waits for a call: its scope.
pub struct Host {
    level: Level,
    place: Place,
    caller: Arc<Caller>,
}

pub enum Place {
    Thread(Arc<Desk>),
    Loop(Arc<Inbox>),
}

impl Host {
    pub fn new(level: Level, place: Place, caller: Arc<Caller>) -> Self {
        Self { level, place, caller }
    }

    pub fn level(&self) -> Level {
        self.level
    }

    pub fn post(&self, work: Work) {
        match &self.place {
            Place::Thread(desk) => {
                if let Err(work) = desk.post(work) {
                    apart(work, self.caller.clone());
                }
            }
            Place::Loop(inbox) => inbox.post(work),
        }
    }
}
