//! What uploads give.

use super::{ContentInfo, ImageInfo, Timestamp};
use crate::uploads::UploadedFile;
use std::collections::HashMap;
use uploadcare_macros::model;

/// A file as the Upload API shows it: without addresses and dates (Upload API: File info).
#[model]
pub struct UploadInfo {
    /// Identifier of the file.
    pub uuid: String,
    /// Size in bytes.
    pub size: i64,
    /// Name of the file as it was uploaded.
    pub original_filename: String,
    /// Name of the file in URLs.
    pub filename: Option<String>,
    /// MIME type, found in the content.
    pub mime_type: Option<String>,
    /// Whether it is an image that can be transformed.
    pub is_image: Option<bool>,
    /// Whether it is kept for ever.
    pub is_stored: bool,
    /// Whether it can be used: its content is known and it can be delivered.
    pub is_ready: bool,
    /// What is known of an image.
    pub image_info: Option<ImageInfo>,
    /// What is known of the content.
    pub content_info: Option<ContentInfo>,
    /// Metadata of the file.
    pub metadata: HashMap<String, String>,
    /// Storage of the project's own that holds it.
    pub s3_bucket: Option<String>,
    /// Of a member of a group: transformations that were given with it, without the leading `-/`.
    pub default_effects: Option<String>,
}

/// A group as the Upload API shows it (Upload API: Groups).
#[model]
pub struct UploadGroupInfo {
    /// Identifier of the group, which ends with the number of its files.
    pub id: String,
    /// When it was made.
    pub datetime_created: Timestamp,
    /// Number of files in it.
    pub files_count: i64,
    /// Its address on the CDN.
    pub cdn_url: String,
    /// Its address in the REST API.
    pub url: Option<String>,
    /// Its files; null for those that were deleted.
    pub files: Vec<Option<UploadInfo>>,
}

/// Where the parts of a large file are to go (Upload API: Multipart uploads).
#[model]
pub struct MultipartUpload {
    /// Identifier that the file will have.
    pub uuid: String,
    /// A URL for each part, in the order of the content. Each takes the bytes of its part by PUT, without any
    /// credential, for 24 hours. Keep them secret.
    #[secret]
    pub parts: Vec<String>,
}

/// A token for uploads.
#[model(closed)]
pub struct UploadToken {
    /// The token, a JWT.
    #[secret]
    pub token: String,
    /// When it expires.
    pub expires_at: Timestamp,
}

/// The older signature for uploads.
#[model(closed)]
pub struct UploadSignature {
    /// The signature: 64 hexadecimal digits.
    #[secret]
    pub signature: String,
    /// When it expires, in seconds since 1970.
    pub expire: i64,
}

/// How far an upload is. Numbers never go down.
#[model(closed)]
pub struct UploadProgress {
    /// Bytes that have been sent.
    pub sent_bytes: i64,
    /// Bytes that there are; none while that is not known.
    pub total_bytes: Option<i64>,
    /// Parts that the service has.
    pub sent_parts: i64,
    /// Parts that there are; one for a file that is sent whole, none while that is not known.
    pub total_parts: Option<i64>,
    /// The file, when it is there.
    pub file: Option<UploadedFile>,
}
