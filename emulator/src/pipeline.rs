//! Steps that the ways of REST, Upload API and CDN requests have in common.

use std::future::Future;

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Response, header},
};
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;

use crate::{
    app::Origin,
    server::DropConnection,
    track::Tracker,
    upload::{self, UploadError},
};

/// Why a body could not be read.
pub(crate) enum BodyError {
    TooLarge,
    Broken,
}

/// Reads a whole body. One that is too large is read to its end all the same, within
/// reason: a client that is still sending would not see the answer.
pub(crate) async fn read_body(mut body: Body, limit: usize) -> Result<Bytes, BodyError> {
    let mut bytes = BytesMut::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| BodyError::Broken)?.into_data() else { continue };
        seen += data.len();
        if seen <= limit {
            bytes.extend_from_slice(&data);
        } else if seen > DRAIN_LIMIT {
            break;
        }
    }
    if seen > limit { Err(BodyError::TooLarge) } else { Ok(bytes.freeze()) }
}

/// How much of a body is read before the connection is given up.
pub(crate) const DRAIN_LIMIT: usize = 1 << 30;

/// Handles a request with whatever fault its project or account has in store for it; `refuse` writes an error
/// of the Upload API.
pub(crate) async fn with_faults(
    tracker: &Tracker,
    method: &Method,
    route: &str,
    origin: &Origin,
    refuse: impl FnOnce(UploadError) -> Response<Body>,
    handle: impl Future<Output = Response<Body>>,
) -> Response<Body> {
    let hit = tracker.take_fault(method, route);
    let Some(mut hit) = hit else { return handle.await };
    hit.delay().await;
    let fault = hit.fault;
    if fault.drop {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(DropConnection);
        return response;
    }
    let refusal = fault.upload_error.as_deref().and_then(upload::known);
    let mut response = match (&fault.respond, refusal) {
        (Some(made_up), _) => made_up.to_response(&origin.0),
        (None, Some(error)) => refuse(error),
        (None, None) => handle.await,
    };
    if fault.lose {
        response.extensions_mut().insert(DropConnection);
    }
    if let Some(effect) = fault.effect() {
        response.extensions_mut().insert(effect);
    }
    response
}

/// Seconds to wait, if the rate limit of its project or account refuses this request.
pub(crate) fn throttled(tracker: &Tracker) -> Option<u64> {
    tracker.throttled()
}

/// Adds a header unless the response has it.
pub(crate) fn default_header(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let (false, Ok(value)) = (headers.contains_key(&name), HeaderValue::try_from(value)) {
        headers.insert(name, value);
    }
}

/// Adds the headers that every answer of the APIs has.
pub(crate) fn common_headers(headers: &mut HeaderMap, tracker: &Tracker) {
    default_header(headers, header::SERVER, "nginx");
    default_header(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    default_header(headers, header::X_XSS_PROTECTION, "1; mode=block");
    let id = HeaderName::from_static("x-uploadcare-request-id");
    default_header(headers, id, &tracker.request_id());
}
