//! What may come with every upload.

use std::collections::BTreeMap;

use super::{error::UploadError, form::Form};
use crate::{
    rules::{self, Refusal},
    store::Project,
};

/// Reads the `metadata[<key>]` fields.
pub(super) fn metadata(form: &Form) -> Result<BTreeMap<String, String>, UploadError> {
    let mut metadata = BTreeMap::new();
    for (name, value) in form.fields() {
        let key = name.strip_prefix("metadata[").and_then(|rest| rest.strip_suffix(']'));
        let Some(key) = key else { continue };
        rules::check_metadata(key, value).map_err(refused)?;
        if metadata.insert(key.to_owned(), value.to_owned()).is_some() {
            let message = format!("File's metadata key `{key}` has a duplicate.");
            return Err(refused(Refusal { code: "FileMetadataKeyDuplicatedError", message }));
        }
    }
    if metadata.len() > rules::MAX_METADATA {
        return Err(refused(rules::too_many_metadata()));
    }
    Ok(metadata)
}

fn refused(refusal: Refusal) -> UploadError {
    UploadError::new(refusal.code, 400, refusal.message)
}

/// Reads the comma-separated `tags` field.
pub(super) fn tags(form: &Form) -> Result<Vec<String>, UploadError> {
    let tags = rules::normalised(form.field("tags").unwrap_or_default().split(','));
    let refuse = |message| UploadError::new("UploadViewsError", 400, message);
    rules::check_tags(&tags).map_err(refuse)?;
    Ok(tags)
}

/// Whether an upload is stored, by the field that says so.
pub(super) fn is_stored(project: &Project, text: Option<&str>) -> bool {
    match text {
        Some("1" | "true") => true,
        None | Some("" | "auto") => project.autostore(),
        Some(_) => false,
    }
}

/// The text of a field that is not empty.
pub(super) fn given<'a>(form: &'a Form, name: &str) -> Option<&'a str> {
    form.field(name).filter(|text| !text.is_empty())
}
