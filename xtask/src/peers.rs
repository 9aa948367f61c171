//! What others say of the emulator: the vendor's document, and the official clients.

use std::fs;

use anyhow::{Context, Result};

use crate::languages::{install_python_in, set_up_venv};
use crate::report::Report;
use crate::run::{Environment, Run, command};
use crate::tools;
use crate::workspace::Workspace;

const PYTHON_SUITES: [&str; 2] = ["tests/contract", "tests/compat/python"];
const NODE_SUITE: &str = "tests/compat/node";

/// Holds the emulator's answers against the vendor's document.
pub fn contract(workspace: &Workspace, report: &mut Report, environment: &Environment) {
    python(workspace, report, "vendor's document", PYTHON_SUITES[0], environment);
}

/// Has the official clients do their work.
pub fn compat(workspace: &Workspace, report: &mut Report, environment: &Environment) {
    python(workspace, report, "official Python client", PYTHON_SUITES[1], environment);
    let name = "official Node clients";
    match tools::NODE.obstacle().or_else(|| tools::NPM.obstacle()) {
        Some(obstacle) => report.without(name, &obstacle, workspace.ci),
        None => drop(report.step(name, || node(workspace, environment))),
    }
}

fn python(
    workspace: &Workspace,
    report: &mut Report,
    name: &str,
    suite: &str,
    environment: &Environment,
) {
    if let Some(obstacle) = tools::PYTHON_OF_PEERS.obstacle() {
        report.without(name, &obstacle, workspace.ci);
        return;
    }
    report.step(name, || {
        // Apart from our own: schemathesis pins what our tests want newer.
        let home = workspace.cache.join("peers");
        let requirements =
            PYTHON_SUITES.map(|suite| workspace.root.join(suite).join("requirements.txt"));
        set_up_venv(workspace, &home, &tools::PYTHON_OF_PEERS, &requirements)?;
        if suite == PYTHON_SUITES[1] {
            // Some of it is compared with ours.
            install_python_in(workspace, &home)?;
        }
        command(home.join("bin/python"), &workspace.root)
            .args(["-m", "pytest", "-q", suite])
            .envs(environment.iter().cloned())
            .run()
    });
}

fn node(workspace: &Workspace, environment: &Environment) -> Result<()> {
    let folder = workspace.root.join(NODE_SUITE);
    let lock = fs::read_to_string(folder.join("package-lock.json")).context(NODE_SUITE)?;
    let stamp = folder.join("node_modules/.made-from");
    if fs::read_to_string(&stamp).ok() != Some(lock.clone()) {
        command("npm", &folder).args(["install", "--no-save", "--no-audit", "--no-fund"]).run()?;
        fs::write(stamp, lock)?;
    }
    command("npm", &folder).arg("test").envs(environment.iter().cloned()).run()
}
