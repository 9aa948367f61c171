//! The files of one project and the ordered indexes that make any page cheap.

use std::{
    collections::{BTreeSet, HashMap},
    ops::Bound::{Excluded, Unbounded},
    sync::Arc,
};

use serde::Serialize;
use uuid::Uuid;

use super::File;

/// Upload time and arrival number: the total order of a project's files.
type Key = (i64, u32);

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
        self.records.push(Arc::clone(&file));
        self.enlist(number);
        Some(file)
    }

    pub fn update(&mut self, uuid: &Uuid, change: impl FnOnce(&mut File)) -> Option<Arc<File>> {
        let number = *self.by_uuid.get(uuid)?;
        let key = (self.records[number as usize].uploaded, number);
        for index in [&mut self.active, &mut self.stored, &mut self.unstored, &mut self.removed] {
            index.0.remove(&key);
        }
        change(Arc::make_mut(&mut self.records[number as usize]));
        self.enlist(number);
        Some(Arc::clone(&self.records[number as usize]))
    }

    fn enlist(&mut self, number: u32) {
        let file = &self.records[number as usize];
        let key = (file.uploaded, number);
        if file.removed.is_some() {
            self.removed.0.insert(key);
            return;
        }
        self.active.0.insert(key);
        if file.stored.is_some() { &mut self.stored } else { &mut self.unstored }.0.insert(key);
    }

    /// The first moment from `wanted` on that no file has.
    pub fn free_timestamp(&self, wanted: i64) -> i64 {
        let mut timestamp = wanted;
        while self.active.has(timestamp) || self.removed.has(timestamp) {
            timestamp += 1;
        }
        timestamp
    }

    pub fn totals(&self) -> Totals {
        Totals {
            removed: self.removed.0.len(),
            stored: self.stored.0.len(),
            unstored: self.unstored.0.len(),
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
        let descending = request.descending;
        // A page before `to` is the page after `to` of the opposite order, turned round.
        let mut keys: Vec<Key> = match request.to {
            None => {
                index.walk(descending, request.from, request.offset).take(request.limit).collect()
            }
            Some(to) => index
                .walk(!descending, Some(to), request.offset)
                .take_while(|key| match request.from {
                    None => true,
                    Some(from) if descending => key.0 < from,
                    Some(from) => key.0 > from,
                })
                .take(request.limit)
                .collect(),
        };
        if request.to.is_some() {
            keys.reverse();
        }
        let next = keys.last().and_then(|key| index.cursor(descending, *key));
        let previous = keys.first().and_then(|key| {
            index.cursor(!descending, *key).or_else(|| {
                // A caller who names a start may go back from it even where nothing is.
                let named = request.from.is_some() && request.to.is_none();
                named.then_some(Cursor { timestamp: key.0, offset: 0 })
            })
        });
        Page {
            files: keys.iter().map(|key| Arc::clone(&self.records[key.1 as usize])).collect(),
            next,
            previous,
            total: index.0.len(),
            totals,
        }
    }
}

#[derive(Default)]
struct Index(BTreeSet<Key>);

impl Index {
    fn has(&self, timestamp: i64) -> bool {
        self.0.range((timestamp, 0)..=(timestamp, u32::MAX)).next().is_some()
    }

    /// The keys behind a cursor, in the given direction.
    fn walk(
        &self,
        descending: bool,
        cursor: Option<i64>,
        offset: u64,
    ) -> Box<dyn Iterator<Item = Key> + '_> {
        let skip = usize::try_from(offset).unwrap_or(usize::MAX);
        let Some(timestamp) = cursor else {
            return if descending {
                Box::new(self.0.iter().rev().skip(skip).copied())
            } else {
                Box::new(self.0.iter().skip(skip).copied())
            };
        };
        let (first, last) = ((timestamp, 0), (timestamp, u32::MAX));
        // Never skip beyond the cursor's own timestamp, even when files of it are gone.
        let skip = if skip == 0 { 0 } else { skip.min(self.0.range(first..=last).count()) };
        match (descending, skip) {
            (false, 0) => Box::new(self.0.range((Excluded(last), Unbounded)).copied()),
            (true, 0) => Box::new(self.0.range(..first).rev().copied()),
            (false, skip) => Box::new(self.0.range(first..).skip(skip).copied()),
            (true, skip) => Box::new(self.0.range(..=last).rev().skip(skip).copied()),
        }
    }

    /// The cursor of what follows `key` in the given direction; `None` when nothing does.
    fn cursor(&self, descending: bool, key: Key) -> Option<Cursor> {
        let follower = if descending {
            self.0.range(..key).next_back()
        } else {
            self.0.range((Excluded(key), Unbounded)).next()
        }?;
        let timestamp = key.0;
        let shown = if follower.0 != timestamp {
            0
        } else if descending {
            self.0.range(key..=(timestamp, u32::MAX)).count()
        } else {
            self.0.range((timestamp, 0)..=key).count()
        };
        Some(Cursor { timestamp, offset: shown as u64 })
    }
}
