use super::{
    Counter, DownloadProgress, DownloadedFile, SaveOptions, name,
    reader::{Head, Reader, mismatch},
    state::{self, Content, State},
};
use crate::{
    delivery::{Delivery, DeliveryUrl},
    error::{Error, ErrorKind, Result, check_range},
    follow::Followed,
};
use futures::{FutureExt, StreamExt, TryStreamExt, future::BoxFuture, stream};
use std::{
    collections::BTreeSet,
    fmt, io,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::{
    fs::{self, File, OpenOptions},
    io::{AsyncSeekExt, AsyncWriteExt, SeekFrom},
    sync::Mutex,
};

const PART: i64 = 8 << 20;
const LEAST_PART: i64 = 1 << 20;
const MOST_PART: i64 = 1 << 30;

/// A download to the disk that can be followed. Cheap to clone: clones are the same download.
///
/// What has come is kept beside the file, under its name and `.uploadcare-part`. Running a download of the same file
/// to the same place goes on with it, after an error, after it was cancelled, and in another process, too.
#[derive(Clone)]
pub struct Download {
    job: Arc<Job>,
    work: Arc<Followed<DownloadedFile, DownloadProgress>>,
}

struct Job {
    delivery: Delivery,
    url: DeliveryUrl,
    path: PathBuf,
    filename: Option<String>,
    overwrite: bool,
    part_size: u64,
    at_once: usize,
    counter: Counter,
}

impl Download {
    pub(super) fn new(
        delivery: Delivery,
        url: DeliveryUrl,
        path: PathBuf,
        options: SaveOptions,
    ) -> Result<Self> {
        if path.as_os_str().is_empty() {
            return Err(Error::parameter("path", "must be a folder, or the path of a file"));
        }
        if let Some(given) = &options.filename
            && name::safe(given).as_ref() != Some(given)
        {
            return Err(Error::parameter(
                "filename",
                format_args!(
                    "must be the name of a file on every system, without a folder, not {given:?}"
                ),
            ));
        }
        let part_size = options.part_size.unwrap_or(PART);
        check_range("part_size", part_size, LEAST_PART, MOST_PART)?;
        let at_once = options.max_concurrency.unwrap_or(4);
        check_range("max_concurrency", at_once, 1, 32)?;
        let job = Job {
            delivery,
            url,
            path,
            filename: options.filename,
            overwrite: options.overwrite.unwrap_or(false),
            part_size: part_size.unsigned_abs(),
            at_once: usize::try_from(at_once).unwrap_or(1),
            counter: Counter::default(),
        };
        Ok(Self { job: Arc::new(job), work: Arc::new(Followed::new()) })
    }

    /// Downloads until the file is there, or goes on with what is left.
    ///
    /// Errors: `destination` if the file cannot be written, or is there already; `content_mismatch` if it changes
    /// meanwhile; else as for a download into memory. What has come is kept: running it again goes on.
    pub async fn run(&self) -> Result<DownloadedFile> {
        self.work
            .run(|| self.begin(), |file| self.job.counter.now(file), |progress| progress.file)
            .await
    }

    /// Downloads until there is progress to tell, at most ten times per second. The last one has the file; None comes
    /// after it. If it is given up, what is on its way stops, and the next call goes on.
    ///
    /// Errors: as for [`Self::run`].
    pub async fn next(&self) -> Result<Option<DownloadProgress>> {
        self.work.next(|| self.begin(), |file| self.job.counter.now(file)).await
    }

    fn begin(&self) -> BoxFuture<'static, Result<DownloadedFile>> {
        let job = self.job.clone();
        async move { job.carry_out().await }.boxed()
    }

    /// How far it is.
    pub fn progress(&self) -> DownloadProgress {
        self.job.counter.now(None)
    }

    /// For the bindings: stops what is on its way, for nobody waits any more.
    #[doc(hidden)]
    pub fn stop(&self) {
        self.work.stop();
    }
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("path", &self.job.path).finish_non_exhaustive()
    }
}

/// The file, and what stands beside it until it is complete.
struct Places {
    target: PathBuf,
    part: PathBuf,
    state: PathBuf,
    lock: PathBuf,
}

impl Places {
    fn of(target: PathBuf) -> Self {
        let beside = |end: &str| {
            let mut name = target.file_name().unwrap_or_default().to_owned();
            name.push(end);
            target.with_file_name(name)
        };
        Self {
            part: beside(".uploadcare-part"),
            state: beside(".uploadcare-state"),
            lock: beside(".uploadcare-lock"),
            target,
        }
    }
}

