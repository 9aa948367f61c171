//! The client of Uploadcare: list, inspect and upload files.
//!
//! ```no_run
//! use futures::TryStreamExt;
//! use uploadcare::{Client, ListFilesOptions};
//!
//! # async fn run() -> uploadcare::Result<()> {
//! let client = Client::new("your public key", "your secret key")?;
//! let mut files = client.files().list(ListFilesOptions::default())?;
//! while let Some(file) = files.try_next().await? {
//!     println!("{} {}", file.uuid, file.original_filename);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Every call is asynchronous and runs on tokio. Dropping a future cancels its call.

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
pub use uploads::{Source, UploadOptions, UploadedFile, Uploads};

/// Version of this library.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
