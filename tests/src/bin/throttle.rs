//! `throttle`: many calls at once against a rate limit, and what that costs; see `benchmarks/throttle`.

use futures::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    collections::BTreeMap,
    process::ExitCode,
    time::{Duration, Instant},
};
use uploadcare::Client;
use uploadcare_tests::service::Service;

const USAGE: &str = "usage: throttle [--count N] [--rate PER_SECOND] [--burst N]";

struct Options {
    count: usize,
    rate: f64,
    burst: u64,
}

fn options() -> Option<Options> {
    let mut options = Options { count: 1000, rate: 10.0, burst: 10 };
    let mut words = std::env::args().skip(1);
    while let Some(name) = words.next() {
        let value = words.next()?;
        match &*name {
            "--count" => options.count = value.parse().ok()?,
            "--rate" => options.rate = value.parse().ok()?,
            "--burst" => options.burst = value.parse().ok()?,
            _ => return None,
        }
    }
    Some(options)
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(Options { count, rate, burst }) = options() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let service = Service::start().await;
    let keys = service.project().await;
    service.arrange(&keys, "rate_limit", &json!({"per_second": rate, "burst": burst})).await;
    let client = Client::builder()
        .public_key(&keys.public_key)
        .secret_key(&keys.secret_key)
        .api_base(service.base("api_base"))
        .timeout(Duration::from_secs(300))
        .max_retries(10)
        .build()
        .expect("the settings are right");

    let began = Instant::now();
    let outcomes = join_all((0..count).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.project().get().await.map(drop) })
    }))
    .await;
    let wall = began.elapsed().as_secs_f64();

    let mut failures = BTreeMap::<String, usize>::new();
    for outcome in outcomes {
        match outcome {
            Ok(Ok(())) => {}
            Ok(Err(error)) => *failures.entry(error.to_string()).or_default() += 1,
            Err(error) => *failures.entry(error.to_string()).or_default() += 1,
        }
    }
    let path = format!("projects/{}/rate_limit", keys.public_key);
    let (_, limit) = service.control(Method::GET, &path, &Value::Null).await;
    let number = |name: &str| limit[name].as_u64().unwrap_or_default();
    let (allowed, refused) = (number("allowed"), number("refused"));
    let sent = allowed + refused;
    let result = json!({
        "count": count,
        "rate": rate,
        "burst": burst,
        "sent": sent,
        "refused": refused,
        "wasted_percent": 100.0 * refused as f64 / sent.max(1) as f64,
        "wall_s": wall,
        "best_wall_s": (count as f64 - burst as f64).max(0.0) / rate,
        "failed": failures.values().sum::<usize>(),
        "failures": failures,
    });
    println!("{result}");
    ExitCode::SUCCESS
}
