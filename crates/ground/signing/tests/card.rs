//! A key on a device, played by SoftHSM. Without the library the test says so and passes.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;
#[path = "common/hsm.rs"]
mod hsm;

use common::{PAPER, circle, intent, member};
use cryptoki::object::{Attribute, KeyType};
use cryptoki::session::Session;
use hsm::{PIN, common_attributes, library, put_certificate, put_p256};
use signing::{Card, Fault, Key, Purpose, Token, sign, verify};
use std::path::Path;

#[test]
fn a_card_signs_without_giving_its_key() {
    hsm::with_device("inside_a_process_with_a_card");
}

#[test]
#[ignore = "run by the test above, with a configuration of its own"]
fn inside_a_process_with_a_card() {
    let library = library().unwrap();
    let circle = circle();
    let token = member("بطاقة الرئيس", Purpose::Signer, &circle.root);
    let session = hsm::token(&library, "jamaa", Some(PIN));
    fill(&session, &token);
    session.logout().unwrap();
    drop(hsm::token(&library, "fresh", None));
    let refused = |library: &Path, token: &str, key: &str, pin: &str| Card::with(library, token, key, pin, |_| Ok(())).err();
    assert_eq!(refused(&library, "jamaa", "signature", "000000"), Some(Fault::WrongSecret));
    assert!(matches!(refused(&library, "jamaa", "other", PIN), Some(Fault::Absent(_))));
    assert!(matches!(refused(&library, "nobody", "signature", PIN), Some(Fault::Absent(_))));
    assert!(matches!(refused(Path::new("/nowhere.so"), "jamaa", "signature", PIN), Some(Fault::Absent(_))));
    assert_eq!(refused(&library, "fresh", "signature", PIN), Some(Fault::Blocked));
    assert_eq!(Card::look(&library, "jamaa"), Ok(()));
    assert!(matches!(Card::look(&library, "nobody"), Err(Fault::Absent(_))));
    let once = Card::with(&library, "jamaa", "signature", PIN, |card| {
        assert_eq!(card.chain(), token.chain());
        sign(PAPER, "president", &intent(), card, Some(&circle.tsa))
    });
    // A good PIN opens nothing for the next one.
    assert_eq!(refused(&library, "jamaa", "rsa", "000000"), Some(Fault::WrongSecret));
    let later = signing::Intent { when: 1_800_000_000, ..intent() };
    let (twice, rsa) = Card::with(&library, "jamaa", "rsa", PIN, |rsa| {
        Ok((sign(&once.unwrap(), "director", &later, rsa, None)?, rsa.chain().to_vec()))
    })
    .unwrap();
    let trust = [circle.trust(), rsa].concat();
    let report = verify(&twice, &trust);
    assert!(report.holds(), "{report:#?}");
    assert_eq!(report.signatures[0].signer.as_deref(), Some("بطاقة الرئيس"));
}

/// A P-256 and an RSA key, each with its certificates.
fn fill(session: &Session, token: &Token) {
    put_p256(session, &token.to_pem(None).unwrap());
    put_rsa(session, include_str!("fixtures/rsa.pem"));
    for (n, der) in token.chain().iter().enumerate() {
        put_certificate(session, der, if n == 0 { 1 } else { 9 });
    }
    put_certificate(session, &Token::open(include_str!("fixtures/rsa.pem"), None).unwrap().chain()[0], 2);
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
