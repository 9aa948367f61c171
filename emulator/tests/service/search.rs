use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Clock, Emulator};

use crate::client::{Project, header};

const SEARCH: &str = "/files/search/";

async fn found(project: &Project, body: Value) -> Vec<String> {
    let (status, answer) = project.send(Method::POST, SEARCH, body.clone()).await;
    assert_eq!(status, 200, "{body} {answer}");
    names(&answer)
}

fn names(answer: &Value) -> Vec<String> {
    let files = answer["results"].as_array().unwrap().iter();
    files.map(|file| file["original_filename"].as_str().unwrap().to_owned()).collect()
}

/// Six files, one after another; the UUIDs by their numbers.
async fn library(project: &Project) -> Vec<String> {
    let mut uuids = Vec::new();
    for (number, (name, size, mime, metadata, tags)) in [
        ("big-cat.jpg", 10, "image/jpeg", json!({ "author": "Ann Smith" }), json!(["pet", "cat"])),
        ("cat big.png", 20, "image/png", json!({ "author": "Bob" }), json!(["pet"])),
        ("holiday_notes.txt", 30, "text/plain", json!({ "topic": "big cat" }), json!([])),
        ("report.pdf", 40, "application/pdf", json!({}), json!(["work"])),
        ("internationalization.md", 50, "text/markdown", json!({}), json!(["work", "pet"])),
        ("gone-cat.jpg", 60, "image/jpeg", json!({}), json!(["pet"])),
    ]
    .into_iter()
    .enumerate()
    {
        let seed = json!({
            "filename": name, "size": size, "mime_type": mime, "metadata": metadata,
            "tags": tags, "start": format!("2024-01-0{}T00:00:00Z", number + 1),
        });
        uuids.extend(project.seeded(seed).await);
    }
    project.call(Method::DELETE, &format!("/files/{}/storage/", uuids[5])).await;
    uuids
}

#[tokio::test]
async fn conditions_find_files() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuids = library(&project).await;
    let [a, b, c, d, e] = [
        "big-cat.jpg",
        "cat big.png",
        "holiday_notes.txt",
        "report.pdf",
        "internationalization.md",
    ];
    let long = "internationalization";
    for (body, expected) in [
        (json!({ "query": "big cat" }), vec![a, b, c]),
        (json!({ "query": "JPEG" }), vec![a]),
        (json!({ "query": "lida" }), vec![c]),
        (json!({ "query": "Smith" }), vec![a]),
        (json!({ "query": long }), vec![e]),
        (json!({ "query": &long[..15] }), vec![e]),
        (json!({ "query": &long[..16] }), vec![]),
        (json!({ "query": uuids[3] }), vec![d]),
        (json!({ "query": uuids[5] }), vec![]),
        (json!({ "query": "----" }), vec![]),
        (json!({ "query": "raport" }), vec![]),
        (json!({ "query": "raport", "fuzziness": true }), vec![d]),
        (json!({ "phrase": { "original_filename": "big cat" } }), vec![a]),
        (json!({ "phrase": { "metadata": "big cat" } }), vec![c]),
        (json!({ "phrase": { "detected_mime_type": "image/png" } }), vec![b]),
        (json!({ "exact": { "original_filename": [a, d, "other"] } }), vec![a, d]),
        (json!({ "exact": { "detected_mime_type": ["text/plain"] } }), vec![c]),
        (json!({ "exact": { "uuid": [uuids[0], uuids[5]] } }), vec![a]),
        (json!({ "exact": { "metadata[author]": ["Bob", "Eve"] } }), vec![b]),
        (json!({ "exact": { "metadata[author]": ["bob"] } }), vec![]),
        (json!({ "size": { "gt": 20, "lte": 40 } }), vec![c, d]),
        (json!({ "size": { "gte": 20, "lt": 40 } }), vec![b, c]),
        (json!({ "datetime_uploaded": { "gte": "2024-01-04" } }), vec![d, e]),
        (json!({ "datetime_uploaded": { "lt": "2024-01-02T00:00:00Z" } }), vec![a]),
        (json!({ "is_image": true }), vec![a, b]),
        (json!({ "is_image": false, "size": { "lt": 40 } }), vec![c]),
        (json!({ "tags": { "any": [" CAT", "work"] } }), vec![a, d, e]),
        (json!({ "tags": { "all": ["pet", "work"] } }), vec![e]),
        (json!({ "tags": { "none": ["pet", "work"] } }), vec![c]),
        (json!({ "tags": { "any": ["pet"], "none": ["cat"] } }), vec![b, e]),
        (
            json!({ "phrase": { "metadata": "big cat" }, "exact": { "metadata[topic]": ["big cat"] } }),
            vec![c],
        ),
    ] {
        let mut body = body;
        body["sort"] = json!(["datetime_uploaded"]);
        assert_eq!(found(&project, body.clone()).await, expected, "{body}");
    }
    // Names count for more than the rest.
    assert_eq!(found(&project, json!({ "query": "big cat" })).await[2], c);
    let any = |sort: Value| json!({ "size": { "gte": 0 }, "sort": sort });
    assert_eq!(found(&project, any(json!(["-size"]))).await, [e, d, c, b, a]);
    assert_eq!(found(&project, any(json!(["original_filename"]))).await, [a, b, c, e, d]);
    let all = any(json!(["-score", "-datetime_uploaded", "size", "original_filename"]));
    assert_eq!(found(&project, all).await, [e, d, c, b, a]);
}

