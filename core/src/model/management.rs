use super::{FileInfo, Timestamp};
use crate::{error::ErrorInfo, error_code::ErrorCode};
use std::collections::HashMap;
use uploadcare_macros::{model, open_enum};

/// What storing or deleting many files at once came to. Each list is in the order of the files
/// given; each file given is in exactly one of them (one that was given twice: once).
#[model(closed)]
pub struct BatchResult {
    /// Files that were stored or deleted.
    pub files: Vec<FileInfo>,
    /// What the service said about files that it did not touch.
    pub problems: Vec<Problem>,
    /// Files whose request failed; the service may have acted on them all the same.
    pub failures: Vec<BatchFailure>,
    /// Files that were not sent at all, because an earlier request failed in a way that later
    /// ones would, too.
    pub not_tried: Vec<String>,
}

/// Why one of several things was not done.
#[model(closed)]
pub struct Problem {
    /// What was given: the identifier of a file, or the path of a conversion.
    pub source: String,
    /// Why, in the words of the service.
    pub message: String,
}

/// One request of several that failed.
#[model(closed)]
pub struct BatchFailure {
    /// The files of the request.
    pub uuids: Vec<String>,
    /// What went wrong.
    pub error: ErrorInfo,
}

/// What copying a file to a storage of your own came to (REST API: Copy file to remote storage).
#[model(closed)]
pub struct RemoteCopy {
    /// Where the copy is, such as `s3://bucket/key`; null if the service does not say.
    pub url: Option<String>,
    /// Whether something of that name was there already, so that nothing was copied.
    pub already_exists: bool,
}

/// Tags of a file after a change.
#[model]
pub struct TagsChange {
    /// All tags of the file now, in order.
    pub tags: Vec<String>,
    /// Tags that are new, by the alphabet.
    pub added: Vec<String>,
    /// Tags that are gone, by the alphabet.
    pub deleted: Vec<String>,
}

/// A group of files (REST API: Groups).
#[model(lazy)]
pub struct GroupInfo {
    /// Identifier of the group: a UUID, `~` and the number of its files.
    pub id: String,
    /// When the group was made.
    pub datetime_created: Timestamp,
    /// Number of files the group was made of: 1 to 1000.
    pub files_count: i64,
    /// Link to the group on the CDN.
    pub cdn_url: String,
    /// Link to this object in the REST API.
    pub url: String,
    /// Files of the group in order, null where a file has been removed; only when one group is got,
    /// empty in lists.
    pub files: Vec<Option<FileInfo>>,
}

/// A subscription to events of the project (REST API: Webhooks).
#[model]
pub struct Webhook {
    /// Identifier of the webhook.
    pub id: i64,
    /// Identifier of its project.
    pub project: Option<i64>,
    /// What it is told of.
    pub event: WebhookEvent,
    /// Where deliveries go.
    pub target_url: String,
    /// Whether deliveries are made.
    pub is_active: bool,
    /// Secret that deliveries are signed with; null if they are not.
    #[secret]
    pub signing_secret: Option<String>,
    /// Version of the payload, such as `0.7`.
    pub version: Option<String>,
    /// When the webhook was made.
    pub created: Option<Timestamp>,
    /// When the webhook was last changed.
    pub updated: Option<Timestamp>,
}

/// What a webhook is told of.
#[open_enum]
pub enum WebhookEvent {
    /// A file was uploaded.
    #[wire("file.uploaded")]
    FileUploaded,
    /// A virus was found in a file.
    #[wire("file.infected")]
    FileInfected,
    /// A file was stored.
    #[wire("file.stored")]
    FileStored,
    /// A file was deleted.
    #[wire("file.deleted")]
    FileDeleted,
    /// Metadata or add-on results of a file changed.
    #[wire("file.info_updated")]
    FileInfoUpdated,
}

/// The project of the keys (REST API: Project).
#[model]
pub struct ProjectInfo {
    /// Name of the project.
    pub name: String,
    /// Public key of the project.
    pub pub_key: String,
    /// Whether uploaded files are stored at once, unless an upload says otherwise.
    pub autostore_enabled: Option<bool>,
    /// People who work on the project.
    pub collaborators: Vec<Collaborator>,
}

