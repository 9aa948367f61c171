//! Hosts that files are delivered from.

use crate::error::{Error, Result, quoted};
use bytes::Bytes;
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

/// The domain of the hosts that belong to one project each.
const DOMAIN: &str = "ucarecd.net";

/// Hosts of all projects, as answers of the service have had them.
const SHARED: [&str; 3] = ["ucarecdn.com", "www.ucarecdn.com", "cdn.uploadcare.com"];

/// Length of what tells the host of one project from those of others.
const PREFIX: usize = 10;

/// What the hosts of a project begin with: the first ten digits, to the base 36, of the SHA-256 of its public key
/// (Delivery: CDN, automatic CNAME).
pub fn cdn_prefix(public_key: &str) -> String {
    let mut number: Vec<u8> = Sha256::digest(public_key.as_bytes()).to_vec();
    let mut digits = Vec::new();
    while number.iter().any(|byte| *byte != 0) {
        let mut rest = 0_u32;
        for byte in &mut number {
            let value = (rest << 8) | u32::from(*byte);
            *byte = u8::try_from(value / 36).unwrap_or_default();
            rest = value % 36;
        }
        digits.push(char::from_digit(rest, 36).unwrap_or_default());
    }
    digits.iter().rev().take(PREFIX).collect()
}

/// Where files of a project are delivered from.
pub(crate) fn project_base(public_key: &str) -> String {
    format!("https://{}.{DOMAIN}/", cdn_prefix(public_key))
}

/// Where files of a project are delivered from that demands signed URLs.
pub(crate) fn signed_base(public_key: &str) -> String {
    format!("https://{}.s.{DOMAIN}/", cdn_prefix(public_key))
}

/// Whether a URL is one of the service's own hosts, or of a base that was configured.
pub(crate) fn is_delivery(url: &Url, base: &Url) -> bool {
    if url.origin() == base.origin() {
        return true;
    }
    if url.port().is_some() {
        return false;
    }
    let host = url.host_str().unwrap_or_default();
    // On a boundary of labels: `evilucarecd.net` is somebody else's.
    SHARED.contains(&host)
        || host.strip_suffix(DOMAIN).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A URL of a file on another base: path and query stay.
pub(crate) fn moved(url: &Url, base: &Url) -> String {
    if url.as_str().starts_with(base.as_str()) {
        return url.to_string();
    }
    let rest = &url[url::Position::BeforePath..];
    format!("{base}{}", rest.trim_start_matches('/'))
}

/// The service's own hosts are never spoken to in plain: a token of the URL could be read on the way.
fn secure(mut url: Url, base: &Url) -> Url {
    if url.scheme() == "http" && url.origin() != base.origin() {
        // Between these two it cannot fail.
        let _ = url.set_scheme("https");
    }
    url
}

/// Checks that a URL is one of the proxy.
pub(crate) fn check_proxy(name: &str, text: &str) -> Result<()> {
    let url = Url::parse(text).ok();
    let host = url.as_ref().and_then(|url| url.host_str()).unwrap_or_default();
    if host.ends_with(".ucr.io") {
        return Ok(());
    }
    Err(Error::parameter(name, format_args!("must be on a host of Uploadcare, not on {host}")))
}

/// Reads a URL that must be one of a file that is delivered.
pub(crate) fn delivery_url(name: &str, text: &str, base: &Url) -> Result<Url> {
    let url = Url::parse(text.trim())
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        .ok_or_else(|| {
            Error::parameter(
                name,
                format_args!(
                    "must be a whole URL such as {base}21975c81-7f57-4c7a-aef9-acfe28779f78/, \
                     not {}",
                    quoted(text)
                ),
            )
        })?;
    if is_delivery(&url, base) {
        return Ok(secure(url, base));
    }
    Err(Error::parameter(
        name,
        format_args!(
            "must be on {} or a host of Uploadcare, not on {}: set `cdn_base` where files are delivered \
             from another one",
            base.host_str().unwrap_or_default(),
            url.host_str().unwrap_or_default()
        ),
    ))
}

/// JSON of an answer with the URLs of files on another base; other bytes as they are.
pub(crate) fn rewritten(body: Bytes, base: &Url) -> Bytes {
    /// Returns whether something was changed.
    fn walk(value: &mut Value, base: &Url) -> bool {
        let mut is_changed = false;
        match value {
            Value::Array(items) => {
                for item in items {
                    is_changed |= walk(item, base);
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    let is_link = matches!(name.as_str(), "original_file_url" | "cdn_url");
                    if is_link
                        && let Some(url) = value.as_str().and_then(|text| Url::parse(text).ok())
                        && url.has_host()
                    {
                        *value = moved(&url, base).into();
                        is_changed = true;
                    } else if !matches!(name.as_str(), "metadata" | "appdata") {
                        // What users have put there is theirs.
                        is_changed |= walk(value, base);
                    }
                }
            }
            _ => {}
        }
        is_changed
    }

    let Ok(mut value) = serde_json::from_slice::<Value>(&body) else { return body };
    if !walk(&mut value, base) {
        return body;
    }
    serde_json::to_vec(&value).map_or(body, Bytes::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_as_published() {
        for (key, prefix) in [
            ("demopublickey", "1s4oyld5dc"),
            ("anotherkey", "4073mye3t0"),
            ("823a5ae6eb3afa5b353f", "ggiwfssv31"),
        ] {
            assert_eq!(cdn_prefix(key), prefix);
        }
    }

    #[test]
    fn a_base_with_a_path() {
        let base = Url::parse("https://cdn.example.com/files/").unwrap();
        let moved = |text: &str| moved(&Url::parse(text).unwrap(), &base);
        assert_eq!(moved("https://ucarecdn.com/x/?a=b"), "https://cdn.example.com/files/x/?a=b");
        assert_eq!(moved("https://cdn.example.com/files/x/"), "https://cdn.example.com/files/x/");
        let url = delivery_url("url", "http://ucarecdn.com/x/", &base).unwrap();
        assert_eq!(url.as_str(), "https://ucarecdn.com/x/");
    }

    #[test]
    fn hosts_on_a_boundary() {
        let base = Url::parse("https://cdn.example.com/").unwrap();
        let is = |text: &str| is_delivery(&Url::parse(text).unwrap(), &base);
        for url in [
            "https://ucarecdn.com/x/",
            "http://www.ucarecdn.com/x/",
            "https://1s4oyld5dc.ucarecd.net/",
            "https://1s4oyld5dc.s.ucarecd.net/",
            "https://cdn.example.com/x/",
        ] {
            assert!(is(url), "{url}");
        }
        for url in [
            "https://evilucarecd.net/",
            "https://ucarecd.net.evil.test/",
            "https://cdn.example.com:444/",
            "http://cdn.example.com/",
            "https://cdn.example.com@evil.test/",
            "https://ucarecdn.com:8443/x/",
        ] {
            assert!(!is(url), "{url}");
        }
    }
}
