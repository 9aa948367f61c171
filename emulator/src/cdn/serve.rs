//! The way of a request for a delivery URL.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header},
    response::IntoResponse,
};
use bytes::Bytes;
use hyper::body::{Body as HttpBody, Frame, SizeHint};
use uuid::Uuid;

use super::{
    groups, page, picture, signed,
    target::{Subject, Target},
};
use crate::{
    app::{App, Origin, not_found_page},
    pipeline::{default_header, with_faults},
    store::{File, Group, Project, Used},
    track::Tracker,
    upload::{UploadError, WireForm},
};

const ALLOW: &str = "HEAD, GET, OPTIONS";

/// What those who answer a request need to know.
pub(super) struct Visit {
    pub app: App,
    pub project: Arc<Project>,
    pub headers: HeaderMap,
}

impl Visit {
    /// A file of the project, unless it is removed.
    pub fn file(&self, uuid: &Uuid) -> Option<Arc<File>> {
        self.project.file(uuid).filter(|file| file.removed.is_none())
    }

    pub fn use_up(&self, used: Used) {
        use_up(&self.app, &self.project, used);
    }
}

fn use_up(app: &App, project: &Project, used: Used) {
    project.usage.add(project.time(app.now()).date_naive(), used);
}

/// Answers whatever no other route does.
pub(crate) async fn serve(State(app): State<App>, request: Request) -> Response<Body> {
    let (parts, _) = request.into_parts();
    let (tracker, origin) = (parts.extensions.get::<Tracker>(), parts.extensions.get::<Origin>());
    let target = Target::parse(parts.uri.path());
    let (Some(target), Some(tracker), Some(origin)) = (target, tracker, origin) else {
        return not_found_page().await;
    };
    tracker.set_route(target.route);
    let project = find(&app, &target.subject);
    if let Some(project) = &project {
        app.pass_time(project);
        tracker.claim(&project.keys.public_key);
    }
    let mut response = if parts.method == Method::OPTIONS {
        StatusCode::OK.into_response()
    } else {
        let visit = project.clone().map(|project| Visit {
            app: app.clone(),
            project,
            headers: parts.headers.clone(),
        });
        let answer = async {
            if parts.method != Method::GET && parts.method != Method::HEAD {
                return StatusCode::METHOD_NOT_ALLOWED.into_response();
            }
            match visit {
                Some(visit) => visit.answer(&target, parts.uri.path(), parts.uri.query()).await,
                None => page::file_not_found(),
            }
        };
        let refuse = |error: UploadError| error.written(WireForm::Text);
        with_faults(tracker, &parts.method, target.route, origin, refuse, answer).await
    };
    let refused = response.status() == StatusCode::METHOD_NOT_ALLOWED;
    let headers = response.headers_mut();
    let allow = HeaderValue::from_static(ALLOW);
    if refused || parts.method == Method::OPTIONS {
        headers.insert(header::ALLOW, allow.clone());
    }
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, allow);
    default_header(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    headers.insert(header::SERVER, HeaderValue::from_static("Uploadcare"));
    let robots = HeaderName::from_static("x-robots-tag");
    default_header(headers, robots, "noindex, nofollow, nosnippet, noarchive");
    match project {
        Some(project) => response.map(|inner| Body::new(Counted { inner, app, project })),
        None => response,
    }
}

fn find(app: &App, subject: &Subject) -> Option<Arc<Project>> {
    match subject {
        Subject::File(uuid) | Subject::Faces(uuid) | Subject::Video(uuid) => {
            app.store.find_file(uuid).map(|(project, _)| project)
        }
        Subject::Group(id) | Subject::Nth(id, _) | Subject::Archive(id, _) => {
            app.store.find_group(*id).map(|(project, _)| project)
        }
    }
}

