//! Rules first; then a report that is said: filed, heard, written down, read back, and its sound forgotten.

mod filing;
mod hearing;

use crate::model::{Note, ReadBack, State, Version};
use crate::rules;
use cases::Case;
use kernel::{Id, Moment};
use platform::{Config, Module};
use testing::{Reply, Town, Visitor};

pub const MEDINA: (&str, &str) = ("34.0389", "-6.8225");

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        assets::module(),
        procedures::module(),
        cases::module(),
        reports::module(),
        crate::module(),
    ]
}

async fn town() -> Town {
    town_where(|_| {}).await
}

async fn town_where(change: impl FnOnce(&mut Config)) -> Town {
    Town::configured(modules(), change).await
}

/// A sound of so many seconds, as a simple recorder writes it. `tone` makes it another one.
pub fn wav(secs: usize, tone: u8) -> Vec<u8> {
    let mut content = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
    content.extend(8_000_u32.to_le_bytes());
    content.extend(8_000_u32.to_le_bytes());
    content.extend(b"\x01\0\x08\0data\0\0\0\0");
    content.resize(44 + secs * 8_000, tone);
    content
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    page.split(&mark).nth(1).unwrap_or_else(|| panic!("no field {name}")).split('"').next().unwrap_or("").replace("&#x2f;", "/")
}

/// The form of a pothole in the medina, with a recording.
async fn say(visitor: &Visitor, more: &[(&str, &str)], sound: &[u8]) -> Reply {
    let fields =
        [&[("lat", MEDINA.0), ("lon", MEDINA.1), ("x_asked", "size after-works"), ("x_different", "yes")][..], more].concat();
    visitor.post_file("/ar/report/pothole", &fields, "voice", "note.wav", sound).await
}

/// A report that was said, with the listeners heard.
async fn said(town: &Town, more: &[(&str, &str)]) -> Case {
    let to = say(&town.visitor(), more, &wav(3, 0x80)).await.sent_to();
    town.drain().await;
    case(town, &to).await
}

async fn case(town: &Town, receipt: &str) -> Case {
    let code =
        receipt.rsplit_once("/receipt/").unwrap_or_else(|| panic!("{receipt}")).1.split('?').next().unwrap_or("").to_owned();
    town.reads(move |rx| cases::by_code(rx, &code)).await
}

async fn words(town: &Town, case: &Case) -> String {
    let case = case.clone();
    town.reads(move |rx| Ok(cases::unseal(rx, &case)?.words)).await
}

fn note(state: State, tries: i64) -> Note {
    let at = Moment::parse("2026-11-24T09:00:00Z").unwrap();
    let id = Id::parse("01936f2a-7a3b-7c4d-8e5f-0123456789ab").unwrap();
    Note {
        case: id.clone(),
        file: id,
        state,
        received_at: at,
        spoken: None,
        heard_at: None,
        read_back: None,
        tries,
        erased_at: None,
    }
}

fn version(seq: i64) -> Version {
    Version { seq, at: Moment::parse("2026-11-24T09:00:00Z").unwrap(), by: "staff".into(), words: "x".into() }
}

#[test]
fn a_transcript_is_written_once_and_corrected_once_before_it_is_read_back() {
    assert!(rules::may_write(&note(State::Waiting, 0)).is_ok());
    assert!(rules::may_write(&note(State::Heard, 0)).is_err() && rules::may_write(&note(State::Settled, 0)).is_err());
    assert!(rules::may_correct(&note(State::Heard, 0), &[version(0), version(1)], true).is_ok());
    assert!(rules::may_correct(&note(State::Heard, 0), &[version(1), version(2)], true).is_err());
    assert!(rules::may_correct(&note(State::Settled, 0), &[version(1)], true).is_err());
    assert!(rules::may_correct(&note(State::Waiting, 0), &[], true).is_err());
    let alone = Note { read_back: Some(ReadBack::Nobody), ..note(State::Settled, 0) };
    assert!(rules::may_correct(&alone, &[version(0), version(1)], true).is_ok(), "there is nobody to read it to");
    assert!(
        rules::may_correct(&alone, &[version(1)], false).is_err()
            && rules::may_correct(&alone, &[version(1), version(2)], true).is_err()
    );
}

#[test]
fn words_that_no_outcome_would_keep_are_refused() {
    for (outcome, typed, kept) in [
        (ReadBack::Confirmed, "", true),
        (ReadBack::Confirmed, " حفرة\r\nكبيرة ", true),
        (ReadBack::Confirmed, "حفرة صغيرة", false),
        (ReadBack::Unreached, "حفرة صغيرة", false),
        (ReadBack::Corrected, "حفرة صغيرة", true),
    ] {
        assert_eq!(rules::keeps_all(outcome, typed, "حفرة\nكبيرة").is_ok(), kept, "{outcome} {typed}");
    }
    assert!(rules::keeps_all(ReadBack::Confirmed, &"ا".repeat(2_001), "حفرة").is_err());
}

#[test]
fn three_calls_in_vain_are_enough() {
    let after = |state, tries, outcome| rules::after_call(&note(state, tries), outcome);
    assert_eq!(after(State::Heard, 0, ReadBack::Unreached), Ok((State::Heard, None, 1)));
    assert_eq!(after(State::Heard, 2, ReadBack::Unreached), Ok((State::Settled, Some(ReadBack::Unreached), 3)));
    assert_eq!(after(State::Heard, 1, ReadBack::Confirmed), Ok((State::Settled, Some(ReadBack::Confirmed), 1)));
    for state in [State::Waiting, State::Settled] {
        assert_eq!(after(state, 0, ReadBack::Confirmed).unwrap_err().key, "voice-not-to-read");
    }
}

#[test]
fn what_was_typed_stays_above_what_was_said() {
    assert_eq!(rules::joined("", "حفرة"), "حفرة");
    assert_eq!(rules::joined(" أمام المدرسة ", "حفرة"), "أمام المدرسة\n\nحفرة");
    assert_eq!(rules::words(" \u{200e} ").unwrap_err().key, "voice-needs-words");
    assert_eq!(rules::words(&"ا".repeat(2_001)).unwrap_err().key, "procedures-too-long");
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
