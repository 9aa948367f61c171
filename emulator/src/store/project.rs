use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use parking_lot::RwLock;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{File, FilePatch, Page, PageRequest, Seed, Seeded, files::Files};
use crate::{error::ControlError, fault::FaultList};

/// The pair of keys of a project.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectKeys {
    /// Names the project in uploads and in `Authorization`.
    pub public_key: String,
    /// Signs REST requests.
    pub secret_key: String,
}

impl ProjectKeys {
    /// Fresh keys that look like the real ones: 20 hexadecimal characters each.
    pub fn random() -> Self {
        let key = || format!("{:020x}", fastrand::u128(..) >> 48);
        Self { public_key: key(), secret_key: key() }
    }
}

impl fmt::Debug for ProjectKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProjectKeys").field("public_key", &self.public_key).finish_non_exhaustive()
    }
}

/// What a project has seen of its clients' connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// Requests being answered now.
    pub in_flight: u64,
    /// Requests whose connection the client closed before the answer was complete.
    pub cancelled: u64,
    /// Requests received so far, those in flight included.
    pub requests: u64,
}

/// One isolated project.
pub(crate) struct Project {
    pub keys: ProjectKeys,
    pub autostore: bool,
    pub faults: FaultList,
    clock_offset: AtomicI64,
    files: RwLock<Files>,
    in_flight: AtomicU64,
    cancelled: AtomicU64,
    requests: AtomicU64,
}

impl Project {
    pub fn new(keys: ProjectKeys, autostore: bool) -> Self {
        Self {
            keys,
            autostore,
            faults: FaultList::default(),
            clock_offset: AtomicI64::new(0),
            files: RwLock::default(),
            in_flight: AtomicU64::new(0),
            cancelled: AtomicU64::new(0),
            requests: AtomicU64::new(0),
        }
    }

    /// Seconds by which the check of request dates runs ahead of the service's clock.
    pub fn clock_offset(&self) -> i64 {
        self.clock_offset.load(Ordering::Relaxed)
    }

    pub fn set_clock_offset(&self, seconds: i64) {
        self.clock_offset.store(seconds, Ordering::Relaxed);
    }

    pub fn file(&self, uuid: &Uuid) -> Option<Arc<File>> {
        self.files.read().get(uuid)
    }

    /// Adds an uploaded file, moving its timestamp so that it is the project's only one.
    /// `None` when the UUID is taken.
    pub fn add_upload(&self, mut file: File) -> Option<Arc<File>> {
        let mut files = self.files.write();
        let uploaded = files.free_timestamp(file.uploaded);
        file.stored = file.stored.map(|_| uploaded);
        file.uploaded = uploaded;
        files.insert(file)
    }

    pub fn patch_file(&self, uuid: &Uuid, patch: FilePatch, now: i64) -> Option<Arc<File>> {
        self.files.write().update(uuid, |file| file.apply(patch, now))
    }

    pub fn page(&self, request: &PageRequest) -> Page {
        self.files.read().page(request)
    }

    pub fn seed(&self, seed: &Seed) -> Result<Seeded, ControlError> {
        let plan = seed.plan()?;
        let mut files = self.files.write();
        let mut ends: Option<(Uuid, Uuid)> = None;
        for number in 0..seed.count {
            let file = plan.file(number);
            let uuid = file.uuid;
            ends = Some((ends.map_or(uuid, |(first, _)| first), uuid));
            files.insert(file);
        }
        Ok(Seeded {
            count: seed.count,
            first_uuid: ends.map(|(first, _)| first.to_string()),
            last_uuid: ends.map(|(_, last)| last.to_string()),
        })
    }

    pub fn stats(&self) -> Stats {
        Stats {
            in_flight: self.in_flight.load(Ordering::Relaxed),
            cancelled: self.cancelled.load(Ordering::Relaxed),
            requests: self.requests.load(Ordering::Relaxed),
        }
    }

    pub fn request_started(&self) {
        self.in_flight.fetch_add(1, Ordering::Relaxed);
        self.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes a started request back: a later part of it names another project.
    pub fn request_disowned(&self) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        self.requests.fetch_sub(1, Ordering::Relaxed);
    }

    pub fn request_ended(&self, cancelled: bool) {
        self.in_flight.fetch_sub(1, Ordering::Relaxed);
        if cancelled {
            self.cancelled.fetch_add(1, Ordering::Relaxed);
        }
    }
}
