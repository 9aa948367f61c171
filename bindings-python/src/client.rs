use crate::{
    ask::Function,
    downloads::{Content, NativeDownload, NativeDownloadStream},
    errors::raise,
    jobs::NativeJobWatch,
    logging::Listener,
    operations::operations,
    options,
    runtime::{Cancellation, Setup},
    signer::{CredentialProvider, Signer},
    uploads::{Given, NativeUpload, owned},
};
use pyo3::{PyTraverseError, PyVisit, exceptions::PyTypeError, intern, prelude::*};
use std::sync::Arc;
use uploadcare::{
    AccountClient, Client, ClientOptions, DownloadOptions, ExplainOptions, ExplainedRequest,
    JobStatus, UploadManyResult, UploadSignature, process::PerProcess,
};

/// The client of one project, or of an account.
#[pyclass(frozen, module = "uploadcare_sdk._generated._native")]
pub struct NativeClient {
    clients: PerProcess<Client>,
    origin: Origin,
    asks_functions: bool,
    public_key: String,
    api_base: String,
    upload_base: String,
    cdn_base: String,
}

/// What it takes to make the same client again in a forked child.
enum Origin {
    Settings(Box<Settings>),
    With { parent: Py<NativeClient>, options: Box<ClientOptions> },
    Explaining { parent: Py<NativeClient>, options: ExplainOptions },
    ForUploads { parent: Py<NativeClient> },
}

#[derive(Clone)]
struct Settings {
    public_key: Option<String>,
    secret_key: Option<String>,
    options: ClientOptions,
    runtime: String,
    signer: Option<Arc<Function>>,
    credential: Credential,
    purpose: Purpose,
}

/// What a client is for.
#[derive(Clone)]
enum Purpose {
    Project,
    Uploads,
    /// An account, by its token: nothing of the others but options.
    Account(Option<String>),
}

/// What uploads are sent with.
#[derive(Clone)]
enum Credential {
    None,
    Fixed(String),
    Asked(Arc<Function>),
}

impl Credential {
    fn read(given: Option<Bound<'_, PyAny>>) -> PyResult<Self> {
        let Some(given) = given else { return Ok(Self::None) };
        if let Ok(token) = given.extract() {
            return Ok(Self::Fixed(token));
        }
        if given.cast::<UploadSignature>().is_ok() {
            let json = given.call_method0(intern!(given.py(), "to_json"))?;
            return Ok(Self::Fixed(json.extract()?));
        }
        if given.is_callable() {
            return Ok(Self::Asked(Arc::new(Function::new(given.unbind()))));
        }
        Err(PyTypeError::new_err(
            "argument 'upload_credential' must be a text, an UploadSignature or a function",
        ))
    }
}

impl Settings {
    fn for_uploads(&self) -> Self {
        Self { secret_key: None, signer: None, purpose: Purpose::Uploads, ..self.clone() }
    }

    fn functions(&self) -> impl Iterator<Item = &Arc<Function>> {
        let credential = match &self.credential {
            Credential::Asked(function) => Some(function),
            Credential::None | Credential::Fixed(_) => None,
        };
        self.signer.iter().chain(credential)
    }

    fn client(&self) -> uploadcare::Result<Client> {
        let mut builder = Client::builder()
            .keys(self.public_key.clone(), self.secret_key.clone())
            .options(self.options.clone())
            .event_listener(Listener)
            .runtime(&self.runtime);
        if let Some(signer) = &self.signer {
            builder = builder.signer(Signer(signer.clone()));
        }
        builder = match &self.credential {
            Credential::None => builder,
            Credential::Fixed(credential) => builder.upload_credential(credential.as_str()),
            Credential::Asked(function) => {
                builder.upload_credential_provider(CredentialProvider(function.clone()))
            }
        };
        match &self.purpose {
            Purpose::Project => builder.build(),
            Purpose::Uploads => builder.for_uploads().build(),
            Purpose::Account(token) => {
                if let Some(token) = token {
                    builder = builder.account_token(token.as_str());
                }
                builder.build_account_client().map(AccountClient::into_client)
            }
        }
    }
}

impl Origin {
    fn client(&self, py: Python<'_>) -> PyResult<Client> {
        let made = match self {
            Self::Settings(settings) => py.detach(|| settings.client()),
            Self::With { parent, options } => {
                let parent = parent.get().client(py)?;
                py.detach(|| parent.with_options(ClientOptions::clone(options)))
            }
            Self::Explaining { parent, options } => {
                Ok(parent.get().client(py)?.explaining(options.clone()))
            }
            Self::ForUploads { parent } => return parent.get().origin.for_uploads(py),
        };
        made.map_err(|error| raise(py, &error))
    }

