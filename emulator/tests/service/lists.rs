use std::time::{Duration, Instant};

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use uploadcare_emulator::{Emulator, Seed};

use crate::client::Project;

fn uuids(page: &Value) -> Vec<String> {
    let results = page["results"].as_array().unwrap();
    results.iter().map(|file| file["uuid"].as_str().unwrap().to_owned()).collect()
}

/// Follows `next` or `previous` until it is null; the pages in the order they came.
async fn walk(project: &Project, first: &str, link: &str) -> Vec<Value> {
    let mut pages = vec![project.get_json(first).await];
    while let Some(url) = pages[pages.len() - 1][link].as_str().map(str::to_owned) {
        assert!(url.starts_with(&project.base), "{url}");
        pages.push(project.get_json(&url).await);
        assert!(pages.len() < 500, "the list has no end");
    }
    pages
}

fn all_uuids(pages: &[Value]) -> Vec<String> {
    pages.iter().flat_map(uuids).collect()
}

/// Walks forward by `limit`, then back again from the last page, and compares with the
/// order that one look at the timestamps gives.
async fn check_walks(project: &Project, query: &str, limit: usize, count: usize) {
    let pages = walk(project, &format!("/files/?{query}&limit={limit}"), "next").await;
    let forward = all_uuids(&pages);
    assert_eq!(forward.len(), count, "{query}");
    let mut unique = forward.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), count, "{query}");
    assert_eq!(pages.len(), count.div_ceil(limit).max(1));
    assert!(pages[0]["previous"].is_null());
    for page in &pages {
        assert_eq!((&page["total"], &page["per_page"]), (&json!(count), &json!(limit)));
        let times = page["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["datetime_uploaded"].as_str().unwrap().to_owned());
        let times: Vec<_> = times.collect();
        let descending = query.contains("=-");
        assert!(times.is_sorted_by(|a, b| if descending { a >= b } else { a <= b }));
    }
    let Some(last) = pages[pages.len() - 1]["previous"].as_str() else {
        assert_eq!(pages.len(), 1);
        return;
    };
    let mut back = walk(project, last, "previous").await;
    back.reverse();
    let tail = uuids(&pages[pages.len() - 1]);
    assert_eq!(all_uuids(&back), forward[..count - tail.len()], "{query}");
    // The way back leads forward again as well.
    let again = walk(project, back[0]["next"].as_str().unwrap(), "next").await;
    assert_eq!(all_uuids(&again), forward[uuids(&back[0]).len()..], "{query}");
}

#[tokio::test]
async fn walks_of_2350_files() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let seed = Seed { count: 2350, ..Seed::default() };
    let seeded = emulator.seed(project.public_key(), seed).unwrap();
    for ordering in ["datetime_uploaded", "-datetime_uploaded"] {
        check_walks(&project, &format!("ordering={ordering}"), 100, 2350).await;
        check_walks(&project, &format!("ordering={ordering}"), 1000, 2350).await;
        check_walks(&project, &format!("ordering={ordering}"), 470, 2350).await;
    }
    let first = project.get_json("/files/?limit=1").await;
    assert_eq!(uuids(&first)[0], seeded.first_uuid.unwrap());
    let last = project.get_json("/files/?limit=1&ordering=-datetime_uploaded").await;
    assert_eq!(uuids(&last)[0], seeded.last_uuid.unwrap());
}

#[tokio::test]
async fn ties_larger_than_a_page_leave_no_gap() {
    let emulator = Emulator::start().await.unwrap();
    for (count, tie, limit) in [(2500, 2500, 100), (700, 70, 100), (300, 3, 2), (250, 100, 50)] {
        let project = Project::new(&emulator);
        let seed = Seed { count, tie, ..Seed::default() };
        emulator.seed(project.public_key(), seed).unwrap();
        for ordering in ["datetime_uploaded", "-datetime_uploaded"] {
            check_walks(&project, &format!("ordering={ordering}"), limit, count as usize).await;
        }
    }
}

