use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use super::{Language, build_ffi};
use crate::bench::{self, Program};
use crate::demo::Example;
use crate::run::Environment;
use crate::swift;
use crate::workspace::Workspace;

/// Where the package finds the Rust library when it is linked and when it runs.
fn with_library(library: &Path, environment: &Environment) -> Vec<(OsString, OsString)> {
    let search = if cfg!(target_os = "macos") { "DYLD_LIBRARY_PATH" } else { "LD_LIBRARY_PATH" };
    let mut all = environment.to_vec();
    all.push(("UPLOADCARE_FFI_LIB_DIR".into(), library.into()));
    all.push((search.into(), library.into()));
    all
}

/// The formatter that comes with the compiler, over what is written by hand.
pub fn lint(workspace: &Workspace) -> Result<()> {
    let package = Language::Swift.folder(workspace);
    let settings = package.join(".swift-format").into_os_string();
    let lint = |folder: &Path, sources: &[&str]| {
        let mut words: Vec<OsString> =
            ["format", "lint", "--strict", "--recursive", "--configuration"].map(Into::into).into();
        words.push(settings.clone());
        words.extend(sources.iter().map(Into::into));
        swift::run(workspace, &words, folder, &[])
    };
    lint(&package, &["Package.swift", "Sources/UploadcareSDK", "Tests"])?;
    let own = ["Package.swift", "Sources"];
    lint(&workspace.root.join("examples/swift"), &own)?;
    lint(&bench::source(workspace, Language::Swift), &own)
}

pub fn test(workspace: &Workspace, environment: &Environment) -> Result<()> {
    lint(workspace)?;
    let environment = with_library(&build_ffi(workspace)?, environment);
    // An empty run of the second framework would end the output with "0 tests".
    let test = ["test", "--disable-swift-testing"].map(OsString::from);
    swift::run(workspace, &test, &Language::Swift.folder(workspace), &environment)
}

pub fn demo(
    workspace: &Workspace,
    example: Example,
    arguments: &[PathBuf],
    environment: &Environment,
) -> Result<()> {
    let environment = with_library(&build_ffi(workspace)?, environment);
    let program = ["run", "--quiet", &example.name()].map(OsString::from);
    let run: Vec<OsString> =
        program.into_iter().chain(arguments.iter().map(OsString::from)).collect();
    swift::run(workspace, &run, &workspace.root.join("examples/swift"), &environment)
}

pub fn bench(workspace: &Workspace) -> Result<Program> {
    let library = bench::native_library(workspace)?;
    let folder = bench::source(workspace, Language::Swift);
    let environment = with_library(&library, &[]);
    let build = ["build", "--quiet", "--configuration", "release"].map(OsString::from);
    swift::run(workspace, &build, &folder, &environment)?;
    let program = swift::program(workspace, &folder.join(".build/release/ours"), &folder)?;
    let words = std::iter::once(program.get_program()).chain(program.get_args());
    Ok(Program {
        command: words.map(OsString::from).collect(),
        environment,
        package: json!(library.join(super::library_file("uploadcare_ffi"))),
    })
}
