use std::sync::Arc;

use axum::http::{HeaderName, header, request::Parts};
use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha1::Sha1;

use super::{date, error::RestError};
use crate::{app::App, store::Project};

const X_DATE: HeaderName = HeaderName::from_static("x-uploadcare-date");
const MAX_SKEW_SECONDS: i64 = 15 * 60;

/// Finds the project whose credentials the request carries.
pub(super) fn authenticate(
    app: &App,
    parts: &Parts,
    body: &[u8],
) -> Result<Arc<Project>, RestError> {
    let text = parts
        .headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .ok_or_else(RestError::bad_credentials)?;
    let (scheme, credentials) = text.split_once(' ').ok_or_else(RestError::bad_credentials)?;
    let (public_key, proof) =
        credentials.trim().split_once(':').ok_or_else(RestError::bad_credentials)?;
    let simple = match scheme {
        "Uploadcare.Simple" => true,
        "Uploadcare" => false,
        _ => return Err(RestError::bad_credentials()),
    };
    let project =
        app.store.project(public_key).ok_or_else(|| RestError::public_key_not_found(public_key))?;
    if simple {
        let now = app.project_now(&project);
        let found = project.secrets.find(now, |key| (key == proof).then_some(()));
        found.ok_or_else(RestError::secret_key_not_found)?;
    } else {
        check_signature(app, &project, parts, body, proof)?;
    }
    Ok(project)
}

fn check_signature(
    app: &App,
    project: &Project,
    parts: &Parts,
    body: &[u8],
    signature: &str,
) -> Result<(), RestError> {
    // Browsers cannot set `Date`, so the other header, when there, is the signed one.
    let date = parts
        .headers
        .get(X_DATE)
        .or_else(|| parts.headers.get(header::DATE))
        .ok_or_else(RestError::bad_credentials)?;
    let content_type = parts.headers.get(header::CONTENT_TYPE);
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());

    let body_md5 = hex::encode(Md5::digest(body));
    let lines: [&[u8]; 5] = [
        parts.method.as_str().as_bytes(),
        body_md5.as_bytes(),
        content_type.map_or(&[], |value| value.as_bytes()),
        date.as_bytes(),
        target.as_bytes(),
    ];
    let signature = signature_bytes(signature).ok_or_else(RestError::invalid_signature)?;
    let date = date.to_str().ok().and_then(date::parse).ok_or_else(RestError::invalid_signature)?;
    let now = app.now().timestamp().saturating_add(project.clock_offset());
    if now.abs_diff(date.timestamp()) > MAX_SKEW_SECONDS as u64 {
        return Err(RestError::invalid_signature());
    }

    let text = lines.join(&b'\n');
    let fits = |key: &str| keyed(key, &text).verify_slice(&signature).ok();
    let found = project.secrets.find(app.project_now(project), fits);
    found.ok_or_else(RestError::invalid_signature)
}

fn keyed(secret: &str, text: &[u8]) -> Hmac<Sha1> {
    #[allow(clippy::expect_used)]
    let mut mac =
        Hmac::<Sha1>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length");
    mac.update(text);
    mac
}

/// Signs the text of a request, as a backend that has the secret key does for its clients.
pub(crate) fn sign(secret: &str, text: &str) -> String {
    hex::encode(keyed(secret, text.as_bytes()).finalize().into_bytes())
}

/// The signature is lower-case hexadecimal; upper case is another text.
fn signature_bytes(text: &str) -> Option<Vec<u8>> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    hex::decode(text).ok()
}
