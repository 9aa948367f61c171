//! Starting other programs.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::workspace::{Workspace, on_ci};

/// What `cargo run` sets for xtask and nothing that xtask starts should see.
const OF_XTASK: &[&str] = &[
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PKG_AUTHORS",
    "CARGO_PKG_DESCRIPTION",
    "CARGO_PKG_NAME",
    "CARGO_PKG_VERSION",
    "CARGO_PKG_VERSION_MAJOR",
    "CARGO_PKG_VERSION_MINOR",
    "CARGO_PKG_VERSION_PATCH",
    "CARGO_PKG_VERSION_PRE",
];

pub fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    // Nothing is built a second time there, and what is kept for it fills gigabytes.
    if std::env::var_os("CARGO_INCREMENTAL").is_none() && on_ci() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    for name in OF_XTASK {
        command.env_remove(name);
    }
    // Cargo also puts its own folders before the loader's path, where a test would find a
    // library that users do not have.
    if let Some(paths) = std::env::var_os("LD_LIBRARY_PATH") {
        let kept: Vec<_> = std::env::split_paths(&paths).filter(|path| !of_cargo(path)).collect();
        match std::env::join_paths(kept) {
            Ok(paths) if !paths.is_empty() => command.env("LD_LIBRARY_PATH", paths),
            _ => command.env_remove("LD_LIBRARY_PATH"),
        };
    }
    command
}

fn of_cargo(path: &Path) -> bool {
    let own = std::env::current_exe().ok();
    let target = own.as_deref().and_then(Path::parent);
    path.components().any(|part| part.as_os_str() == "rustlib" || part.as_os_str() == "toolchains")
        || target.is_some_and(|target| path.starts_with(target))
}

pub fn cargo(workspace: &Workspace) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), &workspace.root)
}

/// Environment variables for a program that is started.
pub type Environment = [(OsString, OsString)];

/// Runs all of them, then fails if any did: one failure must not hide the next.
pub fn run_each(commands: impl IntoIterator<Item = Command>) -> Result<()> {
    let mut failures = Vec::new();
    for mut command in commands {
        if let Err(error) = command.run() {
            eprintln!("{error:#}");
            failures.push(format!("{error:#}"));
        }
    }
    if failures.is_empty() { Ok(()) } else { bail!("{}", failures.join("; ")) }
}

pub trait Run {
    /// Shows the command, runs it with this terminal's output, and fails if it fails.
    fn run(&mut self) -> Result<()>;
    /// The same, shown as something shorter.
    fn run_as(&mut self, line: &str) -> Result<()>;
    /// What it writes to standard output and to standard error.
    fn read(&mut self) -> Result<String>;
}

impl Run for Command {
    fn run(&mut self) -> Result<()> {
        let line = shown(self);
        self.run_as(&line)
    }

    fn run_as(&mut self, line: &str) -> Result<()> {
        eprintln!("$ {line}");
        let status = self
            .stdin(Stdio::null())
            .status()
            .with_context(|| format!("could not start `{line}`"))?;
        if !status.success() {
            bail!("`{line}` failed: {status}");
        }
        Ok(())
    }

    fn read(&mut self) -> Result<String> {
        let line = shown(self);
        let output = self
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("could not start `{line}`"))?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            bail!("`{line}` failed: {}\n{text}", output.status);
        }
        Ok(text)
    }
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> = std::iter::once(name).chain(command.get_args()).collect();
    words.join(OsStr::new(" ")).to_string_lossy().into_owned()
}
