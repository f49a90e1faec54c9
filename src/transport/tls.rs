//! The TLS backends, and the certificate authorities that a client trusts.

use ureq::config::ConfigBuilder;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};
use ureq::typestate::AgentScope;

use crate::error::{Error, Result};

/// A TLS implementation; see [`ApiClientBuilder::tls`](crate::ApiClientBuilder::tls).
///
/// A variant exists if the feature of the same name is enabled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TlsBackend {
    /// [rustls](https://docs.rs/rustls), a TLS implementation in Rust. Trusts Mozilla's certificate authorities by default.
    #[cfg(feature = "rustls")]
    Rustls,
    /// The operating system's TLS implementation. Trusts the operating system's certificate authorities by default.
    #[cfg(feature = "native-tls")]
    NativeTls,
}

/// Applies the TLS settings of a client.
pub(crate) fn configure(
    config: ConfigBuilder<AgentScope>,
    backend: Option<TlsBackend>,
    root_certificates: Option<&[u8]>,
) -> Result<ConfigBuilder<AgentScope>> {
    let (provider, default_roots) = match backend.unwrap_or(DEFAULT) {
        #[cfg(feature = "rustls")]
        TlsBackend::Rustls => (TlsProvider::Rustls, RootCerts::WebPki),
        #[cfg(feature = "native-tls")]
        TlsBackend::NativeTls => (TlsProvider::NativeTls, RootCerts::PlatformVerifier),
    };
    let roots = match root_certificates {
        Some(pem) => RootCerts::new_with_certs(&certificates(pem)?),
        None => default_roots,
    };
    Ok(config.tls_config(TlsConfig::builder().provider(provider).root_certs(roots).build()))
}

#[cfg(feature = "rustls")]
const DEFAULT: TlsBackend = TlsBackend::Rustls;
#[cfg(not(feature = "rustls"))]
const DEFAULT: TlsBackend = TlsBackend::NativeTls;

/// Returns the certificates in PEM text.
fn certificates(pem: &[u8]) -> Result<Vec<Certificate<'static>>> {
    let invalid = |message| Error::configuration(format!("`root_certificates`: {message}"));
    let mut certificates = Vec::new();
    for item in parse_pem(pem) {
        // The parser's message may quote the text, which may contain a private key.
        if let PemItem::Certificate(certificate) = item.map_err(|_| invalid("invalid PEM"))? {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() {
        return Err(invalid("no certificate found; expected PEM text with `-----BEGIN CERTIFICATE-----`"));
    }
    Ok(certificates)
}
