use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use uploadcare_emulator::{Emulator, Fault};

use crate::client::{ACCEPT, Project, header};

async fn add(project: &Project, fault: Value) {
    let (status, _) = project.control(Method::POST, "faults", fault).await;
    assert_eq!(status, 201);
}

/// Sends bytes over a connection of its own; all that came until it closed.
async fn raw(emulator: &Emulator, bytes: &[u8]) -> Vec<u8> {
    let address = emulator.api_base().trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    answer
}

async fn raw_list(emulator: &Emulator, project: &Project) -> Vec<u8> {
    let keys = format!("{}:{}", project.keys.public_key, project.keys.secret_key);
    let request = format!(
        "GET /files/ HTTP/1.1\r\nHost: localhost\r\nAccept: {ACCEPT}\r\n\
         Authorization: Uploadcare.Simple {keys}\r\nConnection: close\r\n\r\n"
    );
    raw(emulator, request.as_bytes()).await
}

#[tokio::test]
async fn made_up_answers_are_counted() {
    let emulator = Emulator::start().await.unwrap();
    let (project, other) = (Project::new(&emulator), Project::new(&emulator));
    let body = json!({ "detail": "Request was throttled.", "next": "{origin}/x" });
    let respond = json!({ "status": 429, "headers": { "Retry-After": "7" }, "body": body });
    let fault =
        json!({ "method": "get", "route": "/files/", "skip": 1, "times": 2, "respond": respond });
    add(&project, fault).await;
    let mut seen = Vec::new();
    for _ in 0..5 {
        let response = project.get("/files/").await;
        seen.push(response.status().as_u16());
        if response.status() == 429 {
            assert_eq!(header(&response, "retry-after"), "7");
            assert_eq!(header(&response, "content-type"), ACCEPT);
            let body: Value = response.json().await.unwrap();
            assert_eq!(body["next"], format!("{}/x", project.base));
        }
        assert_eq!(other.get("/files/").await.status(), 200);
        assert_eq!(project.get("/files/x/").await.status(), 404);
    }
    assert_eq!(seen, [200, 429, 429, 200, 200]);
    let (_, left) = project.control(Method::GET, "faults", json!({})).await;
    assert_eq!(left, json!({ "faults": [] }));

    let respond =
        json!({ "status": 503, "headers": { "X-Where": "{origin}" }, "body": "at {origin}" });
    add(&project, json!({ "times": -1, "respond": respond })).await;
    for _ in 0..3 {
        let response = project.get("/files/").await;
        assert_eq!(header(&response, "x-where"), project.base);
        assert_eq!(response.status(), 503);
        assert_eq!(response.text().await.unwrap(), format!("at {}", project.base));
    }
    let (_, left) = project.control(Method::GET, "faults", json!({})).await;
    assert_eq!(left["faults"][0]["times"], -1);
    project.control(Method::DELETE, "faults", json!({})).await;
    assert_eq!(project.get("/files/").await.status(), 200);
}

#[tokio::test]
async fn faults_hit_uploads_by_their_form_field() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let respond = json!({ "status": 500, "body": "Internal error." });
    add(&project, json!({ "route": "/base/", "respond": respond })).await;
    let part = || reqwest::multipart::Part::text("a").file_name("a");
    let response = project.post_form(project.form().part("file", part()), "").await;
    assert_eq!(response.status(), 500);
    let response = project.post_form(project.form().part("file", part()), "").await;
    assert_eq!(response.status(), 200);
    assert_eq!(project.get_json("/files/").await["total"], 1);
}

#[tokio::test]
async fn connections_break_as_asked() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let whole = raw_list(&emulator, &project).await;
    let split = |answer: &[u8]| {
        let text = String::from_utf8(answer.to_vec()).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        (head.to_ascii_lowercase(), body.to_owned())
    };
    let (_, body) = split(&whole);

    emulator.add_fault(project.public_key(), Fault { drop: true, ..Fault::default() }).unwrap();
    assert_eq!(raw_list(&emulator, &project).await, b"");
    assert_eq!(emulator.requests(project.public_key())[1].status, 0);

    for size in [0, 10] {
        add(&project, json!({ "truncate": size })).await;
        let (head, part) = split(&raw_list(&emulator, &project).await);
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert!(head.contains(&format!("content-length: {}", body.len())), "{head}");
        assert_eq!(part, body[..size]);
    }
    add(&project, json!({ "truncate": 0 })).await;
    assert!(project.get("/files/").await.bytes().await.is_err());

    add(&project, json!({ "delay_ms": 300 })).await;
    let start = Instant::now();
    assert_eq!(project.get("/files/").await.status(), 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
    let stats = emulator.stats(project.public_key()).unwrap();
    assert_eq!((stats.in_flight, stats.cancelled, stats.requests), (0, 0, 6));
}

