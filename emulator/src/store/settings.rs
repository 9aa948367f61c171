use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::error::ControlError;

/// What can be set about a project; the control API takes any of the fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Settings {
    /// Name of the project; its public key when there is none.
    pub name: Option<String>,
    pub collaborators: Option<Vec<Collaborator>>,
    /// Whether uploads that do not say otherwise are stored.
    pub autostore: bool,
    /// Names of custom storages, each with a bucket of that name.
    pub storages: Vec<String>,
    /// Looks at a local copy that still see the provisional file.
    pub copy_polls: u32,
    /// How long the search does not know a new file.
    pub index_delay_ms: u64,
    pub webhooks_available: bool,
    pub document_conversion_available: bool,
    pub video_conversion_available: bool,
    /// Answers about a job that still see it unfinished.
    pub job_polls: u32,
    /// How long a job takes that nobody asks about.
    pub job_ms: u64,
    /// Whether uploads need a signature or a token.
    pub signed_uploads: bool,
    /// How far the clocks of those who make tokens may be off.
    pub token_leeway_seconds: u32,
    /// The most bytes that a file may have.
    pub file_size_limit: Option<u64>,
    /// The types that uploads may be of, `image/*` for all images; any when there is no list.
    pub allowed_mime_types: Option<Vec<String>>,
    /// Why the Upload API takes nothing from the project.
    pub blocked: Option<Blocked>,
    /// Looks at a new upload that still see it unready.
    pub ready_polls: u32,
    /// How long the URL of a part lasts.
    pub part_url_seconds: u32,
    /// Whether nothing is fetched from hosts that are not public.
    pub refuse_private_addresses: bool,
    /// Secrets of signed delivery, as hexadecimal text; without any, delivery is open.
    pub delivery_secrets: Vec<String>,
}

/// What is wrong with an account, by the code of the Upload API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::enum_variant_names, reason = "the names are those of the service")]
pub(crate) enum Blocked {
    AccountBlockedError,
    AccountLimitsExceededError,
    AccountUnpaidError,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Collaborator {
    pub name: String,
    pub email: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: None,
            collaborators: Some(Vec::new()),
            autostore: true,
            storages: vec!["my-storage".to_owned()],
            copy_polls: 1,
            index_delay_ms: 0,
            webhooks_available: true,
            document_conversion_available: true,
            video_conversion_available: true,
            job_polls: 2,
            job_ms: 2000,
            signed_uploads: false,
            token_leeway_seconds: 0,
            file_size_limit: None,
            allowed_mime_types: None,
            blocked: None,
            ready_polls: 0,
            part_url_seconds: 86_400,
            refuse_private_addresses: false,
            delivery_secrets: Vec::new(),
        }
    }
}

impl Settings {
    /// Whether a file may have so many bytes.
    pub fn allows_size(&self, size: u64) -> bool {
        self.file_size_limit.is_none_or(|limit| size <= limit)
    }

    pub fn allows_mime(&self, mime: &str) -> bool {
        let fits = |pattern: &String| match pattern.strip_suffix('*') {
            Some(start) => mime.starts_with(start),
            None => mime == pattern,
        };
        self.allowed_mime_types.as_ref().is_none_or(|allowed| allowed.iter().any(fits))
    }

    /// These settings with some fields replaced.
    pub fn patched(&self, patch: Map<String, Value>) -> Result<Self, ControlError> {
        let settings: Self = patched(self, patch)?;
        let is_secret = |text: &String| hex::decode(text).is_ok_and(|bytes| !bytes.is_empty());
        if settings.delivery_secrets.len() > 2 || !settings.delivery_secrets.iter().all(is_secret) {
            return Err(ControlError::invalid(
                "delivery_secrets are two hexadecimal texts at most",
            ));
        }
        Ok(settings)
    }
}

/// Any settings with some fields replaced.
pub(super) fn patched<T: Serialize + DeserializeOwned>(
    settings: &T,
    patch: Map<String, Value>,
) -> Result<T, ControlError> {
    let invalid = |error: serde_json::Error| ControlError::invalid(error.to_string());
    let mut fields = match serde_json::to_value(settings).map_err(invalid)? {
        Value::Object(fields) => fields,
        _ => Map::new(),
    };
    fields.extend(patch);
    serde_json::from_value(Value::Object(fields)).map_err(invalid)
}
