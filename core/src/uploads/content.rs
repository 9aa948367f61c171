//! Content that is ready to be sent, whole or in parts, as often as need be.

use super::{
    options::LEAST_MULTIPART,
    progress::{Attempt, Sent},
    source::{Source, StreamSource, broken, broken_file, unreadable},
    stream::StreamReader,
};
use crate::{
    error::{Error, Result},
    transport::{BodyFactory, Meter},
};
use bytes::Bytes;
use futures::{FutureExt, Stream, StreamExt, TryStreamExt, stream};
use parking_lot::Mutex;
use std::{
    cmp::Ordering,
    fs::{File, Metadata},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::{Arc, Weak},
    time::SystemTime,
};
use tempfile::{NamedTempFile, TempPath};

/// What is sent at once: progress and the signs of life of a slow line come as often.
const CHUNK: usize = 256 << 10;

/// What is read of a file at once. Each reading costs two changes of the thread; the parts under way hold up to two
/// each.
const READ: usize = 512 << 10;

#[derive(Clone)]
pub(super) enum Content {
    /// Bytes in the pieces that they came in.
    Pieces(Arc<[Bytes]>),
    File(Arc<LocalFile>),
    /// Read once, part after part.
    Stream {
        reader: Arc<tokio::sync::Mutex<StreamReader>>,
        size: u64,
    },
}

pub(super) struct LocalFile {
    path: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
    /// Of a small file all of it, for whoever sends it first.
    whole: Mutex<Option<Bytes>>,
    /// Of what is under way.
    buffers: Mutex<Weak<Buffers>>,
    /// Ours, deleted when nobody needs it any more.
    _temporary: Option<TempPath>,
}

impl Content {
    pub fn size(&self) -> u64 {
        match self {
            Self::Pieces(pieces) => pieces.iter().map(|piece| piece.len() as u64).sum(),
            Self::File(file) => file.size,
            Self::Stream { size, .. } => *size,
        }
    }

    /// Fails if a file is not any more what it was.
    pub async fn check_unchanged(&self) -> Result<()> {
        match self {
            Self::File(file) => {
                let file = file.clone();
                on_disk(move || file.check_unchanged()).await
            }
            Self::Pieces(_) | Self::Stream { .. } => Ok(()),
        }
    }

    /// What a file is read into, kept as long as this is.
    pub fn memory(&self) -> Option<Arc<Buffers>> {
        match self {
            Self::File(file) => Some(file.buffers()),
            Self::Pieces(_) | Self::Stream { .. } => None,
        }
    }

    /// Makes bodies of a piece of what is not read only once.
    pub fn body(&self, from: u64, size: u64, sent: Arc<Sent>) -> BodyFactory {
        let content = self.clone();
        Arc::new(move |meter| {
            let (content, sent) = (content.clone(), sent.clone());
            async move {
                let attempt = sent.begin();
                let pieces = content.pieces(from, size).await?;
                Ok(reqwest::Body::wrap_stream(counted(pieces, meter, attempt)))
            }
            .boxed()
        })
    }

    /// A piece of it in chunks.
    pub async fn pieces(&self, from: u64, size: u64) -> Result<Pieces> {
        match self {
            Self::Pieces(pieces) => Ok(chunks(cut(pieces, from, size)).boxed()),
            Self::File(file) => file.clone().pieces(from, size).await,
            Self::Stream { .. } => Err(Error::internal("a stream is read part by part")),
        }
    }

    /// CRC-32 of a piece.
    pub async fn checksum(&self, from: u64, size: u64) -> Result<u32> {
        let mut pieces = self.pieces(from, size).await?;
        let mut sum = crc32fast::Hasher::new();
        while let Some(piece) = pieces.next().await {
            sum.update(&piece.map_err(own_error)?);
        }
        Ok(sum.finalize())
    }
}

pub(super) type Pieces = stream::BoxStream<'static, io::Result<Bytes>>;

fn own_error(error: io::Error) -> Error {
    let own = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>().cloned());
    own.unwrap_or_else(|| broken(&format!("the content cannot be read: {error}")))
}

/// What lies in a range.
fn cut(pieces: &[Bytes], from: u64, size: u64) -> Vec<Bytes> {
    let mut begin = 0;
    let mut found = Vec::new();
    for piece in pieces {
        let end = begin + piece.len() as u64;
        let (first, last) = (from.max(begin), (from + size).min(end));
        if first < last {
            found.push(piece.slice((first - begin) as usize..(last - begin) as usize));
        }
        begin = end;
    }
    found
}

