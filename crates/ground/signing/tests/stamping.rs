//! Time stamps: a level more, and only from an authority that answers what was asked.

mod common;

use common::{PAPER, WHEN, circle, intent, member};
use signing::{Authority, Fault, Level, Purpose, Remote, TimeStamper, Trust, augment, sign, sign_with_room, verify};

#[test]
fn a_time_stamp_raises_the_level() {
    let circle = circle();
    let once = sign(PAPER, "president", &intent(), &circle.president, Some(&circle.tsa)).unwrap();
    let twice = sign(&once, "director", &intent(), &circle.director, Some(&circle.tsa)).unwrap();
    let report = verify(&twice, &circle.trust());
    assert!(report.holds());
    for finding in report.signatures {
        assert_eq!((finding.level, finding.stamped), (Level::BT, Some((WHEN + 60, "TSA".into()))));
    }
}

#[test]
fn an_authority_elsewhere_is_reached_through_what_the_caller_gives() {
    let circle = circle();
    let remote = Remote { send: |request: &[u8]| circle.tsa.answer(request).map_err(|fault| fault.to_string()) };
    let signed = sign(PAPER, "president", &intent(), &circle.president, Some(&remote)).unwrap();
    assert_eq!(verify(&signed, &circle.trust()).signatures[0].level, Level::BT);
}

#[test]
fn an_authority_that_is_silent_leaves_the_paper_unsigned() {
    let circle = circle();
    let silent = Remote { send: |_: &[u8]| Err("no route".to_owned()) };
    let signed = sign(PAPER, "president", &intent(), &circle.president, Some(&silent));
    assert_eq!(signed, Err(Fault::Stamp("no route".into())));
}

#[test]
fn an_answer_to_another_request_is_refused() {
    let circle = circle();
    let kept = std::sync::Mutex::new(None);
    let replay = Remote {
        send: |request: &[u8]| {
            let mut kept = kept.lock().unwrap();
            let answer = kept.get_or_insert_with(|| circle.tsa.answer(request).unwrap());
            Ok(answer.clone())
        },
    };
    assert!(replay.stamp(&[1; 32]).is_ok());
    assert_eq!(replay.stamp(&[1; 32]), Err(Fault::Stamp("the token answers another request".into())));
    assert_eq!(replay.stamp(&[2; 32]), Err(Fault::Stamp("the token is about something else".into())));
}

#[test]
fn a_signer_is_no_time_stamp_authority() {
    let circle = circle();
    let false_one = Authority { key: member("Signer", Purpose::Signer, &circle.root), clock: || WHEN };
    assert!(matches!(false_one.stamp(&[1; 32]), Err(Fault::Stamp(_))));
}

#[test]
fn a_stamp_of_an_unknown_authority_counts_for_nothing() {
    let (circle, stranger) = (circle(), common::circle());
    let signed = sign(PAPER, "president", &intent(), &circle.president, Some(&stranger.tsa)).unwrap();
    let finding = &verify(&signed, &circle.trust()).signatures[0];
    assert_eq!((finding.level, &finding.stamp_trust), (Level::BB, &Some(Trust::Unknown)));
    assert!(finding.holds());
}

#[test]
fn a_request_that_is_none_is_refused() {
    let circle = circle();
    for request in [&b""[..], b"0", &[0x30, 0x82, 0xff, 0xff], PAPER] {
        assert!(circle.tsa.answer(request).is_err());
    }
    let nonsense = Remote { send: |request: &[u8]| Ok(request.to_vec()) };
    assert!(matches!(nonsense.stamp(&[1; 32]), Err(Fault::Stamp(_))));
}

#[test]
fn a_signature_is_stamped_later_in_the_room_that_was_left() {
    let circle = circle();
    let plain = sign_with_room(PAPER, "president", &intent(), &circle.president).unwrap();
    assert_eq!(verify(&plain, &circle.trust()).signatures[0].level, Level::BB);
    let stamped = augment(&plain, "president", &circle.tsa).unwrap();
    assert_eq!(stamped.len(), plain.len());
    let report = verify(&stamped, &circle.trust());
    assert!(report.holds(), "{report:#?}");
    assert_eq!((report.signatures[0].level, report.signatures[0].whole_file), (Level::BT, true));
    assert!(matches!(augment(&stamped, "president", &circle.tsa), Err(Fault::Stamp(_))));
}

#[test]
fn a_signature_with_a_successor_is_not_stamped() {
    let circle = circle();
    assert!(matches!(augment(PAPER, "president", &circle.tsa), Err(Fault::Stamp(_))));
    let roomy = sign_with_room(PAPER, "president", &intent(), &circle.president).unwrap();
    let twice = sign_with_room(&roomy, "director", &intent(), &circle.director).unwrap();
    assert_eq!(augment(&twice, "president", &circle.tsa), Err(Fault::Stamp("a later revision covers the signature".into())));
    let last = augment(&twice, "director", &circle.tsa).unwrap();
    let levels: Vec<_> = verify(&last, &circle.trust()).signatures.iter().map(|one| (one.holds(), one.level)).collect();
    assert_eq!(levels, [(true, Level::BB), (true, Level::BT)]);
}
