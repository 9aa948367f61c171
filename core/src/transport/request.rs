use crate::error::{Error, ErrorKind, Result};
use bytes::Bytes;
use futures::future::BoxFuture;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Method, header::HeaderName};
use serde::Serialize;
use serde_json::Value;
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use url::{Position, Url};

/// Everything but RFC 3986's unreserved characters.
pub(crate) const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    Rest,
    Upload,
    /// The account: its projects, their secrets and usage.
    Account,
    /// Where files are delivered from. No credential ever goes there, and URLs are complete.
    Delivery,
    /// Where parts of large files go. Its URLs are complete as the service gives them, and no credential
    /// ever goes there.
    Storage,
}

/// Fields of a form.
pub(crate) type Fields = Vec<(String, String)>;

/// Makes the form anew for each attempt, with more fields, and counts its bytes as they leave: a body that was
/// sent in part cannot be rewound.
pub(crate) type FormFactory = Arc<
    dyn Fn(Fields, Meter) -> BoxFuture<'static, Result<reqwest::multipart::Form>> + Send + Sync,
>;

/// Makes a body anew for each attempt, and counts its bytes as they leave.
pub(crate) type BodyFactory =
    Arc<dyn Fn(Meter) -> BoxFuture<'static, Result<reqwest::Body>> + Send + Sync>;

/// How many bytes have left over a line that several bodies share.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line(Arc<AtomicU64>);

impl Line {
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// How many bytes of a body have left.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter {
    own: Arc<AtomicU64>,
    line: Line,
}

impl Meter {
    pub fn new(line: &Line) -> Self {
        Self { own: Arc::default(), line: line.clone() }
    }

    pub fn add(&self, bytes: u64) {
        self.own.fetch_add(bytes, Ordering::Relaxed);
        self.line.0.fetch_add(bytes, Ordering::Relaxed);
    }

    pub fn get(&self) -> u64 {
        self.own.load(Ordering::Relaxed)
    }
}

#[derive(Clone)]
pub(crate) enum Body {
    Empty,
    /// JSON text; these bytes are signed and sent.
    Json(Bytes),
    /// A form without a file.
    Fields(Fields),
    Form(FormFactory),
    /// So many bytes.
    Bytes(u64, BodyFactory),
}

pub(crate) struct Request {
    pub method: Method,
    pub api: Api,
    pub target: Target,
    pub body: Body,
    /// Whether the call may be repeated when the service may already have acted on it.
    pub idempotent: bool,
    /// Whether a 404 after an attempt of unknown outcome says that the call is done: that attempt
    /// has deleted it.
    pub absent_is_done: bool,
    /// Whether the service may demand a signature of this upload (Upload API: signed uploads).
    pub is_protected: bool,
    /// Size of a large body.
    pub size: u64,
    /// The line that it takes, and how many bodies share that.
    pub line: Line,
    pub sharers: u32,
    /// Headers beside those of all requests of the API.
    pub headers: Vec<(HeaderName, String)>,
    /// Whether the answer is read by its caller, piece by piece.
    pub is_streamed: bool,
}

/// The slowest upload that still counts as alive.
const BYTES_PER_SECOND: u64 = 50_000;

/// What may have left us and yet be on this machine: the buffers of its network, which are small where the network
/// is slow.
const BUFFERED: u64 = 512 << 10;

impl Request {
    /// A call of the REST API that may be repeated.
    pub fn rest(method: Method, target: Target) -> Self {
        Self {
            method,
            api: Api::Rest,
            target,
            body: Body::Empty,
            idempotent: true,
            absent_is_done: false,
            is_protected: false,
            size: 0,
            line: Line::default(),
            sharers: 1,
            headers: Vec::new(),
            is_streamed: false,
        }
    }

    /// A call of the Project API that may be repeated.
    pub fn account(method: Method, target: Target) -> Self {
        Self { api: Api::Account, ..Self::rest(method, target) }
    }

    /// A file that is delivered, by its whole URL.
    pub fn delivery(url: String) -> Self {
        Self { api: Api::Delivery, ..Self::rest(Method::GET, Target::Absolute(url)) }
    }

