//! Pagination as a property: wherever a list is left, and however its files lie in time, what
//! was taken before and what comes after is the whole, with nothing twice.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use futures::{StreamExt, TryStreamExt};
use proptest::prelude::*;
use uploadcare::{Client, FileInfo, FileOrdering, ListFilesOptions, SearchOptions, SearchSort};
use uploadcare_emulator::{Emulator, Seed};

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

fn uuids(files: Vec<FileInfo>) -> Vec<String> {
    files.into_iter().map(|file| file.uuid).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_gap_and_no_repeat(
        count in 0usize..60, tie in 1usize..70, limit in 1i64..25, taken in 0usize..70,
        newest_first: bool, prefetch: bool,
    ) {
        runtime().block_on(async {
            let emulator = Emulator::start().await.unwrap();
            let keys = emulator.create_project();
            let seed = Seed { count: count.try_into().unwrap(), tie: tie.try_into().unwrap(), ..Seed::default() };
            emulator.seed(&keys.public_key, seed).unwrap();
            let client = Client::builder()
                .public_key(&keys.public_key).secret_key(&keys.secret_key)
                .api_base(emulator.api_base()).build().unwrap();
            let options = ListFilesOptions {
                limit: Some(limit), prefetch: Some(prefetch),
                ordering: newest_first.then_some(FileOrdering::DatetimeUploadedDescending),
                ..ListFilesOptions::default()
            };
            let resumed = |cursor: &str| {
                let options = ListFilesOptions { cursor: Some(cursor.to_owned()), ..ListFilesOptions::default() };
                client.files().list(options).unwrap()
            };

            let whole: Vec<_> = client.files().list(options.clone()).unwrap().try_collect().await.unwrap();
            let whole = uuids(whole);
            prop_assert_eq!(whole.len(), count);

            let mut list = client.files().list(options.clone()).unwrap();
            let before: Vec<_> = list.by_ref().take(taken).try_collect().await.unwrap();
            let before = uuids(before);
            let cursor = list.cursor();
            let after = uuids(resumed(&cursor).try_collect().await.unwrap());
            prop_assert_eq!([before.clone(), after].concat(), whole.clone());

            let mut turned = uuids(list.backward().try_collect().await.unwrap());
            turned.reverse();
            prop_assert_eq!(turned, before.clone());

            let mut back = uuids(resumed(&cursor).backward().try_collect().await.unwrap());
            back.reverse();
            prop_assert_eq!(back, before.clone());

            let mut list = client.files().list(options).unwrap();
            let _: Vec<_> = list.by_ref().take(taken).try_collect().await.unwrap();
            let pages: Vec<_> = list.pages().into_stream().try_collect().await.unwrap();
            let rest = uuids(pages.into_iter().flat_map(|page| page.results).collect());
            prop_assert_eq!([before, rest].concat(), whole);
            Ok(())
        })?;
    }

    #[test]
    fn any_text_as_a_cursor_is_refused_politely(text in ".{0,80}", json in "\\{.{0,60}\\}") {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        let client = Client::new("demopublickey", "demosecretkey").unwrap();
        for cursor in [text, format!("uc1.{}", URL_SAFE_NO_PAD.encode(json))] {
            let options = ListFilesOptions { cursor: Some(cursor), ..ListFilesOptions::default() };
            let error = client.files().list(options).unwrap_err();
            prop_assert_eq!(error.info().parameter.as_deref(), Some("cursor"));
        }
    }
}

/// Also from the edge of the window, where the service answers no page any more.
#[test]
fn a_search_there_and_back() {
    runtime().block_on(async {
        let emulator = Emulator::start().await.unwrap();
        let keys = emulator.create_project();
        emulator.seed(&keys.public_key, Seed { count: 1100, ..Seed::default() }).unwrap();
        let client = Client::builder()
            .public_key(&keys.public_key)
            .secret_key(&keys.secret_key)
            .api_base(emulator.api_base())
            .build()
            .unwrap();
        for (limit, offset, taken) in [(100, 0, 999), (100, 0, 5), (70, 0, 130), (2, 900, 98)] {
            let options = SearchOptions {
                query: Some("file".to_owned()),
                sort: Some(vec![SearchSort::DatetimeUploaded]),
                limit: Some(limit),
                offset: Some(offset),
                ..SearchOptions::default()
            };
            let mut list = client.files().search(options).unwrap();
            let there: Vec<_> = list.by_ref().take(taken).try_collect().await.unwrap();
            let there = uuids(there);
            assert_eq!(there.len(), taken);
            let options = SearchOptions { cursor: Some(list.cursor()), ..SearchOptions::default() };
            let resumed = client.files().search(options).unwrap().backward();
            for list in [list.backward(), resumed] {
                let mut back = uuids(list.try_collect().await.unwrap());
                back.reverse();
                let skipped = usize::try_from(offset).unwrap();
                assert_eq!(back.len(), skipped + taken);
                assert_eq!(back[skipped..], there);
            }
        }
    });
}

#[test]
fn a_search_back_and_there() {
    runtime().block_on(async {
        let emulator = Emulator::start().await.unwrap();
        let keys = emulator.create_project();
        emulator.seed(&keys.public_key, Seed { count: 50, ..Seed::default() }).unwrap();
        let client = Client::builder()
            .public_key(&keys.public_key)
            .secret_key(&keys.secret_key)
            .api_base(emulator.api_base())
            .build()
            .unwrap();
        let options = SearchOptions {
            query: Some("file".to_owned()),
            sort: Some(vec![SearchSort::DatetimeUploaded]),
            limit: Some(20),
            offset: Some(5),
            ..SearchOptions::default()
        };
        let mut pages = client.files().search(options).unwrap().pages();
        let mut sizes = Vec::new();
        assert_eq!(pages.next_page().await.unwrap().unwrap().results.len(), 20);
        assert_eq!(pages.previous_page().await.unwrap().unwrap().results.len(), 5);
        assert!(pages.previous_page().await.unwrap().is_none());
        while let Some(page) = pages.next_page().await.unwrap() {
            sizes.push(page.results.len());
        }
        assert_eq!(sizes, [20, 20, 5]);
    });
}
