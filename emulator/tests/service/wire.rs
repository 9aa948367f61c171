//! Faults in how an answer goes over the wire.

use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Emulator, Fault, Seed};

use crate::{
    client::{Project, header},
    faults::{add, eventually},
    raw::{Connection, request},
};

/// A project with three files, and what its list of them is.
async fn project(emulator: &Emulator) -> (Project, String) {
    let project = Project::new(emulator);
    let metadata = [("a".to_owned(), "b".to_owned())].into();
    emulator.seed(project.public_key(), Seed { count: 3, metadata, ..Seed::default() }).unwrap();
    let list = project.get("/files/").await.text().await.unwrap();
    (project, list)
}

fn last_status(emulator: &Emulator, project: &Project) -> u16 {
    emulator.requests(project.public_key()).pop().unwrap().status
}

#[tokio::test]
async fn a_connection_closes_after_a_right_answer() {
    let emulator = Emulator::start().await.unwrap();
    let (project, list) = project(&emulator).await;
    add(&project, json!({ "close": true, "skip": 1 })).await;
    let mut connection = Connection::open(&emulator).await;
    connection.get(&project, "/files/").await;
    let untouched = connection.head().await;
    assert_eq!(connection.text(list.len()).await, list);
    connection.get(&project, "/files/").await;
    let head = connection.head().await;
    let names = |head: &str| {
        let lines = head.lines().filter_map(|line| Some(line.split_once(':')?.0.to_owned()));
        lines.collect::<Vec<_>>()
    };
    assert_eq!(names(&head), names(&untouched));
    assert!(!head.contains("\r\nconnection:"), "{head}");
    assert_eq!(connection.rest().await, list);
    assert_eq!(last_status(&emulator, &project), 200);
    assert_eq!(project.get("/files/").await.status(), 200);

    // Answers without a body, and one that is refused.
    let uuid = project.get_json("/files/").await["results"][0]["uuid"].as_str().unwrap().to_owned();
    for (method, target, status) in [
        ("DELETE", format!("/files/{uuid}/metadata/a/"), 204),
        ("HEAD", "/files/".to_owned(), 200),
        ("GET", "/files/x/".to_owned(), 404),
    ] {
        add(&project, json!({ "close": true })).await;
        let mut connection = Connection::open(&emulator).await;
        connection.write(request(&project, method, &target).as_bytes()).await;
        let answer = connection.rest().await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert_eq!(answer.contains("Not found."), status == 404);
        assert_eq!(last_status(&emulator, &project), status);
    }
    assert_eq!(emulator.stats(project.public_key()).unwrap().cancelled, 0);
}

#[tokio::test]
async fn a_body_goes_on_beyond_its_announced_end() {
    let emulator = Emulator::start().await.unwrap();
    let (project, list) = project(&emulator).await;
    let mut connection = Connection::open(&emulator).await;
    for length in [0, 10, list.len() - 1, list.len()] {
        let fault = Fault { content_length: Some(length as u64), ..Fault::default() };
        emulator.add_fault(project.public_key(), fault).unwrap();
        connection.get(&project, "/files/").await;
        let head = connection.head().await;
        assert!(head.contains(&format!("\r\ncontent-length: {length}\r\n")), "{head}");
        assert!(!head.contains("\r\nconnection:"), "{head}");
        assert_eq!(connection.text(list.len()).await, list);
        assert_eq!(last_status(&emulator, &project), 200);
    }
    connection.get(&project, "/files/").await;
    let head = connection.head().await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert_eq!(connection.text(list.len()).await, list);

    add(&project, json!({ "content_length": 5 })).await;
    connection.write(request(&project, "HEAD", "/files/").as_bytes()).await;
    assert!(connection.head().await.contains("\r\ncontent-length: 5\r\n"));
    connection.get(&project, "/files/").await;
    assert!(connection.head().await.starts_with("http/1.1 200"));
    assert_eq!(emulator.stats(project.public_key()).unwrap().cancelled, 0);
}

#[tokio::test]
async fn an_answer_waits_for_the_surplus_before_it() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    // More than what fits into the buffers of a connection.
    let size = 32 << 20;
    let seed = Seed { size: size as u64, ..Seed::default() };
    let uuid = emulator.seed(project.public_key(), seed).unwrap().first_uuid.unwrap();
    add(&project, json!({ "route": "/{uuid}/", "content_length": 7 })).await;
    let mut connection = Connection::open(&emulator).await;
    connection.get(&project, &format!("/{uuid}/")).await;
    connection.get(&project, "/files/").await;
    assert!(connection.head().await.contains("\r\ncontent-length: 7\r\n"));
    assert!(connection.bytes(size).await.iter().all(|byte| *byte == b'.'));
    let head = connection.head().await;
    assert!(head.contains("uploadcare-v0.7+json"), "{head}");
}

#[tokio::test]
async fn a_body_ends_before_its_announced_end() {
    let emulator = Emulator::start().await.unwrap();
    let (project, list) = project(&emulator).await;
    let length = list.len() + 7;
    add(&project, json!({ "content_length": length })).await;
    let mut connection = Connection::open(&emulator).await;
    connection.get(&project, "/files/").await;
    let head = connection.head().await;
    assert!(head.contains(&format!("\r\ncontent-length: {length}\r\n")), "{head}");
    assert_eq!(connection.rest().await, list);
    assert_eq!(last_status(&emulator, &project), 200);
    add(&project, json!({ "content_length": length })).await;
    assert!(project.get("/files/").await.bytes().await.is_err());

    // Even where there is no body at all.
    add(&project, json!({ "respond": { "status": 200 } })).await;
    assert_eq!(project.get("/files/").await.text().await.unwrap(), "");
    add(&project, json!({ "content_length": 3 })).await;
    let mut connection = Connection::open(&emulator).await;
    connection.write(request(&project, "OPTIONS", "/files/").as_bytes()).await;
    assert!(connection.head().await.contains("\r\ncontent-length: 3\r\n"));
    assert_eq!(connection.rest().await, "");
    assert_eq!(last_status(&emulator, &project), 200);
    assert_eq!(emulator.stats(project.public_key()).unwrap().cancelled, 0);
}

