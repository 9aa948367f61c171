use reqwest::{Client, Method};
use serde_json::{Value, json};
use uploadcare_emulator::{ControlError, Emulator, Seed};

use crate::{client::Project, faults::eventually};

#[tokio::test]
async fn the_emulator_tells_where_it_is() {
    let emulator = Emulator::start().await.unwrap();
    let ready: Value = reqwest::get(emulator.control_base()).await.unwrap().json().await.unwrap();
    assert_eq!(ready, serde_json::to_value(emulator.ready()).unwrap());
    assert_eq!(ready["pid"], std::process::id());
    assert_eq!(ready["projects"][0]["secret_key"], "demosecretkey");
    assert_eq!(ready["projects"].as_array().unwrap().len(), 2);
    for base in ["api_base", "upload_base", "cdn_base", "storage_base", "control_base"] {
        assert!(ready[base].as_str().unwrap().ends_with('/'));
    }
}

#[tokio::test]
async fn projects_are_made_to_order() {
    let emulator = Emulator::start().await.unwrap();
    let http = Client::new();
    let url = format!("{}projects", emulator.control_base());
    let create = async |body: Value| {
        let response = http.post(&url).json(&body).send().await.unwrap();
        (response.status().as_u16(), response.json::<Value>().await.unwrap())
    };
    let (status, keys) = create(json!({})).await;
    assert_eq!(status, 201);
    let key = keys["public_key"].as_str().unwrap();
    assert!(key.len() == 20 && key.bytes().all(|byte| byte.is_ascii_hexdigit()), "{key}");
    assert_ne!(create(json!({})).await.1, keys);
    let chosen = json!({ "public_key": "mine", "secret_key": "hidden" });
    assert_eq!(create(chosen.clone()).await, (201, chosen.clone()));
    assert_eq!(create(chosen).await.0, 409);
    assert_eq!(create(json!({ "public_key": "a:b" })).await.0, 400);
    assert_eq!(create(json!({ "name": "x" })).await.0, 400);
    assert_eq!(http.post(&url).send().await.unwrap().status(), 201);
    assert_eq!(http.post(&url).body("{").send().await.unwrap().status(), 400);
    let response = http.post(format!("{url}/nobody/files")).send().await.unwrap();
    assert_eq!(response.status(), 404);
}

#[tokio::test]
async fn seeds_are_checked() {
    let emulator = Emulator::start().await.unwrap();
    let key = emulator.create_project().public_key;
    for seed in [
        Seed { tie: 0, ..Seed::default() },
        Seed { count: u64::MAX, ..Seed::default() },
        Seed { count: 1_000_000, step_us: i64::MAX, ..Seed::default() },
        Seed { count: 2, step_us: i64::MIN, ..Seed::default() },
        Seed { pixels: Some([640, 480]), ..Seed::default() },
    ] {
        assert!(matches!(emulator.seed(&key, seed), Err(ControlError::Invalid(_))));
    }
    let none = emulator.seed(&key, Seed { count: 0, ..Seed::default() }).unwrap();
    assert_eq!((none.count, none.first_uuid), (0, None));
    let unknown = emulator.seed("nobody", Seed::default());
    assert_eq!(unknown, Err(ControlError::UnknownProject("nobody".to_owned())));
}

#[tokio::test]
async fn seeded_photos_say_what_photos_say() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let photo = Seed {
        mime_type: "image/jpeg".to_owned(),
        pixels: Some([4032, 3024]),
        filename: "IMG_{n}.JPG".to_owned(),
        ..Seed::default()
    };
    emulator.seed(project.public_key(), photo).unwrap();
    let page = project.get_json("/files/").await;
    let file = &page["results"][0];
    assert_eq!(
        (&file["is_image"], &file["original_filename"]),
        (&true.into(), &"IMG_1.JPG".into())
    );
    let image = &file["content_info"]["image"];
    assert_eq!((&image["width"], &image["height"]), (&4032.into(), &3024.into()));
    assert_eq!(image["datetime_original"], "2024-01-01T00:00:00");
}

