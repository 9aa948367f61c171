use crate::{
    client::NativeClient,
    errors::raise,
    operations::operations,
    runtime::{Cancellation, Setup},
};
use pyo3::{PyTraverseError, PyVisit, prelude::*};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync;
use uploadcare::{
    Client, FileInfo, GroupInfo, Lazy, List, ListItem, Members, PageInfo, Pages, Result,
};

/// A page as it crosses: its items, moved, not decoded, and the rest.
type Crossing<T> = Option<(Vec<Lazy<T>>, PageInfo)>;

/// Items of lists.
trait Item: ListItem + Members {}

impl<T: ListItem + Members> Item for T {}

type Shared<T> = Arc<sync::Mutex<Pages<Lazy<T>>>>;

/// The same list of another client, from a cursor on.
type Reopen<T> = dyn Fn(&Client, String) -> Result<List<T>> + Send + Sync;

/// A list, page by page.
struct Walker<T: Item> {
    client: Py<NativeClient>,
    reopen: Box<Reopen<T>>,
    walk: Mutex<Walk<T>>,
}

struct Walk<T: Item> {
    process: u32,
    pages: Shared<T>,
    /// Where the walk stood when it began to fetch a page, or shall go on from.
    resting: String,
    /// Whether it shall go on from there, wherever the pages have gone.
    is_elsewhere: bool,
    /// Of the calls since one was cancelled last.
    cancellation: Cancellation,
}

#[derive(Clone, Copy)]
enum Way {
    Forward,
    Backward,
}

fn shared<T: Item>(list: List<T>) -> Shared<T> {
    Arc::new(sync::Mutex::new(list.pages().in_form()))
}

impl<T: Item> Walker<T> {
    fn new(client: Py<NativeClient>, list: List<T>, reopen: Box<Reopen<T>>) -> Self {
        let (process, pages) = (std::process::id(), shared(list));
        let mut walk = Walk {
            process,
            pages,
            resting: String::new(),
            is_elsewhere: false,
            cancellation: Cancellation::default(),
        };
        walk.resting = walk.cursor(None);
        Self { client, reopen, walk: Mutex::new(walk) }
    }

    fn walk(&self) -> MutexGuard<'_, Walk<T>> {
        self.walk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_out(&self, py: Python<'_>, way: Way) -> PyResult<Shared<T>> {
        let is_usable = self.walk().is_usable();
        // Both the client and an exception need the GIL, and another thread may hold it while it
        // waits for the walk: so the walk is not locked while they are made.
        let client = (!is_usable).then(|| NativeClient::of(&self.client, py)).transpose()?;
        let pages = self.walk().set_out(way, client, &*self.reopen);
        pages.map_err(|error| raise(py, &error))
    }

    /// A call may wait for a page that an earlier one has asked for: when it is cancelled, both are.
    fn setup(&self) -> Setup {
        let mut walk = self.walk();
        if walk.cancellation.is_requested() {
            walk.cancellation = Cancellation::default();
        }
        self.client.get().setup_with(walk.cancellation.clone())
    }

    /// Makes the walk go on from a cursor of its list: from within the current page, or from
    /// where it stood before a call that may have been cancelled before or after it moved on.
    fn stand(&self, cursor: String) {
        let mut walk = self.walk();
        walk.resting = cursor;
        walk.is_elsewhere = true;
        // A call may have been cancelled before it came to wait for the page that is fetched ahead. Where the
        // pages are locked, it waits for that page, and takes it along.
        if walk.process == std::process::id()
            && let Ok(mut pages) = walk.pages.try_lock()
        {
            pages.stop_ahead();
        }
    }
}

impl<T: Item> Walk<T> {
    fn is_usable(&self) -> bool {
        self.process == std::process::id() && !self.is_elsewhere
    }

    /// Notes where the walk stands and gives the pages to step on with; those of `client`, from
    /// the same place, where the old ones are not usable.
    fn set_out(
        &mut self,
        way: Way,
        client: Option<Client>,
        reopen: &Reopen<T>,
    ) -> Result<Shared<T>> {
        let taken = match way {
            Way::Forward => None,
            Way::Backward => Some(0),
        };
        if !self.is_elsewhere {
            self.resting = self.cursor(taken);
        }
        if let Some(client) = client {
            let pages = shared(reopen(&client, self.resting.clone())?);
            let old = std::mem::replace(&mut self.pages, pages);
            if self.process != std::process::id() {
                // A parent's connections have no threads here: as in `PerProcess`.
                std::mem::forget(old);
            }
            self.process = std::process::id();
            self.is_elsewhere = false;
        }
        Ok(self.pages.clone())
    }

    fn cursor(&self, taken: Option<usize>) -> String {
        match self.pages.try_lock() {
            Ok(pages) if !self.is_elsewhere => pages.cursor(taken),
            _ => self.resting.clone(),
        }
    }
}

impl<T: Item> Drop for Walker<T> {
    fn drop(&mut self) {
        let walk = self.walk.get_mut().unwrap_or_else(PoisonError::into_inner);
        if walk.process != std::process::id() {
            std::mem::forget(walk.pages.clone());
        }
    }
}

/// PyO3 has no generic classes, so each kind of item has one of its own.
macro_rules! pages {
    ($class:ident of $item:ty) => {
        /// A list, page by page.
        #[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
        pub struct $class(Walker<$item>);

        impl $class {
            pub fn new(
                client: Py<NativeClient>,
                py: Python<'_>,
                list: Result<List<$item>>,
                reopen: impl Fn(&Client, String) -> Result<List<$item>> + Send + Sync + 'static,
            ) -> PyResult<Self> {
                let list = list.map_err(|error| raise(py, &error))?;
                Ok(Self(Walker::new(client, list, Box::new(reopen))))
            }

            fn setup(&self) -> Setup {
                self.0.setup()
            }
        }

        operations! {
            impl $class {
                /// The position after `taken` items of the current page, after all of them if None.
                #[pyo3(signature = (taken=None))]
                fn cursor(&self, taken: Option<usize>) -> String {
                    self.0.walk().cursor(taken)
                }

                fn stand(&self, cursor: String) {
                    self.0.stand(cursor);
                }

                fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
                    visit.call(&self.0.client)
                }
            }

            fn next_page / next_page_async(&self, py) -> Crossing<$item> {
                let pages = self.0.set_out(py, Way::Forward)?;
                async move { Ok(pages.lock().await.next_page().await?.map(|page| (page.results, page.info))) }
            }

            fn previous_page / previous_page_async(&self, py) -> Crossing<$item> {
                let pages = self.0.set_out(py, Way::Backward)?;
                async move { Ok(pages.lock().await.previous_page().await?.map(|page| (page.results, page.info))) }
            }
        }
    };
}

pages!(NativeFilePages of FileInfo);
pages!(NativeGroupPages of GroupInfo);
