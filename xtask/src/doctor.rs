use crate::swift;
use crate::tools::{self, Found, Tool};
use crate::workspace::Workspace;

const TOOLS: [(&Tool, &str); 11] = [
    (&tools::CARGO, "everything"),
    (&tools::CC, "everything"),
    (&tools::CXX, "fuzz"),
    (&tools::GIT, "generate"),
    (&tools::PYTHON, "Python"),
    (&tools::NODE, "Node; type checks of Python"),
    (&tools::NPM, "Node"),
    (&tools::JAVA, "Kotlin"),
    (&tools::MAVEN, "Kotlin"),
    (&tools::SWIFT, "Swift"),
    (&tools::VALGRIND, "guard: instructions"),
];

/// Shows what is here. False if what Rust needs is missing or, when strict, if anything is.
pub fn run(workspace: &Workspace, strict: bool) -> bool {
    let mut rust = true;
    let mut all = true;
    println!("{:12} {:12} {:8} {:28} how to get it", "tool", "found", "needed", "for");
    for (tool, purpose) in TOOLS {
        let unpacked = tool.name == "swift" && workspace.cache.join("swift-root/RECIPE").exists();
        let (found, good, get) = match tool.find() {
            Found::Good(_, version) => (version.to_string(), true, ""),
            _ if unpacked => ("in .cache".to_owned(), true, ""),
            // Nothing to do by hand: the first use brings it.
            _ if tool.name == "swift" && swift::can_unpack() => {
                ("-".to_owned(), true, "cargo xtask set-up swift")
            }
            // The guard leaves out what it counts.
            _ if tool.name == "valgrind" => ("-".to_owned(), true, tool.get),
            Found::Old(version) => (format!("{version}, old"), false, tool.get),
            Found::Absent => ("-".to_owned(), false, tool.get),
        };
        all &= good;
        rust &= good || purpose != "everything";
        let needed = match tool.needed {
            tools::Version(0, 0) => "any".to_owned(),
            version => version.to_string(),
        };
        println!("{}", format!("{:12} {found:12} {needed:8} {purpose:28} {get}", tool.name).trim());
    }
    println!();
    match (rust, all) {
        (true, true) => println!("Everything is here. Next: cargo xtask demo"),
        (true, false) => println!("Languages whose tools are missing are skipped."),
        (false, _) => println!("Rust itself is missing something; nothing can be built."),
    }
    rust && (all || !strict)
}
