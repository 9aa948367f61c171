//! Lists, page by page. UniFFI has no generic types, so each kind of item has a pair of its own.

use crate::{CancelHandle, NativeError, Result, callbacks::Gate, runtime::run_behind};
use parking_lot::Mutex as Lock;
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{FileInfo, GroupInfo, List, Page, PageInfo, Pages};

/// The gate of the call that began to fetch the next page ahead.
#[derive(Default)]
struct Ahead(Lock<Option<Arc<Gate>>>);

impl Ahead {
    fn begins(&self, gate: Arc<Gate>) {
        *self.0.lock() = Some(gate);
    }

    fn ends(&self) {
        let gate = self.0.lock().take();
        if let Some(gate) = gate {
            gate.close();
        }
    }
}

macro_rules! pages {
    ($pages:ident of $page:ident: $item:ty) => {
        /// A page.
        #[derive(Debug, uniffi::Record)]
        pub struct $page {
            /// Items of the page in order.
            pub results: Vec<$item>,
            /// What the list answers beside its results.
            pub info: PageInfo,
        }

        impl From<Page<$item>> for $page {
            fn from(page: Page<$item>) -> Self {
                Self { results: page.results, info: page.info }
            }
        }

        /// A list, page by page.
        #[derive(uniffi::Object)]
        pub struct $pages {
            pages: Arc<Mutex<Pages<$item>>>,
            ahead: Ahead,
        }

        impl From<List<$item>> for $pages {
            fn from(list: List<$item>) -> Self {
                let pages = Arc::new(Mutex::new(list.pages()));
                Self { pages, ahead: Ahead::default() }
            }
        }

        impl Drop for $pages {
            fn drop(&mut self) {
                self.ahead.ends();
            }
        }

        impl $pages {
            /// Fetches a page. A call that is cancelled takes with it what one before it fetches ahead.
            async fn fetch(
                &self,
                cancel: Option<Arc<CancelHandle>>,
                work: impl Future<Output = Result<Option<$page>, uploadcare::Error>> + Send + 'static,
            ) -> Result<Option<$page>> {
                let gate = cancel.as_ref().map(|handle| handle.gate.clone()).unwrap_or_default();
                let mut given_up = OnDrop(Some(|| self.stop()));
                let page = run_behind(gate.clone(), cancel, work).await;
                if !page.as_ref().is_err_and(NativeError::is_cancelled) {
                    given_up.0 = None;
                    self.ahead.begins(gate);
                }
                page
            }
        }

        #[uniffi::export]
        impl $pages {
            /// Fetches the next page; null at the end.
            pub async fn next_page(
                &self,
                cancel: Option<Arc<CancelHandle>>,
            ) -> Result<Option<$page>> {
                let pages = Arc::clone(&self.pages);
                let work = async move { Ok(pages.lock().await.next_page().await?.map(Into::into)) };
                self.fetch(cancel, work).await
            }

            /// Fetches the page before; null at the start.
            pub async fn previous_page(
                &self,
                cancel: Option<Arc<CancelHandle>>,
            ) -> Result<Option<$page>> {
                let pages = Arc::clone(&self.pages);
                let work =
                    async move { Ok(pages.lock().await.previous_page().await?.map(Into::into)) };
                self.fetch(cancel, work).await
            }

            /// Gives up the page that is being fetched ahead, for a caller who was cancelled between two
            /// calls. A later call fetches it again.
            pub fn stop(&self) {
                self.ahead.ends();
                if let Ok(mut pages) = self.pages.try_lock() {
                    pages.stop_ahead();
                }
            }

            /// The position after so many items of the current page, all if null. Null while a
            /// page is being fetched.
            pub fn cursor(&self, taken: Option<u32>) -> Option<String> {
                let pages = self.pages.try_lock().ok()?;
                Some(pages.cursor(taken.map(|taken| taken as usize)))
            }
        }
    };
}

struct OnDrop<F: Fn()>(Option<F>);

impl<F: Fn()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        if let Some(act) = &self.0 {
            act();
        }
    }
}

pages!(NativeFilePages of NativeFilePage: FileInfo);
pages!(NativeGroupPages of NativeGroupPage: GroupInfo);
