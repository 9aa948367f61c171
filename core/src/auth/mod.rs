//! How requests prove who sends them.

mod rest;

pub use rest::{SignedRequest, rest_signature, signed_authorization, simple_authorization};
