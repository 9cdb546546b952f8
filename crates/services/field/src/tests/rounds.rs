//! Stops of rounds through the same door.

use super::{AREA, SYNC, agent, count, crew, key, lamp, list, owner, send, town};
use kernel::{Id, Lang};
use testing::{Town, Visitor};
use upkeep::{Finding, NewNote, NewRound};

async fn round(town: &Town) -> Id {
    town.does(|tx| assets::import(tx, "lamp", &[lamp("BLM-0401"), lamp("BLM-0402")])).await;
    let unit = crew(town).await;
    let new = NewRound {
        title: "أعمدة تابريكت".into(),
        kind: "lamp".into(),
        unit,
        planned_on: town.clock.now().day(),
        list: "BLM-0401, BLM-0402".into(),
        area: None,
        quarter: None,
        lang: Lang::Ar,
    };
    town.does(move |tx| upkeep::plan(tx, &new)).await
}

fn note<'a>(key: &'a str, round: &'a str, seq: &'a str, finding: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("key", key), ("kind", "stop"), ("round", round), ("seq", seq), ("finding", finding), ("words", "زجاج مكسور")]
}

async fn noted(agent: &Visitor, owner: &str, fields: &[(&str, &str)]) -> platform::Json {
    send(agent, owner, fields).await.ok().json()
}

#[tokio::test]
async fn a_round_goes_along_and_its_stops_are_noted_once() {
    let town = town().await;
    let round = round(&town).await.to_string();
    let agent = agent(&town).await;
    let shown = list(&agent).await;
    assert_eq!(shown["rounds"][0]["stops"][1]["number"], "BLM-0402");
    assert_eq!(shown["rounds"][0]["icon"], "lamp");
    let owner = owner(&agent).await;
    let told = noted(&agent, &owner, &note(&key(1), &round, "1", "in_order")).await;
    assert_eq!((told["outcome"].as_str(), told["again"].as_bool()), (Some("done"), Some(false)));
    let first = list(&agent).await["rounds"][0]["stops"][0].clone();
    assert_eq!(first["finding"], "in_order", "the list says what was found");
    for again in [false, true] {
        let told = noted(&agent, &owner, &note(&key(1), &round, "1", "in_order")).await;
        assert_eq!((told["outcome"].as_str(), told["again"].as_bool()), (Some("done"), Some(true)), "{again}");
        let told = noted(&agent, &owner, &note(&key(2), &round, "2", "broken")).await;
        assert!(told["code"].as_str().is_some(), "{told}");
    }
    town.drain().await;
    assert_eq!(count(&town).await, 1);
    assert!(list(&agent).await["rounds"].as_array().unwrap().is_empty(), "the round is done");
}

#[tokio::test]
async fn a_note_that_a_colleague_made_before_is_kept_with_the_object() {
    let town = town().await;
    let id = round(&town).await;
    let round = id.to_string();
    let agent = agent(&town).await;
    let owner = owner(&agent).await;
    let first = NewNote { key: Id::new(key(9)), finding: Finding::InOrder, words: String::new(), category: None, photo: None };
    let at = id.clone();
    town.does(move |tx| upkeep::note(tx, &at, 1, &first, Lang::Ar)).await;
    let told = noted(&agent, &owner, &note(&key(1), &round, "1", "unreadable")).await;
    assert_eq!(told["outcome"], "kept");
    let asset = town.reads(move |rx| Ok(upkeep::stops(rx, &id)?.remove(0).asset)).await;
    let chief = town.clerk("dgs").await;
    chief.get(&format!("/ar/admin/assets/{asset}")).await.ok().shows("زجاج مكسور").shows("/desk/field/photos/");
    chief.get(&format!("/desk/field/photos/{}?thumb=1", key(1))).await.ok();
    assert_eq!(count(&town).await, 0);
    let told = noted(&agent, &owner, &note(&key(2), &round, "1", "broken")).await;
    assert_eq!((told["outcome"].as_str(), count(&town).await), (Some("done"), 1), "what is broken is reported all the same");
    let told = noted(&agent, &owner, &note(&key(3), &round, "1", "broken")).await;
    assert_eq!((told["outcome"].as_str(), count(&town).await), (Some("kept"), 1), "once");
}

#[tokio::test]
async fn a_round_of_another_unit_does_not_exist() {
    let town = town().await;
    let round = round(&town).await.to_string();
    let other = town.reads(|rx| units::by_code(rx, "markets", None)).await.unwrap().id;
    let elsewhere = town.clerk_in("agent", Some(other), None).await.saying("accept", "application/json");
    let owner = owner(&elsewhere).await;
    assert!(list(&elsewhere).await["rounds"].as_array().unwrap().is_empty());
    send(&elsewhere, &owner, &note(&key(1), &round, "1", "in_order")).await.is(422).shows("field-round-gone");
    let agent = agent(&town).await;
    let mine = super::owner(&agent).await;
    send(&agent, &mine, &note(&key(1), &round, "7", "in_order")).await.is(422).shows("field-round-gone");
    let unread = [("owner", mine.as_str()), ("key", "x"), ("kind", "stop")];
    agent.post(SYNC, &unread).await.is(422);
    assert_eq!(AREA.len(), 12);
}
