//! Work that can be followed, paused, given up and taken up again.

use crate::error::{Error, Result};
use futures::future::BoxFuture;
use std::time::Duration;
use tokio::sync::{Mutex, MutexGuard, watch};

/// How often progress is told at most.
const REPORT_EVERY: Duration = Duration::from_millis(100);

/// One piece of work with a result `T`, of which progress `P` is told.
pub(crate) struct Followed<T, P> {
    state: Mutex<State<T, P>>,
    is_paused: watch::Sender<bool>,
}

struct State<T, P> {
    running: Option<BoxFuture<'static, Result<T>>>,
    /// Whether the last that can be told was told.
    is_over: bool,
    told: Option<P>,
}

impl<T, P: Clone + PartialEq> Followed<T, P> {
    pub fn new() -> Self {
        Self {
            state: Mutex::new(State { running: None, is_over: false, told: None }),
            is_paused: watch::Sender::new(false),
        }
    }

    /// Works until there is a result.
    ///
    /// begin, tell: As for [`Self::next`].
    /// result: What of a progress is the result.
    pub async fn run(
        &self,
        begin: impl Fn() -> BoxFuture<'static, Result<T>>,
        tell: impl Fn(Option<T>) -> P,
        result: impl Fn(P) -> Option<T>,
    ) -> Result<T> {
        loop {
            let progress = match self.next(&begin, &tell).await? {
                Some(progress) => result(progress),
                // It came before.
                None => {
                    let told = self.state.lock().await.told.clone().and_then(&result);
                    Some(told.ok_or_else(|| Error::internal("work ended without a result"))?)
                }
            };
            if let Some(result) = progress {
                return Ok(result);
            }
        }
    }

    /// Works until there is progress to tell, at most ten times per second. The last one is that of the result; None
    /// comes after it. If it is given up, the work stops, and the next call begins it anew.
    ///
    /// begin: Begins the work, or goes on with it.
    /// tell: The progress, with the result if there is one.
    pub async fn next(
        &self,
        begin: impl Fn() -> BoxFuture<'static, Result<T>>,
        tell: impl Fn(Option<T>) -> P,
    ) -> Result<Option<P>> {
        let mut paused = self.is_paused.subscribe();
        let mut work = Stop { state: self.state.lock().await, is_kept: false };
        if work.state.is_over {
            return Ok(None);
        }
        loop {
            if *paused.borrow_and_update() {
                work.state.running = None;
                // The sender lives as long as this handle.
                let _ = paused.wait_for(|paused| !paused).await;
            }
            let running = work.state.running.get_or_insert_with(&begin);
            tokio::select! {
                biased;
                outcome = running => {
                    work.state.running = None;
                    let progress = tell(Some(outcome?));
                    work.state.is_over = true;
                    work.state.told = Some(progress.clone());
                    return Ok(Some(progress));
                }
                Ok(()) = paused.changed() => {}
                () = tokio::time::sleep(REPORT_EVERY) => {
                    let progress = tell(None);
                    if work.state.told.as_ref() != Some(&progress) {
                        work.is_kept = true;
                        work.state.told = Some(progress.clone());
                        return Ok(Some(progress));
                    }
                }
            }
        }
    }

    /// Stops the work. Whoever waits for it goes on waiting until it is resumed.
    pub fn pause(&self) {
        self.is_paused.send_replace(true);
        // If somebody is at work, they see it themselves.
        self.stop();
    }

    /// Goes on after a pause.
    pub fn resume(&self) {
        self.is_paused.send_replace(false);
    }

    /// Stops the work, if nobody waits for it.
    pub fn stop(&self) {
        if let Ok(mut state) = self.state.try_lock() {
            state.running = None;
        }
    }
}

/// Stops the work when a wait for it is given up in its middle.
struct Stop<'a, T, P> {
    state: MutexGuard<'a, State<T, P>>,
    is_kept: bool,
}

impl<T, P> Drop for Stop<'_, T, P> {
    fn drop(&mut self) {
        if !self.is_kept {
            self.state.running = None;
        }
    }
}
