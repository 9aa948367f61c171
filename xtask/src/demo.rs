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
    let files = workspace.root.join("tests/fixtures/files");
    let mut report = Report::default();
    for language in Language::ALL {
        if let Some(obstacle) = language.demo_obstacle(workspace) {
            report.without(language.name(), &obstacle, workspace.ci);
            continue;
        }
        report.step(language.name(), || {
            // A new one each time: every table shows the files this language has uploaded.
            let emulator = Emulator::start(workspace)?;
            let mut environment = emulator.for_clients()?;
            environment.extend(emulator.for_tests(workspace));
            language.demo(workspace, &files, &environment)
        });
    }
    println!("\n{NEXT}");
    Ok(report.finish())
}
