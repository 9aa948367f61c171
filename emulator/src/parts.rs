//! The storage that takes the parts of multipart uploads. It speaks as S3 does.

use std::{fmt::Write, sync::Arc};

use axum::{
    Extension, Router,
    body::Body,
    extract::{Path, Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header, request::Parts,
    },
    response::IntoResponse,
    routing::any,
};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::BodyExt;
use sha2::Sha256;

use crate::{
    app::{App, Origin, Resource},
    filename::sanitised,
    pipeline::{BodyError, default_header, read_body, with_faults},
    store::{Multipart, Piece, Project, parse_uuid},
    track::Tracker,
    upload::{UploadError, WireForm},
};

/// What the log and faults call it; its URLs are made of names that nobody asks for.
const ROUTE: &str = "/parts/{uuid}/{number}";
const MAX_PART: u64 = 5_368_709_120;
const DATE: &str = "%Y%m%dT%H%M%SZ";

/// For the list of all routes.
pub(crate) fn resources() -> Vec<Resource> {
    vec![Resource { route: ROUTE, methods: &["PUT"], allow: "PUT", router: any(part) }]
}

pub(crate) fn router() -> Router<App> {
    Router::new().route("/{uuid}/{filename}", any(part))
}

/// The URLs of all parts of an upload, in their order.
pub(crate) fn urls(
    app: &App,
    Origin(origin): &Origin,
    multipart: &Multipart,
    now: DateTime<Utc>,
    seconds: u32,
) -> Vec<String> {
    let host = storage_host(&app.ready.storage_base, origin);
    let path = format!("/{}/{}", multipart.uuid, sanitised(&multipart.filename));
    let date = now.format(DATE).to_string();
    let credential = format!("EMULATOR/{}/us-east-1/s3/aws4_request", &date[..8]);
    let url = |number: u64| {
        let mut pairs = vec![
            ("uploadId".to_owned(), multipart.upload_id.clone()),
            ("partNumber".to_owned(), number.to_string()),
            ("X-Amz-Algorithm".to_owned(), "AWS4-HMAC-SHA256".to_owned()),
            ("X-Amz-Credential".to_owned(), credential.clone()),
            ("X-Amz-Date".to_owned(), date.clone()),
            ("X-Amz-Expires".to_owned(), seconds.to_string()),
            ("X-Amz-SignedHeaders".to_owned(), "host".to_owned()),
        ];
        let signature = signature(&app.parts_key, &host, &path, &pairs);
        pairs.push(("X-Amz-Signature".to_owned(), signature));
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("http://{host}{path}?{query}")
    };
    (1..=multipart.part_count()).map(url).collect()
}

/// The storage as the client of a request sees it: the host that it asked, another port.
fn storage_host(storage_base: &str, origin: &str) -> String {
    let storage = storage_base.trim_start_matches("http://").trim_end_matches('/');
    let host = origin.trim_start_matches("http://");
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => name,
        _ => host,
    };
    let port = storage.rsplit_once(':').map_or(storage, |(_, port)| port);
    format!("{name}:{port}")
}

/// Over all that makes a URL; it is not S3's, but nobody else can tell.
fn signature(key: &[u8], host: &str, path: &str, pairs: &[(String, String)]) -> String {
    let mut pairs: Vec<_> = pairs.iter().collect();
    pairs.sort();
    let mut text = format!("PUT\n{host}\n{path}\n");
    for (name, value) in pairs {
        let _ = writeln!(text, "{name}={value}");
    }
    Hmac::<Sha256>::new_from_slice(key).map_or_else(
        |_| String::new(),
        |mac| hex::encode(mac.chain_update(text).finalize().into_bytes()),
    )
}

