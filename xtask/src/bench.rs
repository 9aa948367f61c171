//! Our client in five languages beside others: builds what users get, and has it measured.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::languages::{Language, set_up_venv};
use crate::run::{Run, cargo, command};
use crate::tools;
use crate::workspace::Workspace;

/// How one of our clients is measured.
pub struct Program {
    /// What the driver adds the work to.
    pub command: Vec<OsString>,
    pub environment: Vec<(OsString, OsString)>,
    /// What a user installs.
    pub package: Value,
}

/// Where all that is made for it lies.
pub fn home(workspace: &Workspace) -> PathBuf {
    workspace.cache.join("benchmarks")
}

/// The program that measures one language.
pub fn source(workspace: &Workspace, language: Language) -> PathBuf {
    workspace.root.join("benchmarks/programs").join(language.name())
}

pub fn run(workspace: &Workspace, args: &[OsString]) -> Result<bool> {
    let venv = home(workspace).join("driver");
    fs::create_dir_all(home(workspace))?;
    let requirements = workspace.root.join("benchmarks/requirements.txt");
    set_up_venv(workspace, &venv, &tools::PYTHON, &[requirements])?;
    let driver = |what: &str| -> Result<Command> {
        // Its arguments may name folders as they are seen from here.
        let mut driver = command(venv.join("bin/python"), &std::env::current_dir()?);
        driver.arg(workspace.root.join("benchmarks/bench.py")).arg(what).args(args);
        Ok(driver)
    };
    if args.iter().any(|arg| arg == "-h" || arg == "--help") {
        return Ok(driver("plan")?.status()?.success());
    }
    // First of all: what is wrong with the arguments is told before anything is built.
    let output = driver("plan")?.stderr(std::process::Stdio::inherit()).output()?;
    if !output.status.success() {
        return Ok(false);
    }
    let plan: Value = serde_json::from_slice(&output.stdout).context("the plan of bench.py")?;
    let built = match plan["source"].as_bool() {
        Some(true) => Value::Null,
        _ => build(workspace, &plan)?,
    };
    driver("run")?.env("BENCH_BUILT", built.to_string()).run_as("bench.py")?;
    Ok(true)
}

fn build(workspace: &Workspace, plan: &Value) -> Result<Value> {
    let emulator = ["build", "--release", "--package", "uploadcare-emulator"];
    cargo(workspace).args(emulator).run()?;
    let floor = home(workspace).join("by-hand");
    let requirements = source(workspace, Language::Python).join("requirements.txt");
    set_up_venv(workspace, &floor, &tools::PYTHON, &[requirements])?;

    let (mut programs, mut absent) = (Map::new(), Map::new());
    let wanted = plan["languages"].as_array().context("languages")?.iter();
    for language in wanted.filter_map(|name| Language::parse(name.as_str()?)) {
        let made = match language.obstacle(workspace) {
            Some(obstacle) => Err(obstacle),
            None => language.bench(workspace).map_err(|error| format!("{error:#}")),
        };
        match made {
            Ok(program) => drop(programs.insert(language.name().into(), shown(program)?)),
            // One that cannot be measured does not keep us from the others.
            Err(problem) => drop(absent.insert(language.name().into(), problem.into())),
        }
    }
    let emulator = workspace.target.join("release").join(file_name("uploadcare-emulator"));
    Ok(json!({
        "emulator": emulator,
        "floor_python": floor.join("bin/python"),
        "programs": programs,
        "absent": absent,
    }))
}

fn shown(program: Program) -> Result<Value> {
    let text = |word: OsString| match word.into_string() {
        Ok(text) => Ok(text),
        Err(word) => bail!("{} is no text", word.display()),
    };
    let command = program.command.into_iter().map(text).collect::<Result<Vec<_>>>()?;
    let environment = program.environment.into_iter();
    let environment = environment.map(|(name, value)| Ok((text(name)?, text(value)?)));
    let environment = environment.collect::<Result<std::collections::BTreeMap<_, _>>>()?;
    Ok(json!({"command": command, "environment": environment, "package": program.package}))
}

pub fn file_name(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}

/// The library that Swift and Kotlin share, as users get it; returns the folder it is in.
pub fn native_library(workspace: &Workspace) -> Result<PathBuf> {
    let folder = home(workspace).join("native");
    fs::create_dir_all(&folder)?;
    crate::package::library(workspace, &folder)?;
    Ok(folder)
}

/// Files of a folder that have one of the extensions.
pub fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    crate::package::with_extension(folder, extension)
}
