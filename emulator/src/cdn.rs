//! Delivery of originals.

use axum::{
    Extension,
    body::Body,
    extract::{RawPathParams, Request, State},
    http::{HeaderName, HeaderValue, Method, Response, StatusCode, header},
    middleware::Next,
    response::IntoResponse,
    routing::get,
};
use bytes::Bytes;
use futures::stream;
use md5::{Digest, Md5};
use std::{io, sync::Arc};

use crate::{
    app::{Origin, Resource, RouteContext, not_found_page},
    pipeline::{default_header, with_faults},
    store::{Content, File, parse_uuid},
    track::Tracker,
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
        with_faults(&tracker, &method, context.route, &origin, next.run(request)).await
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

async fn original(file: Option<Extension<Arc<File>>>) -> Response<Body> {
    let Some(Extension(file)) = file.filter(|file| file.removed.is_none()) else {
        return not_found_page().await;
    };
    let (body, etag) = match &file.content {
        _ if file.size == 0 => (Body::empty(), hex::encode(Md5::digest([]))),
        Content::Bytes(bytes) => (in_chunks(bytes.clone()), hex::encode(Md5::digest(bytes))),
        Content::Synthetic => (filler(file.size), file.uuid.simple().to_string()),
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(file.size));
    default_header(headers, header::CONTENT_TYPE, &file.mime);
    default_header(headers, header::ETAG, &format!("\"{etag}\""));
    default_header(headers, header::CACHE_CONTROL, "public, max-age=31536000");
    default_header(headers, header::VARY, "Accept-Encoding");
    let disposition = format!("inline; filename={}", file.cdn_filename());
    default_header(headers, header::CONTENT_DISPOSITION, &disposition);
    response
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
