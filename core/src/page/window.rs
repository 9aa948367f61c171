//! The part of the results of a search that the service gives access to.

use crate::{
    error::{Error, ErrorKind, Result},
    transport::Target,
};

/// Name of the list that a search is, kept in cursors.
pub(crate) const LIST: &str = "files/search";

/// Results within reach. The service's own words differ between 999 and 1000; the smaller one
/// is safe with both.
pub(crate) const REACH: i64 = 999;

/// Results of a page, if nothing is said; and at most.
pub(crate) const DEFAULT_LIMIT: i64 = 20;
pub(crate) const MOST: i64 = 100;

/// The target with this offset and as much of this limit as is within reach.
pub(crate) fn at(target: &Target, offset: i64, limit: i64) -> Target {
    let limit = limit.min(REACH.saturating_sub(offset));
    target.with_query("limit", &limit.to_string()).with_query("offset", &offset.to_string())
}

fn number(target: &Target, name: &str) -> Option<i64> {
    target.query_value(name)?.parse().ok()
}

/// The place after so many results of the page that `target` gives.
pub(crate) fn after(target: &Target, taken: usize) -> Target {
    let offset = number(target, "offset").unwrap_or(0);
    let offset = offset.saturating_add(i64::try_from(taken).unwrap_or(i64::MAX));
    target.with_query("offset", &offset.to_string())
}

/// The page that ends where the one that `target` gives begins; None at the start.
pub(crate) fn before(target: &Target) -> Option<Target> {
    let offset = number(target, "offset").unwrap_or(0).min(REACH);
    let mut limit = number(target, "limit").unwrap_or(DEFAULT_LIMIT);
    if offset.saturating_add(limit) >= REACH {
        // Cut at the edge, it does not say how long pages are.
        limit = limit.max(DEFAULT_LIMIT);
    }
    let limit = limit.clamp(1, MOST).min(offset);
    (offset > 0).then(|| at(target, offset - limit, limit))
}

/// The last result within reach, if the place is just behind it.
pub(crate) fn last(target: &Target) -> Option<Target> {
    (number(target, "offset")? == REACH).then(|| at(target, REACH - 1, 1))
}

/// The page of a link, cut at the edge of the window.
pub(crate) fn within(target: Target) -> Result<Target> {
    let offset = number(&target, "offset").unwrap_or(0);
    if offset >= REACH {
        return Err(edge());
    }
    match number(&target, "limit") {
        Some(limit) if offset.saturating_add(limit) > REACH => Ok(at(&target, offset, limit)),
        _ => Ok(target),
    }
}

/// Whether a page without a successor was the last one within reach, not the last of all.
pub(crate) fn is_cut(target: &Target, count: usize, total: i64) -> bool {
    let offset = number(target, "offset").unwrap_or(0);
    let end = offset.saturating_add(i64::try_from(count).unwrap_or(i64::MAX));
    end >= REACH && end < total
}

pub(crate) fn edge() -> Error {
    Error::new(
        ErrorKind::SearchWindow,
        format!(
            "a search reaches only its first {REACH} results; narrow it, for example by \
             `datetime_uploaded`, or sort it the other way round"
        ),
    )
}