#[tokio::test]
async fn refusals_of_uploads_break_like_other_answers() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let refused = async || {
        let url = format!("{}/base/", project.base);
        project.http.post(url).multipart(project.form()).send().await
    };
    let text = "Request does not contain files.";
    assert_eq!(refused().await.unwrap().text().await.unwrap(), text);
    add(&project, json!({ "lose": true })).await;
    assert!(refused().await.is_err());
    add(&project, json!({ "truncate": 5 })).await;
    let response = refused().await.unwrap();
    assert_eq!(header(&response, "content-length"), text.len().to_string());
    assert!(response.bytes().await.is_err());
    add(&project, json!({ "content_length": 5 })).await;
    assert_eq!(refused().await.unwrap().text().await.unwrap(), text[..5]);
}

#[tokio::test]
async fn a_slow_body_can_be_left() {
    let emulator = Emulator::start().await.unwrap();
    let (project, list) = project(&emulator).await;
    let fault = Fault { bytes_per_second: Some(20), ..Fault::default() };
    emulator.add_fault(project.public_key(), fault).unwrap();
    let mut connection = Connection::open(&emulator).await;
    connection.get(&project, "/files/").await;
    let head = connection.head().await;
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", list.len())), "{head}");
    let mut seen = Vec::new();
    for _ in 0..2 {
        seen.append(&mut connection.piece().await);
    }
    assert!(list.as_bytes().starts_with(&seen) && seen.len() < list.len(), "{}", seen.len());
    let stats = || emulator.stats(project.public_key()).unwrap();
    assert_eq!((stats().in_flight, stats().cancelled), (1, 0));
    let left = emulator.monotonic_ms();
    drop(connection);
    eventually(|| stats().cancelled == 1).await;
    let record = emulator.requests(project.public_key()).pop().unwrap();
    assert_eq!(record.status, 499);
    assert!(record.started_ms < left && left <= record.ended_ms);
    assert!(record.ended_ms <= emulator.monotonic_ms());
}

#[tokio::test]
async fn a_slow_body_is_a_whole_one() {
    let emulator = Emulator::start().await.unwrap();
    let (project, list) = project(&emulator).await;
    add(&project, json!({ "bytes_per_second": 100_000 })).await;
    let response = project.get("/files/").await;
    assert_eq!(header(&response, "content-length"), list.len().to_string());
    assert_eq!(response.text().await.unwrap(), list);
    let respond = json!({ "status": 503, "headers": { "Retry-After": "1" }, "body": { "a": 1 } });
    add(&project, json!({ "bytes_per_second": 1000, "respond": respond })).await;
    let response = project.get("/files/").await;
    assert_eq!((response.status().as_u16(), header(&response, "retry-after")), (503, "1"));
    assert_eq!(response.text().await.unwrap(), r#"{"a":1}"#);
    assert_eq!(last_status(&emulator, &project), 503);

    add(&project, json!({ "bytes_per_second": 0 })).await;
    let mut connection = Connection::open(&emulator).await;
    connection.get(&project, "/files/").await;
    let head = connection.head().await;
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", list.len())), "{head}");
    drop(connection);
    let stats = || emulator.stats(project.public_key()).unwrap();
    eventually(|| stats().cancelled == 1).await;

    // Nothing to send slowly.
    add(&project, json!({ "bytes_per_second": 1, "respond": { "status": 204 } })).await;
    assert_eq!(project.get("/files/").await.status(), 204);
    add(&project, json!({ "bytes_per_second": 1 })).await;
    let response = project.simple(Method::HEAD, "/files/").send().await.unwrap();
    assert_eq!(header(&response, "content-length"), list.len().to_string());
}

#[tokio::test]
async fn links_may_lead_to_a_foreign_origin() {
    let emulator = Emulator::start().await.unwrap();
    let (project, _) = project(&emulator).await;
    let pages = ["/files/?limit=1", "/files/?limit=2", "/files/?limit=3"];
    for page in pages {
        let mut page = page.to_owned();
        loop {
            let mut expected = project.get_json(&page).await;
            let next = expected["next"].as_str().map(str::to_owned);
            for name in ["next", "previous"] {
                if let Value::String(link) = &mut expected[name] {
                    *link = link.replace(&project.base, "https://elsewhere.test:81");
                }
            }
            add(&project, json!({ "foreign_next": "https://elsewhere.test:81" })).await;
            let response = project.get(&page).await;
            let length = header(&response, "content-length").to_owned();
            let body = response.text().await.unwrap();
            assert_eq!(body.len().to_string(), length);
            assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), expected);
            match next {
                Some(next) => page = next,
                None => break,
            }
        }
    }
    // Where there are no links, nothing is changed.
    add(&project, json!({ "foreign_next": "http://elsewhere.test", "times": 2 })).await;
    let told = project.get_json("/project/").await;
    assert_eq!(told["pub_key"], project.public_key());
    assert_eq!(project.call(Method::GET, "/files/x/").await.0, 404);
}
