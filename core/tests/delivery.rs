//! Downloads, signed URLs and facts of the CDN, as a Rust caller sees them, beyond the shared cases.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::{builder, content, most_at_once, project, until};
use serde_json::json;
use std::{fs, path::Path, time::Duration};
use uploadcare::{
    Client, Download, DownloadOptions, ErrorKind, SaveOptions, Source, UploadOptions,
};
use uploadcare_emulator::{Emulator, Fault, FaultResponse, ProjectKeys};

const MIB: usize = 1 << 20;
const ORIGINAL: &str = "/{uuid}/";

async fn uploaded(client: &Client, bytes: &Bytes) -> String {
    let options = UploadOptions { filename: Some("a.bin".to_owned()), ..Default::default() };
    client.uploads().upload(Source::from(bytes.clone()), options).await.unwrap().uuid
}

/// How often the original was asked for.
fn asked(emulator: &Emulator, keys: &ProjectKeys) -> usize {
    let requests = emulator.requests(&keys.public_key);
    requests.iter().filter(|record| record.route.as_deref() == Some(ORIGINAL)).count()
}

fn fault(emulator: &Emulator, keys: &ProjectKeys, fault: Fault) {
    let fault = Fault { route: Some(ORIGINAL.to_owned()), ..fault };
    emulator.add_fault(&keys.public_key, fault).unwrap();
}

fn answer(headers: &[(&str, &str)]) -> FaultResponse {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    FaultResponse { status: 200, headers: headers.collect(), body: json!("instead") }
}

fn parts() -> SaveOptions {
    SaveOptions { part_size: Some(MIB as i64), ..Default::default() }
}

fn save(client: &Client, uuid: &str, path: &Path, options: SaveOptions) -> Download {
    client.delivery().save(uuid, path, options).unwrap()
}

