//! Delays against the calendar of 2026: 18 November is a Wednesday and a holiday; Ramadan runs from 19 February.

use super::{Calendar, ClockState, Computation, DayKind, Mark, Pause, Span, due, state};
use crate::{Day, Label, Moment};

type Stretches<'a> = &'a [(&'a str, &'a str)];

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Ten in the morning of that day.
fn morning(text: &str) -> Moment {
    day(text).at(10, 0)
}

fn calendar() -> Calendar {
    let holidays = [("2026-11-06", "المسيرة الخضراء"), ("2026-11-18", "عيد الاستقلال"), ("2026-05-01", "عيد الشغل")];
    Calendar { holidays: holidays.map(|(on, ar)| (day(on), Label::new(ar, ""))).into(), ..Calendar::default() }
}

fn compute(start: &str, length: i64, kind: DayKind, pauses: Stretches, now: &str) -> Computation {
    let until = |text: &str| (!text.is_empty()).then(|| morning(text));
    let pauses: Vec<Pause> = pauses.iter().map(|(from, to)| Pause { from: morning(from), until: until(to) }).collect();
    due(morning(start), Span::new(length, kind), &calendar(), &pauses, morning(now))
}

fn due_day(start: &str, length: i64, kind: DayKind, pauses: Stretches) -> String {
    compute(start, length, kind, pauses, "2027-12-01").due.unwrap().day().to_string()
}

fn marks(computation: &Computation) -> String {
    computation.marks.iter().map(|mark| &mark.kind.as_str()[..1]).collect()
}

#[test]
fn each_kind_of_day_ends_where_the_law_says() {
    use DayKind::{Calendar, Full, Working};
    let table = [
        ("2026-11-02", 3, Calendar, "2026-11-05"),
        ("2026-11-03", 3, Calendar, "2026-11-06"), // a holiday, and calendar days do not move
        ("2026-11-02", 60, Calendar, "2027-01-01"),
        ("2026-11-02", 3, Working, "2026-11-05"),
        ("2026-11-02", 4, Working, "2026-11-09"),
        ("2026-11-07", 1, Working, "2026-11-09"),
        ("2026-11-02", 20, Working, "2026-12-02"),
        ("2026-11-02", 2, Full, "2026-11-05"),
        ("2026-11-03", 2, Full, "2026-11-09"), // Friday the 6th is a holiday, then the weekend
        ("2026-11-02", 7, Full, "2026-11-10"),
        ("2026-11-10", 7, Full, "2026-11-19"),
        ("2026-11-02", 30, Full, "2026-12-03"),
        ("2026-11-02", 0, Calendar, "2026-11-02"),
        ("2026-11-02", 0, Working, "2026-11-02"),
        ("2026-11-02", -5, Calendar, "2026-11-02"),
        ("2026-11-02", 0, Full, "2026-11-03"),
    ];
    for (start, length, kind, end) in table {
        assert_eq!(due_day(start, length, kind, &[]), end, "{start} + {length} {kind}");
    }
}

#[test]
fn every_day_says_what_it_was() {
    let full = compute("2026-11-03", 2, DayKind::Full, &[], "2026-11-03");
    assert_eq!(marks(&full), "fcchwwd");
    assert_eq!(full.moved_from, Some(day("2026-11-06")));
    assert_eq!(full.marks[3].label.as_ref().map(|label| label.ar.as_str()), Some("المسيرة الخضراء"));
    let working = compute("2026-11-05", 2, DayKind::Working, &[], "2026-11-05");
    assert_eq!((marks(&working).as_str(), working.moved_from), ("fhwwcd", None));
    let calendar = compute("2026-11-05", 4, DayKind::Calendar, &[("2026-11-06", "2026-11-07")], "2026-12-01");
    assert_eq!(marks(&calendar), "fpcccd");
}

#[test]
fn calendar_days_move_only_where_the_commune_says_so() {
    let moving = Calendar { calendar_days_move: true, ..calendar() };
    let computed = due(morning("2026-11-03"), Span::new(3, DayKind::Calendar), &moving, &[], morning("2026-11-03"));
    assert_eq!(computed.due, Some(day("2026-11-09").end()));
    assert_eq!(computed.moved_from, Some(day("2026-11-06")));
}

