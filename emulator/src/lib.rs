//! A local, stateful stand-in for the Uploadcare service.
//!
//! One host and port serve the REST API, the Upload API, the Project API, the CDN and, under `/_control/`, an
//! API of its own by which tests arrange and observe; a second port takes the parts of multipart
//! uploads. Everything is kept in memory, what is uploaded in a temporary folder, and goes with
//! the [`Emulator`].
//!
//! ```
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use uploadcare_emulator::{Emulator, Fault, FaultResponse, Seed};
//!
//! let emulator = Emulator::start().await?;
//! let keys = emulator.create_project();
//! emulator.seed(&keys.public_key, Seed { count: 2500, ..Seed::default() })?;
//! emulator.add_fault(
//!     &keys.public_key,
//!     Fault {
//!         route: Some("/files/".to_owned()),
//!         respond: Some(FaultResponse {
//!             status: 429,
//!             headers: [("Retry-After".to_owned(), "1".to_owned())].into(),
//!             body: "Request was throttled.".into(),
//!         }),
//!         ..Fault::default()
//!     },
//! )?;
//! // … point a client at `emulator.api_base()` …
//! for request in emulator.requests(&keys.public_key) {
//!     println!("{} {} {}", request.method, request.path, request.status);
//! }
//! emulator.stop().await;
//! # Ok(())
//! # }
//! ```

#![warn(missing_docs)]

mod account;
mod app;
mod cdn;
mod clock;
mod control;
mod effect;
mod emulator;
mod error;
mod event;
mod fault;
mod filename;
mod media;
mod parts;
mod pipeline;
mod rate;
mod rest;
mod rules;
mod server;
mod store;
mod track;
mod upload;
mod wire;
mod work;

pub use app::Route;
pub use clock::Clock;
pub use emulator::{Builder, Emulator, Ready};
pub use error::ControlError;
pub use fault::{Fault, FaultResponse};
pub use rate::{RateLimit, RateLimitStats};
pub use store::{ProjectKeys, Seed, Seeded, Stats};
pub use track::RequestRecord;
