//! The law of bookings by tables.

use super::{at, day};
use crate::grid::{self, Taken};
use crate::rules::{self, Policy};
use kernel::Moment;
use sites::{Identity, Span};

#[test]
fn a_visit_begins_where_it_still_fits() {
    let span = Span { from: at("2026-11-25T07:30:00Z"), to: at("2026-11-25T08:30:00Z") };
    let starts = |minutes, people| {
        let cells = grid::cells_of(minutes, people);
        grid::starts(&span, minutes, cells).map(|cell| grid::moment(cell).to_string()[11..16].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(starts(20, 1), ["07:30", "07:50", "08:10"]);
    assert_eq!(starts(20, 2), ["07:30", "07:50"], "two people need two turns");
    assert_eq!(starts(25, 1), ["07:30", "07:55"]);
    assert!(starts(240, 1).is_empty());
}

#[test]
fn no_start_is_doubled_or_lost_where_the_clocks_change() {
    let all = |on: &str| {
        let span = sites::rules::span(day(on), 60, 300).unwrap();
        grid::starts(&span, 30, 6).collect::<Vec<_>>()
    };
    let (back, forward) = (all("2026-02-15"), all("2026-03-22"));
    assert_eq!((back.len(), forward.len(), all("2026-11-24").len()), (10, 6, 8));
    assert!(back.windows(2).chain(forward.windows(2)).all(|pair| pair[1] - pair[0] == 6), "one after the other");
}

#[test]
fn a_seat_is_free_when_no_cell_of_it_is_taken() {
    let (now, mut taken) = (at("2026-11-24T09:00:00Z"), Taken::default());
    taken.add(11, 0, None);
    taken.add(13, 0, Some(now));
    taken.add(14, 0, Some(now.plus_secs(1)));
    let table = [(10, 1, 1), (10, 2, 0), (11, 1, 0), (12, 2, 1), (13, 2, 0)];
    for (first, cells, free) in table {
        assert_eq!(taken.free(first, cells, 1, now), free, "{cells} from {first}");
        assert_eq!(taken.free(first, cells, 2, now), free + 1, "a second seat is free");
    }
}

#[test]
fn a_name_a_mobile_and_a_card_where_the_matter_asks_it() {
    let keys = |name: &str, phone: &str, cin: &str, asked| {
        rules::bound(name, phone, cin, asked).map_err(|wrong| wrong.into_iter().map(|one| one.key).collect::<Vec<_>>())
    };
    assert!(keys("أمينة", "0612345678", "", Identity::Name).unwrap().cin.is_none());
    assert!(keys("أمينة", "0612345678", "AB123456", Identity::Name).unwrap().cin.is_none(), "what is not asked is not kept");
    assert_eq!(keys("", "0537000000", "x", Identity::NationalNumber).unwrap_err().len(), 3);
    assert_eq!(keys("Ali", "0612345678", "", Identity::NationalNumber).unwrap_err(), ["appointments-cin-wrong"]);
}

#[test]
fn a_person_is_the_same_however_his_name_is_written() {
    let of = |name: &str| rules::same_person(&rules::bound(name, "0612345678", "", Identity::Name).unwrap());
    assert_eq!(of("Amina  ALAOUI"), of("alaoui amina"));
    assert_ne!(of("Amina Alaoui"), of("Karim Alaoui"), "a family shares a telephone");
}

#[test]
fn days_open_at_moments_that_differ() {
    let policy = Policy::default();
    let released = |jitter| rules::released(day("2026-12-24"), jitter, &policy);
    assert_eq!(released(0), day("2026-11-24").at(7, 0));
    assert!(released(255) < day("2026-11-24").at(16, 0) && released(0) < released(1));
    let starts = day("2026-12-24").at(10, 0);
    assert!(!rules::is_open(starts, Moment(released(9).0).plus_secs(-1), released(9)));
    assert!(rules::is_open(starts, released(9), released(9)));
    assert!(!rules::is_open(starts, starts.plus_secs(-60), released(9)), "too late to come");
}

#[test]
fn two_misses_in_ninety_days_close_the_web_for_thirty() {
    let (policy, today) = (Policy::default(), day("2026-11-24"));
    let until = |days: &[&str]| {
        let missed: Vec<_> = days.iter().map(|text| day(text)).collect();
        rules::counter_only_until(&missed, today, &policy)
    };
    assert_eq!(until(&["2026-11-20"]), None);
    assert_eq!(until(&["2026-11-20", "2026-10-01"]), Some(day("2026-12-20")));
    assert_eq!(until(&["2026-11-20", "2026-05-01"]), None, "long ago");
    assert_eq!(until(&["2026-10-20", "2026-10-01"]), None, "thirty days have passed");
}

#[test]
fn a_freed_seat_rests_for_minutes_nobody_knows() {
    assert!((0..=255).all(|chance| (180..=1_200).contains(&rules::rest_secs(chance))));
}
