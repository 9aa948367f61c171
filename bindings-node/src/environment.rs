//! What belongs to one environment: the main thread of a process, or a worker.

use crate::outcomes::Outcomes;
use napi::bindgen_prelude::*;
use std::{cell::RefCell, collections::HashMap, sync::Arc};
use tokio_util::sync::CancellationToken;

thread_local! {
    /// By the address of the environment: a thread may have several.
    static ENVIRONMENTS: RefCell<HashMap<usize, Environment>> = RefCell::default();
}

#[derive(Clone)]
pub struct Environment {
    /// Cancelled when the environment is torn down: a worker that is terminated sends nothing any
    /// more, though the runtime that it shares with others goes on.
    pub calls: CancellationToken,
    pub outcomes: Arc<Outcomes>,
}

impl Environment {
    pub fn of(env: &Env) -> Result<Self> {
        let address = env.raw() as usize;
        ENVIRONMENTS.with_borrow_mut(|environments| {
            if let Some(known) = environments.get(&address) {
                return Ok(known.clone());
            }
            let new = Self { calls: CancellationToken::new(), outcomes: Outcomes::new(env)? };
            env.add_env_cleanup_hook(new.clone(), move |old| {
                ENVIRONMENTS.with_borrow_mut(|environments| environments.remove(&address));
                old.outcomes.close();
                old.calls.cancel();
            })?;
            environments.insert(address, new.clone());
            Ok(new)
        })
    }
}
