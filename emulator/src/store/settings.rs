use serde::{Deserialize, Serialize};
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
        }
    }
}

impl Settings {
    /// These settings with some fields replaced.
    pub fn patched(&self, patch: Map<String, Value>) -> Result<Self, ControlError> {
        let invalid = |error: serde_json::Error| ControlError::invalid(error.to_string());
        let mut fields = match serde_json::to_value(self).map_err(invalid)? {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        fields.extend(patch);
        serde_json::from_value(Value::Object(fields)).map_err(invalid)
    }
}
