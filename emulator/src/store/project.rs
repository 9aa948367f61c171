use std::{
    collections::HashSet,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};
use md5::{Digest, Md5};
use parking_lot::{Mutex, RwLock};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{
    Deliveries, Downloads, Features, File, FilePatch, Group, GroupPage, Jobs, Multiparts,
    Operations, Page, PageRequest, Secrets, Seed, Seeded, Settings, Source, Usage, Webhooks,
    counters::Counters, file::Provisional, files::Files, groups::Groups,
};
use crate::{error::ControlError, fault::FaultList, rate::RateLimiter};

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
    /// Those that it began with; the secret key may be gone.
    pub keys: ProjectKeys,
    pub secrets: Secrets,
    pub counters: Counters,
    pub faults: FaultList,
    pub rate_limit: RateLimiter,
    pub webhooks: Webhooks,
    pub deliveries: Deliveries,
    pub jobs: Jobs,
    pub multiparts: Multiparts,
    pub downloads: Downloads,
    /// What upload tokens were used for.
    pub operations: Operations,
    pub usage: Usage,
    settings: RwLock<Settings>,
    features: RwLock<Features>,
    deleted: AtomicBool,
    clock_offset: AtomicI64,
    time_offset: AtomicI64,
    files: RwLock<Files>,
    groups: RwLock<Groups>,
    /// Storage and key of each remote copy.
    remote_copies: Mutex<HashSet<(String, String)>>,
}

impl Project {
    pub fn new(keys: ProjectKeys, autostore: bool) -> Self {
        Self {
            secrets: Secrets::new(keys.secret_key.clone()),
            keys,
            counters: Counters::default(),
            faults: FaultList::default(),
            rate_limit: RateLimiter::default(),
            webhooks: Webhooks::default(),
            deliveries: Deliveries::default(),
            jobs: Jobs::default(),
            multiparts: Multiparts::default(),
            downloads: Downloads::default(),
            operations: Operations::default(),
            usage: Usage::default(),
            settings: RwLock::new(Settings { autostore, ..Settings::default() }),
            features: RwLock::default(),
            deleted: AtomicBool::new(false),
            clock_offset: AtomicI64::new(0),
            time_offset: AtomicI64::new(0),
            files: RwLock::default(),
            groups: RwLock::default(),
            remote_copies: Mutex::default(),
        }
    }

    /// The number that answers about webhooks name the project by.
    pub fn number(&self) -> u32 {
        let digest = Md5::digest(&self.keys.public_key);
        u32::from_be_bytes([0, digest[0], digest[1], digest[2]]) + 1
    }

    /// Seconds by which the check of request dates runs ahead of the service's clock.
    pub fn clock_offset(&self) -> i64 {
        self.clock_offset.load(Ordering::Relaxed)
    }

    pub fn set_clock_offset(&self, seconds: i64) {
        self.clock_offset.store(seconds, Ordering::Relaxed);
    }

    /// The project's time when the service's clock shows `now`.
    pub fn time(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let offset = TimeDelta::try_seconds(self.time_offset.load(Ordering::Relaxed));
        offset.and_then(|offset| now.checked_add_signed(offset)).unwrap_or(now)
    }

    pub fn set_time_offset(&self, seconds: i64) {
        self.time_offset.store(seconds, Ordering::Relaxed);
    }

    pub fn settings(&self) -> Settings {
        self.settings.read().clone()
    }

    pub fn change_settings(
        &self,
        change: impl FnOnce(&Settings) -> Result<Settings, ControlError>,
    ) -> Result<Settings, ControlError> {
        let mut settings = self.settings.write();
        *settings = change(&settings)?;
        Ok(settings.clone())
    }

    pub fn features(&self) -> Features {
        self.features.read().clone()
    }

    /// Changes settings and features together, or nothing when that fails.
    pub fn configure<E>(
        &self,
        change: impl FnOnce(&mut Settings, &mut Features) -> Result<(), E>,
    ) -> Result<(), E> {
        let (mut settings, mut features) = (self.settings.write(), self.features.write());
        let (mut new_settings, mut new_features) = (settings.clone(), features.clone());
        change(&mut new_settings, &mut new_features)?;
        (*settings, *features) = (new_settings, new_features);
        Ok(())
    }

    /// Whether nobody but its account's past knows it any more.
    pub fn is_deleted(&self) -> bool {
        self.deleted.load(Ordering::Relaxed)
    }

    pub fn delete(&self) {
        self.deleted.store(true, Ordering::Relaxed);
    }

