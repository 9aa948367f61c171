//! A place in a list as text, for another process or another language.

use super::{
    ListItem,
    parallel::{Bound, Remains},
    window,
};
use crate::{
    client::Client,
    error::{Error, Result},
    model::Timestamp,
    transport::Target,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::Arc};
use url::Url;

/// Where a walk stands: at the start of the page that `target` gives, or after some of its items.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Position {
    pub target: Target,
    pub after: Option<Point>,
    /// What a search posts, for each page anew. Its results have no order that outlives a page, so
    /// a place in it is an offset.
    pub body: Option<Arc<str>>,
}

/// The last items taken: their moment, and who of that moment was taken. Kept instead of a count,
/// because items may be removed from the page, or added before it, until it is fetched again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Point {
    #[serde(rename = "t")]
    pub moment: Timestamp,
    #[serde(rename = "i")]
    pub ids: Vec<String>,
}

/// Where a walk from several places at the same time begins.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    /// Between these.
    Start(Option<Bound>, Option<Bound>),
    Remains(Remains),
}

/// What a cursor says.
#[derive(Debug, PartialEq)]
pub(crate) enum Parsed {
    Position(Position),
    /// What is left of a list, by its target without order and start.
    Remains(Target, Remains),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(rename = "l")]
    list: String,
    #[serde(rename = "p")]
    public_key: String,
    #[serde(rename = "q")]
    target: String,
    #[serde(rename = "a", default, skip_serializing_if = "Option::is_none")]
    after: Option<Point>,
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// What lies between two bounds each is still to come.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    slices: Option<Vec<(Option<Bound>, Option<Bound>)>>,
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    newest: Option<Timestamp>,
    /// What of that was given before.
    #[serde(rename = "g", default, skip_serializing_if = "Option::is_none")]
    again: Option<HashSet<String>>,
}

const PREFIX: &str = "uc1.";

impl Position {
    pub fn start(target: Target) -> Self {
        Self { target, after: None, body: None }
    }

    /// The place in a search after so many results of the page that `target` gives.
    pub fn in_search(target: &Target, body: &Arc<str>, taken: usize) -> Self {
        let target = window::after(target, taken);
        Self { target, after: None, body: Some(Arc::clone(body)) }
    }

    fn is_descending(&self) -> bool {
        let (Target::Path(text) | Target::Absolute(text)) = &self.target;
        text.contains("?ordering=-") || text.contains("&ordering=-")
    }

    /// Whether an item of the page lies before this position.
    pub fn is_past<T: ListItem>(&self, item: &T) -> bool {
        let Some(point) = &self.after else { return false };
        let moment = item.position();
        if moment == point.moment {
            point.ids.iter().any(|id| id == item.id())
        } else {
            (moment < point.moment) != self.is_descending()
        }
    }
}

pub(crate) fn text(position: &Position, list: &str, client: &Client) -> String {
    let (Target::Path(target) | Target::Absolute(target)) = &position.target;
    let list = if position.body.is_some() { window::LIST } else { list };
    let text = Text {
        list: list.to_owned(),
        public_key: client.public_key().to_owned(),
        target: target.clone(),
        after: position.after.clone(),
        body: position.body.as_deref().map(str::to_owned),
        slices: None,
        newest: None,
        again: None,
    };
    written(&text)
}

pub(crate) fn text_of_remains(
    base: &Target,
    remains: Remains,
    list: &str,
    client: &Client,
) -> String {
    written(&Text {
        list: list.to_owned(),
        public_key: client.public_key().to_owned(),
        target: base.whole().to_owned(),
        after: None,
        body: None,
        slices: Some(remains.slices),
        newest: remains.newest,
        again: remains.again,
    })
}

fn written(text: &Text) -> String {
    let json = serde_json::to_vec(text).unwrap_or_default();
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(json))
}

pub(crate) fn parse(cursor: &str, list: &str, client: &Client) -> Result<Parsed> {
    let unreadable = || {
        Error::parameter(
            "cursor",
            "cannot be read: it must be the whole text that a list's cursor gave, unchanged",
        )
    };
    let text: Text = cursor
        .trim()
        .strip_prefix(PREFIX)
        .and_then(|encoded| URL_SAFE_NO_PAD.decode(encoded).ok())
        .and_then(|json| serde_json::from_slice(&json).ok())
        .ok_or_else(unreadable)?;
    if text.list != list {
        return Err(Error::parameter(
            "cursor",
            format_args!("is of a list of {}, not of {list}", text.list),
        ));
    }
    if text.public_key != client.public_key() {
        return Err(Error::parameter(
            "cursor",
            format_args!("is of the project {}, not of {}", text.public_key, client.public_key()),
        ));
    }
    // Cursors come from outside: one that was tampered with must not aim signed requests. And what is
    // sent is what is looked at here, not what a parser makes of it, which leaves out tabs, for one.
    let path = text.target.split('?').next().unwrap_or_default();
    let own = format!("{list}/");
    let target = if path == own {
        Target::Path(text.target)
    } else if path.starts_with('/') && path.ends_with(&format!("/{own}")) && is_plain(path) {
        Target::Absolute(text.target)
    } else {
        return Err(unreadable());
    };
    let url = target.below(&client.transport().config().api_base);
    let is_literal = |read: Url| read.as_str() == url && read.fragment().is_none();
    if !Url::parse(&url).is_ok_and(is_literal) || text.body.is_some() != (list == window::LIST) {
        return Err(unreadable());
    }
    if let Some(slices) = text.slices {
        if text.after.is_some() || text.body.is_some() {
            return Err(unreadable());
        }
        return Ok(Parsed::Remains(
            target,
            Remains { slices, newest: text.newest, again: text.again },
        ));
    }
    Ok(Parsed::Position(Position { target, after: text.after, body: text.body.map(Into::into) }))
}

/// Whether a path means what it says: no empty, `.` or `..` segment, however encoded.
fn is_plain(path: &str) -> bool {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    !decoded.starts_with("//")
        && !decoded.contains('\\')
        && decoded.trim_matches('/').split('/').all(|segment| !matches!(segment, "" | "." | ".."))
}
