//! How much memory an upload takes. Alone in its process, for that is what is measured.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

mod common;

use bytes::Bytes;
use common::project;
use futures::stream;
use std::io::{Seek, SeekFrom, Write};
use uploadcare::{Source, UploadOptions};

const MIB: u64 = 1 << 20;
const SIZE: u64 = 300 * MIB;

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
    let (_emulator, _, client) = project(0).await;
    // What the first upload needs once, connections among it, is no growth.
    client.uploads().upload(vec![7; 11 << 20], UploadOptions::default()).await.unwrap();
    let piece = Bytes::from(vec![7; 1 << 20]);
    let pieces = move || {
        let piece = piece.clone();
        stream::iter((0..SIZE / MIB).map(move |_| Ok(piece.clone())))
    };
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.seek(SeekFrom::Start(SIZE - 1)).unwrap();
    file.write_all(&[1]).unwrap();
    let before = peak().unwrap();
    for source in [
        Source::from(file.path()),
        Source::stream(pieces(), Some(SIZE)),
        Source::stream(pieces(), None),
    ] {
        let name = format!("{source:?}");
        let options = UploadOptions { concurrency: Some(4), ..UploadOptions::default() };
        let uploaded = client.uploads().upload(source, options).await.unwrap();
        assert_eq!(uploaded.size as u64, SIZE);
        let growth = peak().unwrap().saturating_sub(before) / MIB;
        println!("{name}: {growth} MiB");
        // Four parts of 5 MiB, and 16 MiB for everything else; the emulator is in this process, too.
        assert!(growth <= 4 * 5 + 16, "{name}: {growth} MiB");
    }
}
