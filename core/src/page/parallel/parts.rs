//! A list in parts, to be read by several processes.

use super::{
    Bound, Plan, Way,
    bound::keys,
    reader::{density, ignores, start_of},
};
use crate::{
    client::Client,
    error::Result,
    model::Timestamp,
    page::{ListItem, Page},
    transport::{Method, Request, Target},
};
use chrono::DateTime;
use futures::future::{try_join, try_join_all};

/// Items that a look at a place fetches.
const LOOK: usize = 100;

/// Places that are looked at in one round.
const ROUND: usize = 4;

/// Finer than asked for, so that parts of about the same size can be put together.
const FINER: usize = 3;

/// What lies between two bounds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    pub low: Option<Bound>,
    pub high: Option<Bound>,
    /// The first and the last moment in it, as far as they are known, and items per second there.
    first: Edge,
    last: Edge,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Edge {
    at: Timestamp,
    density: f64,
}

impl Part {
    /// How many items it has, as its ends make one think.
    fn size(&self) -> f64 {
        let seconds = (self.last.at.0 - self.first.at.0).as_seconds_f64().max(0.0);
        seconds * (self.first.density + self.last.density) / 2.0
    }

    /// A whole second about the middle; the service documents no finer ones.
    fn middle(&self) -> Option<Timestamp> {
        let (first, last) = (self.first.at.0, self.last.at.0);
        let middle = DateTime::from_timestamp((first + (last - first) / 2).timestamp(), 0)?;
        (middle > first && middle < last).then(|| middle.into())
    }
}

/// Parts of about the same size, at most so many, in the order of time. How full time is can only be seen by looking at
/// places, so sizes are estimates.
pub(crate) async fn parts<T: ListItem>(
    client: &Client,
    plan: &Plan,
    (low, high): (Option<Bound>, Option<Bound>),
    count: usize,
) -> Result<Vec<(Option<Bound>, Option<Bound>)>> {
    let whole = vec![(low.clone(), high.clone())];
    if count < 2 {
        return Ok(whole);
    }
    let look = |way, bound: Option<Bound>| look::<T>(client, plan, way, bound);
    let (up, down) = try_join(look(Way::Up, low.clone()), look(Way::Down, high.clone())).await?;
    let (Some(Some(first)), Some(Some(last))) = (up, down) else { return Ok(whole) };
    let mut parts = vec![Part { low, high, first, last }];
    let mut whole_ones = Vec::new();
    while parts.len() + whole_ones.len() < count * FINER {
        parts.sort_by(|one, other| one.size().total_cmp(&other.size()));
        let mut cuts = Vec::new();
        while cuts.len() < ROUND
            && let Some(part) = parts.pop()
        {
            match part.middle().filter(|_| part.size() > 2.0 * LOOK as f64) {
                Some(middle) => cuts.push((part, middle)),
                None => whole_ones.push(part),
            }
        }
        if cuts.is_empty() {
            break;
        }
        let looks = cuts.iter().map(|(_, at)| {
            try_join(
                look(Way::Down, Some(Bound::before(*at))),
                look(Way::Up, Some(Bound::after(*at))),
            )
        });
        for ((part, at), (below, above)) in cuts.iter().cloned().zip(try_join_all(looks).await?) {
            // The service does not look at the place to start at: there is only one part.
            let (Some(below), Some(above)) = (below, above) else { return Ok(whole) };
            let (below, above) = (below.unwrap_or(part.first), above.unwrap_or(part.last));
            parts.push(Part { high: Some(Bound::before(at)), last: below, ..part.clone() });
            parts.push(Part { low: Some(Bound::after(at)), first: above, ..part });
        }
    }
    parts.extend(whole_ones);
    parts.sort_by_key(|part| part.low.as_ref().map(|low| low.at));
    Ok(joined(&parts, count))
}

/// Neighbours put together, until each has its share of the whole.
fn joined(parts: &[Part], count: usize) -> Vec<(Option<Bound>, Option<Bound>)> {
    // A part is never empty, whatever its ends make one think.
    let sizes: Vec<f64> = parts.iter().map(|part| part.size() + 1.0).collect();
    let share = sizes.iter().sum::<f64>() / count as f64;
    let mut all: Vec<(Option<Bound>, Option<Bound>)> = Vec::new();
    let mut sum = 0.0;
    for (part, size) in parts.iter().zip(sizes) {
        let belongs_to = ((sum + size / 2.0) / share) as usize;
        sum += size;
        let is_joined = belongs_to < all.len() || all.len() == count;
        match all.last_mut() {
            Some(last) if is_joined => last.1.clone_from(&part.high),
            _ => all.push((part.low.clone(), part.high.clone())),
        }
    }
    all
}

/// The first items on a way; None if the service begins somewhere else, and nothing inside if there are none.
async fn look<T: ListItem>(
    client: &Client,
    plan: &Plan,
    way: Way,
    bound: Option<Bound>,
) -> Result<Option<Option<Edge>>> {
    let base = plan.base.with_query("limit", &LOOK.to_string());
    let (target, from): (Target, _) = start_of::<T>(&base, way, bound.as_ref());
    let request = Request::rest(Method::GET, target);
    let page: Page<T> = client.transport().send(&request).await?.json()?;
    if from.is_some_and(|from| ignores(way, from, &page.results)) {
        return Ok(None);
    }
    let first = keys(&page.results).next().map(|(at, _)| at);
    Ok(Some(first.map(|at| Edge { at, density: density(None, &page.results).unwrap_or(0.0) })))
}
