//! What a Rust caller sees beyond the shared cases.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::{HELD_MS, PATIENCE, builder, project, until, used_up};
use futures::{StreamExt, TryStreamExt};
use std::time::Duration;
use uploadcare::{
    Client, ClientBuilder, ClientOptions, ErrorKind, GetFileOptions, ListFilesOptions,
    UploadOptions,
};
use uploadcare_emulator::{Fault, FaultResponse};

fn failing(status: u16, skip: u64) -> Fault {
    Fault {
        route: Some("/files/".to_owned()),
        skip,
        respond: Some(FaultResponse { status, headers: [].into(), body: "no".into() }),
        ..Fault::default()
    }
}

fn pages_of(limit: i64) -> ListFilesOptions {
    ListFilesOptions { limit: Some(limit), ..ListFilesOptions::default() }
}

#[tokio::test]
async fn a_stream_owns_its_client_and_ends_after_an_error() {
    let (emulator, keys, client) = project(25).await;
    emulator.add_fault(&keys.public_key, failing(400, 1)).unwrap();
    let list = client.files().list(pages_of(10)).unwrap();
    drop(client);
    let items: Vec<_> = tokio::spawn(list.collect::<Vec<_>>()).await.unwrap();
    assert_eq!(items.len(), 11);
    assert!(items[..10].iter().all(Result::is_ok));
    assert_eq!(*items[10].as_ref().unwrap_err().kind(), ErrorKind::Rejected);
}

#[tokio::test]
async fn a_page_that_failed_can_be_asked_for_again() {
    let (emulator, keys, client) = project(25).await;
    emulator.add_fault(&keys.public_key, failing(400, 1)).unwrap();
    let mut pages = client.files().list(pages_of(10)).unwrap().pages();
    assert_eq!(pages.next_page().await.unwrap().unwrap().results.len(), 10);
    assert_eq!(*pages.next_page().await.unwrap_err().kind(), ErrorKind::Rejected);
    let page = pages.next_page().await.unwrap().unwrap();
    assert_eq!(page.results[0].original_filename, "file-11.txt");
    let sizes: Vec<_> =
        pages.into_stream().map_ok(|page| page.results.len()).try_collect().await.unwrap();
    assert_eq!(sizes, [5]);
}

#[tokio::test]
async fn the_next_page_is_fetched_while_one_is_used() {
    let (emulator, keys, client) = project(40).await;
    let sent = || emulator.requests(&keys.public_key).len();
    let mut pages = client.files().list(pages_of(10)).unwrap().pages();
    pages.next_page().await.unwrap();
    assert_eq!(sent(), 1, "a caller may want one page only");
    pages.next_page().await.unwrap();
    tokio::time::timeout(PATIENCE, async {
        while sent() < 3 {
            tokio::task::yield_now().await;
        }
    })
    .await
    .expect("the third page was not fetched ahead");
    assert_eq!(
        pages.next_page().await.unwrap().unwrap().results[0].original_filename,
        "file-21.txt"
    );
    assert_eq!(pages.next_page().await.unwrap().unwrap().results.len(), 10);
    assert!(pages.next_page().await.unwrap().is_none());
    assert_eq!(sent(), 4, "no page is fetched twice");
}

#[tokio::test]
async fn retry_after_is_waited_for_and_the_signature_made_anew() {
    let (emulator, keys, client) = project(1).await;
    let throttled = Fault {
        respond: Some(FaultResponse {
            status: 429,
            headers: [("Retry-After".to_owned(), "1".to_owned())].into(),
            body: "slow down".into(),
        }),
        ..failing(429, 0)
    };
    emulator.add_fault(&keys.public_key, throttled).unwrap();
    let begin = std::time::Instant::now();
    let files: Vec<_> =
        client.files().list(ListFilesOptions::default()).unwrap().try_collect().await.unwrap();
    assert_eq!(files.len(), 1);
    assert!(begin.elapsed() >= Duration::from_secs(1));
    let requests = emulator.requests(&keys.public_key);
    assert_eq!(requests.len(), 2);
    assert_ne!(requests[0].date, requests[1].date, "each attempt has a date of its own");
}

