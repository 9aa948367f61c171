use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::output::{Output, files_below};
use crate::languages;
use crate::run::{Run, cargo};
use crate::workspace::Workspace;

const KOTLIN: &str = "bindings-kotlin/src/main/generated";
const SWIFT: &str = "bindings-swift/Sources/UploadcareBindings/generated";
/// Headers and module map: a system library target of the Swift package.
const HEADERS: &str = "bindings-swift/Sources/UploadcareFFI";
/// Both crates' Swift shares one module; their `uniffi.toml` files say the same.
const MODULE: &str = "UploadcareFFI";

pub fn obstacle(workspace: &Workspace) -> Option<String> {
    let settings = workspace.root.join("bindings-uniffi/uniffi.toml");
    (!settings.exists()).then(|| "bindings-uniffi/uniffi.toml is not there yet".to_owned())
}

pub fn render(workspace: &Workspace) -> Result<Output> {
    let name = languages::library_file("uploadcare_ffi");
    let library = languages::build_ffi(workspace)?.join(name);
    let made = workspace.target.join("generated/uniffi");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }

    let mut kotlin = bindgen(workspace, "uniffi-bindgen");
    kotlin.arg("generate").arg(&library).args(["--language", "kotlin", "--no-format"]);
    kotlin.arg("--out-dir").arg(made.join(KOTLIN)).run()?;

    let mut sources = bindgen(workspace, "uniffi-bindgen-swift");
    sources.arg("--swift-sources").arg(&library).arg(made.join(SWIFT)).run()?;
    let mut headers = bindgen(workspace, "uniffi-bindgen-swift");
    headers.args(["--headers", "--modulemap", "--module-name", MODULE]);
    headers.args(["--modulemap-filename", "module.modulemap"]);
    headers.arg(&library).arg(made.join(HEADERS)).run()?;

    let mut files = BTreeMap::new();
    for file in files_below(&made)? {
        files.insert(file.strip_prefix(&made)?.to_owned(), fs::read(&file)?);
    }
    Ok(Output { folders: [KOTLIN, SWIFT, HEADERS].map(PathBuf::from).to_vec(), files })
}

fn bindgen(workspace: &Workspace, program: &str) -> Command {
    let mut bindgen = cargo(workspace);
    bindgen.args(["run", "--quiet", "--package", "uploadcare-bindgen", "--bin", program, "--"]);
    bindgen
}
