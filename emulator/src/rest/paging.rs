//! The query of a list and the links to its neighbouring pages.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{date, error::RestError};
use crate::store::{PageRequest, Selection, Stamp};

const MAX_LIMIT: usize = 1000;
const DEFAULT_LIMIT: usize = 100;
const CURSOR_ESCAPES: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A list as it was asked for.
pub(super) struct ListQuery {
    pub page: PageRequest,
    pub appdata: bool,
    /// The caller's parameters without the cursor, as sent.
    kept: String,
}

impl ListQuery {
    /// Reads the query of a list that is ordered by the field `ordering`.
    pub fn parse(query: &str, ordering: &str) -> Result<Self, RestError> {
        let mut page = PageRequest {
            selection: Selection { removed: false, stored: None },
            descending: false,
            from: None,
            to: None,
            offset: 0,
            limit: DEFAULT_LIMIT,
        };
        let mut appdata = false;
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "removed" => page.selection.removed = boolean(&name, &value)?.unwrap_or(false),
                "stored" => page.selection.stored = boolean(&name, &value)?,
                "limit" => page.limit = limit(&value)?,
                "ordering" => {
                    let (field, descending) =
                        value.strip_prefix('-').map_or((&*value, false), |field| (field, true));
                    if field != ordering {
                        return Err(RestError::bad_request(format!(
                            "ordering should be {ordering} or -{ordering}."
                        )));
                    }
                    page.descending = descending;
                }
                "from" => page.from = Some(timestamp(&name, &value)?),
                "to" => page.to = Some(timestamp(&name, &value)?),
                "offset" => {
                    page.offset = value.parse().map_err(|_| {
                        RestError::bad_request("offset should be a non-negative integer.")
                    })?;
                }
                "include" => appdata |= value.split(',').any(|part| part == "appdata"),
                _ => {}
            }
        }
        let kept = query.split('&').filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !matches!(name, "" | "from" | "to" | "offset")
        });
        Ok(Self { page, appdata, kept: kept.collect::<Vec<_>>().join("&") })
    }

    /// The link to the page after a timestamp.
    pub fn next_link(&self, base: &str, timestamp: i64, offset: u64) -> String {
        self.link(base, &format!("from={}&offset={offset}", cursor(timestamp)))
    }

    /// The link to the page before a timestamp.
    pub fn previous_link(&self, base: &str, timestamp: i64, offset: u64) -> String {
        self.link(base, &format!("offset={offset}&to={}", cursor(timestamp)))
    }

    fn link(&self, base: &str, cursor: &str) -> String {
        let separator = if self.kept.is_empty() { "" } else { "&" };
        format!("{base}?{}{separator}{cursor}", self.kept)
    }
}

fn cursor(timestamp: i64) -> String {
    utf8_percent_encode(&Stamp(timestamp).cursor(), CURSOR_ESCAPES).to_string()
}

fn limit(value: &str) -> Result<usize, RestError> {
    let limit = value.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
    limit.ok_or_else(|| {
        RestError::bad_request(format!("limit should be an integer from 1 to {MAX_LIMIT}."))
    })
}

fn boolean(name: &str, value: &str) -> Result<Option<bool>, RestError> {
    match value.to_ascii_lowercase().as_str() {
        "" | "none" | "null" => Ok(None),
        "true" | "1" => Ok(Some(true)),
        "false" | "0" => Ok(Some(false)),
        _ => Err(RestError::bad_request(format!("{name} should be true or false."))),
    }
}

fn timestamp(name: &str, value: &str) -> Result<i64, RestError> {
    date::iso8601(value)
        .map(|date| date.timestamp_micros())
        .ok_or_else(|| RestError::bad_request(format!("{name} should be an ISO 8601 date.")))
}
