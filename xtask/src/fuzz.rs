//! The fuzzers of `fuzz/`: libFuzzer, guided by what an input reaches in the core and all that it uses.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::report::Report;
use crate::run::{Run, cargo, command};
use crate::tools::{CXX, Found};
use crate::workspace::Workspace;

/// Has the compiler count what is reached and note what is compared. Its own switch for that, `-Z sanitizer`,
/// is not in the stable compiler.
const FLAGS: [&str; 5] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];
const PROFILE: &str = "fuzz";

/// Seconds for each fuzzer where many things are tested, and if nothing is said.
const SHORT: u32 = 10;
const LONG: u32 = 300;

/// Each fuzzer for a short time, the same way each time.
pub fn check(workspace: &Workspace, report: &mut Report) {
    if let Some(obstacle) = CXX.obstacle() {
        report.without("fuzzing", &obstacle, workspace.ci);
        return;
    }
    report.step("fuzzing", || {
        let folder = build(workspace)?;
        let mut failures = Vec::new();
        for name in names(workspace)? {
            if let Err(error) = short(workspace, &folder, &name) {
                failures.push(format!("{error:#}"));
            }
        }
        if failures.is_empty() { Ok(()) } else { bail!("{}", failures.join("; ")) }
    });
}

/// `cargo xtask fuzz [TARGET] [SECONDS]`: one fuzzer, or each of them.
pub fn run(workspace: &Workspace, words: &[String]) -> Result<bool> {
    let mut names = names(workspace)?;
    let mut seconds = LONG;
    for word in words {
        match word.parse() {
            Ok(number) => seconds = number,
            Err(_) if names.contains(word) => names.retain(|name| name == word),
            Err(_) => bail!("no fuzzer `{word}`: {}", names.join(", ")),
        }
    }
    if let Some(obstacle) = CXX.obstacle() {
        bail!("{obstacle}");
    }
    let folder = build(workspace)?;
    for name in names {
        let found = workspace.target.join("fuzz/found").join(&name);
        let mut fuzzer = fuzzer(workspace, &folder, &name, seconds, &found)?;
        fuzzer.run_as(&format!("{name}, for {seconds} seconds")).with_context(|| failed(&name))?;
        println!("{name}: what is new is in {}", workspace.short(&found).display());
    }
    Ok(true)
}

fn names(workspace: &Workspace) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for file in std::fs::read_dir(workspace.root.join("fuzz/targets"))? {
        let path = file?.path();
        names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

fn failed(name: &str) -> String {
    format!("the fuzzer of {name} has failed")
}

/// Builds the fuzzers; returns the folder they are in.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    let version = command("rustc", &workspace.root).arg("-vV").read()?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    // Named, so that the flags are for the fuzzers and not for what runs while they are built.
    let host = host.context("rustc does not say what it is for")?;
    let target = workspace.target.join("fuzz");
    let mut build = cargo(workspace);
    build.args(["build", "--package", "uploadcare-fuzz", "--features", "libfuzzer", "--bins"]);
    build.args(["--profile", PROFILE, "--target", host, "--target-dir"]).arg(&target);
    build.env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    if let Found::Good(compiler, _) = CXX.find()
        && std::env::var_os("CXX").is_none()
    {
        build.env("CXX", compiler);
    }
    build.run()?;
    Ok(target.join(host).join(PROFILE))
}

/// A fuzzer at work on its corpus. What it finds beyond that goes to `found`.
fn fuzzer(
    workspace: &Workspace,
    folder: &Path,
    name: &str,
    seconds: u32,
    found: &Path,
) -> Result<Command> {
    let failures = workspace.target.join("fuzz/failures");
    std::fs::create_dir_all(&failures)?;
    std::fs::create_dir_all(found)?;
    let mut fuzzer = command(folder.join(name), &workspace.root);
    fuzzer.arg(format!("-artifact_prefix={}/{name}-", failures.display()));
    fuzzer.arg(format!("-max_total_time={seconds}"));
    // Seconds for one input, most bytes of one, and most megabytes of memory.
    fuzzer.args(["-timeout=10", "-max_len=8192", "-rss_limit_mb=2048", "-print_final_stats=1"]);
    // It writes into the first one.
    fuzzer.arg(found).arg(workspace.root.join("fuzz/corpus").join(name));
    Ok(fuzzer)
}

fn short(workspace: &Workspace, folder: &Path, name: &str) -> Result<()> {
    // Empty, so that each run is like the last.
    let found = workspace.target.join("fuzz/short").join(name);
    if found.exists() {
        std::fs::remove_dir_all(&found)?;
    }
    let mut fuzzer = fuzzer(workspace, folder, name, SHORT, &found)?;
    fuzzer.args(["-seed=1", "-runs=500000"]);
    let output = fuzzer.env("RUST_BACKTRACE", "1").finish()?;
    let text = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        // Without its progress.
        text.lines().filter(|line| !line.starts_with('#')).for_each(|line| eprintln!("{line}"));
        let written = text.lines().find_map(|line| line.split_once("Test unit written to "));
        let input = Path::new(written.map_or("INPUT", |(_, path)| path));
        let program = folder.join(name);
        bail!(
            "{}; again: `{} {}`; once it is mended keep the input in fuzz/corpus/{name}",
            failed(name),
            workspace.short(&program).display(),
            workspace.short(input).display(),
        );
    }
    let count = number(&text, "stat::number_of_executed_units:");
    let reached = text.lines().rev().find_map(|line| line.split_once(" cov: "));
    let reached = reached.map_or(0, |(_, rest)| number(rest, ""));
    println!("{name:11} {count:7} inputs, {reached:5} places reached");
    if reached == 0 {
        bail!("the fuzzer of {name} is blind: it does not see what it reaches");
    }
    Ok(())
}

/// The number after a label.
fn number(text: &str, label: &str) -> u64 {
    let rest = text.split_once(label).map_or("", |(_, rest)| rest);
    rest.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(0)
}