    /// A call of the Upload API that may be repeated.
    pub fn upload(method: Method, target: Target) -> Self {
        let target = target.query("jsonerrors", "1");
        Self { api: Api::Upload, ..Self::rest(method, target) }
    }

    /// A part of a file to where the service wants it.
    pub fn part(url: String, size: u64, body: BodyFactory) -> Self {
        Self {
            api: Api::Storage,
            body: Body::Bytes(size, body),
            size,
            ..Self::rest(Method::PUT, Target::Absolute(url))
        }
    }

    pub fn fields(self, fields: Fields) -> Self {
        Self { body: Body::Fields(fields), ..self }
    }

    /// Time beyond the usual limits, for a large body.
    pub fn extra_time(&self) -> Duration {
        Duration::from_secs(self.size / BYTES_PER_SECOND).saturating_mul(self.sharers)
    }

    /// Time beyond the usual patience when a body has left, for what of it is still on the way.
    pub fn last_bytes_time(&self) -> Duration {
        Duration::from_secs(self.size.min(BUFFERED) / BYTES_PER_SECOND)
    }

    pub fn json(self, body: &impl Serialize) -> Result<Self> {
        let text = serde_json::to_vec(body)
            .map_err(|error| Error::internal(format!("a body cannot be written: {error}")))?;
        Ok(Self { body: Body::Json(text.into()), ..self })
    }

    /// A call of the REST API that makes something absent.
    pub fn removal(target: Target) -> Self {
        Self { absent_is_done: true, ..Self::rest(Method::DELETE, target) }
    }

    /// The body, if it is JSON text.
    pub fn json_body(&self) -> Option<&[u8]> {
        match &self.body {
            Body::Json(text) => Some(text),
            _ => None,
        }
    }

    /// Marks a call whose repetition would do its work twice.
    pub fn once(self) -> Self {
        Self { idempotent: false, ..self }
    }
}

/// Where a request goes, percent-encoded once; these bytes are signed and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Path and query below the base.
    Path(String),
    /// Path and query below the origin of the base: what a link of the service said.
    Absolute(String),
}

impl Target {
    /// A path of segments, each encoded, with the slash that the service demands at the end.
    pub fn path<'a>(segments: impl IntoIterator<Item = &'a str>) -> Self {
        let mut path = String::new();
        for segment in segments {
            if matches!(segment, "." | "..") {
                // Unencoded they would mean this and the parent folder.
                path.push_str(&"%2E".repeat(segment.len()));
            } else {
                path.extend(utf8_percent_encode(segment, ENCODED));
            }
            path.push('/');
        }
        Self::Path(path)
    }

    pub fn query(mut self, name: &str, value: &str) -> Self {
        let (Self::Path(text) | Self::Absolute(text)) = &mut self;
        text.push(if text.contains('?') { '&' } else { '?' });
        text.push_str(name);
        text.push('=');
        text.extend(utf8_percent_encode(value, ENCODED));
        self
    }

    /// The value of a parameter of the query, as it stands there.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        let (Self::Path(text) | Self::Absolute(text)) = self;
        let (_, query) = text.split_once('?')?;
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    /// The same with a parameter of the query put in place of its old value, or added.
    pub fn with_query(&self, name: &str, value: &str) -> Self {
        let (Self::Path(text) | Self::Absolute(text)) = self;
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let others = query.split('&').filter(|pair| {
            !pair.is_empty() && pair.split('=').next().is_none_or(|other| other != name)
        });
        let others: Vec<_> = others.collect();
        let text = if others.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", others.join("&"))
        };
        let target = match self {
            Self::Path(_) => Self::Path(text),
            Self::Absolute(_) => Self::Absolute(text),
        };
        target.query(name, value)
    }

    /// The same without some parameters of the query.
    pub fn without_query(&self, names: &[&str]) -> Self {
        let (Self::Path(text) | Self::Absolute(text)) = self;
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let others: Vec<_> = query
            .split('&')
            .filter(|pair| {
                !pair.is_empty() && !names.contains(&pair.split('=').next().unwrap_or(""))
            })
            .collect();
        let text = if others.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", others.join("&"))
        };
        match self {
            Self::Path(_) => Self::Path(text),
            Self::Absolute(_) => Self::Absolute(text),
        }
    }

    /// The text as it is: all of the URL, where the storage gave it.
    pub fn whole(&self) -> &str {
        let (Self::Path(text) | Self::Absolute(text)) = self;
        text
    }

    /// The URL as text: below the base, or below its origin.
    pub fn below(&self, base: &Url) -> String {
        match self {
            Self::Path(path) => format!("{base}{path}"),
            Self::Absolute(path) => format!("{}{path}", &base[..Position::BeforePath]),
        }
    }

    /// A link of an answer. It is followed as it is, and only on the origin of `base`: anything
    /// else would hand the credentials to another host.
    pub fn link(link: &str, base: &Url) -> Result<Self> {
        let url = base.join(link).map_err(|_| {
            Error::new(ErrorKind::Decode, format!("a link of the answer is no URL: {link:?}"))
        })?;
        if url.origin() != base.origin() {
            return Err(Error::new(
                ErrorKind::ForeignOrigin,
                format!(
                    "a link of the answer leads to {}, not to {}; it was not followed. If the \
                     service is reached through a proxy, make it rewrite links",
                    url.origin().ascii_serialization(),
                    base.origin().ascii_serialization()
                ),
            ));
        }
        Ok(Self::Absolute(url[Position::BeforePath..Position::AfterQuery].to_owned()))
    }
}

