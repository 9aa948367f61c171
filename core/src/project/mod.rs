//! The project of the keys (REST API: Project).

use crate::{
    client::Client,
    error::Result,
    model::ProjectInfo,
    transport::{Method, Request, Target},
};
use uploadcare_macros::operations;

/// The project of the keys (REST API: Project).
#[derive(Debug, Clone)]
pub struct Project {
    client: Client,
}

#[operations]
impl Project {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Gets what is known of the project: its name, its people, and whether files are stored at
    /// once.
    ///
    /// Errors: `authentication` if the keys are wrong.
    /// Reference: REST API, Project info.
    pub async fn get(&self) -> Result<ProjectInfo> {
        let request = Request::rest(Method::GET, Target::path(["project"]));
        self.client.transport().send(&request).await?.json()
    }
}
