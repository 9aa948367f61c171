//! Which document formats can become which.

use crate::store::File;

/// The format of a file: by the ending of its name, else by its type.
pub(super) fn format_of(file: &File) -> String {
    let ending = file.filename.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let by_name = ending.as_deref().map(canonical).filter(|format| !targets(format).is_empty());
    let by_type = match &*file.mime {
        "application/pdf" => "pdf",
        "application/msword" => "doc",
        "application/vnd.ms-excel" => "xls",
        "application/vnd.ms-powerpoint" => "ppt",
        "application/rtf" | "text/rtf" => "rtf",
        "application/epub+zip" => "epub",
        "text/plain" => "txt",
        "text/html" => "html",
        "text/csv" => "csv",
        "image/jpeg" => "jpg",
        mime => mime.rsplit_once(['/', '.']).map_or(mime, |(_, kind)| kind),
    };
    by_name.unwrap_or(by_type).to_owned()
}

fn canonical(ending: &str) -> &str {
    match ending {
        "jpeg" => "jpg",
        "htm" => "html",
        "tif" => "tiff",
        other => other,
    }
}

/// The formats that a format can be converted to, none for one that is not a document.
pub(super) fn targets(format: &str) -> &'static [&'static str] {
    match format {
        "pdf" => &[
            "bmp",
            "csv",
            "doc",
            "docx",
            "dwg",
            "dxf",
            "enhanced.jpg",
            "epub",
            "fb2",
            "gif",
            "html",
            "html5",
            "html5-1page",
            "htmlz",
            "jpg",
            "lit",
            "lrf",
            "md",
            "mobi",
            "mp3",
            "pcx",
            "pdb",
            "png",
            "ppt",
            "pptx",
            "prc",
            "ps",
            "rb",
            "rtf",
            "snb",
            "svg",
            "tcr",
            "thumbnail",
            "tiff",
            "txt",
            "txtz",
            "webp",
            "xls",
            "xlsx",
        ],
        "doc" | "docx" | "odt" | "rtf" | "html" | "epub" => &[
            "doc",
            "docx",
            "enhanced.jpg",
            "epub",
            "html",
            "jpg",
            "odt",
            "pdf",
            "png",
            "rtf",
            "thumbnail",
            "tiff",
            "txt",
            "webp",
        ],
        "xls" | "xlsx" | "ods" | "csv" => &[
            "csv",
            "enhanced.jpg",
            "html",
            "jpg",
            "ods",
            "pdf",
            "png",
            "thumbnail",
            "txt",
            "xls",
            "xlsx",
        ],
        "ppt" | "pptx" | "odp" => &[
            "enhanced.jpg",
            "gif",
            "html",
            "jpg",
            "odp",
            "pdf",
            "png",
            "ppt",
            "pptx",
            "thumbnail",
            "tiff",
            "webp",
        ],
        "txt" | "md" => &[
            "doc", "docx", "epub", "fb2", "html", "htmlz", "lit", "lrf", "mobi", "mp3", "odt",
            "pdb", "pdf", "rb", "rtf", "snb", "tcr", "txtz",
        ],
        "jpg" | "png" | "gif" | "bmp" | "tiff" | "webp" | "svg" | "heic" | "avif" => &[
            "avif",
            "bmp",
            "gif",
            "ico",
            "jpg",
            "pcx",
            "pdf",
            "png",
            "ps",
            "svg",
            "tga",
            "thumbnail",
            "tiff",
            "wbmp",
            "webp",
        ],
        _ => &[],
    }
}
