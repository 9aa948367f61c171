use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Where things are and which machine this is.
pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
    pub cache: PathBuf,
    /// On the CI machine nothing may be skipped.
    pub ci: bool,
}

impl Workspace {
    pub fn locate() -> Result<Self> {
        // Cargo's variable first: a binary in a shared target folder may come from another clone.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().context("xtask is not inside the repository")?.to_owned();
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        let cache = root.join(".cache");
        let ci = on_ci();
        std::fs::create_dir_all(&cache).context("could not create .cache")?;
        Ok(Self { root, target, cache, ci })
    }

    pub fn debug(&self) -> PathBuf {
        self.target.join("debug")
    }

    /// `path` as it is read from the root of the repository.
    pub fn short<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}

pub fn on_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}
