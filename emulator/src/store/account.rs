use std::sync::Arc;

use parking_lot::RwLock;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Project, ProjectKeys, counters::Counters};
use crate::{error::ControlError, fault::FaultList, rate::RateLimiter};

/// What can be set about an account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct AccountSettings {
    /// What `next` of lists has in place of the emulator's own `/projects/`.
    pub next_base: Option<String>,
}

/// Who owns projects, known by a token.
pub(crate) struct Account {
    /// Stands for the token where that must not be seen.
    pub number: u64,
    pub token: String,
    pub faults: FaultList,
    pub rate_limit: RateLimiter,
    pub counters: Counters,
    settings: RwLock<AccountSettings>,
    /// In the order in which they came.
    projects: RwLock<Vec<Arc<Project>>>,
}

impl Account {
    pub fn new(number: u64, token: String) -> Self {
        Self {
            number,
            token,
            faults: FaultList::default(),
            rate_limit: RateLimiter::default(),
            counters: Counters::default(),
            settings: RwLock::default(),
            projects: RwLock::default(),
        }
    }

    /// A token of 40 hexadecimal characters.
    pub fn random_token() -> String {
        [ProjectKeys::random(), ProjectKeys::random()].map(|keys| keys.secret_key).concat()
    }

    pub fn settings(&self) -> AccountSettings {
        self.settings.read().clone()
    }

    pub fn change_settings(
        &self,
        patch: Map<String, Value>,
    ) -> Result<AccountSettings, ControlError> {
        let mut settings = self.settings.write();
        let changed = super::settings::patched(&*settings, patch)?;
        *settings = changed;
        Ok(settings.clone())
    }

    /// Takes over a project that is nobody's.
    pub fn adopt(&self, project: Arc<Project>) {
        self.projects.write().push(project);
    }

    /// Its projects that are not deleted, oldest first.
    pub fn projects(&self) -> Vec<Arc<Project>> {
        let projects = self.projects.read();
        projects.iter().filter(|project| !project.is_deleted()).cloned().collect()
    }

    pub fn owns(&self, project: &Arc<Project>) -> bool {
        self.projects.read().iter().any(|owned| Arc::ptr_eq(owned, project))
    }
}
