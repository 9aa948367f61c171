use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};
use heck::ToLowerCamelCase;

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
    let names = names(workspace)?;
    for file in files_below(&made)? {
        let mut bytes = fs::read(&file)?;
        let nothing = match file.extension().and_then(OsStr::to_str) {
            Some("kt") => Some("null"),
            Some("swift") => Some("nil"),
            _ => None,
        };
        if let Some(nothing) = nothing {
            let mut text = respelled(&String::from_utf8(bytes)?, &names, nothing);
            if file.ends_with("model/uploadcare.kt") {
                text = shown_as_text(&text, "Transformation")?;
            }
            bytes = text.into_bytes();
        }
        files.insert(file.strip_prefix(&made)?.to_owned(), bytes);
    }
    Ok(Output { folders: [KOTLIN, SWIFT, HEADERS].map(PathBuf::from).to_vec(), files })
}

/// Names that the doc comments of the core may have in backticks and both languages spell in camel
/// case.
fn names(workspace: &Workspace) -> Result<BTreeSet<String>> {
    let definitions = uploadcare_facades::read(&workspace.root.join("core/src"));
    let definitions = definitions.map_err(|problem| anyhow!(problem))?;
    let records = definitions.models.values().chain(definitions.options.values());
    let fields = records.flat_map(|record| &record.fields).map(|field| field.name.clone());
    let operations = definitions.resources.iter().flat_map(|resource| &resource.operations);
    let operations = operations.map(|operation| operation.name.clone());
    Ok(fields.chain(operations).filter(|name| name.contains('_')).collect())
}

/// The text with the comments in the words of its language.
fn respelled(text: &str, names: &BTreeSet<String>, nothing: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        if !(start.starts_with("* ") || start.starts_with("///") || start.starts_with("/**")) {
            out.push_str(line);
            continue;
        }
        for (at, part) in line.split('`').enumerate() {
            out.push_str(if at > 0 { "`" } else { "" });
            if at % 2 == 1 && names.contains(part) {
                out.push_str(&part.to_lower_camel_case());
            } else if at % 2 == 1 {
                out.push_str(part);
            } else {
                let words = part.split_inclusive(|c: char| !c.is_alphanumeric());
                for word in words {
                    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
                    out.push_str(if bare == "null" { nothing } else { bare });
                    out.push_str(&word[bare.len()..]);
                }
            }
        }
    }
    out
}

/// The text with a data class that shows itself as its member `text`: no other package can add that.
fn shown_as_text(text: &str, class: &str) -> Result<String> {
    let missing = || anyhow!("UniFFI writes {class} another way now");
    let begin = text.find(&format!("\ndata class {class} (\n")).ok_or_else(missing)?;
    let body = begin + text[begin..].find("\n){\n").ok_or_else(missing)? + "\n){\n".len();
    let (before, after) = text.split_at(body);
    Ok(format!("{before}    override fun toString(): kotlin.String = `text`\n{after}"))
}

fn bindgen(workspace: &Workspace, program: &str) -> Command {
    let mut bindgen = cargo(workspace);
    bindgen.args(["run", "--quiet", "--package", "uploadcare-bindgen", "--bin", program, "--"]);
    bindgen
}
