//! Delivery of originals.

use axum::{
    Extension,
    body::Body,
    extract::{RawPathParams, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
    routing::get,
};
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use http_range_header::{RangeUnsatisfiableError, parse_range_header};
use md5::{Digest, Md5};
use std::{io, ops::Range, sync::Arc};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::{
    app::{Origin, Resource, RouteContext, not_found_page},
    pipeline::{default_header, with_faults},
    store::{Content, File, Piece, parse_uuid},
    track::Tracker,
    upload::{UploadError, WireForm},
};

/// Small pieces, so that a client that leaves is noticed before all has been handed over.
const CHUNK: usize = 64 << 10;
const FILLER: &[u8; CHUNK] = &[b'.'; CHUNK];

pub(crate) fn resources() -> Vec<Resource> {
    ["/{uuid}/", "/{uuid}/{filename}"]
        .map(|route| Resource {
            route,
            methods: &["GET"],
            allow: "HEAD, GET, OPTIONS",
            router: get(original).fallback(method_not_allowed),
        })
        .into()
}

/// What happens to every request for a delivery URL before and after its handler.
pub(crate) async fn pipeline(
    State(context): State<RouteContext>,
    Extension(tracker): Extension<Tracker>,
    Extension(origin): Extension<Origin>,
    params: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response<Body> {
    let uuid = params.iter().find(|(name, _)| *name == "uuid");
    // Any two segments look like a delivery URL; without a UUID it is just no route.
    let Some(uuid) = uuid.and_then(|(_, text)| parse_uuid(text)) else {
        return not_found_page().await;
    };
    tracker.set_route(context.route);
    let found = context.app.store.find_file(&uuid).and_then(|(project, _)| {
        context.app.pass_time(&project);
        let file = project.file(&uuid)?;
        Some((project, file))
    });
    if let Some((project, file)) = found {
        tracker.claim(&project.keys.public_key);
        request.extensions_mut().insert(file);
    }
    let method = request.method().clone();
    let mut response = if method == Method::OPTIONS {
        StatusCode::OK.into_response()
    } else {
        let refuse = |error: UploadError| error.written(WireForm::Text);
        with_faults(&tracker, &method, context.route, &origin, refuse, next.run(request)).await
    };
    let refused = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let headers = response.headers_mut();
    if refused || method == Method::OPTIONS {
        headers.insert(header::ALLOW, HeaderValue::from_static(context.allow));
    }
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(context.allow));
    default_header(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    headers.insert(header::SERVER, HeaderValue::from_static("Uploadcare"));
    let robots = HeaderName::from_static("x-robots-tag");
    default_header(headers, robots, "noindex, nofollow, nosnippet, noarchive");
    response
}

async fn method_not_allowed() -> StatusCode {
    StatusCode::METHOD_NOT_ALLOWED
}

async fn original(headers: HeaderMap, file: Option<Extension<Arc<File>>>) -> Response<Body> {
    let Some(Extension(file)) = file.filter(|file| file.removed.is_none()) else {
        return not_found_page().await;
    };
    let (status, range) = match asked_range(&headers, file.size) {
        Ok(None) => (StatusCode::OK, 0..file.size),
        Ok(Some(range)) => (StatusCode::PARTIAL_CONTENT, range),
        Err(Unsatisfiable) => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            let unit = format!("bytes */{}", file.size);
            default_header(response.headers_mut(), header::CONTENT_RANGE, &unit);
            return response;
        }
    };
    let length = range.end - range.start;
    let mut response = Response::new(match &file.content {
        _ if length == 0 => Body::empty(),
        Content::Bytes(bytes) => in_chunks(bytes.slice(range.start as usize..range.end as usize)),
        Content::Pieces(pieces) => from_disk(pieces, range.clone()),
        Content::Synthetic => filler(length),
    });
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    if status == StatusCode::PARTIAL_CONTENT {
        let place = format!("bytes {}-{}/{}", range.start, range.end - 1, file.size);
        default_header(headers, header::CONTENT_RANGE, &place);
    }
    let etag = match file.content.etag() {
        Some(etag) => etag,
        None if file.size == 0 => hex::encode(Md5::digest([])),
        None => file.uuid.simple().to_string(),
    };
    default_header(headers, header::ACCEPT_RANGES, "bytes");
    default_header(headers, header::CONTENT_TYPE, &file.mime);
    default_header(headers, header::ETAG, &format!("\"{etag}\""));
    default_header(headers, header::CACHE_CONTROL, "public, max-age=31536000");
    default_header(headers, header::VARY, "Accept-Encoding");
    let disposition = format!("inline; filename={}", file.cdn_filename());
    default_header(headers, header::CONTENT_DISPOSITION, &disposition);
    response
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
        let mut file = tokio::fs::File::open(&piece.path).await?;
        file.seek(io::SeekFrom::Start(from)).await?;
        Ok::<_, io::Error>(ReaderStream::with_capacity(file.take(length), CHUNK))
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
