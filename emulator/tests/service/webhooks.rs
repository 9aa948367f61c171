use hmac::{Hmac, KeyInit, Mac};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use sha2::Sha256;
use uploadcare_emulator::Emulator;

use crate::{
    client::{ACCEPT, Project, header},
    receiver::Receiver,
};

pub async fn subscribe(project: &Project, target_url: &str, event: &str, more: Value) -> Value {
    let mut body = json!({ "target_url": target_url, "event": event });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let (status, hook) = project.send(Method::POST, "/webhooks/", body).await;
    assert_eq!(status, 201, "{hook}");
    hook
}

fn path(hook: &Value) -> String {
    format!("/webhooks/{}/", hook["id"])
}

async fn form(project: &Project, method: Method, target: &str, fields: &'static str) -> Response {
    let kind = "application/x-www-form-urlencoded";
    let request = project.simple(method, target).header("Content-Type", kind);
    request.body(fields).send().await.unwrap()
}

/// The deliveries of a project once none is under way.
async fn deliveries(project: &Project) -> Vec<Value> {
    loop {
        let (status, body) = project.control(Method::GET, "deliveries", Value::Null).await;
        assert_eq!(status, 200);
        let all = body["deliveries"].as_array().unwrap().clone();
        if all.iter().all(|delivery| delivery["state"] != "pending") {
            return all;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn subscriptions_live_their_lives() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let url = "http://example.com/hooks/receiver";
    let created = subscribe(&project, url, "file.uploaded", json!({})).await;
    assert!(created["id"].is_u64() && created["project"].is_u64());
    let mut fields: Vec<_> = created.as_object().unwrap().keys().collect();
    fields.sort();
    let expected =
        ["created", "event", "id", "is_active", "project", "target_url", "updated", "version"];
    assert_eq!(fields, expected);
    assert_eq!((&created["is_active"], &created["version"]), (&json!(true), &json!("0.7")));
    assert_eq!(created["created"].as_str().unwrap().len(), 27);

    let more = json!({ "signing_secret": "s", "is_active": false, "version": "0.7" });
    let other = subscribe(&project, url, "file.stored", more).await;
    assert_eq!((&other["signing_secret"], &other["is_active"]), (&json!("s"), &json!(false)));
    let stranger = Project::new(&emulator);
    let foreign = subscribe(&stranger, url, "file.stored", json!({})).await;
    assert!(foreign["id"] != other["id"] && foreign["id"] != created["id"]);
    assert_ne!(foreign["project"], other["project"]);
    let listed = project.get_json("/webhooks/").await;
    assert_eq!(listed, json!([created, other]));
    assert_eq!(project.get_json(&path(&other)).await, other);

    let patch = json!({ "is_active": true, "signing_secret": null, "event": "file.deleted" });
    let (status, changed) = project.send(Method::PUT, &path(&other), patch).await;
    assert_eq!((status, &changed["is_active"]), (200, &json!(true)));
    assert_eq!((&changed["event"], &changed["target_url"]), (&json!("file.deleted"), &json!(url)));
    assert!(changed.get("signing_secret").is_none());
    assert_eq!(changed["created"], other["created"]);
    assert_ne!(changed["updated"], other["updated"]);

    for target in [path(&foreign), "/webhooks/x/".to_owned(), "/webhooks/-1/".to_owned()] {
        for method in [Method::GET, Method::PUT, Method::DELETE] {
            let (status, body) = project.send(method, &target, json!({})).await;
            assert_eq!((status, body), (404, json!({ "detail": "Not found." })), "{target}");
        }
    }
    assert_eq!(project.send(Method::DELETE, &path(&other), json!(null)).await.0, 204);
    assert_eq!(project.get(&path(&other)).await.status(), 404);
    assert_eq!(stranger.get_json("/webhooks/").await, json!([foreign]));
}

#[tokio::test]
async fn unsubscribing_goes_by_target() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for event in ["file.stored", "file.deleted"] {
        subscribe(&project, "http://a.test/", event, json!({})).await;
    }
    let kept = subscribe(&project, "http://a.test/b", "file.stored", json!({})).await;
    let target = "/webhooks/unsubscribe/";
    let unsubscribe =
        async |url: &str| project.send(Method::DELETE, target, json!({ "target_url": url })).await;
    let response =
        form(&project, Method::DELETE, target, "target_url=http%3A%2F%2Fa.test%2F").await;
    assert_eq!(response.status(), 204);
    assert_eq!(header(&response, "allow"), "DELETE, OPTIONS");
    assert_eq!(project.get_json("/webhooks/").await, json!([kept]));
    // A target that is not subscribed is as good as one that was.
    assert_eq!(unsubscribe("http://a.test/").await.0, 204);
    assert_eq!(project.get_json("/webhooks/").await, json!([kept]));
    assert_eq!(unsubscribe("http://a.test/b").await.0, 204);
    assert_eq!(project.get_json("/webhooks/").await, json!([]));
    let missing = (400, json!({ "detail": "`target_url` is missing." }));
    assert_eq!(unsubscribe("").await, missing);
    assert_eq!(project.send(Method::DELETE, target, json!({})).await, missing);
}

#[tokio::test]
async fn subscriptions_are_checked() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let url = "http://example.com/";
    let create = async |body: Value| project.send(Method::POST, "/webhooks/", body).await;
    let missing = (400, json!({ "detail": "`target_url` is missing." }));
    assert_eq!(create(json!({ "event": "file.stored" })).await, missing);
    assert_eq!(create(json!({ "event": "file.stored", "target_url": "" })).await, missing);
    let event = async |event: Value| create(json!({ "target_url": url, "event": event })).await;
    let unknown = json!({ "event": ["\"file.copied\" is not a valid choice."] });
    assert_eq!(event(json!("file.copied")).await, (400, unknown));
    assert_eq!(event(json!(3)).await, (400, json!({ "event": ["Not a valid string."] })));
    let required = json!({ "event": ["This field is required."] });
    assert_eq!(create(json!({ "target_url": url })).await, (400, required));

    let with = async |field: &str, value: Value| {
        let mut body = json!({ "target_url": url, "event": "file.infected" });
        body[field] = value;
        let (status, answer) = create(body).await;
        assert!(status == 201 || answer.get(field).is_some(), "{answer}");
        status
    };
    let long = |length: usize| format!("http://a.test/{}", "x".repeat(length - 14));
    assert_eq!(with("target_url", long(255).into()).await, 201);
    assert_eq!(with("target_url", long(256).into()).await, 400);
    for bad in ["example.com", "ftp://example.com/", "http://", "not a url"] {
        assert_eq!(with("target_url", bad.into()).await, 400, "{bad}");
    }
    assert_eq!(with("signing_secret", "x".repeat(33).into()).await, 400);
    assert_eq!(with("signing_secret", json!(5)).await, 400);
    assert_eq!(with("is_active", json!("maybe")).await, 400);
    assert_eq!(with("is_active", json!(null)).await, 400);
    assert_eq!(with("version", json!("0.6")).await, 400);
    assert_eq!(with("signing_secret", "é".repeat(32).into()).await, 201);

    let twice = json!({
        "non_field_errors": ["This project is already subscribed on this event"],
    });
    assert_eq!(event(json!("file.infected")).await, (400, twice.clone()));
    let other = subscribe(&project, url, "file.stored", json!({})).await;
    let patch = json!({ "event": "file.infected" });
    assert_eq!(project.send(Method::PUT, &path(&other), patch).await, (400, twice));
    let same = json!({ "event": "file.stored" });
    assert_eq!(project.send(Method::PUT, &path(&other), same).await.0, 200);

    for body in ["{", "[]", "\"x\""] {
        let request = project.simple(Method::POST, "/webhooks/").body(body);
        let response = request.header("Content-Type", "application/json").send().await.unwrap();
        assert_eq!(response.status(), 400);
        assert!(response.json::<Value>().await.unwrap()["detail"].is_string());
    }
    let fields = "target_url=http%3A%2F%2Fexample.com%2F&event=file.deleted&is_active=false";
    let response = form(&project, Method::POST, "/webhooks/", fields).await;
    assert_eq!(response.status(), 201);
    assert_eq!(header(&response, "content-type"), ACCEPT);
    assert_eq!(header(&response, "allow"), "GET, HEAD, OPTIONS, POST");
    assert_eq!(response.json::<Value>().await.unwrap()["is_active"], false);
}

