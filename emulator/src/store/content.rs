//! The bytes of files. What is uploaded goes to a temporary folder, so that no file is too
//! large for the memory.

use std::{
    collections::HashMap,
    fs,
    io::{self, Read, Seek},
    sync::{Arc, Weak},
};

use bytes::Bytes;
use md5::{Digest, Md5};
use parking_lot::Mutex;
use tempfile::{NamedTempFile, TempDir, TempPath};
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

/// How much of a file is looked at to find out what it is.
const HEAD: u64 = 1 << 20;

/// The bytes of a file.
#[derive(Clone)]
pub(crate) enum Content {
    /// What the emulator made itself.
    Bytes(Bytes),
    /// What was uploaded: pieces on disk, one behind the other.
    Pieces(Arc<[Arc<Piece>]>),
    /// A seeded file, or one that was discarded: only its size is known.
    Synthetic,
}

impl Content {
    /// The beginning; a file that is not large is all of it.
    pub fn head(&self) -> Bytes {
        match self {
            Self::Bytes(bytes) => bytes.clone(),
            Self::Pieces(pieces) => {
                let mut head = Vec::new();
                for piece in pieces.iter() {
                    let left = HEAD - head.len() as u64;
                    let read = piece.open().and_then(|file| file.take(left).read_to_end(&mut head));
                    if read.is_err() || head.len() as u64 == HEAD {
                        break;
                    }
                }
                head.into()
            }
            Self::Synthetic => Bytes::new(),
        }
    }

    /// A reader of all of it; `size` is that of the file.
    pub fn reader(&self, size: u64) -> Box<dyn Read + Send> {
        match self {
            Self::Bytes(bytes) => Box::new(io::Cursor::new(bytes.clone())),
            Self::Pieces(pieces) => {
                Box::new(PieceReader { pieces: Arc::clone(pieces), next: 0, file: None })
            }
            Self::Synthetic => Box::new(io::repeat(b'.').take(size)),
        }
    }

    /// The MD5 of the whole, or, as S3 has it for what came in parts, that of the MD5s of the
    /// parts with their number.
    pub fn etag(&self) -> Option<String> {
        match self {
            Self::Bytes(bytes) => Some(hex::encode(Md5::digest(bytes))),
            Self::Pieces(pieces) => match &**pieces {
                [piece] => Some(piece.etag()),
                pieces => {
                    let mut digest = Md5::new();
                    pieces.iter().for_each(|piece| digest.update(piece.md5));
                    Some(format!("{}-{}", hex::encode(digest.finalize()), pieces.len()))
                }
            },
            Self::Synthetic => None,
        }
    }
}

/// Reads pieces with one of them open at a time.
struct PieceReader {
    pieces: Arc<[Arc<Piece>]>,
    next: usize,
    file: Option<fs::File>,
}

impl Read for PieceReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = match &mut self.file {
                Some(file) => file.read(buffer)?,
                None => 0,
            };
            let Some(piece) = self.pieces.get(self.next).filter(|_| read == 0) else {
                return Ok(read);
            };
            self.file = Some(piece.open()?);
            self.next += 1;
        }
    }
}

impl From<Vec<Arc<Piece>>> for Content {
    fn from(pieces: Vec<Arc<Piece>>) -> Self {
        if pieces.iter().any(|piece| piece.path.is_none()) {
            return Self::Synthetic;
        }
        Self::Pieces(pieces.into())
    }
}

impl From<Arc<Piece>> for Content {
    fn from(piece: Arc<Piece>) -> Self {
        vec![piece].into()
    }
}

/// A file on disk with bytes of a file or of a part of one. It goes with the last who holds it.
pub(crate) struct Piece {
    /// None if the bytes were discarded.
    path: Option<TempPath>,
    pub size: u64,
    /// If they were discarded, anything: the ETag of an encrypted object need not be an MD5 either.
    md5: [u8; 16],
}

impl Piece {
    /// A finished file as a piece.
    pub fn of_file(mut file: NamedTempFile) -> io::Result<Self> {
        file.rewind()?;
        let (mut digest, mut size, mut buffer) = (Md5::new(), 0, [0; 1 << 14]);
        loop {
            match file.read(&mut buffer)? {
                0 => break,
                read => {
                    digest.update(&buffer[..read]);
                    size += read as u64;
                }
            }
        }
        Ok(Self { path: Some(file.into_temp_path()), size, md5: digest.finalize().into() })
    }

    pub fn open(&self) -> io::Result<fs::File> {
        fs::File::open(self.path.as_ref().ok_or(io::ErrorKind::NotFound)?)
    }

    pub fn etag(&self) -> String {
        hex::encode(self.md5)
    }
}

/// Pieces of this size or more are kept once, however often they are uploaded: tests send the same gigabytes over
/// and over, and machines that run tests have small disks.
const SHARED_FROM: u64 = 1 << 20;

type Known = Mutex<HashMap<([u8; 16], u64), Weak<Piece>>>;

/// The temporary folder.
pub(crate) struct Disk {
    folder: Mutex<Option<TempDir>>,
    known: Arc<Known>,
    discards: bool,
}

