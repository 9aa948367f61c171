//! Lists read from several places at the same time.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use common::builder;
use futures::TryStreamExt;
use std::collections::HashSet;
use uploadcare::{Client, FileOrdering, ListFilesOptions};
use uploadcare_emulator::{Emulator, ProjectKeys, Seed};

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
    for shape in ["even", "bursts", "ties", "one moment", "within a minute"] {
        for count in [0, 1, 99, 100, 101, 3000] {
            let (emulator, keys, client) = project(shape, count).await;
            let expected = ids(&client, ListFilesOptions::default()).await;
            assert_eq!(expected.len() as u64, count);
            let requests = || emulator.requests(&keys.public_key).len();
            for at_once in [1, 2, 4, 8, 32] {
                let before = requests();
                let found = ids(&client, options(at_once, true)).await;
                let distinct: HashSet<_> = found.iter().collect();
                println!("{shape} {count} unordered {at_once}: {} requests", requests() - before);
                assert_eq!(found.len(), expected.len(), "{shape} {count} {at_once}");
                assert_eq!(distinct.len(), found.len(), "{shape} {count} {at_once}");
                let before = requests();
                let found = ids(&client, options(at_once, false)).await;
                assert!(found == expected, "{shape} {count} {at_once}: {} in order", found.len());
                println!("{shape} {count} ordered {at_once}: {} requests", requests() - before);
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
