//! Which changes tell the webhooks, and whom they name as their cause.

use chrono::DateTime;
use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator};

use crate::{client::Project, receiver::Receiver};

const EVENTS: [&str; 5] =
    ["file.uploaded", "file.infected", "file.stored", "file.deleted", "file.info_updated"];
const SCAN: &str = "uc_clamav_virus_scan";
const LABELS: &str = "aws_rekognition_detect_labels";
const EICAR: &[u8] = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

/// A project that is subscribed to everything, and whose jobs end when they are asked about.
async fn listening() -> (Emulator, Project) {
    let clock = Clock::fixed(DateTime::from_timestamp(1_750_000_000, 0).unwrap());
    let emulator = Emulator::builder().clock(clock).start().await.unwrap();
    let project = Project::new(&emulator);
    project.control(Method::PATCH, "", json!({ "job_polls": 0, "job_ms": 3_600_000 })).await;
    for event in EVENTS {
        let hook = json!({ "target_url": "http://example.com/", "event": event });
        assert_eq!(project.send(Method::POST, "/webhooks/", hook).await.0, 201);
    }
    (emulator, project)
}

/// What was told since the last time: event, file, cause and what was before.
async fn told(project: &Project) -> Vec<Value> {
    let (_, body) = project.control(Method::GET, "deliveries", Value::Null).await;
    project.control(Method::DELETE, "deliveries", Value::Null).await;
    let deliveries = body["deliveries"].as_array().unwrap().iter().map(|delivery| {
        let body = &delivery["body"];
        let cause = &body["initiator"];
        let name = cause["detail"]["addon_name"].as_str().or(cause["type"].as_str());
        json!([delivery["event"], body["data"]["uuid"], name, body["previous_values"]])
    });
    deliveries.collect()
}

fn tells(event: &str, uuid: &str, cause: &str) -> Value {
    json!([event, uuid, cause, null])
}

