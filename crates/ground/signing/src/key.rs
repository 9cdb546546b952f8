//! What signs: a key that never leaves its place, with the certificates that vouch for it.

use crate::Fault;
use der::Decode;
use der::asn1::ObjectIdentifier;
use x509_cert::Certificate;
use x509_cert::spki::AlgorithmIdentifierOwned;

/// How a key signs a SHA-256 digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA on P-256; the signature is DER (RFC 3279).
    P256,
    /// RSA PKCS #1 v1.5, 2048 bits or more.
    Rsa,
}

impl Algorithm {
    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        match self {
            Algorithm::P256 => AlgorithmIdentifierOwned { oid: crate::oid::ECDSA_SHA256, parameters: None },
            Algorithm::Rsa => AlgorithmIdentifierOwned { oid: crate::oid::RSA, parameters: Some(der::asn1::Null.into()) },
        }
    }

    pub(crate) fn of_public_key(key: ObjectIdentifier) -> Option<Algorithm> {
        match key {
            crate::oid::EC_KEY => Some(Algorithm::P256),
            crate::oid::RSA => Some(Algorithm::Rsa),
            _ => None,
        }
    }
}

/// A signing key: in a file, on a card, or with a remote service. It sees a digest, never the document.
pub trait Key: Send + Sync {
    /// The signer's certificate first, then those that lead to the root, each DER.
    fn chain(&self) -> &[Vec<u8>];
    fn algorithm(&self) -> Algorithm;
    /// Signs a SHA-256 digest.
    ///
    /// # Errors
    /// [`Fault::Locked`], [`Fault::WrongSecret`], [`Fault::Key`].
    fn sign(&self, digest: &[u8; 32]) -> Result<Vec<u8>, Fault>;
}

/// The signer's certificate, if it may sign at `when` (seconds since 1970).
pub(crate) fn certificate(key: &dyn Key, when: i64) -> Result<Certificate, Fault> {
    let first = key.chain().first().ok_or_else(|| Fault::Key("no certificate".into()))?;
    let certificate = Certificate::from_der(first)?;
    let validity = &certificate.tbs_certificate.validity;
    let seconds = |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    if when < seconds(validity.not_before) {
        return Err(Fault::NotYetValid);
    }
    if when > seconds(validity.not_after) {
        return Err(Fault::Expired);
    }
    Ok(certificate)
}
