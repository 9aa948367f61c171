//! Uploads, as a Rust caller sees them, beyond the shared cases.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::{HELD_MS, builder, content, most_at_once, project, until, used_up};
use futures::{StreamExt, future::BoxFuture, stream};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::{
    io::Write,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use uploadcare::{
    Client, CreateUploadTokenOptions, Error, ErrorCode, ErrorKind, FromUrlOptions, Job, JobState,
    OnLost, Result, Source, UploadAuth, UploadCredential, UploadCredentialProvider, UploadOptions,
    UploadProgress, WaitOptions,
};
use uploadcare_emulator::{Emulator, Fault, FaultResponse, ProjectKeys};

const MIB: usize = 1 << 20;
const PARTS_FROM: usize = 10 * MIB;
const PART: usize = 5 * MIB;
const PART_ROUTE: &str = "/parts/{uuid}/{number}";

fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn pieces(bytes: &Bytes, size: usize) -> Vec<std::io::Result<Bytes>> {
    let mut rest = bytes.clone();
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        pieces.push(Ok(rest.split_to(rest.len().min(size))));
    }
    pieces
}

async fn stored(emulator: &Emulator, uuid: &str) -> Bytes {
    let url = format!("{}{uuid}/", emulator.cdn_base());
    let answer = reqwest::get(url).await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.bytes().await.unwrap()
}

async fn configure(emulator: &Emulator, keys: &ProjectKeys, settings: Value) {
    let url = format!("{}projects/{}", emulator.control_base(), keys.public_key);
    let http = reqwest::Client::new();
    let answer = http
        .patch(url)
        .header("content-type", "application/json")
        .body(settings.to_string())
        .send()
        .await
        .unwrap();
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
}

/// How often routes were reached.
fn count(emulator: &Emulator, keys: &ProjectKeys, route: &str) -> usize {
    let requests = emulator.requests(&keys.public_key);
    requests.iter().filter(|record| record.route.as_deref() == Some(route)).count()
}

fn failing(route: &str, status: u16, times: i64) -> Fault {
    Fault {
        route: Some(route.to_owned()),
        times,
        respond: Some(FaultResponse { status, headers: [].into(), body: "no".into() }),
        ..Fault::default()
    }
}

fn same(left: &[u8], right: &[u8]) -> bool {
    // Not compared by `assert_eq`, which would print megabytes.
    left == right
}

#[tokio::test(flavor = "multi_thread")]
async fn every_byte_arrives() {
    let (emulator, keys, client) = project(0).await;
    for size in
        [0, 1, PARTS_FROM - 1, PARTS_FROM, PARTS_FROM + 1, 3 * PART - 1, 3 * PART, 3 * PART + 1]
    {
        let bytes = content(size);
        let on_disk = file(&bytes);
        for source in [
            Source::from(bytes.clone()),
            Source::from(on_disk.path()),
            Source::stream(stream::iter(pieces(&bytes, 100_000)), Some(size as u64)),
            Source::stream(stream::iter(pieces(&bytes, 3 * MIB)), None),
        ] {
            let name = format!("{source:?}");
            let options =
                UploadOptions { filename: Some("a.bin".to_owned()), ..Default::default() };
            let uploaded = client.uploads().upload(source, options).await.unwrap();
            assert_eq!(uploaded.size, size as i64, "{name}");
            assert_eq!(uploaded.original_filename, "a.bin");
            let arrived = stored(&emulator, &uploaded.uuid).await;
            assert!(same(&arrived, &bytes), "{name}: {} of {size} bytes", arrived.len());
        }
    }
    // Each size four times; five of them in parts.
    assert_eq!(count(&emulator, &keys, "/base/"), 3 * 4);
    assert_eq!(count(&emulator, &keys, "/multipart/complete/"), 5 * 4);
    assert_eq!(count(&emulator, &keys, PART_ROUTE), (2 + 3 + 3 + 3 + 4) * 4);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_reader_will_do(
        size in 0_usize..12 * MIB,
        piece in 1_usize..MIB,
        is_known in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (emulator, _, client) = project(0).await;
            let bytes = content(size);
            let known = is_known.then_some(size as u64);
            let source = Source::stream(stream::iter(pieces(&bytes, piece.max(size / 500))), known);
            let uploaded = client.uploads().upload(source, UploadOptions::default()).await.unwrap();
            assert!(same(&stored(&emulator, &uploaded.uuid).await, &bytes));
        });
    }
}