    /// The client for nothing but uploads. It has connections of its own.
    fn for_uploads(&self, py: Python<'_>) -> PyResult<Client> {
        let made = match self {
            Self::Settings(settings) => {
                let settings = settings.for_uploads();
                py.detach(|| settings.client())
            }
            Self::With { parent, options } => {
                let parent = parent.get().origin.for_uploads(py)?;
                py.detach(|| parent.with_options(ClientOptions::clone(options)))
            }
            Self::Explaining { parent, options } => {
                Ok(parent.get().origin.for_uploads(py)?.explaining(options.clone()))
            }
            Self::ForUploads { parent } => return parent.get().origin.for_uploads(py),
        };
        made.map_err(|error| raise(py, &error))
    }
}

impl NativeClient {
    fn made(client: Client, origin: Origin, asks_functions: bool) -> Self {
        let (public_key, api_base, upload_base, cdn_base) = (
            client.public_key().to_owned(),
            client.api_base().to_owned(),
            client.upload_base().to_owned(),
            client.cdn_base().to_owned(),
        );
        let clients = PerProcess::new();
        let _ = clients.get_or_try_make(|| Ok::<_, PyErr>(client));
        Self { clients, origin, asks_functions, public_key, api_base, upload_base, cdn_base }
    }

    /// As it is made first, with what it has from the environment: a child that changed that must not get another
    /// client.
    fn first(py: Python<'_>, settings: Settings) -> PyResult<Self> {
        let asks_functions = settings.functions().next().is_some();
        let client = py.detach(|| settings.client()).map_err(|error| raise(py, &error))?;
        let options = ClientOptions {
            api_base: Some(client.api_base().to_owned()),
            upload_base: Some(client.upload_base().to_owned()),
            cdn_base: Some(client.cdn_base().to_owned()),
            ..settings.options.clone()
        };
        let public_key = Some(client.public_key().to_owned());
        let settings = Settings { public_key, options, ..settings };
        Ok(Self::made(client, Origin::Settings(Box::new(settings)), asks_functions))
    }

    fn derived(parent: &Py<Self>, py: Python<'_>, origin: Origin) -> PyResult<Self> {
        Ok(Self::made(origin.client(py)?, origin, parent.get().asks_functions))
    }

    /// The core's client for this process.
    pub fn client(&self, py: Python<'_>) -> PyResult<Client> {
        self.clients.get_or_try_make(|| self.origin.client(py)).cloned()
    }

    /// The client of this process, for the lists and watches that it has made.
    pub fn of(slf: &Py<Self>, py: Python<'_>) -> PyResult<Client> {
        slf.get().client(py)
    }

    pub fn setup_with(&self, cancellation: Cancellation) -> Setup {
        Setup::new(self.asks_functions, cancellation)
    }

    pub fn setup(&self) -> Setup {
        Setup { is_single: true, ..self.setup_with(Cancellation::default()) }
    }
}

fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

