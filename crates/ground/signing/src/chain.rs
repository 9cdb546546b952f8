//! From a certificate to a root that is trusted (RFC 5280, the part that a closed circle of issuers needs).

use crate::oid;
use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

/// Issuers between a signer and its root, at most.
const LENGTH_MOST: usize = 6;
/// Signatures checked while looking for a way, at most.
const CHECKS_MOST: usize = 64;

/// Whether the certificate leads to a trusted root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    Trusted,
    /// No issuer on the way is among the trusted.
    Unknown,
    /// There is a way, but not at the time of the signature: a certificate had expired or was not valid yet.
    OutOfDate,
    /// The certificate may not be used for this.
    Misused(String),
}

/// What a certificate is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Signature,
    TimeStamp,
}

/// Judges `leaf` at the time `at`, with `pool` as certificates on the way. Revocation is not looked up.
pub fn judge(leaf: &Certificate, pool: &[Certificate], trust: &[Certificate], used: Use, at: i64) -> Trust {
    if let Some(why) = misuse(leaf, used) {
        return Trust::Misused(why.into());
    }
    let mut walk = Walk { pool, trust, at, checks: CHECKS_MOST, out_of_date: false };
    match walk.reaches(leaf, 0) {
        true => Trust::Trusted,
        false if walk.out_of_date => Trust::OutOfDate,
        false => Trust::Unknown,
    }
}

struct Walk<'a> {
    pool: &'a [Certificate],
    trust: &'a [Certificate],
    at: i64,
    checks: usize,
    out_of_date: bool,
}

impl Walk<'_> {
    fn reaches(&mut self, certificate: &Certificate, depth: usize) -> bool {
        if !valid(certificate, self.at) {
            self.out_of_date = true;
            return false;
        }
        if self.trust.contains(certificate) {
            return true;
        }
        let (trust, pool) = (self.trust, self.pool);
        depth < LENGTH_MOST
            && trust.iter().chain(pool).any(|issuer| self.issued(issuer, certificate, depth) && self.reaches(issuer, depth + 1))
    }

    fn issued(&mut self, issuer: &Certificate, certificate: &Certificate, depth: usize) -> bool {
        let (above, below) = (&issuer.tbs_certificate, &certificate.tbs_certificate);
        if self.checks == 0 || issuer == certificate || above.subject != below.issuer || !may_issue(issuer, depth) {
            return false;
        }
        self.checks -= 1;
        let Ok(message) = below.to_der() else { return false };
        let Some(signature) = certificate.signature.as_bytes() else { return false };
        certificate.signature_algorithm.oid == below.signature.oid
            && verifies(&above.subject_public_key_info, certificate.signature_algorithm.oid, None, &message, signature)
    }
}

pub fn valid(certificate: &Certificate, at: i64) -> bool {
    let validity = &certificate.tbs_certificate.validity;
    let seconds = |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    (seconds(validity.not_before)..=seconds(validity.not_after)).contains(&at)
}

/// An extension with its critical flag; `Err` when it is there but cannot be read.
fn extension<T: for<'a> Decode<'a>>(certificate: &Certificate, kind: ObjectIdentifier) -> Result<Option<(bool, T)>, der::Error> {
    let all = certificate.tbs_certificate.extensions.iter().flatten();
    let found = all.into_iter().find(|extension| extension.extn_id == kind);
    found.map(|found| Ok((found.critical, T::from_der(found.extn_value.as_bytes())?))).transpose()
}

fn may_issue(issuer: &Certificate, depth: usize) -> bool {
    let constraints = extension::<BasicConstraints>(issuer, oid::BASIC_CONSTRAINTS);
    let usage = extension::<KeyUsage>(issuer, oid::KEY_USAGE);
    let is_authority = matches!(constraints, Ok(Some((_, limit))) if limit.ca && limit.path_len_constraint.is_none_or(|most| depth <= most.into()));
    is_authority && matches!(usage, Ok(usage) if usage.is_none_or(|(_, usage)| usage.key_cert_sign()))
}