#[tokio::test]
async fn a_source_that_is_not_what_it_said() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(12 * MIB);
    for (size, announced) in [(100, 99), (100, 101), (12 * MIB, 12 * MIB - 1), (11 * MIB, 12 * MIB)]
    {
        let stream = stream::iter(pieces(&bytes.slice(..size), MIB));
        let source = Source::stream(stream, Some(announced as u64));
        let error = client.uploads().upload(source, UploadOptions::default()).await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Source, "{size} {announced}: {error:?}");
    }
    for size in [100, 11 * MIB] {
        for known in [None, Some(size as u64 + 1)] {
            let mut pieces = pieces(&bytes.slice(..size), MIB);
            pieces.push(Err(std::io::Error::other("the cable was pulled")));
            let source = Source::stream(stream::iter(pieces), known);
            let upload = client.uploads().prepare(source, UploadOptions::default()).unwrap();
            // What has come is not all of it, the second time either.
            for _ in 0..2 {
                let error = upload.run().await.unwrap_err();
                assert_eq!(*error.kind(), ErrorKind::Source);
                assert!(error.message().contains("the cable was pulled"), "{error}");
            }
        }
    }
    let (feed, source) = Source::feed(None);
    drop(feed);
    let error = client.uploads().upload(source, UploadOptions::default()).await.unwrap_err();
    assert!(error.message().contains("before its end"), "{error}");
    let error = client
        .uploads()
        .upload(std::path::Path::new("https://example.test/a.png"), UploadOptions::default())
        .await
        .unwrap_err();
    assert!(error.message().contains("from_url"), "{error}");
    assert_eq!(count(&emulator, &keys, "/multipart/complete/"), 0);
    let list = client.files().list(uploadcare::ListFilesOptions::default()).unwrap();
    assert_eq!(list.count().await, 0);
}

#[tokio::test]
async fn a_file_that_changes_meanwhile_is_no_upload() {
    let (emulator, keys, client) = project(0).await;
    for size in [MIB, 12 * MIB] {
        for change in ["shorter", "longer", "changed"] {
            let bytes = content(size);
            let on_disk = file(&bytes);
            idle(&emulator, &keys).await;
            // The first attempt waits for an answer while the file changes; a part is read anew for the second.
            let route = if size < PARTS_FROM { "/base/" } else { PART_ROUTE };
            let fault = Fault { delay_ms: Some(100), ..failing(route, 500, 1) };
            emulator.clear_faults(&keys.public_key).unwrap();
            emulator.add_fault(&keys.public_key, fault).unwrap();
            let upload = client
                .uploads()
                .prepare(
                    on_disk.path(),
                    UploadOptions { concurrency: Some(1), ..Default::default() },
                )
                .unwrap();
            let path = on_disk.path().to_owned();
            let changing = async {
                until(&emulator, &keys, |stats| stats.in_flight > 0).await;
                let open = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
                match change {
                    "shorter" => open.set_len(size as u64 - 1).unwrap(),
                    "longer" => open.set_len(size as u64 + 1).unwrap(),
                    _ => open.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap(),
                }
            };
            let (outcome, ()) = tokio::join!(upload.run(), changing);
            let error = outcome.unwrap_err();
            if size < PARTS_FROM {
                // The body may have left before the file changed.
                let kinds = [ErrorKind::Source, ErrorKind::Server];
                assert!(kinds.contains(error.kind()), "{error:?}");
            } else {
                assert_eq!(*error.kind(), ErrorKind::Source, "{change}: {error:?}");
                assert!(error.message().contains(change), "{error}");
            }
        }
    }
    assert_eq!(count(&emulator, &keys, "/multipart/complete/"), 0);
}

fn count_under_way(emulator: &Emulator, keys: &ProjectKeys) -> u64 {
    emulator.stats(&keys.public_key).map_or(0, |stats| stats.in_flight)
}

/// Waits until nothing is on its way any more.
async fn idle(emulator: &Emulator, keys: &ProjectKeys) {
    until(emulator, keys, |stats| stats.in_flight == 0).await;
}

