//! Checks and runs everything, or the parts asked for.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail};

use crate::demo;
use crate::emulator::Emulator;
use crate::fuzz;
use crate::generate;
use crate::guard;
use crate::languages::{self, Language};
use crate::once;
use crate::peers;
use crate::report::Report;
use crate::resume;
use crate::run::Environment;
use crate::workspace::Workspace;

type Suite = fn(&Workspace, &mut Report, &Environment);

const ONCE: &str = "defined once";

/// The last in this order need what the first ones have built.
const PARTS: [&str; 15] = [
    "lint", "rust", "generate", "once", "fuzz", "python", "node", "kotlin", "swift", "cross",
    "contract", "compat", "resume", "examples", "guard",
];

pub fn run(workspace: &Workspace, words: &[String]) -> Result<bool> {
    if let Some(unknown) = words.iter().find(|word| !PARTS.contains(&word.as_str())) {
        bail!("no part `{unknown}`: {}", PARTS.join(", "));
    }
    let named = |part: &str| words.iter().any(|word| word == part);
    let all = words.is_empty();
    let cross = all || named("cross");
    let mut report = Report::default();

    if all || named("lint") || named("rust") {
        report.step("format", || languages::format(workspace));
        report.step("clippy", || languages::clippy(workspace));
        report.step("licences", || languages::licences(workspace));
    }
    if named("lint") {
        for language in Language::ALL.into_iter().filter(|language| language.has_checks()) {
            let name = format!("{} checks", language.name());
            match language.obstacle(workspace) {
                Some(obstacle) => report.without(&name, &obstacle, workspace.ci),
                None => drop(report.step(&name, || language.lint(workspace))),
            }
        }
    }

    let emulator = OnceCell::new();
    let mut ran = BTreeMap::new();
    for part in PARTS {
        if part == "generate" && (all || named(part)) {
            generate::check(workspace, &mut report);
        }
        if part == "once" && (all || named(part)) {
            match Language::Node.obstacle(workspace) {
                Some(obstacle) => report.without(ONCE, &obstacle, workspace.ci),
                None => drop(report.step(ONCE, || once::prove(workspace))),
            }
        }
        if part == "fuzz" && (all || named(part)) {
            fuzz::check(workspace, &mut report);
        }
        let Some(language) = Language::parse(part) else { continue };
        if !cross && !named(part) {
            continue;
        }
        let name = format!("{part} tests");
        if let Some(obstacle) = language.obstacle(workspace) {
            report.without(&name, &obstacle, workspace.ci);
            continue;
        }
        let passed = report.step(&name, || {
            // One emulator for all, so that its log tells what each language reached.
            let emulator = emulator.get_or_init(|| Emulator::start(workspace));
            let emulator = emulator.as_ref().map_err(|error| anyhow!("{error:#}"))?;
            language.test(workspace, &emulator.for_tests(workspace))
        });
        ran.insert(language, passed);
    }
    if cross {
        report.step("cross-language routes", || {
            let emulator = emulator.get().context("no language has run")?;
            let emulator = emulator.as_ref().map_err(|error| anyhow!("{error:#}"))?;
            routes(emulator, ran.keys().copied())
        });
    }
    for (part, run) in [("contract", peers::contract as Suite), ("compat", peers::compat)] {
        if !all && !named(part) {
            continue;
        }
        // One of their own: what these clients reach says nothing of ours.
        match Emulator::start(workspace) {
            Ok(emulator) => run(workspace, &mut report, &emulator.for_tests(workspace)),
            Err(error) => drop(report.step(part, || Err(error))),
        }
    }
    if all || named("resume") {
        resume::check(workspace, &mut report);
    }
    if all || named("examples") {
        demo::each(workspace, &mut report, " example");
    }
    if all || named("guard") {
        guard::check(workspace, &mut report);
    }
    Ok(report.finish())
}

/// Fails unless each language has reached every route the emulator has.
fn routes(emulator: &Emulator, languages: impl Iterator<Item = Language>) -> Result<()> {
    let routes = emulator.routes()?;
    if routes.is_empty() {
        bail!("the emulator names no routes");
    }
    let mut missing = Vec::new();
    for language in languages {
        let reached = emulator.reached(language.name())?;
        let count = routes.intersection(&reached).count();
        println!("{:7} {count} of {} routes", language.name(), routes.len());
        for route in routes.difference(&reached) {
            missing.push(format!("{} never reached {route}", language.name()));
        }
    }
    match missing.is_empty() {
        true => Ok(()),
        false => bail!("{}", missing.join("; ")),
    }
}
