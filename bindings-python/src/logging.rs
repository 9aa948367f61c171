//! Events of calls, to Python's `logging` if the program uses it.

use crate::runtime::{Host, Work, call_out};
use pyo3::{exceptions::PyException, intern, prelude::*, sync::PyOnceLock, types::PyDict};
use uploadcare::{CallEvent, CallEventKind, EventListener, scope};

/// Which events are wanted.
#[derive(Clone, Copy, PartialEq)]
pub enum Level {
    Off,
    /// Those that a call is to be repeated.
    Info,
    Debug,
}

/// The level of a call that begins now. To ask costs less than a microsecond. An error is most likely what the
/// handler of a signal raised meanwhile, as for Ctrl-C: it is the caller's.
pub fn level(py: Python<'_>) -> PyResult<Level> {
    let Some(logger) = logger(py)? else { return Ok(Level::Off) };
    let is_on = |level: u8| logger.call_method1(intern!(py, "isEnabledFor"), (level,))?.is_truthy();
    Ok(match () {
        () if !is_on(20)? => Level::Off,
        () if !is_on(10)? => Level::Info,
        () => Level::Debug,
    })
}

/// Our logger, unless the program has not imported `logging`: then nobody can have set it up.
fn logger(py: Python<'_>) -> PyResult<Option<&Bound<'_, PyAny>>> {
    static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

    if let Some(logger) = LOGGER.get(py) {
        return Ok(Some(logger.bind(py)));
    }
    let modules = MODULES.import(py, "sys", "modules")?;
    if !modules.contains(intern!(py, "logging"))? {
        return Ok(None);
    }
    LOGGER.import(py, "uploadcare_sdk._logging", "logger").map(Some)
}

/// Writes an event. What a handler raises is no error of the call, unless it is to end more than the call.
pub fn write(py: Python<'_>, event: CallEvent) -> PyResult<()> {
    static WRITE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

    let write = || {
        let write = WRITE.import(py, "uploadcare_sdk._logging", "write")?;
        call_out(write, (event.into_pyobject(py)?,))
    };
    match write() {
        Err(error) if !error.is_instance_of::<PyException>(py) => Err(error),
        Err(error) => {
            error.write_unraisable(py, None);
            Ok(())
        }
        Ok(_) => Ok(()),
    }
}

/// Takes the events of the core to whoever waits for their call.
pub struct Listener;

impl EventListener for Listener {
    fn is_enabled(&self) -> bool {
        scope::current::<Host>().is_some_and(|host| host.level() != Level::Off)
    }

    fn event(&self, event: CallEvent) {
        if let Some(host) = scope::current::<Host>()
            && (host.level() == Level::Debug || event.kind == CallEventKind::Retry)
        {
            host.post(Work::Log(Box::new(event)));
        }
    }
}
