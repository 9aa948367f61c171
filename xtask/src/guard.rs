//! What some paths of the client cost, counted and not timed: requests, blocks and bytes of the heap, the most that it
//! held, instructions. `tests/guard/figures.json` has what they may cost.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::emulator::Emulator;
use crate::report::Report;
use crate::run::{Environment, Run, cargo, command};
use crate::tools::{Found, VALGRIND};
use crate::workspace::Workspace;

const ACCEPT: &str = "cargo xtask guard --accept";
const STORED: &str = "tests/guard/figures.json";
const INSTRUCTIONS: &str = "instructions";

/// Paths whose instructions are counted: others wait for what comes when it comes, or take minutes.
const COUNTED: [&str; 4] = ["get", "page", "url", "webhook"];

/// Figures by path and name.
type Figures = BTreeMap<String, BTreeMap<String, u64>>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    /// The kind of machine the figures are of: another one has other system calls and another allocator.
    machine: String,
    rustc: String,
    /// Share by which a figure may be higher, by its name, or by path and name.
    tolerance: BTreeMap<String, f64>,
    paths: Figures,
}

/// What a comparison has found.
#[derive(Default)]
struct Verdict {
    dearer: Vec<String>,
    cheaper: Vec<String>,
}

/// The parts of a test run.
pub fn check(workspace: &Workspace, report: &mut Report) {
    let (stored, emulator) = match stored(workspace).and_then(|s| Ok((s, ready(workspace)?))) {
        Ok(both) => both,
        Err(error) => {
            report.step("guard", || Err(error));
            return;
        }
    };
    let environment = emulator.for_tests(workspace);
    if machine() == stored.machine {
        report.step("guard", || judge(workspace, &stored, &counts(workspace, &environment)?));
        match valgrind() {
            // Nothing else needs it, so its absence is no failure anywhere.
            None => report.without("guard: instructions", VALGRIND.get, false),
            Some(_) => drop(report.step("guard: instructions", || {
                judge(workspace, &stored, &instructions(workspace, &environment)?)
            })),
        }
    } else {
        let reason = format!("{STORED} is of {}, and this is {}", stored.machine, machine());
        report.without("guard", &reason, false);
    }
    for what in ["lists", "calls"] {
        let mut many = program(workspace, &environment);
        report.step(&format!("guard: many {what}"), || {
            many.arg(what).run_as(&format!("guard {what}"))
        });
    }
}

/// `cargo xtask guard --accept`: what things cost now is what they may cost.
pub fn accept(workspace: &Workspace) -> Result<bool> {
    let mut stored = stored(workspace)?;
    let emulator = ready(workspace)?;
    let environment = emulator.for_tests(workspace);
    let mut paths = counts(workspace, &environment)?;
    let counted = match valgrind() {
        Some(_) => instructions(workspace, &environment)?,
        None => {
            println!("instructions stay as they are: {}", VALGRIND.get);
            ensure!(machine() == stored.machine, "they are of another kind of machine");
            stored.paths.clone()
        }
    };
    for (path, figures) in counted {
        if let (Some(number), Some(known)) = (figures.get(INSTRUCTIONS), paths.get_mut(&path)) {
            known.insert(INSTRUCTIONS.to_owned(), *number);
        }
    }
    compare(&stored, &paths);
    stored = Stored { machine: machine(), rustc: rustc(workspace)?, paths, ..stored };
    let text = serde_json::to_string_pretty(&stored)? + "\n";
    fs::write(workspace.root.join(STORED), text)?;
    println!("{STORED} is written");
    Ok(true)
}

fn machine() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}

fn rustc(workspace: &Workspace) -> Result<String> {
    let text = command("rustc", &workspace.root).arg("--version").read()?;
    text.split_whitespace().nth(1).map(str::to_owned).context("rustc does not tell its version")
}

fn valgrind() -> Option<std::ffi::OsString> {
    match VALGRIND.find() {
        Found::Good(program, _) => Some(program),
        Found::Old(_) | Found::Absent => None,
    }
}

fn stored(workspace: &Workspace) -> Result<Stored> {
    let text = fs::read_to_string(workspace.root.join(STORED)).context(STORED)?;
    serde_json::from_str(&text).context(STORED)
}

/// An emulator of its own and the program, built like the tests, so that little is left to build.
fn ready(workspace: &Workspace) -> Result<Emulator> {
    cargo(workspace).args(["build", "--bin", "guard", "--bin", "uploadcare-emulator"]).run()?;
    Emulator::start(workspace)
}

fn path_of_program(workspace: &Workspace) -> PathBuf {
    workspace.debug().join(format!("guard{}", std::env::consts::EXE_SUFFIX))
}

fn program(workspace: &Workspace, environment: &Environment) -> Command {
    let mut program = command(path_of_program(workspace), &workspace.root);
    program.envs(environment.iter().cloned());
    program
}

fn output(command: &mut Command) -> Result<(String, String)> {
    let output = command.finish()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    ensure!(output.status.success(), "the guard has failed: {}\n{err}", output.status);
    Ok((out, err))
}

