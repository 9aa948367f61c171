//! Calls on their way: carried out by a thread of ours, while a thread or an event loop of Python waits for
//! them and does what they ask of Python; or by the thread that waits.

mod driver;
mod engine;
mod host;
mod promise;
mod visits;
mod wait;

pub use engine::{apart, deliver, stop};
pub use host::{Cancellation, Host, Setup, Work};
pub use promise::{promise, unless_closed};
pub use visits::{call_out, guarded};
pub use wait::wait;

use crate::errors::raise;
use pyo3::{IntoPyObjectExt, prelude::*};
use std::{convert::Infallible, future::Future, pin::Pin};
use uploadcare::Error;

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

/// What a call came to. It becomes a value or an exception where the interpreter is at hand anyway, not on a
/// thread that other calls are waiting for.
struct Outcome(Result<Value, Error>);

impl Outcome {
    fn none() -> Self {
        Self(Err(Error::internal("the call ended without a result")))
    }

    fn take(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self.0 {
            Ok(value) => value(py),
            Err(error) => Err(raise(py, &error)),
        }
    }
}