fn small_parts() -> UploadOptions {
    UploadOptions { filename: Some("a.bin".to_owned()), ..UploadOptions::default() }
}

#[tokio::test]
async fn a_part_that_fails_is_sent_again_and_no_other() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(6 * PART);
    emulator.add_fault(&keys.public_key, failing(PART_ROUTE, 500, 2)).unwrap();
    let file = client.uploads().upload(bytes.clone(), small_parts()).await.unwrap();
    assert_eq!(count(&emulator, &keys, PART_ROUTE), 6 + 2);
    assert!(same(&stored(&emulator, &file.uuid).await, &bytes));
}

#[tokio::test]
async fn the_steps_of_an_upload_in_parts_by_hand() {
    let (emulator, _, client) = project(0).await;
    let uploads = client.uploads();
    let bytes = content(2 * PART + 1);
    let options = UploadOptions { part_size: Some(PART as i64), ..small_parts() };
    let started = uploads.start_multipart(bytes.len() as i64, options).await.unwrap();
    for (part, url) in started.parts.iter().enumerate().rev() {
        let end = bytes.len().min((part + 1) * PART);
        uploads.upload_part(url, bytes.slice(part * PART..end)).await.unwrap();
    }
    let info = uploads.complete_multipart(&started.uuid).await.unwrap();
    assert!(same(&stored(&emulator, &info.uuid).await, &bytes));
    let error = uploads.upload_part(&started.parts[0], bytes).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::UploadLost, "{error:?}");
    let error = uploads.upload_part("a.bin", Bytes::new()).await.unwrap_err();
    assert_eq!(error.info().parameter.as_deref(), Some("url"));
}

#[tokio::test]
async fn nothing_is_completed_that_is_not_whole() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(40 * PART);
    let fault = Fault { skip: 3, ..failing(PART_ROUTE, 400, -1) };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let error = client.uploads().upload(bytes, small_parts()).await.unwrap_err();
    assert_eq!(error.status(), Some(400), "{error:?}");
    assert_eq!(count(&emulator, &keys, "/multipart/complete/"), 0);
    // Its siblings stopped with it.
    let sent = count(&emulator, &keys, PART_ROUTE);
    assert!(sent <= 3 + 4 + 4, "{sent} parts");
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(2 * PART);
    let route = Some("/multipart/complete/".to_owned());
    let fault = Fault { route: route.clone(), lose: true, ..Fault::default() };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let file = client.uploads().upload(bytes.clone(), small_parts()).await.unwrap();
    assert!(same(&stored(&emulator, &file.uuid).await, &bytes));
    assert_eq!(count(&emulator, &keys, "/multipart/complete/"), 2);
    assert_eq!(count(&emulator, &keys, "/info/"), 1);

    // What the service has is compared with what was sent.
    let body = json!({
        "uuid": file.uuid, "size": 5, "original_filename": "a.bin", "is_stored": true,
        "is_ready": true, "metadata": {},
    });
    let respond = FaultResponse { status: 200, headers: [].into(), body };
    let fault = Fault { route, respond: Some(respond), ..Fault::default() };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let error = client.uploads().upload(bytes, small_parts()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ContentMismatch, "{error:?}");
}

/// As the storage says that the URL of a part is too old.
fn expired(times: i64) -> Fault {
    let xml = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Request has \
               expired</Message></Error>";
    let respond = FaultResponse { status: 403, headers: [].into(), body: xml.into() };
    Fault { route: Some(PART_ROUTE.to_owned()), respond: Some(respond), times, ..Fault::default() }
}

