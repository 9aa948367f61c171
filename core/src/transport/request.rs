use crate::error::{Error, ErrorKind, Result};
use futures::future::BoxFuture;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use std::{sync::Arc, time::Duration};
use url::{Position, Url};

/// Everything but RFC 3986's unreserved characters.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Api {
    Rest,
    Upload,
}

/// Makes the form anew for each attempt: a body that was sent in part cannot be rewound.
pub(crate) type FormFactory =
    Arc<dyn Fn() -> BoxFuture<'static, Result<reqwest::multipart::Form>> + Send + Sync>;

pub(crate) enum Body {
    Empty,
    Form(FormFactory),
}

pub(crate) struct Request {
    pub method: Method,
    pub api: Api,
    pub target: Target,
    pub body: Body,
    /// Whether the call may be repeated when the service may already have acted on it.
    pub idempotent: bool,
    /// Time beyond the usual limits, for a large body.
    pub extra_time: Duration,
}

impl Request {
    pub fn get(api: Api, target: Target) -> Self {
        Self {
            method: Method::GET,
            api,
            target,
            body: Body::Empty,
            idempotent: true,
            extra_time: Duration::ZERO,
        }
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
            path.extend(utf8_percent_encode(segment, ENCODED));
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
