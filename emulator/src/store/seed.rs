use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Content, File, random_uuid};
use crate::{
    error::ControlError,
    media::{ContentInfo, ImageInfo},
};

/// A description of synthetic files to put into a project without uploading them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Seed {
    /// How many files.
    pub count: u64,
    /// Upload time of the first file.
    pub start: DateTime<Utc>,
    /// Microseconds from one timestamp to the next; may be negative.
    pub step_us: i64,
    /// How many consecutive files share one timestamp.
    pub tie: u64,
    /// Whether the files are stored (at their upload time).
    pub stored: bool,
    /// Whether the files are removed (at their upload time); removed files are not stored.
    pub removed: bool,
    /// Size of each file in bytes. The bytes themselves are made up when the CDN is asked.
    pub size: u64,
    /// File name; `{n}` is replaced by the number of the file, from 1.
    pub filename: String,
    /// MIME type, declared and detected.
    pub mime_type: String,
    /// Width and height in pixels of an image; the files then have all that is known of a photo. Only with the MIME
    /// type of an image format whose headers the emulator reads.
    pub pixels: Option<[u32; 2]>,
    /// Metadata of each file.
    pub metadata: BTreeMap<String, String>,
    /// Tags of each file.
    pub tags: Vec<String>,
}

impl Default for Seed {
    fn default() -> Self {
        Self {
            count: 1,
            start: DateTime::UNIX_EPOCH + chrono::Duration::seconds(1_704_067_200),
            step_us: 1_000_000,
            tie: 1,
            stored: true,
            removed: false,
            size: 1024,
            filename: "file-{n}.txt".to_owned(),
            mime_type: "text/plain".to_owned(),
            pixels: None,
            metadata: BTreeMap::new(),
            tags: Vec::new(),
        }
    }
}

/// What seeding made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seeded {
    /// How many files were added.
    pub count: u64,
    /// UUID of the first file, if any.
    pub first_uuid: Option<String>,
    /// UUID of the last file, if any.
    pub last_uuid: Option<String>,
}

const MAX_COUNT: u64 = 5_000_000;

/// A checked seed: making its files cannot fail any more.
pub(super) struct Plan<'a> {
    seed: &'a Seed,
    start: i64,
    added: i64,
    content_info: Arc<ContentInfo>,
    metadata: Arc<BTreeMap<String, String>>,
    tags: Arc<Vec<String>>,
    mime_type: Arc<str>,
}

impl Seed {
    pub(super) fn plan(&self, now: i64) -> Result<Plan<'_>, ControlError> {
        if self.count > MAX_COUNT {
            return Err(ControlError::invalid(format!("count can not be more than {MAX_COUNT}")));
        }
        if self.tie == 0 {
            return Err(ControlError::invalid("tie can not be 0"));
        }
        let start = self.start.timestamp_micros();
        let steps = i64::try_from(self.count.saturating_sub(1) / self.tie).unwrap_or(i64::MAX);
        let last = steps.checked_mul(self.step_us).and_then(|span| start.checked_add(span));
        if last.and_then(DateTime::from_timestamp_micros).is_none() {
            return Err(ControlError::invalid("the timestamps leave the calendar"));
        }
        let mut content_info = ContentInfo::of_mime(&self.mime_type);
        if let Some(pixels) = self.pixels {
            let info = ImageInfo::of_photo(&self.mime_type, pixels, self.start);
            let unknown = || ControlError::invalid("pixels are of an image whose format is known");
            content_info.image = Some(info.ok_or_else(unknown)?);
        }
        Ok(Plan {
            seed: self,
            start,
            added: now,
            content_info: Arc::new(content_info),
            metadata: Arc::new(self.metadata.clone()),
            tags: Arc::new(self.tags.clone()),
            mime_type: self.mime_type.as_str().into(),
        })
    }
}

impl Plan<'_> {
    /// The file with this number, from 0.
    pub fn file(&self, number: u64) -> File {
        let seed = self.seed;
        let uploaded = self.start + (number / seed.tie) as i64 * seed.step_us;
        File {
            uuid: random_uuid(),
            uploaded,
            stored: (seed.stored && !seed.removed).then_some(uploaded),
            removed: seed.removed.then_some(uploaded),
            filename: seed.filename.replace("{n}", &(number + 1).to_string()),
            size: seed.size,
            declared_mime: Arc::clone(&self.mime_type),
            mime: Arc::clone(&self.mime_type),
            content_info: Arc::clone(&self.content_info),
            metadata: Arc::clone(&self.metadata),
            tags: Arc::clone(&self.tags),
            appdata: Arc::default(),
            content: Content::Synthetic,
            added: self.added,
            provisional: None,
            unready_polls: 0,
            extra: None,
            faces: Arc::default(),
        }
    }
}
