use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::python;
use crate::bench::{self, Program};
use crate::demo::Example;
use crate::run::{Environment, Run, cargo, command, run_each};
use crate::workspace::Workspace;

const DENY: &str = "0.20.2";

/// Each has its own features of core; see the root `Cargo.toml`.
const BINDINGS: [&str; 3] = ["uploadcare-python", "uploadcare-node", "uploadcare-ffi"];

pub fn set_up(workspace: &Workspace) -> Result<()> {
    cargo(workspace).args(["fetch", "--locked"]).run()?;
    deny(workspace).map(drop)
}

pub fn format(workspace: &Workspace) -> Result<()> {
    cargo(workspace).args(["fmt", "--all", "--check"]).run()
}

pub fn clippy(workspace: &Workspace) -> Result<()> {
    let clippy = |packages: &[String]| {
        let mut clippy = cargo(workspace);
        clippy.args(["clippy", "--quiet", "--all-targets"]);
        clippy.args(packages.iter().flat_map(|package| ["--package", package]));
        clippy.args(["--", "--deny", "warnings"]);
        clippy.envs(python::build_environment(workspace));
        clippy
    };
    let mut commands = vec![clippy(&[])];
    commands.extend(BINDINGS.map(|binding| clippy(&[binding.to_owned()])));
    commands.push(clippy(&tools(workspace)?));
    run_each(commands)
}

/// Members that are neither built by default nor bindings.
fn tools(workspace: &Workspace) -> Result<Vec<String>> {
    let metadata = metadata(workspace)?;
    let default = metadata["workspace_default_members"].as_array().context("default members")?;
    let packages = metadata["packages"].as_array().context("packages")?;
    let apart = packages.iter().filter(|package| !default.contains(&package["id"]));
    let names = apart.filter_map(|package| package["name"].as_str());
    Ok(names.filter(|name| !BINDINGS.contains(name)).map(str::to_owned).collect())
}

/// Names of all packages of this repository.
pub fn members(workspace: &Workspace) -> Result<Vec<String>> {
    let metadata = metadata(workspace)?;
    let packages = metadata["packages"].as_array().context("packages")?;
    Ok(packages.iter().filter_map(|package| package["name"].as_str()).map(str::to_owned).collect())
}

fn metadata(workspace: &Workspace) -> Result<Value> {
    let output = cargo(workspace)
        .args(["metadata", "--no-deps", "--format-version", "1", "--quiet"])
        .stderr(Stdio::inherit())
        .output()?;
    serde_json::from_slice(&output.stdout).context("cargo metadata")
}

/// Licences, doubled and banned crates, and where crates come from.
pub fn licences(workspace: &Workspace) -> Result<()> {
    let deny = deny(workspace)?;
    command(deny, &workspace.root)
        .args(["--all-features", "--locked", "check", "licenses", "bans", "sources"])
        .run()
}

/// `cargo-deny` at our version, built once.
fn deny(workspace: &Workspace) -> Result<PathBuf> {
    let tools = workspace.cache.join("tools");
    let program = tools.join("bin/cargo-deny");
    let version = program.exists().then(|| command(&program, &tools).arg("--version").read());
    if version.is_some_and(|text| text.is_ok_and(|text| text.trim().ends_with(DENY))) {
        return Ok(program);
    }
    let build = tools.join("build");
    // Unoptimised: it runs for a second or two and takes half the time to build.
    cargo(workspace)
        .args(["install", "cargo-deny", "--quiet", "--locked", "--force", "--debug"])
        .args(["--version", &format!("={DENY}")])
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(&build)
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .run()?;
    std::fs::remove_dir_all(build)?;
    Ok(program)
}

pub fn test(workspace: &Workspace, environment: &Environment) -> Result<()> {
    let mut default = cargo(workspace);
    default.args(["test", "--no-fail-fast"]).envs(environment.iter().cloned());
    let mut apart = cargo(workspace);
    apart.args(["test", "--quiet"]);
    apart.args(tools(workspace)?.iter().flat_map(|package| ["--package", package]));
    run_each([default, apart])
}

pub fn demo(
    workspace: &Workspace,
    example: Example,
    arguments: &[PathBuf],
    environment: &Environment,
) -> Result<()> {
    cargo(workspace)
        .args(["run", "--quiet", "--package", "uploadcare-core", "--example"])
        .arg(example.name().replace('-', "_"))
        .arg("--")
        .args(arguments)
        .envs(environment.iter().cloned())
        .run()
}

pub fn bench(workspace: &Workspace) -> Result<Program> {
    cargo(workspace).args(["build", "--release", "--package", "uploadcare-benchmarks"]).run()?;
    let program = |name| workspace.target.join("release").join(bench::file_name(name));
    Ok(Program {
        command: vec![program("ours").into()],
        environment: Vec::new(),
        package: json!({"ours": program("ours"), "floor": program("floor")}),
    })
}
