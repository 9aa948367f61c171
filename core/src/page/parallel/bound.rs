//! How far a list is read, from either end.

use crate::{model::Timestamp, page::ListItem};
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::Arc};

/// A moment, and who of that moment was read: all, or these. What shares a moment with others may be read in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Bound {
    #[serde(rename = "t")]
    pub at: Timestamp,
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub ids: Option<Ids>,
}

/// Identifiers, page by page, so that a moment of many pages is not copied with each of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub(crate) struct Ids(Vec<Arc<HashSet<String>>>);

impl Ids {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|page| page.len()).sum()
    }

    fn contains(&self, id: &str) -> bool {
        self.0.iter().any(|page| page.contains(id))
    }

    fn push<'a>(&mut self, page: impl Iterator<Item = &'a str>) {
        let page: HashSet<String> = page.map(str::to_owned).collect();
        if !page.is_empty() {
            self.0.push(Arc::new(page));
        }
    }
}

impl From<Vec<String>> for Ids {
    fn from(ids: Vec<String>) -> Self {
        let mut all = Self::default();
        all.push(ids.iter().map(String::as_str));
        all
    }
}

impl From<Ids> for Vec<String> {
    fn from(ids: Ids) -> Self {
        let all: HashSet<&String> = ids.0.iter().flat_map(|page| page.iter()).collect();
        all.into_iter().cloned().collect()
    }
}

/// Which way a reader goes through time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    Up,
    Down,
}

impl Way {
    pub fn back(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

impl Bound {
    /// All of the moment was read.
    pub fn after(at: Timestamp) -> Self {
        Self { at, ids: None }
    }

    /// Nothing of the moment was read yet.
    pub fn before(at: Timestamp) -> Self {
        Self { at, ids: Some(Ids::default()) }
    }

    /// Whether a reader on this way has passed the item.
    pub fn covers<T: ListItem>(&self, way: Way, item: &T) -> bool {
        let moment = item.position();
        if moment == self.at {
            return self.ids.as_ref().is_none_or(|ids| ids.contains(item.id()));
        }
        (moment < self.at) == (way == Way::Up)
    }

    /// Whether an item lies beyond what another reader, who comes from the other side, has left.
    pub fn is_behind<T: ListItem>(&self, way: Way, item: &T) -> bool {
        let moment = item.position();
        if moment == self.at {
            return self.ids.is_none();
        }
        (moment > self.at) == (way == Way::Up)
    }

    /// After these items, in this order, which were read from here on. What was read before stays read.
    pub fn moved<'a>(
        before: Option<&Self>,
        way: Way,
        keys: impl DoubleEndedIterator<Item = (Timestamp, &'a str)> + Clone,
    ) -> Option<Self> {
        let Some((last, _)) = keys.clone().next_back() else { return before.cloned() };
        let of_last = keys.rev().take_while(|(moment, _)| *moment == last).map(|(_, id)| id);
        let mut ids = match before {
            Some(before) if before.at == last => match &before.ids {
                None => return Some(before.clone()),
                Some(ids) => ids.clone(),
            },
            Some(before) if (last < before.at) == (way == Way::Up) => return Some(before.clone()),
            _ => Ids::default(),
        };
        ids.push(of_last);
        Some(Self { at: last, ids: Some(ids) })
    }
}

/// What tells items apart, and their moments.
pub(crate) fn keys<T: ListItem>(
    items: &[T],
) -> impl DoubleEndedIterator<Item = (Timestamp, &str)> + Clone {
    items.iter().map(|item| (item.position(), item.id()))
}
