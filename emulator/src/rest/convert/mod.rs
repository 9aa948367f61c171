//! Conversions of documents and videos.

mod formats;
mod path;

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, State},
    http::Response,
    routing::{get, post},
};
use bytes::Bytes;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Caller, FileId, RestError, body, json as answer, spaced};
use crate::{
    app::{App, Resource},
    store::{DOCUMENT, Job, JobId, Project, Task, VIDEO, random_uuid},
    work,
};
use path::{DocumentPath, VideoPath, bad_path};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/convert/document/",
            methods: &["POST"],
            allow: "OPTIONS, POST",
            router: post(convert_documents),
        },
        Resource {
            route: "/convert/document/status/{token}/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(document_status),
        },
        Resource {
            route: "/convert/document/{uuid}/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(document_info),
        },
        Resource {
            route: "/convert/video/",
            methods: &["POST"],
            allow: "OPTIONS, POST",
            router: post(convert_videos),
        },
        Resource {
            route: "/convert/video/status/{token}/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(video_status),
        },
    ]
}

async fn convert_documents(State(app): State<App>, caller: Caller, bytes: Bytes) -> Response<Body> {
    spaced::answer(documents(&app, &caller.project, &bytes))
}

fn documents(app: &App, project: &Arc<Project>, bytes: &[u8]) -> Result<Value, RestError> {
    check_documents_available(project)?;
    let order = Order::read(bytes, project)?;
    order.carry_out(app, project, |path| {
        let parsed = DocumentPath::parse(path)?;
        let file = project.file(&parsed.uuid).filter(|file| file.removed.is_none());
        let format = formats::format_of(&*file.ok_or_else(|| bad_path(path))?);
        if !formats::targets(&format).contains(&parsed.format.as_str()) {
            return Err(format!(
                "the target_format is not a supported 'to' format for this source file. \
                 {format} -> {}",
                parsed.format
            ));
        }
        let (result, token) = (random_uuid(), new_token());
        let task = Task::Document {
            format: parsed.format,
            page: parsed.page,
            save_in_group: order.save_in_group,
            store: order.store,
            result,
        };
        let view = json!({ "original_source": path, "uuid": result.to_string(), "token": token });
        Ok((Job::new(JobId::Token(token), DOCUMENT, parsed.uuid, task), view))
    })
}

async fn convert_videos(State(app): State<App>, caller: Caller, bytes: Bytes) -> Response<Body> {
    spaced::answer(videos(&app, &caller.project, &bytes))
}

fn videos(app: &App, project: &Arc<Project>, bytes: &[u8]) -> Result<Value, RestError> {
    check_videos_available(project)?;
    let order = Order::read(bytes, project)?;
    order.carry_out(app, project, |path| {
        let parsed = VideoPath::parse(path)?;
        let file = project.file(&parsed.uuid).filter(|file| file.removed.is_none());
        file.ok_or_else(|| bad_path(path))?;
        let (result, thumbs_group, token) = (random_uuid(), random_uuid(), new_token());
        let task = Task::Video {
            format: parsed.format,
            thumbs: parsed.thumbs,
            thumbs_group,
            store: order.store,
            result,
        };
        let mut view = results(&task);
        view["original_source"] = path.into();
        view["token"] = token.into();
        Ok((Job::new(JobId::Token(token), VIDEO, parsed.uuid, task), view))
    })
}

/// What was asked for, checked as far as it goes for all paths.
struct Order {
    paths: Vec<String>,
    store: bool,
    save_in_group: bool,
}

impl Order {
    fn read(bytes: &[u8], project: &Project) -> Result<Self, RestError> {
        let no_object = || RestError::bad_request("Expected JSON object.");
        let Value::Object(fields) = body::json(bytes).map_err(|_| no_object())? else {
            return Err(no_object());
        };
        let paths = match fields.get("paths") {
            None | Some(Value::Null) => Err("“paths” parameter is required."),
            Some(Value::Array(paths)) => paths
                .iter()
                .map(|path| path.as_str().map(str::to_owned))
                .collect::<Option<Vec<_>>>()
                .ok_or("“paths” parameter should be a list of strings."),
            Some(_) => Err("“paths” parameter should be a list of strings."),
        };
        Ok(Self {
            paths: paths.map_err(RestError::bad_request)?,
            store: flag(&fields, "store")?.unwrap_or(project.autostore()),
            save_in_group: flag(&fields, "save_in_group")?.unwrap_or(false),
        })
    }

