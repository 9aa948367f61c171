//! The types that cross into other languages. One definition each; see `uploadcare_macros`.

pub(crate) mod de;
mod file;
mod json;
mod page;
#[cfg(feature = "python")]
pub(crate) mod python;
mod timestamp;

pub use file::*;
pub use json::Json;
pub use page::*;
pub use timestamp::Timestamp;
