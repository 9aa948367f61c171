//! The body of a search, checked.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::terms::words;
use crate::{
    rest::{date, error::RestError},
    rules,
    store::parse_uuid,
};

const SHORTEST: usize = 4;

/// What is wrong with a field: a list of messages, a message or an object of either.
type Problem = Value;

/// A search as it was asked for.
#[derive(Default)]
pub(super) struct Query {
    pub text: Option<Text>,
    pub phrase: Phrase,
    pub exact: Exact,
    pub uploaded: Range<i64>,
    pub size: Range<u64>,
    pub is_image: Option<bool>,
    pub tags: Tags,
    pub fuzzy: bool,
    pub sort: Vec<Order>,
}

pub(super) struct Text {
    pub terms: Vec<String>,
    pub uuid: Option<Uuid>,
}

/// The words of each phrase.
#[derive(Default)]
pub(super) struct Phrase {
    pub filename: Option<Vec<String>>,
    pub metadata: Option<Vec<String>>,
    pub mime: Option<Vec<String>>,
}

/// Lists of which one must be the value.
#[derive(Default)]
pub(super) struct Exact {
    pub uuid: Option<Vec<String>>,
    pub filename: Option<Vec<String>>,
    pub mime: Option<Vec<String>>,
    pub metadata: Vec<(String, Vec<String>)>,
}

#[derive(Default)]
pub(super) struct Tags {
    pub any: Vec<String>,
    pub all: Vec<String>,
    pub none: Vec<String>,
}

pub(super) struct Range<T> {
    gt: Option<T>,
    gte: Option<T>,
    lt: Option<T>,
    lte: Option<T>,
}

impl<T> Default for Range<T> {
    fn default() -> Self {
        Self { gt: None, gte: None, lt: None, lte: None }
    }
}

