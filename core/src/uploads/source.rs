use super::stream::StreamReader;
use crate::{
    error::{Error, ErrorKind, Result},
    reference::FileReference,
};
use bytes::Bytes;
use futures::{Stream, StreamExt, stream};
use parking_lot::Mutex;
use std::{
    fmt, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use tokio::sync::mpsc;

/// Where the content of an upload comes from.
#[derive(Clone)]
pub enum Source {
    /// Bytes in memory.
    Bytes(Bytes),
    /// A file on this machine.
    Path(PathBuf),
    /// Content that comes piece by piece, once.
    Stream(StreamSource),
    /// A file of the project: nothing is uploaded, it is looked up.
    Existing(FileReference),
}

/// Content that comes piece by piece. It can be uploaded once; see [`Source::stream`] and [`Source::feed`].
#[derive(Clone)]
pub struct StreamSource {
    pub(super) reader: Arc<Mutex<Option<StreamReader>>>,
    pub(super) size: Option<u64>,
}

impl Source {
    /// A stream of bytes.
    ///
    /// `size`: how many there are. If that is not known, a content of 10 MiB or more is kept in a temporary file
    /// until its end has come, for the service wants to know the size first.
    pub fn stream(
        stream: impl Stream<Item = io::Result<Bytes>> + Send + 'static,
        size: Option<u64>,
    ) -> Self {
        let pieces = stream.map(|piece| {
            piece.map_err(|error| {
                broken(&format!("the content cannot be read: {error}")).caused_by(error)
            })
        });
        Self::pieces(pieces, size)
    }

    /// Content that is pushed by whoever has it, and waits where the upload cannot take more yet.
    pub fn feed(size: Option<u64>) -> (Feed, Self) {
        let (sender, receiver) = mpsc::channel(1);
        let pieces = stream::unfold(Some(receiver), |receiver| async move {
            let mut receiver: mpsc::Receiver<Piece> = receiver?;
            match receiver.recv().await {
                Some(Piece::Bytes(bytes)) => Some((Ok(bytes), Some(receiver))),
                Some(Piece::End) => None,
                Some(Piece::Failure(error)) => Some((Err(error), None)),
                None => Some((Err(broken("the content was left before its end")), None)),
            }
        });
        (Feed { sender }, Self::pieces(pieces, size))
    }

    fn pieces(
        stream: impl Stream<Item = Result<Bytes>> + Send + 'static,
        size: Option<u64>,
    ) -> Self {
        let reader = StreamReader::new(stream.boxed());
        Self::Stream(StreamSource { reader: Arc::new(Mutex::new(Some(reader))), size })
    }

    /// The last part of the path.
    pub fn filename(&self) -> Option<String> {
        match self {
            Self::Path(path) => Some(path.file_name()?.to_string_lossy().into_owned()),
            Self::Bytes(_) | Self::Stream(_) | Self::Existing(_) => None,
        }
    }

    /// What to call it in an error.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Bytes(bytes) => format!("{} bytes", bytes.len()),
            Self::Path(path) => path.display().to_string(),
            Self::Stream(_) => "a stream".to_owned(),
            Self::Existing(file) => file.text().to_owned(),
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({})", self.name())
    }
}

macro_rules! from {
    ($($from:ty => |$value:ident| $source:expr;)*) => { $(
        impl From<$from> for Source {
            fn from($value: $from) -> Self {
                $source
            }
        }
    )* };
}

from! {
    Bytes => |bytes| Self::Bytes(bytes);
    Vec<u8> => |bytes| Self::Bytes(bytes.into());
    &'static [u8] => |bytes| Self::Bytes(Bytes::from_static(bytes));
    PathBuf => |path| Self::Path(path);
    &Path => |path| Self::Path(path.into());
}

enum Piece {
    Bytes(Bytes),
    End,
    Failure(Error),
}

/// The end of a [`Source::feed`] that content is pushed into.
#[derive(Clone)]
pub struct Feed {
    sender: mpsc::Sender<Piece>,
}

impl Feed {
    /// Hands over the next bytes, and waits while the upload has enough of them.
    ///
    /// Returns: whether the upload takes more; it does not once it has ended in whatever way.
    pub async fn push(&self, bytes: Bytes) -> bool {
        bytes.is_empty() || self.sender.send(Piece::Bytes(bytes)).await.is_ok()
    }

    /// Says that all has been pushed. Without it the upload fails.
    pub async fn end(&self) {
        // Nobody listens to an upload that has ended.
        let _ = self.sender.send(Piece::End).await;
    }

    /// Says that the rest cannot be had: the upload fails with this error.
    pub async fn fail(&self, error: Error) {
        let _ = self.sender.send(Piece::Failure(error)).await;
    }
}

impl fmt::Debug for Feed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Feed")
    }
}

impl Error {
    /// The error of content that cannot be read.
    pub fn source_failed(message: impl fmt::Display) -> Self {
        broken(&message.to_string())
    }
}

pub(super) fn broken(problem: &str) -> Error {
    Error::new(ErrorKind::Source, problem).with(|info| info.parameter = Some("source".to_owned()))
}

pub(super) fn broken_file(path: &Path, problem: &str) -> Error {
    broken(&format!("{} {problem}", path.display()))
}

pub(super) fn unreadable(path: &Path, error: io::Error) -> Error {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => {
            let text = path.to_string_lossy();
            if text.starts_with("http://") || text.starts_with("https://") {
                "is not a file; to upload from a URL use from_url".to_owned()
            } else {
                "does not exist".to_owned()
            }
        }
        io::ErrorKind::PermissionDenied => "may not be read by this user".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    broken_file(path, &problem).caused_by(error)
}
