//! Hands over bytes: whole, one range of them, or only that they have not changed.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use http_range_header::{RangeUnsatisfiableError, parse_range_header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::{
    io,
    ops::Range,
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::{
    pipeline::default_header,
    store::{Content, Piece},
};

/// Small pieces, so that a client that leaves is noticed before all has been handed over.
const CHUNK: usize = 64 << 10;
const FILLER: &[u8; CHUNK] = &[b'.'; CHUNK];

pub(super) const YEAR: &str = "public, max-age=31536000";
pub(super) const DAY: &str = "public, max-age=86400";

/// What is delivered, with what its headers say.
pub(super) struct Delivered<'a> {
    pub content: &'a Content,
    pub size: u64,
    pub mime: &'a str,
    /// Without quotes.
    pub etag: String,
    /// Microseconds since 1970.
    pub modified: i64,
    pub inline: bool,
    pub filename: &'a str,
    pub cache: &'a str,
}

impl Delivered<'_> {
    pub fn answer(&self, asked: &HeaderMap) -> Response<Body> {
        let micros = Duration::from_micros(u64::try_from(self.modified).unwrap_or(0));
        let modified = SystemTime::UNIX_EPOCH + micros;
        let etag = format!("\"{}\"", self.etag);
        let mut response = if is_known(asked, &etag, modified) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            self.body(asked, &etag, modified)
        };
        if response.status() == StatusCode::RANGE_NOT_SATISFIABLE {
            return response;
        }
        let headers = response.headers_mut();
        default_header(headers, header::ETAG, &etag);
        default_header(headers, header::LAST_MODIFIED, &httpdate::fmt_http_date(modified));
        default_header(headers, header::CACHE_CONTROL, self.cache);
        default_header(headers, header::VARY, "Accept-Encoding");
        response
    }

    fn body(&self, asked: &HeaderMap, etag: &str, modified: SystemTime) -> Response<Body> {
        let whole = !is_same(asked, etag, modified);
        let asked = if whole { Ok(None) } else { asked_range(asked, self.size) };
        let (status, range) = match asked {
            Ok(None) => (StatusCode::OK, 0..self.size),
            Ok(Some(range)) => (StatusCode::PARTIAL_CONTENT, range),
            Err(Unsatisfiable) => {
                let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
                let unit = format!("bytes */{}", self.size);
                default_header(response.headers_mut(), header::CONTENT_RANGE, &unit);
                return response;
            }
        };
        let length = range.end - range.start;
        let mut response = Response::new(match self.content {
            _ if length == 0 => Body::empty(),
            Content::Bytes(bytes) => {
                in_chunks(bytes.slice(range.start as usize..range.end as usize))
            }
            Content::Pieces(pieces) => from_disk(pieces, range.clone()),
            Content::Synthetic => filler(length),
        });
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        if status == StatusCode::PARTIAL_CONTENT {
            let place = format!("bytes {}-{}/{}", range.start, range.end - 1, self.size);
            default_header(headers, header::CONTENT_RANGE, &place);
        }
        default_header(headers, header::ACCEPT_RANGES, "bytes");
        default_header(headers, header::CONTENT_TYPE, self.mime);
        let disposition = disposition(self.inline, self.filename);
        default_header(headers, header::CONTENT_DISPOSITION, &disposition);
        response
    }
}

/// Whether the client has what it asks for already.
fn is_known(asked: &HeaderMap, etag: &str, modified: SystemTime) -> bool {
    match asked.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()) {
        Some(tags) => tags
            .split(',')
            .map(str::trim)
            .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == etag),
        None => date(asked, header::IF_MODIFIED_SINCE)
            .is_some_and(|since| in_seconds(modified) <= in_seconds(since)),
    }
}

/// Whether a range may be sent: the client does not say that it is of something else.
fn is_same(asked: &HeaderMap, etag: &str, modified: SystemTime) -> bool {
    match asked.get(header::IF_RANGE).and_then(|tag| tag.to_str().ok()) {
        None => true,
        Some(tag) if tag == etag => true,
        Some(_) => date(asked, header::IF_RANGE)
            .is_some_and(|known| in_seconds(known) == in_seconds(modified)),
    }
}

