//! Keys and sealing: AES-256-GCM under a key per record, HMAC look-ups, Ed25519 signatures (reliability.md 4).

use crate::problem::{Problem, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as B64;
use kernel::Refusal;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{Ed25519KeyPair, KeyPair};
use ring::{digest, hkdf, hmac};
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, RwLock};

/// The value of a record's key once its person was erased: it can never be made again.
pub const ERASED: &str = "erased";

/// The root key and what derives from it, per commune.
pub struct Keys {
    root: [u8; 32],
    random: SystemRandom,
    communes: RwLock<HashMap<String, Arc<CommuneKeys>>>,
}

struct CommuneKeys {
    wrap: LessSafeKey,
    blobs: hkdf::Prk,
    lookup: hmac::Key,
    signer: Ed25519KeyPair,
}

impl Keys {
    pub fn from_root(root: [u8; 32]) -> Self {
        Keys { root, random: SystemRandom::new(), communes: RwLock::default() }
    }

    /// A fresh root key for `jamaa init`.
    pub fn fresh() -> Result<Self> {
        let mut root = [0; 32];
        SystemRandom::new().fill(&mut root).map_err(|_| Problem::internal("no randomness"))?;
        Ok(Keys::from_root(root))
    }

    /// Reads the key file (64 hexadecimal digits).
    pub fn load(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| Refusal::new("platform-key-missing").with("path", path.display()).with("error", error))?;
        let root = decode_hex(text.trim()).ok_or_else(|| Refusal::new("platform-key-damaged").with("path", path.display()))?;
        Ok(Keys::from_root(root))
    }

    /// Writes the key file, readable by its owner alone. Never over an existing one.
    pub fn save(&self, path: &Path) -> Result<()> {
        use std::io::Write;
        use std::os::unix::fs::OpenOptionsExt;
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        writeln!(file, "{}", hex(&self.root))?;
        Ok(file.sync_all()?)
    }

    /// A short public name of the root key, stored with the data so that a wrong key is refused at start.
    pub fn fingerprint(&self) -> String {
        hex(&self.derive("", "fingerprint"))[..16].to_owned()
    }

    pub fn random<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes).map_err(|_| Problem::internal("no randomness"))?;
        Ok(bytes)
    }

    fn derive(&self, tenant: &str, purpose: &str) -> [u8; 32] {
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, b"jamaa-1").extract(&self.root);
        expand(&prk, &[tenant.as_bytes(), b"/", purpose.as_bytes()])
    }

    fn commune(&self, tenant: &str) -> Result<Arc<CommuneKeys>> {
        if let Some(found) = self.communes.read().ok().and_then(|keys| keys.get(tenant).cloned()) {
            return Ok(found);
        }
        let keys = Arc::new(CommuneKeys {
            wrap: aead_key(&self.derive(tenant, "records"))?,
            blobs: hkdf::Salt::new(hkdf::HKDF_SHA256, b"jamaa-blobs-1").extract(&self.derive(tenant, "blobs")),
            lookup: hmac::Key::new(hmac::HMAC_SHA256, &self.derive(tenant, "lookup")),
            signer: Ed25519KeyPair::from_seed_unchecked(&self.derive(tenant, "signature"))
                .map_err(|_| Problem::internal("signing key"))?,
        });
        if let Ok(mut all) = self.communes.write() {
            all.insert(tenant.to_owned(), keys.clone());
        }
        Ok(keys)
    }

    /// Signs with the commune's Ed25519 key; base 64.
    pub fn sign(&self, tenant: &str, message: &[u8]) -> Result<String> {
        Ok(B64.encode(self.commune(tenant)?.signer.sign(message)))
    }

    /// The commune's public key, as published; base 64.
    pub fn public_key(&self, tenant: &str) -> Result<String> {
        Ok(B64.encode(self.commune(tenant)?.signer.public_key()))
    }

    /// A keyed hash for look-up and search of sealed values, 64 bits as hexadecimal: equal values meet, others cannot guess.
    pub fn lookup(&self, tenant: &str, purpose: &str, value: &str) -> Result<String> {
        let mut context = hmac::Context::with_key(&self.commune(tenant)?.lookup);
        context.update(purpose.as_bytes());
        context.update(b"\0");
        context.update(value.as_bytes());
        Ok(hex(&context.sign().as_ref()[..8]))
    }

    /// A new key for one record: the vault seals its fields, `wrapped` is stored beside them.
    pub fn new_vault(&self, tenant: &str, table: &str, row: &str) -> Result<Vault> {
        let key: [u8; 32] = self.random()?;
        let aad = format!("{tenant}/{table}/{row}");
        let wrapped = seal(&self.commune(tenant)?.wrap, self.random()?, &aad, &key)?;
        Ok(Vault { key: aead_key(&key)?, place: aad, wrapped })
    }

    /// Opens the key stored beside a record. An erased record has none, for ever.
    pub fn open_vault(&self, tenant: &str, table: &str, row: &str, wrapped: &str) -> Result<Vault> {
        if wrapped == ERASED {
            return Err(Refusal::new("platform-erased").into());
        }
        let aad = format!("{tenant}/{table}/{row}");
        let key = open(&self.commune(tenant)?.wrap, &aad, wrapped)?;
        Ok(Vault { key: aead_key(&key)?, place: aad, wrapped: wrapped.to_owned() })
    }

    /// A keyed hash of a file, for asking whether the same one came before; it tells nothing of the content.
    pub fn mark(&self, tenant: &str, content: &[u8]) -> Result<String> {
        let mut context = hmac::Context::with_key(&self.commune(tenant)?.lookup);
        context.update(b"file\0");
        context.update(content);
        Ok(hex(context.sign().as_ref()))
    }

    pub(crate) fn seal_blob(&self, tenant: &str, address: &str, content: &[u8]) -> Result<Vec<u8>> {
        let key = aead_key(&expand(&self.commune(tenant)?.blobs, &[address.as_bytes()]))?;
        seal_bytes(&key, self.random()?, address, content)
    }

    pub(crate) fn open_blob(&self, tenant: &str, address: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let key = aead_key(&expand(&self.commune(tenant)?.blobs, &[address.as_bytes()]))?;
        open_bytes(&key, address, sealed)
    }
}