impl Disk {
    /// `discards`: of what is uploaded nothing is kept but its size.
    pub fn new(discards: bool) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("uploadcare-emulator-").tempdir()?;
        Ok(Self { folder: Mutex::new(Some(folder)), known: Arc::default(), discards })
    }

    /// A new file, which is gone with its handle.
    pub fn file(&self) -> io::Result<NamedTempFile> {
        let folder = self.folder.lock();
        NamedTempFile::new_in(folder.as_ref().ok_or(io::ErrorKind::NotFound)?)
    }

    /// A new piece, which is gone again if it is never finished.
    pub fn writer(&self) -> io::Result<PieceWriter> {
        if self.discards {
            return Ok(PieceWriter { size: 0, kept: None });
        }
        let (file, path) = self.file()?.into_parts();
        let file = tokio::fs::File::from_std(file);
        let kept = KeptPiece { file, path, digest: Md5::new(), known: self.known.clone() };
        Ok(PieceWriter { size: 0, kept: Some(kept) })
    }

    /// Removes the folder with all that is in it.
    pub fn close(&self) {
        drop(self.folder.lock().take());
    }
}

/// Writes a piece.
pub(crate) struct PieceWriter {
    size: u64,
    kept: Option<KeptPiece>,
}

struct KeptPiece {
    file: tokio::fs::File,
    path: TempPath,
    digest: Md5,
    known: Arc<Known>,
}

impl PieceWriter {
    pub fn size(&self) -> u64 {
        self.size
    }

    pub async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.size += bytes.len() as u64;
        if let Some(kept) = &mut self.kept {
            kept.digest.update(bytes);
            kept.file.write_all(bytes).await?;
        }
        Ok(())
    }

    pub async fn finish(self) -> io::Result<Arc<Piece>> {
        let size = self.size;
        let Some(mut kept) = self.kept else {
            return Ok(Arc::new(Piece { path: None, size, md5: *Uuid::new_v4().as_bytes() }));
        };
        kept.file.flush().await?;
        let md5 = kept.digest.finalize().into();
        let piece = Arc::new(Piece { path: Some(kept.path), size, md5 });
        if size < SHARED_FROM {
            return Ok(piece);
        }
        let mut known = kept.known.lock();
        if known.len() == known.capacity() {
            known.retain(|_, piece| piece.strong_count() > 0);
        }
        let slot = known.entry((md5, size)).or_default();
        if let Some(same) = slot.upgrade() {
            return Ok(same);
        }
        *slot = Arc::downgrade(&piece);
        Ok(piece)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};

    use super::{Content, Disk, Piece, SHARED_FROM};

    #[tokio::test]
    async fn pieces_are_read_one_after_the_other() {
        let disk = Disk::new(false).unwrap();
        let mut pieces = Vec::new();
        for part in ["one", "", "two", "three"] {
            let mut writer = disk.writer().unwrap();
            writer.write(part.as_bytes()).await.unwrap();
            pieces.push(writer.finish().await.unwrap());
        }
        let mut text = String::new();
        let content = Content::Pieces(pieces.into());
        content.reader(11).read_to_string(&mut text).unwrap();
        assert_eq!(text, "onetwothree");
        let mut file = disk.file().unwrap();
        file.write_all(b"hello\n").unwrap();
        let piece = Piece::of_file(file).unwrap();
        assert_eq!((piece.size, piece.etag().as_str()), (6, "b1946ac92492d2347c6235b4d2611184"));
    }

    #[tokio::test]
    async fn of_what_is_discarded_only_the_size_is_known() {
        let disk = Disk::new(true).unwrap();
        let mut writer = disk.writer().unwrap();
        writer.write(b"hello").await.unwrap();
        let piece = writer.finish().await.unwrap();
        let folder = disk.folder.lock().as_ref().unwrap().path().to_owned();
        assert_eq!((piece.size, std::fs::read_dir(folder).unwrap().count()), (5, 0));
        let content = Content::from(piece);
        assert!(matches!(content, Content::Synthetic));
    }

    #[tokio::test]
    async fn the_same_large_piece_is_kept_once() {
        let disk = Disk::new(false).unwrap();
        let folder = disk.folder.lock().as_ref().unwrap().path().to_owned();
        let files = || std::fs::read_dir(&folder).unwrap().count();
        let write = async |byte: u8, size: u64| {
            let mut writer = disk.writer().unwrap();
            writer.write(&vec![byte; usize::try_from(size).unwrap()]).await.unwrap();
            writer.finish().await.unwrap()
        };
        let pieces = [
            write(7, SHARED_FROM).await,
            write(7, SHARED_FROM).await,
            write(8, SHARED_FROM).await,
            write(7, SHARED_FROM + 1).await,
        ];
        assert_eq!(files(), 3);
        drop(pieces);
        assert_eq!(files(), 0);
        for byte in 0..100 {
            drop(write(byte, SHARED_FROM).await);
        }
        assert!(disk.known.lock().len() < 50);
        assert_eq!(write(7, SHARED_FROM).await.size, SHARED_FROM);
    }
}
