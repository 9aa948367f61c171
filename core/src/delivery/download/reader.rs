use super::DownloadInfo;
use crate::{
    delivery::{Delivery, DeliveryUrl},
    error::{Error, ErrorKind, Result},
    transport::{OpenAnswer, Request},
};
use bytes::Bytes;
use percent_encoding::percent_decode_str;
use reqwest::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_TYPE, ETAG, HeaderMap, IF_RANGE, RANGE,
};
use std::ops::Range;
use tokio::time::Instant;

/// Reads one stretch of a file, and takes a connection that breaks up again where it was.
pub(super) struct Reader {
    delivery: Delivery,
    url: DeliveryUrl,
    answer: Option<OpenAnswer>,
    head: Head,
    /// Of the next byte, within the whole.
    position: u64,
    /// Where the stretch ends, if that is known.
    end: Option<u64>,
    /// How often it broke since the last byte came.
    failures: u32,
    /// When it broke first since then.
    broke: Option<Instant>,
}

/// What the head of the first answer said.
#[derive(Clone)]
pub(super) struct Head {
    pub total: Option<u64>,
    pub content_type: Option<String>,
    pub filename: Option<String>,
    /// Strong: it names these very bytes.
    pub etag: Option<String>,
    /// Whether a stretch was given, not the whole.
    pub is_part: bool,
    /// Whether stretches can be asked for.
    pub has_parts: bool,
}

impl Head {
    fn of(status: u16, headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let length = text(CONTENT_LENGTH).and_then(|length| length.parse().ok());
        let is_part = status == 206;
        let total = if is_part {
            text(CONTENT_RANGE).and_then(|range| range.rsplit('/').next()?.parse().ok())
        } else {
            length
        };
        let etag = text(ETAG).filter(|etag| !etag.starts_with("W/")).map(str::to_owned);
        Self {
            total,
            content_type: text(CONTENT_TYPE).map(str::to_owned),
            filename: headers
                .get(CONTENT_DISPOSITION)
                .and_then(|value| disposition_name(&String::from_utf8_lossy(value.as_bytes()))),
            etag,
            is_part,
            has_parts: is_part || text(ACCEPT_RANGES) == Some("bytes"),
        }
    }
}

impl Reader {
    /// Opens a stretch of a file, or all of it.
    ///
    /// etag: The content that it must be a stretch of; with another, all of that comes.
    pub async fn open(
        delivery: &Delivery,
        url: DeliveryUrl,
        range: Option<Range<u64>>,
        etag: Option<&str>,
    ) -> Result<Self> {
        let (answer, head) = ask(delivery, &url, range.clone(), etag).await?;
        let (position, end) = match &range {
            Some(range) if head.is_part => {
                (range.start, Some(head.total.map_or(range.end, |total| total.min(range.end))))
            }
            _ => (0, head.total),
        };
        Ok(Self {
            delivery: delivery.clone(),
            url,
            answer: Some(answer),
            head,
            position,
            end,
            failures: 0,
            broke: None,
        })
    }

    pub fn head(&self) -> &Head {
        &self.head
    }

    pub fn info(&self) -> DownloadInfo {
        DownloadInfo {
            size: self.head.total.and_then(|size| i64::try_from(size).ok()),
            content_type: self.head.content_type.clone(),
            filename: self.head.filename.clone(),
            etag: self.head.etag.clone(),
        }
    }

    /// Of the next byte, within the whole.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// Bytes to the end of the stretch, if that is known.
    pub fn left(&self) -> Option<u64> {
        self.end.map(|end| end.saturating_sub(self.position))
    }

    pub fn close(&mut self) {
        self.answer = None;
        self.end = Some(self.position);
    }

    /// The next bytes; None at the end of the stretch.
    pub async fn next(&mut self) -> Result<Option<Bytes>> {
        loop {
            if self.end.is_some_and(|end| self.position >= end) {
                self.answer = None;
                return Ok(None);
            }
            let broken = match &mut self.answer {
                None => None,
                Some(answer) => match answer.next().await {
                    Ok(Some(piece)) => {
                        self.position += piece.len() as u64;
                        if self.end.is_some_and(|end| self.position > end) {
                            self.answer = None;
                            return Err(mismatch("more bytes came than were announced"));
                        }
                        (self.failures, self.broke) = (0, None);
                        return Ok(Some(piece));
                    }
                    Ok(None) if self.end.is_none() => {
                        self.end = Some(self.position);
                        self.answer = None;
                        return Ok(None);
                    }
                    Ok(None) => Some(Error::new(
                        ErrorKind::Network,
                        "the connection ended before the whole file had come; try again",
                    )),
                    Err(error) => Some(error),
                },
            };
            self.answer = None;
            self.reopen(broken).await?;
        }
    }

