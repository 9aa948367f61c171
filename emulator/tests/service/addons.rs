use chrono::DateTime;
use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator};

use crate::{
    client::{ACCEPT, Project, header},
    receiver::Receiver,
};

const LABELS: &str = "aws_rekognition_detect_labels";
const MODERATION: &str = "aws_rekognition_detect_moderation_labels";
const SCAN: &str = "uc_clamav_virus_scan";
const REMOVE_BG: &str = "remove_bg";
const EICAR: &str = r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

/// An emulator whose jobs are only finished by asking.
async fn standing_still() -> Emulator {
    let clock = Clock::fixed(DateTime::from_timestamp(1_750_000_000, 0).unwrap());
    Emulator::builder().clock(clock).start().await.unwrap()
}

async fn execute(project: &Project, name: &str, body: Value) -> (u16, Value) {
    project.send(Method::POST, &format!("/addons/{name}/execute/"), body).await
}

async fn status(project: &Project, name: &str, id: &str) -> Value {
    project.get_json(&format!("/addons/{name}/execute/status/?request_id={id}")).await
}

/// Runs an add-on; its last status.
async fn run(project: &Project, name: &str, target: &str, params: Value) -> Value {
    let body = json!({ "target": target, "params": params });
    let (code, answer) = execute(project, name, body).await;
    assert_eq!(code, 200, "{answer}");
    let id = answer["request_id"].as_str().unwrap();
    loop {
        let seen = status(project, name, id).await;
        if seen["status"] != "in_progress" {
            return seen;
        }
    }
}

async fn appdata(project: &Project, uuid: &str) -> Value {
    let file = project.get_json(&format!("/files/{uuid}/?include=appdata")).await;
    file["appdata"].clone()
}

async fn subscribe(project: &Project, receiver: &Receiver, events: &[&str]) {
    for event in events {
        let hook = json!({ "target_url": receiver.base, "event": event });
        assert_eq!(project.send(Method::POST, "/webhooks/", hook).await.0, 201);
    }
}

#[tokio::test]
async fn an_add_on_runs_step_by_step() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    assert_eq!(appdata(&project, &uuid).await, json!({}));
    let target = format!("/addons/{LABELS}/execute/");
    let request = project.simple(Method::POST, &target).json(&json!({ "target": uuid }));
    let response = request.send().await.unwrap();
    assert_eq!(header(&response, "content-type"), "application/json");
    assert_eq!(header(&response, "allow"), "OPTIONS, POST");
    let text = response.text().await.unwrap();
    assert!(text.starts_with("{\"request_id\": \""), "{text}");
    let answer: Value = serde_json::from_str(&text).unwrap();
    let id = answer["request_id"].as_str().unwrap();

    let concurrent = (409, json!({ "detail": "Concurrent call attempted" }));
    assert_eq!(execute(&project, LABELS, json!({ "target": uuid })).await, concurrent);
    assert_eq!(execute(&project, SCAN, json!({ "target": uuid })).await.0, 200);
    for expected in ["in_progress", "in_progress", "done", "done"] {
        assert_eq!(status(&project, LABELS, id).await, json!({ "status": expected }));
        let there = appdata(&project, &uuid).await.get(LABELS).is_some();
        assert_eq!(there, expected == "done");
    }
    assert_eq!(status(&project, SCAN, id).await, json!({ "status": "unknown" }));
    let found = appdata(&project, &uuid).await[LABELS].clone();
    assert_eq!(found["version"], "2016-06-27");
    assert!(found["data"]["LabelModelVersion"].is_string());
    let label = &found["data"]["Labels"][1];
    assert!(label["Confidence"].is_f64() && label["Parents"][0]["Name"].is_string());
    assert_eq!(found["datetime_created"], found["datetime_updated"]);
    let first = found["datetime_created"].clone();

    emulator.set_clock_offset(60);
    run(&project, LABELS, &uuid, json!({})).await;
    let again = appdata(&project, &uuid).await[LABELS].clone();
    assert_eq!(again["datetime_created"], first);
    assert_ne!(again["datetime_updated"], first);
}

