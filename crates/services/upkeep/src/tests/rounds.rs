//! Rounds: planned, walked on a telephone, each note once, and what is broken reaches the same desk as every report.

use super::{lamps, report, town};
use assets::{AssetState, Change};
use platform::Problem;
use testing::{Town, Visitor};

const KEY: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789ab";
const OTHER_KEY: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789ac";

async fn unit(town: &Town, code: &'static str) -> kernel::Id {
    town.reads(move |rx| units::by_code(rx, code, None)).await.unwrap().id
}

fn plan<'a>(unit: &'a str, list: &'a str) -> Vec<(&'a str, &'a str)> {
    let day = "2026-11-25";
    vec![("title", "أعمدة المدينة"), ("kind", "lamp"), ("unit", unit), ("planned_on", day), ("list", list)]
}

/// A round of these lamps for the operator of lighting; its address.
async fn round(town: &Town, list: &str) -> String {
    let head = town.clerk("dgs").await;
    let unit = unit(town, "lighting-operator").await;
    head.post("/ar/desk/rounds", &plan(unit.as_str(), list)).await.sent_to()
}

async fn crew(town: &Town) -> Visitor {
    let unit = unit(town, "lighting-operator").await;
    town.clerk_in("contractor", Some(unit), None).await
}

async fn count(town: &Town) -> i64 {
    town.reads(|rx| {
        let all = cases::Where::tenant(rx);
        cases::lists::count(rx, all)
    })
    .await
}

#[tokio::test]
async fn a_crew_walks_a_round_and_what_is_broken_becomes_a_report() {
    let town = town().await;
    lamps(&town).await;
    let at = round(&town, "BLM-0401 – BLM-0403").await;
    let crew = crew(&town).await;
    crew.get("/ar/desk/rounds").await.ok().shows("أعمدة المدينة").shows("<bdi>0</bdi> من <bdi>3</bdi>");
    crew.get(&at).await.ok().shows("BLM-0402");
    let first = format!("{at}/1");
    crew.get(&first).await.ok().shows("BLM-0401").shows("geo:34.0389").shows("name=\"key\"");
    crew.post(&first, &[("key", KEY), ("finding", "in_order")]).await.redirects_to(&format!("{at}/2"));
    let broken = [("key", OTHER_KEY), ("finding", "broken"), ("words", "زجاج مكسور"), ("category", "street-lamp-out")];
    crew.post(&format!("{at}/2"), &broken).await.redirects_to(&format!("{at}/3"));
    town.drain().await;
    crew.post(&format!("{at}/2"), &broken).await.redirects_to(&format!("{at}/3"));
    assert_eq!(count(&town).await, 1, "the same note twice is one report");
    let filed = town
        .reads(|rx| {
            let all = cases::Where::tenant(rx);
            Ok(cases::lists::newest(rx, all, None, 1)?.remove(0))
        })
        .await;
    assert_eq!((filed.asset.as_deref(), filed.procedure.as_str()), (Some("BLM-0402"), "street-lamp-out"));
    assert!(filed.agent.is_some(), "the hand of the crew stands in the file");
    let sealed = filed.clone();
    assert_eq!(town.reads(move |rx| cases::unseal(rx, &sealed)).await.words, "زجاج مكسور");
    crew.get(&format!("{at}/2")).await.ok().shows(&filed.code).shows("زجاج مكسور");
    town.visitor().get("/ar/a/lamp/BLM-0402").await.ok().shows("عطب مبلغ عنه");
    town.does(|tx| {
        for (number, state) in [("BLM-0405", AssetState::Damaged), ("BLM-0406", AssetState::Reserved)] {
            let Some(lamp) = assets::by_number(tx, None, number)? else { return Err(Problem::NotFound) };
            let (point, quarter, street) = (lamp.point, lamp.quarter.clone(), lamp.street.clone());
            assets::change(tx, &lamp.id, Change { point, quarter, street, state, note: String::new() })?;
        }
        Ok(())
    })
    .await;
    town.visitor().get("/ar/a/lamp/BLM-0404").await.ok().shows("لا عطب مبلغا عنه");
    for (number, says) in [("BLM-0405", "متضرر"), ("BLM-0406", "محجوز")] {
        town.visitor().get(&format!("/ar/a/lamp/{number}")).await.ok().shows(says).shows_not("لا عطب مبلغا عنه");
    }
    let third = crew.post(&format!("{at}/3"), &[("finding", "not_found")]).await;
    third.redirects_to(&at);
    crew.get(&at).await.ok().shows("انتهت هذه الجولة");
    crew.post(&format!("{at}/2"), &broken).await.redirects_to(&at);
}

#[tokio::test]
async fn a_lamp_that_is_reported_already_gets_no_second_report() {
    let town = town().await;
    lamps(&town).await;
    let code = report(&town, "BLM-0401").await;
    let at = round(&town, "BLM-0401").await;
    let crew = crew(&town).await;
    crew.post(&format!("{at}/1"), &[("key", KEY), ("finding", "broken")]).await.redirects_to(&at);
    assert_eq!(count(&town).await, 1);
    crew.get(&format!("{at}/1")).await.ok().shows(&code);
}

