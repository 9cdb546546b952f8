//! Signing a paper: what a signature adds, and when there is none.

mod common;

use common::{PAPER, WHEN, circle, intent, member};
use signing::{Fault, Intent, Key, Level, Purpose, Since, Token, Trust, fields, make, sign, verify};

#[test]
fn a_signature_leaves_the_former_bytes_as_they_were() {
    let circle = circle();
    let once = circle.signed_once();
    let twice = circle.signed_twice();
    assert!(once.starts_with(PAPER));
    assert!(twice.len() > once.len());
    assert_eq!(fields(&twice).unwrap(), [("president".to_owned(), true), ("director".to_owned(), true)]);
}

#[test]
fn a_signature_says_who_when_where_and_why() {
    let circle = circle();
    let report = verify(&circle.signed_once(), &circle.trust());
    let finding = &report.signatures[0];
    assert!(report.holds());
    assert_eq!(finding.signer.as_deref(), Some("الرئيس"));
    assert_eq!((finding.reason.as_deref(), finding.location.as_deref()), (Some("موافقة"), Some("Azilal")));
    assert_eq!((finding.claimed, finding.level, &finding.trust), (Some(WHEN), Level::BB, &Trust::Trusted));
    assert!(finding.whole_file && finding.since == Since::Nothing);
}

#[test]
fn the_first_signature_holds_after_the_second() {
    let circle = circle();
    let report = verify(&circle.signed_twice(), &circle.trust());
    assert!(report.holds());
    assert_eq!(report.signatures[0].since, Since::LaterSignatures);
    assert!(!report.signatures[0].whole_file && report.signatures[1].whole_file);
    assert_eq!(report.signatures[1].signer.as_deref(), Some("Directrice, services"));
}

#[test]
fn a_field_is_signed_once() {
    let circle = circle();
    let again = sign(&circle.signed_once(), "president", &intent(), &circle.director, None);
    assert_eq!(again, Err(Fault::Signed("president".into())));
}

#[test]
fn a_field_nobody_declared_cannot_be_signed() {
    let circle = circle();
    let none = sign(PAPER, "mayor", &intent(), &circle.president, None);
    assert_eq!(none, Err(Fault::NoField("mayor".into())));
}

#[test]
fn a_certificate_signs_only_in_its_time() {
    let circle = circle();
    let at = |when| sign(PAPER, "president", &Intent { when, ..intent() }, &circle.president, None);
    assert_eq!(at(WHEN - 10 * 86_400), Err(Fault::NotYetValid));
    assert_eq!(at(WHEN + 400 * 86_400), Err(Fault::Expired));
}

#[test]
fn a_sealed_key_asks_for_its_passphrase() {
    let sealed = include_str!("fixtures/sealed.pem");
    assert_eq!(Token::open(sealed, None).err(), Some(Fault::Locked));
    assert_eq!(Token::open(sealed, Some("wrong")).err(), Some(Fault::WrongSecret));
    assert!(Token::open(sealed, Some("correct")).is_ok());
}

#[test]
fn a_token_is_written_and_read_again() {
    let token = circle().president;
    for words in [None, Some("كلمة السر")] {
        let back = Token::open(&token.to_pem(words).unwrap(), words).unwrap();
        assert_eq!(back.chain(), token.chain());
        assert_eq!(back.sign(&[7; 32]).unwrap(), token.sign(&[7; 32]).unwrap());
    }
}

#[test]
fn a_certificate_of_another_key_is_refused() {
    let circle = circle();
    let (one, two) = (circle.president.to_pem(None).unwrap(), circle.director.to_pem(None).unwrap());
    let key = one.split("-----BEGIN CERT").next().unwrap();
    let certificate = &two[two.find("-----BEGIN CERT").unwrap()..];
    assert!(matches!(Token::open(&format!("{key}{certificate}"), None), Err(Fault::Key(_))));
}

#[test]
fn an_rsa_key_made_elsewhere_signs_too() {
    let token = Token::open(include_str!("fixtures/rsa.pem"), None).unwrap();
    let when = 1_800_000_000;
    let signed = sign(PAPER, "president", &Intent { when, ..intent() }, &token, None).unwrap();
    assert!(verify(&signed, token.chain()).holds());
}

#[test]
fn a_root_nobody_trusts_is_said_to_be_unknown() {
    let circle = circle();
    let other = make("الجذر", Purpose::Root, None, WHEN - 86_400, 3650).unwrap();
    let report = verify(&circle.signed_once(), other.chain());
    assert_eq!(report.signatures[0].trust, Trust::Unknown);
    assert!(report.signatures[0].intact && !report.holds());
}

#[test]
fn a_signer_is_no_issuer() {
    let circle = circle();
    let forged = make("الرئيس", Purpose::Signer, Some(&circle.president), WHEN - 86_400, 365).unwrap();
    let signed = sign(PAPER, "president", &intent(), &forged, None).unwrap();
    assert_eq!(verify(&signed, &circle.trust()).signatures[0].trust, Trust::Unknown);
}

#[test]
fn a_time_stamp_certificate_signs_no_paper() {
    let circle = circle();
    let tsa = member("TSA", Purpose::TimeStamp, &circle.root);
    let signed = sign(PAPER, "president", &intent(), &tsa, None).unwrap();
    assert!(matches!(verify(&signed, &circle.trust()).signatures[0].trust, Trust::Misused(_)));
}

#[test]
fn an_expired_root_is_said_to_be_out_of_date() {
    let root = make("قصير", Purpose::Root, None, WHEN - 86_400, 1).unwrap();
    let signer = make("موقع", Purpose::Signer, Some(&root), WHEN - 86_400, 365).unwrap();
    let signed = sign(PAPER, "president", &Intent { when: WHEN + 86_400, ..intent() }, &signer, None).unwrap();
    assert_eq!(verify(&signed, root.chain()).signatures[0].trust, Trust::OutOfDate);
}

#[test]
fn a_paper_without_signatures_does_not_hold() {
    let report = verify(PAPER, &circle().trust());
    assert!(report.signatures.is_empty() && report.unreadable.is_none() && !report.holds());
}
