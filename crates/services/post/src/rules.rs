//! The law of orders by post: what may be doubted, what a tracking number is, where an order stands. Pure.

use crate::model::{Address, Entry, LetterState, Order, Stage};
use procedures::{Answers, Procedure, Question, QuestionKind};

/// The page of a procedure that asks for the act.
const ACT: &str = "act";

/// Whether a request is to be sent by post.
pub fn is_by_post(procedure: &Procedure, answers: &Answers) -> bool {
    procedure.state("posted").is_some() && answers.text("delivery") == Some("post")
}

/// The answers that can be held against the register: what was written of the act, and the person when it is his own.
pub fn comparable<'a>(procedure: &'a Procedure, answers: &Answers) -> Vec<&'a Question> {
    let written = |question: &&Question| {
        let kind = matches!(question.kind, QuestionKind::Text | QuestionKind::Number | QuestionKind::Date);
        question.page.as_deref() == Some(ACT) && kind && answers.0.contains_key(&question.id)
    };
    let own = procedure.question("applicant").filter(|_| !answers.0.contains_key("holder"));
    own.into_iter().chain(procedure.questions.iter().filter(written)).collect()
}

/// Where an order stands, by the state of its case and by what was found.
pub fn stage(state: &str, found: bool) -> Stage {
    match state {
        "missing" | "correction" => Stage::Doubt,
        "granted" => Stage::Pack,
        "posted" => Stage::Way,
        "came_back" => Stage::Back,
        "delivered" | "closed" => Stage::Done,
        "refused" | "withdrawn" => Stage::Dropped,
        _ if found => Stage::Copy,
        _ => Stage::LookUp,
    }
}

/// The questions that are put once more. What hung on another page is asked all the same: that page is not shown again.
pub fn asked_again(procedure: &Procedure, wanted: impl Fn(&str) -> bool) -> Vec<Question> {
    let again = procedure.questions.iter().filter(|question| wanted(&question.id));
    again.map(|question| Question { show_if: None, ..question.clone() }).collect()
}

/// The answers that are no longer what they were.
pub fn changed(given: Answers, before: &Answers) -> Answers {
    Answers(given.0.into_iter().filter(|(id, value)| before.0.get(id) != Some(value)).collect())
}

pub fn address(answers: &Answers) -> Address {
    let text = |id: &str| answers.text(id).unwrap_or_default().to_owned();
    let number = answers.0.get("postcode").and_then(serde_json::Value::as_f64);
    Address {
        receiver: text("receiver"),
        street: text("address"),
        postcode: number.map_or(String::new(), |number| format!("{number:05.0}")),
        town: text("town"),
    }
}

/// A number of registered mail (Universal Postal Union, S10): two letters, eight digits and their check digit, the country.
/// Typed or scanned, with or without blanks.
pub fn tracking(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .take(14)
        .map(|c| kernel::text::western_digit(c).to_ascii_uppercase())
        .collect();
    let bytes = plain.as_bytes();
    if bytes.len() != 13 || !plain.is_ascii() {
        return None;
    }
    let letters = bytes[..2].iter().chain(&bytes[11..]).all(u8::is_ascii_uppercase);
    let digits = bytes[2..11].iter().all(u8::is_ascii_digit);
    (letters && digits && check_digit(&bytes[2..10]) == bytes[10] - b'0').then_some(plain)
}

/// Weighted sum modulo 11; 10 is written 0, and 11 is written 5 (UPU S10).
fn check_digit(serial: &[u8]) -> u8 {
    const WEIGHTS: [u32; 8] = [8, 6, 4, 2, 3, 5, 9, 7];
    let sum: u32 = serial.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        other => u8::try_from(other).unwrap_or(0),
    }
}

/// Whether one piece of news may follow another: a letter that has arrived does not come back.
pub fn follows(now: LetterState, news: LetterState) -> bool {
    match now {
        LetterState::Prepared => false,
        LetterState::Handed | LetterState::Notice => !matches!(news, LetterState::Prepared | LetterState::Handed),
        _ => false,
    }
}

/// The order of the shelves: office, year, number; what is not known yet comes last.
pub fn shelf(entry: Option<&Entry>, answers: &Answers) -> (bool, String, i64, i64) {
    let number = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(i64::MAX);
    match entry {
        Some(entry) => (false, entry.office.clone(), entry.year, number(&entry.number)),
        None => {
            let year = answers.0.get("act_year").and_then(serde_json::Value::as_f64).map(|year| year as i64);
            let place = answers.text("office").unwrap_or_default().to_owned();
            (year.is_none(), place, year.unwrap_or(i64::MAX), number(answers.text("act_number").unwrap_or_default()))
        }
    }
}

/// Whether an act was found that agrees with what was asked.
pub fn agrees(order: &Order) -> bool {
    order.entry.is_some() && order.doubts.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tracking_number_has_its_check_digit_however_it_is_typed() {
        // The example of the standard, and two of our own arithmetic.
        assert_eq!(tracking("RR473124829GB").as_deref(), Some("RR473124829GB"));
        assert_eq!(tracking(" rr 47312482 9 gb ").as_deref(), Some("RR473124829GB"));
        assert_eq!(tracking("RR٤٧٣١٢٤٨٢٩GB").as_deref(), Some("RR473124829GB"));
        for wrong in ["RR473124828GB", "RR47312482GB", "4473124829GB", "RR473124829", "", "RR473124829GBX"] {
            assert_eq!(tracking(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_order_stands_where_its_case_stands() {
        let table = [
            ("filed", false, Stage::LookUp),
            ("filed", true, Stage::Copy),
            ("correction", false, Stage::Doubt),
            ("missing", true, Stage::Doubt),
            ("granted", true, Stage::Pack),
            ("posted", true, Stage::Way),
            ("came_back", true, Stage::Back),
            ("delivered", true, Stage::Done),
            ("refused", true, Stage::Dropped),
            ("withdrawn", false, Stage::Dropped),
        ];
        for (state, found, expected) in table {
            assert_eq!(stage(state, found), expected, "{state}");
        }
    }

    #[test]
    fn a_letter_that_arrived_does_not_come_back() {
        assert!(follows(LetterState::Handed, LetterState::Notice));
        assert!(follows(LetterState::Notice, LetterState::Returned));
        assert!(!follows(LetterState::Delivered, LetterState::Returned));
        assert!(!follows(LetterState::Prepared, LetterState::Delivered));
        assert!(!follows(LetterState::Notice, LetterState::Handed));
    }
}
