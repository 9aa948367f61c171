//! Single calls of the Upload API.

use super::options::{PUBLIC_KEY, Plan};
use crate::{
    client::Client,
    error::{Error, Result, check_uuid},
    model::{MultipartUpload, UploadGroupInfo, UploadInfo},
    reference::{FileReference, GroupReference},
    transport::{Fields, Method, Request, Target},
};

/// Most files of a group.
const MOST_MEMBERS: usize = 1000;

/// Upload API: File info.
pub(super) async fn info(client: &Client, uuid: &str) -> Result<UploadInfo> {
    let target =
        Target::path(["info"]).query("pub_key", client.public_key()).query("file_id", uuid);
    client.transport().send(&Request::upload(Method::GET, target)).await?.json()
}

/// Upload API: Start multipart upload.
pub(super) async fn start_multipart(
    client: &Client,
    plan: &Plan,
    size: u64,
    part_size: u64,
) -> Result<MultipartUpload> {
    let mut fields = plan.fields.clone();
    for (name, value) in [
        ("filename", plan.filename.clone()),
        ("size", size.to_string()),
        ("content_type", plan.content_type.clone()),
        ("part_size", part_size.to_string()),
    ] {
        fields.push((name.to_owned(), value));
    }
    let request = Request { is_protected: true, ..post(&["multipart", "start"], fields).once() };
    client.transport().send(&request).await?.json()
}

/// Upload API: Complete multipart upload.
pub(super) async fn complete_multipart(client: &Client, uuid: &str) -> Result<UploadInfo> {
    let fields = fields([(PUBLIC_KEY, client.public_key()), ("uuid", uuid)]);
    client.transport().send(&post(&["multipart", "complete"], fields)).await?.json()
}

/// Upload API: Create group of files.
pub(super) async fn create_group(
    client: &Client,
    files: Vec<FileReference>,
) -> Result<UploadGroupInfo> {
    if !(1..=MOST_MEMBERS).contains(&files.len()) {
        return Err(Error::parameter(
            "files",
            format_args!("must be 1 to {MOST_MEMBERS}, not {}", files.len()),
        ));
    }
    let mut fields = fields([("pub_key", client.public_key())]);
    for (at, file) in files.iter().enumerate() {
        fields.push((format!("files[{at}]"), file.source("files")?));
    }
    let request = Request { is_protected: true, ..post(&["group"], fields).once() };
    client.transport().send(&request).await?.json()
}

/// Upload API: Group info.
pub(super) async fn group_info(client: &Client, group: &GroupReference) -> Result<UploadGroupInfo> {
    let target = Target::path(["group", "info"])
        .query("pub_key", client.public_key())
        .query("group_id", &group.id("group")?);
    client.transport().send(&Request::upload(Method::GET, target)).await?.json()
}

pub(super) fn post(path: &[&str], fields: Fields) -> Request {
    Request::upload(Method::POST, Target::path(path.iter().copied())).fields(fields)
}

pub(super) fn fields<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Fields {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The identifier of an upload in parts.
pub(super) fn upload_uuid(uuid: &str) -> Result<String> {
    check_uuid("uuid", uuid)
}
