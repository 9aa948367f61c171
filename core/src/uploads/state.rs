//! What is known of an upload in parts, as text: the first line says what it is, each further line that the
//! service has a part. A file of it grows by a line per part, so that no part is forgotten when the process ends.

use super::{
    options::{MOST_PART, MOST_PARTS},
    source::broken,
};
use crate::{
    error::{Error, ErrorKind, Result},
    uploads::UploadedFile,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

const PREFIX: &str = "ucupload1.";
const FILE: &str = "file ";

/// The first line.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Head {
    pub public_key: String,
    /// None if nothing has been sent.
    pub begun: Option<Begun>,
}

/// An upload in parts that the service knows of.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Begun {
    pub uuid: String,
    pub filename: String,
    pub size: u64,
    pub part_size: u64,
    pub parts: Vec<String>,
}

impl Begun {
    /// Where a part begins, and how many bytes it has.
    pub fn range(&self, part: usize) -> (u64, u64) {
        let from = part as u64 * self.part_size;
        (from, self.part_size.min(self.size - from))
    }
}

pub(super) struct State {
    pub head: Head,
    /// CRC-32 of each part that the service has.
    pub done: BTreeMap<usize, u32>,
    pub file: Option<UploadedFile>,
    log: Option<Log>,
}

struct Log {
    path: PathBuf,
    open: Option<File>,
}

impl State {
    pub fn new(public_key: &str) -> Self {
        let head = Head { public_key: public_key.to_owned(), begun: None };
        Self { head, done: BTreeMap::new(), file: None, log: None }
    }

    /// Reads what [`Self::text`] wrote. A last line that is cut counts for nothing.
    pub fn read(text: &str, public_key: &str, name: &str) -> Result<Self> {
        let unreadable = || {
            Error::parameter(
                name,
                "cannot be read: it must be the whole text that saving an upload gave, unchanged",
            )
        };
        let mut lines = text.trim_start().split_inclusive('\n');
        let head = lines.next().and_then(|line| line.trim_end().strip_prefix(PREFIX));
        let head = head.and_then(|json| serde_json::from_str::<Head>(json).ok());
        let head = head.ok_or_else(unreadable)?;
        if head.public_key != public_key {
            return Err(Error::parameter(
                name,
                format_args!(
                    "is of an upload to the project {}, not to {public_key}",
                    head.public_key
                ),
            ));
        }
        if let Some(begun) = &head.begun {
            let is_sound = (1..=MOST_PART).contains(&begun.part_size)
                && begun.parts.len() as u64 <= MOST_PARTS
                && begun.size.div_ceil(begun.part_size) == begun.parts.len() as u64
                && crate::error::check_uuid(name, &begun.uuid).is_ok();
            if !is_sound {
                return Err(unreadable());
            }
        }
        let parts = head.begun.as_ref().map_or(0, |begun| begun.parts.len());
        let mut state = Self { head, done: BTreeMap::new(), file: None, log: None };
        for line in lines {
            let is_whole = line.ends_with('\n');
            let line = line.trim();
            if let Some(json) = line.strip_prefix(FILE) {
                state.file = serde_json::from_str(json).ok();
                continue;
            }
            let part = line.split_once(' ').and_then(|(part, sum)| {
                let sum = (sum.len() == 8).then(|| u32::from_str_radix(sum, 16).ok())??;
                Some((part.parse::<usize>().ok()?, sum))
            });
            match part {
                Some((part, sum)) if part < parts => {
                    state.done.insert(part, sum);
                }
                _ if line.is_empty() || !is_whole => {}
                _ => return Err(unreadable()),
            }
        }
        Ok(state)
    }

    /// All of it as text. It holds where parts may be sent to, so it is a secret.
    pub fn text(&self) -> String {
        let head = serde_json::to_string(&self.head).unwrap_or_default();
        let mut text = format!("{PREFIX}{head}\n");
        for (part, sum) in &self.done {
            text.push_str(&line(*part, *sum));
        }
        if let Some(file) = &self.file {
            text.push_str(&format!("{FILE}{}\n", serde_json::to_string(file).unwrap_or_default()));
        }
        text
    }

    /// Keeps it in a file from now on.
    pub fn keep_in(&mut self, path: PathBuf) {
        self.log = Some(Log { path, open: None });
    }

    /// What the service has begun, nothing of which is done.
    pub fn begin(&mut self, begun: Begun) -> Result<()> {
        self.head.begun = Some(begun);
        self.done.clear();
        self.write()
    }

    /// The service does not know it any more.
    pub fn forget(&mut self) {
        self.head.begun = None;
        self.done.clear();
        self.drop_log();
    }

