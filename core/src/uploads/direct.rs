use super::{DIRECT_LIMIT, Source, UploadOptions, UploadedFile, checks};
use crate::{
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
        let tags = checks::tags(&tags)?;
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