#[tokio::test]
async fn a_wait_that_outlives_the_deadline_is_not_begun() {
    let (emulator, keys, _) = project(1).await;
    let client = builder(&emulator, &keys).timeout(Duration::from_secs(40)).build().unwrap();
    let fault = Fault {
        respond: Some(FaultResponse {
            status: 429,
            headers: [("Retry-After".to_owned(), "55".to_owned())].into(),
            body: "slow down".into(),
        }),
        ..failing(429, 0)
    };
    emulator.add_fault(&keys.public_key, fault).unwrap();
    let begin = std::time::Instant::now();
    let error = client
        .files()
        .list(ListFilesOptions::default())
        .unwrap()
        .next()
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Throttled);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(55)));
    assert!(begin.elapsed() < Duration::from_secs(30));
}

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let (emulator, keys, client) = project(1).await;
    let slow =
        Fault { route: Some("/files/".to_owned()), delay_ms: Some(HELD_MS), ..Fault::default() };
    emulator.add_fault(&keys.public_key, slow).unwrap();
    let call = tokio::spawn(async move {
        client.files().list(ListFilesOptions::default()).unwrap().next().await
    });
    until(&emulator, &keys, |stats| stats.in_flight == 1).await;
    call.abort();
    until(&emulator, &keys, |stats| stats.cancelled == 1).await;
}

#[tokio::test]
async fn secrets_show_nowhere() {
    let secret = "5ec2e7planted0secret";
    let client = Client::builder()
        .public_key("demopublickey")
        .secret_key(secret)
        .options(ClientOptions {
            proxy: Some("http://user:pa55word@127.0.0.1:1/".to_owned()),
            api_base: Some("http://service.test/".to_owned()),
            max_retries: Some(0),
            ..ClientOptions::default()
        })
        .build()
        .unwrap();
    let error = client
        .files()
        .get("21975c81-7f57-4c7a-aef9-acfe28779f78", GetFileOptions::default())
        .await
        .unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Network);
    let options = ClientOptions {
        proxy: Some("http://u:pa55word@p/".to_owned()),
        ..ClientOptions::default()
    };
    let mut shown = format!("{client:?} {error:?} {error} {:?} {options:?}", error.info());
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(next) = cause {
        shown.push_str(&format!("{next} {next:?}"));
        cause = next.source();
    }
    for planted in [secret, "pa55word", "Uploadcare demopublickey:"] {
        assert!(!shown.contains(planted), "{planted} in {shown}");
    }
}

#[tokio::test]
async fn settings_that_cannot_be() {
    let wrong = |builder: ClientBuilder| {
        let error = builder.public_key("key").secret_key("secret").build().unwrap_err();
        (error.kind().clone(), error.info().parameter.clone().unwrap())
    };
    let configuration = |name: &str| (ErrorKind::Configuration, name.to_owned());
    assert_eq!(
        wrong(Client::builder().root_certificate("nonsense")),
        configuration("root_certificate")
    );
    assert_eq!(wrong(Client::builder().proxy("::")), configuration("proxy"));
    assert_eq!(wrong(Client::builder().cdn_base("ftp://x/")), configuration("cdn_base"));
    assert_eq!(
        wrong(Client::builder().upload_base("https://u:p@x/")),
        configuration("upload_base")
    );
    assert_eq!(wrong(Client::builder().user_agent("two\nlines")), configuration("user_agent"));
    assert_eq!(wrong(Client::builder().max_retries(11)), configuration("max_retries"));
    let error = Client::new("has space", "secret").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Configuration);
}

#[tokio::test]
async fn a_base_with_a_path_is_signed_as_it_is_sent() {
    let (emulator, keys, _) = project(1).await;
    // No such route there: the answer is a 404 page, and not the 401 of a bad signature.
    let client = builder(&emulator, &keys)
        .api_base(format!("{}gateway", emulator.api_base()))
        .build()
        .unwrap();
    let error = client
        .files()
        .get("21975c81-7f57-4c7a-aef9-acfe28779f78", GetFileOptions::default())
        .await
        .unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert_eq!(error.path(), Some("/gateway/files/21975c81-7f57-4c7a-aef9-acfe28779f78/"));
}