/// Checks a signature of a commune with its published key alone.
pub fn verify_signature(public_key: &str, message: &[u8], signature: &str) -> bool {
    let (Ok(key), Ok(signature)) = (B64.decode(public_key), B64.decode(signature)) else { return false };
    ring::signature::UnparsedPublicKey::new(&ring::signature::ED25519, key).verify(message, &signature).is_ok()
}

/// The key of one record in use.
pub struct Vault {
    key: LessSafeKey,
    place: String,
    wrapped: String,
}

impl Vault {
    /// What is stored in the record's `vault` column.
    pub fn wrapped(&self) -> &str {
        &self.wrapped
    }

    /// Seals one column of this record; short values are padded so that their length tells little.
    pub fn seal(&self, keys: &Keys, column: &str, text: &str) -> Result<String> {
        let mut plain = text.as_bytes().to_vec();
        let padded = plain.len().saturating_add(1).next_multiple_of(16);
        plain.push(0x80);
        plain.resize(padded, 0);
        seal(&self.key, keys.random()?, &format!("{}/{column}", self.place), &plain)
    }

    pub fn open(&self, column: &str, sealed: &str) -> Result<String> {
        let mut plain = open(&self.key, &format!("{}/{column}", self.place), sealed)?;
        let end = plain.iter().rposition(|byte| *byte == 0x80).ok_or_else(|| Problem::internal("sealed value damaged"))?;
        plain.truncate(end);
        String::from_utf8(plain).map_err(|_| Problem::internal("sealed value damaged"))
    }
}

fn aead_key(bytes: &[u8]) -> Result<LessSafeKey> {
    Ok(LessSafeKey::new(UnboundKey::new(&AES_256_GCM, bytes).map_err(|_| Problem::internal("key length"))?))
}

