use std::{str::FromStr, time::Instant};

use parking_lot::Mutex;
use serde::{Deserialize, Serialize};

use crate::error::ControlError;

/// How many requests of a project the service takes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateLimit {
    /// Requests per second in the long run, more than 0 and at most 1,000,000.
    pub per_second: f64,
    /// How many requests may come at once, 1 or more; `per_second` rounded up unless set.
    #[serde(default)]
    pub burst: Option<u64>,
}

/// A rate limit and what came of it since it was set.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RateLimitStats {
    /// Requests per second in the long run.
    pub per_second: f64,
    /// How many requests may come at once.
    pub burst: u64,
    /// Requests that were let through.
    pub allowed: u64,
    /// Requests that were answered by 429 and not carried out.
    pub refused: u64,
}

impl RateLimit {
    pub(crate) fn check(&self) -> Result<(), ControlError> {
        if !(self.per_second > 0.0 && self.per_second <= 1e6) {
            return Err(ControlError::invalid("per_second is more than 0 and at most 1000000"));
        }
        if self.burst == Some(0) {
            return Err(ControlError::invalid("burst is 1 or more"));
        }
        Ok(())
    }
}

/// Reads `PER_SECOND[/BURST]` and checks it.
impl FromStr for RateLimit {
    type Err = ControlError;

    fn from_str(text: &str) -> Result<Self, ControlError> {
        let (per_second, burst) = match text.split_once('/') {
            Some((per_second, burst)) => (per_second, Some(burst)),
            None => (text, None),
        };
        let per_second =
            per_second.parse().map_err(|_| ControlError::invalid("per_second is a number"))?;
        let burst = burst.map(str::parse).transpose();
        let burst = burst.map_err(|_| ControlError::invalid("burst is a whole number"))?;
        let limit = Self { per_second, burst };
        limit.check()?;
        Ok(limit)
    }
}

/// The rate limit of a project, if it has one.
#[derive(Default)]
pub(crate) struct RateLimiter(Mutex<Option<Bucket>>);

impl RateLimiter {
    pub fn set(&self, limit: RateLimit) {
        *self.0.lock() = Some(Bucket::full(limit, Instant::now()));
    }

    pub fn clear(&self) {
        *self.0.lock() = None;
    }

    pub fn stats(&self) -> Option<RateLimitStats> {
        self.0.lock().as_ref().map(|bucket| bucket.stats)
    }

    /// Counts a request; seconds until one would be allowed, if this is not.
    pub fn refuses(&self) -> Option<u64> {
        self.0.lock().as_mut()?.refuses(Instant::now())
    }
}

/// A bucket of tokens that fills all the time.
struct Bucket {
    stats: RateLimitStats,
    tokens: f64,
    filled: Instant,
}

impl Bucket {
    fn full(limit: RateLimit, now: Instant) -> Self {
        let per_second = limit.per_second;
        let burst = limit.burst.unwrap_or(per_second.ceil() as u64).max(1);
        let stats = RateLimitStats { per_second, burst, allowed: 0, refused: 0 };
        Self { stats, tokens: burst as f64, filled: now }
    }

    fn refuses(&mut self, now: Instant) -> Option<u64> {
        let passed = now.saturating_duration_since(self.filled).as_secs_f64();
        let tokens = self.tokens + passed * self.stats.per_second;
        self.tokens = tokens.min(self.stats.burst as f64);
        self.filled = self.filled.max(now);
        if self.tokens >= 1.0 {
            self.tokens -= 1.0;
            self.stats.allowed += 1;
            return None;
        }
        self.stats.refused += 1;
        let seconds = (1.0 - self.tokens) / self.stats.per_second;
        Some((seconds.ceil() as u64).max(1))
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Bucket, RateLimit};

    #[test]
    fn tokens_come_with_time() {
        let start = Instant::now();
        let limit = RateLimit { per_second: 0.5, burst: Some(3) };
        let mut bucket = Bucket::full(limit, start);
        let mut at = |ms| bucket.refuses(start + Duration::from_millis(ms));
        assert_eq!([at(0), at(0), at(0), at(0)], [None, None, None, Some(2)]);
        assert_eq!([at(500), at(1999), at(2000), at(2000)], [Some(2), Some(1), None, Some(2)]);
        assert_eq!(at(1000), Some(2), "time does not run backward");
        assert_eq!([at(60_000), at(60_000), at(60_000)], [None, None, None]);
        assert_eq!(at(60_000), Some(2), "no more than a burst is saved up");
        assert_eq!((bucket.stats.allowed, bucket.stats.refused), (7, 6));
    }

    #[test]
    fn a_burst_follows_from_the_rate() {
        for (per_second, burst) in [(0.01, 1), (1.0, 1), (2.5, 3), (1e6, 1_000_000)] {
            let limit = RateLimit { per_second, burst: None };
            assert_eq!(Bucket::full(limit, Instant::now()).stats.burst, burst);
        }
    }

    #[test]
    fn limits_are_read_and_checked() {
        let limit = |per_second, burst| Ok(RateLimit { per_second, burst });
        assert_eq!("5".parse(), limit(5.0, None));
        assert_eq!("0.5/10".parse(), limit(0.5, Some(10)));
        for text in ["", "x", "0", "-1", "nan", "inf", "1000001", "1/", "1/0", "1/1.5", "1/-1"] {
            assert!(text.parse::<RateLimit>().is_err(), "{text}");
        }
    }
}
