//! Pagination, once for every list of the service.

pub(crate) mod cursor;
mod pages;
mod parallel;
pub(crate) mod window;

pub use pages::Pages;

use crate::{
    client::Client,
    error::{Error, Result, check_range},
    model::{PageInfo, Timestamp},
    transport::Target,
};
use cursor::Position;
use futures::{Stream, future::BoxFuture};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::VecDeque,
    fmt,
    ops::Deref,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// An item that the service lists page by page.
pub trait ListItem: DeserializeOwned + Clone + Send + Sync + Unpin + 'static {
    /// Name of the list, kept in cursors.
    const LIST: &'static str;

    /// The field that the list is ordered by.
    const ORDER: &'static str;

    /// The field that tells items apart.
    const ID: &'static str;

    /// What tells the item from all others.
    fn id(&self) -> &str;

    /// The moment the list is ordered by.
    fn position(&self) -> Timestamp;

    /// A page of its text, where the items have a quicker way than `Deserialize`; None where that has to see to it.
    #[doc(hidden)]
    fn page(_: &str) -> Option<Page<Self>> {
        None
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    /// Items of the page in order.
    #[serde(deserialize_with = "present", bound(deserialize = "T: Deserialize<'de>"))]
    pub results: Vec<T>,
    /// What the list answers beside its results.
    #[serde(flatten)]
    pub info: PageInfo,
}

/// Requests of a list at the same time, at most.
pub(crate) const MOST_AT_ONCE: i64 = 32;

/// How a list is read, beside what of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading {
    pub prefetch: bool,
    /// Requests at the same time.
    pub at_once: usize,
    /// In any order.
    pub is_unordered: bool,
}

impl Reading {
    pub fn new(
        prefetch: Option<bool>,
        concurrency: Option<i64>,
        unordered: Option<bool>,
    ) -> Result<Self> {
        let at_once = concurrency.unwrap_or(1);
        check_range("concurrency", at_once, 1, MOST_AT_ONCE)?;
        Ok(Self {
            prefetch: prefetch.unwrap_or(true),
            at_once: usize::try_from(at_once).unwrap_or(1),
            is_unordered: unordered.unwrap_or(false),
        })
    }
}

/// Slices of a list, at most.
const MOST_SLICES: i64 = 1000;

/// A list in parts of about the same size, each as the cursor of a list in any order.
pub(crate) async fn slices<T: ListItem>(
    client: &Client,
    target: Target,
    count: i64,
) -> Result<Vec<String>> {
    check_range("count", count, 1, MOST_SLICES)?;
    let count = usize::try_from(count).unwrap_or(1);
    pages::slices::<T>(client, target, count).await
}

/// A cursor brings the selection of its list with it.
pub(crate) fn check_cursor_alone(is_alone: bool) -> Result<()> {
    if is_alone {
        return Ok(());
    }
    Err(Error::parameter(
        "cursor",
        "brings its own selection: give no other option beside it but `prefetch` and `concurrency`",
    ))
}

/// A null among the results is nobody's item, and must not cost the others.
fn present<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    let items = Vec::<Option<T>>::deserialize(deserializer)?;
    Ok(items.into_iter().flatten().collect())
}

impl<T> Deref for Page<T> {
    type Target = PageInfo;

    fn deref(&self) -> &PageInfo {
        &self.info
    }
}

/// A list, item by item: a stream that fetches pages as it goes. It owns a clone of the client
/// and ends after an error.
pub struct List<T: ListItem> {
    walk: Walk<T>,
    ready: VecDeque<T>,
    /// Items before the position within the current page, in the order of the list.
    before: usize,
    backward: bool,
}

type Step<T> = (Pages<T>, Result<Option<Page<T>>>);

enum Walk<T: ListItem> {
    Idle(Box<Pages<T>>),
    /// With the list as it stood before, in case nobody waits for the page any more.
    Fetching(BoxFuture<'static, Step<T>>, Box<Pages<T>>),
    Over(Box<Pages<T>>),
    /// Between two of the others, inside of one step.
    Turning,
}

impl<T: ListItem> List<T> {
    pub(crate) fn new(client: Client, target: Target, reading: Reading) -> Self {
        Self::at(Pages::reading(client, Position::start(target), reading))
    }