#[tokio::test]
async fn calls_of_add_ons_are_checked() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("a.png", "image/png", b"text".to_vec()).await;
    let invalid = json!({ "target": ["Must be a valid UUID."] });
    for target in [json!("x"), json!(7), json!([])] {
        let seen = execute(&project, REMOVE_BG, json!({ "target": target })).await;
        assert_eq!(seen, (400, invalid.clone()));
    }
    let required = json!({ "target": ["This field is required."] });
    assert_eq!(execute(&project, LABELS, json!({})).await, (400, required));
    let not_found = (404, json!({ "detail": "Not found." }));
    let nobody = json!({ "target": "00000000-0000-4000-8000-000000000000" });
    assert_eq!(execute(&project, LABELS, nobody).await, not_found);
    assert_eq!(execute(&project, "dance", json!({ "target": uuid })).await, not_found);
    assert_eq!(execute(&project, LABELS, json!([])).await.0, 400);
    let target = format!("/addons/{LABELS}/execute/");
    let response = project.simple(Method::POST, &target).body("{").send().await.unwrap();
    assert_eq!(response.status(), 400);
    // As recorded: answers are plain JSON, refusals are of the API's version.
    assert_eq!(header(&response, "content-type"), ACCEPT);
    let response = project.get(&format!("/addons/{LABELS}/execute/status/?request_id=x")).await;
    assert_eq!(header(&response, "content-type"), ACCEPT);

    for (name, params) in [
        (SCAN, json!({ "purge_infected": "true" })),
        (SCAN, json!(5)),
        (SCAN, json!(null)),
        (REMOVE_BG, json!({ "crop": 1 })),
        (REMOVE_BG, json!({ "crop_margin": "wide" })),
        (REMOVE_BG, json!({ "crop_margin": 30 })),
        (REMOVE_BG, json!({ "scale": "80" })),
        (REMOVE_BG, json!({ "add_shadow": null })),
        (REMOVE_BG, json!({ "type_level": "3" })),
        (REMOVE_BG, json!({ "type": "cat" })),
        (REMOVE_BG, json!({ "semitransparency": "no" })),
        (REMOVE_BG, json!({ "channels": "rgb" })),
        (REMOVE_BG, json!({ "roi": "0% 0% 100%" })),
        (REMOVE_BG, json!({ "position": "left" })),
    ] {
        let body = json!({ "target": uuid, "params": params });
        let (code, answer) = execute(&project, name, body).await;
        assert_eq!(code, 400, "{params}");
        if let Some(field) = params.as_object().and_then(|params| params.keys().next()) {
            assert!(answer["params"][field][0].is_string(), "{answer}");
        }
    }

    let id = async |query: &str| {
        let target = format!("/addons/{SCAN}/execute/status/{query}");
        project.send(Method::GET, &target, json!(null)).await
    };
    let invalid = (400, json!({ "request_id": ["Must be a valid UUID."] }));
    assert_eq!(id("?request_id=x").await, invalid);
    assert_eq!(id("?request_id=").await, invalid);
    assert_eq!(id("").await, (400, json!({ "request_id": ["This field is required."] })));
    let unknown = id("?request_id=00000000-0000-4000-8000-000000000000").await;
    assert_eq!(unknown, (200, json!({ "status": "unknown" })));
    assert_eq!(project.get("/addons/dance/execute/status/").await.status(), 404);
}

#[tokio::test]
async fn an_infected_file_is_found_out() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let clean = project.upload("clean.txt", "text/plain", b"text".to_vec()).await;
    let bad = project.upload("bad.txt", "text/plain", EICAR.into()).await;
    let mut receiver = Receiver::start(&[]).await;
    subscribe(&project, &receiver, &["file.infected"]).await;
    assert_eq!(run(&project, SCAN, &clean, json!({})).await, json!({ "status": "done" }));
    let found = appdata(&project, &clean).await[SCAN].clone();
    assert_eq!(
        (&found["data"], &found["version"]),
        (&json!({ "infected": false }), &json!("0.105.1"))
    );

    run(&project, SCAN, &bad, json!({ "purge_infected": false })).await;
    let body = receiver.next().await.json();
    let data = json!({ "infected": true, "infected_with": "Win.Test.EICAR_HDB-1" });
    assert_eq!(body["data"]["uuid"], bad);
    assert_eq!(body["data"]["appdata"][SCAN]["data"], data);
    let detail = json!({ "request_id": null, "addon_name": SCAN });
    assert_eq!(body["initiator"], json!({ "type": "addon", "detail": detail }));
    let file = project.get_json(&format!("/files/{bad}/")).await;
    assert!(file["datetime_removed"].is_null());

    subscribe(&project, &receiver, &["file.deleted", "file.info_updated"]).await;
    run(&project, SCAN, &bad, json!({ "purge_infected": true })).await;
    let mut events = receiver.events(3).await;
    events.sort();
    assert_eq!(events, ["file.deleted", "file.infected", "file.info_updated"]);
    let file = project.get_json(&format!("/files/{bad}/")).await;
    assert!(file["datetime_removed"].is_string());
    let gone = execute(&project, SCAN, json!({ "target": bad })).await;
    assert_eq!(gone.0, 404);
}

