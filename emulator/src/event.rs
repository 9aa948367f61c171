//! What happens to files, and telling the webhooks about it.

use std::{net::IpAddr, sync::Arc, time::Duration};

use axum::{
    body::Body,
    http::{Request, Uri, header},
};
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::BodyExt;
use hyper_util::rt::TokioIo;
use parking_lot::Mutex;
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::{
    net::TcpStream,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
};
use uuid::Uuid;

use crate::{
    app::App,
    store::{Delivery, DeliveryState, File, Progress, Project, Webhook},
};

/// Something that happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    Uploaded,
    Infected,
    Stored,
    Deleted,
    InfoUpdated,
}

impl Event {
    fn name(self) -> &'static str {
        match self {
            Self::Uploaded => "file.uploaded",
            Self::Infected => "file.infected",
            Self::Stored => "file.stored",
            Self::Deleted => "file.deleted",
            Self::InfoUpdated => "file.info_updated",
        }
    }
}

/// Who made it happen.
pub(crate) enum Initiator {
    Api {
        request_id: String,
    },
    System,
    Addon {
        name: &'static str,
        /// The file that the file at hand was made of.
        source: Option<Uuid>,
    },
}

impl Initiator {
    fn view(&self) -> Value {
        match self {
            Self::Api { request_id } => {
                json!({ "type": "api", "detail": { "request_id": request_id, "addon_name": null } })
            }
            Self::System => {
                json!({ "type": "system", "detail": { "request_id": null, "addon_name": null } })
            }
            Self::Addon { name, source } => {
                let mut detail = json!({ "request_id": null, "addon_name": name });
                if let Some(source) = source {
                    detail["source_file_uuid"] = source.to_string().into();
                }
                json!({ "type": "addon", "detail": detail })
            }
        }
    }
}

/// Queues a delivery for every active webhook of the event. `previous` are the earlier values
/// of what changed, for [`Event::InfoUpdated`].
pub(crate) fn notify(
    app: &App,
    project: &Arc<Project>,
    event: Event,
    file: &File,
    previous: Option<Value>,
    initiator: &Initiator,
) {
    if project.is_deleted() {
        return;
    }
    let origin = app.ready.api_base.trim_end_matches('/');
    let about_addons = matches!(event, Event::InfoUpdated | Event::Infected);
    for hook in project.webhooks.listening_for(event.name()) {
        let mut payload = json!({
            "initiator": initiator.view(),
            "hook": hook_view(&hook, project),
            "data": file.rest_object(origin, about_addons),
            "file": format!("{origin}/{}/{}", file.uuid, file.cdn_filename()),
        });
        if let Some(previous) = &previous {
            payload["previous_values"] = previous.clone();
        }
        let bytes = payload.to_string();
        let target = loopback_target(&hook.target_url);
        let state = if target.is_some() { DeliveryState::Pending } else { DeliveryState::NotSent };
        let delivery = Arc::new(Delivery {
            hook_id: hook.id,
            event: event.name(),
            signature: hook.signing_secret.as_deref().and_then(|key| signature(key, &bytes)),
            target_url: hook.target_url,
            bytes: bytes.into(),
            progress: Mutex::new(Progress { state, attempts: 0, status: None }),
        });
        project.deliveries.record(&delivery);
        if target.is_some() {
            project.deliveries.enqueue(delivery, start_queue);
        }
    }
}

fn hook_view(hook: &Webhook, project: &Project) -> Value {
    json!({
        "id": hook.id,
        "project_id": hook.project,
        "project_pub_key": project.keys.public_key,
        "created_at": hook.created,
        "updated_at": hook.updated,
        "event": hook.event,
        "target": hook.target_url,
        "is_active": hook.is_active,
        "version": hook.version,
    })
}

fn signature(secret: &str, body: &str) -> Option<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(body.as_bytes());
    Some(format!("v1={}", hex::encode(mac.finalize().into_bytes())))
}

/// A target on this machine; the emulator sends nothing to any other.
fn loopback_target(url: &str) -> Option<Uri> {
    let uri: Uri = url.parse().ok()?;
    let host = uri.host()?;
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let is_loopback = match address {
        Ok(address) => address.is_loopback(),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    };
    (uri.scheme_str() == Some("http") && is_loopback).then_some(uri)
}

const RETRY_DELAYS: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(1)];
const ANSWER_TIME: Duration = Duration::from_secs(10);

/// Starts the task that sends what one webhook is to get, one after the other.
fn start_queue() -> UnboundedSender<Arc<Delivery>> {
    let (sender, receiver) = unbounded_channel();
    tokio::spawn(send_all(receiver));
    sender
}

async fn send_all(mut queue: UnboundedReceiver<Arc<Delivery>>) {
    while let Some(delivery) = queue.recv().await {
        let mut delays = RETRY_DELAYS.iter();
        loop {
            let answer = tokio::time::timeout(ANSWER_TIME, send(&delivery)).await;
            let status = answer.ok().flatten();
            let delay = if status.is_some_and(|status| (200..300).contains(&status)) {
                None
            } else {
                delays.next()
            };
            note(&delivery, status, delay.is_some());
            match delay {
                Some(delay) => tokio::time::sleep(*delay).await,
                None => break,
            }
        }
    }
}

fn note(delivery: &Delivery, status: Option<u16>, again: bool) {
    let mut progress = delivery.progress.lock();
    progress.attempts += 1;
    progress.status = status;
    progress.state = match status {
        Some(200..=299) => DeliveryState::Delivered,
        _ if again => DeliveryState::Pending,
        _ => DeliveryState::Failed,
    };
}

/// Sends it once; the status of the answer.
async fn send(delivery: &Delivery) -> Option<u16> {
    let target = loopback_target(&delivery.target_url)?;
    let host = target.host()?.trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((host, target.port_u16().unwrap_or(80))).await.ok()?;
    let handshake = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = handshake.ok()?;
    let connection = tokio::spawn(connection);
    let mut request = Request::post(target.path_and_query().map_or("/", |path| path.as_str()))
        .header(header::HOST, target.authority()?.as_str().rsplit('@').next()?)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONNECTION, "close");
    if let Some(signature) = &delivery.signature {
        request = request.header("X-Uc-Signature", signature);
    }
    let request = request.body(Body::from(delivery.bytes.clone())).ok()?;
    let response = sender.send_request(request).await.ok();
    let status = response.as_ref().map(|response| response.status().as_u16());
    if let Some(response) = response {
        // Read to its end, so that the receiver does not see a connection that breaks.
        let _ = response.into_body().collect().await;
    }
    connection.abort();
    status
}

#[cfg(test)]
mod tests {
    use super::{loopback_target, signature};

    #[test]
    fn signatures_are_those_of_the_service() {
        let expected = "v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494";
        assert_eq!(signature("secret", r#"{"a":1}"#).as_deref(), Some(expected));
    }

    #[test]
    fn only_this_machine_gets_anything() {
        for url in
            ["http://127.0.0.1:1/", "http://127.9.9.9", "http://[::1]:80/x?y", "http://LocalHost/"]
        {
            assert!(loopback_target(url).is_some(), "{url}");
        }
        for url in
            ["https://localhost/", "http://example.com/", "http://10.0.0.1/", "localhost", ""]
        {
            assert!(loopback_target(url).is_none(), "{url}");
        }
    }
}
