//! What a walk through a list guarantees while files come and go.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::builder;
use futures::{StreamExt, TryStreamExt};
use std::collections::{BTreeSet, HashSet};
use uploadcare::{
    BatchOptions, Client, CopyLocalOptions, ErrorKind, FileInfo, FileOrdering, ListFilesOptions,
    UploadOptions,
};
use uploadcare_emulator::{Emulator, Fault, FaultResponse, ProjectKeys, RateLimit, Seed};

async fn project(count: u64) -> (Emulator, ProjectKeys, Client) {
    let (emulator, keys, _) = common::project(count).await;
    let client = client(&emulator, &keys);
    (emulator, keys, client)
}

fn client(emulator: &Emulator, keys: &ProjectKeys) -> Client {
    builder(emulator, keys).max_retries(0).build().unwrap()
}

fn uuids(files: &[FileInfo]) -> Vec<String> {
    files.iter().map(|file| file.uuid.clone()).collect()
}

async fn all(client: &Client) -> Vec<String> {
    let options = ListFilesOptions { limit: Some(1000), ..Default::default() };
    let files: Vec<_> = client.files().list(options).unwrap().try_collect().await.unwrap();
    uuids(&files)
}

/// Whoever is there from the first page to the last comes exactly once, in order; whoever is
/// deleted meanwhile comes at most once; whoever is added meanwhile comes at the end of a list
/// that has the oldest first, and not at all in one that has the newest first.
#[tokio::test(flavor = "multi_thread")]
async fn files_come_and_go_during_a_walk() {
    for newest_first in [false, true] {
        let (_emulator, _, client) = project(10_000).await;
        let mut before = all(&client).await;
        if newest_first {
            before.reverse();
        }
        let ordering = newest_first.then_some(FileOrdering::DatetimeUploadedDescending);
        let options = ListFilesOptions { limit: Some(500), ordering, ..Default::default() };
        let mut pages = client.files().list(options).unwrap().pages();
        let mut seen: Vec<String> = Vec::new();
        let mut deleted = HashSet::new();
        let mut added = Vec::new();
        let mut random = fastrand::Rng::with_seed(7);
        while let Some(page) = pages.next_page().await.unwrap() {
            seen.extend(uuids(&page.results));
            if added.len() < 15 {
                // Some that were passed, the very last one of the page, some that are to come.
                let mut victims: BTreeSet<_> =
                    (0..10).map(|_| before[random.usize(..before.len())].clone()).collect();
                victims.extend(seen.last().cloned());
                let result = client.files().delete_many(&victims, BatchOptions::default()).await;
                assert!(result.unwrap().failures.is_empty());
                deleted.extend(victims);
                let file = client.uploads().upload(b"new".to_vec(), UploadOptions::default()).await;
                added.push(file.unwrap().uuid);
            }
        }
        let distinct: HashSet<_> = seen.iter().collect();
        assert_eq!(distinct.len(), seen.len(), "a file came twice");
        let (old, new): (Vec<_>, Vec<_>) = seen.iter().partition(|uuid| !added.contains(uuid));
        let lasting = |uuids: Vec<&String>| -> Vec<String> {
            uuids.into_iter().filter(|uuid| !deleted.contains(*uuid)).cloned().collect()
        };
        assert_eq!(lasting(old), lasting(before.iter().collect()));
        let expected = if newest_first { Vec::new() } else { added.iter().collect() };
        assert_eq!(new, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_walk_that_broke_off_goes_on_from_its_cursor() {
    let (emulator, keys, client) = project(10_000).await;
    let whole = all(&client).await;
    let broken = Fault {
        route: Some("/files/".to_owned()),
        skip: 6,
        respond: Some(FaultResponse { status: 500, headers: [].into(), body: "no".into() }),
        ..Fault::default()
    };
    emulator.add_fault(&keys.public_key, broken).unwrap();
    let options = ListFilesOptions { limit: Some(700), ..Default::default() };
    let mut list = client.files().list(options).unwrap();
    let mut seen = Vec::new();
    // Taken one by one, as a program does that notes its cursor after each.
    let mut cursor = list.cursor();
    while let Some(file) = list.next().await {
        let Ok(file) = file else { break };
        seen.push(file.uuid);
        cursor = list.cursor();
    }
    assert_eq!(seen.len(), 4200);
    // One more page was begun, so the place is within a page, too.
    let mut list = client
        .files()
        .list(ListFilesOptions { cursor: Some(cursor), ..Default::default() })
        .unwrap();
    for _ in 0..333 {
        seen.push(list.next().await.unwrap().unwrap().uuid);
    }
    let options = ListFilesOptions { cursor: Some(list.cursor()), ..Default::default() };
    drop((list, client));
    let client = self::client(&emulator, &keys);
    let rest: Vec<_> = client.files().list(options).unwrap().try_collect().await.unwrap();
    seen.extend(uuids(&rest));
    assert_eq!(seen, whole);
}

#[tokio::test]
async fn a_batch_stops_where_all_would_fail() {
    let (emulator, keys, client) = project(1000).await;
    let ids = all(&client).await;
    let refused = Fault {
        route: Some("/files/storage/".to_owned()),
        skip: 2,
        times: -1,
        respond: Some(FaultResponse { status: 403, headers: [].into(), body: "no".into() }),
        ..Fault::default()
    };
    emulator.add_fault(&keys.public_key, refused).unwrap();
    let options = BatchOptions { concurrency: Some(1) };
    let result = client.files().delete_many(&ids, options).await.unwrap();
    assert_eq!(uuids(&result.files), ids[..200]);
    assert_eq!(result.failures.len(), 1);
    assert_eq!(result.failures[0].error.kind, ErrorKind::Forbidden);
    assert_eq!(result.failures[0].uuids, ids[200..300]);
    assert_eq!(result.not_tried, ids[300..]);
    assert!(result.problems.is_empty());
    let requests = emulator.requests(&keys.public_key);
    let sent = requests.iter().filter(|r| r.route.as_deref() == Some("/files/storage/"));
    assert_eq!(sent.count(), 3);
}

#[tokio::test]
async fn a_copy_that_was_begun_is_named_when_waiting_for_it_fails() {
    let (emulator, keys, client) = project(1).await;
    let uuid = all(&client).await.remove(0);
    let broken = Fault {
        route: Some("/files/{uuid}/".to_owned()),
        respond: Some(FaultResponse { status: 500, headers: [].into(), body: "no".into() }),
        ..Fault::default()
    };
    emulator.add_fault(&keys.public_key, broken).unwrap();
    let options = CopyLocalOptions { wait: Some(true), ..Default::default() };
    let error = client.files().copy_local(&uuid, options).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Server);
    assert!(!error.is_retryable());
    let copies: Vec<_> = all(&client).await.into_iter().filter(|other| *other != uuid).collect();
    assert_eq!(copies.len(), 1);
    assert!(error.message().contains(&copies[0]), "{error}");
}

#[tokio::test]
async fn a_group_stays_while_some_of_its_files_do() {
    let (emulator, keys, client) = project(150).await;
    let ids = all(&client).await;
    let url = format!("{}projects/{}/groups", emulator.control_base(), keys.public_key);
    let body = format!(r#"{{"files": {ids:?}, "count": 1}}"#);
    let answer = reqwest::Client::new().post(url).body(body).send().await.unwrap();
    let answer: serde_json::Value = serde_json::from_str(&answer.text().await.unwrap()).unwrap();
    let group = answer["first_id"].as_str().unwrap();
    let broken = Fault {
        route: Some("/files/storage/".to_owned()),
        skip: 1,
        respond: Some(FaultResponse { status: 500, headers: [].into(), body: "no".into() }),
        ..Fault::default()
    };
    emulator.add_fault(&keys.public_key, broken).unwrap();
    let options = BatchOptions { concurrency: Some(1) };
    let result = client.groups().delete_with_files(group, options.clone()).await.unwrap();
    assert_eq!((result.files.len(), result.failures[0].uuids.len()), (100, 50));
    assert_eq!(client.groups().get(group).await.unwrap().files.iter().flatten().count(), 50);
    let result = client.groups().delete_with_files(group, options).await.unwrap();
    assert_eq!(uuids(&result.files), ids[100..]);
    let error = client.groups().get(group).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound);
}

/// The same of a list that is read by several requests at a time. In any order, whoever is added may come or not, but never
/// twice.
#[tokio::test(flavor = "multi_thread")]
async fn files_come_and_go_while_several_requests_read() {
    for (newest_first, unordered) in [(false, false), (true, false), (false, true)] {
        let (_emulator, _, client) = project(6000).await;
        let before = all(&client).await;
        let ordering = newest_first.then_some(FileOrdering::DatetimeUploadedDescending);
        let options = ListFilesOptions {
            limit: Some(200),
            ordering,
            concurrency: Some(4),
            unordered: Some(unordered),
            ..Default::default()
        };
        let writer = {
            let (client, before) = (client.clone(), before.clone());
            tokio::spawn(async move {
                let mut random = fastrand::Rng::with_seed(11);
                let (mut deleted, mut added) = (HashSet::new(), Vec::new());
                for _ in 0..12 {
                    let victims: BTreeSet<_> =
                        (0..20).map(|_| before[random.usize(..before.len())].clone()).collect();
                    let stored = before[random.usize(..before.len())].clone();
                    client.files().delete_many(&victims, BatchOptions::default()).await.unwrap();
                    deleted.extend(victims);
                    // What a file is changes nothing about where it is.
                    let _ = client.files().store(stored.as_str()).await;
                    let uploads = client.uploads();
                    let new = uploads.upload(b"new".to_vec(), UploadOptions::default()).await;
                    added.push(new.unwrap().uuid);
                }
                (deleted, added)
            })
        };
        let list = client.files().list(options).unwrap();
        let files: Vec<FileInfo> = list.try_collect().await.unwrap();
        let (deleted, added) = writer.await.unwrap();
        let seen = uuids(&files);
        let distinct: HashSet<_> = seen.iter().collect();
        assert_eq!(distinct.len(), seen.len(), "a file came twice");
        let lasting = |uuids: &[String]| -> Vec<String> {
            let stays = |uuid: &&String| !deleted.contains(*uuid) && !added.contains(*uuid);
            uuids.iter().filter(stays).cloned().collect()
        };
        let (mut found, mut expected) = (lasting(&seen), lasting(&before));
        if newest_first {
            expected.reverse();
        }
        if unordered {
            found.sort();
            expected.sort();
        }
        assert!(found == expected, "{} of {}", found.len(), expected.len());
        if !unordered {
            let moments: Vec<_> = files.iter().map(|file| file.datetime_uploaded).collect();
            let is_sorted =
                if newest_first { moments.iter().rev().is_sorted() } else { moments.is_sorted() };
            assert!(is_sorted, "out of order");
        }
    }
}

/// A file that turns up late, with an earlier time than some that were read: a list in any order looks once more.
#[tokio::test(flavor = "multi_thread")]
async fn what_turns_up_late_is_read_once_more() {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    let now = chrono::Utc::now();
    let seed = |count, seconds, step_us| Seed {
        count,
        start: now - chrono::TimeDelta::seconds(seconds),
        step_us,
        ..Seed::default()
    };
    emulator.seed(&keys.public_key, seed(3000, 600, 195_000)).unwrap();
    let client = client(&emulator, &keys);
    let options = ListFilesOptions {
        limit: Some(100),
        concurrency: Some(4),
        unordered: Some(true),
        ..Default::default()
    };
    let mut pages = client.files().list(options).unwrap().pages();
    let mut seen = Vec::new();
    let mut late = Vec::new();
    while let Some(page) = pages.next_page().await.unwrap() {
        seen.extend(uuids(&page.results));
        if seen.len() >= 1500 && late.is_empty() {
            let seeded = emulator.seed(&keys.public_key, seed(5, 45, 1000)).unwrap();
            late.extend(seeded.first_uuid.into_iter().chain(seeded.last_uuid));
        }
    }
    let distinct: HashSet<_> = seen.iter().collect();
    assert_eq!((seen.len(), distinct.len()), (3005, 3005));
    assert!(late.iter().all(|uuid| distinct.contains(uuid)));
}

/// Several requests at a time slow down together, and none of their pages is lost or comes twice.
#[tokio::test(flavor = "multi_thread")]
async fn several_requests_are_throttled_together() {
    let (emulator, keys, _) = common::project(600).await;
    let client = builder(&emulator, &keys).max_retries(10).build().unwrap();
    let limit = RateLimit { per_second: 4.0, burst: Some(2) };
    emulator.set_rate_limit(&keys.public_key, limit).unwrap();
    for unordered in [true, false] {
        let options = ListFilesOptions {
            limit: Some(100),
            concurrency: Some(8),
            unordered: Some(unordered),
            ..Default::default()
        };
        let list = client.files().list(options).unwrap();
        let files: Vec<FileInfo> = list.try_collect().await.unwrap();
        let distinct: HashSet<_> = uuids(&files).into_iter().collect();
        assert_eq!((files.len(), distinct.len()), (600, 600));
    }
    let requests = emulator.requests(&keys.public_key);
    assert!(requests.iter().any(|request| request.status == 429), "the limit was never reached");
}
