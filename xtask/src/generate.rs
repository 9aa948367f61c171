//! Files that follow from the Rust source and are kept beside the hand-written ones.

mod matrix;
mod node;
mod operations;
mod output;
mod uniffi;

use anyhow::{Result, bail};

use crate::languages::Language;
use crate::report::Report;
use crate::workspace::Workspace;
use output::Output;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Write,
    Check,
}

pub fn run(workspace: &Workspace, check: bool) -> Result<bool> {
    let mut report = Report::default();
    all(workspace, if check { Mode::Check } else { Mode::Write }, &mut report);
    Ok(report.finish())
}

/// The comparison as steps of a longer run.
pub fn check(workspace: &Workspace, report: &mut Report) {
    all(workspace, Mode::Check, report);
}

fn all(workspace: &Workspace, mode: Mode, report: &mut Report) {
    // First, because the libraries that the others look into are built from some of these.
    report.step("generated operations", || {
        settle(workspace, mode, operations::render(&workspace.root)?)
    });
    report.step("generated cases", || settle(workspace, mode, matrix::render(&workspace.root)?));
    match uniffi::obstacle(workspace) {
        Some(obstacle) => report.without("generated Swift and Kotlin", &obstacle, workspace.ci),
        None => drop(report.step("generated Swift and Kotlin", || {
            settle(workspace, mode, uniffi::render(workspace)?)
        })),
    }
    match Language::Node.obstacle(workspace) {
        Some(obstacle) => report.without("generated TypeScript", &obstacle, workspace.ci),
        None => drop(
            report.step("generated TypeScript", || node::in_place(workspace, mode == Mode::Check)),
        ),
    }
}

fn settle(workspace: &Workspace, mode: Mode, output: Output) -> Result<()> {
    match mode {
        Mode::Write => output.write(workspace),
        Mode::Check => match output.differences(workspace)? {
            0 => Ok(()),
            count => bail!("{count} generated files differ; run `cargo xtask generate`"),
        },
    }
}
