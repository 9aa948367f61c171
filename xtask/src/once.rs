//! The proof that a field is defined once: one line in a copy of the core, and after generating
//! all four languages have it, with its words.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::languages::Language;
use crate::run::{Run, command};
use crate::workspace::Workspace;

const MODEL: &str = "core/src/model/file.rs";
const STRUCT: &str = "pub struct FileInfo {\n";
const FIELD: &str =
    "    /// How heavy the file feels, in stones.\n    pub felt_weight: Option<f64>,\n";

/// What each public surface must say.
const SURFACES: [(&str, &[&str]); 4] = [
    (
        "bindings-python/python/uploadcare_sdk/_generated/_native.pyi",
        &["def felt_weight(self) -> float | None", "How heavy the file feels"],
    ),
    (
        "bindings-node/native/generated/models.d.ts",
        &["feltWeight: number | null", "How heavy the file feels"],
    ),
    (
        "bindings-swift/Sources/UploadcareBindings/generated/uploadcare.swift",
        &["public let feltWeight: Double?", "How heavy the file feels"],
    ),
    (
        "bindings-kotlin/src/main/generated/com/uploadcare/sdk/model/uploadcare.kt",
        &["val `feltWeight`: kotlin.Double?", "How heavy the file feels"],
    ),
];

pub fn prove(workspace: &Workspace) -> Result<()> {
    Language::Node.set_up(workspace)?;
    let scratch = workspace.target.join("generated/once");
    if scratch.exists() {
        fs::remove_dir_all(&scratch)?;
    }
    copy(workspace, &scratch)?;
    let model = scratch.join(MODEL);
    let text = fs::read_to_string(&model)?;
    ensure!(text.contains(STRUCT), "{MODEL} has no {STRUCT:?}");
    fs::write(&model, text.replacen(STRUCT, &format!("{STRUCT}{FIELD}"), 1))?;

    command(std::env::current_exe()?, &scratch)
        .arg("generate")
        // Says to the other run which repository it works for.
        .env("CARGO_MANIFEST_DIR", scratch.join("xtask"))
        // A target folder of its own: cargo takes the same package of two clones for one, and
        // what is built here would stand in for the real thing.
        .env("CARGO_TARGET_DIR", workspace.target.join("generated/once-target"))
        .run()?;

    let mut missing = Vec::new();
    for (file, texts) in SURFACES {
        let generated = fs::read_to_string(scratch.join(file)).with_context(|| file.to_owned())?;
        for text in texts {
            if !generated.contains(text) {
                missing.push(format!("{file} lacks `{text}`"));
            }
        }
    }
    if !missing.is_empty() {
        bail!("{}", missing.join("; "));
    }
    fs::remove_dir_all(&scratch)?;
    Ok(())
}

/// What git knows of, as it is now, and the packages npm has installed.
fn copy(workspace: &Workspace, scratch: &Path) -> Result<()> {
    let files = command("git", &workspace.root)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .read()?;
    for file in files.split('\0').filter(|file| !file.is_empty()) {
        let from = workspace.root.join(file);
        if !from.is_file() {
            continue;
        }
        let to = scratch.join(file);
        fs::create_dir_all(to.parent().unwrap_or(scratch))?;
        fs::copy(&from, &to).with_context(|| file.to_owned())?;
    }
    let packages = "bindings-node/node_modules";
    std::os::unix::fs::symlink(workspace.root.join(packages), scratch.join(packages))?;
    Ok(())
}
