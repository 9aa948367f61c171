//! Signed uploads: the credentials that a project may ask for.

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, errors::ErrorKind};
use serde::{Deserialize, Deserializer};
use sha2::{Digest, Sha256};

use super::{error::UploadError, fields::given, form::Form};
use crate::{
    app::App,
    store::{Project, TokenUse},
};

const OTHER_KEY: &str = "InvalidSignature";
const MAX_LIFETIME: i64 = 86_400;
const MAX_SCOPES: usize = 16;
const MAX_SCOPE: usize = 64;
const MAX_OPERATIONS: u64 = 100_000;

/// Checks the credentials of a request for so many new files. A signature comes before a token.
pub(super) fn authorise(
    app: &App,
    project: &Project,
    form: &Form,
    route: &str,
    operations: u64,
) -> Result<TokenUse, UploadError> {
    let settings = project.settings();
    if !settings.signed_uploads {
        return Ok(TokenUse::default());
    }
    let time = project.time(app.now());
    let (now, used) = (time.timestamp(), time.timestamp_micros());
    if let Some(signature) = given(form, "signature") {
        let expire = checked_expire(given(form, "expire"), now)?;
        let found = project.secrets.find(used, |key| is_signature(key, signature, expire));
        found.ok_or(UploadError::SIGNATURE_INVALID)?;
        return Ok(TokenUse::default());
    }
    let token = form.bearer.as_deref().ok_or(UploadError::SIGNATURE_REQUIRED)?;
    let mut refusal = UploadError::token_invalid(OTHER_KEY);
    let claims = project.secrets.find(used, |key| {
        Claims::read(token, key).unwrap_or_else(|error| {
            refusal = error;
            None
        })
    });
    let claims = claims.ok_or(refusal)?;
    claims.check_time(now, settings.token_leeway_seconds.into())?;
    let restrictions = claims.uc.and_then(|uc| uc.restrictions).unwrap_or_default();
    if restrictions.scope.is_some_and(|scope| !scope.iter().any(|entry| covers(entry, route))) {
        return Err(UploadError::SCOPE_FORBIDDEN);
    }
    match restrictions.limits.and_then(|limits| limits.operations) {
        Some(limit) => project
            .operations
            .reserve(token, operations, limit)
            .ok_or(UploadError::OPERATIONS_EXCEEDED),
        None => Ok(TokenUse::default()),
    }
}

fn checked_expire(expire: Option<&str>, now: i64) -> Result<&str, UploadError> {
    let expire = expire.ok_or(UploadError::EXPIRE_REQUIRED)?;
    let until: i64 = expire.parse().map_err(|_| UploadError::EXPIRE_INVALID)?;
    if until <= now {
        return Err(UploadError::SIGNATURE_EXPIRED);
    }
    Ok(expire)
}

fn is_signature(secret: &str, signature: &str, expire: &str) -> Option<()> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(expire.as_bytes());
    (hex::encode(mac.finalize().into_bytes()) == signature).then_some(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    iat: i64,
    exp: i64,
    #[serde(default, deserialize_with = "not_null", rename = "iss")]
    _iss: Option<String>,
    #[serde(default, deserialize_with = "not_null", rename = "sub")]
    _sub: Option<String>,
    #[serde(default, deserialize_with = "not_null", rename = "jti")]
    _jti: Option<String>,
    #[serde(default, deserialize_with = "not_null")]
    uc: Option<Uploadcare>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Uploadcare {
    #[serde(default, deserialize_with = "not_null")]
    restrictions: Option<Restrictions>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Restrictions {
    #[serde(default, deserialize_with = "not_null")]
    scope: Option<Vec<String>>,
    #[serde(default, deserialize_with = "not_null")]
    limits: Option<Limits>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    #[serde(default, deserialize_with = "not_null")]
    operations: Option<u64>,
}

/// A claim that may be missing, but is not `null`.
fn not_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl Claims {
    /// Reads a token that keeps to all rules but those of time; `None` when it is signed with
    /// another key.
    fn read(token: &str, secret: &str) -> Result<Option<Self>, UploadError> {
        let mut validation = Validation::new(Algorithm::HS256);
        // The library would ask the clock of the machine.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.required_spec_claims.clear();
        let key = DecodingKey::from_secret(&Sha256::digest(secret));
        let token = match jsonwebtoken::decode::<Self>(token, &key, &validation) {
            Ok(token) => token,
            Err(error) if *error.kind() == ErrorKind::InvalidSignature => return Ok(None),
            Err(error) => return Err(UploadError::token_invalid(error)),
        };
        if token.header.typ.is_some_and(|kind| kind != "JWT") {
            return Err(UploadError::token_invalid("typ is not JWT"));
        }
        token.claims.check().map_err(UploadError::token_invalid)?;
        Ok(Some(token.claims))
    }

    fn check(&self) -> Result<(), &'static str> {
        let lifetime = self.exp.checked_sub(self.iat);
        if !lifetime.is_some_and(|lifetime| (1..=MAX_LIFETIME).contains(&lifetime)) {
            return Err("exp is 1 to 86400 seconds after iat");
        }
        let restrictions = self.uc.as_ref().and_then(|uc| uc.restrictions.as_ref());
        if let Some(scope) = restrictions.and_then(|restrictions| restrictions.scope.as_ref()) {
            if scope.is_empty() || scope.len() > MAX_SCOPES {
                return Err("scope has 1 to 16 entries");
            }
            if !scope.iter().all(|entry| is_scope(entry)) {
                return Err("scope has an entry that is not legal");
            }
        }
        let limits = restrictions.and_then(|restrictions| restrictions.limits.as_ref());
        match limits.and_then(|limits| limits.operations) {
            Some(operations) if !(1..=MAX_OPERATIONS).contains(&operations) => {
                Err("operations is 1 to 100000")
            }
            _ => Ok(()),
        }
    }

    fn check_time(&self, now: i64, leeway: i64) -> Result<(), UploadError> {
        if self.iat > now.saturating_add(leeway) {
            return Err(UploadError::token_invalid("iat is in the future"));
        }
        if self.exp.saturating_add(leeway) <= now {
            return Err(UploadError::TOKEN_EXPIRED);
        }
        Ok(())
    }
}

fn is_scope(entry: &str) -> bool {
    let star_is_legal = match entry.find('*') {
        Some(at) => at + 1 == entry.len() && entry.ends_with("/*"),
        None => true,
    };
    entry.starts_with('/') && entry.chars().count() <= MAX_SCOPE && star_is_legal
}

fn covers(entry: &str, path: &str) -> bool {
    match entry.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => path == entry,
    }
}
