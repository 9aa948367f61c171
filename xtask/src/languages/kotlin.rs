use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, bail};
use serde_json::json;

use super::{Language, build_ffi};
use crate::bench::{self, Program};
use crate::demo::Example;
use crate::run::{Environment, Run, command};
use crate::workspace::Workspace;

fn maven(folder: &Path, args: &[&str]) -> Command {
    let mut maven = command("mvn", folder);
    maven.args(["--quiet", "--batch-mode"]).args(args);
    maven
}

fn property(name: &str, value: impl AsRef<std::ffi::OsStr>) -> OsString {
    let mut property = OsString::from(format!("-D{name}="));
    property.push(value);
    property
}

pub fn set_up(workspace: &Workspace) -> Result<()> {
    maven(&Language::Kotlin.folder(workspace), &["dependency:go-offline"]).run()
}

pub fn lint(workspace: &Workspace) -> Result<()> {
    maven(&Language::Kotlin.folder(workspace), &["ktlint:check"]).run()
}

pub fn test(workspace: &Workspace, environment: &Environment) -> Result<()> {
    let library = build_ffi(workspace)?;
    // Up to `verify`, where the formatter looks at the sources.
    maven(&Language::Kotlin.folder(workspace), &["verify"])
        .arg(property("uploadcare.lib.dir", library))
        .envs(environment.iter().cloned())
        .run()
}

/// Puts the package into the local repository, where programs find it as a user's project does.
fn install(workspace: &Workspace, library: &Path) -> Result<()> {
    let without = ["install", "-Dmaven.test.skip=true", "-Dktlint.skip=true"];
    maven(&Language::Kotlin.folder(workspace), &without)
        .arg(property("uploadcare.lib.dir", library))
        .run()
}

pub fn bench(workspace: &Workspace) -> Result<Program> {
    let library = bench::native_library(workspace)?;
    install(workspace, &library)?;
    let folder = bench::source(workspace, Language::Kotlin);
    let goals = ["compile", "dependency:copy-dependencies", "-DincludeScope=runtime"];
    maven(&folder, &goals).run()?;
    let jars = folder.join("target/dependency");
    let mut classes = folder.join("target/classes").into_os_string();
    classes.push(if cfg!(windows) { ";" } else { ":" });
    classes.push(jars.join("*"));
    let mut package = bench::files(&jars, "jar")?;
    package.push(library.join(super::library_file("uploadcare_ffi")));
    Ok(Program {
        command: vec![
            "java".into(),
            property("uploadcare.lib.dir", library),
            "-cp".into(),
            classes,
            "OursKt".into(),
        ],
        environment: Vec::new(),
        package: json!(package),
    })
}

pub fn demo(
    workspace: &Workspace,
    example: Example,
    arguments: &[PathBuf],
    environment: &Environment,
) -> Result<()> {
    // Most of a minute, and nothing changes while xtask runs.
    static IS_BUILT: AtomicBool = AtomicBool::new(false);

    let library = build_ffi(workspace)?;
    let examples = workspace.root.join("examples/kotlin");
    if !IS_BUILT.load(Ordering::Relaxed) {
        install(workspace, &library)?;
        maven(&examples, &["compile"]).arg(property("uploadcare.lib.dir", &library)).run()?;
        IS_BUILT.store(true, Ordering::Relaxed);
    }
    let mut quoted = OsString::new();
    for argument in arguments {
        quoted.push(" \"");
        quoted.push(argument);
        quoted.push("\"");
    }
    let class = match example {
        Example::ListFiles => "ListFilesKt",
        Example::ManageFiles => "ManageFilesKt",
        Example::SignElsewhere => "SignElsewhereKt",
        Example::UploadLarge => "UploadLargeKt",
        Example::Deliver => "DeliverKt",
        Example::UsageChart => "UsageChartKt",
        Example::ReceiveWebhooks | Example::ReceiveWebhooksBy(_) => "ReceiveWebhooksKt",
        Example::ProjectReport | Example::ExportParquet => bail!("Kotlin has no such example"),
    };
    maven(&examples, &["exec:java"])
        .arg(property("exec.mainClass", class))
        .arg(property("exec.args", quoted))
        .arg(property("jna.library.path", &library))
        .arg(property("uploadcare.lib.dir", &library))
        .envs(environment.iter().cloned())
        .run()
}
