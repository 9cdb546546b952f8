//! The address of a PostgreSQL server, with `sslmode` and `sslrootcert` as `psql` reads them.

use crate::problem::{Problem, Result};
use kernel::Refusal;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use tokio_postgres::Config;
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

/// Where and how to connect.
pub(crate) struct Address {
    pub(crate) config: Config,
    /// The certificates that may vouch for the server; `None` for a plain line.
    tls: Option<Option<String>>,
}

impl Address {
    /// Without `sslmode` the line is plain. `require`, `verify-ca` and `verify-full` all check certificate and name: an
    /// encrypted line to nobody in particular protects nothing.
    pub(crate) fn parse(url: &str) -> Result<Address> {
        let (head, options) = url.split_once('?').unwrap_or((url, ""));
        let (mut rest, mut mode, mut roots) = (Vec::new(), "disable", None);
        for option in options.split('&').filter(|option| !option.is_empty()) {
            match option.split_once('=') {
                Some(("sslmode", value)) => mode = value,
                Some(("sslrootcert", value)) => roots = Some(value.replace("%2F", "/")),
                _ => rest.push(option),
            }
        }
        let tls = match mode {
            "disable" => None,
            "require" | "verify-ca" | "verify-full" => Some(roots),
            other => return Err(Refusal::new("platform-postgres-sslmode").with("mode", other).into()),
        };
        let plain = if rest.is_empty() { head.to_owned() } else { format!("{head}?{}", rest.join("&")) };
        let mut config: Config = plain.parse().map_err(|error| Problem::Unavailable(format!("database address: {error}")))?;
        config.ssl_mode(if tls.is_some() { SslMode::Require } else { SslMode::Disable });
        Ok(Address { config, tls })
    }

    /// How to make the line secret; `None` for a plain one.
    pub(crate) fn tls(&self) -> Result<Option<MakeRustlsConnect>> {
        let Some(roots) = &self.tls else { return Ok(None) };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let builder = builder.map_err(|error| Problem::internal(format!("tls: {error}")))?;
        let config = builder.with_root_certificates(trusted(roots.as_deref())?).with_no_client_auth();
        Ok(Some(MakeRustlsConnect::new(config)))
    }
}

/// The certificates of a file, or those that the machine trusts.
fn trusted(file: Option<&str>) -> Result<RootCertStore> {
    let mut store = RootCertStore::empty();
    let Some(path) = file else {
        store.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        return Ok(store);
    };
    let unreadable = |error: String| Refusal::new("platform-postgres-roots").with("path", path).with("error", error);
    let found = CertificateDer::pem_file_iter(path).map_err(|error| unreadable(error.to_string()))?;
    for one in found {
        let one = one.map_err(|error| unreadable(error.to_string()))?;
        store.add(one).map_err(|error| unreadable(error.to_string()))?;
    }
    if store.is_empty() { Err(unreadable("no certificate".into()).into()) } else { Ok(store) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_whether_the_line_is_secret() {
        let plain = Address::parse("postgres://jamaa:x@db.example/jamaa?connect_timeout=5").unwrap();
        assert!(plain.tls().unwrap().is_none());
        assert_eq!(plain.config.get_user(), Some("jamaa"));
        let secret = Address::parse("postgres://jamaa@db.example/jamaa?sslmode=verify-full&connect_timeout=5").unwrap();
        assert!(secret.tls().unwrap().is_some());
        assert_eq!(secret.config.get_ssl_mode(), SslMode::Require);
        assert_eq!(Address::parse("postgres://a@b/c?sslmode=allow").err().unwrap().code(), "platform-postgres-sslmode");
        let missing = Address::parse("postgres://a@b/c?sslmode=require&sslrootcert=/no/such.pem").unwrap();
        assert_eq!(missing.tls().err().unwrap().code(), "platform-postgres-roots");
    }
}