fn seal(key: &LessSafeKey, nonce: [u8; NONCE_LEN], aad: &str, plain: &[u8]) -> Result<String> {
    Ok(format!("1.{}", B64.encode(seal_bytes(key, nonce, aad, plain)?)))
}

fn open(key: &LessSafeKey, aad: &str, sealed: &str) -> Result<Vec<u8>> {
    let body = sealed.strip_prefix("1.").and_then(|body| B64.decode(body).ok());
    open_bytes(key, aad, &body.ok_or_else(|| Problem::internal("sealed value damaged"))?)
}

fn seal_bytes(key: &LessSafeKey, nonce: [u8; NONCE_LEN], aad: &str, plain: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(NONCE_LEN + plain.len() + 16);
    out.extend_from_slice(&nonce);
    let mut body = plain.to_vec();
    key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(aad.as_bytes()), &mut body)
        .map_err(|_| Problem::internal("sealing failed"))?;
    out.extend_from_slice(&body);
    Ok(out)
}

fn open_bytes(key: &LessSafeKey, aad: &str, sealed: &[u8]) -> Result<Vec<u8>> {
    let damaged = || Problem::internal("sealed value damaged, or sealed elsewhere");
    let (nonce, body) = sealed.split_at_checked(NONCE_LEN).ok_or_else(damaged)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| damaged())?;
    let mut body = body.to_vec();
    let plain = key.open_in_place(nonce, Aad::from(aad.as_bytes()), &mut body).map_err(|_| damaged())?;
    Ok(plain.to_vec())
}

fn expand(prk: &hkdf::Prk, info: &[&[u8]]) -> [u8; 32] {
    let mut out = [0; 32];
    // 32 bytes is always a permitted length for HKDF-SHA256.
    if let Ok(okm) = prk.expand(info, hkdf::HKDF_SHA256) {
        let _ = okm.fill(&mut out);
    }
    out
}

pub fn hex_sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)] as char, DIGITS[usize::from(b & 15)] as char]).collect()
}

fn decode_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut out = [0; 32];
    for (place, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_only_in_its_own_place() {
        let keys = Keys::fresh().unwrap();
        let vault = keys.new_vault("04.441.01.0", "cases_cases", "a").unwrap();
        let name = vault.seal(&keys, "name", "أمينة السلاوي").unwrap();
        let again = keys.open_vault("04.441.01.0", "cases_cases", "a", vault.wrapped()).unwrap();
        assert_eq!(again.open("name", &name).unwrap(), "أمينة السلاوي");
        assert!(again.open("phone", &name).is_err());
        assert!(keys.open_vault("04.441.01.0", "cases_cases", "b", vault.wrapped()).is_err());
        assert!(keys.open_vault("01.511.01.0", "cases_cases", "a", vault.wrapped()).is_err());
        assert!(Keys::fresh().unwrap().open_vault("04.441.01.0", "cases_cases", "a", vault.wrapped()).is_err());
        assert_eq!(keys.open_vault("04.441.01.0", "cases_cases", "a", ERASED).err().unwrap().code(), "platform-erased");
    }

    #[test]
    fn short_values_of_different_lengths_look_alike() {
        let keys = Keys::fresh().unwrap();
        let vault = keys.new_vault("t", "x", "a").unwrap();
        assert_eq!(vault.seal(&keys, "n", "Ali").unwrap().len(), vault.seal(&keys, "n", "Abdelkader").unwrap().len());
    }

    #[test]
    fn a_signature_is_checked_with_the_public_key_alone() {
        let keys = Keys::fresh().unwrap();
        let signature = keys.sign("t", b"receipt").unwrap();
        let public = keys.public_key("t").unwrap();
        assert!(verify_signature(&public, b"receipt", &signature));
        assert!(!verify_signature(&public, b"receipT", &signature));
        assert!(!verify_signature(&keys.public_key("u").unwrap(), b"receipt", &signature));
    }
}
