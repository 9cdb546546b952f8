//! The law of mandates and of visits: who may act for whom today, and when a screen forgets. No database, no clock.

use crate::model::{Holder, Visit};
use kernel::format::short_day;
use kernel::{Day, Moment, Refusal};
use people::Mandate;
use std::collections::{HashMap, HashSet};

/// A mandate of the commune is given for a year at most, and given anew.
pub const HOLDER_DAYS: i64 = 366;
/// A visit at a kiosk that nobody touched this long is over.
pub const IDLE_SECS: i64 = 180;
/// The ticket stays on the screen this long.
pub const TICKET_SECS: i64 = 90;
/// A link that sets a device up is good this long.
pub const LINK_HOURS: i64 = 24;

/// Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Whether a holder may do one more thing in a procedure today.
pub fn may_act(holder: &Holder, second_factor: bool, procedure: &str, today: Day) -> Result<(), Refusal> {
    holds(holder, second_factor, today)?;
    let listed = holder.procedures.iter().any(|known| known == procedure);
    if listed { Ok(()) } else { Err(Refusal::new("assisted-holder-procedure")) }
}

/// Whether the mandate of the commune holds at all.
pub fn holds(holder: &Holder, second_factor: bool, today: Day) -> Result<(), Refusal> {
    if let Some(at) = holder.ended_at {
        return Err(Refusal::new("assisted-holder-ended").with("day", short_day(at.day())));
    }
    if today > holder.ends_on {
        return Err(Refusal::new("assisted-holder-expired").with("day", short_day(holder.ends_on)));
    }
    if second_factor { Ok(()) } else { Err(Refusal::new("assisted-holder-factor")) }
}

/// Whether the citizen's written mandate still covers a procedure.
pub fn covers(mandate: &Mandate, procedures: &[String], procedure: &str, today: Day) -> Result<(), Refusal> {
    if mandate.ended_at.is_some() {
        return Err(Refusal::new("assisted-paper-ended"));
    }
    if today > mandate.ends_on {
        return Err(Refusal::new("assisted-paper-expired").with("day", short_day(mandate.ends_on)));
    }
    let listed = procedures.iter().any(|known| known == procedure);
    if listed { Ok(()) } else { Err(Refusal::new("assisted-paper-procedure")) }
}

/// The days of a mandate of the commune.
pub fn holder_days(starts_on: Day, ends_on: Day) -> Result<(), Refusal> {
    if ends_on < starts_on {
        return Err(Refusal::new("assisted-ends-before").at("ends_on"));
    }
    let long = ends_on.days_since(starts_on) > HOLDER_DAYS;
    if long { Err(Refusal::new("assisted-year-most").at("ends_on")) } else { Ok(()) }
}

/// The days of a written mandate: signed before it is used, and no longer than the holder's own.
pub fn paper_days(signed_on: Day, ends_on: Day, holder_ends_on: Day, today: Day) -> Result<(), Refusal> {
    if signed_on > today {
        return Err(Refusal::new("assisted-signed-later").at("signed_on"));
    }
    if ends_on < today {
        return Err(Refusal::new("assisted-ends-before").at("ends_on"));
    }
    if ends_on > holder_ends_on {
        return Err(Refusal::new("assisted-longer-than-own").with("day", short_day(holder_ends_on)).at("ends_on"));
    }
    let long = ends_on.days_since(signed_on) > HOLDER_DAYS;
    if long { Err(Refusal::new("assisted-year-most").at("ends_on")) } else { Ok(()) }
}

/// One contact for so many people is worth a question: the notices may reach nobody but the holder.
pub const SHARED_MOST: usize = 3;

/// For how many different people the most used contact stands.
pub fn most_shared<'a>(papers: impl IntoIterator<Item = (&'a str, &'a str)>) -> usize {
    let mut names: HashMap<&str, HashSet<&str>> = HashMap::new();
    for (contact, name) in papers {
        names.entry(contact).or_default().insert(name);
    }
    names.values().map(HashSet::len).max().unwrap_or(0)
}

/// Whether a visit still shows anything.
pub fn is_live(visit: &Visit, now: Moment) -> bool {
    visit.ended_at.is_none() && now.secs_since(visit.seen_at) <= IDLE_SECS
}

/// A code of sixty random bits, `7K3Q-9MPX-R2TD`, that a person can type.
pub fn code(random: [u8; 12]) -> String {
    let letters: String = random.iter().map(|byte| char::from(ALPHABET[usize::from(*byte) % 32])).collect();
    format!("{}-{}-{}", &letters[..4], &letters[4..8], &letters[8..])
}