#[test]
fn a_pause_gives_back_the_days_it_took() {
    use DayKind::{Calendar, Full, Working};
    let table: [(i64, DayKind, Stretches, &str); 11] = [
        (10, Calendar, &[("2026-11-05", "2026-11-08")], "2026-11-15"),
        (10, Calendar, &[("2026-11-05", "2026-11-05")], "2026-11-12"),
        (10, Calendar, &[("2026-11-02", "2026-11-05")], "2026-11-15"), // from the first day
        (10, Calendar, &[("2026-11-02", "2026-11-05"), ("2026-11-05", "2026-11-07")], "2026-11-17"),
        (10, Calendar, &[("2026-11-12", "2026-11-15")], "2026-11-15"), // on the last day
        (10, Calendar, &[("2026-11-13", "2026-11-20")], "2026-11-12"), // after the end
        (10, Calendar, &[("2026-11-03", "2026-11-06"), ("2026-11-04", "2026-11-05")], "2026-11-15"),
        (10, Calendar, &[("2026-11-08", "2026-11-10"), ("2026-11-03", "2026-11-04")], "2026-11-15"),
        (3, Working, &[("2026-11-04", "2026-11-09")], "2026-11-10"),
        (2, Full, &[("2026-11-05", "2026-11-07")], "2026-11-09"),
        (1, Working, &[("2026-10-01", "2026-11-03")], "2026-11-04"), // begun before the delay
    ];
    for (length, kind, pauses, end) in table {
        assert_eq!(due_day("2026-11-02", length, kind, pauses), end, "{length} {kind} {pauses:?}");
    }
}

#[test]
fn a_pause_of_three_days_moves_the_end_three_days_wherever_it_falls() {
    let plain = day(&due_day("2026-11-02", 15, DayKind::Calendar, &[]));
    for offset in 0..=15 {
        let from = day("2026-11-02").plus_days(offset);
        let moved = due_day("2026-11-02", 15, DayKind::Calendar, &[(&from.to_string(), &from.plus_days(3).to_string())]);
        assert_eq!(day(&moved).days_since(plain), 3, "{from}");
    }
}

#[test]
fn while_the_clock_stands_still_no_end_is_told() {
    let open = [("2026-11-04", "")];
    for kind in [DayKind::Calendar, DayKind::Working, DayKind::Full, DayKind::Hours] {
        let computed = compute("2026-11-02", 90, kind, &open, "2026-11-05");
        assert_eq!(
            (computed.due, marks(&computed).as_str()),
            (None, if kind == DayKind::Hours { "fccp" } else { "fcpp" }),
            "{kind}"
        );
    }
    // It had already ended, or the pause is over, or its end lies ahead, or it has not begun.
    let ended = compute("2026-11-02", 1, DayKind::Calendar, &open, "2026-11-09");
    assert_eq!(ended.due, Some(day("2026-11-03").end()));
    let planned = [("2026-11-04", "2026-11-10")];
    assert_eq!(compute("2026-11-02", 5, DayKind::Calendar, &planned, "2026-11-05").due, None);
    assert_eq!(compute("2026-11-02", 5, DayKind::Calendar, &planned, "2026-11-11").due, Some(day("2026-11-13").end()));
    assert_eq!(compute("2026-11-02", 5, DayKind::Calendar, &planned, "2026-11-03").due, Some(day("2026-11-07").end()));
}

#[test]
fn hours_run_day_and_night_and_pauses_add_their_length() {
    let hours = |pauses: Stretches| {
        let pauses: Vec<Pause> = pauses.iter().map(|(f, u)| Pause { from: at(f), until: Some(at(u)) }).collect();
        let start = at("2026-11-06T20:15:30Z");
        due(start, Span::new(24, DayKind::Hours), &calendar(), &pauses, at("2026-12-01T00:00:00Z")).due.unwrap().to_string()
    };
    assert_eq!(hours(&[]), "2026-11-07T20:15:30.000000Z");
    assert_eq!(hours(&[("2026-11-07T01:00:00Z", "2026-11-07T02:30:00Z")]), "2026-11-07T21:45:30.000000Z");
    assert_eq!(hours(&[("2026-11-01T00:00:00Z", "2026-11-06T21:15:30Z")]), "2026-11-07T21:15:30.000000Z");
    assert_eq!(hours(&[("2026-11-07T20:15:30Z", "2026-11-09T00:00:00Z")]), "2026-11-07T20:15:30.000000Z");
    let chained = [("2026-11-07T20:00:00Z", "2026-11-07T21:00:00Z"), ("2026-11-07T21:10:00Z", "2026-11-07T22:10:00Z")];
    assert_eq!(hours(&chained), "2026-11-07T22:15:30.000000Z");
}

