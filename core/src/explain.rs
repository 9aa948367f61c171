//! Requests shown instead of sent.

use crate::error::{Error, Result};
use parking_lot::Mutex;
use reqwest::header::{AUTHORIZATION, HeaderMap};
use serde_json::Value;
use std::collections::HashMap;
use uploadcare_macros::{model, options};

/// How to show a request.
#[options]
pub struct ExplainOptions {
    /// Whether to leave out what is secret: the signature or the keys, and a webhook's signing secret. Default
    /// false.
    pub redact: Option<bool>,
}

/// A request as a call would send it. When it is printed as a whole, headers, body and command are left out.
#[model(closed)]
pub struct ExplainedRequest {
    /// HTTP method.
    pub method: String,
    /// The URL, percent-encoded; without its query where that opens a file or an upload by itself.
    pub url: String,
    /// Headers by their names in lower case; without those of the connection, such as `host`.
    #[secret]
    pub headers: HashMap<String, String>,
    /// The body, where it is text. That of an upload is not shown.
    #[secret]
    pub body: Option<String>,
    /// The request as a command for a shell: `curl …`. A signature is valid for 15 minutes.
    #[secret]
    pub curl: String,
}

const REDACTED: &str = "<redacted>";

impl ExplainedRequest {
    fn new(
        method: &str,
        url: &str,
        headers: &HeaderMap,
        body: Option<&[u8]>,
        redact: bool,
    ) -> Self {
        // Of the storage's it is what permits the upload, of the CDN's what opens the file.
        let is_presigned = ["X-Amz-Signature=", "token="].iter().any(|mark| url.contains(mark));
        let shown_url = match url.split_once('?') {
            Some((path, _)) if is_presigned => format!("{path}?{REDACTED}"),
            _ => url.to_owned(),
        };
        let sent_url = if redact { &shown_url } else { url };
        let shown = |name: &str, text: &str| {
            if redact && name == AUTHORIZATION.as_str() {
                // The scheme helps, and so does the public key; both are no secrets.
                let public = match text.split_once(' ') {
                    Some(("Bearer", _)) => "Bearer ",
                    _ => text.find(':').map_or("", |end| &text[..=end]),
                };
                return format!("{public}{REDACTED}");
            }
            text.to_owned()
        };
        let headers: Vec<(String, String)> = headers
            .iter()
            .map(|(name, value)| {
                let text = String::from_utf8_lossy(value.as_bytes());
                (name.as_str().to_owned(), shown(name.as_str(), &text))
            })
            .collect();
        let body = body.map(|body| {
            let text = String::from_utf8_lossy(body);
            if redact { without_secrets(&text) } else { text.into_owned() }
        });
        let mut curl = format!("curl -X {method} {}", quoted(sent_url));
        for (name, value) in &headers {
            curl.push_str(&format!(" -H {}", quoted(&format!("{name}: {value}"))));
        }
        if let Some(body) = &body {
            curl.push_str(&format!(" --data-raw {}", quoted(body)));
        }
        Self {
            method: method.to_owned(),
            url: shown_url,
            headers: headers.into_iter().collect(),
            body,
            curl,
        }
    }
}

/// A body without its members that are secret.
fn without_secrets(text: &str) -> String {
    let Ok(mut body) = serde_json::from_str::<Value>(text) else {
        let pairs = text.split('&').map(|pair| match pair.split_once('=') {
            Some(("signature", _)) => format!("signature={REDACTED}"),
            // What a URL to fetch from asks with may be what opens it.
            Some(("source_url", url)) => match url.split_once("%3F") {
                Some((path, _)) => format!("source_url={path}%3F{REDACTED}"),
                None => pair.to_owned(),
            },
            _ => pair.to_owned(),
        });
        return pairs.collect::<Vec<_>>().join("&");
    };
    let Some(secret) = body.get_mut("signing_secret").filter(|secret| !secret.is_null()) else {
        return text.to_owned();
    };
    *secret = REDACTED.into();
    body.to_string()
}

/// For a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Keeps the first request of a call that is not sent.
#[derive(Default)]
pub(crate) struct Probe {
    redact: bool,
    kept: Mutex<Option<ExplainedRequest>>,
}

impl Probe {
    pub fn new(options: &ExplainOptions) -> Self {
        Self { redact: options.redact.unwrap_or(false), kept: Mutex::default() }
    }

    /// Takes a request, and gives the error that ends its call.
    pub fn keep(&self, method: &str, url: &str, headers: &HeaderMap, body: Option<&[u8]>) -> Error {
        let mut kept = self.kept.lock();
        if kept.is_none() {
            *kept = Some(ExplainedRequest::new(method, url, headers, body, self.redact));
        }
        Error::internal("the request was explained, and not sent")
    }

    pub fn take(&self, error: Option<Error>) -> Result<ExplainedRequest> {
        match (self.kept.lock().take(), error) {
            (Some(request), _) => Ok(request),
            (None, Some(error)) => Err(error),
            (None, None) => Err(Error::parameter("call", "sends no request")),
        }
    }
}
