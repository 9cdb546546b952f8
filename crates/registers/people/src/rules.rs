//! The rules of identity: codes, passwords, rests after failures, what may be shown. No database, no clock.

use kernel::text::western_digit;
use kernel::{Day, Moment, Refusal};
use platform::access::{GrantRow, Side};
use std::collections::HashSet;

/// A code of six digits: ten minutes, five tries.
pub const CODE_MINUTES: i64 = 10;
pub const CODE_TRIES: i64 = 5;
/// Codes sent to one contact in an hour; more is somebody's telephone ringing all night.
pub const CODES_PER_HOUR: i64 = 5;
pub const INVITATION_DAYS: i64 = 7;
pub const PASSWORD_LINK_MINUTES: i64 = 30;
pub const RECOVERY_CODES: usize = 10;
/// A question to a device waits this long for its answer.
pub const PASSKEY_MINUTES: i64 = 5;
pub const PASSKEYS_MOST: usize = 10;
/// A session that began this long ago at most was opened by whoever sits there.
pub const FRESH_MINUTES: i64 = 10;
pub const PASSWORD_MOST: usize = 128;
/// A mandate for another person lasts a year at most and is given anew.
pub const MANDATE_DAYS: i64 = 366;

const FREE_FAILURES: i64 = 10;
const LONGEST_REST_MINUTES: i64 = 12 * 60;

/// Uniform enough: 2^32 is four thousand times a million.
pub fn six_digits(random: [u8; 4]) -> String {
    format!("{:06}", u32::from_be_bytes(random) % 1_000_000)
}

/// A code as it was typed: any digits, any blanks between.
pub fn tidy_code(typed: &str) -> String {
    typed.chars().map(western_digit).filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).take(32).collect()
}

/// A recovery code of 50 bits, in two groups that a hand can copy.
pub fn recovery_code(random: [u8; 10]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let text: String = random.iter().map(|byte| LETTERS[usize::from(byte & 31)] as char).collect();
    format!("{}-{}", &text[..5], &text[5..])
}

/// Minutes that a contact rests after its failures in a row.
pub fn rest_minutes(failures: i64) -> i64 {
    if failures < FREE_FAILURES {
        return 0;
    }
    let doublings = u32::try_from((failures - FREE_FAILURES) / 5).unwrap_or(0).min(10);
    (10_i64 << doublings).min(LONGEST_REST_MINUTES)
}

/// NIST 800-63B-4: length and a list of common ones; no composition rules, no forced renewal.
pub fn password(text: &str, side: Side, common: &HashSet<String>, contact: &str) -> Result<(), Refusal> {
    let least = if side == Side::Staff { 10 } else { 8 };
    let length = text.chars().count();
    let lower = text.to_lowercase();
    let refusal = if length < least {
        Refusal::new("people-password-short").with("least", least)
    } else if length > PASSWORD_MOST {
        Refusal::new("people-password-long").with("most", PASSWORD_MOST)
    } else if common.contains(&lower) || is_monotonous(&lower) {
        Refusal::new("people-password-common")
    } else if holds_contact(&lower, contact) {
        Refusal::new("people-password-contact")
    } else {
        return Ok(());
    };
    Err(refusal.at("password"))
}

/// The name in an e-mail address is the first thing tried; a short one stands in any sentence by chance.
fn holds_contact(lower: &str, contact: &str) -> bool {
    let name = contact.split('@').next().unwrap_or("").to_lowercase();
    name.chars().count() >= 4 && lower.contains(&name)
}

/// One or two characters over and over.
fn is_monotonous(text: &str) -> bool {
    text.chars().collect::<HashSet<_>>().len() <= 2
}

/// Whether a session began a moment ago: what outlives it may be changed without another proof.
pub fn is_fresh(began_at: Moment, now: Moment) -> bool {
    now < began_at.plus_minutes(FRESH_MINUTES)
}

/// Where to go after sign-in: a path of this site, or the usual place.
pub fn local_path<'a>(next: &'a str, otherwise: &'a str) -> &'a str {
    let own = next.starts_with('/') && !next.starts_with("//") && next.len() <= 300;
    let plain = !next.contains(['\\', '\r', '\n', '\t', '#', ':', '@']);
    if own && plain { next } else { otherwise }
}

/// A reason is a word or an id, never a sentence: sentences hold persons.
pub fn is_reason(why: &str) -> bool {
    (3..=64).contains(&why.len()) && why.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b))
}

/// A name in a list: the first letter of each word.
pub fn masked_name(name: &str) -> String {
    let word = |word: &str| word.chars().next().map(|first| format!("{first}•••"));
    name.split_whitespace().filter_map(word).collect::<Vec<_>>().join(" ")
}

/// The commune never locks itself out: somebody must be able to give rights tomorrow.
pub fn keeps_an_administrator(remaining: &[GrantRow], administers: impl Fn(&str) -> bool, day: Day) -> Result<(), Refusal> {
    let kept = remaining.iter().any(|grant| administers(&grant.role) && grant.unit.is_none() && grant.holds_on(day.next()));
    if kept { Ok(()) } else { Err(Refusal::new("people-last-administrator")) }
}

pub fn grant_days(starts_on: Day, ends_on: Option<Day>) -> Result<(), Refusal> {
    match ends_on {
        Some(last) if last < starts_on => Err(Refusal::new("people-ends-before-start").at("ends_on")),
        _ => Ok(()),
    }
}

pub fn mandate_days(starts_on: Day, ends_on: Day) -> Result<(), Refusal> {
    if ends_on < starts_on {
        return Err(Refusal::new("people-ends-before-start").at("ends_on"));
    }
    let long = ends_on.days_since(starts_on) > MANDATE_DAYS;
    if long { Err(Refusal::new("people-mandate-long").at("ends_on")) } else { Ok(()) }
}
