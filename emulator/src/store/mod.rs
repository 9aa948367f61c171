//! Everything the emulator remembers. Nothing here knows HTTP, so that persistence can
//! be added behind these methods.

mod file;
mod files;
mod project;
mod seed;

use std::{collections::BTreeMap, sync::Arc};

use parking_lot::RwLock;
use uuid::Uuid;

pub(crate) use file::{Content, File, FilePatch, RestObject, Stamp};
pub(crate) use files::{Page, PageRequest, Selection, Totals};
pub(crate) use project::Project;
pub use project::{ProjectKeys, Stats};
pub use seed::{Seed, Seeded};

/// All projects of one emulator.
#[derive(Default)]
pub(crate) struct Store {
    projects: RwLock<BTreeMap<String, Arc<Project>>>,
}

impl Store {
    /// Adds a project; `None` when the public key is taken.
    pub fn add_project(&self, keys: ProjectKeys, autostore: bool) -> Option<Arc<Project>> {
        let mut projects = self.projects.write();
        if projects.contains_key(&keys.public_key) {
            return None;
        }
        let project = Arc::new(Project::new(keys, autostore));
        projects.insert(project.keys.public_key.clone(), Arc::clone(&project));
        Some(project)
    }

    pub fn project(&self, public_key: &str) -> Option<Arc<Project>> {
        self.projects.read().get(public_key).cloned()
    }

    /// Finds a file whichever project it belongs to: the CDN knows no keys.
    pub fn find_file(&self, uuid: &Uuid) -> Option<(Arc<Project>, Arc<File>)> {
        let projects = self.projects.read();
        projects.values().find_map(|project| Some((Arc::clone(project), project.file(uuid)?)))
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