fn failed(path: &Path, error: io::Error) -> Error {
    let text = format!("cannot write {}: {error}", path.display());
    Error::new(ErrorKind::Destination, text).caused_by(error)
}

impl Job {
    async fn carry_out(&self) -> Result<DownloadedFile> {
        let named = self.named().await?;
        let places = match named {
            Some(target) => Some(self.places(target).await?),
            None => None,
        };
        // What is kept is looked at by one download at a time, or another may take it away meanwhile.
        let (places, lock, kept, (first, reader)) = match places {
            Some(places) => {
                let lock = Lock::take(&places.lock).await?;
                let kept = self.kept(&places).await;
                let opened = self.open_first(kept.as_ref()).await?;
                (places, lock, kept, opened)
            }
            None => {
                let opened = self.open_first(None).await?;
                let name = self.name_of(opened.1.head());
                let places = self.places(self.path.join(name)).await?;
                let lock = Lock::take(&places.lock).await?;
                let kept = self.kept(&places).await;
                (places, lock, kept, opened)
            }
        };
        let (size, head) = self.fetch(&places, kept, first, reader).await?;
        self.finish(&places, size).await?;
        drop(lock);
        Ok(DownloadedFile {
            path: places.target.to_string_lossy().into_owned(),
            size: i64::try_from(size).unwrap_or(i64::MAX),
            content_type: head.content_type,
            etag: head.etag,
        })
    }

    /// The path of the file, if it does not depend on what the service says.
    async fn named(&self) -> Result<Option<PathBuf>> {
        let text = self.path.to_string_lossy();
        let ends_as_folder = text.ends_with(std::path::is_separator);
        let is_folder = fs::metadata(&self.path).await.is_ok_and(|found| found.is_dir());
        if ends_as_folder && !is_folder {
            return Err(Error::new(
                ErrorKind::Destination,
                format!("the folder {text} does not exist"),
            ));
        }
        if is_folder {
            let name =
                self.filename.clone().or_else(|| self.url.filename.as_deref().and_then(name::safe));
            return Ok(name.map(|name| self.path.join(name)));
        }
        if self.filename.is_some() {
            return Err(Error::parameter("filename", "must be given beside a folder, not a file"));
        }
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder
            && !fs::metadata(folder).await.is_ok_and(|found| found.is_dir())
        {
            return Err(Error::new(
                ErrorKind::Destination,
                format!("the folder {} does not exist", folder.display()),
            ));
        }
        Ok(Some(self.path.clone()))
    }

    fn name_of(&self, head: &Head) -> String {
        let subject = self.url.uuid.as_ref().or(self.url.group.as_ref());
        head.filename
            .as_deref()
            .and_then(name::safe)
            .or_else(|| subject.cloned())
            .unwrap_or_else(|| "download".to_owned())
    }

    /// Checked, so that nothing is written elsewhere and nothing is lost.
    async fn places(&self, target: PathBuf) -> Result<Places> {
        let places = Places::of(target);
        if !self.overwrite && fs::symlink_metadata(&places.target).await.is_ok() {
            return Err(Error::new(
                ErrorKind::Destination,
                format!("{} is there already: see `overwrite`", places.target.display()),
            ));
        }
        for path in [&places.part, &places.state, &places.lock] {
            // A link would lead what is written to where nobody wants it.
            if fs::symlink_metadata(path).await.is_ok_and(|found| !found.is_file()) {
                return Err(Error::new(
                    ErrorKind::Destination,
                    format!("{} is there and is no usual file", path.display()),
                ));
            }
        }
        Ok(places)
    }

    /// Which parts of which content came before.
    async fn kept(&self, places: &Places) -> Option<(Content, BTreeSet<u64>)> {
        let (content, done) = state::read(&places.state).await?;
        let size = fs::metadata(&places.part).await.ok()?.len();
        let last = done.last().map_or(0, |part| part * content.part_size + content.size_of(*part));
        let is_it = content.url == self.key() && (last..=content.total).contains(&size);
        is_it.then_some((content, done))
    }

    /// What tells this download from that of another file.
    fn key(&self) -> String {
        DeliveryUrl { query: None, filename: None, base: String::new(), ..self.url.clone() }
            .to_string()
    }

