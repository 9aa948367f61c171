//! A client alone in its process: the service runs in another one.

use crate::counter;
use reqwest::Method;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use uploadcare::Client;
use uploadcare_tests::service::{Keys, Service};

/// What a path costs.
pub struct Figures(Map<String, Value>);

impl Figures {
    pub fn of_heap(work: impl FnMut()) -> Self {
        let heap = counter::count(work);
        let mut figures = Map::new();
        figures.insert("allocations".to_owned(), heap.allocations.into());
        figures.insert("bytes".to_owned(), heap.bytes.into());
        figures.insert("peak".to_owned(), heap.peak.into());
        Self(figures)
    }

    pub fn requests(&self) -> Option<u64> {
        self.0.get("requests").and_then(Value::as_u64)
    }

    pub fn only_requests(mut self) -> Self {
        self.0.retain(|name, _| name == "requests");
        self
    }

    pub fn into_json(self) -> Value {
        Value::Object(self.0)
    }
}

pub struct Stage {
    service: Service,
    keys: Keys,
    /// Arranges and asks, and sleeps while something is measured.
    outside: Runtime,
    /// One thread, so that things happen in the same order each time.
    inside: Runtime,
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("a runtime")
}

impl Stage {
    /// A project of so many files; the UUID of the first one.
    pub fn with_files(count: u64) -> (Self, String) {
        assert!(
            std::env::var_os("UPLOADCARE_EMULATOR").is_some(),
            "UPLOADCARE_EMULATOR is not set: an emulator in this process would be counted, too"
        );
        let (outside, inside) = (runtime(), runtime());
        let (service, keys, first) = outside.block_on(async {
            let service = Service::start().await;
            let keys = service.project().await;
            let mut first = String::new();
            if count > 0 {
                let path = format!("projects/{}/files", keys.public_key);
                let seed = json!({"count": count});
                let (_, seeded) = service.control(Method::POST, &path, &seed).await;
                first = seeded["first_uuid"].as_str().expect("seeded files").to_owned();
            }
            (service, keys, first)
        });
        (Self { service, keys, outside, inside }, first)
    }

    pub fn client(&self) -> Client {
        self.service.client(&self.keys)
    }

    pub fn arrange(&self, what: &str, body: &Value) {
        self.outside.block_on(self.service.arrange(&self.keys, what, body));
    }

    /// What comes of it, counting nothing.
    pub fn outcome<T>(&self, work: impl Future<Output = T>) -> T {
        self.inside.block_on(work)
    }

    pub fn requests(&self) -> u64 {
        let path = format!("projects/{}/stats", self.keys.public_key);
        let asked = self.service.control(Method::GET, &path, &Value::Null);
        let (_, stats) = self.outside.block_on(asked);
        stats["requests"].as_u64().expect("a number of requests")
    }

    pub fn measure(&self, work: impl Future<Output = ()>) -> Figures {
        let before = self.requests();
        let mut work = Some(work);
        let mut figures = Figures::of_heap(|| {
            if let Some(work) = work.take() {
                self.inside.block_on(work);
            }
        });
        figures.0.insert("requests".to_owned(), (self.requests() - before).into());
        figures
    }
}
