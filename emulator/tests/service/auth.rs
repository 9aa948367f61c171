use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator, ProjectKeys};

use crate::client::{ACCEPT, Project, header, http_date, signature};

async fn detail(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    let body: Value = response.json().await.unwrap();
    (status, body["detail"].as_str().unwrap().to_owned())
}

/// Signatures that others computed, at the times they were made for.
#[tokio::test]
async fn published_signatures_are_accepted() {
    let july = "Tue, 15 Jul 2025 10:00:00 GMT";
    let demo = ("demopublickey", "demosecretkey");
    let cursor = "/files/?from=2018-11-27T01%3A00%3A24.296613%2B00%3A00&limit=3&offset=0";
    let java = "/files/27c7846b-a019-4516-a5e4-de635f822161/";
    for (at, keys, target, date, expected) in [
        (
            1_752_573_600,
            demo,
            "/files/?limit=1&stored=true",
            july,
            "14600d1955d2594e65579f08eb69b23395ebc12f",
        ),
        (1_752_573_600, demo, "/files/", july, "2c51969570ae28e9f1593f6615b846ca5e81d450"),
        (1_752_573_600, demo, cursor, july, "5e5585f18142c5b45ad754bb6b980de65669f62c"),
        (
            1_752_573_600,
            demo,
            "/files/?limit=1&stored=true",
            "Tue, 15 Jul 2025, 10:00:00 GMT",
            "c30849c5e10d03dbe28e4e9d5f6b2720d88fc7cc",
        ),
        (
            1_541_423_681,
            ("testpk", "demoprivatekey"),
            "/files/?limit=1&stored=true",
            "Mon, 05 Nov 2018 13:14:41 GMT",
            "3cbc4d2cf91f80c1ba162b926f8a975e8bec7995",
        ),
        (
            627_264_000,
            demo,
            java,
            "Fri, 17 Nov 1989 00:00:00 +0000",
            "535e263808dd38599343f04aab3c9f34bb15573c",
        ),
    ] {
        assert_eq!(signature(keys.1, "GET", b"", "application/json", date, target), expected);
        let clock = Clock::fixed(DateTime::from_timestamp(at, 0).unwrap());
        let emulator = Emulator::builder().clock(clock).start().await.unwrap();
        let http = Client::new();
        let new = json!({ "public_key": keys.0, "secret_key": keys.1 });
        let url = format!("{}projects", emulator.control_base());
        http.post(url).json(&new).send().await.unwrap();
        let response = http
            .get(format!("{}{}", emulator.api_base().trim_end_matches('/'), target))
            .header("Accept", ACCEPT)
            .header("Content-Type", "application/json")
            .header("Date", date)
            .header("Authorization", format!("Uploadcare {}:{expected}", keys.0))
            .send()
            .await
            .unwrap();
        let wanted = if target == java { 404 } else { 200 };
        assert_eq!(response.status(), wanted, "{date} {target}");
    }
}

#[tokio::test]
async fn both_schemes_and_both_date_headers() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    assert_eq!(project.get("/files/").await.status(), 200);
    let now = http_date(Utc::now());
    for name in ["Date", "X-Uploadcare-Date"] {
        let response = project.signed("/files/?limit=5", name, &now).send().await.unwrap();
        assert_eq!(response.status(), 200, "{name}");
    }
    // When both are there, the one that browsers can set is the signed one.
    let other = http_date(Utc::now() - TimeDelta::days(3));
    let both = project.signed("/files/", "X-Uploadcare-Date", &now).header("Date", &other);
    assert_eq!(both.send().await.unwrap().status(), 200);
    let both = project.signed("/files/", "Date", &now).header("X-Uploadcare-Date", &other);
    assert_eq!(both.send().await.unwrap().status(), 401);

    let record = &emulator.requests(project.public_key())[0];
    assert_eq!((record.scheme.as_deref(), record.authenticated), (Some("simple"), true));
    let record = emulator.requests(project.public_key()).pop().unwrap();
    assert_eq!((record.scheme.as_deref(), record.authenticated), (Some("signed"), false));
    let everything = format!("{:?}", emulator.requests(project.public_key()));
    assert!(!everything.contains(&project.keys.secret_key));
}

