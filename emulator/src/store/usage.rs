use std::collections::BTreeMap;

use chrono::NaiveDate;
use parking_lot::Mutex;

/// What a project has used, by days of UTC in the project's time.
#[derive(Default)]
pub(crate) struct Usage {
    days: Mutex<BTreeMap<NaiveDate, Used>>,
    /// Bytes that are said to have been stored, beside those of the files.
    stored: Mutex<BTreeMap<NaiveDate, u64>>,
}

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
        let mut days = self.days.lock();
        let sum = days.entry(day).or_default();
        sum.traffic = sum.traffic.saturating_add(used.traffic);
        sum.operations = sum.operations.saturating_add(used.operations);
    }

    pub fn of(&self, day: NaiveDate) -> Used {
        self.days.lock().get(&day).copied().unwrap_or_default()
    }

    pub fn add_stored(&self, day: NaiveDate, bytes: u64) {
        let mut stored = self.stored.lock();
        let sum = stored.entry(day).or_default();
        *sum = sum.saturating_add(bytes);
    }

    pub fn stored(&self, day: NaiveDate) -> u64 {
        self.stored.lock().get(&day).copied().unwrap_or_default()
    }
}
