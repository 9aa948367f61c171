//! Pictures that were rendered, so that each is made once.

use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
};

use bytes::Bytes;
use parking_lot::Mutex;
use tokio::sync::OnceCell;

use super::grammar::Problem;

/// A rendered picture.
#[derive(Debug)]
pub(crate) struct Picture {
    pub bytes: Bytes,
    pub mime: &'static str,
    /// The ending of its name.
    pub extension: &'static str,
    pub width: u32,
    pub height: u32,
    pub etag: String,
}

/// Why there is no picture.
#[derive(Debug)]
pub(crate) enum NoPicture {
    /// The request makes no sense.
    Refused(Problem),
    /// The emulator can not read images of this format.
    Unreadable,
}

const CAPACITY: usize = 64 << 20;

type Cell = Arc<OnceCell<Arc<Picture>>>;

/// Pictures by file and operations, the newest of them.
#[derive(Default)]
pub(crate) struct Pictures(Mutex<Shelf>);

#[derive(Default)]
struct Shelf {
    cells: HashMap<String, Cell>,
    finished: VecDeque<(String, usize)>,
    size: usize,
}

impl Pictures {
    /// The picture of this key, made by `make` unless it is there or just being made.
    pub async fn get(
        &self,
        key: &str,
        make: impl Future<Output = Result<Picture, NoPicture>>,
    ) -> Result<Arc<Picture>, NoPicture> {
        let cell = Arc::clone(self.0.lock().cells.entry(key.to_owned()).or_default());
        let mut made = false;
        let picture = cell.get_or_try_init(async || {
            let picture = make.await?;
            made = true;
            Ok(Arc::new(picture))
        });
        let picture = picture.await.cloned();
        let mut shelf = self.0.lock();
        match &picture {
            Ok(picture) if made => shelf.keep(key, picture.bytes.len()),
            Ok(_) => {}
            Err(_) => _ = shelf.cells.remove(key),
        }
        picture
    }
}

impl Shelf {
    fn keep(&mut self, key: &str, size: usize) {
        self.size += size;
        self.finished.push_back((key.to_owned(), size));
        while self.size > CAPACITY {
            let Some((oldest, size)) = self.finished.pop_front() else { break };
            self.size -= size;
            self.cells.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::{CAPACITY, NoPicture, Picture, Pictures};

    fn picture(size: usize) -> Picture {
        let bytes = vec![0; size].into();
        let (etag, mime, extension) = (String::new(), "image/png", "png");
        Picture { bytes, mime, extension, width: 1, height: 1, etag }
    }

    #[tokio::test]
    async fn pictures_are_made_once_and_the_oldest_go() {
        let pictures = Pictures::default();
        let made = Cell::new(0);
        let get = async |key: &str| {
            let make = async {
                made.set(made.get() + 1);
                Ok(picture(CAPACITY / 2))
            };
            assert!(pictures.get(key, make).await.is_ok());
            made.get()
        };
        assert_eq!([get("a").await, get("a").await, get("b").await], [1, 1, 2]);
        assert_eq!([get("c").await, get("b").await, get("a").await], [3, 3, 4]);
        let failed = pictures.get("d", async { Err(NoPicture::Unreadable) }).await;
        assert!(failed.is_err());
        assert_eq!(get("d").await, 5);
    }
}