#[tokio::test]
async fn an_upload_that_was_lost_begins_anew_or_fails() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(2 * PART);
    emulator.add_fault(&keys.public_key, expired(1)).unwrap();
    let file = client.uploads().upload(bytes.clone(), small_parts()).await.unwrap();
    assert!(same(&stored(&emulator, &file.uuid).await, &bytes));
    assert_eq!(count(&emulator, &keys, "/multipart/start/"), 2);

    idle(&emulator, &keys).await;
    emulator.add_fault(&keys.public_key, expired(1)).unwrap();
    let options = UploadOptions { on_lost: Some(OnLost::Fail), ..small_parts() };
    let error = client.uploads().upload(bytes.clone(), options).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::UploadLost, "{error:?}");
    assert_eq!(count(&emulator, &keys, "/multipart/start/"), 3);

    idle(&emulator, &keys).await;
    emulator.add_fault(&keys.public_key, expired(1)).unwrap();
    let source = Source::stream(stream::iter(pieces(&bytes, MIB)), Some(bytes.len() as u64));
    let error = client.uploads().upload(source, small_parts()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::UploadLost, "a stream cannot be read twice: {error:?}");
    emulator.clear_faults(&keys.public_key).unwrap();

    // For real: the emulator's clock goes on.
    configure(&emulator, &keys, json!({ "part_url_seconds": 60 })).await;
    let upload = half_an_upload(&emulator, &keys, &client, &bytes).await;
    emulator.set_clock_offset(61);
    let before = count(&emulator, &keys, "/multipart/start/");
    let file = upload.run().await.unwrap();
    assert_eq!(count(&emulator, &keys, "/multipart/start/"), before + 1);
    assert!(same(&stored(&emulator, &file.uuid).await, &bytes));
}

/// An upload of which one part has arrived.
async fn half_an_upload(
    emulator: &Emulator,
    keys: &ProjectKeys,
    client: &Client,
    source: &Bytes,
) -> uploadcare::Upload {
    let fault = Fault { skip: 1, ..failing(PART_ROUTE, 400, 1) };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let options = UploadOptions { concurrency: Some(1), ..small_parts() };
    let upload = client.uploads().prepare(source.clone(), options).unwrap();
    let error = upload.run().await.unwrap_err();
    assert_eq!(error.status(), Some(400), "{error:?}");
    emulator.clear_faults(&keys.public_key).unwrap();
    upload
}

#[tokio::test]
async fn a_saved_upload_goes_on_elsewhere() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(4 * PART + 7);
    let on_disk = file(&bytes);
    let text = half_an_upload(&emulator, &keys, &client, &bytes).await.save();
    let other = builder(&emulator, &keys).build().unwrap();
    let stream = || Source::stream(stream::iter(pieces(&bytes, MIB)), Some(bytes.len() as u64));
    let unknown = Source::stream(stream::iter(pieces(&bytes, MIB)), None);
    for source in [Source::from(bytes.clone()), Source::from(on_disk.path()), stream(), unknown] {
        let name = format!("{source:?}");
        let text = half_an_upload(&emulator, &keys, &client, &bytes).await.save();
        let before = count(&emulator, &keys, PART_ROUTE);
        let upload = other.uploads().resume(&text, source, UploadOptions::default()).unwrap();
        let file = upload.run().await.unwrap();
        assert_eq!(count(&emulator, &keys, PART_ROUTE) - before, 4, "{name}");
        assert!(same(&stored(&emulator, &file.uuid).await, &bytes), "{name}");
        assert_eq!(file.original_filename, "a.bin");
        // A finished one is not sent again.
        let again = other
            .uploads()
            .resume(&upload.save(), bytes.clone(), UploadOptions::default())
            .unwrap();
        assert_eq!(again.run().await.unwrap(), file);
        assert_eq!(count(&emulator, &keys, PART_ROUTE) - before, 4);
    }

    // Other content.
    let mut wrong = bytes.to_vec();
    wrong[3] ^= 1;
    let shorter = bytes.slice(1..);
    for source in [
        Source::from(wrong.clone()),
        Source::from(file(&wrong).path()),
        Source::stream(stream::iter(pieces(&wrong.into(), MIB)), Some(bytes.len() as u64)),
        Source::from(shorter),
        Source::from(content(100)),
    ] {
        let name = format!("{source:?}");
        let upload = other.uploads().resume(&text, source, UploadOptions::default()).unwrap();
        let error = upload.run().await.unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Source, "{name}: {error:?}");
    }
    let stranger = Client::builder().public_key("other").secret_key("x").build().unwrap();
    let error = stranger.uploads().resume(&text, bytes, UploadOptions::default()).unwrap_err();
    assert_eq!(error.info().parameter.as_deref(), Some("text"));
}

