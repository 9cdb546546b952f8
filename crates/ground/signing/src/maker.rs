//! Making certificates: for the demo, for tests, and for a closed network that is its own root.

use crate::token::{Secret, Token};
use crate::{Fault, Key, chain, oid};
use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};
use p256::elliptic_curve::rand_core::{OsRng, RngCore};
use std::str::FromStr;
use std::time::Duration;
use x509_cert::builder::{Builder, CertificateBuilder, Profile};
use x509_cert::ext::pkix::ExtendedKeyUsage;
use x509_cert::ext::{AsExtension, Extension};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::{Time, Validity};
use x509_cert::{Certificate, der::oid::AssociatedOid};

/// What a certificate is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Signs the others, and itself.
    Root,
    /// A person or a seal that signs documents.
    Signer,
    /// A time stamp authority, and nothing else.
    TimeStamp,
}

/// Makes a P-256 key with its certificate, signed by `issuer` or by itself. Valid from `from` (seconds since 1970) for
/// `days`.
///
/// # Errors
/// [`Fault::Key`] for a name that cannot be written, an issuer that is no P-256 root, or a time out of range.
pub fn make(common_name: &str, purpose: Purpose, issuer: Option<&Token>, from: i64, days: u32) -> Result<Token, Fault> {
    let secret = p256::ecdsa::SigningKey::random(&mut OsRng);
    let above = match issuer.map(|token| &token.secret) {
        None => &secret,
        Some(Secret::P256(key)) => key,
        Some(Secret::Rsa(_)) => return Err(Fault::Key("the issuer must be P-256".into())),
    };
    let subject = name(common_name)?;
    let above_name = issuer.map_or_else(|| Ok(subject.clone()), subject_of)?;
    let profile = match purpose {
        Purpose::Root => Profile::Root,
        _ => Profile::Leaf { issuer: above_name, enable_key_agreement: false, enable_key_encipherment: false },
    };
    let public = SubjectPublicKeyInfoOwned::from_key(*secret.verifying_key()).map_err(unusable)?;
    let mut builder =
        CertificateBuilder::new(profile, serial()?, validity(from, days)?, subject, public, above).map_err(unusable)?;
    if purpose == Purpose::TimeStamp {
        builder.add_extension(&OnlyTimeStamps(ExtendedKeyUsage(vec![oid::TIME_STAMPING]))).map_err(unusable)?;
    }
    let certificate = builder.build::<p256::ecdsa::DerSignature>().map_err(unusable)?;
    let mut certificates = vec![certificate.to_der()?];
    certificates.extend(issuer.into_iter().flat_map(|issuer| issuer.chain().to_vec()));
    Ok(Token { secret: Secret::P256(secret), chain: certificates })
}

fn unusable(error: impl std::fmt::Display) -> Fault {
    Fault::Key(error.to_string())
}

/// The name as one part, whatever letters it has (RFC 4514 escapes).
fn name(common_name: &str) -> Result<Name, Fault> {
    let escaped: String = common_name
        .chars()
        .flat_map(|letter| ",+\"\\<>;=#".contains(letter).then_some('\\').into_iter().chain([letter]))
        .collect();
    Name::from_str(&format!("CN={escaped}")).map_err(unusable)
}

fn subject_of(token: &Token) -> Result<Name, Fault> {
    let first = token.chain().first().ok_or_else(|| Fault::Key("the issuer has no certificate".into()))?;
    Ok(Certificate::from_der(first)?.tbs_certificate.subject)
}

fn serial() -> Result<SerialNumber, Fault> {
    let mut bytes = [0; 16];
    OsRng.fill_bytes(&mut bytes);
    bytes[0] = bytes[0] & 0x7f | 0x40;
    Ok(SerialNumber::new(&bytes)?)
}

fn validity(from: i64, days: u32) -> Result<Validity, Fault> {
    let from = u64::try_from(from).map_err(unusable)?;
    let time = |seconds: u64| -> Result<Time, Fault> {
        let moment = der::DateTime::from_unix_duration(Duration::from_secs(seconds))?;
        // RFC 5280, 4.1.2.5: two digits for the year until 2049.
        Ok(if moment.year() < 2050 {
            Time::UtcTime(der::asn1::UtcTime::from_date_time(moment)?)
        } else {
            Time::GeneralTime(moment.into())
        })
    };
    Ok(Validity { not_before: time(from)?, not_after: time(from + u64::from(days) * 86_400)? })
}

/// The use “time stamps” as RFC 3161 wants it: critical.
struct OnlyTimeStamps(ExtendedKeyUsage);

impl AssociatedOid for OnlyTimeStamps {
    const OID: ObjectIdentifier = oid::EXTENDED_KEY_USAGE;
}

impl Encode for OnlyTimeStamps {
    fn encoded_len(&self) -> der::Result<der::Length> {
        self.0.encoded_len()
    }

    fn encode(&self, writer: &mut impl der::Writer) -> der::Result<()> {
        self.0.encode(writer)
    }
}

impl AsExtension for OnlyTimeStamps {
    fn critical(&self, _: &Name, _: &[Extension]) -> bool {
        true
    }
}

/// The name a token signs with.
pub fn signer_name(key: &dyn Key) -> Option<String> {
    Certificate::from_der(key.chain().first()?).ok().map(|certificate| chain::name(&certificate))
}

/// When the signer's certificate ends, in seconds since 1970.
pub fn expires(key: &dyn Key) -> Option<i64> {
    let certificate = Certificate::from_der(key.chain().first()?).ok()?;
    i64::try_from(certificate.tbs_certificate.validity.not_after.to_unix_duration().as_secs()).ok()
}