#[tokio::test]
async fn a_background_is_removed_into_a_new_file() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("cat.jpg", "image/jpeg", b"not really".to_vec()).await;
    let mut receiver = Receiver::start(&[]).await;
    subscribe(&project, &receiver, &["file.uploaded"]).await;
    let done = run(&project, REMOVE_BG, &uuid, json!({ "crop": true, "type": "auto" })).await;
    assert_eq!(done["status"], "done");
    let new = done["result"]["file_id"].as_str().unwrap();
    let file = project.get_json(&format!("/files/{new}/")).await;
    assert_eq!((&file["original_filename"], &file["is_image"]), (&json!("cat.png"), &json!(true)));
    assert_eq!(file["mime_type"], "image/png");
    let body = receiver.next().await.json();
    assert_eq!((&body["data"]["uuid"], &body["initiator"]["type"]), (&json!(new), &json!("addon")));
    assert_eq!(body["initiator"]["detail"]["source_file_uuid"], uuid);
    assert_eq!(appdata(&project, &uuid).await, json!({}));

    let params = json!({
        "type_level": "2", "type": "car", "crop_margin": "30px 10%", "scale": "80%",
        "roi": "0% 0% 90% 100px", "position": "10% 20%", "channels": "alpha", "unheard_of": 1,
    });
    let again = run(&project, REMOVE_BG, &uuid, params).await;
    assert_ne!(again["result"]["file_id"], new);
    let found = appdata(&project, &uuid).await[REMOVE_BG].clone();
    let data = json!({ "foreground_type": "car" });
    assert_eq!((&found["data"], &found["version"]), (&data, &json!("1.0")));
}

#[tokio::test]
async fn changed_appdata_is_told_with_the_earlier_one() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("unsafe.jpg", "image/jpeg", b"not really".to_vec()).await;
    let mut receiver = Receiver::start(&[]).await;
    subscribe(&project, &receiver, &["file.info_updated"]).await;
    run(&project, MODERATION, &uuid, json!({})).await;
    let first = receiver.next().await.json();
    assert_eq!(first["previous_values"], json!({ "appdata": {} }));
    let found = appdata(&project, &uuid).await;
    assert_eq!(first["data"]["appdata"], found);
    let label = &found[MODERATION]["data"]["ModerationLabels"][0];
    assert_eq!((&label["Name"], &label["ParentName"]), (&json!("Weapons"), &json!("Violence")));
    run(&project, LABELS, &uuid, json!({})).await;
    let second = receiver.next().await.json();
    assert_eq!(second["previous_values"], json!({ "appdata": found }));
}

#[tokio::test]
async fn add_ons_fail_as_planned() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let plan = async |body: Value| {
        assert_eq!(project.control(Method::POST, "jobs", body).await.0, 201);
    };
    plan(json!({ "kind": "document", "outcome": "failed" })).await;
    plan(json!({ "kind": SCAN, "outcome": "failed", "error": "The scanner sleeps." })).await;
    plan(json!({ "kind": SCAN, "outcome": "cancelled" })).await;
    plan(json!({ "kind": REMOVE_BG, "outcome": "stuck" })).await;
    let failed = run(&project, SCAN, &uuid, json!({})).await;
    assert_eq!(failed, json!({ "status": "error", "details": "The scanner sleeps." }));
    assert_eq!(run(&project, SCAN, &uuid, json!({})).await, json!({ "status": "error" }));
    assert_eq!(appdata(&project, &uuid).await, json!({}));
    assert_eq!(run(&project, SCAN, &uuid, json!({})).await["status"], "done");

    let (_, stuck) = execute(&project, REMOVE_BG, json!({ "target": uuid })).await;
    emulator.set_clock_offset(3600);
    for _ in 0..5 {
        let id = stuck["request_id"].as_str().unwrap();
        assert_eq!(status(&project, REMOVE_BG, id).await["status"], "in_progress");
    }
    assert_eq!(execute(&project, REMOVE_BG, json!({ "target": uuid })).await.0, 409);
}
