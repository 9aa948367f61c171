//! What must not grow with what there is: memory of a walk with the list, connections with the calls.

use crate::{counter, paths::walk, stage::Stage};
use serde_json::json;
use std::time::Instant;
use uploadcare::{GetFileOptions, ListFilesOptions};

const FEW: u64 = 20_000;
/// As many as do not take long without optimisation.
const MANY: u64 = 100_000;
const PER_PAGE: u64 = 1000;

/// Pages that a walk may hold more because the list is longer: how many are kept at a time is chance, if several are
/// asked for at once.
const PAGES: u64 = 2;

/// What a walk in order may hold, whatever the list: it keeps 32 pages until their turn comes and waits for 8 more, of
/// less than 2 MiB each. A short list does not have as many.
const IN_ORDER: u64 = (32 + 8) * (2 << 20);

const CALLS: usize = 10_000;
/// Connections of one client, and a few of the process.
const MOST_SOCKETS: usize = 256 + 16;
/// Bytes of the heap for each call that is waiting or under way.
const PER_CALL: u64 = 8 << 10;

/// Prints what walks take; what is wrong with that.
pub fn lists() -> Vec<String> {
    let many = std::env::var("UPLOADCARE_SCALE_FILES").ok();
    let many = many.map_or(MANY, |many| many.parse().expect("a number of files"));
    let mut problems = Vec::new();
    println!("{:28} {:>9} {:>9} {:>9} {:>9}", "", "files", "requests", "peak KiB", "seconds");
    let (_, page) = list("one page", PER_PAGE, 1, false);
    for (name, concurrency, unordered) in [
        ("one after another", 1, false),
        ("8 at once, any order", 8, true),
        ("8 at once, in order", 8, false),
    ] {
        let (_, few) = list(name, FEW, concurrency, unordered);
        let (requests, peak) = list(name, many, concurrency, unordered);
        let least = many.div_ceil(PER_PAGE);
        if requests * 5 > least * 6 {
            problems.push(format!("{name}: {requests} requests for {least} pages"));
        }
        let most = match (concurrency, unordered) {
            (1, _) => few + page / 4,
            (_, true) => few + PAGES * page,
            (_, false) => IN_ORDER,
        };
        if peak > most {
            problems.push(format!(
                "{name}: the heap held {} KiB for {FEW} files and {} KiB for {many}, and may hold {} KiB",
                few >> 10,
                peak >> 10,
                most >> 10
            ));
        }
    }
    problems
}

/// Requests, and the peak of the heap.
fn list(name: &str, files: u64, concurrency: i64, unordered: bool) -> (u64, u64) {
    let (stage, _) = Stage::with_files(files);
    let client = stage.client();
    let options = ListFilesOptions {
        limit: Some(PER_PAGE as i64),
        concurrency: Some(concurrency),
        unordered: Some(unordered),
        ..ListFilesOptions::default()
    };
    let began = Instant::now();
    let figures = stage.measure(async {
        assert_eq!(walk(&client, options).await as u64, files);
    });
    let seconds = began.elapsed().as_secs_f64();
    let figures = figures.into_json();
    let number = |name: &str| figures[name].as_u64().expect("a figure");
    let (requests, peak) = (number("requests"), number("peak"));
    println!("{name:28} {files:9} {requests:9} {:9} {seconds:9.1}", peak >> 10);
    (requests, peak)
}

/// Sockets of this process; None where the system does not tell.
fn sockets() -> Option<usize> {
    let open = std::fs::read_dir("/proc/self/fd").ok()?.flatten();
    let links = open.filter_map(|entry| std::fs::read_link(entry.path()).ok());
    Some(links.filter(|link| link.to_string_lossy().starts_with("socket:")).count())
}

/// Prints what many calls of one client at once take; what is wrong with that.
pub fn calls() -> Vec<String> {
    let mut problems = Vec::new();
    let (stage, uuid) = Stage::with_files(1);
    // While answers take their time, nothing but the client holds requests back.
    stage.arrange("faults", &json!({"delay_ms": 200, "times": -1}));
    // The last ones wait for all others.
    let patient = uploadcare::ClientOptions { timeout: Some(600.0), ..Default::default() };
    let client = stage.client().with_options(patient).expect("the options are right");
    let before = sockets().unwrap_or_default();
    let mut failed = Vec::new();
    let mut most = before;
    let began = Instant::now();
    let mut work = async || {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..CALLS {
            let (client, uuid) = (client.clone(), uuid.clone());
            tasks.spawn(async move { client.files().get(uuid, GetFileOptions::default()).await });
        }
        let mut done = 0;
        while let Some(outcome) = tasks.join_next().await {
            if let Err(error) = outcome.expect("no panic") {
                failed.push(error.to_string());
            }
            done += 1;
            // Idle connections stay open for a while, so some looks see all.
            if done % 200 == 0 {
                most = most.max(sockets().unwrap_or_default());
            }
        }
    };
    let figures = stage.measure(work()).into_json();
    let seconds = began.elapsed().as_secs_f64();
    let number = |name: &str| figures[name].as_u64().expect("a figure");
    let (requests, peak) = (number("requests"), number("peak"));
    let most = most - before;
    println!(
        "{CALLS} calls at once: {requests} requests, {most} sockets, {} KiB ({} bytes per call), {seconds:.1} \
         seconds; {} KiB are still held",
        peak >> 10,
        peak / CALLS as u64,
        counter::live() >> 10,
    );
    if let Some(first) = failed.first() {
        problems.push(format!("{} of {CALLS} calls failed: {first}", failed.len()));
    }
    if requests != CALLS as u64 {
        problems.push(format!("{requests} requests for {CALLS} calls"));
    }
    if most > MOST_SOCKETS {
        problems.push(format!("{most} connections at once for {CALLS} calls of one client"));
    }
    if peak > PER_CALL * CALLS as u64 {
        problems.push(format!("the heap held {} KiB for {CALLS} calls", peak >> 10));
    }
    problems
}
