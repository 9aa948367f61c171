//! Uploads files, tags and searches them, copies, converts and scans one, is told of events, and
//! deletes what it made.
//!
//! `cargo run -p uploadcare-core --example manage_files -- FILE…`, with `UPLOADCARE_PUBLIC_KEY` and
//! `UPLOADCARE_SECRET_KEY` set.

use futures::TryStreamExt;
use std::{error::Error, path::PathBuf};
use uploadcare::{
    BatchOptions, Client, ConvertDocumentsOptions, CopyLocalOptions, CreateWebhookOptions,
    DocumentPathOptions, FileInfo, GetFileOptions, ScanForVirusesOptions, SearchOptions,
    SearchSort, TagFilter, UpdateTagsOptions, UploadOptions, WaitOptions, WebhookEvent,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let project = client.project().get().await?;
    println!("project {}: {}", project.pub_key, project.name);

    let mut made = Vec::new();
    // Of this run only: what it finds it may convert.
    let tag = format!("example-{}", std::process::id());
    for path in std::env::args().skip(1).map(PathBuf::from) {
        let file = client.uploads().upload(path, UploadOptions::default()).await?;
        let add = Some(vec![tag.clone()]);
        client.tags().update(&file, UpdateTagsOptions { add, delete: None }).await?;
        client.metadata().set(&file, "made-by", "manage_files").await?;
        println!("uploaded {} as {}", file.original_filename, file.uuid);
        made.push(file.uuid);
    }
    let first = made.first().ok_or("name a file")?.clone();

    // The service finds new files after some seconds.
    let tags = TagFilter { any: Some(vec![tag]), ..TagFilter::default() };
    let sort = Some(vec![SearchSort::SizeDescending]);
    let search = SearchOptions { tags: Some(tags), sort, ..SearchOptions::default() };
    let found: Vec<FileInfo> = client.files().search(search)?.try_collect().await?;
    for file in &found {
        println!("found {:>9} B  {}", file.size, file.original_filename);
    }

    let options = CopyLocalOptions { wait: Some(true), ..CopyLocalOptions::default() };
    let copy = client.files().copy_local(&first, options).await?;
    println!("copied {} as {}", copy.original_filename, copy.uuid);
    made.push(copy.uuid);

    for file in &found {
        let path = client.conversion().document_path(file, DocumentPathOptions::default())?;
        let conversion = client.conversion();
        let job = conversion.convert_document(&path, ConvertDocumentsOptions::default()).await;
        let options = WaitOptions { interval: Some(0.1), ..WaitOptions::default() };
        let name = &file.original_filename;
        match job {
            Ok(job) => {
                let status =
                    job.wait_with(options, |status| println!("  {}", status.state)).await?;
                println!("converted {name} to {:?}", status.uuid);
                made.extend(status.uuid);
            }
            Err(error) => println!("did not convert {name}: {error}"),
        }
    }

    let job = client.addons().scan_for_viruses(&first, ScanForVirusesOptions::default()).await?;
    // The job as text could be waited for by another process.
    let job = client.jobs().open(&job.save())?;
    job.wait(WaitOptions { interval: Some(0.1), ..WaitOptions::default() }).await?;
    let options = GetFileOptions { include_appdata: Some(true) };
    let scan = client.files().get(&first, options).await?.appdata;
    let scan = scan.and_then(|appdata| appdata.uc_clamav_virus_scan).ok_or("no result")?;
    println!("infected: {}", scan.data.infected);

    let (target, options) = ("https://example.com/hook", CreateWebhookOptions::default());
    let webhook = client.webhooks().create(target, WebhookEvent::FileDeleted, options).await?;
    println!("webhook {} on {}", webhook.id, webhook.event);
    client.webhooks().delete(webhook.id).await?;

    let result = client.files().delete_many(&made, BatchOptions::default()).await?;
    println!("deleted {} of {}", result.files.len(), made.len());
    for problem in result.problems {
        println!("  {}: {}", problem.source, problem.message);
    }
    Ok(())
}
