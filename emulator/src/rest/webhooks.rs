//! Subscriptions to events.

use axum::{
    body::Body,
    extract::{Path, State},
    http::{HeaderMap, Response, StatusCode, Uri, header},
    response::IntoResponse,
    routing::{delete, get},
};
use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::{Caller, RestError, body, json as answer};
use crate::{
    app::{App, Resource},
    store::{AlreadySubscribed, EVENTS, Stamp, Webhook, WebhookPatch},
};

const MAX_URL: usize = 255;
const MAX_SECRET: usize = 32;
const VERSION: &str = "0.7";

pub(super) fn resources() -> Vec<Resource> {
    vec![
        Resource {
            route: "/webhooks/",
            methods: &["GET", "POST"],
            allow: "GET, HEAD, OPTIONS, POST",
            router: get(list).post(create),
        },
        Resource {
            route: "/webhooks/{id}/",
            methods: &["GET", "PUT", "DELETE"],
            allow: "DELETE, GET, HEAD, OPTIONS, PUT",
            router: get(info).put(update).delete(remove),
        },
        Resource {
            route: "/webhooks/unsubscribe/",
            methods: &["DELETE"],
            allow: "DELETE, OPTIONS",
            router: delete(unsubscribe),
        },
    ]
}

async fn list(caller: Caller) -> Result<Response<Body>, RestError> {
    check_available(&caller)?;
    Ok(answer(&caller.project.webhooks.all()))
}

async fn create(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response<Body>, RestError> {
    check_available(&caller)?;
    let fields = fields(&headers, &bytes)?;
    let target_url = required_target(&fields)?;
    let patch = patch(&fields)?;
    let event = patch.event.ok_or_else(|| refused("event", "This field is required."))?;
    let now = Stamp(app.now().timestamp_micros());
    let hook = Webhook {
        id: app.store.next_webhook_id(),
        project: caller.project.number(),
        created: now,
        updated: now,
        event,
        target_url,
        is_active: patch.is_active.unwrap_or(true),
        signing_secret: patch.signing_secret.flatten(),
        version: VERSION,
    };
    caller.project.webhooks.add(hook.clone())?;
    Ok((StatusCode::CREATED, answer(&hook)).into_response())
}

async fn info(caller: Caller, id: HookId) -> Result<Response<Body>, RestError> {
    check_available(&caller)?;
    let hook = caller.project.webhooks.get(id.number()?).ok_or_else(RestError::not_found)?;
    Ok(answer(&hook))
}

async fn update(
    State(app): State<App>,
    caller: Caller,
    id: HookId,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response<Body>, RestError> {
    check_available(&caller)?;
    let hooks = &caller.project.webhooks;
    let id = id.number()?;
    hooks.get(id).ok_or_else(RestError::not_found)?;
    let patch = patch(&fields(&headers, &bytes)?)?;
    let now = app.now().timestamp_micros();
    let hook = hooks.change(id, patch, now).ok_or_else(RestError::not_found)??;
    Ok(answer(&hook))
}

async fn remove(caller: Caller, id: HookId) -> Result<StatusCode, RestError> {
    check_available(&caller)?;
    let removed = caller.project.webhooks.remove(id.number()?);
    if removed { Ok(StatusCode::NO_CONTENT) } else { Err(RestError::not_found()) }
}

async fn unsubscribe(
    caller: Caller,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<StatusCode, RestError> {
    check_available(&caller)?;
    let target_url = required_target(&fields(&headers, &bytes)?)?;
    // Of a target that nothing is sent to, there is nothing to remove, and that is all right.
    caller.project.webhooks.remove_target(&target_url);
    Ok(StatusCode::NO_CONTENT)
}

/// The id in a path, as text: what is not a number is just not found.
type HookId = Path<String>;

trait Number {
    fn number(&self) -> Result<u64, RestError>;
}

impl Number for HookId {
    fn number(&self) -> Result<u64, RestError> {
        self.0.parse().map_err(|_| RestError::not_found())
    }
}

impl From<AlreadySubscribed> for RestError {
    fn from(_: AlreadySubscribed) -> Self {
        let text = "This project is already subscribed on this event";
        Self::fields(json!({ "non_field_errors": [text] }))
    }
}

fn check_available(caller: &Caller) -> Result<(), RestError> {
    if caller.project.settings().webhooks_available {
        Ok(())
    } else {
        Err(RestError::forbidden("You can't use webhooks"))
    }
}

/// The fields of a body, which may be a form.
fn fields(headers: &HeaderMap, bytes: &[u8]) -> Result<Map<String, Value>, RestError> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        let pairs = form_urlencoded::parse(bytes);
        return Ok(pairs.map(|(name, value)| (name.into_owned(), value.into())).collect());
    }
    if bytes.trim_ascii().is_empty() {
        return Ok(Map::new());
    }
    match body::json(bytes)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(RestError::bad_request("Expected JSON object.")),
    }
}