impl<T: PartialOrd> Range<T> {
    pub fn contains(&self, value: &T) -> bool {
        self.gt.as_ref().is_none_or(|limit| value > limit)
            && self.gte.as_ref().is_none_or(|limit| value >= limit)
            && self.lt.as_ref().is_none_or(|limit| value < limit)
            && self.lte.as_ref().is_none_or(|limit| value <= limit)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Score,
    Uploaded,
    Size,
    Filename,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Order {
    pub field: Field,
    pub descending: bool,
}

impl Query {
    pub fn parse(body: &Value) -> Result<Self, RestError> {
        let nothing = Map::new();
        let body = match body {
            Value::Null => &nothing,
            Value::Object(body) => body,
            _ => return Err(RestError::fields(general("Expected JSON object."))),
        };
        let mut query = Self::default();
        let mut problems = Map::new();
        let mut has_condition = false;
        for (name, value) in body {
            has_condition |= !matches!(name.as_str(), "fuzziness" | "sort");
            if let Err(problem) = query.read(name, value) {
                problems.insert(name.clone(), problem);
            }
        }
        if !problems.is_empty() {
            return Err(RestError::fields(Value::Object(problems)));
        }
        if !has_condition {
            return Err(RestError::fields(general("At least one search condition is required.")));
        }
        let twice = (query.phrase.filename.is_some() && query.exact.filename.is_some())
            || (query.phrase.mime.is_some() && query.exact.mime.is_some());
        if twice {
            return Err(RestError::fields(general(
                "A field can not be used in both `phrase` and `exact`.",
            )));
        }
        Ok(query)
    }

    fn read(&mut self, name: &str, value: &Value) -> Result<(), Problem> {
        match name {
            "query" => {
                let text = long_enough(value)?;
                self.text = Some(Text { terms: words(text), uuid: parse_uuid(text.trim()) });
            }
            "phrase" => {
                let Phrase { filename, metadata, mime } = &mut self.phrase;
                object(value, |name, value| {
                    let place = match name {
                        "original_filename" => &mut *filename,
                        "metadata" => &mut *metadata,
                        "detected_mime_type" => &mut *mime,
                        _ => return Err(unknown()),
                    };
                    *place = Some(words(long_enough(value)?));
                    Ok(())
                })?;
            }
            "exact" => {
                let Exact { uuid, filename, mime, metadata } = &mut self.exact;
                object(value, |name, value| {
                    let key = name.strip_prefix("metadata[").and_then(|key| key.strip_suffix(']'));
                    let place = match (name, key) {
                        ("uuid", _) => &mut *uuid,
                        ("original_filename", _) => &mut *filename,
                        ("detected_mime_type", _) => &mut *mime,
                        (_, Some(key)) if rules::check_key(key).is_ok() => {
                            metadata.push((key.to_owned(), some_strings(value)?));
                            return Ok(());
                        }
                        _ => return Err(unknown()),
                    };
                    *place = Some(some_strings(value)?);
                    Ok(())
                })?;
            }
            "datetime_uploaded" => {
                self.uploaded = range(value, |value| {
                    let date = value.as_str().and_then(date::iso8601);
                    let date = date.map(|date| date.timestamp_micros());
                    date.ok_or_else(|| json!(["Must be an ISO 8601 date."]))
                })?;
            }
            "size" => {
                self.size = range(value, |value| {
                    value.as_u64().ok_or_else(|| json!(["Must be a non-negative integer."]))
                })?;
            }
            "is_image" => self.is_image = Some(boolean(value)?),
            "tags" => {
                let Tags { any, all, none } = &mut self.tags;
                object(value, |name, value| {
                    let place = match name {
                        "any" => &mut *any,
                        "all" => &mut *all,
                        "none" => &mut *none,
                        _ => return Err(unknown()),
                    };
                    *place = rules::normalised(strings(value)?.iter().map(String::as_str));
                    Ok(())
                })?;
            }
            "fuzziness" => self.fuzzy = boolean(value)?,
            "sort" => self.sort = sort(value)?,
            _ => return Err(unknown()),
        }
        Ok(())
    }
}

fn general(message: &str) -> Problem {
    json!({ "non_field_errors": [message] })
}

fn unknown() -> Problem {
    json!(["Unknown field."])
}

fn boolean(value: &Value) -> Result<bool, Problem> {
    value.as_bool().ok_or_else(|| json!("Must be a boolean value."))
}

fn long_enough(value: &Value) -> Result<&str, Problem> {
    let text = value.as_str().ok_or_else(|| json!(["Must be a string."]))?;
    if text.trim().chars().count() < SHORTEST {
        return Err(json!([format!("Must be at least {SHORTEST} characters.")]));
    }
    Ok(text)
}

fn strings(value: &Value) -> Result<Vec<String>, Problem> {
    let strings = value.as_array().and_then(|values| {
        values.iter().map(|value| value.as_str().map(str::to_owned)).collect::<Option<_>>()
    });
    strings.ok_or_else(|| json!(["Must be a list of strings."]))
}

fn some_strings(value: &Value) -> Result<Vec<String>, Problem> {
    match strings(value)? {
        strings if strings.is_empty() => Err(json!(["Must not be empty."])),
        strings => Ok(strings),
    }
}

/// Reads the fields of an object that has at least one.
fn object(
    value: &Value,
    mut read: impl FnMut(&str, &Value) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let fields = value.as_object().ok_or_else(|| general("Must be an object."))?;
    if fields.is_empty() {
        return Err(general("At least one field is required."));
    }
    let mut problems = Map::new();
    for (name, value) in fields {
        if let Err(problem) = read(name, value) {
            problems.insert(name.clone(), problem);
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Value::Object(problems)) }
}

fn range<T>(
    value: &Value,
    read: impl Fn(&Value) -> Result<T, Problem>,
) -> Result<Range<T>, Problem> {
    let mut range = Range::default();
    object(value, |name, value| {
        let place = match name {
            "gt" => &mut range.gt,
            "gte" => &mut range.gte,
            "lt" => &mut range.lt,
            "lte" => &mut range.lte,
            _ => return Err(unknown()),
        };
        *place = Some(read(value)?);
        Ok(())
    })?;
    Ok(range)
}

fn sort(value: &Value) -> Result<Vec<Order>, Problem> {
    let mut sort: Vec<Order> = Vec::new();
    for text in some_strings(value)? {
        let (name, descending) =
            text.strip_prefix('-').map_or((text.as_str(), false), |name| (name, true));
        let field = match name {
            "score" => Field::Score,
            "datetime_uploaded" => Field::Uploaded,
            "size" => Field::Size,
            "original_filename" => Field::Filename,
            _ => return Err(json!([format!("\"{text}\" is not a valid choice.")])),
        };
        if sort.iter().any(|order| order.field == field) {
            return Err(json!([format!("{name} may appear only once.")]));
        }
        sort.push(Order { field, descending });
    }
    Ok(sort)
}
