//! Tags of files (REST API: File tags).

use crate::{
    checks,
    client::Client,
    error::Result,
    model::TagsChange,
    reference::FileReference,
    transport::{Method, Request, Target},
    wire::TagsAnswer,
};
use serde::Serialize;
use uploadcare_macros::{operations, options};

/// Which tags to add to a file, and which to delete from it.
#[options]
pub struct UpdateTagsOptions {
    /// Tags to add: 1 to 100 characters `A-Z a-z 0-9 - _ .` each. Case and surrounding space do
    /// not matter. A file has at most 50.
    pub add: Option<Vec<String>>,
    /// Tags to delete; done before the others are added. One that the file does not have is no
    /// error.
    pub delete: Option<Vec<String>>,
}

/// Tags of files (REST API: File tags).
///
/// Tags are kept in small letters, trimmed, each once, in the order given: up to 50 of 1 to 100
/// characters `A-Z a-z 0-9 - _ .` per file.
#[derive(Debug, Clone)]
pub struct Tags {
    client: Client,
}

#[operations]
impl Tags {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Gets the tags of a file.
    ///
    /// `file`: the file.
    /// Errors: `invalid_parameter` if it is no file, `not_found` if the project has no such file
    /// or it is removed.
    /// Reference: REST API, File tags.
    pub async fn get(&self, file: impl Into<FileReference>) -> Result<Vec<String>> {
        let request = Request::rest(Method::GET, target(file.into())?);
        Ok(self.client.transport().send(&request).await?.json::<TagsAnswer>()?.tags)
    }

    /// Gives a file these tags in place of those it has. No tags at all clear them.
    ///
    /// `file`: the file.
    /// `tags`: at most 50 tags of 1 to 100 characters `A-Z a-z 0-9 - _ .`, after empty and repeated
    /// ones are dropped.
    /// Returns: all tags of the file now, and what has changed.
    /// Errors: `invalid_parameter` for what is no file and for tags that the service would refuse,
    /// `not_found` if the project has no such file or it is removed.
    /// Reference: REST API, File tags.
    pub async fn replace(
        &self,
        file: impl Into<FileReference>,
        tags: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<TagsChange> {
        #[derive(Serialize)]
        struct Body {
            tags: Vec<String>,
        }

        let tags: Vec<String> = tags.into_iter().map(Into::into).collect();
        let body = Body { tags: checks::tags("tags", &tags)? };
        let request = Request::rest(Method::PUT, target(file.into())?).json(&body)?;
        self.client.transport().send(&request).await?.json()
    }

    /// Deletes some tags from a file and adds others.
    ///
    /// `file`: the file.
    /// `options`: which tags.
    /// Returns: all tags of the file now, and what has changed.
    /// Errors: `invalid_parameter` for what is no file and for tags that the service would refuse,
    /// `not_found` if the project has no such file or it is removed, `rejected` if the file would
    /// have more than 50.
    /// Reference: REST API, File tags.
    pub async fn update(
        &self,
        file: impl Into<FileReference>,
        options: UpdateTagsOptions,
    ) -> Result<TagsChange> {
        #[derive(Serialize)]
        struct Body {
            add: Vec<String>,
            delete: Vec<String>,
        }

        let body = Body {
            add: checks::tags("add", &options.add.unwrap_or_default())?,
            delete: checks::normal_tags("delete", &options.delete.unwrap_or_default())?,
        };
        let request = Request::rest(Method::PATCH, target(file.into())?).json(&body)?;
        self.client.transport().send(&request).await?.json()
    }
}

fn target(file: FileReference) -> Result<Target> {
    Ok(Target::path(["files", &file.uuid("file")?, "tags"]))
}