fn date(asked: &HeaderMap, name: HeaderName) -> Option<SystemTime> {
    httpdate::parse_http_date(asked.get(name)?.to_str().ok()?).ok()
}

/// Dates of HTTP have no fractions.
fn in_seconds(time: SystemTime) -> u64 {
    time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// All but the characters that RFC 8187 leaves as they are.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The header of RFC 6266, in which no name can do harm.
fn disposition(inline: bool, filename: &str) -> String {
    let kind = if inline { "inline" } else { "attachment" };
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$&+-.^_`|~".contains(c);
    if !filename.is_empty() && filename.chars().all(is_token) {
        return format!("{kind}; filename={filename}");
    }
    let plain = |c: char| match c {
        '"' | '\\' | '%' => '_',
        ' '..='~' => c,
        _ => '_',
    };
    let fallback: String = filename.chars().map(plain).collect();
    let mut header = format!("{kind}; filename=\"{fallback}\"");
    if fallback != filename {
        let encoded = utf8_percent_encode(filename, ENCODED);
        header.push_str(&format!("; filename*=UTF-8''{encoded}"));
    }
    header
}

struct Unsatisfiable;

/// The one range that was asked for. Several at once, and what is no range, get the whole file.
fn asked_range(headers: &HeaderMap, size: u64) -> Result<Option<Range<u64>>, Unsatisfiable> {
    let text = headers.get(header::RANGE).and_then(|range| range.to_str().ok());
    let Some(Ok(asked)) = text.map(parse_range_header) else { return Ok(None) };
    match asked.validate(size).as_deref() {
        Ok([range]) => Ok(Some(*range.start()..range.end() + 1)),
        Ok(_) => Ok(None),
        Err(RangeUnsatisfiableError::Unsatisfiable) => Err(Unsatisfiable),
        Err(_) => Ok(None),
    }
}

fn from_disk(pieces: &[Arc<Piece>], range: Range<u64>) -> Body {
    let mut start = 0;
    let mut wanted = Vec::new();
    for piece in pieces {
        let end = start + piece.size;
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from < to {
            wanted.push((Arc::clone(piece), from - start, to - from));
        }
        start = end;
    }
    let readers = stream::iter(wanted).then(|(piece, from, length)| async move {
        let mut file = tokio::fs::File::from_std(piece.open()?);
        file.seek(io::SeekFrom::Start(from)).await?;
        let reader = ReaderStream::with_capacity(file.take(length), CHUNK);
        // Holding the piece keeps its file until the last byte is read.
        Ok::<_, io::Error>(reader.inspect_ok(move |_| _ = &piece))
    });
    Body::from_stream(readers.try_flatten())
}

fn in_chunks(bytes: Bytes) -> Body {
    Body::from_stream(stream::unfold(bytes, |mut rest| async move {
        let chunk = rest.split_to(rest.len().min(CHUNK));
        (!chunk.is_empty()).then_some((Ok::<_, io::Error>(chunk), rest))
    }))
}

fn filler(size: u64) -> Body {
    Body::from_stream(stream::unfold(size, |left| async move {
        let length = left.min(CHUNK as u64);
        let chunk = Bytes::from_static(&FILLER[..length as usize]);
        (length > 0).then_some((Ok::<_, io::Error>(chunk), left - length))
    }))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn names_in_headers() {
        for (name, expected) in [
            ("hello.txt", "inline; filename=hello.txt"),
            ("a b.txt", "inline; filename=\"a b.txt\""),
            (
                "a\"; x=\"b.txt",
                "inline; filename=\"a_; x=_b.txt\"; filename*=UTF-8''a%22%3B%20x%3D%22b.txt",
            ),
            ("a\r\nB: c", "inline; filename=\"a__B: c\"; filename*=UTF-8''a%0D%0AB%3A%20c"),
            ("é.txt", "inline; filename=\"_.txt\"; filename*=UTF-8''%C3%A9.txt"),
            ("", "inline; filename=\"\""),
        ] {
            assert_eq!(disposition(true, name), expected);
        }
        assert_eq!(disposition(false, "a"), "attachment; filename=a");
    }
}
