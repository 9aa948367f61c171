use super::{
    ListItem, Page, Reading,
    cursor::{self, Place, Point, Position},
    parallel::{Bound, Parallel, Plan, Remains, Way as Direction},
    window,
};
use crate::{
    client::Client,
    error::{Error, ErrorKind, Result},
    model::Timestamp,
    scope,
    transport::{Body, Method, Request, Target},
};
use bytes::Bytes;
use futures::{FutureExt, Stream, stream};
use std::{fmt, sync::Arc};
use tokio_util::task::AbortOnDropHandle;

/// No list of the service was ever seen to have two.
const MOST_EMPTY: usize = 100;

/// A list page by page, forward and backward.
///
/// It owns a clone of the client. After an error the walk stands where it was: asking again
/// repeats the page.
pub struct Pages<T: ListItem> {
    walk: Option<Way<T>>,
    backward: bool,
}

/// How a list is read.
enum Way<T: ListItem> {
    /// One page after another.
    Steps(Walk<T>),
    /// From several places at the same time.
    Parallel(Parallel<T>),
}

struct Walk<T: ListItem> {
    client: Client,
    start: Position,
    current: Option<Current>,
    prefetch: bool,
    /// Pages asked for; a caller that asks for a second page is likely to want a third.
    asked: usize,
    /// Empty pages in a row.
    empty: usize,
    /// The first and the last item of the page that was fetched last on the way forward.
    ends: Option<(String, String)>,
    ahead: Option<(Target, AbortOnDropHandle<Result<Page<T>>>)>,
}

/// The page delivered last.
struct Current {
    target: Target,
    previous: Option<String>,
    next: Next,
    /// Items of the page that lie before the next page, in order; the first `given_before` were
    /// not part of the delivery.
    keys: Vec<(Timestamp, String)>,
    given_before: usize,
    /// A point of a cursor that lies beyond this page: what came since has pushed it there.
    beyond: Option<Point>,
    /// What a search posted for the page.
    body: Option<Arc<str>>,
}

impl Current {
    /// Within the page, after so many of its items.
    fn position(&self, behind: usize) -> Position {
        if let Some(body) = &self.body {
            return Position::in_search(&self.target, body, behind);
        }
        let past = &self.keys[..behind];
        let after = past.last().map(|(moment, _)| Point {
            moment: *moment,
            ids: past.iter().filter(|(at, _)| at == moment).map(|(_, id)| id.clone()).collect(),
        });
        Position { target: self.target.clone(), after, body: None }
    }
}

enum Next {
    None,
    /// There are more results, out of reach.
    Edge,
    Link(String),
    /// The rest of the current page.
    Rest(Position),
}

impl Next {
    fn of<T>(page: &Page<T>, at: &Position) -> Self {
        match &page.info.next {
            Some(link) => Self::Link(link.clone()),
            None if at.body.is_some()
                && window::is_cut(&at.target, page.results.len(), page.info.total) =>
            {
                Self::Edge
            }
            None => Self::None,
        }
    }
}

fn keys<T: ListItem>(items: &[T]) -> Vec<(Timestamp, String)> {
    items.iter().map(|item| (item.position(), item.id().to_owned())).collect()
}

impl<T: ListItem> Pages<T> {
    pub(super) fn new(client: Client, start: Position, prefetch: bool) -> Self {
        let walk = Walk {
            client,
            start,
            current: None,
            prefetch,
            asked: 0,
            empty: 0,
            ends: None,
            ahead: None,
        };
        Self { walk: Some(Way::Steps(walk)), backward: false }
    }

    /// From a position on, as it is wished.
    pub(super) fn reading(client: Client, start: Position, reading: Reading) -> Self {
        if reading.at_once < 2 && !reading.is_unordered {
            return Self::new(client, start, reading.prefetch);
        }
        match parallel(&start, reading) {
            Some((plan, place)) => Self::of(Parallel::new(client, plan, place)),
            None => Self::new(client, start, reading.prefetch),
        }
    }

