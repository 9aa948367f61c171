//! What the bytes of a file say about it.

mod exif;
mod image;
pub(crate) mod made;

use serde::Serialize;

pub(crate) use image::ImageInfo;

pub(crate) const OCTET_STREAM: &str = "application/octet-stream";

/// The `content_info` of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ContentInfo {
    pub mime: MimeInfo,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageInfo>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct MimeInfo {
    pub mime: String,
    r#type: String,
    subtype: String,
}

impl ContentInfo {
    /// The info of a file of which only the type is known.
    pub fn of_mime(mime: &str) -> Self {
        let (kind, subtype) = mime.split_once('/').unwrap_or((mime, ""));
        let mime = MimeInfo {
            mime: mime.to_owned(),
            r#type: kind.to_owned(),
            subtype: subtype.to_owned(),
        };
        Self { mime, image: None }
    }

    /// Looks at the bytes; `declared` is what the uploader said they are.
    pub fn of_bytes(bytes: &[u8], declared: Option<&str>) -> Self {
        let mut info = Self::of_mime(&detect_mime(bytes, declared));
        info.image = ImageInfo::of_bytes(bytes);
        info
    }
}

fn detect_mime(bytes: &[u8], declared: Option<&str>) -> String {
    let declared = declared
        .map(|text| text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
        .filter(|text| text.contains('/'));
    let looks_like_text = is_text(bytes);
    if let Some(kind) = infer::get(bytes) {
        // The signatures of some binary formats are a few letters that texts begin with too.
        let mime = kind.mime_type();
        if !looks_like_text || mime.starts_with("text/") || mime == "application/pdf" {
            return mime.to_owned();
        }
    }
    if looks_like_text {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
        if head.contains("<svg") {
            return "image/svg+xml".to_owned();
        }
        return declared
            .filter(|mime| mime.starts_with("text/"))
            .unwrap_or_else(|| "text/plain".to_owned());
    }
    declared.unwrap_or_else(|| OCTET_STREAM.to_owned())
}

/// Whether the beginning is UTF-8 without control characters other than white space.
fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let valid = match std::str::from_utf8(head) {
        Ok(_) => true,
        // The cut may fall into a character.
        Err(error) => error.error_len().is_none() && head.len() < bytes.len(),
    };
    valid
        && !head.is_empty()
        && head.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c))
}

#[cfg(test)]
mod tests {
    use super::detect_mime;

    #[test]
    fn mime_comes_from_the_bytes() {
        let octets = Some("application/octet-stream");
        assert_eq!(detect_mime(b"test", octets), "text/plain");
        assert_eq!(detect_mime("пример".as_bytes(), None), "text/plain");
        assert_eq!(detect_mime(b"a,b\n1,2\n", Some("text/csv; charset=utf-8")), "text/csv");
        assert_eq!(detect_mime(b"BM is how this text begins", None), "text/plain");
        assert_eq!(detect_mime(b"%PDF-1.7\n%\xe2\xe3", octets), "application/pdf");
        assert_eq!(detect_mime(b"%PDF-1.4\n%%EOF", octets), "application/pdf");
        assert_eq!(detect_mime(b"\0\x01\x02", Some("application/x-own")), "application/x-own");
        assert_eq!(detect_mime(b"\0\x01\x02", Some("nonsense")), "application/octet-stream");
        assert_eq!(detect_mime(b"", None), "application/octet-stream");
        let cut = "я".repeat(5000);
        assert_eq!(detect_mime(format!(" {cut}").as_bytes(), None), "text/plain");
    }
}
