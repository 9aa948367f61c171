use super::{request::Api, within};
use crate::{
    error::{Error, ErrorKind, Result, quoted},
    error_code::ErrorCode,
    page::{ListItem, Page},
};
use bytes::Bytes;
use reqwest::{
    StatusCode,
    header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER},
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::{
    collections::HashMap,
    time::{Duration, SystemTime},
};

/// A successful answer, not yet decoded.
#[derive(Debug)]
pub(crate) struct Answer {
    body: Bytes,
    facts: Facts,
    method: String,
    path: String,
    /// Where the caller reads the body.
    open: Option<Box<OpenAnswer>>,
}

/// A successful answer whose body is read by the caller, piece by piece.
#[derive(Debug)]
pub(crate) struct OpenAnswer {
    /// HTTP status.
    pub status: u16,
    pub headers: HeaderMap,
    response: reqwest::Response,
    patience: Duration,
}

impl OpenAnswer {
    /// The next bytes; None at the end.
    pub async fn next(&mut self) -> Result<Option<Bytes>> {
        let piece = within(self.patience, self.response.chunk()).await;
        piece.map_err(|failure| failure.error)
    }
}

#[derive(Debug)]
struct Facts {
    status: u16,
    request_id: Option<String>,
    content_type: String,
    retry_after: Option<f64>,
}

impl Answer {
    /// Tells success from failure. The Upload API may report a failure inside a 200.
    pub fn classify(
        api: Api,
        status: StatusCode,
        headers: &HeaderMap,
        body: Bytes,
    ) -> Result<Self> {
        let text = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let facts = Facts {
            status: status.as_u16(),
            request_id: text("x-uploadcare-request-id"),
            content_type: text(CONTENT_TYPE.as_str()).unwrap_or_default(),
            retry_after: text(RETRY_AFTER.as_str()).as_deref().and_then(retry_after),
        };
        if api == Api::Upload
            && let Some(report) = upload_report(&body)
        {
            let code = report.code.or_else(|| ErrorCode::of_message(&report.message));
            return Err(facts.error(report.status, report.message, code, HashMap::new()));
        }
        if status.is_success() {
            return Ok(Self {
                body,
                facts,
                method: String::new(),
                path: String::new(),
                open: None,
            });
        }
        if api == Api::Storage {
            return Err(facts.storage_error(&body));
        }
        if api == Api::Delivery {
            return Err(facts.delivery_error(&body));
        }
        if api == Api::Account
            && let Some((message, code)) = account_report(&body)
        {
            let error = facts.error(Some(facts.status), message.clone(), code, HashMap::new());
            // An account has no keys that could be wrong.
            return Err(error.with(|info| info.message = message));
        }
        let (message, fields) = facts.explain(&body);
        let code = (api == Api::Upload).then(|| ErrorCode::of_message(&message)).flatten();
        Err(facts.error(Some(facts.status), message, code, fields))
    }

    /// An answer without a body, in the place of one that was lost.
    pub fn done() -> Self {
        let facts =
            Facts { status: 204, request_id: None, content_type: String::new(), retry_after: None };
        Self { body: Bytes::new(), facts, method: String::new(), path: String::new(), open: None }
    }

    /// Notes what was asked, for the errors of decoding.
    pub fn of(self, method: &str, path: &str) -> Self {
        Self { method: method.to_owned(), path: path.to_owned(), ..self }
    }

    /// With its body still to be read.
    pub fn streaming(
        self,
        response: reqwest::Response,
        headers: HeaderMap,
        patience: Duration,
    ) -> Self {
        let status = self.facts.status;
        let open = OpenAnswer { status, headers, response, patience };
        Self { open: Some(Box::new(open)), ..self }
    }

    /// What is still to be read.
    pub fn into_open(self) -> Result<OpenAnswer> {
        let open = self.open.ok_or_else(|| Error::internal("an answer was read before its time"));
        open.map(|open| *open)
    }

    /// HTTP status.
    pub fn status(&self) -> u16 {
        self.facts.status
    }

