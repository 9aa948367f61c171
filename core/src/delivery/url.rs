//! Delivery URLs in parts: read, and put together.

use super::transformation::{Transformation, checked_chain};
use crate::{
    error::{Error, Result, check_uuid, quoted},
    reference::GroupReference,
    transport::ENCODED,
};
use percent_encoding::{AsciiSet, percent_decode_str, utf8_percent_encode};
use std::{fmt, str::FromStr};
use uploadcare_macros::{model, open_enum};

/// What may stand in a path as it is (RFC 3986, `pchar`).
const NAME: &AsciiSet = &ENCODED
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// A delivery URL in parts (URL API).
#[model(closed)]
pub struct DeliveryUrl {
    /// What the URL gives.
    pub kind: DeliveryKind,
    /// Scheme, host and path before the file, such as `https://ucarecdn.com/`; empty where the text had none.
    pub base: String,
    /// Identifier of the file; null in URLs of groups and of the proxy.
    pub uuid: Option<String>,
    /// Identifier of the group.
    pub group: Option<String>,
    /// Which file of the group, from 0.
    pub index: Option<i64>,
    /// Format of the archive of the group.
    pub archive: Option<ArchiveFormat>,
    /// URL of an image elsewhere that the proxy fetches.
    pub source_url: Option<String>,
    /// The operations as text, such as `-/preview/-/grayscale/`; empty if there are none.
    pub transformation: String,
    /// The operations, one by one.
    pub operations: Vec<DeliveryOperation>,
    /// The file name that the URL presents the file under, decoded.
    pub filename: Option<String>,
    /// What comes after the question mark, such as the token of a signed URL.
    #[secret]
    pub query: Option<String>,
}

/// One operation of a delivery URL.
#[model(closed)]
pub struct DeliveryOperation {
    /// Its name, such as `resize`.
    pub name: String,
    /// Its parameters as they stand in the URL.
    pub parameters: Vec<String>,
}

/// What a delivery URL gives.
#[open_enum]
pub enum DeliveryKind {
    /// A file, or what operations make of it.
    File,
    /// A page that lists the files of a group.
    Group,
    /// A file of a group, or what operations make of it.
    GroupFile,
    /// All files of a group in one archive.
    Archive,
    /// An animation as a video.
    GifToVideo,
    /// Where there are faces in an image.
    FaceDetection,
    /// An image from elsewhere.
    Proxy,
    /// What a document is converted to; no URL, but a path of the REST API.
    Document,
    /// What a video is converted to; no URL, but a path of the REST API.
    Video,
}

/// Format of an archive.
#[open_enum]
pub enum ArchiveFormat {
    /// ZIP.
    Zip,
    /// TAR, not compressed.
    Tar,
}

impl DeliveryUrl {
    pub(super) fn new(kind: DeliveryKind, base: impl Into<String>) -> Self {
        Self {
            kind,
            base: base.into(),
            uuid: None,
            group: None,
            index: None,
            archive: None,
            source_url: None,
            transformation: String::new(),
            operations: Vec::new(),
            filename: None,
            query: None,
        }
    }

    /// The same with these operations. `name`: the argument, for the error.
    pub(super) fn with_operations(
        mut self,
        name: &str,
        transformation: Option<&Transformation>,
    ) -> Result<Self> {
        self.transformation = match transformation {
            Some(transformation) => transformation.checked(name)?,
            None => String::new(),
        };
        self.operations = operations(&self.transformation);
        Ok(self)
    }

    /// Whether it is of what no operation can change.
    pub(super) fn takes_no_operations(&self) -> bool {
        matches!(
            self.kind,
            DeliveryKind::Group | DeliveryKind::Archive | DeliveryKind::FaceDetection
        )
    }

    /// The same with this file name.
    pub(super) fn with_filename(mut self, filename: Option<String>) -> Result<Self> {
        if let Some(name) = &filename
            && (name.is_empty()
                || matches!(name.as_str(), "." | ".." | "-")
                // Alone in the place of a word they are that word.
                || (self.kind == DeliveryKind::File
                    && self.operations.is_empty()
                    && matches!(name.as_str(), "gif2video" | "detect_faces")))
        {
            return Err(Error::parameter(
                "filename",
                format_args!("must be the name of a file, not {name:?}"),
            ));
        }
        self.filename = filename;
        Ok(self)
    }
}

