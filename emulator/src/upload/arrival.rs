//! What every way to upload ends with.

use std::{collections::BTreeMap, sync::Arc};

use uuid::Uuid;

use super::error::UploadError;
use crate::{
    app::App,
    event::{self, Event, Initiator},
    media::{ContentInfo, OCTET_STREAM},
    store::{Content, File, Project, Settings},
};

/// A file of which the bytes are there.
pub(super) struct Arrival {
    pub uuid: Uuid,
    pub filename: String,
    /// The MIME type that the uploader gave.
    pub declared: Option<String>,
    pub size: u64,
    pub content: Content,
    pub stored: bool,
    pub metadata: Arc<BTreeMap<String, String>>,
    pub tags: Arc<Vec<String>>,
}

impl Arrival {
    /// Finds out what it is, and whether the project takes that.
    pub fn examined(self, settings: &Settings) -> Result<File, UploadError> {
        let declared = self.declared.as_deref();
        let content_info = ContentInfo::of_bytes(&self.content.head(), declared);
        if !settings.allows_mime(&content_info.mime.mime) {
            return Err(UploadError::TYPE_FORBIDDEN);
        }
        Ok(File {
            uuid: self.uuid,
            uploaded: 0,
            stored: self.stored.then_some(0),
            removed: None,
            filename: self.filename,
            size: self.size,
            declared_mime: declared.unwrap_or(OCTET_STREAM).into(),
            mime: content_info.mime.mime.as_str().into(),
            content_info: Arc::new(content_info),
            metadata: self.metadata,
            tags: self.tags,
            appdata: Arc::default(),
            content: self.content,
            added: 0,
            provisional: None,
            unready_polls: settings.ready_polls,
            extra: None,
            faces: Arc::default(),
        })
    }
}

/// Adds an examined file to its project now; `None` when its UUID is taken.
pub(super) fn land(
    app: &App,
    project: &Arc<Project>,
    mut file: File,
    initiator: &Initiator,
) -> Option<Arc<File>> {
    let now = app.project_now(project);
    file.uploaded = now;
    file.added = now;
    file.stored = file.stored.map(|_| now);
    let file = project.add_upload(file)?;
    event::notify(app, project, Event::Uploaded, &file, None, initiator);
    if file.stored.is_some() {
        event::notify(app, project, Event::Stored, &file, None, initiator);
    }
    Some(file)
}
