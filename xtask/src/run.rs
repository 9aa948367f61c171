//! Starting other programs.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, PipeReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::workspace::{Workspace, on_ci};

/// Most that one program may take where nobody watches: the longest need a third of it.
const LIMIT: Duration = Duration::from_mins(20);
/// Most that is said again of what a program has written, when it has failed.
const TAIL: usize = 8 << 10;
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
            let text = format!("{error:#}");
            eprintln!("{}", first_line(&text));
            failures.push(text);
        }
    }
    if failures.is_empty() { Ok(()) } else { bail!("{}", failures.join("\n")) }
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
        let tail = if nobody_watches() { Some(Tail::of(self)?) } else { None };
        let result = limited(self, line);
        let tail = tail.map(|tail| tail.end(self)).unwrap_or_default();
        match result {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => bail!("`{line}` failed: {}{tail}", output.status),
            Err(error) => bail!("{error:#}{tail}"),
        }
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

/// The end of what a program writes. A log of a whole run is often kept in part, and what failed
/// is not in its last lines.
struct Tail {
    text: Arc<Mutex<Vec<u8>>>,
    end: mpsc::Receiver<()>,
}

impl Tail {
    /// Passes on what the program will write, to standard error.
    fn of(command: &mut Command) -> io::Result<Self> {
        let (read, write) = io::pipe()?;
        command.stdout(write.try_clone()?).stderr(write);
        let text = Arc::default();
        let (ended, end) = mpsc::channel();
        let kept = Arc::clone(&text);
        thread::spawn(move || {
            let _ = pass_on(read, &kept);
            drop(ended);
        });
        Ok(Self { text, end })
    }

    /// Call it when the program has ended.
    fn end(self, command: &mut Command) -> String {
        // The command has its ends of the pipe as long as it could be started again.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        // Something that the program has left behind may hold another.
        let _ = self.end.recv_timeout(LAST_WORDS);
        let text = self.text.lock().unwrap_or_else(PoisonError::into_inner);
        match String::from_utf8_lossy(&text).trim_end() {
            "" => String::new(),
            text => format!("\n{text}"),
        }
    }
}

fn pass_on(mut read: PipeReader, kept: &Mutex<Vec<u8>>) -> io::Result<()> {
    let mut piece = [0; TAIL];
    loop {
        let length = match read.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let _ = io::stderr().write_all(&piece[..length]);
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(&piece[..length]);
        let surplus = kept.len().saturating_sub(TAIL);
        kept.drain(..surplus);
    }
}

/// Nobody can end what does not end by itself, or scroll back to what went wrong.
fn nobody_watches() -> bool {
    on_ci() && !io::stdin().is_terminal()
}

/// Runs a program without input and, where nobody watches, not for ever.
fn limited(command: &mut Command, line: &str) -> Result<Output> {
    command.stdin(Stdio::null());
    let output = match nobody_watches() {
        true => within(command, LIMIT),
        false => command.spawn().and_then(Child::wait_with_output).map(Some),
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

pub fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
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
    fn the_end_of_what_a_program_writes_is_kept() {
        let mut shell = Command::new("sh");
        // Something stays behind that could still write.
        shell.args(["-c", "sleep 9999 & seq 5000; echo $! >&2; exit 3"]);
        let tail = Tail::of(&mut shell).expect("a pipe");
        assert_eq!(shell.status().expect("it began").code(), Some(3));
        let text = tail.end(&mut shell);
        let mut lines = text.lines().rev();
        let left = lines.next().expect("a line");
        Command::new("kill").arg(left).status().expect("it is there");
        assert_eq!(lines.next(), Some("5000"));
        assert_eq!(lines.next(), Some("4999"));
        assert!(text.len() <= TAIL + 1);
    }

    #[test]
    fn what_ends_in_time_has_its_own_status() {
        let mut shell = Command::new("sh");
        let output = within(shell.args(["-c", "exit 3"]), LIMIT).expect("it began");
        assert_eq!(output.expect("it ended").status.code(), Some(3));
    }
}
