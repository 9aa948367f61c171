//! When a failed attempt is repeated, and how long it waits before that.

use crate::error::{Error, ErrorKind};
use std::{fmt, sync::Arc, time::Duration};
use tokio::time::Instant;

/// An attempt that failed, as a [`RetryPolicy`] sees it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct FailedAttempt<'a> {
    /// How often the call was repeated before: 0 after the first attempt.
    pub retries: u32,
    /// Time since the call began.
    pub elapsed: Duration,
    /// Why the attempt failed.
    pub error: &'a Error,
}

/// Decides whether a failed attempt is repeated, and when.
///
/// It is asked only where repeating is safe: the call is idempotent, or was never sent, or the service
/// refused to begin (429). And a wait that would outlive the deadline of the call is never begun,
/// whatever a policy says.
///
/// ```
/// use std::time::Duration;
/// use uploadcare::{Backoff, RetryPolicy};
///
/// let policy = Backoff::default().within(Duration::from_secs(20)).at_most(5);
/// let client = uploadcare::Client::builder().public_key("key").retry_policy(policy).build()?;
/// # Ok::<(), uploadcare::Error>(())
/// ```
pub trait RetryPolicy: fmt::Debug + Send + Sync + 'static {
    /// How long to wait before the next attempt; None to give up.
    fn wait(&self, failure: &FailedAttempt<'_>) -> Option<Duration>;

    /// The same, for at most so many repetitions.
    fn at_most(self, retries: u32) -> AtMost<Self>
    where
        Self: Sized,
    {
        AtMost { policy: self, retries }
    }

    /// The same, for as long as the next attempt begins within this time from the start of the call.
    fn within(self, limit: Duration) -> Within<Self>
    where
        Self: Sized,
    {
        Within { policy: self, limit }
    }

    /// The same, for the errors that a function accepts.
    fn only_if<F>(self, accepts: F) -> OnlyIf<Self, F>
    where
        Self: Sized,
        F: Fn(&Error) -> bool + Send + Sync + 'static,
    {
        OnlyIf { policy: self, accepts }
    }
}

/// Repeats what may pass by itself ([`Error::is_retryable`]), without a limit on the number: see
/// [`RetryPolicy::at_most`].
///
/// The wait is as long as `Retry-After` asks and up to a quarter of a second more, so that many clients do
/// not come back at once. Without it the wait is a random part of a ceiling that doubles each time.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Backoff {
    /// Ceiling of the first wait. Default 0.2 seconds.
    pub first: Duration,
    /// Ceiling of the first wait after a 429 that did not say how long to wait. Default 2 seconds.
    pub first_throttled: Duration,
    /// No ceiling grows beyond this. Default 30 seconds.
    pub longest: Duration,
    /// Longest `Retry-After` that is waited for. If the service asks for more, the call fails at once:
    /// coming earlier would be rude, and waiting so long is the caller's choice. Default 60 seconds.
    pub longest_asked: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self {
            first: Duration::from_millis(200),
            first_throttled: Duration::from_secs(2),
            longest: Duration::from_secs(30),
            longest_asked: Duration::from_secs(60),
        }
    }
}

impl Backoff {
    /// The same with another limit for `Retry-After`.
    #[must_use]
    pub fn longest_asked(self, limit: Duration) -> Self {
        Self { longest_asked: limit, ..self }
    }
}

impl RetryPolicy for Backoff {
    fn wait(&self, failure: &FailedAttempt<'_>) -> Option<Duration> {
        if !failure.error.is_retryable() {
            return None;
        }
        if let Some(asked) = failure.error.retry_after() {
            let spread = Duration::from_millis(fastrand::u64(..250));
            return (asked <= self.longest_asked).then(|| asked + spread);
        }
        let is_throttled = *failure.error.kind() == ErrorKind::Throttled;
        let first = if is_throttled { self.first_throttled } else { self.first };
        let ceiling = first.saturating_mul(1 << failure.retries.min(16)).min(self.longest);
        Some(ceiling.mul_f64(fastrand::f64()))
    }
}

/// See [`RetryPolicy::at_most`].
#[derive(Debug, Clone)]
pub struct AtMost<P> {
    policy: P,
    retries: u32,
}

impl<P: RetryPolicy> RetryPolicy for AtMost<P> {
    fn wait(&self, failure: &FailedAttempt<'_>) -> Option<Duration> {
        if failure.retries < self.retries { self.policy.wait(failure) } else { None }
    }
}

/// See [`RetryPolicy::within`].
#[derive(Debug, Clone)]
pub struct Within<P> {
    policy: P,
    limit: Duration,
}

impl<P: RetryPolicy> RetryPolicy for Within<P> {
    fn wait(&self, failure: &FailedAttempt<'_>) -> Option<Duration> {
        self.policy.wait(failure).filter(|wait| failure.elapsed.saturating_add(*wait) <= self.limit)
    }
}

