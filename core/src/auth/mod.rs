//! How requests prove who sends them.

mod rest;
mod signer;
mod upload;

pub use rest::{SignedRequest, rest_signature, signed_authorization, simple_authorization};
pub(crate) use signer::checked_signature;
pub use signer::{RequestSigner, SigningRequest};
pub use upload::{
    CreateUploadSignatureOptions, CreateUploadTokenOptions, UploadAuth, UploadCredential,
    UploadCredentialProvider, upload_signature_at, upload_token,
};
pub(crate) use upload::{CredentialSource, UploadCredentials, upload_signature};
