//! `floor reqwest|hyper WHAT …`: what the same work costs with an HTTP library alone, used by hand.

use anyhow::{Context, Result, bail, ensure};
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use http_body_util::{BodyExt, Empty};
use hyper_util::{
    client::legacy::{Client as Hyper, connect::HttpConnector},
    rt::TokioExecutor,
};
use measure::{Measure, number, print, resident, variable};
use reqwest::multipart::{Form, Part};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{collections::HashMap, io::SeekFrom};
use tokio::io::{AsyncReadExt, AsyncSeekExt};

const PART: u64 = 5 << 20;
const PIECE: u64 = 256 << 10;

/// All that the service says of a file, as one would write it down by hand.
#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding it is what is measured")]
struct File {
    uuid: String,
    size: u64,
    original_filename: String,
    mime_type: Option<String>,
    is_image: Option<bool>,
    is_ready: bool,
    url: String,
    original_file_url: Option<String>,
    datetime_uploaded: String,
    datetime_stored: Option<String>,
    datetime_removed: Option<String>,
    content_info: Option<ContentInfo>,
    metadata: HashMap<String, String>,
    #[serde(default)]
    tags: Vec<String>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding it is what is measured")]
struct ContentInfo {
    mime: Option<HashMap<String, String>>,
    image: Option<Image>,
    video: Option<Value>,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "decoding it is what is measured")]
struct Image {
    width: u32,
    height: u32,
    format: String,
    color_mode: String,
    orientation: Option<u32>,
    sequence: bool,
    dpi: Option<(f64, f64)>,
    datetime_original: Option<String>,
    geo_location: Option<HashMap<String, f64>>,
}

#[derive(Deserialize)]
struct Page {
    next: Option<String>,
    results: Vec<File>,
}

#[derive(Deserialize)]
struct Started {
    uuid: String,
    parts: Vec<String>,
}

enum Library {
    Reqwest(reqwest::Client),
    Hyper(Box<Hyper<HttpConnector, Empty<Bytes>>>),
}

struct Floor {
    library: Library,
    authorization: String,
}

impl Floor {
    fn new(library: &str) -> Result<Self> {
        let library = match library {
            "reqwest" => Library::Reqwest(reqwest::Client::new()),
            "hyper" => Library::Hyper(Box::new(Hyper::builder(TokioExecutor::new()).build_http())),
            unknown => bail!("no library {unknown}"),
        };
        let (public_key, secret_key) = (variable("PUBLIC_KEY")?, variable("SECRET_KEY")?);
        let authorization = format!("Uploadcare.Simple {public_key}:{secret_key}");
        Ok(Self { library, authorization })
    }

    async fn get<T: DeserializeOwned>(&self, url: &str) -> Result<T> {
        let accept = "application/vnd.uploadcare-v0.7+json";
        let body = match &self.library {
            Library::Reqwest(client) => {
                let request = client.get(url).header("accept", accept);
                let answer = request.header("authorization", &self.authorization).send().await?;
                answer.error_for_status()?.bytes().await?
            }
            Library::Hyper(client) => {
                let request = hyper::Request::get(url).header("accept", accept);
                let request = request.header("authorization", &self.authorization);
                let answer = client.request(request.body(Empty::new())?).await?;
                ensure!(answer.status().is_success(), "{}", answer.status());
                answer.into_body().collect().await?.to_bytes()
            }
        };
        Ok(serde_json::from_slice(&body)?)
    }

    async fn pages(&self, mut with: impl FnMut(Vec<File>)) -> Result<()> {
        let mut next = Some(format!("{}files/?limit=1000", variable("API_BASE")?));
        while let Some(url) = next {
            let page: Page = self.get(&url).await?;
            with(page.results);
            next = page.next;
        }
        Ok(())
    }

    async fn listing(&self) -> Result<()> {
        let measure = Measure::begin();
        let (mut count, mut check) = (0, 0);
        self.pages(|files| {
            for file in files {
                count += 1;
                check += file.original_filename.len() as u64 + file.size;
            }
        })
        .await?;
        print(measure.end(), &json!({"count": count, "check": check}));
        Ok(())
    }

