//! Making the signed envelope (CMS SignedData, RFC 5652) of a signature or a time stamp.

use crate::key::{self, Key};
use crate::{Fault, oid};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec};
use der::{Any, Decode, Encode, Sequence};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

/// Which certificate signed, said inside what is signed (RFC 5035): nobody can put another one in its place.
#[derive(Debug, Clone, Sequence)]
pub struct SigningCertificateV2 {
    pub certs: Vec<EssCertIdV2>,
    #[asn1(optional = "true")]
    pub policies: Option<Any>,
}

#[derive(Debug, Clone, Sequence)]
pub struct EssCertIdV2 {
    /// SHA-256 when absent.
    #[asn1(optional = "true")]
    pub hash_algorithm: Option<AlgorithmIdentifierOwned>,
    pub cert_hash: OctetString,
    #[asn1(optional = "true")]
    pub issuer_serial: Option<Any>,
}

/// What is signed: bytes kept elsewhere, known by their digest, or a content that travels inside.
pub enum Content<'a> {
    Detached([u8; 32]),
    Inside(ObjectIdentifier, &'a [u8]),
}

/// The envelope, DER. With `stamp`, the value of the signature is stamped and the token added unsigned (PAdES-B-T).
pub fn seal(content: Content, key: &dyn Key, when: i64, stamp: Option<Stamp>) -> Result<Vec<u8>, Fault> {
    let certificate = key::certificate(key, when)?;
    let (kind, inside, digest) = match content {
        Content::Detached(digest) => (oid::DATA, None, digest),
        Content::Inside(kind, bytes) => (kind, Some(OctetString::new(bytes)?), Sha256::digest(bytes).into()),
    };
    let mut signer = signer(key, &certificate, kind, digest)?;
    if let Some(stamp) = stamp {
        let token = stamp(&Sha256::digest(signer.signature.as_bytes()).into())?;
        signer.unsigned_attrs = Some(SetOfVec::try_from(vec![attribute(oid::TIME_STAMP_TOKEN, Any::from_der(&token)?)?])?);
    }
    let chain = key.chain().iter().map(|der| Certificate::from_der(der).map(CertificateChoices::Certificate));
    let data = SignedData {
        version: if inside.is_some() { CmsVersion::V3 } else { CmsVersion::V1 },
        digest_algorithms: SetOfVec::try_from(vec![sha256()])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: kind,
            econtent: inside.map(|bytes| Any::encode_from(&bytes)).transpose()?,
        },
        certificates: Some(CertificateSet::try_from(chain.collect::<der::Result<Vec<_>>>()?)?),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer])?,
    };
    Ok(ContentInfo { content_type: oid::SIGNED_DATA, content: Any::encode_from(&data)? }.to_der()?)
}

/// Asks for a time stamp token over a SHA-256 digest.
pub type Stamp<'a> = &'a dyn Fn(&[u8; 32]) -> Result<Vec<u8>, Fault>;

/// SHA-256 as it stands in envelopes and time stamps.
pub fn sha256() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: oid::SHA256, parameters: None }
}

fn signer(key: &dyn Key, certificate: &Certificate, kind: ObjectIdentifier, digest: [u8; 32]) -> Result<SignerInfo, Fault> {
    let attributes = attributes(certificate, kind, digest)?;
    let signature = key.sign(&Sha256::digest(attributes.to_der()?).into())?;
    Ok(SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.tbs_certificate.issuer.clone(),
            serial_number: certificate.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: sha256(),
        signed_attrs: Some(attributes),
        signature_algorithm: key.algorithm().identifier(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    })
}

/// The three attributes of PAdES-B-B. No signing-time: the claimed time is the `/M` of the PDF (ETSI EN 319 142-1, 6.3).
fn attributes(certificate: &Certificate, kind: ObjectIdentifier, digest: [u8; 32]) -> der::Result<SignedAttributes> {
    let ess = SigningCertificateV2 {
        certs: vec![EssCertIdV2 {
            hash_algorithm: None,
            cert_hash: OctetString::new(Sha256::digest(certificate.to_der()?).to_vec())?,
            issuer_serial: None,
        }],
        policies: None,
    };
    SetOfVec::try_from(vec![
        attribute(oid::CONTENT_TYPE, Any::encode_from(&kind)?)?,
        attribute(oid::MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?,
        attribute(oid::SIGNING_CERTIFICATE_V2, Any::encode_from(&ess)?)?,
    ])
}

pub(crate) fn attribute(kind: ObjectIdentifier, value: Any) -> der::Result<Attribute> {
    Ok(Attribute { oid: kind, values: SetOfVec::try_from(vec![value])? })
}
