//! An order of timestamps with cursors, the same for files and groups.

use std::{
    collections::BTreeSet,
    ops::Bound::{Excluded, Unbounded},
};

use super::{Cursor, PageRequest};

/// A timestamp and an arrival number: a total order.
pub(super) type Key = (i64, u32);

/// The keys of one page and the ways on from it.
pub(super) struct Keys {
    pub keys: Vec<Key>,
    pub next: Option<Cursor>,
    pub previous: Option<Cursor>,
}

#[derive(Default)]
pub(super) struct Index(BTreeSet<Key>);

impl Index {
    pub fn insert(&mut self, key: Key) {
        self.0.insert(key);
    }

    pub fn remove(&mut self, key: &Key) {
        self.0.remove(key);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = Key> + '_ {
        self.0.iter().copied()
    }

    pub fn first(&self) -> Option<Key> {
        self.0.first().copied()
    }

    /// The first moment from `wanted` on that nothing has.
    pub fn free_timestamp(&self, wanted: i64) -> i64 {
        let mut timestamp = wanted;
        while self.has(timestamp) {
            timestamp += 1;
        }
        timestamp
    }

    pub fn page(&self, request: &PageRequest) -> Keys {
        let descending = request.descending;
        // A page before `to` is the page after `to` of the opposite order, turned round.
        let mut keys: Vec<Key> = match request.to {
            None => {
                self.walk(descending, request.from, request.offset).take(request.limit).collect()
            }
            Some(to) => self
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
        let next = keys.last().and_then(|key| self.cursor(descending, *key));
        let previous = keys.first().and_then(|key| {
            self.cursor(!descending, *key).or_else(|| {
                // A caller who names a start may go back from it even where nothing is.
                let named = request.from.is_some() && request.to.is_none();
                named.then_some(Cursor { timestamp: key.0, offset: 0 })
            })
        });
        Keys { keys, next, previous }
    }

    pub fn has(&self, timestamp: i64) -> bool {
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