    async fn memory(&self) -> Result<()> {
        let before = resident();
        let measure = Measure::begin();
        let mut kept: Vec<File> = Vec::new();
        self.pages(|files| kept.extend(files)).await?;
        let growth = resident().zip(before).map(|(after, before)| (after - before) * 1_048_576.0);
        let each = growth.map(|growth| growth / kept.len().max(1) as f64);
        print(measure.end(), &json!({"count": kept.len(), "bytes_per_file": each}));
        drop(kept);
        Ok(())
    }

    async fn calls(&self, words: &[String]) -> Result<()> {
        let uuid = words.first().context("which file?")?;
        let url = format!("{}files/{uuid}/", variable("API_BASE")?);
        let (count, at_once) = (number(words, 1)?, number(words, 2)?);
        let measure = Measure::begin();
        let one = |_| async {
            let file: File = self.get(&url).await?;
            anyhow::Ok(file.original_filename.len() as u64 + file.size)
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

    fn reqwest(&self) -> Result<&reqwest::Client> {
        match &self.library {
            Library::Reqwest(client) => Ok(client),
            Library::Hyper(_) => bail!("uploads are measured with reqwest only"),
        }
    }

    /// In parts, eight at a time.
    async fn upload(&self, path: &str) -> Result<()> {
        let http = self.reqwest()?;
        let base = variable("UPLOAD_BASE")?;
        let measure = Measure::begin();
        let size = tokio::fs::metadata(path).await?.len();
        let form = Form::new()
            .text("UPLOADCARE_PUB_KEY", variable("PUBLIC_KEY")?)
            .text("filename", "large.bin")
            .text("content_type", "application/octet-stream")
            .text("size", size.to_string());
        let started = http.post(format!("{base}multipart/start/")).multipart(form).send().await?;
        let started: Started = started.error_for_status()?.json().await?;
        let puts = started.parts.iter().enumerate().map(|(at, url)| async move {
            let from = at as u64 * PART;
            let length = PART.min(size - from);
            let mut file = tokio::fs::File::open(path).await?;
            file.seek(SeekFrom::Start(from)).await?;
            let pieces =
                futures::stream::try_unfold((file, length), |(mut file, left)| async move {
                    if left == 0 {
                        return Ok::<_, std::io::Error>(None);
                    }
                    let mut piece = vec![0; left.min(PIECE) as usize];
                    file.read_exact(&mut piece).await?;
                    let left = left - piece.len() as u64;
                    Ok(Some((piece, (file, left))))
                });
            let put = http.put(url).header("content-type", "application/octet-stream");
            let put = put.header("content-length", length);
            put.body(reqwest::Body::wrap_stream(pieces)).send().await?.error_for_status()?;
            anyhow::Ok(())
        });
        futures::stream::iter(puts).buffer_unordered(8).try_collect::<()>().await?;
        let form = Form::new()
            .text("UPLOADCARE_PUB_KEY", variable("PUBLIC_KEY")?)
            .text("uuid", started.uuid);
        let end = http.post(format!("{base}multipart/complete/")).multipart(form).send().await?;
        end.error_for_status()?;
        print(measure.end(), &json!({"count": 1}));
        Ok(())
    }

    /// In one request each, eight at a time.
    async fn many(&self, paths: &[String]) -> Result<()> {
        let http = self.reqwest()?;
        let public_key = &variable("PUBLIC_KEY")?;
        let url = &format!("{}base/", variable("UPLOAD_BASE")?);
        let measure = Measure::begin();
        let posts = paths.iter().map(|path| async move {
            let content = tokio::fs::read(path).await?;
            let part =
                Part::bytes(content).file_name("a.bin").mime_str("application/octet-stream")?;
            let form = Form::new().text("UPLOADCARE_PUB_KEY", public_key.clone());
            let form = form.text("UPLOADCARE_STORE", "auto").part("file", part);
            http.post(url).multipart(form).send().await?.error_for_status()?.bytes().await?;
            anyhow::Ok(())
        });
        futures::stream::iter(posts).buffer_unordered(8).try_collect::<()>().await?;
        print(measure.end(), &json!({"count": paths.len()}));
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [library, what, words @ ..] = words.as_slice() else { bail!("floor LIBRARY WHAT …") };
    let floor = Floor::new(library)?;
    match what.as_str() {
        "listing" => floor.listing().await,
        "calls" => floor.calls(words).await,
        "upload" => floor.upload(words.last().context("which file?")?).await,
        "many" => floor.many(words).await,
        "memory" => floor.memory().await,
        unknown => bail!("no measurement {unknown}"),
    }
}
