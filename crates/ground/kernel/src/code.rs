//! What the applicant keeps: a public code that survives the telephone, and a secret PIN.

use crate::text::{is_invisible, western_digit};
use crate::{FromValue, ToValue, Value};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX: usize = 3;
const BODY: usize = 8;

/// The public code of a case, shaped `SAL-7K3Q-9MPX-R`: the commune's prefix, 40 random bits, a check character.
///
/// The check works in the field GF(32) (x⁵ + x² + 1): the sum of all characters, each times its own power of x,
/// must be zero. The powers differ, so one wrong character or any two exchanged characters are always noticed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicCode(String);

impl PublicCode {
    /// The prefix belongs to the commune's settings: its first three letters count, `X` stands for a missing one.
    pub fn new(prefix: &str, random: [u8; 5]) -> Self {
        let letters = prefix.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase());
        let prefix: String = letters.chain(std::iter::repeat('X')).take(PREFIX).collect();
        let bits = random.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        let body: String = (0..BODY).rev().map(|place| letter((bits >> (5 * place)) as u8 & 31)).collect();
        PublicCode::shaped(&prefix, &body, check(&prefix, &body))
    }

    /// Reads what a person typed: any case, hyphens and blanks anywhere, I and L for 1, O for 0, Arabic digits.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let typed: Vec<char> =
            text.chars().filter(|c| !is_separator(*c)).map(|c| western_digit(c).to_ascii_uppercase()).collect();
        let (prefix, rest) = typed.split_at_checked(PREFIX)?;
        if rest.len() != BODY + 1 || !prefix.iter().all(char::is_ascii_uppercase) {
            return None;
        }
        let prefix: String = prefix.iter().collect();
        let rest: String = rest.iter().map(|c| value(*c).map(letter)).collect::<Option<_>>()?;
        let body = &rest[..BODY];
        let checked = check(&prefix, body);
        rest.ends_with(checked).then(|| PublicCode::shaped(&prefix, body, checked))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn shaped(prefix: &str, body: &str, check: char) -> Self {
        let (first, last) = body.split_at(BODY / 2);
        PublicCode(format!("{prefix}-{first}-{last}-{check}"))
    }
}

impl fmt::Display for PublicCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PublicCode {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        PublicCode::parse(&text).ok_or("not a public code")
    }
}

impl From<PublicCode> for String {
    fn from(code: PublicCode) -> String {
        code.0
    }
}

impl ToValue for PublicCode {
    fn to_value(&self) -> Value {
        Value::Text(self.0.clone())
    }
}

