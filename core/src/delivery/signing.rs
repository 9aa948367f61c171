//! Signed delivery URLs (Secure delivery: signed URLs).

use crate::{
    error::{Error, ErrorKind, Result, check_range, check_uuid, quoted},
    model::Timestamp,
    transport::ENCODED,
};
use chrono::DateTime;
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, percent_decode_str, utf8_percent_encode};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;
use uploadcare_macros::{model, open_enum, options};

/// How long a URL opens if nothing else is said, in seconds; what the official clients take.
const LIFETIME: i64 = 300;

/// The longest lifetime, in seconds: ten years.
const LONGEST: i64 = 315_360_000;

/// All but what a URL token leaves as it is; the tilde parts the token.
const WHOLE_PATH: &AsciiSet = &ENCODED.add(b'~').remove(b',');

/// What a signed URL opens, and for how long.
#[options]
pub struct SignUrlOptions {
    /// What the token names. Default `acl`.
    pub kind: Option<DeliveryTokenKind>,
    /// What the token opens: a path such as `/21975c81-7f57-4c7a-aef9-acfe28779f78/`, or a beginning of paths with
    /// `*` at its end. It must cover the URL. Default: the path of the URL and nothing else. Only with `acl`.
    pub acl: Option<String>,
    /// Whether the token opens everything below the path of the file or group. Default false. Only with `acl`.
    pub wildcard: Option<bool>,
    /// Seconds that it opens: 1 to 315360000. Default 300. Not beside `expires_at`.
    pub lifetime: Option<i64>,
    /// When it ends to open: after `now`, in whole seconds. Not beside `lifetime`.
    pub expires_at: Option<Timestamp>,
    /// The moment to count from and to compare with, instead of this one; for tests, and for clocks that are known to be
    /// wrong.
    pub now: Option<Timestamp>,
}

/// How the token of a signed URL is looked at.
#[options]
pub struct VerifyUrlOptions {
    /// The moment to compare with, instead of this one.
    pub now: Option<Timestamp>,
}

/// What the token of a signed URL names.
#[open_enum]
pub enum DeliveryTokenKind {
    /// Paths, which it holds itself.
    Acl,
    /// One whole path, which it does not hold; the older way.
    Url,
}

/// What a signed URL opens.
#[model(closed)]
pub struct SignedUrl {
    /// What the token names.
    pub kind: DeliveryTokenKind,
    /// When it ends to open.
    pub expires_at: Timestamp,
    /// What it opens, as it stands in the token; null where the token names the path of the URL itself.
    pub acl: Option<String>,
    /// Which of the secrets signed it, from 0.
    pub secret_index: i64,
}

/// The token for a path. `path`: with its slash at the beginning, percent-encoded as in the URL.
pub(super) fn token(
    secrets: &[SecretString],
    path: &str,
    options: &SignUrlOptions,
) -> Result<String> {
    let secret = secrets.first().ok_or_else(|| {
        Error::configuration(
            "delivery_secrets",
            "is missing: give the secret of signed delivery that the support of Uploadcare has set up",
        )
    })?;
    let now = options.now.map_or_else(chrono::Utc::now, |now| now.0).timestamp();
    let expires = match (options.lifetime, options.expires_at) {
        (Some(_), Some(_)) => {
            return Err(Error::parameter("lifetime", "must not be given beside `expires_at`"));
        }
        (None, Some(moment)) => moment.timestamp(),
        (lifetime, None) => {
            let lifetime = lifetime.unwrap_or(LIFETIME);
            check_range("lifetime", lifetime, 1, LONGEST)?;
            now + lifetime
        }
    };
    if expires <= now {
        return Err(Error::parameter(
            "expires_at",
            format_args!(
                "must be later than now: a URL signed until {} opens nothing",
                moment(expires)
            ),
        ));
    }
    if expires > now.saturating_add(LONGEST) {
        return Err(Error::parameter("expires_at", "must be at most ten years from now"));
    }
    let message = match options.kind.as_ref().unwrap_or(&DeliveryTokenKind::Acl) {
        DeliveryTokenKind::Acl => {
            format!("exp={expires}~acl={}", acl(path, options)?)
        }
        DeliveryTokenKind::Url => {
            if options.acl.is_some() || options.wildcard == Some(true) {
                return Err(Error::parameter(
                    "kind",
                    "must be acl where `acl` or `wildcard` is given",
                ));
            }
            format!("exp={expires}~url={}", whole(path))
        }
        DeliveryTokenKind::Unknown { value } => {
            return Err(Error::parameter(
                "kind",
                format_args!(
                    "must be one of {}, not {}",
                    DeliveryTokenKind::KNOWN.join(", "),
                    quoted(value)
                ),
            ));
        }
    };
    let signature = hex::encode(mac(secret, &message)?.finalize().into_bytes());
    let told = message.split("~url=").next().unwrap_or_default();
    Ok(format!("{told}~hmac={signature}"))
}

