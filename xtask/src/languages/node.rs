use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::json;

use super::Language;
use crate::bench::{self, Program};
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

/// What users get, installed from the archive that a registry would have.
pub fn bench(workspace: &Workspace) -> Result<Program> {
    set_up(workspace)?;
    npm(workspace, &["run", "build:release"]).run()?;
    let home = bench::home(workspace).join("node");
    if home.exists() {
        fs::remove_dir_all(&home)?;
    }
    fs::create_dir_all(&home)?;
    npm(workspace, &["pack", "--silent", "--pack-destination"]).arg(&home).run()?;
    let archives = bench::files(&home, "tgz")?;
    command("npm", &home)
        .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix", "."])
        .args(&archives)
        .run()?;
    let package = home.join("node_modules/uploadcare-sdk");
    for addon in bench::files(&package.join("native/generated"), "node")? {
        command("strip", &home).arg("--strip-unneeded").arg(addon).run()?;
    }
    let script = bench::source(workspace, Language::Node).join("ours.mjs");
    Ok(Program {
        command: vec!["node".into(), "--expose-gc".into(), script.into()],
        environment: vec![("NODE_PACKAGES".into(), home.into())],
        package: json!(package),
    })
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