    /// `list`: name of the list that the cursor must be of.
    pub(crate) fn resume(
        client: Client,
        cursor: &str,
        list: &str,
        reading: Reading,
    ) -> Result<Self> {
        let pages = match cursor::parse(cursor, list, &client)? {
            cursor::Parsed::Position(position) => Pages::reading(client, position, reading),
            cursor::Parsed::Remains(base, remains) => Pages::rest(client, base, remains, reading),
        };
        Ok(Self::at(pages))
    }

    /// A list whose pages are asked for with a body.
    pub(crate) fn posting(client: Client, target: Target, body: Arc<str>, prefetch: bool) -> Self {
        let start = Position { target, after: None, body: Some(body) };
        Self::at(Pages::new(client, start, prefetch))
    }

    fn at(pages: Pages<T>) -> Self {
        Self {
            walk: Walk::Idle(Box::new(pages)),
            ready: VecDeque::new(),
            before: 0,
            backward: false,
        }
    }

    /// The same list page by page, from the position on. After items of a page were taken, its rest
    /// is fetched again and comes first.
    pub fn pages(self) -> Pages<T> {
        let (backward, taken) = (self.backward, self.before);
        let is_between_pages = self.ready.is_empty();
        let pages = self.into_pages();
        if is_between_pages { pages } else { pages.standing_after(taken) }.toward(backward)
    }

    /// The items before the position, nearest first, back to the start of the list.
    #[must_use]
    pub fn backward(self) -> Self {
        if self.backward {
            return self;
        }
        let taken = self.before;
        Self { backward: true, ..Self::at(self.into_pages().standing_after(taken)) }
    }

    fn into_pages(self) -> Pages<T> {
        match self.walk {
            Walk::Idle(pages) | Walk::Over(pages) | Walk::Fetching(_, pages) => *pages,
            Walk::Turning => Pages::ended(),
        }
    }

    /// The position at the last item taken, as text: a later list with this text as its
    /// `cursor` goes on there, in any process and any language, with no gap and no repeat.
    ///
    /// While a page is being fetched it is the position before that page.
    pub fn cursor(&self) -> String {
        match &self.walk {
            Walk::Idle(pages) | Walk::Over(pages) => pages.cursor(Some(self.before)),
            Walk::Fetching(_, rest) => rest.cursor(None),
            Walk::Turning => String::new(),
        }
    }
}

impl<T: ListItem> Stream for List<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let backward = self.backward;
            if let Some(item) =
                if backward { self.ready.pop_back() } else { self.ready.pop_front() }
            {
                if backward {
                    self.before -= 1
                } else {
                    self.before += 1
                }
                return Poll::Ready(Some(Ok(item)));
            }
            match std::mem::replace(&mut self.walk, Walk::Turning) {
                Walk::Over(pages) => {
                    self.walk = Walk::Over(pages);
                    return Poll::Ready(None);
                }
                Walk::Turning => return Poll::Ready(None),
                Walk::Idle(mut pages) => {
                    let rest = Box::new(pages.standing_after(self.before));
                    let step = Box::pin(async move {
                        let step = if backward {
                            pages.previous_page().await
                        } else {
                            pages.next_page().await
                        };
                        (*pages, step)
                    });
                    self.walk = Walk::Fetching(step, rest);
                }
                Walk::Fetching(mut step, rest) => {
                    let Poll::Ready((pages, step)) = step.as_mut().poll(cx) else {
                        self.walk = Walk::Fetching(step, rest);
                        return Poll::Pending;
                    };
                    let pages = Box::new(pages);
                    match step {
                        Ok(Some(page)) => {
                            self.ready = page.results.into();
                            self.before = if backward { self.ready.len() } else { 0 };
                            self.walk = Walk::Idle(pages);
                        }
                        Ok(None) => self.walk = Walk::Over(pages),
                        Err(error) => {
                            self.walk = Walk::Over(pages);
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                }
            }
        }
    }
}

impl<T: ListItem> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("of", &T::LIST).finish_non_exhaustive()
    }
}
