//! Add-ons: calls that look at a file or make another of it.

use axum::{
    body::Body,
    extract::{Path, RawQuery, State},
    http::Response,
    routing::{get, post},
};
use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::{Caller, RestError, body, spaced};
use crate::{
    app::{App, Resource},
    store::{ADDONS, Job, JobId, Task, parse_uuid, random_uuid},
    work,
};

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/addons/{name}/execute/",
            methods: &["POST"],
            allow: "OPTIONS, POST",
            router: post(execute),
        },
        Resource {
            route: "/addons/{name}/execute/status/",
            methods: &["GET"],
            allow: "GET, HEAD, OPTIONS",
            router: get(status),
        },
    ]
}

async fn execute(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    bytes: Bytes,
) -> Response<Body> {
    spaced::answer(start(&app, &caller, &name, &bytes))
}

fn start(app: &App, caller: &Caller, name: &str, bytes: &[u8]) -> Result<Value, RestError> {
    let kind = addon(name)?;
    let Value::Object(fields) = body::json(bytes)? else {
        let text = "Invalid data. Expected a dictionary.";
        return Err(RestError::fields(json!({ "non_field_errors": [text] })));
    };
    let target = match fields.get("target") {
        None => return Err(refused("target", "This field is required.")),
        Some(Value::Null) => return Err(refused("target", "This field may not be null.")),
        Some(target) => target.as_str().and_then(parse_uuid),
    };
    let target = target.ok_or_else(|| refused("target", "Must be a valid UUID."))?;
    let task = task(kind, &fields)?;
    let project = &caller.project;
    let file = project.file(&target).filter(|file| file.removed.is_none());
    file.ok_or_else(RestError::not_found)?;

    let mut jobs = project.jobs.lock();
    if jobs.iter().any(|job| job.is_running() && job.kind == kind && job.source == target) {
        return Err(RestError::conflict());
    }
    let request_id = random_uuid();
    let job = Job::new(JobId::Request(request_id), kind, target, task);
    work::start(app, project, &mut jobs, job);
    Ok(json!({ "request_id": request_id.to_string() }))
}

async fn status(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Response<Body> {
    spaced::answer(look_up(&app, &caller, &name, &query.unwrap_or_default()))
}

fn look_up(app: &App, caller: &Caller, name: &str, query: &str) -> Result<Value, RestError> {
    let kind = addon(name)?;
    let mut parameters = form_urlencoded::parse(query.as_bytes());
    let request_id = parameters.find(|(name, _)| name == "request_id");
    let (_, request_id) =
        request_id.ok_or_else(|| refused("request_id", "This field is required."))?;
    let request_id = parse_uuid(&request_id);
    let id =
        JobId::Request(request_id.ok_or_else(|| refused("request_id", "Must be a valid UUID."))?);
    let job = work::poll(app, &caller.project, |job| job.kind == kind && job.id == id);
    let Some(job) = job else { return Ok(json!({ "status": "unknown" })) };
    let mut answer = json!({ "status": job.addon_status() });
    if let Some(file) = job.result {
        answer["result"] = json!({ "file_id": file.to_string() });
    }
    if let Some(error) = &job.error {
        answer["details"] = error.as_str().into();
    }
    Ok(answer)
}

fn addon(name: &str) -> Result<&'static str, RestError> {
    ADDONS.into_iter().find(|addon| *addon == name).ok_or_else(RestError::not_found)
}

fn refused(field: &str, text: &str) -> RestError {
    RestError::fields(json!({ field: [text] }))
}

fn task(kind: &str, fields: &Map<String, Value>) -> Result<Task, RestError> {
    let none = Map::new();
    let params = match fields.get("params") {
        None => &none,
        Some(Value::Object(params)) => params,
        Some(Value::Null) => return Err(refused("params", "This field may not be null.")),
        Some(_) => return Err(refused("params", "Expected a dictionary of items.")),
    };
    let rules = match kind {
        "uc_clamav_virus_scan" => SCAN_PARAMS,
        "remove_bg" => REMOVE_BG_PARAMS,
        _ => &[],
    };
    let mut errors = Map::new();
    for (name, rule) in rules {
        if let Some(error) = params.get(*name).and_then(|value| rule.check(value)) {
            errors.insert((*name).to_owned(), json!([error]));
        }
    }
    if !errors.is_empty() {
        return Err(RestError::fields(json!({ "params": errors })));
    }
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    Ok(match kind {
        "aws_rekognition_detect_labels" => Task::Labels,
        "aws_rekognition_detect_moderation_labels" => Task::ModerationLabels,
        "uc_clamav_virus_scan" => {
            Task::Scan { purge: params.get("purge_infected") == Some(&Value::Bool(true)) }
        }
        _ => {
            let wanted = text("type_level").is_some_and(|level| level != "none");
            let kind = text("type").filter(|kind| *kind != "auto").unwrap_or("person");
            Task::RemoveBackground { foreground: wanted.then(|| kind.to_owned()) }
        }
    })
}

/// What a parameter has to be.
enum Rule {
    Boolean,
    Choice(&'static [&'static str]),
    /// So many lengths, each in pixels or percent.
    Lengths(&'static [usize]),
    /// So many percentages, or one of the words.
    Percent(&'static [usize], &'static [&'static str]),
}

const SCAN_PARAMS: &[(&str, Rule)] = &[("purge_infected", Rule::Boolean)];

const REMOVE_BG_PARAMS: &[(&str, Rule)] = &[
    ("crop", Rule::Boolean),
    ("crop_margin", Rule::Lengths(&[1, 2, 4])),
    ("scale", Rule::Percent(&[1], &["original"])),
    ("add_shadow", Rule::Boolean),
    ("type_level", Rule::Choice(&["none", "1", "2", "latest"])),
    ("type", Rule::Choice(&["auto", "person", "product", "car"])),
    ("semitransparency", Rule::Boolean),
    ("channels", Rule::Choice(&["rgba", "alpha"])),
    ("roi", Rule::Lengths(&[4])),
    ("position", Rule::Percent(&[1, 2], &["original", "center"])),
];

impl Rule {
    /// What is wrong with a value.
    fn check(&self, value: &Value) -> Option<String> {
        if value.is_null() {
            return Some("This field may not be null.".to_owned());
        }
        if let Self::Boolean = self {
            return (!value.is_boolean()).then(|| "Must be a valid boolean.".to_owned());
        }
        let Some(text) = value.as_str() else { return Some("Not a valid string.".to_owned()) };
        let words: Vec<_> = text.split_whitespace().collect();
        let fits = match self {
            Self::Boolean => true,
            Self::Choice(choices) => {
                let refusal = || format!("\"{text}\" is not a valid choice.");
                return (!choices.contains(&text)).then(refusal);
            }
            Self::Lengths(counts) => {
                let is_length = |word: &&str| {
                    let number = word.strip_suffix("px").or_else(|| word.strip_suffix('%'));
                    is_number(number.unwrap_or(word))
                };
                counts.contains(&words.len()) && words.iter().all(is_length)
            }
            Self::Percent(counts, names) => {
                let is_percent = |word: &&str| word.strip_suffix('%').is_some_and(is_number);
                names.contains(&text)
                    || counts.contains(&words.len()) && words.iter().all(is_percent)
            }
        };
        (!fits).then(|| "Invalid value.".to_owned())
    }
}

fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(fraction)
}