/// Reads a URL whose path may have segments that mean `.` or `..` and are nobody's folder: the
/// usual parser resolves them even when they are encoded.
pub(crate) fn literal_url(text: &str) -> Result<Url, String> {
    // Letters of the same length keep every offset within the URL right.
    let stand_in = |segment| match segment {
        "%2E%2E" => "xxxxxx",
        "%2E" => "xxx",
        other => other,
    };
    let stand_in = text.split('/').map(stand_in).collect::<Vec<_>>().join("/");
    let url = Url::parse(&stand_in).map_err(|error| error.to_string())?;
    if stand_in == text {
        return Ok(url);
    }
    let mut parts =
        url.serialize_internal(serde_json::value::Serializer).map_err(|e| e.to_string())?;
    match parts.get_mut(0) {
        Some(Value::String(whole)) if whole.len() == text.len() => text.clone_into(whole),
        _ => return Err("the URL was not written as it was given".to_owned()),
    }
    Url::deserialize_internal(parts).map_err(|error| {
        format!(
            "{error}; a debug build of the crate `url` refuses it: set `debug-assertions = false` \
             under `[profile.dev.package.url]`"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_once() {
        let target = Target::path(["files", "a/b c~é"]).query("from", "2018-11-27T01:00:24+00:00");
        assert_eq!(
            target,
            Target::Path("files/a%2Fb%20c~%C3%A9/?from=2018-11-27T01%3A00%3A24%2B00%3A00".into())
        );
    }

    #[test]
    fn dots_are_keys_not_folders() {
        let Target::Path(path) = Target::path(["files", "u", "metadata", ".."]) else { panic!() };
        assert_eq!(path, "files/u/metadata/%2E%2E/");
        for path in [
            path.as_str(),
            "files/u/metadata/%2E/",
            "files/u/metadata/-%3A45az_/",
            "files/%2E%2E/%2E%2E/%2E/",
        ] {
            let text = format!("https://api.example.test/{path}");
            assert_eq!(literal_url(&text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn links_stay_on_the_origin() {
        let base = Url::parse("https://api.example.test/").unwrap();
        let same = "https://api.example.test/files/?from=2018%3A00%2B00&offset=0";
        assert_eq!(
            Target::link(same, &base).unwrap(),
            Target::Absolute("/files/?from=2018%3A00%2B00&offset=0".into())
        );
        for foreign in [
            "https://api.example.com/files/",
            "http://api.example.test/files/",
            "https://api.example.test:444/files/",
            "https://api.example.test@evil.test/files/",
            "//evil.test/files/",
        ] {
            let error = Target::link(foreign, &base).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::ForeignOrigin, "{foreign}");
        }
    }
}
