//! The main job with real files, in every language that can run here.

use anyhow::Result;

use crate::emulator::Emulator;
use crate::languages::Language;
use crate::report::Report;
use crate::workspace::Workspace;

const NEXT: &str = "\
What to try next
  cargo run --bin uploadcare-emulator     an emulator to play with; it prints its addresses and keys
  examples/                               the programs that have just run
  cargo xtask test                        everything, in every language
  cargo xtask doctor                      what is missing for a language that was skipped";

pub fn run(workspace: &Workspace) -> Result<bool> {
    let mut report = Report::default();
    each(workspace, &mut report, "");
    println!("\n{NEXT}");
    Ok(report.finish())
}

/// The example programs as steps of a report.
pub fn each(workspace: &Workspace, report: &mut Report, suffix: &str) {
    let files = workspace.root.join("tests/fixtures/files");
    for language in Language::ALL {
        let name = format!("{}{suffix}", language.name());
        if let Some(obstacle) = language.demo_obstacle(workspace) {
            report.without(&name, &obstacle, workspace.ci);
            continue;
        }
        report.step(&name, || {
            // A new one each time: every table shows the files this language has uploaded.
            let emulator = Emulator::start(workspace)?;
            let mut environment = emulator.for_clients()?;
            environment.extend(emulator.for_tests(workspace));
            language.demo(workspace, &files, &environment)
        });
    }
}
