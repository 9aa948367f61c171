//! The files of one project and the ordered indexes that make any page cheap.

use std::{collections::HashMap, sync::Arc};

use serde::Serialize;
use uuid::Uuid;

use super::{
    File,
    index::{Index, Keys},
};

/// How long a file lasts that nobody stores.
const TEMPORARY_FOR: i64 = 24 * 3600 * 1_000_000;

/// Which files a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Selection {
    pub removed: bool,
    /// `None` shows stored and unstored ones.
    pub stored: Option<bool>,
}

/// One page asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PageRequest {
    pub selection: Selection,
    pub descending: bool,
    /// Exclusive cursor before the page, in the order asked for.
    pub from: Option<i64>,
    /// Exclusive cursor after the page; the page then ends just before it.
    pub to: Option<i64>,
    /// With a cursor: how many files of the cursor's own timestamp were shown already.
    /// When it is not 0 the others of that timestamp belong to the page.
    pub offset: u64,
    pub limit: usize,
}

/// A cursor for a neighbouring page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub timestamp: i64,
    pub offset: u64,
}

pub(crate) struct Page {
    pub files: Vec<Arc<File>>,
    pub next: Option<Cursor>,
    pub previous: Option<Cursor>,
    /// Size of the whole selection.
    pub total: usize,
    pub totals: Totals,
}

/// Numbers of files in the project, whatever was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Totals {
    pub removed: usize,
    pub stored: usize,
    pub unstored: usize,
}

#[derive(Default)]
pub(super) struct Files {
    records: Vec<Arc<File>>,
    by_uuid: HashMap<Uuid, u32>,
    active: Index,
    stored: Index,
    unstored: Index,
    removed: Index,
    /// The unstored ones, by when they were really added.
    temporary: Index,
    /// Copies that may still look provisional.
    unsettled: Vec<Uuid>,
}

impl Files {
    pub fn get(&self, uuid: &Uuid) -> Option<Arc<File>> {
        Some(Arc::clone(&self.records[*self.by_uuid.get(uuid)? as usize]))
    }

    /// Adds a file; `None` when its UUID is taken.
    pub fn insert(&mut self, file: File) -> Option<Arc<File>> {
        let number = u32::try_from(self.records.len()).ok()?;
        if self.by_uuid.contains_key(&file.uuid) {
            return None;
        }
        let file = Arc::new(file);
        self.by_uuid.insert(file.uuid, number);
        if file.provisional.is_some() {
            self.unsettled.push(file.uuid);
        }
        self.records.push(Arc::clone(&file));
        self.enlist(number);
        Some(file)
    }

    pub fn update(&mut self, uuid: &Uuid, change: impl FnOnce(&mut File)) -> Option<Arc<File>> {
        let number = *self.by_uuid.get(uuid)?;
        let (uploaded, added) = {
            let file = &self.records[number as usize];
            (file.uploaded, file.added)
        };
        let key = (uploaded, number);
        self.temporary.remove(&(added, number));
        for index in [&mut self.active, &mut self.stored, &mut self.unstored, &mut self.removed] {
            index.remove(&key);
        }
        change(Arc::make_mut(&mut self.records[number as usize]));
        self.enlist(number);
        Some(Arc::clone(&self.records[number as usize]))
    }

    fn enlist(&mut self, number: u32) {
        let file = &self.records[number as usize];
        let key = (file.uploaded, number);
        if file.removed.is_some() {
            self.removed.insert(key);
            return;
        }
        self.active.insert(key);
        if file.stored.is_some() {
            self.stored.insert(key);
        } else {
            self.unstored.insert(key);
            self.temporary.insert((file.added, number));
        }
    }

    /// The first moment from `wanted` on that no file has.
    pub fn free_timestamp(&self, wanted: i64) -> i64 {
        let mut timestamp = wanted;
        loop {
            let free = self.removed.free_timestamp(self.active.free_timestamp(timestamp));
            if free == timestamp {
                return free;
            }
            timestamp = free;
        }
    }

    /// The files that are not removed, oldest first.
    pub fn active(&self) -> Vec<Arc<File>> {
        self.active.iter().map(|key| Arc::clone(&self.records[key.1 as usize])).collect()
    }

    /// Whether time has work to do here.
    pub fn is_due(&self, now: i64) -> bool {
        !self.unsettled.is_empty()
            || self.temporary.first().is_some_and(|(added, _)| added + TEMPORARY_FOR <= now)
    }

    /// Settles copies and removes temporary files whose time has come; the removed ones.
    pub fn pass_time(&mut self, now: i64) -> Vec<Arc<File>> {
        for uuid in std::mem::take(&mut self.unsettled) {
            let Some(provisional) = self.get(&uuid).and_then(|file| file.provisional) else {
                continue;
            };
            if provisional.until <= now {
                self.update(&uuid, |file| file.provisional = None);
            } else {
                self.unsettled.push(uuid);
            }
        }
        let mut expired = Vec::new();
        while let Some((added, number)) = self.temporary.first() {
            if added + TEMPORARY_FOR > now {
                break;
            }
            let uuid = self.records[number as usize].uuid;
            expired.extend(self.update(&uuid, |file| file.removed = Some(added + TEMPORARY_FOR)));
        }
        expired
    }

    /// Bytes of the files that were there just before each of these moments, which ascend.
    pub fn bytes_at(&self, moments: &[i64]) -> Vec<u64> {
        let mut bytes = vec![0; moments.len()];
        for file in &self.records {
            let from = moments.partition_point(|moment| *moment <= file.uploaded);
            let to = match file.removed {
                Some(removed) => moments.partition_point(|moment| *moment <= removed),
                None => moments.len(),
            };
            for sum in bytes.get_mut(from..to).unwrap_or_default() {
                *sum += file.size;
            }
        }
        bytes
    }

    pub fn totals(&self) -> Totals {
        Totals {
            removed: self.removed.len(),
            stored: self.stored.len(),
            unstored: self.unstored.len(),
        }
    }

    fn index(&self, selection: Selection) -> Option<&Index> {
        match (selection.removed, selection.stored) {
            (false, None) => Some(&self.active),
            (false, Some(true)) => Some(&self.stored),
            (false, Some(false)) => Some(&self.unstored),
            (true, None | Some(false)) => Some(&self.removed),
            // Removal takes the storing away, so nothing is both.
            (true, Some(true)) => None,
        }
    }

    pub fn page(&self, request: &PageRequest) -> Page {
        let totals = self.totals();
        let Some(index) = self.index(request.selection) else {
            return Page { files: Vec::new(), next: None, previous: None, total: 0, totals };
        };
        let Keys { keys, next, previous } = index.page(request);
        Page {
            files: keys.iter().map(|key| Arc::clone(&self.records[key.1 as usize])).collect(),
            next,
            previous,
            total: index.len(),
            totals,
        }
    }
}
