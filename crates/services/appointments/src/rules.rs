//! The law of bookings: what may be asked, how long things are held, what is released when. No database.

use crate::model::{Booking, Bound, State};
use kernel::text::{TextFault, clean};
use kernel::{Cin, Day, Moment, Phone, Refusal, fold};
use serde::{Deserialize, Serialize};
use sites::{Identity, Matter, Way};

/// A seat is held for who writes his name.
pub const HOLD_SECS: i64 = 600;
/// A freed seat is held for who waits.
pub const OFFER_SECS: i64 = 3_600;
/// Nobody writes a name and a telephone number faster.
pub const HUMAN_SECS: i64 = 3;
pub const CODE_TRIES: i64 = 5;
/// Living bookings that one telephone may carry: a family shares it.
pub const PER_PHONE: i64 = 5;
/// Offers that may pass before somebody leaves the waiting list.
pub const MOST_PASSED: i64 = 3;
const NAME_MOST: usize = 80;
/// Nobody books a time that begins in less.
const NOTICE_SECS: i64 = 900;

/// What a commune may choose; the rest is the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Policy {
    /// Days ahead that are open for booking.
    pub days_ahead: i64,
    /// Missed visits after which only the counter books.
    pub misses: i64,
    pub misses_in_days: i64,
    pub counter_only_days: i64,
}

impl Default for Policy {
    fn default() -> Self {
        Policy { days_ahead: 30, misses: 2, misses_in_days: 90, counter_only_days: 30 }
    }
}

/// A figure that a commune chooses, with its bounds.
pub struct Choice {
    pub name: &'static str,
    pub least: i64,
    pub most: i64,
}

/// Never barring anybody is a choice too; being barred for more than half a year is none.
pub const CHOICES: [Choice; 4] = [
    Choice { name: "days_ahead", least: 1, most: 180 },
    Choice { name: "misses", least: 0, most: 10 },
    Choice { name: "misses_in_days", least: 7, most: 365 },
    Choice { name: "counter_only_days", least: 1, most: 180 },
];

/// A policy as it was typed.
///
/// # Errors
/// `appointments-policy-wrong` at each field that is no number within its bounds.
pub fn policy<'a>(typed: impl Fn(&str) -> &'a str) -> Result<Policy, Vec<Refusal>> {
    let mut wrong = Vec::new();
    let [days_ahead, misses, misses_in_days, counter_only_days] = CHOICES.map(|choice| {
        let number = typed(choice.name).trim().parse().ok().filter(|number| (choice.least..=choice.most).contains(number));
        number.unwrap_or_else(|| {
            let refusal = Refusal::new("appointments-policy-wrong").with("least", choice.least).with("most", choice.most);
            wrong.push(refusal.at(choice.name));
            0
        })
    });
    if wrong.is_empty() { Ok(Policy { days_ahead, misses, misses_in_days, counter_only_days }) } else { Err(wrong) }
}

pub fn check_want(matter: &Matter, way: Way, people: i64) -> Result<(), Refusal> {
    if matter.retired_on.is_some() || !matter.allows(way) || way == Way::WalkIn {
        return Err(Refusal::new("appointments-way-not").at("way"));
    }
    if !(1..=matter.most_people).contains(&people) {
        return Err(Refusal::new("appointments-people-wrong").with("most", matter.most_people).at("people"));
    }
    Ok(())
}

/// A new day opens at a moment of its own for each counter, in the morning hours: nobody can lie in wait for it.
pub fn released(day: Day, jitter: u8, policy: &Policy) -> Moment {
    day.plus_days(-policy.days_ahead).at(7, 0).plus_minutes(i64::from(jitter) * 2)
}

/// Whether a time may still be booked, and already.
pub fn is_open(starts: Moment, now: Moment, released: Moment) -> bool {
    now.plus_secs(NOTICE_SECS) <= starts && released <= now
}

/// After a cancellation a seat rests for 3 to 20 minutes, so that it cannot be handed to who waits at the other window.
pub fn rest_secs(chance: u8) -> i64 {
    180 + i64::from(chance) * 4
}

/// Reads whom a booking is bound to.
pub fn bound(name: &str, phone: &str, cin: &str, asked: Identity) -> Result<Bound, Vec<Refusal>> {
    let mut wrong = Vec::new();
    let name = clean(name, NAME_MOST).map_err(|fault| {
        wrong.push(match fault {
            TextFault::Empty => Refusal::new("appointments-name-missing").at("name"),
            TextFault::TooLong { max } => Refusal::new("appointments-name-long").with("max", max).at("name"),
        });
    });
    let phone = Phone::parse(phone).filter(Phone::is_mobile);
    if phone.is_none() {
        wrong.push(Refusal::new("appointments-phone-wrong").at("phone"));
    }
    let cin = match (asked, Cin::parse(cin)) {
        (Identity::NationalNumber, None) => {
            wrong.push(Refusal::new("appointments-cin-wrong").at("cin"));
            None
        }
        (Identity::NationalNumber, cin) => cin,
        // What is not asked is not kept.
        (Identity::Name, _) => None,
    };
    match (name, phone) {
        (Ok(name), Some(phone)) if wrong.is_empty() => Ok(Bound { name, phone, cin }),
        _ => Err(wrong),
    }
}

/// The text that makes two bookings those of one person: the card number, else the folded name; and in both cases the telephone
/// whose code came back. A card number alone is anybody's to type: it must not take a stranger's place.
pub fn same_person(bound: &Bound) -> String {
    match &bound.cin {
        Some(cin) => format!("cin/{}/{}", cin.as_str(), bound.phone.as_str()),
        None => {
            let mut words = fold::tokens(&bound.name);
            words.sort();
            format!("{}/{}", words.join(" "), bound.phone.as_str())
        }
    }
}

/// What the person may do himself, and until when.
pub fn may_change(booking: &Booking, now: Moment) -> Result<(), Refusal> {
    match booking.state {
        State::Booked if booking.starts().is_some_and(|starts| now < starts) => Ok(()),
        State::Booked => Err(Refusal::new("appointments-begun")),
        _ => Err(Refusal::new("appointments-not-live")),
    }
}

/// From when on the person may book without the counter again; nothing when he may now.
pub fn counter_only_until(missed: &[Day], today: Day, policy: &Policy) -> Option<Day> {
    let recent: Vec<&Day> = missed.iter().filter(|day| day.plus_days(policy.misses_in_days) >= today).collect();
    let last = recent.iter().max()?;
    let many = policy.misses > 0 && i64::try_from(recent.len()).unwrap_or(0) >= policy.misses;
    let until = last.plus_days(policy.counter_only_days);
    (many && until >= today).then_some(until)
}
