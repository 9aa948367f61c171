//! Signed uploads: the credentials that a project may ask for.

use hmac::{Hmac, KeyInit, Mac};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::{Deserialize, Deserializer};
use sha2::{Digest, Sha256};

use super::{error::UploadError, fields::given, form::Form};
use crate::{
    app::App,
    store::{Project, TokenUse},
};

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
    let now = project.time(app.now()).timestamp();
    if let Some(signature) = given(form, "signature") {
        check_signature(&project.keys.secret_key, signature, given(form, "expire"), now)?;
        return Ok(TokenUse::default());
    }
    let token = form.bearer.as_deref().ok_or(UploadError::SIGNATURE_REQUIRED)?;
    let claims = Claims::read(token, &project.keys.secret_key)?;
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

fn check_signature(
    secret: &str,
    signature: &str,
    expire: Option<&str>,
    now: i64,
) -> Result<(), UploadError> {
    let expire = expire.ok_or(UploadError::EXPIRE_REQUIRED)?;
    let until: i64 = expire.parse().map_err(|_| UploadError::EXPIRE_INVALID)?;
    if until <= now {
        return Err(UploadError::SIGNATURE_EXPIRED);
    }
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes());
    let mut mac = mac.map_err(|_| UploadError::INTERNAL)?;
    mac.update(expire.as_bytes());
    if hex::encode(mac.finalize().into_bytes()) == signature {
        Ok(())
    } else {
        Err(UploadError::SIGNATURE_INVALID)
    }
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
    /// Reads a token that is signed with the secret key and keeps to all rules but those of time.
    fn read(token: &str, secret: &str) -> Result<Self, UploadError> {
        let mut validation = Validation::new(Algorithm::HS256);
        // The library would ask the clock of the machine.
        validation.validate_exp = false;
        validation.validate_aud = false;
        validation.required_spec_claims.clear();
        let key = DecodingKey::from_secret(&Sha256::digest(secret));
        let token = jsonwebtoken::decode::<Self>(token, &key, &validation);
        let token = token.map_err(UploadError::token_invalid)?;
        if token.header.typ.is_some_and(|kind| kind != "JWT") {
            return Err(UploadError::token_invalid("typ is not JWT"));
        }
        token.claims.check().map_err(UploadError::token_invalid)?;
        Ok(token.claims)
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
