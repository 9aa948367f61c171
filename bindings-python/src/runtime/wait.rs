//! Calls of ordinary code, which waits for them.

use super::{
    Call, Outcome, Setup, Value,
    driver::{Alone, Progress},
    engine::driver,
    host::{Caller, Host, Place, Work},
};
use crate::errors::raise;
use pyo3::prelude::*;
use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use uploadcare::{Error, scope};

/// How often a waiting call looks for Ctrl-C.
const TICK: Duration = Duration::from_millis(50);

/// Where a thread waits for a call, and takes what the call asks of Python.
#[derive(Default)]
pub struct Desk {
    papers: Mutex<Papers>,
    changed: Condvar,
}

#[derive(Default)]
struct Papers {
    works: VecDeque<Work>,
    outcome: Option<Outcome>,
    /// Nobody waits any more.
    is_closed: bool,
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leaves work for the thread; gives it back if that is gone.
    pub fn post(&self, work: Work) -> Result<(), Work> {
        let mut papers = self.lock();
        if papers.is_closed || papers.outcome.is_some() {
            return Err(work);
        }
        papers.works.push_back(work);
        self.changed.notify_one();
        Ok(())
    }

    fn end(&self, outcome: Outcome) {
        self.lock().outcome = Some(outcome);
        self.changed.notify_one();
    }

    /// Waits for something, for a while.
    fn next(&self) -> Next {
        let until = Instant::now() + TICK;
        let mut papers = self.lock();
        loop {
            if let Some(work) = papers.works.pop_front() {
                return Next::Work(work);
            }
            if let Some(outcome) = papers.outcome.take() {
                papers.is_closed = true;
                return Next::Done(outcome);
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Next::Nothing;
            }
            let waited = self.changed.wait_timeout(papers, left);
            papers = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn close(&self) {
        let works = {
            let mut papers = self.lock();
            papers.is_closed = true;
            std::mem::take(&mut papers.works)
        };
        drop(works);
    }
}

enum Next {
    Work(Work),
    Done(Outcome),
    Nothing,
}

/// Carries out a call while this thread waits, without the GIL, and does what the call asks of Python. An
/// exception that is not for the call, as of Ctrl-C, ends it.
pub fn wait(py: Python<'_>, call: Call, setup: Setup) -> PyResult<Bound<'_, PyAny>> {
    let level = setup.asks(py)?;
    let driver = driver().map_err(|error| raise(py, &error))?;
    if level.is_none()
        && setup.is_single
        && let Some(alone) = driver.alone()
    {
        return wait_alone(py, call, &setup, &alone);
    }
    let desk = Arc::new(Desk::default());
    let call = match level {
        None => call,
        Some(level) => {
            let place = Place::Thread(desk.clone());
            let host = Host::new(level, place, Caller::now(py, setup.cancellation.clone())?);
            Box::pin(scope::with(Arc::new(host), call))
        }
    };
    let end = End(Some(desk.clone()));
    let task = driver.spawn(async move { end.comes(call.await) });
    let interrupt = loop {
        let ended = match py.detach(|| desk.next()) {
            Next::Done(outcome) => return outcome.take(py),
            Next::Work(work) => work.run(py, false),
            Next::Nothing => py.check_signals(),
        };
        if let Err(interrupt) = ended {
            break interrupt;
        }
    };
    setup.cancellation.request();
    task.abort();
    desk.close();
    Err(interrupt)
}

/// The same for a call that asks nothing of Python: this thread carries it out.
fn wait_alone<'py>(
    py: Python<'py>,
    mut call: Call,
    setup: &Setup,
    alone: &Alone,
) -> PyResult<Bound<'py, PyAny>> {
    let interrupt = loop {
        let outcome = match py.detach(|| alone.work(&mut call, TICK)) {
            Progress::Done(result) => Outcome(result),
            Progress::Never => Outcome::none(),
            Progress::NotYet => match py.check_signals() {
                Ok(()) => continue,
                Err(interrupt) => break interrupt,
            },
        };
        return outcome.take(py);
    };
    setup.cancellation.request();
    py.detach(|| alone.drop_call(call));
    Err(interrupt)
}

/// The end of a call, told even if it comes to no result.
struct End(Option<Arc<Desk>>);

impl End {
    fn comes(mut self, outcome: Result<Value, Error>) {
        if let Some(desk) = self.0.take() {
            desk.end(Outcome(outcome));
        }
    }
}

impl Drop for End {
    fn drop(&mut self) {
        if let Some(desk) = self.0.take() {
            desk.end(Outcome::none());
        }
    }
}
