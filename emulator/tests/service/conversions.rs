use chrono::DateTime;
use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator, Seed};

use crate::{
    client::{ACCEPT, Project, header},
    receiver::Receiver,
};

const DOCUMENTS: &str = "/convert/document/";
const VIDEOS: &str = "/convert/video/";
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// An emulator whose jobs are only finished by asking.
async fn standing_still() -> Emulator {
    let clock = Clock::fixed(DateTime::from_timestamp(1_750_000_000, 0).unwrap());
    Emulator::builder().clock(clock).start().await.unwrap()
}

fn pdf(pages: usize) -> Vec<u8> {
    format!("%PDF-1.4\n<< /Type /Pages >>\n{}%%EOF", "<< /Type /Page >>\n".repeat(pages)).into()
}

async fn convert(project: &Project, target: &str, body: Value) -> Value {
    let (status, answer) = project.send(Method::POST, target, body).await;
    assert_eq!(status, 200, "{answer}");
    answer
}

fn status_of(target: &str, job: &Value) -> String {
    format!("{target}status/{}/", job["token"])
}

/// Asks about a job until it is not under way any more.
async fn ended(project: &Project, target: &str, job: &Value) -> Value {
    loop {
        let status = project.get_json(&status_of(target, job)).await;
        if !matches!(status["status"].as_str().unwrap(), "pending" | "processing") {
            return status;
        }
    }
}

async fn file(project: &Project, uuid: &Value) -> Value {
    project.get_json(&format!("/files/{}/", uuid.as_str().unwrap())).await
}

#[tokio::test]
async fn a_document_is_converted_step_by_step() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("report 1.txt", "text/plain", b"text".to_vec()).await;
    let path = format!("{uuid}/document/-/format/pdf/");
    let request = project.simple(Method::POST, DOCUMENTS).json(&json!({ "paths": [path] }));
    let response = request.send().await.unwrap();
    assert_eq!(header(&response, "content-type"), "application/json");
    assert_eq!(header(&response, "allow"), "OPTIONS, POST");
    let text = response.text().await.unwrap();
    assert!(text.starts_with("{\"problems\": {}, \"result\": [{"), "{text}");
    let answer: Value = serde_json::from_str(&text).unwrap();
    let job = &answer["result"][0];
    assert_eq!(job["original_source"], path);
    assert!(job["token"].as_u64().unwrap() > 1 << 32);
    let result = format!("/files/{}/", job["uuid"].as_str().unwrap());
    for status in ["pending", "processing", "finished", "finished"] {
        let response = project.get(&status_of(DOCUMENTS, job)).await;
        assert_eq!(header(&response, "content-type"), ACCEPT);
        let seen: Value = response.json().await.unwrap();
        let expected =
            json!({ "status": status, "error": null, "result": { "uuid": job["uuid"] } });
        assert_eq!(seen, expected);
        let there = if status == "finished" { 200 } else { 404 };
        assert_eq!(project.get(&result).await.status(), there);
    }
    let file = project.get_json(&result).await;
    assert_eq!(file["original_filename"], "report 1.pdf");
    assert_eq!(file["mime_type"], "application/pdf");
    assert!(file["datetime_stored"].is_string());
    let bytes = project.http.get(file["original_file_url"].as_str().unwrap()).send().await.unwrap();
    let bytes = bytes.bytes().await.unwrap();
    assert_eq!(file["size"], bytes.len());
    assert!(bytes.starts_with(b"%PDF-"));

    let stranger = Project::new(&emulator);
    for target in [
        status_of(DOCUMENTS, job),
        format!("{DOCUMENTS}status/x/"),
        format!("{DOCUMENTS}status/1/"),
    ] {
        let seen = stranger.call(Method::GET, &target).await;
        assert_eq!(seen, (404, json!({ "detail": "Not found." })), "{target}");
    }
    assert_eq!(project.get(&status_of(VIDEOS, job)).await.status(), 404);
}