    /// As [`Self::json`], with a value for an empty body.
    pub fn json_or<T: DeserializeOwned>(&self, empty: T) -> Result<T> {
        if self.body.is_empty() { Ok(empty) } else { self.json() }
    }

    /// As [`Self::json`], for a page of a list.
    pub fn page<T: ListItem>(&self) -> Result<Page<T>> {
        let quick = std::str::from_utf8(&self.body).ok().and_then(T::page);
        quick.map_or_else(|| self.json(), Ok)
    }

    /// Decodes the body as JSON, whatever its declared type: the service's types vary.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T> {
        // Whether it is UTF-8 is found out once, and not for every text in it.
        let decoded = match std::str::from_utf8(&self.body) {
            Ok(text) => serde_json::from_str(text),
            Err(_) => serde_json::from_slice(&self.body),
        };
        decoded.map_err(|error| {
            let what = if self.body.is_empty() {
                "the answer is empty where JSON was expected".to_owned()
            } else if self.facts.is_html() {
                "the answer is a web page where JSON was expected: is the base URL right?"
                    .to_owned()
            } else if error.is_eof() {
                format!("the answer is JSON that ends too early ({} bytes)", self.body.len())
            } else {
                format!("the answer is not what the API describes: {error}")
            };
            let facts = &self.facts;
            Error::new(ErrorKind::Decode, what).caused_by(error).with(|info| {
                info.status = Some(facts.status.into());
                info.request_id.clone_from(&facts.request_id);
                info.method = Some(self.method.clone());
                info.path = Some(self.path.clone());
            })
        })
    }
}

impl Facts {
    fn is_html(&self) -> bool {
        self.content_type.starts_with("text/html")
    }

    fn error(
        &self,
        status: Option<u16>,
        message: String,
        code: Option<ErrorCode>,
        field_errors: HashMap<String, Vec<String>>,
    ) -> Error {
        let status = status.unwrap_or(self.status);
        let kind = match status {
            401 => ErrorKind::Authentication,
            403 => ErrorKind::Forbidden,
            404 => ErrorKind::NotFound,
            408 => ErrorKind::Timeout,
            409 => ErrorKind::Conflict,
            413 => ErrorKind::TooLarge,
            429 => ErrorKind::Throttled,
            500.. => ErrorKind::Server,
            _ => ErrorKind::Rejected,
        };
        let message = match (&kind, message) {
            (ErrorKind::Authentication, text) if text.contains("token") => text,
            (ErrorKind::Authentication, text) if text.contains("signature") => format!(
                "{text} The secret key may be wrong, or this machine's clock more than 15 minutes off."
            ),
            (ErrorKind::Authentication, text) => format!("{text} Check the public and secret key."),
            (_, text) => text,
        };
        // Of the server errors only these four pass by themselves.
        let is_retryable = match kind {
            ErrorKind::Server => matches!(status, 500 | 502 | 503 | 504),
            ErrorKind::Timeout | ErrorKind::Throttled => true,
            _ => false,
        };
        Error::new(kind, message).with(|info| {
            info.status = Some(status.into());
            info.code = code;
            info.request_id.clone_from(&self.request_id);
            info.retry_after = self.retry_after;
            info.field_errors = field_errors;
            info.is_retryable = is_retryable;
        })
    }

    /// Of the storage that takes the parts of an upload: XML with a code and a message.
    fn storage_error(&self, body: &[u8]) -> Error {
        let text = String::from_utf8_lossy(body);
        let element = |name: &str| {
            let (_, rest) = text.split_once(&format!("<{name}>"))?;
            let (content, _) = rest.split_once(&format!("</{name}>"))?;
            Some(content.trim().to_owned()).filter(|content| !content.is_empty())
        };
        let code = element("Code");
        let message = match element("Message") {
            Some(message) => format!("the storage refused a part of the file: {message}"),
            None if (300..400).contains(&self.status) => {
                "the storage answered with a redirect, which is not followed".to_owned()
            }
            None => format!("the storage refused a part of the file ({})", self.status),
        };
        let is_lost = match code.as_deref() {
            Some("NoSuchUpload") => true,
            Some("AccessDenied") => message.contains("expired"),
            Some("ExpiredToken") => true,
            _ => false,
        };
        let error =
            self.error(Some(self.status), message, code.map(ErrorCode::from), HashMap::new());
        if !is_lost {
            return error;
        }
        // Whatever the status says of later: the same upload is over.
        error.with(|info| {
            info.kind = ErrorKind::UploadLost;
            info.is_retryable = false;
        })
    }

