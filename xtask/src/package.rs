//! What users install, built for release and stripped.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::languages::{self, Language};
use crate::report::Report;
use crate::run::{Run, cargo, command};
use crate::workspace::Workspace;

pub fn run(workspace: &Workspace) -> Result<bool> {
    let out = workspace.target.join("package");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let mut report = Report::default();
    for (language, what, build) in [
        (Language::Python, "wheel", wheel as fn(&Workspace, &Path) -> Result<()>),
        (Language::Node, "addon", addon),
        (Language::Swift, "shared library", library),
    ] {
        // The library needs no Swift to be built.
        match language.obstacle(workspace).filter(|_| language != Language::Swift) {
            Some(obstacle) => report.without(what, &obstacle, workspace.ci),
            None => drop(report.step(what, || build(workspace, &out))),
        }
    }
    sizes(&out)?;
    Ok(report.finish())
}

fn wheel(workspace: &Workspace, out: &Path) -> Result<()> {
    Language::Python.set_up(workspace)?;
    // maturin strips at the last link only, so the crates before it are not built again.
    languages::python_tool(workspace, "maturin")
        .args(["build", "--profile", "dist", "--strip", "--out"])
        .arg(out)
        .run()
}

fn addon(workspace: &Workspace, out: &Path) -> Result<()> {
    Language::Node.set_up(workspace)?;
    let folder = Language::Node.folder(workspace);
    command("npm", &folder).args(["run", "build:release"]).run()?;
    for addon in with_extension(&folder.join("native/generated"), "node")? {
        stripped(workspace, &addon, out)?;
    }
    Ok(())
}

pub fn library(workspace: &Workspace, out: &Path) -> Result<()> {
    cargo(workspace).args(["build", "--profile", "dist", "--package", "uploadcare-ffi"]).run()?;
    let name = languages::library_file("uploadcare_ffi");
    stripped(workspace, &workspace.target.join("dist").join(name), out)
}

/// Strips a copy: the generators still read the symbols of the original.
pub fn stripped(workspace: &Workspace, file: &Path, out: &Path) -> Result<()> {
    let copy = out.join(file.file_name().context("a library without a name")?);
    fs::copy(file, &copy).with_context(|| format!("could not copy {}", file.display()))?;
    // What must stay on each system for the loader to find the exported names.
    let keep = if cfg!(target_os = "macos") { "-x" } else { "--strip-unneeded" };
    command("strip", &workspace.root).arg(keep).arg(copy).run()
}

pub fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension() == Some(OsStr::new(extension)) {
            files.push(path);
        }
    }
    Ok(files)
}

fn sizes(out: &Path) -> Result<()> {
    let mut files: Vec<_> = fs::read_dir(out)?.collect::<io::Result<_>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    println!("\n{:>10} {:>10}  {}", "kB", "gzip kB", out.display());
    for file in files {
        let bytes = fs::read(file.path())?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let packed = gzip.finish()?.len();
        let name = file.file_name();
        let (raw, packed) = (bytes.len() / 1000, packed / 1000);
        println!("{raw:>10} {packed:>10}  {}", name.to_string_lossy());
    }
    Ok(())
}
