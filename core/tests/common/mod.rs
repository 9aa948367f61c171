//! A client and its emulator. Each test uses some of it.

#![allow(dead_code)]

use bytes::Bytes;
use std::time::Duration;
use uploadcare::{Client, ClientBuilder};
use uploadcare_emulator::{Emulator, ProjectKeys, Seed, Stats};

/// Milliseconds that no test waits for: it gives the request up, or clears the faults.
pub const HELD_MS: u64 = 600_000;
/// Only tests that fail wait so long. A client gives up an answer after 30 seconds by itself, which must not pass for
/// what a test waits for.
pub const PATIENCE: Duration = Duration::from_secs(20);

pub fn builder(emulator: &Emulator, keys: &ProjectKeys) -> ClientBuilder {
    Client::builder()
        .public_key(&keys.public_key)
        .secret_key(&keys.secret_key)
        .api_base(emulator.api_base())
        .upload_base(emulator.upload_base())
        .cdn_base(emulator.cdn_base())
}

/// A project of so many files.
pub async fn project(count: u64) -> (Emulator, ProjectKeys, Client) {
    let emulator = Emulator::start().await.unwrap();
    let keys = emulator.create_project();
    if count > 0 {
        let seed = Seed { count, ..Seed::default() };
        emulator.seed(&keys.public_key, seed).unwrap();
    }
    let client = builder(&emulator, &keys).build().unwrap();
    (emulator, keys, client)
}

/// Bytes that tell where they belong.
pub fn content(size: usize) -> Bytes {
    let mut bytes = Vec::with_capacity(size + 8);
    let mut word = size as u64;
    while bytes.len() < size {
        word = word.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        bytes.extend_from_slice(&(word >> 8).to_le_bytes());
    }
    bytes.truncate(size);
    bytes.into()
}

/// Waits until the emulator has seen of the project what is expected.
pub async fn until(emulator: &Emulator, keys: &ProjectKeys, what: impl Fn(&Stats) -> bool) {
    tokio::time::timeout(PATIENCE, async {
        while !emulator.stats(&keys.public_key).is_ok_and(|stats| what(&stats)) {
            tokio::task::yield_now().await;
        }
    })
    .await
    .expect("the emulator comes to be as expected");
}

/// Waits until the faults of the project have hit as many requests as they should.
pub async fn used_up(emulator: &Emulator, keys: &ProjectKeys) {
    let http = reqwest::Client::new();
    let url = format!("{}projects/{}/faults", emulator.control_base(), keys.public_key);
    tokio::time::timeout(PATIENCE, async {
        while http.get(&url).send().await.unwrap().text().await.unwrap() != r#"{"faults":[]}"# {
            tokio::task::yield_now().await;
        }
    })
    .await
    .expect("the faults hit");
}

/// How many requests of the project the emulator has handled at the same time.
pub fn most_at_once(emulator: &Emulator, keys: &ProjectKeys) -> usize {
    let requests = emulator.requests(&keys.public_key);
    let at = |moment: f64| {
        requests.iter().filter(|r| r.started_ms <= moment && moment < r.ended_ms).count()
    };
    requests.iter().map(|record| at(record.started_ms)).max().unwrap_or(0)
}
