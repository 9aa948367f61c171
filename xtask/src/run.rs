//! Starting other programs.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::workspace::{Workspace, on_ci};

/// Most that one program may take where nobody watches: the longest need a third of it.
const LIMIT: Duration = Duration::from_mins(20);
/// For a program to tell its threads.
const LAST_WORDS: Duration = Duration::from_secs(5);

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
    /// How it ends, and what it writes. Unlike [`Command::output`] it does not wait for ever where nobody watches.
    fn finish(&mut self) -> Result<Output>;
}

impl Run for Command {
    fn run(&mut self) -> Result<()> {
        let line = shown(self);
        self.run_as(&line)
    }

    fn run_as(&mut self, line: &str) -> Result<()> {
        eprintln!("$ {line}");
        let status = limited(self, line)?.status;
        if !status.success() {
            bail!("`{line}` failed: {status}");
        }
        Ok(())
    }

    fn read(&mut self) -> Result<String> {
        let line = shown(self);
        let output = self.finish()?;
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.push_str(&String::from_utf8_lossy(&output.stderr));
        if !output.status.success() {
            bail!("`{line}` failed: {}\n{text}", output.status);
        }
        Ok(text)
    }

    fn finish(&mut self) -> Result<Output> {
        let line = shown(self);
        limited(self.stdout(Stdio::piped()).stderr(Stdio::piped()), &line)
    }
}

/// Runs a program without input and, where nobody watches, not for ever.
fn limited(command: &mut Command, line: &str) -> Result<Output> {
    let limit = (on_ci() && !io::stdin().is_terminal()).then_some(LIMIT);
    let output = match limit {
        Some(limit) => within(command.stdin(Stdio::null()), limit),
        None => command.stdin(Stdio::null()).spawn().and_then(Child::wait_with_output).map(Some),
    };
    let output = output.with_context(|| format!("could not start `{line}`"))?;
    output.with_context(|| format!("`{line}` was not done after {} s", LIMIT.as_secs()))
}

/// Runs a program; if its time is over before it ends, ends it with all that it has started and gives nothing.
fn within(command: &mut Command, limit: Duration) -> io::Result<Option<Output>> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let child = command.spawn()?;
    let group = child.id();
    let (ended, end) = mpsc::channel::<()>();
    let watch = thread::spawn(move || {
        let is_late = end.recv_timeout(limit) == Err(mpsc::RecvTimeoutError::Timeout);
        if is_late {
            // A Java machine says what each of its threads is at.
            signal(group, "QUIT");
            let _ = end.recv_timeout(LAST_WORDS);
            signal(group, "KILL");
        }
        is_late
    });
    let output = child.wait_with_output()?;
    drop(ended);
    Ok((!watch.join().unwrap_or_default()).then_some(output))
}

fn signal(group: u32, name: &str) {
    let signal = [format!("-{name}"), "--".to_owned(), format!("-{group}")];
    let _ = Command::new("kill").args(signal).status();
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> = std::iter::once(name).chain(command.get_args()).collect();
    words.join(OsStr::new(" ")).to_string_lossy().into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::Read;
    use std::time::Instant;

    use super::*;

    #[test]
    fn what_does_not_end_is_ended_with_all_that_it_has_started() {
        let (mut read, write) = io::pipe().expect("a pipe");
        let mut shell = Command::new("sh");
        // One of them takes no notice of the first signal.
        shell.args(["-c", "sh -c 'trap \"\" QUIT; sleep 9999' & sleep 9999"]).stdout(write);
        let start = Instant::now();
        assert_eq!(within(&mut shell, Duration::from_secs(1)).expect("it began"), None);
        drop(shell);
        // There is an end when nothing is left that could write.
        assert_eq!(read.read_to_end(&mut Vec::new()).expect("nothing"), 0);
        assert!(start.elapsed() < Duration::from_mins(100));
    }

    #[test]
    fn what_ends_in_time_has_its_own_status() {
        let mut shell = Command::new("sh");
        let output = within(shell.args(["-c", "exit 3"]), LIMIT).expect("it began");
        assert_eq!(output.expect("it ended").status.code(), Some(3));
    }
}