async fn upload(project: &Project, store: &str, bytes: &[u8]) -> String {
    let part = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name("a.txt");
    let form = project.form().text("UPLOADCARE_STORE", store.to_owned());
    let response = project.post_form(form.part("file", part), "").await;
    let answer: Value = response.json().await.unwrap();
    answer["file"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn files_come_stay_and_go() {
    let (_emulator, project) = listening().await;
    let kept = upload(&project, "1", b"a").await;
    let both = [tells("file.uploaded", &kept, "api"), tells("file.stored", &kept, "api")];
    assert_eq!(told(&project).await, both);
    let temporary = upload(&project, "0", b"a").await;
    assert_eq!(told(&project).await, [tells("file.uploaded", &temporary, "api")]);

    let storage = format!("/files/{temporary}/storage/");
    for expected in [vec![tells("file.stored", &temporary, "api")], vec![]] {
        assert_eq!(project.call(Method::PUT, &storage).await.0, 200);
        assert_eq!(told(&project).await, expected);
    }
    for expected in [vec![tells("file.deleted", &temporary, "api")], vec![]] {
        assert_eq!(project.call(Method::DELETE, &storage).await.0, 200);
        assert_eq!(told(&project).await, expected);
    }

    let more = [upload(&project, "0", b"b").await, upload(&project, "1", b"c").await];
    told(&project).await;
    assert_eq!(project.send(Method::PUT, "/files/storage/", json!(more)).await.0, 200);
    assert_eq!(told(&project).await, [tells("file.stored", &more[0], "api")]);
    assert_eq!(project.send(Method::DELETE, "/files/storage/", json!(more)).await.0, 200);
    let both = more.each_ref().map(|uuid| tells("file.deleted", uuid, "api"));
    assert_eq!(told(&project).await, both);

    let copy = json!({ "source": kept, "store": true });
    let (_, copy) = project.send(Method::POST, "/files/local_copy/", copy).await;
    let copy = copy["result"]["uuid"].as_str().unwrap();
    let both = [tells("file.uploaded", copy, "api"), tells("file.stored", copy, "api")];
    assert_eq!(told(&project).await, both);
    let copy = json!({ "source": kept, "target": "my-storage" });
    assert_eq!(project.send(Method::POST, "/files/remote_copy/", copy).await.0, 201);
    assert!(told(&project).await.is_empty());
}

#[tokio::test]
async fn time_removes_files() {
    let (emulator, project) = listening().await;
    let mut receiver = Receiver::start(&[]).await;
    let hook = json!({ "target_url": receiver.base, "event": "file.deleted" });
    assert_eq!(project.send(Method::POST, "/webhooks/", hook).await.0, 201);
    let control = emulator.control_base();
    let clocks =
        [format!("{control}projects/{}/clock", project.public_key()), format!("{control}clock")];
    for url in clocks {
        let uuid = upload(&project, "0", b"a").await;
        let moved = project.http.post(url).json(&json!({ "offset_seconds": 86_400 })).send().await;
        assert_eq!(moved.unwrap().status(), 200);
        // It is told though nobody looks at the file any more.
        let body = receiver.next().await.json();
        let cause = json!([body["data"]["uuid"], body["initiator"]["type"]]);
        assert_eq!(cause, json!([uuid, "system"]));
    }
}

#[tokio::test]
async fn changes_come_with_what_was_before() {
    let (_emulator, project) = listening().await;
    let uuid = upload(&project, "1", b"a").await;
    told(&project).await;
    let target = format!("/files/{uuid}/metadata/pet/");
    let updated =
        |metadata: Value| vec![json!(["file.info_updated", uuid, "api", { "metadata": metadata }])];
    for (value, expected) in
        [("cat", updated(json!({}))), ("cat", vec![]), ("dog", updated(json!({ "pet": "cat" })))]
    {
        assert!(project.send(Method::PUT, &target, json!(value)).await.0 < 300);
        assert_eq!(told(&project).await, expected, "{value}");
    }
    assert_eq!(project.call(Method::DELETE, &target).await.0, 204);
    assert_eq!(told(&project).await, updated(json!({ "pet": "dog" })));
    let tags = json!({ "tags": ["a"] });
    assert_eq!(project.send(Method::PUT, &format!("/files/{uuid}/tags/"), tags).await.0, 200);
    assert!(told(&project).await.is_empty());
}

/// Runs an add-on to its end.
async fn run(project: &Project, addon: &str, target: &str, params: Value) {
    let body = json!({ "target": target, "params": params });
    let target = format!("/addons/{addon}/execute/");
    let (status, started) = project.send(Method::POST, &target, body).await;
    assert_eq!(status, 200, "{started}");
    let id = started["request_id"].as_str().unwrap();
    let status = project.get_json(&format!("{target}status/?request_id={id}")).await;
    assert_eq!(status["status"], "done");
}

#[tokio::test]
async fn add_ons_and_conversions_tell_too() {
    let (_emulator, project) = listening().await;
    let uuid = upload(&project, "1", b"a").await;
    let bad = upload(&project, "1", EICAR).await;
    told(&project).await;
    run(&project, LABELS, &uuid, json!({})).await;
    let updated = |uuid: &str, addon: &str, appdata: Value| json!(["file.info_updated", uuid, addon, { "appdata": appdata }]);
    assert_eq!(told(&project).await, [updated(&uuid, LABELS, json!({}))]);
    let before = project.get_json(&format!("/files/{uuid}/?include=appdata")).await;
    run(&project, SCAN, &uuid, json!({})).await;
    assert_eq!(told(&project).await, [updated(&uuid, SCAN, before["appdata"].clone())]);

    run(&project, SCAN, &bad, json!({ "purge_infected": true })).await;
    let expected = [
        updated(&bad, SCAN, json!({})),
        tells("file.infected", &bad, SCAN),
        tells("file.deleted", &bad, SCAN),
    ];
    assert_eq!(told(&project).await, expected);

    let body = json!({ "paths": [format!("{uuid}/document/-/format/pdf/")], "store": "1" });
    let (_, answer) = project.send(Method::POST, "/convert/document/", body).await;
    let job = &answer["result"][0];
    let status = format!("/convert/document/status/{}/", job["token"]);
    assert_eq!(project.get_json(&status).await["status"], "finished");
    let result = job["uuid"].as_str().unwrap();
    let addon = "zamzar_convert_document";
    let both = [tells("file.uploaded", result, addon), tells("file.stored", result, addon)];
    assert_eq!(told(&project).await, both);
}
