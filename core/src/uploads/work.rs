//! An upload as work that can be left and taken up again.

use super::{
    UploadOptions, UploadedFile,
    calls::info,
    content::{Content, HeldParts, Preparation},
    direct, multipart,
    options::Plan,
    progress::Progress,
    source::Source,
    state::{Begun, State, load, other_content},
};
use crate::{
    client::Client,
    error::{ErrorKind, Result},
    transport::{Line, Request},
};
use bytes::Bytes;
use parking_lot::Mutex;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

/// Uploads that are under way side by side.
#[derive(Clone)]
pub(super) struct Company {
    pub files: usize,
    line: Line,
}

impl Company {
    pub fn new(files: usize) -> Self {
        Self { files, line: Line::default() }
    }

    /// Notes what a body shares its line with: each file has so many under way.
    pub fn share(&self, request: &mut Request, bodies: usize) {
        request.line = self.line.clone();
        request.sharers = u32::try_from(bodies * self.files).unwrap_or(u32::MAX);
    }
}

/// What does not change while an upload is left and taken up again.
pub(super) struct UploadWork {
    pub client: Client,
    pub plan: Plan,
    pub company: Company,
    pub state: Mutex<State>,
    pub progress: Progress,
    /// Parts of a stream that were read, and that the service has not got.
    pub held: HeldParts,
    source: Source,
    preparation: Preparation,
    is_loaded: AtomicBool,
    is_checked: AtomicBool,
    /// Parts of a stream that were read.
    read: AtomicUsize,
    /// Parts of `held` that are being sent.
    taken: Mutex<std::collections::BTreeSet<usize>>,
}

impl UploadWork {
    pub fn new(
        client: &Client,
        source: Source,
        options: UploadOptions,
        company: Company,
    ) -> Result<Self> {
        let plan = Plan::new(client, &source, options, company.files)?;
        Ok(Self {
            company,
            state: Mutex::new(State::new(client.public_key())),
            client: client.clone(),
            plan,
            progress: Progress::default(),
            held: HeldParts::default(),
            preparation: Preparation::new(source.clone()),
            source,
            is_loaded: AtomicBool::new(false),
            is_checked: AtomicBool::new(false),
            read: AtomicUsize::new(0),
            taken: Mutex::default(),
        })
    }

    /// Goes on from a saved state.
    pub fn resume(self, text: &str) -> Result<Self> {
        let state = State::read(text, self.client.public_key(), "text")?;
        *self.state.lock() = state;
        self.is_loaded.store(true, Ordering::Relaxed);
        if let Some(path) = &self.plan.state_file {
            self.state.lock().keep_in(path.clone());
        }
        Ok(self)
    }

    pub fn begun(&self) -> Option<Begun> {
        self.state.lock().head.begun.clone()
    }

    pub fn is_checked(&self) -> bool {
        self.is_checked.load(Ordering::Relaxed)
    }

    pub fn set_checked(&self) {
        self.is_checked.store(true, Ordering::Relaxed);
    }

    /// Begins, or goes on with what is left.
    pub async fn carry_out(&self) -> Result<UploadedFile> {
        if let Source::Existing(file) = &self.source {
            let info = info(&self.client, &file.uuid("source")?).await?;
            return Ok(UploadedFile {
                uuid: info.uuid,
                original_filename: info.original_filename,
                size: info.size,
            });
        }
        self.load()?;
        if let Some(file) = self.state.lock().file.clone() {
            return Ok(file);
        }
        self.taken.lock().clear();
        let mut may_restart = self.plan.restarts;
        loop {
            let outcome = self.attempt().await;
            match outcome {
                Err(error) if *error.kind() == ErrorKind::UploadLost => {
                    let has_begun = self.state.lock().head.begun.is_some();
                    let can_read_again = !matches!(self.source, Source::Stream(_));
                    if !(may_restart && has_begun && can_read_again) {
                        return Err(error);
                    }
                    may_restart = false;
                    self.state.lock().forget();
                }
                Ok(file) => {
                    self.state.lock().finish(file.clone());
                    return Ok(file);
                }
                other => return other,
            }
        }
    }

    fn load(&self) -> Result<()> {
        let Some(path) = &self.plan.state_file else { return Ok(()) };
        if self.is_loaded.swap(true, Ordering::Relaxed) {
            return Ok(());
        }
        let loaded = load(path, self.client.public_key())
            .inspect_err(|_| self.is_loaded.store(false, Ordering::Relaxed))?;
        let mut state = self.state.lock();
        if let Some(loaded) = loaded {
            *state = loaded;
        }
        state.keep_in(path.clone());
        Ok(())
    }

    async fn attempt(&self) -> Result<UploadedFile> {
        // Those of many are few at a time, so that their content may wait in memory.
        let content = self.preparation.ready(self.plan.threshold, self.company.files > 1).await?;
        let size = content.size();
        if size >= self.plan.threshold {
            return multipart::upload(self, &content).await;
        }
        if self.state.lock().head.begun.is_some() {
            // It was begun in parts, so the content had more bytes then.
            return Err(other_content());
        }
        self.progress.begin(size, 1, 0, 0);
        let sent = self.progress.send();
        let file =
            direct::upload(&self.client, &self.plan, &self.company, &content, sent.clone()).await?;
        self.progress.confirm(&sent, size);
        Ok(file)
    }

    /// A part that was read before, and was not sent to its end.
    pub fn next_held(&self) -> Option<(usize, Content)> {
        let held = self.held.lock();
        let mut taken = self.taken.lock();
        let (part, bytes) = held.iter().find(|(part, _)| !taken.contains(part))?;
        taken.insert(*part);
        Some((*part, Content::Pieces(bytes.clone())))
    }

    pub fn next_to_read(&self) -> usize {
        self.read.load(Ordering::Relaxed)
    }

    /// Notes that a part was read; if it is to be sent, with its bytes.
    pub fn has_read(&self, part: usize, bytes: Option<Arc<[Bytes]>>) {
        if let Some(bytes) = bytes {
            self.taken.lock().insert(part);
            self.held.lock().insert(part, bytes);
        }
        self.read.store(part + 1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Meter;

    #[test]
    fn bodies_side_by_side_share_a_line_and_get_more_time() {
        let part = || Request::part(String::new(), 5_000_000, Arc::new(|_| unreachable!()));
        let company = Company::new(3);
        let (mut one, mut other) = (part(), part());
        assert_eq!(one.extra_time().as_secs(), 100);
        company.share(&mut one, 4);
        company.share(&mut other, 4);
        assert_eq!((one.sharers, one.extra_time().as_secs()), (12, 1200));
        Meter::new(&one.line).add(7);
        assert_eq!(other.line.get(), 7);
    }
}
