//! The law of outages: what may be told of one, and how long systems were away. No database, no clock, no language.

use crate::model::Outage;
use kernel::text::western_digit;
use kernel::{Day, Moment, Refusal};

/// An outage is told when it is felt; what is older is a mistake of the keyboard.
const OLDEST_DAYS: i64 = 30;
/// Nobody promises an end that far away.
const FURTHEST_DAYS: i64 = 60;
/// Clocks of two machines differ a little.
const SKEW_SECS: i64 = 120;
/// How far back the public page goes.
pub const HISTORY_DAYS: i64 = 90;

/// The hour as typed, `10:20`, `10h20` or `١٠:٢٠`, on a civil day.
pub fn at(day: Day, typed: &str) -> Option<Moment> {
    let typed: String = typed.trim().chars().map(western_digit).collect();
    let (hour, minute) = typed.split_once([':', 'h', 'H', '.'])?;
    let minute = if minute.is_empty() { "0" } else { minute };
    let (hour, minute): (i8, i8) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then(|| day.at(hour, minute))
}

/// Since when it may be told to last.
pub fn check_since(since: Moment, now: Moment) -> Result<(), Refusal> {
    if since > now.plus_secs(SKEW_SECS) {
        return Err(Refusal::new("outages-since-later").at("since"));
    }
    if since < now.plus_secs(-OLDEST_DAYS * 86_400) {
        return Err(Refusal::new("outages-since-old").with("days", OLDEST_DAYS).at("since"));
    }
    Ok(())
}

/// When it may be expected to end.
pub fn check_expected(expected: Option<Moment>, now: Moment) -> Result<(), Refusal> {
    match expected {
        Some(expected) if expected <= now => Err(Refusal::new("outages-expected-past").at("expected")),
        Some(expected) if expected > now.plus_secs(FURTHEST_DAYS * 86_400) => {
            Err(Refusal::new("outages-expected-far").with("days", FURTHEST_DAYS).at("expected"))
        }
        _ => Ok(()),
    }
}

/// It ended after it began, and not later than now.
pub fn check_end(outage: &Outage, ended: Moment, now: Moment) -> Result<(), Refusal> {
    let inside = outage.since <= ended && ended <= now.plus_secs(SKEW_SECS);
    if inside { Ok(()) } else { Err(Refusal::new("outages-end-wrong").at("ended")) }
}

/// Seconds of a span during which at least one of the outages lasted; what overlaps counts once.
pub fn down_secs<'a>(outages: impl IntoIterator<Item = &'a Outage>, from: Moment, to: Moment) -> i64 {
    let mut spans: Vec<(Moment, Moment)> = outages
        .into_iter()
        .map(|outage| (outage.since.max(from), outage.ended_at.unwrap_or(to).min(to)))
        .filter(|(start, end)| start < end)
        .collect();
    spans.sort();
    let (mut total, mut reached) = (0, from);
    for (start, end) in spans {
        total += end.secs_since(start.max(reached)).max(0);
        reached = reached.max(end);
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Source;
    use kernel::{Id, Label};

    fn moment(hour: i8, minute: i8) -> Moment {
        Day::ymd(2026, 11, 24).unwrap().at(hour, minute)
    }

    fn outage(since: Moment, ended: Option<Moment>) -> Outage {
        Outage {
            id: Id::new("o"),
            system: "network".into(),
            source: Source::Staff,
            since,
            sites: vec!["hall".into()],
            matters: vec!["birth".into()],
            words: Label::default(),
            expected: None,
            declared_at: since,
            declared_by: "x".into(),
            updated_at: since,
            ended_at: ended,
        }
    }

    #[test]
    fn an_hour_is_read_as_people_write_it() {
        let day = Day::ymd(2026, 11, 24).unwrap();
        for typed in ["10:20", "10h20", " 10.20 ", "١٠:٢٠"] {
            assert_eq!(at(day, typed), Some(moment(10, 20)), "{typed}");
        }
        assert_eq!(at(day, "9h"), Some(moment(9, 0)));
        for wrong in ["", "10", "24:00", "10:60", "-1:20", "ten:20"] {
            assert_eq!(at(day, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_outage_began_before_it_was_told() {
        let now = moment(10, 40);
        assert!(check_since(moment(10, 20), now).is_ok());
        assert_eq!(check_since(moment(10, 50), now).unwrap_err().key, "outages-since-later");
        assert_eq!(check_since(now.plus_secs(-31 * 86_400), now).unwrap_err().key, "outages-since-old");
        assert!(check_expected(None, now).is_ok() && check_expected(Some(moment(12, 0)), now).is_ok());
        assert_eq!(check_expected(Some(moment(10, 30)), now).unwrap_err().key, "outages-expected-past");
        assert_eq!(check_expected(Some(now.plus_secs(61 * 86_400)), now).unwrap_err().key, "outages-expected-far");
        let open = outage(moment(10, 20), None);
        assert!(check_end(&open, moment(10, 30), now).is_ok());
        assert!(check_end(&open, moment(10, 10), now).is_err() && check_end(&open, moment(11, 0), now).is_err());
    }

    #[test]
    fn what_overlaps_counts_once() {
        let (from, to) = (moment(8, 0), moment(16, 0));
        type Hours = (i8, Option<i8>);
        let table: [(&[Hours], i64); 6] = [
            (&[], 0),
            (&[(10, Some(12))], 2),
            (&[(10, Some(12)), (11, Some(13))], 3),
            (&[(10, Some(14)), (11, Some(12))], 4),
            (&[(7, Some(9)), (15, None)], 2),
            (&[(6, Some(7)), (17, Some(18))], 0),
        ];
        for (spans, hours) in table {
            let outages: Vec<_> =
                spans.iter().map(|(since, ended)| outage(moment(*since, 0), ended.map(|hour| moment(hour, 0)))).collect();
            assert_eq!(down_secs(&outages, from, to), hours * 3_600, "{spans:?}");
        }
    }

    #[test]
    fn an_outage_without_places_concerns_everybody() {
        let narrow = outage(moment(9, 0), None);
        assert!(narrow.concerns("hall", "birth") && !narrow.concerns("hall", "tax") && !narrow.concerns("annex", "birth"));
        let wide = Outage { sites: vec![], matters: vec![], ..narrow };
        assert!(wide.concerns("annex", "tax") && wide.is_at("hall"));
    }
}
