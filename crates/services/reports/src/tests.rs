//! Rules first, then a report's way through a running town.

mod figures;
mod filing;
mod journey;
mod many;
mod objects;
mod photos;
mod public;

use crate::model::{KeptPhoto, Standing};
use crate::rules;
use kernel::Point;
use platform::{App, Config, Module};
use testing::{Reply, Town, Visitor};

/// In the medina, arrondissement of Bab Lamrissa.
const MEDINA: (&str, &str) = ("34.0389", "-6.8225");
const BAB_LAMRISSA: &str = "04.441.01.03";

#[test]
fn a_hand_that_files_many_or_repeats_itself_is_read_before_it_is_shown() {
    for (staff, signed_in, from, same, standing) in [
        (false, false, 0, 0, Standing::Plain),
        (false, false, 24, 2, Standing::Plain),
        (false, false, 25, 0, Standing::Quarantined),
        (false, true, 25, 0, Standing::Plain),
        (false, true, 0, 3, Standing::Quarantined),
        (true, true, 900, 900, Standing::Plain),
    ] {
        assert_eq!(rules::standing(staff, signed_in, from, same), standing, "{staff} {signed_in} {from} {same}");
    }
}

#[test]
fn a_published_point_is_the_middle_of_its_square() {
    let door = Point::new(34.038_912, -6.822_534).unwrap();
    for metres in [5, 25, 100, 1_000] {
        let shown = rules::grid(door, metres);
        assert!(shown.metres_to(door) <= f64::from(metres), "{metres}");
        assert_eq!(rules::grid(shown, metres), shown, "the middle stays the middle");
    }
    let neighbour = Point::new(34.038_950, -6.822_500).unwrap();
    assert_eq!(rules::grid(door, 1_000), rules::grid(neighbour, 1_000));
    assert_eq!(rules::grid(door, 0), door);
}

#[test]
fn medians_shares_and_means_are_of_what_was_counted() {
    assert_eq!(rules::median(&[]), None);
    assert_eq!(rules::median(&[(9, 1), (2, 5), (30, 1)]), Some(2));
    assert_eq!(rules::median(&[(1, 1), (3, 1), (10, 1)]), Some(3));
    assert_eq!((rules::percent(2, 3), rules::percent(0, 0)), (Some(67), None));
    assert_eq!((rules::mean(&[(5, 2), (3, 1)]), rules::mean(&[])), (Some(43), None));
}

#[test]
fn a_photo_between_two_pages_keeps_its_place() {
    let photo = KeptPhoto { blob: "aa".into(), thumb: "bb".into(), taken_at: Point::new(34.0389, -6.8225) };
    assert_eq!(KeptPhoto::parse(&photo.token("seal")), Some((photo.clone(), "seal")));
    let bare = KeptPhoto { taken_at: None, ..photo };
    assert_eq!(KeptPhoto::parse(&bare.token("seal")), Some((bare, "seal")));
    assert_eq!(KeptPhoto::parse("a~b~9999999999_1~c"), None);
    assert_eq!(KeptPhoto::parse(""), None);
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
        crate::module(),
    ]
}

async fn town() -> Town {
    Town::with(modules()).await
}

async fn town_where(change: impl FnOnce(&mut Config)) -> Town {
    Town::configured(modules(), change).await
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    page.split(&mark).nth(1).unwrap_or_else(|| panic!("no field {name}")).split('"').next().unwrap_or("").replace("&#x2f;", "/")
}

/// A pothole in the medina, as a citizen's form says it.
async fn pothole(visitor: &Visitor, words: &str) -> Reply {
    let page = visitor.get("/ar/report/pothole").await.ok().text();
    let key = hidden(&page, "x_key");
    visitor.post("/ar/report/pothole", &form(&key, words)).await
}

fn form<'a>(key: &'a str, words: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("x_key", key),
        ("words", words),
        ("lat", MEDINA.0),
        ("lon", MEDINA.1),
        ("publish", "yes"),
        ("x_asked", "size after-works"),
    ]
}

/// The code in the address of a receipt.
fn code(receipt: &str) -> String {
    receipt.rsplit_once("/receipt/").unwrap_or_else(|| panic!("{receipt}")).1.split('?').next().unwrap_or("").to_owned()
}

async fn count(town: &Town) -> i64 {
    town.reads(|rx| {
        let all = cases::Where::tenant(rx);
        cases::lists::count(rx, all)
    })
    .await
}

async fn case(town: &Town, code: &str) -> cases::Case {
    let code = code.to_owned();
    town.reads(move |rx| cases::by_code(rx, &code)).await
}

/// Publishes a case with these words.
async fn publish(town: &Town, code: &str, words: &'static str) {
    let case = case(town, code).await;
    town.does(move |tx| cases::moderate(tx, &case.id, Some(words), None)).await;
}

fn faults(app: &App) -> Vec<String> {
    testing::check_module(app, &crate::module())
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(faults(&town.app), Vec::<String>::new());
}
