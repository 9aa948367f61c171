//! The five languages: their folders, their tools, and how each is set up and tested.

mod kotlin;
mod node;
pub mod python;
mod rust;
mod swift;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::bench;
use crate::demo::Example;
use crate::run::{Environment, Run, cargo};
use crate::tools::{self, Tool};
use crate::workspace::Workspace;

pub use node::build as build_node;
pub use python::{install_in as install_python_in, set_up_venv, tool as python_tool};
pub use rust::{clippy, format, licences, members};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    Rust,
    Python,
    Node,
    Kotlin,
    Swift,
}

impl Language {
    pub const ALL: [Self; 5] = [Self::Rust, Self::Python, Self::Node, Self::Kotlin, Self::Swift];

    /// As the command line and the emulator's log spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Python => "python",
            Self::Node => "node",
            Self::Kotlin => "kotlin",
            Self::Swift => "swift",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.name() == word)
    }

    /// The languages named, or all if none is.
    pub fn parse_all(words: &[String]) -> Result<Vec<Self>> {
        if words.is_empty() {
            return Ok(Self::ALL.to_vec());
        }
        let parse = |word: &String| match Self::parse(word) {
            Some(language) => Ok(language),
            None => bail!("no language `{word}`: rust, python, node, kotlin or swift"),
        };
        words.iter().map(parse).collect()
    }

    pub fn folder(self, workspace: &Workspace) -> PathBuf {
        workspace.root.join(match self {
            Self::Rust => "core",
            Self::Python => "bindings-python",
            Self::Node => "bindings-node",
            Self::Kotlin => "bindings-kotlin",
            Self::Swift => "bindings-swift",
        })
    }

    /// The file that makes its folder a package.
    fn manifest(self) -> &'static str {
        match self {
            Self::Rust => "Cargo.toml",
            Self::Python => "pyproject.toml",
            Self::Node => "package.json",
            Self::Kotlin => "pom.xml",
            Self::Swift => "Package.swift",
        }
    }

    fn tools(self) -> &'static [&'static Tool] {
        match self {
            Self::Rust => &[&tools::CARGO, &tools::CC],
            Self::Python => &[&tools::PYTHON],
            Self::Node => &[&tools::NODE, &tools::NPM],
            Self::Kotlin => &[&tools::JAVA, &tools::MAVEN],
            Self::Swift => &[],
        }
    }

    /// Why nothing of this language can run here, and how to change that.
    pub fn obstacle(self, workspace: &Workspace) -> Option<String> {
        let manifest = self.folder(workspace).join(self.manifest());
        if !manifest.exists() {
            return Some(format!("{} is not there yet", workspace.short(&manifest).display()));
        }
        if self == Self::Swift {
            return crate::swift::obstacle();
        }
        self.tools().iter().find_map(|tool| tool.obstacle())
    }

    /// Installs what its tests and examples need.
    pub fn set_up(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Rust => rust::set_up(workspace),
            Self::Python => python::set_up(workspace),
            Self::Node => node::set_up(workspace),
            Self::Kotlin => kotlin::set_up(workspace),
            Self::Swift => crate::swift::set_up(workspace),
        }
    }

    /// Whether it has static checks apart from its compiler and the Rust workspace's.
    pub fn has_checks(self) -> bool {
        self != Self::Rust
    }

    pub fn lint(self, workspace: &Workspace) -> Result<()> {
        match self {
            Self::Python => python::lint(workspace),
            Self::Node => node::lint(workspace),
            Self::Swift => swift::lint(workspace),
            Self::Kotlin => kotlin::lint(workspace),
            Self::Rust => Ok(()),
        }
    }

    /// Builds the package as users get it and runs its tests.
    pub fn test(self, workspace: &Workspace, environment: &Environment) -> Result<()> {
        match self {
            Self::Rust => rust::test(workspace, environment),
            Self::Python => python::test(workspace, environment),
            Self::Node => node::test(workspace, environment),
            Self::Kotlin => kotlin::test(workspace, environment),
            Self::Swift => swift::test(workspace, environment),
        }
    }

    /// Builds the program that is measured, with the package as users get it.
    pub fn bench(self, workspace: &Workspace) -> Result<bench::Program> {
        match self {
            Self::Rust => rust::bench(workspace),
            Self::Python => python::bench(workspace),
            Self::Node => node::bench(workspace),
            Self::Kotlin => kotlin::bench(workspace),
            Self::Swift => swift::bench(workspace),
        }
    }

    /// Why its example cannot run here.
    pub fn demo_obstacle(self, workspace: &Workspace) -> Option<String> {
        let example = workspace.root.join("examples").join(self.name());
        match std::fs::read_dir(&example).is_ok_and(|mut files| files.next().is_some()) {
            true => self.obstacle(workspace),
            false => Some(format!("{} is not there yet", workspace.short(&example).display())),
        }
    }

    /// Runs one of its examples.
    pub fn demo(
        self,
        workspace: &Workspace,
        example: Example,
        arguments: &[PathBuf],
        environment: &Environment,
    ) -> Result<()> {
        match self {
            Self::Rust => rust::demo(workspace, example, arguments, environment),
            Self::Python => python::demo(workspace, example, arguments, environment),
            Self::Node => node::demo(workspace, example, arguments, environment),
            Self::Kotlin => kotlin::demo(workspace, example, arguments, environment),
            Self::Swift => swift::demo(workspace, example, arguments, environment),
        }
    }
}

/// Builds the library that Swift and Kotlin share; returns the folder it is in.
pub fn build_ffi(workspace: &Workspace) -> Result<PathBuf> {
    cargo(workspace).args(["build", "--package", "uploadcare-ffi"]).run()?;
    Ok(workspace.debug())
}

/// What a shared library of this name is called on this system.
pub fn library_file(name: &str) -> String {
    format!("{}{name}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX)
}