/// What a token opens, as it is written there.
fn acl(path: &str, options: &SignUrlOptions) -> Result<String> {
    let acl = match (&options.acl, options.wildcard.unwrap_or(false)) {
        (Some(_), true) => {
            return Err(Error::parameter("acl", "must not be given beside `wildcard`"));
        }
        (Some(acl), false) => acl.clone(),
        (None, true) => format!("{}/*", subject(path)?.replace('*', "%2a")),
        // A star of its own would open more.
        (None, false) => path.replace('*', "%2a"),
    };
    let star = acl.find('*').unwrap_or(acl.len());
    let legal = |c: char| c.is_ascii_graphic() && !"?#\"<>\\^`{|}".contains(c);
    if !acl.starts_with('/') || star + 1 < acl.len() || !acl.chars().all(legal) {
        return Err(Error::parameter(
            "acl",
            format_args!(
                "must be a path that begins with a slash, percent-encoded, or a beginning of paths with * \
                 at its end, not {}",
                quoted(&acl)
            ),
        ));
    }
    // They part the token, the query, or one ACL from another, where they stand in plain.
    let acl = [('~', "%7e"), ('&', "%26"), ('!', "%21"), ('+', "%2b")]
        .into_iter()
        .fold(acl, |acl, (sign, escaped)| acl.replace(sign, escaped));
    if covers(&acl, path) {
        return Ok(acl);
    }
    Err(Error::parameter("acl", format_args!("must cover the URL: {acl} does not open {path}")))
}

/// The beginning of a path up to its file or group.
fn subject(path: &str) -> Result<&str> {
    let mut end = 0;
    for segment in path.split_inclusive('/') {
        let name = segment.trim_end_matches('/');
        end += segment.len();
        let uuid = name.replace("%7E", "~").replace("%7e", "~");
        if check_uuid("url", uuid.split('~').next().unwrap_or_default()).is_ok() {
            return Ok(path[..end].trim_end_matches('/'));
        }
    }
    Err(Error::parameter("wildcard", "must be for the URL of a file or a group"))
}

/// Whether what a token names opens a path.
fn covers(acl: &str, path: &str) -> bool {
    let plain = |text: &str| percent_decode_str(text).collect::<Vec<u8>>();
    let path = plain(path);
    match acl.strip_suffix('*') {
        Some(start) => path.starts_with(&plain(start)),
        None => path == plain(acl),
    }
}

/// A whole path for a URL token.
fn whole(path: &str) -> String {
    let encoded = utf8_percent_encode(path, WHOLE_PATH).to_string();
    let mut small = String::with_capacity(encoded.len());
    let mut digits = 0;
    for c in encoded.chars() {
        small.push(if digits > 0 { c.to_ascii_lowercase() } else { c });
        digits = if c == '%' { 2_u8 } else { digits.saturating_sub(1) };
    }
    small
}

