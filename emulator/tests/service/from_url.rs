use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{StatusCode, header::CONTENT_DISPOSITION},
    response::{IntoResponse, Redirect},
    routing::get,
};
use bytes::Bytes;
use futures::{StreamExt, stream};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    sync::{
        Mutex,
        mpsc::{UnboundedSender, unbounded_channel},
    },
};
use uploadcare_emulator::Emulator;

use crate::{
    client::Project, faults::add, multipart::bytes, receiver::Receiver, webhooks::subscribe,
};

/// Where files come from.
struct Source {
    base: String,
    /// Lets `/slow` go on.
    gate: UnboundedSender<&'static str>,
}

impl Source {
    async fn start() -> Self {
        let (gate, opened) = unbounded_channel();
        let opened = Arc::new(Mutex::new(opened));
        let slow = move |sized: bool| {
            let opened = Arc::clone(&opened);
            async move {
                let first = opened.lock().await.recv().await;
                assert_eq!(first, Some("head"));
                let pieces = stream::unfold(opened, |opened| async move {
                    let piece = opened.lock().await.recv().await.filter(|piece| *piece != "end")?;
                    Some((Ok::<_, std::io::Error>(Bytes::from(piece)), opened))
                });
                let body = Body::from_stream(pieces.boxed());
                if sized {
                    ([("Content-Length", "10")], body).into_response()
                } else {
                    body.into_response()
                }
            }
        };
        let unsized_slow = slow.clone();
        let named =
            |name: &'static str| move || async move { ([(CONTENT_DISPOSITION, name)], "named") };
        let router = Router::new()
            .route("/my%20file.txt", get(|| async { "text" }))
            .route("/large", get(|| async { bytes(3 << 20) }))
            .route("/", get(|| async { ([("Content-Type", "image/x-own; a=b")], "\0") }))
            .route("/plain-name", get(named("attachment; filename=\"a b-c.txt\"")))
            .route("/extended-name", get(named("attachment; filename*=UTF-8''%D1%8F.txt")))
            .route("/slow", get(move || slow(true)))
            .route("/unsized", get(move || unsized_slow(false)))
            .route("/gone", get(|| async { StatusCode::GONE }))
            .route("/down", get(|| async { StatusCode::BAD_GATEWAY }))
            .route("/moved", get(|| async { Redirect::temporary("/my%20file.txt") }))
            .route("/around", get(|| async { Redirect::temporary("/around") }))
            .route("/away", get(|| async { Redirect::temporary("ftp://a/") }));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { base, gate }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

async fn post(project: &Project, fields: &[(&str, &str)]) -> Value {
    let key = [("pub_key", project.public_key())];
    let url = format!("{}/from_url/?jsonerrors=1", project.base);
    let request = project.http.post(url).query(&[&key[..], fields].concat());
    request.send().await.unwrap().json().await.unwrap()
}

async fn status(project: &Project, token: &str) -> Value {
    let url = format!("{}/from_url/status/?token={token}", project.base);
    project.http.get(url).send().await.unwrap().json().await.unwrap()
}

/// Asks until the status is another.
async fn next_status(project: &Project, token: &str, before: &Value) -> Value {
    loop {
        let status = status(project, token).await;
        if status != *before {
            return status;
        }
        tokio::task::yield_now().await;
    }
}

/// How an upload ends.
async fn outcome(project: &Project, fields: &[(&str, &str)]) -> Value {
    let started = post(project, fields).await;
    assert_eq!(started["type"], "token", "{started}");
    let token = started["token"].as_str().unwrap();
    loop {
        let status = status(project, token).await;
        if status["status"] != "waiting" && status["status"] != "progress" {
            return status;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_file_is_fetched() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let source = Source::start().await;
    let mut receiver = Receiver::start(&[]).await;
    for event in ["file.uploaded", "file.stored"] {
        subscribe(&project, &receiver.base, event, json!({})).await;
    }
    let url = source.url("/large");
    let fields = [
        ("source_url", &*url),
        ("store", "1"),
        ("filename", "my file (1).bin"),
        ("metadata[pet]", "cat"),
        ("tags", "a"),
    ];
    let file = outcome(&project, &fields).await;
    assert_eq!((&file["status"], &file["size"]), (&json!("success"), &json!(3 << 20)));
    assert_eq!((&file["is_ready"], &file["is_stored"]), (&json!(true), &json!(true)));
    assert_eq!(file["original_filename"], "myfile1.bin");
    assert_eq!(file["metadata"], json!({ "pet": "cat" }));
    let uuid = file["uuid"].as_str().unwrap();
    let delivered = project.http.get(format!("{}/{uuid}/", project.base)).send().await.unwrap();
    assert!(delivered.bytes().await.unwrap() == bytes(3 << 20));
    assert_eq!(receiver.sorted_events(2).await, ["file.stored", "file.uploaded"]);
    let key = project.public_key();
    let info = project.get_json(&format!("/info/?pub_key={key}&file_id={uuid}")).await;
    let mut flat = file.clone();
    flat.as_object_mut().unwrap().remove("status");
    assert_eq!(flat, info);
    // Who asks with a token alone is known by it.
    let asked = emulator.requests(key);
    let asked = asked.iter().filter(|record| record.route.as_deref() == Some("/from_url/status/"));
    assert!(asked.count() > 0);

    for (path, name, mime) in [
        ("/my%20file.txt?a=/b", "my file.txt", "text/plain"),
        ("/moved", "my file.txt", "text/plain"),
        ("/plain-name", "a b-c.txt", "text/plain"),
        ("/extended-name", "я.txt", "text/plain"),
        ("/", "noname", "image/x-own"),
    ] {
        let file = outcome(&project, &[("source_url", &source.url(path))]).await;
        assert_eq!((&file["original_filename"], &file["mime_type"]), (&json!(name), &json!(mime)));
    }
}

#[tokio::test]
async fn progress_is_told() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let source = Source::start().await;
    for (path, total) in [("/slow", json!(10)), ("/unsized", Value::Null)] {
        let started = post(&project, &[("source_url", &source.url(path))]).await;
        let token = started["token"].as_str().unwrap();
        let waiting = status(&project, token).await;
        assert_eq!(waiting, json!({ "status": "waiting" }));
        source.gate.send("head").unwrap();
        let begun = next_status(&project, token, &waiting).await;
        assert_eq!(begun, json!({ "status": "progress", "done": 0, "total": total }));
        source.gate.send("1234").unwrap();
        let half = next_status(&project, token, &begun).await;
        assert_eq!(half, json!({ "status": "progress", "done": 4, "total": total }));
        source.gate.send("567890").unwrap();
        if total.is_null() {
            source.gate.send("end").unwrap();
        }
        let mut end = next_status(&project, token, &half).await;
        while end["status"] == "progress" {
            end = next_status(&project, token, &end).await;
        }
        assert_eq!((&end["status"], &end["size"]), (&json!("success"), &json!(10)));
    }
    let unknown = json!({ "status": "unknown" });
    for token in ["x", "00000000-0000-4000-8000-000000000000"] {
        assert_eq!(status(&project, token).await, unknown);
    }
    let url = format!("{}/from_url/status/", project.base);
    let answer = project.http.get(url).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &*answer.text().await.unwrap()),
        (400, "token is required.")
    );
}

#[tokio::test]
async fn what_goes_wrong_is_told() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let source = Source::start().await;
    let key_first = project.http.post(format!("{}/from_url/", project.base)).send().await.unwrap();
    assert_eq!(key_first.text().await.unwrap(), "pub_key is required.");
    let refused = async |url: &str| post(&project, &[("source_url", url)]).await["error"].clone();
    for (url, code, message) in [
        ("", "SourceURLRequiredError", "source_url is required."),
        ("example.org", "URLSchemeRequiredError", "No URL scheme supplied."),
        ("ftp://127.0.0.1/", "URLSchemeInvalidError", "Invalid URL scheme."),
        ("http://", "URLHostRequiredError", "No URL host supplied."),
        ("http://a b/", "URLHostMalformedError", "URL host is malformed."),
        ("http://127.0.0.1:x/", "URLParsingFailedError", "Failed to parse URL."),
        ("http://nowhere.invalid/", "HostnameNotFoundError", "Host does not exist."),
    ] {
        let error = json!({ "status_code": 400, "content": message, "error_code": code });
        assert_eq!(refused(url).await, error, "{url}");
    }
    let failed = async |path: &str| {
        let status = outcome(&project, &[("source_url", &source.url(path))]).await;
        assert_eq!(status["status"], "error");
        let text = |name: &str| status[name].as_str().unwrap().to_owned();
        (text("error_code"), text("error"))
    };
    let pair = |code: &str, message: &str| (code.to_owned(), message.to_owned());
    for (path, code, message) in [
        ("/gone", "DownloadFileHTTPClientError", "HTTP client error: 410."),
        ("/down", "DownloadFileHTTPServerError", "HTTP server error: 502."),
        ("/around", "URLRedirectsLimitExceededError", "Too many redirects."),
        (
            "/away",
            "DownloadFileHTTPURLValidationError",
            "HTTP URL validation error: Invalid URL scheme.",
        ),
    ] {
        assert_eq!(failed(path).await, pair(code, message));
    }
    let settings = json!({ "file_size_limit": 3, "allowed_mime_types": ["image/*"] });
    project.control(Method::PATCH, "", settings).await;
    let expected = pair("DownloadFileSizeLimitExceededError", "Downloaded file is too big: 4 > 3.");
    assert_eq!(failed("/my%20file.txt").await, expected);
    source.gate.send("head").unwrap();
    source.gate.send("12345").unwrap();
    let expected = pair("DownloadFileSizeLimitExceededError", "Downloaded file is too big: 5 > 3.");
    assert_eq!(failed("/unsized").await, expected);
    project.control(Method::PATCH, "", json!({ "file_size_limit": null })).await;
    let expected = pair(
        "DownloadFileValidationFailedError",
        "File validation error: Uploading of these file types is not allowed.",
    );
    assert_eq!(failed("/my%20file.txt").await, expected);

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = format!("http://{}/", listener.local_addr().unwrap());
    drop(listener);
    let status = outcome(&project, &[("source_url", &nobody)]).await;
    assert_eq!(status["error_code"], "DownloadFileHTTPNetworkError");
    project.control(Method::PATCH, "", json!({ "refuse_private_addresses": true })).await;
    for url in [&*nobody, "http://localhost/", "http://[::1]/", "http://10.0.0.1/"] {
        assert_eq!(refused(url).await["error_code"], "URLHostPrivateIPForbiddenError");
    }
    add(
        &project,
        json!({ "route": "/from_url/status/", "upload_error": "DownloadFileNotFoundError" }),
    )
    .await;
    let key = project.public_key();
    let status = project.get_json(&format!("/from_url/status/?token=x&pub_key={key}")).await;
    assert_eq!(
        status,
        json!({
            "status": "error", "error": "downloaded file not found.",
            "error_code": "DownloadFileNotFoundError",
        })
    );
}

