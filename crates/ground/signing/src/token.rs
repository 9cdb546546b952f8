//! A key in a file: PKCS #8 and its certificates as PEM, plain or under a passphrase.

use crate::{Algorithm, Fault, Key, oid};
use der::pem::{LineEnding, decode_vec, encode_string};
use der::{Decode, Encode};
use p256::ecdsa::signature::hazmat::PrehashSigner;
use p256::elliptic_curve::rand_core::OsRng;
use pkcs8::{EncodePrivateKey, EncodePublicKey, EncryptedPrivateKeyInfo, PrivateKeyInfo, SecretDocument};
use sha2::Sha256;
use x509_cert::Certificate;

/// The least size of an RSA key, in bits.
const RSA_BITS_LEAST: usize = 2048;

/// A software token. P-256 is preferred: the RSA implementation does not hide its timing from one who can measure it.
pub struct Token {
    pub(crate) secret: Secret,
    pub(crate) chain: Vec<Vec<u8>>,
}

pub(crate) enum Secret {
    P256(p256::ecdsa::SigningKey),
    Rsa(Box<rsa::RsaPrivateKey>),
}

/// The certificates of a PEM text, DER; what is no certificate is passed over.
pub fn certificates(pem: &str) -> Vec<Vec<u8>> {
    let read = |block: &str| decode_vec(block.as_bytes()).ok().filter(|(label, _)| *label == "CERTIFICATE").map(|(_, der)| der);
    blocks(pem).into_iter().filter_map(read).collect()
}

impl Token {
    /// Reads a PEM text with one private key and its certificates, the signer's first.
    ///
    /// # Errors
    /// [`Fault::Locked`] where a passphrase is needed, [`Fault::WrongSecret`], [`Fault::Key`] for anything unusable.
    pub fn open(pem: &str, passphrase: Option<&str>) -> Result<Token, Fault> {
        let (mut secret, mut chain) = (None, vec![]);
        for block in blocks(pem) {
            let (label, der) = decode_vec(block.as_bytes()).map_err(|error| Fault::Key(error.to_string()))?;
            match label {
                "PRIVATE KEY" => secret = Some(read(PrivateKeyInfo::try_from(der.as_slice()).map_err(unusable)?)?),
                "ENCRYPTED PRIVATE KEY" => secret = Some(unlock(&der, passphrase)?),
                "CERTIFICATE" => chain.push(der),
                _ => {}
            }
        }
        let secret = secret.ok_or_else(|| Fault::Key("no private key".into()))?;
        let first = chain.first().ok_or_else(|| Fault::Key("no certificate".into()))?;
        let public = Certificate::from_der(first)?.tbs_certificate.subject_public_key_info.to_der()?;
        if public != secret.public()? {
            return Err(Fault::Key("the certificate belongs to another key".into()));
        }
        Ok(Token { secret, chain })
    }

    /// The token as PEM, under the passphrase if there is one.
    ///
    /// # Errors
    /// [`Fault::Key`] if the key cannot be written.
    pub fn to_pem(&self, passphrase: Option<&str>) -> Result<String, Fault> {
        let plain = self.secret.document()?;
        let mut text = match passphrase {
            None => plain.to_pem("PRIVATE KEY", LineEnding::LF)?.to_string(),
            Some(words) => {
                let info = PrivateKeyInfo::try_from(plain.as_bytes()).map_err(unusable)?;
                let sealed = info.encrypt(OsRng, words).map_err(unusable)?;
                sealed.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)?.to_string()
            }
        };
        for certificate in &self.chain {
            text += &encode_string("CERTIFICATE", LineEnding::LF, certificate).map_err(|error| Fault::Key(error.to_string()))?;
        }
        Ok(text)
    }
}

fn unusable(error: impl std::fmt::Display) -> Fault {
    Fault::Key(error.to_string())
}

/// The PEM blocks of a text; what stands between them is left aside.
fn blocks(pem: &str) -> Vec<&str> {
    let mut rest = pem;
    let mut found = vec![];
    while let Some(start) = rest.find("-----BEGIN ") {
        let block = &rest[start..];
        let Some(end) = block.find("-----END ").and_then(|end| block[end + 9..].find("-----").map(|close| end + 9 + close + 5))
        else {
            break;
        };
        found.push(&block[..end]);
        rest = &block[end..];
    }
    found
}

fn unlock(der: &[u8], passphrase: Option<&str>) -> Result<Secret, Fault> {
    let words = passphrase.ok_or(Fault::Locked)?;
    let sealed = EncryptedPrivateKeyInfo::try_from(der).map_err(unusable)?;
    let document: SecretDocument = sealed.decrypt(words).map_err(|_| Fault::WrongSecret)?;
    read(PrivateKeyInfo::try_from(document.as_bytes()).map_err(|_| Fault::WrongSecret)?)
}

fn read(info: PrivateKeyInfo) -> Result<Secret, Fault> {
    match info.algorithm.oid {
        oid::EC_KEY => p256::SecretKey::try_from(info).map(|key| Secret::P256(key.into())).map_err(unusable),
        oid::RSA => {
            let key = rsa::RsaPrivateKey::try_from(info).map_err(unusable)?;
            let bits = rsa::traits::PublicKeyParts::size(&key) * 8;
            if bits < RSA_BITS_LEAST {
                Err(Fault::Key("the RSA key is too short".into()))
            } else {
                Ok(Secret::Rsa(Box::new(key)))
            }
        }
        _ => Err(Fault::Key("neither P-256 nor RSA".into())),
    }
}

impl Secret {
    /// `SubjectPublicKeyInfo`, DER.
    fn public(&self) -> Result<Vec<u8>, Fault> {
        let document = match self {
            Secret::P256(key) => key.verifying_key().to_public_key_der(),
            Secret::Rsa(key) => key.to_public_key().to_public_key_der(),
        };
        Ok(document.map_err(unusable)?.into_vec())
    }

    fn document(&self) -> Result<SecretDocument, Fault> {
        match self {
            Secret::P256(key) => key.to_pkcs8_der(),
            Secret::Rsa(key) => key.to_pkcs8_der(),
        }
        .map_err(unusable)
    }
}

impl Key for Token {
    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn algorithm(&self) -> Algorithm {
        match self.secret {
            Secret::P256(_) => Algorithm::P256,
            Secret::Rsa(_) => Algorithm::Rsa,
        }
    }

    fn sign(&self, digest: &[u8; 32]) -> Result<Vec<u8>, Fault> {
        match &self.secret {
            Secret::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign_prehash(digest).map_err(unusable)?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            // Blinded, as far as this implementation can.
            Secret::Rsa(key) => key.sign_with_rng(&mut OsRng, rsa::Pkcs1v15Sign::new::<Sha256>(), digest).map_err(unusable),
        }
    }
}
