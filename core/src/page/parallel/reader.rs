//! Who reads a slice from one of its ends, and what a page tells.

use super::bound::{Bound, Way};
use crate::{
    error::{Error, ErrorKind, Result},
    model::Timestamp,
    page::{ListItem, Page},
    transport::Target,
};
use chrono::TimeDelta;
use tokio::task::AbortHandle;
use url::Url;

/// Empty pages in a row; no list of the service was ever seen to have two.
const MOST_EMPTY: usize = 100;

/// A request of a reader. An answer to one that was given up may still come.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Ticket {
    pub reader: u64,
    pub number: u64,
}

pub(super) struct Reader {
    pub slice: u64,
    pub way: Way,
    pub target: Target,
    /// The place to start at that was asked for.
    pub from: Option<Timestamp>,
    pub is_first: bool,
    /// What was read before it began.
    pub behind: Option<Bound>,
    /// The last moment that was seen.
    pub last: Option<Timestamp>,
    pub empty: usize,
    /// The first and the last item of the page before.
    pub ends: Option<(String, String)>,
    pub task: Option<(Ticket, AbortHandle)>,
}

impl Reader {
    /// Takes note of a page; whether the list ends with it. Of one that makes no sense nothing is noted, for it may be
    /// asked for again.
    pub fn note<T: ListItem>(&mut self, page: &Page<T>, base: &Url) -> Result<bool> {
        let wrong = |what: &str| Err(Error::new(ErrorKind::Decode, what.to_owned()));
        check_order(self.way, self.last, &page.results)?;
        let ends = page.results.first().zip(page.results.last());
        let ends = ends.map(|(first, last)| (first.id().to_owned(), last.id().to_owned()));
        if ends.is_some() && ends == self.ends && page.info.next.is_some() {
            return wrong("a page of the list comes again and again; it was not followed for ever");
        }
        let empty = if page.results.is_empty() { self.empty + 1 } else { 0 };
        let next = match &page.info.next {
            None => None,
            Some(_) if empty > MOST_EMPTY => {
                return wrong(&format!(
                    "{MOST_EMPTY} pages in a row were empty and had a successor"
                ));
            }
            Some(link) => {
                let target = Target::link(link, base)?;
                if target == self.target {
                    return wrong(
                        "a page of the list links to itself; it was not followed for ever",
                    );
                }
                Some(target)
            }
        };
        self.ends = ends;
        self.empty = empty;
        self.is_first = false;
        self.last = page.results.last().map(ListItem::position).or(self.last);
        let is_end = next.is_none();
        self.target = next.unwrap_or_else(|| self.target.clone());
        Ok(is_end)
    }
}

/// Where a reader begins. The service leaves out the moment that it is asked to begin at.
pub(super) fn start_of<T: ListItem>(
    base: &Target,
    way: Way,
    bound: Option<&Bound>,
) -> (Target, Option<Timestamp>) {
    let order = match way {
        Way::Up => T::ORDER.to_owned(),
        Way::Down => format!("-{}", T::ORDER),
    };
    let target = base.with_query("ordering", &order);
    let Some(bound) = bound else { return (target, None) };
    let tick = TimeDelta::microseconds(1);
    let from = match (&bound.ids, way) {
        (None, _) => bound.at,
        (Some(_), Way::Up) => moved(bound.at, -tick),
        (Some(_), Way::Down) => moved(bound.at, tick),
    };
    (target.query("from", &from.to_string()), Some(from))
}

/// A moment that much later; at the ends of the calendar, the moment itself.
pub(super) fn moved(at: Timestamp, by: TimeDelta) -> Timestamp {
    Timestamp(at.0.checked_add_signed(by).unwrap_or(at.0))
}

/// Whether there are items that should have been left out.
pub(super) fn ignores<T: ListItem>(way: Way, from: Timestamp, items: &[T]) -> bool {
    let second = TimeDelta::seconds(1);
    items.iter().any(|item| match way {
        Way::Up => item.position() <= moved(from, -second),
        Way::Down => item.position() >= moved(from, second),
    })
}

fn check_order<T: ListItem>(way: Way, last: Option<Timestamp>, items: &[T]) -> Result<()> {
    let moments = last.into_iter().chain(items.iter().map(ListItem::position));
    let moments: Vec<Timestamp> = moments.collect();
    let is_right = match way {
        Way::Up => moments.is_sorted(),
        Way::Down => moments.iter().rev().is_sorted(),
    };
    if is_right {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Decode, "the list is in another order than was asked for"))
}

/// Items per second at the far end of a page: over a quarter of it, or more where they share a moment. `before` is
/// the last moment before the page.
pub(super) fn density<T: ListItem>(before: Option<Timestamp>, items: &[T]) -> Option<f64> {
    let last = items.last()?.position();
    let quarter = items.len().div_ceil(4);
    let earlier = items.iter().rev().skip(quarter).map(ListItem::position);
    let since = earlier.chain(before).find(|moment| *moment != last)?;
    // Counted from the end of that moment on.
    let count = items.iter().rev().take_while(|item| item.position() != since).count();
    Some(count as f64 / (last.0 - since.0).as_seconds_f64().abs().max(0.000_001))
}