/// What is in a folder, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn every_byte_arrives() {
    let (emulator, keys, client) = project(0).await;
    for size in [0, 1, MIB - 1, MIB, MIB + 1, 9 * MIB + 7, 20 * MIB] {
        let bytes = content(size);
        let uuid = uploaded(&client, &bytes).await;
        let folder = tempfile::tempdir().unwrap();
        let before = asked(&emulator, &keys);
        let saved = save(&client, &uuid, folder.path(), parts()).run().await.unwrap();
        let requests = asked(&emulator, &keys) - before;
        assert_eq!(saved.size, size as i64);
        assert_eq!(Path::new(&saved.path), folder.path().join("a.bin"));
        assert!(fs::read(&saved.path).unwrap() == bytes, "{size} bytes on the disk are others");
        assert_eq!(names(folder.path()), ["a.bin"]);
        // Of nothing there is no first byte: it is asked for twice.
        assert_eq!(requests, if size == 0 { 2 } else { size.div_ceil(MIB) }, "{size}");
        let whole = client.delivery().download(&uuid, DownloadOptions::default()).await.unwrap();
        assert!(whole == bytes, "{size} bytes in memory are others");
        let stream =
            client.delivery().download_stream(&uuid, DownloadOptions::default()).await.unwrap();
        assert_eq!(stream.info().size, Some(size as i64));
        assert_eq!(stream.info().filename.as_deref(), Some("a.bin"));
        let mut streamed = Vec::new();
        while let Some(piece) = stream.next().await.unwrap() {
            streamed.extend_from_slice(&piece);
        }
        assert!(streamed == bytes, "{size} bytes of a stream are others");
        assert!(stream.next().await.unwrap().is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_come_is_not_asked_for_again() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(8 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("mine.bin");
    let options = SaveOptions { max_concurrency: Some(1), ..parts() };
    let fails = FaultResponse { status: 403, headers: [].into(), body: json!("no") };
    fault(&emulator, &keys, Fault { skip: 5, times: 1, respond: Some(fails), ..Fault::default() });
    let download = save(&client, &uuid, &target, options.clone());
    let error = download.run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Forbidden, "{error}");
    assert_eq!(names(folder.path()), ["mine.bin.uploadcare-part", "mine.bin.uploadcare-state"]);
    let before = asked(&emulator, &keys);
    // Another download, as after a crash. Half a line at the end of the state is what that may leave.
    let state = folder.path().join("mine.bin.uploadcare-state");
    let text = fs::read_to_string(&state).unwrap();
    fs::write(&state, text + "7").unwrap();
    let again = save(&client, &uuid, &target, options);
    let saved = again.run().await.unwrap();
    assert!(fs::read(saved.path).unwrap() == bytes, "the bytes are others");
    assert_eq!(asked(&emulator, &keys) - before, 3);
    assert_eq!(names(folder.path()), ["mine.bin"]);
    assert!(again.next().await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_breaks_is_taken_up_where_it_was() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(3 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let cut = |times| Fault { truncate: Some(700_000), times, ..Fault::default() };
    fault(&emulator, &keys, cut(2));
    let whole = client.delivery().download(&uuid, DownloadOptions::default()).await.unwrap();
    assert!(whole == bytes, "the bytes are others");
    let ranges = emulator.requests(&keys.public_key);
    assert_eq!(asked(&emulator, &keys), 3, "{ranges:?}");
    // A server that breaks for ever is left alone after a while.
    fault(&emulator, &keys, Fault { truncate: Some(0), times: -1, ..Fault::default() });
    let client = builder(&emulator, &keys).max_retries(1).build().unwrap();
    let before = asked(&emulator, &keys);
    let error = client.delivery().download(&uuid, DownloadOptions::default()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Network, "{error}");
    assert_eq!(asked(&emulator, &keys) - before, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changes_is_noticed() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(3 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    // The second part is of something else, in which stretches are not to be had.
    let other = answer(&[("ETag", "\"other\"")]);
    let changed = |skip| Fault { skip, times: 1, respond: Some(other.clone()), ..Fault::default() };
    fault(&emulator, &keys, changed(1));
    let options = SaveOptions { max_concurrency: Some(1), ..parts() };
    let download = save(&client, &uuid, folder.path(), options);
    let error = download.run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ContentMismatch, "{error}");
    assert!(!folder.path().join("a.bin").exists());
    // In the middle of a stream, likewise.
    emulator.clear_faults(&keys.public_key).unwrap();
    fault(&emulator, &keys, Fault { truncate: Some(MIB as u64), times: 1, ..Fault::default() });
    fault(&emulator, &keys, changed(0));
    let error = client.delivery().download(&uuid, DownloadOptions::default()).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ContentMismatch, "{error}");
    // Another content from the start is what is there now.
    emulator.clear_faults(&keys.public_key).unwrap();
    fault(&emulator, &keys, changed(0));
    let saved = save(&client, &uuid, &folder.path().join("now"), parts()).run().await.unwrap();
    assert_eq!(fs::read_to_string(saved.path).unwrap(), "instead");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stretch_of_nobody_knows_what_is_not_the_whole() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(3 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    for range in ["bytes 0-6/*", "bytes 0-6/3145728"] {
        let headers = [("Content-Range", range), ("ETag", "W/\"weak\"")];
        let part = FaultResponse { status: 206, ..answer(&headers) };
        fault(&emulator, &keys, Fault { times: 1, respond: Some(part), ..Fault::default() });
        let folder = tempfile::tempdir().unwrap();
        let saved = save(&client, &uuid, folder.path(), parts()).run().await.unwrap();
        assert!(fs::read(saved.path).unwrap() == bytes, "{range}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_of_another_content_is_given_up() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(8 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    let options = SaveOptions { max_concurrency: Some(1), ..parts() };
    let fails = FaultResponse { status: 403, headers: [].into(), body: json!("no") };
    fault(&emulator, &keys, Fault { skip: 5, times: 1, respond: Some(fails), ..Fault::default() });
    save(&client, &uuid, folder.path(), options.clone()).run().await.unwrap_err();
    // It gives a stretch of something else, whatever it was asked to compare.
    let headers = [("ETag", "\"other\""), ("Content-Range", "bytes 5242880-6291455/8388608")];
    let other = FaultResponse { status: 206, ..answer(&headers) };
    let named = SaveOptions { filename: Some("a.bin".to_owned()), ..options };
    fault(&emulator, &keys, Fault { times: 1, respond: Some(other), ..Fault::default() });
    let error = save(&client, &uuid, folder.path(), named.clone()).run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ContentMismatch, "{error}");
    assert!(!names(folder.path()).contains(&"a.bin.uploadcare-state".to_owned()));
    let saved = save(&client, &uuid, folder.path(), named).run().await.unwrap();
    assert!(fs::read(saved.path).unwrap() == bytes, "the bytes are others");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_without_its_bytes_is_not_believed() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(4 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    let options = SaveOptions { max_concurrency: Some(1), ..parts() };
    let fails = FaultResponse { status: 403, headers: [].into(), body: json!("no") };
    fault(&emulator, &keys, Fault { skip: 2, times: 1, respond: Some(fails), ..Fault::default() });
    save(&client, &uuid, folder.path(), options.clone()).run().await.unwrap_err();
    fs::write(folder.path().join("a.bin.uploadcare-part"), "").unwrap();
    let saved = save(&client, &uuid, folder.path(), options).run().await.unwrap();
    assert!(fs::read(saved.path).unwrap() == bytes, "the bytes are others");
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_of_two_contents_make_no_file() {
    let (emulator, keys, client) = project(0).await;
    let uuid = uploaded(&client, &content(2 * MIB)).await;
    let folder = tempfile::tempdir().unwrap();
    // Of the same size, and all of its bytes come.
    let headers = [("ETag", "\"other\""), ("Content-Range", "bytes 1048576-2097151/2097152")];
    let other = FaultResponse { status: 206, body: json!("x".repeat(MIB)), ..answer(&headers) };
    fault(&emulator, &keys, Fault { skip: 1, times: 1, respond: Some(other), ..Fault::default() });
    let options = SaveOptions { max_concurrency: Some(1), ..parts() };
    let error = save(&client, &uuid, folder.path(), options).run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ContentMismatch, "{error}");
    assert!(!folder.path().join("a.bin").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn kept_parts_of_another_size_go_on() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(9 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    let fails = FaultResponse { status: 403, headers: [].into(), body: json!("no") };
    // The first part is the one that is missing.
    fault(&emulator, &keys, Fault { truncate: Some(10), times: 1, ..Fault::default() });
    fault(&emulator, &keys, Fault { skip: 2, times: -1, respond: Some(fails), ..Fault::default() });
    let large = SaveOptions { part_size: Some(4 * MIB as i64), ..Default::default() };
    let client_once = builder(&emulator, &keys).max_retries(0).build().unwrap();
    save(&client_once, &uuid, folder.path(), large).run().await.unwrap_err();
    emulator.clear_faults(&keys.public_key).unwrap();
    let saved = save(&client, &uuid, folder.path(), parts()).run().await.unwrap();
    assert!(fs::read(saved.path).unwrap() == bytes, "the bytes are others");
    assert_eq!(names(folder.path()), ["a.bin"]);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_second_name_of_a_finished_file_is_not_written_through() {
    let (_emulator, _keys, client) = project(0).await;
    let first = uploaded(&client, &content(100)).await;
    let second = uploaded(&client, &content(200)).await;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("x");
    save(&client, &first, &target, SaveOptions::default()).run().await.unwrap();
    // As a process leaves it that is killed between two steps.
    fs::hard_link(&target, folder.path().join("x.uploadcare-part")).unwrap();
    let kept = folder.path().join("kept");
    fs::hard_link(&target, &kept).unwrap();
    let replace = SaveOptions { overwrite: Some(true), ..Default::default() };
    save(&client, &second, &target, replace).run().await.unwrap();
    assert!(fs::read(&target).unwrap() == content(200));
    assert!(fs::read(&kept).unwrap() == content(100), "written through another name");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_written_elsewhere_and_nothing_is_lost() {
    let (emulator, keys, client) = project(0).await;
    let uuid = uploaded(&client, &content(100)).await;
    let outside = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let save_here = |options| save(&client, &uuid, folder.path(), options);
    // The service tells a name that leads out of the folder.
    for (name, saved_as) in [
        ("../../evil.txt", "evil.txt"),
        ("/etc/evil", "evil"),
        ("..\\\\evil.exe", "evil.exe"),
        ("..", uuid.as_str()),
    ] {
        let value = format!("attachment; filename=\"{name}\"");
        let other = answer(&[("Content-Disposition", &value)]);
        fault(&emulator, &keys, Fault { times: 1, respond: Some(other), ..Fault::default() });
        let saved = save_here(SaveOptions::default()).run().await.unwrap();
        assert_eq!(Path::new(&saved.path), folder.path().join(saved_as), "{name}");
    }
    // What is there stays, unless it is to be replaced.
    let target = folder.path().join("a.bin");
    fs::write(&target, "mine").unwrap();
    let error = save_here(SaveOptions::default()).run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Destination);
    assert_eq!(fs::read_to_string(&target).unwrap(), "mine");
    let replace = SaveOptions { overwrite: Some(true), ..Default::default() };
    save_here(replace.clone()).run().await.unwrap();
    assert_eq!(fs::read(&target).unwrap(), content(100));
    #[cfg(unix)]
    {
        // Links that somebody has put there are not followed.
        use std::os::unix::fs::symlink;
        let victim = outside.path().join("victim");
        fs::write(&victim, "untouched").unwrap();
        for planted in ["x.uploadcare-part", "x.uploadcare-state"] {
            let planted = folder.path().join(planted);
            symlink(&victim, &planted).unwrap();
            let named = SaveOptions { filename: Some("x".to_owned()), ..replace.clone() };
            let error = save_here(named).run().await.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Destination, "{error}");
            fs::remove_file(planted).unwrap();
        }
        fs::remove_file(&target).unwrap();
        symlink(&victim, &target).unwrap();
        save_here(replace).run().await.unwrap();
        assert!(!fs::symlink_metadata(&target).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "untouched");
    }
    let missing = folder.path().join("no/such/folder/file");
    let error = save(&client, &uuid, &missing, SaveOptions::default()).run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Destination);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_download_at_a_time_and_none_after_it_is_given_up() {
    let (emulator, keys, client) = project(0).await;
    let bytes = content(4 * MIB);
    let uuid = uploaded(&client, &bytes).await;
    let folder = tempfile::tempdir().unwrap();
    let slow = Fault { bytes_per_second: Some(20_000), times: -1, ..Fault::default() };
    fault(&emulator, &keys, slow);
    let first = save(&client, &uuid, folder.path(), parts());
    let mut received = 0;
    for _ in 0..3 {
        let progress = first.next().await.unwrap().unwrap();
        assert!(progress.received_bytes >= received && progress.file.is_none());
        received = progress.received_bytes;
    }
    let error = save(&client, &uuid, folder.path(), parts()).run().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Destination, "{error}");
    drop(first);
    emulator.clear_faults(&keys.public_key).unwrap();
    // The connections of the first are seen to be closed.
    until(&emulator, &keys, |stats| stats.in_flight == 0).await;
    let stats = emulator.stats(&keys.public_key).unwrap();
    assert!(stats.cancelled >= 1, "{stats:?}");
    let saved = save(&client, &uuid, folder.path(), parts()).run().await.unwrap();
    assert!(fs::read(saved.path).unwrap() == bytes, "the bytes are others");
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_go_nowhere_else() {
    let secret = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211";
    let (emulator, keys, _) = project(0).await;
    let options = uploadcare::ClientOptions {
        delivery_secrets: Some(vec![secret.to_owned()]),
        ..Default::default()
    };
    let client = builder(&emulator, &keys).build().unwrap().with_options(options).unwrap();
    let uuid = uploaded(&client, &content(10)).await;
    let shown = format!("{client:?} {:?}", client.delivery());
    assert!(!shown.contains(secret));
    let missing = "21975c81-7f57-4c7a-aef9-acfe28779f78";
    let error = client.delivery().download(missing, DownloadOptions::default()).await.unwrap_err();
    let shown = format!("{error} {error:?} {:?}", error.info());
    assert!(!shown.contains("token=") && !shown.contains("hmac"), "{shown}");
    let settings = json!({ "delivery_secrets": [secret] }).to_string();
    let control = format!("{}projects/{}", emulator.control_base(), keys.public_key);
    let request = reqwest::Client::new().patch(control).header("content-type", "application/json");
    assert!(request.body(settings).send().await.unwrap().status().is_success());
    // Names with signs that mean something in a token or a query.
    for name in ["R&D!.txt", "a+b.txt", "a*", "na\u{ef}ve, ~1 [x].txt"] {
        let named = uploadcare::DeliveryUrlOptions {
            filename: Some(name.to_owned()),
            ..Default::default()
        };
        let url = client.delivery().url(&uuid, named).unwrap();
        let bytes = client.delivery().download(&url, DownloadOptions::default()).await;
        assert_eq!(bytes.unwrap(), content(10), "{name}");
        let signed = client.delivery().signed_url(&url, Default::default()).unwrap();
        client.delivery().verify_signed_url(&signed, Default::default()).unwrap();
    }
    let explained = client
        .explain(Default::default(), |client| {
            let uuid = uuid.clone();
            async move { client.delivery().info(uuid, Default::default()).await }
        })
        .await
        .unwrap();
    assert!(!format!("{explained:?}").contains("hmac") && explained.curl.contains("hmac"));
    let url = client.delivery().url(&uuid, Default::default()).unwrap();
    let signed = client.delivery().signed_url(&url, Default::default()).unwrap();
    let parsed = client.delivery().parse_url(&signed).unwrap();
    assert!(!format!("{parsed:?}").contains("hmac"));
    assert!(parsed.query.unwrap().contains("hmac"));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_number_of_questions_at_once_is_so_many_requests() {
    let (emulator, keys, _) = project(0).await;
    // The last ones wait for all others.
    let client = builder(&emulator, &keys).timeout(Duration::from_secs(600)).build().unwrap();
    let uuid = uploaded(&client, &content(1000)).await;
    emulator
        .add_fault(&keys.public_key, Fault { delay_ms: Some(20), times: -1, ..Fault::default() })
        .unwrap();
    let calls = (0..1500)
        .map(|_| async { client.delivery().info(uuid.as_str(), Default::default()).await });
    for answer in futures::future::join_all(calls).await {
        assert_eq!(answer.unwrap().width, None);
    }
    let most = most_at_once(&emulator, &keys);
    assert!((2..=256).contains(&most), "{most}");
}