/// Reads a code as it is typed: any case, blanks and hyphens anywhere, I and L for 1, O for 0.
pub fn read_code(text: &str) -> Option<String> {
    let plain = |c: char| match kernel::text::western_digit(c).to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let letters: String = text.chars().take(40).filter(|c| c.is_alphanumeric()).map(plain).collect();
    let known = letters.len() == 12 && letters.bytes().all(|byte| ALPHABET.contains(&byte));
    known.then(|| format!("{}-{}-{}", &letters[..4], &letters[4..8], &letters[8..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::HolderKind;
    use kernel::Id;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn moment(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn holder() -> Holder {
        Holder {
            id: Id::new("h"),
            person: Id::new("p"),
            account: Id::new("a"),
            kind: HolderKind::Writer,
            name: "مكتب".into(),
            agreement: "12/2026".into(),
            procedures: vec!["repair-permit".into()],
            starts_on: day("2026-01-01"),
            ends_on: day("2026-12-31"),
            created_at: moment("2026-01-01T09:00:00Z"),
            ended_at: None,
        }
    }

    fn mandate() -> Mandate {
        Mandate {
            id: Id::new("m"),
            holder: Id::new("p"),
            for_person: Id::new("c"),
            matter: String::new(),
            proof: String::new(),
            starts_on: day("2026-03-01"),
            ends_on: day("2026-06-30"),
            ended_at: None,
        }
    }

    fn key(outcome: Result<(), Refusal>) -> String {
        outcome.err().map_or("yes".into(), |refusal| refusal.key.to_string())
    }

    #[test]
    fn a_holder_acts_in_what_was_listed_until_his_last_day_and_with_a_second_factor() {
        let ended = Holder { ended_at: Some(moment("2026-05-01T09:00:00Z")), ..holder() };
        let rows = [
            (holder(), true, "repair-permit", "2026-05-02", "yes"),
            (holder(), true, "repair-permit", "2026-12-31", "yes"),
            (holder(), true, "repair-permit", "2027-01-01", "assisted-holder-expired"),
            (holder(), true, "birth-extract", "2026-05-02", "assisted-holder-procedure"),
            (holder(), false, "repair-permit", "2026-05-02", "assisted-holder-factor"),
            (ended, true, "repair-permit", "2026-05-02", "assisted-holder-ended"),
        ];
        for (holder, factor, procedure, today, expected) in rows {
            assert_eq!(key(may_act(&holder, factor, procedure, day(today))), expected, "{procedure} {today}");
        }
    }

    #[test]
    fn a_written_mandate_covers_what_it_names_while_it_lasts() {
        let listed = ["repair-permit".to_owned()];
        let ended = Mandate { ended_at: Some(moment("2026-05-01T09:00:00Z")), ..mandate() };
        assert_eq!(key(covers(&mandate(), &listed, "repair-permit", day("2026-06-30"))), "yes");
        assert_eq!(key(covers(&mandate(), &listed, "repair-permit", day("2026-07-01"))), "assisted-paper-expired");
        assert_eq!(key(covers(&mandate(), &listed, "birth-extract", day("2026-05-02"))), "assisted-paper-procedure");
        assert_eq!(key(covers(&ended, &listed, "repair-permit", day("2026-05-02"))), "assisted-paper-ended");
    }

    #[test]
    fn the_days_of_a_paper_lie_between_its_signature_and_the_holders_own_last_day() {
        let days = |signed: &str, ends: &str| key(paper_days(day(signed), day(ends), day("2026-12-31"), day("2026-05-02")));
        assert_eq!(days("2026-05-02", "2026-12-31"), "yes");
        assert_eq!(days("2026-05-03", "2026-12-31"), "assisted-signed-later");
        assert_eq!(days("2026-04-01", "2026-05-01"), "assisted-ends-before");
        assert_eq!(days("2026-04-01", "2027-01-01"), "assisted-longer-than-own");
        assert_eq!(days("2025-05-01", "2026-12-31"), "assisted-year-most");
        assert_eq!(key(holder_days(day("2026-01-01"), day("2027-01-02"))), "yes");
        assert_eq!(key(holder_days(day("2026-01-01"), day("2027-01-03"))), "assisted-year-most");
    }

    #[test]
    fn a_contact_that_stands_for_many_people_is_noticed() {
        assert_eq!(most_shared([]), 0);
        let family = [("0612", "ليلى"), ("0612", "كريم"), ("0612", "ليلى"), ("0698", "أمينة")];
        assert_eq!(most_shared(family), 2);
    }

    #[test]
    fn a_visit_is_over_when_nobody_touches_the_screen() {
        let seen_at = moment("2026-05-02T09:00:00Z");
        let visit = Visit { id: "v".into(), kiosk: Id::new("k"), draft: None, seen_at, ended_at: None };
        assert!(is_live(&visit, seen_at.plus_secs(IDLE_SECS)));
        assert!(!is_live(&visit, seen_at.plus_secs(IDLE_SECS + 1)));
        assert!(!is_live(&Visit { ended_at: Some(seen_at), ..visit }, seen_at));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let made = code([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255]);
        assert_eq!(made, "0123-4567-89AZ");
        for typed in ["0123-4567-89AZ", " o1234567 89az", "٠١٢٣-٤٥٦٧-89AZ"] {
            assert_eq!(read_code(typed).as_deref(), Some("0123-4567-89AZ"), "{typed}");
        }
        assert_eq!(read_code("0123-4567-89AU"), None);
    }
}
