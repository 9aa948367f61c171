//! Waiting for what the service does in its own time: pauses that grow, until it is done or the
//! deadline is over.

use crate::error::{Error, ErrorKind, Result, check_seconds};
use std::time::Duration;
use tokio::time::{Instant, sleep};
use uploadcare_macros::options;

/// How long to wait, and how often to ask.
#[options]
pub struct WaitOptions {
    /// How long to wait altogether, in seconds. Default 600.
    pub timeout: Option<f64>,
    /// The first pause between two questions, in seconds, at least 0.01. Each pause is half again
    /// as long as the one before, up to 10 seconds, give or take a fifth. Default 1.
    pub interval: Option<f64>,
}

const LONGEST: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) struct Patience {
    limit: Duration,
    deadline: Instant,
    pause: Duration,
}

impl Patience {
    /// `timeout_name`: what the caller calls the option `timeout`.
    pub fn new(options: &WaitOptions, timeout_name: &str) -> Result<Self> {
        let limit = check_seconds(timeout_name, options.timeout.unwrap_or(600.0), 0.0)?;
        let pause = check_seconds("interval", options.interval.unwrap_or(1.0), 0.01)?;
        Ok(Self { limit, deadline: Instant::now() + limit, pause: pause.min(LONGEST) })
    }

    /// Waits before the next question, or says that time is over: `what` was not done. The last pause ends
    /// at the deadline, so that it has a question of its own.
    pub async fn pause(&mut self, what: &str) -> Result<()> {
        let now = Instant::now();
        if now >= self.deadline {
            return Err(Error::new(
                ErrorKind::WaitTimeout,
                format!(
                    "{what} within {} seconds; it may still be: wait again",
                    self.limit.as_secs_f64()
                ),
            ));
        }
        let pause = self.pause.mul_f64(0.8 + 0.4 * fastrand::f64());
        sleep(pause.min(self.deadline - now)).await;
        self.pause = self.pause.mul_f64(1.5).min(LONGEST);
        Ok(())
    }
}