/// The operations of a text of the right form.
fn operations(chain: &str) -> Vec<DeliveryOperation> {
    let inner = chain.trim_matches('/').trim_start_matches("-/");
    if inner.is_empty() {
        return Vec::new();
    }
    inner
        .split("/-/")
        .map(|operation| {
            let mut parts = operation.split('/').map(str::to_owned);
            let name = parts.next().unwrap_or_default();
            DeliveryOperation { name, parameters: parts.collect() }
        })
        .collect()
}

/// The parts of a URL, or of a path below a host.
impl FromStr for DeliveryUrl {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = |problem: &str| {
            Error::parameter("url", format_args!("{problem}: {}", quoted(without_query(text))))
        };
        let text = text.trim();
        let text = text.split('#').next().unwrap_or_default();
        if text.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(wrong("has a character that no URL has"));
        }
        if let Some(proxied) = proxied(text) {
            return proxied;
        }
        let (path, query) = match text.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (text, None),
        };
        let start = path.find("://").map_or(0, |at| at + 3);
        let mut at = if start > 0 {
            start + path[start..].find('/').ok_or_else(|| wrong("has no path"))? + 1
        } else {
            path.len() - path.trim_start_matches('/').len()
        };
        let (subject, rest) = loop {
            let (segment, rest) = path[at..].split_once('/').unwrap_or((&path[at..], ""));
            let plain = segment.replace("%7E", "~").replace("%7e", "~");
            let uuid = plain.split('~').next().unwrap_or_default();
            if check_uuid("url", uuid).is_ok() {
                break (plain, rest);
            }
            at += segment.len() + 1;
            if at >= path.len() {
                return Err(wrong("must have the identifier of a file or a group"));
            }
        };
        let base = &path[..at];
        let mut url = Self::new(DeliveryKind::File, if base == "/" { "" } else { base });
        url.query = query;
        let mut rest = rest;
        if subject.contains('~') {
            url.group = Some(GroupReference::from(subject).id("url")?);
            rest = url.take_group(rest).ok_or_else(|| {
                wrong("must have a file of the group as nth/0/, an archive as archive/zip/, or nothing")
            })?;
        } else {
            url.uuid = Some(subject.to_ascii_lowercase());
            let (word, after) = rest.split_once('/').unwrap_or((rest, ""));
            let kind = match word {
                "gif2video" => Some(DeliveryKind::GifToVideo),
                "detect_faces" => Some(DeliveryKind::FaceDetection),
                "document" if after.starts_with("-/") => Some(DeliveryKind::Document),
                "video" if after.starts_with("-/") => Some(DeliveryKind::Video),
                _ => None,
            };
            if let Some(kind) = kind {
                url.kind = kind;
                rest = after;
            }
        }
        let (chain, name) = chain_and_name(rest.trim_start_matches('/'));
        if !chain.is_empty() && (url.takes_no_operations() || !chain.starts_with("-/")) {
            return Err(wrong("has something that is neither an operation nor a file name"));
        }
        url.transformation = checked_chain("url", chain)?;
        url.operations = operations(&url.transformation);
        if let Some(name) = name {
            let name = percent_decode_str(name)
                .decode_utf8()
                .map_err(|_| wrong("has a file name that is no UTF-8"))?;
            url = url.with_filename(Some(name.into_owned()))?;
        }
        Ok(url)
    }
}

impl DeliveryUrl {
    /// Reads what comes after a group; gives the rest, or nothing if it has another form.
    fn take_group<'a>(&mut self, rest: &'a str) -> Option<&'a str> {
        let rest = rest.trim_start_matches('/');
        let (word, after) = rest.split_once('/').unwrap_or((rest, ""));
        let (value, after) = after.split_once('/').unwrap_or((after, ""));
        match word {
            "" => self.kind = DeliveryKind::Group,
            "nth" => {
                self.kind = DeliveryKind::GroupFile;
                self.index = Some(value.parse().ok().filter(|index| *index >= 0)?);
            }
            "archive" => {
                self.kind = DeliveryKind::Archive;
                let format = ArchiveFormat::from(value.to_owned());
                if matches!(format, ArchiveFormat::Unknown { .. }) {
                    return None;
                }
                self.archive = Some(format);
            }
            _ => return None,
        }
        Some(after)
    }
}

/// The operations, and the file name after them, if there is one.
fn chain_and_name(rest: &str) -> (&str, Option<&str>) {
    if rest.is_empty() || rest.ends_with('/') {
        return (rest.trim_matches('/'), None);
    }
    let (chain, last) = rest.rsplit_once('/').unwrap_or(("", rest));
    // What comes right after `-/` is an operation that lacks its slash.
    if chain == "-" || chain.ends_with("/-") { (rest, None) } else { (chain, Some(last)) }
}

