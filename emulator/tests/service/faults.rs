use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Emulator, Fault};

use crate::{
    client::{ACCEPT, Project, header},
    raw::Connection,
};

pub async fn add(project: &Project, fault: Value) {
    let (status, _) = project.control(Method::POST, "faults", fault).await;
    assert_eq!(status, 201);
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
async fn every_error_of_uploads_can_be_made_up() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let ask = async |code: &str, query: &str, accept: &str| {
        add(&project, json!({ "route": "/base/", "upload_error": code })).await;
        let url = format!("{}/base/{query}", project.base);
        let request = project.http.post(url).header("Accept", accept);
        let response = request.multipart(project.form()).send().await.unwrap();
        let retry_after = header(&response, "retry-after").to_owned();
        (response.status().as_u16(), response.text().await.unwrap(), retry_after)
    };
    let error = |status: u16, message: &str, code: &str| json!({ "error": { "status_code": status, "content": message, "error_code": code } });
    let (blocked, message) = ("AccountBlockedError", "Account has been blocked.");
    let answer = ask(blocked, "", "*/*").await;
    assert_eq!((answer.0, &*answer.1, &*answer.2), (403, message, ""));
    let answer = ask(blocked, "?jsonerrors=1", "*/*").await;
    assert_eq!((answer.0, answer.1), (200, error(403, message, blocked).to_string()));
    let answer = ask(blocked, "", "application/json").await;
    assert_eq!((answer.0, answer.1), (403, error(403, message, blocked).to_string()));
    let answer = ask("RequestThrottledError", "?jsonerrors=1", "*/*").await;
    assert_eq!((answer.0, &*answer.2), (200, "1"));
    for (code, status, message) in [
        ("ProjectPublicKeyRemovedError", 403, "Project demopublickey is marked as removed."),
        (
            "RequestFiledsNumberLimitExceededError",
            400,
            "The request contains too many HTTP POST fields.",
        ),
        ("RequestSizeLimitExceededError", 413, "The size of the request is too large."),
        ("FileInfectedError", 400, "The file is infected by Win.Test.EICAR_HDB-1 virus."),
        ("AccessTokenExpiredError", 401, "Expired token."),
        ("UploadAPIError", 500, "Internal error."),
    ] {
        let answer = ask(code, "", "*/*").await;
        assert_eq!((answer.0, &*answer.1), (status, message));
    }
    assert_eq!(project.get_json("/files/").await["total"], 0);
}

#[tokio::test]
async fn connections_break_as_asked() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let whole = project.get("/files/").await.text().await.unwrap();

    for fault in [
        Fault { drop: true, ..Fault::default() },
        Fault { lose: true, ..Fault::default() },
        Fault { lose: true, delay_ms: Some(1), ..Fault::default() },
    ] {
        emulator.add_fault(project.public_key(), fault).unwrap();
        let mut connection = Connection::open(&emulator).await;
        connection.get(&project, "/files/").await;
        assert_eq!(connection.rest().await, "");
        let record = emulator.requests(project.public_key()).pop().unwrap();
        assert_eq!(record.status, 0);
    }

    for size in [0, 10] {
        add(&project, json!({ "truncate": size })).await;
        let mut connection = Connection::open(&emulator).await;
        connection.get(&project, "/files/").await;
        let head = connection.head().await;
        assert!(head.starts_with("http/1.1 200"), "{head}");
        assert!(head.contains(&format!("content-length: {}", whole.len())), "{head}");
        assert_eq!(connection.rest().await, whole[..size]);
        let record = emulator.requests(project.public_key()).pop().unwrap();
        assert_eq!(record.status, 200);
    }
    add(&project, json!({ "truncate": 0 })).await;
    assert!(project.get("/files/").await.bytes().await.is_err());

    add(&project, json!({ "delay_ms": 300 })).await;
    let start = Instant::now();
    assert_eq!(project.get("/files/").await.status(), 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
    let stats = emulator.stats(project.public_key()).unwrap();
    assert_eq!((stats.in_flight, stats.cancelled, stats.requests), (0, 0, 8));
}

#[tokio::test]
async fn a_delay_ends_when_the_faults_are_cleared() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let none = json!({ "faults": [] });
    for (fault, status) in [
        (json!({ "delay_ms": 600_000 }), 200),
        (json!({ "delay_ms": 600_000, "respond": { "status": 418 } }), 418),
    ] {
        add(&project, fault).await;
        let held = tokio::spawn(project.simple(Method::GET, "/files/").send());
        while project.control(Method::GET, "faults", json!({})).await.1 != none {}
        assert_eq!(emulator.stats(project.public_key()).unwrap().in_flight, 1);
        assert_eq!(project.control(Method::DELETE, "faults", json!({})).await.0, 204);
        let answer = tokio::time::timeout(Duration::from_secs(60), held).await.unwrap();
        assert_eq!(answer.unwrap().unwrap().status(), status);
    }
}

