//! How to reach and name a person: telephone, e-mail, national card. None of them ever shows in a log.

use crate::text::{is_invisible, western_digit};
use serde::{Deserialize, Serialize};
use std::fmt;

const HIDDEN: char = '•';

/// A telephone number in E.164.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// Reads 06…, +212…, 00212… with blanks, dots or hyphens and any digits; abroad needs its + or 00.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let typed: String = text.chars().filter(|c| !is_phone_gap(*c)).map(western_digit).collect();
        let abroad = typed.strip_prefix('+').or_else(|| typed.strip_prefix("00"));
        let digits = abroad.unwrap_or(&typed);
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        // "+212 (0)6…" is a common way to write it.
        let local = match (digits.strip_prefix("212"), digits.strip_prefix('0')) {
            (Some(rest), _) => Some(rest.strip_prefix('0').unwrap_or(rest)),
            (None, rest) => rest.filter(|_| abroad.is_none()),
        };
        match local {
            Some(nine) => (nine.len() == 9 && nine.starts_with(['5', '6', '7', '8'])).then(|| Phone(format!("+212{nine}"))),
            None => {
                let shaped = abroad.is_some() && (8..=15).contains(&digits.len()) && !digits.starts_with('0');
                shaped.then(|| Phone(format!("+{digits}")))
            }
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nine digits after +212, when the number is Moroccan.
    fn local(&self) -> Option<&str> {
        self.0.strip_prefix("+212")
    }

    /// A Moroccan mobile number: one that our SMS reach.
    pub fn is_mobile(&self) -> bool {
        self.local().is_some_and(|nine| nine.starts_with(['6', '7']))
    }

    /// As it is written in Morocco: `06 12 34 56 12`; other countries' numbers stay in E.164.
    pub fn written(&self) -> String {
        let Some(nine) = self.local() else { return self.0.clone() };
        let digits: Vec<char> = format!("0{nine}").chars().collect();
        digits.chunks(2).map(|pair| pair.iter().collect()).collect::<Vec<String>>().join(" ")
    }

    /// Enough for its owner to recognise it: `+212 6•• ••• •12`.
    pub fn masked(&self) -> String {
        let last = &self.0[self.0.len() - 2..];
        match self.local() {
            Some(nine) => format!("+212 {}•• ••• •{last}", &nine[..1]),
            None => format!("{} {}{last}", &self.0[..3], dots(self.0.len() - 5)),
        }
    }
}

/// An e-mail address; its domain is in lower case.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 400 {
            return None;
        }
        let typed: String = text.trim().chars().filter(|c| !is_invisible(*c)).collect();
        let (local, domain) = typed.split_once('@')?;
        let domain = domain.to_ascii_lowercase();
        let email = format!("{local}@{domain}");
        (is_local_part(local) && is_domain(&domain) && email.len() <= 254).then_some(Email(email))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `f•••@example.ma`: the number of dots tells nothing.
    pub fn masked(&self) -> String {
        let domain = self.0.split_once('@').map_or("", |(_, domain)| domain);
        format!("{}{}@{domain}", &self.0[..1], dots(3))
    }
}

/// The number of a Moroccan national identity card.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cin(String);

impl Cin {
    /// One or two Latin letters, then four to seven digits.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let typed: String = text.chars().filter(|c| !is_phone_gap(*c)).map(|c| western_digit(c).to_ascii_uppercase()).collect();
        let digits = typed.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = typed.len() - digits.len();
        let shaped = (1..=2).contains(&letters) && (4..=7).contains(&digits.len());
        (shaped && digits.bytes().all(|b| b.is_ascii_digit())).then_some(Cin(typed))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its letters and last two digits.
    pub fn masked(&self) -> String {
        let letters = self.0.bytes().take_while(u8::is_ascii_uppercase).count();
        let last = self.0.len() - 2;
        format!("{}{}{}", &self.0[..letters], dots(last - letters), &self.0[last..])
    }
}

fn dots(count: usize) -> String {
    std::iter::repeat_n(HIDDEN, count).collect()
}

fn is_phone_gap(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_local_part(local: &str) -> bool {
    let atoms = local.split('.').all(|atom| !atom.is_empty());
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-.".contains(&b);
    atoms && local.len() <= 64 && local.bytes().all(plain)
}

fn is_domain(domain: &str) -> bool {
    let label = |l: &str| {
        let inside = l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        (1..=63).contains(&l.len()) && inside && !l.starts_with('-') && !l.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or("");
    let named = top.len() >= 2 && (top.starts_with("xn--") || top.bytes().all(|b| b.is_ascii_alphabetic()));
    domain.contains('.') && named && domain.split('.').all(label)
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(hidden)")
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(hidden)")
    }
}

impl fmt::Debug for Cin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cin(hidden)")
    }
}

impl TryFrom<String> for Phone {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Phone::parse(&text).ok_or("not a telephone number")
    }
}