    /// The first part that is missing, and what reads it.
    async fn open_first(&self, kept: Option<&(Content, BTreeSet<u64>)>) -> Result<(u64, Reader)> {
        let open = |range: Option<Range<u64>>, etag: Option<String>| async move {
            Reader::open(&self.delivery, self.url.clone(), range, etag.as_deref()).await
        };
        if let Some((content, done)) = kept
            && let Some(part) = (0..content.parts()).find(|part| !done.contains(part))
        {
            let start = part * content.part_size;
            let range = start..start + content.size_of(part);
            let reader = open(Some(range), Some(content.etag.clone())).await?;
            let is_whole = !reader.head().is_part;
            return Ok((if is_whole { 0 } else { part }, reader));
        }
        match open(Some(0..self.part_size), None).await {
            // Of nothing there is no first byte.
            Err(error) if error.status() == Some(416) => Ok((0, open(None, None).await?)),
            other => Ok((0, other?)),
        }
    }

    async fn fetch(
        &self,
        places: &Places,
        kept: Option<(Content, BTreeSet<u64>)>,
        first: u64,
        reader: Reader,
    ) -> Result<(u64, Head)> {
        let head = reader.head().clone();
        let (Some(total), Some(etag), true) = (head.total, &head.etag, head.is_part) else {
            if !head.is_part {
                return self.fetch_whole(places, reader).await;
            }
            // Of a stretch of nobody knows what there is no rest to be had.
            let whole = Reader::open(&self.delivery, self.url.clone(), None, None).await?;
            return self.fetch_whole(places, whole).await;
        };
        let matching = kept.filter(|(content, _)| content.etag == *etag && content.total == total);
        let (content, done) = match matching {
            Some(kept) => kept,
            None if first > 0 => {
                // The next run begins anew.
                let _ = fs::remove_file(&places.state).await;
                return Err(mismatch("the file has changed since it was begun"));
            }
            None => {
                let content = Content {
                    version: state::VERSION,
                    url: self.key(),
                    etag: etag.clone(),
                    total,
                    part_size: self.part_size,
                };
                empty(&places.part).await?;
                (content, BTreeSet::new())
            }
        };
        let received = done.iter().map(|part| content.size_of(*part)).sum();
        self.counter.begin(received, Some(total));
        let missing: Vec<u64> = (0..content.parts()).filter(|part| !done.contains(part)).collect();
        let state = State::open(&places.state, &content, done).await;
        let state = Mutex::new(state.map_err(|error| failed(&places.state, error))?);
        // It may have been opened for a part of another size.
        let is_that_part = missing.contains(&first)
            && reader.left() == Some(content.size_of(first))
            && reader.position() == first * content.part_size;
        let reader = Mutex::new(Some(reader).filter(|_| is_that_part));
        let (content, state, reader) = (&content, &state, &reader);
        stream::iter(missing)
            .map(|part| async move {
                let start = part * content.part_size;
                let range = start..start + content.size_of(part);
                let opened = if part == first { reader.lock().await.take() } else { None };
                let mut opened = match opened {
                    Some(opened) => opened,
                    None => {
                        let url = self.url.clone();
                        let etag = Some(content.etag.as_str());
                        Reader::open(&self.delivery, url, Some(range.clone()), etag).await?
                    }
                };
                let head = opened.head();
                if !head.is_part
                    || head.total != Some(content.total)
                    || head.etag.as_ref() != Some(&content.etag)
                {
                    return Err(mismatch("the file has changed while it was being downloaded"));
                }
                self.write(&places.part, &mut opened, &range).await?;
                let mut state = state.lock().await;
                state.add(part).await.map_err(|error| failed(&places.state, error))
            })
            .buffer_unordered(self.at_once)
            .try_collect::<Vec<()>>()
            .await?;
        Ok((total, head))
    }

    /// One stretch to its place in the file.
    async fn write(&self, path: &Path, reader: &mut Reader, range: &Range<u64>) -> Result<()> {
        let wrong = |error| failed(path, error);
        let mut file = OpenOptions::new().write(true).open(path).await.map_err(wrong)?;
        file.seek(SeekFrom::Start(range.start)).await.map_err(wrong)?;
        let mut left = range.end - range.start;
        while left > 0
            && let Some(piece) = reader.next().await?
        {
            let piece = piece.slice(..piece.len().min(usize::try_from(left).unwrap_or(usize::MAX)));
            file.write_all(&piece).await.map_err(wrong)?;
            left -= piece.len() as u64;
            self.counter.add(piece.len());
        }
        if left > 0 {
            return Err(mismatch("fewer bytes came than were announced"));
        }
        file.flush().await.map_err(wrong)?;
        // Before it is noted as done: a power cut must not leave a note without the bytes.
        file.sync_data().await.map_err(wrong)
    }