#[tokio::test]
async fn good_paths_run_beside_bad_ones() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let text = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let pdf = project.upload("a.pdf", "application/pdf", pdf(1)).await;
    let odd = project.upload("a.xyz", "application/x-odd", b"\0\x01".to_vec()).await;
    let paths = [
        format!("http://cdn.test/{pdf}/document/-/format/jpg/-/page/1/"),
        format!("{text}/document/"),
        text.clone(),
        format!("{text}/document/-/format/jpg/"),
        format!("{NOBODY}/document/"),
        format!("{odd}/document/"),
        format!("{pdf}/document/-/format/docx/-/page/1/"),
        "nonsense".to_owned(),
    ];
    let answer = convert(&project, DOCUMENTS, json!({ "paths": paths })).await;
    let sources: Vec<_> =
        answer["result"].as_array().unwrap().iter().map(|job| &job["original_source"]).collect();
    assert_eq!(sources, [&json!(paths[0]), &json!(paths[1])]);
    let problems = answer["problems"].as_object().unwrap();
    assert_eq!(problems.len(), 6);
    for bad in [&paths[2], &paths[4], &paths[7]] {
        assert_eq!(problems[bad], format!("Bad path \"{bad}\". Use UUID or CDN URL"));
    }
    let unsupported = "the target_format is not a supported 'to' format for this source file.";
    assert_eq!(problems[&paths[3]], format!("{unsupported} txt -> jpg"));
    assert!(problems[&paths[5]].as_str().unwrap().starts_with(unsupported));
    let nothing = json!({ "problems": {}, "result": [] });
    assert_eq!(convert(&project, DOCUMENTS, json!({ "paths": [] })).await, nothing);
}

#[tokio::test]
async fn the_file_is_stored_as_asked() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let paths = json!([format!("{uuid}/document/")]);
    for (store, stored) in [
        (json!("1"), true),
        (json!("true"), true),
        (json!(true), true),
        (json!(1), true),
        (json!("0"), false),
        (json!("false"), false),
        (json!(false), false),
        (json!(0), false),
    ] {
        let body = json!({ "paths": paths, "store": store, "save_in_group": store });
        let answer = convert(&project, DOCUMENTS, body).await;
        let status = ended(&project, DOCUMENTS, &answer["result"][0]).await;
        let file = file(&project, &status["result"]["uuid"]).await;
        assert_eq!(file["datetime_stored"].is_string(), stored, "{store}");
    }
}

#[tokio::test]
async fn conversion_bodies_are_checked() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    for target in [DOCUMENTS, VIDEOS] {
        for body in ["", "{", "[]", "3"] {
            let response = project.simple(Method::POST, target).body(body).send().await.unwrap();
            assert_eq!(response.status(), 400);
            assert_eq!(header(&response, "content-type"), ACCEPT);
            let seen: Value = response.json().await.unwrap();
            assert_eq!(seen, json!({ "detail": "Expected JSON object." }));
        }
        let refused = async |body: Value| {
            let (status, answer) = project.send(Method::POST, target, body).await;
            assert_eq!(status, 400);
            answer["detail"].as_str().unwrap().to_owned()
        };
        assert_eq!(refused(json!({})).await, "“paths” parameter is required.");
        for paths in [json!("x"), json!([1]), json!({})] {
            refused(json!({ "paths": paths })).await;
        }
        for store in [json!("yes"), json!(2), json!(null), json!("")] {
            refused(json!({ "paths": [], "store": store })).await;
        }
    }
    refused_group(&project).await;
    for (setting, target, name) in [
        ("document_conversion_available", DOCUMENTS, "Document"),
        ("video_conversion_available", VIDEOS, "Video"),
    ] {
        project.control(Method::PATCH, "", json!({ setting: false })).await;
        let detail = format!("{name} conversion feature is not available for this project.");
        let expected = (400, json!({ "detail": detail }));
        let body = json!({ "paths": [] });
        assert_eq!(project.send(Method::POST, target, body).await, expected);
        let status = format!("{target}status/1/");
        assert_eq!(project.send(Method::GET, &status, json!(null)).await, expected);
    }
    let info = project.get(&format!("{DOCUMENTS}{NOBODY}/")).await;
    assert_eq!(info.status(), 400);
}

async fn refused_group(project: &Project) {
    let body = json!({ "paths": [], "save_in_group": "maybe" });
    assert_eq!(project.send(Method::POST, DOCUMENTS, body).await.0, 400);
}