fn chunks(pieces: Vec<Bytes>) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    stream::iter(pieces.into_iter().flat_map(|mut piece| {
        std::iter::from_fn(move || {
            let chunk = piece.split_to(piece.len().min(CHUNK));
            (!chunk.is_empty()).then_some(Ok(chunk))
        })
    }))
}

/// Counts what leaves.
pub(super) fn counted(pieces: Pieces, meter: Meter, attempt: Arc<Attempt>) -> Pieces {
    pieces
        .inspect(move |piece| {
            if let Ok(piece) = piece {
                meter.add(piece.len() as u64);
                attempt.add(piece);
            }
        })
        .boxed()
}

impl LocalFile {
    fn new(path: PathBuf, facts: &Metadata, temporary: Option<TempPath>) -> Self {
        let (size, modified) = (facts.len(), facts.modified().ok());
        let buffers = Mutex::default();
        Self { path, size, modified, whole: Mutex::new(None), buffers, _temporary: temporary }
    }

    /// What it is now, if it may be uploaded. `reads`: a small one is read at once.
    fn find(path: PathBuf, reads: bool) -> Result<Self> {
        let facts = facts(&path)?;
        if facts.is_dir() {
            return Err(broken_file(&path, "is a folder: upload its files one by one"));
        }
        if !facts.is_file() {
            return Err(broken_file(&path, "is not a regular file"));
        }
        let mut open = File::open(&path).map_err(|error| unreadable(&path, error))?;
        let mut file = Self::new(path, &facts, None);
        if reads && file.size <= CHUNK as u64 {
            *file.whole.get_mut() = Some(file.read(&file.buffers(), &mut open, file.size)?);
        }
        Ok(file)
    }

    /// A piece of it. Each way to the threads that may wait for a disk costs more than reading a small file, so as much
    /// as possible is done on one.
    async fn pieces(self: Arc<Self>, from: u64, size: u64) -> Result<Pieces> {
        if size == self.size
            && let Some(whole) = self.whole.lock().take()
        {
            return Ok(chunks(vec![whole]).boxed());
        }
        if size == 0 {
            return Ok(stream::empty().boxed());
        }
        let buffers = self.buffers();
        let first = on_disk(move || {
            let failed = |error| unreadable(&self.path, error);
            let mut open = File::open(&self.path).map_err(failed)?;
            open.seek(SeekFrom::Start(from)).map_err(failed)?;
            self.next(buffers, open, size)
        });
        let (first, rest) = first.await?;
        let rest = stream::try_unfold(rest, async |(open, file, buffers, left)| {
            if left == 0 {
                return Ok(None);
            }
            on_disk(move || file.next(buffers, open, left))
                .await
                .map(Some)
                .map_err(io::Error::other)
        });
        let all = stream::iter([Ok(first)]).chain(rest);
        Ok(all.map_ok(|bytes| chunks(vec![bytes])).try_flatten().boxed())
    }

    /// The next bytes of a piece of which so many are left, and what comes after them.
    fn next(
        self: Arc<Self>,
        buffers: Arc<Buffers>,
        mut open: File,
        left: u64,
    ) -> Result<(Bytes, Rest)> {
        let bytes = self.read(&buffers, &mut open, left)?;
        let left = left - bytes.len() as u64;
        Ok((bytes, (open, self, buffers, left)))
    }

    fn buffers(&self) -> Arc<Buffers> {
        let mut last = self.buffers.lock();
        last.upgrade().unwrap_or_else(|| {
            let buffers = Arc::default();
            *last = Arc::downgrade(&buffers);
            buffers
        })
    }

    /// The file is looked at again before the last bytes of a piece go out: if it has changed, the body breaks off
    /// instead of becoming a damaged file.
    fn read(&self, buffers: &Arc<Buffers>, open: &mut File, left: u64) -> Result<Bytes> {
        let chunk = left.min(READ as u64);
        let mut buffer = Buffers::take(buffers, chunk as usize);
        let read = open.take(chunk).read_to_end(&mut buffer.bytes);
        if (read.map_err(|error| unreadable(&self.path, error))? as u64) < chunk {
            return Err(broken_file(&self.path, SHORTER));
        }
        if chunk == left {
            self.check_unchanged()?;
        }
        Ok(Bytes::from_owner(buffer))
    }

    fn check_unchanged(&self) -> Result<()> {
        let facts = facts(&self.path)?;
        let problem = match facts.len().cmp(&self.size) {
            Ordering::Less => SHORTER,
            Ordering::Greater => "became longer while it was uploaded",
            Ordering::Equal if facts.modified().ok() != self.modified => {
                "was changed while it was uploaded"
            }
            Ordering::Equal => return Ok(()),
        };
        Err(broken_file(&self.path, problem))
    }
}

