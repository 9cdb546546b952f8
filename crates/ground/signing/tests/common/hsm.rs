//! A device for tests, played by SoftHSM (Debian package `softhsm2`).
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]
#![allow(dead_code, reason = "each test file uses its own part")]

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::object::{Attribute, CertificateType, KeyType, ObjectClass};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;
use der::{Decode, Encode};
use std::path::{Path, PathBuf};
use std::process::Command;
use x509_cert::Certificate;

pub const PIN: &str = "246810";

pub fn library() -> Option<PathBuf> {
    [
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    ]
    .into_iter()
    .map(PathBuf::from)
    .find(|path| path.exists())
}

/// Runs an ignored test of this executable with a device of its own: the library reads its configuration from the
/// environment, which only a process of its own can have. Without the library it says so and passes.
pub fn with_device(test: &str) {
    if library().is_none() {
        eprintln!("skipped: SoftHSM is not installed");
        return;
    }
    let folder = std::env::temp_dir().join(format!("jamaa-card-{}-{}", std::process::id(), test.len()));
    std::fs::create_dir_all(folder.join("tokens")).unwrap();
    let settings = folder.join("softhsm2.conf");
    std::fs::write(
        &settings,
        format!("directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n", folder.join("tokens").display()),
    )
    .unwrap();
    let done = Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored"])
        .env("SOFTHSM2_CONF", &settings)
        .output()
        .unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}

/// A new token with this label, its user logged in; without `pin` nobody can log in yet.
pub fn token(library: &Path, label: &str, pin: Option<&str>) -> Session {
    let context = Pkcs11::new(library).unwrap();
    let _ = context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK));
    let used = context.get_slots_with_initialized_token().unwrap();
    let slot = context.get_slots_with_token().unwrap().into_iter().find(|slot| !used.contains(slot)).unwrap();
    let officer = AuthPin::new("135791".into());
    context.init_token(slot, &officer, label).unwrap();
    let slots = context.get_slots_with_initialized_token().unwrap();
    let slot = slots.into_iter().find(|slot| context.get_token_info(*slot).unwrap().label() == label).unwrap();
    let session = context.open_rw_session(slot).unwrap();
    if let Some(pin) = pin {
        session.login(UserType::So, Some(&officer)).unwrap();
        session.init_pin(&AuthPin::new(pin.into())).unwrap();
        session.logout().unwrap();
        session.login(UserType::User, Some(&AuthPin::new(pin.into()))).unwrap();
    }
    session
}

pub fn common_attributes(label: &str, id: u8) -> Vec<Attribute> {
    vec![
        Attribute::Class(ObjectClass::PRIVATE_KEY),
        Attribute::Token(true),
        Attribute::Private(true),
        Attribute::Sensitive(true),
        Attribute::Sign(true),
        Attribute::Label(label.into()),
        Attribute::Id(vec![id]),
    ]
}

/// Puts the P-256 key of a PEM text under the label `signature` and the id 1.
pub fn put_p256(session: &Session, pem: &str) {
    use p256::pkcs8::DecodePrivateKey;
    let end = "-----END PRIVATE KEY-----\n";
    let key = p256::SecretKey::from_pkcs8_pem(&pem[..pem.find(end).unwrap() + end.len()]).unwrap();
    let curve = der::asn1::ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7").to_der().unwrap();
    let mut template = common_attributes("signature", 1);
    template.extend([Attribute::KeyType(KeyType::EC), Attribute::EcParams(curve), Attribute::Value(key.to_bytes().to_vec())]);
    session.create_object(&template).unwrap();
}

pub fn put_certificate(session: &Session, der: &[u8], id: u8) {
    let certificate = Certificate::from_der(der).unwrap().tbs_certificate;
    session
        .create_object(&[
            Attribute::Class(ObjectClass::CERTIFICATE),
            Attribute::CertificateType(CertificateType::X_509),
            Attribute::Token(true),
            Attribute::Private(false),
            Attribute::Id(vec![id]),
            Attribute::Subject(certificate.subject.to_der().unwrap()),
            Attribute::Issuer(certificate.issuer.to_der().unwrap()),
            Attribute::SerialNumber(certificate.serial_number.to_der().unwrap()),
            Attribute::Value(der.to_vec()),
        ])
        .unwrap();
}
