//! Samples of the guide are those of the packages' READMEs, which the packages' tests run.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use std::fs;
use uploadcare_tests::root;

/// Fenced blocks as language and code.
fn blocks(text: &str) -> Vec<(String, String)> {
    text.split("\n```")
        .skip(1)
        .step_by(2)
        .map(|block| {
            let (language, code) = block.split_once('\n').unwrap_or((block, ""));
            let code: Vec<_> = code.lines().filter(|line| !line.starts_with("# ")).collect();
            (language.split(',').next().unwrap_or_default().to_owned(), code.join("\n"))
        })
        .collect()
}

#[test]
fn every_sample_of_the_guide_is_run() {
    let mut run = Vec::new();
    for package in ["core", "bindings-python", "bindings-node", "bindings-swift", "bindings-kotlin"]
    {
        let readme = fs::read_to_string(root().join(package).join("README.md")).unwrap();
        run.extend(blocks(&readme));
    }
    let xtask = fs::read_to_string(root().join("xtask/src/main.rs")).unwrap();
    let mut samples = 0;
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        for (language, code) in blocks(&fs::read_to_string(&path).unwrap()) {
            if language == "console" {
                // Work of hours; at least there is such a command.
                for command in code.lines().filter_map(|line| line.strip_prefix("$ cargo xtask ")) {
                    let name = command.split(' ').next().unwrap_or_default();
                    assert!(xtask.contains(&format!("\"{name}\"")), "no command {name}");
                }
                continue;
            }
            samples += 1;
            assert!(
                run.iter().any(|(other, known)| *other == language && known.trim() == code.trim()),
                "{}: no package runs this {language} sample:\n{code}",
                path.display()
            );
        }
    }
    assert!(samples >= 10, "only {samples} samples found");
}
