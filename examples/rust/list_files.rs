//! Uploads the files of a folder, lists the project page by page and file by file, looks at one.
//!
//! `cargo run -p uploadcare-core --example list_files -- FOLDER`, with `UPLOADCARE_PUBLIC_KEY` and
//! `UPLOADCARE_SECRET_KEY` set.

use futures::TryStreamExt;
use std::{error::Error, path::PathBuf};
use uploadcare::{Client, FileOrdering, GetFileOptions, ListFilesOptions, UploadOptions};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder of files")?;
    let client = Client::from_env()?;

    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    paths.sort();
    for path in paths.into_iter().filter(|path| path.is_file()) {
        let file = client.uploads().upload(path, UploadOptions::default()).await?;
        println!("uploaded {} as {}", file.original_filename, file.uuid);
    }

    println!("\nPage by page, oldest first:");
    let options = ListFilesOptions { limit: Some(4), ..ListFilesOptions::default() };
    let mut pages = client.files().list(options)?.pages();
    while let Some(page) = pages.next_page().await? {
        let names: Vec<_> =
            page.results.iter().map(|file| file.original_filename.as_str()).collect();
        println!("  {} of {}: {}", names.len(), page.total, names.join(", "));
    }

    println!("\nFile by file, newest first:");
    let options = ListFilesOptions {
        ordering: Some(FileOrdering::DatetimeUploadedDescending),
        ..ListFilesOptions::default()
    };
    let mut files = client.files().list(options)?;
    let mut newest = None;
    while let Some(file) = files.try_next().await? {
        let kind = file.mime_type.as_deref().unwrap_or("unknown");
        println!("  {:>9} B  {kind:<18} {}", file.size, file.original_filename);
        newest.get_or_insert(file.uuid);
    }

    if let Some(uuid) = newest {
        let file = client.files().get(&uuid, GetFileOptions::default()).await?;
        println!("\nThe newest, {}:", file.original_filename);
        println!("  uploaded {}, ready: {}", file.datetime_uploaded, file.is_ready);
        println!("  {}", file.original_file_url.as_deref().unwrap_or("removed"));
    }
    Ok(())
}
