//! A list that is read from several places at the same time.
//!
//! Stretches of time, not counts, part the work: the moment of an item never changes, so that what is added or
//! deleted meanwhile moves nothing. Where two readers meet within one moment, they tell its items apart by their
//! identifiers.

mod bound;
mod ordered;
mod parts;
mod reader;
mod slice;

use bound::keys;
pub(crate) use bound::{Bound, Ids, Way};
pub(crate) use parts::parts;

use super::{
    ListItem, Page,
    cursor::{Place, Point, Position},
};
use crate::{
    client::Client,
    error::{Error, ErrorKind, Result},
    model::Timestamp,
    scope,
    transport::{Method, Request, Target},
};
use chrono::{TimeDelta, Utc};
use reader::{Reader, Ticket, density, ignores, moved, start_of};
use slice::Slice;
use std::collections::{HashMap, HashSet, VecDeque};
use tokio::task::JoinSet;

/// Pages that an ordered walk keeps until their turn comes.
const MOST_KEPT: usize = 32;

/// A slice of fewer pages is not worth another reader.
const LEAST_SPLIT: f64 = 3.0;

/// After so long nothing turns up late, whatever our clock and that of the service make of it.
const SETTLED: TimeDelta = TimeDelta::minutes(20);

/// What was uploaded shortly before the walk began may turn up late, out of its order.
const LATE: TimeDelta = TimeDelta::seconds(60);

/// What is listed, and how.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    /// Without an order and a place to start at.
    pub base: Target,
    pub per_page: usize,
    /// Requests at the same time.
    pub at_once: usize,
    /// The order that items come in; None for any.
    pub ordered: Option<Way>,
}

/// What of a list is still to come, as far as it is not in order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Remains {
    pub slices: Vec<(Option<Bound>, Option<Bound>)>,
    /// The newest item when the walk began.
    pub newest: Option<Timestamp>,
    /// What of the last minute was given before that is read once more.
    pub again: Option<HashSet<String>>,
}

pub(super) struct Parallel<T: ListItem> {
    client: Client,
    plan: Plan,
    start: Place,
    slices: Vec<Slice>,
    readers: HashMap<u64, Reader>,
    tasks: JoinSet<(Ticket, Result<Page<T>>)>,
    ready: VecDeque<Ready<T>>,
    current: Option<Current>,
    /// The slices and the page that was given last, until there is another one.
    stood: Option<(Vec<Slice>, Current)>,
    newest: Option<Timestamp>,
    /// Items of the last minute before the walk began, to tell those that come late from them.
    recent: Option<HashMap<String, Timestamp>>,
    /// What of the last minute was given, when that is read once more.
    again: Option<HashSet<String>>,
    next_id: u64,
    /// How much longer stretches are than they should be, for nothing was in the last ones.
    stretch: f64,
    /// Whether a reader has come to the end of the list.
    has_end: bool,
    /// Whether the service looks at the place to start at.
    is_sequential: bool,
    has_begun: bool,
}

struct Ready<T> {
    page: Page<T>,
    slice: u64,
    way: Way,
    after: Option<Bound>,
}

/// The page that was given last.
#[derive(Clone)]
struct Current {
    slice: u64,
    way: Way,
    keys: Vec<(Timestamp, String)>,
    after: Option<Bound>,
}

