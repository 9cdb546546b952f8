//! Rules first, then deeds in a running town.

mod deeds;
mod doors;
mod reports;
mod rounds;

use crate::model::{Clash, Doubt};
use crate::rules::{self, Between, Now, Taken};
use assets::{AssetState, NewAsset};
use kernel::{Id, Moment, Point};
use platform::{Module, access};
use testing::{Town, Visitor};

/// Tabriquet, whose crew of roads has the potholes there.
const AREA: &str = "04.441.01.09";
const HERE: (&str, &str) = ("34.0517", "-6.7916");
const SYNC: &str = "/ar/desk/field/sync";

#[test]
fn what_was_seen_and_is_no_more_is_told_by_its_first_reason() {
    let (unit, other) = (Id::new("a"), Id::new("b"));
    let now = |open, unit, procedure, reached| Now { open, unit, procedure, reached };
    let clash = |now| rules::clash(&unit, "pothole", now);
    assert_eq!(clash(now(true, &unit, "pothole", true)), None);
    assert_eq!(clash(now(false, &other, "other", false)), Some(Clash::Closed));
    assert_eq!(clash(now(true, &other, "pothole", true)), Some(Clash::Moved), "the other unit may have a plan of its own");
    assert_eq!(clash(now(true, &unit, "other", true)), Some(Clash::Recategorised));
    assert_eq!(clash(now(true, &unit, "pothole", false)), Some(Clash::OutOfReach));
}

#[test]
fn a_proof_is_doubted_by_its_place_its_hour_and_a_wrong_clock() {
    let moment = |text: &str| Moment::parse(text).unwrap();
    let (asked, now) = (moment("2026-11-20T09:00:00Z"), moment("2026-11-24T09:00:00Z"));
    let (here, near, away) = (Point::new(34.05, -6.79), Point::new(34.0504, -6.7901), Point::new(34.06, -6.79));
    let doubts = |point, at: Option<&str>, done: Option<&str>| {
        let between = Between { listed: Some(moment("2026-11-21T10:00:00Z")), now };
        rules::doubts(here, asked, Taken { point, at: at.map(moment) }, done.map(moment), between)
    };
    let (fresh, done) = (Some("2026-11-22T10:00:00Z"), Some("2026-11-22T10:05:00Z"));
    assert_eq!(doubts(near, fresh, done), [], "two days without a network are no doubt");
    assert_eq!(doubts(away, fresh, done), [Doubt::Elsewhere]);
    assert_eq!(doubts(None, None, done), [Doubt::NoPlace, Doubt::NoTime]);
    assert_eq!(doubts(near, Some("2026-11-21T10:00:00Z"), done), [Doubt::Stale], "of the day before");
    assert_eq!(doubts(near, Some("2026-11-19T10:00:00Z"), done), [Doubt::Earlier, Doubt::Stale]);
    assert_eq!(doubts(near, Some("2026-11-22T10:00:00Z"), Some("2026-12-24T10:00:00Z")), [Doubt::Stale, Doubt::Clock]);
    let between = Between { listed: None, now: moment("2026-11-22T10:01:00Z") };
    assert_eq!(rules::doubts(None, asked, Taken { point: away, at: fresh.map(moment) }, None, between), []);
    let back = (Some("2026-11-20T10:00:00Z"), Some("2026-11-20T10:05:00Z"));
    assert_eq!(doubts(near, back.0, back.1), [Doubt::Clock], "done before the list was given");
    let unproved = Taken { point: near, at: fresh.map(moment) };
    assert_eq!(rules::doubts(here, asked, unproved, done.map(moment), between), [Doubt::Clock], "and with no list at all");
}

#[test]
fn words_on_a_telephone_lead_to_nobody() {
    for (words, spared) in [
        ("حفرة أمام الباب رقم 12", "حفرة أمام الباب رقم 12"),
        ("اتصلوا ب 0612345678 شكرا", "اتصلوا ب … شكرا"),
        ("Tel. +212 6 12-34-56-78.", "Tel. …."),
        ("٠٦١٢٣٤٥٦٧٨", "…"),
        ("a@b.ma\nici 1.5 m", "…\nici 1.5 m"),
        ("BLM-0401 2026", "BLM-0401 2026"),
    ] {
        let spared_of = rules::without_contacts(words);
        assert!(spared_of == spared || words.contains("@"), "{words}: {spared_of}");
        assert!(!spared_of.contains('@') && !spared_of.contains("12345678"), "{spared_of}");
    }
}

