//! Secret keys.

use axum::{
    Json,
    extract::{FromRequestParts, RawQuery},
    http::{StatusCode, request::Parts},
    routing::{delete, get},
};

use super::{Caller, Owned, error::AccountError, paging::ListPage, parameter};
use crate::{
    app::Resource,
    store::{NewSecret, NotRemoved, SecretView},
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/projects/{pub_key}/secrets/",
            methods: &["GET", "POST"],
            allow: "GET, HEAD, OPTIONS, POST",
            router: get(list).post(create),
        },
        Resource {
            route: "/projects/{pub_key}/secrets/{id}/",
            methods: &["DELETE"],
            allow: "DELETE, OPTIONS",
            router: delete(remove),
        },
    ]
}

/// The id of a secret in a path.
struct SecretId(String);

impl<S: Send + Sync> FromRequestParts<S> for SecretId {
    type Rejection = AccountError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, AccountError> {
        let id = parameter(parts, state, "id").await;
        id.map(Self).ok_or_else(|| AccountError::not_found("Secret"))
    }
}

async fn list(
    caller: Caller,
    Owned(project): Owned,
    RawQuery(query): RawQuery,
) -> Result<Json<ListPage<SecretView>>, AccountError> {
    let path = format!("{}/secrets/", project.keys.public_key);
    let page = ListPage::of(&caller, &path, &query.unwrap_or_default(), project.secrets.all())?;
    Ok(Json(page))
}

async fn create(Owned(project): Owned) -> (StatusCode, Json<NewSecret>) {
    (StatusCode::CREATED, Json(project.secrets.add()))
}

async fn remove(Owned(project): Owned, SecretId(id): SecretId) -> Result<StatusCode, AccountError> {
    let removed = project.secrets.remove(&id, project.settings().signed_uploads);
    removed.map_err(|why| match why {
        NotRemoved::Unknown => AccountError::not_found("Secret"),
        NotRemoved::Last => AccountError::last_secret(),
    })?;
    Ok(StatusCode::NO_CONTENT)
}