/// Looks at the token of a URL.
pub(super) fn verify(
    secrets: &[SecretString],
    path: &str,
    query: &str,
    options: &VerifyUrlOptions,
) -> Result<SignedUrl> {
    let wrong = |problem: &str| Error::new(ErrorKind::InvalidSignature, problem.to_owned());
    if secrets.is_empty() {
        return Err(Error::configuration(
            "delivery_secrets",
            "is missing: give the secrets that URLs may be signed with",
        ));
    }
    let token = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("token="))
        .ok_or_else(|| wrong("the URL has no token"))?;
    let token = percent_decode_tildes(token);
    let (mut exp, mut acl, mut hmac) = (None, None, None);
    for field in token.split('~') {
        match field.split_once('=') {
            Some(("exp", value)) => exp = value.parse::<i64>().ok(),
            Some(("acl", value)) => acl = Some(value),
            Some(("hmac", value)) => hmac = hex::decode(value).ok(),
            _ => {
                return Err(wrong(
                    "the token of the URL has another form than one of signed delivery",
                ));
            }
        }
    }
    let (Some(exp), Some(hmac)) = (exp, hmac) else {
        return Err(wrong("the token of the URL lacks its time or its signature"));
    };
    let message = match acl {
        Some(acl) => format!("exp={exp}~acl={acl}"),
        None => format!("exp={exp}~url={}", whole(path)),
    };
    let mut signed_by = None;
    for (place, secret) in secrets.iter().enumerate() {
        // Each is compared, in the same time whatever comes out.
        if mac(secret, &message)?.verify_slice(&hmac).is_ok() {
            signed_by.get_or_insert(place);
        }
    }
    let Some(place) = signed_by else {
        return Err(wrong(
            "the token of the URL was signed with another secret, or for another URL",
        ));
    };
    let now = options.now.map_or_else(chrono::Utc::now, |now| now.0).timestamp();
    if exp <= now {
        return Err(wrong("the time of the signed URL is over"));
    }
    if let Some(acl) = acl
        && !covers(acl, path)
    {
        return Err(wrong("the token of the URL opens other paths than its own"));
    }
    let expires_at =
        DateTime::from_timestamp(exp, 0).ok_or_else(|| wrong("the time is out of range"))?;
    Ok(SignedUrl {
        kind: if acl.is_some() { DeliveryTokenKind::Acl } else { DeliveryTokenKind::Url },
        expires_at: expires_at.into(),
        acl: acl.map(str::to_owned),
        secret_index: i64::try_from(place).unwrap_or_default(),
    })
}

/// Some programs encode the signs between the fields of a query; those within an ACL stay.
fn percent_decode_tildes(token: &str) -> String {
    if token.contains('~') {
        return token.to_owned();
    }
    percent_decode_str(token).decode_utf8_lossy().into_owned()
}

fn mac(secret: &SecretString, message: &str) -> Result<Hmac<Sha256>> {
    let key = hex::decode(secret.expose_secret())
        .map_err(|_| Error::internal("a secret was not checked"))?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key)
        .map_err(|_| Error::internal("a secret is of no length that a key may have"))?;
    mac.update(message.as_bytes());
    Ok(mac)
}