#[tokio::test]
async fn the_user_agent_names_library_project_language_and_application() {
    let (emulator, keys, _) = project(0).await;
    let client = builder(&emulator, &keys).user_agent("MyApp/1.0").build().unwrap();
    client.uploads().upload(b"x".to_vec(), UploadOptions::default()).await.unwrap();
    let agent = emulator.requests(&keys.public_key)[0].user_agent.clone().unwrap_or_default();
    let start = format!("UploadcareSDK/{}/{} (Rust/", uploadcare::VERSION, keys.public_key);
    assert!(agent.starts_with(&start) && agent.ends_with("; MyApp/1.0)"), "{agent}");
}

#[tokio::test]
async fn pages_of_a_backward_list_come_last_first() {
    let (_emulator, _, client) = project(25).await;
    let mut pages = client.files().list(pages_of(10)).unwrap().pages();
    while pages.next_page().await.unwrap().is_some() {}
    let options =
        ListFilesOptions { cursor: Some(pages.cursor(None)), ..ListFilesOptions::default() };
    let names: Vec<_> = client
        .files()
        .list(options)
        .unwrap()
        .backward()
        .pages()
        .into_stream()
        .map_ok(|page| page.results[0].original_filename.clone())
        .try_collect()
        .await
        .unwrap();
    assert_eq!(names, ["file-21.txt", "file-11.txt", "file-1.txt"]);
}

#[tokio::test]
async fn a_list_whose_fetch_was_given_up_goes_on_where_it_stood() {
    let (emulator, keys, client) = project(25).await;
    let mut list = client.files().list(pages_of(10)).unwrap();
    let first: Vec<_> = list.by_ref().take(10).try_collect().await.unwrap();
    let slow =
        Fault { route: Some("/files/".to_owned()), delay_ms: Some(HELD_MS), ..Fault::default() };
    emulator.add_fault(&keys.public_key, slow).unwrap();
    tokio::select! {
        _ = list.next() => panic!("the answer cannot be there yet"),
        () = used_up(&emulator, &keys) => {}
    }
    let cursor = list.cursor();
    let rest: Vec<_> =
        list.pages().into_stream().map_ok(|page| page.results).try_concat().await.unwrap();
    let names = |files: Vec<uploadcare::FileInfo>| -> Vec<String> {
        files.into_iter().map(|file| file.original_filename).collect()
    };
    assert_eq!((first.len(), rest.len()), (10, 15));
    assert_eq!(rest[0].original_filename, "file-11.txt");
    let options = ListFilesOptions { cursor: Some(cursor), ..ListFilesOptions::default() };
    let resumed: Vec<_> = client.files().list(options).unwrap().try_collect().await.unwrap();
    assert_eq!(names(resumed), names(rest));
}

#[tokio::test]
async fn empty_pages_without_end_are_an_error() {
    let (emulator, keys, client) = project(0).await;
    for (at, to) in [("a", "b"), ("b", "a")] {
        let body = serde_json::json!({
            "next": format!("{}files/?from={to}", emulator.api_base()), "previous": null,
            "total": 0, "per_page": 1, "results": []
        });
        let fault = Fault {
            times: -1,
            skip: u64::from(at == "b"),
            respond: Some(FaultResponse { status: 200, headers: [].into(), body }),
            ..failing(200, 0)
        };
        emulator.add_fault(&keys.public_key, fault).unwrap();
    }
    let files: Vec<_> = client.files().list(pages_of(1)).unwrap().collect().await;
    assert_eq!(files.len(), 1);
    assert_eq!(*files[0].as_ref().unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn the_largest_file_in_one_request_and_one_byte_more() {
    let (emulator, keys, client) = project(0).await;
    let path = tempfile::NamedTempFile::new().unwrap();
    // Sparse: nothing of it is on disk or in memory.
    let size = uploadcare::DIRECT_LIMIT;
    let whole = || UploadOptions { multipart_threshold: Some(104_857_601), ..Default::default() };
    for (size, requests) in [(size, 1), (size + 1, 1 + 21 + 1)] {
        path.as_file().set_len(size).unwrap();
        let before = emulator.requests(&keys.public_key).len();
        let file = client.uploads().upload(path.path(), whole()).await.unwrap();
        assert_eq!(file.size as u64, size);
        assert_eq!(emulator.requests(&keys.public_key).len() - before, requests);
    }
}