fn misuse(leaf: &Certificate, used: Use) -> Option<&'static str> {
    match extension::<KeyUsage>(leaf, oid::KEY_USAGE) {
        Ok(None) => {}
        Ok(Some((_, usage))) if usage.digital_signature() || usage.non_repudiation() => {}
        _ => return Some("the certificate is not made for signatures"),
    }
    let extended = extension::<ExtendedKeyUsage>(leaf, oid::EXTENDED_KEY_USAGE);
    match (used, extended) {
        // RFC 3161, 2.3: this use alone, and critical.
        (Use::TimeStamp, Ok(Some((true, uses)))) if uses.0 == [oid::TIME_STAMPING] => None,
        (Use::TimeStamp, _) => Some("the certificate is not made for time stamps"),
        (Use::Signature, Ok(Some((_, uses)))) if uses.0 == [oid::TIME_STAMPING] => {
            Some("a time stamp certificate signs no documents")
        }
        (Use::Signature, Ok(_)) => None,
        (Use::Signature, Err(_)) => Some("the certificate has unreadable uses"),
    }
}

/// The common name of the subject, or the whole subject where there is none.
pub fn name(certificate: &Certificate) -> String {
    let subject = &certificate.tbs_certificate.subject;
    let parts = subject.0.iter().flat_map(|part| part.0.iter());
    let common = parts
        .filter(|part| part.oid == oid::COMMON_NAME)
        .find_map(|part| std::str::from_utf8(part.value.value()).ok().map(str::to_owned));
    common.unwrap_or_else(|| subject.to_string())
}

/// The digest by its name; `None` for what is unknown or too weak.
pub fn digest(algorithm: ObjectIdentifier, parts: &[&[u8]]) -> Option<Vec<u8>> {
    fn of<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
        parts.iter().fold(D::new(), |hash, part| hash.chain_update(part)).finalize().to_vec()
    }
    match algorithm {
        oid::SHA256 => Some(of::<Sha256>(parts)),
        oid::SHA384 => Some(of::<Sha384>(parts)),
        oid::SHA512 => Some(of::<Sha512>(parts)),
        _ => None,
    }
}

/// Whether the signature is right. `hash` is the digest named beside the algorithm, needed where that names none.
pub fn verifies(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: ObjectIdentifier,
    hash: Option<ObjectIdentifier>,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let (curve, own) = match algorithm {
        oid::ECDSA_SHA256 => (true, Some(oid::SHA256)),
        oid::ECDSA_SHA384 => (true, Some(oid::SHA384)),
        oid::ECDSA_SHA512 => (true, Some(oid::SHA512)),
        oid::RSA_SHA256 => (false, Some(oid::SHA256)),
        oid::RSA_SHA384 => (false, Some(oid::SHA384)),
        oid::RSA_SHA512 => (false, Some(oid::SHA512)),
        oid::RSA => (false, None),
        _ => return false,
    };
    let Some(hash) = own.or(hash) else { return false };
    let Some(digest) = digest(hash, &[message]) else { return false };
    if curve { p256_verifies(key, &digest, signature) } else { rsa_verifies(key, hash, &digest, signature) }
}

fn p256_verifies(key: &SubjectPublicKeyInfoOwned, digest: &[u8], signature: &[u8]) -> bool {
    let is_p256 = key.algorithm.oid == oid::EC_KEY
        && key.algorithm.parameters.as_ref().is_some_and(|curve| curve.decode_as() == Ok(oid::P256));
    let point = key.subject_public_key.as_bytes().filter(|_| is_p256);
    let key = point.and_then(|point| p256::ecdsa::VerifyingKey::from_sec1_bytes(point).ok());
    let signature = p256::ecdsa::Signature::from_der(signature);
    matches!((key, signature), (Some(key), Ok(signature)) if key.verify_prehash(digest, &signature).is_ok())
}

fn rsa_verifies(key: &SubjectPublicKeyInfoOwned, hash: ObjectIdentifier, digest: &[u8], signature: &[u8]) -> bool {
    use rsa::pkcs1::DecodeRsaPublicKey;
    use rsa::traits::PublicKeyParts;
    let bytes = key.subject_public_key.as_bytes().filter(|_| key.algorithm.oid == oid::RSA);
    let Some(key) = bytes.and_then(|bytes| rsa::RsaPublicKey::from_pkcs1_der(bytes).ok()) else { return false };
    let scheme = match hash {
        oid::SHA256 => rsa::Pkcs1v15Sign::new::<Sha256>(),
        oid::SHA384 => rsa::Pkcs1v15Sign::new::<Sha384>(),
        _ => rsa::Pkcs1v15Sign::new::<Sha512>(),
    };
    key.size() >= 256 && key.verify(scheme, digest, signature).is_ok()
}
