use std::{collections::HashMap, sync::Arc};

use parking_lot::Mutex;

type Used = Arc<Mutex<HashMap<String, u64>>>;

/// How many files came with each token that limits them, by its whole text.
#[derive(Default)]
pub(crate) struct Operations(Used);

impl Operations {
    /// Reserves operations of a token; `None` when it does not allow that many more.
    pub fn reserve(&self, token: &str, count: u64, limit: u64) -> Option<TokenUse> {
        let mut used = self.0.lock();
        let used = used.entry(token.to_owned()).or_default();
        if used.saturating_add(count) > limit {
            return None;
        }
        *used += count;
        let reserved = Reserved { used: Arc::clone(&self.0), token: token.to_owned(), count };
        Some(TokenUse(Some(reserved)))
    }
}

struct Reserved {
    used: Used,
    token: String,
    count: u64,
}

/// Operations of a token. They are given back unless they are spent.
#[derive(Default)]
pub(crate) struct TokenUse(Option<Reserved>);

impl TokenUse {
    pub fn spend(mut self) {
        self.0 = None;
    }
}

impl Drop for TokenUse {
    fn drop(&mut self) {
        let Some(reserved) = self.0.take() else { return };
        if let Some(used) = reserved.used.lock().get_mut(&reserved.token) {
            *used -= reserved.count;
        }
    }
}
