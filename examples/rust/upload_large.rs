//! Uploads large files with a progress bar. After Ctrl-C, a crash or a lost connection the same command goes on
//! where it was.
//!
//! `cargo run -p uploadcare-core --example upload_large -- FILE…`, with `UPLOADCARE_PUBLIC_KEY` set; where the
//! project demands signed uploads, also `UPLOADCARE_SECRET_KEY`.

use indicatif::{ProgressBar, ProgressStyle};
use std::{error::Error, path::PathBuf};
use uploadcare::{Client, UploadOptions};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::from_env()?;
    let style = "{bar:30} {percent:>3} % of {total_bytes}, {binary_bytes_per_sec}, {msg} parts";
    for path in std::env::args().skip(1).map(PathBuf::from) {
        println!("{}", path.display());
        let state = format!("{}.upload", path.display());
        let options = UploadOptions { state_file: Some(state), ..UploadOptions::default() };
        let upload = client.uploads().prepare(path, options)?;
        let bar = ProgressBar::no_length().with_style(ProgressStyle::with_template(style)?);
        while let Some(progress) = upload.next().await? {
            if let Some(total) = progress.total_bytes {
                bar.set_length(total.unsigned_abs());
            }
            bar.set_position(progress.sent_bytes.unsigned_abs());
            bar.set_message(format!("{}", progress.sent_parts));
            if let Some(file) = progress.file {
                bar.finish();
                println!("uploaded as {}", file.uuid);
            }
        }
    }
    Ok(())
}
