//! Metadata of files (REST API: File metadata).

use crate::{
    checks,
    client::Client,
    error::Result,
    reference::FileReference,
    transport::{Method, Request, Target},
};
use std::collections::HashMap;
use uploadcare_macros::operations;

/// Metadata of files: texts by key, set by the application (REST API: File metadata).
///
/// A file has up to 50 keys of 1 to 64 characters `A-Z a-z 0-9 _ - . :`, with values of 1 to 512
/// characters.
#[derive(Debug, Clone)]
pub struct Metadata {
    client: Client,
}

#[operations]
impl Metadata {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Gets all metadata of a file.
    ///
    /// `file`: the file.
    /// Returns: values by key.
    /// Errors: `invalid_parameter` if it is no file, `not_found` if the project has no such file.
    /// Reference: REST API, File's metadata.
    pub async fn all(&self, file: impl Into<FileReference>) -> Result<HashMap<String, String>> {
        let target = Target::path(["files", &file.into().uuid("file")?, "metadata"]);
        let request = Request::rest(Method::GET, target);
        self.client.transport().send(&request).await?.json_or(HashMap::new())
    }

    /// Gets the value of one key.
    ///
    /// `file`: the file.
    /// `key`: the key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
    /// Errors: `invalid_parameter` for what is no file or no key, `not_found` if there is no such
    /// file or key.
    /// Reference: REST API, Metadata key's value.
    pub async fn get(&self, file: impl Into<FileReference>, key: &str) -> Result<String> {
        let request = Request::rest(Method::GET, target(file.into(), key)?);
        self.client.transport().send(&request).await?.json()
    }

    /// Sets the value of one key, new or old.
    ///
    /// `file`: the file.
    /// `key`: the key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
    /// `value`: its value: 1 to 512 characters.
    /// Returns: the value as it is kept.
    /// Errors: `invalid_parameter` for what is no file, no key or no value, `not_found` if the
    /// project has no such file, `rejected` if it would have more than 50 keys.
    /// Reference: REST API, Update metadata key's value.
    pub async fn set(
        &self,
        file: impl Into<FileReference>,
        key: &str,
        value: &str,
    ) -> Result<String> {
        let target = target(file.into(), key)?;
        checks::metadata_value(value)?;
        let request = Request::rest(Method::PUT, target).json(&value)?;
        self.client.transport().send(&request).await?.json()
    }

    /// Deletes one key with its value.
    ///
    /// `file`: the file.
    /// `key`: the key: 1 to 64 characters `A-Z a-z 0-9 _ - . :`.
    /// Errors: `invalid_parameter` for what is no file or no key, `not_found` if there is no such
    /// file or key.
    /// Reference: REST API, Delete metadata key.
    pub async fn delete(&self, file: impl Into<FileReference>, key: &str) -> Result<()> {
        let request = Request::removal(target(file.into(), key)?);
        self.client.transport().send(&request).await.map(drop)
    }
}

fn target(file: FileReference, key: &str) -> Result<Target> {
    let uuid = file.uuid("file")?;
    checks::metadata_key(key)?;
    Ok(Target::path(["files", &uuid, "metadata", key]))
}
