//! `recorded FILE…`: decodes and re-encodes what the real service answered, and prints each loss.

use std::process::ExitCode;
use uploadcare_tests::recorded::check;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("usage: recorded FILE… (one exchange per line, as JSON)");
        return ExitCode::from(2);
    }
    let (mut passed, mut failed) = (0, 0);
    for file in &files {
        let text = match std::fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) => {
                println!("{file}: {error}");
                failed += 1;
                continue;
            }
        };
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let place = format!("{file}:{}", at + 1);
            match serde_json::from_str::<serde_json::Value>(line) {
                Ok(exchange) => {
                    let outcome = check(&exchange);
                    for loss in &outcome.losses {
                        let name = exchange["name"].as_str().unwrap_or_default();
                        println!("{place} ({name}) {loss}");
                    }
                    match (outcome.decoded, outcome.losses.len()) {
                        (0, _) => {}
                        (_, 0) => passed += 1,
                        _ => failed += 1,
                    }
                }
                Err(error) => {
                    println!("{place}: not JSON: {error}");
                    failed += 1;
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    ExitCode::from(u8::from(failed > 0))
}
