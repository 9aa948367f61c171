//! How requests prove who sends them.

mod rest;
mod signer;

pub use rest::{SignedRequest, rest_signature, signed_authorization, simple_authorization};
pub(crate) use signer::checked_signature;
pub use signer::{RequestSigner, SigningRequest};
