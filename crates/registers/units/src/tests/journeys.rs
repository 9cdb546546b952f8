//! Units in a running town.

use crate::model::{Duty, Names, Unit};
use crate::posts::{NewAbsence, NewPost};
use kernel::{Day, Id};
use platform::Module;
use testing::{Town, check_module};

const TABRIQUET: &str = "04.441.01.09";
const NADIA: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789a1";
const SAID: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789a2";

/// Stands for the module that knows persons.
fn persons() -> Module {
    Module::new("persons").facts(|_, facts| {
        facts.put(Names(|_| Ok(vec![(Id::new(NADIA), "نادية الفاسي".into()), (Id::new(SAID), "Saïd <Ouazzani>".into())])));
        Ok(())
    })
}

async fn town() -> Town {
    Town::with([places::module(), crate::module(), persons()]).await
}

async fn unit(town: &Town, code: &'static str, area: Option<&'static str>) -> Unit {
    town.reads(move |rx| crate::by_code(rx, code, area)).await.unwrap_or_else(|| panic!("{code} is there"))
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[tokio::test]
async fn a_commune_opens_with_one_crew_in_each_arrondissement() {
    let town = town().await;
    let units = town.reads(crate::all).await;
    assert_eq!(units.iter().filter(|unit| unit.code == "arr-roads").count(), 5);
    let crew = unit(&town, "arr-roads", Some(TABRIQUET)).await;
    assert_eq!(crew.name.fr, "Équipe voirie et espaces verts de l'arrondissement (Tabriquet)");
    let director = unit(&town, "arr-director", Some(TABRIQUET)).await;
    assert_eq!(crew.parent, Some(director.id));
    assert!(town.reads(|rx| crate::by_code(rx, "arr-roads", None)).await.is_none());
    assert!(town.reads(|rx| crate::by_code(rx, "roads", Some(TABRIQUET))).await.is_none());
    assert!(unit(&town, "lighting-operator", None).await.external);
    let triage = town.reads(|rx| crate::with_duty(rx, Duty::Triage)).await;
    assert_eq!(triage.iter().map(|unit| unit.code.as_str()).collect::<Vec<_>>(), ["complaints-cell"]);
    let roots = units.iter().filter(|unit| unit.parent.is_none()).count();
    assert_eq!(roots, 1, "everything hangs below the presidency");
}

#[tokio::test]
async fn installing_again_brings_nothing_back() {
    let town = town().await;
    let before = town.reads(crate::all).await;
    let crew = unit(&town, "arr-roads", Some(TABRIQUET)).await;
    let gone = crew.id.clone();
    town.does(move |tx| crate::retire(tx, &gone)).await;
    town.does(crate::install).await;
    assert_eq!(town.reads(crate::all).await.len(), before.len() - 1);
    assert_eq!(town.reads(move |rx| crate::find(rx, &crew.id)).await.retired_on, Some(day("2026-11-24")));
}

#[tokio::test]
async fn a_grant_on_a_division_reaches_its_services() {
    let town = town().await;
    let (works, roads, audit, top) = (
        unit(&town, "works", None).await,
        unit(&town, "roads", None).await,
        unit(&town, "audit", None).await,
        unit(&town, "presidency", None).await,
    );
    let (works_id, roads_id) = (works.id.clone(), roads.id.clone());
    assert!(town.reads(move |rx| crate::covers(rx, &works_id, &roads_id)).await);
    assert!(!town.reads(move |rx| crate::covers(rx, &top.id, &audit.id)).await);
    let below = town.reads(move |rx| crate::below(rx, &works.id)).await;
    assert_eq!(below.len(), 4, "the division and its three services");
}

#[tokio::test]
async fn while_the_head_is_away_the_delegate_answers() {
    let town = town().await;
    let (roads, works) = (unit(&town, "roads", None).await.id, unit(&town, "works", None).await.id);
    let name = |unit: &Id, person: &str| NewPost {
        unit: unit.clone(),
        person: Id::new(person),
        starts_on: day("2026-01-01"),
        ends_on: None,
        decision: "1/26".into(),
    };
    let (head, above) = (name(&roads, NADIA), name(&works, SAID));
    town.does(move |tx| crate::appoint(tx, head.clone()).and(crate::appoint(tx, above.clone()))).await;
    let away = NewAbsence { person: Id::new(NADIA), starts_on: day("2026-11-24"), ends_on: day("2026-11-26"), delegate: None };
    let absence = town.does(move |tx| crate::note_absence(tx, away.clone())).await;
    let on = |text: &str| (roads.clone(), day(text));
    let (unit, today) = on("2026-11-24");
    assert_eq!(town.reads(move |rx| crate::heads(rx, &unit, today)).await, [Id::new(SAID)]);
    let (unit, back) = on("2026-11-27");
    assert_eq!(town.reads(move |rx| crate::heads(rx, &unit, back)).await, [Id::new(NADIA)]);
    town.does(move |tx| crate::cancel_absence(tx, &absence)).await;
    let (unit, today) = on("2026-11-24");
    assert_eq!(town.reads(move |rx| crate::heads(rx, &unit, today)).await, [Id::new(NADIA)]);
}

#[tokio::test]
async fn the_organisation_is_edited_in_pages() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let works = unit(&town, "works", None).await;
    clerk
        .get("/fr/admin/units")
        .await
        .ok()
        .shows("Service de la voirie")
        .shows("Hors de la commune")
        .shows("Relit avant publication");
    clerk.get(&format!("/fr/admin/units/new?parent={}", works.id)).await.ok();
    let parent = works.id.to_string();
    let fields =
        [("name_ar", "خلية الحفر"), ("name_fr", "Cellule des nids-de-poule"), ("kind", "cell"), ("parent", parent.as_str())];
    let page = clerk.post("/fr/admin/units/new", &fields).await.sent_to();
    clerk.get(&page).await.ok().shows("Cellule des nids-de-poule").shows("L’unité a été ajoutée.").shows("Saïd &lt;Ouazzani&gt;");
    let head = [("person", SAID), ("starts_on", "2026-11-24"), ("decision", "قرار 7")];
    clerk.post(&format!("{page}/head"), &head).await.redirects_to(&page);
    let taken = clerk.post(&format!("{page}/head"), &[("person", NADIA), ("starts_on", "2026-11-01")]).await;
    taken.is(422).shows("Un autre responsable est nommé").shows("Cellule des nids-de-poule");
    clerk.post(&format!("{page}/head"), &[("person", NADIA), ("starts_on", "2026-11-25")]).await.redirects_to(&page);
    let me = page.trim_start_matches("/fr/admin/units/").to_owned();
    let circle = [("name_ar", "خلية"), ("name_fr", "Cellule"), ("kind", "cell"), ("parent", me.as_str())];
    clerk.post(&page, &circle).await.is(422).shows("rattachée à elle-même");
    clerk.post(&page, &[("name_fr", "Cellule"), ("kind", "cell")]).await.is(422).shows("f-name_ar-error").shows("Cellule");
    clerk.post(&format!("/fr/admin/units/{}/retire", works.id), &[]).await.is(422).shows("encore rattachées");
    clerk.post(&format!("{page}/retire"), &[]).await.redirects_to("/fr/admin/units");
    clerk.get(&page).await.ok().shows("supprimée le");
    clerk.post(&page, &fields).await.is(422).shows("Cette unité est supprimée.");
}

