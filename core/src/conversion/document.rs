use crate::error::{Error, Result, check_range, quoted};
use uploadcare_macros::options;

/// What a document is to become.
#[options]
pub struct DocumentPathOptions {
    /// Format to convert to, such as `pdf`, `jpg` or `docx`; what is possible depends on the
    /// document, see its info. Default `pdf`.
    pub format: Option<String>,
    /// Only this page, from 1; where pages become images. Default: all pages, in a zip archive if
    /// there are several.
    pub page: Option<i64>,
    /// Dots per inch of the images, 1 or more. Default: the service's.
    pub dpi: Option<i64>,
    /// Quality of the images in per cent, 1 to 100. Default: the service's.
    pub quality: Option<i64>,
}

impl DocumentPathOptions {
    pub(super) fn path(&self, uuid: &str) -> Result<String> {
        let mut path = format!("{uuid}/document/");
        let format = self.format.as_deref().unwrap_or("pdf");
        let legal = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
        if !(1..=32).contains(&format.len())
            || !format.chars().all(legal)
            || format.starts_with('-')
        {
            return Err(Error::parameter(
                "format",
                format_args!("must be the name of a format such as pdf, not {}", quoted(format)),
            ));
        }
        path.push_str(&format!("-/format/{}/", format.to_ascii_lowercase()));
        for (name, value, most) in [
            ("page", self.page, 1_000_000),
            ("dpi", self.dpi, 10_000),
            ("quality", self.quality, 100),
        ] {
            if let Some(value) = value {
                check_range(name, value, 1, most)?;
                path.push_str(&format!("-/{name}/{value}/"));
            }
        }
        Ok(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let path = |options: DocumentPathOptions| options.path("u").map_err(|e| e.to_string());
        assert_eq!(path(DocumentPathOptions::default()).unwrap(), "u/document/-/format/pdf/");
        let options = DocumentPathOptions {
            format: Some("enhanced.JPG".into()),
            page: Some(2),
            dpi: Some(300),
            quality: Some(80),
        };
        assert_eq!(
            path(options).unwrap(),
            "u/document/-/format/enhanced.jpg/-/page/2/-/dpi/300/-/quality/80/"
        );
        for format in ["", "a/b", "-", "p d f"] {
            let format = Some(format.to_owned());
            assert!(path(DocumentPathOptions { format, ..Default::default() }).is_err());
        }
        assert!(path(DocumentPathOptions { page: Some(0), ..Default::default() }).is_err());
        assert!(path(DocumentPathOptions { quality: Some(101), ..Default::default() }).is_err());
    }
}
