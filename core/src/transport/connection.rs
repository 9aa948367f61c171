//! The HTTP client below a transport, and what all of them in a process share.

use crate::{
    config::Config,
    error::{Error, ErrorKind, Result},
    process::PerProcess,
};
use reqwest::Certificate;
use rustls::{ClientConfig, RootCertStore, crypto::CryptoProvider, pki_types::CertificateDer};
use rustls_platform_verifier::Verifier;
use secrecy::ExposeSecret;
use std::{sync::Arc, time::Duration};

/// Shorter than servers keep an idle connection: one that they close just when a request goes out on it fails
/// a call that may not be repeated.
const IDLE: Duration = Duration::from_secs(30);

pub(super) fn http_client(config: &Config) -> Result<reqwest::Client> {
    let mut builder = reqwest::Client::builder()
        .connect_timeout(config.connect_timeout)
        .pool_idle_timeout(IDLE)
        // Credentials never travel along a redirect; the API has none.
        .redirect(reqwest::redirect::Policy::none())
        .tls_backend_preconfigured(tls(config.root_certificate.as_deref())?);
    if let Some(proxy) = &config.proxy {
        let proxy = reqwest::Proxy::all(proxy.expose_secret()).map_err(|_| {
            Error::configuration("proxy", "must be a URL such as http://proxy:3128")
        })?;
        builder = builder.proxy(proxy);
    }
    builder.build().map_err(|error| set_up_failed(&error.without_url()))
}

/// Reading the certificates of the machine takes milliseconds: all clients of a process share them. A forked
/// child reads its own, for a lock of the parent's may have been held at the moment of the fork.
fn tls(extra: Option<&str>) -> Result<ClientConfig> {
    static SHARED: PerProcess<ClientConfig> = PerProcess::new();

    let Some(pem) = extra else {
        return SHARED.get_or_try_make(|| tls_config(Vec::new())).cloned();
    };
    let wrong = || Error::configuration("root_certificate", "must be a certificate as PEM text");
    // Reads more forgivingly than it says, so an empty bundle is refused here.
    Certificate::from_pem_bundle(pem.as_bytes()).map_err(|_| wrong())?;
    let roots = rustls::pki_types::pem::PemObject::pem_slice_iter(pem.as_bytes())
        .collect::<Result<Vec<CertificateDer<'static>>, _>>()
        .ok()
        .filter(|roots| !roots.is_empty())
        .ok_or_else(wrong)?;
    tls_config(roots)
}

fn tls_config(extra: Vec<CertificateDer<'static>>) -> Result<ClientConfig> {
    // One that the program has chosen comes first.
    let provider = CryptoProvider::get_default()
        .cloned()
        .unwrap_or_else(|| Arc::new(rustls::crypto::aws_lc_rs::default_provider()));
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|error| set_up_failed(&error))?;
    let builder = match verifier(&extra, provider) {
        Ok(verifier) => builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier)),
        // An image without CA files must still build a client: fall back to the bundled roots.
        Err(_) => {
            let mut roots = RootCertStore::empty();
            let bundled = webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned();
            roots.add_parsable_certificates(bundled.chain(extra));
            builder.with_root_certificates(roots)
        }
    };
    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec!["h2".into(), "http/1.1".into()];
    Ok(config)
}

fn verifier(
    extra: &[CertificateDer<'static>],
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, rustls::Error> {
    // Android's takes none; there, an extra certificate is trusted beside the bundled ones.
    #[cfg(target_os = "android")]
    if !extra.is_empty() {
        return Err(rustls::Error::General("no extra roots here".to_owned()));
    }
    #[cfg(not(target_os = "android"))]
    if !extra.is_empty() {
        return Verifier::new_with_extra_roots(extra.iter().cloned(), provider);
    }
    Verifier::new(provider)
}

fn set_up_failed(error: &dyn std::error::Error) -> Error {
    Error::new(ErrorKind::Configuration, format!("cannot set up HTTPS: {error}"))
}