#[tokio::test]
async fn a_plan_may_be_without_webhooks() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let off = json!({ "webhooks_available": false });
    let (status, settings) = project.control(Method::PATCH, "", off).await;
    assert_eq!((status, &settings["webhooks_available"]), (200, &json!(false)));
    let refused = (403, json!({ "detail": "You can't use webhooks" }));
    for (method, target) in [
        (Method::GET, "/webhooks/"),
        (Method::POST, "/webhooks/"),
        (Method::PUT, "/webhooks/1/"),
        (Method::DELETE, "/webhooks/unsubscribe/"),
    ] {
        assert_eq!(project.send(method, target, json!({})).await, refused, "{target}");
    }
    let (status, _) = project.control(Method::PATCH, "", json!({ "weather": "good" })).await;
    assert_eq!(status, 400);
    let (status, _) = project.control(Method::PATCH, "", json!({ "job_polls": "many" })).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn uploads_are_delivered_with_signatures() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let mut receiver = Receiver::start(&[]).await;
    let url = format!("{}/hook?a=b", receiver.base);
    let hook = subscribe(&project, &url, "file.uploaded", json!({ "signing_secret": "12345X" }));
    let hook = hook.await;
    let stored = subscribe(&project, &receiver.base, "file.stored", json!({})).await;
    let idle = json!({ "is_active": false });
    subscribe(&project, &format!("{}/idle", receiver.base), "file.stored", idle).await;
    let uuid = project.upload("a b.txt", "text/plain", b"text".to_vec()).await;

    let first = receiver.next().await;
    let second = receiver.next().await;
    let (uploaded, other) =
        if first.event() == "file.uploaded" { (first, second) } else { (second, first) };
    assert_eq!(uploaded.path, "/hook?a=b");
    assert_eq!(uploaded.header("content-type"), Some("application/json"));
    let mut mac = Hmac::<Sha256>::new_from_slice(b"12345X").unwrap();
    mac.update(&uploaded.bytes);
    let signature = format!("v1={}", hex::encode(mac.finalize().into_bytes()));
    assert_eq!(uploaded.header("x-uc-signature"), Some(&*signature));
    let body = uploaded.json();
    let request = emulator.requests(project.public_key());
    let request = request.iter().find(|record| record.path == "/base/").unwrap();
    assert_eq!(
        body["initiator"],
        json!({
            "type": "api",
            "detail": { "request_id": request.request_id, "addon_name": null },
        })
    );
    assert_eq!(
        body["hook"],
        json!({
            "id": hook["id"], "project_id": hook["project"],
            "project_pub_key": project.public_key(), "created_at": hook["created"],
            "updated_at": hook["updated"], "event": "file.uploaded", "target": url,
            "is_active": true, "version": "0.7",
        })
    );
    assert_eq!(body["data"], project.get_json(&format!("/files/{uuid}/")).await);
    assert_eq!(body["file"], format!("{}/{uuid}/ab.txt", project.base));
    assert!(body.get("previous_values").is_none());

    assert_eq!((other.event().as_str(), other.path.as_str()), ("file.stored", "/"));
    assert_eq!(other.header("x-uc-signature"), None);
    let seen = deliveries(&project).await;
    assert_eq!(seen.len(), 2);
    assert_eq!(
        seen[0],
        json!({
            "hook_id": hook["id"], "event": "file.uploaded", "target_url": url, "status": 200,
            "attempts": 1, "state": "delivered", "signature": signature, "body": body,
        })
    );
    assert_eq!((&seen[1]["hook_id"], &seen[1]["signature"]), (&stored["id"], &Value::Null));
    assert!(receiver.is_empty());
    assert_eq!(project.control(Method::DELETE, "deliveries", Value::Null).await.0, 204);
    assert!(deliveries(&project).await.is_empty());
}

