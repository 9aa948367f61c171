use reqwest::{Client, Method};
use serde_json::{Value, json};
use uploadcare_emulator::Emulator;

use crate::client::Project;

async fn patch(project: &Project, body: Value) -> (u16, Value) {
    let url = format!("{}/_control/projects/{}", project.base, project.public_key());
    let response = Client::new().patch(url).json(&body).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn a_project_tells_about_itself() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let key = project.public_key();
    let info = json!({
        "collaborators": [], "name": key, "pub_key": key, "autostore_enabled": true,
    });
    assert_eq!(project.get_json("/project/").await, info);
    let people = json!([{ "name": "Ann", "email": "ann@example.org" }]);
    let settings = json!({ "name": "demo", "collaborators": people, "autostore": false });
    assert_eq!(patch(&project, settings).await.0, 200);
    let info = json!({
        "collaborators": people, "name": "demo", "pub_key": key, "autostore_enabled": false,
    });
    assert_eq!(project.get_json("/project/").await, info);
    let uuid = project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert!(file["datetime_stored"].is_null());
    patch(&project, json!({ "collaborators": null })).await;
    assert!(project.get_json("/project/").await["collaborators"].is_null());
}

#[tokio::test]
async fn settings_are_checked_and_kept() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let (status, settings) =
        patch(&project, json!({ "storages": ["backup"], "copy_polls": 3 })).await;
    assert_eq!((status, &settings["storages"]), (200, &json!(["backup"])));
    for wrong in [json!({ "copy_polls": -1 }), json!({ "unknown": 1 }), json!([])] {
        assert_eq!(patch(&project, wrong).await.0, 400);
    }
    assert_eq!(patch(&project, json!({})).await, (200, settings));
    let uuid = project.seeded(json!({})).await.remove(0);
    let copy = async |target: &str| {
        let body = json!({ "source": uuid, "target": target });
        project.send(Method::POST, "/files/remote_copy/", body).await
    };
    let url = format!("s3://backup/{uuid}/file-1.txt");
    assert_eq!(copy("backup").await, (201, json!({ "type": "url", "result": url })));
    assert_eq!(copy("my-storage").await.0, 400);
}

#[tokio::test]
async fn appdata_is_shown_when_asked_for() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let appdata = json!({ "uc_clamav_virus_scan": { "data": { "infected": false } } });
    let change = json!({ "appdata": appdata });
    let (status, file) = project.control(Method::PATCH, &format!("files/{uuid}"), change).await;
    assert_eq!((status, &file["appdata"]), (200, &appdata));
    let target = format!("/files/{uuid}/");
    assert!(project.get_json(&target).await.get("appdata").is_none());
    assert_eq!(project.get_json(&format!("{target}?include=appdata")).await["appdata"], appdata);
    let list = project.get_json("/files/?include=appdata").await;
    assert_eq!(list["results"][0]["appdata"], appdata);
}

#[tokio::test]
async fn uploads_can_be_limited() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let refusal = async |settings: Value| {
        assert_eq!(patch(&project, settings).await.0, 200);
        let part = reqwest::multipart::Part::text("12345").file_name("a");
        let response = project.post_form(project.form().part("file", part), "").await;
        (response.status().as_u16(), response.text().await.unwrap())
    };
    let refused = |status: u16, message: &str| (status, message.to_owned());
    assert_eq!(refusal(json!({ "file_size_limit": 5 })).await.0, 200);
    let limited = refusal(json!({ "file_size_limit": 4 })).await;
    assert_eq!(limited, refused(400, "File is too large."));
    let limited =
        refusal(json!({ "file_size_limit": null, "allowed_mime_types": ["text/csv", "image/*"] }));
    assert_eq!(limited.await, refused(400, "Uploading of these file types is not allowed."));
    assert_eq!(refusal(json!({ "allowed_mime_types": ["text/*"] })).await.0, 200);
    let blocked = refusal(json!({ "blocked": "AccountUnpaidError" })).await;
    assert_eq!(blocked, refused(403, "Account has been blocked for non payment."));
    assert_eq!(patch(&project, json!({ "blocked": "FileNotFoundError" })).await.0, 400);
    assert_eq!(project.get_json("/files/").await["total"], 2);
}

#[tokio::test]
async fn uploads_take_their_time_to_be_ready() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    patch(&project, json!({ "ready_polls": 2 })).await;
    let uuid = project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    let query = format!("/info/?pub_key={}&file_id={uuid}", project.public_key());
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(project.get_json(&query).await["is_ready"].clone());
    }
    assert_eq!(seen, [false, false, true, true]);
    assert_eq!(project.get_json(&format!("/files/{uuid}/")).await["is_ready"], true);
}
