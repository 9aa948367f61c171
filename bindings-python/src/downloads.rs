//! Downloads: into memory, piece by piece, or to the disk.

use crate::{
    client::NativeClient,
    errors::raise,
    operations::operations,
    runtime::{Cancellation, Setup},
};
use bytes::Bytes;
use futures::future::{Either, select};
use pyo3::{PyTraverseError, PyVisit, exceptions::PyRuntimeError, prelude::*, types::PyBytes};
use std::{
    convert::Infallible,
    path::PathBuf,
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;
use uploadcare::{
    Download, DownloadInfo, DownloadProgress, DownloadStream, DownloadedFile, SaveOptions,
    process::PerProcess,
};

/// Bytes that become an object of Python where the interpreter is at hand.
pub struct Content(Bytes);

impl From<Bytes> for Content {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl<'py> IntoPyObject<'py> for Content {
    type Target = PyBytes;
    type Output = Bound<'py, PyBytes>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyBytes::new(py, &self.0))
    }
}

/// A download to the disk.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeDownload {
    client: Py<NativeClient>,
    file: String,
    path: PathBuf,
    options: SaveOptions,
    /// A forked child has connections of its own.
    downloads: PerProcess<Download>,
}

impl NativeDownload {
    pub fn new(
        client: Py<NativeClient>,
        py: Python<'_>,
        file: String,
        path: PathBuf,
        options: SaveOptions,
    ) -> PyResult<Self> {
        let download = Self { client, file, path, options, downloads: PerProcess::new() };
        // So that bad options are an error now.
        download.download(py)?;
        Ok(download)
    }

    fn download(&self, py: Python<'_>) -> PyResult<&Download> {
        self.downloads.get_or_try_make(|| {
            let delivery = NativeClient::of(&self.client, py)?.delivery();
            let download =
                delivery.save(self.file.clone(), self.path.clone(), self.options.clone());
            download.map_err(|error| raise(py, &error))
        })
    }

    fn setup(&self) -> Setup {
        self.client.get().setup_with(Cancellation::default())
    }
}

operations! {
    impl NativeDownload {
        fn progress(&self, py: Python<'_>) -> PyResult<DownloadProgress> {
            let download = self.download(py)?;
            Ok(py.detach(|| download.progress()))
        }

        /// Stops what is on its way, for nobody waits any more.
        fn stop(&self, py: Python<'_>) {
            if let Some(download) = self.downloads.get() {
                py.detach(|| download.stop());
            }
        }

        fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
            visit.call(&self.client)
        }
    }

    fn run / run_async(&self, py) -> DownloadedFile {
        let download = self.download(py)?.clone();
        async move { download.run().await }
    }

    fn next / next_async(&self, py) -> Option<DownloadProgress> {
        let download = self.download(py)?.clone();
        async move { download.next().await }
    }
}

/// A download that is read piece by piece, by the process that has begun it.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeDownloadStream {
    info: DownloadInfo,
    streams: PerProcess<Open>,
    asks_functions: bool,
}

/// A stream until it is closed. Calls that are under way, or were cancelled and do not know yet, hold it, too.
struct Open {
    stream: Mutex<Option<Arc<DownloadStream>>>,
    closed: Arc<Notify>,
}

impl Open {
    fn lock(&self) -> MutexGuard<'_, Option<Arc<DownloadStream>>> {
        self.stream.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl NativeDownloadStream {
    pub fn new(stream: DownloadStream, asks_functions: bool) -> Self {
        let info = stream.info().clone();
        let streams = PerProcess::new();
        let stream = Mutex::new(Some(Arc::new(stream)));
        let _ = streams
            .get_or_try_make(|| Ok::<_, Infallible>(Open { stream, closed: Arc::default() }));
        Self { info, streams, asks_functions }
    }

    fn open(&self) -> PyResult<&Open> {
        self.streams.get().ok_or_else(|| {
            PyRuntimeError::new_err("a stream is read by the process that has begun its download")
        })
    }

    fn setup(&self) -> Setup {
        Setup::new(self.asks_functions, Cancellation::default())
    }
}

operations! {
    impl NativeDownloadStream {
        fn info(&self) -> DownloadInfo {
            self.info.clone()
        }

        /// Closes the connection, for nobody reads on.
        fn stop(&self, py: Python<'_>) {
            if let Some(open) = self.streams.get() {
                py.detach(|| {
                    drop(open.lock().take());
                    open.closed.notify_waiters();
                });
            }
        }
    }

    fn next / next_async(&self, _py) -> Option<Content> {
        let open = self.open()?;
        // Before it is looked whether the stream is closed, so that closing it is not missed.
        let closed = open.closed.clone().notified_owned();
        let stream = open.lock().clone();
        async move {
            let Some(stream) = stream else { return Ok(None) };
            match select(pin!(stream.next()), pin!(closed)).await {
                Either::Left((piece, _)) => Ok(piece?.map(Content::from)),
                Either::Right(_) => Ok(None),
            }
        }
    }
}
