//! Small files of many formats, for results that nobody really computed.

use bytes::Bytes;

use super::{ContentInfo, ImageInfo};

/// A made-up file: its bytes and what is known about them.
pub(crate) struct Made {
    pub bytes: Bytes,
    pub info: ContentInfo,
}

/// The ending of the names of files of a format.
pub(crate) fn extension(format: &str) -> &str {
    match format {
        "enhanced.jpg" => "jpg",
        "thumbnail" => "png",
        "html5" | "html5-1page" => "html",
        other => other,
    }
}

/// A file of a format, with so many pages where the format has pages.
pub(crate) fn file(format: &str, pages: usize) -> Made {
    let text = || Bytes::from_static(b"Converted by the emulator.\n");
    let fixed = Bytes::from_static;
    let extension = extension(format);
    let (bytes, mime) = match extension {
        "png" => (fixed(include_bytes!("made/page.png")), "image/png"),
        "jpg" | "jpeg" => (fixed(include_bytes!("made/page.jpg")), "image/jpeg"),
        "gif" => (fixed(include_bytes!("made/page.gif")), "image/gif"),
        "bmp" => (fixed(include_bytes!("made/page.bmp")), "image/bmp"),
        "webp" => (fixed(include_bytes!("made/page.webp")), "image/webp"),
        "tif" | "tiff" => (fixed(include_bytes!("made/page.tiff")), "image/tiff"),
        "svg" => {
            let svg = br#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>"#;
            (fixed(svg), "image/svg+xml")
        }
        "pdf" => (pdf(pages).into(), "application/pdf"),
        "txt" => (text(), "text/plain"),
        "md" => (text(), "text/markdown"),
        "csv" => (fixed(b"converted,by\nthe,emulator\n"), "text/csv"),
        "html" => {
            let html = b"<!DOCTYPE html>\n<title>Converted</title>\n<p>By the emulator.</p>\n";
            (fixed(html), "text/html")
        }
        "rtf" => (fixed(br"{\rtf1\ansi Converted by the emulator.}"), "application/rtf"),
        "ps" => (fixed(b"%!PS-Adobe-3.0\n%%Pages: 1\nshowpage\n%%EOF\n"), "application/postscript"),
        "mp3" => (fixed(b"ID3\x04\0\0\0\0\0\0"), "audio/mpeg"),
        "mp4" => (mp4().into(), "video/mp4"),
        "webm" => {
            let header = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm";
            (fixed(header), "video/webm")
        }
        "ogg" => (ogg().into(), "video/ogg"),
        "docx" => office("wordprocessingml.document"),
        "xlsx" => office("spreadsheetml.sheet"),
        "pptx" => office("presentationml.presentation"),
        "odt" => open_document("application/vnd.oasis.opendocument.text"),
        "ods" => open_document("application/vnd.oasis.opendocument.spreadsheet"),
        "odp" => open_document("application/vnd.oasis.opendocument.presentation"),
        "epub" => open_document("application/epub+zip"),
        "zip" => (zip(&[("converted.txt", &text())]).into(), "application/zip"),
        "htmlz" | "txtz" => (zip(&[("index.txt", &text())]).into(), "application/zip"),
        "doc" => (text(), "application/msword"),
        "xls" => (text(), "application/vnd.ms-excel"),
        "ppt" => (text(), "application/vnd.ms-powerpoint"),
        _ => (text(), super::OCTET_STREAM),
    };
    made(bytes, mime)
}

/// A zip with an image of each page.
pub(crate) fn zip_of_pages(format: &str, stem: &str, pages: usize) -> Made {
    let page = file(format, 1).bytes;
    let names: Vec<_> =
        (1..=pages).map(|number| format!("{stem}-{number}.{}", extension(format))).collect();
    let entries: Vec<_> = names.iter().map(|name| (name.as_str(), &*page)).collect();
    made(zip(&entries).into(), "application/zip")
}

