//! Signed delivery: tokens that say what may be fetched, and until when.

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::percent_decode_str;
use sha2::Sha256;

/// Why a token does not let its bearer in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    Missing,
    Malformed,
    WrongSignature,
    Expired,
    Outside,
}

impl Refused {
    pub fn reason(self) -> &'static str {
        match self {
            Self::Missing => "The token is missing.",
            Self::Malformed => "The token can not be read.",
            Self::WrongSignature => "The signature of the token is wrong.",
            Self::Expired => "The token has expired.",
            Self::Outside => "The path is outside of what the token allows.",
        }
    }
}

/// Checks the token of a query against the secrets of a project, any of which will do.
pub(super) fn check(
    secrets: &[String],
    path: &str,
    query: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), Refused> {
    let pairs = query.unwrap_or_default().split('&');
    let raw = pairs.filter_map(|pair| pair.strip_prefix("token=")).next();
    let raw = raw.filter(|raw| !raw.is_empty()).ok_or(Refused::Missing)?;
    // Some clients encode the query whole; what is encoded within the token must stay so.
    let decoded = percent_decode_str(raw).decode_utf8_lossy();
    let token = if raw.contains("~hmac=") { raw } else { &*decoded };
    Token::read(token).ok_or(Refused::Malformed)?.check(secrets, path, now)
}

struct Token<'a> {
    /// What an ACL token signs.
    message: &'a str,
    expires: i64,
    acl: Option<&'a str>,
    hmac: Vec<u8>,
}

impl<'a> Token<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let (message, hmac) = text.rsplit_once("~hmac=")?;
        let (expires, rest) = match message.split_once('~') {
            Some((expires, rest)) => (expires, Some(rest)),
            None => (message, None),
        };
        let acl = match rest {
            Some(rest) => Some(rest.strip_prefix("acl=")?),
            None => None,
        };
        let expires = expires.strip_prefix("exp=")?.parse().ok()?;
        let lower = !hmac.bytes().any(|byte| byte.is_ascii_uppercase());
        let hmac = hex::decode(hmac).ok().filter(|_| lower)?;
        Some(Self { message, expires, acl, hmac })
    }

    fn check(&self, secrets: &[String], path: &str, now: DateTime<Utc>) -> Result<(), Refused> {
        let messages = match self.acl {
            Some(_) => vec![self.message.to_owned()],
            None => {
                let decoded = percent_decode_str(path).decode_utf8_lossy();
                [path, &decoded]
                    .map(|path| format!("{}~url={}", self.message, escaped(path)))
                    .into()
            }
        };
        let signed = |secret: &String| messages.iter().any(|text| self.is_signed(secret, text));
        if !secrets.iter().any(signed) {
            return Err(Refused::WrongSignature);
        }
        if self.expires <= now.timestamp() {
            return Err(Refused::Expired);
        }
        if self.acl.is_some_and(|acl| !allows(acl, path)) {
            return Err(Refused::Outside);
        }
        Ok(())
    }

    fn is_signed(&self, secret: &str, message: &str) -> bool {
        let key = hex::decode(secret).ok();
        let mac = key.and_then(|key| Hmac::<Sha256>::new_from_slice(&key).ok());
        mac.is_some_and(|mut mac| {
            mac.update(message.as_bytes());
            mac.verify_slice(&self.hmac).is_ok()
        })
    }
}

/// Whether a path is within an ACL, in which `*` stands for anything.
fn allows(acl: &str, path: &str) -> bool {
    let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let path = decoded(path);
    let parts: Vec<String> = acl.split('*').map(decoded).collect();
    let [first, middle @ .., last] = &parts[..] else { return path == decoded(acl) };
    let Some(mut rest) = path.strip_prefix(first.as_str()) else { return false };
    for part in middle {
        let Some(at) = rest.find(part.as_str()) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last.as_str())
}