#[tokio::test]
async fn a_state_file_brings_an_upload_over_a_crash() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(4 * PART);
    let on_disk = file(&bytes);
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("a.upload");
    let options = || UploadOptions {
        state_file: Some(state.to_str().unwrap().to_owned()),
        concurrency: Some(1),
        ..small_parts()
    };
    let fault = Fault { skip: 2, ..failing(PART_ROUTE, 400, 1) };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    client.uploads().upload(on_disk.path(), options()).await.unwrap_err();
    assert!(state.exists());
    let file = client.uploads().upload(on_disk.path(), options()).await.unwrap();
    assert!(same(&stored(&emulator, &file.uuid).await, &bytes));
    assert_eq!(count(&emulator, &keys, PART_ROUTE), 3 + 2);
    assert!(!state.exists());
    // The next one is another upload.
    let other = client.uploads().upload(on_disk.path(), options()).await.unwrap();
    assert_ne!(other.uuid, file.uuid);

    std::fs::write(&state, "no state").unwrap();
    let error = client.uploads().upload(on_disk.path(), options()).await.unwrap_err();
    assert_eq!(error.info().parameter.as_deref(), Some("state_file"), "{error:?}");
}

#[tokio::test]
async fn paused_cancelled_and_taken_up_again() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(3 * PART);
    let slow = Fault {
        route: Some(PART_ROUTE.to_owned()),
        delay_ms: Some(HELD_MS),
        skip: 1,
        times: 2,
        ..Fault::default()
    };
    emulator.add_fault(&keys.public_key, slow).unwrap();
    let options = UploadOptions { concurrency: Some(3), ..small_parts() };
    let upload = client.uploads().prepare(bytes.clone(), options).unwrap();
    let one_is_there = |progress: &UploadProgress| progress.sent_parts == 1;
    while !one_is_there(&upload.next().await.unwrap().unwrap()) {}
    // Dropping a wait stops what is on its way; what has arrived stays.
    tokio::select! {
        outcome = upload.run() => panic!("{outcome:?}"),
        () = used_up(&emulator, &keys) => {}
    }
    idle(&emulator, &keys).await;
    upload.pause();
    let resumed = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(count_under_way(&emulator, &keys), 0);
        upload.resume();
    };
    let (file, ()) = tokio::join!(upload.run(), resumed);
    let file = file.unwrap();
    assert!(same(&stored(&emulator, &file.uuid).await, &bytes));
    assert_eq!(count(&emulator, &keys, PART_ROUTE), 1 + 2 + 2);
    assert!(upload.next().await.unwrap().is_none());
}

#[tokio::test]
async fn a_stream_that_was_left_goes_on_where_it_was() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(5 * PART);
    for known in [None, Some(bytes.len() as u64)] {
        let slow = Fault {
            route: Some(PART_ROUTE.to_owned()),
            delay_ms: Some(HELD_MS),
            skip: 1,
            times: 3,
            ..Fault::default()
        };
        emulator.add_fault(&keys.public_key, slow).unwrap();
        let source = Source::stream(stream::iter(pieces(&bytes, 700_000)), known);
        let upload = client.uploads().prepare(source, small_parts()).unwrap();
        tokio::select! {
            outcome = upload.run() => panic!("{outcome:?}"),
            () = used_up(&emulator, &keys) => {}
        }
        idle(&emulator, &keys).await;
        let file = upload.run().await.unwrap();
        assert!(same(&stored(&emulator, &file.uuid).await, &bytes), "{known:?}");
    }
}

#[tokio::test]
async fn progress_never_goes_back() {
    let (emulator, keys, client) = project(0).await;
    let fault = Fault { delay_ms: Some(150), ..failing(PART_ROUTE, 500, 3) };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let size = 6 * PART as i64;
    let upload = client.uploads().prepare(content(6 * PART), small_parts()).unwrap();
    let mut told = vec![upload.progress()];
    while let Some(progress) = upload.next().await.unwrap() {
        told.push(progress);
    }
    assert!(told.len() > 2, "{told:?}");
    for pair in told.windows(2) {
        assert!(pair[0].sent_bytes <= pair[1].sent_bytes, "{told:?}");
        assert!(pair[0].sent_parts <= pair[1].sent_parts, "{told:?}");
        assert!(pair[0].file.is_none());
    }
    let last = told.last().unwrap();
    assert_eq!((last.sent_bytes, last.total_bytes), (size, Some(size)));
    assert_eq!((last.sent_parts, last.total_parts), (6, Some(6)));
    assert!(last.file.is_some());
}

