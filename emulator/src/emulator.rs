use std::{
    io, mem,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

use serde::{Deserialize, Serialize};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

use crate::{
    app::{self, App, Route},
    clock::{Clock, monotonic_ms},
    error::ControlError,
    fault::Fault,
    rate::{RateLimit, RateLimitStats},
    server,
    store::{Account, Disk, Project, ProjectKeys, Seed, Seeded, Stats, Store, Troubles},
    track::RequestRecord,
};

/// Where a running emulator is and which projects it began with: the line that the program
/// prints, and the answer of `GET /_control/`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Version of the emulator.
    pub version: String,
    /// Its process.
    pub pid: u32,
    /// Base of the REST API, with a slash at the end like all of them.
    pub api_base: String,
    /// Base of the Upload API.
    pub upload_base: String,
    /// Base of the CDN.
    pub cdn_base: String,
    /// Base of the storage that takes the parts of multipart uploads: another origin.
    pub storage_base: String,
    /// Base of the control API.
    pub control_base: String,
    /// The projects it began with; the first is the public demo project.
    pub projects: Vec<ProjectKeys>,
}

/// Settings of an emulator that is about to start.
#[derive(Debug, Clone)]
pub struct Builder {
    host: String,
    port: u16,
    storage_port: u16,
    clock: Clock,
    clock_offset: i64,
    discards_uploads: bool,
    troubles: Troubles,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            host: Ipv4Addr::LOCALHOST.to_string(),
            port: 0,
            storage_port: 0,
            clock: Clock::system(),
            clock_offset: 0,
            discards_uploads: false,
            troubles: Troubles::default(),
        }
    }
}

impl Builder {
    /// Host to listen on, `127.0.0.1` unless set.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.host = host.into();
        self
    }

    /// Port to listen on; 0, as long as it is not set, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Port for the parts of multipart uploads; 0, as long as it is not set, takes a free one.
    pub fn storage_port(mut self, port: u16) -> Self {
        self.storage_port = port;
        self
    }

    /// Where the service takes its time from.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// How many seconds the service's clock is ahead of its source, as long as
    /// [`Emulator::set_clock_offset`] does not change it.
    pub fn clock_offset(mut self, seconds: i64) -> Self {
        self.clock_offset = seconds;
        self
    }

    /// Keeps nothing of what is uploaded but its size; the content becomes dots, and its type what the uploader says.
    /// For measuring clients: checksums and a disk cost more than most of them.
    pub fn discard_uploads(mut self) -> Self {
        self.discards_uploads = true;
        self
    }

    /// Makes requests of every project and account go wrong: those it begins with and those
    /// added later, each with a count of its own. May be called repeatedly.
    pub fn fault(mut self, fault: Fault) -> Self {
        self.troubles.faults.push(fault);
        self
    }

    /// Limits the requests of every project and account, of each for itself.
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.troubles.rate_limit = Some(limit);
        self
    }

    /// Listens, and serves on the tokio runtime that this is called in. Faults and limits that
    /// make no sense are an error of the kind `InvalidInput`.
    pub async fn start(self) -> io::Result<Emulator> {
        let invalid = |error| io::Error::new(io::ErrorKind::InvalidInput, error);
        self.troubles.faults.iter().try_for_each(Fault::check).map_err(invalid)?;
        self.troubles.rate_limit.iter().try_for_each(RateLimit::check).map_err(invalid)?;
        // Begins the clock of the request log.
        monotonic_ms();
        let listener = TcpListener::bind((self.host.as_str(), self.port)).await?;
        let storage = TcpListener::bind((self.host.as_str(), self.storage_port)).await?;
        let origin = format!("http://{}", reachable(listener.local_addr()?));
        let storage_origin = format!("http://{}", reachable(storage.local_addr()?));
        let projects = vec![
            ProjectKeys {
                public_key: "demopublickey".to_owned(),
                secret_key: "demosecretkey".to_owned(),
            },
            ProjectKeys::random(),
        ];
        let store = Store::new(self.troubles);
        for keys in &projects {
            store.add_project(keys.clone(), true);
        }
        let base = format!("{origin}/");
        let ready = Ready {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            pid: std::process::id(),
            api_base: base.clone(),
            upload_base: base.clone(),
            control_base: format!("{base}_control/"),
            cdn_base: base,
            storage_base: format!("{storage_origin}/"),
            projects,
        };
        let app = App::new(store, Disk::new(self.discards_uploads)?, self.clock, ready);
        app.set_clock_offset(self.clock_offset);
        let routers = [(listener, app::router(&app)), (storage, app::storage_router(&app))];
        let servers = routers.map(|(listener, router)| {
            let (stop, stopped) = oneshot::channel();
            (stop, tokio::spawn(server::serve(listener, app.clone(), router, stopped)))
        });
        Ok(Emulator { app, servers: servers.into() })
    }
}

/// The address under which clients on this machine reach a listener.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}

