//! The commission on files: who sees what, not before its day, and with whom.

use super::complaints::opened;
use super::{member, new, refused, town};
use crate::{Finding, Item, SittingState, actions, store};
use cases::Given;
use kernel::Id;
use platform::Result;
use testing::Town;

/// A sitting in two days, with a file on its agenda.
pub(super) async fn called(town: &Town) -> (Id, Id) {
    let called = new(town);
    let sitting = town.does(move |tx| actions::open(tx, &called)).await;
    let case = put_on(town, &sitting).await;
    (sitting, case)
}

async fn put_on(town: &Town, sitting: &Id) -> Id {
    let case = opened(town, "repair-permit", r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#).await;
    let (sitting, of) = (sitting.clone(), case.clone());
    town.does(move |tx| {
        for action in ["take", "convene"] {
            cases::act(tx, &of, action, &Given::default(), false)?;
        }
        let code = cases::find(tx, &of)?.code;
        actions::put_on_agenda(tx, &sitting, &code)
    })
    .await;
    case
}

pub(super) async fn judged(town: &Town, sitting: &Id, case: &Id, finding: Finding, words: &'static str) -> Result<()> {
    let (sitting, case) = (sitting.clone(), case.clone());
    town.tries(move |tx| actions::judge(tx, &sitting, &case, finding, words)).await
}

async fn closed(town: &Town, sitting: &Id) -> Result<()> {
    let sitting = sitting.clone();
    town.tries(move |tx| actions::close(tx, &sitting).map(drop)).await
}

async fn invited(town: &Town, sitting: &Id, bodies: &'static [(&'static str, bool)]) {
    let sitting = sitting.clone();
    town.does(move |tx| actions::invite(tx, &sitting, bodies.iter().map(|(body, present)| member(body, *present)).collect()))
        .await;
}

async fn items(town: &Town, sitting: &Id) -> Vec<Item> {
    let sitting = sitting.clone();
    town.reads(move |rx| store::items(rx, &sitting)).await
}

#[tokio::test]
async fn nothing_is_found_before_the_day_and_one_body_alone_is_no_commission() {
    let town = town().await;
    let (sitting, case) = called(&town).await;
    assert_eq!(refused(judged(&town, &sitting, &case, Finding::Favourable, "").await), "permits-not-held-yet");
    assert_eq!(refused(closed(&town, &sitting).await), "permits-not-held-yet");
    let chief = town.clerk("dgs").await;
    chief.get(&format!("/fr/desk/commission/{sitting}")).await.ok().shows("pas encore eu lieu").shows_not("f-finding-1");
    town.clock.advance_secs(2 * 86_400);
    judged(&town, &sitting, &case, Finding::Favourable, "").await.unwrap();
    invited(&town, &sitting, &[("الوكالة الحضرية", true), ("الوكالة الحضرية ", true), ("العمالة", false)]).await;
    assert_eq!(refused(closed(&town, &sitting).await), "permits-too-few-there");
    invited(&town, &sitting, &[("الوكالة الحضرية", true), ("العمالة", true)]).await;
    closed(&town, &sitting).await.unwrap();
    let of = sitting.clone();
    assert_eq!(town.reads(move |rx| store::find(rx, &of)).await.state, SittingState::Closed);
}

#[tokio::test]
async fn a_file_is_taken_off_the_agenda_until_it_was_judged() {
    let town = town().await;
    let (sitting, first) = called(&town).await;
    let second = put_on(&town, &sitting).await;
    let chief = town.clerk("dgs").await;
    let base = format!("/fr/desk/commission/{sitting}");
    chief.post(&format!("{base}/items/{first}/remove"), &[]).await.sent_to();
    assert_eq!(items(&town, &sitting).await.iter().map(|item| &item.case).collect::<Vec<_>>(), [&second]);
    let third = put_on(&town, &sitting).await;
    town.clock.advance_secs(2 * 86_400);
    judged(&town, &sitting, &third, Finding::Adjourned, "تنقص وثيقة").await.unwrap();
    let judged = town.clerk("dgs").await.post(&format!("{base}/items/{third}/remove"), &[]).await;
    judged.is(422).shows("déjà reçu un avis");
    assert_eq!(items(&town, &sitting).await.iter().map(|item| item.position).collect::<Vec<_>>(), [2, 3]);
}

#[tokio::test]
async fn a_sitting_shows_nothing_of_files_out_of_reach_and_is_closed_by_who_sees_them_all() {
    let town = town().await;
    let (sitting, case) = called(&town).await;
    town.clock.advance_secs(2 * 86_400);
    judged(&town, &sitting, &case, Finding::Reserved, "دون المساس بالواجهة").await.unwrap();
    let code = {
        let case = case.clone();
        town.reads(move |rx| Ok(cases::find(rx, &case)?.code)).await
    };
    let elsewhere =
        town.reads(|rx| Ok(units::all(rx)?.into_iter().find(|unit| unit.code == "civil-status").expect("a unit").id)).await;
    let other = town.clerk_in("agent", Some(elsewhere), None).await;
    other.get(&format!("/fr/desk/{case}")).await.is(404);
    let base = format!("/fr/desk/commission/{sitting}");
    let page = other.get(&base).await;
    page.ok().shows("hors de votre ressort").shows_not(&code).shows_not("دون المساس");
    other.post(&format!("{base}/items/{case}"), &[("finding", "favourable")]).await.is(404);
    other.post(&format!("{base}/items/{case}/remove"), &[]).await.is(404);
    other.post(&format!("{base}/members"), &[("body.0", "x"), ("present.0", "yes")]).await.is(422);
    other.post(&format!("{base}/close"), &[]).await.is(422).shows("qui les voit tous");
    invited(&town, &sitting, &[("الوكالة الحضرية", true), ("العمالة", true)]).await;
    let chief = town.clerk("dgs").await;
    chief.get(&base).await.ok().shows(&code).shows("دون المساس");
    chief.post(&format!("{base}/close"), &[]).await.sent_to();
    other.get(&base).await.ok().shows_not("minutes.pdf");
    let account = town.does(move |tx| actions::minutes(tx, &sitting)).await;
    assert_eq!(account.1.len(), 1);
}
