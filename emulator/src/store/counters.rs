use std::sync::atomic::{AtomicU64, Ordering};

use super::Stats;

/// Requests as they come and go.
#[derive(Default)]
pub(crate) struct Counters {
    in_flight: AtomicU64,
    cancelled: AtomicU64,
    requests: AtomicU64,
}

impl Counters {
    pub fn stats(&self) -> Stats {
        Stats {
            in_flight: self.in_flight.load(Ordering::Relaxed),
            cancelled: self.cancelled.load(Ordering::Relaxed),
            requests: self.requests.load(Ordering::Relaxed),
        }
    }

    pub fn started(&self) {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes a started request back: a later part of it names another project.
    pub fn disowned(&self) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        self.requests.fetch_sub(1, Ordering::Relaxed);
    }

    pub fn ended(&self, cancelled: bool) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        if cancelled {
            self.cancelled.fetch_add(1, Ordering::Relaxed);
        }
    }
}
