//! Limits of a search, checked before anything is sent.

use super::{SearchExact, SearchPhrase, SearchSort};
use crate::{
    checks,
    error::{Error, Result, check_known, check_range},
    page::window,
};

pub fn page(limit: i64, offset: i64) -> Result<()> {
    check_range("limit", limit, 1, window::MOST)?;
    check_range("offset", offset, 0, window::REACH - 1)
}

pub fn words(name: &str, words: &str) -> Result<()> {
    let length = words.trim().chars().count();
    if length >= 4 {
        return Ok(());
    }
    Err(Error::parameter(name, format_args!("must have at least 4 characters, not {length}")))
}

pub fn values(name: &str, values: &[String]) -> Result<()> {
    if values.is_empty() || values.iter().any(String::is_empty) {
        return Err(Error::parameter(
            name,
            "must be a list of at least one value, none of them empty",
        ));
    }
    Ok(())
}

pub fn size(end: &str, value: Option<i64>) -> Result<()> {
    match value {
        Some(value) if value < 0 => Err(Error::parameter(
            &format!("size.{end}"),
            format_args!("must be 0 or more bytes, not {value}"),
        )),
        _ => Ok(()),
    }
}

pub fn tags(name: &str, given: &[String]) -> Result<Vec<String>> {
    let name = format!("tags.{name}");
    let tags = checks::normal_tags(&name, given)?;
    if tags.is_empty() {
        return Err(Error::parameter(&name, "must be a list of at least one tag"));
    }
    Ok(tags)
}

pub fn sort(sort: &[SearchSort]) -> Result<()> {
    let mut fields: Vec<&str> = Vec::new();
    for order in sort {
        check_known("sort", order.as_str(), SearchSort::KNOWN)?;
        let field = order.as_str().trim_start_matches('-');
        if fields.contains(&field) {
            return Err(Error::parameter("sort", format_args!("must name {field} only once")));
        }
        fields.push(field);
    }
    if sort.is_empty() {
        return Err(Error::parameter("sort", "must be 1 to 4 fields"));
    }
    Ok(())
}

pub fn fields_once(phrase: Option<&SearchPhrase>, exact: &SearchExact) -> Result<()> {
    let Some(phrase) = phrase else { return Ok(()) };
    let name = phrase.original_filename.is_some() && exact.original_filename.is_some();
    let kind = phrase.detected_mime_type.is_some() && exact.detected_mime_type.is_some();
    let field = match (name, kind) {
        (true, _) => "original_filename",
        (false, true) => "detected_mime_type",
        (false, false) => return Ok(()),
    };
    Err(Error::parameter(
        &format!("exact.{field}"),
        format_args!("must not be given beside phrase.{field}"),
    ))
}

pub fn nothing_in(name: &str) -> Error {
    Error::parameter(name, "must have at least one member")
}