#[tokio::test]
async fn matches_are_shown() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    library(&project).await;
    let highlight = async |body: Value| {
        let body = json!({ "size": { "lte": 30, "gte": 30 }, "exact": body["exact"], "query": body["query"],
            "phrase": body["phrase"] });
        let body: serde_json::Map<_, _> =
            body.as_object().unwrap().clone().into_iter().filter(|(_, v)| !v.is_null()).collect();
        let (status, answer) = project.send(Method::POST, SEARCH, json!(body)).await;
        assert_eq!(status, 200);
        answer["results"][0]["highlight"].clone()
    };
    assert_eq!(
        highlight(json!({ "query": "notes text" })).await,
        json!({
            "original_filename": ["holiday_<em>notes</em>.txt"],
            "detected_mime_type": ["<em>text</em>/plain"],
        })
    );
    assert_eq!(
        highlight(json!({ "phrase": { "metadata": "Big Cat" } })).await,
        json!({ "metadata": { "topic": "<em>big</em> <em>cat</em>" } })
    );
    assert_eq!(highlight(json!({})).await, json!({}));
}

#[tokio::test]
async fn searches_are_checked() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let short = json!(["Must be at least 4 characters."]);
    let no_boolean = json!("Must be a boolean value.");
    let strings = json!(["Must be a list of strings."]);
    let general = |text: &str| json!({ "non_field_errors": [text] });
    let no_condition = general("At least one search condition is required.");
    let twice = general("A field can not be used in both `phrase` and `exact`.");
    for (body, expected) in [
        (json!({}), no_condition.clone()),
        (json!({ "sort": ["size"], "fuzziness": true }), no_condition.clone()),
        (json!([]), general("Expected JSON object.")),
        (json!({ "query": "abc" }), json!({ "query": short })),
        (json!({ "query": 1 }), json!({ "query": ["Must be a string."] })),
        (json!({ "phrase": {} }), json!({ "phrase": general("At least one field is required.") })),
        (json!({ "phrase": "cats" }), json!({ "phrase": general("Must be an object.") })),
        (json!({ "phrase": { "metadata": "cat" } }), json!({ "phrase": { "metadata": short } })),
        (
            json!({ "exact": { "uuid": [] } }),
            json!({ "exact": { "uuid": ["Must not be empty."] } }),
        ),
        (json!({ "exact": { "uuid": "x" } }), json!({ "exact": { "uuid": strings } })),
        (
            json!({ "exact": { "metadata": ["x"] } }),
            json!({ "exact": { "metadata": ["Unknown field."] } }),
        ),
        (json!({ "size": {} }), json!({ "size": general("At least one field is required.") })),
        (
            json!({ "size": { "gt": -1 }, "is_image": "true" }),
            json!({ "size": { "gt": ["Must be a non-negative integer."] }, "is_image": no_boolean }),
        ),
        (
            json!({ "datetime_uploaded": { "gt": "soon" } }),
            json!({ "datetime_uploaded": { "gt": ["Must be an ISO 8601 date."] } }),
        ),
        (json!({ "tags": { "any": "a" } }), json!({ "tags": { "any": strings } })),
        (json!({ "query": "cats", "fuzziness": 1 }), json!({ "fuzziness": no_boolean })),
        (json!({ "query": "cats", "sort": [] }), json!({ "sort": ["Must not be empty."] })),
        (
            json!({ "query": "cats", "sort": ["name"] }),
            json!({ "sort": ["\"name\" is not a valid choice."] }),
        ),
        (
            json!({ "query": "cats", "sort": ["size", "-size"] }),
            json!({ "sort": ["size may appear only once."] }),
        ),
        (
            json!({ "phrase": { "original_filename": "cats" }, "exact": { "original_filename": ["a"] } }),
            twice.clone(),
        ),
        (
            json!({ "phrase": { "detected_mime_type": "text" }, "exact": { "detected_mime_type": ["a"] } }),
            twice,
        ),
        (json!({ "colour": "red" }), json!({ "colour": ["Unknown field."] })),
    ] {
        let answer = project.send(Method::POST, SEARCH, body.clone()).await;
        assert_eq!(answer, (400, expected), "{body}");
    }
    assert_eq!(project.call(Method::POST, SEARCH).await, (400, no_condition));
    for (query, status) in [
        ("limit=1", 200),
        ("limit=100&offset=900", 200),
        ("limit=0", 400),
        ("limit=101", 400),
        ("limit=x", 400),
        ("offset=-1", 400),
        ("limit=100&offset=901", 400),
        ("offset=980", 200),
        ("offset=981", 400),
    ] {
        let target = format!("{SEARCH}?{query}");
        let answer = project.send(Method::POST, &target, json!({ "is_image": true })).await;
        assert_eq!(answer.0, status, "{query}");
    }
    let request = project.simple(Method::POST, SEARCH).body("{\"query\":");
    let response = request.send().await.unwrap();
    assert_eq!(response.status(), 400);
    assert_eq!(header(&response, "allow"), "OPTIONS, POST");
    assert!(response.json::<Value>().await.unwrap()["detail"].is_string());
    assert_eq!(project.get(SEARCH).await.status(), 405);
}

