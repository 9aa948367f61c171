//! Connections: accepts them, serves them, ends them.

use std::time::Duration;

use axum::{
    Router,
    body::Body,
    http::{Method, Request, Response},
};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::{body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinSet,
};
use tower::ServiceExt;

use crate::{
    app::App,
    control,
    effect::Effect,
    track::{Flight, TrackedBody, Tracker},
    wire::{Wire, WiredStream},
};

/// Asks, as an extension of a response, to close the connection instead of sending it.
#[derive(Clone)]
pub(crate) struct DropConnection;

/// Short enough not to be noticed.
const ACCEPT_PAUSE: Duration = Duration::from_millis(30);

/// Serves until `stop` fires or its sender is gone; then closes all connections.
pub(crate) async fn serve(
    listener: TcpListener,
    app: App,
    router: Router,
    mut stop: oneshot::Receiver<()>,
) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve_connection(stream, app.clone(), router.clone()));
                }
                // Out of descriptors, for example: others may be closed meanwhile.
                Err(_) => tokio::time::sleep(ACCEPT_PAUSE).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    connections.shutdown().await;
}

async fn serve_connection(stream: TcpStream, app: App, router: Router) {
    let _ = stream.set_nodelay(true);
    let wire = Wire::default();
    let stream = WiredStream::new(stream, wire.clone());
    let service =
        service_fn(move |request| answer(app.clone(), router.clone(), wire.clone(), request));
    // An error is a client that left or a connection dropped on purpose: nobody to tell.
    // Without a timer there is no limit on idle time either: closing a kept connection just when
    // a client sends again would look like a fault that nobody asked for.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn answer(
    app: App,
    router: Router,
    wire: Wire,
    request: Request<Incoming>,
) -> Result<Response<TrackedBody>, Dropped> {
    let is_head = request.method() == Method::HEAD;
    let flight = (!control::is_control(request.uri().path()))
        .then(|| Flight::start(app.clone(), request.method(), request.uri(), request.headers()));
    let tracker = flight.as_ref().map(Flight::tracker);
    wire.settled().await;
    let origin = app.origin(request.headers());
    let mut request = request.map(|body| watched(body, tracker.clone()));
    request.extensions_mut().insert(origin);
    if let Some(tracker) = &tracker {
        request.extensions_mut().insert(tracker.clone());
    }
    let mut response = match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    if tracker.as_ref().is_some_and(Tracker::is_abandoned) {
        return Err(Dropped);
    }
    if response.extensions().get::<DropConnection>().is_some() {
        if let Some(flight) = flight {
            flight.land(0);
        }
        return Err(Dropped);
    }
    if let (Some(effect), Some(tracker)) = (response.extensions_mut().remove::<Effect>(), tracker) {
        response = effect.apply(response, is_head, &wire, tracker).await;
    }
    Ok(TrackedBody::wrap(response, flight, is_head))
}

/// The body of a request, with what comes of it noted.
fn watched(body: Incoming, tracker: Option<Tracker>) -> Body {
    let Some(tracker) = tracker else { return Body::new(body) };
    let failed = tracker.clone();
    let body = body.map_frame(move |frame| {
        tracker.add_body_size(frame.data_ref().map_or(0, Bytes::len));
        frame
    });
    Body::new(body.map_err(move |error| {
        failed.abandon();
        error
    }))
}

/// Ends a connection without an answer.
#[derive(Debug, thiserror::Error)]
#[error("the connection is given up")]
struct Dropped;