#[tokio::test]
async fn links_are_the_services() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let seed = Seed { count: 5, step_us: 1_000_001, ..Seed::default() };
    emulator.seed(project.public_key(), seed).unwrap();
    let page = project.get_json("/files/?limit=2&stored=true&odd=a%20b").await;
    let keys: Vec<_> = page.as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys.len(), 6);
    let next = "/files/?limit=2&stored=true&odd=a%20b\
                &from=2024-01-01T00%3A00%3A01.000001%2B00%3A00&offset=0";
    assert_eq!(page["next"], format!("{}{next}", project.base));
    let page = project.get_json(page["next"].as_str().unwrap()).await;
    let previous = "/files/?limit=2&stored=true&odd=a%20b\
                    &offset=0&to=2024-01-01T00%3A00%3A02.000002%2B00%3A00";
    assert_eq!(page["previous"], format!("{}{previous}", project.base));
    let raw = project.get("/files/?limit=2").await.text().await.unwrap();
    let order =
        ["\"next\"", "\"previous\"", "\"total\"", "\"totals\"", "\"per_page\"", "\"results\""];
    assert!(order.map(|key| raw.find(key).unwrap()).is_sorted());

    let page = project.get_json("/files/").await;
    assert_eq!((page["next"].clone(), page["per_page"].clone()), (Value::Null, json!(100)));
    // One who names a start may go back from it, even on the first page.
    let page = project.get_json("/files/?from=2020-01-01").await;
    assert!(page["previous"].as_str().unwrap().contains("to=2024-01-01T00%3A00%3A00.000000"));
}

#[tokio::test]
async fn cursors_are_exclusive_and_tolerant() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    emulator.seed(project.public_key(), Seed { count: 10, ..Seed::default() }).unwrap();
    let all = uuids(&project.get_json("/files/").await);
    for from in [
        "2024-01-01T00:00:03.000000%2B00:00",
        "2024-01-01T00%3A00%3A03Z",
        "2024-01-01T00:00:03",
        "2024-01-01T00:00:03+00:00",
        "2024-01-01T01:00:03%2B01:00",
    ] {
        let page = project.get_json(&format!("/files/?from={from}")).await;
        assert_eq!(uuids(&page), all[4..], "{from}");
        assert_eq!(page["total"], 10);
        let page = project.get_json(&format!("/files/?to={from}&limit=2")).await;
        assert_eq!(uuids(&page), all[1..3], "{from}");
    }
    let page =
        project.get_json("/files/?ordering=-datetime_uploaded&from=2024-01-01T00:00:03").await;
    let mut before = all[..3].to_vec();
    before.reverse();
    assert_eq!(uuids(&page), before);
}

#[tokio::test]
async fn bad_parameters_are_400() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for query in [
        "limit=0",
        "limit=1001",
        "limit=-1",
        "limit=ten",
        "limit=",
        "ordering=size",
        "ordering=--datetime_uploaded",
        "from=yesterday",
        "to=2024-99-01",
        "offset=-1",
        "stored=maybe",
        "removed=2",
        "from=%FF",
    ] {
        let response = project.get(&format!("/files/?{query}")).await;
        assert_eq!(response.status(), 400, "{query}");
        let body: Value = response.json().await.unwrap();
        assert!(body["detail"].is_string(), "{query}");
    }
    assert_eq!(project.get("/files/?limit=1000&count=1&&=x").await.status(), 200);
}

