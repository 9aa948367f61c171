//! Threads of Python within Rust, and what becomes of them when the interpreter exits.
//!
//! Until Python 3.14 a thread that comes back to the interpreter while that is exiting, as daemon threads do,
//! is ended by `pthread_exit`. Its way through Rust aborts the process, or drops objects of Python without the
//! GIL. So the exit waits until no thread is within Rust, and threads that come later stay there: they hang until
//! the process is gone, as all of them do with Python 3.14.

use super::engine::Engine;
use pyo3::{ffi, prelude::*, types::PyTuple};
use std::{
    cell::Cell,
    sync::atomic::{AtomicIsize, Ordering, fence},
    thread,
    time::{Duration, Instant},
};

thread_local! {
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// How many threads are within Rust.
#[derive(Default)]
pub struct Visits(AtomicIsize);

impl Visits {
    /// Waits until there are none, but not for ever. To be called without the GIL, which they may need.
    pub fn end(&self, patience: Duration) {
        let until = Instant::now() + patience;
        while self.0.load(Ordering::SeqCst) > 0 && Instant::now() < until {
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn count(&self, by: isize) {
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}

/// Carries out what Python asks of Rust.
pub fn guarded<T>(py: Python<'_>, work: impl FnOnce() -> T) -> T {
    if IS_INSIDE.replace(true) {
        return work();
    }
    come_in(py);
    let guard = Hang;
    let result = work();
    std::mem::forget(guard);
    go_out();
    IS_INSIDE.set(false);
    result
}

fn come_in(py: Python<'_>) {
    let Some(engine) = Engine::running() else { return };
    engine.visits.count(1);
    // Either the exit sees this thread, or this thread sees the exit.
    fence(Ordering::SeqCst);
    if engine.is_over_for_this_thread() {
        engine.visits.count(-1);
        py.detach(|| drop(Hang));
    }
}

fn go_out() {
    if let Some(engine) = Engine::running() {
        engine.visits.count(-1);
    }
}

/// Calls a function of the user, which may take its time: meanwhile the thread is not within Rust. Nothing lies
/// between the function and the guard.
pub fn call_out<'py>(
    function: &Bound<'py, PyAny>,
    arguments: impl IntoPyObject<
        'py,
        Target = PyTuple,
        Output = Bound<'py, PyTuple>,
        Error: Into<PyErr>,
    >,
) -> PyResult<Bound<'py, PyAny>> {
    let py = function.py();
    let arguments = arguments.into_pyobject(py).map_err(Into::into)?;
    let was_inside = IS_INSIDE.replace(false);
    if was_inside {
        go_out();
    }
    let guard = Hang;
    // SAFETY: both are live objects, and the thread is attached. The result is a new reference, or null with
    // an exception set.
    let result = unsafe {
        let result = PyObject_Call(function.as_ptr(), arguments.as_ptr(), std::ptr::null_mut());
        Bound::from_owned_ptr_or_err(py, result)
    };
    std::mem::forget(guard);
    if was_inside {
        come_in(py);
    }
    IS_INSIDE.set(was_inside);
    result
}

#[cfg(unix)]
unsafe extern "C-unwind" {
    /// As in `pyo3::ffi`, where it is said not to unwind.
    fn PyObject_Call(
        function: *mut ffi::PyObject,
        arguments: *mut ffi::PyObject,
        keywords: *mut ffi::PyObject,
    ) -> *mut ffi::PyObject;
}

#[cfg(not(unix))]
use ffi::PyObject_Call;

/// Dropped when a thread is unwound.
struct Hang;

impl Drop for Hang {
    fn drop(&mut self) {
        // A panic is another matter, and no reason to hang.
        while !thread::panicking() {
            thread::park();
        }
    }
}
