//! What of a download has come, beside the file: it outlives the process.

use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, io, path::Path};
use tokio::{
    fs::{File, OpenOptions},
    io::AsyncWriteExt,
};

/// Of what content the parts are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Content {
    pub version: u32,
    /// Path of the URL; a query may hold a token.
    pub url: String,
    pub etag: String,
    pub total: u64,
    pub part_size: u64,
}

pub(super) const VERSION: u32 = 1;

/// A line that says what it is of, then one line for each part that is there.
pub(super) struct State {
    file: File,
    pub done: BTreeSet<u64>,
}

impl Content {
    pub fn parts(&self) -> u64 {
        self.total.div_ceil(self.part_size)
    }

    pub fn size_of(&self, part: u64) -> u64 {
        self.part_size.min(self.total - part * self.part_size)
    }
}

/// What was kept, if it can be read. Half a line at its end is what a killed process leaves.
pub(super) async fn read(path: &Path) -> Option<(Content, BTreeSet<u64>)> {
    let text = tokio::fs::read_to_string(path).await.ok()?;
    let mut lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
    let content: Content = serde_json::from_str(lines.next()?).ok()?;
    if content.version != VERSION || content.part_size == 0 {
        return None;
    }
    let parts = content.parts();
    let done = lines.map_while(|line| line.parse().ok()).filter(|part| *part < parts).collect();
    Some((content, done))
}

impl State {
    /// Begins anew, or goes on with what was kept.
    pub async fn open(path: &Path, content: &Content, done: BTreeSet<u64>) -> io::Result<Self> {
        let mut text = serde_json::to_string(content)?;
        text.push('\n');
        for part in &done {
            text.push_str(&format!("{part}\n"));
        }
        let mut file =
            OpenOptions::new().write(true).create(true).truncate(true).open(path).await?;
        file.write_all(text.as_bytes()).await?;
        file.flush().await?;
        Ok(Self { file, done })
    }

    pub async fn add(&mut self, part: u64) -> io::Result<()> {
        self.file.write_all(format!("{part}\n").as_bytes()).await?;
        self.file.flush().await?;
        self.done.insert(part);
        Ok(())
    }
}
