use super::{CLIENTS, first_line, text};
use crate::{
    client::Client,
    conversion::{DocumentPathOptions, VideoPathOptions},
    error::{ErrorKind, Result},
};

/// A file and, on the next line, the options of a conversion (`document`, `video`), the text of a job (`job`),
/// or the JSON within one (`inside`).
pub fn conversions(data: &[u8]) {
    let (form, rest) = first_line(data);
    let client = &CLIENTS[0];
    let (file, options) = first_line(rest);
    let file = &*text(file);
    match form {
        b"document" => {
            let Ok(options) = serde_json::from_slice::<DocumentPathOptions>(options) else {
                return;
            };
            path("document", client.conversion().document_path(file, options));
        }
        b"video" => {
            let Ok(options) = serde_json::from_slice::<VideoPathOptions>(options) else { return };
            path("video", client.conversion().video_path(file, options));
        }
        b"inside" => job(client, &format!("ucjob1.{}", text(rest))),
        _ => job(client, &text(rest)),
    }
}

/// Whatever is asked for: a path has one file, then operations with names of their own, each once.
fn path(kind: &str, path: Result<String>) {
    let path = match path {
        Ok(path) => path,
        Err(error) => return assert_eq!(*error.kind(), ErrorKind::InvalidParameter),
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._:~".contains(&byte);
    assert!(path.bytes().all(is_plain), "{path}");
    let (head, operations) = path.split_once("/-/").unwrap();
    let (uuid, what) = head.split_once('/').unwrap();
    assert!(uuid.len() == 36 && uuid == uuid.to_ascii_lowercase() && what == kind, "{path}");
    let operations = operations.strip_suffix('/').unwrap();
    let names = operations.split("/-/").map(|text| text.split(['/', '~']).next().unwrap());
    let names: Vec<&str> = names.collect();
    let known: &[&str] = match kind {
        "document" => &["format", "page", "dpi", "quality"],
        _ => &["size", "quality", "format", "cut", "thumbs"],
    };
    let mut order = names.iter().map(|name| known.iter().position(|known| known == name).unwrap());
    assert!(order.by_ref().is_sorted_by(|one, next| one < next), "{path}");
    assert!(names.contains(&"format"), "{path}");
}

/// A job that can be opened is saved as a text that opens the same.
fn job(client: &Client, text: &str) {
    match client.jobs().open(text) {
        Ok(job) => {
            let again = client.jobs().open(&job.save()).unwrap();
            assert_eq!((again.info(), again.save()), (job.info(), job.save()));
        }
        Err(error) => assert_eq!(*error.kind(), ErrorKind::InvalidParameter),
    }
}
