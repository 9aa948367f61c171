//! Lists, page by page. UniFFI has no generic types, so each kind of item has a pair of its own.

use crate::{CancelHandle, Result, runtime::run};
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{FileInfo, GroupInfo, List, Page, PageInfo, Pages};

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
        }

        impl From<List<$item>> for $pages {
            fn from(list: List<$item>) -> Self {
                Self { pages: Arc::new(Mutex::new(list.pages())) }
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
                run(cancel, work).await
            }

            /// Fetches the page before; null at the start.
            pub async fn previous_page(
                &self,
                cancel: Option<Arc<CancelHandle>>,
            ) -> Result<Option<$page>> {
                let pages = Arc::clone(&self.pages);
                let work =
                    async move { Ok(pages.lock().await.previous_page().await?.map(Into::into)) };
                run(cancel, work).await
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

pages!(NativeFilePages of NativeFilePage: FileInfo);
pages!(NativeGroupPages of NativeGroupPage: GroupInfo);
