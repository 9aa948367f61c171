//! Objects that stay the text they came as: each field is decoded when it is read.
//!
//! The whole is checked when it comes, so that nothing can be wrong later. Every object has a text of its own: one that
//! is kept keeps nothing else.

#[cfg(feature = "python")]
pub mod read;
mod scan;
#[cfg(test)]
mod tests;

pub use scan::{Checked, Scan, Span};

use super::{Json, PageInfo, Timestamp};
use crate::page::{ListItem, Page};
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::{borrow::Cow, fmt};

/// A model whose fields can be found in its text. The first one is its identifier.
pub trait Members: DeserializeOwned + Checked + Clone + PartialEq {
    /// Names of the fields in JSON, in the order of the spans.
    const KEYS: &'static [&'static str];

    /// One span per field.
    type Spans: AsRef<[Span]> + Clone + Default + Send + Sync + Unpin + 'static;

    /// As [`Checked::check`]; tells where the fields are.
    fn members(scan: &mut Scan<'_>, spans: &mut Self::Spans) -> Option<()>;
}

/// A model, decoded or not.
#[derive(Clone)]
pub enum Lazy<T: Members> {
    /// Decoded: what was odd, or came alone.
    Whole(Box<T>),
    /// Not decoded, and known to decode.
    Text(Text<T>),
}

/// A model as the text of the service.
#[derive(Clone)]
pub struct Text<T: Members> {
    text: Box<str>,
    spans: T::Spans,
}

impl<T: Members> Text<T> {
    /// Steps over an object. None if it may not decode.
    fn take(scan: &mut Scan<'_>) -> Option<Self> {
        let mut spans = T::Spans::default();
        let text = scan.value(|scan| {
            scan.base = scan.at();
            T::members(scan, &mut spans)
        })?;
        let taken = Self { text: text.into(), spans };
        // The identifier is asked for as it is.
        let id = taken.raw(0)?;
        (id.starts_with('"') && !id.contains('\\')).then_some(taken)
    }

    /// JSON of a field; None if there is none.
    pub fn raw(&self, index: usize) -> Option<&str> {
        let span = self.spans.as_ref()[index];
        (span.to > 0).then(|| &self.text[usize::from(span.from)..usize::from(span.to)])
    }

    fn raw_of(&self, key: &str) -> Option<&str> {
        T::KEYS.iter().position(|known| *known == key).and_then(|index| self.raw(index))
    }
}

impl<T: Members> Lazy<T> {
    /// Reads an object from its text.
    pub fn from_json(text: &str) -> serde_json::Result<Self> {
        let mut scan = Scan::new(text);
        match Text::take(&mut scan).filter(|_| scan.end().is_some()) {
            Some(text) => Ok(Self::Text(text)),
            None => serde_json::from_str(text),
        }
    }

    /// The whole, decoded.
    pub fn whole(&self) -> serde_json::Result<Cow<'_, T>> {
        match self {
            Self::Whole(whole) => Ok(Cow::Borrowed(whole)),
            Self::Text(text) => serde_json::from_str(&text.text).map(Cow::Owned),
        }
    }

    /// Steps over an item of a page; None within it for a null.
    fn item(scan: &mut Scan<'_>) -> Option<Option<Self>> {
        if scan.null() {
            return Some(None);
        }
        let from = scan.at();
        if let Some(text) = Text::take(scan) {
            return Some(Some(Self::Text(text)));
        }
        scan.go_back(from);
        let odd = scan.value(Json::check)?;
        serde_json::from_str(odd).ok().map(Some)
    }
}

impl<T: Members> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        if let (Self::Text(one), Self::Text(other)) = (self, other)
            && one.text == other.text
        {
            return true;
        }
        matches!((self.whole(), other.whole()), (Ok(one), Ok(other)) if one == other)
    }
}

impl<'de, T: Members> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|whole| Self::Whole(Box::new(whole)))
    }
}

impl<T: Members + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Ok(whole) => whole.fmt(f),
            Err(error) => error.fmt(f),
        }
    }
}

impl<T: Members + ListItem> ListItem for Lazy<T> {
    const LIST: &'static str = T::LIST;
    const ORDER: &'static str = T::ORDER;
    const ID: &'static str = T::ID;

    fn id(&self) -> &str {
        match self {
            Self::Whole(whole) => whole.id(),
            Self::Text(text) => text.raw(0).unwrap_or_default().trim_matches('"'),
        }
    }

    fn position(&self) -> Timestamp {
        match self {
            Self::Whole(whole) => whole.position(),
            Self::Text(text) => {
                let raw = text.raw_of(T::ORDER).unwrap_or_default();
                // It was one when the text was checked.
                raw.trim_matches('"')
                    .parse()
                    .unwrap_or(Timestamp::from(chrono::DateTime::UNIX_EPOCH))
            }
        }
    }

    fn page(text: &str) -> Option<Page<Self>> {
        let mut scan = Scan::new(text);
        let mut results = None;
        let mut rest = Map::new();
        scan.object(|scan, name| {
            let is_new = if name == "results" {
                let mut items = Vec::new();
                scan.array(|scan| Self::item(scan).map(|item| items.extend(item)))?;
                results.replace(items).is_none()
            } else {
                let value = serde_json::from_str::<Value>(scan.value(Json::check)?).ok()?;
                !name.contains('\\') && rest.insert(name.to_owned(), value).is_none()
            };
            is_new.then_some(())
        })?;
        scan.end()?;
        let info = PageInfo::deserialize(Value::Object(rest)).ok()?;
        Some(Page { results: results?, info })
    }
}
