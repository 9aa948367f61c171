//! How uploads prove who sends them: tokens, and the older signature (Upload API: Secure uploads).

use crate::{
    error::{Error, ErrorKind, Result, check_range, quoted},
    model::{Timestamp, UploadSignature, UploadToken},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::DateTime;
use futures::future::BoxFuture;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fmt,
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::{sync::Mutex, time::Instant};
use uploadcare_macros::{open_enum, options};

/// How a client with a secret key signs its uploads.
#[open_enum]
pub enum UploadAuth {
    /// By tokens that it makes, each for an hour.
    Token,
    /// By the older signature.
    Signature,
    /// Not at all.
    #[wire("none")]
    Nothing,
}

/// What a token for uploads allows, and for how long.
#[options]
pub struct CreateUploadTokenOptions {
    /// Seconds that the token is valid: 1 to 86400. Default 3600.
    pub lifetime: Option<i64>,
    /// Who made it, for your own use: the claim `iss`.
    pub issuer: Option<String>,
    /// For whom it was made, for your own use: the claim `sub`.
    pub subject: Option<String>,
    /// Its name, for your own use: the claim `jti`.
    pub token_id: Option<String>,
    /// Paths of the Upload API that it is good for: 1 to 16 texts of at most 64 characters that begin with `/`,
    /// such as `/base/`; one that ends with a slash and a star is good for all that begins so. Default: all.
    pub scope: Option<Vec<String>>,
    /// Uploads that it is good for: 1 to 100000. Default: no limit.
    pub operations: Option<i64>,
}

/// How long a signature for uploads is valid.
#[options]
pub struct CreateUploadSignatureOptions {
    /// Seconds that the signature is valid: 1 to 86400. Default 1800.
    pub lifetime: Option<i64>,
}

/// What an upload may be sent with.
#[derive(Clone)]
pub enum UploadCredential {
    /// A token.
    Token(SecretString),
    /// The older signature.
    Signature(UploadSignature),
}

impl UploadCredential {
    /// Reads a token, or a signature written as JSON with `signature` and `expire`.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if text.starts_with('{') {
            let signature: UploadSignature = serde_json::from_str(text).map_err(|_| {
                Error::credential("a signature must have the members `signature` and `expire`")
            })?;
            return Self::Signature(signature).checked();
        }
        Self::Token(text.into()).checked()
    }

    fn checked(self) -> Result<Self> {
        match &self {
            Self::Token(token) => {
                let token = token.expose_secret();
                // Not shown: it may be a key that was given by mistake.
                if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
                    return Err(Error::credential(
                        "a token must be text of visible ASCII characters, such as a JWT",
                    ));
                }
            }
            Self::Signature(signature) => {
                let text = &signature.signature;
                if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                    return Err(Error::credential(
                        "a signature must be 64 hexadecimal digits (HMAC-SHA256)",
                    ));
                }
            }
        }
        Ok(self)
    }

    /// When it was made and when it ends, in seconds since 1970, as far as it tells.
    fn times(&self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Signature(signature) => (None, Some(signature.expire as f64)),
            Self::Token(token) => {
                #[derive(Deserialize)]
                struct Claims {
                    iat: Option<f64>,
                    exp: Option<f64>,
                }
                let claims = token.expose_secret().split('.').nth(1);
                let claims = claims.and_then(|text| URL_SAFE_NO_PAD.decode(text).ok());
                let claims = claims.and_then(|text| serde_json::from_slice::<Claims>(&text).ok());
                claims.map_or((None, None), |claims| (claims.iat, claims.exp))
            }
        }
    }
}

impl fmt::Debug for UploadCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Token(_) => "Token(<redacted>)",
            Self::Signature(_) => "Signature(<redacted>)",
        })
    }
}

/// Gives what uploads are sent with, so that a program without the secret key can upload to a project that
/// demands signed uploads: it asks a backend of its own.
///
/// It is asked when the first call of the Upload API needs it, again shortly before what it gave expires, and once if the service
/// finds that expired; never twice at the same time.
pub trait UploadCredentialProvider: Send + Sync + 'static {
    /// Gives a token or a signature.
    ///
    /// Errors: what kept it from that; [`Error::credential`] makes one. It ends the call, without a repetition.
    fn credential(&self) -> BoxFuture<'_, Result<UploadCredential>>;
}

impl Error {
    /// The error of an [`UploadCredentialProvider`] that can give nothing.
    pub fn credential(message: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Signer, format!("no credential for the upload: {message}"))
    }
}

/// Where the credentials of a client come from.
#[derive(Clone, Default)]
pub(crate) enum CredentialSource {
    #[default]
    Nowhere,
    Fixed(UploadCredential),
    Provider(Arc<dyn UploadCredentialProvider>),
    /// Tokens made with the secret key.
    Tokens(SecretString),
    Signatures(SecretString),
}

/// The credentials of a client, fetched when needed and kept while they are good.
pub(crate) struct UploadCredentials {
    source: CredentialSource,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    credential: Option<UploadCredential>,
    until: Option<Instant>,
    number: u64,
}

