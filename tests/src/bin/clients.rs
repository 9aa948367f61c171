//! `clients [COUNT]`: what it costs to make clients; see `benchmarks/clients`.

use serde_json::json;
use std::{fs, time::Instant};
use uploadcare::Client;

/// Nanoseconds of CPU time of all threads of this process.
fn cpu() -> u64 {
    let tasks = fs::read_dir("/proc/self/task").expect("this is Linux");
    tasks
        .filter_map(|task| fs::read_to_string(task.ok()?.path().join("schedstat")).ok())
        .filter_map(|text| text.split(' ').next()?.parse::<u64>().ok())
        .sum()
}

/// A number of `/proc/self/status`.
fn status(name: &str) -> u64 {
    let text = fs::read_to_string("/proc/self/status").expect("this is Linux");
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

struct Measure {
    wall: Instant,
    cpu: u64,
    resident: u64,
}

impl Measure {
    fn begin() -> Self {
        Self { resident: status("VmRSS"), cpu: cpu(), wall: Instant::now() }
    }

    fn end(self, count: usize) -> serde_json::Value {
        let wall = self.wall.elapsed().as_secs_f64();
        let cpu = (cpu() - self.cpu) as f64;
        let each = 1.0 / count.max(1) as f64;
        json!({
            "wall_us": wall * 1e6 * each,
            "cpu_us": cpu / 1e3 * each,
            "growth_kb": (status("VmRSS") as f64 - self.resident as f64) * each,
            "threads": status("Threads"),
        })
    }
}

fn client() -> Client {
    Client::new("demopublickey", "demosecretkey").expect("the settings are right")
}

#[tokio::main]
async fn main() {
    let count = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(1000);
    let measure = Measure::begin();
    let first = client();
    let of_first = measure.end(1);
    let measure = Measure::begin();
    let later: Vec<Client> = (1..count).map(|_| client()).collect();
    let of_later = measure.end(count - 1);
    println!("{}", json!({"first": of_first, "later": of_later}));
    drop((first, later));
}