impl<T: ListItem> Parallel<T> {
    pub fn new(client: Client, plan: Plan, start: Place) -> Self {
        let mut parallel = Self {
            client,
            plan,
            start: start.clone(),
            slices: Vec::new(),
            readers: HashMap::new(),
            tasks: JoinSet::new(),
            ready: VecDeque::new(),
            current: None,
            stood: None,
            newest: None,
            recent: Some(HashMap::new()),
            again: None,
            next_id: 0,
            stretch: 1.0,
            has_end: false,
            is_sequential: false,
            has_begun: false,
        };
        match start {
            Place::Remains(remains) => {
                // What had come late before is not known any more.
                parallel.recent = None;
                parallel.newest = remains.newest;
                parallel.again = remains.again;
                for (low, high) in remains.slices {
                    let id = parallel.id();
                    parallel.slices.push(Slice::new(id, low, high));
                }
            }
            Place::Start(low, high) => {
                // Without a reader from the newest on, nobody knows what is near it.
                if high.is_some() || parallel.plan.at_once < 2 {
                    parallel.recent = None;
                }
                let id = parallel.id();
                parallel.slices.push(Slice::new(id, low, high));
            }
        }
        parallel
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Gives up what is on its way; it is asked for again when it is wanted.
    pub fn stop_ahead(&mut self) {
        for reader in self.readers.values_mut() {
            if let Some((_, task)) = reader.task.take() {
                task.abort();
            }
        }
    }

    pub async fn next_page(&mut self) -> Result<Option<Page<T>>> {
        self.has_begun = true;
        if let Some(current) = &self.current {
            self.stood = Some((self.slices.clone(), current.clone()));
        }
        self.commit();
        let since = self.next_id;
        loop {
            if let Some(page) = self.take() {
                self.stood = None;
                self.schedule();
                return Ok(Some(page));
            }
            self.schedule();
            match self.tasks.join_next().await {
                Some(Ok((ticket, outcome))) => self.arrived(ticket, outcome, since)?,
                Some(Err(error)) if error.is_cancelled() => {}
                Some(Err(error)) => {
                    self.forget_tasks();
                    return Err(Error::internal(format!("a task failed: {error}")));
                }
                // A runtime that has ended took them along.
                None if self.forget_tasks() => {}
                None if self.look_again() => {}
                None if self.slices.iter().all(Slice::is_given) => return Ok(None),
                None => return Err(Error::internal("a part of the list was left unread")),
            }
        }
    }

    /// Lets readers ask again whose tasks have ended; an answer that was not looked at yet is refused by its ticket.
    fn forget_tasks(&mut self) -> bool {
        let readers = self.readers.values_mut();
        readers.filter_map(|reader| reader.task.take_if(|(_, task)| task.is_finished())).count() > 0
    }

    /// The slices as they are after so many items of the current page; None stands for all of them.
    fn slices_after(&self, taken: Option<usize>) -> Vec<Slice> {
        let (mut slices, current) = match (&self.current, &self.stood) {
            (None, Some((slices, stood)))
                if taken.is_some_and(|taken| taken < stood.keys.len()) =>
            {
                (slices.clone(), Some(stood))
            }
            (current, _) => (self.slices.clone(), current.as_ref()),
        };
        if let Some(current) = current
            && let Some(slice) = slices.iter_mut().find(|slice| slice.id == current.slice)
        {
            let taken = taken.unwrap_or(current.keys.len()).min(current.keys.len());
            let edge = slice.edge_mut(current.way);
            if taken == current.keys.len() {
                edge.given = current.after.clone();
                edge.pending -= 1;
            } else {
                let keys = current.keys[..taken].iter().map(|(moment, id)| (*moment, id.as_str()));
                edge.given = Bound::moved(edge.given.as_ref(), current.way, keys);
            }
        }
        slices
    }

    /// What is still to come after so many items of the current page; None stands for all of them.
    pub fn place(&self, taken: Option<usize>) -> Place {
        if !self.has_begun {
            return self.start.clone();
        }
        let mut slices = self.slices_after(taken);
        let end = slices.last().filter(|_| self.plan.ordered.is_some()).cloned();
        slices.retain(|slice| !slice.is_given());
        if slices.is_empty() {
            // A list in order may grow at its end, and goes backward from there.
            slices.extend(end);
        }
        let again = self.again.clone().filter(|_| !slices.is_empty());
        let slices = slices.into_iter().map(|slice| (slice.low.given, slice.high.given)).collect();
        Place::Remains(Remains { slices, newest: self.newest, again })
    }

    /// The same place of an ordered walk, for one page after another.
    pub fn position(&self, taken: Option<usize>) -> Position {
        let way = self.plan.ordered.unwrap_or(Way::Up);
        let slices = self.slices_after(taken);
        // The last one tells where the walk has ended.
        let slice = slices.iter().find(|slice| !slice.is_given()).or(slices.last());
        let bound = slice.and_then(|slice| slice.edge(way).given.clone());
        let (target, _) = start_of::<T>(&self.plan.base, way, bound.as_ref());
        let after = bound.map(|bound| Point {
            moment: bound.at,
            ids: bound.ids.map(Into::into).unwrap_or_default(),
        });
        Position { target, after, body: None }
    }

    fn id(&mut self) -> u64 {
        self.next_id += 1;
        self.next_id
    }

    /// The page that was given last was taken.
    fn commit(&mut self) {
        let Some(current) = self.current.take() else { return };
        if let Some(slice) = self.slices.iter_mut().find(|slice| slice.id == current.slice) {
            let edge = slice.edge_mut(current.way);
            edge.given = current.after;
            edge.pending -= 1;
        }
        self.drop_given();
    }

    fn drop_given(&mut self) {
        // The last one tells where the walk has ended.
        while self.slices.len() > 1
            && let Some(place) = self.slices.iter().position(Slice::is_given)
        {
            self.slices.remove(place);
        }
    }

    fn take(&mut self) -> Option<Page<T>> {
        let place = match self.plan.ordered {
            None => (!self.ready.is_empty()).then_some(0),
            Some(_) => {
                let first = self.slices.iter().find(|slice| !slice.is_given())?.id;
                self.ready.iter().position(|ready| ready.slice == first)
            }
        };
        let ready = self.ready.remove(place?)?;
        self.current = Some(Current {
            slice: ready.slice,
            way: ready.way,
            keys: keys(&ready.page.results).map(|(moment, id)| (moment, id.to_owned())).collect(),
            after: ready.after,
        });
        Some(ready.page)
    }

    /// Gives everyone something to do who has nothing.
    fn schedule(&mut self) {
        while self.readers.len() < self.plan.at_once && self.assign() {}
        let room = match self.plan.ordered {
            None => 2 * self.plan.at_once,
            Some(_) => (4 * self.plan.at_once).min(MOST_KEPT),
        };
        let first = self.slices.iter().find(|slice| !slice.is_given()).map(|slice| slice.id);
        for (id, reader) in &mut self.readers {
            let is_awaited = Some(reader.slice) == first;
            if reader.task.is_some() || (self.ready.len() >= room && !is_awaited) {
                continue;
            }
            self.next_id += 1;
            let ticket = Ticket { reader: *id, number: self.next_id };
            let (target, client) = (reader.target.clone(), self.client.clone());
            let fetch = async move {
                let request = Request::rest(Method::GET, target);
                let answer = client.transport().send(&request).await;
                (ticket, answer.and_then(|answer| answer.page()))
            };
            reader.task = Some((ticket, self.tasks.spawn(scope::inherited(fetch))));
        }
    }

    /// One more reader; false if there is nothing to do for one.
    fn assign(&mut self) -> bool {
        let has = |slice: &Slice, way| {
            self.readers.values().any(|reader| reader.slice == slice.id && reader.way == way)
        };
        let ways = match self.plan.ordered {
            None => vec![Way::Up, Way::Down],
            Some(way) => vec![way],
        };
        let open: Vec<&Slice> = self.slices.iter().filter(|slice| !slice.is_read).collect();
        let lonely = open.iter().find(|slice| !ways.iter().any(|way| has(slice, *way)));
        if let Some(slice) = lonely {
            let (id, way) = (slice.id, ways[0]);
            self.begin(id, way);
            return true;
        }
        if let Some(way) = self.plan.ordered {
            return self.carve(way);
        }
        // Somebody comes to meet a reader who is alone, unless they would meet at once.
        let met = open.iter().filter(|_| self.again.is_none()).find_map(|slice| {
            let way = ways.iter().find(|way| !has(slice, **way))?;
            let is_worth_it = slice.pages_left(self.plan.per_page).is_none_or(|pages| pages >= 1.0);
            is_worth_it.then_some((slice.id, *way))
        });
        if let Some((id, way)) = met {
            self.begin(id, way);
            return true;
        }
        if self.is_sequential {
            return false;
        }
        let largest = open
            .iter()
            .filter(|slice| slice.low.density.is_some() && slice.high.density.is_some())
            .filter_map(|slice| Some((slice.id, slice.pages_left(self.plan.per_page)?)))
            .max_by(|(_, one), (_, other)| one.total_cmp(other));
        let Some((id, pages)) = largest else { return false };
        // Two pages of it are on their way.
        if pages - 2.0 < LEAST_SPLIT {
            return false;
        }
        let middle = self.slices.iter().find(|slice| slice.id == id).and_then(Slice::middle);
        let Some(middle) = middle else { return false };
        let upper = self.cut(id, middle);
        self.begin(upper, Way::Up);
        true
    }

    /// Parts a slice; what is above the moment gets the identifier that is returned. Readers and pages stay with
    /// their edges.
    fn cut(&mut self, id: u64, at: Timestamp) -> u64 {
        let upper = self.id();
        let Some(place) = self.slices.iter().position(|slice| slice.id == id) else { return upper };
        let slice = self.slices[place].cut(at, upper);
        // In the order of the walk.
        let after = if self.plan.ordered == Some(Way::Down) { place } else { place + 1 };
        self.slices.insert(after, slice);
        let is_moved = |slice: u64, way| slice == id && way == Way::Down;
        for reader in self.readers.values_mut().filter(|it| is_moved(it.slice, it.way)) {
            reader.slice = upper;
        }
        for ready in self.ready.iter_mut().filter(|it| is_moved(it.slice, it.way)) {
            ready.slice = upper;
        }
        if let Some(current) = self.current.as_mut().filter(|it| is_moved(it.slice, it.way)) {
            current.slice = upper;
        }
        upper
    }

    fn begin(&mut self, slice: u64, way: Way) {
        let behind = self
            .slices
            .iter()
            .find(|other| other.id == slice)
            .and_then(|slice| slice.edge(way).read.clone());
        let start = behind.as_ref().filter(|_| !self.is_sequential);
        let (target, from) = start_of::<T>(&self.plan.base, way, start);
        let id = self.id();
        let reader = Reader {
            slice,
            way,
            target,
            from,
            is_first: true,
            behind,
            last: None,
            empty: 0,
            ends: None,
            task: None,
        };
        self.readers.insert(id, reader);
    }

    fn arrived(&mut self, ticket: Ticket, outcome: Result<Page<T>>, since: u64) -> Result<()> {
        let Some(reader) = self.readers.get_mut(&ticket.reader) else { return Ok(()) };
        if reader.task.take_if(|(asked, _)| *asked == ticket).is_none() {
            return Ok(());
        }
        // The call that began it was cancelled, this one is not.
        let is_of_another = ticket.number <= since;
        if is_of_another && outcome.as_ref().is_err_and(|it| *it.kind() == ErrorKind::Cancelled) {
            return Ok(());
        }
        let mut page = outcome?;
        let way = reader.way;
        if reader.is_first
            && let Some(from) = reader.from
            && ignores(way, from, &page.results)
        {
            self.fall_back();
            return Ok(());
        }
        let before = reader.last;
        let is_end = reader.note(&page, &self.client.transport().config().api_base)?;
        let behind = reader.behind.clone();
        let (slice_id, is_from_start) = (reader.slice, reader.from.is_none());
        let Some(mut place) = self.slices.iter().position(|slice| slice.id == slice_id) else {
            return Ok(());
        };
        if self.plan.ordered == Some(way)
            && let Some((first, last)) = page.results.first().zip(page.results.last())
        {
            self.absorb(place, way, last);
            place = self.leap(ticket.reader, place, way, first);
            if let Some(density) = density(before, &page.results) {
                // Nothing better is known of what comes next.
                let next = self.slices[place + 1..].iter_mut().map(|slice| slice.edge_mut(way));
                next.filter(|edge| edge.is_untouched).for_each(|edge| edge.density = Some(density));
            }
        }
        let slice_id = self.slices[place].id;
        if way == Way::Down && is_from_start && self.newest.is_none() {
            self.newest = page.results.first().map(ListItem::position);
        }
        let slice = &mut self.slices[place];
        let other = way.back();
        let far = slice.edge(other).read.clone();
        let edge = slice.edge_mut(way);
        edge.is_untouched = false;
        let near = edge.read.clone();
        let crosses = page
            .results
            .iter()
            .any(|item| far.as_ref().is_some_and(|far| far.is_behind(way, item)));
        if let Some(density) = density(before, &page.results) {
            edge.density = Some(density);
        }
        let all = std::mem::take(&mut page.results);
        let read = Bound::moved(near.as_ref(), way, keys(&all));
        page.results = all
            .into_iter()
            .filter(|item| {
                !behind.as_ref().is_some_and(|behind| behind.covers(way, item))
                    && !far.as_ref().is_some_and(|far| far.covers(other, item))
                    && !self.again.as_ref().is_some_and(|again| again.contains(item.id()))
            })
            .collect();
        let is_new = !page.results.is_empty();
        // Where a walk in order ends, its cursor stands after the last item: more may come there.
        let is_through = crosses || (is_end && self.plan.ordered.is_none());
        edge.read = if is_through { far.clone().or_else(|| read.clone()) } else { read.clone() };
        let after = edge.read.clone();
        if crosses || is_end {
            slice.is_read = true;
            self.dismiss(|reader| reader.slice == slice_id);
        }
        self.meet(place);
        self.notice(&page.results);
        if is_new {
            self.slices[place].edge_mut(way).pending += 1;
            self.ready.push_back(Ready { page, slice: slice_id, way, after });
        } else {
            let edge = self.slices[place].edge_mut(way);
            if edge.pending == 0 {
                edge.given = edge.read.clone();
            }
        }
        if self.plan.ordered == Some(way) {
            self.stretch = if is_new { 1.0 } else { self.stretch * 2.0 };
            // What was left out of the page belongs to later slices.
            if is_end && !crosses {
                self.end_after(place);
            }
        }
        self.drop_given();
        Ok(())
    }

    /// Where both readers have come to the same moment, one goes on alone: who shares a moment comes in an order that
    /// nobody promises, so that neither would see where the other is.
    fn meet(&mut self, place: usize) {
        let slice = &self.slices[place];
        let (Some(low), Some(high)) = (&slice.low.read, &slice.high.read) else { return };
        if slice.is_read || low.at != high.at {
            return;
        }
        let id = slice.id;
        let known = |bound: &Bound| bound.ids.as_ref().map_or(0, Ids::len);
        let stays = if known(low) >= known(high) { Way::Up } else { Way::Down };
        let of_slice = |reader: &Reader, way| reader.slice == id && reader.way == way;
        if self.readers.values().any(|reader| of_slice(reader, stays)) {
            self.dismiss(|reader| of_slice(reader, stays.back()));
        }
    }

    /// Lets readers go, with what they are waiting for.
    fn dismiss(&mut self, is_meant: impl Fn(&Reader) -> bool) {
        self.readers.retain(|_, reader| {
            let stays = !is_meant(reader);
            if let Some((_, task)) = reader.task.take_if(|_| !stays) {
                task.abort();
            }
            stays
        });
    }

    /// Keeps in mind what is near the newest.
    fn notice(&mut self, items: &[T]) {
        if self.plan.ordered.is_some() {
            return;
        }
        let Some(recent) = &mut self.recent else { return };
        recent.extend(items.iter().map(|item| (item.id().to_owned(), item.position())));
        if let Some(newest) = self.newest {
            recent.retain(|_, moment| *moment > moved(newest, -LATE));
        }
    }

    /// At the end: reads the last minute before the walk began once more, for what came late.
    fn look_again(&mut self) -> bool {
        let is_over = self.slices.iter().all(Slice::is_given);
        let (Some(newest), true, true) =
            (self.newest, is_over, self.plan.ordered.is_none() && !self.is_sequential)
        else {
            return false;
        };
        let Some(recent) = self.recent.take() else { return false };
        // What is long uploaded does not turn up any more.
        if newest.0 < Utc::now() - SETTLED {
            return false;
        }
        let id = self.id();
        let low = moved(newest, -LATE);
        self.slices.push(Slice::new(id, Some(Bound::after(low)), Some(Bound::before(newest))));
        self.again = Some(recent.into_keys().collect());
        true
    }

    /// The service does not look at the place to start at: what is left is read from the ends of the list, one page
    /// after another, and what was given before is left out here.
    fn fall_back(&mut self) {
        self.is_sequential = true;
        self.readers.clear();
        self.tasks.abort_all();
        self.ready.clear();
        let mut left: Vec<Slice> = Vec::new();
        for slice in std::mem::take(&mut self.slices) {
            if slice.is_given() {
                continue;
            }
            let slice = Slice::new(slice.id, slice.low.given, slice.high.given);
            match left.last_mut() {
                Some(last) if slice.touches(last) => last.high = slice.high,
                Some(last) if last.touches(&slice) => last.low = slice.low,
                _ => left.push(slice),
            }
        }
        self.slices = left;
    }
}
