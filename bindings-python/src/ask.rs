//! Functions of the user that a call asks for something on its way: to sign, to give what uploads are sent with, to
//! read the next piece of a stream.

use crate::runtime::{Host, Work, apart, call_out, deliver, guarded, unless_closed};
use pyo3::{
    PyTraverseError, PyVisit,
    exceptions::{PyException, PyRuntimeError},
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyCFunction, PyDict, PyTuple},
};
use std::{
    fmt, io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;
use uploadcare::{Error, SigningRequest, scope};

/// The function, which the garbage collector may take away: it often leads back to its client.
pub struct Function(Mutex<Option<Py<PyAny>>>);

impl Function {
    pub fn new(function: Py<PyAny>) -> Self {
        Self(Mutex::new(Some(function)))
    }

    /// Only with the GIL, and nothing of Python may run while this is held.
    fn lock(&self) -> MutexGuard<'_, Option<Py<PyAny>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match &*self.lock() {
            Some(function) => Ok(function.bind(py).clone()),
            None => Err(PyRuntimeError::new_err("the client is gone")),
        }
    }

    pub fn traverse(&self, visit: &PyVisit<'_>) -> Result<(), PyTraverseError> {
        visit.call(self.lock().as_ref())
    }

    pub fn clear(&self) {
        let function = self.lock().take();
        drop(function);
    }
}

/// Asks the function where the call is waited for.
///
/// `argument`: what it is given.
/// `place`: where it may be asked.
/// `read`: makes what the core takes of what it gave or raised.
/// Returns: nothing if there was nobody to ask.
pub async fn ask<T: Send + 'static>(
    function: &Arc<Function>,
    argument: Option<SigningRequest>,
    place: Where,
    read: impl FnOnce(Python<'_>, PyResult<Bound<'_, PyAny>>) -> T + Send + 'static,
) -> Option<T> {
    let (sender, answered) = oneshot::channel();
    let task = Arc::new(Task::default());
    let answer = Answer(Box::new(move |py, given| drop(sender.send(read(py, given)))));
    let function = function.clone();
    let asked = Box::new(Asked { function, argument, place, answer, task: task.clone() });
    match scope::current::<Host>() {
        Some(host) => host.post(Work::Ask(asked)),
        None => apart(Work::Ask(asked), Arc::default()),
    }
    let waiting = Waiting(task);
    let answer = answered.await;
    waiting.0.set(State::Over);
    answer.ok()
}

/// Where a function may be asked.
#[derive(Clone, Copy, PartialEq)]
pub enum Where {
    /// If nobody waits for the call any more, in a thread of ours.
    Anywhere,
    /// Only where the call is waited for: what it uses belongs there.
    AtItsCall,
}

/// Where the answer of a function goes.
struct Answer(Give);

type Give = Box<dyn FnOnce(Python<'_>, PyResult<Bound<'_, PyAny>>) + Send>;

impl Answer {
    fn give(self, py: Python<'_>, given: PyResult<Bound<'_, PyAny>>) {
        (self.0)(py, given);
    }
}

/// What a function raised, as the cause of an error of the core.
pub struct Raised(PyErr);

impl fmt::Debug for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Raised")
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an exception of Python")
    }
}

impl std::error::Error for Raised {}

impl Raised {
    /// The error of content that cannot be read, for the core; the exception itself is the caller's.
    pub fn by_source(error: PyErr) -> io::Error {
        io::Error::other(Self(error))
    }
}

/// The error of a function that raised something.
///
/// `make`: makes it of a text.
pub fn failed(py: Python<'_>, error: PyErr, make: impl FnOnce(String) -> Error) -> Error {
    let value = error.value(py);
    let text = value.str().map(|text| text.to_string()).unwrap_or_default();
    let text = if text.is_empty() { type_name(value) } else { text };
    make(text).with_source(Raised(error))
}

pub fn type_name(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string())
}

/// The exception of a function that is the cause of an error.
pub fn cause(py: Python<'_>, error: &Error) -> Option<PyErr> {
    let source = std::error::Error::source(error)?;
    source.downcast_ref::<Raised>().map(|raised| raised.0.clone_ref(py))
}

/// What the user's source raised, if that is what an error is about.
pub fn raised_by_source(py: Python<'_>, error: &Error) -> Option<PyErr> {
    let source = std::error::Error::source(error)?.downcast_ref::<io::Error>()?;
    source.get_ref()?.downcast_ref::<Raised>().map(|raised| raised.0.clone_ref(py))
}

/// A function that is to be asked.
pub struct Asked {
    function: Arc<Function>,
    argument: Option<SigningRequest>,
    place: Where,
    answer: Answer,
    task: Arc<Task>,
}

impl Asked {
    pub fn place(&self) -> Where {
        self.place
    }

