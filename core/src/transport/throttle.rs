//! How many requests a client sends, and how fast: all its calls share what one of them learns.
//!
//! While nothing speaks against it requests go out at once. A 429 closes the gate for all, and then
//! requests go out one after another at the pace that the service was seen to take, which creeps up
//! again until it is free.

use parking_lot::Mutex;
use std::{collections::VecDeque, time::Duration};
use tokio::{
    sync::{self, Notify, Semaphore, SemaphorePermit},
    time::{Instant, sleep_until},
};

/// Requests at once of a client that does not know yet what the service takes: what is under way at the first
/// 429 is wasted. Each answer makes some room for more, until the service is trusted.
const CAUTIOUS: f64 = 24.0;
const ROOM: f64 = 0.125;
const TRUSTED: f64 = 256.0;
/// From there on, if the caller does not say: more at once are not faster, and each may want a connection, of which
/// a process may have few.
const MOST: usize = TRUSTED as usize;

/// How long answers are remembered for an estimate of the pace.
const MEMORY: Duration = Duration::from_secs(1);
const MOST_REMEMBERED: usize = 4096;

/// Below what was just refused.
const CUT: f64 = 0.8;
/// How the pace grows, per second, until a 429 tells where it ends: the first one came to requests that went
/// out at no pace, so what it says is a guess.
const SEARCH: f64 = 1.35;
/// From there on: how far, and how soon, it rises again below what was refused; then how long it stays.
const SAFE: f64 = 0.95;
const RISE: Duration = Duration::from_secs(5);
const HOLD: Duration = Duration::from_secs(15);
/// How it creeps after that, per second, and for how long before it searches again.
const CREEP: f64 = 1.05;
const CREEPING: f64 = 15.0;
/// Without a 429 for so long, there is no pace any more.
const FORGET: Duration = Duration::from_secs(90);
const SLOWEST: f64 = 0.1;
const LEAST_GUESS: f64 = 2.0;
/// How long the gate closes if the service does not say.
const PAUSE: Duration = Duration::from_secs(1);

/// What the caller has set.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Limits {
    /// Requests per second.
    pub rate: Option<f64>,
    /// Requests at the same time; if not set, they are limited all the same.
    pub concurrency: Option<usize>,
    /// The longest that a 429 closes the gate for.
    pub longest_pause: Duration,
}

pub(crate) struct Throttle {
    limits: Limits,
    state: Mutex<State>,
    /// Those who wait, in the order they came; the first of them watches the state.
    queue: sync::Mutex<()>,
    changed: Notify,
    elsewhere: Semaphore,
}

struct State {
    in_flight: usize,
    /// Requests at once that are allowed so far; None once trusted.
    window: Option<f64>,
    queued: usize,
    closed_until: Option<Instant>,
    pace: Option<Pace>,
    /// When the next request may go out.
    next: Instant,
    /// Grows with each cut: a 429 of a request that was sent before the last cut says nothing new.
    epoch: u64,
    answered: VecDeque<Instant>,
}

/// What a 429 has taught.
struct Pace {
    /// Requests per second that were too many.
    ceiling: f64,
    since: Instant,
    is_guess: bool,
}

impl Pace {
    fn rate(&self, now: Instant) -> f64 {
        let age = now.saturating_duration_since(self.since);
        if self.is_guess {
            return self.ceiling * CUT * SEARCH.powf(age.as_secs_f64());
        }
        let risen = (age.as_secs_f64() / RISE.as_secs_f64()).min(1.0);
        let safe = self.ceiling * (CUT + (SAFE - CUT) * risen);
        let beyond = age.saturating_sub(HOLD).as_secs_f64();
        let growth = CREEP.powf(beyond.min(CREEPING)) * SEARCH.powf((beyond - CREEPING).max(0.0));
        (safe * growth).max(SLOWEST)
    }
}

/// Leave to send one request; ends when it is dropped.
pub(crate) struct Turn<'a> {
    throttle: &'a Throttle,
    epoch: u64,
}

/// Why a request must wait.
enum Wait {
    Until(Instant),
    ForAnother,
}

impl Throttle {
    pub fn new(limits: Limits) -> Self {
        let now = Instant::now();
        Self {
            limits,
            state: Mutex::new(State {
                in_flight: 0,
                window: Some(CAUTIOUS),
                queued: 0,
                closed_until: None,
                pace: None,
                next: now,
                epoch: 0,
                answered: VecDeque::new(),
            }),
            queue: sync::Mutex::new(()),
            changed: Notify::new(),
            elsewhere: Semaphore::new(MOST),
        }
    }

    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The moment before which the service wants no request.
    pub fn closed_until(&self) -> Option<Instant> {
        self.state.lock().closed_until.filter(|until| *until > Instant::now())
    }

