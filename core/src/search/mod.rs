//! Search for files (REST API: File search): what can be asked for, checked and put together. The
//! call itself is one of the files.

mod checks;

use crate::{
    client::Client,
    error::{Error, Result},
    model::{FileInfo, Timestamp},
    page::{List, Reading, check_cursor_alone, window},
    transport::Target,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use uploadcare_macros::{open_enum, options};

/// What to find. All conditions given must hold; at least one of `query`, `phrase`, `exact`,
/// `datetime_uploaded`, `size`, `is_image` and `tags` is needed.
#[options]
pub struct SearchOptions {
    /// Condition: words in the file name, the MIME type or the metadata, or a UUID; at least 4
    /// characters.
    pub query: Option<String>,
    /// Condition: words in this order in one field.
    pub phrase: Option<SearchPhrase>,
    /// Condition: one of these values exactly.
    pub exact: Option<SearchExact>,
    /// Condition: when the file was uploaded.
    pub datetime_uploaded: Option<TimeRange>,
    /// Condition: size in bytes.
    pub size: Option<SizeRange>,
    /// Condition: whether the file is an image.
    pub is_image: Option<bool>,
    /// Condition: tags of the file.
    pub tags: Option<TagFilter>,
    /// Also find words that are nearly the same. Default false.
    pub fuzziness: Option<bool>,
    /// Order of the results: 1 to 4 different fields, the first counts most. Default: best match
    /// first, which is not stable from page to page.
    pub sort: Option<Vec<SearchSort>>,
    /// Files per page: 1 to 100. Default 20.
    pub limit: Option<i64>,
    /// How many results to leave out: 0 to 998. Default 0.
    pub offset: Option<i64>,
    /// Also fetch the results of add-ons (`appdata`). Default false.
    pub include_appdata: Option<bool>,
    /// Fetch the next page while the current one is being used, from the second page on.
    /// Default true.
    pub prefetch: Option<bool>,
    /// Go on where a search was left: the text its cursor gave, in any process or language. It
    /// brings its own conditions, so only `prefetch` may be given beside it.
    pub cursor: Option<String>,
}

/// Words in this order, at least 4 characters each; at least one field is needed.
#[options]
pub struct SearchPhrase {
    /// Words of the file name.
    pub original_filename: Option<String>,
    /// Words of the MIME type.
    pub detected_mime_type: Option<String>,
    /// Words of any value of the metadata.
    pub metadata: Option<String>,
}

/// One of these values exactly; at least one field is needed, and no list may be empty.
#[options]
pub struct SearchExact {
    /// Identifiers of files.
    pub uuid: Option<Vec<String>>,
    /// File names. Not beside a `phrase` of the file name.
    pub original_filename: Option<Vec<String>>,
    /// MIME types. Not beside a `phrase` of the MIME type.
    pub detected_mime_type: Option<Vec<String>>,
    /// Values of metadata by key.
    pub metadata: Option<HashMap<String, Vec<String>>>,
}

/// Moments between two others; at least one is needed.
#[options]
pub struct TimeRange {
    /// After this moment.
    pub gt: Option<Timestamp>,
    /// At this moment or after it.
    pub gte: Option<Timestamp>,
    /// Before this moment.
    pub lt: Option<Timestamp>,
    /// At this moment or before it.
    pub lte: Option<Timestamp>,
}

/// Sizes between two others, in bytes, 0 or more; at least one is needed.
#[options]
pub struct SizeRange {
    /// More than this.
    pub gt: Option<i64>,
    /// This or more.
    pub gte: Option<i64>,
    /// Less than this.
    pub lt: Option<i64>,
    /// This or less.
    pub lte: Option<i64>,
}

/// Which tags a file must have, or must not; at least one list is needed. Case and surrounding
/// space do not matter.
#[options]
pub struct TagFilter {
    /// At least one of these.
    pub any: Option<Vec<String>>,
    /// All of these.
    pub all: Option<Vec<String>>,
    /// None of these.
    pub none: Option<Vec<String>>,
}

/// Order of what a search finds.
#[open_enum]
pub enum SearchSort {
    /// Worst match first.
    Score,
    /// Best match first.
    #[wire("-score")]
    ScoreDescending,
    /// Oldest first.
    DatetimeUploaded,
    /// Newest first.
    #[wire("-datetime_uploaded")]
    DatetimeUploadedDescending,
    /// Smallest first.
    Size,
    /// Largest first.
    #[wire("-size")]
    SizeDescending,
    /// By name, from A.
    OriginalFilename,
    /// By name, from Z.
    #[wire("-original_filename")]
    OriginalFilenameDescending,
}

impl SearchOptions {
    pub(crate) fn list(mut self, client: &Client) -> Result<List<FileInfo>> {
        let prefetch = self.prefetch.unwrap_or(true);
        if let Some(cursor) = self.cursor.take() {
            self.prefetch = None;
            check_cursor_alone(self == Self::default())?;
            let reading = Reading::new(Some(prefetch), None, None)?;
            return List::resume(client.clone(), &cursor, window::LIST, reading);
        }
        let body = self.body()?.to_string();
        let mut target = Target::path(["files", "search"]);
        let limit = self.limit.unwrap_or(window::DEFAULT_LIMIT);
        let offset = self.offset.unwrap_or(0);
        checks::page(limit, offset)?;
        if self.include_appdata == Some(true) {
            target = target.query("include", "appdata");
        }
        let target = window::at(&target, offset, limit);
        Ok(List::posting(client.clone(), target, body.into(), prefetch))
    }

    /// The conditions and modifiers as the service wants them.
    fn body(&self) -> Result<Value> {
        let mut body = Map::new();
        let mut add = |name: &str, value: Value| body.insert(name.to_owned(), value);
        if let Some(query) = &self.query {
            checks::words("query", query)?;
            add("query", json!(query));
        }
        if let Some(phrase) = &self.phrase {
            add("phrase", phrase.body()?);
        }
        if let Some(exact) = &self.exact {
            checks::fields_once(self.phrase.as_ref(), exact)?;
            add("exact", exact.body()?);
        }
        if let Some(range) = &self.datetime_uploaded {
            let ends =
                [("gt", &range.gt), ("gte", &range.gte), ("lt", &range.lt), ("lte", &range.lte)];
            add("datetime_uploaded", members("datetime_uploaded", ends)?);
        }
        if let Some(range) = &self.size {
            let ends =
                [("gt", &range.gt), ("gte", &range.gte), ("lt", &range.lt), ("lte", &range.lte)];
            for (end, value) in ends {
                checks::size(end, *value)?;
            }
            add("size", members("size", ends)?);
        }
        if let Some(is_image) = self.is_image {
            add("is_image", json!(is_image));
        }
        if let Some(tags) = &self.tags {
            let lists = [("any", &tags.any), ("all", &tags.all), ("none", &tags.none)];
            let mut normal = Vec::new();
            for (name, list) in lists {
                let list = list.as_ref().map(|list| checks::tags(name, list)).transpose()?;
                normal.push((name, list));
            }
            add("tags", members("tags", normal.iter().map(|(name, list)| (*name, list)))?);
        }
        if body.is_empty() {
            return Err(Error::parameter(
                "options",
                "must have a condition: one of query, phrase, exact, datetime_uploaded, size, \
                 is_image, tags",
            ));
        }
        let mut add = |name: &str, value: Value| body.insert(name.to_owned(), value);
        if let Some(fuzziness) = self.fuzziness {
            add("fuzziness", json!(fuzziness));
        }
        if let Some(sort) = &self.sort {
            checks::sort(sort)?;
            add("sort", json!(sort));
        }
        Ok(Value::Object(body))
    }
}

impl SearchPhrase {
    fn body(&self) -> Result<Value> {
        let fields = [
            ("original_filename", &self.original_filename),
            ("detected_mime_type", &self.detected_mime_type),
            ("metadata", &self.metadata),
        ];
        for (name, words) in fields {
            if let Some(words) = words {
                checks::words(&format!("phrase.{name}"), words)?;
            }
        }
        members("phrase", fields)
    }
}

impl SearchExact {
    fn body(&self) -> Result<Value> {
        let fields = [
            ("uuid", &self.uuid),
            ("original_filename", &self.original_filename),
            ("detected_mime_type", &self.detected_mime_type),
        ];
        let mut body = Map::new();
        for (name, values) in fields {
            if let Some(values) = values {
                checks::values(&format!("exact.{name}"), values)?;
                body.insert(name.to_owned(), json!(values));
            }
        }
        for (key, values) in self.metadata.iter().flatten() {
            checks::values("exact.metadata", values)?;
            body.insert(format!("metadata[{key}]"), json!(values));
        }
        if body.is_empty() { Err(checks::nothing_in("exact")) } else { Ok(Value::Object(body)) }
    }
}

/// An object of what is given; nothing at all is an error.
fn members<'a, T: Serialize + 'a>(
    name: &str,
    members: impl IntoIterator<Item = (&'a str, &'a Option<T>)>,
) -> Result<Value> {
    let given: Map<String, Value> = members
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), json!(value.as_ref()?))))
        .collect();
    if given.is_empty() { Err(checks::nothing_in(name)) } else { Ok(Value::Object(given)) }
}