#[tokio::test]
async fn pages_become_images() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("book.pdf", "application/pdf", pdf(3)).await;
    let info = format!("{DOCUMENTS}{uuid}/");
    let before = project.get_json(&info).await;
    assert_eq!((&before["error"], &before["format"]["name"]), (&Value::Null, &json!("pdf")));
    assert!(before["format"].get("converted_groups").is_none());
    let formats = before["format"]["conversion_formats"].as_array().unwrap();
    assert!(formats.contains(&json!({ "name": "enhanced.jpg" })));

    let run = async |operations: &str, group: &str| {
        let paths = json!([format!("{uuid}/document/{operations}")]);
        let body = json!({ "paths": paths, "save_in_group": group });
        let answer = convert(&project, DOCUMENTS, body).await;
        ended(&project, DOCUMENTS, &answer["result"][0]).await
    };
    let zip = run("-/format/jpg/", "0").await;
    let zip = file(&project, &zip["result"]["uuid"]).await;
    assert_eq!(zip["original_filename"], "book.zip");
    assert_eq!(zip["mime_type"], "application/zip");
    assert_eq!(project.get_json(&info).await, before);

    let page = run("-/format/jpg/-/page/3/", "1").await;
    let page = file(&project, &page["result"]["uuid"]).await;
    assert_eq!((&page["original_filename"], &page["is_image"]), (&json!("book.jpg"), &json!(true)));
    let beyond = run("-/format/jpg/-/page/4/", "1").await;
    assert_eq!(beyond["status"], "failed");
    assert!(beyond["error"].as_str().unwrap().contains("page 4"));

    run("-/format/png/", "1").await;
    let groups = project.get_json(&info).await["format"]["converted_groups"].clone();
    let group = groups["png"].as_str().unwrap();
    assert!(group.ends_with("~3"), "{group}");
    let files = project.get_json(&format!("/groups/{group}/")).await["files"].clone();
    assert_eq!(files.as_array().unwrap().len(), 3);
    for file in files.as_array().unwrap() {
        assert_eq!(file["mime_type"], "image/png");
    }

    let unknown = project.get(&format!("{DOCUMENTS}{NOBODY}/")).await;
    assert_eq!(unknown.status(), 404);
    assert_eq!(project.get("/convert/document/x/").await.status(), 404);
    let odd = project.upload("a.xyz", "application/x-odd", b"\0\x01".to_vec()).await;
    let odd = project.get_json(&format!("{DOCUMENTS}{odd}/")).await;
    assert!(odd["error"].is_string());
    assert_eq!(odd["format"]["conversion_formats"], json!([]));
}

#[tokio::test]
async fn a_video_comes_with_thumbnails() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let seed = Seed { filename: "film.mov".to_owned(), ..Seed::default() };
    let seed = Seed { mime_type: "video/quicktime".to_owned(), ..seed };
    let uuid = emulator.seed(project.public_key(), seed).unwrap().first_uuid.unwrap();
    let bad = format!("{uuid}/video/-/size/x/change_ratio/");
    let paths = [
        format!("{uuid}/video/-/size/640x480/-/format/webm/-/thumbs~3/"),
        format!("{uuid}/video/"),
        bad.clone(),
        format!("{NOBODY}/video/"),
    ];
    let answer = convert(&project, VIDEOS, json!({ "paths": paths, "store": "0" })).await;
    let problem = "CDN Path error: Mandatory argument \
                   \"OneOrTwoDimensionsDivisibleByFour(size)\" not found while parsing \
                   \"size/x/change_ratio\"";
    assert_eq!(answer["problems"][&bad], problem);
    assert_eq!(answer["problems"].as_object().unwrap().len(), 2);
    for (number, name, thumbs) in [(0, "film.webm", 3), (1, "film.mp4", 1)] {
        let job = &answer["result"][number];
        let group = &job["thumbnails_group_uuid"];
        assert!(group.as_str().unwrap().ends_with(&format!("~{thumbs}")));
        let status = ended(&project, VIDEOS, job).await;
        let result = json!({ "uuid": job["uuid"], "thumbnails_group_uuid": group });
        let expected = json!({ "status": "finished", "error": null, "result": result });
        assert_eq!(status, expected);
        let video = file(&project, &job["uuid"]).await;
        assert_eq!(video["original_filename"], name);
        assert!(video["mime_type"].as_str().unwrap().starts_with("video/"));
        assert!(video["size"].as_u64().unwrap() > 0 && video["datetime_stored"].is_null());
        let group = group.as_str().unwrap();
        let files = project.get_json(&format!("/groups/{group}/")).await["files"].clone();
        assert_eq!(files.as_array().unwrap().len(), thumbs);
        assert_eq!(files[0]["mime_type"], "image/jpeg");
    }
}