#[tokio::test]
async fn a_request_without_content_type_signs_an_empty_line() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let date = http_date(Utc::now());
    let signature = signature(&project.keys.secret_key, "GET", b"", "", &date, "/files/");
    let request = project
        .http
        .get(format!("{}/files/", project.base))
        .header("Accept", ACCEPT)
        .header("Date", date)
        .header("Authorization", format!("Uploadcare {}:{signature}", project.public_key()));
    assert_eq!(request.send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn refusals_have_the_documented_texts() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let key = project.public_key();
    let send = async |authorization: Option<String>| {
        let mut request =
            project.http.get(format!("{}/files/", project.base)).header("Accept", ACCEPT);
        if let Some(text) = authorization {
            request = request.header("Authorization", text);
        }
        let response = request.header("Date", http_date(Utc::now())).send().await.unwrap();
        assert_eq!(header(&response, "www-authenticate"), "Uploadcare");
        assert_eq!(header(&response, "content-type"), ACCEPT);
        detail(response).await
    };
    let credentials = (401, "Incorrect authentication credentials.".to_owned());
    assert_eq!(send(None).await, credentials);
    assert_eq!(send(Some("nonsense".to_owned())).await, credentials);
    assert_eq!(send(Some("Bearer abc".to_owned())).await, credentials);
    assert_eq!(send(Some(format!("Uploadcare.Simple {key}"))).await, credentials);
    assert_eq!(
        send(Some("Uploadcare.Simple nobody:secret".to_owned())).await,
        (401, "Public key nobody not found.".to_owned())
    );
    assert_eq!(
        send(Some(format!("Uploadcare.Simple {key}:wrong"))).await,
        (401, "Secret key not found.".to_owned())
    );
    for signature in ["00", "xyz", "", &"0".repeat(40)] {
        assert_eq!(
            send(Some(format!("Uploadcare {key}:{signature}"))).await,
            (401, "Invalid signature. Please check your Secret key.".to_owned())
        );
    }
}

#[tokio::test]
async fn the_signature_covers_target_type_and_body() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let date = http_date(Utc::now());
    let good = || project.signed("/files/?limit=2", "Date", &date).build().unwrap();
    let status = async |request| project.http.execute(request).await.unwrap().status().as_u16();
    assert_eq!(status(good()).await, 200);

    let mut other = good();
    other.url_mut().set_query(Some("limit=3"));
    assert_eq!(status(other).await, 401);
    let mut other = good();
    other.headers_mut().insert("Content-Type", "text/plain".parse().unwrap());
    assert_eq!(status(other).await, 401);
    let mut other = good();
    *other.body_mut() = Some("[]".into());
    assert_eq!(status(other).await, 401);
    let mut other = good();
    let later = http_date(Utc::now() + TimeDelta::seconds(9));
    other.headers_mut().insert("Date", later.parse().unwrap());
    assert_eq!(status(other).await, 401);
}

#[tokio::test]
async fn dates_may_be_fifteen_minutes_off() {
    let at = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let emulator = Emulator::builder().clock(Clock::fixed(at)).start().await.unwrap();
    let project = Project::new(&emulator);
    let status = async |seconds| {
        let date = http_date(at + TimeDelta::seconds(seconds));
        project.signed("/files/", "Date", &date).send().await.unwrap().status().as_u16()
    };
    for (seconds, wanted) in [(0, 200), (900, 200), (-900, 200), (901, 401), (-901, 401)] {
        assert_eq!(status(seconds).await, wanted, "{seconds}");
    }
    assert_eq!(project.signed("/files/", "Date", "soon").send().await.unwrap().status(), 401);

    emulator.set_project_clock_offset(project.public_key(), 7200).unwrap();
    assert_eq!(status(0).await, 401);
    assert_eq!(status(7200).await, 200);
    let neighbour = Project::new(&emulator);
    let date = http_date(at);
    assert_eq!(neighbour.signed("/files/", "Date", &date).send().await.unwrap().status(), 200);
    let url = format!("{}clock", emulator.control_base());
    let change = json!({ "offset_seconds": -7200 });
    assert_eq!(project.http.post(url).json(&change).send().await.unwrap().status(), 200);
    assert_eq!(status(0).await, 200);
}

