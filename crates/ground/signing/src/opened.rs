//! Opening a signed envelope and finding what is right and wrong in it.

use crate::envelope::SigningCertificateV2;
use crate::{chain, oid};
use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{ObjectIdentifier, OctetString};
use der::{Any, Decode, Encode, Reader, SliceReader};
use x509_cert::Certificate;

/// Certificates that travel with a signature, at most.
const CERTIFICATES_MOST: usize = 32;

/// An envelope with one signer whose certificate is inside.
pub struct Opened {
    data: SignedData,
    signer: SignerInfo,
    pub certificate: Certificate,
    /// All certificates that came along.
    pub pool: Vec<Certificate>,
}

/// Reads an envelope; what follows it must be zeros.
pub fn open(bytes: &[u8]) -> Result<Opened, String> {
    let mut reader = SliceReader::new(bytes).map_err(|error| error.to_string())?;
    let info = ContentInfo::decode(&mut reader).map_err(|error| format!("the envelope cannot be read: {error}"))?;
    let rest = usize::try_from(reader.position()).unwrap_or(bytes.len());
    if bytes[rest.min(bytes.len())..].iter().any(|byte| *byte != 0) {
        return Err("something stands behind the envelope".into());
    }
    if info.content_type != oid::SIGNED_DATA {
        return Err("the envelope is not a signature".into());
    }
    let data: SignedData = info.content.decode_as().map_err(|error| format!("the envelope cannot be read: {error}"))?;
    let pool: Vec<Certificate> = certificates(&data);
    let [signer] = data.signer_infos.0.as_slice() else { return Err("there must be one signer".into()) };
    let signer = signer.clone();
    let certificate = pool.iter().find(|candidate| is_of(&signer.sid, candidate)).cloned();
    Ok(Opened { certificate: certificate.ok_or("the signer's certificate is missing")?, data, signer, pool })
}

fn certificates(data: &SignedData) -> Vec<Certificate> {
    let all = data.certificates.iter().flat_map(|set| set.0.iter());
    let plain = all.filter_map(|choice| if let CertificateChoices::Certificate(own) = choice { Some(own.clone()) } else { None });
    plain.take(CERTIFICATES_MOST).collect()
}

fn is_of(signer: &SignerIdentifier, certificate: &Certificate) -> bool {
    let own = &certificate.tbs_certificate;
    match signer {
        SignerIdentifier::IssuerAndSerialNumber(id) => own.issuer == id.issuer && own.serial_number == id.serial_number,
        SignerIdentifier::SubjectKeyIdentifier(_) => false,
    }
}

impl Opened {
    /// The content that travels inside, with its kind.
    pub fn inside(&self) -> Option<(ObjectIdentifier, Vec<u8>)> {
        let content = self.data.encap_content_info.econtent.as_ref()?.decode_as::<OctetString>().ok()?;
        Some((self.data.encap_content_info.econtent_type, content.into_bytes()))
    }

    /// Whether there is no content inside: the signature is about bytes elsewhere.
    pub fn is_detached(&self) -> bool {
        self.data.encap_content_info.econtent.is_none()
    }

    pub fn signature(&self) -> &[u8] {
        self.signer.signature.as_bytes()
    }

    /// Whether the signed digest is that of these bytes.
    pub fn is_about(&self, parts: &[&[u8]]) -> bool {
        let signed = self.attribute(oid::MESSAGE_DIGEST).and_then(|value| value.decode_as::<OctetString>().ok());
        let real = chain::digest(self.signer.digest_alg.oid, parts);
        matches!((signed, real), (Some(signed), Some(real)) if signed.as_bytes() == real)
    }

    /// Whether the signer's key signed the attributes.
    pub fn is_signed(&self) -> bool {
        let message = self.signer.signed_attrs.as_ref().and_then(|attributes| attributes.to_der().ok());
        let key = &self.certificate.tbs_certificate.subject_public_key_info;
        let algorithm = self.signer.signature_algorithm.oid;
        message
            .is_some_and(|message| chain::verifies(key, algorithm, Some(self.signer.digest_alg.oid), &message, self.signature()))
    }

    /// What the profile asks of the attributes and is not there (ETSI EN 319 142-1, 6.3; RFC 5035).
    pub fn missing(&self, kind: ObjectIdentifier) -> Option<&'static str> {
        let said: Option<ObjectIdentifier> = self.attribute(oid::CONTENT_TYPE).and_then(|value| value.decode_as().ok());
        if said != Some(kind) || self.data.encap_content_info.econtent_type != kind {
            return Some("the kind of content is not the signed one");
        }
        if !self.names_its_certificate() {
            return Some("the signer's certificate is not bound in");
        }
        let has_time = self.attribute(oid::SIGNING_TIME).is_some();
        if kind == oid::DATA && has_time { Some("a time that PAdES does not allow") } else { None }
    }

    fn names_its_certificate(&self) -> bool {
        let Some(value) = self.attribute(oid::SIGNING_CERTIFICATE_V2) else { return self.has_old_binding() };
        let Ok(ess) = value.decode_as::<SigningCertificateV2>() else { return false };
        let Some(first) = ess.certs.first() else { return false };
        let hash = first.hash_algorithm.as_ref().map_or(oid::SHA256, |algorithm| algorithm.oid);
        let real = self.certificate.to_der().ok().and_then(|der| chain::digest(hash, &[&der]));
        real.is_some_and(|real| real == first.cert_hash.as_bytes())
    }

    /// Time stamp authorities still use the SHA-1 binding of RFC 2634; it is not judged, only accepted for stamps.
    fn has_old_binding(&self) -> bool {
        self.data.encap_content_info.econtent_type == oid::TST_INFO && self.attribute(oid::SIGNING_CERTIFICATE).is_some()
    }

    /// The time stamp token over the signature, DER.
    pub fn token(&self) -> Option<Vec<u8>> {
        let all = self.signer.unsigned_attrs.as_ref()?;
        let found = all.iter().find(|attribute| attribute.oid == oid::TIME_STAMP_TOKEN)?;
        found.values.iter().next()?.to_der().ok()
    }

    /// The value of a signed attribute that stands there once, with one value.
    fn attribute(&self, kind: ObjectIdentifier) -> Option<&Any> {
        let mut found = self.signer.signed_attrs.as_ref()?.iter().filter(|attribute| attribute.oid == kind);
        match (found.next(), found.next()) {
            (Some(only), None) if only.values.len() == 1 => only.values.get(0),
            _ => None,
        }
    }
}