    /// What is left of a list that is in no order.
    pub(super) fn rest(client: Client, base: Target, remains: Remains, reading: Reading) -> Self {
        let plan =
            Plan { per_page: per_page(&base), base, at_once: reading.at_once, ordered: None };
        Self::of(Parallel::new(client, plan, Place::Remains(remains)))
    }

    fn of(parallel: Parallel<T>) -> Self {
        Self { walk: Some(Way::Parallel(parallel)), backward: false }
    }

    pub(super) fn ended() -> Self {
        Self { walk: None, backward: false }
    }

    /// The same list anew, standing after so many items of the current page.
    pub(super) fn standing_after(&self, taken: usize) -> Self {
        Self { backward: self.backward, ..self.anew(taken) }
    }

    /// For the bindings: the same list, which has not begun, with its items in another form.
    #[doc(hidden)]
    pub fn in_form<U: ListItem>(self) -> Pages<U> {
        self.anew(0).toward(self.backward)
    }

    /// As `standing_after`, forward, with items of any form.
    pub(super) fn anew<U: ListItem>(&self, taken: usize) -> Pages<U> {
        match &self.walk {
            None => Pages::ended(),
            Some(Way::Steps(walk)) => {
                Pages::new(walk.client.clone(), walk.position(Some(taken)), walk.prefetch)
            }
            Some(Way::Parallel(parallel)) => {
                let place = parallel.place(Some(taken));
                let (client, plan) = (parallel.client().clone(), parallel.plan().clone());
                Pages::of(Parallel::new(client, plan, place))
            }
        }
    }

    pub(super) fn toward(self, backward: bool) -> Self {
        Self { backward, ..self }
    }

    /// Fetches the next page; None at the end of the list. A page may be empty and have a
    /// successor.
    pub async fn next_page(&mut self) -> Result<Option<Page<T>>> {
        match &mut self.walk {
            Some(Way::Steps(walk)) => walk.next_page().await,
            Some(Way::Parallel(parallel)) => parallel.next_page().await,
            None => Ok(None),
        }
    }

    /// Fetches the page before the current one, or before the position of the cursor; None at
    /// the start of the list.
    ///
    /// Errors: `invalid_parameter` for a list that is in no order.
    pub async fn previous_page(&mut self) -> Result<Option<Page<T>>> {
        if let Some(Way::Parallel(parallel)) = &self.walk {
            if parallel.plan().ordered.is_none() {
                return Err(Error::parameter(
                    "unordered",
                    "must not be set for a list that is to go backward",
                ));
            }
            // Backward goes one page after another.
            let start = parallel.position(Some(0));
            *self = Self {
                backward: self.backward,
                ..Self::new(parallel.client().clone(), start, true)
            };
        }
        match &mut self.walk {
            Some(Way::Steps(walk)) => walk.previous_page().await,
            _ => Ok(None),
        }
    }

    /// The position in the list as text: a later list with this text as its `cursor` goes on
    /// there, in any process and any language, with no gap and no repeat.
    ///
    /// `taken`: how many items of the current page lie before the position; None stands for the
    /// far end of the page: all of them, or none in a backward list.
    pub fn cursor(&self, taken: Option<usize>) -> String {
        let taken = if self.backward { taken.or(Some(0)) } else { taken };
        match &self.walk {
            Some(Way::Steps(walk)) => cursor::text(&walk.position(taken), T::LIST, &walk.client),
            Some(Way::Parallel(parallel)) => match (parallel.plan().ordered, parallel.place(taken))
            {
                (None, Place::Remains(remains)) => cursor::text_of_remains(
                    &parallel.plan().base,
                    remains,
                    T::LIST,
                    parallel.client(),
                ),
                (None, Place::Start(low, high)) => {
                    let remains = Remains { slices: vec![(low, high)], newest: None, again: None };
                    cursor::text_of_remains(
                        &parallel.plan().base,
                        remains,
                        T::LIST,
                        parallel.client(),
                    )
                }
                _ => cursor::text(&parallel.position(taken), T::LIST, parallel.client()),
            },
            None => String::new(),
        }
    }