/// Someone who works on a project.
#[model]
pub struct Collaborator {
    /// Name of the person.
    pub name: Option<String>,
    /// E-mail address of the person.
    pub email: Option<String>,
}

/// Passages of a file's data with the words of a search in `<em>`.
#[model]
pub struct Highlight {
    /// Passages of the file name.
    pub original_filename: Vec<String>,
    /// Passages of the MIME type.
    pub detected_mime_type: Vec<String>,
    /// Passages of metadata by key.
    pub metadata: HashMap<String, String>,
}

/// What a document can be converted to (REST API: Document info).
#[model]
pub struct DocumentInfo {
    /// Why nothing is known; null otherwise.
    pub error: Option<String>,
    /// Format of the document.
    pub format: Option<DocumentFormat>,
    /// Groups of page images by format: what was made with `save_in_group`.
    pub converted_groups: HashMap<String, String>,
}

/// Format of a document, and what it can become.
#[model]
pub struct DocumentFormat {
    /// Name of the format, such as `pdf`.
    pub name: String,
    /// Formats that it can be converted to.
    pub conversion_formats: Vec<ConversionFormat>,
    /// Groups of page images by format, where the service keeps them here; all of them are in
    /// `converted_groups` of the document.
    pub converted_groups: HashMap<String, String>,
}

/// A format to convert to.
#[model]
pub struct ConversionFormat {
    /// Name of the format, such as `jpg`.
    pub name: String,
}

/// What tells a job from all others: all that is kept of it, and what its text holds.
#[model(closed)]
pub struct JobInfo {
    /// What the job does: `document`, `video`, `from_url`, or the name of an add-on.
    pub kind: String,
    /// What it works on: the path of a conversion, the identifier of a file, or a URL.
    pub source: String,
    /// Number of a conversion.
    pub token: Option<i64>,
    /// Identifier of the run of an add-on or of a fetch.
    pub request_id: Option<String>,
    /// Identifier of the file that the job makes, if it is known before; the file is there once the job is
    /// finished.
    pub uuid: Option<String>,
    /// Identifier of the group of thumbnails that a video conversion makes.
    pub thumbnails_group_uuid: Option<String>,
}

/// How far a job is.
#[model]
pub struct JobStatus {
    /// How far it is.
    pub state: JobState,
    /// Why it failed, in the words of the service.
    pub error: Option<String>,
    /// Why a fetch failed, as a code.
    pub error_code: Option<ErrorCode>,
    /// Identifier of the file that it made, or will make.
    pub uuid: Option<String>,
    /// Identifier of the group of thumbnails that a video conversion makes.
    pub thumbnails_group_uuid: Option<String>,
    /// Bytes that were fetched so far.
    pub done_bytes: Option<i64>,
    /// Bytes that there are to fetch, if the server says so.
    pub total_bytes: Option<i64>,
}

impl JobStatus {
    /// Fields that are no other ones of the service.
    pub(crate) const OWN: &[&str] = &[
        "state",
        "error",
        "error_code",
        "uuid",
        "thumbnails_group_uuid",
        "done_bytes",
        "total_bytes",
    ];
}

/// How far a job is.
#[open_enum]
pub enum JobState {
    /// It waits for its turn.
    Pending,
    /// It is being worked on.
    Processing,
    /// It is done; its result can be used.
    Finished,
    /// It came to nothing; see the error.
    Failed,
    /// The service gave it up.
    Cancelled,
}

/// For the bindings: a job as it crosses into another language.
#[model(closed)]
pub struct JobRecord {
    /// The job as text, from which it can be opened again.
    pub text: String,
    /// What tells the job from all others.
    pub info: JobInfo,
}

/// For the bindings: what a request to convert several files came to, as it crosses into another
/// language.
#[model(closed)]
pub struct ConversionBatchRecord {
    /// Jobs that have been started, in the order of their paths.
    pub jobs: Vec<JobRecord>,
    /// What the service said about the other paths, in their order.
    pub problems: Vec<Problem>,
}