/// See [`RetryPolicy::only_if`].
#[derive(Clone)]
pub struct OnlyIf<P, F> {
    policy: P,
    accepts: F,
}

impl<P: fmt::Debug, F> fmt::Debug for OnlyIf<P, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnlyIf").field("policy", &self.policy).finish_non_exhaustive()
    }
}

impl<P, F> RetryPolicy for OnlyIf<P, F>
where
    P: RetryPolicy,
    F: Fn(&Error) -> bool + Send + Sync + 'static,
{
    fn wait(&self, failure: &FailedAttempt<'_>) -> Option<Duration> {
        if (self.accepts)(failure.error) { self.policy.wait(failure) } else { None }
    }
}

impl RetryPolicy for Arc<dyn RetryPolicy> {
    fn wait(&self, failure: &FailedAttempt<'_>) -> Option<Duration> {
        (**self).wait(failure)
    }
}

/// Why an attempt failed, and whether the service may have acted on it.
#[derive(Debug)]
pub(crate) struct Failure {
    pub error: Error,
    /// Nothing of the request reached the service.
    pub never_sent: bool,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, never_sent: false }
    }
}

/// What repeating a call would do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Safety {
    /// Repeating it does no harm.
    pub idempotent: bool,
    /// A 404 after an attempt of unknown outcome says that the call is done: that attempt has
    /// deleted it.
    pub absent_is_done: bool,
}

/// The attempts of one call.
pub(crate) struct Attempts<'a> {
    policy: &'a dyn RetryPolicy,
    safety: Safety,
    began: Instant,
    pub deadline: Instant,
    pub retries: u32,
    /// Whether an earlier attempt may have been carried out.
    may_be_done: bool,
}

#[derive(Debug)]
pub(crate) enum Verdict {
    /// Wait so long and try again.
    Repeat(Duration, Error),
    GiveUp(Error),
    /// The failure says that an earlier attempt did the work.
    Done,
}

impl<'a> Attempts<'a> {
    pub fn new(
        policy: &'a dyn RetryPolicy,
        safety: Safety,
        began: Instant,
        deadline: Instant,
    ) -> Self {
        Self { policy, safety, began, deadline, retries: 0, may_be_done: false }
    }