#[tokio::test]
async fn many_at_once() {
    let (emulator, keys, client) = project(0).await;
    let mut sources: Vec<_> = (0..20).map(|n| Source::from(content(1000 + n))).collect();
    sources.insert(3, Source::from(std::path::Path::new("/no/such/file")));
    // So that they meet, however slow the machine is at anything else.
    let slow = Fault { delay_ms: Some(100), times: -1, ..Fault::default() };
    emulator.add_fault(&keys.public_key, slow).unwrap();
    let options = UploadOptions { file_concurrency: Some(4), ..Default::default() };
    let result = client.uploads().upload_many(sources, options).await.unwrap();
    assert_eq!(result.files.iter().flatten().count(), 20);
    assert!(result.files[3].is_none() && result.not_tried.is_empty());
    let [failure] = result.failures.as_slice() else { panic!("{:?}", result.failures) };
    assert_eq!((failure.index, &failure.error.kind), (3, &ErrorKind::Source));
    assert_eq!(failure.source, "/no/such/file");
    emulator.clear_faults(&keys.public_key).unwrap();
    let most = most_at_once(&emulator, &keys);
    assert!((2..=4).contains(&most), "{most}");
    for (file, size) in result.files.iter().flatten().zip(1000..) {
        assert_eq!(file.size, size);
    }

    for files in [0, 65] {
        let options = UploadOptions { file_concurrency: Some(files), ..Default::default() };
        let nothing: [Source; 0] = [];
        let error = client.uploads().upload_many(nothing, options).await.unwrap_err();
        assert_eq!(error.info().parameter.as_deref(), Some("file_concurrency"));
    }

    // What all would run into stops them.
    configure(&emulator, &keys, json!({ "blocked": "AccountBlockedError" })).await;
    let sources = (0..50).map(|n| Source::from(content(n)));
    let options = UploadOptions { file_concurrency: Some(2), ..Default::default() };
    let result = client.uploads().upload_many(sources, options).await.unwrap();
    assert_eq!(result.failures.len() + result.not_tried.len(), 50);
    assert!(result.failures.len() <= 4, "{}", result.failures.len());
    assert_eq!(result.failures[0].error.code, Some(ErrorCode::AccountBlocked));
}

/// Gives tokens of two seconds, and counts.
struct Backend {
    uploads: uploadcare::Uploads,
    asked: Arc<AtomicUsize>,
}