/// A running emulator. Dropping it stops the servers and removes what was uploaded.
pub struct Emulator {
    app: App,
    servers: Vec<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Emulator {
    /// Starts an emulator on a free port of 127.0.0.1.
    pub async fn start() -> io::Result<Self> {
        Self::builder().start().await
    }

    /// Settings for an emulator.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Base of the REST API, with a slash at the end.
    pub fn api_base(&self) -> &str {
        &self.app.ready.api_base
    }

    /// Base of the Upload API, with a slash at the end.
    pub fn upload_base(&self) -> &str {
        &self.app.ready.upload_base
    }

    /// Base of the CDN, with a slash at the end.
    pub fn cdn_base(&self) -> &str {
        &self.app.ready.cdn_base
    }

    /// Base of the storage that takes the parts of multipart uploads, with a slash at the end.
    pub fn storage_base(&self) -> &str {
        &self.app.ready.storage_base
    }

    /// Base of the control API, with a slash at the end.
    pub fn control_base(&self) -> &str {
        &self.app.ready.control_base
    }

    /// Everything about where the emulator is.
    pub fn ready(&self) -> &Ready {
        &self.app.ready
    }

    /// The projects it began with; the first is the demo project.
    pub fn projects(&self) -> &[ProjectKeys] {
        &self.app.ready.projects
    }

    /// Adds an account without projects; its token, by which the Project API knows it.
    pub fn create_account(&self) -> String {
        loop {
            if let Some(account) = self.app.store.add_account(Account::random_token()) {
                return account.token.clone();
            }
        }
    }

    /// Adds an empty project with fresh keys.
    pub fn create_project(&self) -> ProjectKeys {
        loop {
            let keys = ProjectKeys::random();
            if self.app.store.add_project(keys.clone(), true).is_some() {
                return keys;
            }
        }
    }

    /// Puts synthetic files into a project.
    pub fn seed(&self, public_key: &str, seed: Seed) -> Result<Seeded, ControlError> {
        let project = self.project(public_key)?;
        project.seed(&seed, self.app.project_now(&project))
    }

    /// Makes requests of a project go wrong.
    pub fn add_fault(&self, public_key: &str, fault: Fault) -> Result<(), ControlError> {
        fault.check()?;
        self.project(public_key)?.faults.add(fault);
        Ok(())
    }

    /// Takes the faults of a project back. Requests that one of them delays wait no longer.
    pub fn clear_faults(&self, public_key: &str) -> Result<(), ControlError> {
        self.project(public_key)?.faults.clear();
        Ok(())
    }

    /// Limits the REST and Upload API requests that claim a project's public key. Counts
    /// begin anew, and a whole burst is free.
    pub fn set_rate_limit(&self, public_key: &str, limit: RateLimit) -> Result<(), ControlError> {
        limit.check()?;
        self.project(public_key)?.rate_limit.set(limit);
        Ok(())
    }

    /// The rate limit of a project, if it has one, and what came of it.
    pub fn rate_limit(&self, public_key: &str) -> Result<Option<RateLimitStats>, ControlError> {
        Ok(self.project(public_key)?.rate_limit.stats())
    }

    /// Lifts the rate limit of a project.
    pub fn clear_rate_limit(&self, public_key: &str) -> Result<(), ControlError> {
        self.project(public_key)?.rate_limit.clear();
        Ok(())
    }

    /// The requests that claimed this public key, oldest first.
    pub fn requests(&self, public_key: &str) -> Vec<RequestRecord> {
        let records =
            self.app.log.select(|record| record.public_key.as_deref() == Some(public_key));
        records.iter().map(|record| RequestRecord::clone(record)).collect()
    }

    /// What the project has seen of its clients' connections.
    pub fn stats(&self, public_key: &str) -> Result<Stats, ControlError> {
        Ok(self.project(public_key)?.counters.stats())
    }

    /// The methods and routes that the service offers.
    pub fn routes(&self) -> Vec<Route> {
        app::routes()
    }

    /// Moves the service's clock to so many seconds ahead of its source.
    pub fn set_clock_offset(&self, seconds: i64) {
        self.app.set_clock_offset(seconds);
    }

    /// Moves the clock by which one project's request dates are checked.
    pub fn set_project_clock_offset(
        &self,
        public_key: &str,
        seconds: i64,
    ) -> Result<(), ControlError> {
        self.project(public_key)?.set_clock_offset(seconds);
        Ok(())
    }

    /// Milliseconds on the clock that the log of requests uses. It runs from about the start of
    /// the process's first emulator, and no clock offset moves it.
    pub fn monotonic_ms(&self) -> f64 {
        monotonic_ms()
    }

    /// Stops the server, closes its connections and waits until both is done.
    pub async fn stop(mut self) {
        for (stop, task) in mem::take(&mut self.servers) {
            let _ = stop.send(());
            let _ = task.await;
        }
    }

    fn project(&self, public_key: &str) -> Result<std::sync::Arc<Project>, ControlError> {
        let project = self.app.store.project(public_key);
        project.ok_or_else(|| ControlError::UnknownProject(public_key.to_owned()))
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // Without its sender the server stops too, but only when its runtime gets to it.
        for (_, task) in &self.servers {
            task.abort();
        }
        self.app.close();
    }
}
