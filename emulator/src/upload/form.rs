use std::sync::Arc;

use axum::{
    body::Body,
    http::{HeaderMap, header, request::Parts},
};
use bytes::BytesMut;
use percent_encoding::percent_decode_str;

use super::error::UploadError;
use crate::{
    pipeline::{BodyError, DRAIN_LIMIT, read_body},
    store::{Disk, Piece},
    track::Tracker,
};

/// The most that the files of one direct upload may have together.
const FILES_LIMIT: usize = 104_857_600;
const FIELDS_LIMIT: usize = 2 << 20;
/// Room for the 1000 files of a group and what goes with them.
const MAX_FIELDS: usize = 1100;
const MAX_FILES: usize = 100;
const KEY_FIELDS: [&str; 2] = ["UPLOADCARE_PUB_KEY", "pub_key"];

/// What came in the body and the query of a request.
#[derive(Default)]
pub(super) struct Form {
    fields: Vec<(String, String)>,
    pub files: Vec<FilePart>,
    /// The token of the `Authorization` header.
    pub bearer: Option<String>,
}

/// A part of the body that is a file.
pub(super) struct FilePart {
    pub name: String,
    pub filename: String,
    pub content_type: Option<String>,
    pub piece: Arc<Piece>,
}

impl Form {
    /// Reads a multipart or urlencoded body, then the query. Files go to the disk.
    pub async fn read(
        parts: &Parts,
        body: Body,
        disk: &Disk,
        tracker: &Tracker,
    ) -> Result<Self, UploadError> {
        let content_type =
            parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let mut form = match content_type.and_then(|kind| multer::parse_boundary(kind).ok()) {
            Some(boundary) => Self::multipart(body, boundary, disk, tracker).await?,
            None => {
                let bytes = match read_body(body, FIELDS_LIMIT).await {
                    Ok(bytes) => bytes,
                    Err(BodyError::TooLarge) => return Err(UploadError::REQUEST_TOO_LARGE),
                    Err(BodyError::Broken) => return Err(UploadError::PARSER_FAILED),
                };
                let urlencoded = content_type
                    .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
                if content_type.is_some_and(|kind| kind.starts_with("multipart/")) {
                    return Err(UploadError::PARSER_FAILED);
                }
                let mut form = Self::default();
                if urlencoded {
                    form.add_urlencoded(&bytes);
                }
                form
            }
        };
        form.add_urlencoded(parts.uri.query().unwrap_or_default().as_bytes());
        if form.fields.len() > MAX_FIELDS {
            return Err(UploadError::TOO_MANY_FIELDS);
        }
        let key = KEY_FIELDS.iter().find_map(|name| form.field(name));
        if let Some(key) = key.filter(|key| !key.is_empty()) {
            tracker.claim(key);
        }
        form.bearer = bearer(&parts.headers);
        Ok(form)
    }

    /// The first value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All fields in the order they came, those of the body first.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    fn add_urlencoded(&mut self, bytes: &[u8]) {
        let pairs = form_urlencoded::parse(bytes).take(MAX_FIELDS + 1);
        self.fields.extend(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())));
    }

    /// Reads on after the first problem, so that the client gets to see the answer.
    async fn multipart(
        body: Body,
        boundary: String,
        disk: &Disk,
        tracker: &Tracker,
    ) -> Result<Self, UploadError> {
        let mut multipart = multer::Multipart::new(body.into_data_stream(), boundary);
        let mut form = Self::default();
        let mut problem = None;
        let (mut field_bytes, mut file_bytes, mut seen) = (0, 0, 0);
        loop {
            let mut part = match multipart.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => break,
                Err(_) => {
                    problem.get_or_insert(UploadError::PARSER_FAILED);
                    break;
                }
            };
            let name = part.name().map(str::to_owned);
            let name = name.or_else(|| extended(part.headers(), "name*")).unwrap_or_default();
            let filename = part.file_name().map(str::to_owned);
            let filename = filename.or_else(|| extended(part.headers(), "filename*"));
            let content_type = part.content_type().map(ToString::to_string);
            let mut bytes = BytesMut::new();
            let mut writer = match &filename {
                Some(_) if problem.is_none() => {
                    Some(disk.writer().map_err(|_| UploadError::INTERNAL)?)
                }
                _ => None,
            };
            loop {
                let chunk = match part.chunk().await {
                    Ok(Some(chunk)) => chunk,
                    Ok(None) => break,
                    Err(_) => return Err(problem.unwrap_or(UploadError::PARSER_FAILED)),
                };
                seen += chunk.len();
                let (count, limit) = if filename.is_some() {
                    (&mut file_bytes, FILES_LIMIT)
                } else {
                    (&mut field_bytes, FIELDS_LIMIT)
                };
                *count += chunk.len();
                if *count > limit {
                    problem.get_or_insert(UploadError::REQUEST_TOO_LARGE);
                }
                match &mut writer {
                    _ if problem.is_some() => {
                        if seen > DRAIN_LIMIT {
                            return Err(problem.unwrap_or(UploadError::REQUEST_TOO_LARGE));
                        }
                    }
                    Some(writer) => {
                        writer.write(&chunk).await.map_err(|_| UploadError::INTERNAL)?;
                    }
                    None => bytes.extend_from_slice(&chunk),
                }
            }
            if problem.is_some() {
                continue;
            }
            if let (Some(filename), Some(writer)) = (filename, writer) {
                if form.files.len() == MAX_FILES {
                    problem = Some(UploadError::TOO_MANY_FILES);
                    continue;
                }
                let piece = writer.finish().await.map_err(|_| UploadError::INTERNAL)?;
                form.files.push(FilePart { name, filename, content_type, piece });
            } else {
                if form.fields.len() == MAX_FIELDS {
                    problem = Some(UploadError::TOO_MANY_FIELDS);
                    continue;
                }
                let value = String::from_utf8_lossy(&bytes).into_owned();
                // Known early, a key lets an upload that never ends count for its project.
                if KEY_FIELDS.contains(&name.as_str()) && !value.is_empty() {
                    tracker.claim(&value);
                }
                form.fields.push((name, value));
            }
        }
        problem.map_or(Ok(form), Err)
    }
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}

/// A parameter of `Content-Disposition` in the extended form that some clients write when a
/// text is not plain ASCII: `name*=utf-8''…`, percent-encoded.
pub(super) fn extended(headers: &HeaderMap, parameter: &str) -> Option<String> {
    let text = std::str::from_utf8(headers.get(header::CONTENT_DISPOSITION)?.as_bytes()).ok()?;
    let value = text.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        name.eq_ignore_ascii_case(parameter).then_some(value)
    })?;
    let mut pieces = value.trim().splitn(3, '\'');
    let (charset, encoded) = (pieces.next()?, pieces.nth(1)?);
    let bytes = percent_decode_str(encoded);
    charset.eq_ignore_ascii_case("utf-8").then(|| bytes.decode_utf8_lossy().into_owned())
}
