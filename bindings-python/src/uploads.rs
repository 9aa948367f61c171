//! Uploads that are prepared, followed, paused and saved.

use crate::{
    ask::{Function, Raised, Where, ask, type_name},
    client::NativeClient,
    errors::raise,
    operations::operations,
    options::argument,
    runtime::{Cancellation, Setup},
};
use bytes::Bytes;
use futures::stream;
use pyo3::{
    PyTraverseError, PyVisit,
    exceptions::{PyException, PyRuntimeError, PyStopIteration},
    prelude::*,
    pybacked::PyBackedBytes,
};
use std::{io, path::PathBuf, sync::Arc, time::Duration};
use uploadcare::{
    FileReference, Source, Upload, UploadOptions, UploadProgress, UploadedFile, process::PerProcess,
};

/// The bytes of a Python object. They are copied only where they can change, as in a `bytearray`.
pub fn owned(given: &Bound<'_, PyAny>, name: &str) -> PyResult<Bytes> {
    Ok(Bytes::from_owner(argument::<PyBackedBytes>(given, name)?))
}

/// Content as it crosses: what it is, and its value; of a stream, a function that reads it, and its size if that is
/// known.
pub struct Given<'py> {
    kind: String,
    value: Bound<'py, PyAny>,
    size: Option<Bound<'py, PyAny>>,
}

impl<'py> FromPyObject<'_, 'py> for Given<'py> {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let (kind, value, size) = given.extract()?;
        Ok(Self { kind, value, size })
    }
}

impl Given<'_> {
    /// Content that can be read as often as need be.
    ///
    /// `name`: the parameter that it is of.
    pub fn source(&self, name: &str) -> PyResult<Source> {
        Ok(match self.kind.as_str() {
            "bytes" => Source::Bytes(owned(&self.value, name)?),
            "path" => Source::Path(argument::<PathBuf>(&self.value, name)?),
            _ => Source::Existing(FileReference::from(argument::<String>(&self.value, name)?)),
        })
    }

    fn content(&self) -> PyResult<Content> {
        if self.kind != "stream" {
            return Ok(Content::Anytime(self.source("source")?));
        }
        let size = self.size.as_ref().map(|size| argument(size, "size")).transpose()?;
        Ok(Content::Once {
            function: Arc::new(Function::new(self.value.clone().unbind())),
            size,
            process: std::process::id(),
        })
    }
}

enum Content {
    Anytime(Source),
    /// Read piece by piece, in the process that has begun to.
    Once {
        function: Arc<Function>,
        size: Option<u64>,
        process: u32,
    },
}

impl Content {
    fn source(&self) -> PyResult<Source> {
        match self {
            Self::Anytime(source) => Ok(source.clone()),
            Self::Once { process, .. } if *process != std::process::id() => {
                Err(PyRuntimeError::new_err(
                    "a stream is uploaded by the process that has prepared its upload",
                ))
            }
            Self::Once { function, size, .. } => Ok(streamed(function.clone(), *size)),
        }
    }
}

/// How long to wait until somebody waits for the upload again. The call that asked has ended, and with it this work
/// mostly.
const PAUSE: Duration = Duration::from_millis(20);

/// A stream that the function reads.
fn streamed(function: Arc<Function>, size: Option<u64>) -> Source {
    let pieces = stream::unfold(function, |function| async move {
        let piece = loop {
            match ask(&function, None, Where::AtItsCall, piece).await {
                Some(piece) => break piece,
                // The call was given up before the function was asked: this is another one.
                None => tokio::time::sleep(PAUSE).await,
            }
        };
        Some((piece.transpose()?, function))
    });
    Source::stream(pieces, size)
}

/// What the function gave: the next bytes, None at the end.
fn piece(py: Python<'_>, given: PyResult<Bound<'_, PyAny>>) -> io::Result<Option<Bytes>> {
    let bytes = given.and_then(|given| Ok(given.extract::<Option<PyBackedBytes>>()?));
    bytes.map(|bytes| bytes.map(Bytes::from_owner)).map_err(|error| {
        if !error.is_instance_of::<PyException>(py) {
            // It was for whoever waited then, as of Ctrl-C, and not for those who come later.
            return io::Error::other(format!("{} ended it", type_name(error.value(py))));
        }
        // It would end whoever waits for the upload in silence.
        Raised::by_source(if error.is_instance_of::<PyStopIteration>(py) {
            let strange = PyRuntimeError::new_err("reading the source raised StopIteration");
            strange.set_cause(py, Some(error));
            strange
        } else {
            error
        })
    })
}

/// An upload that was prepared.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeUpload {
    client: Py<NativeClient>,
    content: Content,
    options: UploadOptions,
    saved: Option<String>,
    /// A forked child begins anew, on connections of its own.
    uploads: PerProcess<Upload>,
}

impl NativeUpload {
    pub fn new(
        client: Py<NativeClient>,
        py: Python<'_>,
        given: &Given<'_>,
        options: UploadOptions,
        saved: Option<String>,
    ) -> PyResult<Self> {
        let content = given.content()?;
        let upload = Self { client, content, options, saved, uploads: PerProcess::new() };
        // So that bad options are an error now.
        upload.upload(py)?;
        Ok(upload)
    }

    fn upload(&self, py: Python<'_>) -> PyResult<&Upload> {
        self.uploads.get_or_try_make(|| {
            let uploads = NativeClient::of(&self.client, py)?.uploads();
            let (source, options) = (self.content.source()?, self.options.clone());
            let upload = match &self.saved {
                None => uploads.prepare(source, options),
                Some(text) => uploads.resume(text, source, options),
            };
            upload.map_err(|error| raise(py, &error))
        })
    }

    fn setup(&self) -> Setup {
        let setup = self.client.get().setup_with(Cancellation::default());
        match self.content {
            Content::Anytime(_) => setup,
            Content::Once { .. } => Setup { asks_functions: true, ..setup },
        }
    }
}

operations! {
    impl NativeUpload {
        fn progress(&self, py: Python<'_>) -> PyResult<UploadProgress> {
            let upload = self.upload(py)?;
            Ok(py.detach(|| upload.progress()))
        }

        fn save(&self, py: Python<'_>) -> PyResult<String> {
            let upload = self.upload(py)?;
            Ok(py.detach(|| upload.save()))
        }

        fn pause(&self, py: Python<'_>) -> PyResult<()> {
            let upload = self.upload(py)?;
            py.detach(|| upload.pause());
            Ok(())
        }

        fn resume(&self, py: Python<'_>) -> PyResult<()> {
            let upload = self.upload(py)?;
            py.detach(|| upload.resume());
            Ok(())
        }

        /// Stops what is on its way, for nobody waits any more.
        fn stop(&self, py: Python<'_>) {
            if let Some(upload) = self.uploads.get() {
                py.detach(|| upload.stop());
            }
        }

        fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
            visit.call(&self.client)?;
            match &self.content {
                Content::Anytime(_) => Ok(()),
                Content::Once { function, .. } => function.traverse(&visit),
            }
        }

        fn __clear__(&self) {
            if let Content::Once { function, .. } = &self.content {
                function.clear();
            }
        }
    }

    fn run / run_async(&self, py) -> UploadedFile {
        let upload = self.upload(py)?.clone();
        async move { upload.run().await }
    }

    fn next / next_async(&self, py) -> Option<UploadProgress> {
        let upload = self.upload(py)?.clone();
        async move { upload.next().await }
    }
}