#[tokio::test]
async fn nonsense_is_refused() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for fault in [
        json!({}),
        json!({ "drop": true, "truncate": 1 }),
        json!({ "respond": { "status": 99 } }),
        json!({ "respond": { "status": 200, "headers": { "a b": "c" } } }),
        json!({ "respond": { "status": 200, "headers": { "a": "c\n" } } }),
        json!({ "respond": { "status": 200, "headers": { "Content-Length": "3" } } }),
        json!({ "delay_ms": 1, "times": -2 }),
        json!({ "delay_ms": 1, "rout": "/files/" }),
        json!([]),
    ] {
        let (status, body) = project.control(Method::POST, "faults", fault.clone()).await;
        assert_eq!(status, 400, "{fault}");
        assert!(body["error"].is_string());
    }
}

/// Waits until `done`, for two seconds at most.
async fn eventually(done: impl Fn() -> bool) {
    for _ in 0..200 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it did not happen");
}

#[tokio::test]
async fn cancelled_requests_are_seen() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let stats = || emulator.stats(project.public_key()).unwrap();
    add(&project, json!({ "delay_ms": 60_000 })).await;
    let request = project.simple(Method::GET, "/files/");
    let task = tokio::spawn(request.send());
    eventually(|| stats().in_flight == 1).await;
    assert_eq!(stats().cancelled, 0);
    task.abort();
    eventually(|| stats().cancelled == 1).await;
    assert_eq!((stats().in_flight, stats().requests), (0, 1));
    let record = emulator.requests(project.public_key()).pop().unwrap();
    assert_eq!((record.status, record.route.as_deref()), (499, Some("/files/")));

    // In the middle of an upload, once the public key is known.
    let address = emulator.api_base().trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /base/ HTTP/1.1\r\nHost: {address}\r\nContent-Length: 1000000\r\n\
         Content-Type: multipart/form-data; boundary=x\r\n\r\n\
         --x\r\nContent-Disposition: form-data; name=\"UPLOADCARE_PUB_KEY\"\r\n\r\n{}\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc",
        project.public_key()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    eventually(|| stats().in_flight == 1).await;
    drop(stream);
    eventually(|| stats().in_flight == 0).await;
    let record = emulator.requests(project.public_key()).pop().unwrap();
    assert_eq!((record.path.as_str(), record.status), ("/base/", 499));
    assert!(record.body_size > 100);
}

#[tokio::test]
async fn a_download_left_half_way_is_cancelled() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let seed = uploadcare_emulator::Seed { size: 1 << 34, ..Default::default() };
    let uuid = emulator.seed(project.public_key(), seed).unwrap().first_uuid.unwrap();
    let mut response = project.get(&format!("/{uuid}/")).await;
    assert!(response.chunk().await.unwrap().is_some());
    let stats = || emulator.stats(project.public_key()).unwrap();
    assert_eq!(stats().in_flight, 1);
    drop(response);
    eventually(|| stats().cancelled == 1).await;
}

#[tokio::test]
async fn broken_requests_break_nothing() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let close = "HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    for (head, rest) in [
        ("GET /files/", "\r\n"),
        ("GET /files/%ff%fe%00/", "Accept: \u{ff}\r\n\r\n"),
        ("GET /files/?%ff&=&&limit", "Authorization: Uploadcare :\r\n\r\n"),
        ("POST /base/", "Content-Type: multipart/form-data\r\nContent-Length: 0\r\n\r\n"),
        ("POST /base/", "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
        ("OPTIONS *", "\r\n"),
        ("GET /_control/projects/%ff/stats", "\r\n"),
        ("GET /_control/requests?public_key=%ff", "\r\n"),
        ("GET http://elsewhere/files/", "\r\n"),
        ("BREW /files/", "\r\n"),
        ("GET /%ff/%00", "\r\n"),
    ] {
        let answer = raw(&emulator, format!("{head} {close}{rest}").as_bytes()).await;
        let status = String::from_utf8_lossy(&answer).get(9..12).map(str::to_owned);
        assert_ne!(status.as_deref(), Some("500"), "{head}");
    }
    raw(&emulator, b"GET /files/\xff\xfe/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    raw(&emulator, b"\0\x01\x02\r\n\r\n").await;
    assert_eq!(project.get("/files/").await.status(), 200);
}
