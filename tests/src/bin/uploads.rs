//! `uploads large|small|floor FILES…`: what it costs to upload; see `benchmarks/uploads`.

use serde_json::json;
use std::{fs, path::PathBuf, time::Instant};
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use uploadcare::{Client, ClientOptions, Source, UploadOptions};

/// CPU time of this process in seconds, and the most memory that it has held, in MB.
fn usage() -> (f64, f64) {
    let ticks = fs::read_to_string("/proc/self/stat").expect("this is Linux");
    let fields: Vec<&str> = ticks.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let number = |at: usize| fields.get(at).and_then(|text| text.parse::<f64>().ok());
    let cpu = number(11).unwrap_or_default() + number(12).unwrap_or_default();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|text| text.trim().trim_end_matches(" kB").trim().parse::<f64>().ok());
    // 100 ticks per second on every Linux that this is likely to run on.
    (cpu / 100.0, peak.unwrap_or_default() / 1024.0)
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

/// Parts by the HTTP library alone, four at a time: what the work itself costs.
async fn floor(client: &Client, path: &PathBuf) {
    let size = fs::metadata(path).expect("the file is there").len();
    let options = UploadOptions { filename: Some("a.bin".to_owned()), ..UploadOptions::default() };
    let started = client.uploads().start_multipart(size as i64, options).await.expect("a start");
    let http = reqwest::Client::new();
    let part_size = 5_242_880;
    let puts = started.parts.iter().enumerate().map(|(at, url)| {
        let (http, path, url) = (http.clone(), path.clone(), url.clone());
        async move {
            let from = at as u64 * part_size;
            let length = part_size.min(size - from);
            let mut file = tokio::fs::File::open(path).await.expect("a file");
            file.seek(std::io::SeekFrom::Start(from)).await.expect("a seek");
            let pieces =
                futures::stream::try_unfold((file, length), |(mut file, left)| async move {
                    if left == 0 {
                        return Ok::<_, std::io::Error>(None);
                    }
                    let mut piece = vec![0; left.min(256 << 10) as usize];
                    file.read_exact(&mut piece).await?;
                    let left = left - piece.len() as u64;
                    Ok(Some((piece, (file, left))))
                });
            let put = http
                .put(url)
                .header("content-type", "application/octet-stream")
                .header("content-length", length)
                .body(reqwest::Body::wrap_stream(pieces));
            put.send().await.expect("an answer").error_for_status().expect("a success");
        }
    });
    use futures::StreamExt;
    futures::stream::iter(puts).buffer_unordered(4).collect::<Vec<()>>().await;
    client.uploads().complete_multipart(&started.uuid).await.expect("a completion");
}

#[tokio::main]
async fn main() {
    let mut words = std::env::args().skip(1);
    let what = words.next().expect("what to do");
    let paths: Vec<PathBuf> = words.map(PathBuf::from).collect();
    let options = ClientOptions {
        upload_base: Some(variable("UPLOAD_BASE")),
        api_base: Some(variable("API_BASE")),
        ..ClientOptions::default()
    };
    let client = Client::builder()
        .options(options)
        .public_key(variable("PUBLIC_KEY"))
        .secret_key(variable("SECRET_KEY"))
        .build()
        .expect("a client");
    let before = usage();
    let wall = Instant::now();
    match what.as_str() {
        "large" => {
            let source = Source::from(paths[0].as_path());
            client.uploads().upload(source, UploadOptions::default()).await.expect("an upload");
        }
        "floor" => floor(&client, &paths[0]).await,
        _ => {
            let sources = paths.iter().map(|path| Source::from(path.as_path()));
            let result = client.uploads().upload_many(sources, UploadOptions::default()).await;
            assert_eq!(result.expect("uploads").failures.len(), 0);
        }
    }
    let wall = wall.elapsed().as_secs_f64();
    let after = usage();
    let report =
        json!({"wall_s": wall, "cpu_s": after.0 - before.0, "growth_mb": after.1 - before.1});
    println!("{report}");
}