/// Memory that was sent, and can be read into again: pages of fresh memory cost a quarter of the CPU time of an upload.
/// It is there as long as an upload of the file is under way.
#[derive(Default)]
pub(super) struct Buffers(Mutex<Vec<Vec<u8>>>);

/// Goes back when it was sent.
struct Buffer {
    bytes: Vec<u8>,
    home: Arc<Buffers>,
}

impl Buffers {
    fn take(home: &Arc<Self>, size: usize) -> Buffer {
        let free = home.0.lock().pop();
        let mut bytes = free.unwrap_or_default();
        bytes.reserve_exact(size);
        Buffer { bytes, home: home.clone() }
    }
}

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        self.home.0.lock().push(bytes);
    }
}

const SHORTER: &str = "became shorter while it was uploaded";

/// A piece of a file that is being read, what it is read into, and how many bytes are left of it. A file that is to be
/// deleted is closed first.
type Rest = (File, Arc<LocalFile>, Arc<Buffers>, u64);

fn facts(path: &Path) -> Result<Metadata> {
    std::fs::metadata(path).map_err(|error| unreadable(path, error))
}

/// Does what may wait for a disk where nobody else waits for it.
async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let outcome = tokio::task::spawn_blocking(work).await;
    outcome.unwrap_or_else(|error| Err(Error::internal(format!("no file can be read: {error}"))))
}

/// A source on its way to be ready: a stream may have to be read to its end first.
pub(super) struct Preparation(tokio::sync::Mutex<Stage>);

enum Stage {
    Fresh(Source),
    /// A stream of unknown size, which has more bytes than fit into one request.
    Spooling {
        reader: StreamReader,
        file: NamedTempFile,
    },
    Reading {
        reader: StreamReader,
        size: Option<u64>,
    },
    Ready(Content),
    /// A stream that cannot be read twice.
    Gone,
}

impl Preparation {
    pub fn new(source: Source) -> Self {
        Self(tokio::sync::Mutex::new(Stage::Fresh(source)))
    }

    /// Makes the content ready. What is below `threshold` bytes will be sent whole. `reads`: a small file is read at
    /// once.
    pub async fn ready(&self, threshold: u64, reads: bool) -> Result<Content> {
        let mut stage = self.0.lock().await;
        loop {
            let next = match &mut *stage {
                Stage::Ready(content) => return Ok(content.clone()),
                Stage::Gone => {
                    return Err(broken("was read before, and a stream can be read only once"));
                }
                Stage::Fresh(Source::Bytes(bytes)) => {
                    Stage::Ready(Content::Pieces([bytes.clone()].into()))
                }
                Stage::Fresh(Source::Path(path)) => {
                    let path = path.clone();
                    let file = on_disk(move || LocalFile::find(path, reads)).await?;
                    Stage::Ready(Content::File(Arc::new(file)))
                }
                Stage::Fresh(Source::Existing(_)) => {
                    return Err(Error::internal("a file of the project has no content here"));
                }
                Stage::Fresh(Source::Stream(StreamSource { reader, size })) => {
                    match reader.lock().take() {
                        Some(reader) => Stage::Reading { reader, size: *size },
                        None => Stage::Gone,
                    }
                }
                Stage::Reading { reader, size: Some(size) } if *size < threshold => {
                    let size = *size;
                    reader.fill(size as usize + 1).await?;
                    check_length(reader.waiting() as u64, size)?;
                    Stage::Ready(Content::Pieces(reader.take(size as usize).into()))
                }
                Stage::Reading { reader, size: None } => {
                    if reader.fill(threshold.min(LEAST_MULTIPART) as usize).await? {
                        let size = reader.waiting();
                        Stage::Ready(Content::Pieces(reader.take(size).into()))
                    } else {
                        let file = NamedTempFile::new().map_err(no_room)?;
                        match std::mem::replace(&mut *stage, Stage::Gone) {
                            Stage::Reading { reader, .. } => Stage::Spooling { reader, file },
                            other => other,
                        }
                    }
                }
                Stage::Reading { size: Some(size), .. } => {
                    let size = *size;
                    match std::mem::replace(&mut *stage, Stage::Gone) {
                        Stage::Reading { reader, .. } => {
                            let reader = Arc::new(tokio::sync::Mutex::new(reader));
                            Stage::Ready(Content::Stream { reader, size })
                        }
                        other => other,
                    }
                }
                Stage::Spooling { reader, file } => {
                    // Written without another thread: a piece that is given up in its middle would be
                    // half written, and nobody would know.
                    let mut written = Ok(());
                    while let Some(piece) = reader.piece() {
                        written = file.write_all(&piece);
                        if written.is_err() {
                            break;
                        }
                    }
                    if let Err(error) = written {
                        // What was taken is lost: what comes after it would be another content.
                        *stage = Stage::Gone;
                        return Err(no_room(error));
                    }
                    if !reader.fill(1).await? {
                        continue;
                    }
                    match std::mem::replace(&mut *stage, Stage::Gone) {
                        Stage::Spooling { file, .. } => {
                            let path = file.into_temp_path();
                            let facts = facts(&path)?;
                            let file = LocalFile::new(path.to_path_buf(), &facts, Some(path));
                            Stage::Ready(Content::File(Arc::new(file)))
                        }
                        other => other,
                    }
                }
            };
            *stage = next;
        }
    }
}

