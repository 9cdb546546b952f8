//! Days that cannot be: a birth that has not come yet, works that began before they were asked for, an end before its start.

use crate::model::Question;
use kernel::format::short_day;
use kernel::{Day, Refusal};
use platform::Json;

/// Days from today that a limit may name.
const FARTHEST: i64 = 36_500;

/// The earliest or latest day of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit<'a> {
    /// So many days after today; before it when negative.
    Today(i64),
    /// The day that another question was answered with.
    Question(&'a str),
}

impl<'a> Limit<'a> {
    /// `today`, `today+7d`, `today-30d`, or the id of a question.
    pub fn parse(text: &'a str) -> Option<Limit<'a>> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        match text.strip_prefix("today") {
            Some("") => Some(Limit::Today(0)),
            Some(shift) if shift.starts_with(['+', '-']) => {
                let days: i64 = shift.strip_suffix('d')?.parse().ok()?;
                (-FARTHEST..=FARTHEST).contains(&days).then_some(Limit::Today(days))
            }
            _ => (!text.is_empty() && text.chars().all(plain)).then_some(Limit::Question(text)),
        }
    }

    /// The day it stands for; nothing while that is not known.
    pub fn day(self, context: &Json) -> Option<Day> {
        let known = |name: &str| Day::parse(context.get(name)?.as_str()?);
        match self {
            Limit::Today(days) => Some(known("today")?.plus_days(days)),
            Limit::Question(id) => known(id),
        }
    }
}

/// The first and last day that a question allows, as far as they are known.
pub fn bounds(question: &Question, context: &Json) -> (Option<Day>, Option<Day>) {
    let day = |limit: &Option<String>| limit.as_deref().and_then(Limit::parse)?.day(context);
    (day(&question.not_before), day(&question.not_after))
}

/// Refuses a day that the question does not allow.
pub fn within(question: &Question, day: Day, context: &Json) -> Result<Day, Refusal> {
    let today = |limit: &Option<String>| limit.as_deref() == Some("today");
    match bounds(question, context) {
        (Some(first), _) if day < first => Err(match today(&question.not_before) {
            true => Refusal::new("procedures-day-past"),
            false => Refusal::new("procedures-day-too-early").with("day", short_day(first)),
        }),
        (_, Some(last)) if day > last => Err(match today(&question.not_after) {
            true => Refusal::new("procedures-day-to-come"),
            false => Refusal::new("procedures-day-too-late").with("day", short_day(last)),
        }),
        _ => Ok(day),
    }
}

/// Refuses a day that has not come yet.
pub fn come(day: Day, context: &Json) -> Result<Day, Refusal> {
    match (Limit::Today(0)).day(context) {
        Some(today) if day > today => Err(Refusal::new("procedures-day-to-come")),
        _ => Ok(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_as_they_are_written() {
        let table: [(&str, Option<Limit>); 9] = [
            ("today", Some(Limit::Today(0))),
            ("today+7d", Some(Limit::Today(7))),
            ("today-30d", Some(Limit::Today(-30))),
            ("starts", Some(Limit::Question("starts"))),
            ("today+7", None),
            ("today+99999d", None),
            ("today+xd", None),
            ("", None),
            ("2026/01/01", None),
        ];
        for (text, limit) in table {
            assert_eq!(Limit::parse(text), limit, "{text}");
        }
    }
}