/// A path as URL tokens sign it.
fn escaped(path: &str) -> String {
    let mut escaped = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b',' => {
                escaped.push(byte.into());
            }
            b' ' => escaped.push('+'),
            _ => escaped.push_str(&format!("%{byte:02x}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{Refused, allows, check, escaped};

    const SECRET: &str = "73636b61519adede42191efe1e73f02a67c7b692e3765f90c250c230be095211";
    const UUID: &str = "52da3bfc-7cd8-4861-8b05-126fef7a6994";

    /// Tokens as clients of the service are known to make them.
    #[test]
    fn published_tokens() {
        let secrets = ["00".to_owned(), SECRET.to_owned()];
        let exact = "81852547d9dbd9eefd24bee2cada6eab02244b9013533bc8511511923098df72";
        let prefix = "b2c7526a29d0588b121aa78bc2b2c9399bfb6e1cad3d95397efed722fdbc5a78";
        let url = "25c485fd7f85c19704013673c80d2a86df1b4241fb44cdfa7b7762cb27ef3f57";
        let exact = format!("exp=1633997100~acl=/{UUID}/~hmac={exact}");
        let prefix = format!("exp=1633997100~acl=/{UUID}/*~hmac={prefix}");
        let url = format!("exp=1633997100~hmac={url}");
        let own = format!("/{UUID}/");
        let named = format!("/{UUID}/name.jpg");
        let ask = |token: &str, path: &str, now: i64| {
            let query = format!("a=b&token={token}");
            check(&secrets, path, Some(&query), DateTime::from_timestamp(now, 0).unwrap())
        };
        for token in [&exact, &prefix, &url] {
            assert_eq!(ask(token, &own, 1_633_997_099), Ok(()), "{token}");
            assert_eq!(ask(token, &own, 1_633_997_100), Err(Refused::Expired), "{token}");
            let other = token.replace("1633997100", "1633997101");
            assert_eq!(ask(&other, &own, 0), Err(Refused::WrongSignature), "{token}");
            let encoded = token.replace('~', "%7E").replace('=', "%3D");
            assert_eq!(ask(&encoded, &own, 0), Ok(()), "{token}");
        }
        assert_eq!(ask(&exact, &named, 0), Err(Refused::Outside));
        assert_eq!(ask(&prefix, &named, 0), Ok(()));
        assert_eq!(ask(&url, &named, 0), Err(Refused::WrongSignature));
        for bad in ["x", "exp=1~acl=/*", "exp=x~acl=/*~hmac=00", "exp=1~x=/*~hmac=00", "~hmac=00"] {
            assert_eq!(ask(bad, &own, 0), Err(Refused::Malformed), "{bad}");
        }
        assert_eq!(ask("", &own, 0), Err(Refused::Missing));
    }

    /// Tokens that the service was seen to take.
    #[test]
    fn recorded_tokens() {
        let file = "/1bd27101-6f40-460a-9358-d44c282e9d16";
        let (group, escaped) = ("/3b278cee-47bd-4276-8d7d-9cde5902b18c~1", "%7e1");
        let member = format!("{group}/nth/0/");
        let crop = format!("{file}/-/crop/10x10/20,20/");
        let named = format!("{file}/-/preview/400x400/hello.txt");
        for (path, acl, hmac) in [
            (
                &member,
                member.replace("~1", escaped),
                "9df9a86460fab102dd0ecb4a36980a1f932b6ce5cf4bdc0307906451fcf8978e",
            ),
            (
                &crop,
                crop.clone(),
                "742ef029bef6b1806a2ecf1075e3df9676d9192963da54c54f4bb8e6240a1ef6",
            ),
            (
                &crop,
                crop.replace(',', "%2c"),
                "21c29dfdc6e13e02b0a8dd494a574f78c07c8ffa7f7ddf07bdd6315d4af44d84",
            ),
            (
                &named,
                format!("{file}/-/preview/400x400/*"),
                "e4d3477b3c5b88cc11ec916f2f853c82f3e83aa8119e85bc18a93eb5e7d84ded",
            ),
            (
                &member,
                String::new(),
                "3d18d965fbf5d93e434c11ca209e2a7068b50b00962ebf7a19eae357a098bdd2",
            ),
            (
                &crop,
                String::new(),
                "0bfdf8d6e104ab4228cd2321cac3e5a9951dffb1b0e235a5509915c6e78b7e76",
            ),
        ] {
            let acl = if acl.is_empty() { acl } else { format!("~acl={acl}") };
            let query = format!("token=exp=2015971200{acl}~hmac={hmac}");
            let secrets = [SECRET.to_owned()];
            let before = DateTime::from_timestamp(2_015_971_199, 0).unwrap();
            assert_eq!(check(&secrets, path, Some(&query), before), Ok(()), "{path}");
        }
    }

    #[test]
    fn acls() {
        for (acl, path, allowed) in [
            ("/*", "/a/b", true),
            ("/a%7e2/", "/a~2/", true),
            ("/a%7e2/*", "/a%7E2/nth/0/", true),
            ("/a/-/crop/1x1/2,3/", "/a/-/crop/1x1/2%2C3/", true),
            ("/a/-/crop/1x1/2%2c3/", "/a/-/crop/1x1/2,3/", true),
            ("/a/*/c/", "/a/b/c/", true),
            ("/a/*/c/", "/a/b/d/", false),
            ("/a/", "/a/b", false),
            ("/a/%2a", "/a/b", false),
        ] {
            assert_eq!(allows(acl, path), allowed, "{acl} {path}");
        }
        assert_eq!(escaped("/a~1/-/x/1,2/"), "%2fa%7e1%2f-%2fx%2f1,2%2f");
    }
}
