use reqwest::Method;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use uploadcare_emulator::Emulator;

use crate::client::{ACCEPT, Project, detail, header};

#[tokio::test]
async fn metadata_is_set_read_and_deleted() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let all = format!("/files/{uuid}/metadata/");
    let key = |key: &str| format!("{all}{key}/");
    assert_eq!(project.get_json(&all).await, json!({}));
    assert_eq!(project.send(Method::PUT, &key("pet"), json!("cat")).await, (201, json!("cat")));
    assert_eq!(project.send(Method::PUT, &key("pet"), json!("пёс")).await, (200, json!("пёс")));
    assert_eq!(project.send(Method::PUT, &key("-:45az_"), json!("x")).await.0, 201);
    assert_eq!(project.get_json(&key("%2D%3A45az_")).await, json!("x"));
    assert_eq!(project.get_json(&key("pet")).await, json!("пёс"));
    assert_eq!(project.get_json(&all).await, json!({ "pet": "пёс", "-:45az_": "x" }));
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert_eq!(file["metadata"], json!({ "pet": "пёс", "-:45az_": "x" }));

    let response = project.simple(Method::DELETE, &key("pet")).send().await.unwrap();
    assert_eq!(response.status(), 204);
    assert_eq!(header(&response, "content-type"), "");
    assert_eq!(header(&response, "allow"), "DELETE, GET, HEAD, OPTIONS, PUT");
    assert_eq!(response.text().await.unwrap(), "");
    for method in [Method::GET, Method::DELETE] {
        for key in [key("pet"), "/files/x/metadata/pet/".to_owned()] {
            assert_eq!(project.call(method.clone(), &key).await, (404, detail("Not found.")));
        }
    }
    assert_eq!(project.call(Method::GET, "/files/nonexistent/metadata/").await.0, 404);
    project.call(Method::DELETE, &format!("/files/{uuid}/storage/")).await;
    assert_eq!(project.call(Method::GET, &all).await.0, 404);
    assert_eq!(project.send(Method::PUT, &key("pet"), json!("cat")).await.0, 404);
}

#[tokio::test]
async fn metadata_has_limits() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let put = async |key: &str, value| {
        project.send(Method::PUT, &format!("/files/{uuid}/metadata/{key}/"), value).await
    };
    let long = "k".repeat(64);
    assert_eq!(put(&long, json!("ё".repeat(512))).await.0, 201);
    for (key, value, text) in [
        ("a", json!(""), "Value of the file metadata key `a` can not be empty."),
        (
            "a",
            json!("ё".repeat(513)),
            "Value of file metadata's key `a` can not be more than 512 symbols in length.",
        ),
        (
            "a%2Fb",
            json!("x"),
            "File's metadata key `a/b` contains symbols not allowed by the metadata key format.",
        ),
        (
            &format!("{long}k"),
            json!("x"),
            &format!("Length of file metadata key `{long}...` can not be more than 64 symbols."),
        ),
        ("a", json!(1), "Expected JSON string."),
        ("a", json!(null), "Expected JSON string."),
    ] {
        assert_eq!(put(key, value).await, (400, detail(text)), "{text}");
    }
    for number in 1..50 {
        assert_eq!(put(&format!("key{number}"), json!("x")).await.0, 201);
    }
    let text = "A file can not have more than 50 metadata keys.";
    assert_eq!(put("one-more", json!("x")).await, (400, detail(text)));
    assert_eq!(put("key1", json!("y")).await, (200, json!("y")));
}

#[tokio::test]
async fn keys_that_are_dots() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let address = project.base.trim_start_matches("http://").to_owned();
    // By hand: reqwest would take the dots for steps of the path.
    let call = async |method: &str, key: &str, body: &str| {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let keys = format!("{}:{}", project.keys.public_key, project.keys.secret_key);
        let request = format!(
            "{method} /files/{uuid}/metadata/{key}/ HTTP/1.1\r\nHost: {address}\r\n\
             Accept: {ACCEPT}\r\nAuthorization: Uploadcare.Simple {keys}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    for key in ["%2E", "%2E%2E", ".", "%2e%2E%2e"] {
        let expected = if key == "." { "200" } else { "201" };
        assert_eq!(call("PUT", key, "\"x\"").await, expected, "{key}");
        assert_eq!(call("GET", key, "").await, "200", "{key}");
    }
    // Decoded once only.
    assert_eq!(call("GET", "%252E", "").await, "404");
    let all = project.get_json(&format!("/files/{uuid}/metadata/")).await;
    assert_eq!(all, json!({ ".": "x", "..": "x", "...": "x" }));
    assert_eq!(call("DELETE", "%2E%2E", "").await, "204");
}