impl UploadCredentialProvider for Backend {
    fn credential(&self) -> BoxFuture<'_, Result<UploadCredential>> {
        Box::pin(async move {
            self.asked.fetch_add(1, Ordering::Relaxed);
            let options = CreateUploadTokenOptions { lifetime: Some(2), ..Default::default() };
            UploadCredential::parse(&self.uploads.create_token(options)?.token)
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_are_fetched_when_they_are_needed_and_no_oftener() {
    let (emulator, keys, client) = project(0).await;
    // A token that a slow machine sends too late is taken all the same.
    let settings = json!({ "signed_uploads": true, "token_leeway_seconds": 600 });
    configure(&emulator, &keys, settings).await;
    let asked = Arc::<AtomicUsize>::default();
    let backend = Backend { uploads: client.uploads(), asked: asked.clone() };
    let mobile = Client::builder()
        .public_key(&keys.public_key)
        .upload_base(emulator.upload_base())
        .upload_credential_provider(backend)
        .build_upload_client()
        .unwrap();
    let begin = std::time::Instant::now();
    let uploads = (0..100).map(|n| {
        let uploads = mobile.uploads();
        async move {
            // Spread over several lives of a token.
            tokio::time::sleep(Duration::from_millis(30 * n)).await;
            uploads.upload(content(1000), UploadOptions::default()).await
        }
    });
    for outcome in futures::future::join_all(uploads).await {
        outcome.unwrap();
    }
    // A token of two seconds that was made late in a second has hardly more than one to live.
    let most = begin.elapsed().as_secs_f64() / 0.9 + 2.0;
    let asked = asked.load(Ordering::Relaxed);
    assert!(asked >= 2 && (asked as f64) <= most, "{asked} of at most {most}");

    let large = mobile.uploads().upload(content(2 * PART), small_parts()).await.unwrap();
    let group = mobile.uploads().create_group([&large]).await.unwrap();
    assert_eq!(group.files_count, 1);
}

#[tokio::test]
async fn credentials_of_every_kind() {
    let (emulator, keys, client) = project(0).await;
    configure(&emulator, &keys, json!({ "signed_uploads": true })).await;
    let everything = |client: uploadcare::Uploads| async move {
        let small = client.upload(content(10), UploadOptions::default()).await?;
        let large = client.upload(content(2 * PART), UploadOptions::default()).await?;
        client.create_group([&small, &large]).await.map(drop)
    };
    everything(client.uploads()).await.unwrap();
    let signing = builder(&emulator, &keys).upload_auth(UploadAuth::Signature).build().unwrap();
    everything(signing.uploads()).await.unwrap();
    let token = client.uploads().create_token(CreateUploadTokenOptions::default()).unwrap();
    let signature = client.uploads().create_signature(Default::default()).unwrap();
    let without =
        || Client::builder().public_key(&keys.public_key).upload_base(emulator.upload_base());
    for credential in [token.token.clone(), serde_json::to_string(&signature).unwrap()] {
        let client = without().upload_credential(credential).build_upload_client().unwrap();
        everything(client.uploads()).await.unwrap();
        let debug = format!("{client:?} {token:?} {signature:?}");
        assert!(!debug.contains(&token.token) && !debug.contains(&signature.signature));
    }
    let codes = |credential: Option<String>| {
        let mut builder = without();
        if let Some(credential) = credential {
            builder = builder.upload_credential(credential);
        }
        let uploads = builder.build_upload_client().unwrap().uploads();
        async move {
            let outcome = uploads.upload(content(10), UploadOptions::default()).await;
            outcome.err().and_then(|error| error.code().cloned())
        }
    };
    assert_eq!(codes(None).await, Some(ErrorCode::SignatureRequired));
    let made = |options| client.uploads().create_token(options).unwrap().token;
    let narrow = made(CreateUploadTokenOptions {
        scope: Some(vec!["/group/".to_owned()]),
        ..Default::default()
    });
    assert_eq!(codes(Some(narrow)).await, Some(ErrorCode::ScopeForbidden));
    let once = made(CreateUploadTokenOptions { operations: Some(1), ..Default::default() });
    let used = without().upload_credential(once.clone()).build_upload_client().unwrap();
    used.uploads().upload(content(10), UploadOptions::default()).await.unwrap();
    assert_eq!(codes(Some(once)).await, Some(ErrorCode::OperationsLimitExceeded));
    assert_eq!(codes(Some("no.good.token".to_owned())).await, Some(ErrorCode::AccessTokenInvalid));

    // One that is too old is not sent twice if there is no other.
    let short = made(CreateUploadTokenOptions { lifetime: Some(1), ..Default::default() });
    emulator.set_clock_offset(5);
    let before = emulator.requests(&keys.public_key).len();
    assert_eq!(codes(Some(short)).await, Some(ErrorCode::AccessTokenExpired));
    assert_eq!(emulator.requests(&keys.public_key).len(), before + 1);
    emulator.set_clock_offset(0);

    // No key, no REST calls; nothing of it is asked for.
    let error = client.upload_client().unwrap().uploads().create_token(Default::default());
    assert_eq!(*error.unwrap_err().kind(), ErrorKind::Configuration);
    struct Broken;
    impl UploadCredentialProvider for Broken {
        fn credential(&self) -> BoxFuture<'_, Result<UploadCredential>> {
            Box::pin(async { Err(Error::credential("the backend is asleep")) })
        }
    }
    let broken = without().upload_credential_provider(Broken).build_upload_client().unwrap();
    let before = emulator.requests(&keys.public_key).len();
    let error = broken.uploads().upload(content(10), UploadOptions::default()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Signer);
    assert!(error.message().contains("the backend is asleep"), "{error}");
    assert_eq!(emulator.requests(&keys.public_key).len(), before);
}

/// A server that gives a file, and what it is asked for.
async fn elsewhere(bytes: Bytes) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let bytes = bytes.clone();
            tokio::spawn(async move {
                use tokio::io::{AsyncReadExt, AsyncWriteExt};
                let mut request = [0; 4096];
                let size = socket.read(&mut request).await.unwrap_or(0);
                let is_there = request[..size].starts_with(b"GET /a.bin");
                let (status, body) =
                    if is_there { ("200 OK", bytes) } else { ("404 Not Found", Bytes::new()) };
                let head = format!(
                    "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                    body.len()
                );
                let _ = socket.write_all(head.as_bytes()).await;
                let _ = socket.write_all(&body).await;
            });
        }
    });
    origin
}

