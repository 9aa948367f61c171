use crate::{
    client::NativeClient,
    errors::raise,
    operations::operations,
    runtime::{Cancellation, Setup},
};
use pyo3::{PyTraverseError, PyVisit, prelude::*};
use std::sync::Arc;
use tokio::sync::Mutex;
use uploadcare::{
    ConversionBatch, Job, JobInfo, JobStatus, JobWatch, Problem, WaitOptions, process::PerProcess,
};

/// A job as it crosses: its text, from which it can be opened again, and what tells it from others.
pub type Started = (String, JobInfo);

/// What a request to convert several files came to, as it crosses.
pub type Batch = (Vec<Started>, Vec<Problem>);

pub fn started(job: Job) -> Started {
    let record = job.record();
    (record.text, record.info)
}

pub fn batch(batch: ConversionBatch) -> Batch {
    (batch.jobs.into_iter().map(started).collect(), batch.problems)
}

/// A job being waited for, status after status.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeJobWatch {
    client: Py<NativeClient>,
    text: String,
    options: WaitOptions,
    /// A forked child asks on connections of its own, and its time begins anew.
    watches: PerProcess<Arc<Mutex<JobWatch>>>,
}

impl NativeJobWatch {
    pub fn new(
        client: Py<NativeClient>,
        py: Python<'_>,
        text: String,
        options: WaitOptions,
    ) -> PyResult<Self> {
        let watch = Self { client, text, options, watches: PerProcess::new() };
        // So that bad options are an error now.
        watch.watch(py)?;
        Ok(watch)
    }

    fn watch(&self, py: Python<'_>) -> PyResult<Arc<Mutex<JobWatch>>> {
        let make = || {
            let job = NativeClient::of(&self.client, py)?.jobs().open(&self.text);
            let watch = job.and_then(|job| job.watch(self.options.clone()));
            watch.map(|watch| Arc::new(Mutex::new(watch))).map_err(|error| raise(py, &error))
        };
        self.watches.get_or_try_make(make).cloned()
    }

    pub fn setup(&self) -> Setup {
        self.client.get().setup_with(Cancellation::default())
    }
}

operations! {
    impl NativeJobWatch {
        fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
            visit.call(&self.client)
        }
    }

    fn next / next_async(&self, py) -> Option<JobStatus> {
        let watch = self.watch(py)?;
        async move { watch.lock().await.next().await }
    }
}