#[tokio::test]
async fn absences_are_noted_and_cancelled_in_pages() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let path = "/fr/admin/units/absences";
    clerk.get(path).await.ok().shows("Personne n’est absent");
    let fields = [("person", NADIA), ("starts_on", "2026-11-25"), ("ends_on", "2026-11-30"), ("delegate", SAID)];
    clerk.post(path, &fields).await.redirects_to(path);
    clerk.get(path).await.ok().shows("نادية الفاسي").shows("Saïd &lt;Ouazzani&gt;");
    let backwards = [("person", NADIA), ("starts_on", "2026-11-25"), ("ends_on", "2026-11-20")];
    clerk.post(path, &backwards).await.is(422).shows("Le dernier jour précède le premier.");
    clerk.post(path, &[("person", "x"), ("starts_on", "2026-11-25")]).await.is(422).shows("f-ends_on-error");
    let noted = town.reads(crate::absences).await;
    clerk.post(&format!("{path}/{}/cancel", noted[0].id), &[]).await.redirects_to(path);
    clerk.post(&format!("{path}/{}/cancel", noted[0].id), &[]).await.is(404);
}

#[tokio::test]
async fn only_who_may_edit_units_does() {
    let town = town().await;
    town.visitor().post("/fr/admin/units/new", &[]).await.is(401);
    town.clerk("dgs").await.post("/fr/admin/units/absences", &[]).await.is(403);
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn open_data_pages_through_every_row() {
    let town = town().await;
    for dataset in crate::module().declared_datasets() {
        let rows = dataset.rows;
        let all = town.reads(move |rx| rows(rx, "", 1_000)).await;
        assert!(all.len() > 20 && all.iter().all(|row| row.len() == dataset.columns.len()), "{}", dataset.id);
        let first = town.reads(move |rx| rows(rx, "", 4)).await;
        let after = first[3][0].as_str().unwrap().to_owned();
        let rest = town.reads(move |rx| rows(rx, &after, 1_000)).await;
        assert_eq!([first, rest].concat(), all, "{}", dataset.id);
    }
}
