//! A file in one request (Upload API: Upload files directly).

use super::{
    UploadedFile,
    content::{Content, counted},
    options::Plan,
    progress::Sent,
    work::Company,
};
use crate::{
    client::Client,
    error::{Error, Result},
    transport::{Body, Fields, FormFactory, Meter, Method, Request, Target},
};
use futures::FutureExt;
use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use std::sync::Arc;

pub(super) async fn upload(
    client: &Client,
    plan: &Plan,
    company: &Company,
    content: &Content,
    sent: Arc<Sent>,
) -> Result<UploadedFile> {
    let size = content.size();
    let (shared, body) = (Arc::new(plan.clone()), content.clone());
    let form: FormFactory = Arc::new(move |proof, meter| {
        let (plan, body, sent) = (shared.clone(), body.clone(), sent.clone());
        async move { form(&plan, &body, proof, meter, sent).await }.boxed()
    });
    let mut request = Request {
        body: Body::Form(form),
        idempotent: false,
        is_protected: true,
        size,
        ..Request::upload(Method::POST, Target::path(["base"]))
    };
    company.share(&mut request, 1);
    #[derive(Deserialize)]
    struct Uploaded {
        file: String,
    }
    let uploaded: Uploaded = client.transport().send(&request).await?.json()?;
    Ok(UploadedFile {
        uuid: uploaded.file,
        original_filename: plan.filename.clone(),
        size: i64::try_from(size).unwrap_or(i64::MAX),
    })
}

async fn form(
    plan: &Plan,
    content: &Content,
    proof: Fields,
    meter: Meter,
    sent: Arc<Sent>,
) -> Result<Form> {
    let mut form = Form::new();
    for (name, value) in plan.fields.iter().cloned().chain(proof) {
        form = form.text(name, value);
    }
    let attempt = sent.begin();
    let size = content.size();
    let pieces = content.pieces(0, size).await?;
    let body = reqwest::Body::wrap_stream(counted(pieces, meter, attempt));
    let part = Part::stream_with_length(body, size)
        .file_name(plan.filename.clone())
        .mime_str(&plan.content_type)
        .map_err(|error| Error::internal(format!("a checked MIME type failed: {error}")))?;
    // RFC 7578 wants names as they are; reqwest would write `name*=` for `metadata[key]` otherwise.
    Ok(form.part("file", part).percent_encode_noop())
}
