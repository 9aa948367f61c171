use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run::command;
use crate::workspace::Workspace;

/// How much of a difference is shown; a renamed crate may change thousands of lines.
const LINES: usize = 200;

/// What a generator has made, by paths from the root of the repository.
pub struct Output {
    /// Folders in which nothing else may be: what the generator no longer makes has to go.
    pub folders: Vec<PathBuf>,
    pub files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Output {
    pub fn write(&self, workspace: &Workspace) -> Result<()> {
        for (path, bytes) in &self.files {
            let file = workspace.root.join(path);
            // Untouched if equal, or everything that depends on it would be built again.
            if fs::read(&file).is_ok_and(|now| now == *bytes) {
                continue;
            }
            fs::create_dir_all(file.parent().unwrap_or(&workspace.root))?;
            fs::write(&file, bytes)
                .with_context(|| format!("could not write {}", path.display()))?;
            println!("wrote {}", path.display());
        }
        for path in self.left_over(workspace)? {
            fs::remove_file(workspace.root.join(&path))?;
            println!("removed {}", path.display());
        }
        Ok(())
    }

    /// Prints each difference and returns how many files differ.
    pub fn differences(&self, workspace: &Workspace) -> Result<usize> {
        let fresh = workspace.target.join("generated/fresh");
        if fresh.exists() {
            fs::remove_dir_all(&fresh)?;
        }
        let mut differing = self.left_over(workspace)?;
        for path in &differing {
            println!("{} is no longer generated", path.display());
        }
        for (path, bytes) in &self.files {
            let file = workspace.root.join(path);
            if fs::read(&file).is_ok_and(|now| now == *bytes) {
                continue;
            }
            let made = fresh.join(path);
            fs::create_dir_all(made.parent().unwrap_or(&fresh))?;
            fs::write(&made, bytes)?;
            show_difference(workspace, &file, &made)?;
            differing.insert(path.clone());
        }
        Ok(differing.len())
    }

    fn left_over(&self, workspace: &Workspace) -> Result<BTreeSet<PathBuf>> {
        let mut found = BTreeSet::new();
        for folder in &self.folders {
            for file in files_below(&workspace.root.join(folder))? {
                found.insert(workspace.short(&file).to_owned());
            }
        }
        Ok(found.into_iter().filter(|path| !self.files.contains_key(path)).collect())
    }
}

/// All files in a folder and the folders in it; none if it does not exist.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        match path.is_dir() {
            true => files.extend(files_below(&path)?),
            false => files.push(path),
        }
    }
    Ok(files)
}

pub fn show_difference(workspace: &Workspace, old: &Path, new: &Path) -> Result<()> {
    let old = if old.exists() { old } else { Path::new("/dev/null") };
    let output = command("git", &workspace.root)
        .args(["--no-pager", "diff", "--no-index", "--"])
        .args([old, new])
        .output()
        .context("git")?;
    let text = String::from_utf8_lossy(&output.stdout);
    for line in text.lines().take(LINES) {
        println!("{line}");
    }
    Ok(())
}
