//! Everything the emulator remembers. Nothing here knows HTTP, so that persistence can
//! be added behind these methods.

mod account;
mod content;
mod counters;
mod deliveries;
mod downloads;
mod features;
mod file;
mod files;
mod groups;
mod index;
mod jobs;
mod multipart;
mod project;
mod secrets;
mod seed;
mod settings;
mod source;
mod tokens;
mod usage;
mod webhooks;

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use parking_lot::RwLock;
use uuid::Uuid;

use crate::{fault::Fault, rate::RateLimit};

pub(crate) use account::Account;
pub(crate) use content::{Content, Disk, Piece, PieceWriter};
pub(crate) use deliveries::{Deliveries, Delivery, DeliveryState, Progress};
pub(crate) use downloads::{Download, DownloadState, Downloads};
pub(crate) use features::Features;
pub(crate) use file::{File, FilePatch, Provisional, RestObject, Stamp, UploadView};
pub(crate) use files::{Cursor, Page, PageRequest, Selection, Totals};
pub(crate) use groups::{Group, GroupPage, parse_group_id};
pub(crate) use jobs::{
    ADDONS, DOCUMENT, Job, JobId, JobState, Jobs, Outcome, PlannedOutcome, Task, VIDEO,
};
pub(crate) use multipart::{Multipart, Multiparts, NotComplete, Parts};
pub(crate) use project::Project;
pub use project::{ProjectKeys, Stats};
pub(crate) use secrets::{NewSecret, NotRemoved, SecretView, Secrets};
pub use seed::{Seed, Seeded};
pub(crate) use settings::{Blocked, Settings};
pub(crate) use source::Source;
pub(crate) use tokens::{Operations, TokenUse};
pub(crate) use usage::{Usage, Used};
pub(crate) use webhooks::{AlreadySubscribed, EVENTS, Webhook, WebhookPatch, Webhooks};

/// What goes wrong in every project and account from its beginning.
#[derive(Debug, Clone, Default)]
pub(crate) struct Troubles {
    pub faults: Vec<Fault>,
    pub rate_limit: Option<RateLimit>,
}

/// All projects of one emulator.
#[derive(Default)]
pub(crate) struct Store {
    troubles: Troubles,
    projects: RwLock<BTreeMap<String, Arc<Project>>>,
    accounts: RwLock<BTreeMap<String, Arc<Account>>>,
    webhooks: AtomicU64,
}

impl Store {
    pub fn new(troubles: Troubles) -> Self {
        Self { troubles, ..Self::default() }
    }

    /// Adds a project; `None` when the public key is taken.
    pub fn add_project(&self, keys: ProjectKeys, autostore: bool) -> Option<Arc<Project>> {
        let mut projects = self.projects.write();
        if projects.contains_key(&keys.public_key) {
            return None;
        }
        let project = Arc::new(Project::new(keys, autostore));
        for fault in &self.troubles.faults {
            project.faults.add(fault.clone());
        }
        if let Some(limit) = self.troubles.rate_limit {
            project.rate_limit.set(limit);
        }
        projects.insert(project.keys.public_key.clone(), Arc::clone(&project));
        Some(project)
    }

    pub fn project(&self, public_key: &str) -> Option<Arc<Project>> {
        let projects = self.projects.read();
        projects.get(public_key).filter(|project| !project.is_deleted()).cloned()
    }

    pub fn projects(&self) -> Vec<Arc<Project>> {
        let projects = self.projects.read();
        projects.values().filter(|project| !project.is_deleted()).cloned().collect()
    }

    /// Adds an account; `None` when the token is taken.
    pub fn add_account(&self, token: String) -> Option<Arc<Account>> {
        let mut accounts = self.accounts.write();
        if accounts.contains_key(&token) {
            return None;
        }
        let account = Arc::new(Account::new(accounts.len() as u64 + 1, token));
        for fault in self.troubles.faults.iter().filter(|fault| fault.upload_error.is_none()) {
            account.faults.add(fault.clone());
        }
        if let Some(limit) = self.troubles.rate_limit {
            account.rate_limit.set(limit);
        }
        accounts.insert(account.token.clone(), Arc::clone(&account));
        Some(account)
    }

    pub fn account(&self, token: &str) -> Option<Arc<Account>> {
        self.accounts.read().get(token).cloned()
    }

    fn find<T>(&self, find: impl FnMut(&Arc<Project>) -> Option<T>) -> Option<T> {
        let projects = self.projects.read();
        projects.values().filter(|project| !project.is_deleted()).find_map(find)
    }

    /// An id that no webhook of any project has had.
    pub fn next_webhook_id(&self) -> u64 {
        self.webhooks.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Finds a file whichever project it belongs to: the CDN knows no keys.
    pub fn find_file(&self, uuid: &Uuid) -> Option<(Arc<Project>, Arc<File>)> {
        self.find(|project| Some((Arc::clone(project), project.file(uuid)?)))
    }

    /// Finds a group likewise.
    pub fn find_group(&self, id: (Uuid, usize)) -> Option<(Arc<Project>, Arc<Group>)> {
        self.find(|project| Some((Arc::clone(project), project.group(id)?)))
    }

    /// Finds a multipart upload: part URLs name no project.
    pub fn find_multipart(&self, uuid: &Uuid) -> Option<(Arc<Project>, Arc<Multipart>)> {
        self.find(|project| Some((Arc::clone(project), project.multiparts.get(uuid)?)))
    }

    /// Finds an upload from a URL, of which clients ask with a token alone.
    pub fn find_download(&self, token: &Uuid) -> Option<(Arc<Project>, Arc<Download>)> {
        self.find(|project| Some((Arc::clone(project), project.downloads.get(token)?)))
    }
}

/// A random version 4 UUID from a fast generator: seeding makes hundreds of thousands.
pub(crate) fn random_uuid() -> Uuid {
    uuid::Builder::from_random_bytes(fastrand::u128(..).to_be_bytes()).into_uuid()
}

/// Reads a UUID in its hyphenated form, the only one the service knows.
pub(crate) fn parse_uuid(text: &str) -> Option<Uuid> {
    if text.len() == 36 { Uuid::try_parse(text).ok() } else { None }
}
