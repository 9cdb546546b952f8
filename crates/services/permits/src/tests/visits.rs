//! Visits brought back from where there was no network.

use super::complaints::opened;
use super::town;
use crate::{Finding, NewVisit, Party, VisitPhoto, actions, store};
use kernel::{Id, Lang};
use testing::Town;

fn party(body: &str) -> Party {
    Party { body: body.into(), name: "ن. ب.".into() }
}

fn brought(key: &Id) -> NewVisit {
    NewVisit {
        key: Some(key.clone()),
        finding: Finding::Reserved,
        points: vec![("access".into(), false)],
        words: "الممر ضيق".into(),
        parties: vec![party("الوقاية المدنية"), party(" ")],
        photos: vec![VisitPhoto { blob: "b".into(), thumb: "t".into() }],
    }
}

async fn visited(town: &Town, case: &Id, new: NewVisit) -> Id {
    let case = case.clone();
    town.does(move |tx| actions::visit(tx, &case, &new, Lang::Ar)).await
}

async fn all(town: &Town, case: &Id) -> Vec<crate::Visit> {
    let case = case.clone();
    town.reads(move |rx| store::visits(rx, &case)).await
}

#[tokio::test]
async fn a_visit_sent_twice_is_recorded_once_with_its_photographs() {
    let town = town().await;
    let case = opened(&town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#).await;
    let key = town.does(|tx| Ok(tx.new_id())).await;
    let first = visited(&town, &case, brought(&key)).await;
    assert_eq!(visited(&town, &case, brought(&key)).await, first);
    let visits = all(&town, &case).await;
    assert_eq!(visits.iter().map(|visit| (visit.words.as_str(), visit.photos.len())).collect::<Vec<_>>(), [("الممر ضيق", 1)]);
    assert_eq!(visits[0].parties, [party("الوقاية المدنية")]);
    let photo = visits[0].photos[0].clone();
    assert_eq!(town.reads(move |rx| store::photo(rx, &photo)).await, (case, VisitPhoto { blob: "b".into(), thumb: "t".into() }));
}

#[tokio::test]
async fn a_visit_that_comes_after_the_file_went_on_is_kept_and_asks_the_unit_to_look() {
    let town = town().await;
    let case = opened(&town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#).await;
    let key = town.does(|tx| Ok(tx.new_id())).await;
    visited(&town, &case, brought(&key)).await;
    visited(&town, &case, brought(&key)).await;
    assert_eq!(all(&town, &case).await[0].late.as_deref(), Some("filed"));
    let chief = town.clerk("dgs").await;
    let page = chief.get(&format!("/fr/desk/{case}")).await.ok().shows("وصلت معاينة").text();
    assert_eq!(page.matches("وصلت معاينة").count(), 1, "asked once");
}

#[tokio::test]
async fn a_visit_to_a_closed_file_leaves_a_note() {
    let town = town().await;
    let case = opened(&town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#).await;
    town.clock.advance_secs(40 * 86_400);
    town.app.drain().await.unwrap(); // silence is acceptance
    let key = town.does(|tx| Ok(tx.new_id())).await;
    visited(&town, &case, brought(&key)).await;
    assert_eq!(all(&town, &case).await[0].late.as_deref(), Some("tacit"));
    town.clerk("dgs").await.get(&format!("/fr/desk/{case}")).await.ok().shows("معاينة");
}

#[tokio::test]
async fn the_page_of_a_visit_works_as_a_plain_form_and_is_for_handlers() {
    let town = town().await;
    let case = opened(&town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#).await;
    let page = format!("/fr/desk/{case}/visit");
    town.clerk("moderator").await.get(&page).await.is(403);
    let chief = town.clerk("dgs").await;
    let shown = chief.get(&page).await.ok().shows("data-visit").shows("photo.0").text();
    let key = shown.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let form = [("key", key.as_str()), ("finding", "favourable"), ("point.access", "yes"), ("words", "")];
    chief.post(&format!("/fr/desk/{case}/visits"), &form).await.sent_to();
    chief.post(&format!("/fr/desk/{case}/visits"), &form).await.sent_to();
    chief.post(&format!("/fr/desk/{case}/visits"), &[("key", key.as_str()), ("finding", "")]).await.is(422);
    assert_eq!(all(&town, &case).await.len(), 1);
    town.visitor().get("/visit-worker.js").await.ok();
}
