//! A Swift toolchain: the machine's own, or one unpacked into `.cache`.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{Environment, Run, command};
use crate::tools::{self, Found};
use crate::workspace::Workspace;

enum Toolchain {
    OnPath,
    /// A folder to change the root to.
    Root(PathBuf),
}

pub fn obstacle() -> Option<String> {
    tools::SWIFT.obstacle().filter(|_| !can_unpack())
}

/// Whether this is a machine with Debian's package tools where we may mount folders.
pub fn can_unpack() -> bool {
    let here = Path::new("/");
    Path::new("/etc/debian_version").exists()
        && command("unshare", here).args(["--mount", "true"]).read().is_ok()
        && command("apt-get", here).arg("--version").read().is_ok()
}

pub fn set_up(workspace: &Workspace) -> Result<()> {
    toolchain(workspace).map(drop)
}

fn toolchain(workspace: &Workspace) -> Result<Toolchain> {
    if let Found::Good(..) = tools::SWIFT.find() {
        return Ok(Toolchain::OnPath);
    }
    let script = workspace.root.join("xtask/scripts/swift-root.sh");
    let recipe = fs::read_to_string(&script).context("xtask/scripts/swift-root.sh")?;
    let root = workspace.cache.join("swift-root");

    // Two runs may start at once; the second one finds the work done.
    let lock = File::create(workspace.cache.join("swift-root.lock"))?;
    lock.lock()?;
    let stamp = root.join("RECIPE");
    if fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == recipe) {
        return Ok(Toolchain::Root(root));
    }
    let fresh = workspace.cache.join("swift-root.new");
    command("sh", &workspace.root)
        .args([&script, &fresh, &workspace.cache.join("swift-root.work")])
        .run()?;
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    fs::rename(fresh, &root)?;
    fs::write(stamp, recipe)?;
    Ok(Toolchain::Root(root))
}

/// `swift ARGS` to be run in `folder`, with whichever toolchain this machine has.
pub fn swift(workspace: &Workspace, args: &[OsString], folder: &Path) -> Result<Command> {
    let mut swift = program(workspace, "swift".as_ref(), folder)?;
    swift.args(args);
    Ok(swift)
}

/// A program that the toolchain has, or has made, to be run in `folder`.
pub fn program(workspace: &Workspace, program: &Path, folder: &Path) -> Result<Command> {
    Ok(match toolchain(workspace)? {
        Toolchain::OnPath => command(program, folder),
        Toolchain::Root(root) => {
            let shared = workspace.root.with_file_name("shared");
            let mut swift = command("unshare", folder);
            swift
                .args(["--mount", "--propagation", "private", "sh"])
                .arg(workspace.root.join("xtask/scripts/in-swift-root.sh"))
                .arg(root)
                .args([workspace.root.as_path(), workspace.target.as_path(), folder])
                // Vectors of tests, where there are any; and where they really are, if that is elsewhere.
                .arg(&shared)
                .args(shared.canonicalize().ok().filter(|real| *real != shared))
                .arg("--")
                .arg(program);
            swift
        }
    })
}

pub fn run(
    workspace: &Workspace,
    args: &[OsString],
    folder: &Path,
    environment: &Environment,
) -> Result<()> {
    let line = format!("swift {}", args.join(OsStr::new(" ")).display());
    swift(workspace, args, folder)?.envs(environment.iter().cloned()).run_as(&line)
}
