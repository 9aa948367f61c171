//! Lists read from several places at the same time.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::builder;
use futures::TryStreamExt;
use std::collections::HashSet;
use uploadcare::{Client, FileOrdering, ListFilesOptions};
use uploadcare_emulator::{Emulator, Fault, FaultResponse, ProjectKeys, Seed};

/// Files that are spread over time as the name says.
async fn project(shape: &str, count: u64) -> (Emulator, ProjectKeys, Client) {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    let seeds: Vec<Seed> = match shape {
        "even" => vec![Seed { count, step_us: 3_000_000, ..Seed::default() }],
        "bursts" => vec![
            Seed {
                count: count / 2,
                start: "2012-01-01T00:00:00Z".parse().unwrap(),
                step_us: 1000,
                ..Seed::default()
            },
            Seed {
                count: count - count / 2,
                start: "2022-01-01T00:00:00Z".parse().unwrap(),
                step_us: 1000,
                ..Seed::default()
            },
        ],
        "ties" => vec![Seed { count, step_us: 5_000_000, tie: 250, ..Seed::default() }],
        "one moment" => vec![Seed { count, tie: count, ..Seed::default() }],
        // Whole seconds have no part in where it may be cut.
        "within a moment" => vec![Seed { count, step_us: 1, tie: 30, ..Seed::default() }],
        "within a minute" => vec![Seed { count, step_us: 20_000, ..Seed::default() }],
        _ => panic!("{shape}"),
    };
    for seed in seeds {
        if seed.count > 0 {
            emulator.seed(&keys.public_key, seed).unwrap();
        }
    }
    let client = builder(&emulator, &keys).build().unwrap();
    (emulator, keys, client)
}

async fn ids(client: &Client, options: ListFilesOptions) -> Vec<String> {
    let files: Vec<_> = client.files().list(options).unwrap().try_collect().await.unwrap();
    files.into_iter().map(|file| file.uuid).collect()
}