    /// Of the CDN: a page with one paragraph, or a picture that says that there is nothing.
    fn delivery_error(&self, body: &[u8]) -> Error {
        let page = String::from_utf8_lossy(body);
        let paragraph = page
            .split_once("<p>")
            .and_then(|(_, rest)| rest.split_once("</p>"))
            .map(|(text, _)| without_tags(text));
        let message = match (self.status, paragraph) {
            (_, Some(text)) if !text.is_empty() => text,
            (404, _) => "there is no such file, or it was removed".to_owned(),
            (403, _) => "the CDN refuses the URL: is it signed, and still good?".to_owned(),
            (status, _) => self.explain(if self.is_html() && status < 500 { b"" } else { body }).0,
        };
        self.error(Some(self.status), message, None, HashMap::new())
    }

    /// The service's own words, or a sentence in their place.
    fn explain(&self, body: &[u8]) -> (String, HashMap<String, Vec<String>>) {
        if let Ok(Value::Object(object)) = serde_json::from_slice(body) {
            if let Some(detail) = object.get("detail").and_then(Value::as_str) {
                return (detail.to_owned(), HashMap::new());
            }
            let mut fields = HashMap::new();
            for (name, value) in &object {
                collect(name, value, &mut fields);
            }
            let mut lines: Vec<_> =
                fields.iter().map(|(name, texts)| format!("{name}: {}", texts.join(" "))).collect();
            lines.sort();
            if !lines.is_empty() {
                return (lines.join("; "), fields);
            }
        }
        let text = std::str::from_utf8(body).unwrap_or_default().trim();
        let message = if (300..400).contains(&self.status) {
            "the service answered with a redirect, which is not followed: is the base URL right?"
                .to_owned()
        } else if self.status >= 500 && (self.is_html() || text.is_empty()) {
            format!("the service failed ({}): try again later", self.status)
        } else if self.is_html() {
            "the service answered with a web page: is the base URL right?".to_owned()
        } else if text.is_empty() {
            format!("the service answered {} without a word", self.status)
        } else if self.content_type.starts_with("text/plain") && text.len() <= 500 {
            text.to_owned()
        } else {
            format!("the service answered {}: {}", self.status, quoted(text))
        };
        (message, HashMap::new())
    }
}

/// Field errors may be texts, lists of texts, or nested objects of those.
fn collect(name: &str, value: &Value, fields: &mut HashMap<String, Vec<String>>) {
    match value {
        Value::String(text) => fields.entry(name.to_owned()).or_default().push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(name, item, fields)),
        Value::Object(members) => {
            for (member, value) in members {
                let path = if member == "non_field_errors" {
                    name.to_owned()
                } else {
                    format!("{name}.{member}")
                };
                collect(&path, value, fields);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text of a piece of a web page.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            other if !is_tag => text.push(other),
            _ => {}
        }
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&#x27;", "'").replace("&amp;", "&")
}

/// `{"message", "code"}` (Project API).
fn account_report(body: &[u8]) -> Option<(String, Option<ErrorCode>)> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let code = text("code").filter(|code| !code.is_empty());
    Some((text("message")?, code.map(ErrorCode::from)))
}

struct Report {
    status: Option<u16>,
    message: String,
    code: Option<ErrorCode>,
}

