//! One version for all packages.

// Helpers of tests may panic as the tests themselves.
#![allow(clippy::unwrap_used)]

use std::fs;
use uploadcare_tests::root;

/// The text between two others, of a file.
fn between(file: &str, before: &str, after: &str) -> String {
    let text = fs::read_to_string(root().join(file)).unwrap();
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{file} has no {before:?}"));
    rest.split_once(after).unwrap().0.to_owned()
}

#[test]
fn every_package_has_the_version_of_the_workspace() {
    let version = uploadcare::VERSION;
    assert_eq!(between("bindings-node/package.json", "\"version\": \"", "\""), version);
    let kotlin = "<artifactId>uploadcare-sdk</artifactId>\n  <version>";
    assert_eq!(between("bindings-kotlin/pom.xml", kotlin, "<"), version);
    // maturin takes the crate's.
    assert_eq!(between("bindings-python/pyproject.toml", "dynamic = [", "]"), "\"version\"");
}