fn moment(seconds: i64) -> String {
    DateTime::from_timestamp(seconds, 0)
        .map_or_else(|| format!("second {seconds}"), |moment| moment.to_rfc3339())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211";
    const PATH: &str = "/52da3bfc-7cd8-4861-8b05-126fef7a6994/";

    fn secrets() -> Vec<SecretString> {
        vec![SECRET.to_owned().into()]
    }

    fn at(seconds: i64) -> Option<Timestamp> {
        DateTime::from_timestamp(seconds, 0).map(Into::into)
    }

    fn options() -> SignUrlOptions {
        SignUrlOptions {
            expires_at: at(1_633_997_100),
            now: at(1_633_990_000),
            ..Default::default()
        }
    }

    #[test]
    fn as_published() {
        let sign = |options| token(&secrets(), PATH, &options).unwrap();
        assert_eq!(
            sign(options()),
            format!(
                "exp=1633997100~acl={PATH}~hmac=\
                 81852547d9dbd9eefd24bee2cada6eab02244b9013533bc8511511923098df72"
            )
        );
        let wildcard = SignUrlOptions { wildcard: Some(true), ..options() };
        assert_eq!(
            sign(wildcard),
            format!(
                "exp=1633997100~acl={PATH}*~hmac=\
                 b2c7526a29d0588b121aa78bc2b2c9399bfb6e1cad3d95397efed722fdbc5a78"
            )
        );
        let url = SignUrlOptions { kind: Some(DeliveryTokenKind::Url), ..options() };
        assert_eq!(
            sign(url),
            "exp=1633997100~hmac=25c485fd7f85c19704013673c80d2a86df1b4241fb44cdfa7b7762cb27ef3f57"
        );
    }

    #[test]
    fn either_secret_opens_and_nothing_else_does() {
        let other = "00".repeat(32);
        let both = vec![SecretString::from(other.clone()), SecretString::from(SECRET.to_owned())];
        let path = "/3b278cee-47bd-4276-8d7d-9cde5902b18c~1/nth/0/a%2Cb~%C3%A9.txt";
        let now = VerifyUrlOptions { now: at(1_633_990_001) };
        for kind in [DeliveryTokenKind::Acl, DeliveryTokenKind::Url] {
            let options = SignUrlOptions { kind: Some(kind.clone()), ..options() };
            let token = token(&secrets(), path, &options).unwrap();
            let query = format!("x=1&token={token}");
            let signed = verify(&both, path, &query, &now).unwrap();
            assert_eq!((signed.kind, signed.secret_index), (kind, 1));
            let late = VerifyUrlOptions { now: at(1_633_997_100) };
            let wrong = |path: &str, query: &str, secrets: &[SecretString], options| {
                let error = verify(secrets, path, query, options).unwrap_err();
                assert_eq!(*error.kind(), ErrorKind::InvalidSignature, "{error}");
                error.message().to_owned()
            };
            assert!(wrong(path, &query, &both, &late).contains("over"));
            assert!(wrong(path, &query, &both[..1], &now).contains("another secret"));
            assert!(wrong(path, "x=1", &both, &now).contains("no token"));
            assert!(wrong(path, "token=exp=1~x=2", &both, &now).contains("form"));
            wrong("/3b278cee-47bd-4276-8d7d-9cde5902b18c~1/nth/1/", &query, &both, &now);
        }
    }

    #[test]
    fn times_and_scopes_that_open_nothing() {
        let refuse = |options: SignUrlOptions| {
            let error = token(&secrets(), PATH, &options).unwrap_err();
            error.info().parameter.clone().unwrap()
        };
        let base = SignUrlOptions { now: at(1_633_990_000), ..Default::default() };
        let with_time = |lifetime, expires| SignUrlOptions {
            lifetime,
            expires_at: at(expires).filter(|_| expires > 0),
            ..base.clone()
        };
        assert_eq!(refuse(with_time(Some(0), 0)), "lifetime");
        assert_eq!(refuse(with_time(Some(LONGEST + 1), 0)), "lifetime");
        assert_eq!(refuse(with_time(Some(1), 1_633_990_001)), "lifetime");
        assert_eq!(refuse(with_time(None, 1_633_990_000)), "expires_at");
        assert_eq!(refuse(with_time(None, 1_633_990_001 + LONGEST)), "expires_at");
        assert!(token(&secrets(), PATH, &with_time(Some(LONGEST), 0)).is_ok());
        let with_acl = |acl: &str| SignUrlOptions { acl: Some(acl.to_owned()), ..base.clone() };
        for acl in ["", "x", "/other/", "/52da3bfc-7cd8-4861-8b05-126fef7a6994/x*", "/*/x", "/a b/"]
        {
            assert_eq!(refuse(with_acl(acl)), "acl", "{acl}");
        }
        let path = "/cdn/52da3bfc-7cd8-4861-8b05-126fef7a6994~3/archive/zip/R&D!+*.zip";
        let wildcard = SignUrlOptions { wildcard: Some(true), ..base.clone() };
        let signed = token(&secrets(), path, &wildcard).unwrap();
        assert!(
            signed.contains("acl=/cdn/52da3bfc-7cd8-4861-8b05-126fef7a6994%7e3/*~"),
            "{signed}"
        );
        let signed = token(&secrets(), path, &base).unwrap();
        assert!(signed.contains("/zip/R%26D%21%2b%2a.zip~hmac="), "{signed}");
        let now = VerifyUrlOptions { now: at(1_633_990_000) };
        verify(&secrets(), path, &format!("token={signed}"), &now).unwrap();
        let other = path.replace("+*", "+x");
        assert!(verify(&secrets(), &other, &format!("token={signed}"), &now).is_err());
        assert!(token(&secrets(), "/cdn/", &wildcard).is_err());
        for acl in ["/*", PATH, "/52da3bfc*"] {
            assert!(token(&secrets(), PATH, &with_acl(acl)).is_ok(), "{acl}");
        }
    }
}