/// `{"error": {"status_code", "content", "error_code"}}`, which comes with any HTTP status.
fn upload_report(body: &[u8]) -> Option<Report> {
    // Most answers are none; only what may be one is parsed twice.
    if !body.windows(7).take(64).any(|window| window == b"\"error\"") {
        return None;
    }
    let value: Value = serde_json::from_slice(body).ok()?;
    let error = value.get("error")?.as_object()?;
    let text = |name: &str| error.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(Report {
        status: error.get("status_code").and_then(Value::as_u64).and_then(|v| v.try_into().ok()),
        message: text("content").unwrap_or_else(|| "the upload failed".to_owned()),
        code: text("error_code").filter(|code| !code.is_empty()).map(ErrorCode::from),
    })
}

/// Seconds, with or without a fraction, or an HTTP date.
fn retry_after(text: &str) -> Option<f64> {
    if let Ok(seconds) = text.trim().parse::<f64>() {
        return (seconds.is_finite() && seconds >= 0.0).then_some(seconds);
    }
    let until = httpdate::parse_http_date(text).ok()?;
    Some(until.duration_since(SystemTime::now()).map_or(0.0, |wait| wait.as_secs_f64()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classify(api: Api, status: u16, content_type: &str, body: &str) -> Result<Answer> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, content_type.parse().unwrap());
        headers.insert("x-uploadcare-request-id", "r-1".parse().unwrap());
        headers.insert(RETRY_AFTER, "7".parse().unwrap());
        let status = StatusCode::from_u16(status).unwrap();
        Answer::classify(api, status, &headers, Bytes::copy_from_slice(body.as_bytes()))
    }

    #[test]
    fn every_form_of_an_upload_error() {
        let wrapped = r#"{"error": {"status_code": 403, "content": "pub_key is required.", "error_code": "ProjectPublicKeyRequiredError"}}"#;
        for status in [200, 403] {
            let error = classify(Api::Upload, status, "application/json", wrapped).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Forbidden);
            assert_eq!(error.status(), Some(403));
            assert_eq!(error.code(), Some(&ErrorCode::ProjectPublicKeyRequired));
        }
        let error = classify(Api::Upload, 429, "text/plain", "Request was throttled.").unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Throttled);
        assert_eq!(error.message(), "Request was throttled.");
        assert_eq!(error.retry_after().unwrap().as_secs(), 7);
        assert!(error.is_retryable());
    }

    #[test]
    fn field_errors_keep_their_names() {
        let body = r#"{"query": ["Must be longer."], "size": {"non_field_errors": ["Empty."]}, "is_image": "Must be a boolean value."}"#;
        let error = classify(Api::Rest, 400, "application/json", body).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Rejected);
        assert_eq!(error.field_errors()["query"], ["Must be longer."]);
        assert_eq!(error.field_errors()["size"], ["Empty."]);
        assert_eq!(error.field_errors()["is_image"], ["Must be a boolean value."]);
        assert_eq!(error.request_id(), Some("r-1"));
    }

    #[test]
    fn web_pages_and_cut_answers() {
        let page = classify(Api::Rest, 200, "text/html", "<html>").unwrap();
        let error = page.json::<Value>().unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Decode);
        assert!(error.message().contains("web page"));
        let cut = classify(Api::Rest, 200, "application/json", "{\"next\": nu").unwrap();
        assert!(cut.json::<Value>().unwrap_err().message().contains("ends too early"));
        let error = classify(Api::Rest, 502, "text/html", "<html>").unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (&ErrorKind::Server, true));
        let error = classify(Api::Rest, 501, "text/plain", "no").unwrap_err();
        assert!(!error.is_retryable());
    }

    #[test]
    fn retry_after_forms() {
        assert_eq!(retry_after("10"), Some(10.0));
        assert_eq!(retry_after("1.5"), Some(1.5));
        assert_eq!(retry_after("Tue, 15 Jul 2025 10:00:00 GMT"), Some(0.0));
        let soon = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(600));
        assert!((300.0..601.0).contains(&retry_after(&soon).unwrap()));
        assert_eq!(retry_after("soon"), None);
        assert_eq!(retry_after("-1"), None);
        let error = Error::new(ErrorKind::Throttled, "slow");
        let error = error.with(|info| info.retry_after = retry_after("1e300"));
        assert_eq!(error.retry_after(), Some(Duration::MAX));
    }
}
