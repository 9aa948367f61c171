use super::{all, project};
use crate::{
    client::Client,
    error::{Error, Result, quoted},
    model::Timestamp,
    transport::{Method, Request},
};
use uploadcare_macros::{model, operations};

/// Secrets per request; a project has few.
const PAGE: i64 = 100;

/// A secret key of a project; the key itself is not told (Project API: Secrets).
#[model]
pub struct ProjectSecret {
    /// Identifier of the secret key.
    pub id: String,
    /// Its last characters.
    pub hint: Option<String>,
    /// When it was last used; null if never.
    pub last_used_at: Option<Timestamp>,
}

/// A secret key that was just made (Project API: Create secret).
#[model]
pub struct NewProjectSecret {
    /// Identifier of the secret key.
    pub id: String,
    /// The key itself. The service never tells it again.
    #[secret]
    pub secret: String,
}

/// Secret keys of the projects of an account (Project API: Secrets).
#[derive(Debug, Clone)]
pub struct ProjectSecrets {
    client: Client,
}

#[operations]
impl ProjectSecrets {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Lists the secret keys of a project, without telling them.
    ///
    /// `public_key`: public key of the project.
    /// Errors: `invalid_parameter` for what is no key, `not_found` if there is no such project, `forbidden` if it
    /// belongs to another account.
    /// Reference: Project API, List secrets.
    pub async fn list(&self, public_key: &str) -> Result<Vec<ProjectSecret>> {
        all(&self.client, project(public_key, &["secrets"])?, PAGE).await
    }

    /// Makes a secret key for a project. Keep it: the service tells it only now.
    ///
    /// `public_key`: public key of the project.
    /// Errors: `invalid_parameter` for what is no key, `not_found` if there is no such project, `forbidden` if it
    /// belongs to another account.
    /// Reference: Project API, Create secret.
    pub async fn create(&self, public_key: &str) -> Result<NewProjectSecret> {
        let target = project(public_key, &["secrets"])?;
        let request = Request::account(Method::POST, target).once();
        self.client.transport().send(&request).await?.json()
    }

    /// Deletes a secret key of a project: requests that are signed with it are refused.
    ///
    /// `public_key`: public key of the project.
    /// `id`: identifier of the secret key.
    /// Errors: `invalid_parameter` for what is no key or identifier, `not_found` if there is none such, `rejected` for
    /// the last one of a project that demands signed uploads, `forbidden` if it belongs to another account.
    /// Reference: Project API, Delete secret.
    pub async fn delete(&self, public_key: &str, id: &str) -> Result<()> {
        if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::parameter(
                "id",
                format_args!("must be the identifier of a secret key, not {}", quoted(id)),
            ));
        }
        let target = project(public_key, &["secrets", id])?;
        let request = Request { absent_is_done: true, ..Request::account(Method::DELETE, target) };
        self.client.transport().send(&request).await.map(drop)
    }
}
