//! Limits of metadata and tags, checked before anything is sent.

use crate::error::{Error, Result, quoted};
use std::{collections::HashMap, ops::RangeInclusive};

/// Characters of a value of metadata.
const VALUE_LENGTH: RangeInclusive<usize> = 1..=512;

/// Characters of a tag; and how many tags a file may have.
const TAG_LENGTH: usize = 100;
pub const MOST_TAGS: usize = 50;

/// REST API: File metadata.
pub fn metadata(entries: &HashMap<String, String>) -> Result<()> {
    if entries.len() > 50 {
        return Err(Error::parameter(
            "metadata",
            format_args!("must have at most 50 keys, not {}", entries.len()),
        ));
    }
    for (key, value) in entries {
        if !is_metadata_key(key) {
            return Err(Error::parameter(
                "metadata",
                format_args!(
                    "keys must have 1 to 64 characters A-Z a-z 0-9 _ - . : and {} has not",
                    quoted(key)
                ),
            ));
        }
        let length = value.chars().count();
        if !VALUE_LENGTH.contains(&length) {
            return Err(Error::parameter(
                "metadata",
                format_args!("values must have 1 to 512 characters; {key:?} has {length}"),
            ));
        }
    }
    Ok(())
}

/// Checks the key of one entry of metadata.
pub fn metadata_key(key: &str) -> Result<()> {
    if is_metadata_key(key) {
        return Ok(());
    }
    Err(Error::parameter(
        "key",
        format_args!(
            "must have 1 to 64 characters A-Z a-z 0-9 _ - . : and {} has not",
            quoted(key)
        ),
    ))
}

/// Checks the value of one entry of metadata.
pub fn metadata_value(value: &str) -> Result<()> {
    let length = value.chars().count();
    if VALUE_LENGTH.contains(&length) {
        return Ok(());
    }
    Err(Error::parameter("value", format_args!("must have 1 to 512 characters, not {length}")))
}

fn is_metadata_key(key: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || "_-.:".contains(c);
    (1..=64).contains(&key.len()) && key.chars().all(legal)
}

/// The tags of a file as the service keeps them: trimmed, small letters, no empty ones, no
/// repeats, at most 50.
pub fn tags(name: &str, given: &[String]) -> Result<Vec<String>> {
    let tags = normal_tags(name, given)?;
    if tags.len() > MOST_TAGS {
        return Err(Error::parameter(
            name,
            format_args!("must be at most {MOST_TAGS}, not {}", tags.len()),
        ));
    }
    Ok(tags)
}

/// As [`tags`], any number of them.
pub fn normal_tags(name: &str, given: &[String]) -> Result<Vec<String>> {
    let mut tags: Vec<String> = Vec::new();
    for tag in given {
        let tag = tag.trim().to_lowercase();
        if tag.is_empty() || tags.contains(&tag) {
            continue;
        }
        let legal = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if tag.chars().count() > TAG_LENGTH || !tag.chars().all(legal) {
            return Err(Error::parameter(
                name,
                format_args!(
                    "must have 1 to {TAG_LENGTH} characters A-Z a-z 0-9 - _ . and {} has not",
                    quoted(&tag)
                ),
            ));
        }
        tags.push(tag);
    }
    Ok(tags)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(items: &[&str]) -> Vec<String> {
        items.iter().map(|item| (*item).to_owned()).collect()
    }

    #[test]
    fn tags_are_kept_as_the_service_keeps_them() {
        assert_eq!(tags("tags", &texts(&[" Cat ", "dog", "", "CAT"])).unwrap(), ["cat", "dog"]);
        assert!(tags("tags", &texts(&["no spaces inside"])).is_err());
        assert!(tags("tags", &texts(&["a".repeat(101).as_str()])).is_err());
        assert!(tags("tags", &(0..51).map(|n| n.to_string()).collect::<Vec<_>>()).is_err());
    }

    #[test]
    fn metadata_limits() {
        let one = |key: &str, value: &str| HashMap::from([(key.to_owned(), value.to_owned())]);
        assert!(metadata(&one("-:45az_", "cat")).is_ok());
        assert!(metadata(&one("", "cat")).is_err());
        assert!(metadata(&one("a b", "cat")).is_err());
        assert!(metadata(&one("a", "")).is_err());
        assert!(metadata(&one("a", &"é".repeat(512))).is_ok());
        assert!(metadata(&one("a", &"é".repeat(513))).is_err());
        assert!(metadata(&(0..51).map(|n| (n.to_string(), "x".to_owned())).collect()).is_err());
    }
}
