//! The shared state of an emulator and the table of what it serves.

use std::{
    ops::Deref,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, Ordering},
    },
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header, uri::Authority},
    middleware::from_fn_with_state,
    response::{Html, IntoResponse},
    routing::MethodRouter,
};
use chrono::{DateTime, TimeDelta, Utc};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;

use crate::{
    account, cdn,
    clock::Clock,
    control,
    emulator::Ready,
    event::{self, Event, Initiator},
    parts, rest,
    store::{Disk, Project, Store},
    track::RequestLog,
    upload,
};

/// Handle to the shared state; cheap to clone.
#[derive(Clone)]
pub(crate) struct App(Arc<Inner>);

pub(crate) struct Inner {
    pub store: Store,
    pub log: RequestLog,
    pub ready: Ready,
    pub disk: Disk,
    pub pictures: cdn::Pictures,
    /// Signs the URLs of parts.
    pub parts_key: [u8; 16],
    http: OnceLock<Option<reqwest::Client>>,
    tasks: Mutex<JoinSet<()>>,
    clock: Clock,
    clock_offset: AtomicI64,
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    pub fn new(store: Store, disk: Disk, clock: Clock, ready: Ready) -> Self {
        Self(Arc::new(Inner {
            store,
            log: RequestLog::default(),
            ready,
            disk,
            pictures: cdn::Pictures::default(),
            parts_key: fastrand::u128(..).to_be_bytes(),
            http: OnceLock::new(),
            tasks: Mutex::default(),
            clock,
            clock_offset: AtomicI64::new(0),
        }))
    }

    /// The service's time.
    pub fn now(&self) -> DateTime<Utc> {
        let offset = TimeDelta::try_seconds(self.clock_offset.load(Ordering::Relaxed));
        let now = self.clock.now();
        offset.and_then(|offset| now.checked_add_signed(offset)).unwrap_or(now)
    }

    pub fn set_clock_offset(&self, seconds: i64) {
        self.clock_offset.store(seconds, Ordering::Relaxed);
    }

    /// A project's time in microseconds since 1970.
    pub fn project_now(&self, project: &Project) -> i64 {
        project.time(self.now()).timestamp_micros()
    }

    /// Lets happen in a project what happens by time alone. Called before each look at it.
    pub fn pass_time(&self, project: &Arc<Project>) {
        for file in project.pass_time(self.project_now(project)) {
            event::notify(self, project, Event::Deleted, &file, None, &Initiator::System);
        }
    }

    /// What files are fetched with. It follows no redirection of its own accord.
    pub fn http(&self) -> Option<&reqwest::Client> {
        let client = self.http.get_or_init(|| {
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                // Sources are on this machine more often than not.
                .no_proxy()
                .pool_max_idle_per_host(0)
                .user_agent("Uploadcare")
                .build()
                .ok()
        });
        client.as_ref()
    }

    /// Runs something that ends with the emulator at the latest.
    pub fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self.tasks.lock();
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }

    /// Ends what runs, and removes what was uploaded.
    pub fn close(&self) {
        self.tasks.lock().abort_all();
        self.disk.close();
    }

    /// `http://host:port` as the client of this request sees the emulator.
    pub fn origin(&self, headers: &HeaderMap) -> Origin {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let origin = match host.and_then(|host| host.parse::<Authority>().ok()) {
            Some(authority) if !authority.as_str().contains('@') => format!("http://{authority}"),
            _ => self.ready.api_base.trim_end_matches('/').to_owned(),
        };
        Origin(origin.into())
    }
}

/// `http://host:port`, without a slash at the end.
#[derive(Clone)]
pub(crate) struct Origin(pub Arc<str>);

/// A method on a route template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// HTTP method.
    pub method: String,
    /// Template of the path, such as `/files/{uuid}/`.
    pub route: String,
}

/// One path template, the methods on it and what the service says is allowed there.
pub(crate) struct Resource {
    pub route: &'static str,
    pub methods: &'static [&'static str],
    /// Value of the `Allow` header of all answers. The real service advertises methods that
    /// its documents no longer have.
    pub allow: &'static str,
    pub router: MethodRouter<App>,
}

/// What the code around a resource's handlers needs to know.
#[derive(Clone)]
pub(crate) struct RouteContext {
    pub app: App,
    pub route: &'static str,
    pub allow: &'static str,
}

/// All that the service offers, without the control API.
pub(crate) fn routes() -> Vec<Route> {
    let all = [rest::resources(), account::resources(), upload::resources(), parts::resources()];
    let routes = all.into_iter().flatten().flat_map(|resource| {
        resource
            .methods
            .iter()
            .map(move |method| Route { method: (*method).into(), route: resource.route.into() })
    });
    let delivery = cdn::ROUTES.iter();
    let delivery = delivery.map(|route| Route { method: "GET".into(), route: (*route).into() });
    routes.chain(delivery).collect()
}

pub(crate) fn router(app: &App) -> Router {
    let context = |resource: &Resource| RouteContext {
        app: app.clone(),
        route: resource.route,
        allow: resource.allow,
    };
    let mut router = Router::new();
    for resource in rest::resources() {
        let layer = from_fn_with_state(context(&resource), rest::pipeline);
        let methods = resource.router.fallback(rest::method_not_allowed);
        router = router.route(resource.route, methods.layer(layer));
    }
    for resource in account::resources() {
        let layer = from_fn_with_state(context(&resource), account::pipeline);
        let methods = resource.router.fallback(account::method_not_allowed);
        router = router.route(resource.route, methods.layer(layer));
    }
    for resource in upload::resources() {
        let layer = from_fn_with_state(context(&resource), upload::pipeline);
        let methods = resource.router.fallback(upload::method_not_allowed).layer(layer);
        for alias in upload::aliases(resource.route) {
            router = router.route(alias, methods.clone());
        }
        router = router.route(resource.route, methods);
    }
    // Delivery URLs begin with an id, so they can not be told by templates.
    router.merge(control::router()).fallback(cdn::serve).with_state(app.clone())
}

/// What is on the origin of the storage.
pub(crate) fn storage_router(app: &App) -> Router {
    parts::router().fallback(not_found_page).with_state(app.clone())
}

/// What the service answers where no route is.
pub(crate) async fn not_found_page() -> Response<Body> {
    let page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>404: Not Found</title></head>\n\
                <body><h1>404: Not Found</h1><p>There is nothing at this address.</p></body>\n\
                </html>\n";
    let mut response = (StatusCode::NOT_FOUND, Html(page)).into_response();
    response.headers_mut().insert(header::SERVER, HeaderValue::from_static("nginx"));
    response
}
