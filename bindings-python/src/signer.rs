//! Functions of the user that sign requests in the place of a secret key.

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
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::oneshot;
use uploadcare::{Error, RequestSigner, Result, SigningRequest, scope};

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

/// Takes requests to the function, where the call is waited for.
pub struct Signer(pub Arc<Function>);

impl RequestSigner for Signer {
    fn sign(
        &self,
        request: SigningRequest,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<String>> + Send + '_>> {
        let (answer, answered) = oneshot::channel();
        let task = Arc::new(Task::default());
        let asked =
            Asked { function: self.0.clone(), request, answer: Answer(answer), task: task.clone() };
        Box::pin(async move {
            match scope::current::<Host>() {
                Some(host) => host.post(Work::Sign(Box::new(asked))),
                None => apart(Work::Sign(Box::new(asked)), Arc::default()),
            }
            let waiting = Waiting(task);
            let answer = answered.await;
            waiting.0.set(State::Over);
            answer.unwrap_or_else(|_| Err(Error::signer("there is nobody to ask any more")))
        })
    }
}

/// Where the answer of a signer goes.
struct Answer(oneshot::Sender<Result<String>>);

impl Answer {
    /// Whether the call is over by now.
    fn is_vain(&self) -> bool {
        self.0.is_closed()
    }

    fn give(self, py: Python<'_>, signature: PyResult<Bound<'_, PyAny>>) {
        let answer = signature.map_err(|error| failed(py, error)).and_then(|given| {
            given.extract().map_err(|_| {
                let kind = given
                    .get_type()
                    .name()
                    .map_or_else(|_| "?".to_owned(), |name| name.to_string());
                Error::signer(format!("it must give text, not {kind}"))
            })
        });
        let _ = self.0.send(answer);
    }
}

/// What a signer raised, as the cause of an error of the core.
struct Raised(PyErr);

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

fn failed(py: Python<'_>, error: PyErr) -> Error {
    let value = error.value(py);
    let text = value.str().map(|text| text.to_string()).unwrap_or_default();
    let text = if text.is_empty() {
        value.get_type().name().map(|name| name.to_string()).unwrap_or_default()
    } else {
        text
    };
    Error::signer(text).with_source(Raised(error))
}

/// The exception of a signer that is the cause of an error.
pub fn cause(py: Python<'_>, error: &Error) -> Option<PyErr> {
    let source = std::error::Error::source(error)?;
    source.downcast_ref::<Raised>().map(|raised| raised.0.clone_ref(py))
}

/// A request that is to be signed.
pub struct Asked {
    function: Arc<Function>,
    request: SigningRequest,
    answer: Answer,
    task: Arc<Task>,
}

impl Asked {
    /// Asks the signer. The error is one that is not for the call, such as that of Ctrl-C.
    ///
    /// in_loop: whether this is an event loop, in which a coroutine can run.
    pub fn answer(self, py: Python<'_>, in_loop: bool) -> PyResult<()> {
        let Self { function, request, answer, task } = self;
        if answer.is_vain() {
            return Ok(());
        }
        let given = function.get(py).and_then(|function| call_out(&function, (request,)));
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

/// What a signer that is a coroutine function gave.
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
        if answer.is_vain() {
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

/// The task that a signer runs as.
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
    fn set(&self, state: State) -> State {
        std::mem::replace(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner), state)
    }
}

/// Somebody waits for a signature. When that ends early, so does the task.
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