#[tokio::test]
async fn filters_and_totals() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    for (count, stored, removed) in [(3, true, false), (4, false, false), (5, false, true)] {
        let seed = Seed { count, stored, removed, ..Seed::default() };
        emulator.seed(project.public_key(), seed).unwrap();
    }
    for (query, total) in [
        ("", 7),
        ("stored=true", 3),
        ("stored=false", 4),
        ("removed=true", 5),
        ("removed=false", 7),
        ("removed=true&stored=true", 0),
        ("removed=true&stored=false", 5),
    ] {
        let page = project.get_json(&format!("/files/?{query}")).await;
        assert_eq!(page["total"], total, "{query}");
        assert_eq!(uuids(&page).len(), total, "{query}");
        assert_eq!(page["totals"], json!({ "removed": 5, "stored": 3, "unstored": 4 }));
    }
    let removed = project.get_json("/files/?removed=true&limit=1").await;
    let file = &removed["results"][0];
    assert!(file["datetime_removed"].is_string());
    assert!(file["datetime_stored"].is_null() && file["original_file_url"].is_null());
    assert!(file.get("appdata").is_none());
    let with = project.get_json("/files/?include=appdata&limit=1").await;
    assert_eq!(with["results"][0]["appdata"], json!({}));
}

#[tokio::test]
async fn a_changed_file_moves_between_lists() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let uuid = project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    let path = format!("files/{uuid}");
    let change = async |body| project.control(Method::PATCH, &path, body).await;
    let totals = async || project.get_json("/files/").await["totals"].clone();
    assert_eq!(totals().await, json!({ "removed": 0, "stored": 1, "unstored": 0 }));
    change(json!({ "stored": false })).await;
    assert_eq!(totals().await, json!({ "removed": 0, "stored": 0, "unstored": 1 }));
    change(json!({ "removed": true })).await;
    assert_eq!(totals().await, json!({ "removed": 1, "stored": 0, "unstored": 0 }));
    assert_eq!(project.get(&format!("/{uuid}/")).await.status(), 404);
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert!(file["datetime_removed"].is_string());
    change(json!({ "removed": false, "stored": true, "extra": { "new": [1], "size": "big" } }))
        .await;
    let file = project.get_json(&format!("/files/{uuid}/")).await;
    assert_eq!((&file["new"], &file["size"]), (&json!([1]), &json!("big")));
    assert_eq!(project.get_json("/files/").await["results"][0], file);
    let (status, _) = project.control(Method::PATCH, "files/none", json!({})).await;
    assert_eq!(status, 404);
    let (status, _) = project.control(Method::PATCH, &path, json!({ "sorted": 1 })).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn large_projects_stay_fast() {
    let emulator = Emulator::start().await.unwrap();
    let project = Project::new(&emulator);
    let start = Instant::now();
    let (status, seeded) =
        project.control(Method::POST, "files", json!({ "count": 100_000, "tie": 7 })).await;
    let seeding = start.elapsed();
    assert_eq!((status, &seeded["count"]), (201, &json!(100_000)));
    // The fastest one is hardly held up by what else the machine does.
    let mut fastest = Duration::MAX;
    for _ in 0..20 {
        let start = Instant::now();
        let page = project.get_json("/files/?from=2024-01-01T02:00:00&limit=100").await;
        fastest = fastest.min(start.elapsed());
        assert_eq!(page["results"].as_array().unwrap().len(), 100);
    }
    println!("seeding 100,000: {seeding:?}; a page of 100: {fastest:?}");
    // Generous, for an unoptimised build on a busy machine.
    assert!(seeding.as_secs() < 60 && fastest.as_millis() < 250, "{seeding:?} {fastest:?}");
}

#[tokio::test]
async fn uploads_never_share_a_timestamp() {
    let at = chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap();
    let clock = uploadcare_emulator::Clock::fixed(at + TimeDelta::microseconds(5));
    let emulator = Emulator::builder().clock(clock).start().await.unwrap();
    let project = Project::new(&emulator);
    for _ in 0..5 {
        project.upload("a.txt", "text/plain", b"a".to_vec()).await;
    }
    let page = project.get_json("/files/").await;
    let times: Vec<_> = page["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["datetime_uploaded"].as_str().unwrap().to_owned())
        .collect();
    let expected = [5, 6, 7, 8, 9].map(|n| format!("2023-11-14T22:13:20.00000{n}Z"));
    assert_eq!(times, expected);
}
