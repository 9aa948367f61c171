//! Waiting for what the service does in its own time: pauses that grow, until it is done or the
//! deadline is over.

use crate::error::{Error, ErrorKind, Result, check_seconds};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout_at};
use uploadcare_macros::options;

/// How long to wait, and how often to ask.
#[options]
pub struct WaitOptions {
    /// How long to wait altogether, in seconds. Default 600.
    pub timeout: Option<f64>,
    /// The first pause between two questions, in seconds, at least 0.01. Each pause is half again
    /// as long as the one before, up to 10 seconds or the first if that is longer, give or take a
    /// fifth. Default 1.
    pub interval: Option<f64>,
}

const LONGEST: Duration = Duration::from_secs(10);
const GRACE: Duration = Duration::from_secs(5);

#[derive(Debug)]
pub(crate) struct Patience {
    limit: Duration,
    deadline: Instant,
    pause: Duration,
    longest: Duration,
}

impl Patience {
    /// `timeout_name`: what the caller calls the option `timeout`.
    pub fn new(options: &WaitOptions, timeout_name: &str) -> Result<Self> {
        let limit = check_seconds(timeout_name, options.timeout.unwrap_or(600.0), 0.0)?;
        let pause = check_seconds("interval", options.interval.unwrap_or(1.0), 0.01)?;
        let deadline = Instant::now() + limit;
        Ok(Self { limit, deadline, pause, longest: LONGEST.max(pause) })
    }

    /// Starts the clock anew.
    pub fn begin(&mut self) {
        self.deadline = Instant::now() + self.limit;
    }

    /// Asks a question, and gives it up some time after the deadline: the last one is asked at the
    /// deadline and must have a chance.
    pub async fn ask<T>(
        &self,
        question: impl Future<Output = Result<T>>,
        what: &str,
        way_out: &str,
    ) -> Result<T> {
        let end = self.deadline.max(Instant::now() + GRACE);
        timeout_at(end, question).await.unwrap_or_else(|_| Err(self.too_late(what, way_out)))
    }

    /// Waits before the next question, or says that time is over: `what` was not done, and what
    /// to do then. The last pause ends at the deadline, so that it has a question of its own.
    pub async fn pause(&mut self, what: &str, way_out: &str) -> Result<()> {
        let now = Instant::now();
        if now >= self.deadline {
            return Err(self.too_late(what, way_out));
        }
        let pause = self.pause.mul_f64(0.8 + 0.4 * fastrand::f64());
        sleep(pause.min(self.deadline - now)).await;
        self.pause = self.pause.mul_f64(1.5).min(self.longest);
        Ok(())
    }

    fn too_late(&self, what: &str, way_out: &str) -> Error {
        let limit = self.limit.as_secs_f64();
        Error::new(
            ErrorKind::WaitTimeout,
            format!("{what} within {limit} seconds; it may still come: {way_out}"),
        )
    }
}
