//! What carries out calls: one small tokio runtime per process, for all clients.

use super::{
    driver::Driver,
    host::{Caller, Work},
    visits::{Visits, call_out},
};
use pyo3::{
    prelude::*,
    types::{PyCFunction, PyDict, PyTuple},
};
use std::{
    collections::VecDeque,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{Ordering, fence},
    },
    thread::{self, ThreadId},
    time::Duration,
};
use tokio::runtime::Handle;
use uploadcare::{Error, process::PerProcess};

/// How long the exit of the interpreter waits for what is being handed over. A stuck name look-up may take
/// longer than that; it never touches Python, so it is left alone.
const PATIENCE: Duration = Duration::from_secs(5);

static ENGINE: PerProcess<Engine> = PerProcess::new();

pub struct Engine {
    driver: Arc<Driver>,
    /// The thread in which the interpreter exits.
    exiting: OnceLock<ThreadId>,
    pub visits: Visits,
    deliveries: Line,
    logs: Line,
}

impl Engine {
    fn start() -> io::Result<Self> {
        Ok(Self {
            driver: Driver::start()?,
            exiting: OnceLock::new(),
            visits: Visits::default(),
            deliveries: Line::default(),
            logs: Line::default(),
        })
    }

    /// That of this process, if it has been needed.
    pub fn running() -> Option<&'static Self> {
        ENGINE.get()
    }

    /// Whether the interpreter exits, and this thread is not the one which sees to that.
    pub fn is_over_for_this_thread(&self) -> bool {
        self.exiting.get().is_some_and(|exiting| *exiting != thread::current().id())
    }
}

pub fn driver() -> Result<&'static Arc<Driver>, Error> {
    let engine = ENGINE
        .get_or_try_make(Engine::start)
        .map_err(|error| Error::internal(format!("the system gives no threads: {error}")))?;
    if engine.exiting.get().is_some() {
        return Err(Error::internal("the interpreter is exiting: no call can be made any more"));
    }
    Ok(&engine.driver)
}

/// Ends the threads of this process and drops the calls under way. To be called without the
/// GIL: what is being handed over needs it.
pub fn stop() {
    let Some(engine) = ENGINE.get() else { return };
    let _ = engine.exiting.set(thread::current().id());
    fence(Ordering::SeqCst);
    engine.driver.stop(PATIENCE);
    engine.visits.end(PATIENCE);
}

impl Drop for Engine {
    /// Of two that were made at once, one is not needed.
    fn drop(&mut self) {
        self.driver.stop(PATIENCE);
    }
}

type Errand = Box<dyn FnOnce(Python<'_>) + Send>;

/// Errands that need the interpreter, one after the other, on a thread that may wait for the GIL. Many of
/// them take it once.
#[derive(Default)]
struct Line(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    errands: VecDeque<Errand>,
    has_runner: bool,
}

impl Line {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&'static self, handle: &Handle, errand: Errand) {
        let mut waiting = self.lock();
        waiting.errands.push_back(errand);
        if !std::mem::replace(&mut waiting.has_runner, true) {
            drop(waiting);
            handle.spawn_blocking(|| self.run());
        }
    }

    fn next(&self) -> Option<Errand> {
        let mut waiting = self.lock();
        let errand = waiting.errands.pop_front();
        waiting.has_runner = errand.is_some();
        errand
    }

    fn run(&self) {
        let batch = |py: Python<'_>| {
            for _ in 0..BATCH {
                let Some(errand) = self.next() else { return true };
                // One that panics, which is a defect, must not keep the others for ever.
                let _ = catch_unwind(AssertUnwindSafe(|| errand(py)));
            }
            false
        };
        while Python::try_attach(batch) == Some(false) {}
    }
}

/// Most errands that are run before others may have the GIL.
const BATCH: usize = 100;

/// Runs a short errand that Python's event loops wait for.
pub fn deliver(errand: impl FnOnce(Python<'_>) + Send + 'static) {
    if let Some(engine) = ENGINE.get() {
        engine.deliveries.push(engine.driver.handle(), Box::new(errand));
    }
}

/// Does what a call asks of Python when nobody waits for that call any more, as for a page that is fetched
/// ahead.
pub fn apart(work: Work, caller: Arc<Caller>) {
    let Some(engine) = ENGINE.get() else { return };
    if work.is_bound() {
        return;
    }
    let is_log = matches!(work, Work::Log(_));
    let errand = move |py: Python<'_>| {
        if !caller.cancellation.is_requested()
            && let Err(error) = in_context(py, work, &caller)
        {
            error.write_unraisable(py, None);
        }
    };
    if is_log {
        engine.logs.push(engine.driver.handle(), Box::new(errand));
    } else {
        // A function may take long.
        engine.driver.handle().spawn_blocking(|| Python::try_attach(errand));
    }
}

/// Does work with the context variables of the caller, as if it had gone on.
fn in_context(py: Python<'_>, work: Work, caller: &Caller) -> PyResult<()> {
    let Some(context) = &caller.context else { return work.run(py, false) };
    // A copy, for only one thread at a time can be in a context.
    let run = context.bind(py).call_method0("copy")?.getattr("run")?;
    let work = Mutex::new(Some(work));
    let run_work = move |arguments: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| {
        let work = work.lock().unwrap_or_else(PoisonError::into_inner).take();
        work.map_or(Ok(()), |work| work.run(arguments.py(), false))
    };
    call_out(&run, (PyCFunction::new_closure(py, None, None, run_work)?,)).map(drop)
}
