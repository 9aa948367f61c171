//! Stretches of time that are read at the same time.

use super::bound::{Bound, Ids, Way};
use crate::{model::Timestamp, page::ListItem};
use chrono::{DateTime, TimeDelta};

/// One end of a slice. Nothing is known of it as long as it has no bound.
#[derive(Debug, Clone, Default)]
pub(super) struct Edge {
    /// As far as pages have come.
    pub read: Option<Bound>,
    /// As far as the caller has got them.
    pub given: Option<Bound>,
    /// Items per second near the edge.
    pub density: Option<f64>,
    /// Pages that have come and were not given yet.
    pub pending: usize,
    /// No page of it has come.
    pub is_untouched: bool,
}

impl Edge {
    pub fn at(bound: Option<Bound>) -> Self {
        Self { read: bound.clone(), given: bound, is_untouched: true, ..Self::default() }
    }
}

/// What lies between two edges. Readers at each of them come towards each other.
#[derive(Debug, Clone)]
pub(super) struct Slice {
    pub id: u64,
    pub low: Edge,
    pub high: Edge,
    /// Nothing between the edges is still to be read.
    pub is_read: bool,
}

impl Slice {
    pub fn new(id: u64, low: Option<Bound>, high: Option<Bound>) -> Self {
        Self { id, low: Edge::at(low), high: Edge::at(high), is_read: false }
    }

    pub fn edge(&self, way: Way) -> &Edge {
        match way {
            Way::Up => &self.low,
            Way::Down => &self.high,
        }
    }

    pub fn edge_mut(&mut self, way: Way) -> &mut Edge {
        match way {
            Way::Up => &mut self.low,
            Way::Down => &mut self.high,
        }
    }

    pub fn is_given(&self) -> bool {
        self.is_read && self.low.pending + self.high.pending == 0
    }

    /// Whether the item is beyond it, on this way.
    pub fn is_before<T: ListItem>(&self, way: Way, item: &T) -> bool {
        self.edge(way.back()).read.as_ref().is_some_and(|far| far.is_behind(way, item))
    }

    /// Whether nothing lies between the other one and this, which is later.
    pub fn touches(&self, earlier: &Self) -> bool {
        let (Some(low), Some(high)) = (&self.low.given, &earlier.high.given) else { return false };
        low.at == high.at && low.ids.is_none() && high.ids.as_ref().is_some_and(Ids::is_empty)
    }

    /// Seconds between the edges; None as long as one of them is not known.
    fn gap(&self) -> Option<f64> {
        let (low, high) = (self.low.read.as_ref()?, self.high.read.as_ref()?);
        Some((high.at.0 - low.at.0).as_seconds_f64().max(0.0))
    }

    /// Pages that are still to be read, as the thinner end has it: where ends differ, it is right more often.
    pub fn pages_left(&self, per_page: usize) -> Option<f64> {
        let gap = self.gap()?;
        if gap == 0.0 {
            return Some(0.0);
        }
        let densities = [self.low.density, self.high.density];
        let density = densities.into_iter().flatten().reduce(f64::min)?;
        Some(gap * density / per_page.max(1) as f64)
    }

    /// A whole second about the middle; the service documents no finer ones.
    pub fn middle(&self) -> Option<Timestamp> {
        let (low, high) = (self.low.read.as_ref()?, self.high.read.as_ref()?);
        let middle = low.at.0 + (high.at.0 - low.at.0) / 2;
        let second = DateTime::from_timestamp(middle.timestamp(), 0)?;
        (second > low.at.0 && second < high.at.0).then(|| second.into())
    }

    /// Cuts at a moment, which stays below. The readers keep their edges.
    pub fn cut(&mut self, at: Timestamp, id: u64) -> Self {
        let high = std::mem::replace(&mut self.high, Edge::at(Some(Bound::before(at))));
        let (below, above) = (self.low.density, high.density);
        self.high.density = below.or(above);
        let mut upper = Self { id, low: Edge::at(Some(Bound::after(at))), high, is_read: false };
        upper.low.density = above.or(below);
        upper
    }
}

/// A moment later, or earlier for less than nothing; a whole second, the service documents no finer ones.
pub(super) fn later(at: Timestamp, seconds: f64) -> Option<Timestamp> {
    let seconds = TimeDelta::try_seconds(seconds.clamp(-1e10, 1e10) as i64)?;
    let moment = at.0.checked_add_signed(seconds)?;
    DateTime::from_timestamp(moment.timestamp(), 0).map(Into::into)
}
