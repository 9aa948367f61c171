//! What may be put on a file: metadata and tags, the same over REST and on upload.

pub(crate) const MAX_METADATA: usize = 50;
const MAX_KEY: usize = 64;
const MAX_VALUE: usize = 512;
const MAX_TAGS: usize = 50;
const MAX_TAG: usize = 100;

/// Why something can not be put on a file: the code of the Upload API and a message.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub code: &'static str,
    pub message: String,
}

pub(crate) fn too_many_metadata() -> Refusal {
    let message = format!("A file can not have more than {MAX_METADATA} metadata keys.");
    Refusal { code: "FileMetadataKeysNumberTooBigError", message }
}

pub(crate) fn check_metadata(key: &str, value: &str) -> Result<(), Refusal> {
    check_key(key)?;
    check_value(key, value)
}

pub(crate) fn check_key(key: &str) -> Result<(), Refusal> {
    if key.is_empty() {
        let message = "File's metadata key can not be empty.".to_owned();
        return Err(Refusal { code: "FileMetadataKeyEmptyError", message });
    }
    if key.chars().count() > MAX_KEY {
        let shown: String = key.chars().take(MAX_KEY).collect();
        let message = format!(
            "Length of file metadata key `{shown}...` can not be more than {MAX_KEY} symbols."
        );
        return Err(Refusal { code: "FileMetadataKeyLengthTooBigError", message });
    }
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
    if !key.chars().all(legal) {
        let message = format!(
            "File's metadata key `{key}` contains symbols not allowed by the metadata key format."
        );
        return Err(Refusal { code: "FileMetadataKeyForbiddenError", message });
    }
    Ok(())
}

fn check_value(key: &str, value: &str) -> Result<(), Refusal> {
    if value.is_empty() {
        let message = format!("Value of the file metadata key `{key}` can not be empty.");
        return Err(Refusal { code: "FileMetadataValueEmptyError", message });
    }
    if value.chars().count() > MAX_VALUE {
        let message = format!(
            "Value of file metadata's key `{key}` can not be more than {MAX_VALUE} symbols in \
             length."
        );
        return Err(Refusal { code: "FileMetadataValueLengthTooBigError", message });
    }
    Ok(())
}

/// Checks normalised tags; the message when they are refused.
pub(crate) fn check_tags(tags: &[String]) -> Result<(), String> {
    if tags.len() > MAX_TAGS {
        return Err(format!("Too many tags: {} (max {MAX_TAGS}).", tags.len()));
    }
    for tag in tags {
        if tag.chars().count() > MAX_TAG {
            return Err(format!("Tag is too long: {tag} (max {MAX_TAG} characters)."));
        }
        if !tag.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')) {
            return Err(format!("Tag contains forbidden characters: {tag}."));
        }
    }
    Ok(())
}

/// Trimmed, in lower case, without empty ones and without repetitions.
pub(crate) fn normalised<'a>(tags: impl IntoIterator<Item = &'a str>) -> Vec<String> {
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