fn options(at_once: i64, unordered: bool) -> ListFilesOptions {
    ListFilesOptions {
        concurrency: Some(at_once),
        unordered: Some(unordered),
        ..ListFilesOptions::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_file_once_whatever_they_are_spread_like() {
    for shape in ["even", "bursts", "ties", "one moment", "within a moment", "within a minute"] {
        for count in [0, 1, 100, 101, 2000] {
            let (_emulator, _, client) = project(shape, count).await;
            let expected = ids(&client, ListFilesOptions::default()).await;
            assert_eq!(expected.len() as u64, count);
            for at_once in [1, 2, 4, 32] {
                let found = ids(&client, options(at_once, true)).await;
                let distinct: HashSet<_> = found.iter().collect();
                assert_eq!(found.len(), expected.len(), "{shape} {count} {at_once}");
                assert_eq!(distinct.len(), found.len(), "{shape} {count} {at_once}");
                let found = ids(&client, options(at_once, false)).await;
                assert!(found == expected, "{shape} {count} {at_once}: {} in order", found.len());
                let down = ListFilesOptions {
                    ordering: Some(FileOrdering::DatetimeUploadedDescending),
                    ..options(at_once, false)
                };
                let mut found = ids(&client, down).await;
                found.reverse();
                assert!(found == expected, "{shape} {count} {at_once}: {} downward", found.len());
            }
        }
    }
}

/// Takes some, saves the place, and goes on from there, again and again.
#[tokio::test(flavor = "multi_thread")]
async fn places_are_kept() {
    for shape in ["even", "bursts", "ties", "one moment"] {
        for unordered in [true, false] {
            let (_emulator, _, client) = project(shape, 1500).await;
            let expected = ids(&client, ListFilesOptions::default()).await;
            let mut found = Vec::new();
            let mut list = client.files().list(options(4, unordered)).unwrap();
            let mut rounds = 0;
            loop {
                rounds += 1;
                let mut taken = 0;
                // Within pages, at their ends, and at once.
                let wanted = [0, 1, 37, 100, 163, 200][rounds % 6];
                let mut is_over = false;
                while taken < wanted {
                    match list.try_next().await.unwrap() {
                        Some(file) => found.push(file.uuid),
                        None => {
                            is_over = true;
                            break;
                        }
                    }
                    taken += 1;
                }
                if is_over {
                    break;
                }
                let cursor = Some(list.cursor());
                let resumed =
                    ListFilesOptions { cursor, concurrency: Some(4), ..Default::default() };
                list = client.files().list(resumed).unwrap();
            }
            let distinct: HashSet<_> = found.iter().collect();
            assert_eq!((found.len(), distinct.len()), (1500, 1500), "{shape} {unordered}");
            if !unordered {
                assert!(found == expected, "{shape}: out of order");
            }
        }
    }
}

/// What a service does wrong.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Lie {
    Nothing,
    /// It begins at the start wherever it is asked to.
    IgnoresFrom,
    /// It gives one page again and again, under different links.
    Repeats,
    /// It knows no order but one.
    OneOrder,
    /// It tells of more files than there are, or of none.
    LiesInTotal,
}

#[derive(Clone)]
struct Liar {
    fault: Lie,
    origin: String,
    count: i64,
}

/// A list of files, one every ten seconds, by the service's exclusive places.
async fn liar(
    axum::extract::State(liar): axum::extract::State<Liar>,
    axum::extract::Query(query): axum::extract::Query<std::collections::HashMap<String, String>>,
) -> axum::Json<serde_json::Value> {
    use chrono::{DateTime, TimeDelta, Utc};
    let text = |name: &str| query.get(name).map(String::as_str);
    let is_down =
        text("ordering").is_some_and(|order| order.starts_with('-')) && liar.fault != Lie::OneOrder;
    let start: DateTime<Utc> = "2024-01-01T00:00:00Z".parse().unwrap();
    let at = |number: i64| start + TimeDelta::seconds(10 * number);
    // Its own links hold a place that it does look at.
    let from = text("from").filter(|_| liar.fault != Lie::IgnoresFrom).or(text("place"));
    let from: Option<DateTime<Utc>> = from.map(|from| from.parse().unwrap());
    let mut numbers: Vec<i64> = (0..liar.count)
        .filter(|number| {
            from.is_none_or(|from| if is_down { at(*number) < from } else { at(*number) > from })
        })
        .collect();
    if is_down {
        numbers.reverse();
    }
    let has_more = numbers.len() > 100;
    numbers.truncate(100);
    let file = |number: &i64| {
        serde_json::json!({
            "uuid": format!("00000000-0000-4000-8000-{number:012}"), "url": "", "size": 1,
            "original_filename": format!("{number}"), "is_ready": true, "mime_type": "text/plain",
            "datetime_uploaded": at(*number).to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        })
    };
    let place = numbers.last().map(|last| at(*last).to_rfc3339());
    let name = if liar.fault == Lie::IgnoresFrom { "place" } else { "from" };
    let order = text("ordering").unwrap_or("datetime_uploaded");
    let place = place.map(|place| place.replace('+', "%2B"));
    let mut next = place
        .filter(|_| has_more)
        .map(|place| format!("{}/files/?ordering={order}&{name}={place}", liar.origin));
    if liar.fault == Lie::Repeats {
        let turn: u32 = text("turn").and_then(|turn| turn.parse().ok()).unwrap_or(0);
        next = Some(format!("{}/files/?ordering={order}&turn={}", liar.origin, turn + 1));
    }
    let total = if liar.fault == Lie::LiesInTotal { 7 } else { liar.count };
    axum::Json(serde_json::json!({
        "next": next, "previous": null, "total": total, "per_page": 100,
        "results": numbers.iter().map(file).collect::<Vec<_>>(),
    }))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_answer_or_an_error() {
    for fault in [Lie::Nothing, Lie::LiesInTotal, Lie::IgnoresFrom, Lie::Repeats, Lie::OneOrder] {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let app = Liar { fault, origin: origin.clone(), count: 2000 };
        let router = axum::Router::new().route("/files/", axum::routing::get(liar)).with_state(app);
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        let client = Client::builder().public_key("p").secret_key("s").api_base(origin);
        let client = client.build().unwrap();
        for at_once in [1, 2, 4, 8] {
            for unordered in [true, false] {
                let list = client.files().list(options(at_once, unordered)).unwrap();
                let found: Result<Vec<_>, _> = list.try_collect().await;
                match found {
                    Ok(files) => {
                        let ids: HashSet<_> = files.iter().map(|file| &file.uuid).collect();
                        assert_eq!(
                            (files.len(), ids.len()),
                            (2000, 2000),
                            "{fault:?} {at_once} {unordered}"
                        );
                        assert!(!matches!(fault, Lie::Repeats), "{fault:?}");
                    }
                    Err(error) => {
                        assert_eq!(
                            *error.kind(),
                            uploadcare::ErrorKind::Decode,
                            "{fault:?}: {error}"
                        );
                        let is_expected =
                            matches!(fault, Lie::Repeats) || fault == Lie::OneOrder && unordered;
                        assert!(is_expected, "{fault:?} {at_once} {unordered}: {error}");
                    }
                }
            }
        }
        server.abort();
    }
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// Walks of every kind through files of every kind, left and taken up in another way at any place.
#[tokio::test(flavor = "multi_thread")]
async fn no_walk_loses_or_repeats_a_file() {
    let rounds: u64 = std::env::var("UPLOADCARE_WALKS").map_or(30, |text| text.parse().unwrap());
    for round in 0..rounds {
        let mut dice = Dice(round);
        let emulator = Emulator::start().await.unwrap();
        let keys = emulator.create_project();
        let mut moment: chrono::DateTime<chrono::Utc> = "2015-06-01T00:00:00Z".parse().unwrap();
        for _ in 0..=dice.below(8) {
            moment += match dice.below(3) {
                0 => chrono::TimeDelta::microseconds(dice.below(2_000_000) as i64),
                1 => chrono::TimeDelta::seconds(dice.below(100_000) as i64),
                _ => chrono::TimeDelta::days(dice.below(1000) as i64),
            };
            let seed = Seed {
                count: 1 + dice.below(30),
                start: moment,
                step_us: [0, 1, 50_000, 1_000_000, 90_000_000][dice.below(5) as usize],
                tie: 1 + dice.below(12),
                ..Seed::default()
            };
            moment += chrono::TimeDelta::microseconds(seed.step_us * seed.count as i64);
            emulator.seed(&keys.public_key, seed).unwrap();
        }
        let client = builder(&emulator, &keys).build().unwrap();
        let expected = ids(&client, ListFilesOptions::default()).await;
        for _ in 0..6 {
            let way = dice.below(3);
            let start = ListFilesOptions {
                limit: Some(1 + dice.below(9) as i64),
                ordering: (way == 2).then_some(FileOrdering::DatetimeUploadedDescending),
                concurrency: Some(1 + dice.below(9) as i64),
                unordered: Some(way == 0),
                ..ListFilesOptions::default()
            };
            let what = format!("round {round}: {start:?}");
            let mut list = client.files().list(start).unwrap();
            let mut found = Vec::new();
            let mut left = dice.below(40);
            while let Some(file) = list.try_next().await.unwrap() {
                found.push(file.uuid);
                if left == 0 {
                    left = dice.below(60);
                    let resumed = ListFilesOptions {
                        cursor: Some(list.cursor()),
                        concurrency: Some(1 + dice.below(9) as i64),
                        ..ListFilesOptions::default()
                    };
                    list = client.files().list(resumed).unwrap();
                }
                left = left.saturating_sub(1);
            }
            match way {
                0 => {
                    let distinct: HashSet<_> = found.iter().collect();
                    assert_eq!(
                        (found.len(), distinct.len()),
                        (expected.len(), expected.len()),
                        "{what}"
                    );
                }
                1 => assert!(found == expected, "{what}: {} of {}", found.len(), expected.len()),
                _ => {
                    found.reverse();
                    assert!(found == expected, "{what}: {} of {}", found.len(), expected.len());
                }
            }
        }
    }
}

/// Parts, read by clients of their own, have every file once; of an even project they are about as long as each other.
#[tokio::test(flavor = "multi_thread")]
async fn parts_have_every_file_once() {
    for shape in ["even", "bursts", "ties", "one moment", "within a moment", "within a minute"] {
        for count in [0, 1, 100, 3000] {
            let (emulator, keys, client) = project(shape, count).await;
            let mut expected = ids(&client, ListFilesOptions::default()).await;
            expected.sort();
            for parts in [1, 2, 7, 16] {
                let slices = ListFilesOptions { limit: Some(50), ..ListFilesOptions::default() };
                let slices = client.files().list_slices(parts, slices).await.unwrap();
                assert!(!slices.is_empty() && slices.len() as i64 <= parts, "{shape} {count}");
                let mut found = Vec::new();
                for (number, slice) in slices.iter().enumerate() {
                    let other = builder(&emulator, &keys).build().unwrap();
                    let options = ListFilesOptions {
                        cursor: Some(slice.clone()),
                        concurrency: Some(1 + number as i64 % 4),
                        ..ListFilesOptions::default()
                    };
                    let part = ids(&other, options).await;
                    if shape == "even" && count == 3000 {
                        let share = 3000 / parts as usize;
                        let is_fair = (share / 3..=share * 3).contains(&part.len());
                        assert!(is_fair, "{parts}: {} of {share}", part.len());
                    }
                    found.extend(part);
                }
                found.sort();
                assert!(found == expected, "{shape} {count} {parts}: {} files", found.len());
            }
        }
    }
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let (_emulator, _, client) = project("even", 1).await;
    for concurrency in [0, -1, 33, 1000] {
        let error = client.files().list(options(concurrency, true)).unwrap_err();
        assert_eq!(error.info().parameter.as_deref(), Some("concurrency"), "{error}");
    }
    for count in [0, -1, 1001] {
        let error = client.files().list_slices(count, ListFilesOptions::default()).await;
        assert_eq!(error.unwrap_err().info().parameter.as_deref(), Some("count"));
    }
    let cursor = client.files().list(options(2, true)).unwrap().cursor();
    let options = ListFilesOptions { cursor: Some(cursor), ..ListFilesOptions::default() };
    let error = client.files().list_slices(2, options).await.unwrap_err();
    assert_eq!(error.info().parameter.as_deref(), Some("cursor"));
    let mut pages = client.files().list(self::options(2, true)).unwrap().pages();
    pages.next_page().await.unwrap();
    assert_eq!(
        pages.previous_page().await.unwrap_err().info().parameter.as_deref(),
        Some("unordered")
    );
}

/// Files that come after the end of a walk, however near, are those that its cursor goes on with.
#[tokio::test(flavor = "multi_thread")]
async fn a_walk_knows_where_it_ended() {
    for concurrency in [1, 2, 4, 8] {
        let (emulator, keys, client) = project("even", 250).await;
        let mut list = client.files().list(options(concurrency, false)).unwrap();
        let mut last = None;
        while let Some(file) = list.try_next().await.unwrap() {
            last = Some(file.datetime_uploaded);
        }
        let cursor = list.cursor();
        let before: Vec<_> = list.backward().try_collect().await.unwrap();
        assert_eq!(before.len(), 250, "{concurrency}");
        let start = *last.unwrap() + chrono::TimeDelta::seconds(3);
        let seed = Seed { count: 60, start, step_us: 3_000_000, ..Seed::default() };
        emulator.seed(&keys.public_key, seed).unwrap();
        let resumed = ListFilesOptions { cursor: Some(cursor), ..ListFilesOptions::default() };
        assert_eq!(ids(&client, resumed).await.len(), 60, "{concurrency}");
    }
}

/// What was taken of a page is known, too, when the next one could not be had.
#[tokio::test(flavor = "multi_thread")]
async fn the_page_before_an_error_is_not_forgotten() {
    for unordered in [true, false] {
        let (emulator, keys, _) = project("even", 1000).await;
        let client = builder(&emulator, &keys).max_retries(0).build().unwrap();
        let mut pages = client.files().list(options(4, unordered)).unwrap().pages();
        let mut seen = pages.next_page().await.unwrap().unwrap().results.len();
        let fault = Fault {
            respond: Some(FaultResponse { status: 503, headers: [].into(), body: "no".into() }),
            times: -1,
            ..Fault::default()
        };
        emulator.add_fault(&keys.public_key, fault).unwrap();
        // Some pages were under way.
        let before = loop {
            let known = (pages.cursor(Some(10)), seen);
            match pages.next_page().await {
                Ok(page) => seen += page.unwrap().results.len(),
                Err(_) => break known,
            }
        };
        assert_eq!(pages.cursor(Some(10)), before.0, "{unordered}");
        emulator.clear_faults(&keys.public_key).unwrap();
        let cursor = Some(pages.cursor(Some(10)));
        let resumed = ListFilesOptions { cursor, ..ListFilesOptions::default() };
        assert_eq!(ids(&client, resumed).await.len(), 1000 - before.1 + 90, "{unordered}");
        // The other readers, too, had an error each.
        let mut errors = 0;
        loop {
            match pages.next_page().await {
                Ok(Some(page)) => seen += page.results.len(),
                Ok(None) => break,
                Err(_) => errors += 1,
            }
            assert!(errors < 8, "{unordered}");
        }
        assert_eq!(seen, 1000, "{unordered}");
    }
}
