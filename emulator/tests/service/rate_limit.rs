use reqwest::{Method, multipart::Part};
use serde_json::{Value, json};
use uploadcare_emulator::{ControlError, Emulator, RateLimit};

use crate::{
    client::{ACCEPT, Project, header},
    faults::add,
};

/// So slow that no token comes back in the time of a test.
const SLOW: f64 = 0.001;

fn limit(burst: u64) -> RateLimit {
    RateLimit { per_second: SLOW, burst: Some(burst) }
}

#[tokio::test]
async fn a_burst_passes_and_no_more() {
    let emulator = Emulator::start().await.unwrap();
    let (project, other) = (Project::new(&emulator), Project::new(&emulator));
    let uuid = project.upload("a.txt", "text/plain", b"abc".to_vec()).await;
    let (status, stats) = project
        .control(Method::POST, "rate_limit", json!({ "per_second": SLOW, "burst": 3 }))
        .await;
    let fresh = json!({ "per_second": SLOW, "burst": 3, "allowed": 0, "refused": 0 });
    assert_eq!((status, stats), (201, fresh));
    let fault = json!({ "route": "/files/", "skip": 3, "respond": { "status": 503 } });
    add(&project, fault).await;
    for _ in 0..3 {
        assert_eq!(project.get("/files/").await.status(), 200);
    }
    let response = project.get("/files/").await;
    assert_eq!(response.status(), 429);
    assert_eq!(header(&response, "content-type"), ACCEPT);
    let seconds: u64 = header(&response, "retry-after").parse().unwrap();
    assert!((900..=1000).contains(&seconds), "{seconds}");
    let text = format!("Request was throttled. Expected available in {seconds} seconds.");
    assert_eq!(response.json::<Value>().await.unwrap(), json!({ "detail": text }));

    // Nothing is carried out, and no fault is used up.
    let target = format!("/files/{uuid}/storage/");
    assert_eq!(project.call(Method::DELETE, &target).await.0, 429);
    let (_, stats) = project.control(Method::GET, "rate_limit", json!({})).await;
    let used = json!({ "per_second": SLOW, "burst": 3, "allowed": 3, "refused": 2 });
    assert_eq!(stats, used);
    assert_eq!(project.get(&format!("/{uuid}/")).await.status(), 200);
    assert_eq!(other.get("/files/").await.status(), 200);

    assert_eq!(project.control(Method::DELETE, "rate_limit", json!({})).await.0, 204);
    let (status, body) = project.control(Method::GET, "rate_limit", json!({})).await;
    assert_eq!((status, body["error"].is_string()), (404, true));
    assert_eq!(project.get("/files/").await.status(), 503);
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert_eq!(file["datetime_removed"], Value::Null);
}

#[tokio::test]
async fn uploads_are_refused_in_their_own_forms() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    emulator.set_rate_limit(project.public_key(), limit(1)).unwrap();
    let upload = async |query: &str, accept: &str| {
        let part = Part::bytes(b"abc".to_vec()).file_name("a.txt");
        let url = format!("{}/base/{query}", project.base);
        let request = project.http.post(url).multipart(project.form().part("file", part));
        request.header("Accept", accept).send().await.unwrap()
    };
    assert_eq!(upload("", "*/*").await.status(), 200);
    let error = json!({ "error": {
        "status_code": 429,
        "content": "Request was throttled.",
        "error_code": "RequestThrottledError",
    } });
    for (query, accept, status) in
        [("", "*/*", 429), ("", "application/json", 429), ("?jsonerrors=1", "*/*", 200)]
    {
        let response = upload(query, accept).await;
        assert_eq!(response.status(), status);
        let seconds: u64 = header(&response, "retry-after").parse().unwrap();
        assert!((900..=1000).contains(&seconds), "{seconds}");
        let is_text = header(&response, "content-type").starts_with("text/plain");
        let body = response.text().await.unwrap();
        if is_text {
            assert_eq!((query, accept, body.as_str()), ("", "*/*", "Request was throttled."));
        } else {
            assert_eq!(serde_json::from_str::<Value>(&body).unwrap(), error);
        }
    }
    emulator.clear_rate_limit(project.public_key()).unwrap();
    assert_eq!(project.get_json("/files/").await["total"], 1);
}

#[tokio::test]
async fn requests_at_once_share_a_burst() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    emulator.set_rate_limit(project.public_key(), limit(10)).unwrap();
    let requests = (0..50).map(|_| async { project.get("/files/").await.status().as_u16() });
    let seen = futures::future::join_all(requests).await;
    let count = |status| seen.iter().filter(|seen| **seen == status).count();
    assert_eq!((count(200), count(429)), (10, 40));
    let stats = emulator.rate_limit(project.public_key()).unwrap().unwrap();
    assert_eq!((stats.allowed, stats.refused, stats.burst), (10, 40, 10));
    assert_eq!(emulator.stats(project.public_key()).unwrap().requests, 50);

    // Set anew, it begins anew.
    emulator.set_rate_limit(project.public_key(), limit(1)).unwrap();
    let stats = emulator.rate_limit(project.public_key()).unwrap().unwrap();
    assert_eq!((stats.allowed, stats.refused, stats.burst), (0, 0, 1));
    assert_eq!(project.get("/files/").await.status(), 200);
    assert_eq!(project.get("/files/").await.status(), 429);
    emulator.clear_rate_limit(project.public_key()).unwrap();
    assert_eq!(emulator.rate_limit(project.public_key()), Ok(None));
}

#[tokio::test]
async fn limits_that_make_no_sense_are_refused() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for body in [
        json!({}),
        json!({ "burst": 1 }),
        json!({ "per_second": 0 }),
        json!({ "per_second": -1 }),
        json!({ "per_second": 1_000_001 }),
        json!({ "per_second": "1" }),
        json!({ "per_second": 1, "burst": 0 }),
        json!({ "per_second": 1, "burst": 1.5 }),
        json!({ "per_second": 1, "bursts": 1 }),
    ] {
        let (status, answer) = project.control(Method::POST, "rate_limit", body.clone()).await;
        assert_eq!(status, 400, "{body}");
        assert!(answer["error"].is_string());
    }
    assert_eq!(emulator.rate_limit(project.public_key()), Ok(None));
    for (per_second, burst) in [(1e-300, 1), (2.5, 3), (1e6, 1_000_000)] {
        let body = json!({ "per_second": per_second });
        let (status, stats) = project.control(Method::POST, "rate_limit", body).await;
        assert_eq!((status, &stats["burst"]), (201, &json!(burst)));
    }
    let unknown = Err(ControlError::UnknownProject("nobody".to_owned()));
    assert_eq!(emulator.set_rate_limit("nobody", limit(1)), unknown);
    let never = RateLimit { per_second: f64::NAN, burst: None };
    let refused = emulator.set_rate_limit(project.public_key(), never);
    assert!(matches!(refused, Err(ControlError::Invalid(_))));
    let builder = Emulator::builder().rate_limit(never);
    assert!(builder.start().await.is_err());
}
