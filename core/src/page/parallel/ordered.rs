//! Walks in order: readers take stretches ahead of the one whose pages are given.

use super::{
    LEAST_SPLIT, MOST_KEPT, Parallel, Way,
    slice::{Slice, later},
};
use crate::{model::Timestamp, page::ListItem};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::HashSet;

/// Pages that a reader of an ordered walk takes upon itself at a time: less than two, so that the second one shows
/// what comes after them.
const STRETCH: f64 = 1.9;

impl<T: ListItem> Parallel<T> {
    /// Parts the first slice of an ordered walk that has enough in it, before what its reader will come to.
    pub(super) fn carve(&mut self, way: Way) -> bool {
        if self.is_sequential || self.ready.len() >= MOST_KEPT {
            return false;
        }
        let open = self.slices.iter().filter(|slice| !slice.is_read);
        let places: Vec<(u64, Timestamp)> =
            open.filter_map(|slice| self.cut_at(slice, way)).collect();
        let Some((id, at)) = places.first().copied() else { return false };
        let upper = self.cut(id, at);
        let rest = if way == Way::Up { upper } else { id };
        self.begin(rest, way);
        true
    }

    /// Where a slice is cut before its reader: a stretch ahead of it.
    fn cut_at(&self, slice: &Slice, way: Way) -> Option<(u64, Timestamp)> {
        let edge = slice.edge(way);
        let (near, density) = (edge.read.as_ref()?.at, edge.density?);
        let page = self.plan.per_page as f64 / density;
        let far = slice.edge(way.back()).read.as_ref().map(|far| far.at);
        if far.is_some_and(|far| (far.0 - near.0).as_seconds_f64().abs() < LEAST_SPLIT * page) {
            return None;
        }
        let seconds = (STRETCH * self.stretch * page).max(1.0);
        let at = later(near, if way == Way::Up { seconds } else { -seconds })?;
        let is_ahead =
            |from: Timestamp, to: Timestamp| from != to && (from < to) == (way == Way::Up);
        let is_inside = match far {
            Some(far) => is_ahead(at, far),
            // Further out there is nothing, or not much: the reader of the last slice finds it.
            None => {
                let calendar = DateTime::UNIX_EPOCH..Utc::now() + TimeDelta::days(1);
                !self.has_end && calendar.contains(&at.0)
            }
        };
        // Whole seconds may lie behind a reader.
        (is_inside && is_ahead(near, at)).then_some((slice.id, at))
    }

    /// A page that goes beyond the slices after its own leaves nothing to do there, if nobody has begun.
    pub(super) fn absorb(&mut self, place: usize, way: Way, last: &T) {
        while let Some(next) = self.slices.get(place + 1)
            && !next.is_read
            && next.edge(way).is_untouched
            && next.is_before(way, last)
        {
            let next = self.slices.remove(place + 1);
            self.dismiss(|reader| reader.slice == next.id);
            *self.slices[place].edge_mut(way.back()) = next.edge(way.back()).clone();
        }
    }

    /// A page that begins beyond its slice tells that there is nothing up to there: it is the first one of the slice
    /// that its first item belongs to, if nobody has got that yet.
    pub(super) fn leap(&mut self, reader: u64, mut place: usize, way: Way, first: &T) -> usize {
        while let Some(next) = self.slices.get(place + 1)
            && self.slices[place].is_before(way, first)
            && !next.is_read
            && next.edge(way).is_untouched
        {
            let next = next.id;
            self.dismiss(|other| other.slice == next);
            let slice = &mut self.slices[place];
            slice.is_read = true;
            let far = slice.edge(way.back()).read.clone();
            let edge = slice.edge_mut(way);
            edge.read = far;
            if edge.pending == 0 {
                edge.given = edge.read.clone();
            }
            if let Some(reader) = self.readers.get_mut(&reader) {
                reader.slice = next;
            }
            place += 1;
        }
        place
    }

    /// The list ends within this slice, so there is nothing in later ones.
    pub(super) fn end_after(&mut self, place: usize) {
        self.has_end = true;
        // Nothing was there, so they tell nothing of where the walk ended.
        let mut number = 0;
        self.slices.retain(|slice| {
            number += 1;
            number <= place + 1 || slice.low.pending + slice.high.pending > 0
        });
        for slice in &mut self.slices[place + 1..] {
            slice.is_read = true;
        }
        let open: HashSet<u64> = self.slices[..place].iter().map(|slice| slice.id).collect();
        self.dismiss(|reader| !open.contains(&reader.slice));
    }
}
