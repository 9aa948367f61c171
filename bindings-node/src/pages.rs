use crate::{
    call::{CancelHandle, run},
    failure::thrown,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde::Serialize;
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{
    Error as CoreError, FileInfo, Page, PageInfo, Pages, Result as CoreResult, Script,
};

/// A page as JSON text: see README.md, "How a page crosses".
fn text(page: &Page<FileInfo>) -> CoreResult<String> {
    #[derive(Serialize)]
    struct Text<'a> {
        results: Script<'a, Vec<FileInfo>>,
        info: Script<'a, PageInfo>,
    }

    serde_json::to_string(&Text { results: Script(&page.results), info: Script(&page.info) })
        .map_err(|error| CoreError::internal(format!("a page cannot be written: {error}")))
}

/// A list of files page by page.
#[napi]
pub struct NativeFilePages {
    /// Locked while a page is fetched; None once closed.
    pages: Arc<Mutex<Option<Pages<FileInfo>>>>,
}

impl NativeFilePages {
    pub fn new(pages: Pages<FileInfo>) -> Self {
        Self { pages: Arc::new(Mutex::new(Some(pages))) }
    }
}

#[napi]
impl NativeFilePages {
    /// `{results, info}` as JSON text; null at the end.
    #[napi(catch_unwind)]
    pub fn next_page<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, Option<String>>> {
        let pages = self.pages.clone();
        run(env, cancel, async move {
            match pages.lock().await.as_mut() {
                Some(pages) => pages.next_page().await?.as_ref().map(text).transpose(),
                None => Ok(None),
            }
        })
    }

    /// `{results, info}` as JSON text; null at the start.
    #[napi(catch_unwind)]
    pub fn previous_page<'env>(
        &self,
        env: &'env Env,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, Option<String>>> {
        let pages = self.pages.clone();
        run(env, cancel, async move {
            match pages.lock().await.as_mut() {
                Some(pages) => pages.previous_page().await?.as_ref().map(text).transpose(),
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
