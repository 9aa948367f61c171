//! Metadata and tags as they come with an upload.

use std::collections::BTreeMap;

use super::{error::UploadError, form::Form};

const MAX_METADATA: usize = 50;
const MAX_KEY: usize = 64;
const MAX_VALUE: usize = 512;
const MAX_TAGS: usize = 50;
const MAX_TAG: usize = 100;

/// Reads the `metadata[<key>]` fields.
pub(super) fn metadata(form: &Form) -> Result<BTreeMap<String, String>, UploadError> {
    let mut metadata = BTreeMap::new();
    for (name, value) in form.fields() {
        let key = name.strip_prefix("metadata[").and_then(|rest| rest.strip_suffix(']'));
        let Some(key) = key else { continue };
        check_key(key)?;
        check_value(key, value)?;
        if metadata.insert(key.to_owned(), value.to_owned()).is_some() {
            return Err(bad_metadata(
                "FileMetadataKeyDuplicatedError",
                format!("File's metadata key `{key}` has a duplicate."),
            ));
        }
    }
    if metadata.len() > MAX_METADATA {
        return Err(bad_metadata(
            "FileMetadataKeysNumberTooBigError",
            format!("A file can not have more than {MAX_METADATA} metadata keys."),
        ));
    }
    Ok(metadata)
}

fn bad_metadata(code: &'static str, message: String) -> UploadError {
    UploadError::new(code, 400, message)
}

fn check_key(key: &str) -> Result<(), UploadError> {
    if key.is_empty() {
        let message = "File's metadata key can not be empty.".to_owned();
        return Err(bad_metadata("FileMetadataKeyEmptyError", message));
    }
    if key.chars().count() > MAX_KEY {
        let shown: String = key.chars().take(MAX_KEY).collect();
        return Err(bad_metadata(
            "FileMetadataKeyLengthTooBigError",
            format!(
                "Length of file metadata key `{shown}...` can not be more than {MAX_KEY} symbols."
            ),
        ));
    }
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    if !key.chars().all(legal) {
        return Err(bad_metadata(
            "FileMetadataKeyForbiddenError",
            format!(
                "File's metadata key `{key}` contains symbols not allowed by the metadata key \
                 format."
            ),
        ));
    }
    Ok(())
}

fn check_value(key: &str, value: &str) -> Result<(), UploadError> {
    if value.is_empty() {
        return Err(bad_metadata(
            "FileMetadataValueEmptyError",
            format!("Value of the file metadata key `{key}` can not be empty."),
        ));
    }
    if value.chars().count() > MAX_VALUE {
        return Err(bad_metadata(
            "FileMetadataValueLengthTooBigError",
            format!(
                "Value of file metadata's key `{key}` can not be more than {MAX_VALUE} symbols in \
                 length."
            ),
        ));
    }
    Ok(())
}

/// Reads the comma-separated `tags` field.
pub(super) fn tags(form: &Form) -> Result<Vec<String>, UploadError> {
    let tags = normalised(form.field("tags").unwrap_or_default().split(','));
    let refuse = |message| Err(UploadError::new("UploadViewsError", 400, message));
    if tags.len() > MAX_TAGS {
        return refuse(format!("Too many tags: {} (max {MAX_TAGS}).", tags.len()));
    }
    for tag in &tags {
        if tag.chars().count() > MAX_TAG {
            return refuse(format!("Tag is too long: {tag} (max {MAX_TAG} characters)."));
        }
        if !tag.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')) {
            return refuse(format!("Tag contains forbidden characters: {tag}."));
        }
    }
    Ok(tags)
}

/// Trimmed, in lower case, without empty ones and without repetitions.
fn normalised<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut result: Vec<String> = Vec::new();
    for tag in tags {
        let tag = tag.trim().to_lowercase();
        if !tag.is_empty() && !result.contains(&tag) {
            result.push(tag);
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn tags_are_normalised_in_order() {
        assert_eq!(normalised([" Cat ", "dog", "CAT", "", "  "]), ["cat", "dog"]);
        assert_eq!(normalised(["b", "a", "B", "c"]), ["b", "a", "c"]);
        assert_eq!(normalised(["a.b", "A_B", "a-b"]), ["a.b", "a_b", "a-b"]);
        assert!(normalised([]).is_empty());
    }
}
