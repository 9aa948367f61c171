//! What stands for a file or a group: an identifier, an object of an answer, or a CDN URL.

use crate::{
    error::{Error, Result, check_uuid, quoted},
    model::{FileInfo, GroupInfo},
    uploads::UploadedFile,
};

/// A file: its UUID, an object of an answer, or a CDN URL, with or without transformations.
///
/// A transformation matters where a file is copied; everywhere else the file itself is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReference(String);

/// A group of files: its identifier, an object of an answer, or a CDN URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupReference(String);

macro_rules! from {
    ($($from:ty => $to:ident: |$value:ident| $text:expr;)*) => { $(
        impl From<$from> for $to {
            fn from($value: $from) -> Self {
                Self($text)
            }
        }
    )* };
}

from! {
    String => FileReference: |text| text;
    &str => FileReference: |text| text.to_owned();
    &&str => FileReference: |text| (*text).to_owned();
    &String => FileReference: |text| text.clone();
    FileInfo => FileReference: |file| file.uuid;
    &FileInfo => FileReference: |file| file.uuid.clone();
    UploadedFile => FileReference: |file| file.uuid;
    &UploadedFile => FileReference: |file| file.uuid.clone();
    &FileReference => FileReference: |file| file.0.clone();
    String => GroupReference: |text| text;
    &str => GroupReference: |text| text.to_owned();
    &String => GroupReference: |text| text.clone();
    GroupInfo => GroupReference: |group| group.id;
    &GroupInfo => GroupReference: |group| group.id.clone();
    &GroupReference => GroupReference: |group| group.0.clone();
}

/// The path of a URL below its host, or all of a text that is none; without query and fragment.
fn path(text: &str) -> &str {
    let text = text.trim();
    let text = text.split(['?', '#']).next().unwrap_or_default();
    match text.split_once("//") {
        Some((scheme, rest)) if is_web(scheme) => rest.split_once('/').map_or("", |(_, path)| path),
        _ => text,
    }
}

fn is_web(scheme: &str) -> bool {
    ["", "http:", "https:"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// The first segment of a path, with `~` in plain.
fn first(path: &str) -> String {
    let first = path.split('/').next().unwrap_or_default();
    first.replace("%7E", "~").replace("%7e", "~")
}

impl FileReference {
    /// The text as it was given.
    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    /// The UUID of the file. `name`: the argument, for the error.
    pub(crate) fn uuid(&self, name: &str) -> Result<String> {
        let first = first(path(&self.0));
        let problem = if first.contains('~') {
            "names a group, not a file; take one of its files"
        } else if self.0.trim().is_empty() {
            "must not be empty: give a UUID, a file or a CDN URL"
        } else {
            match check_uuid(name, &first) {
                Ok(uuid) => return Ok(uuid),
                Err(_) => {
                    return Err(Error::parameter(
                        name,
                        format_args!(
                            "must be a UUID such as 21975c81-7f57-4c7a-aef9-acfe28779f78, a file, \
                             or a CDN URL that begins with one, not {}",
                            quoted(&self.0)
                        ),
                    ));
                }
            }
        };
        Err(Error::parameter(name, problem))
    }

    /// What a copy is made of: the UUID, or the text with the transformations; without its query,
    /// which may hold a token of the CDN.
    pub(crate) fn source(&self, name: &str) -> Result<String> {
        let uuid = self.uuid(name)?;
        if !path(&self.0).contains("/-/") {
            return Ok(uuid);
        }
        let text = self.0.trim().split(['?', '#']).next().unwrap_or_default().trim_end();
        Ok(if text.starts_with("//") { format!("https:{text}") } else { text.to_owned() })
    }
}

impl GroupReference {
    /// The identifier of the group. `name`: the argument, for the error.
    pub(crate) fn id(&self, name: &str) -> Result<String> {
        let path = path(&self.0);
        let first = first(path);
        if let Some((uuid, count)) = first.split_once('~')
            && let Ok(uuid) = check_uuid(name, uuid)
            && !count.is_empty()
            && !count.starts_with('0')
            && count.len() <= 4
            && count.bytes().all(|byte| byte.is_ascii_digit())
            && path.split('/').nth(1) != Some("nth")
        {
            return Ok(format!("{uuid}~{count}"));
        }
        Err(Error::parameter(
            name,
            format_args!(
                "must be the identifier of a group such as \
                 1d4e2e0d-6a8b-4c7a-aef9-acfe28779f78~3, a group, or its CDN URL, not {}",
                quoted(&self.0)
            ),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UUID: &str = "21975c81-7f57-4c7a-aef9-acfe28779f78";

    #[test]
    fn files_in_every_dress() {
        for text in [
            UUID.to_owned(),
            format!(" {} ", UUID.to_uppercase()),
            format!("{UUID}/-/resize/200x/"),
            format!("https://ucarecdn.com/{UUID}/"),
            format!("https://1s4oyld5dc.ucarecd.net/{UUID}/-/preview/a.jpg?x=/-/"),
            format!("//ucarecdn.com/{UUID}"),
            format!("HTTPS://ucarecdn.com/{UUID}/"),
        ] {
            assert_eq!(FileReference::from(&text).uuid("file").unwrap(), UUID, "{text}");
        }
        for text in ["", "cat.jpg", "https://ucarecdn.com/", "https://ucarecdn.com/x/"] {
            assert!(FileReference::from(text).uuid("file").is_err(), "{text}");
        }
        let group = FileReference::from(format!("https://ucarecdn.com/{UUID}~3/nth/0/"));
        assert!(group.uuid("file").unwrap_err().message().contains("group"));
        let group = FileReference::from(format!("{UUID}%7e3"));
        assert!(group.uuid("file").unwrap_err().message().contains("group"));
    }

    #[test]
    fn copies_keep_transformations() {
        let plain = FileReference::from(format!("https://ucarecdn.com/{UUID}/cat.jpg"));
        assert_eq!(plain.source("file").unwrap(), UUID);
        let resized = format!("https://ucarecdn.com/{UUID}/-/resize/200x/");
        assert_eq!(FileReference::from(&resized).source("file").unwrap(), resized);
        for text in [
            format!(" {resized}?token=exp=1~hmac=2 "),
            resized.replacen("https:", "", 1),
            format!("{resized}#/-/x/"),
        ] {
            assert_eq!(FileReference::from(&text).source("file").unwrap(), resized, "{text}");
        }
    }

    #[test]
    fn groups_in_every_dress() {
        let id = format!("{UUID}~12");
        for text in [
            id.clone(),
            format!("https://ucarecdn.com/{UUID}%7E12/"),
            format!("https://ucarecdn.com/{UUID}%7e12"),
            id.to_uppercase(),
        ] {
            assert_eq!(GroupReference::from(&text).id("group").unwrap(), id, "{text}");
        }
        for text in [
            UUID.to_owned(),
            format!("{UUID}~0"),
            format!("{UUID}~"),
            format!("{UUID}~x"),
            format!("https://ucarecdn.com/{UUID}~3/nth/0/"),
        ] {
            assert!(GroupReference::from(&text).id("group").is_err(), "{text}");
        }
    }
}
