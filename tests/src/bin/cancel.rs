//! How long after its cancellation the socket of a call is seen closed: milliseconds, median of 50.
//!
//! `cargo run --release -p uploadcare-tests --bin cancel`

use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use uploadcare_tests::service::Service;

const CALLS: usize = 50;

#[tokio::main]
async fn main() {
    let service = Service::start().await;
    let mut took = Vec::new();
    for _ in 0..CALLS {
        let keys = service.project().await;
        let slow = json!({"delay_ms": 600_000, "times": -1});
        service.arrange(&keys, "faults", &slow).await;
        let client = service.client(&keys);
        let call = tokio::spawn(async move { client.project().get().await });
        let stats = format!("projects/{}/stats", keys.public_key);
        while service.control(Method::GET, &stats, &Value::Null).await.1["in_flight"] != 1 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        // The clock of the emulator, read just before: half of its way back is counted, too.
        let (_, now) = service.control(Method::GET, "time", &Value::Null).await;
        call.abort();
        let log = format!("requests?public_key={}&settled=true", keys.public_key);
        let (_, log) = service.control(Method::GET, &log, &Value::Null).await;
        let request = &log["requests"][0];
        assert_eq!(request["status"], 499, "{log}");
        let milliseconds = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
        took.push(milliseconds(&request["ended_ms"]) - milliseconds(&now["monotonic_ms"]));
    }
    took.sort_by(f64::total_cmp);
    println!(
        "rust: median {:.2} ms, least {:.2}, most {:.2} ({CALLS} calls)",
        took[CALLS / 2],
        took[0],
        took[CALLS - 1]
    );
}
