//! The rules of incoming SMS: how many of one telephone are read, how gateways name things, which language is answered.

use super::model::Arrived;
use kernel::{Lang, Phone, Refusal, text};
use platform::Fields;

/// SMS of one telephone that are read in an hour.
pub const AN_HOUR: i64 = 20;
/// Answers to one telephone: enough for a wrong code and its secret, too few to trouble whoever did not write at all.
pub const ANSWERS_AN_HOUR: i64 = 6;
pub const ANSWERS_A_DAY: i64 = 20;
pub const HOUR_SECS: i64 = 3_600;
/// Wrong secrets of one telephone, and of all telephones about one case, in a day.
pub const WRONG_PER_PHONE: i64 = 5;
pub const WRONG_PER_CASE: i64 = 10;
pub const DAY_SECS: i64 = 86_400;

/// Six joined parts of an SMS in Arabic are shorter.
const TEXT: usize = 480;
const MESSAGE: usize = 120;

/// The names under which gateways send the id, the sender, the words, and the secret.
const MESSAGE_NAMES: [&str; 5] = ["id", "message_id", "messageId", "MessageSid", "smsId"];
const FROM_NAMES: [&str; 5] = ["from", "sender", "msisdn", "From", "phone"];
const TEXT_NAMES: [&str; 5] = ["text", "message", "body", "Body", "content"];

/// Reads what a gateway sent. `None` for a sender that is no telephone (a bank, an operator): nobody could be answered.
pub fn read(fields: &Fields) -> Result<Option<Arrived>, Refusal> {
    let named = |names: &[&str], missing: &str| {
        names
            .iter()
            .find_map(|name| fields.opt(name))
            .map(str::to_owned)
            .ok_or_else(|| Refusal::new("sending-in-lacks").with("name", missing))
    };
    let message = named(&MESSAGE_NAMES, "id")?;
    if message.len() > MESSAGE || !message.chars().all(|c| c.is_ascii_graphic()) {
        return Err(Refusal::new("sending-in-lacks").with("name", "id"));
    }
    let from = named(&FROM_NAMES, "from")?;
    let words = named(&TEXT_NAMES, "text")?;
    let words: String = words.chars().take(TEXT).collect();
    let words = text::clean(&words, TEXT).map_err(|_| Refusal::new("sending-in-lacks").with("name", "text"))?;
    // Gateways leave the + away.
    let from = Phone::parse(&from).or_else(|| Phone::parse(&format!("+{from}")));
    Ok(from.map(|from| Arrived { message, from, text: words }))
}

/// Arabic letters are answered in Arabic, Tifinagh in Amazigh, everything else in French.
pub fn lang(text: &str) -> Lang {
    let any = |from: char, to: char| text.chars().any(|c| (from..=to).contains(&c));
    if any('\u{2d30}', '\u{2d7f}') {
        Lang::Zgh
    } else if any('\u{620}', '\u{64a}') || !text.chars().any(|c| c.is_ascii_alphabetic()) {
        Lang::Ar
    } else {
        Lang::Fr
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields { values: pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(), files: vec![] }
    }

    #[test]
    fn gateways_name_things_as_they_like() {
        let one = read(&fields(&[("id", "7"), ("from", "+212612345678"), ("text", " SAL  1 ")])).unwrap().unwrap();
        let other = read(&fields(&[("MessageSid", "7"), ("From", "212612345678"), ("Body", "SAL 1")])).unwrap().unwrap();
        assert_eq!(one, other);
        assert_eq!(read(&fields(&[("id", "7"), ("from", "InfoBank"), ("text", "x")])), Ok(None));
        for wrong in
            [&[("from", "0612345678"), ("text", "x")][..], &[("id", "7"), ("text", "x")], &[("id", "7"), ("from", "0612345678")]]
        {
            assert_eq!(read(&fields(wrong)).unwrap_err().key, "sending-in-lacks");
        }
        assert!(read(&fields(&[("id", &"7".repeat(200)), ("from", "0612345678"), ("text", "x")])).is_err());
        let long = read(&fields(&[("id", "7"), ("from", "0612345678"), ("text", &"ا".repeat(9_000))])).unwrap().unwrap();
        assert_eq!(long.text.chars().count(), TEXT);
    }

    #[test]
    fn the_letters_say_the_language() {
        for (text, expected) in [("سلام", Lang::Ar), ("bonjour", Lang::Fr), ("5", Lang::Ar), ("ⴰⵣⵓⵍ", Lang::Zgh), ("٥", Lang::Ar)]
        {
            assert_eq!(lang(text), expected, "{text}");
        }
    }
}