/// Part of its life that a credential is not used any more, so that it does not expire on its way; at most
/// [`LONGEST_SPARE`].
const SPARE: f64 = 0.1;
const LONGEST_SPARE: Duration = Duration::from_secs(10);

impl UploadCredentials {
    pub fn new(source: CredentialSource) -> Self {
        Self { source, held: Mutex::default() }
    }

    /// What to send now, and its number.
    pub async fn current(&self) -> Result<Option<(UploadCredential, u64)>> {
        if matches!(self.source, CredentialSource::Nowhere) {
            return Ok(None);
        }
        // Held while it is fetched: all others wait for this one.
        let mut held = self.held.lock().await;
        if let Some(credential) = &held.credential
            && held.until.is_none_or(|until| Instant::now() < until)
        {
            return Ok(Some((credential.clone(), held.number)));
        }
        let credential = match &self.source {
            CredentialSource::Nowhere => return Ok(None),
            CredentialSource::Fixed(credential) => credential.clone(),
            CredentialSource::Provider(provider) => provider.credential().await?.checked()?,
            CredentialSource::Tokens(secret) => {
                let options = CreateUploadTokenOptions::default();
                let token = upload_token(secret.expose_secret(), &options, SystemTime::now())?;
                UploadCredential::Token(token.token.into())
            }
            CredentialSource::Signatures(secret) => {
                let options = CreateUploadSignatureOptions::default();
                let secret = secret.expose_secret();
                let signature = upload_signature(secret, &options, SystemTime::now())?;
                UploadCredential::Signature(signature)
            }
        };
        held.until = match self.source {
            CredentialSource::Fixed(_) => None,
            _ => life(&credential, seconds(SystemTime::now()) as f64).map(|life| {
                let spare = life.mul_f64(SPARE).min(LONGEST_SPARE);
                Instant::now() + (life - spare)
            }),
        };
        held.number += 1;
        held.credential = Some(credential.clone());
        Ok(Some((credential, held.number)))
    }

    /// Notes that the service found a credential expired. Whether there may be another.
    pub async fn expired(&self, number: u64) -> bool {
        let mut held = self.held.lock().await;
        if held.number == number {
            held.credential = None;
        }
        !matches!(self.source, CredentialSource::Nowhere | CredentialSource::Fixed(_))
    }
}

/// How long a credential is good from now on. The clock of whoever made it may differ from this machine's.
fn life(credential: &UploadCredential, now: f64) -> Option<Duration> {
    let (made, end) = credential.times();
    let whole = made.zip(end).map(|(made, end)| end - made).filter(|whole| *whole > 0.0);
    let left = end.map(|end| end - now).filter(|left| *left > 0.0);
    let life = match (left, whole) {
        (Some(left), Some(whole)) => left.min(whole),
        (left, whole) => left.or(whole)?,
    };
    Duration::try_from_secs_f64(life).ok().map(|life| life.min(Duration::from_secs(86_400)))
}

fn seconds(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

const LONGEST_LIFE: i64 = 86_400;

/// The signature of an upload that is valid until `expire`, in seconds since 1970 (Upload API: Secure uploads).
pub fn upload_signature_at(secret_key: &str, expire: i64) -> String {
    hex::encode(hmac_sha256(secret_key.as_bytes(), expire.to_string().as_bytes()))
}

pub(crate) fn upload_signature(
    secret_key: &str,
    options: &CreateUploadSignatureOptions,
    now: SystemTime,
) -> Result<UploadSignature> {
    let lifetime = options.lifetime.unwrap_or(1800);
    check_range("lifetime", lifetime, 1, LONGEST_LIFE)?;
    let expire = seconds(now) + lifetime;
    Ok(UploadSignature { signature: upload_signature_at(secret_key, expire), expire })
}

fn hmac_sha256(key: &[u8], message: &[u8]) -> Vec<u8> {
    // A key of any length will do for an HMAC.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

#[derive(Serialize)]
struct Claims<'a> {
    iat: i64,
    exp: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    iss: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jti: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uc: Option<Special<'a>>,
}

#[derive(Serialize)]
struct Special<'a> {
    restrictions: Restrictions<'a>,
}

#[derive(Serialize)]
struct Restrictions<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<Limits>,
}

#[derive(Serialize)]
struct Limits {
    operations: i64,
}

