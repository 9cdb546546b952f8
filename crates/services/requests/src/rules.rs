//! The law of drafts and receipts: codes, kinds of files, the compact receipt that verifies without a line. Pure.

use cases::Decided;
use kernel::{Day, Moment, Refusal};
use people::Level;
use platform::store::seal::verify_signature;

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const COMPACT: &str = "J1";

/// The secret name of a draft, `7K3Q-9MPX-R2TD`: 60 random bits.
pub fn draft_code(random: [u8; 12]) -> String {
    let letters: String = random.iter().map(|byte| char::from(ALPHABET[usize::from(*byte) % 32])).collect();
    format!("{}-{}-{}", &letters[..4], &letters[4..8], &letters[8..])
}

/// Reads a draft's code as a person types it: any case, blanks and hyphens anywhere, I and L for 1, O for 0.
pub fn read_code(text: &str) -> Option<String> {
    let letters: String = text
        .chars()
        .take(40)
        .filter(|c| c.is_alphanumeric())
        .map(kernel::text::western_digit)
        .map(|c| match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        })
        .collect();
    let known = letters.len() == 12 && letters.bytes().all(|byte| ALPHABET.contains(&byte));
    known.then(|| format!("{}-{}-{}", &letters[..4], &letters[4..8], &letters[8..]))
}

/// A receipt small enough for a QR code, signed by the commune: whoever has the public key verifies it without a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Compact {
    /// HCP code of the commune.
    pub commune: String,
    pub code: String,
    pub number: i64,
    pub year: i64,
    pub received: Moment,
    /// False while the file is being completed.
    pub complete: bool,
    pub due: Option<Day>,
}

impl Compact {
    /// The text that is signed: letters, digits, dots and hyphens only, so that it may stand in an address.
    pub fn text(&self) -> String {
        let received = self.received.zoned().strftime("%Y%m%dT%H%M%S%z").to_string().replace('+', "p").replace(':', "");
        let due = self.due.map_or("-".to_owned(), |due| due.to_string().replace('-', ""));
        let state = if self.complete { "F" } else { "I" };
        format!(
            "{COMPACT}.{}.{}.{}-{}.{received}.{state}.{due}",
            self.commune.replace('.', ""),
            self.code,
            self.number,
            self.year
        )
    }
}

/// The signed text with its signature, as it stands in the QR code.
pub fn sealed(text: &str, signature: &str) -> String {
    let plain = signature.replace('+', "-").replace('/', "_");
    format!("{text}.{plain}")
}

/// What a sealed receipt says, when this public key signed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    pub commune: String,
    pub code: String,
    pub number: String,
    pub received: String,
    pub complete: bool,
    pub due: Option<String>,
}

/// Verifies a sealed receipt with nothing but the commune's public key (base 64).
pub fn verify(sealed: &str, public_key: &str) -> Option<Verified> {
    let (text, signature) = sealed.trim().rsplit_once('.')?;
    let signature = signature.replace('-', "+").replace('_', "/");
    if !verify_signature(public_key, text.as_bytes(), &signature) {
        return None;
    }
    let parts: Vec<&str> = text.split('.').collect();
    let [COMPACT, commune, code, number, received, state, due] = parts.as_slice() else { return None };
    Some(Verified {
        commune: (*commune).to_owned(),
        code: (*code).to_owned(),
        number: number.replace('-', "/"),
        received: moment(received)?,
        complete: *state == "F",
        due: day(due),
    })
}

/// What is proved of whoever files.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Proof {
    /// A person whom the register knows so well, or a contact alone.
    Level(Level),
    /// Somebody stands before a clerk, who had the card in hand or not.
    Counter { card: bool },
    /// By telephone or by post: nobody was seen.
    Absent,
}

/// Why a request that wants a level may not be filed with this proof. A clerk who sees the card is as sure as the national
/// identity: it is the same card.
pub fn level(wanted: Level, proof: &Proof) -> Option<Refusal> {
    let key = match proof {
        Proof::Level(held) if *held >= wanted => return None,
        Proof::Counter { card: true } => return None,
        Proof::Counter { card: false } => return Some(Refusal::new("requests-level-card").at("x_card")),
        _ if wanted == Level::National => "requests-level-needs-national",
        _ => "requests-level-needs-checked",
    };
    Some(Refusal::new(key))
}

/// `20261124` as `2026-11-24`.
fn day(digits: &str) -> Option<String> {
    (digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]))
}

fn moment(text: &str) -> Option<String> {
    let (date, time) = text.split_once('T')?;
    Some(format!("{} {}:{}", day(date)?, time.get(..2)?, time.get(2..4)?))
}

/// Fewer decisions than this say nothing of the commune and too much of a person.
pub const FEWEST: usize = 5;
/// The outcome of what was accepted by silence (decree 2-22-141).
const SILENCE: &str = "tacit";

