//! What the tests that span languages share.

pub mod recorded;
pub mod service;
pub mod surface;

use std::path::{Path, PathBuf};

/// Root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A file of the specification, which lies beside the repository on machines that build it.
///
/// None says that the test is skipped, and prints so. With `CI=true` it has to be there.
///
/// # Panics
/// If the file is absent on CI.
pub fn shared(file: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(file);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "../shared/{file} is absent on CI");
    eprintln!("SKIPPED: ../shared/{file} is not on this machine");
    None
}