    /// Says what follows from the failure of an attempt.
    pub fn failed(&mut self, failure: Failure, now: Instant) -> Verdict {
        let Failure { error, never_sent } = failure;
        if self.may_be_done && self.safety.absent_is_done && *error.kind() == ErrorKind::NotFound {
            return Verdict::Done;
        }
        // The service refuses a 429 before it looks at the request.
        let is_untouched = never_sent || *error.kind() == ErrorKind::Throttled;
        self.may_be_done |= !is_untouched;
        if !is_untouched && !self.safety.idempotent {
            return Verdict::GiveUp(error);
        }
        let elapsed = now.saturating_duration_since(self.began);
        let failed = FailedAttempt { retries: self.retries, elapsed, error: &error };
        // A wait that outlives the deadline is not begun.
        let in_time = |wait: &Duration| now.checked_add(*wait).is_some_and(|at| at < self.deadline);
        match self.policy.wait(&failed).filter(in_time) {
            Some(wait) => {
                self.retries += 1;
                Verdict::Repeat(wait, error)
            }
            None => Verdict::GiveUp(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn failed(retries: u32, error: &Error) -> FailedAttempt<'_> {
        FailedAttempt { retries, elapsed: Duration::from_secs(retries.into()), error }
    }

    #[test]
    fn policies_compose() {
        let temporary = Error::new(ErrorKind::Network, "broke");
        let permanent = Error::new(ErrorKind::Rejected, "wrong");
        let policy = Backoff::default();
        assert!(policy.wait(&failed(100, &temporary)).is_some());
        assert!(policy.wait(&failed(0, &permanent)).is_none());
        let policy = Backoff::default().at_most(2);
        assert!(policy.wait(&failed(1, &temporary)).is_some());
        assert!(policy.wait(&failed(2, &temporary)).is_none());
        let policy = Backoff::default().within(Duration::from_secs(3)).at_most(100);
        assert!(policy.wait(&failed(1, &temporary)).is_some());
        assert!(policy.wait(&failed(4, &temporary)).is_none());
        let policy = Backoff::default().only_if(|error| *error.kind() == ErrorKind::Timeout);
        assert!(policy.wait(&failed(0, &temporary)).is_none());
    }

    #[test]
    fn waits_are_what_was_asked_and_capped() {
        let asked = |seconds: f64| {
            Error::new(ErrorKind::Throttled, "slow").with(|info| info.retry_after = Some(seconds))
        };
        let policy = Backoff::default();
        for seconds in [0.0, 1.5, 60.0] {
            let wait = policy.wait(&failed(0, &asked(seconds))).unwrap().as_secs_f64();
            assert!((seconds..seconds + 0.25).contains(&wait), "{wait}");
        }
        assert_eq!(policy.wait(&failed(0, &asked(60.1))), None);
        let policy = Backoff::default().longest_asked(Duration::from_secs(90));
        assert!(policy.wait(&failed(0, &asked(60.1))).is_some());
        let error = Error::new(ErrorKind::Network, "broke");
        for retries in 0..40 {
            let ceiling = (0.2 * 2f64.powi(retries)).min(30.0);
            let wait = policy.wait(&failed(retries as u32, &error)).unwrap().as_secs_f64();
            assert!(wait <= ceiling, "{wait} after {retries}");
        }
    }

    #[derive(Debug, Clone, Copy)]
    enum Outcome {
        Refused,
        NeverSent,
        Broken,
        Failed(u16),
        Throttled(Option<u8>),
        Absent,
        Wrong,
    }

    impl Outcome {
        fn failure(self) -> Failure {
            let kind = match self {
                Self::Refused => ErrorKind::Forbidden,
                Self::NeverSent | Self::Broken => ErrorKind::Network,
                Self::Failed(_) => ErrorKind::Server,
                Self::Throttled(_) => ErrorKind::Throttled,
                Self::Absent => ErrorKind::NotFound,
                Self::Wrong => ErrorKind::Rejected,
            };
            let error = Error::new(kind, "planned").with(|info| match self {
                Self::Throttled(asked) => info.retry_after = asked.map(f64::from),
                Self::Failed(status) => {
                    info.is_retryable = matches!(status, 500 | 502 | 503 | 504);
                }
                _ => {}
            });
            Failure { error, never_sent: matches!(self, Self::NeverSent) }
        }

        /// Whether the service may have acted on such an attempt.
        fn may_have_acted(self) -> bool {
            !matches!(self, Self::NeverSent | Self::Throttled(_))
        }

        fn may_pass(self) -> bool {
            match self {
                Self::NeverSent | Self::Broken | Self::Throttled(_) => true,
                Self::Failed(status) => status != 501,
                Self::Refused | Self::Absent | Self::Wrong => false,
            }
        }
    }

    fn outcome() -> impl Strategy<Value = Outcome> {
        prop_oneof![
            Just(Outcome::Refused),
            Just(Outcome::NeverSent),
            Just(Outcome::Broken),
            prop::sample::select(vec![500, 501, 502, 503, 504]).prop_map(Outcome::Failed),
            prop::option::of(0u8..90).prop_map(Outcome::Throttled),
            Just(Outcome::Absent),
            Just(Outcome::Wrong),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        /// Whatever goes wrong: no more attempts than allowed, none that begins after the deadline, and
        /// nothing repeated that may have been carried out unless repeating does no harm.
        #[test]
        fn the_attempts_of_a_call(
            outcomes in prop::collection::vec((outcome(), 0u64..8_000), 1..14),
            max_retries in 0u32..11,
            limit in 1u64..40_000,
            idempotent: bool,
            absent_is_done: bool,
        ) {
            let policy = Backoff::default().at_most(max_retries);
            let began = Instant::now();
            let deadline = began + Duration::from_millis(limit);
            let safety = Safety { idempotent, absent_is_done: absent_is_done && idempotent };
            let mut attempts = Attempts::new(&policy, safety, began, deadline);
            let mut now = began;
            let mut made = 0;
            let mut acted = false;
            for (outcome, took) in outcomes {
                made += 1;
                prop_assert!(now < deadline, "attempt {made} begins after the deadline");
                prop_assert!(made <= max_retries + 1, "{made} attempts");
                prop_assert!(idempotent || !acted, "repeated after it may have been done");
                now += Duration::from_millis(took);
                match attempts.failed(outcome.failure(), now) {
                    Verdict::Done => {
                        prop_assert!(matches!(outcome, Outcome::Absent) && acted && absent_is_done);
                        return Ok(());
                    }
                    Verdict::GiveUp(_) => {
                        let must = !outcome.may_pass()
                            || made > max_retries
                            || (!idempotent && outcome.may_have_acted())
                            || matches!(outcome, Outcome::Throttled(Some(61..)))
                            // The wait, at its longest, would have come too late.
                            || now + Duration::from_secs(121) >= deadline;
                        prop_assert!(must, "gave up after {outcome:?} without a reason");
                        return Ok(());
                    }
                    Verdict::Repeat(wait, _) => {
                        prop_assert!(outcome.may_pass());
                        acted |= outcome.may_have_acted();
                        now += wait;
                    }
                }
            }
        }
    }
}
