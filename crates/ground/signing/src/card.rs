//! A key on a card, a stick or in a hardware module, through its PKCS #11 library.

use crate::{Algorithm, Fault, Key};
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use der::Decode;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use x509_cert::Certificate;

/// `DigestInfo` of SHA-256 before the digest (RFC 8017, 9.2): the card pads, but does not hash.
const DIGEST_INFO: [u8; 19] =
    [0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];
/// Issuers on a card, at most.
const CHAIN_MOST: usize = 8;

/// The login to a device holds for the whole process: two persons at once would sign under the PIN of the first.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A key that stays on its device, while its holder is logged in.
pub struct Card {
    /// A session answers one question at a time.
    session: Mutex<Session>,
    key: ObjectHandle,
    chain: Vec<Vec<u8>>,
    algorithm: Algorithm,
}

impl Card {
    /// Logs in to the token with the label `token`, gives its key with the label `key` to `work`, and logs out; the
    /// certificate is the one with the key's id. Nobody else uses a device of this process meanwhile.
    ///
    /// # Errors
    /// [`Fault::WrongSecret`], [`Fault::Blocked`] when the device refuses further tries, [`Fault::Absent`] when library,
    /// token, key or certificate is not there, and what `work` fails with.
    pub fn with<T>(
        library: &Path,
        token: &str,
        key: &str,
        pin: &str,
        work: impl FnOnce(&Card) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let _alone = alone();
        let context = context(library)?;
        let slot = slot(&context, token)?;
        if context.get_token_info(slot).map_err(fault)?.user_pin_locked() {
            return Err(Fault::Blocked);
        }
        let session = context.open_ro_session(slot).map_err(fault)?;
        login(&session, &AuthPin::new(pin.into()))?;
        let card = Card::logged_in(session, key)?;
        let done = work(&card);
        let _ = card.session.lock().unwrap_or_else(PoisonError::into_inner).logout();
        done
    }

    /// Whether the token with this label is there, without a PIN.
    ///
    /// # Errors
    /// [`Fault::Absent`] when the library or the token is not, [`Fault::Blocked`] when it takes no PIN.
    pub fn look(library: &Path, token: &str) -> Result<(), Fault> {
        let _alone = alone();
        let context = context(library)?;
        let slot = slot(&context, token)?;
        if context.get_token_info(slot).map_err(fault)?.user_pin_locked() { Err(Fault::Blocked) } else { Ok(()) }
    }

    fn logged_in(session: Session, key: &str) -> Result<Card, Fault> {
        let wanted = [Attribute::Class(ObjectClass::PRIVATE_KEY), Attribute::Label(key.into())];
        let handle = session.find_objects(&wanted).map_err(fault)?.into_iter().next();
        let handle = handle.ok_or_else(|| Fault::Absent(format!("no key “{key}” on the token")))?;
        let chain = chain(&session, handle)?;
        let algorithm = Certificate::from_der(&chain[0])?.tbs_certificate.subject_public_key_info.algorithm.oid;
        let algorithm = Algorithm::of_public_key(algorithm).ok_or_else(|| Fault::Key("neither P-256 nor RSA".into()))?;
        Ok(Card { session: Mutex::new(session), key: handle, chain, algorithm })
    }
}

fn alone() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

fn context(library: &Path) -> Result<Pkcs11, Fault> {
    let context = Pkcs11::new(library).map_err(|error| Fault::Absent(error.to_string()))?;
    match context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
        Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => Ok(context),
        other => other.map(|()| context).map_err(fault),
    }
}

/// A login that was left behind is ended first: the PIN is always asked of the device.
fn login(session: &Session, pin: &AuthPin) -> Result<(), Fault> {
    match session.login(UserType::User, Some(pin)) {
        Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {
            session.logout().map_err(fault)?;
            session.login(UserType::User, Some(pin)).map_err(fault)
        }
        other => other.map_err(fault),
    }
}

/// What the device said, as something a person can act on.
fn fault(error: Error) -> Fault {
    match error {
        Error::Pkcs11(said, _) => said_fault(&said).unwrap_or_else(|| Fault::Key(error.to_string())),
        other => Fault::Key(other.to_string()),
    }
}

