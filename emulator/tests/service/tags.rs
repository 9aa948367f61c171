use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::Emulator;

use crate::client::{Project, detail, header};

#[tokio::test]
async fn tags_are_read_replaced_and_changed() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({ "tags": ["cat"] })).await.remove(0);
    let target = format!("/files/{uuid}/tags/");
    assert_eq!(project.get_json(&target).await, json!({ "tags": ["cat"] }));

    let put = async |tags: Value| project.send(Method::PUT, &target, json!({ "tags": tags })).await;
    let answer = put(json!([" Pet ", "dog", "PET", "", "a.b-c_1"])).await;
    let expected = json!({
        "tags": ["pet", "dog", "a.b-c_1"], "added": ["a.b-c_1", "dog", "pet"], "deleted": ["cat"],
    });
    assert_eq!(answer, (200, expected));
    // The same set in another order changes nothing.
    let same = json!({ "tags": ["pet", "dog", "a.b-c_1"], "added": [], "deleted": [] });
    assert_eq!(put(json!(["a.b-c_1", "dog", "pet"])).await, (200, same));
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert_eq!(file["tags"], json!(["pet", "dog", "a.b-c_1"]));

    let patch = async |body: Value| project.send(Method::PATCH, &target, body).await;
    let body = json!({ "add": ["Zoo", "bird", "pet"], "delete": ["DOG", "nothing"] });
    let expected = json!({
        "tags": ["pet", "a.b-c_1", "zoo", "bird"], "added": ["bird", "zoo"], "deleted": ["dog"],
    });
    assert_eq!(patch(body).await, (200, expected.clone()));
    let unchanged = json!({ "tags": expected["tags"], "added": [], "deleted": [] });
    assert_eq!(patch(json!({})).await, (200, unchanged));
    // What is deleted and added again is no change.
    let (_, answer) = patch(json!({ "add": ["pet"], "delete": ["pet"] })).await;
    assert_eq!((&answer["added"], &answer["deleted"]), (&json!([]), &json!([])));
    let expected = json!({
        "tags": [], "added": [], "deleted": ["a.b-c_1", "bird", "pet", "zoo"],
    });
    assert_eq!(put(json!([])).await, (200, expected));
}

#[tokio::test]
async fn tags_have_limits() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let target = format!("/files/{uuid}/tags/");
    let put = async |tags: Value| project.send(Method::PUT, &target, json!({ "tags": tags })).await;
    let many = |count: usize| (0..count).map(|n| format!("t{n}")).collect::<Vec<_>>();

    assert_eq!(put(json!(many(51))).await, (400, detail("Too many tags: 51 (max 50).")));
    let mut repeated = many(50);
    repeated.push(" T1".to_owned());
    assert_eq!(put(json!(repeated)).await.0, 200);
    let add = json!({ "add": ["one-more"] });
    let answer = project.send(Method::PATCH, &target, add).await;
    assert_eq!(answer, (400, detail("Too many tags: 51 (max 50).")));
    assert_eq!(project.get_json(&target).await["tags"].as_array().unwrap().len(), 50);
    let swap = json!({ "add": ["one-more"], "delete": ["t0"] });
    assert_eq!(project.send(Method::PATCH, &target, swap).await.0, 200);

    assert_eq!(put(json!(["x".repeat(100)])).await.0, 200);
    for wrong in ["x".repeat(101), "a b".to_owned(), "ё".to_owned(), "a/b".to_owned()] {
        assert_eq!(put(json!([wrong])).await.0, 400);
    }
    for body in [json!([]), json!({}), json!({ "tags": "a" }), json!({ "tags": [1] }), json!(null)]
    {
        let (status, answer) = project.send(Method::PUT, &target, body).await;
        assert!(status == 400 && answer["detail"].is_string());
    }
    for body in [json!({ "add": "a" }), json!({ "delete": null }), json!(["a"])] {
        assert_eq!(project.send(Method::PATCH, &target, body).await.0, 400);
    }
}

#[tokio::test]
async fn tags_of_files_that_are_there_as_json() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let other = Project::new(&emulator);
    let uuid = project.seeded(json!({})).await.remove(0);
    let foreign = other.seeded(json!({})).await.remove(0);
    let target = format!("/files/{uuid}/tags/");
    for kind in ["text/plain", "application/x-www-form-urlencoded"] {
        for method in [Method::PUT, Method::PATCH] {
            let request = project.simple(method, &target).header("Content-Type", kind);
            let response = request.body("{\"tags\":[]}").send().await.unwrap();
            assert_eq!(response.status(), 415);
            let answer: Value = response.json().await.unwrap();
            let text = format!("Unsupported media type \"{kind}\" in request.");
            assert_eq!(answer, detail(&text));
        }
    }
    let request = project.simple(Method::PUT, &target);
    let request = request.header("Content-Type", "application/json; charset=utf-8");
    assert_eq!(request.body("{\"tags\":[]}").send().await.unwrap().status(), 200);
    let request = project.simple(Method::PUT, &target).header("Content-Type", "application/json");
    assert_eq!(request.body("{\"tags\":").send().await.unwrap().status(), 400);

    let response = project.get(&target).await;
    assert_eq!(header(&response, "allow"), "GET, HEAD, OPTIONS, PATCH, PUT");
    project.call(Method::DELETE, &format!("/files/{uuid}/storage/")).await;
    for id in [&uuid, &foreign, &"x".to_owned()] {
        let target = format!("/files/{id}/tags/");
        assert_eq!(project.call(Method::GET, &target).await, (404, detail("Not found.")));
        for method in [Method::PUT, Method::PATCH] {
            let answer = project.send(method, &target, json!({ "tags": [] })).await;
            assert_eq!(answer, (404, detail("Not found.")));
        }
    }
}
