//! Who runs the runtime: a thread of ours, or a thread of Python that waits for a call.
//!
//! Handing a call to another thread and its result back costs about a seventh of what the call costs. So as long as
//! there is but one call, the thread that waits for it does all the work; our own thread steps aside, and comes back
//! when there are more calls, or none for a moment.

use std::{
    future::Future,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};
use tokio::{
    runtime::{Builder, Handle, Runtime},
    sync::{Notify, Semaphore},
    task::{AbortHandle, yield_now},
    time::timeout,
};

/// After the last call that did without it, our thread comes back: connections that the service closes want to be
/// looked after.
const REST: Duration = Duration::from_millis(10);

pub struct Driver {
    handle: Handle,
    state: Mutex<State>,
    /// Ends a rest.
    wanted: Condvar,
    /// Tells our thread to step aside.
    aside: Notify,
    /// Closed when all is over.
    over: Semaphore,
}

struct State {
    /// None when all is over.
    runtime: Option<Arc<Runtime>>,
    calls: usize,
    is_alone: bool,
    /// How often a thread of Python has done the work.
    turns: u64,
    is_resting: bool,
}

impl State {
    fn wants_our_thread(&self) -> bool {
        self.runtime.is_none() || self.calls > usize::from(self.is_alone)
    }
}

impl Driver {
    pub fn start() -> io::Result<Arc<Self>> {
        let runtime =
            Builder::new_current_thread().thread_name("uploadcare").enable_all().build()?;
        let runtime = Arc::new(runtime);
        let state = State {
            runtime: Some(runtime.clone()),
            calls: 0,
            is_alone: false,
            turns: 0,
            is_resting: false,
        };
        let driver = Arc::new(Self {
            handle: runtime.handle().clone(),
            state: Mutex::new(state),
            wanted: Condvar::new(),
            aside: Notify::new(),
            over: Semaphore::new(0),
        });
        let ours = driver.clone();
        thread::Builder::new().name("uploadcare".to_owned()).spawn(move || ours.run(&runtime))?;
        Ok(driver)
    }

    pub fn handle(&self) -> &Handle {
        &self.handle
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What our thread does.
    fn run(&self, runtime: &Runtime) {
        while !self.over.is_closed() {
            runtime.block_on(async {
                tokio::select! {
                    biased;
                    _ = self.over.acquire() => {}
                    () = self.aside.notified() => {}
                }
            });
            self.rest();
        }
    }

    /// Until it is wanted.
    fn rest(&self) {
        let mut state = self.lock();
        state.is_resting = true;
        while !state.wants_our_thread() {
            let seen = state.turns;
            let (now, waited) =
                self.wanted.wait_timeout(state, REST).unwrap_or_else(PoisonError::into_inner);
            state = now;
            if waited.timed_out() && !state.is_alone && state.turns == seen {
                break;
            }
        }
        state.is_resting = false;
    }

    /// Begins a call that another thread than its own may do.
    pub fn spawn(self: &Arc<Self>, call: impl Future<Output = ()> + Send + 'static) -> AbortHandle {
        {
            let mut state = self.lock();
            state.calls += 1;
            if state.is_resting {
                self.wanted.notify_one();
            }
        }
        let under_way = UnderWay { driver: self.clone(), is_alone: false };
        let task = self.handle.spawn(async move {
            let _under_way = under_way;
            call.await;
        });
        task.abort_handle()
    }

    /// Leave for the thread of a call to do the work itself, if there is no other call.
    pub fn alone(self: &Arc<Self>) -> Option<Alone> {
        let mut state = self.lock();
        let runtime = state.runtime.clone().filter(|_| state.calls == 0)?;
        state.calls = 1;
        state.is_alone = true;
        state.turns += 1;
        if !state.is_resting {
            self.aside.notify_one();
        }
        drop(state);
        Some(Alone { runtime, under_way: UnderWay { driver: self.clone(), is_alone: true } })
    }

    /// Ends all that is under way, but waits no longer than that for what never ends.
    pub fn stop(&self, patience: Duration) {
        let until = Instant::now() + patience;
        let Some(mut runtime) = self.lock().runtime.take() else { return };
        self.over.close();
        self.wanted.notify_one();
        let runtime = loop {
            match Arc::try_unwrap(runtime) {
                Ok(runtime) => break runtime,
                Err(shared) if Instant::now() < until => runtime = shared,
                Err(shared) => return std::mem::forget(shared),
            }
            thread::sleep(Duration::from_millis(1));
        };
        runtime.shutdown_timeout(until.saturating_duration_since(Instant::now()));
    }
}

/// A call, from its beginning to its end.
struct UnderWay {
    driver: Arc<Driver>,
    is_alone: bool,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        let mut state = self.driver.lock();
        state.calls -= 1;
        if self.is_alone {
            state.is_alone = false;
        }
    }
}

/// How far a call has come.
pub enum Progress<T> {
    Done(T),
    NotYet,
    /// It has panicked, or all is over.
    Never,
}

/// A call whose thread does the work.
pub struct Alone {
    // In this order: who gives up the runtime last may have to end it.
    runtime: Arc<Runtime>,
    under_way: UnderWay,
}

impl Alone {
    /// Does the work for so long at most.
    pub fn work<T>(
        &self,
        call: &mut (impl Future<Output = T> + Unpin),
        limit: Duration,
    ) -> Progress<T> {
        let over = &self.under_way.driver.over;
        let work = async {
            // What has come since the last call is looked at first: connections that the service has closed, and those
            // that are free again. The first pass runs what is ready and asks the system, the second runs what it said.
            yield_now().await;
            yield_now().await;
            tokio::select! {
                biased;
                outcome = timeout(limit, call) => outcome.map_or(Progress::NotYet, Progress::Done),
                _ = over.acquire() => Progress::Never,
            }
        };
        catch_unwind(AssertUnwindSafe(|| self.runtime.block_on(work))).unwrap_or(Progress::Never)
    }

    /// Drops a call that is given up, where what it drops may want the runtime.
    pub fn drop_call<T>(&self, call: T) {
        let _context = self.runtime.enter();
        drop(call);
    }
}
