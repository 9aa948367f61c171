//! The bytes of files. What is uploaded goes to a temporary folder, so that no file is too
//! large for the memory.

use std::{
    fs,
    io::{self, Read},
    sync::Arc,
};

use bytes::Bytes;
use md5::{Digest, Md5};
use parking_lot::Mutex;
use tempfile::{NamedTempFile, TempDir, TempPath};
use tokio::io::AsyncWriteExt;

/// How much of a file is looked at to find out what it is.
const HEAD: u64 = 1 << 20;

/// The bytes of a file.
#[derive(Clone)]
pub(crate) enum Content {
    /// What the emulator made itself.
    Bytes(Bytes),
    /// What was uploaded: pieces on disk, one behind the other.
    Pieces(Arc<[Arc<Piece>]>),
    /// A seeded file: only its size is known.
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
                    let read = fs::File::open(&piece.path)
                        .and_then(|file| file.take(left).read_to_end(&mut head));
                    if read.is_err() || head.len() as u64 == HEAD {
                        break;
                    }
                }
                head.into()
            }
            Self::Synthetic => Bytes::new(),
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

impl From<Arc<Piece>> for Content {
    fn from(piece: Arc<Piece>) -> Self {
        Self::Pieces([piece].into())
    }
}

/// A file on disk with bytes of a file or of a part of one. It goes with the last who holds it.
pub(crate) struct Piece {
    pub path: TempPath,
    pub size: u64,
    md5: [u8; 16],
}

impl Piece {
    pub fn etag(&self) -> String {
        hex::encode(self.md5)
    }
}

/// The temporary folder.
pub(crate) struct Disk(Mutex<Option<TempDir>>);

impl Disk {
    pub fn new() -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("uploadcare-emulator-").tempdir()?;
        Ok(Self(Mutex::new(Some(folder))))
    }

    /// A new piece, which is gone again if it is never finished.
    pub fn writer(&self) -> io::Result<PieceWriter> {
        let folder = self.0.lock();
        let folder = folder.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let (file, path) = NamedTempFile::new_in(folder)?.into_parts();
        let file = tokio::fs::File::from_std(file);
        Ok(PieceWriter { file, path, digest: Md5::new(), size: 0 })
    }

    /// Removes the folder with all that is in it.
    pub fn close(&self) {
        drop(self.0.lock().take());
    }
}

/// Writes a piece.
pub(crate) struct PieceWriter {
    file: tokio::fs::File,
    path: TempPath,
    digest: Md5,
    size: u64,
}

impl PieceWriter {
    pub fn size(&self) -> u64 {
        self.size
    }

    pub async fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        self.file.write_all(bytes).await
    }

    pub async fn finish(mut self) -> io::Result<Piece> {
        self.file.flush().await?;
        Ok(Piece { path: self.path, size: self.size, md5: self.digest.finalize().into() })
    }
}
