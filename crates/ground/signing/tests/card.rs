//! A key on a device, played by SoftHSM (Debian package `softhsm2`). Without the library the test says so and passes.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::{PAPER, circle, intent, member};
use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::object::{Attribute, CertificateType, KeyType, ObjectClass};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;
use der::{Decode, Encode};
use signing::{Card, Fault, Key, Purpose, Token, sign, verify};
use std::path::{Path, PathBuf};
use std::process::Command;
use x509_cert::Certificate;

const PIN: &str = "246810";

fn library() -> Option<PathBuf> {
    [
        "/usr/lib/softhsm/libsofthsm2.so",
        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    ]
    .into_iter()
    .map(PathBuf::from)
    .find(|path| path.exists())
}

/// The library reads its configuration from the environment, which only a process of its own can have.
#[test]
fn a_card_signs_without_giving_its_key() {
    let Some(_) = library() else {
        println!("skipped: SoftHSM is not installed");
        return;
    };
    let folder = std::env::temp_dir().join(format!("jamaa-card-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("tokens")).unwrap();
    let settings = folder.join("softhsm2.conf");
    std::fs::write(
        &settings,
        format!("directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n", folder.join("tokens").display()),
    )
    .unwrap();
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["inside_a_process_with_a_card", "--exact", "--ignored"])
        .env("SOFTHSM2_CONF", &settings)
        .output()
        .unwrap();
    let _ = std::fs::remove_dir_all(&folder);
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
}

#[test]
#[ignore = "run by the test above, with a configuration of its own"]
fn inside_a_process_with_a_card() {
    let library = library().unwrap();
    let circle = circle();
    let token = member("بطاقة الرئيس", Purpose::Signer, &circle.root);
    fill(&library, &token);
    assert_eq!(Card::open(&library, "jamaa", "signature", "000000").err(), Some(Fault::WrongSecret));
    assert!(matches!(Card::open(&library, "jamaa", "other", PIN), Err(Fault::Key(_))));
    assert!(matches!(Card::open(&library, "nobody", "signature", PIN), Err(Fault::Key(_))));
    assert!(matches!(Card::open(Path::new("/nowhere.so"), "jamaa", "signature", PIN), Err(Fault::Key(_))));
    let card = Card::open(&library, "jamaa", "signature", PIN).unwrap();
    assert_eq!(card.chain(), token.chain());
    let once = sign(PAPER, "president", &intent(), &card, Some(&circle.tsa)).unwrap();
    let rsa = Card::open(&library, "jamaa", "rsa", PIN).unwrap();
    let later = signing::Intent { when: 1_800_000_000, ..intent() };
    let twice = sign(&once, "director", &later, &rsa, None).unwrap();
    let trust = [circle.trust(), rsa.chain().to_vec()].concat();
    let report = verify(&twice, &trust);
    assert!(report.holds(), "{report:#?}");
    assert_eq!(report.signatures[0].signer.as_deref(), Some("بطاقة الرئيس"));
}

/// Makes a token with a P-256 and an RSA key, each with its certificates.
fn fill(library: &Path, token: &Token) {
    let context = Pkcs11::new(library).unwrap();
    context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)).unwrap();
    let slot = context.get_slots_with_token().unwrap()[0];
    let officer = AuthPin::new("135791".into());
    context.init_token(slot, &officer, "jamaa").unwrap();
    let session = context.open_rw_session(slot).unwrap();
    session.login(UserType::So, Some(&officer)).unwrap();
    session.init_pin(&AuthPin::new(PIN.into())).unwrap();
    session.logout().unwrap();
    session.login(UserType::User, Some(&AuthPin::new(PIN.into()))).unwrap();
    let pem = token.to_pem(None).unwrap();
    put_p256(&session, &pem);
    put_rsa(&session, include_str!("fixtures/rsa.pem"));
    for (n, der) in token.chain().iter().enumerate() {
        put_certificate(&session, der, if n == 0 { 1 } else { 9 });
    }
    put_certificate(&session, &Token::open(include_str!("fixtures/rsa.pem"), None).unwrap().chain()[0], 2);
    session.logout().unwrap();
}

fn common_attributes(label: &str, id: u8) -> Vec<Attribute> {
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

fn put_p256(session: &Session, pem: &str) {
    use p256::pkcs8::DecodePrivateKey;
    let end = "-----END PRIVATE KEY-----\n";
    let key = p256::SecretKey::from_pkcs8_pem(&pem[..pem.find(end).unwrap() + end.len()]).unwrap();
    let curve = der::asn1::ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7").to_der().unwrap();
    let mut template = common_attributes("signature", 1);
    template.extend([Attribute::KeyType(KeyType::EC), Attribute::EcParams(curve), Attribute::Value(key.to_bytes().to_vec())]);
    session.create_object(&template).unwrap();
}

fn put_rsa(session: &Session, pem: &str) {
    use rsa::pkcs8::DecodePrivateKey;
    use rsa::traits::{PrivateKeyParts, PublicKeyParts};
    let end = "-----END PRIVATE KEY-----\n";
    let from = pem.find("-----BEGIN PRIVATE").unwrap();
    let key = rsa::RsaPrivateKey::from_pkcs8_pem(&pem[from..pem.find(end).unwrap() + end.len()]).unwrap();
    let mut template = common_attributes("rsa", 2);
    template.extend([
        Attribute::KeyType(KeyType::RSA),
        Attribute::Modulus(key.n().to_bytes_be()),
        Attribute::PublicExponent(key.e().to_bytes_be()),
        Attribute::PrivateExponent(key.d().to_bytes_be()),
        Attribute::Prime1(key.primes()[0].to_bytes_be()),
        Attribute::Prime2(key.primes()[1].to_bytes_be()),
        Attribute::Exponent1(key.dp().unwrap().to_bytes_be()),
        Attribute::Exponent2(key.dq().unwrap().to_bytes_be()),
        Attribute::Coefficient(key.crt_coefficient().unwrap().to_bytes_be()),
    ]);
    session.create_object(&template).unwrap();
}

fn put_certificate(session: &Session, der: &[u8], id: u8) {
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
