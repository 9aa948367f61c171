//! `ours WHAT …`: what our client for Rust costs; see `benchmarks/README.md`.

use anyhow::{Context, Result, bail, ensure};
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use measure::{Measure, number, print, resident, variable};
use serde_json::json;
use std::path::PathBuf;
use tokio_util::io::ReaderStream;
use uploadcare::{
    Client, ClientOptions, FileInfo, GetFileOptions, ListFilesOptions, Source, UploadOptions,
};

const PIECE: usize = 256 << 10;

fn client() -> Result<Client> {
    let options = ClientOptions {
        upload_base: Some(variable("UPLOAD_BASE")?),
        api_base: Some(variable("API_BASE")?),
        ..ClientOptions::default()
    };
    let builder = Client::builder().options(options);
    Ok(builder.public_key(variable("PUBLIC_KEY")?).secret_key(variable("SECRET_KEY")?).build()?)
}

fn page_options() -> ListFilesOptions {
    ListFilesOptions { limit: Some(1000), ..ListFilesOptions::default() }
}

fn size_of(file: &FileInfo) -> i64 {
    file.original_filename.len() as i64 + file.size
}

async fn listing(client: &Client, words: &[String]) -> Result<()> {
    let mut options = page_options();
    let at_once = number(words, 0)?;
    if at_once > 1 {
        options.concurrency = Some(at_once as i64);
        options.unordered = (words.get(1).map(String::as_str) == Some("unordered")).then_some(true);
    }
    let measure = Measure::begin();
    let mut files = client.files().list(options)?;
    let (mut count, mut check) = (0, 0);
    while let Some(file) = files.try_next().await? {
        count += 1;
        check += size_of(&file);
    }
    print(measure.end(), &json!({"count": count, "check": check}));
    Ok(())
}

async fn calls(client: &Client, words: &[String]) -> Result<()> {
    let uuid = words.first().context("which file?")?;
    let (count, at_once) = (number(words, 1)?, number(words, 2)?);
    let measure = Measure::begin();
    let one = |_| async {
        let file = client.files().get(uuid.as_str(), GetFileOptions::default()).await?;
        anyhow::Ok(size_of(&file))
    };
    let check = if at_once == 1 {
        let mut check = 0;
        for at in 0..count {
            check += one(at).await?;
        }
        check
    } else {
        let answers = futures::stream::iter(0..count).map(one).buffer_unordered(at_once);
        answers.try_fold(0, |sum, size| async move { Ok(sum + size) }).await?
    };
    print(measure.end(), &json!({"count": count, "check": check}));
    Ok(())
}

async fn upload(client: &Client, words: &[String]) -> Result<()> {
    let [way, path] = words else { bail!("upload path|stream FILE") };
    let measure = Measure::begin();
    let source = match way.as_str() {
        "path" => Source::from(PathBuf::from(path)),
        _ => {
            let file = tokio::fs::File::open(path).await?;
            let size = file.metadata().await?.len();
            let pieces = ReaderStream::with_capacity(file, PIECE);
            Source::stream(pieces.map_ok(Bytes::from), Some(size))
        }
    };
    let options = UploadOptions { filename: Some("large.bin".into()), ..UploadOptions::default() };
    client.uploads().upload(source, options).await?;
    print(measure.end(), &json!({"count": 1}));
    Ok(())
}

async fn many(client: &Client, paths: &[String]) -> Result<()> {
    let measure = Measure::begin();
    let sources = paths.iter().map(|path| Source::from(PathBuf::from(path)));
    let result = client.uploads().upload_many(sources, UploadOptions::default()).await?;
    ensure!(result.failures.is_empty(), "{:?}", result.failures[0]);
    print(measure.end(), &json!({"count": paths.len()}));
    Ok(())
}

async fn start(words: &[String]) -> Result<()> {
    let uuid = words.first().context("which file?")?;
    let measure = Measure::begin();
    let client = client()?;
    let made = measure.end();
    let measure = Measure::begin();
    client.files().get(uuid.as_str(), GetFileOptions::default()).await?;
    let nothing = json!({"wall_s": 0.0, "cpu_s": 0.0});
    println!("{}", json!({"import": nothing, "made": made, "first": measure.end()}));
    Ok(())
}

async fn memory(client: &Client) -> Result<()> {
    let before = resident();
    let measure = Measure::begin();
    let files: Vec<FileInfo> = client.files().list(page_options())?.try_collect().await?;
    let kept = resident().zip(before).map(|(after, before)| (after - before) * 1_048_576.0);
    let each = kept.map(|kept| kept / files.len().max(1) as f64);
    print(measure.end(), &json!({"count": files.len(), "bytes_per_file": each}));
    drop(files);
    Ok(())
}

fn clients(words: &[String]) -> Result<()> {
    let count = number(words, 0)?;
    let before = resident();
    let measure = Measure::begin();
    let first = client()?;
    let of_first = measure.end();
    let between = resident();
    let measure = Measure::begin();
    let later = (1..count).map(|_| client()).collect::<Result<Vec<_>>>()?;
    let of_later = measure.end();
    let kept = |after: Option<f64>, before: Option<f64>| after.zip(before).map(|(a, b)| a - b);
    let growth = [kept(between, before), kept(resident(), between)];
    let done = json!({"first": of_first, "later": of_later, "count": count, "kept_mb": growth});
    println!("{done}");
    drop((first, later));
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (what, words) = words.split_first().context("what is to be measured?")?;
    match what.as_str() {
        "listing" => listing(&client()?, words).await,
        "calls" => calls(&client()?, words).await,
        "upload" => upload(&client()?, words).await,
        "many" => many(&client()?, words).await,
        "start" => start(words).await,
        "memory" => memory(&client()?).await,
        "clients" => clients(words),
        unknown => bail!("no measurement {unknown}"),
    }
}
