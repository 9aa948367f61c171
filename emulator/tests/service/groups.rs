use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::Emulator;

use crate::client::{Project, detail, header};

async fn create(project: &Project, path: &str, files: &[(&str, &str)]) -> (u16, String) {
    let mut form = vec![("pub_key", project.public_key())];
    form.extend(files);
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
    let request = project.http.post(format!("{}{path}", project.base)).body(body);
    let request = request.header("Content-Type", "application/x-www-form-urlencoded");
    let response = request.send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn info(project: &Project, id: &str) -> (u16, String) {
    let url = format!("{}/group/info/", project.base);
    let url = format!("{url}?pub_key={}&group_id={id}", project.public_key());
    let response = project.http.get(url).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[tokio::test]
async fn a_group_is_made_shown_and_deleted() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let files = project.seeded(json!({ "count": 3 })).await;
    let [a, b, c] = [&files[0], &files[1], &files[2]];
    let b_with_effects = format!("{b}/-/resize/x800/");
    let c_url = format!("https://ucarecdn.com/{c}/-/flip/-/mirror/pic.jpg");
    // The numbers give the order.
    let fields =
        [("files[2]", &*c_url), ("files[0]", a), ("files[10]", a), ("files[1]", &b_with_effects)];
    let (status, text) = create(&project, "/group/", &fields).await;
    assert_eq!(status, 200, "{text}");
    let group: Value = serde_json::from_str(&text).unwrap();
    let id = group["id"].as_str().unwrap();
    assert!(id.len() == 38 && id.ends_with("~4"), "{id}");
    assert_eq!((&group["files_count"], &group["datetime_stored"]), (&json!(4), &json!(null)));
    assert_eq!(group["cdn_url"], format!("{}/{id}/", project.base));
    assert_eq!(group["url"], format!("{}/groups/{id}/", project.base));
    let seen = |group: &Value| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let files = group["files"].as_array().unwrap().iter();
        files.map(|file| (text(&file["uuid"]), text(&file["default_effects"]))).collect()
    };
    let expected = [(a, ""), (b, "resize/x800/"), (c, "flip/-/mirror/"), (a, "")]
        .map(|(uuid, effects)| (uuid.clone(), effects.to_owned()));
    assert_eq!(seen(&group), expected);
    assert!(group["files"][0]["file_id"].is_string());
    assert_eq!(info(&project, id).await, (200, text));

    let target = format!("/groups/{id}/");
    let shown = project.get_json(&target).await;
    assert_eq!(seen(&shown), expected);
    let mut file = project.get_json(&format!("/files/{a}/")).await;
    file["default_effects"] = json!("");
    assert_eq!(shown["files"][0], file);
    assert_eq!(project.get_json(&format!("/groups/{}/", id.replace('~', "%7E"))).await, shown);
    let list = project.get_json("/groups/").await;
    let mut short = shown.clone();
    short.as_object_mut().unwrap().remove("files");
    let expected = json!({
        "next": null, "previous": null, "total": 1, "per_page": 100, "results": [short],
    });
    assert_eq!(list, expected);

    project.call(Method::DELETE, &format!("/files/{b}/storage/")).await;
    let shown = project.get_json(&target).await;
    assert_eq!((&shown["files"][1], &shown["files_count"]), (&json!(null), &json!(4)));
    let (_, text) = info(&project, id).await;
    let group: Value = serde_json::from_str(&text).unwrap();
    assert!(group["files"][1].is_null() && group["files"][2].is_object());

    let response = project.simple(Method::DELETE, &target).send().await.unwrap();
    assert_eq!(response.status(), 204);
    assert_eq!(header(&response, "allow"), "DELETE, GET, HEAD, OPTIONS");
    for method in [Method::DELETE, Method::GET] {
        assert_eq!(project.call(method, &target).await, (404, detail("Not found.")));
    }
    assert_eq!(info(&project, id).await, (404, "group_id is invalid.".to_owned()));
    assert_eq!(project.call(Method::GET, &format!("/files/{a}/")).await.0, 200);
    assert_eq!(project.get_json("/groups/").await["total"], 0);
}

#[tokio::test]
async fn groups_in_other_forms() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let files = project.seeded(json!({ "count": 2 })).await;
    let fields = [("files[]", files[1].as_str()), ("files[]", &files[0])];
    for path in ["/group//", "//group/"] {
        let (status, text) = create(&project, path, &fields).await;
        assert_eq!(status, 200, "{path}");
        let group: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(group["files"][0]["uuid"], files[1].as_str());
    }
    let requests = emulator.requests(project.public_key());
    assert_eq!(requests.last().unwrap().route.as_deref(), Some("/group/"));
    let form = reqwest::multipart::Form::new()
        .text("pub_key", project.public_key().to_owned())
        .text("files[]", files[0].clone());
    let url = format!("{}/group/", project.base);
    let response = project.http.post(&url).multipart(form).send().await.unwrap();
    assert_eq!(response.status(), 200);
    let url = format!("{url}?jsonerrors=1&pub_key={}", project.public_key());
    let answer: Value = project.http.post(url).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["error"]["error_code"], "GroupFilesInvalidError");
    assert_eq!(
        project.http.get(format!("{}/group/", project.base)).send().await.unwrap().status(),
        405
    );
}

