//! The client of Uploadcare: list, inspect and upload files.
//!
#![doc = include_str!("../README.md")]

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();

pub mod auth;
mod client;
mod config;
mod error;
mod files;
mod model;
mod page;
mod transport;
mod uploads;

pub use client::{Client, ClientBuilder};
pub use config::{AuthScheme, ClientOptions};
pub use error::{Error, ErrorInfo, ErrorKind, Result};
pub use files::{FileOrdering, Files, GetFileOptions, ListFilesOptions};
pub use model::*;
pub use page::{List, ListItem, Page, Pages};
pub use uploads::{DIRECT_LIMIT, Source, UploadOptions, UploadedFile, Uploads};

/// Version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
