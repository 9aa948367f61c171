//! What the programs share: their settings, and what they measure of themselves.

use anyhow::{Context, Result};
use rustix::time::{ClockId, clock_gettime};
use serde_json::{Value, json};
use std::{fs, time::Instant};

pub fn variable(name: &str) -> Result<String> {
    std::env::var(name).with_context(|| format!("{name} is not set"))
}

/// A number among the words of the command line.
pub fn number(words: &[String], at: usize) -> Result<usize> {
    let word = words.get(at).with_context(|| format!("word {at} is missing"))?;
    word.parse().with_context(|| format!("{word} is no number"))
}

/// CPU time of all threads that this process has had, in seconds.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// A figure of this process in MB, where the system tells it as Linux does.
fn memory(name: &str) -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let rest = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    Some(rest.trim().strip_suffix(" kB")?.parse::<f64>().ok()? / 1024.0)
}

pub fn resident() -> Option<f64> {
    memory("VmRSS")
}

pub struct Measure {
    wall: Instant,
    cpu: f64,
    resident: Option<f64>,
}

impl Measure {
    pub fn begin() -> Self {
        // The peak is of what follows.
        let _ = fs::write("/proc/self/clear_refs", "5");
        Self { resident: resident(), cpu: cpu(), wall: Instant::now() }
    }

    pub fn end(&self) -> Value {
        let wall = self.wall.elapsed().as_secs_f64();
        let peak = memory("VmHWM");
        let growth = peak.zip(self.resident).map(|(peak, before)| peak - before);
        json!({"wall_s": wall, "cpu_s": cpu() - self.cpu, "peak_mb": peak, "growth_mb": growth})
    }
}

/// Prints a measurement, and what was done meanwhile, as the one line of this program.
pub fn print(mut measured: Value, done: &Value) {
    if let (Some(into), Some(from)) = (measured.as_object_mut(), done.as_object()) {
        into.extend(from.clone());
    }
    println!("{measured}");
}