/// A token for uploads (Upload API: Secure uploads).
///
/// Errors: `invalid_parameter` for an option out of its range.
pub fn upload_token(
    secret_key: &str,
    options: &CreateUploadTokenOptions,
    now: SystemTime,
) -> Result<UploadToken> {
    let lifetime = options.lifetime.unwrap_or(3600);
    check_range("lifetime", lifetime, 1, LONGEST_LIFE)?;
    if let Some(operations) = options.operations {
        check_range("operations", operations, 1, 100_000)?;
    }
    if let Some(scope) = &options.scope {
        check_scope(scope)?;
    }
    let iat = seconds(now);
    let is_restricted = options.scope.is_some() || options.operations.is_some();
    let claims = Claims {
        iat,
        exp: iat + lifetime,
        iss: options.issuer.as_deref(),
        sub: options.subject.as_deref(),
        jti: options.token_id.as_deref(),
        uc: is_restricted.then(|| Special {
            restrictions: Restrictions {
                scope: options.scope.as_deref(),
                limits: options.operations.map(|operations| Limits { operations }),
            },
        }),
    };
    let payload = serde_json::to_vec(&claims)
        .map_err(|error| Error::internal(format!("a token cannot be written: {error}")))?;
    let expires_at = DateTime::from_timestamp(claims.exp, 0)
        .map(Timestamp)
        .ok_or_else(|| Error::internal("the clock of this machine is off by ages"))?;
    let header = URL_SAFE_NO_PAD.encode(br#"{"alg":"HS256","typ":"JWT"}"#);
    let text = format!("{header}.{}", URL_SAFE_NO_PAD.encode(payload));
    let signature = hmac_sha256(&Sha256::digest(secret_key.as_bytes()), text.as_bytes());
    let token = format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature));
    Ok(UploadToken { token, expires_at })
}

fn check_scope(scope: &[String]) -> Result<()> {
    if !(1..=16).contains(&scope.len()) {
        return Err(Error::parameter(
            "scope",
            format_args!("must have 1 to 16 paths, not {}", scope.len()),
        ));
    }
    for path in scope {
        let plain = path.strip_suffix("/*").map_or(path.as_str(), |_| &path[..path.len() - 1]);
        let is_path = path.starts_with('/') && path.chars().count() <= 64 && !plain.contains('*');
        if !is_path {
            return Err(Error::parameter(
                "scope",
                format_args!(
                    "must have paths of at most 64 characters that begin with /, such as /base/ or \
                     /multipart/*, and {} is none",
                    quoted(path)
                ),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "demosecretkey";

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn limits_of_tokens() {
        let made = |change: &dyn Fn(&mut CreateUploadTokenOptions)| {
            let mut options = CreateUploadTokenOptions::default();
            change(&mut options);
            upload_token(SECRET, &options, at(1_767_225_600))
                .map_err(|error| error.info().parameter.clone().unwrap_or_default())
        };
        for (low, high, set) in [
            (1, 86_400, (|o, v| o.lifetime = Some(v)) as fn(&mut CreateUploadTokenOptions, i64)),
            (1, 100_000, |o, v| o.operations = Some(v)),
        ] {
            for value in [low, high] {
                assert!(made(&|options| set(options, value)).is_ok(), "{value}");
            }
            for value in [low - 1, high + 1] {
                assert!(made(&|options| set(options, value)).is_err(), "{value}");
            }
        }
        let long = format!("/{}", "a".repeat(63));
        for (scope, is_right) in [
            (vec!["/base/"], true),
            (vec!["/*"], true),
            (vec!["/multipart/*", &long], true),
            (vec!["/a"; 16], true),
            (vec!["/a"; 17], false),
            (vec![], false),
            (vec!["base/"], false),
            (vec![""], false),
            (vec!["/a*"], false),
            (vec!["/*/a"], false),
            (vec!["/**"], false),
            (vec![&format!("{long}a")], false),
        ] {
            let texts: Vec<_> = scope.iter().map(|text| (*text).to_owned()).collect();
            let outcome = made(&|options| options.scope = Some(texts.clone()));
            assert_eq!(outcome.is_ok(), is_right, "{scope:?}");
            assert!(is_right || outcome.unwrap_err() == "scope");
        }
    }

    #[test]
    fn what_is_no_credential() {
        for text in ["", "  ", "a b", "{}", "{\"signature\": \"abc\", \"expire\": 1}"] {
            let error = UploadCredential::parse(text).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Signer, "{text}");
            assert!(text.trim().is_empty() || !error.to_string().contains(text));
        }
        let signature = upload_signature_at(SECRET, 1_767_225_600);
        let text = format!("{{\"signature\": \"{signature}\", \"expire\": 1767225600}}");
        let credential = UploadCredential::parse(&text).unwrap();
        assert!(!format!("{credential:?}").contains(&signature));
        assert!(matches!(credential, UploadCredential::Signature(_)));
    }

    #[test]
    fn the_life_of_a_credential() {
        let options = CreateUploadTokenOptions { lifetime: Some(100), ..Default::default() };
        let token = upload_token(SECRET, &options, at(1000)).unwrap().token;
        let credential = UploadCredential::Token(token.into());
        for (now, expected) in [
            (1000.0, 100.0),
            (1090.0, 10.0),
            // A clock that is slow, or fast.
            (500.0, 100.0),
            (2000.0, 100.0),
        ] {
            assert_eq!(life(&credential, now), Some(Duration::from_secs_f64(expected)), "{now}");
        }
        assert_eq!(life(&UploadCredential::Token("opaque".into()), 0.0), None);
    }
}
