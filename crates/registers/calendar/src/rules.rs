//! Which days are off, and when the doors are open. No database: the country's list and the commune's changes in, days out.

use crate::model::{Edit, Holiday, Hours, Kind, National, Standing};
use kernel::clock::{Calendar, OpeningHours};
use kernel::{Day, Label, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// Years around today for which the fixed holidays are laid out: old files, and the longest delays to come.
const YEARS_BACK: i16 = 12;
const YEARS_AHEAD: i16 = 6;

/// The country's holidays of one year, by day.
pub fn national(known: &National, year: i16) -> BTreeMap<Day, Holiday> {
    let fixed = known.fixed.iter().filter(|fixed| fixed.since.is_none_or(|since| since <= year));
    let fixed = fixed.filter_map(|fixed| {
        let day = Day::ymd(year, fixed.month, fixed.day)?;
        Some(Holiday { day, name: fixed.name.clone(), standing: Standing::Fixed })
    });
    let dated = known.dated.iter().flat_map(|dated| {
        let standing = if dated.estimate { Standing::Estimate } else { Standing::Fixed };
        (0..dated.days).map(move |offset| Holiday { day: dated.date.plus_days(offset), name: dated.name.clone(), standing })
    });
    let dated = dated.filter(|holiday| holiday.day.year() == year);
    let mut days = BTreeMap::new();
    for holiday in fixed.chain(dated) {
        days.entry(holiday.day)
            .and_modify(|known: &mut Holiday| known.name = both(&known.name, &holiday.name))
            .or_insert(holiday);
    }
    days
}

/// Two holidays on one day keep both names.
fn both(one: &Label, other: &Label) -> Label {
    let joined = |a: &str, b: &str| format!("{a} / {b}");
    let optional = |a: &Option<String>, b: &Option<String>| a.as_deref().zip(b.as_deref()).map(|(a, b)| joined(a, b));
    Label {
        ar: joined(&one.ar, &other.ar),
        fr: joined(&one.fr, &other.fr),
        zgh: optional(&one.zgh, &other.zgh),
        en: optional(&one.en, &other.en),
    }
}

/// The list of one year as a person reads it, removed days included.
pub fn year(known: &National, edits: &[Edit], year: i16) -> Vec<Holiday> {
    let mut days = national(known, year);
    for edit in edits.iter().filter(|edit| edit.day.year() == year) {
        let standing = match (edit.kind, days.contains_key(&edit.day)) {
            (Kind::Working, _) => Standing::Removed,
            (Kind::Holiday, true) => Standing::Confirmed,
            (Kind::Holiday, false) => Standing::Added,
        };
        days.insert(edit.day, Holiday { day: edit.day, name: edit.name.clone(), standing });
    }
    days.into_values().collect()
}

/// The days off of every year that a file may touch.
pub fn days_off(known: &National, edits: &[Edit], today: Day) -> BTreeMap<Day, Label> {
    let years = today.year() - YEARS_BACK..=today.year() + YEARS_AHEAD;
    let far = edits.iter().map(|edit| edit.day.year()).filter(|year| !years.contains(year)).collect::<BTreeSet<_>>();
    let all = years.chain(far).flat_map(|one| year(known, edits, one));
    all.filter(|holiday| holiday.standing != Standing::Removed).map(|holiday| (holiday.day, holiday.name)).collect()
}

/// The calendar that delays are counted with, with the hours that hold today.
pub fn calendar(known: &National, edits: &[Edit], hours: &Hours, today: Day) -> Calendar {
    let (opens, closes) =
        if is_ramadan(known, today) { (hours.ramadan_opens, hours.ramadan_closes) } else { (hours.opens, hours.closes) };
    Calendar {
        holidays: days_off(known, edits, today),
        weekend: known.weekend.clone(),
        hours: OpeningHours { opens, closes },
        calendar_days_move: hours.days_move,
    }
}

pub fn is_ramadan(known: &National, day: Day) -> bool {
    known.ramadan.iter().any(|month| (month.from..=month.to).contains(&day))
}

/// Whether the holidays of the moon are known for this year, from the country or from the commune.
pub fn moon_is_known(known: &National, edits: &[Edit], year: i16) -> bool {
    known.dated.iter().any(|dated| dated.date.year() == year)
        || edits.iter().any(|edit| edit.kind == Kind::Holiday && edit.day.year() == year)
}

/// The hours of the pack, for a commune that has set none.
pub fn default_hours(known: &National) -> Hours {
    Hours {
        opens: known.opening.from,
        closes: known.opening.to,
        ramadan_opens: known.opening_ramadan.from,
        ramadan_closes: known.opening_ramadan.to,
        days_move: false,
    }
}

/// Doors close after they open.
pub fn check_hours(hours: &Hours) -> Result<(), Vec<Refusal>> {
    let mut wrong = Vec::new();
    if hours.opens >= hours.closes {
        wrong.push(Refusal::new("calendar-hours-reversed").at("closes"));
    }
    if hours.ramadan_opens >= hours.ramadan_closes {
        wrong.push(Refusal::new("calendar-hours-reversed").at("ramadan_closes"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Minutes after midnight of a text such as `08:30`.
pub fn minutes(text: &str) -> Option<i64> {
    let (hour, minute) = text.trim().split_once([':', 'h'])?;
    let whole = |part: &str, most: i64| part.parse::<i64>().ok().filter(|n| (0..=most).contains(n) && part.len() <= 2);
    Some(whole(hour, 23)? * 60 + whole(minute, 59)?)
}

pub fn clock_text(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
