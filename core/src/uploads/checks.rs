//! Limits of metadata and tags, checked before anything is sent.

use crate::error::{Error, Result, quoted};
use std::collections::HashMap;

/// REST API: File metadata.
pub fn metadata(entries: &HashMap<String, String>) -> Result<()> {
    if entries.len() > 50 {
        return Err(Error::parameter(
            "metadata",
            format_args!("must have at most 50 keys, not {}", entries.len()),
        ));
    }
    for (key, value) in entries {
        let legal = |c: char| c.is_ascii_alphanumeric() || "_-.:".contains(c);
        if !(1..=64).contains(&key.len()) || !key.chars().all(legal) {
            return Err(Error::parameter(
                "metadata",
                format_args!(
                    "keys must have 1 to 64 characters A-Z a-z 0-9 _ - . : and {} has not",
                    quoted(key)
                ),
            ));
        }
        let length = value.chars().count();
        if !(1..=512).contains(&length) {
            return Err(Error::parameter(
                "metadata",
                format_args!("values must have 1 to 512 characters; {key:?} has {length}"),
            ));
        }
    }
    Ok(())
}

/// Tags as the service keeps them: trimmed, small letters, no empty ones, no repeats.
pub fn tags(given: &[String]) -> Result<Vec<String>> {
    let mut tags: Vec<String> = Vec::new();
    for tag in given {
        let tag = tag.trim().to_lowercase();
        if tag.is_empty() || tags.contains(&tag) {
            continue;
        }
        let legal = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        if tag.chars().count() > 100 || !tag.chars().all(legal) {
            return Err(Error::parameter(
                "tags",
                format_args!(
                    "must have 1 to 100 characters A-Z a-z 0-9 - _ . and {} has not",
                    quoted(&tag)
                ),
            ));
        }
        tags.push(tag);
    }
    if tags.len() > 50 {
        return Err(Error::parameter(
            "tags",
            format_args!("must be at most 50, not {}", tags.len()),
        ));
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
        assert_eq!(tags(&texts(&[" Cat ", "dog", "", "CAT"])).unwrap(), ["cat", "dog"]);
        assert!(tags(&texts(&["no spaces inside"])).is_err());
        assert!(tags(&texts(&["a".repeat(101).as_str()])).is_err());
        assert!(tags(&(0..51).map(|n| n.to_string()).collect::<Vec<_>>()).is_err());
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