impl Visit {
    async fn answer(&self, target: &Target<'_>, path: &str, query: Option<&str>) -> Response<Body> {
        let secrets = self.project.settings().delivery_secrets;
        if !secrets.is_empty()
            && let Err(refused) = signed::check(&secrets, path, query, self.app.now())
        {
            return page::forbidden(refused);
        }
        let filename = target.filename.as_deref();
        let operations = &target.operations;
        match target.subject {
            Subject::File(uuid) => match self.file(&uuid) {
                Some(file) => picture::deliver(self, &file, operations, filename).await,
                None => page::file_not_found(),
            },
            Subject::Faces(uuid) => match self.file(&uuid) {
                Some(file) => picture::faces(&file).await,
                None => page::file_not_found(),
            },
            Subject::Video(uuid) => match self.file(&uuid) {
                Some(file) => picture::video(self, &file, operations, filename),
                None => page::file_not_found(),
            },
            Subject::Group(id) => match self.project.group(id) {
                Some(group) => groups::list(self, &group),
                None => page::file_not_found(),
            },
            Subject::Nth(id, index) => match self.nth(self.project.group(id), index) {
                Some((file, effects)) => {
                    let mut steps = segments(&effects);
                    steps.extend(operations);
                    picture::deliver(self, &file, &steps, filename).await
                }
                None => page::file_not_found(),
            },
            Subject::Archive(id, format) => match self.project.group(id) {
                Some(group) => groups::archive(self, &group, format, filename).await,
                None => page::file_not_found(),
            },
        }
    }

    /// A file of a group, and what is to be done to it first.
    fn nth(&self, group: Option<Arc<Group>>, index: &str) -> Option<(Arc<File>, String)> {
        let group = group?;
        let member = group.members.get(index.parse::<usize>().ok()?)?;
        Some((self.file(&member.uuid)?, member.effects.clone()))
    }
}

/// Operations without their first `-`, as segments of a path.
fn segments(effects: &str) -> Vec<&str> {
    let segments = effects.split('/').filter(|segment| !segment.is_empty());
    if effects.is_empty() { Vec::new() } else { std::iter::once("-").chain(segments).collect() }
}

/// A body whose bytes count as traffic of a project as they are handed over.
struct Counted {
    inner: Body,
    app: App,
    project: Arc<Project>,
}

impl HttpBody for Counted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(context));
        if let Some(Ok(frame)) = &frame {
            let traffic = frame.data_ref().map_or(0, |data| data.len() as u64);
            use_up(&self.app, &self.project, Used { traffic, operations: 0 });
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use axum::{
        body::Body,
        extract::{Request, State},
        http::Method,
    };
    use chrono::DateTime;
    use http_body_util::BodyExt;

    use super::serve;
    use crate::{
        app::{App, Origin},
        clock::Clock,
        emulator::Ready,
        store::{Content, Disk, ProjectKeys, Seed, Store, Used},
        track::Flight,
    };

    #[tokio::test]
    async fn what_is_delivered_is_counted() {
        let ready = Ready {
            version: String::new(),
            pid: 0,
            api_base: String::new(),
            upload_base: String::new(),
            cdn_base: String::new(),
            storage_base: String::new(),
            control_base: String::new(),
            projects: Vec::new(),
        };
        let day = DateTime::from_timestamp(86_400 * 10 - 1, 0).unwrap();
        let app = App::new(Store::default(), Disk::new(false).unwrap(), Clock::fixed(day), ready);
        let project = app.store.add_project(ProjectKeys::random(), true).unwrap();
        let seed = Seed { mime_type: "image/png".to_owned(), ..Seed::default() };
        let uuid = project.seed(&seed, 0).unwrap().first_uuid.unwrap().parse().unwrap();
        let png = crate::media::made::file("png", 1);
        project.edit(&uuid, |file| {
            file.size = png.bytes.len() as u64;
            file.content = Content::Bytes(png.bytes.clone());
            file.content_info = png.info.clone().into();
        });
        let fetch = async |path: &str| {
            let path = format!("/{uuid}/{path}");
            let mut request = Request::builder().uri(path).body(Body::empty()).unwrap();
            let flight = Flight::start(app.clone(), &Method::GET, request.uri(), request.headers());
            request.extensions_mut().insert(flight.tracker());
            request.extensions_mut().insert(Origin("".into()));
            let body = serve(State(app.clone()), request).await.into_body();
            body.collect().await.unwrap().to_bytes().len() as u64
        };
        let mut traffic = fetch("").await;
        assert_eq!(traffic, png.bytes.len() as u64);
        traffic += fetch("-/resize/9x9/").await + fetch("-/resize/9x9/-/inline/no/").await;
        traffic += fetch("-/resize/9x9/-/json/").await + fetch("-/json/").await;
        traffic += fetch("-/nonsense/").await;
        traffic += fetch("-/resize/8x8/").await;
        let today = day.date_naive();
        assert_eq!(project.usage.of(today), Used { traffic, operations: 2 });
        project.set_time_offset(1);
        let traffic = fetch("-/resize/9x9/").await;
        let tomorrow = today.succ_opt().unwrap();
        assert_eq!(project.usage.of(tomorrow), Used { traffic, operations: 0 });
    }
}