#[tokio::test]
async fn the_api_version_has_to_be_named() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for accept in ["*/*", "application/json", "application/vnd.uploadcare-v0.6+json"] {
        let mut request = project.simple(Method::GET, "/files/").build().unwrap();
        request.headers_mut().insert("Accept", accept.parse().unwrap());
        let response = project.http.execute(request).await.unwrap();
        assert_eq!(header(&response, "content-type"), "application/json");
        let text = "Incorrect Accept header provided. Make sure to specify API version. \
                    Refer to REST API docs for details.";
        assert_eq!(detail(response).await, (406, text.to_owned()), "{accept}");
    }
}

#[tokio::test]
async fn paths_that_are_none() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    for path in ["/files", "/nowhere/", "/files//", &format!("/files/{uuid}"), "/", "/base"] {
        let response = project.get(path).await;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(header(&response, "content-type"), "text/html; charset=utf-8", "{path}");
    }
    let unknown = "/files/00000000-0000-4000-8000-000000000000/";
    for path in ["/files/nonexistent/", "/files/%FF/", unknown] {
        let response = project.get(path).await;
        assert_eq!(header(&response, "content-type"), ACCEPT, "{path}");
        assert_eq!(detail(response).await, (404, "Not found.".to_owned()), "{path}");
    }
    let response = project.simple(Method::PATCH, "/files/").send().await.unwrap();
    assert_eq!(header(&response, "allow"), "GET, HEAD, OPTIONS");
    assert_eq!(detail(response).await, (405, "Method \"PATCH\" not allowed.".to_owned()));
    let response = project.simple(Method::HEAD, "/files/").send().await.unwrap();
    assert_eq!((response.status().as_u16(), header(&response, "content-type")), (200, ACCEPT));
    let options = project.http.request(Method::OPTIONS, format!("{}/files/", project.base));
    let response = options.send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "allow"), "GET, HEAD, OPTIONS");
}

#[tokio::test]
async fn answers_carry_the_recorded_headers() {
    let emulator = Emulator::start().await.unwrap();
    let demo = Project::with_keys(&emulator, emulator.projects()[0].clone());
    assert_eq!(demo.public_key(), "demopublickey");
    let response = demo.get("/files/").await;
    for (name, value) in [
        ("content-type", ACCEPT),
        ("allow", "GET, HEAD, OPTIONS"),
        ("vary", "Accept"),
        ("server", "nginx"),
        ("access-control-allow-origin", "https://uploadcare.com"),
        ("x-frame-options", "SAMEORIGIN"),
        ("x-robots-tag", "noindex, nofollow, nosnippet, noarchive"),
        ("warning", "199 Miscellaneous warning: You are using the demo project"),
    ] {
        assert_eq!(header(&response, name), value, "{name}");
    }
    let id = header(&response, "x-uploadcare-request-id").to_owned();
    assert_eq!(emulator.requests("demopublickey")[0].request_id, id);
    assert_eq!(id.len(), 36);
}

#[tokio::test]
async fn projects_do_not_see_each_other() {
    let emulator = Emulator::start().await.unwrap();
    let (one, two) = (Project::new(&emulator), Project::new(&emulator));
    let uuid = one.upload("a.txt", "text/plain", b"a".to_vec()).await;
    assert_eq!(one.get(&format!("/files/{uuid}/")).await.status(), 200);
    assert_eq!(two.get(&format!("/files/{uuid}/")).await.status(), 404);
    assert_eq!(two.get_json("/files/").await["total"], 0);
    let crossed = ProjectKeys {
        public_key: one.keys.public_key.clone(),
        secret_key: two.keys.secret_key.clone(),
    };
    let crossed = Project::with_keys(&emulator, crossed);
    assert_eq!(crossed.get("/files/").await.status(), 401);
}
