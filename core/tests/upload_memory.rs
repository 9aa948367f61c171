//! How much memory an upload takes, and a download. Alone in its process, for that is what is measured.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::project;
use futures::stream;
use std::{
    fs::File,
    io::{Read, Seek, SeekFrom, Write},
};
use uploadcare::{SaveOptions, Source, UploadOptions};

const MIB: u64 = 1 << 20;
const SIZE: u64 = 300 * MIB;
const LARGE: u64 = 1024 * MIB;

/// Of the most memory that the process has ever held, in bytes; None where the system does not tell.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok()? * 1024)
}

#[tokio::test(flavor = "multi_thread")]
async fn memory_does_not_grow_with_the_file() {
    let Some(_) = peak() else {
        println!("skipped: this system does not tell how much memory a process holds");
        return;
    };
    let (emulator, _, client) = project(0).await;
    // What the first upload needs once, connections among it, is no growth.
    client.uploads().upload(vec![7; 11 << 20], UploadOptions::default()).await.unwrap();
    let piece = Bytes::from(vec![7; 1 << 20]);
    let pieces = move || {
        let piece = piece.clone();
        stream::iter((0..SIZE / MIB).map(move |_| Ok(piece.clone())))
    };
    // Sparse but for the number of each MiB at its end.
    let mut file = tempfile::NamedTempFile::new().unwrap();
    for number in 1..=LARGE / MIB {
        file.seek(SeekFrom::Start(number * MIB - 8)).unwrap();
        file.write_all(&number.to_le_bytes()).unwrap();
    }
    let mut large = String::new();
    let before = peak().unwrap();
    for (source, size) in [
        (Source::from(file.path()), LARGE),
        (Source::stream(pieces(), Some(SIZE)), SIZE),
        (Source::stream(pieces(), None), SIZE),
    ] {
        let name = format!("{source:?}");
        let options = UploadOptions { concurrency: Some(4), ..UploadOptions::default() };
        let uploaded = client.uploads().upload(source, options).await.unwrap();
        assert_eq!(uploaded.size as u64, size);
        let growth = peak().unwrap().saturating_sub(before) / MIB;
        println!("{name}: {growth} MiB");
        // Four parts of 5 MiB, and 16 MiB for everything else; the emulator is in this process, too.
        assert!(growth <= 4 * 5 + 16, "{name}: {growth} MiB");
        if size == LARGE {
            let url = format!("{}{}/", emulator.cdn_base(), uploaded.uuid);
            same(File::open(file.path()).unwrap(), reqwest::get(url).await.unwrap()).await;
            large = uploaded.uuid;
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let options = SaveOptions { max_concurrency: Some(4), ..SaveOptions::default() };
    let saved = client.delivery().save(&large, folder.path(), options).unwrap().run().await;
    assert_eq!(saved.unwrap().size as u64, LARGE);
    let stream = client.delivery().download_stream(&large, Default::default()).await.unwrap();
    let mut streamed = 0;
    while let Some(piece) = stream.next().await.unwrap() {
        streamed += piece.len() as u64;
    }
    assert_eq!(streamed, LARGE);
    let growth = peak().unwrap().saturating_sub(before) / MIB;
    println!("downloads: {growth} MiB");
    assert!(growth <= 4 * 5 + 16, "downloads: {growth} MiB");
}

/// Every byte of the file is in the answer, and no other.
async fn same(mut file: File, mut answer: reqwest::Response) {
    let mut compared = 0;
    while let Some(chunk) = answer.chunk().await.unwrap() {
        let mut expected = vec![0; chunk.len()];
        file.read_exact(&mut expected).unwrap();
        assert!(chunk == expected, "between {compared} and {} bytes", compared + chunk.len());
        compared += chunk.len();
    }
    assert_eq!(compared as u64, LARGE);
}
