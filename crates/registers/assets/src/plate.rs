//! Numbers that the commune gives itself, with a check letter: `TAB-00412-K`, on the plate `SAL-TAB-00412-K`.
//!
//! The letter is the check character of ISO/IEC 7064, MOD 37-2, over the commune's prefix, the letters of the series and five
//! digits. The modulus is prime, the weights are powers of a primitive root: one wrong character and two exchanged neighbours
//! are always noticed. Serials whose check character would be a digit, `*`, `I` or `O` are passed over, so that it is always a
//! letter that nobody takes for a digit and the number without it cannot be mistaken for one with it.

/// Letters of a series and of a commune's prefix.
pub const LETTERS: usize = 3;
const DIGITS: usize = 5;
/// The last serial of a series.
pub const LAST: i64 = 99_999;
const ALPHABET: &[u8; 37] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

/// A number of a series as it was typed, folded and taken apart. Nothing says yet that its letter fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Plate {
    /// The commune that the plate names; nothing when it was left out.
    pub prefix: Option<String>,
    pub letters: String,
    pub serial: i64,
    /// Absent when it was not typed.
    pub check: Option<char>,
}

impl Plate {
    /// Takes a folded number apart. Other shapes are numbers of somebody else's list.
    pub fn parse(folded: &str) -> Option<Plate> {
        let digits_at = folded.find(|c: char| c.is_ascii_digit())?;
        let (letters, rest) = folded.split_at(digits_at);
        let digits_end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, check) = rest.split_at(digits_end);
        let all_letters = letters.chars().all(|c| c.is_ascii_uppercase());
        let check = match check.as_bytes() {
            [] => None,
            [letter] if letter.is_ascii_uppercase() => Some(char::from(*letter)),
            _ => return None,
        };
        let (prefix, series) = match letters.len() {
            LETTERS => (None, letters),
            n if n == 2 * LETTERS => (Some(letters[..LETTERS].to_owned()), &letters[LETTERS..]),
            _ => return None,
        };
        let serial = digits.parse().ok().filter(|serial| (1..=LAST).contains(serial))?;
        all_letters.then(|| Plate { prefix, letters: series.to_owned(), serial, check })
    }

    /// Whether the letter is the one of this commune's plate, or of the one that the plate names.
    pub fn fits(&self, own: &str) -> bool {
        let prefix = self.prefix.as_deref().unwrap_or(own);
        self.check.is_some() && self.check == check(prefix, &self.letters, self.serial)
    }
}

/// The check letter; nothing for a serial that is passed over.
pub fn check(prefix: &str, letters: &str, serial: i64) -> Option<char> {
    let text = format!("{prefix}{letters}{serial:0width$}", width = DIGITS);
    let mut sum = 0;
    for character in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == character)?;
        sum = (sum + value) * 2 % 37;
    }
    let found = char::from(ALPHABET[(38 - sum) % 37]);
    (found.is_ascii_uppercase() && !matches!(found, 'I' | 'O')).then_some(found)
}

/// The number as it is kept and listed; nothing for a serial that is passed over.
pub fn number(prefix: &str, letters: &str, serial: i64) -> Option<String> {
    check(prefix, letters, serial).map(|check| format!("{letters}-{serial:0width$}-{check}", width = DIGITS))
}

/// Whether these may be the letters of a series.
pub fn are_letters(letters: &str) -> bool {
    letters.len() == LETTERS && letters.bytes().all(|letter| letter.is_ascii_uppercase())
}
