use super::{DIRECT_LIMIT, Source, UploadOptions, UploadedFile};
use crate::{
    checks,
    client::Client,
    error::{Error, Result, quoted},
    transport::{Api, Body, FormFactory, Request, Target},
};
use futures::FutureExt;
use reqwest::{
    Method,
    multipart::{Form, Part},
};
use serde::Deserialize;
use std::{sync::Arc, time::Duration};

/// The slowest upload that still counts as alive.
const BYTES_PER_SECOND: u64 = 50_000;

const OCTET_STREAM: &str = "application/octet-stream";

pub async fn upload(
    client: &Client,
    source: Source,
    options: UploadOptions,
) -> Result<UploadedFile> {
    let mut fields = vec![
        ("UPLOADCARE_PUB_KEY".to_owned(), client.public_key().to_owned()),
        ("UPLOADCARE_STORE".to_owned(), store(options.store).to_owned()),
    ];
    if let Some(metadata) = options.metadata {
        checks::metadata(&metadata)?;
        let mut entries: Vec<_> = metadata.into_iter().collect();
        entries.sort();
        fields.extend(entries.into_iter().map(|(key, value)| (format!("metadata[{key}]"), value)));
    }
    if let Some(tags) = options.tags {
        let tags = checks::tags("tags", &tags)?;
        if !tags.is_empty() {
            fields.push(("tags".to_owned(), tags.join(",")));
        }
    }
    let content_type = options.content_type.unwrap_or_else(|| OCTET_STREAM.to_owned());
    Part::bytes(Vec::new()).mime_str(&content_type).map_err(|_| {
        Error::parameter(
            "content_type",
            format_args!("must be a MIME type such as image/png, not {}", quoted(&content_type)),
        )
    })?;
    let filename =
        options.filename.or_else(|| source.filename()).unwrap_or_else(|| "file".to_owned());
    if filename.is_empty() || filename.chars().any(char::is_control) {
        return Err(Error::parameter(
            "filename",
            "must have at least one character and no control characters",
        ));
    }
    let size = source.size().await?;
    if size > DIRECT_LIMIT {
        return Err(Error::parameter(
            "source",
            format_args!("has {size} bytes; a direct upload takes at most {DIRECT_LIMIT}"),
        ));
    }

    let name = filename.clone();
    let form: FormFactory = Arc::new(move || {
        let (source, fields, name, content_type) =
            (source.clone(), fields.clone(), name.clone(), content_type.clone());
        async move { form(&source, size, fields, &name, &content_type).await }.boxed()
    });
    let request = Request {
        method: Method::POST,
        api: Api::Upload,
        target: Target::path(["base"]).query("jsonerrors", "1"),
        body: Body::Form(form),
        idempotent: false,
        absent_is_done: false,
        extra_time: Duration::from_secs(size / BYTES_PER_SECOND),
    };
    #[derive(Deserialize)]
    struct Uploaded {
        file: String,
    }
    let uploaded: Uploaded = client.transport().send(&request).await?.json()?;
    Ok(UploadedFile {
        uuid: uploaded.file,
        original_filename: filename,
        size: i64::try_from(size).unwrap_or(i64::MAX),
    })
}

fn store(store: Option<bool>) -> &'static str {
    match store {
        None => "auto",
        Some(true) => "1",
        Some(false) => "0",
    }
}

async fn form(
    source: &Source,
    size: u64,
    fields: Vec<(String, String)>,
    filename: &str,
    content_type: &str,
) -> Result<Form> {
    let mut form = Form::new();
    for (name, value) in fields {
        form = form.text(name, value);
    }
    let part = Part::stream_with_length(source.body(size).await?, size)
        .file_name(filename.to_owned())
        .mime_str(content_type)
        .map_err(|error| Error::internal(format!("a checked MIME type failed: {error}")))?;
    // RFC 7578 wants names as they are; reqwest would write `name*=` for `metadata[key]` otherwise.
    Ok(form.part("file", part).percent_encode_noop())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use uploadcare_emulator::Emulator;

    #[tokio::test]
    async fn a_file_that_changes_meanwhile_is_no_upload() {
        let emulator = Emulator::start().await.unwrap();
        let keys = emulator.create_project();
        let client = Client::builder()
            .public_key(&keys.public_key)
            .upload_base(emulator.upload_base())
            .build()
            .unwrap();
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), vec![7; 1_000_000]).unwrap();
        for (announced, change) in [(1_000_001, "shorter"), (999_999, "longer")] {
            let source = Source::from(file.path());
            let key = keys.public_key.clone();
            let form: FormFactory = Arc::new(move || {
                let fields = vec![("UPLOADCARE_PUB_KEY".to_owned(), key.clone())];
                let source = source.clone();
                async move { form(&source, announced, fields, "a.bin", OCTET_STREAM).await }.boxed()
            });
            let request = Request {
                method: Method::POST,
                api: Api::Upload,
                target: Target::path(["base"]),
                body: Body::Form(form),
                idempotent: false,
                absent_is_done: false,
                extra_time: Duration::ZERO,
            };
            let error = client.transport().send(&request).await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Source, "{error:?}");
            assert!(error.message().contains(change), "{error}");
        }
        let options = crate::ListFilesOptions::default();
        let client = Client::builder()
            .public_key(&keys.public_key)
            .secret_key(&keys.secret_key)
            .api_base(emulator.api_base())
            .build()
            .unwrap();
        let mut pages = client.files().list(options).unwrap().pages();
        assert!(pages.next_page().await.unwrap().unwrap().results.is_empty());
    }
}