#[test]
fn the_end_is_casablancas_midnight_on_both_sides_of_ramadan() {
    // The clocks go back on Sunday 15 February, before dawn, and forward on Sunday 22 March.
    assert_eq!(compute("2026-02-10", 4, DayKind::Calendar, &[], "2026-02-10").due, Some(at("2026-02-14T22:59:59Z")));
    assert_eq!(compute("2026-02-10", 5, DayKind::Calendar, &[], "2026-02-10").due, Some(at("2026-02-15T23:59:59Z")));
    assert_eq!(compute("2026-02-10", 10, DayKind::Calendar, &[], "2026-02-10").due, Some(at("2026-02-20T23:59:59Z")));
    assert_eq!(compute("2026-03-10", 20, DayKind::Calendar, &[], "2026-03-10").due, Some(at("2026-03-30T22:59:59Z")));
    // Half past eleven at night in UTC is already the next civil day.
    let late = due(at("2026-11-01T23:30:00Z"), Span::new(1, DayKind::Calendar), &calendar(), &[], at("2026-11-01T23:30:00Z"));
    assert_eq!(late.due, Some(day("2026-11-03").end()));
}

#[test]
fn a_calendar_without_a_working_day_still_answers() {
    let closed = Calendar { weekend: (1..=7).collect(), ..Calendar::default() };
    let computed = due(morning("2026-11-02"), Span::new(i64::MAX, DayKind::Working), &closed, &[], morning("2026-11-02"));
    assert_eq!(computed.due, None);
    assert_eq!(closed.working_from(day("2026-11-02")), day("2026-11-02"));
}

#[test]
fn the_doors_are_open_in_office_hours_of_working_days() {
    let table = [("2026-11-02T07:29:59Z", false), ("2026-11-02T07:30:00Z", true), ("2026-11-02T15:30:00Z", false)];
    for (moment, open) in table.into_iter().chain([("2026-11-06T09:00:00Z", false), ("2026-11-07T09:00:00Z", false)]) {
        assert_eq!(calendar().is_open(at(moment)), open, "{moment}");
    }
    assert_eq!(calendar().working_from(day("2026-11-06")), day("2026-11-09"));
}

#[test]
fn a_clock_tells_how_it_stands() {
    let (start, end) = (at("2026-11-02T00:00:00Z"), at("2026-11-02T04:00:00Z"));
    let table = [
        (Some(end), None, "2026-11-02T01:00:00Z", ClockState::Running { left_secs: 10_800 }),
        (Some(end), None, "2026-11-02T03:00:00Z", ClockState::Near { left_secs: 3_600 }),
        (Some(end), None, "2026-11-02T04:00:00Z", ClockState::Near { left_secs: 0 }),
        (Some(end), None, "2026-11-02T04:00:01Z", ClockState::Late { secs: 1 }),
        (None, None, "2026-11-02T01:00:00Z", ClockState::Paused),
        (None, Some(start), "2026-11-02T01:00:00Z", ClockState::Met),
        (Some(end), Some(end), "2026-11-09T00:00:00Z", ClockState::Met),
        (Some(end), Some(at("2026-11-02T04:00:01Z")), "2026-11-02T05:00:00Z", ClockState::Missed),
    ];
    for (due, stopped, now, expected) in table {
        assert_eq!(state(start, due, stopped, at(now)), expected, "{now}");
    }
    assert_eq!(serde_json::to_string(&ClockState::Late { secs: 1 }).unwrap(), r#"{"state":"late","secs":1}"#);
}

#[test]
fn a_calendar_is_read_from_a_file() {
    let json = r#"{"holidays":{"2026-11-18":{"ar":"عيد الاستقلال","fr":"Fête de l’Indépendance"}}}"#;
    let read: Calendar = serde_json::from_str(json).unwrap();
    assert_eq!((read.is_working(day("2026-11-18")), read.is_working(day("2026-11-19"))), (false, true));
    assert_eq!(serde_json::from_str::<Calendar>(&serde_json::to_string(&read).unwrap()).unwrap(), read);
    assert_eq!(Mark::parse("holiday"), Some(Mark::Holiday));
}