#[tokio::test]
async fn requests_are_recorded() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let before = emulator.monotonic_ms();
    let agent = format!("UploadcareSDK/0.1.0/{} (Python/3.12.1; Test/1)", project.public_key());
    let request = project.simple(Method::GET, "/files/?limit=5&signature=planted");
    request.header("User-Agent", &agent).send().await.unwrap();
    project.get("/nowhere/").await;
    project.upload("a.txt", "text/plain", b"planted".to_vec()).await;

    let url = format!("{}requests", emulator.control_base());
    let list = async |query: &str| {
        let response = project.http.get(format!("{url}?{query}")).send().await.unwrap();
        assert_eq!(response.status(), 200);
        response.json::<Value>().await.unwrap()["requests"].as_array().unwrap().clone()
    };
    let mine = list(&format!("public_key={}", project.public_key())).await;
    assert_eq!(mine.len(), 3);
    let mut first = mine[0].clone();
    let id = first["request_id"].take();
    assert_eq!(id.as_str().unwrap().len(), 36);
    let mut time = |name: &str| first[name].take().as_f64().unwrap();
    let (started, ended) = (time("started_ms"), time("ended_ms"));
    assert_eq!(
        first,
        json!({
            "method": "GET", "path": "/files/", "query": "limit=5&signature=***",
            "route": "/files/", "status": 200, "public_key": project.public_key(),
            "language": "Python", "user_agent": agent, "content_type": null,
            "accept": "application/vnd.uploadcare-v0.7+json", "date": null,
            "x_uploadcare_date": null, "request_id": null, "body_size": 0,
            "authenticated": true, "scheme": "simple", "started_ms": null, "ended_ms": null,
        })
    );
    let time = reqwest::get(format!("{}time", emulator.control_base())).await.unwrap();
    let now = time.json::<Value>().await.unwrap()["monotonic_ms"].as_f64().unwrap();
    assert!(before <= started && started <= ended && ended <= now, "{before} {started} {ended}");
    assert!(now <= emulator.monotonic_ms());
    assert_eq!((&mine[1]["route"], &mine[1]["status"]), (&Value::Null, &json!(404)));
    assert_eq!((&mine[2]["route"], &mine[2]["authenticated"]), (&json!("/base/"), &json!(false)));
    assert!(mine[2]["body_size"].as_u64().unwrap() > 3);
    assert_eq!(list("language=Python").await.len(), 1);
    assert_eq!(list("language=python&route=%2Ffiles%2F").await.len(), 1);
    assert_eq!(list("language=Swift").await.len(), 0);
    let response = project.http.get(format!("{url}?kind=x")).send().await.unwrap();
    assert_eq!(response.status(), 400);
    assert_eq!(project.http.delete(&url).send().await.unwrap().status(), 204);
    assert_eq!(list("").await.len(), 0);
    let text = serde_json::to_string(&mine).unwrap();
    assert!(!text.contains(&project.keys.secret_key) && !text.contains("planted"));
}

#[tokio::test]
async fn routes_are_listed() {
    let emulator = Emulator::start().await.unwrap();
    let url = format!("{}routes", emulator.control_base());
    let listed: Value = reqwest::get(url).await.unwrap().json().await.unwrap();
    let routes = listed["routes"].as_array().unwrap();
    for (method, route) in [
        ("GET", "/files/"),
        ("GET", "/files/{uuid}/"),
        ("DELETE", "/files/storage/"),
        ("PUT", "/files/{uuid}/metadata/{key}/"),
        ("POST", "/files/search/"),
        ("DELETE", "/groups/{id}/"),
        ("POST", "/group/"),
        ("POST", "/base/"),
        ("GET", "/info/"),
        ("GET", "/{uuid}/"),
        ("GET", "/{uuid}/{filename}"),
    ] {
        assert!(routes.contains(&json!({ "method": method, "route": route })), "{route}");
    }
    assert_eq!(routes.len(), emulator.routes().len());
    assert!(!listed.to_string().contains("_control"));
}

#[tokio::test]
async fn many_connections_at_once() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    emulator.seed(project.public_key(), Seed { count: 200, ..Seed::default() }).unwrap();
    let requests = (0..200).map(|_| async {
        assert_eq!(project.get("/files/?limit=50").await.status(), 200);
    });
    futures::future::join_all(requests).await;
    assert_eq!(emulator.stats(project.public_key()).unwrap().requests, 200);
}

#[tokio::test]
async fn a_stopped_emulator_is_gone() {
    let emulator = Emulator::start().await.unwrap();
    let base = emulator.api_base().to_owned();
    emulator.stop().await;
    assert!(reqwest::get(&base).await.is_err());
    let emulator = Emulator::start().await.unwrap();
    let base = emulator.api_base().to_owned();
    drop(emulator);
    let gone = async { while reqwest::get(&base).await.is_ok() {} };
    tokio::time::timeout(std::time::Duration::from_secs(60), gone).await.unwrap();
}

/// A backend signs for clients that have no secret key. The signature was computed by others.
#[tokio::test]
async fn a_request_is_signed_for_a_client_without_a_key() {
    let emulator = Emulator::start().await.unwrap();
    let http = Client::new();
    let keys = json!({"public_key": "demopublickey", "secret_key": "demosecretkey"});
    let base = emulator.control_base();
    http.post(format!("{base}projects")).json(&keys).send().await.unwrap();
    let url = format!("{base}projects/demopublickey/sign");
    let text = "GET\nd41d8cd98f00b204e9800998ecf8427e\napplication/json\n\
                Tue, 15 Jul 2025 10:00:00 GMT\n/files/";
    let answer = http.post(&url).json(&json!({"string_to_sign": text})).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["signature"], "2c51969570ae28e9f1593f6615b846ca5e81d450");
    let refused = http.post(&url).json(&json!({"text": text})).send().await.unwrap();
    assert_eq!(refused.status(), 400);
}

/// The log is complete for one who waits until a request that was given up is seen to be.
#[tokio::test]
async fn a_settled_log_has_what_clients_gave_up() {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    let fault = uploadcare_emulator::Fault { delay_ms: Some(600_000), ..Default::default() };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let request = Client::new()
        .get(format!("{}project/", emulator.api_base()))
        .header("Authorization", format!("Uploadcare.Simple {}:x", keys.public_key));
    let call = tokio::spawn(request.send());
    eventually(|| emulator.stats(&keys.public_key).unwrap().in_flight == 1).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    let url =
        format!("{}requests?public_key={}&settled=true", emulator.control_base(), keys.public_key);
    let answer: Value = Client::new().get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["requests"][0]["status"], 499, "{answer}");
}