    /// The service has a part.
    pub fn confirm(&mut self, part: usize, sum: u32) -> Result<()> {
        self.done.insert(part, sum);
        if self.log.as_ref().is_some_and(|log| log.open.is_none()) {
            return self.write();
        }
        let Some(Log { path, open }) = &mut self.log else { return Ok(()) };
        let Some(file) = open else { return Ok(()) };
        file.write_all(line(part, sum).as_bytes()).map_err(|error| {
            // Half a line may be there: the next one goes into a whole file.
            *open = None;
            unwritable(path, error)
        })
    }

    /// The service has the file.
    pub fn finish(&mut self, file: UploadedFile) {
        self.file = Some(file);
        self.drop_log();
    }

    /// Writes all of it to its file, so that there is always a whole one.
    fn write(&mut self) -> Result<()> {
        let text = self.text();
        let Some(log) = &mut self.log else { return Ok(()) };
        let Log { path, open } = log;
        *open = Some(replaced(path, &text).map_err(|error| unwritable(path, error))?);
        Ok(())
    }

    fn drop_log(&mut self) {
        if let Some(log) = &mut self.log {
            log.open = None;
            // If it cannot be deleted, its text says by itself that the upload is over or lost.
            let _ = fs::remove_file(&log.path);
        }
    }
}

fn line(part: usize, sum: u32) -> String {
    format!("{part} {sum:08x}\n")
}

/// A file with this text in the place of an older one, open for more.
fn replaced(path: &Path, text: &str) -> io::Result<File> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or_else(|| Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    OpenOptions::new().append(true).open(path)
}

/// The state that a file holds, if there is one.
pub(super) fn load(path: &Path, public_key: &str) -> Result<Option<State>> {
    match fs::read_to_string(path) {
        Ok(text) => State::read(&text, public_key, "state_file").map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unwritable(path, error)),
    }
}

fn unwritable(path: &Path, error: io::Error) -> Error {
    let problem = format!("the state file {} cannot be used: {error}", path.display());
    Error::new(ErrorKind::Source, problem)
        .with(|info| info.parameter = Some("state_file".to_owned()))
        .caused_by(error)
}

/// The error of content that is not what was begun with.
pub(super) fn other_content() -> Error {
    broken("is not the content that this upload was begun with: its size or its bytes differ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        let mut state = State::new("key");
        let begun = Begun {
            uuid: "21975c81-7f57-4c7a-aef9-acfe28779f78".to_owned(),
            filename: "a.bin".to_owned(),
            size: 25,
            part_size: 10,
            parts: ["a", "b", "c"].map(str::to_owned).to_vec(),
        };
        state.begin(begun).unwrap();
        state
    }

    #[test]
    fn written_and_read_again() {
        let mut state = state();
        state.confirm(2, 0xabc).unwrap();
        state.confirm(0, 7).unwrap();
        let text = state.text();
        let back = State::read(&text, "key", "text").unwrap();
        assert_eq!(back.text(), text);
        assert_eq!(back.done, BTreeMap::from([(0, 7), (2, 0xabc)]));
        assert_eq!(back.head.begun.unwrap().range(2), (20, 5));
        // A line that a crash has cut.
        for cut in text.len() - 11..text.len() {
            let back = State::read(&text[..cut], "key", "text").unwrap();
            assert!((1..=2).contains(&back.done.len()), "{cut}");
        }
    }

    #[test]
    fn what_is_no_state() {
        let text = state().text();
        for wrong in [
            String::new(),
            "ucjob1.{}".to_owned(),
            text.replace("\"size\":25", "\"size\":31"),
            text.replace("\"part_size\":10", "\"part_size\":0"),
            text.replace("21975c81-", ""),
            format!("{text}3 00000001\n"),
            format!("{text}x\n"),
            format!("{text}0 0000000g\n"),
        ] {
            let error = State::read(&wrong, "key", "text").err().unwrap();
            assert_eq!(error.info().parameter.as_deref(), Some("text"), "{wrong}");
        }
        let error = State::read(&text, "other", "text").err().unwrap();
        assert!(error.message().contains("the project key, not to other"), "{error}");
    }

    #[test]
    fn a_file_that_grows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.upload");
        assert!(load(&path, "key").unwrap().is_none());
        let mut state = state();
        state.keep_in(path.clone());
        for part in [1, 0] {
            state.confirm(part, 9).unwrap();
            assert_eq!(load(&path, "key").unwrap().unwrap().done, state.done);
        }
        state.finish(UploadedFile {
            uuid: "21975c81-7f57-4c7a-aef9-acfe28779f78".to_owned(),
            original_filename: "a.bin".to_owned(),
            size: 25,
        });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(State::read(&state.text(), "key", "text").unwrap().file.is_some());
        let mut lost = self::state();
        lost.keep_in(folder.path().join("no/such/folder"));
        let error = lost.confirm(0, 1).unwrap_err();
        assert_eq!(error.info().parameter.as_deref(), Some("state_file"));
    }
}
