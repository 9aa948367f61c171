use crate::{client::NativeClient, errors::raise, operations::operations};
use pyo3::prelude::*;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync;
use uploadcare::{Client, FileInfo, ListFilesOptions, PageInfo, Pages, Result};

/// A page as it crosses: its files, moved, not converted, and the rest.
type Crossing = Option<(Vec<FileInfo>, PageInfo)>;

/// A list of files, page by page.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeFilePages {
    client: Py<NativeClient>,
    prefetch: Option<bool>,
    walk: Mutex<Walk>,
}

struct Walk {
    process: u32,
    pages: Arc<sync::Mutex<Pages<FileInfo>>>,
    /// Where the walk stood when it began to fetch a page, or shall go on from.
    resting: String,
    /// Whether it shall go on from there, wherever the pages have gone.
    is_elsewhere: bool,
}

#[derive(Clone, Copy)]
enum Way {
    Forward,
    Backward,
}

fn open(client: &Client, options: ListFilesOptions) -> Result<Arc<sync::Mutex<Pages<FileInfo>>>> {
    Ok(Arc::new(sync::Mutex::new(client.files().list(options)?.pages())))
}

impl NativeFilePages {
    pub fn new(
        client: Py<NativeClient>,
        py: Python<'_>,
        options: ListFilesOptions,
    ) -> PyResult<Self> {
        let prefetch = options.prefetch;
        let pages = open(&NativeClient::of(&client, py)?, options);
        let pages = pages.map_err(|error| raise(py, &error))?;
        let process = std::process::id();
        let mut walk = Walk { process, pages, resting: String::new(), is_elsewhere: false };
        walk.resting = walk.cursor(None);
        Ok(Self { client, prefetch, walk: Mutex::new(walk) })
    }

    fn walk(&self) -> MutexGuard<'_, Walk> {
        self.walk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_out(&self, py: Python<'_>, way: Way) -> PyResult<Arc<sync::Mutex<Pages<FileInfo>>>> {
        let is_usable = self.walk().is_usable();
        // Both the client and an exception need the GIL, and another thread may hold it while it
        // waits for the walk: so the walk is not locked while they are made.
        let client = (!is_usable).then(|| NativeClient::of(&self.client, py)).transpose()?;
        let pages = self.walk().set_out(way, client, self.prefetch);
        pages.map_err(|error| raise(py, &error))
    }
}

impl Walk {
    fn is_usable(&self) -> bool {
        self.process == std::process::id() && !self.is_elsewhere
    }

    /// Notes where the walk stands and gives the pages to step on with; those of `client`, from
    /// the same place, where the old ones are not usable.
    fn set_out(
        &mut self,
        way: Way,
        client: Option<Client>,
        prefetch: Option<bool>,
    ) -> Result<Arc<sync::Mutex<Pages<FileInfo>>>> {
        let taken = match way {
            Way::Forward => None,
            Way::Backward => Some(0),
        };
        if !self.is_elsewhere {
            self.resting = self.cursor(taken);
        }
        if let Some(client) = client {
            let cursor = Some(self.resting.clone());
            let pages = open(&client, ListFilesOptions { cursor, prefetch, ..Default::default() })?;
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

operations! {
    impl NativeFilePages {
        /// The position after `taken` items of the current page, after all of them if None.
        #[pyo3(signature = (taken=None))]
        fn cursor(&self, taken: Option<usize>) -> String {
            self.walk().cursor(taken)
        }

        /// Makes the walk go on from a cursor of its list: from within the current page, or from
        /// where it stood before a call that may have been cancelled before or after it moved on.
        fn stand(&self, cursor: String) {
            let mut walk = self.walk();
            walk.resting = cursor;
            walk.is_elsewhere = true;
        }
    }

    fn next_page / next_page_async(&self, py) -> Crossing {
        let pages = self.set_out(py, Way::Forward)?;
        async move { Ok(pages.lock().await.next_page().await?.map(|page| (page.results, page.info))) }
    }

    fn previous_page / previous_page_async(&self, py) -> Crossing {
        let pages = self.set_out(py, Way::Backward)?;
        async move { Ok(pages.lock().await.previous_page().await?.map(|page| (page.results, page.info))) }
    }
}

impl Drop for NativeFilePages {
    fn drop(&mut self) {
        let walk = self.walk.get_mut().unwrap_or_else(PoisonError::into_inner);
        if walk.process != std::process::id() {
            std::mem::forget(walk.pages.clone());
        }
    }
}
