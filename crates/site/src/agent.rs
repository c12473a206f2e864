//! What asks over the network.

use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::ring;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// What asks over the network: with the system's certificates, and no longer than this
/// for each answer.
pub fn agent(patience: Duration, name: &str) -> Agent {
    Agent::config_builder()
        .tls_config(tls())
        .user_agent(name)
        .timeout_global(Some(patience))
        .http_status_as_error(false)
        .max_redirects(5)
        .max_idle_connections(0)
        .build()
        .into()
}

/// What talks to one storage, a file after the other over connections that stay open; it
/// follows nobody elsewhere.
pub fn keeping(patience: Duration) -> Agent {
    Agent::config_builder()
        .tls_config(tls())
        .user_agent(concat!("site-upload/", env!("CARGO_PKG_VERSION")))
        .timeout_global(Some(patience))
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into()
}

fn tls() -> TlsConfig {
    TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&trusted()))
        .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()))
        .build()
}

/// The authorities that this machine trusts. Without any, no address with https
/// can be checked, and the answers say so.
fn trusted() -> Vec<Certificate<'static>> {
    let found = rustls_native_certs::load_native_certs();
    let certificates = found.certs.iter();
    certificates
        .map(|certificate| Certificate::from_der(certificate).to_owned())
        .collect()
}