    /// Asks. The error is one that is not for the call, such as that of Ctrl-C.
    ///
    /// in_loop: whether this is an event loop, in which a coroutine can run.
    pub fn answer(self, py: Python<'_>, in_loop: bool) -> PyResult<()> {
        let Self { function, argument, answer, task, .. } = self;
        if task.is_over() {
            return Ok(());
        }
        let given = function.get(py).and_then(|function| match argument {
            Some(argument) => call_out(&function, (argument,)),
            None => call_out(&function, PyTuple::empty(py)),
        });
        match given {
            Ok(given) if given.hasattr(intern!(py, "__await__"))? => {
                let coroutine =
                    Coroutine { coroutine: Unstarted(Some(given.unbind())), answer, task };
                if in_loop { coroutine.begin(py) } else { coroutine.begin_apart(py) }
            }
            Err(error) if !error.is_instance_of::<PyException>(py) => {
                answer.give(py, Err(error.clone_ref(py)));
                Err(error)
            }
            given => {
                answer.give(py, given);
                Ok(())
            }
        }
    }
}

/// What a coroutine function gave.
struct Coroutine {
    coroutine: Unstarted,
    answer: Answer,
    task: Arc<Task>,
}

/// A coroutine, closed if nobody starts it, so that nothing complains.
struct Unstarted(Option<Py<PyAny>>);

impl Drop for Unstarted {
    fn drop(&mut self) {
        let Some(coroutine) = self.0.take() else { return };
        Python::try_attach(|py| {
            let coroutine = coroutine.into_bound(py);
            if let Ok(close) = coroutine.getattr("close")
                && let Err(error) = close.call0()
            {
                error.write_unraisable(py, Some(&coroutine));
            }
        });
    }
}

impl Coroutine {
    /// Runs it in the event loop of this thread.
    fn begin(self, py: Python<'_>) -> PyResult<()> {
        static ENSURE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

        let Self { mut coroutine, answer, task } = self;
        if task.is_over() {
            return Ok(());
        }
        let ensure = ENSURE.import(py, "asyncio", "ensure_future")?;
        let future = match ensure.call1((coroutine.0.take(),)) {
            Ok(future) => future,
            Err(error) => {
                answer.give(py, Err(error));
                return Ok(());
            }
        };
        let answer = Mutex::new(Some(answer));
        let done = move |arguments: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
            let future = arguments.get_item(0)?;
            let answer = answer.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(answer) = answer {
                let py = arguments.py();
                guarded(py, || answer.give(py, future.call_method0("result")));
            }
            Ok::<_, PyErr>(())
        };
        let done = PyCFunction::new_closure(py, None, None, done)?;
        future.call_method1(intern!(py, "add_done_callback"), (done,))?;
        if matches!(task.set(State::Running(future.clone().unbind())), State::Over) {
            // The call has ended meanwhile.
            task.set(State::Over);
            future.call_method0(intern!(py, "cancel"))?;
        }
        Ok(())
    }

    /// Runs it in an event loop of our own, for the call is not of one.
    fn begin_apart(self, py: Python<'_>) -> PyResult<()> {
        static LOOP: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

        let event_loop = LOOP.import(py, "uploadcare_sdk._aside", "event_loop")?.call0();
        let event_loop = match event_loop {
            Ok(event_loop) => event_loop,
            Err(error) => {
                self.answer.give(py, Err(error));
                return Ok(());
            }
        };
        let this = Mutex::new(Some(self));
        let begin = move |arguments: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
            let this = this.lock().unwrap_or_else(PoisonError::into_inner).take();
            let py = arguments.py();
            this.map_or(Ok(()), |this| guarded(py, || this.begin(py)))
        };
        // With a copy of the context variables of this thread.
        let begin = PyCFunction::new_closure(py, None, None, begin)?;
        let begun = event_loop.call_method1(intern!(py, "call_soon_threadsafe"), (begin,));
        // If it is, the interpreter is exiting; the call ends without an answer.
        begun.map(drop).or_else(|error| unless_closed(&event_loop, error))
    }
}

/// The task that a coroutine runs as.
#[derive(Default)]
struct Task(Mutex<State>);

#[derive(Default)]
enum State {
    #[default]
    Waiting,
    Running(Py<PyAny>),
    Over,
}

impl Task {
    /// Whether nobody waits for the answer any more.
    fn is_over(&self) -> bool {
        matches!(*self.0.lock().unwrap_or_else(PoisonError::into_inner), State::Over)
    }

    fn set(&self, state: State) -> State {
        std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), state)
    }
}

/// Somebody waits for an answer. When that ends early, so does the task.
struct Waiting(Arc<Task>);

impl Drop for Waiting {
    fn drop(&mut self) {
        if let State::Running(task) = self.0.set(State::Over) {
            deliver(move |py| {
                if let Err(error) = cancel(task.bind(py)) {
                    error.write_unraisable(py, Some(task.bind(py)));
                }
            });
        }
    }
}

fn cancel(task: &Bound<'_, PyAny>) -> PyResult<()> {
    let event_loop = task.call_method0("get_loop")?;
    let cancelled = event_loop.call_method1("call_soon_threadsafe", (task.getattr("cancel")?,));
    cancelled.map(drop).or_else(|error| unless_closed(&event_loop, error))
}