#[tokio::test]
async fn groups_that_can_not_be() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let other = Project::new(&emulator);
    let foreign = other.seeded(json!({})).await.remove(0);
    let files = project.seeded(json!({ "count": 1000 })).await;
    let removed = &project.seeded(json!({ "start": "2025-01-01T00:00:00Z" })).await[0];
    project.call(Method::DELETE, &format!("/files/{removed}/storage/")).await;
    for (fields, text) in [
        (vec![], "No files[N] parameters found."),
        (vec![("files[x]", &*files[0])], "No files[N] parameters found."),
        (vec![("files[0]", "nonsense")], "This is not valid file url: nonsense."),
        (vec![("files[0]", &*files[0]), ("files[1]", &foreign)], "Some files not found."),
        (vec![("files[]", removed)], "Some files not found."),
        (vec![("files[]", &*files[0]); 1001], "There are too many files."),
    ] {
        assert_eq!(create(&project, "/group/", &fields).await, (400, text.to_owned()));
    }
    let all: Vec<_> = files[..1000].iter().map(|file| ("files[]", file.as_str())).collect();
    assert_eq!(create(&project, "/group/", &all).await.0, 200);
    let url = format!("{}/group/", project.base);
    let response = project.http.post(&url).send().await.unwrap();
    assert_eq!(response.status(), 403);
    assert_eq!(response.text().await.unwrap(), "pub_key is required.");
    assert_eq!(info(&project, "").await, (400, "group_id is required.".to_owned()));
    let uuid = &files[0];
    for id in ["x".to_owned(), uuid.clone(), format!("{uuid}~1"), format!("{uuid}~01")] {
        assert_eq!(info(&project, &id).await, (404, "group_id is invalid.".to_owned()));
        assert_eq!(project.call(Method::GET, &format!("/groups/{id}/")).await.0, 404);
    }
}

#[tokio::test]
async fn groups_are_listed_by_pages() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let file = project.seeded(json!({})).await.remove(0);
    let seed = json!({ "files": [file], "count": 25 });
    let (status, seeded) = project.control(Method::POST, "groups", seed).await;
    assert_eq!((status, &seeded["count"]), (201, &json!(25)));
    let walk = async |first: &str, link: &str| {
        let mut pages = vec![project.get_json(first).await];
        while let Some(url) = pages[pages.len() - 1][link].as_str().map(str::to_owned) {
            pages.push(project.get_json(&url).await);
        }
        pages
    };
    let ids = |pages: &[Value]| -> Vec<String> {
        let groups = pages.iter().flat_map(|page| page["results"].as_array().unwrap());
        groups.map(|group| group["id"].as_str().unwrap().to_owned()).collect()
    };
    let pages = walk("/groups/?limit=10", "next").await;
    let forward = ids(&pages);
    assert_eq!((pages.len(), forward.len()), (3, 25));
    assert_eq!(json!(forward[0]), seeded["first_id"]);
    assert_eq!(json!(forward[24]), seeded["last_id"]);
    assert!(
        pages[0]["next"]
            .as_str()
            .unwrap()
            .ends_with("/groups/?limit=10&from=2024-01-01T00%3A00%3A09.000000%2B00%3A00&offset=0")
    );
    assert!(pages[0]["previous"].is_null() && pages[0].get("totals").is_none());
    let mut back = walk(pages[2]["previous"].as_str().unwrap(), "previous").await;
    back.reverse();
    assert_eq!(ids(&back), forward[..20]);
    let mut down = ids(&walk("/groups/?limit=10&ordering=-datetime_created", "next").await);
    down.reverse();
    assert_eq!(down, forward);
    let page = project.get_json("/groups/?from=2024-01-01T00:00:20").await;
    assert_eq!(ids(&[page]), forward[21..]);
    for query in ["ordering=datetime_uploaded", "limit=0", "limit=1001", "from=x"] {
        assert_eq!(project.call(Method::GET, &format!("/groups/?{query}")).await.0, 400, "{query}");
    }
    for seed in [json!({ "files": [] }), json!({ "files": [file], "kind": 1 })] {
        assert_eq!(project.control(Method::POST, "groups", seed).await.0, 400);
    }
}