fn refused(field: &str, text: impl Into<String>) -> RestError {
    RestError::fields(json!({ field: [text.into()] }))
}

fn required_target(fields: &Map<String, Value>) -> Result<String, RestError> {
    match fields.get("target_url") {
        None => Err(missing_target()),
        Some(Value::String(url)) if url.is_empty() => Err(missing_target()),
        Some(value) => target(value),
    }
}

fn missing_target() -> RestError {
    RestError::bad_request("`target_url` is missing.")
}

fn target(value: &Value) -> Result<String, RestError> {
    let url = text("target_url", value, MAX_URL)?;
    let uri = url.parse::<Uri>().ok();
    let is_url = uri.is_some_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.host().is_some_and(|host| !host.is_empty())
    });
    if is_url { Ok(url.to_owned()) } else { Err(refused("target_url", "Enter a valid URL.")) }
}

fn text<'a>(field: &str, value: &'a Value, limit: usize) -> Result<&'a str, RestError> {
    let text = match value {
        Value::Null => return Err(refused(field, "This field may not be null.")),
        value => value.as_str().ok_or_else(|| refused(field, "Not a valid string."))?,
    };
    if text.chars().count() > limit {
        let message = format!("Ensure this field has no more than {limit} characters.");
        return Err(refused(field, message));
    }
    Ok(text)
}

/// Reads the fields that may be set.
fn patch(fields: &Map<String, Value>) -> Result<WebhookPatch, RestError> {
    let mut patch = WebhookPatch::default();
    for (name, value) in fields {
        match name.as_str() {
            "target_url" => patch.target_url = Some(target(value)?),
            "event" => patch.event = Some(choice(name, value, &EVENTS)?),
            "version" => drop(choice(name, value, &[VERSION])?),
            "is_active" => patch.is_active = Some(boolean(name, value)?),
            "signing_secret" => {
                let secret = match value {
                    Value::Null => None,
                    value => Some(text(name, value, MAX_SECRET)?.to_owned()),
                };
                patch.signing_secret = Some(secret.filter(|secret| !secret.is_empty()));
            }
            _ => {}
        }
    }
    Ok(patch)
}

fn choice(field: &str, value: &Value, choices: &[&str]) -> Result<String, RestError> {
    let text = text(field, value, usize::MAX)?;
    if choices.contains(&text) {
        Ok(text.to_owned())
    } else {
        Err(refused(field, format!("\"{text}\" is not a valid choice.")))
    }
}

fn boolean(field: &str, value: &Value) -> Result<bool, RestError> {
    match value {
        Value::Bool(value) => Ok(*value),
        Value::String(text) if matches!(&*text.to_ascii_lowercase(), "true" | "1") => Ok(true),
        Value::String(text) if matches!(&*text.to_ascii_lowercase(), "false" | "0") => Ok(false),
        Value::Null => Err(refused(field, "This field may not be null.")),
        _ => Err(refused(field, "Must be a valid boolean.")),
    }
}