fn quickly() -> WaitOptions {
    WaitOptions { interval: Some(0.01), timeout: Some(60.0) }
}

#[tokio::test]
async fn from_a_url() {
    let (emulator, _, client) = project(0).await;
    let bytes = content(3 * MIB);
    let origin = elsewhere(bytes.clone()).await;
    let uploads = client.uploads();
    let url = format!("{origin}/a.bin");
    let options = FromUrlOptions { check_duplicates: Some(true), ..Default::default() };
    let fetched = |job: Job| async move { job.wait(quickly()).await };
    let job = uploads.from_url(&url, options.clone()).await.unwrap();
    let opened = client.jobs().open(&job.save()).unwrap();
    let status = fetched(opened).await.unwrap();
    assert_eq!(status.state, JobState::Finished);
    let uuid = status.uuid.unwrap();
    assert!(same(&stored(&emulator, &uuid).await, &bytes));
    let info = uploads.wait_until_ready(&uuid, quickly()).await.unwrap();
    assert_eq!((info.size, info.original_filename.as_str()), (3 * MIB as i64, "a.bin"));

    // The service has it already.
    let again = fetched(uploads.from_url(&url, options).await.unwrap()).await.unwrap();
    assert_eq!(again.uuid, Some(uuid));

    let job =
        uploads.from_url(&format!("{origin}/b.bin?key=planted"), Default::default()).await.unwrap();
    let error = fetched(job).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::JobFailed);
    assert_eq!(error.code(), Some(&ErrorCode::DownloadFileHttpClient));
    assert!(error.message().contains("/b.bin") && !error.message().contains("planted"), "{error}");
}

#[tokio::test]
async fn errors_in_every_form() {
    let (emulator, keys, client) = project(0).await;
    let bodies = [
        (400, json!("File is too large.")),
        (
            200,
            json!({"error": {"status_code": 400, "content": "File is too large.", "error_code": "FileSizeLimitExceededError"}}),
        ),
        (
            400,
            json!({"error": {"status_code": 400, "content": "File is too large.", "error_code": "FileSizeLimitExceededError"}}),
        ),
        (200, json!({"error": {"status_code": 400, "content": "File is too large."}})),
    ];
    for (status, body) in bodies {
        let respond = FaultResponse { status, headers: [].into(), body: body.clone() };
        let fault = Fault { respond: Some(respond), ..Fault::default() };
        emulator.add_fault(&keys.public_key, fault).unwrap();
        let error =
            client.uploads().upload(content(1), UploadOptions::default()).await.unwrap_err();
        assert_eq!(error.code(), Some(&ErrorCode::FileSizeLimitExceeded), "{body}");
        assert_eq!((error.status(), error.kind()), (Some(400), &ErrorKind::Rejected));
        assert_eq!(error.message(), "File is too large.");
    }
    // All that there are, as the emulator says them.
    for code in ErrorCode::KNOWN {
        // Twice, for what has expired is renewed once.
        let fault = Fault { upload_error: Some((*code).to_owned()), times: 2, ..Fault::default() };
        emulator.clear_faults(&keys.public_key).unwrap();
        emulator.add_fault(&keys.public_key, fault).unwrap();
        let client = client
            .with_options(uploadcare::ClientOptions { max_retries: Some(0), ..Default::default() })
            .unwrap();
        let error =
            client.uploads().upload(content(1), UploadOptions::default()).await.unwrap_err();
        assert_eq!(error.code().map(ToString::to_string).as_deref(), Some(*code));
    }
}
