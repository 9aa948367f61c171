//! Groups: the list and one by one.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{FromRequestParts, Path, RawQuery},
    http::{Response, StatusCode, Uri, request::Parts},
    response::IntoResponse,
    routing::get,
};
use serde::Serialize;
use uuid::Uuid;

use super::{Caller, RestError, json, paging::ListQuery};
use crate::{
    app::Resource,
    store::{File, Group, RestObject, Stamp, parse_group_id},
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/groups/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(list),
        },
        Resource {
            route: "/groups/{id}/",
            methods: &["GET", "DELETE"],
            allow: "DELETE, GET, HEAD, OPTIONS",
            router: get(info).delete(remove),
        },
    ]
}

/// The group id in a path; anything else there is just not found.
struct GroupId((Uuid, usize));

impl<S: Send + Sync> FromRequestParts<S> for GroupId {
    type Rejection = RestError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, RestError> {
        let segment = Path::<String>::from_request_parts(parts, state).await;
        let segment = segment.map_err(|_| RestError::not_found())?;
        parse_group_id(&segment).map(Self).ok_or_else(RestError::not_found)
    }
}

#[derive(Serialize)]
struct GroupList<'a> {
    next: Option<String>,
    previous: Option<String>,
    total: usize,
    per_page: usize,
    results: Vec<GroupView<'a>>,
}

#[derive(Serialize)]
struct GroupView<'a> {
    id: String,
    datetime_created: Stamp,
    files_count: usize,
    cdn_url: String,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<Vec<Option<Member<'a>>>>,
}

#[derive(Serialize)]
struct Member<'a> {
    #[serde(flatten)]
    file: RestObject<'a>,
    default_effects: &'a str,
}

impl<'a> GroupView<'a> {
    fn new(group: &Group, origin: &str, files: Option<Vec<Option<Member<'a>>>>) -> Self {
        let id = group.id();
        Self {
            datetime_created: Stamp(group.created),
            files_count: group.members.len(),
            cdn_url: format!("{origin}/{id}/"),
            url: format!("{origin}/groups/{id}/"),
            files,
            id,
        }
    }
}

async fn list(
    caller: Caller,
    uri: Uri,
    RawQuery(query): RawQuery,
) -> Result<Response<Body>, RestError> {
    let query = ListQuery::parse(query.as_deref().unwrap_or_default(), "datetime_created")?;
    let page = caller.project.group_page(&query.page);
    let origin = &caller.origin.0;
    let base = format!("{origin}{}", uri.path());
    Ok(json(&GroupList {
        next: page.next.map(|cursor| query.next_link(&base, cursor.timestamp, cursor.offset)),
        previous: page
            .previous
            .map(|cursor| query.previous_link(&base, cursor.timestamp, cursor.offset)),
        total: page.total,
        per_page: query.page.limit,
        results: page.groups.iter().map(|group| GroupView::new(group, origin, None)).collect(),
    }))
}

async fn info(caller: Caller, GroupId(id): GroupId) -> Result<Response<Body>, RestError> {
    let group = caller.project.group(id).ok_or_else(RestError::not_found)?;
    let origin = &caller.origin.0;
    let files: Vec<Option<Arc<File>>> = group
        .members
        .iter()
        .map(|member| caller.project.file(&member.uuid).filter(|file| file.removed.is_none()))
        .collect();
    let members = files.iter().zip(&group.members).map(|(file, member)| {
        let file = file.as_ref()?.rest_object(origin, false);
        Some(Member { file, default_effects: &member.effects })
    });
    Ok(json(&GroupView::new(&group, origin, Some(members.collect()))))
}

async fn remove(caller: Caller, GroupId(id): GroupId) -> Result<Response<Body>, RestError> {
    caller.project.remove_group(id).ok_or_else(RestError::not_found)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
