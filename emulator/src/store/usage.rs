use std::collections::BTreeMap;

use chrono::NaiveDate;
use parking_lot::Mutex;

/// What a project has used, by days of UTC in the project's time.
#[derive(Default)]
pub(crate) struct Usage(Mutex<BTreeMap<NaiveDate, Used>>);

/// What was used on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Used {
    /// Bytes of bodies that the CDN handed over.
    pub traffic: u64,
    /// Variants of images that were made.
    pub operations: u64,
}

impl Usage {
    pub fn add(&self, day: NaiveDate, used: Used) {
        let mut days = self.0.lock();
        let sum = days.entry(day).or_default();
        sum.traffic += used.traffic;
        sum.operations += used.operations;
    }

    pub fn of(&self, day: NaiveDate) -> Used {
        self.0.lock().get(&day).copied().unwrap_or_default()
    }
}