#[tokio::test]
async fn failed_deliveries_are_repeated_in_order() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let mut receiver = Receiver::start(&[500, 204, 302, 404, 503]).await;
    subscribe(&project, &receiver.base, "file.uploaded", json!({})).await;
    let first = project.upload("1.txt", "text/plain", b"1".to_vec()).await;
    let second = project.upload("2.txt", "text/plain", b"2".to_vec()).await;
    let third = project.upload("3.txt", "text/plain", b"3".to_vec()).await;
    let mut seen = Vec::new();
    for _ in 0..6 {
        let body = receiver.next().await.json();
        seen.push(body["data"]["uuid"].as_str().unwrap().to_owned());
    }
    assert_eq!(seen, [&first, &first, &second, &second, &second, &third].map(String::clone));
    let states: Vec<_> = deliveries(&project)
        .await
        .iter()
        .map(|delivery| json!([delivery["state"], delivery["attempts"], delivery["status"]]))
        .collect();
    let expected = [json!(["delivered", 2, 204]), json!(["failed", 3, 503])];
    assert_eq!(states[..2], expected);
    assert_eq!(states[2], json!(["delivered", 1, 200]));
}

#[tokio::test]
async fn nothing_leaves_the_machine() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let closed = "http://127.0.0.1:9/";
    for url in ["http://example.com/", "https://127.0.0.1/", "http://192.0.2.1:80/", closed] {
        subscribe(&project, url, "file.uploaded", json!({ "signing_secret": "s" })).await;
    }
    project.upload("1.txt", "text/plain", b"1".to_vec()).await;
    let seen = deliveries(&project).await;
    for delivery in &seen[..3] {
        assert_eq!((&delivery["state"], &delivery["attempts"]), (&json!("not_sent"), &json!(0)));
        assert_eq!(delivery["status"], Value::Null);
        assert!(delivery["signature"].as_str().unwrap().starts_with("v1="));
    }
    assert_eq!((&seen[3]["state"], &seen[3]["attempts"]), (&json!("failed"), &json!(3)));
}