#[tokio::test]
async fn nonsense_is_refused() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for fault in [
        json!({}),
        json!({ "drop": true, "truncate": 1 }),
        json!({ "close": true, "lose": true }),
        json!({ "content_length": 0, "foreign_next": "http://a" }),
        json!({ "close": true, "respond": { "status": 200 } }),
        json!({ "upload_error": "UploadFailedError", "respond": { "status": 200 } }),
        json!({ "upload_error": "UploadFailedError", "drop": true }),
        json!({ "upload_error": "NoSuchError" }),
        json!({ "bytes_per_second": 1, "close": true }),
        json!({ "bytes_per_second": 1, "truncate": 0 }),
        json!({ "bytes_per_second": -1 }),
        json!({ "bytes_per_second": 1.5 }),
        json!({ "content_length": -1 }),
        json!({ "probability": 0.5 }),
        json!({ "drop": true, "probability": 0 }),
        json!({ "drop": true, "probability": -0.1 }),
        json!({ "drop": true, "probability": 1.000001 }),
        json!({ "foreign_next": "" }),
        json!({ "foreign_next": "127.0.0.1:9999" }),
        json!({ "foreign_next": "ftp://127.0.0.1" }),
        json!({ "foreign_next": "http://127.0.0.1/" }),
        json!({ "foreign_next": "http://127.0.0.1/files" }),
        json!({ "foreign_next": "http://127.0.0.1?a" }),
        json!({ "foreign_next": "http://me@127.0.0.1" }),
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
    for fault in [
        json!({ "delay_ms": 0, "bytes_per_second": 1, "respond": { "status": 200 } }),
        json!({ "delay_ms": 0, "content_length": 0, "probability": 1 }),
        json!({ "delay_ms": 0, "foreign_next": "https://[::1]:9999" }),
        json!({ "delay_ms": 0, "upload_error": "FileInfectedError" }),
    ] {
        let (status, added) = project.control(Method::POST, "faults", fault.clone()).await;
        assert_eq!(status, 201, "{fault}");
        assert_eq!(added["delay_ms"], 0);
    }
}

#[tokio::test]
async fn a_fault_may_leave_it_to_chance() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let set = async |fault: Value| {
        project.control(Method::DELETE, "faults", json!({})).await;
        let mut fault = fault;
        fault["respond"] = json!({ "status": 503 });
        add(&project, fault).await;
    };
    let hits = async |requests: usize| {
        let mut hits = Vec::new();
        for number in 0..requests {
            if project.get("/project/").await.status() == 503 {
                hits.push(number);
            }
        }
        hits
    };
    set(json!({ "times": -1, "probability": 1 })).await;
    assert_eq!(hits(20).await.len(), 20);
    set(json!({ "times": -1, "probability": 0.5 })).await;
    let count = hits(400).await.len();
    assert!((100..=300).contains(&count), "{count} of 400");
    set(json!({ "times": 10, "skip": 5, "probability": 0.5 })).await;
    let numbers = hits(400).await;
    assert!(numbers.len() == 10 && numbers[0] >= 5, "{numbers:?}");
    set(json!({ "times": 2, "skip": 3, "probability": 1e-15 })).await;
    assert_eq!(hits(20).await.len(), 0);
    let (_, left) = project.control(Method::GET, "faults", json!({})).await;
    assert_eq!((&left["faults"][0]["times"], &left["faults"][0]["skip"]), (&json!(2), &json!(3)));
}

/// Waits until `done`, for a minute at most.
pub async fn eventually(done: impl Fn() -> bool) {
    for _ in 0..6000 {
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
    add(&project, json!({ "delay_ms": 600_000 })).await;
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
    let mut connection = Connection::open(&emulator).await;
    let head = format!(
        "POST /base/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\
         Content-Type: multipart/form-data; boundary=x\r\n\r\n\
         --x\r\nContent-Disposition: form-data; name=\"UPLOADCARE_PUB_KEY\"\r\n\r\n{}\r\n\
         --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc",
        project.public_key()
    );
    connection.write(head.as_bytes()).await;
    eventually(|| stats().in_flight == 1).await;
    drop(connection);
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
    let raw = async |bytes: &[u8]| {
        let mut connection = Connection::open(&emulator).await;
        connection.write(bytes).await;
        connection.rest().await
    };
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
        let answer = raw(format!("{head} {close}{rest}").as_bytes()).await;
        assert_ne!(answer.get(9..12), Some("500"), "{head}");
    }
    raw(b"GET /files/\xff\xfe/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    raw(b"\0\x01\x02\r\n\r\n").await;
    assert_eq!(project.get("/files/").await.status(), 200);
}
