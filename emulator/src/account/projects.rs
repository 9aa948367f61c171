//! Projects and what they can do.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::RawQuery,
    http::{Response, StatusCode},
    response::IntoResponse,
    routing::get,
};
use serde_json::{Value, json};

use super::{Caller, Owned, body::Fields, error::AccountError, paging::ListPage};
use crate::{
    app::Resource,
    store::{Blocked, Features, Project, ProjectKeys, Settings},
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/projects/",
            methods: &["GET", "POST"],
            allow: "GET, HEAD, OPTIONS, POST",
            router: get(list).post(create),
        },
        Resource {
            route: "/projects/{pub_key}/",
            methods: &["GET", "POST", "DELETE"],
            allow: "DELETE, GET, HEAD, OPTIONS, POST",
            router: get(one).post(update).delete(delete),
        },
    ]
}

async fn list(
    caller: Caller,
    RawQuery(query): RawQuery,
) -> Result<Json<ListPage<Value>>, AccountError> {
    let projects = caller.account.projects();
    let views = projects.iter().map(|project| view(project)).collect();
    Ok(Json(ListPage::of(&caller, "", &query.unwrap_or_default(), views)?))
}

async fn create(caller: Caller, fields: Fields) -> Result<Response<Body>, AccountError> {
    let name = fields.text("name")?;
    let name = name.ok_or_else(|| AccountError::invalid("name is required."))?;
    // All that may be refused is looked at before there is a project.
    let (mut settings, mut features) = (Settings::default(), Features::default());
    patch(&mut settings, &mut features, &fields)?;
    settings.name = Some(name);
    let project = loop {
        let project = caller.app.store.add_project(ProjectKeys::random(), settings.autostore);
        if let Some(project) = project {
            break project;
        }
    };
    project.configure(|its_settings, its_features| {
        (*its_settings, *its_features) = (settings, features);
        Ok::<_, AccountError>(())
    })?;
    caller.account.adopt(Arc::clone(&project));
    Ok((StatusCode::CREATED, Json(view(&project))).into_response())
}

async fn one(Owned(project): Owned) -> Json<Value> {
    Json(view(&project))
}

async fn update(Owned(project): Owned, fields: Fields) -> Result<Json<Value>, AccountError> {
    project.configure(|settings, features| patch(settings, features, &fields))?;
    Ok(Json(view(&project)))
}

async fn delete(Owned(project): Owned) -> StatusCode {
    project.delete();
    StatusCode::NO_CONTENT
}

fn view(project: &Project) -> Value {
    let (settings, features) = (project.settings(), project.features());
    let enabled = |is_enabled: bool| json!({ "is_enabled": is_enabled });
    let mime_types = settings.allowed_mime_types.as_ref().unwrap_or(&features.mime_types);
    json!({
        "pub_key": project.keys.public_key,
        "name": settings.name.as_ref().unwrap_or(&project.keys.public_key),
        "is_blocked": settings.blocked.is_some(),
        "is_search_index_allowed": features.is_search_index_allowed,
        "is_shared_project": false,
        "features": {
            "gif_to_video_conversion": enabled(features.gif_to_video_conversion),
            "mime_type_filtering": {
                "mime_types": mime_types,
                "is_mime_filtering_enabled": settings.allowed_mime_types.is_some(),
            },
            "team_members": { "team_size": features.team_size },
            "uploads": {
                "filesize_limit": settings.file_size_limit,
                "autostore": settings.autostore,
                "image_resolution_limit": features.image_resolution_limit,
                "is_signed_upload_enabled": settings.signed_uploads,
            },
            "video_processing": enabled(settings.video_conversion_available),
            "malware_protection": enabled(features.malware_protection),
            "svg_validation": enabled(features.svg_validation),
        },
    })
}

/// Changes what is named; on an error the two may be half changed.
fn patch(
    settings: &mut Settings,
    features: &mut Features,
    fields: &Fields,
) -> Result<(), AccountError> {
    if let Some(name) = fields.text("name")? {
        settings.name = Some(name);
    }
    if let Some(blocked) = fields.boolean("is_blocked")? {
        let why = settings.blocked.unwrap_or(Blocked::AccountBlockedError);
        settings.blocked = blocked.then_some(why);
    }
    set(&mut features.is_search_index_allowed, fields.boolean("is_search_index_allowed")?);

    let given = fields.object("features")?;
    let enabled = |name: &str| given.object(name)?.boolean("is_enabled");
    set(&mut features.gif_to_video_conversion, enabled("gif_to_video_conversion")?);
    set(&mut settings.video_conversion_available, enabled("video_processing")?);
    set(&mut features.malware_protection, enabled("malware_protection")?);
    set(&mut features.svg_validation, enabled("svg_validation")?);
    set(&mut features.team_size, given.object("team_members")?.number("team_size")?);

    let uploads = given.object("uploads")?;
    set(&mut settings.file_size_limit, uploads.limit("filesize_limit")?);
    set(&mut settings.autostore, uploads.boolean("autostore")?);
    set(&mut features.image_resolution_limit, uploads.limit("image_resolution_limit")?);
    set(&mut settings.signed_uploads, uploads.boolean("is_signed_upload_enabled")?);

    let filter = given.object("mime_type_filtering")?;
    // The list may have been set as a setting.
    set(&mut features.mime_types, settings.allowed_mime_types.clone());
    set(&mut features.mime_types, filter.texts("mime_types")?);
    let enabled = filter.boolean("is_mime_filtering_enabled")?;
    settings.allowed_mime_types = enabled
        .unwrap_or(settings.allowed_mime_types.is_some())
        .then(|| features.mime_types.clone());
    Ok(())
}

fn set<T>(place: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *place = given;
    }
}
