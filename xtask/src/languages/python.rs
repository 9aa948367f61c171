use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::Language;
use crate::bench::{self, Program};
use crate::demo::Example;
use crate::run::{Environment, Run, command, run_each};
use crate::tools::{self, Found, Tool};
use crate::workspace::Workspace;

const REQUIREMENTS: &str = "requirements-dev.txt";

fn program(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.cache.join("python/bin").join(name)
}

pub fn set_up(workspace: &Workspace) -> Result<()> {
    let requirements = Language::Python.folder(workspace).join(REQUIREMENTS);
    set_up_venv(workspace, &workspace.cache.join("python"), &tools::PYTHON, &[requirements])
}

/// Makes a virtual environment anew when the interpreter or a pin has changed.
pub fn set_up_venv(
    workspace: &Workspace,
    home: &Path,
    python: &Tool,
    requirements: &[PathBuf],
) -> Result<()> {
    let Found::Good(python, version) = python.find() else {
        bail!("{}", python.obstacle().unwrap_or_default());
    };
    let mut wanted = version.to_string();
    for file in requirements {
        let pins = fs::read_to_string(file)
            .with_context(|| format!("could not read {}", file.display()))?;
        wanted.push('\n');
        wanted.push_str(&pins);
    }
    let stamp = home.join("made-from");
    if fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == wanted) {
        return Ok(());
    }
    command(python, &workspace.root).args(["-m", "venv", "--clear"]).arg(home).run()?;
    if requirements.is_empty() {
        fs::write(stamp, wanted)?;
        return Ok(());
    }
    command(home.join("bin/python"), &workspace.root)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(requirements.iter().flat_map(|file| ["--requirement".as_ref(), file.as_os_str()]))
        .run()?;
    fs::write(stamp, wanted)?;
    Ok(())
}

fn install(workspace: &Workspace) -> Result<()> {
    install_in(workspace, &workspace.cache.join("python"))
}

/// What users get, in a virtual environment that has nothing else.
pub fn bench(workspace: &Workspace) -> Result<Program> {
    let home = bench::home(workspace).join("python");
    set_up_venv(workspace, &home, &tools::PYTHON, &[])?;
    let wheels = bench::home(workspace).join("wheels");
    let wheel = build_and_install(workspace, &home, &wheels, &["--profile", "dist", "--strip"])?;
    let script = bench::source(workspace, Language::Python).join("ours.py");
    Ok(Program {
        command: vec![home.join("bin/python").into(), script.into()],
        environment: Vec::new(),
        package: json!(wheel),
    })
}

/// Builds the wheel and installs it as a user would, so that tests meet what users get.
pub fn install_in(workspace: &Workspace, home: &Path) -> Result<()> {
    let wheels = workspace.cache.join("wheels");
    build_and_install(workspace, home, &wheels, &["--profile", "dev"]).map(drop)
}

fn build_and_install(
    workspace: &Workspace,
    home: &Path,
    wheels: &Path,
    how: &[&str],
) -> Result<PathBuf> {
    set_up(workspace)?;
    if wheels.exists() {
        fs::remove_dir_all(wheels)?;
    }
    // A plain `linux` wheel: the audit for older systems is a matter of packaging.
    tool(workspace, "maturin")
        .arg("build")
        .args(how)
        .args(["--compatibility", "linux", "--out"])
        .arg(wheels)
        .run()?;
    let wheel = only_file(wheels)?;
    command(home.join("bin/python"), &workspace.root)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(["--force-reinstall", "--no-deps"])
        .arg(&wheel)
        .run()?;
    Ok(wheel)
}

/// What maturin tells PyO3's build scripts. A plain `cargo` without it builds PyO3 and all that
/// uses it anew, and so does maturin after that.
pub fn build_environment(workspace: &Workspace) -> Vec<(OsString, OsString)> {
    match only_file(&workspace.target.join("maturin")) {
        Ok(settings) => vec![
            ("PYO3_CONFIG_FILE".into(), settings.into()),
            ("PYO3_BUILD_EXTENSION_MODULE".into(), "1".into()),
        ],
        Err(_) => Vec::new(),
    }
}

fn only_file(folder: &Path) -> Result<PathBuf> {
    let mut files = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file?),
        _ => bail!("expected one file in {}", folder.display()),
    }
}

fn checks(workspace: &Workspace) -> Result<Vec<Command>> {
    let others = ["examples/python", "tests/compat/python", "tests/contract", "benchmarks"];
    let ruff = |what: &[&str]| {
        let mut ruff = tool(workspace, "ruff");
        ruff.args(what).args(["--config", "pyproject.toml", "."]);
        ruff.args(others.map(|folder| workspace.root.join(folder)));
        ruff
    };
    let mut mypy = tool(workspace, "mypy");
    mypy.args(["--strict", "python", "tests"]);
    let benchmarks = workspace.root.join("benchmarks");
    let mut of_benchmarks = tool(workspace, "mypy");
    // It asks which Python this is, and what follows is never reached in one of the two.
    of_benchmarks.args(["--strict", "--explicit-package-bases", "--no-warn-unreachable"]);
    of_benchmarks.args(["bench.py", "suite", "support"].map(|part| benchmarks.join(part)));
    of_benchmarks.env("MYPYPATH", benchmarks);
    let mut checks = vec![ruff(&["format", "--check"]), ruff(&["check"]), mypy, of_benchmarks];
    match tools::NODE.obstacle() {
        None => checks.push(tool(workspace, "pyright")),
        Some(obstacle) if workspace.ci => bail!("pyright runs on Node: {obstacle}"),
        Some(obstacle) => eprintln!("skipping pyright, which runs on Node: {obstacle}"),
    }
    Ok(checks)
}

pub fn lint(workspace: &Workspace) -> Result<()> {
    install(workspace)?;
    run_each(checks(workspace)?)
}

pub fn test(workspace: &Workspace, environment: &Environment) -> Result<()> {
    install(workspace)?;
    let mut pytest = tool(workspace, "pytest");
    pytest.args(["-n", "2"]).envs(environment.iter().cloned());
    run_each(checks(workspace)?.into_iter().chain([pytest]))
}

pub fn demo(
    workspace: &Workspace,
    example: Example,
    arguments: &[PathBuf],
    environment: &Environment,
) -> Result<()> {
    self::example(workspace, example, arguments, environment)?.run()
}

/// An example program, ready to start.
pub fn example(
    workspace: &Workspace,
    example: Example,
    arguments: &[PathBuf],
    environment: &Environment,
) -> Result<Command> {
    install(workspace)?;
    let mut command = command(program(workspace, "python"), &workspace.root);
    command
        .arg(format!("examples/python/{}.py", example.name().replace('-', "_")))
        .args(arguments)
        .envs(environment.iter().cloned());
    Ok(command)
}

/// A program of our virtual environment, run in the package's folder as if it were active.
pub fn tool(workspace: &Workspace, name: &str) -> Command {
    let home = workspace.cache.join("python");
    let mut command = command(program(workspace, name), &Language::Python.folder(workspace));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(home.join("bin")).chain(std::env::split_paths(&path));
    if let Ok(paths) = std::env::join_paths(paths) {
        command.env("PATH", paths);
    }
    command.env("VIRTUAL_ENV", home);
    command
}
