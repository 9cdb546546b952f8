//! Rules first, then reports, sums and rounds in a running town.

mod lighting;
mod rounds;

use crate::model::{Fault, Outcome, Place, Sums};
use crate::pages::place::Names;
use crate::rules::{self, Period};
use assets::{AssetState, NewAsset};
use kernel::{Day, Id, Label, Point};
use platform::Module;
use std::collections::BTreeMap;
use testing::{Town, check_module};

fn fault(case: &str, from: i64, until: Option<i64>) -> Fault {
    Fault {
        asset: Id::new("a"),
        case: Id::new(case),
        main: Id::new(case),
        procedure: "street-lamp-out".into(),
        fails: true,
        outcome: if until.is_some() { Outcome::Repaired } else { Outcome::Open },
        unit: Id::new(case),
        from,
        until,
    }
}

#[test]
fn reports_of_one_time_are_one_spell_and_what_was_dismissed_is_none() {
    let spells = |faults: &[Fault]| {
        rules::spells(faults, None).into_iter().map(|spell| (spell.from, spell.until, spell.reports)).collect::<Vec<_>>()
    };
    assert_eq!(spells(&[]), []);
    assert_eq!(spells(&[fault("a", 10, Some(20)), fault("b", 30, Some(40))]), [(10, Some(20), 1), (30, Some(40), 1)]);
    assert_eq!(spells(&[fault("b", 15, Some(40)), fault("a", 10, Some(20))]), [(10, Some(40), 2)], "in any order");
    assert_eq!(spells(&[fault("a", 10, Some(50)), fault("b", 15, Some(20))]), [(10, Some(50), 2)], "one inside the other");
    assert_eq!(spells(&[fault("a", 10, None), fault("b", 15, Some(20)), fault("c", 90, None)]), [(10, None, 3)]);
    let mut refused = fault("b", 15, Some(90));
    refused.outcome = Outcome::Dismissed;
    let mut pole = fault("c", 15, Some(90));
    pole.fails = false;
    assert_eq!(spells(&[fault("a", 10, Some(20)), refused, pole]), [(10, Some(20), 1)]);
    let installed = rules::spells(&[fault("a", 10, Some(20)), fault("b", 30, Some(60))], Some(40));
    assert_eq!(installed.iter().map(|spell| (spell.from, spell.until)).collect::<Vec<_>>(), [(40, Some(60))]);
    let units = rules::spells(&[fault("a", 10, Some(20)), fault("b", 15, Some(40)), fault("c", 16, Some(18))], None);
    assert_eq!(units[0].unit.as_str(), "b", "who ended it answers for it");
}

