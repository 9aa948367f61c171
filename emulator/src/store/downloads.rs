//! Uploads from URLs.

use std::{collections::HashMap, sync::Arc};

use parking_lot::Mutex;
use uuid::Uuid;

/// A file that is being fetched, or was.
pub(crate) struct Download {
    pub token: Uuid,
    state: Mutex<DownloadState>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DownloadState {
    Waiting,
    Progress {
        done: u64,
        /// `None` when the source does not say.
        total: Option<u64>,
    },
    Success(Uuid),
    Failed {
        code: &'static str,
        message: String,
    },
}

impl Download {
    pub fn state(&self) -> DownloadState {
        self.state.lock().clone()
    }

    pub fn set_state(&self, state: DownloadState) {
        *self.state.lock() = state;
    }
}

#[derive(Default)]
pub(crate) struct Downloads {
    by_token: Mutex<HashMap<Uuid, Arc<Download>>>,
    /// The files of URLs that are to be known again.
    by_url: Mutex<HashMap<String, Uuid>>,
}

impl Downloads {
    pub fn add(&self, token: Uuid) -> Arc<Download> {
        let download = Arc::new(Download { token, state: Mutex::new(DownloadState::Waiting) });
        self.by_token.lock().insert(token, Arc::clone(&download));
        download
    }

    pub fn get(&self, token: &Uuid) -> Option<Arc<Download>> {
        self.by_token.lock().get(token).cloned()
    }

    pub fn remember(&self, url: String, file: Uuid) {
        self.by_url.lock().insert(url, file);
    }

    pub fn known(&self, url: &str) -> Option<Uuid> {
        self.by_url.lock().get(url).copied()
    }
}
