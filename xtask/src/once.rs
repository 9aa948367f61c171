//! The proof that a field and an operation are defined once: one line and one method in a copy of
//! the core, and after generating all four languages have them, with their words.

use std::collections::HashSet;
use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::languages::{self, Language};
use crate::run::{Run, command};
use crate::workspace::Workspace;

const MODEL: &str = "core/src/model/file.rs";
const STRUCT: &str = "pub struct FileInfo {\n";
const FIELD: &str =
    "    /// How heavy the file feels, in stones.\n    pub felt_weight: Option<f64>,\n";

const PART: &str = "core/src/files/mod.rs";
const BEFORE: &str = "    /// Gets one file. A removed";
const OPERATION: &str = "    /// Weighs one file in the hand.
    ///
    /// `file`: the file.
    /// Errors: `not_found` if the project has no such file.
    /// Reference: REST API, File info.
    pub async fn weigh(&self, file: impl Into<FileReference>) -> Result<FileInfo> {
        self.get(file, GetFileOptions::default()).await
    }

";

/// What each public surface must say.
const SURFACES: [(&str, &[&str]); 8] = [
    (
        "bindings-python/python/uploadcare_sdk/_generated/resources.py",
        &["    def weigh(", "    async def weigh(", "Weighs one file in the hand", "NotFoundError"],
    ),
    (
        "bindings-node/src-ts/generated/files.ts",
        &["  weigh(file: FileReference", "Weighs one file in the hand", "{NotFoundError}"],
    ),
    (
        "bindings-swift/Sources/UploadcareSDK/Generated/Files.swift",
        &["func weigh(", "Weighs one file in the hand", "notFound"],
    ),
    (
        "bindings-kotlin/src/main/kotlin/com/uploadcare/sdk/generated/Files.kt",
        &["suspend fun weigh(", "Weighs one file in the hand", "@throws NotFoundException"],
    ),
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
    for (file, place, text) in [
        (MODEL, STRUCT, format!("{STRUCT}{FIELD}")),
        (PART, BEFORE, format!("{OPERATION}{BEFORE}")),
    ] {
        let path = scratch.join(file);
        let source = fs::read_to_string(&path)?;
        ensure!(source.contains(place), "{file} has no {place:?}");
        fs::write(&path, source.replacen(place, &text, 1))?;
    }

    let built = workspace.target.join("generated/once-target");
    lend(workspace, &built)?;
    command(std::env::current_exe()?, &scratch)
        .arg("generate")
        // Says to the other run which repository it works for.
        .env("CARGO_MANIFEST_DIR", scratch.join("xtask"))
        // A target folder of its own: cargo takes the same package of two clones for one, and
        // what is built here would stand in for the real thing.
        .env("CARGO_TARGET_DIR", &built)
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
    if workspace.ci {
        fs::remove_dir_all(&built)?;
    }
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

/// Gives a target folder what has been built of other people's crates, which is most of the work.
fn lend(workspace: &Workspace, built: &Path) -> Result<()> {
    let members = languages::members(workspace)?;
    let (from, to) = (workspace.debug(), built.join("debug"));
    let mut marks = HashSet::new();
    for name in names(&from.join(".fingerprint"))? {
        if let Some((package, mark)) = name.rsplit_once('-')
            && !members.iter().any(|member| member == package)
        {
            marks.insert(mark.to_owned());
        }
    }
    for folder in [".fingerprint", "build", "deps"] {
        for name in names(&from.join(folder))? {
            // Such as `serde-0a1b2c3d`, `libserde-0a1b2c3d.rmeta`.
            let mark = name.rsplit_once('-').map(|(_, mark)| mark.split('.').next());
            if mark.flatten().is_some_and(|mark| marks.contains(mark)) {
                copy_kept(&from.join(folder).join(&name), &to.join(folder).join(&name))?;
            }
        }
    }
    Ok(())
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// A file or a folder, changed when the other one was: that is what cargo looks at.
fn copy_kept(from: &Path, to: &Path) -> Result<()> {
    let facts = fs::metadata(from)?;
    if facts.is_dir() {
        fs::create_dir_all(to)?;
        for name in names(from)? {
            copy_kept(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(File::open(to)?.set_modified(facts.modified()?)?)
}
