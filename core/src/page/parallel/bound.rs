//! How far a list is read, from either end.

use crate::{model::Timestamp, page::ListItem};
use serde::{Deserialize, Serialize};

/// A moment, and who of that moment was read: all, or these. What shares a moment with others may be read in part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Bound {
    #[serde(rename = "t")]
    pub at: Timestamp,
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub ids: Option<Vec<String>>,
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
        Self { at, ids: Some(Vec::new()) }
    }

    /// Whether a reader on this way has passed the item.
    pub fn covers<T: ListItem>(&self, way: Way, item: &T) -> bool {
        let moment = item.position();
        if moment == self.at {
            return self.ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id == item.id()));
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

    /// After these items of a page, whose last one is at the front. What was read before stays read.
    pub fn moved<T: ListItem>(before: Option<&Self>, way: Way, items: &[T]) -> Option<Self> {
        let last = items.last()?.position();
        if before.is_some_and(|before| before.at != last && (last < before.at) == (way == Way::Up))
        {
            return before.cloned();
        }
        let mut ids: Vec<String> = match before {
            Some(Self { at, ids: Some(ids) }) if *at == last => ids.clone(),
            // All of that moment was read before.
            Some(Self { at, ids: None }) if *at == last => return before.cloned(),
            _ => Vec::new(),
        };
        let of_last = items.iter().rev().take_while(|item| item.position() == last);
        for item in of_last {
            if !ids.iter().any(|id| id == item.id()) {
                ids.push(item.id().to_owned());
            }
        }
        Some(Self { at: last, ids: Some(ids) })
    }
}