    /// Leave to send a request to a service with limits of its own, which this client does not learn; None
    /// if the semaphore is closed, which it never is.
    pub async fn elsewhere(&self) -> Option<SemaphorePermit<'_>> {
        self.elsewhere.acquire().await.ok()
    }

    /// Waits for leave to send a request, first come, first served.
    pub async fn turn(&self) -> Turn<'_> {
        let queued = {
            let mut state = self.state.lock();
            if state.queued == 0
                && let Ok(epoch) = state.admit(Instant::now(), &self.limits)
            {
                return Turn { throttle: self, epoch };
            }
            state.queued += 1;
            Queued(self)
        };
        let _first = self.queue.lock().await;
        loop {
            let admitted = self.state.lock().admit(Instant::now(), &self.limits);
            let wait = match admitted {
                Ok(epoch) => {
                    drop(queued);
                    return Turn { throttle: self, epoch };
                }
                Err(wait) => wait,
            };
            match wait {
                Wait::ForAnother => self.changed.notified().await,
                Wait::Until(moment) => {
                    tokio::select! {
                        () = sleep_until(moment) => {}
                        () = self.changed.notified() => {}
                    }
                }
            }
        }
    }
}

struct Queued<'a>(&'a Throttle);

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.state.lock().queued -= 1;
    }
}

impl State {
    fn admit(&mut self, now: Instant, limits: &Limits) -> Result<u64, Wait> {
        if let Some(until) = self.closed_until {
            if until > now {
                return Err(Wait::Until(until));
            }
            self.closed_until = None;
        }
        let most = limits.concurrency.unwrap_or(MOST);
        let room = self.window.map_or(most, |window| most.min(window as usize));
        if self.in_flight >= room {
            return Err(Wait::ForAnother);
        }
        let rate = self.rate(now, limits);
        if let Some(rate) = rate {
            if self.next > now {
                return Err(Wait::Until(self.next));
            }
            // A timer may come some milliseconds late: what was lost by that is caught up.
            let late = now.saturating_duration_since(self.next).min(Duration::from_millis(20));
            self.next = now - late + Duration::from_secs_f64(1.0 / rate);
        }
        self.in_flight += 1;
        Ok(self.epoch)
    }

    fn rate(&mut self, now: Instant, limits: &Limits) -> Option<f64> {
        if self.pace.as_ref().is_some_and(|pace| now.saturating_duration_since(pace.since) > FORGET)
        {
            self.pace = None;
        }
        let learnt = self.pace.as_ref().map(|pace| pace.rate(now));
        match (learnt, limits.rate) {
            (Some(learnt), Some(set)) => Some(learnt.min(set)),
            (one, other) => one.or(other),
        }
    }

    /// Answers per second of late. Of few calls it says nothing, and the search begins at a low pace.
    fn pace_of_answers(&mut self, now: Instant) -> f64 {
        while self.answered.front().is_some_and(|at| now.saturating_duration_since(*at) > MEMORY) {
            self.answered.pop_front();
        }
        (self.answered.len() as f64 / MEMORY.as_secs_f64()).max(LEAST_GUESS)
    }
}

