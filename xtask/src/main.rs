//! One way to do each thing in this repository: `cargo xtask help`.

mod bench;
mod demo;
mod doctor;
mod emulator;
mod fuzz;
mod generate;
mod guard;
mod languages;
mod once;
mod package;
mod peers;
mod report;
mod resume;
mod run;
mod setup;
mod swift;
mod test;
mod tools;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::prelude::*;

use crate::languages::Language;
use crate::workspace::Workspace;

const HELP: &str = "\
cargo xtask COMMAND

  set-up [LANGUAGE…]     install what the languages need, into .cache and node_modules
  test [PART…]           check and run everything, or only: lint rust generate once fuzz python
                         node kotlin swift cross contract compat resume examples guard
  lint                   formatting and static checks of every language
  fuzz [TARGET] [SECONDS]
                         look for inputs that break the core: with all fuzzers of fuzz/targets or
                         one of them, 300 seconds each
  guard [--accept]       count what some paths cost and compare it with tests/guard, or keep it there
  demo                   upload real files to the local emulator and manage them in every language
  bench [WHAT…] [OPTION…]
                         measure our clients beside others: listing, calls, uploads, start, memory,
                         size, clients or all of it; `bench --help` has the options
  generate [--check]     write the generated files, or compare them with what is there
  package                build what users install, stripped, and show how big it is
  doctor [--strict]      what is here, what is missing and how to get it
  swift ARGUMENT…        run Swift, from PATH or the unpacked toolchain, in this folder if it is
                         a package and in bindings-swift if not

A language whose tools are absent is skipped with a line that says how to get them. With CI=true
it is a failure instead.";

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1).collect()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Vec<OsString>) -> Result<bool> {
    let workspace = Workspace::locate()?;
    // What follows `swift` is Swift's, options included.
    if args.first().is_some_and(|name| name == "swift") {
        let here = std::env::current_dir()?;
        let package = workspace.root.join("bindings-swift");
        let folder = if here.join("Package.swift").exists() { here } else { package };
        swift::run(&workspace, &args[1..], &folder, &[])?;
        return Ok(true);
    }

    // Its options are those of the program that measures.
    if args.first().is_some_and(|name| name == "bench") {
        return bench::run(&workspace, &args[1..]);
    }

    let mut command = None;
    let mut words = Vec::new();
    let mut check = false;
    let mut strict = false;
    let mut accept = false;
    let mut parser = lexopt::Parser::from_args(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("check") => check = true,
            Long("strict") => strict = true,
            Long("accept") => accept = true,
            Short('h') | Long("help") => command = Some("help".to_owned()),
            Value(value) if command.is_none() => command = Some(value.string()?),
            Value(value) => words.push(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let command = command.unwrap_or_else(|| "help".to_owned());
    let misplaced = [(check, "generate"), (strict, "doctor"), (accept, "guard")];
    if misplaced.into_iter().any(|(is_given, owner)| is_given && command != owner) {
        bail!("`{command}` takes no such option; see `cargo xtask help`");
    }
    if !words.is_empty() && !matches!(command.as_str(), "set-up" | "test" | "fuzz") {
        bail!("`{command}` takes no such argument: {}", words.join(" "));
    }

    match command.as_str() {
        "set-up" => setup::run(&workspace, &Language::parse_all(&words)?),
        "test" => test::run(&workspace, &words),
        "lint" => test::run(&workspace, &["lint".to_owned()]),
        "fuzz" => fuzz::run(&workspace, &words),
        "guard" if accept => guard::accept(&workspace),
        "guard" => test::run(&workspace, &["guard".to_owned()]),
        "demo" => demo::run(&workspace),
        "generate" => generate::run(&workspace, check),
        "package" => package::run(&workspace),
        "doctor" => Ok(doctor::run(&workspace, strict)),
        "help" => {
            println!("{HELP}");
            Ok(true)
        }
        unknown => bail!("no command `{unknown}`; see `cargo xtask help`"),
    }
}
