//! The operations of the core in every language, and the typings of the Python package. They are read
//! from the source, so no toolchain is needed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::output::Output;

/// Folders in which only generated operations are.
const FOLDERS: [&str; 11] = [
    "bindings-kotlin/src/main/kotlin/com/uploadcare/sdk/generated",
    "bindings-kotlin/src/test/kotlin/com/uploadcare/sdk/testing/generated",
    "bindings-node/src-ts/generated",
    "bindings-node/src/generated",
    "bindings-python/python/uploadcare_sdk/_generated",
    "bindings-python/src/generated",
    "bindings-swift/Sources/UploadcareSDK/Generated",
    "bindings-swift/Tests/UploadcareSDKTests/Generated",
    "bindings-uniffi/src/generated",
    "tests/cases/operations",
    "tests/tests/cases/generated",
];

pub fn render(root: &Path) -> Result<Output> {
    let renderers = [
        uploadcare_facades::render,
        uploadcare_ffi_generator::render,
        uploadcare_kotlin_generator::render,
        uploadcare_node_generator::render,
        uploadcare_stubgen::render,
        uploadcare_swift_generator::render,
    ];
    let mut files = BTreeMap::new();
    for render in renderers {
        let made = render(root).map_err(|problem| anyhow!(problem))?;
        files.extend(
            made.into_iter().map(|(path, text): (PathBuf, String)| (path, text.into_bytes())),
        );
    }
    Ok(Output { folders: FOLDERS.map(PathBuf::from).to_vec(), files })
}