/// Says when a stream is not as long as it was said to be.
pub(super) fn check_length(is: u64, announced: u64) -> Result<()> {
    match is.cmp(&announced) {
        Ordering::Less => {
            Err(broken(&format!("ended after {is} bytes; it was said to have {announced}")))
        }
        Ordering::Greater => {
            Err(broken(&format!("has more bytes than the {announced} it was said to have")))
        }
        Ordering::Equal => Ok(()),
    }
}

fn no_room(error: io::Error) -> Error {
    broken(&format!("cannot be kept in a temporary file: {error}")).caused_by(error)
}

/// Bytes of a stream that wait for their part to be taken by the service.
pub(super) type HeldParts = Mutex<std::collections::BTreeMap<usize, Arc<[Bytes]>>>;

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::OpenOptions, time::UNIX_EPOCH};

    /// Reads a file of so many bytes to which something has been done meanwhile; a small one as if it were sent again.
    async fn read(size: usize, change: impl FnOnce(&File)) -> Result<usize, String> {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(&vec![7; size]).unwrap();
        let preparation = Preparation::new(Source::from(file.path()));
        let content = preparation.ready(LEAST_MULTIPART, true).await.unwrap();
        change(&OpenOptions::new().append(true).open(file.path()).unwrap());
        if size <= CHUNK {
            // What goes out first was read before the change.
            let pieces = content.pieces(0, size as u64).await.unwrap();
            let pieces: Vec<_> = pieces.try_collect().await.unwrap();
            assert_eq!(pieces.concat(), vec![7; size]);
        }
        let pieces = content.pieces(0, size as u64).await.map_err(|error| error.to_string())?;
        let read = pieces.try_fold(0, |sum, piece| async move { Ok(sum + piece.len()) }).await;
        read.map_err(|error| own_error(error).to_string())
    }

    #[tokio::test]
    async fn a_file_that_changes_breaks_off() {
        for size in [1, CHUNK - 1, CHUNK, CHUNK + 1, READ - 1, READ, READ + 1, READ * 3 + 5] {
            assert_eq!(read(size, |_| {}).await, Ok(size));
            let length = size as u64;
            let shorter = read(size, |file| file.set_len(length - 1).unwrap()).await;
            assert!(shorter.unwrap_err().contains("became shorter"), "{size}");
            let longer = read(size, |file| file.set_len(length + 1).unwrap()).await;
            assert!(longer.unwrap_err().contains("became longer"), "{size}");
            let changed = read(size, |file| file.set_modified(UNIX_EPOCH).unwrap()).await;
            assert!(changed.unwrap_err().contains("was changed"), "{size}");
        }
    }

    #[tokio::test]
    async fn memory_that_was_sent_is_read_into_again() {
        let size = READ * 5 + 1;
        let mut file = NamedTempFile::new().unwrap();
        let content: Vec<u8> = (0..size).map(|at| (at >> 8) as u8).collect();
        file.write_all(&content).unwrap();
        let file = Arc::new(LocalFile::find(file.path().into(), true).unwrap());
        let buffers = file.buffers();
        for _ in 0..2 {
            let pieces = file.clone().pieces(0, size as u64).await.unwrap();
            let read = pieces.try_fold(Vec::new(), async |mut read, piece| {
                read.extend_from_slice(&piece);
                Ok(read)
            });
            assert!(read.await.unwrap() == content);
        }
        let sizes: Vec<_> = buffers.0.lock().iter().map(Vec::capacity).collect();
        assert_eq!(sizes, [READ]);
        drop(buffers);
        assert_eq!(file.buffers.lock().strong_count(), 0);
    }
}
