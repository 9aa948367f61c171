use std::{collections::BTreeMap, fmt, sync::Arc};

use chrono::DateTime;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::Content;
use crate::{
    filename::sanitised,
    media::{ContentInfo, OCTET_STREAM},
};

const MAX_PIXELS: usize = 75_000_000;

/// A moment in microseconds since 1970, written as the service writes timestamps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp(pub i64);

impl Stamp {
    /// The form of the cursors in page links, not yet percent-encoded.
    pub fn cursor(self) -> String {
        self.format("%Y-%m-%dT%H:%M:%S%.6f+00:00")
    }

    fn format(self, pattern: &str) -> String {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default().format(pattern).to_string()
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format("%Y-%m-%dT%H:%M:%S%.6fZ"))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How long a copy hides what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Provisional {
    /// Looks at the file that still see it so.
    pub polls: u32,
    /// When it settles in any case.
    pub until: i64,
}

/// One file of a project.
#[derive(Clone)]
pub(crate) struct File {
    pub uuid: Uuid,
    pub uploaded: i64,
    pub stored: Option<i64>,
    pub removed: Option<i64>,
    pub filename: String,
    pub size: u64,
    pub declared_mime: Arc<str>,
    pub mime: Arc<str>,
    pub content_info: Arc<ContentInfo>,
    pub metadata: Arc<BTreeMap<String, String>>,
    pub tags: Arc<Vec<String>>,
    /// What add-ons found out, by their names.
    pub appdata: Arc<BTreeMap<String, Value>>,
    pub content: Content,
    /// When it came into the emulator, by the project's time: a seeded file may claim to be
    /// older.
    pub added: i64,
    /// Of a copy that is not settled yet.
    pub provisional: Option<Provisional>,
    /// Looks at the file that still see it unready.
    pub unready_polls: u32,
    /// Fields laid over the file's REST object.
    pub extra: Option<Arc<Map<String, Value>>>,
    /// Where faces are: left, top, width and height of each.
    pub faces: Arc<[[u32; 4]]>,
}

/// A change made through the control API.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FilePatch {
    pub stored: Option<bool>,
    pub removed: Option<bool>,
    pub extra: Option<Map<String, Value>>,
    /// Laid over the file's `appdata`.
    pub appdata: Option<BTreeMap<String, Value>>,
    pub faces: Option<Vec<[u32; 4]>>,
}

impl File {
    pub fn apply(&mut self, patch: FilePatch, now: i64) {
        match patch.stored {
            Some(true) => self.stored = Some(now),
            Some(false) => self.stored = None,
            None => {}
        }
        match patch.removed {
            Some(true) => {
                self.removed = Some(now);
                self.stored = None;
            }
            Some(false) => self.removed = None,
            None => {}
        }
        if let Some(appdata) = patch.appdata {
            Arc::make_mut(&mut self.appdata).extend(appdata);
        }
        if let Some(faces) = patch.faces {
            self.faces = faces.into();
        }
        if let Some(fields) = patch.extra {
            Arc::make_mut(self.extra.get_or_insert_default()).extend(fields);
        }
    }

    pub fn cdn_filename(&self) -> String {
        sanitised(&self.filename)
    }

    /// The object that REST answers with.
    pub fn rest_object(&self, origin: &str, with_appdata: bool) -> RestObject<'_> {
        let settled = self.provisional.is_none();
        let view = FileView {
            datetime_removed: self.removed.map(Stamp),
            datetime_stored: self.stored.map(Stamp),
            datetime_uploaded: Stamp(self.uploaded),
            is_image: settled.then(|| self.is_image()),
            is_ready: self.unready_polls == 0,
            mime_type: if settled { &self.mime } else { OCTET_STREAM },
            original_file_url: self
                .removed
                .is_none()
                .then(|| format!("{origin}/{}/{}", self.uuid, self.cdn_filename())),
            original_filename: &self.filename,
            size: if settled { self.size } else { 0 },
            url: format!("{origin}/files/{}/", self.uuid),
            uuid: self.uuid.to_string(),
            variations: None,
            content_info: settled.then_some(&*self.content_info),
            metadata: &self.metadata,
            tags: &self.tags,
            appdata: with_appdata.then_some(&*self.appdata),
        };
        match &self.extra {
            None => RestObject::Plain(view),
            Some(extra) => {
                let mut object = match serde_json::to_value(view) {
                    Ok(Value::Object(object)) => object,
                    _ => Map::new(),
                };
                object.extend(extra.iter().map(|(name, value)| (name.clone(), value.clone())));
                RestObject::Overlaid(object)
            }
        }
    }

    /// The object that the Upload API answers with.
    pub fn upload_object(&self) -> UploadView<'_> {
        let uuid = self.uuid.to_string();
        UploadView {
            size: self.size,
            total: self.size,
            done: self.size,
            file_id: uuid.clone(),
            uuid,
            original_filename: &self.filename,
            is_image: self.is_image(),
            is_stored: self.stored.is_some(),
            image_info: self.content_info.image.as_ref(),
            video_info: None,
            content_info: &self.content_info,
            is_ready: self.unready_polls == 0,
            filename: self.cdn_filename(),
            mime_type: &self.declared_mime,
            metadata: &self.metadata,
        }
    }

    /// Whether it is an image to the service: one with too many pixels is not.
    pub fn is_image(&self) -> bool {
        match &self.content_info.image {
            Some(image) => image.pixels() <= MAX_PIXELS,
            None => self.mime.starts_with("image/"),
        }
    }
}

/// A file's REST object, built as a tree only when something is laid over it.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum RestObject<'a> {
    Plain(FileView<'a>),
    Overlaid(Map<String, Value>),
}

#[derive(Serialize)]
pub(crate) struct FileView<'a> {
    datetime_removed: Option<Stamp>,
    datetime_stored: Option<Stamp>,
    datetime_uploaded: Stamp,
    is_image: Option<bool>,
    is_ready: bool,
    mime_type: &'a str,
    original_file_url: Option<String>,
    original_filename: &'a str,
    size: u64,
    url: String,
    uuid: String,
    variations: Option<Empty>,
    content_info: Option<&'a ContentInfo>,
    metadata: &'a BTreeMap<String, String>,
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    appdata: Option<&'a BTreeMap<String, Value>>,
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
pub(crate) struct UploadView<'a> {
    size: u64,
    total: u64,
    done: u64,
    uuid: String,
    file_id: String,
    original_filename: &'a str,
    is_image: bool,
    is_stored: bool,
    image_info: Option<&'a crate::media::ImageInfo>,
    video_info: Option<Empty>,
    content_info: &'a ContentInfo,
    is_ready: bool,
    filename: String,
    mime_type: &'a str,
    metadata: &'a BTreeMap<String, String>,
}
