//! Multipart uploads that were started.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use parking_lot::Mutex;
use uuid::Uuid;

use super::{Content, Piece};

/// An upload in parts. What a file gets to know of it is given at its start.
pub(crate) struct Multipart {
    /// UUID of the file that it becomes.
    pub uuid: Uuid,
    /// What its part URLs name it by.
    pub upload_id: String,
    pub filename: String,
    pub size: u64,
    pub part_size: u64,
    pub content_type: String,
    pub stored: bool,
    pub metadata: Arc<BTreeMap<String, String>>,
    pub tags: Arc<Vec<String>>,
    pub parts: Parts,
}

/// The parts that have come, by their numbers; `None` when the upload is complete.
pub(crate) struct Parts(Mutex<Option<BTreeMap<u64, Arc<Piece>>>>);

impl Default for Parts {
    fn default() -> Self {
        Self(Mutex::new(Some(BTreeMap::new())))
    }
}

/// Why an upload can not be completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotComplete {
    Already,
    TooSmall,
    TooLarge,
    WrongParts,
}

impl Multipart {
    pub fn part_count(&self) -> u64 {
        self.size.div_ceil(self.part_size)
    }

    pub fn is_open(&self) -> bool {
        self.parts.0.lock().is_some()
    }

    /// Puts a part in the place of an earlier one with its number; whether it was taken.
    pub fn put(&self, number: u64, piece: Arc<Piece>) -> bool {
        let mut parts = self.parts.0.lock();
        parts.as_mut().map(|parts| parts.insert(number, piece)).is_some()
    }

    /// Ends the upload, if `accept` has nothing against what came together.
    pub fn complete<E: From<NotComplete>, T>(
        &self,
        accept: impl FnOnce(Content) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut state = self.parts.0.lock();
        let parts = state.as_ref().ok_or(NotComplete::Already)?;
        self.check(parts)?;
        let accepted = accept(Vec::from_iter(parts.values().cloned()).into())?;
        *state = None;
        Ok(accepted)
    }

    fn check(&self, parts: &BTreeMap<u64, Arc<Piece>>) -> Result<(), NotComplete> {
        let total: u64 = parts.values().map(|piece| piece.size).sum();
        if total < self.size {
            return Err(NotComplete::TooSmall);
        }
        if total > self.size {
            return Err(NotComplete::TooLarge);
        }
        let last = self.part_count();
        let fits = |number: u64| {
            let expected = if number < last {
                self.part_size
            } else {
                self.size - (last - 1) * self.part_size
            };
            parts.get(&number).is_some_and(|piece| piece.size == expected)
        };
        if (1..=last).all(fits) { Ok(()) } else { Err(NotComplete::WrongParts) }
    }
}

#[derive(Default)]
pub(crate) struct Multiparts(Mutex<HashMap<Uuid, Arc<Multipart>>>);

impl Multiparts {
    pub fn add(&self, multipart: Multipart) -> Arc<Multipart> {
        let multipart = Arc::new(multipart);
        self.0.lock().insert(multipart.uuid, Arc::clone(&multipart));
        multipart
    }

    pub fn get(&self, uuid: &Uuid) -> Option<Arc<Multipart>> {
        self.0.lock().get(uuid).cloned()
    }
}
