//! Pictures that were rendered, so that each is made once.

use std::{
    collections::{HashMap, VecDeque},
    mem,
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
        let waiting = Waiting { pictures: self, key, cell };
        let mut made = false;
        let picture = waiting.cell.get_or_try_init(async || {
            let picture = make.await?;
            made = true;
            Ok(Arc::new(picture))
        });
        let picture = Arc::clone(picture.await?);
        if made {
            self.0.lock().keep(key, picture.bytes.len());
        }
        Ok(picture)
    }
}

/// A request for a picture. The last that goes, or is dropped, takes a cell that stayed empty away.
struct Waiting<'a> {
    pictures: &'a Pictures,
    key: &'a str,
    cell: Cell,
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        let mut shelf = self.pictures.0.lock();
        // Let go while the shelf is locked, so that the last one sees that it is.
        drop(mem::take(&mut self.cell));
        let is_left = |cell: &Cell| !cell.initialized() && Arc::strong_count(cell) == 1;
        if shelf.cells.get(self.key).is_some_and(is_left) {
            shelf.cells.remove(self.key);
        }
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
    use std::{cell::Cell, future::pending, sync::Arc};

    use futures::poll;

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

    #[tokio::test]
    async fn what_failed_or_was_dropped_leaves_nothing() {
        let pictures = Pictures::default();
        let cells = || pictures.0.lock().cells.len();
        let mut dropped = Box::pin(pictures.get("a", pending()));
        assert!(poll!(&mut dropped).is_pending());
        let mut failing = Box::pin(pictures.get("a", async { Err(NoPicture::Unreadable) }));
        let mut kept = Box::pin(pictures.get("a", async { Ok(picture(1)) }));
        assert!(poll!(&mut failing).is_pending());
        assert!(poll!(&mut kept).is_pending());
        drop(dropped);
        assert!(failing.await.is_err());
        let other = pictures.get("a", async { panic!("it is being made") });
        let (kept, other) = tokio::join!(kept, other);
        assert!(Arc::ptr_eq(&kept.unwrap(), &other.unwrap()));
        assert_eq!((cells(), pictures.0.lock().finished.len()), (1, 1));

        let mut dropped = Box::pin(pictures.get("b", pending()));
        assert!(poll!(&mut dropped).is_pending());
        drop(dropped);
        assert!(pictures.get("c", async { Err(NoPicture::Unreadable) }).await.is_err());
        assert_eq!(cells(), 1);
    }
}