    /// Starts a job for each path that `job_for` has no problem with.
    fn carry_out(
        &self,
        app: &App,
        project: &Arc<Project>,
        job_for: impl Fn(&str) -> Result<(Job, Value), String>,
    ) -> Result<Value, RestError> {
        let (mut problems, mut started) = (Map::new(), Vec::new());
        for path in &self.paths {
            match job_for(path) {
                Ok((job, view)) => {
                    work::start(app, project, &mut project.jobs.lock(), job);
                    started.push(view);
                }
                Err(problem) => {
                    problems.insert(path.clone(), problem.into());
                }
            }
        }
        Ok(json!({ "problems": problems, "result": started }))
    }
}

fn flag(fields: &Map<String, Value>, name: &str) -> Result<Option<bool>, RestError> {
    let Some(value) = fields.get(name) else { return Ok(None) };
    let flag = match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => match text.as_str() {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => None,
        },
        value if *value == json!(1) => Some(true),
        value if *value == json!(0) => Some(false),
        _ => None,
    };
    let refused = || format!("“{name}” parameter should be one of “0”, “false”, “1”, “true”.");
    flag.map(Some).ok_or_else(|| RestError::bad_request(refused()))
}

/// Beyond 32 bits, so that a client that has only those is found out.
fn new_token() -> u64 {
    fastrand::u64(1 << 32..1 << 40)
}

fn check_documents_available(project: &Project) -> Result<(), RestError> {
    if project.settings().document_conversion_available {
        return Ok(());
    }
    let detail = "Document conversion feature is not available for this project.";
    Err(RestError::bad_request(detail))
}

fn check_videos_available(project: &Project) -> Result<(), RestError> {
    if project.settings().video_conversion_available {
        return Ok(());
    }
    let detail = "Video conversion feature is not available for this project.";
    Err(RestError::bad_request(detail))
}

async fn document_status(
    State(app): State<App>,
    caller: Caller,
    Path(token): Path<String>,
) -> Result<Response<Body>, RestError> {
    check_documents_available(&caller.project)?;
    status(&app, &caller.project, DOCUMENT, &token)
}

async fn video_status(
    State(app): State<App>,
    caller: Caller,
    Path(token): Path<String>,
) -> Result<Response<Body>, RestError> {
    check_videos_available(&caller.project)?;
    status(&app, &caller.project, VIDEO, &token)
}

fn status(
    app: &App,
    project: &Arc<Project>,
    kind: &str,
    token: &str,
) -> Result<Response<Body>, RestError> {
    let id = JobId::Token(token.parse().map_err(|_| RestError::not_found())?);
    let job = work::poll(app, project, |job| job.kind == kind && job.id == id);
    let job = job.ok_or_else(RestError::not_found)?;
    Ok(answer(&json!({
        "status": job.conversion_status(),
        "error": job.error,
        "result": results(&job.task),
    })))
}

/// What a conversion makes, known from its beginning.
fn results(task: &Task) -> Value {
    match task {
        Task::Document { result, .. } => json!({ "uuid": result.to_string() }),
        Task::Video { result, thumbs_group, thumbs, .. } => json!({
            "uuid": result.to_string(),
            "thumbnails_group_uuid": group_id(thumbs_group, *thumbs),
        }),
        _ => Value::Null,
    }
}

fn group_id(uuid: &Uuid, files: usize) -> String {
    format!("{uuid}~{files}")
}

async fn document_info(caller: Caller, FileId(uuid): FileId) -> Result<Response<Body>, RestError> {
    let project = &caller.project;
    check_documents_available(project)?;
    let file = project.file(&uuid).filter(|file| file.removed.is_none());
    let format = formats::format_of(&*file.ok_or_else(RestError::not_found)?);
    let targets = formats::targets(&format);
    let error = targets.is_empty().then(|| format!("Format {format} is not a supported document."));
    let conversions: Vec<_> = targets.iter().map(|name| json!({ "name": name })).collect();
    let mut details = json!({ "name": format, "conversion_formats": conversions });
    let groups = project.jobs.converted_groups(&uuid);
    if !groups.is_empty() {
        details["converted_groups"] = json!(groups);
    }
    Ok(answer(&json!({ "error": error, "format": details })))
}