#[tokio::test]
async fn a_stop_is_noted_once_and_a_key_belongs_to_one_stop() {
    let town = town().await;
    lamps(&town).await;
    let at = round(&town, "BLM-0401, BLM-0402").await;
    let crew = crew(&town).await;
    let first = format!("{at}/1");
    crew.post(&first, &[("key", KEY), ("finding", "unreadable")]).await.is(303);
    crew.post(&first, &[("key", OTHER_KEY), ("finding", "broken")]).await.is(422).shows("سجل زميل لكم");
    crew.post(&format!("{at}/2"), &[("key", KEY), ("finding", "broken")]).await.is(409);
    assert_eq!(count(&town).await, 0);
    for wrong in [vec![("key", OTHER_KEY)], vec![("finding", "lost")], vec![("finding", "broken"), ("category", "pothole")]] {
        crew.post(&format!("{at}/2"), &wrong).await.is(422);
    }
    crew.post(&format!("{at}/2"), &[("finding", "in_order"), ("key", "nonsense")]).await.is(422);
    for nowhere in [format!("{at}/3"), format!("{at}/x"), format!("{at}/0"), "/ar/desk/rounds/zz/1".into()] {
        crew.get(&nowhere).await.is(404);
        crew.post(&nowhere, &[("finding", "in_order")]).await.is(404);
    }
}

#[tokio::test]
async fn a_photo_of_a_round_is_made_anew_and_looking_at_it_is_noted() {
    let town = town().await;
    lamps(&town).await;
    let at = round(&town, "BLM-0401, BLM-0402").await;
    let crew = crew(&town).await;
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 9, 9])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let fields = [("key", KEY), ("finding", "not_found")];
    let first = format!("{at}/1");
    crew.post_file(&first, &fields, "photo", "p.png", b"no picture").await.is(415);
    crew.post_file(&first, &fields, "photo", "p.png", png.get_ref()).await.is(303);
    crew.get(&first).await.ok().shows("/photo?thumb=yes");
    let photo = format!("{}/photo", first.replacen("/ar", "", 1));
    assert!(crew.get(&photo).await.ok().bytes.starts_with(&[0xff, 0xd8]), "a JPEG of our own making");
    let entries = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 1_000)).await;
    assert!(entries.iter().any(|entry| entry.summary.to_string().contains("upkeep") && entry.subject.ends_with("/1")));
    crew.get(&photo.replace("/1/", "/2/")).await.is(404);
    town.visitor().get(&photo).await.is(401);
}

#[tokio::test]
async fn a_round_is_seen_by_its_unit_and_planned_by_who_leads() {
    let town = town().await;
    lamps(&town).await;
    let at = round(&town, "BLM-0401").await;
    let waste = unit(&town, "waste-operator").await;
    let others = town.clerk_in("contractor", Some(waste.clone()), None).await;
    others.get("/ar/desk/rounds").await.ok().shows_not("أعمدة المدينة");
    others.get(&at).await.is(404);
    others.post(&format!("{at}/1"), &[("finding", "broken")]).await.is(404);
    let crew = crew(&town).await;
    crew.get("/ar/desk/rounds/new").await.is(403);
    crew.post(&format!("{at}/end"), &[]).await.is(403);
    town.clerk("moderator").await.get("/ar/desk/rounds").await.is(403);
    let foreign_head = town.clerk_in("service_head", Some(waste), None).await;
    let lighting = unit(&town, "lighting-operator").await;
    foreign_head.post("/ar/desk/rounds", &plan(lighting.as_str(), "BLM-0401")).await.is(422).shows("من مصالحكم");
    let head = town.clerk("dgs").await;
    head.post(&format!("{at}/end"), &[]).await.redirects_to(&at);
    head.post(&format!("{at}/end"), &[]).await.redirects_to(&at);
    crew.post(&format!("{at}/1"), &[("finding", "in_order")]).await.is(422).shows("انتهت هذه الجولة");
}

#[tokio::test]
async fn a_plan_says_what_it_does_not_know_and_takes_a_quarter_instead_of_a_list() {
    let town = town().await;
    lamps(&town).await;
    let head = town.clerk("dgs").await;
    let unit = unit(&town, "lighting-operator").await;
    head.get("/ar/desk/rounds/new").await.ok().shows("Medina");
    let try_list = |list: String| {
        let (head, unit) = (&head, unit.as_str());
        async move { head.post("/ar/desk/rounds", &plan(unit, &list)).await }
    };
    try_list("BLM-0401, BLM-0499, RAB-AGD-0012".into())
        .await
        .is(422)
        .shows("\u{2066}BLM\u{2011}0499 (")
        .shows("الرباط")
        .shows("BLM-0401");
    try_list(" ".into()).await.is(422).shows("ألصقوا لائحة");
    let many: Vec<String> = (1..=600).map(|number| format!("BLM-{number}")).collect();
    try_list(many.join("\n")).await.is(422).shows("600");
    let mut quarter = plan(unit.as_str(), "");
    quarter.push(("quarter", "Medina"));
    let at = head.post("/ar/desk/rounds", &quarter).await.sent_to();
    head.get(&at).await.ok().shows("<bdi>0</bdi> من <bdi>12</bdi>");
    let mut nowhere = plan(unit.as_str(), "");
    nowhere.push(("quarter", "Atlantis"));
    head.post("/ar/desk/rounds", &nowhere).await.is(422);
    let twice = head.post("/ar/desk/rounds", &plan(unit.as_str(), "BLM-0401, blm401, BLM-٠٤٠١")).await.sent_to();
    head.get(&twice).await.ok().shows("<bdi>0</bdi> من <bdi>1</bdi>");
    for (name, value) in [("title", ""), ("planned_on", "2020-01-01"), ("planned_on", "x"), ("kind", "rocket"), ("unit", "x")] {
        let mut wrong = plan(unit.as_str(), "BLM-0401");
        wrong.retain(|(known, _)| *known != name);
        wrong.push((name, value));
        head.post("/ar/desk/rounds", &wrong).await.is(422);
    }
}
