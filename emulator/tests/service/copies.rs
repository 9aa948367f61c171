use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator};

use crate::client::{Project, detail, header};

const LOCAL: &str = "/files/local_copy/";
const REMOTE: &str = "/files/remote_copy/";
const BAD_SOURCE: &str = "Bad `source` parameter. Use UUID or CDN URL.";

async fn still() -> Emulator {
    let at = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    Emulator::builder().clock(Clock::fixed(at)).start().await.unwrap()
}

#[tokio::test]
async fn a_local_copy_settles() {
    let emulator = still().await;
    let project = Project::new(&emulator);
    let uuid = project.upload("my cat.txt", "text/plain", b"cat".to_vec()).await;
    let source = project.get_json(&format!("/files/{uuid}/")).await;
    let body = json!({ "source": uuid, "store": "true", "metadata": { "pet": "cat" } });
    let response = project.simple(Method::POST, LOCAL).json(&body).send().await.unwrap();
    assert_eq!(response.status(), 201);
    let location = header(&response, "location").to_owned();
    let answer: Value = response.json().await.unwrap();
    assert_eq!(answer["type"], "file");
    let copy = &answer["result"];
    assert_eq!(copy["url"], location.as_str());
    assert_ne!(copy["uuid"], uuid.as_str());
    for (name, value) in [
        ("size", json!(0)),
        ("mime_type", json!("application/octet-stream")),
        ("is_image", json!(null)),
        ("content_info", json!(null)),
        ("variations", json!(null)),
        ("is_ready", json!(true)),
        ("original_filename", json!("my cat.txt")),
        ("metadata", json!({ "pet": "cat" })),
        ("tags", json!([])),
    ] {
        assert_eq!(copy[name], value, "{name}");
    }
    assert!(copy["datetime_stored"].is_string());
    let listed = async || {
        let list = project.get_json("/files/?ordering=-datetime_uploaded").await;
        list["results"][0].clone()
    };
    assert_eq!(listed().await, *copy);
    let early = project.send(Method::POST, LOCAL, json!({ "source": copy["uuid"] })).await;
    assert_eq!(early, (400, detail("File is not ready yet.")));
    assert_eq!(project.get_json(&location).await, *copy);
    let settled = project.get_json(&location).await;
    for name in ["size", "mime_type", "is_image", "content_info"] {
        assert_eq!(settled[name], source[name], "{name}");
    }
    assert_eq!(listed().await, settled);
    let delivered = project.get(&format!("/{}/", copy["uuid"].as_str().unwrap())).await;
    assert_eq!(delivered.text().await.unwrap(), "cat");
}

#[tokio::test]
async fn looks_and_time_settle_copies() {
    let emulator = still().await;
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let copy = async || {
        let (status, copy) = project.send(Method::POST, LOCAL, json!({ "source": uuid })).await;
        assert_eq!((status, &copy["result"]["size"]), (201, &json!(0)));
        assert!(copy["result"]["datetime_stored"].is_null());
        copy["result"]["url"].as_str().unwrap().to_owned()
    };
    for polls in [0, 3] {
        let path = format!("{}/_control/projects/{}", project.base, project.public_key());
        let patch = json!({ "copy_polls": polls });
        project.http.patch(path).json(&patch).send().await.unwrap().error_for_status().unwrap();
        let url = copy().await;
        for _ in 0..polls {
            assert_eq!(project.get_json(&url).await["size"], 0);
        }
        assert_eq!(project.get_json(&url).await["size"], 1024);
    }
    let url = copy().await;
    project.control(Method::POST, "clock", json!({ "offset_seconds": 1 })).await;
    assert_eq!(project.get_json(&url).await["size"], 1024);
}

#[tokio::test]
async fn sources_and_options_of_copies() {
    let emulator = still().await;
    let project = Project::new(&emulator);
    let other = Project::new(&emulator);
    let foreign = other.seeded(json!({})).await.remove(0);
    let files = project.seeded(json!({ "count": 2, "stored": false })).await;
    let [uuid, removed] = [&files[0], &files[1]];
    project.call(Method::DELETE, &format!("/files/{removed}/storage/")).await;
    for source in [
        uuid.clone(),
        format!("{uuid}/-/resize/200x/"),
        format!("http://www.ucarecdn.com/{uuid}/-/resize/200x/roof.jpg"),
        format!("https://1s4oyld5dc.ucarecd.net/{uuid}/"),
        format!("{}/{uuid}/file1.txt", project.base),
    ] {
        let body = json!({ "source": source, "store": false });
        assert_eq!(project.send(Method::POST, LOCAL, body).await.0, 201, "{source}");
    }
    for (store, stored) in [(json!(true), true), (json!("false"), false)] {
        let body = json!({ "source": uuid, "store": store });
        let (_, answer) = project.send(Method::POST, LOCAL, body).await;
        assert_eq!(answer["result"]["datetime_stored"].is_string(), stored);
    }
    let required = "`source` parameter is required.";
    let store = "`store` parameter should be `true` or `false`.";
    for (body, text) in [
        (json!({}), required),
        (json!([]), required),
        (json!({ "source": "" }), required),
        (json!({ "source": null }), required),
        (json!({ "source": 1 }), BAD_SOURCE),
        (json!({ "source": "x" }), BAD_SOURCE),
        (json!({ "source": format!("https://ucarecdn.com/{uuid}~1/nth/0/") }), BAD_SOURCE),
        (json!({ "source": removed }), BAD_SOURCE),
        (json!({ "source": foreign }), BAD_SOURCE),
        (json!({ "source": uuid, "store": "yes" }), store),
        (json!({ "source": uuid, "store": 1 }), store),
        (
            json!({ "source": uuid, "metadata": { "": "x" } }),
            "File's metadata key can not be empty.",
        ),
        (
            json!({ "source": uuid, "metadata": { "a": 1 } }),
            "`metadata` parameter should be an object of strings.",
        ),
    ] {
        assert_eq!(project.send(Method::POST, LOCAL, body).await, (400, detail(text)), "{text}");
    }
    assert_eq!(project.call(Method::POST, LOCAL).await, (400, detail(required)));
    let keys = |count: usize| {
        let keys: serde_json::Map<_, _> =
            (0..count).map(|n| (format!("key{n}"), json!("x"))).collect();
        json!({ "source": uuid, "metadata": keys })
    };
    assert_eq!(project.send(Method::POST, LOCAL, keys(50)).await.0, 201);
    assert_eq!(project.send(Method::POST, LOCAL, keys(51)).await.0, 400);
}