    /// The pages as a stream, which ends after an error. Those of a backward list come last first;
    /// the items of a page stay in the order of the list.
    pub fn stream(&mut self) -> impl Stream<Item = Result<Page<T>>> + Send + '_ {
        stream::unfold(Some(self), |pages| async move {
            let pages = pages?;
            let step = pages.step().await.transpose()?;
            let next = step.is_ok().then_some(pages);
            Some((step, next))
        })
    }

    /// As [`Self::stream`], with the pages inside.
    pub fn into_stream(self) -> impl Stream<Item = Result<Page<T>>> + Send + 'static {
        stream::unfold(Some(self), |pages| async move {
            let mut pages = pages?;
            let step = pages.step().await.transpose()?;
            let next = step.is_ok().then_some(pages);
            Some((step, next))
        })
    }

    /// For the bindings: gives up the page that is being fetched ahead.
    #[doc(hidden)]
    pub fn stop_ahead(&mut self) {
        match &mut self.walk {
            Some(Way::Steps(walk)) => walk.ahead = None,
            Some(Way::Parallel(parallel)) => parallel.stop_ahead(),
            None => {}
        }
    }

    async fn step(&mut self) -> Result<Option<Page<T>>> {
        if self.backward { self.previous_page().await } else { self.next_page().await }
    }
}

/// Items of a page, if nothing is said.
const PER_PAGE: usize = 100;

fn per_page(target: &Target) -> usize {
    target.query_value("limit").and_then(|limit| limit.parse().ok()).unwrap_or(PER_PAGE)
}

/// A list in parts, as cursors.
pub(super) async fn slices<T: ListItem>(
    client: &Client,
    target: Target,
    count: usize,
) -> Result<Vec<String>> {
    let reading = Reading { prefetch: true, at_once: 1, is_unordered: true };
    let plan = parallel(&Position::start(target), reading);
    let Some((plan, Place::Start(low, high))) = plan else { return Ok(Vec::new()) };
    let parts = super::parallel::parts::<T>(client, &plan, (low, high), count).await?;
    let text = |part| {
        let remains = Remains { slices: vec![part], newest: None, again: None };
        cursor::text_of_remains(&plan.base, remains, T::LIST, client)
    };
    Ok(parts.into_iter().map(text).collect())
}

/// How a list can be read from several places, and where it begins; None where its target names a place that
/// only the service understands.
fn parallel(start: &Position, reading: Reading) -> Option<(Plan, Place)> {
    if start.body.is_some()
        || ["offset", "to"]
            .iter()
            .any(|it| start.target.query_value(it).is_some_and(|value| value != "0"))
    {
        return None;
    }
    let way = match start.target.query_value("ordering") {
        Some(order) if order.starts_with('-') => Direction::Down,
        _ => Direction::Up,
    };
    let from = match start.target.query_value("from") {
        None => None,
        Some(text) => {
            let text = percent_encoding::percent_decode_str(text).decode_utf8().ok()?;
            Some(Bound::after(text.parse().ok()?))
        }
    };
    // The service leaves out all of the moment it starts from.
    let inside = start
        .after
        .as_ref()
        .filter(|point| from.as_ref().is_none_or(|from| from.at != point.moment));
    let bound = inside
        .map(|point| Bound { at: point.moment, ids: Some(point.ids.clone().into()) })
        .or(from);
    let base = start.target.without_query(&["from", "ordering", "offset", "to"]);
    let plan = Plan {
        per_page: per_page(&base),
        base,
        at_once: reading.at_once,
        ordered: (!reading.is_unordered).then_some(way),
    };
    let place = match way {
        Direction::Up => Place::Start(bound, None),
        Direction::Down => Place::Start(None, bound),
    };
    Some((plan, place))
}

