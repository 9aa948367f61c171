//! Does to an answer what a fault asks for.

use std::{
    convert::Infallible,
    mem,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, Uri, header, response::Parts},
};
use bytes::Bytes;
use futures::stream;
use http_body_util::BodyExt;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use serde_json::Value;
use tokio::time::{Instant, sleep_until};

use crate::{
    track::{Tracker, body_length, is_bodiless},
    wire::Wire,
};

/// Asks, as an extension of a response, for something to be done to it.
#[derive(Clone)]
pub(crate) enum Effect {
    /// Send all of it, then close the connection.
    Close,
    /// Send only so many bytes of the body, then close the connection.
    Truncate(u64),
    /// Announce so many bytes of the body, but send it whole.
    Announce(u64),
    /// Send so many bytes of the body per second; none of it if 0.
    Pace(u64),
    /// Let links to other pages point to this origin.
    ForeignLinks(String),
}

impl Effect {
    /// Must be the last to happen before the response goes to hyper: it may have the wire do
    /// something at its next flush.
    pub async fn apply(
        self,
        response: Response<Body>,
        is_head: bool,
        wire: &Wire,
        tracker: Tracker,
    ) -> Response<Body> {
        let (mut parts, body) = response.into_parts();
        if is_head || is_bodiless(parts.status) {
            match self {
                Self::Close => wire.close(),
                Self::Announce(length) if is_head => announce(&mut parts.headers, length),
                _ => {}
            }
            return Response::from_parts(parts, body);
        }
        let (body, length) = measured(&parts.headers, body).await;
        let (announced, sent, then) = match self {
            Self::ForeignLinks(origin) => return foreign_links(parts, body, &origin).await,
            Self::Pace(pace) => {
                announce(&mut parts.headers, length);
                let body = if length > 0 { paced(body, pace) } else { body };
                return Response::from_parts(parts, body);
            }
            Self::Close => (length, length, Then::Close),
            Self::Truncate(limit) if limit < length => (length, limit, Then::Close),
            Self::Announce(announced) if announced > length => (announced, length, Then::Close),
            Self::Announce(announced) if announced < length => {
                (announced, announced, Then::SendRest)
            }
            Self::Truncate(_) | Self::Announce(_) => return Response::from_parts(parts, body),
        };
        announce(&mut parts.headers, announced);
        let status = parts.status.as_u16();
        let finale = Finale { then, status, wire: wire.clone(), tracker };
        let mut body = Misfit { inner: body, announced, left: sent, finale: Some(finale) };
        if sent == 0 {
            body.play_finale(Bytes::new());
        }
        Response::from_parts(parts, Body::new(body))
    }
}

fn announce(headers: &mut HeaderMap, length: u64) {
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
}

async fn measured(headers: &HeaderMap, body: Body) -> (Body, u64) {
    if let Some(length) = body_length(headers, &body) {
        return (body, length);
    }
    let bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let length = bytes.len() as u64;
    (Body::from(bytes), length)
}

async fn foreign_links(mut parts: Parts, body: Body, origin: &str) -> Response<Body> {
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.contains("json")) {
        return Response::from_parts(parts, body);
    }
    let mut bytes = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    if let Ok(Value::Object(mut fields)) = serde_json::from_slice(&bytes) {
        for name in ["next", "previous"] {
            if let Some(Value::String(link)) = fields.get_mut(name) {
                *link = moved(link, origin);
            }
        }
        bytes = Value::Object(fields).to_string().into();
    }
    announce(&mut parts.headers, bytes.len() as u64);
    Response::from_parts(parts, Body::from(bytes))
}

fn moved(link: &str, origin: &str) -> String {
    let uri = link.parse::<Uri>().ok();
    let path = uri.as_ref().and_then(Uri::path_and_query).map_or("/", |path| path.as_str());
    format!("{origin}{path}")
}

/// Pieces per second, as long as they have more than a byte and less than [`MAX_PIECE`].
const PIECES: u64 = 20;
const MAX_PIECE: u64 = 64 << 10;

fn paced(body: Body, pace: u64) -> Body {
    if pace == 0 {
        return Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
    }
    let piece_size = (pace / PIECES).clamp(1, MAX_PIECE) as usize;
    let start = Instant::now();
    let pieces =
        stream::unfold((body, Bytes::new(), 0), move |(mut body, mut rest, sent)| async move {
            while rest.is_empty() {
                match body.frame().await? {
                    Ok(frame) => rest = frame.into_data().unwrap_or_default(),
                    Err(error) => return Some((Err(error), (body, rest, sent))),
                }
            }
            let piece = rest.split_to(rest.len().min(piece_size));
            let sent = sent + piece.len() as u64;
            sleep_until(start + Duration::from_secs_f64(sent as f64 / pace as f64)).await;
            Some((Ok(piece), (body, rest, sent)))
        });
    Body::from_stream(pieces)
}

enum Then {
    Close,
    SendRest,
}

/// What happens after the last byte that is sent as the body.
struct Finale {
    then: Then,
    status: u16,
    wire: Wire,
    tracker: Tracker,
}

/// A body of which another number of bytes is announced or sent than it has.
struct Misfit {
    inner: Body,
    announced: u64,
    /// Bytes still to be sent as the body.
    left: u64,
    finale: Option<Finale>,
}

impl Misfit {
    fn play_finale(&mut self, surplus: Bytes) {
        let Some(finale) = self.finale.take() else { return };
        match finale.then {
            Then::Close => finale.wire.close(),
            Then::SendRest => finale.wire.send(surplus, mem::take(&mut self.inner)),
        }
        // The connection may end without hyper having seen the body's end.
        finale.tracker.end(finale.status);
    }
}

impl HttpBody for Misfit {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        loop {
            if self.left == 0 {
                // Without an end to the body hyper flushes, and the wire closes.
                return if self.announced == 0 { Poll::Ready(None) } else { Poll::Pending };
            }
            let Some(frame) = ready!(Pin::new(&mut self.inner).poll_frame(context)?) else {
                return Poll::Ready(None);
            };
            let Ok(mut data) = frame.into_data() else { continue };
            let fits = usize::try_from(self.left).unwrap_or(usize::MAX).min(data.len());
            let surplus = data.split_off(fits);
            self.left -= fits as u64;
            self.announced -= fits as u64;
            if self.left == 0 {
                self.play_finale(surplus);
            }
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
    }

    fn is_end_stream(&self) -> bool {
        self.announced == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.announced)
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use http_body_util::BodyExt;

    use super::{moved, paced};

    #[tokio::test]
    async fn slow_bodies_come_in_pieces() {
        let mut body = paced(Body::from("0123456"), 60);
        let mut pieces = Vec::new();
        while let Some(frame) = body.frame().await {
            pieces.push(frame.unwrap().into_data().unwrap());
        }
        assert_eq!(pieces, ["012", "345", "6"]);
    }

    #[test]
    fn links_keep_all_but_their_origin() {
        for (link, expected) in [
            ("http://a:1/files/?b=%2F&c", "https://b:2/files/?b=%2F&c"),
            ("https://a", "https://b:2/"),
            ("/files/?b", "https://b:2/files/?b"),
        ] {
            assert_eq!(moved(link, "https://b:2"), expected);
        }
    }
}