#[tokio::test]
async fn large_files_are_not_copied() {
    let emulator = still().await;
    let project = Project::new(&emulator);
    let refused = (400, detail("Copying of large files is not supported at the moment."));
    for (size, effects, fine) in [
        (104_857_600_u64, "/-/resize/200x/", true),
        (104_857_601, "/-/resize/200x/", false),
        (104_857_601, "", true),
        (5_368_709_120, "", true),
        (5_368_709_121, "", false),
    ] {
        let uuid = project.seeded(json!({ "size": size, "start": "2026-01-01T00:00:00Z" })).await;
        let source = format!("{}{effects}", uuid[0]);
        let answer = project.send(Method::POST, LOCAL, json!({ "source": source })).await;
        assert_eq!(answer.0 == 201, fine, "{size}{effects}");
        assert!(fine || answer == refused);
        if effects.is_empty() {
            let body = json!({ "source": source, "target": "my-storage" });
            let answer = project.send(Method::POST, REMOTE, body).await;
            assert!(if fine { answer.0 == 201 } else { answer == refused }, "{size}");
        }
        project.call(Method::DELETE, &format!("/files/{}/storage/", uuid[0])).await;
    }
}

#[tokio::test]
async fn remote_copies_have_names() {
    let emulator = still().await;
    let project = Project::new(&emulator);
    let uuid = &project.upload("roof.top.jpg", "text/plain", b"x".to_vec()).await;
    let bare = &project.upload("roof", "text/plain", b"x".to_vec()).await;
    let copy = async |source: &str, pattern: Option<&str>| {
        let mut body = json!({ "source": source, "target": "my-storage", "make_public": "true" });
        if let Some(pattern) = pattern {
            body["pattern"] = json!(pattern);
        }
        project.send(Method::POST, REMOTE, body).await
    };
    let url = |key: &str| json!({ "type": "url", "result": format!("s3://my-storage/{key}") });
    let with_effects = format!("{uuid}/-/resize/200x/");
    for (source, pattern, key) in [
        (uuid, None, format!("{uuid}/roof.top.jpg")),
        (uuid, Some("${auto_filename}"), "roof.top.jpg".to_owned()),
        (uuid, Some("a/${uuid}${ext}"), format!("a/{uuid}.jpg")),
        (&with_effects, Some("${filename}_${effects}"), "roof.top_-/resize/200x/".to_owned()),
        (&with_effects, None, format!("{uuid}/roof.top-/resize/200x/.jpg")),
        (bare, Some("${filename}${ext}-x"), "roof-x".to_owned()),
    ] {
        assert_eq!(copy(source, pattern).await, (201, url(&key)));
        assert_eq!(copy(source, pattern).await, (200, url(&key)));
    }
    assert_eq!(copy(uuid, Some("${default}")).await, (200, url(&format!("{uuid}/roof.top.jpg"))));
    for pattern in ["${size}", "${uuid", ""] {
        let text = format!("Invalid pattern provided: `{pattern}`");
        assert_eq!(copy(uuid, Some(pattern)).await, (400, detail(&text)));
    }
    assert_eq!(copy(bare, Some("${ext}")).await.0, 400);
    let text = "Invalid pattern provided: Invalid character in a pattern.";
    for pattern in ["a b", "${uuid}\n", "ё", "$uuid"] {
        assert_eq!(copy(uuid, Some(pattern)).await, (400, detail(text)), "{pattern}");
    }
    let no_storage = "Project has no storage with provided name.";
    for (body, text) in [
        (json!({ "target": "my-storage" }), "`source` parameter is required."),
        (json!({ "source": "x", "target": "my-storage" }), BAD_SOURCE),
        (json!({ "source": uuid }), no_storage),
        (json!({ "source": uuid, "target": "other" }), no_storage),
        (
            json!({ "source": uuid, "target": "my-storage", "make_public": "no" }),
            "`make_public` parameter should be `true` or `false`.",
        ),
    ] {
        assert_eq!(project.send(Method::POST, REMOTE, body).await, (400, detail(text)), "{text}");
    }
}
