use crate::{
    errors::raise, jobs::NativeJobWatch, operations::operations, options, process::PerProcess,
};
use bytes::Bytes;
use pyo3::{prelude::*, pybacked::PyBackedBytes};
use std::path::PathBuf;
use uploadcare::{Client, ClientOptions, JobStatus, UploadedFile};

/// The client of one project.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeClient {
    clients: PerProcess<Client>,
    settings: Settings,
    public_key: String,
    api_base: String,
    upload_base: String,
    cdn_base: String,
}

/// What it takes to make the same client again in a forked child.
struct Settings {
    public_key: Option<String>,
    secret_key: Option<String>,
    options: ClientOptions,
    runtime: String,
}

impl Settings {
    fn client(&self) -> uploadcare::Result<Client> {
        Client::builder()
            .keys(self.public_key.clone(), self.secret_key.clone())
            .options(self.options.clone())
            .runtime(&self.runtime)
            .build()
    }
}

impl NativeClient {
    /// The core's client for this process.
    pub fn client(&self, py: Python<'_>) -> PyResult<Client> {
        let made = self.clients.get_or_try_make(|| py.detach(|| self.settings.client()));
        made.cloned().map_err(|error| raise(py, &error))
    }

    /// The client of this process, for the lists and watches that it has made.
    pub fn of(slf: &Py<Self>, py: Python<'_>) -> PyResult<Client> {
        slf.get().client(py)
    }
}

operations! {
    impl NativeClient {
        #[new]
        fn new(
            py: Python<'_>,
            public_key: Option<String>,
            secret_key: Option<String>,
            options: &Bound<'_, PyAny>,
            runtime: String,
        ) -> PyResult<Self> {
            let options = options::read(options)?;
            // Read once: a child that changed its environment must not get another client.
            let secret_key = secret_key
                .or_else(|| std::env::var("UPLOADCARE_SECRET_KEY").ok().filter(|key| !key.is_empty()));
            let settings = Settings { public_key, secret_key, options, runtime };
            let client = py.detach(|| settings.client()).map_err(|error| raise(py, &error))?;
            let (public_key, api_base, upload_base, cdn_base) = (
                client.public_key().to_owned(),
                client.api_base().to_owned(),
                client.upload_base().to_owned(),
                client.cdn_base().to_owned(),
            );
            let settings = Settings {
                public_key: Some(public_key.clone()),
                options: ClientOptions {
                    api_base: Some(api_base.clone()),
                    upload_base: Some(upload_base.clone()),
                    cdn_base: Some(cdn_base.clone()),
                    ..settings.options
                },
                ..settings
            };
            let clients = PerProcess::new();
            let _ = clients.get_or_try_make(|| Ok::<_, PyErr>(client));
            Ok(Self { clients, settings, public_key, api_base, upload_base, cdn_base })
        }

        #[getter]
        fn public_key(&self) -> &str {
            &self.public_key
        }

        #[getter]
        fn api_base(&self) -> &str {
            &self.api_base
        }

        #[getter]
        fn upload_base(&self) -> &str {
            &self.upload_base
        }

        #[getter]
        fn cdn_base(&self) -> &str {
            &self.cdn_base
        }

        fn job_watch(
            slf: Py<Self>,
            py: Python<'_>,
            text: String,
            options: &Bound<'_, PyAny>,
        ) -> PyResult<NativeJobWatch> {
            NativeJobWatch::new(slf, py, text, options::read(options)?)
        }
    }

    fn job_status / job_status_async(&self, py, text: String) -> JobStatus {
        let jobs = self.client(py)?.jobs();
        async move { jobs.open(&text)?.status().await }
    }

    fn upload_bytes / upload_bytes_async(
        &self, py, content: PyBackedBytes, options: &Bound<'_, PyAny>
    ) -> UploadedFile {
        let uploads = self.client(py)?.uploads();
        let options = options::read(options)?;
        async move { uploads.upload(Bytes::from_owner(content), options).await }
    }

    fn upload_path / upload_path_async(
        &self, py, path: PathBuf, options: &Bound<'_, PyAny>
    ) -> UploadedFile {
        let uploads = self.client(py)?.uploads();
        let options = options::read(options)?;
        async move { uploads.upload(path, options).await }
    }
}
