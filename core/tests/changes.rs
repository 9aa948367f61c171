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
use uploadcare_emulator::{Emulator, Fault, FaultResponse, ProjectKeys};

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