#[tokio::test]
async fn results_come_in_pages() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    project.control(Method::POST, "files", json!({ "count": 10_000, "tie": 3 })).await;
    let body = json!({ "query": "text/plain", "sort": ["datetime_uploaded"] });
    // The fastest one is hardly held up by what else the machine does.
    let mut fastest = Duration::MAX;
    let (mut target, mut seen) = (format!("{SEARCH}?limit=90&include=appdata"), 0);
    let mut pages = 0;
    let last = loop {
        let start = Instant::now();
        let (status, page) = project.send(Method::POST, &target, body.clone()).await;
        fastest = fastest.min(start.elapsed());
        assert_eq!((status, &page["total"]), (200, &json!(10_000)));
        let files = page["results"].as_array().unwrap();
        assert!(files.iter().all(|file| file["appdata"] == json!({})));
        assert_eq!(names(&page)[0], format!("file-{}.txt", seen + 1).as_str());
        seen += files.len();
        pages += 1;
        match page["next"].as_str() {
            Some(next) => next.clone_into(&mut target),
            None => break page,
        }
    };
    println!("a search among 10,000: {fastest:?}");
    assert_eq!((seen, pages), (1000, 12));
    assert!(fastest.as_secs() < 5, "{fastest:?}");
    let previous = last["previous"].as_str().unwrap();
    assert!(previous.ends_with("/files/search/?limit=10&offset=980&include=appdata"), "{previous}");
    let (_, page) = project.send(Method::POST, SEARCH, json!({ "query": "text" })).await;
    assert_eq!((&page["per_page"], &page["previous"]), (&json!(20), &json!(null)));
    assert!(page["results"][0].get("appdata").is_none());
}

#[tokio::test]
async fn the_index_can_be_late() {
    let at = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let emulator = Emulator::builder().clock(Clock::fixed(at)).start().await.unwrap();
    let project = Project::new(&emulator);
    let url = format!("{}/_control/projects/{}", project.base, project.public_key());
    let patch = json!({ "index_delay_ms": 2000 });
    project.http.patch(url).json(&patch).send().await.unwrap().error_for_status().unwrap();
    project.upload("holiday.txt", "text/plain", b"x".to_vec()).await;
    let query = json!({ "query": "holiday" });
    assert!(found(&project, query.clone()).await.is_empty());
    project.control(Method::POST, "clock", json!({ "offset_seconds": 1 })).await;
    assert!(found(&project, query.clone()).await.is_empty());
    project.control(Method::POST, "clock", json!({ "offset_seconds": 2 })).await;
    assert_eq!(found(&project, query).await, ["holiday.txt"]);
}