#[test]
fn a_quarter_of_the_year_is_named_and_followed_by_the_next() {
    let of = |text: &str| Period::of(Day::parse(text).unwrap()).to_string();
    assert_eq!((of("2026-01-01"), of("2026-03-31"), of("2026-12-31")), ("2026-Q1".into(), "2026-Q1".into(), "2026-Q4".into()));
    let last = Period::parse("2026-Q4").unwrap();
    assert_eq!((last.first(), last.next().to_string()), (Day::parse("2026-10-01"), "2027-Q1".to_owned()));
    for wrong in ["", "2026", "2026-Q5", "2026-Q0", "x-Q1", "1-Q1", "2026-Q1x"] {
        assert_eq!(Period::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn shares_and_rates_are_given_where_they_say_something() {
    let sums = |objects, object_secs, dark_secs| Sums { objects, object_secs, dark_secs, failures: 0 };
    assert_eq!(rules::availability(&sums(10, 10_000, 0)), Some(10_000));
    assert_eq!(rules::availability(&sums(10, 10_000, 700)), Some(9_300));
    assert_eq!(rules::availability(&sums(0, 0, 0)), None);
    assert_eq!(rules::availability(&sums(35_000, i64::MAX / 2, i64::MAX / 2)), Some(0), "no overflow in a large town");
    assert_eq!((rules::rate(3, 9), rules::rate(3, 10), rules::rate(5, 40)), (None, Some(300), Some(125)));
    assert_eq!((rules::median(&[(2, 1), (9, 1), (4, 1)]), rules::median(&[])), (Some(4), None));
}

#[test]
fn small_places_are_joined_and_every_sum_stays() {
    let place = |area: &str, quarter: &str| Place { area: Some(area.into()), quarter: quarter.into(), ..Place::default() };
    let sums = |objects| Sums { objects, object_secs: objects * 100, dark_secs: objects, failures: 1 };
    let places = BTreeMap::from([
        (place("a", "large"), sums(40)),
        (place("a", "small"), sums(6)),
        (place("a", "tiny"), sums(5)),
        (place("b", "small"), sums(3)),
    ]);
    let total = crate::total(&places);
    let joined = rules::without_small(places);
    assert_eq!(joined[&place("a", "large")].objects, 40);
    assert_eq!(joined[&place("a", "")].objects, 11);
    assert_eq!(joined[&Place::default()].objects, 3);
    assert_eq!((joined.len(), crate::total(&joined)), (3, total));
}

#[test]
fn a_quarter_is_named_in_the_language_of_the_page_and_a_street_as_it_is_written() {
    let medina =
        places::Quarter {
            id: "medina".into(), arrondissement: None, name: Label::new("المدينة العتيقة", "Médina"), point: None
        };
    let names = Names::of(BTreeMap::from([("a".to_owned(), Label::new("باب لمريسة", "Bab Lamrissa"))]), vec![medina.clone()]);
    for written in ["المدينة العتيقة", "Médina", "MEDINA"] {
        assert_eq!(names.quarter(written), medina.name, "{written}");
    }
    assert_eq!(names.quarter("Salam"), Label::new("", "Salam"), "no quarter of the commune");
    let place = |area: &str, quarter: &str, street: &str| {
        names.of_place(&Place { area: Some(area.into()), quarter: quarter.into(), street: street.into() })
    };
    let whole = place("a", "المدينة العتيقة", "شارع لالة أمينة");
    assert_eq!((&whole["area"]["fr"], &whole["quarter"]["fr"]), (&"Bab Lamrissa".into(), &"Médina".into()));
    assert_eq!((&whole["street"]["ar"], &whole["street"]["fr"]), (&"شارع لالة أمينة".into(), &"".into()), "in Arabic alone");
    let rest = place("none", "", "");
    assert!(rest["area"].is_null() && rest["quarter"].is_null() && rest["street"].is_null());
}

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        assets::module(),
        procedures::module(),
        cases::module(),
        reports::module(),
        crate::module(),
    ]
}

async fn town() -> Town {
    Town::with(modules()).await
}

fn lamp(number: &str, quarter: &str) -> NewAsset {
    NewAsset {
        line: 2,
        number: number.into(),
        point: Point::new(34.0389, -6.8225),
        quarter: quarter.into(),
        street: "Av. Mohammed V".into(),
        state: AssetState::InPlace,
        installed_on: None,
        note: String::new(),
    }
}

/// Twelve lamps of a quarter, `BLM-0401` and on, and four of another.
async fn lamps(town: &Town) {
    let mut rows: Vec<NewAsset> = (401..=412).map(|number| lamp(&format!("BLM-0{number}"), "Medina")).collect();
    rows.extend((1..=4).map(|number| lamp(&format!("SLM-000{number}"), "Salam")));
    town.does(move |tx| assets::import(tx, "lamp", &rows)).await;
    town.drain().await;
}

/// Somebody reports a lamp; the code of the report.
async fn report(town: &Town, number: &str) -> String {
    let fields = [("words", number), ("how-many", "one"), ("asset_number", number), ("publish", "yes"), ("x_different", "yes")];
    let receipt = town.visitor().post("/ar/report/street-lamp-out", &fields).await.sent_to();
    town.drain().await;
    receipt.rsplit_once("/receipt/").unwrap().1.split('?').next().unwrap().to_owned()
}

async fn case(town: &Town, code: &str) -> cases::Case {
    let code = code.to_owned();
    town.reads(move |rx| cases::by_code(rx, &code)).await
}

/// The house answers a report.
async fn answer(town: &Town, code: &str, outcome: &'static str) {
    let case = case(town, code).await;
    let given =
        cases::Given { words: "شكرا على تنبيهكم".into(), outcome: Some(outcome.into()), ..cases::Given::default() };
    town.does(move |tx| cases::act(tx, &case.id, "answer", &given, false)).await;
    town.drain().await;
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}