fn said_fault(said: &RvError) -> Option<Fault> {
    match said {
        RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange => Some(Fault::WrongSecret),
        RvError::PinLocked | RvError::PinExpired | RvError::UserNotLoggedIn | RvError::UserPinNotInitialized => {
            Some(Fault::Blocked)
        }
        RvError::TokenNotPresent | RvError::TokenNotRecognized | RvError::DeviceRemoved | RvError::SlotIdInvalid => {
            Some(Fault::Absent(said.to_string()))
        }
        _ => None,
    }
}

fn slot(context: &Pkcs11, token: &str) -> Result<Slot, Fault> {
    let slots = context.get_slots_with_initialized_token().map_err(fault)?;
    let named = |slot: &Slot| context.get_token_info(*slot).is_ok_and(|info| info.label() == token);
    slots.into_iter().find(named).ok_or_else(|| Fault::Absent(format!("no token “{token}”")))
}

/// The key's certificate, then its issuers as far as they are on the token.
fn chain(session: &Session, key: ObjectHandle) -> Result<Vec<Vec<u8>>, Fault> {
    let id = bytes(session, key, AttributeType::Id)?.ok_or_else(|| Fault::Key("the key has no id".into()))?;
    let class = Attribute::Class(ObjectClass::CERTIFICATE);
    let own = session.find_objects(&[class.clone(), Attribute::Id(id)]).map_err(fault)?.into_iter().next();
    let own = own.ok_or_else(|| Fault::Absent("the key has no certificate".into()))?;
    let first = bytes(session, own, AttributeType::Value)?.ok_or_else(|| Fault::Key("the certificate is empty".into()))?;
    let mut others = vec![];
    for handle in session.find_objects(&[class]).map_err(fault)? {
        others.extend(bytes(session, handle, AttributeType::Value)?);
    }
    let mut chain = vec![first];
    while let Some(next) = issuer(&chain, &others)? {
        chain.push(next);
    }
    Ok(chain)
}

fn issuer(chain: &[Vec<u8>], others: &[Vec<u8>]) -> Result<Option<Vec<u8>>, Fault> {
    let last = chain.last().filter(|_| chain.len() < CHAIN_MOST).map(|der| Certificate::from_der(der)).transpose()?;
    let Some(last) = last else { return Ok(None) };
    let above = |der: &&Vec<u8>| {
        !chain.contains(*der)
            && Certificate::from_der(der).is_ok_and(|other| other.tbs_certificate.subject == last.tbs_certificate.issuer)
    };
    Ok(others.iter().find(above).cloned())
}

fn bytes(session: &Session, object: ObjectHandle, kind: AttributeType) -> Result<Option<Vec<u8>>, Fault> {
    let found = session.get_attributes(object, &[kind]).map_err(fault)?;
    Ok(found.into_iter().find_map(|attribute| match attribute {
        Attribute::Id(bytes) | Attribute::Value(bytes) => Some(bytes),
        _ => None,
    }))
}

impl Key for Card {
    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    fn sign(&self, digest: &[u8; 32]) -> Result<Vec<u8>, Fault> {
        let session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        match self.algorithm {
            Algorithm::P256 => {
                let pair = session.sign(&Mechanism::Ecdsa, self.key, digest).map_err(fault)?;
                let signature = p256::ecdsa::Signature::from_slice(&pair).map_err(|error| Fault::Key(error.to_string()))?;
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Algorithm::Rsa => session.sign(&Mechanism::RsaPkcs, self.key, &[&DIGEST_INFO[..], digest].concat()).map_err(fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_device_says_is_something_to_do() {
        assert_eq!(said_fault(&RvError::PinIncorrect), Some(Fault::WrongSecret));
        assert_eq!(said_fault(&RvError::PinLocked), Some(Fault::Blocked));
        assert_eq!(said_fault(&RvError::PinExpired), Some(Fault::Blocked));
        assert!(matches!(said_fault(&RvError::DeviceRemoved), Some(Fault::Absent(_))));
        assert_eq!(said_fault(&RvError::FunctionFailed), None);
    }
}