impl FromValue for PublicCode {
    fn from_value(value: &Value) -> Option<Self> {
        PublicCode::parse(&String::from_value(value)?)
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '-' | '_' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn letter(value: u8) -> char {
    char::from(ALPHABET[usize::from(value & 31)])
}

fn value(typed: char) -> Option<u8> {
    let c = match typed {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == c).map(|place| place as u8)
}

/// One step in GF(32): times x, reduced by x⁵ + x² + 1.
fn times_x(element: u8) -> u8 {
    let doubled = element << 1;
    if doubled & 32 == 0 { doubled } else { (doubled ^ 0b10_0101) & 31 }
}

fn check(prefix: &str, body: &str) -> char {
    // Only a prefix holds I and U; they take values of digits, which no prefix holds.
    let in_prefix = |c: char| match c {
        'I' => Some(2),
        'U' => Some(3),
        other => value(other),
    };
    let values = prefix.chars().filter_map(in_prefix).chain(body.chars().filter_map(value));
    letter(values.fold(0, |sum, value| times_x(sum ^ value)))
}

/// Six digits on the receipt that open the content of a case. Keep only a keyed hash of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// Sixty-four random bits make the bias of the remainder smaller than one in ten million million.
    pub fn new(random: [u8; 8]) -> Self {
        Pin(format!("{:06}", u64::from_be_bytes(random) % 1_000_000))
    }

    pub fn parse(text: &str) -> Option<Self> {
        let typed = text.chars().filter(|c| !is_separator(*c)).map(western_digit);
        let digits: String = typed.take(7).collect();
        (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Pin(digits))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::{ALPHABET, Pin, PublicCode};

    fn sample() -> Vec<PublicCode> {
        let seeds = [[0; 5], [255; 5], [1, 2, 3, 4, 5], [0x39, 0xc7, 0x74, 0xa6, 0x9d], [200, 0, 17, 0, 99]];
        seeds.into_iter().flat_map(|seed| ["SAL", "LUO", "zzz"].map(|prefix| PublicCode::new(prefix, seed))).collect()
    }

    #[test]
    fn a_code_has_its_shape_and_reads_itself() {
        for code in sample() {
            let groups: Vec<usize> = code.as_str().split('-').map(str::len).collect();
            assert_eq!(groups, [3, 4, 4, 1], "{code}");
            assert_eq!(PublicCode::parse(code.as_str()), Some(code));
        }
        assert!(PublicCode::new("SAL", [0; 5]).as_str().starts_with("SAL-0000-0000-"));
        assert!(PublicCode::new("SAL", [255; 5]).as_str().starts_with("SAL-ZZZZ-ZZZZ-"));
        assert!(PublicCode::new("s", [0; 5]).as_str().starts_with("SXX-"));
    }

    #[test]
    fn one_wrong_character_never_names_another_case() {
        for code in sample() {
            let typed: Vec<char> = code.as_str().replace('-', "").chars().collect();
            for place in 0..typed.len() {
                let others: Vec<char> =
                    if place < 3 { ('A'..='Z').collect() } else { ALPHABET.iter().map(|b| char::from(*b)).collect() };
                for other in others.into_iter().filter(|c| *c != typed[place]) {
                    let mut wrong = typed.clone();
                    wrong[place] = other;
                    assert_eq!(PublicCode::parse(&wrong.iter().collect::<String>()), None, "{code} {place} {other}");
                }
            }
        }
    }

    #[test]
    fn two_exchanged_neighbours_never_name_another_case() {
        for code in sample() {
            let typed: Vec<char> = code.as_str().replace('-', "").chars().collect();
            for place in (0..typed.len() - 1).filter(|p| typed[*p] != typed[p + 1]) {
                let mut wrong = typed.clone();
                wrong.swap(place, place + 1);
                assert_eq!(PublicCode::parse(&wrong.iter().collect::<String>()), None, "{code} {place}");
            }
        }
    }

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = PublicCode::new("SAL", [0, 0, 0, 0, 33]);
        assert_eq!(&code.as_str()[..13], "SAL-0000-0011");
        let check = code.as_str().chars().last().unwrap();
        for typed in ["sal 0000 0011 ", "SALoooo00il", "sal-٠٠٠٠-٠٠١١-", "\u{2066}SAL–0000–00Il–\u{2069}", "S A L.0O0o_0 0 L1"]
        {
            assert_eq!(PublicCode::parse(&format!("{typed}{check}")), Some(code.clone()), "{typed}");
        }
        for wrong in ["", "SAL", "SAL-0000-001U-0", "5AL-0000-0011-0", "سلا-0000-0011-0", &"SAL-".repeat(40)] {
            assert_eq!(PublicCode::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn json_refuses_a_code_whose_check_fails() {
        let code = PublicCode::new("SAL", [9; 5]);
        let json = serde_json::to_string(&code).unwrap();
        assert_eq!(serde_json::from_str::<PublicCode>(&json).unwrap(), code);
        assert!(serde_json::from_str::<PublicCode>("\"SAL-1\"").is_err());
    }

    #[test]
    fn a_pin_is_six_digits_and_does_not_show_in_logs() {
        assert_eq!(Pin::new([0; 8]).as_str(), "000000");
        assert_eq!(Pin::new(1_234_567u64.to_be_bytes()).as_str(), "234567");
        assert_eq!(Pin::parse(" ٢٣٤ 567 "), Some(Pin::new(1_234_567u64.to_be_bytes())));
        for wrong in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert_eq!(Pin::parse(wrong), None, "{wrong}");
        }
        assert_eq!(format!("{:?}", Pin::new([7; 8])), "Pin(hidden)");
    }
}