/// `<base>-/operations/https://elsewhere/image`, with all that comes after.
fn proxied(text: &str) -> Option<Result<DeliveryUrl>> {
    let scheme = ["http://", "https://"].iter().find(|scheme| text.starts_with(**scheme))?;
    let host_end = scheme.len() + text[scheme.len()..].find('/')? + 1;
    let rest = &text[host_end..];
    let place = ["http://", "https://"]
        .iter()
        .filter_map(|scheme| rest.find(scheme))
        .min()
        .filter(|place| *place == 0 || rest[..*place].starts_with("-/"))?;
    let mut url = DeliveryUrl::new(DeliveryKind::Proxy, &text[..host_end]);
    url.source_url = Some(rest[place..].to_owned());
    Some(checked_chain("url", &rest[..place]).map(|chain| {
        url.operations = operations(&chain);
        url.transformation = chain;
        url
    }))
}

/// For messages: a query may hold a token.
fn without_query(text: &str) -> &str {
    text.split('?').next().unwrap_or_default()
}

/// The URL.
impl fmt::Display for DeliveryUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)?;
        if let Some(uuid) = &self.uuid {
            write!(f, "{uuid}/")?;
        }
        if let Some(group) = &self.group {
            write!(f, "{group}/")?;
        }
        match self.kind {
            DeliveryKind::GifToVideo => f.write_str("gif2video/")?,
            DeliveryKind::FaceDetection => f.write_str("detect_faces/")?,
            DeliveryKind::Document => f.write_str("document/")?,
            DeliveryKind::Video => f.write_str("video/")?,
            _ => {}
        }
        if let Some(index) = self.index {
            write!(f, "nth/{index}/")?;
        }
        if let Some(archive) = &self.archive {
            write!(f, "archive/{archive}/")?;
        }
        f.write_str(&self.transformation)?;
        if let Some(source) = &self.source_url {
            return f.write_str(source);
        }
        if let Some(name) = &self.filename {
            write!(f, "{}", utf8_percent_encode(name, NAME))?;
        }
        if let Some(query) = &self.query {
            write!(f, "?{query}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UUID: &str = "21975c81-7f57-4c7a-aef9-acfe28779f78";

    fn parse(text: &str) -> DeliveryUrl {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn every_kind_there_and_back() {
        for (rest, kind) in [
            ("21975c81-7f57-4c7a-aef9-acfe28779f78/", DeliveryKind::File),
            ("21975c81-7f57-4c7a-aef9-acfe28779f78/cat.jpg", DeliveryKind::File),
            ("21975c81-7f57-4c7a-aef9-acfe28779f78/-/preview/", DeliveryKind::File),
            (
                "21975c81-7f57-4c7a-aef9-acfe28779f78/-/resize/200x/-/flip/image@2x.jpg?a=b",
                DeliveryKind::File,
            ),
            (
                "21975c81-7f57-4c7a-aef9-acfe28779f78/gif2video/-/format/webm/cat.webm",
                DeliveryKind::GifToVideo,
            ),
            ("21975c81-7f57-4c7a-aef9-acfe28779f78/detect_faces/", DeliveryKind::FaceDetection),
            (
                "21975c81-7f57-4c7a-aef9-acfe28779f78/document/-/format/jpg/-/page/2/",
                DeliveryKind::Document,
            ),
            (
                "21975c81-7f57-4c7a-aef9-acfe28779f78/video/-/format/mp4/-/thumbs~10/",
                DeliveryKind::Video,
            ),
            ("21975c81-7f57-4c7a-aef9-acfe28779f78~3/", DeliveryKind::Group),
            ("21975c81-7f57-4c7a-aef9-acfe28779f78~3/nth/0/", DeliveryKind::GroupFile),
            (
                "21975c81-7f57-4c7a-aef9-acfe28779f78~3/nth/12/-/crop/10x10/20,20/a.png",
                DeliveryKind::GroupFile,
            ),
            ("21975c81-7f57-4c7a-aef9-acfe28779f78~3/archive/zip/", DeliveryKind::Archive),
            (
                "21975c81-7f57-4c7a-aef9-acfe28779f78~3/archive/tar/all%5B1%5D.tar",
                DeliveryKind::Archive,
            ),
        ] {
            for base in ["https://ucarecdn.com/", "http://127.0.0.1:80/cdn/", ""] {
                let text = format!("{base}{rest}");
                let url = parse(&text);
                assert_eq!(url.kind, kind, "{text}");
                assert_eq!(url.base, base, "{text}");
                assert_eq!(url.to_string(), text);
            }
        }
        let text = "https://demopublickey.ucr.io/-/preview/-/blur/https://example.com/a.jpg?x=1";
        let url = parse(text);
        assert_eq!(url.source_url.as_deref(), Some("https://example.com/a.jpg?x=1"));
        assert_eq!(url.operations.len(), 2);
        assert_eq!(url.to_string(), text);
    }

    #[test]
    fn parts() {
        let url = parse(&format!(
            "https://ucarecdn.com/{UUID}//-/resize/200x/-/crop/1x1/2,3/na%C3%AFve%20.jpg?token=1"
        ));
        assert_eq!(url.transformation, "-/resize/200x/-/crop/1x1/2,3/");
        assert_eq!(url.operations[1].name, "crop");
        assert_eq!(url.operations[1].parameters, ["1x1", "2,3"]);
        assert_eq!(url.filename.as_deref(), Some("naïve .jpg"));
        assert_eq!(url.query.as_deref(), Some("token=1"));
        assert!(!format!("{url:?}").contains("token=1"));
        // An operation without its last slash is no file name.
        assert_eq!(parse(&format!("{UUID}/-/flip")).transformation, "-/flip/");
        assert_eq!(
            parse(&format!("{UUID}/detect_faces//")).to_string(),
            format!("{UUID}/detect_faces/")
        );
        assert_eq!(
            parse(&format!("{}%7E2/", UUID.to_uppercase())).group.unwrap(),
            format!("{UUID}~2")
        );
    }

    #[test]
    fn what_is_none() {
        for text in [
            "",
            "cat.jpg",
            "https://ucarecdn.com",
            "https://ucarecdn.com/",
            "https://ucarecdn.com/cat.jpg",
            &format!("https://ucarecdn.com/{UUID}/what/ever/"),
            &format!("https://ucarecdn.com/{UUID}/-/resize/../"),
            &format!("https://ucarecdn.com/{UUID}/-/-/x/"),
            &format!("https://ucarecdn.com/{UUID}/%FF.jpg"),
            &format!("https://ucarecdn.com/{UUID}~0/"),
            &format!("https://ucarecdn.com/{UUID}~2/-/resize/1x/"),
            &format!("https://ucarecdn.com/{UUID}~2/nth/-1/"),
            &format!("https://ucarecdn.com/{UUID}~2/nth/x/"),
            &format!("https://ucarecdn.com/{UUID}~2/archive/rar/"),
            &format!("https://ucarecdn.com/{UUID}~2/archive/zip/-/flip/"),
            &format!("https://ucarecdn.com/{UUID}/detect_faces/-/flip/"),
        ] {
            assert!(
                text.parse::<DeliveryUrl>().is_err(),
                "{text}: {:?}",
                text.parse::<DeliveryUrl>()
            );
        }
    }

    proptest! {
        #[test]
        fn build_after_parse_changes_nothing(
            kind in 0..5_usize,
            index in 0..1000_i64,
            operations in prop::collection::vec(("[a-z_0-9]{1,12}", prop::collection::vec("[A-Za-z0-9,%.:~_]{1,8}", 0..3)), 0..4),
            name in prop::option::of("\\PC{1,20}"),
            query in prop::option::of("[a-z=&~/*0-9]{1,20}"),
        ) {
            prop_assume!(operations.iter().all(|(_, list)| list.iter().all(|text| !matches!(text.as_str(), "." | ".."))));
            let chain: String = operations.iter().map(|(name, list)| {
                let list: String = list.iter().map(|text| format!("{text}/")).collect();
                format!("-/{name}/{list}")
            }).collect();
            let mut url = DeliveryUrl::new(DeliveryKind::File, "https://ucarecdn.com/");
            url.uuid = Some(UUID.to_owned());
            match kind {
                1 => url.kind = DeliveryKind::GifToVideo,
                2 | 3 => {
                    url.uuid = None;
                    url.group = Some(format!("{UUID}~7"));
                    if kind == 2 {
                        url.kind = DeliveryKind::GroupFile;
                        url.index = Some(index);
                    } else {
                        url.kind = DeliveryKind::Archive;
                        url.archive = Some(ArchiveFormat::Zip);
                    }
                }
                _ => {}
            }
            if kind != 3 {
                let transformation = Transformation { text: chain };
                url = url.with_operations("transformation", Some(&transformation)).unwrap();
            }
            if let Ok(named) = url.clone().with_filename(name.clone()) {
                url = named;
            }
            url.query = query;
            let text = url.to_string();
            let read: DeliveryUrl = text.parse().unwrap();
            prop_assert_eq!(&read, &url);
            prop_assert_eq!(read.to_string(), text);
        }
    }
}
