//! What an SMS asks: the code of a case, perhaps with the secret of its receipt, in whatever way people write it.

use kernel::text::western_digit;
use kernel::{Pin, PublicCode, fold};

const CODE: usize = 12;
const PREFIX: usize = 3;
const PIN: usize = 6;

/// A case that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    pub code: PublicCode,
    pub pin: Option<Pin>,
    /// Whether its letters were written too: one without them may be anything.
    pub whole: bool,
}

/// The one word that asks for the last case of this telephone.
const LAST: [&str; 10] = ["ملف", "ملفي", "ملفاتي", "الحالة", "طلبي", "dossier", "suivi", "etat", "case", "status"];

/// Reads a code anywhere in a text: first one of this commune, then one whose letters were left out or written in Arabic, then
/// one of another commune. The secret is what is left, when that is six digits.
pub fn read(text: &str, prefix: &str) -> Option<Asked> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let typed = letters(text);
    let own = (0..typed.len().saturating_sub(CODE - 1)).find_map(|place| {
        let code = parse(&typed[place..place + CODE]).filter(|code| code.as_str().starts_with(prefix))?;
        Some((code, [&typed[..place], &typed[place + CODE..]].concat()))
    });
    if let Some((code, rest)) = own {
        return Some(Asked { code, pin: pin(&rest), whole: true });
    }
    let from = |place: usize| letters(&words[place..].join(" "));
    let bare = (0..words.len()).find_map(|place| {
        let typed = from(place);
        let body = typed.get(..CODE - PREFIX).filter(|body| body.iter().any(char::is_ascii_digit))?;
        let code = parse(&[&prefix.chars().collect::<Vec<_>>(), body].concat())?;
        Some(Asked { code, pin: pin(&typed[CODE - PREFIX..]), whole: false })
    });
    let foreign = || {
        (0..words.len()).find_map(|place| {
            let typed = from(place);
            let code = parse(typed.get(..CODE)?)?;
            Some(Asked { code, pin: pin(&typed[CODE..]), whole: true })
        })
    };
    bare.or_else(foreign)
}

pub fn asks_last(text: &str) -> bool {
    let tokens = fold::tokens(text);
    tokens.len() == 1 && LAST.iter().any(|word| fold::tokens(word) == tokens)
}

/// Latin letters and digits alone, as a code has them.
fn letters(text: &str) -> Vec<char> {
    text.chars().map(western_digit).filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn parse(typed: &[char]) -> Option<PublicCode> {
    PublicCode::parse(&typed.iter().collect::<String>())
}

fn pin(rest: &[char]) -> Option<Pin> {
    let digits: String = rest.iter().filter(|c| c.is_ascii_digit()).collect();
    if digits.len() == PIN { Pin::parse(&digits) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_written() {
        let code = PublicCode::new("SAL", [1, 2, 3, 4, 5]);
        let (plain, spaced) = (code.as_str().to_owned(), code.as_str().to_lowercase().replace('-', " "));
        let arabic: String =
            plain.chars().map(|c| c.to_digit(10).and_then(|digit| char::from_u32(0x660 + digit)).unwrap_or(c)).collect();
        let body = &plain[4..];
        for (text, pin) in [
            (plain.clone(), None),
            (format!("salam, mon dossier {spaced} svp"), None),
            (format!("{plain} 123456"), Some("123456")),
            (format!("123456 {plain}"), Some("123456")),
            (format!("رمز {arabic} والسري ١٢٣٤٥٦"), Some("123456")),
            (format!("سلا {body} 123456"), Some("123456")),
            (format!("{plain} 12345"), None),
        ] {
            let asked = read(&text, "SAL").unwrap_or_else(|| panic!("{text}"));
            assert_eq!((asked.code, asked.pin.as_ref().map(Pin::as_str)), (code.clone(), pin), "{text}");
        }
        assert!(!read(&format!("سلا {body}"), "SAL").unwrap().whole);
        let other = PublicCode::new("RAB", [1, 2, 3, 4, 5]);
        assert_eq!(read(&format!("code {other}"), "SAL").unwrap().code, other);
        for nothing in ["", "bonjour", "5", "STOP", "0612345678", &plain[..plain.len() - 1]] {
            assert_eq!(read(nothing, "SAL"), None, "{nothing}");
        }
    }

    #[test]
    fn one_word_asks_for_the_last_case() {
        for word in ["ملفي", " DOSSIER ", "Status?", "état"] {
            assert!(asks_last(word), "{word}");
        }
        assert!(!asks_last("mon dossier") && !asks_last(""));
    }
}