    /// Opens the rest of the stretch, unless that is in vain.
    async fn reopen(&mut self, broken: Option<Error>) -> Result<()> {
        if let Some(error) = broken {
            let can_go_on = self.head.has_parts && self.head.etag.is_some() && self.end.is_some();
            let elapsed = self.broke.get_or_insert_with(Instant::now).elapsed();
            let transport = self.delivery.client.transport();
            let wait = transport.wait_to_go_on(&error, self.failures, elapsed);
            let Some(wait) = wait.filter(|_| can_go_on) else { return Err(error) };
            self.failures += 1;
            tokio::time::sleep(wait).await;
        }
        let range = self.position..self.end.unwrap_or(u64::MAX);
        let etag = self.head.etag.clone();
        let (answer, head) = ask(&self.delivery, &self.url, Some(range), etag.as_deref()).await?;
        if !head.is_part || head.etag != self.head.etag || head.total != self.head.total {
            return Err(mismatch("the file has changed while it was being downloaded"));
        }
        self.answer = Some(answer);
        Ok(())
    }
}

pub(super) fn mismatch(problem: &str) -> Error {
    Error::new(ErrorKind::ContentMismatch, format!("{problem}; download it anew"))
}

async fn ask(
    delivery: &Delivery,
    url: &DeliveryUrl,
    range: Option<Range<u64>>,
    etag: Option<&str>,
) -> Result<(OpenAnswer, Head)> {
    let mut request = Request::delivery(delivery.asked(url)?);
    request.is_streamed = true;
    // Of what is packed on the way nobody could say where a byte is.
    request.headers.push((ACCEPT_ENCODING, "identity".to_owned()));
    if let Some(range) = &range {
        request.headers.push((RANGE, format!("bytes={}-{}", range.start, range.end - 1)));
        if let Some(etag) = etag {
            request.headers.push((IF_RANGE, etag.to_owned()));
        }
    }
    let answer = delivery.client.transport().send(&request).await?.into_open()?;
    let head = Head::of(answer.status, &answer.headers);
    if head.is_part {
        let start = answer.headers.get(CONTENT_RANGE).and_then(|value| {
            value.to_str().ok()?.strip_prefix("bytes ")?.split('-').next()?.parse().ok()
        });
        if start != range.map(|range| range.start) {
            return Err(Error::new(
                ErrorKind::Decode,
                "the service gave another stretch of the file than was asked for",
            ));
        }
    }
    Ok((answer, head))
}

/// The file name of a `Content-Disposition` header (RFC 6266): the extended form first.
fn disposition_name(text: &str) -> Option<String> {
    let (mut plain, mut extended) = (None, None);
    for parameter in parameters(text) {
        let Some((name, value)) = parameter.split_once('=') else { continue };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "filename" => {
                let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                plain = Some(inner.map_or_else(|| value.to_owned(), |text| text.replace('\\', "")));
            }
            "filename*" => {
                let encoded = value.splitn(3, '\'').nth(2).unwrap_or_default();
                extended =
                    percent_decode_str(encoded).decode_utf8().ok().map(|name| name.into_owned());
            }
            _ => {}
        }
    }
    extended.or(plain).filter(|name| !name.is_empty())
}

/// The parts of a header between semicolons that stand in no quotes.
fn parameters(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut is_quoted, mut is_escaped) = (Vec::new(), 0, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_headers() {
        for (text, name) in [
            ("inline; filename=hello.txt", Some("hello.txt")),
            (r#"attachment; filename="a; b.txt"; x=1"#, Some("a; b.txt")),
            (r#"attachment; filename="a \"b\".txt""#, Some(r#"a "b".txt"#)),
            ("attachment; filename=x; filename*=UTF-8''na%C3%AFve.txt", Some("naïve.txt")),
            ("attachment; FileName = x ", Some("x")),
            ("inline", None),
            ("inline; filename=", None),
        ] {
            assert_eq!(disposition_name(text).as_deref(), name, "{text}");
        }
    }
}
