use hmac::{Hmac, KeyInit, Mac};
use md5::{Digest, Md5};
use sha1::Sha1;

/// The parts of a REST request that its signature covers, as they go over the wire.
#[derive(Debug, Clone, Copy)]
pub struct SignedRequest<'a> {
    /// HTTP method in upper case.
    pub method: &'a str,
    /// Raw path and query of the request line, percent-encoding untouched.
    pub target: &'a str,
    /// Value of the Content-Type header; empty if there is none.
    pub content_type: &'a str,
    /// Value of the Date or X-Uploadcare-Date header.
    pub date: &'a str,
    /// Bytes of the body.
    pub body: &'a [u8],
}

impl SignedRequest<'_> {
    /// The text that is signed.
    pub fn string_to_sign(&self) -> String {
        [
            self.method,
            &hex::encode(Md5::digest(self.body)),
            self.content_type,
            self.date,
            self.target,
        ]
        .join("\n")
    }
}

/// Signs a REST request (REST API: Authentication): HMAC-SHA1, lower-case hex.
pub fn rest_signature(secret_key: &str, request: &SignedRequest<'_>) -> String {
    #[allow(clippy::expect_used)]
    let mut mac = Hmac::<Sha1>::new_from_slice(secret_key.as_bytes())
        .expect("HMAC takes a key of any length");
    mac.update(request.string_to_sign().as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

/// Value of the Authorization header of a signed request.
pub fn signed_authorization(
    public_key: &str,
    secret_key: &str,
    request: &SignedRequest<'_>,
) -> String {
    format!("Uploadcare {public_key}:{}", rest_signature(secret_key, request))
}

/// Value of the Authorization header that carries the secret key itself.
pub fn simple_authorization(public_key: &str, secret_key: &str) -> String {
    format!("Uploadcare.Simple {public_key}:{secret_key}")
}
