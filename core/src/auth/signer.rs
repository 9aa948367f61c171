use super::SignedRequest;
use crate::error::{Error, ErrorKind, Result};
use futures::future::BoxFuture;
use md5::{Digest, Md5};
use uploadcare_macros::model;

/// What a signer signs: a REST request as it will go over the wire (REST API: Authentication).
#[model(closed)]
pub struct SigningRequest {
    /// HTTP method in upper case.
    pub method: String,
    /// Path and query of the request, percent-encoded.
    pub target: String,
    /// Value of the Content-Type header.
    pub content_type: String,
    /// Value of the Date header.
    pub date: String,
    /// MD5 of the body in lower-case hexadecimal digits.
    pub body_md5: String,
    /// The text to sign: HMAC-SHA1 of it with the secret key, in lower-case hexadecimal digits, is the
    /// signature.
    pub string_to_sign: String,
}

impl From<SignedRequest<'_>> for SigningRequest {
    fn from(request: SignedRequest<'_>) -> Self {
        Self {
            method: request.method.to_owned(),
            target: request.target.to_owned(),
            content_type: request.content_type.to_owned(),
            date: request.date.to_owned(),
            body_md5: hex::encode(Md5::digest(request.body)),
            string_to_sign: request.string_to_sign(),
        }
    }
}

/// Signs REST requests in the place of a secret key, so that a program without one can use the REST API
/// through a backend of its own, which decides what it signs.
///
/// It is asked once for each attempt. Its time counts for the deadline of the call, and the future is
/// dropped when the call is.
pub trait RequestSigner: Send + Sync + 'static {
    /// Gives the signature: 40 hexadecimal digits.
    ///
    /// Errors: what kept it from signing; [`Error::signer`] makes one. It ends the call, without a repetition.
    fn sign(&self, request: SigningRequest) -> BoxFuture<'_, Result<String>>;
}

impl Error {
    /// The error of a [`RequestSigner`] that cannot sign.
    pub fn signer(message: impl std::fmt::Display) -> Self {
        Self::new(ErrorKind::Signer, format!("the signer failed: {message}"))
    }

    /// The same error with what caused it.
    #[must_use]
    pub fn with_source(self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.caused_by(source)
    }
}

/// What a signer gave, if it can be a signature.
pub(crate) fn checked_signature(signature: &str) -> Result<String> {
    let signature = signature.trim();
    if signature.len() == 40 && signature.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        // The service compares texts.
        return Ok(signature.to_ascii_lowercase());
    }
    // Not shown: it may be a key that was given by mistake.
    Err(Error::new(
        ErrorKind::Signer,
        format!(
            "the signer gave no signature: it must be 40 hexadecimal digits, not {} characters of other text",
            signature.chars().count()
        ),
    ))
}
