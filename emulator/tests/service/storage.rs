use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator};

use crate::client::{Project, detail, header};

const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

#[tokio::test]
async fn one_file_is_stored_and_removed() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = &project.seeded(json!({ "stored": false })).await[0];
    let target = format!("/files/{uuid}/storage/");
    let (status, stored) = project.call(Method::PUT, &target).await;
    assert_eq!(status, 200);
    assert!(stored["datetime_stored"].is_string());
    assert_eq!(project.get_json(&format!("/files/{uuid}/")).await, stored);
    assert_eq!(project.call(Method::PUT, &target).await, (200, stored));

    let (status, removed) = project.call(Method::DELETE, &target).await;
    assert_eq!(status, 200);
    assert!(removed["datetime_removed"].is_string() && removed["datetime_stored"].is_null());
    assert!(removed["original_file_url"].is_null());
    assert_eq!(project.call(Method::DELETE, &target).await, (200, removed));
    assert_eq!(project.call(Method::PUT, &target).await, (404, detail("Not found.")));
    for target in [format!("/files/{NOBODY}/storage/"), "/files/x/storage/".to_owned()] {
        for method in [Method::PUT, Method::DELETE] {
            assert_eq!(project.call(method, &target).await, (404, detail("Not found.")));
        }
    }
    let response = project.get(&target).await;
    assert_eq!(
        (response.status().as_u16(), header(&response, "allow")),
        (405, "DELETE, OPTIONS, PUT")
    );
}

fn uuids(answer: &Value) -> Vec<&str> {
    answer["result"].as_array().unwrap().iter().map(|file| file["uuid"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn batches_tell_their_problems() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let other = Project::new(&emulator);
    let foreign = other.seeded(json!({})).await.remove(0);
    let files = project.seeded(json!({ "count": 3, "stored": false })).await;
    let [a, b, c] = [&files[0], &files[1], &files[2]];

    let ids = json!([b, a, b, "nonsense", NOBODY, foreign, b.to_uppercase()]);
    let (status, answer) = project.send(Method::PUT, "/files/storage/", ids).await;
    assert_eq!((status, &answer["status"]), (200, &json!("ok")));
    assert_eq!(uuids(&answer), [b.as_str(), a]);
    assert!(answer["result"][0]["datetime_stored"].is_string());
    let problems = json!({
        "nonsense": "Invalid", NOBODY: "Missing in the project", foreign: "Missing in the project",
    });
    assert_eq!(answer["problems"], problems);

    let (status, answer) = project.send(Method::DELETE, "/files/storage/", json!([a, c])).await;
    assert_eq!((status, &answer["problems"]), (200, &json!({})));
    assert_eq!(uuids(&answer), [a.as_str(), c]);
    assert!(answer["result"][1]["datetime_removed"].is_string());
    let again = project.send(Method::DELETE, "/files/storage/", json!([a, c])).await;
    assert_eq!(again, (200, answer));
    let (_, answer) = project.send(Method::PUT, "/files/storage/", json!([a])).await;
    assert_eq!(answer["problems"], json!({ a.as_str(): "Missing in the project" }));
}

#[tokio::test]
async fn batches_have_limits() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let files = project.seeded(json!({ "count": 101 })).await;
    for method in [Method::PUT, Method::DELETE] {
        for wrong in [json!({}), json!("x"), json!(null), json!([1]), json!([null])] {
            let answer = project.send(method.clone(), "/files/storage/", wrong).await;
            assert_eq!(answer, (400, detail("Expected list of UUIDs")));
        }
        let answer = project.call(method.clone(), "/files/storage/").await;
        assert_eq!(answer, (400, detail("Expected list of UUIDs")));
        let answer = project.send(method.clone(), "/files/storage/", json!([])).await;
        assert_eq!(answer, (400, detail("List of UUIDs can not be empty")));
        let answer = project.send(method.clone(), "/files/storage/", json!(files)).await;
        let text = "Maximum UUIDs per request is exceeded. The limit is 100";
        assert_eq!(answer, (400, detail(text)));
        let (status, answer) =
            project.send(method.clone(), "/files/storage/", json!(files[..100])).await;
        assert_eq!((status, uuids(&answer).len()), (200, 100));
        let broken = project.simple(method, "/files/storage/").body("[\"");
        let response = broken.send().await.unwrap();
        assert_eq!(response.status(), 400);
        let answer: Value = response.json().await.unwrap();
        assert!(answer["detail"].as_str().unwrap().starts_with("JSON parse error"));
    }
}

#[tokio::test]
async fn temporary_files_expire() {
    let at = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let emulator = Emulator::builder().clock(Clock::fixed(at)).start().await.unwrap();
    let project = Project::new(&emulator);
    let seeded = project.seeded(json!({ "stored": false })).await.remove(0);
    let stored = project.seeded(json!({ "start": "2024-02-01T00:00:00Z" })).await.remove(0);
    let form = project.form().text("UPLOADCARE_STORE", "0");
    let part = reqwest::multipart::Part::bytes(b"a".to_vec()).file_name("a.txt");
    let answer: Value = project.post_form(form.part("file", part), "").await.json().await.unwrap();
    let uploaded = answer["file"].as_str().unwrap();
    let ids = [seeded.as_str(), &stored, uploaded];
    let removed = async || {
        let mut removed = Vec::new();
        for id in ids {
            let file = project.get_json(&format!("/files/{id}/")).await;
            removed.push(file["datetime_removed"].as_str().map(str::to_owned));
        }
        removed
    };
    assert_eq!(removed().await, [None, None, None]);
    let day = 24 * 3600;
    let clock = json!({ "offset_seconds": day - 1 });
    let (status, answer) = project.control(Method::POST, "clock", clock).await;
    assert_eq!((status, answer), (200, json!({ "now": "2023-11-15T22:13:19Z" })));
    assert_eq!(removed().await, [None, None, None]);
    project.control(Method::POST, "clock", json!({ "offset_seconds": day })).await;
    let gone = Some("2023-11-15T22:13:20.000000Z".to_owned());
    assert_eq!(removed().await, [gone.clone(), None, gone]);
    let totals = &project.get_json("/files/").await["totals"];
    assert_eq!(*totals, json!({ "removed": 2, "stored": 1, "unstored": 0 }));
    assert_eq!(project.get(&format!("/{uploaded}/")).await.status(), 404);
    // Requests are still dated by the emulator's own time.
    let date = crate::client::http_date(at);
    let response = project.signed("/files/", "Date", &date).send().await.unwrap();
    assert_eq!(response.status(), 200);
}
