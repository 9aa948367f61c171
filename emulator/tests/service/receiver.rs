//! A target of webhooks.

use std::{collections::VecDeque, sync::Arc};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
};
use bytes::Bytes;
use serde_json::Value;
use tokio::{
    net::TcpListener,
    sync::{
        Mutex,
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    },
};

/// One delivery as it came in.
pub struct Received {
    pub path: String,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Received {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub fn event(&self) -> String {
        self.json()["hook"]["event"].as_str().unwrap().to_owned()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        Some(self.headers.get(name)?.to_str().unwrap())
    }
}

pub struct Receiver {
    pub base: String,
    received: UnboundedReceiver<Received>,
}

#[derive(Clone)]
struct Inbox {
    sender: UnboundedSender<Received>,
    statuses: Arc<Mutex<VecDeque<u16>>>,
}

impl Receiver {
    /// Answers with these statuses, then with 200.
    pub async fn start(statuses: &[u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (sender, received) = unbounded_channel();
        let statuses = Arc::new(Mutex::new(statuses.iter().copied().collect()));
        let router = Router::new().fallback(receive).with_state(Inbox { sender, statuses });
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { base, received }
    }

    pub async fn next(&mut self) -> Received {
        self.received.recv().await.unwrap()
    }

    /// The events of the next deliveries.
    pub async fn events(&mut self, count: usize) -> Vec<String> {
        let mut events = Vec::new();
        for _ in 0..count {
            events.push(self.next().await.event());
        }
        events
    }

    /// The events of the next deliveries to several webhooks, which know no common order.
    pub async fn sorted_events(&mut self, count: usize) -> Vec<String> {
        let mut events = self.events(count).await;
        events.sort();
        events
    }

    pub fn is_empty(&self) -> bool {
        self.received.is_empty()
    }
}

async fn receive(
    State(inbox): State<Inbox>,
    uri: Uri,
    headers: HeaderMap,
    bytes: Bytes,
) -> StatusCode {
    let status = inbox.statuses.lock().await.pop_front().unwrap_or(200);
    inbox.sender.send(Received { path: uri.to_string(), headers, bytes }).unwrap();
    StatusCode::from_u16(status).unwrap()
}
