//! How requests prove who sends them.

mod rest;

pub use rest::{SignedRequest, rest_signature};
