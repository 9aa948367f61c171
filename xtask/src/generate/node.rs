use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::output::{files_below, show_difference};
use crate::languages;
use crate::workspace::Workspace;

/// Typings and loader, beside the addon itself.
const FOLDER: &str = "bindings-node/native/generated";

/// The build itself writes these files, so they are compared with what was there before it.
pub fn in_place(workspace: &Workspace, check: bool) -> Result<()> {
    let before = texts(workspace)?;
    languages::build_node(workspace)?;
    let after = texts(workspace)?;
    let all: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let changed: Vec<_> =
        all.into_iter().filter(|file| before.get(*file) != after.get(*file)).collect();
    for file in &changed {
        println!("the build changed {}", workspace.short(file).display());
        if check {
            let old = workspace.target.join("generated/before").join(workspace.short(file));
            fs::create_dir_all(old.parent().unwrap_or(&workspace.target))?;
            fs::write(&old, before.get(*file).map_or(&[][..], Vec::as_slice))?;
            show_difference(workspace, &old, file)?;
        }
    }
    if check && !changed.is_empty() {
        bail!("the build changed {} generated files: look at them and commit them", changed.len());
    }
    Ok(())
}

fn texts(workspace: &Workspace) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let files = files_below(&workspace.root.join(FOLDER))?.into_iter();
    let texts = files.filter(|file| file.extension() != Some(OsStr::new("node")));
    texts.map(|file| Ok((file.clone(), fs::read(file)?))).collect()
}
