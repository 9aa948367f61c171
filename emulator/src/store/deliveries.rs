//! What was sent, or is yet to be sent, to the targets of webhooks.

use std::{collections::HashMap, sync::Arc};

use bytes::Bytes;
use parking_lot::Mutex;
use serde::Serialize;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

/// One payload on its way to one target.
pub(crate) struct Delivery {
    pub hook_id: u64,
    pub event: &'static str,
    pub target_url: String,
    pub signature: Option<String>,
    /// Exactly what is sent, and what the signature is of.
    pub bytes: Bytes,
    pub progress: Mutex<Progress>,
}

#[derive(Clone, Copy)]
pub(crate) struct Progress {
    pub state: DeliveryState,
    pub attempts: u32,
    /// Status of the newest answer.
    pub status: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeliveryState {
    Pending,
    Delivered,
    Failed,
    NotSent,
}

impl Delivery {
    /// What the control API shows.
    pub fn view(&self) -> Value {
        let progress = *self.progress.lock();
        json!({
            "hook_id": self.hook_id,
            "event": self.event,
            "target_url": self.target_url,
            "status": progress.status,
            "attempts": progress.attempts,
            "state": progress.state,
            "signature": self.signature,
            "body": serde_json::from_slice::<Value>(&self.bytes).unwrap_or_default(),
        })
    }
}

/// The deliveries of a project, oldest first, and the queue of each hook.
#[derive(Default)]
pub(crate) struct Deliveries {
    log: Mutex<Vec<Arc<Delivery>>>,
    queues: Mutex<HashMap<u64, UnboundedSender<Arc<Delivery>>>>,
}

impl Deliveries {
    pub fn record(&self, delivery: &Arc<Delivery>) {
        self.log.lock().push(Arc::clone(delivery));
    }

    /// Puts a delivery behind the others of its hook; `start` begins the queue of a hook that
    /// has none.
    pub fn enqueue(
        &self,
        delivery: Arc<Delivery>,
        start: impl FnOnce() -> UnboundedSender<Arc<Delivery>>,
    ) {
        let mut queues = self.queues.lock();
        let queue = queues.entry(delivery.hook_id).or_insert_with(start);
        // The other end is gone only when its runtime is, and nobody can ask then.
        let _ = queue.send(delivery);
    }

    pub fn all(&self) -> Vec<Arc<Delivery>> {
        self.log.lock().clone()
    }

    pub fn clear(&self) {
        self.log.lock().clear();
    }
}