operations! {
    impl NativeClient {
        #[new]
        #[allow(clippy::too_many_arguments)]
        fn new(
            py: Python<'_>,
            public_key: Option<String>,
            secret_key: Option<String>,
            signer: Option<Py<PyAny>>,
            upload_credential: Option<Bound<'_, PyAny>>,
            is_for_uploads: bool,
            options: &Bound<'_, PyAny>,
            runtime: String,
        ) -> PyResult<Self> {
            let options = options::read(options)?;
            if signer.as_ref().is_some_and(|signer| !signer.bind(py).is_callable()) {
                return Err(PyTypeError::new_err("argument 'signer' must be a function"));
            }
            let has_signer = signer.is_some();
            let signer = signer.map(|function| Arc::new(Function::new(function)));
            let credential = Credential::read(upload_credential)?;
            let secret_key = secret_key.or_else(|| {
                environment("UPLOADCARE_SECRET_KEY").filter(|_| !has_signer && !is_for_uploads)
            });
            let settings = Settings {
                public_key,
                secret_key,
                options,
                runtime,
                signer,
                credential,
                purpose: if is_for_uploads { Purpose::Uploads } else { Purpose::Project },
            };
            Self::first(py, settings)
        }

        /// The client of an account.
        #[staticmethod]
        fn for_account(
            py: Python<'_>,
            token: Option<Bound<'_, PyAny>>,
            options: &Bound<'_, PyAny>,
            runtime: String,
        ) -> PyResult<Self> {
            let given = token.map(|token| options::argument(&token, "token")).transpose()?;
            let token = given.or_else(|| environment("UPLOADCARE_ACCOUNT_TOKEN"));
            let settings = Settings {
                public_key: None,
                secret_key: None,
                options: options::read(options)?,
                runtime,
                signer: None,
                credential: Credential::None,
                purpose: Purpose::Account(token),
            };
            Self::first(py, settings)
        }

        fn with_options(slf: Py<Self>, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<Self> {
            let options = Box::new(options::read(options)?);
            Self::derived(&slf, py, Origin::With { parent: slf.clone_ref(py), options })
        }

        /// A client for nothing but uploads, without a secret key.
        fn upload_client(slf: Py<Self>, py: Python<'_>) -> PyResult<Self> {
            Self::derived(&slf, py, Origin::ForUploads { parent: slf.clone_ref(py) })
        }

        /// A client that sends nothing and keeps its first request.
        fn explaining(slf: Py<Self>, py: Python<'_>, options: &Bound<'_, PyAny>) -> PyResult<Self> {
            let options = options::read(options)?;
            Self::derived(&slf, py, Origin::Explaining { parent: slf.clone_ref(py), options })
        }

        /// The request that an explaining client has kept. If there is none: None where its call has
        /// failed, else an error.
        fn explained(&self, py: Python<'_>, has_failed: bool) -> PyResult<Option<ExplainedRequest>> {
            match self.client(py)?.explained(None) {
                Ok(request) => Ok(Some(request)),
                Err(_) if has_failed => Ok(None),
                Err(error) => Err(raise(py, &error)),
            }
        }

        fn __traverse__(&self, visit: PyVisit<'_>) -> Result<(), PyTraverseError> {
            match &self.origin {
                Origin::Settings(settings) => {
                    let mut functions = settings.functions();
                    functions.try_for_each(|function| function.traverse(&visit))
                }
                Origin::With { parent, .. }
                | Origin::Explaining { parent, .. }
                | Origin::ForUploads { parent } => visit.call(parent),
            }
        }

        fn __clear__(&self) {
            if let Origin::Settings(settings) = &self.origin {
                settings.functions().for_each(|function| function.clear());
            }
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

        /// An upload, or one that goes on where it was saved.
        fn prepare(
            slf: Py<Self>,
            py: Python<'_>,
            source: Given<'_>,
            options: &Bound<'_, PyAny>,
            saved: Option<&Bound<'_, PyAny>>,
        ) -> PyResult<NativeUpload> {
            let saved = saved.map(|saved| options::argument(saved, "text")).transpose()?;
            NativeUpload::new(slf, py, &source, options::read(options)?, saved)
        }

        /// A download to the disk.
        fn prepare_save(
            slf: Py<Self>,
            py: Python<'_>,
            file: String,
            path: &Bound<'_, PyAny>,
            options: &Bound<'_, PyAny>,
        ) -> PyResult<NativeDownload> {
            let path = options::argument(path, "path")?;
            NativeDownload::new(slf, py, file, path, options::read(options)?)
        }
    }

    fn job_status / job_status_async(&self, py, text: String) -> JobStatus {
        let jobs = self.client(py)?.jobs();
        async move { jobs.open(&text)?.status().await }
    }

    fn upload_many / upload_many_async(
        &self, py, sources: Vec<Given<'_>>, options: &Bound<'_, PyAny>
    ) -> UploadManyResult {
        let uploads = self.client(py)?.uploads();
        let sources = sources.iter().map(|source| source.source("sources"));
        let sources = sources.collect::<PyResult<Vec<_>>>()?;
        let options = options::read(options)?;
        async move { uploads.upload_many(sources, options).await }
    }

    fn upload_part / upload_part_async(
        &self, py, url: &Bound<'_, PyAny>, content: &Bound<'_, PyAny>
    ) -> () {
        let uploads = self.client(py)?.uploads();
        let (url, content) = (options::argument::<String>(url, "url")?, owned(content, "content")?);
        async move { uploads.upload_part(&url, content).await }
    }

    fn download / download_async(&self, py, file: String, options: &Bound<'_, PyAny>) -> Content {
        let delivery = self.client(py)?.delivery();
        let options: DownloadOptions = options::read(options)?;
        async move { delivery.download(file, options).await.map(Content::from) }
    }

    fn download_stream / download_stream_async(
        &self, py, file: String, options: &Bound<'_, PyAny>
    ) -> NativeDownloadStream {
        let delivery = self.client(py)?.delivery();
        let (options, asks_functions) = (options::read(options)?, self.asks_functions);
        async move {
            let stream = delivery.download_stream(file, options).await?;
            Ok(NativeDownloadStream::new(stream, asks_functions))
        }
    }
}
