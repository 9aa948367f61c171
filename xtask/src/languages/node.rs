use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::Language;
use crate::demo::Example;
use crate::run::{Environment, Run, command, run_each};
use crate::workspace::Workspace;

fn npm(workspace: &Workspace, args: &[&str]) -> Command {
    let mut npm = command("npm", &Language::Node.folder(workspace));
    npm.args(args);
    npm
}

/// Installs what the lock file says, when it has changed.
pub fn set_up(workspace: &Workspace) -> Result<()> {
    let folder = Language::Node.folder(workspace);
    let lock = fs::read_to_string(folder.join("package-lock.json"))
        .context("bindings-node/package-lock.json")?;
    let stamp = folder.join("node_modules/.made-from");
    if fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == lock) {
        return Ok(());
    }
    // Not `npm ci`: it refuses a lock file without the binaries of other systems, and npm leaves
    // those out wherever its registry does not carry them.
    npm(workspace, &["install", "--no-save", "--no-audit", "--no-fund"]).run()?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// The addon, its typings and the JavaScript over them.
pub fn build(workspace: &Workspace) -> Result<()> {
    set_up(workspace)?;
    npm(workspace, &["run", "build"]).run()
}

fn checks(workspace: &Workspace) -> [Command; 3] {
    ["format:check", "lint", "typecheck"].map(|script| npm(workspace, &["run", script]))
}

pub fn lint(workspace: &Workspace) -> Result<()> {
    build(workspace)?;
    run_each(checks(workspace))
}

pub fn test(workspace: &Workspace, environment: &Environment) -> Result<()> {
    build(workspace)?;
    let mut test = npm(workspace, &["test"]);
    test.envs(environment.iter().cloned());
    run_each(checks(workspace).into_iter().chain([test]))
}

pub fn demo(
    workspace: &Workspace,
    example: Example,
    arguments: &[PathBuf],
    environment: &Environment,
) -> Result<()> {
    build(workspace)?;
    command("node", &workspace.root)
        .arg(format!("examples/node/{}.mjs", example.name()))
        .args(arguments)
        .envs(environment.iter().cloned())
        .run()
}