async fn part(
    State(app): State<App>,
    Extension(origin): Extension<Origin>,
    Path((uuid, _)): Path<(String, String)>,
    request: Request,
) -> Response<Body> {
    let Some(tracker) = request.extensions().get::<Tracker>().cloned() else {
        return crate::app::not_found_page().await;
    };
    tracker.set_route(ROUTE);
    let found = parse_uuid(&uuid).and_then(|uuid| app.store.find_multipart(&uuid));
    if let Some((project, _)) = &found {
        tracker.claim(&project.keys.public_key);
    }
    let (parts, body) = request.into_parts();
    let method = parts.method.clone();
    let outcome = match admit(&app, &origin, &parts, found) {
        Ok(target) => receive(&app, body).await.map(|piece| (target, piece)),
        Err(refusal) => {
            // A client that is still sending would not see the answer.
            match read_body(body, 0).await {
                Ok(_) | Err(BodyError::TooLarge | BodyError::Broken) => Err(refusal),
            }
        }
    };
    if tracker.is_abandoned() {
        return Response::new(Body::empty());
    }
    let handle = async {
        match outcome.and_then(|(target, piece)| target.keep(piece)) {
            Ok(etag) => kept(&etag),
            Err(_) if method == Method::OPTIONS => StatusCode::OK.into_response(),
            Err(refusal) => refusal.written(&tracker),
        }
    };
    let refuse = |error: UploadError| error.written(WireForm::Text);
    let mut response = with_faults(&tracker, &method, ROUTE, &origin, refuse, handle).await;
    let headers = response.headers_mut();
    default_header(headers, header::SERVER, "AmazonS3");
    default_header(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    default_header(headers, header::ACCESS_CONTROL_ALLOW_METHODS, "PUT");
    default_header(headers, header::ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type");
    default_header(headers, header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag");
    let id = HeaderName::from_static("x-amz-request-id");
    default_header(headers, id, &tracker.request_id());
    response
}

/// A part of an upload that may be written.
struct Target {
    multipart: Arc<Multipart>,
    number: u64,
}

impl Target {
    /// Puts the part in its place; its ETag.
    fn keep(&self, piece: Arc<Piece>) -> Result<String, Refusal> {
        let etag = piece.etag();
        if self.multipart.put(self.number, piece) { Ok(etag) } else { Err(Refusal::NO_UPLOAD) }
    }
}

/// Looks at all of a request but its body.
fn admit(
    app: &App,
    Origin(origin): &Origin,
    parts: &Parts,
    found: Option<(Arc<Project>, Arc<Multipart>)>,
) -> Result<Target, Refusal> {
    if parts.method != Method::PUT {
        return Err(Refusal::METHOD);
    }
    if parts.headers.contains_key(header::AUTHORIZATION) {
        return Err(Refusal::AUTHORIZATION);
    }
    let query = parts.uri.query().unwrap_or_default().as_bytes();
    let mut pairs: Vec<_> = form_urlencoded::parse(query).into_owned().collect();
    let at = pairs.iter().position(|(name, _)| name == "X-Amz-Signature").ok_or(Refusal::DENIED)?;
    let (_, signature_given) = pairs.remove(at);
    let host = origin.trim_start_matches("http://");
    if signature(&app.parts_key, host, parts.uri.path(), &pairs) != signature_given {
        return Err(Refusal::SIGNATURE);
    }
    let field = |wanted: &str| {
        let pair = pairs.iter().find(|(name, _)| name == wanted);
        pair.map(|(_, value)| value.as_str()).ok_or(Refusal::DENIED)
    };
    let (project, multipart) = found.ok_or(Refusal::NO_UPLOAD)?;
    let from = NaiveDateTime::parse_from_str(field("X-Amz-Date")?, DATE);
    let from = from.map_err(|_| Refusal::DENIED)?.and_utc();
    let seconds: i64 = field("X-Amz-Expires")?.parse().map_err(|_| Refusal::DENIED)?;
    let until = TimeDelta::try_seconds(seconds).and_then(|time| from.checked_add_signed(time));
    if until.is_none_or(|until| until <= project.time(app.now())) {
        return Err(Refusal::EXPIRED);
    }
    check_headers(&parts.headers)?;
    let number = field("partNumber")?.parse().map_err(|_| Refusal::DENIED)?;
    if !multipart.is_open() {
        return Err(Refusal::NO_UPLOAD);
    }
    Ok(Target { multipart, number })
}

fn check_headers(headers: &HeaderMap) -> Result<(), Refusal> {
    if !headers.contains_key(header::CONTENT_TYPE) {
        return Err(Refusal::CONTENT_TYPE);
    }
    let length = headers.get(header::CONTENT_LENGTH).ok_or(Refusal::CONTENT_LENGTH)?;
    let length = length.to_str().ok().and_then(|length| length.parse::<u64>().ok());
    if length.is_none_or(|length| length > MAX_PART) { Err(Refusal::TOO_LARGE) } else { Ok(()) }
}

async fn receive(app: &App, mut body: Body) -> Result<Arc<Piece>, Refusal> {
    let mut writer = app.disk.writer().map_err(|_| Refusal::INTERNAL)?;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::INCOMPLETE)?;
        let Ok(data) = frame.into_data() else { continue };
        writer.write(&data).await.map_err(|_| Refusal::INTERNAL)?;
    }
    writer.finish().await.map_err(|_| Refusal::INTERNAL)
}

fn kept(etag: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(0));
    default_header(headers, header::ETAG, &format!("\"{etag}\""));
    let encryption = HeaderName::from_static("x-amz-server-side-encryption");
    headers.insert(encryption, HeaderValue::from_static("AES256"));
    response
}