fn made(bytes: Bytes, mime: &str) -> Made {
    let mut info = ContentInfo::of_mime(mime);
    info.image = ImageInfo::of_bytes(&bytes);
    Made { bytes, info }
}

fn office(kind: &str) -> (Bytes, &'static str) {
    let types = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\
         {kind}.main+xml\"/></Types>"
    );
    let mime = match kind {
        "wordprocessingml.document" => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        "spreadsheetml.sheet" => {
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
        _ => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };
    (zip(&[("[Content_Types].xml", types.as_bytes())]).into(), mime)
}

/// These formats name themselves in the first entry of a zip.
fn open_document(mime: &'static str) -> (Bytes, &'static str) {
    (zip(&[("mimetype", mime.as_bytes())]).into(), mime)
}

fn pdf(pages: usize) -> Vec<u8> {
    let kids: Vec<_> = (0..pages).map(|page| format!("{} 0 R", page + 3)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
    ];
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>";
    objects.extend((0..pages).map(|_| page.to_owned()));
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (number, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let (size, start) = (objects.len() + 1, pdf.len());
    let trailer = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    pdf.push_str(&format!("xref\n0 {size}\n{table}{trailer}"));
    pdf.into_bytes()
}

/// A film of no length: its kind and an empty table of contents.
fn mp4() -> Vec<u8> {
    fn atom(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let length = content.len() as u32 + 8;
        [&length.to_be_bytes()[..], name, content].concat()
    }
    let mut header = [0; 100];
    // Units per second, speed and volume, the diagonal of the matrix, the next track.
    for (at, value) in [(15, 1), (21, 1), (24, 1), (37, 1), (53, 1), (68, 0x40), (99, 1)] {
        header[at] = value;
    }
    [
        atom(b"ftyp", b"isom\0\0\x02\0isomiso2mp41"),
        atom(b"moov", &atom(b"mvhd", &header)),
        atom(b"mdat", &[]),
    ]
    .concat()
}

/// One empty page of a stream that ends with it.
fn ogg() -> Vec<u8> {
    let mut page = b"OggS\0\x06".to_vec();
    page.extend([0; 21]);
    page
}

/// A zip whose entries are not compressed.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let offset = zip.len() as u32;
        let size = (content.len() as u32).to_le_bytes();
        // Version 2.0, no flags, stored, 1980-01-01.
        let common = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..],
            &crc32(content).to_le_bytes(),
            &size,
            &size,
            &(name.len() as u16).to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        zip.extend(b"PK\x03\x04");
        zip.extend(&common);
        zip.extend(name.as_bytes());
        zip.extend(*content);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let count = (entries.len() as u16).to_le_bytes();
    let (start, length) = (zip.len() as u32, directory.len() as u32);
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([count, count].concat());
    zip.extend([length.to_le_bytes(), start.to_le_bytes()].concat());
    zip.extend([0, 0]);
    zip
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{crc32, file, zip_of_pages};

    #[test]
    fn files_are_what_they_say() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for format in ["png", "jpg", "gif", "bmp", "webp", "tiff", "pdf", "mp4", "odt"] {
            let made = file(format, 1);
            let seen = infer::get(&made.bytes).map(|kind| kind.mime_type());
            assert_eq!(seen, Some(made.info.mime.mime.as_str()), "{format}");
        }
        for format in ["png", "jpg", "gif", "webp", "thumbnail", "enhanced.jpg"] {
            assert!(file(format, 1).info.image.is_some(), "{format}");
        }
        for format in ["png", "jpg", "gif"] {
            assert!(image::load_from_memory(&file(format, 1).bytes).is_ok(), "{format}");
        }
        assert!(file("something new", 1).bytes.len() > 3);
        let zip = zip_of_pages("png", "a", 3);
        assert_eq!(zip.info.mime.mime, "application/zip");
        assert!(zip.bytes.windows(7).any(|name| name == b"a-3.png"));
    }
}