    /// Bytes of the files that were there at the end of each span; `ends` ascend.
    pub fn bytes_at(&self, ends: &[i64]) -> Vec<u64> {
        self.files.read().bytes_at(ends)
    }

    pub fn autostore(&self) -> bool {
        self.settings.read().autostore
    }

    /// Settles copies and removes expired files; those that were removed.
    pub fn pass_time(&self, now: i64) -> Vec<Arc<File>> {
        if self.files.read().is_due(now) { self.files.write().pass_time(now) } else { Vec::new() }
    }

    pub fn file(&self, uuid: &Uuid) -> Option<Arc<File>> {
        self.files.read().get(uuid)
    }

    /// A file as one look at it shows it; enough looks settle a copy and make an upload ready.
    pub fn look_at(&self, uuid: &Uuid) -> Option<Arc<File>> {
        let file = self.file(uuid)?;
        if file.provisional.is_some() || file.unready_polls > 0 {
            self.files.write().update(uuid, |file| {
                file.unready_polls = file.unready_polls.saturating_sub(1);
                let left = file.provisional.filter(|provisional| provisional.polls > 1);
                file.provisional = left
                    .map(|provisional| Provisional { polls: provisional.polls - 1, ..provisional });
            });
        }
        Some(file)
    }

    /// The files that are not removed, oldest first.
    pub fn active_files(&self) -> Vec<Arc<File>> {
        self.files.read().active()
    }

    /// Changes a file under the lock; `None` when there is none. A change that fails must
    /// leave the file as it was.
    pub fn edit<T>(
        &self,
        uuid: &Uuid,
        change: impl FnOnce(&mut File) -> T,
    ) -> Option<(Arc<File>, T)> {
        let mut result = None;
        let file = self.files.write().update(uuid, |file| result = Some(change(file)))?;
        Some((file, result?))
    }

    /// Stores a file; whether it was not stored before. `None` when it is not there or removed.
    pub fn store_file(&self, uuid: &Uuid, now: i64) -> Option<(Arc<File>, bool)> {
        self.file(uuid).filter(|file| file.removed.is_none())?;
        self.edit(uuid, |file| {
            let change = file.removed.is_none() && file.stored.is_none();
            if change {
                file.stored = Some(now);
            }
            change
        })
    }

    /// Removes a file; whether it was not removed before.
    pub fn remove_file(&self, uuid: &Uuid, now: i64) -> Option<(Arc<File>, bool)> {
        self.edit(uuid, |file| {
            let change = file.removed.is_none();
            if change {
                file.removed = Some(now);
                file.stored = None;
            }
            change
        })
    }

    /// Sets what an add-on found out about a file.
    pub fn set_appdata(&self, uuid: &Uuid, name: &str, value: Value) -> Option<Arc<File>> {
        let set = |file: &mut File| {
            Arc::make_mut(&mut file.appdata).insert(name.to_owned(), value);
        };
        self.edit(uuid, set).map(|(file, ())| file)
    }

    /// Adds a group of these files; `None` when one of them is missing or removed.
    pub fn add_group(&self, members: Vec<Source>, created: i64) -> Option<Arc<Group>> {
        self.add_group_as(super::random_uuid(), members, created)
    }

    /// As [`Self::add_group`], for a group whose UUID was given out before.
    pub fn add_group_as(
        &self,
        uuid: Uuid,
        members: Vec<Source>,
        created: i64,
    ) -> Option<Arc<Group>> {
        {
            let files = self.files.read();
            let there = |member: &Source| files.get(&member.uuid)?.removed.is_none().then_some(());
            if !members.iter().all(|member| there(member).is_some()) {
                return None;
            }
        }
        let group = Group { uuid, created, members };
        Some(self.groups.write().insert(group))
    }

    pub fn group(&self, id: (Uuid, usize)) -> Option<Arc<Group>> {
        self.groups.read().get(id)
    }

    pub fn remove_group(&self, id: (Uuid, usize)) -> Option<Arc<Group>> {
        self.groups.write().remove(id)
    }

    pub fn group_page(&self, request: &PageRequest) -> GroupPage {
        self.groups.read().page(request)
    }

    /// Notes a copy to a storage; whether the key is a new one there.
    pub fn add_remote_copy(&self, storage: &str, key: &str) -> bool {
        self.remote_copies.lock().insert((storage.to_owned(), key.to_owned()))
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

    pub fn seed(&self, seed: &Seed, now: i64) -> Result<Seeded, ControlError> {
        let plan = seed.plan(now)?;
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
}