/// An error of S3.
#[derive(Clone, Copy)]
struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

impl Refusal {
    const METHOD: Self = Self {
        status: StatusCode::METHOD_NOT_ALLOWED,
        code: "MethodNotAllowed",
        message: "The specified method is not allowed against this resource.",
    };
    const AUTHORIZATION: Self = Self {
        status: StatusCode::BAD_REQUEST,
        code: "InvalidArgument",
        message: "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, \
                  Signature query string parameter or the Authorization header should be specified",
    };
    const DENIED: Self = Self::denied("Access Denied");
    const EXPIRED: Self = Self::denied("Request has expired");
    const CONTENT_TYPE: Self = Self::denied("There were headers missing: Content-Type");
    const SIGNATURE: Self = Self {
        status: StatusCode::FORBIDDEN,
        code: "SignatureDoesNotMatch",
        message: "The request signature we calculated does not match the signature you provided. \
                  Check your key and signing method.",
    };
    const NO_UPLOAD: Self = Self {
        status: StatusCode::NOT_FOUND,
        code: "NoSuchUpload",
        message: "The specified upload does not exist. The upload ID may be invalid, or the \
                  upload may have been aborted or completed.",
    };
    const CONTENT_LENGTH: Self = Self {
        status: StatusCode::LENGTH_REQUIRED,
        code: "MissingContentLength",
        message: "You must provide the Content-Length HTTP header.",
    };
    const TOO_LARGE: Self = Self {
        status: StatusCode::BAD_REQUEST,
        code: "EntityTooLarge",
        message: "Your proposed upload exceeds the maximum allowed size",
    };
    const INCOMPLETE: Self = Self {
        status: StatusCode::BAD_REQUEST,
        code: "IncompleteBody",
        message: "You did not provide the number of bytes specified by the Content-Length HTTP \
                  header",
    };
    const INTERNAL: Self = Self {
        status: StatusCode::INTERNAL_SERVER_ERROR,
        code: "InternalError",
        message: "We encountered an internal error. Please try again.",
    };

    const fn denied(message: &'static str) -> Self {
        Self { status: StatusCode::FORBIDDEN, code: "AccessDenied", message }
    }

    fn written(self, tracker: &Tracker) -> Response<Body> {
        let Self { status, code, message } = self;
        let id = tracker.request_id();
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code>\
             <Message>{message}</Message><RequestId>{id}</RequestId></Error>"
        );
        let mut response = (status, text).into_response();
        let kind = HeaderValue::from_static("application/xml");
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::storage_host;

    #[test]
    fn the_storage_is_where_the_client_asked() {
        let base = "http://127.0.0.1:9000/";
        for (origin, expected) in [
            ("http://127.0.0.1:8787", "127.0.0.1:9000"),
            ("http://localhost", "localhost:9000"),
            ("http://[::1]:8787", "[::1]:9000"),
            ("http://[::1]", "[::1]:9000"),
        ] {
            assert_eq!(storage_host(base, origin), expected);
        }
    }
}