/// How long decisions took.
#[derive(Debug, Clone, PartialEq)]
pub struct Delay {
    pub count: i64,
    /// Accepted because nobody answered; late all the same.
    pub silent: i64,
    pub median: i64,
    /// Nine in ten took no longer.
    pub p90: i64,
    pub in_time_percent: i64,
}

/// Figures of decisions, in the days that are read from each; nothing of too few.
pub fn delay(decided: &[&Decided], days: fn(&Decided) -> i64) -> Option<Delay> {
    if decided.len() < FEWEST {
        return None;
    }
    let mut days: Vec<i64> = decided.iter().map(|one| days(one)).collect();
    days.sort_unstable();
    // The nearest rank: the smallest value that so many of a hundred do not pass.
    let rank = |percent: usize| days[(days.len() * percent).div_ceil(100).saturating_sub(1)];
    let in_time = decided.iter().filter(|one| one.in_time).count();
    Some(Delay {
        count: decided.len() as i64,
        silent: decided.iter().filter(|one| one.outcome.as_deref() == Some(SILENCE)).count() as i64,
        median: rank(50),
        p90: rank(90),
        in_time_percent: (in_time * 100 / decided.len()) as i64,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::clock::DayKind;
    use platform::Keys;

    fn receipt() -> Compact {
        Compact {
            commune: "04.441.01.0".into(),
            code: "SAL-7K3Q-9MPX-R".into(),
            number: 12,
            year: 2026,
            received: Moment::parse("2026-11-24T09:00:00Z").unwrap(),
            complete: true,
            due: Day::ymd(2026, 12, 8),
        }
    }

    #[test]
    fn a_receipt_verifies_with_the_public_key_alone() {
        let keys = Keys::fresh().unwrap();
        let text = receipt().text();
        let code = sealed(&text, &keys.sign("04.441.01.0", text.as_bytes()).unwrap());
        let public = keys.public_key("04.441.01.0").unwrap();
        let told = verify(&code, &public).unwrap();
        assert_eq!(
            (told.code.as_str(), told.number.as_str(), told.received.as_str()),
            ("SAL-7K3Q-9MPX-R", "12/2026", "2026-11-24 10:00")
        );
        assert_eq!((told.complete, told.due.as_deref()), (true, Some("2026-12-08")));
        assert!(code.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b)), "{code}");
        assert_eq!(verify(&code.replace("12-2026", "13-2026"), &public), None);
        assert_eq!(verify(&code, &keys.public_key("04.421.01.0").unwrap()), None);
        for nonsense in ["", ".", "J1", "J1.a.b.c.d.e.f.g", &code[..code.len() - 4]] {
            assert_eq!(verify(nonsense, &public), None, "{nonsense}");
        }
    }

    #[test]
    fn delays_are_told_of_five_decisions_or_more() {
        let one = |days: i64| Decided {
            procedure: "repair-permit".into(),
            area: None,
            outcome: (days == 10).then(|| SILENCE.to_owned()),
            days,
            calendar_days: days * 7 / 5,
            kind: DayKind::Working,
            in_time: days <= 8,
        };
        let ten: Vec<Decided> = (1..=10).map(one).collect();
        let ten: Vec<&Decided> = ten.iter().collect();
        assert_eq!(delay(&ten[..4], |one| one.days), None);
        let expected = Delay { count: 10, silent: 1, median: 5, p90: 9, in_time_percent: 80 };
        assert_eq!(delay(&ten, |one| one.days), Some(expected.clone()));
        assert_eq!(delay(&ten, |one| one.calendar_days), Some(Delay { median: 7, p90: 12, ..expected }));
    }

    #[test]
    fn a_level_is_reached_by_what_is_proved() {
        use Level::{Contact, Counter, Declared, National};
        let key = |wanted, proof| level(wanted, &proof).map(|refusal| refusal.key);
        for (held, checked, national) in
            [(Declared, false, false), (Contact, false, false), (Counter, true, false), (National, true, true)]
        {
            assert_eq!(key(Counter, Proof::Level(held)).is_none(), checked, "{held}");
            assert_eq!(key(National, Proof::Level(held)).is_none(), national, "{held}");
        }
        assert_eq!(key(National, Proof::Counter { card: true }), None);
        assert_eq!(key(Counter, Proof::Counter { card: false }).as_deref(), Some("requests-level-card"));
        assert_eq!(key(Counter, Proof::Absent).as_deref(), Some("requests-level-needs-checked"));
        assert_eq!(key(National, Proof::Level(Counter)).as_deref(), Some("requests-level-needs-national"));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = draft_code([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255]);
        assert_eq!(code, "0123-4567-89AZ");
        for typed in ["0123-4567-89AZ", "0123 4567 89az", " o1234567 89az ", "٠١٢٣-٤٥٦٧-89AZ", "0l23-4567-89AZ"] {
            assert_eq!(read_code(typed).as_deref(), Some("0123-4567-89AZ"), "{typed}");
        }
        for wrong in ["", "0123", "0123-4567-89AU", "0123-4567-89AZ-1"] {
            assert_eq!(read_code(wrong), None, "{wrong}");
        }
    }
}
