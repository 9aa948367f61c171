//! The steps of one run and the table at its end.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::run::first_line;

/// Most that is said again of one failure.
const LINES: usize = 60;

enum Outcome {
    Passed,
    /// Why, and perhaps more.
    Failed(String),
    Skipped(String),
}

struct Row {
    name: String,
    outcome: Outcome,
    took: Duration,
}

#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Runs one step. A failure is kept for the table; the steps after it still run.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        let passed = result.is_ok();
        let outcome = match result {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                let text = format!("{error:#}");
                eprintln!("{name} failed: {text}");
                Outcome::Failed(text)
            }
        };
        self.rows.push(Row { name: name.to_owned(), outcome, took });
        passed
    }

    /// A step that cannot run here. `must` says that it should have been able to.
    pub fn without(&mut self, name: &str, reason: &str, must: bool) {
        eprintln!("\n== {name}\n{} {name}: {reason}", if must { "cannot run" } else { "skipping" });
        let outcome = match must {
            true => Outcome::Failed(reason.to_owned()),
            false => Outcome::Skipped(reason.to_owned()),
        };
        self.rows.push(Row { name: name.to_owned(), outcome, took: Duration::ZERO });
    }

    /// Prints the table and the count; true if nothing failed.
    pub fn finish(self) -> bool {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let [mut passed, mut failed, mut skipped] = [0; 3];
        let total: Duration = self.rows.iter().map(|row| row.took).sum();
        println!("\n{:width$}  seconds", "step");
        for row in &self.rows {
            let verdict = match &row.outcome {
                Outcome::Passed => {
                    passed += 1;
                    "passed".to_owned()
                }
                Outcome::Failed(reason) => {
                    failed += 1;
                    format!("FAILED: {}", first_line(reason))
                }
                Outcome::Skipped(reason) => {
                    skipped += 1;
                    format!("skipped: {reason}")
                }
            };
            println!("{:width$}  {:7.1}  {verdict}", row.name, row.took.as_secs_f64());
        }
        println!("{:width$}  {:7.1}\n", "total", total.as_secs_f64());
        for row in &self.rows {
            if let Outcome::Failed(text) = &row.outcome {
                let lines: Vec<_> = text.lines().skip(1).collect();
                if !lines.is_empty() {
                    let from = lines.len().saturating_sub(LINES);
                    println!("== the end of {}\n{}\n", row.name, lines[from..].join("\n"));
                }
            }
        }
        match skipped {
            0 => println!("{passed} passed, {failed} failed"),
            _ => println!("{passed} passed, {failed} failed, {skipped} skipped"),
        }
        failed == 0
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_failed_step_fails_the_run_and_not_the_next_step() {
        let mut report = Report::default();
        assert!(!report.step("breaks", || bail!("no")));
        assert!(report.step("works", || Ok(())));
        report.without("absent", "not here", false);
        assert!(!report.finish());
    }

    #[test]
    fn what_must_run_and_cannot_is_a_failure() {
        let mut report = Report::default();
        report.without("absent", "not here", false);
        assert!(report.finish());
        let mut report = Report::default();
        report.without("absent", "not here", true);
        assert!(!report.finish());
    }
}
