//! The example programs with real files, in every language that can run here.

use std::path::PathBuf;

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

/// A program that every language has.
#[derive(Clone, Copy)]
pub enum Example {
    ListFiles,
    ManageFiles,
    SignElsewhere,
}

impl Example {
    const ALL: [Self; 3] = [Self::ListFiles, Self::ManageFiles, Self::SignElsewhere];

    /// Its name, words joined by hyphens.
    pub fn name(self) -> &'static str {
        match self {
            Self::ListFiles => "list-files",
            Self::ManageFiles => "manage-files",
            Self::SignElsewhere => "sign-elsewhere",
        }
    }

    /// What it is given.
    fn arguments(self, workspace: &Workspace) -> Vec<PathBuf> {
        let files = workspace.root.join("tests/fixtures/files");
        match self {
            Self::ListFiles => vec![files],
            Self::ManageFiles => {
                ["photo.jpg", "document.pdf", "drawing.png"].map(|name| files.join(name)).to_vec()
            }
            Self::SignElsewhere => Vec::new(),
        }
    }
}

/// The example programs as steps of a report.
pub fn each(workspace: &Workspace, report: &mut Report, suffix: &str) {
    for language in Language::ALL {
        for example in Example::ALL {
            let name = format!("{} {}{suffix}", language.name(), example.name());
            if let Some(obstacle) = language.demo_obstacle(workspace) {
                report.without(&name, &obstacle, workspace.ci);
                continue;
            }
            report.step(&name, || {
                // A new one each time: every table shows the files this language has uploaded.
                let emulator = Emulator::start(workspace)?;
                let mut environment = emulator.for_clients()?;
                environment.extend(emulator.for_tests(workspace));
                language.demo(workspace, example, &example.arguments(workspace), &environment)
            });
        }
    }
}