#[tokio::test]
async fn known_urls_are_not_fetched_again() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let source = Source::start().await;
    let url = source.url("/my%20file.txt");
    let plain = [("source_url", &*url)];
    let checked = [("source_url", &*url), ("check_URL_duplicates", "1")];
    let unsaved = [checked[0], checked[1], ("save_URL_duplicates", "0")];
    let saved = [("source_url", &*url), ("save_URL_duplicates", "1")];
    outcome(&project, &plain).await;
    outcome(&project, &unsaved).await;
    let first = outcome(&project, &checked).await;
    let known = post(&project, &checked).await;
    assert_eq!((&known["type"], &known["uuid"]), (&json!("file_info"), &first["uuid"]));
    assert!(known.get("token").is_none());
    let second = outcome(&project, &saved).await;
    assert_ne!(second["uuid"], first["uuid"]);
    assert_eq!(post(&project, &unsaved).await["uuid"], second["uuid"]);
    let other = Project::new(&emulator);
    assert_ne!(outcome(&other, &checked).await["uuid"], second["uuid"]);
    let target = format!("/files/{}/storage/", second["uuid"].as_str().unwrap());
    project.call(Method::DELETE, &target).await;
    assert_ne!(outcome(&project, &checked).await["uuid"], second["uuid"]);
}