impl<T: ListItem> Walk<T> {
    async fn next_page(&mut self) -> Result<Option<Page<T>>> {
        loop {
            let mut position = match &self.current {
                None => self.start.clone(),
                Some(current) => match &current.next {
                    Next::None => return Ok(None),
                    Next::Edge => return Err(window::edge()),
                    Next::Rest(rest) => rest.clone(),
                    Next::Link(link) => Position {
                        target: self.link(link, &current.target)?,
                        after: current.beyond.clone(),
                        body: current.body.clone(),
                    },
                },
            };
            if self.is_search() {
                if let Some(last) = window::last(&position.target) {
                    // A cursor of a search read to the edge: whether there is more beyond, the
                    // last result within reach tells.
                    let page = self.fetch(&Position { target: last, ..position }).await?;
                    return if page.info.total > window::REACH {
                        Err(window::edge())
                    } else {
                        Ok(None)
                    };
                }
                position.target = window::within(position.target)?;
            }
            self.asked += 1;
            let mut page = self.fetch(&position).await?;
            let next = Next::of(&page, &position);
            self.count_empty(&page)?;
            self.check_repeat(&page)?;
            let (past, rest): (Vec<T>, Vec<T>) =
                page.results.into_iter().partition(|item| position.is_past(item));
            page.results = rest;
            let mut known = keys(&past);
            let given_before = known.len();
            known.extend(keys(&page.results));
            // Everything of a resumed page may be taken or gone by now.
            let is_past = page.results.is_empty() && position.after.is_some();
            self.current = Some(Current {
                target: position.target,
                previous: page.info.previous.clone(),
                next,
                keys: known,
                given_before,
                beyond: if is_past { position.after } else { None },
                body: position.body,
            });
            if is_past {
                continue;
            }
            self.fetch_ahead();
            return Ok(Some(page));
        }
    }

    async fn previous_page(&mut self) -> Result<Option<Page<T>>> {
        self.ahead = None;
        // The next page on the way forward is the one that was there last.
        self.ends = None;
        if self.is_search() {
            return self.previous_of_search().await;
        }
        let inside = match &self.current {
            None => Some(self.start.clone()),
            // The page was delivered without its beginning, which lies before it.
            Some(current) if current.given_before > 0 => {
                Some(current.position(current.given_before))
            }
            Some(_) => None,
        };
        if let Some(mut position) = inside {
            let mut page = self.fetch(&position).await?;
            // Items that came since may have pushed the position to a later page.
            while position.after.is_some() && page.results.iter().all(|item| position.is_past(item))
            {
                self.count_empty(&page)?;
                let Some(link) = &page.info.next else { break };
                position.target = self.link(link, &position.target)?;
                page = self.fetch(&position).await?;
            }
            page.results.retain(|item| position.is_past(item));
            self.current = Some(Current {
                target: position.target.clone(),
                previous: page.info.previous.clone(),
                keys: keys(&page.results),
                given_before: 0,
                beyond: None,
                body: position.body.clone(),
                next: Next::Rest(position),
            });
            if !page.results.is_empty() {
                return Ok(Some(page));
            }
        }
        let Some(current) = &self.current else { return Ok(None) };
        let Some(link) = &current.previous else { return Ok(None) };
        let target = self.link(link, &current.target)?;
        let position = Position { target, after: None, body: current.body.clone() };
        let page = self.fetch(&position).await?;
        self.count_empty(&page)?;
        self.current = Some(Current {
            previous: page.info.previous.clone(),
            next: Next::of(&page, &position),
            keys: keys(&page.results),
            given_before: 0,
            beyond: None,
            target: position.target,
            body: position.body,
        });
        Ok(Some(page))
    }

    /// Places in a search are offsets, so the page before needs no link. One of the service may
    /// reach beyond the place, and at the edge of the window there is none.
    async fn previous_of_search(&mut self) -> Result<Option<Page<T>>> {
        let here = match &self.current {
            None => self.start.clone(),
            Some(current) => current.position(0),
        };
        let Some(target) = window::before(&here.target) else { return Ok(None) };
        let position = Position { target, ..here.clone() };
        let page = self.fetch(&position).await?;
        self.current = Some(Current {
            previous: None,
            next: Next::Rest(here),
            keys: keys(&page.results),
            given_before: 0,
            beyond: None,
            target: position.target,
            body: position.body,
        });
        Ok(Some(page))
    }

