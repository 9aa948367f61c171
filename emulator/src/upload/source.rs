//! The URLs that files are fetched from.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    time::Duration,
};

use url::{Host, ParseError, Url};

use super::error::UploadError;

/// How long a host name may take to be found.
const LOOKUP_TIME: Duration = Duration::from_secs(5);

/// Reads a URL and sees whether it leads to where a file may come from.
pub(super) async fn checked(text: &str, public_only: bool) -> Result<Url, UploadError> {
    let url = Url::parse(text).map_err(|error| match error {
        ParseError::RelativeUrlWithoutBase => UploadError::URL_SCHEME_REQUIRED,
        ParseError::EmptyHost => UploadError::URL_HOST_REQUIRED,
        ParseError::IdnaError
        | ParseError::InvalidIpv4Address
        | ParseError::InvalidIpv6Address
        | ParseError::InvalidDomainCharacter => UploadError::URL_HOST_MALFORMED,
        _ => UploadError::URL_UNPARSABLE,
    })?;
    check(&url, public_only).await?;
    Ok(url)
}

pub(super) async fn check(url: &Url, public_only: bool) -> Result<(), UploadError> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(UploadError::URL_SCHEME_INVALID);
    }
    let port = url.port_or_known_default().unwrap_or_default();
    let addresses = match url.host() {
        None => return Err(UploadError::URL_HOST_REQUIRED),
        Some(Host::Ipv4(address)) => vec![address.into()],
        Some(Host::Ipv6(address)) => vec![address.into()],
        Some(Host::Domain(name)) => found(name, port).await?,
    };
    if public_only && addresses.iter().any(|address| is_private(*address)) {
        return Err(UploadError::URL_HOST_PRIVATE);
    }
    Ok(())
}

async fn found(name: &str, port: u16) -> Result<Vec<IpAddr>, UploadError> {
    let lookup = tokio::net::lookup_host((name, port));
    match tokio::time::timeout(LOOKUP_TIME, lookup).await {
        Ok(Ok(addresses)) => Ok(addresses.map(|address| address.ip()).collect()),
        Ok(Err(_)) | Err(_) => Err(UploadError::HOST_NOT_FOUND),
    }
}

fn is_private(address: IpAddr) -> bool {
    let v4 = |address: Ipv4Addr| {
        address.is_private()
            || address.is_loopback()
            || address.is_link_local()
            || address.is_unspecified()
    };
    let v6 = |address: Ipv6Addr| {
        address.is_loopback()
            || address.is_unspecified()
            || address.is_unique_local()
            || address.is_unicast_link_local()
    };
    match address.to_canonical() {
        IpAddr::V4(address) => v4(address),
        IpAddr::V6(address) => v6(address),
    }
}

#[cfg(test)]
mod tests {
    use super::{checked, is_private};

    #[tokio::test]
    async fn what_is_no_source() {
        for (text, code) in [
            ("example.org/a", "URLSchemeRequiredError"),
            ("//example.org/a", "URLSchemeRequiredError"),
            ("ftp://127.0.0.1/a", "URLSchemeInvalidError"),
            ("data:,a", "URLSchemeInvalidError"),
            ("http://", "URLHostRequiredError"),
            ("http://a b/", "URLHostMalformedError"),
            ("http://[::1/", "URLHostMalformedError"),
            ("http://1.2.3.999/", "URLHostMalformedError"),
            ("http://127.0.0.1:99999/", "URLParsingFailedError"),
        ] {
            assert_eq!(checked(text, false).await.unwrap_err().code(), code, "{text}");
        }
        assert!(checked("http://127.0.0.1:1/a?b#c", false).await.is_ok());
        let refused = checked("http://127.0.0.1:1/", true).await.unwrap_err();
        assert_eq!(refused.code(), "URLHostPrivateIPForbiddenError");
    }

    #[test]
    fn addresses_that_are_not_public() {
        for text in [
            "10.1.2.3",
            "192.168.0.1",
            "169.254.1.1",
            "0.0.0.0",
            "::1",
            "fd00::1",
            "::ffff:10.0.0.1",
        ] {
            assert!(is_private(text.parse().unwrap()), "{text}");
        }
        for text in ["1.1.1.1", "2606:4700::1111"] {
            assert!(!is_private(text.parse().unwrap()), "{text}");
        }
    }
}