impl TryFrom<String> for Email {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Email::parse(&text).ok_or("not an e-mail address")
    }
}

impl TryFrom<String> for Cin {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Cin::parse(&text).ok_or("not a national card number")
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> String {
        phone.0
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

impl From<Cin> for String {
    fn from(cin: Cin) -> String {
        cin.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Cin, Email, Phone};

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let table = [
            ("0612345612", "+212612345612"),
            ("06 12-34.56 12", "+212612345612"),
            ("+212612345612", "+212612345612"),
            ("00212 6 12 34 56 12", "+212612345612"),
            ("+212 (0)6 12 34 56 12", "+212612345612"),
            ("212612345612", "+212612345612"),
            ("٠٦ ١٢ ٣٤ ٥٦ ١٢", "+212612345612"),
            ("\u{2066}0712345678\u{2069}", "+212712345678"),
            ("05 37 00 00 00", "+212537000000"),
            ("+33 6 12 34 56 78", "+33612345678"),
            ("0033612345678", "+33612345678"),
        ];
        for (typed, kept) in table {
            assert_eq!(Phone::parse(typed).as_ref().map(Phone::as_str), Some(kept), "{typed}");
        }
        let wrong =
            ["", "3737", "061234561", "06123456123", "0112345678", "612345612", "+21212345678", "+0612345678", "++33612345678"];
        for typed in wrong.into_iter().chain(["+1234567", "+1234567890123456", "06-12-ab-56-12", "33612345678", &"0".repeat(100)])
        {
            assert_eq!(Phone::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_is_masked_and_written() {
        let (mobile, landline) = (Phone::parse("0612345612").unwrap(), Phone::parse("0537000001").unwrap());
        assert_eq!(mobile.masked(), "+212 6•• ••• •12");
        assert_eq!(mobile.written(), "06 12 34 56 12");
        assert!(mobile.is_mobile() && !landline.is_mobile());
        let abroad = Phone::parse("+33612345678").unwrap();
        assert_eq!((abroad.masked(), abroad.is_mobile()), ("+33 •••••••78".to_owned(), false));
    }

    #[test]
    fn an_email_is_one_that_a_server_accepts() {
        let table = [
            (" F.Alaoui+sale@Example.MA ", "F.Alaoui+sale@example.ma"),
            ("a@b.co", "a@b.co"),
            ("o'neil@xn--mgbc0a9azcg.xn--mgbc0a9azcg", "o'neil@xn--mgbc0a9azcg.xn--mgbc0a9azcg"),
        ];
        for (typed, kept) in table {
            assert_eq!(Email::parse(typed).as_ref().map(Email::as_str), Some(kept), "{typed}");
        }
        let long = format!("{}@example.ma", "a".repeat(65));
        let endless = format!("a@{}ma", "abcdefgh.".repeat(30));
        let wrong =
            ["", "@", "a@", "@b.ma", "a@b", "a b@c.ma", "a@b@c.ma", ".a@b.ma", "a..b@c.ma", "a@-b.ma", "a@b..ma", "a@b.1"];
        for typed in wrong.into_iter().chain(["a@b.m", "a\n@b.ma", "سلا@example.ma", "a@b.ma\r\nBcc: c@d.ma", &long, &endless])
        {
            assert_eq!(Email::parse(typed), None, "{typed}");
        }
        assert_eq!(Email::parse("fatima@example.ma").unwrap().masked(), "f•••@example.ma");
    }

    #[test]
    fn a_card_number_is_letters_then_digits() {
        for (typed, kept) in [("ab 123456", "AB123456"), ("A-1234", "A1234"), ("AE١٢٣٤٥٦", "AE123456"), ("k1234567", "K1234567")]
        {
            assert_eq!(Cin::parse(typed).as_ref().map(Cin::as_str), Some(kept), "{typed}");
        }
        for wrong in ["", "123456", "ABC12345", "A123", "A12345678", "A12B34", "أ123456", "é12345"] {
            assert_eq!(Cin::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Cin::parse("AB123456").unwrap().masked(), "AB••••56");
    }

    #[test]
    fn nothing_personal_shows_in_a_log_line() {
        let line = format!("{:?} {:?} {:?}", Phone::parse("0612345612"), Email::parse("a@b.ma"), Cin::parse("AB123456"));
        assert_eq!(line, "Some(Phone(hidden)) Some(Email(hidden)) Some(Cin(hidden))");
    }

    #[test]
    fn json_keeps_the_value_and_refuses_nonsense() {
        let phone = Phone::parse("0612345612").unwrap();
        assert_eq!(serde_json::to_string(&phone).unwrap(), "\"+212612345612\"");
        assert_eq!(serde_json::from_str::<Phone>("\"06 12 34 56 12\"").unwrap(), phone);
        assert!(serde_json::from_str::<Cin>("\"?\"").is_err());
    }
}