    fn position(&self, taken: Option<usize>) -> Position {
        let Some(current) = &self.current else { return self.start.clone() };
        let behind = match taken {
            None => current.keys.len(),
            Some(taken) => current.given_before.saturating_add(taken).min(current.keys.len()),
        };
        if behind == current.keys.len() {
            match &current.next {
                Next::Rest(rest) => return rest.clone(),
                Next::Link(link) => {
                    if let Ok(target) = self.link(link, &current.target) {
                        let after = current.beyond.clone();
                        return Position { target, after, body: current.body.clone() };
                    }
                }
                Next::None | Next::Edge => {}
            }
        }
        current.position(behind)
    }

    fn link(&self, link: &str, from: &Target) -> Result<Target> {
        let target = Target::link(link, &self.client.transport().config().api_base)?;
        if target == *from {
            return Err(Error::new(
                ErrorKind::Decode,
                "a page of the list links to itself; it was not followed for ever",
            ));
        }
        if self.is_search() { window::within(target) } else { Ok(target) }
    }

    /// Ends a walk through pages that are all empty and lead to one another.
    fn count_empty(&mut self, page: &Page<T>) -> Result<()> {
        self.empty = if page.results.is_empty() { self.empty + 1 } else { 0 };
        if self.empty > MOST_EMPTY {
            return Err(Error::new(
                ErrorKind::Decode,
                format!("{MOST_EMPTY} pages in a row were empty and had a successor"),
            ));
        }
        Ok(())
    }

    /// Ends a walk through one page that comes again under other links.
    fn check_repeat(&mut self, page: &Page<T>) -> Result<()> {
        let ends = page.results.first().zip(page.results.last());
        let ends = ends.map(|(first, last)| (first.id().to_owned(), last.id().to_owned()));
        let is_again = ends.is_some() && ends == self.ends && !self.is_search();
        self.ends = ends;
        if is_again && page.info.next.is_some() {
            return Err(Error::new(
                ErrorKind::Decode,
                "a page of the list comes again and again; it was not followed for ever",
            ));
        }
        Ok(())
    }

    fn is_search(&self) -> bool {
        self.start.body.is_some()
    }

    async fn fetch(&mut self, position: &Position) -> Result<Page<T>> {
        if let Some((ahead, page)) = self.ahead.take()
            && ahead == position.target
        {
            let page = page
                .await
                .unwrap_or_else(|error| Err(Error::internal(format!("a task failed: {error}"))));
            // The call that began it was cancelled, this one is not.
            if !page.as_ref().is_err_and(|error| *error.kind() == ErrorKind::Cancelled) {
                return page;
            }
        }
        fetch(self.client.clone(), position.target.clone(), position.body.clone()).await
    }

    fn fetch_ahead(&mut self) {
        if !self.prefetch || self.asked < 2 {
            return;
        }
        if let Some(Current { next: Next::Link(link), target, .. }) = &self.current
            && let Ok(next) = self.link(link, target)
        {
            let body = self.start.body.clone();
            let task =
                tokio::spawn(scope::inherited(fetch(self.client.clone(), next.clone(), body)));
            self.ahead = Some((next, AbortOnDropHandle::new(task)));
        }
    }
}

fn fetch<T: ListItem>(
    client: Client,
    target: Target,
    body: Option<Arc<str>>,
) -> impl Future<Output = Result<Page<T>>> + Send {
    let method = if body.is_some() { Method::POST } else { Method::GET };
    let mut request = Request::rest(method, target);
    if let Some(body) = body {
        request.body = Body::Json(Bytes::copy_from_slice(body.as_bytes()));
    }
    async move { client.transport().send(&request).await?.page() }.boxed()
}

impl<T: ListItem> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("of", &T::LIST).finish_non_exhaustive()
    }
}