    /// All of it in one go, where the service gives no stretches.
    async fn fetch_whole(&self, places: &Places, mut reader: Reader) -> Result<(u64, Head)> {
        let wrong = |error| failed(&places.part, error);
        let head = reader.head().clone();
        let _ = fs::remove_file(&places.state).await;
        empty(&places.part).await?;
        self.counter.begin(0, head.total);
        let mut file = OpenOptions::new().write(true).open(&places.part).await.map_err(wrong)?;
        let mut size = 0;
        while let Some(piece) = reader.next().await? {
            file.write_all(&piece).await.map_err(wrong)?;
            size += piece.len() as u64;
            self.counter.add(piece.len());
        }
        file.flush().await.map_err(wrong)?;
        if head.total.is_some_and(|total| total != size) {
            return Err(mismatch("another number of bytes came than was announced"));
        }
        Ok((size, head))
    }

    /// The complete file gets its name at one moment.
    async fn finish(&self, places: &Places, size: u64) -> Result<()> {
        let wrong = |error| failed(&places.target, error);
        let file = OpenOptions::new().write(true).open(&places.part).await.map_err(wrong)?;
        file.sync_all().await.map_err(wrong)?;
        if file.metadata().await.map_err(wrong)?.len() != size {
            return Err(mismatch("the file on the disk has another size"));
        }
        drop(file);
        if self.overwrite {
            fs::rename(&places.part, &places.target).await.map_err(wrong)?;
        } else {
            self.name_new(places).await?;
        }
        let _ = fs::remove_file(&places.state).await;
        Ok(())
    }

    /// Without replacing what somebody else has put there meanwhile.
    async fn name_new(&self, places: &Places) -> Result<()> {
        let wrong = |error| failed(&places.target, error);
        match fs::hard_link(&places.part, &places.target).await {
            Ok(()) => {
                // The file is complete, whatever becomes of its second name.
                let _ = fs::remove_file(&places.part).await;
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(wrong(error)),
            // Not every file system has links.
            Err(_) => {
                self.places(places.target.clone()).await?;
                fs::rename(&places.part, &places.target).await.map_err(wrong)
            }
        }
    }
}

/// An empty file, and no second name of another one.
async fn empty(path: &Path) -> Result<()> {
    let wrong = |error| failed(path, error);
    match fs::remove_file(path).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(wrong(error)),
        _ => {}
    }
    OpenOptions::new().write(true).create_new(true).open(path).await.map(drop).map_err(wrong)
}

/// Two downloads to one place would spoil each other's file. It is a file of its own: where locks bind all, the
/// others could not be written.
struct Lock {
    file: Option<std::fs::File>,
    path: PathBuf,
}

impl Lock {
    async fn take(path: &Path) -> Result<Self> {
        loop {
            let file = File::options().write(true).create(true).truncate(false).open(path).await;
            let file = file.map_err(|error| failed(path, error))?.into_std().await;
            match file.try_lock() {
                // The one who had it has just taken it away.
                Ok(()) if !is_at(&file, path) => {}
                // Not every file system has locks.
                Ok(()) | Err(std::fs::TryLockError::Error(_)) => {
                    return Ok(Self { file: Some(file), path: path.to_owned() });
                }
                Err(std::fs::TryLockError::WouldBlock) => {
                    return Err(Error::new(
                        ErrorKind::Destination,
                        format!("another download is at work beside {}", path.display()),
                    ));
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        drop(self.file.take());
    }
}

/// Whether a file that is open is the one of this name.
#[cfg(unix)]
fn is_at(file: &std::fs::File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    let identity = |facts: std::fs::Metadata| (facts.dev(), facts.ino());
    let here = file.metadata().map(identity);
    here.is_ok_and(|here| {
        std::fs::symlink_metadata(path).map(identity).is_ok_and(|there| here == there)
    })
}

#[cfg(not(unix))]
fn is_at(_: &std::fs::File, path: &Path) -> bool {
    path.exists()
}
