use crate::error::{Error, ErrorKind, Result};
use bytes::{Bytes, BytesMut};
use futures::{Stream, stream};
use std::{
    io,
    path::{Path, PathBuf},
};
use tokio::{fs::File, io::AsyncReadExt};

/// Where the content of an upload comes from.
#[derive(Debug, Clone)]
pub enum Source {
    /// Bytes in memory.
    Bytes(Bytes),
    /// A file on this machine.
    Path(PathBuf),
}

impl From<Bytes> for Source {
    fn from(bytes: Bytes) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<Vec<u8>> for Source {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        Self::Path(path)
    }
}

impl From<&Path> for Source {
    fn from(path: &Path) -> Self {
        Self::Path(path.into())
    }
}

const CHUNK: usize = 256 * 1024;

impl Source {
    /// Size in bytes. Fails on what cannot be uploaded, before anything is sent.
    pub async fn size(&self) -> Result<u64> {
        let path = match self {
            Self::Bytes(bytes) => return Ok(bytes.len() as u64),
            Self::Path(path) => path,
        };
        let facts = tokio::fs::metadata(path).await.map_err(|error| unreadable(path, error))?;
        if facts.is_dir() {
            return Err(broken(path, "is a folder: upload its files one by one"));
        }
        if !facts.is_file() {
            return Err(broken(path, "is not a regular file"));
        }
        File::open(path).await.map_err(|error| unreadable(path, error))?;
        Ok(facts.len())
    }

    /// The last part of the path.
    pub fn filename(&self) -> Option<String> {
        match self {
            Self::Bytes(_) => None,
            Self::Path(path) => Some(path.file_name()?.to_string_lossy().into_owned()),
        }
    }

    /// The content as a body of `size` bytes.
    pub async fn body(&self, size: u64) -> Result<reqwest::Body> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone().into()),
            Self::Path(path) => {
                let file = File::open(path).await.map_err(|error| unreadable(path, error))?;
                Ok(reqwest::Body::wrap_stream(exactly(file, path.clone(), size)))
            }
        }
    }
}

/// The file in chunks, and an error if it turns out shorter or longer than announced: the upload
/// then breaks off instead of ending with a damaged file.
fn exactly(
    file: File,
    path: PathBuf,
    size: u64,
) -> impl Stream<Item = io::Result<Bytes>> + Send + 'static {
    stream::try_unfold((file, path, size), |(mut file, path, left)| async move {
        let mut chunk = BytesMut::with_capacity(CHUNK);
        if file
            .read_buf(&mut chunk)
            .await
            .map_err(|error| io::Error::other(unreadable(&path, error)))?
            == 0
        {
            return if left == 0 {
                Ok(None)
            } else {
                Err(io::Error::other(broken(&path, "became shorter while it was uploaded")))
            };
        }
        let Some(left) = left.checked_sub(chunk.len() as u64) else {
            return Err(io::Error::other(broken(&path, "became longer while it was uploaded")));
        };
        Ok(Some((chunk.freeze(), (file, path, left))))
    })
}

fn broken(path: &Path, problem: &str) -> Error {
    Error::new(ErrorKind::Source, format!("{} {problem}", path.display()))
        .with(|info| info.parameter = Some("source".to_owned()))
}

fn unreadable(path: &Path, error: io::Error) -> Error {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => "does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read by this user".to_owned(),
        _ => format!("cannot be read: {error}"),
    };
    broken(path, &problem).caused_by(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::TryStreamExt;

    async fn read(content: usize, announced: u64) -> Result<usize, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), vec![7; content]).unwrap();
        let open = File::open(file.path()).await.unwrap();
        exactly(open, file.path().into(), announced)
            .try_fold(0, |sum, chunk| async move { Ok(sum + chunk.len()) })
            .await
            .map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn a_file_that_changes_is_not_uploaded() {
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK * 3 + 5] {
            assert_eq!(read(size, size as u64).await, Ok(size));
            assert!(read(size, size as u64 + 1).await.unwrap_err().contains("became shorter"));
            assert!(read(size + 1, size as u64).await.unwrap_err().contains("became longer"));
        }
    }
}
