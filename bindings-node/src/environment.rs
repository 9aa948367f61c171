//! What belongs to one environment: the main thread of a process, or a worker.

use napi::bindgen_prelude::*;
use std::{cell::RefCell, collections::HashMap};
use tokio_util::sync::CancellationToken;

thread_local! {
    /// By the address of the environment: a thread may have several.
    static CALLS: RefCell<HashMap<usize, CancellationToken>> = RefCell::default();
}

/// Cancelled when the environment is torn down: a worker that is terminated sends nothing any more,
/// though the runtime that it shares with others goes on.
pub fn calls(env: &Env) -> Result<CancellationToken> {
    let address = env.raw() as usize;
    CALLS.with_borrow_mut(|calls| {
        if let Some(token) = calls.get(&address) {
            return Ok(token.clone());
        }
        let token = CancellationToken::new();
        env.add_env_cleanup_hook(token.clone(), move |token| {
            CALLS.with_borrow_mut(|calls| calls.remove(&address));
            token.cancel();
        })?;
        calls.insert(address, token.clone());
        Ok(token)
    })
}
