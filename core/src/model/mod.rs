//! The types that cross into other languages. One definition each; see `uploadcare_macros`.

mod addon;
pub(crate) mod de;
mod file;
mod json;
#[cfg(any(feature = "python", test))]
pub(crate) mod lazy;
mod management;
mod page;
#[cfg(feature = "python")]
pub(crate) mod python;
#[cfg(any(test, feature = "node"))]
pub(crate) mod rescript;
#[cfg(any(test, feature = "node"))]
pub(crate) mod script;
mod timestamp;
mod upload;

pub use addon::*;
pub use file::*;
pub use json::Json;
#[cfg(feature = "python")]
#[doc(hidden)]
pub use lazy::{Lazy, Members};
pub use management::*;
pub use page::*;
#[cfg(feature = "node")]
#[doc(hidden)]
pub use rescript::{Rescript, ScriptItem};
#[cfg(any(test, feature = "node"))]
#[doc(hidden)]
pub use script::{Script, ToScript};
pub use timestamp::Timestamp;
pub use upload::*;