/// All but instructions. Each path has a process of its own, so that none finds what another one has left.
fn counts(workspace: &Workspace, environment: &Environment) -> Result<Figures> {
    let (names, _) = output(program(workspace, environment).arg("names"))?;
    let mut figures = Figures::new();
    for name in names.lines() {
        let (json, _) = output(program(workspace, environment).arg(name))?;
        figures.insert(name.to_owned(), serde_json::from_str(&json).context(name.to_owned())?);
    }
    Ok(figures)
}

fn instructions(workspace: &Workspace, environment: &Environment) -> Result<Figures> {
    let valgrind = valgrind().context(VALGRIND.get)?;
    let mut figures = Figures::new();
    for name in COUNTED {
        let mut run = command(&valgrind, &workspace.root);
        run.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
        run.arg("--toggle-collect=guarded_section").arg(path_of_program(workspace)).arg(name);
        let (_, said) = output(run.envs(environment.iter().cloned()))?;
        let count = said.lines().find_map(|line| line.split_once("Collected : "));
        let count = count.and_then(|(_, number)| number.trim().parse().ok());
        let count: u64 = count.with_context(|| format!("callgrind has not counted:\n{said}"))?;
        ensure!(count > 0, "callgrind has not found the section of {name}");
        figures.insert(name.to_owned(), BTreeMap::from([(INSTRUCTIONS.to_owned(), count)]));
    }
    Ok(figures)
}

/// Shows a table and tells what is dearer and what is cheaper than stored.
fn compare(stored: &Stored, measured: &Figures) -> Verdict {
    let mut verdict = Verdict::default();
    println!("{:16} {:12} {:>13} {:>13} {:>8}", "path", "figure", "stored", "now", "");
    for (path, figures) in measured {
        for (figure, &now) in figures {
            let before = stored.paths.get(path).and_then(|figures| figures.get(figure));
            let Some(&before) = before else {
                println!("{path:16} {figure:12} {:>13} {now:13}", "-");
                verdict.dearer.push(format!("{path}: no {figure} stored"));
                continue;
            };
            let change = (now as f64 - before as f64) / (before as f64).max(1.0);
            let percent = change * 100.0;
            println!("{path:16} {figure:12} {before:13} {now:13} {percent:+7.1}%");
            let limits = [&format!("{path}.{figure}"), figure];
            let limit = limits.into_iter().find_map(|name| stored.tolerance.get(name));
            let limit = limit.copied().unwrap_or_default();
            let said = format!("{path}: {figure} from {before} to {now} ({percent:+.1} %)");
            if change > limit {
                let percent = limit * 100.0;
                verdict.dearer.push(format!("{said}, where {percent} % are allowed"));
            } else if change < -limit.max(0.1) {
                verdict.cheaper.push(format!("{said}: lower the stored figure by `{ACCEPT}`"));
            }
        }
    }
    verdict
}

fn judge(workspace: &Workspace, stored: &Stored, measured: &Figures) -> Result<()> {
    let Verdict { mut dearer, cheaper } = compare(stored, measured);
    cheaper.iter().for_each(|line| println!("cheaper: {line}"));
    if dearer.is_empty() {
        return Ok(());
    }
    let version = rustc(workspace)?;
    if version != stored.rustc {
        dearer.push(format!("figures are of rustc {}, and this is {version}", stored.rustc));
    }
    bail!(
        "dearer than {STORED} says: {}. Make it cheaper again or, if it is worth that, `{ACCEPT}`, and say why",
        dearer.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(path: &str, figure: &str, number: u64) -> Figures {
        BTreeMap::from([(path.to_owned(), BTreeMap::from([(figure.to_owned(), number)]))])
    }

    fn verdict(before: u64, now: u64) -> (usize, usize) {
        let tolerance = [("bytes".to_owned(), 0.1), ("get.requests".to_owned(), 0.0)];
        let stored = Stored {
            machine: machine(),
            rustc: String::new(),
            tolerance: tolerance.into(),
            paths: figures("get", "bytes", before),
        };
        let verdict = compare(&stored, &figures("get", "bytes", now));
        (verdict.dearer.len(), verdict.cheaper.len())
    }

    #[test]
    fn what_is_dearer_fails_and_what_is_cheaper_is_told() {
        for (now, expected) in
            [(1000, (0, 0)), (1100, (0, 0)), (1101, (1, 0)), (900, (0, 0)), (899, (0, 1))]
        {
            assert_eq!(verdict(1000, now), expected, "{now}");
        }
        assert_eq!(verdict(0, 0), (0, 0));
        assert_eq!(verdict(0, 1), (1, 0));
    }

    #[test]
    fn what_is_not_stored_fails() {
        let stored = Stored {
            machine: machine(),
            rustc: String::new(),
            tolerance: BTreeMap::new(),
            paths: figures("get", "bytes", 5),
        };
        let found = compare(&stored, &figures("list", "bytes", 5));
        assert!(found.dearer[0].starts_with("list: no bytes stored"));
        // Without a tolerance nothing may grow.
        let found = compare(&stored, &figures("get", "bytes", 6));
        assert!(found.dearer[0].starts_with("get: bytes from 5 to 6 (+20.0 %)"));
    }
}
