use crate::{
    call::{CancelHandle, run_as, text},
    failure::thrown,
    script::JsonText,
};
use futures::{FutureExt, future::BoxFuture};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{
    Error as CoreError, List, ListItem, Page, Pages, Rescript, Result as CoreResult, Script,
    ScriptItem,
};

/// The pages of any list, as texts.
trait TextPages: Send {
    fn turn(&mut self, is_back: bool) -> BoxFuture<'_, CoreResult<Option<Vec<JsonText>>>>;
    fn cursor(&self, taken: Option<usize>) -> String;
}

impl<T: ListItem + Rescript> TextPages for Pages<ScriptItem<T>> {
    fn turn(&mut self, is_back: bool) -> BoxFuture<'_, CoreResult<Option<Vec<JsonText>>>> {
        async move {
            let page = if is_back { self.previous_page().await? } else { self.next_page().await? };
            page.as_ref().map(pieces).transpose()
        }
        .boxed()
    }

    fn cursor(&self, taken: Option<usize>) -> String {
        self.cursor(taken)
    }
}

/// Text of a piece. The engine keeps longer ones apart from all else, and pays for it at each.
const PIECE: usize = 100 << 10;

/// `{results, info}`, then further results in arrays.
fn pieces<T: ListItem + Rescript>(page: &Page<ScriptItem<T>>) -> CoreResult<Vec<JsonText>> {
    let info = text(&Script(&page.info))?;
    let mut pieces = Vec::new();
    let mut piece = format!(r#"{{"info":{info},"results":["#);
    let mut end = "]}";
    let mut is_first = true;
    for item in &page.results {
        if !is_first && piece.len() + item.text().len() > PIECE {
            piece.push_str(end);
            pieces.push(JsonText::new(piece));
            piece = String::with_capacity(PIECE + end.len());
            piece.push('[');
            end = "]";
            is_first = true;
        }
        if !is_first {
            piece.push(',');
        }
        is_first = false;
        piece.push_str(item.text());
    }
    piece.push_str(end);
    pieces.push(JsonText::new(piece));
    Ok(pieces)
}

/// A list page by page.
#[napi]
pub struct NativePages {
    /// Locked while a page is fetched; None once closed.
    pages: Arc<Mutex<Option<Box<dyn TextPages>>>>,
}

impl NativePages {
    pub fn open<T: ListItem + Rescript>(env: &Env, list: CoreResult<List<T>>) -> Result<Self> {
        let list = list.map_err(|error| thrown(env, &error))?;
        let pages = list.pages().in_form::<ScriptItem<T>>();
        Ok(Self { pages: Arc::new(Mutex::new(Some(Box::new(pages)))) })
    }
}

#[napi]
impl NativePages {
    /// The next page, or the one before, as JSON texts: `{results, info}`, then further results in
    /// arrays; null at the end.
    #[napi(catch_unwind)]
    pub fn turn<'env>(
        &self,
        env: &'env Env,
        is_back: bool,
        cancel: Option<&CancelHandle>,
    ) -> Result<PromiseRaw<'env, Option<Vec<String>>>> {
        let pages = self.pages.clone();
        run_as(env, cancel, async move {
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
