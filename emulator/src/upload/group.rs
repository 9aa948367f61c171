//! Groups, made and shown with no more than a public key.

use std::sync::Arc;

use axum::{
    Extension, Json,
    body::Body,
    extract::State,
    http::Response,
    response::IntoResponse,
    routing::{get, post},
};
use serde::Serialize;

use super::{Call, error::UploadError, form::Form};
use crate::{
    app::{App, Origin, Resource},
    store::{File, Group, Project, Source, Stamp, UploadView, parse_group_id},
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/group/",
            methods: &["POST"],
            allow: "POST, OPTIONS",
            router: post(create),
        },
        Resource {
            route: "/group/info/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(info),
        },
    ]
}

async fn create(
    State(app): State<App>,
    Extension(origin): Extension<Origin>,
    call: Call,
) -> Result<Response<Body>, UploadError> {
    let project = call.project(&app, "pub_key")?;
    let token = call.authorise(&app, &project, "/group/", 0)?;
    let names = file_names(&call.form);
    if names.is_empty() {
        return Err(UploadError::GROUP_FILES_INVALID);
    }
    if names.len() > Group::MAX_FILES {
        return Err(UploadError::FILES_LIMIT);
    }
    let parse = |name: &&str| Source::parse(name).ok_or_else(|| UploadError::group_file_url(name));
    let members = names.iter().map(parse).collect::<Result<_, _>>()?;
    let group = project.add_group(members, app.project_now(&project));
    let group = group.ok_or(UploadError::GROUP_FILES_NOT_FOUND)?;
    token.spend();
    Ok(shown(&project, &group, &origin))
}

async fn info(
    State(app): State<App>,
    Extension(origin): Extension<Origin>,
    call: Call,
) -> Result<Response<Body>, UploadError> {
    let project = call.project(&app, "pub_key")?;
    let id = call.form.field("group_id").filter(|id| !id.is_empty());
    let id = parse_group_id(id.ok_or(UploadError::GROUP_ID_REQUIRED)?);
    let group = id.and_then(|id| project.group(id)).ok_or(UploadError::GROUP_NOT_FOUND)?;
    Ok(shown(&project, &group, &origin))
}

/// The values of `files[]` in the order they came, after those of `files[0]`, `files[1]`…
/// in the order of their numbers.
fn file_names(form: &Form) -> Vec<&str> {
    let mut names: Vec<(u64, &str)> = form
        .fields()
        .filter_map(|(name, value)| match name.strip_prefix("files[")?.strip_suffix(']')? {
            "" => Some((u64::MAX, value)),
            number => Some((number.parse().ok()?, value)),
        })
        .collect();
    names.sort_by_key(|(number, _)| *number);
    names.into_iter().map(|(_, value)| value).collect()
}

#[derive(Serialize)]
struct GroupView<'a> {
    id: String,
    datetime_created: Stamp,
    /// Deprecated, but the field is still there.
    datetime_stored: Option<Stamp>,
    files_count: usize,
    cdn_url: String,
    url: String,
    files: Vec<Option<Member<'a>>>,
}

#[derive(Serialize)]
struct Member<'a> {
    #[serde(flatten)]
    file: UploadView<'a>,
    default_effects: &'a str,
}

fn shown(project: &Project, group: &Group, Origin(origin): &Origin) -> Response<Body> {
    let id = group.id();
    let files: Vec<Option<Arc<File>>> = group
        .members
        .iter()
        .map(|member| project.file(&member.uuid).filter(|file| file.removed.is_none()))
        .collect();
    let members = files.iter().zip(&group.members).map(|(file, member)| {
        let file = file.as_ref()?.upload_object();
        Some(Member { file, default_effects: &member.effects })
    });
    let view = GroupView {
        datetime_created: Stamp(group.created),
        datetime_stored: None,
        files_count: files.len(),
        cdn_url: format!("{origin}/{id}/"),
        url: format!("{origin}/groups/{id}/"),
        files: members.collect(),
        id,
    };
    Json(view).into_response()
}