impl Turn<'_> {
    /// Ends the turn with an answer that was no 429.
    pub fn answered(self) {
        let mut state = self.throttle.state.lock();
        if state.answered.len() == MOST_REMEMBERED {
            state.answered.pop_front();
        }
        state.answered.push_back(Instant::now());
        if let Some(window) = state.window {
            state.window = (window < TRUSTED).then_some(window + ROOM);
        }
    }

    /// Ends the turn with a 429: all requests wait as long as it asks, and go slower then.
    pub fn throttled(self, asked: Option<Duration>) {
        let now = Instant::now();
        let limits = &self.throttle.limits;
        let mut state = self.throttle.state.lock();
        let pause = asked.unwrap_or(PAUSE).min(limits.longest_pause);
        let until = now + pause;
        if state.closed_until.is_none_or(|closed| closed < until) {
            state.closed_until = Some(until);
        }
        if self.epoch == state.epoch {
            state.epoch += 1;
            let is_guess = state.pace.is_none();
            let ceiling = match &state.pace {
                Some(pace) => pace.rate(now),
                None => state.pace_of_answers(now),
            };
            state.pace = Some(Pace { ceiling, since: until, is_guess });
            state.next = until;
        }
        drop(state);
        self.throttle.changed.notify_one();
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.throttle.state.lock().in_flight -= 1;
        self.throttle.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::future::join_all;
    use std::sync::Arc;

    const LIMITS: Limits =
        Limits { rate: None, concurrency: None, longest_pause: Duration::from_secs(60) };

    /// A service that allows so many requests per second.
    struct Service {
        rate: f64,
        burst: f64,
        latency: Duration,
        bucket: Mutex<(f64, Instant)>,
        refused: Mutex<usize>,
        most_at_once: Mutex<(usize, usize)>,
    }

    impl Service {
        fn new(rate: f64, burst: f64, latency: Duration) -> Self {
            Self {
                rate,
                burst,
                latency,
                bucket: Mutex::new((burst, Instant::now())),
                refused: Mutex::default(),
                most_at_once: Mutex::default(),
            }
        }

        /// How long it asks to wait, if it refuses.
        async fn request(&self) -> Result<(), Duration> {
            {
                let mut at_once = self.most_at_once.lock();
                at_once.0 += 1;
                at_once.1 = at_once.1.max(at_once.0);
            }
            tokio::time::sleep(self.latency / 2).await;
            let answer = {
                let mut bucket = self.bucket.lock();
                let now = Instant::now();
                let filled = bucket.0 + (now - bucket.1).as_secs_f64() * self.rate;
                *bucket = (filled.min(self.burst), now);
                if bucket.0 >= 1.0 {
                    bucket.0 -= 1.0;
                    Ok(())
                } else {
                    *self.refused.lock() += 1;
                    Err(Duration::from_secs_f64(((1.0 - bucket.0) / self.rate).ceil().max(1.0)))
                }
            };
            tokio::time::sleep(self.latency / 2).await;
            self.most_at_once.lock().0 -= 1;
            answer
        }
    }

    async fn call(throttle: &Throttle, service: &Service) {
        loop {
            let turn = throttle.turn().await;
            match service.request().await {
                Ok(()) => return turn.answered(),
                Err(asked) => turn.throttled(Some(asked)),
            }
        }
    }

    async fn calls(throttle: &Throttle, service: &Service, count: usize) {
        join_all((0..count).map(|_| call(throttle, service))).await;
    }

    #[tokio::test(start_paused = true)]
    async fn a_thousand_calls_at_once_waste_little() {
        for latency in [0, 1, 20, 100, 300] {
            for (rate, burst) in
                [(10.0, 10.0), (10.0, 1.0), (50.0, 10.0), (100.0, 100.0), (5.0, 20.0)]
            {
                let service = Service::new(rate, burst, Duration::from_millis(latency));
                let begin = Instant::now();
                calls(&Throttle::new(LIMITS), &service, 1000).await;
                let refused = *service.refused.lock();
                let took = begin.elapsed().as_secs_f64();
                // What is under way when a 429 comes is wasted, too: much, if answers take long.
                let most = if rate * latency as f64 / 1000.0 > 5.0 { 100 } else { 50 };
                assert!(
                    refused <= most,
                    "{refused} of 1000 wasted at {latency} ms, {rate} per second"
                );
                let best = (1000.0 - burst) / rate;
                assert!(took < best * 1.3 + 6.0, "{took} s for {best} at {latency} ms, {rate}/s");
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_recovers() {
        let throttle = Throttle::new(LIMITS);
        calls(&throttle, &Service::new(10.0, 10.0, Duration::from_millis(20)), 50).await;
        // The service allows more again, and after a while nothing slows the client down.
        let free = Service::new(1e6, 1e6, Duration::from_millis(20));
        tokio::time::sleep(FORGET + Duration::from_secs(1)).await;
        let begin = Instant::now();
        calls(&throttle, &free, 1000).await;
        assert!(begin.elapsed() < Duration::from_secs(3), "{:?}", begin.elapsed());
        assert_eq!(*free.refused.lock(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn limits_of_the_caller() {
        let service = Service::new(1e6, 1e6, Duration::from_millis(50));
        let throttle = Throttle::new(Limits { concurrency: Some(3), ..LIMITS });
        calls(&throttle, &service, 60).await;
        assert_eq!(service.most_at_once.lock().1, 3);

        let throttle = Throttle::new(Limits { rate: Some(20.0), ..LIMITS });
        let begin = Instant::now();
        calls(&throttle, &service, 100).await;
        let took = begin.elapsed().as_secs_f64();
        assert!((4.8..5.3).contains(&took), "100 requests at 20 per second took {took} s");
    }

    #[tokio::test(start_paused = true)]
    async fn any_number_of_calls_at_once_is_so_many_requests_at_once() {
        for (concurrency, expected) in [(None, MOST), (Some(600), 600)] {
            let service = Service::new(1e6, 1e6, Duration::from_millis(50));
            let throttle = Throttle::new(Limits { concurrency, ..LIMITS });
            calls(&throttle, &service, 10_000).await;
            assert_eq!(service.most_at_once.lock().1, expected);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn those_who_leave_hold_nobody_up() {
        let service = Arc::new(Service::new(1e6, 1e6, Duration::from_secs(1)));
        let throttle = Arc::new(Throttle::new(Limits { concurrency: Some(1), ..LIMITS }));
        let mut tasks = Vec::new();
        for _ in 0..10 {
            let (throttle, service) = (throttle.clone(), service.clone());
            tasks.push(tokio::spawn(async move { call(&throttle, &service).await }));
            tokio::task::yield_now().await;
        }
        // The one that is under way, the first in the queue, and one in its middle.
        for gone in [0, 1, 5] {
            tasks[gone].abort();
        }
        let begin = Instant::now();
        let done = join_all(tasks).await.into_iter().filter(Result::is_ok).count();
        assert_eq!((done, begin.elapsed().as_secs()), (7, 7));
    }
}