fn modules() -> Vec<Module> {
    vec![
        georeport::module(),
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        assets::module(),
        procedures::module(),
        cases::module(),
        ::reports::module(),
        contractors::module(),
        upkeep::module(),
        crate::module(),
    ]
}

async fn town() -> Town {
    Town::with(modules()).await
}

/// A member of the crew of roads of Tabriquet, with a telephone that asks for JSON.
async fn agent(town: &Town) -> Visitor {
    let unit = crew(town).await;
    town.clerk_in("agent", Some(unit), Some(AREA)).await.saying("accept", "application/json")
}

/// The same for somebody whose sessions end while he is away.
async fn hired(town: &Town) -> (Id, Id) {
    let unit = crew(town).await;
    town.does(move |tx| {
        let (account, person) = (tx.new_id(), tx.new_id());
        let starts_on = tx.today().plus_days(-9);
        let (role, area, decision) = ("agent".into(), Some(AREA.to_owned()), "test".into());
        let (id, unit, of) = (tx.new_id(), Some(unit.clone()), person.clone());
        access::add_grant(tx, &access::GrantRow { id, person: of, role, unit, area, starts_on, ends_on: None, decision })?;
        Ok((account, person))
    })
    .await
}

async fn signs_in(town: &Town, (account, person): &(Id, Id)) -> Visitor {
    town.staff(account, person).await.saying("accept", "application/json")
}

async fn crew(town: &Town) -> Id {
    town.reads(|rx| units::by_code(rx, "arr-roads", Some(AREA))).await.unwrap().id
}

fn key(n: u32) -> String {
    format!("01936f2a-7a3b-4c4d-8e5f-{n:012}")
}

fn photo() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 9, 9])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}

/// What the list says, as JSON.
async fn list(agent: &Visitor) -> platform::Json {
    agent.get("/ar/desk/field/list").await.ok().json()
}

async fn owner(agent: &Visitor) -> String {
    list(agent).await["owner"].as_str().unwrap().to_owned()
}

/// A deed with its photograph, taken here and now unless the fields say otherwise.
async fn send(agent: &Visitor, owner: &str, fields: &[(&str, &str)]) -> testing::Reply {
    let mut all = vec![("owner", owner)];
    let usual =
        [("done_at", "2026-11-24T08:59:00Z"), ("photo_at", "2026-11-24T08:58:00Z"), ("photo_lat", HERE.0), ("photo_lon", HERE.1)];
    all.extend(usual.into_iter().filter(|(name, _)| !fields.iter().any(|(given, _)| given == name)));
    all.extend_from_slice(fields);
    agent.post_file(SYNC, &all, "photo", "photo.jpg", &photo()).await
}

fn pothole(key: &str) -> Vec<(&str, &str)> {
    vec![("key", key), ("kind", "report"), ("category", "pothole"), ("lat", HERE.0), ("lon", HERE.1), ("words", "حفرة")]
}

/// A citizen reports a pothole in Tabriquet; its case.
async fn reported(town: &Town, words: &str) -> cases::Case {
    let fields = [("words", words), ("lat", HERE.0), ("lon", HERE.1), ("x_different", "yes"), ("contact_phone", "0612345678")];
    let receipt = town.visitor().post("/ar/report/pothole", &fields).await.sent_to();
    town.drain().await;
    let code = receipt.rsplit_once("/receipt/").unwrap().1.split('?').next().unwrap().to_owned();
    town.reads(move |rx| cases::by_code(rx, &code)).await
}

async fn count(town: &Town) -> i64 {
    town.reads(|rx| {
        let all = cases::Where::tenant(rx);
        cases::lists::count(rx, all)
    })
    .await
}

async fn case(town: &Town, id: &Id) -> cases::Case {
    let id = id.clone();
    town.reads(move |rx| cases::find(rx, &id)).await
}

async fn tasks(town: &Town, id: &Id) -> Vec<cases::Task> {
    let case = case(town, id).await;
    town.reads(move |rx| cases::tasks(rx, &case)).await
}

fn lamp(number: &str) -> NewAsset {
    NewAsset {
        line: 2,
        number: number.into(),
        point: Point::new(34.0517, -6.7916),
        quarter: "Tabriquet".into(),
        street: "Av. Mohammed V".into(),
        state: AssetState::InPlace,
        installed_on: None,
        note: String::new(),
    }
}
