//! The programs this repository needs and how to find their versions.

use std::ffi::OsString;
use std::fmt;
use std::process::{Command, Stdio};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

impl Version {
    /// The first `major.minor` in what a program says of itself.
    fn first_in(text: &str) -> Option<Self> {
        text.split(|c: char| !c.is_ascii_digit() && c != '.').find_map(|word| {
            let mut parts = word.split('.');
            let major = parts.next()?.parse().ok()?;
            let minor = parts.next()?.parse().ok()?;
            Some(Self(major, minor))
        })
    }
}

pub struct Tool {
    pub name: &'static str,
    /// Names it goes by; the first one that is new enough is used.
    programs: &'static [&'static str],
    ask: &'static [&'static str],
    pub needed: Version,
    pub get: &'static str,
}

pub enum Found {
    Good(OsString, Version),
    Old(Version),
    Absent,
}

pub const CARGO: Tool = Tool {
    name: "cargo",
    programs: &["cargo"],
    ask: &["--version"],
    needed: Version(1, 95),
    get: "install rustup, then `rustup update stable`",
};
pub const CC: Tool = Tool {
    name: "C compiler",
    programs: &["cc", "gcc", "clang"],
    ask: &["--version"],
    needed: Version(0, 0),
    get: "Debian: apt-get install gcc libc6-dev; macOS: xcode-select --install",
};
pub const CXX: Tool = Tool {
    name: "C++ compiler",
    programs: &["c++", "clang++", "g++"],
    ask: &["--version"],
    needed: Version(0, 0),
    get: "Debian: apt-get install g++; macOS: xcode-select --install",
};
pub const GIT: Tool = Tool {
    name: "git",
    programs: &["git"],
    ask: &["--version"],
    needed: Version(2, 0),
    get: "Debian: apt-get install git",
};
pub const PYTHON: Tool = Tool {
    name: "python",
    programs: &["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"],
    // Debian ships Python without the parts that make a virtual environment.
    ask: &["-c", "import sys, venv, ensurepip; print(sys.version)"],
    needed: Version(3, 10),
    get: "Debian: apt-get install python3 python3-venv",
};
/// Schemathesis wants a newer one than our package.
pub const PYTHON_OF_PEERS: Tool = Tool {
    needed: Version(3, 11),
    programs: &["python3", "python3.14", "python3.13", "python3.12", "python3.11"],
    ..PYTHON
};
pub const NODE: Tool = Tool {
    name: "node",
    programs: &["node"],
    ask: &["--version"],
    needed: Version(20, 17),
    get: "install Node.js 20.17 or newer",
};
pub const NPM: Tool = Tool {
    name: "npm",
    programs: &["npm"],
    ask: &["--version"],
    needed: Version(10, 0),
    get: "comes with Node.js",
};
pub const JAVA: Tool = Tool {
    name: "javac",
    programs: &["javac"],
    ask: &["-version"],
    needed: Version(17, 0),
    get: "Debian: apt-get install openjdk-17-jdk-headless",
};
pub const MAVEN: Tool = Tool {
    name: "mvn",
    programs: &["mvn"],
    ask: &["--version"],
    needed: Version(3, 8),
    get: "Debian: apt-get install maven",
};
pub const SWIFT: Tool = Tool {
    name: "swift",
    programs: &["swift"],
    ask: &["--version"],
    needed: Version(6, 0),
    get: "install Swift 6, or run as root on Debian: set-up then unpacks one into .cache",
};
/// For the guard, which counts no instructions without it.
pub const VALGRIND: Tool = Tool {
    name: "valgrind",
    programs: &["valgrind"],
    ask: &["--version"],
    needed: Version(3, 15),
    get: "instructions are counted where valgrind is; Debian: apt-get install valgrind",
};

impl Tool {
    pub fn find(&self) -> Found {
        let mut best = Found::Absent;
        for program in self.programs {
            match self.version_of(program) {
                Some(version) if version >= self.needed => {
                    return Found::Good(program.into(), version);
                }
                Some(version) => best = Found::Old(version),
                None => {}
            }
        }
        best
    }

    /// Why it cannot be used here, and how to get it.
    pub fn obstacle(&self) -> Option<String> {
        let (name, needed, get) = (self.name, self.needed, self.get);
        match self.find() {
            Found::Good(..) => None,
            Found::Old(version) => Some(format!("{name} {version} is too old ({needed}): {get}")),
            Found::Absent => Some(format!("no {name} ({needed} or newer): {get}")),
        }
    }

    fn version_of(&self, program: &str) -> Option<Version> {
        let output = Command::new(program).args(self.ask).stdin(Stdio::null()).output().ok()?;
        let text = [output.stdout, output.stderr].concat();
        let text = String::from_utf8_lossy(&text);
        output.status.success().then(|| Version::first_in(&text)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_as_programs_print_them() {
        for (text, version) in [
            ("cargo 1.95.0 (f2d3ce0bd 2026-03-21)", Version(1, 95)),
            ("v20.20.2", Version(20, 20)),
            ("javac 17.0.15", Version(17, 0)),
            ("\u{1b}[1mApache Maven 3.8.7\u{1b}[m", Version(3, 8)),
            ("Swift version 6.0.3 (swift-6.0.3-RELEASE)", Version(6, 0)),
            ("3.11.7 (main, Nov  1 2026)", Version(3, 11)),
        ] {
            assert_eq!(Version::first_in(text), Some(version), "{text}");
        }
        assert_eq!(Version::first_in("no version here"), None);
    }
}