#[tokio::test]
async fn jobs_end_as_planned() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let plan = async |body: Value| project.control(Method::POST, "jobs", body).await;
    let failure = json!({ "kind": "document", "outcome": "failed", "error": "No ink." });
    let mut planned = failure.clone();
    planned["times"] = 1.into();
    assert_eq!(plan(failure).await, (201, planned));
    plan(json!({ "outcome": "cancelled" })).await;
    plan(json!({ "kind": "remove_bg", "outcome": "failed" })).await;
    plan(json!({ "kind": "document", "outcome": "stuck", "times": 2 })).await;
    for bad in [
        json!({}),
        json!({ "outcome": "lost" }),
        json!({ "outcome": "failed", "kind": "dance" }),
        json!({ "outcome": "failed", "times": 0 }),
        json!({ "outcome": "stuck", "error": "x" }),
    ] {
        assert_eq!(plan(bad).await.0, 400);
    }
    let paths = vec![format!("{uuid}/document/"); 4];
    let answer = convert(&project, DOCUMENTS, json!({ "paths": paths })).await;
    let job = |number: usize| answer["result"][number].clone();
    let failed = ended(&project, DOCUMENTS, &job(0)).await;
    assert_eq!((&failed["status"], &failed["error"]), (&json!("failed"), &json!("No ink.")));
    assert_eq!(ended(&project, DOCUMENTS, &job(1)).await["status"], "cancelled");
    emulator.set_clock_offset(3600);
    for status in ["pending", "processing", "processing", "processing"] {
        assert_eq!(project.get_json(&status_of(DOCUMENTS, &job(2))).await["status"], status);
    }
    for number in 0..4 {
        let result = format!("/files/{}/", job(number)["uuid"].as_str().unwrap());
        assert_eq!(project.get(&result).await.status(), 404);
    }
    let (_, listed) = project.control(Method::GET, "jobs", json!(null)).await;
    assert_eq!(listed["planned"].as_array().unwrap().len(), 1);
    let first = &listed["jobs"][0];
    assert_eq!((&first["token"], &first["source"]), (&job(0)["token"], &json!(uuid)));
    assert_eq!((&first["status"], &first["outcome"]), (&json!("failed"), &json!("failed")));
}

#[tokio::test]
async fn jobs_end_by_the_clock_and_by_the_number_of_questions() {
    let emulator = standing_still().await;
    let project = Project::new(&emulator);
    let mut receiver = Receiver::start(&[]).await;
    let hook = json!({ "target_url": receiver.base, "event": "file.uploaded" });
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    assert_eq!(project.send(Method::POST, "/webhooks/", hook).await.0, 201);
    let paths = json!([format!("{uuid}/document/")]);
    project.control(Method::PATCH, "", json!({ "job_polls": 100 })).await;
    let answer = convert(&project, DOCUMENTS, json!({ "paths": paths })).await;
    let job = &answer["result"][0];
    assert_eq!(project.get_json(&status_of(DOCUMENTS, job)).await["status"], "pending");
    let clock = format!("{}clock", emulator.control_base());
    let moved = project.http.post(clock).json(&json!({ "offset_seconds": 2 })).send().await;
    assert_eq!(moved.unwrap().status(), 200);
    let body = receiver.next().await.json();
    assert_eq!(body["data"]["uuid"], job["uuid"]);
    assert_eq!(
        body["initiator"],
        json!({
            "type": "addon",
            "detail": {
                "request_id": null,
                "addon_name": "zamzar_convert_document",
                "source_file_uuid": uuid,
            },
        })
    );
    assert_eq!(project.get_json(&status_of(DOCUMENTS, job)).await["status"], "finished");
    project.control(Method::PATCH, "", json!({ "job_polls": 0 })).await;
    let answer = convert(&project, DOCUMENTS, json!({ "paths": paths })).await;
    let status = project.get_json(&status_of(DOCUMENTS, &answer["result"][0])).await;
    assert_eq!(status["status"], "finished");
}

#[tokio::test]
async fn a_job_needs_no_questions() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let mut receiver = Receiver::start(&[]).await;
    let uuid = project.upload("a.txt", "text/plain", b"text".to_vec()).await;
    let hook = json!({ "target_url": receiver.base, "event": "file.stored" });
    assert_eq!(project.send(Method::POST, "/webhooks/", hook).await.0, 201);
    let paths = json!([format!("{uuid}/document/-/format/epub/")]);
    convert(&project, DOCUMENTS, json!({ "paths": paths })).await;
    assert_eq!(receiver.next().await.json()["data"]["original_filename"], "a.epub");
}
