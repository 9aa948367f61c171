use crate::{
    call::{CancelHandle, run, text},
    failure::thrown,
};
use futures::{FutureExt, future::BoxFuture};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde::Serialize;
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{
    Error as CoreError, List, ListItem, Page, PageInfo, Pages, Result as CoreResult, Script,
    ToScript,
};

/// The pages of any list, as text.
trait TextPages: Send {
    fn turn(&mut self, is_back: bool) -> BoxFuture<'_, CoreResult<Option<String>>>;
    fn cursor(&self, taken: Option<usize>) -> String;
}

impl<T: ListItem + ToScript> TextPages for Pages<T> {
    fn turn(&mut self, is_back: bool) -> BoxFuture<'_, CoreResult<Option<String>>> {
        async move {
            let page = if is_back { self.previous_page().await? } else { self.next_page().await? };
            page.as_ref().map(page_text).transpose()
        }
        .boxed()
    }

    fn cursor(&self, taken: Option<usize>) -> String {
        self.cursor(taken)
    }
}

fn page_text<T: ToScript>(page: &Page<T>) -> CoreResult<String> {
    #[derive(Serialize)]
    struct Text<'a, R> {
        results: R,
        info: Script<'a, PageInfo>,
    }

    text(&Text { results: Script(&page.results), info: Script(&page.info) })
}

/// A list page by page.
#[napi]
pub struct NativePages {
    /// Locked while a page is fetched; None once closed.
    pages: Arc<Mutex<Option<Box<dyn TextPages>>>>,
}

impl NativePages {
    pub fn open<T: ListItem + ToScript>(env: &Env, list: CoreResult<List<T>>) -> Result<Self> {
        let pages = list.map_err(|error| thrown(env, &error))?.pages();
        Ok(Self { pages: Arc::new(Mutex::new(Some(Box::new(pages)))) })
    }
}

#[napi]
impl NativePages {
    /// The next page, or the one before: `{results, info}` as JSON text; null at the end.
    #[napi(catch_unwind)]
    pub fn turn<'env>(
        &self,
        env: &'env Env,
        is_back: bool,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, Option<String>>> {
        let pages = self.pages.clone();
        run(env, cancel, async move {
            match pages.lock().await.as_mut() {
                Some(pages) => pages.turn(is_back).await,
                None => Ok(None),
            }
        })
    }

    /// The position after so many items of the page, or after all. Not while a page is fetched,
    /// nor after `close`.
    #[napi(catch_unwind)]
    pub fn cursor(&self, env: &Env, taken: Option<u32>) -> Result<String> {
        match self.pages.try_lock().as_deref() {
            Ok(Some(pages)) => Ok(pages.cursor(taken.map(|taken| taken as usize))),
            Ok(None) => Err(thrown(env, &CoreError::internal("the list is closed"))),
            Err(_) => Err(thrown(env, &CoreError::internal("a page is being fetched"))),
        }
    }

    /// Ends the walk, and with it a page that is fetched ahead.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        if let Ok(mut pages) = self.pages.try_lock() {
            pages.take();
        }
    }
}
