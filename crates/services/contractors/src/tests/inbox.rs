//! The contractor's own pages: what is typed stays where it was typed, what is late says so, and each list counts what it shows.

use super::{TABRIQUET, agree, jpeg, order, town, unit, waste_at};
use crate::actions::{link, orders as act};
use crate::model::{Given, OrderState, Repeat, Step, Way};
use cases::{FileRole, NewFile};
use platform::{Actor, Scope};
use testing::{SALE, Town, Visitor};

/// What stands in the box of this id.
fn typed_in(page: &str, id: &str) -> String {
    let after = page.split(&format!("<textarea id=\"{id}\"")).nth(1).unwrap_or_else(|| panic!("no box {id}"));
    let inner = after.split_once('>').and_then(|(_, rest)| rest.split_once("</textarea>")).expect("a whole box").0;
    inner.trim().to_owned()
}

async fn contractor(town: &Town) -> Visitor {
    town.clerk_in("contractor", Some(unit(town, "waste-operator").await), None).await
}

async fn chief(town: &Town) -> Visitor {
    town.clerk_in("service_head", Some(unit(town, "waste-followup").await), None).await
}

#[tokio::test]
async fn words_that_come_back_stand_in_the_box_where_they_were_typed() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let id = order(&town, &waste_at(&town, TABRIQUET).await).await.id;
    let asked = id.clone();
    let token = town.reads(move |rx| link::token(rx, &asked)).await;
    for (who, page) in
        [(contractor(&town).await, format!("/ar/contractor/{id}/act")), (town.visitor(), format!("/ar/orders/{token}/act"))]
    {
        let proof = [("step", "prove"), ("words", "أفرغت الحاوية"), ("lat", "34.0517"), ("lon", "-6.7916")];
        let text = who.post(&page, &proof).await.is(422).shows("href=\"#f-after\"").text();
        assert_eq!((typed_in(&text, "f-done-words").as_str(), typed_in(&text, "f-words").as_str()), ("أفرغت الحاوية", ""));
        assert!(text.contains("value=\"34.0517\""), "the place goes along");

        let unreadable = who.post_file(&page, &proof, "after", "p.jpg", b"GIF89a").await.is(422);
        let text = unreadable.shows("href=\"#f-after\"").shows("id=\"f-after-error\"").text();
        assert_eq!(typed_in(&text, "f-done-words"), "أفرغت الحاوية");
        let text = who.post_file(&page, &proof, "before", "p.jpg", b"GIF89a").await.is(422).shows("id=\"f-before-error\"").text();
        assert_eq!(typed_in(&text, "f-done-words"), "أفرغت الحاوية");

        let long = "ك".repeat(1_001);
        let text = who.post(&page, &[("step", "prove"), ("words", &long)]).await.is(422).shows("href=\"#f-done-words\"").text();
        assert_eq!((typed_in(&text, "f-done-words"), typed_in(&text, "f-words")), (long.clone(), String::new()));
        let text = who.post(&page, &[("step", "refuse"), ("words", &long)]).await.is(422).shows("href=\"#f-words\"").text();
        assert_eq!((typed_in(&text, "f-done-words"), typed_in(&text, "f-words")), (String::new(), long));
    }
    assert_eq!(town.reads(move |rx| crate::store::orders::find(rx, &id)).await.state, OrderState::Given);
}

#[tokio::test]
async fn an_order_stays_late_by_the_hour_at_which_it_was_due() {
    for repeat in [Repeat::Once, Repeat::Daily] {
        let town = town().await;
        agree(&town, Way::Inbox, repeat).await;
        let case = waste_at(&town, TABRIQUET).await;
        let due = kernel::format::moment(order(&town, &case).await.given_at.plus_secs(24 * 3_600), kernel::Lang::Fr);
        contractor(&town).await.get("/fr/contractor").await.ok().shows(&due).shows_not("class=\"late\"");
        town.advance_hours(50).await;
        let (own, chief) = (contractor(&town).await, chief(&town).await);
        let late = "<span class=\"late\">En retard</span>";
        let until = format!("Avant le <bdi>{due}</bdi>");
        own.get("/fr/contractor").await.ok().shows(late).shows(&until);
        chief.get("/fr/desk/contractors").await.ok().shows(late).shows(&until);
        chief.get(&format!("/fr/desk/{case}")).await.ok().shows(late).shows(&until);
    }
}

#[tokio::test]
async fn what_was_claimed_in_time_is_not_late_while_nobody_looks() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let id = order(&town, &case).await.id;
    let why = Given { words: "خارج مجالنا".into(), ..Given::default() };
    town.does(move |tx| act::work(tx, &id, Step::Refuse, &why).map(drop)).await;
    town.advance_hours(50).await;
    let id = order(&town, &case).await.id;
    let own = contractor(&town).await;
    own.get("/fr/contractor").await.ok().shows_not("class=\"late\"");
    own.get(&format!("/fr/contractor/{id}")).await.ok().shows_not("Délai dépassé");
}

#[tokio::test]
async fn the_inbox_parts_what_is_to_be_done_from_what_the_commune_looks_at() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let mut codes = Vec::new();
    for north in 0..43 {
        let case = waste_at(&town, (TABRIQUET.0 + f64::from(north) * 0.0002, TABRIQUET.1)).await;
        let given = order(&town, &case).await;
        codes.push(given.code.clone());
        if north < 2 {
            let why = Given { words: "خارج مجالنا".into(), ..Given::default() };
            town.does(move |tx| act::work(tx, &given.id, Step::Refuse, &why).map(drop)).await;
        }
        town.clock.advance_secs(1);
    }
    let own = contractor(&town).await;
    let first = own.get("/fr/contractor").await.ok().shows("<h2>À faire (41)</h2>");
    let menu = first.text().split("<main").next().unwrap_or_default().to_owned();
    assert!(menu.contains(">41</"), "{menu}");
    let text = first.shows_not("En attente de la commune").shows_not(&codes[0]).shows(&codes[2]).shows_not(&codes[42]).text();
    let next = text.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    let rest = own.get(&next.replace("&amp;", "&")).await.ok().shows("En attente de la commune");
    rest.shows(&codes[42]).shows(&codes[0]).shows(&codes[1]).shows_not(&codes[2]);
}

#[tokio::test]
async fn what_comes_by_the_link_is_told_as_the_contractors() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let id = order(&town, &case).await.id;
    let token = town.reads(move |rx| link::token(rx, &id)).await;
    let chief = chief(&town).await;
    let file = format!("/fr/desk/{case}");
    chief.get(&file).await.ok().shows_not("<bdi>Le prestataire</bdi>");
    let page = format!("/fr/orders/{token}/act");
    town.visitor().post_file(&page, &[("step", "prove")], "after", "p.jpg", &jpeg()).await.is(303);
    let text = chief.get(&file).await.ok().shows("<bdi>Le prestataire</bdi>").text();
    let authors = text.matches("<bdi>La personne</bdi>").count();
    let photo = NewFile::image(FileRole::Photo, "aa".into(), "bb".into(), "image/jpeg".into());
    let asked = case.clone();
    let public = Scope { actor: Actor::Public, ..Scope::system(SALE) };
    let add = move |tx: &mut platform::Tx| {
        let case = cases::find(tx, &asked)?;
        cases::add_file(tx, &case, &photo).map(drop)
    };
    town.app.store().write(public, add).await.unwrap();
    let text = chief.get(&file).await.ok().text();
    assert_eq!(text.matches("<bdi>Le prestataire</bdi>").count(), 1, "the author's photo is not his");
    assert_eq!(text.matches("<bdi>La personne</bdi>").count(), authors + 1);
}
