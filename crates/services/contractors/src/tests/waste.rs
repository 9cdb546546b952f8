//! A waste report left 24 hours: one penalty, however many people reported it; stopped by a proof that somebody accepts.

use super::{TABRIQUET, agree, jpeg, order, town, unit, waste_at};
use crate::actions::{orders as act, penalties as on_penalty};
use crate::model::{Given, NewProof, OrderState, Penalty, PenaltyState, ProofSide, Repeat, Step, Way};
use crate::store::penalties;
use kernel::{Id, Moment, Point};
use platform::Problem;
use testing::Town;

/// About 20 metres north of it.
const BESIDE: (f64, f64) = (34.051_88, -6.7916);
const FAR: (f64, f64) = (34.0617, -6.7916);

async fn all(town: &Town, contract: &Id) -> Vec<Penalty> {
    let contract = contract.clone();
    town.reads(move |rx| penalties::newest(rx, &contract, 100)).await
}

fn proof(taken: Moment) -> Given {
    let photo = NewProof {
        side: ProofSide::After,
        blob: "aa".into(),
        thumb: "bb".into(),
        kind: "image/jpeg".into(),
        point: Point::new(TABRIQUET.0, TABRIQUET.1),
        taken_at: Some(taken),
    };
    Given { proofs: vec![photo], ..Given::default() }
}

async fn prove(town: &Town, case: &Id) {
    let id = order(town, case).await.id;
    let given = proof(town.clock.now());
    town.does(move |tx| act::work(tx, &id, Step::Prove, &given).map(drop)).await;
    town.drain().await;
}

async fn judge(town: &Town, case: &Id, step: Step) {
    let id = order(town, case).await.id;
    town.does(move |tx| act::judge(tx, &id, step, "الأزبال ما زالت هناك").map(drop)).await;
    town.drain().await;
}

#[tokio::test]
async fn three_people_report_one_heap_and_one_penalty_is_drafted() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    let first = waste_at(&town, TABRIQUET).await;
    town.advance_hours(2).await;
    waste_at(&town, BESIDE).await;
    town.advance_hours(1).await;
    waste_at(&town, TABRIQUET).await;
    town.advance_hours(20).await;
    assert_eq!(all(&town, &contract).await, vec![], "23 hours are not 24");
    town.advance_hours(2).await;
    town.advance_hours(2).await;
    let drafted = all(&town, &contract).await;
    assert_eq!(drafted.len(), 1);
    assert_eq!((drafted[0].state, &drafted[0].case_id), (PenaltyState::Draft, &first));
    let id = drafted[0].id.clone();
    assert_eq!(town.reads(move |rx| penalties::grounds(rx, &id)).await.len(), 3, "three reports, one penalty");
    waste_at(&town, FAR).await;
    town.advance_hours(25).await;
    assert_eq!(all(&town, &contract).await.len(), 2, "another heap is another one");
}

#[tokio::test]
async fn the_report_that_bears_a_penalty_comes_first_among_its_grounds() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    let first = waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    let penalty = all(&town, &contract).await[0].clone();
    // Joined in the same moment, under an id that sorts before.
    let mut other = order(&town, &first).await;
    (other.id, other.case_id, other.code) =
        (Id::new("00000000-0000-7000-8000-000000000000"), Id::new("other"), "SAL-OTHER".into());
    let id = penalty.id.clone();
    town.does(move |tx| penalties::add_ground(tx, &id, &other).map(drop)).await;
    let grounds = town.reads(move |rx| penalties::grounds(rx, &penalty.id)).await;
    assert_eq!(grounds.iter().map(|(case, _)| case.as_str()).collect::<Vec<_>>(), [first.as_str(), "other"]);
}

#[tokio::test]
async fn a_contractor_with_many_penalties_can_contest_the_newest() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    waste_at(&town, TABRIQUET).await;
    let days = 43;
    for _ in 0..days {
        town.advance_hours(24).await;
    }
    town.advance_hours(1).await;
    let drafted = all(&town, &contract).await;
    assert_eq!(drafted.len(), days);
    for one in drafted {
        town.does(move |tx| on_penalty::sign(tx, &one.id)).await;
    }
    let contractor = town.clerk_in("contractor", Some(unit(&town, "waste-operator").await), None).await;
    let page = contractor.get("/ar/contractor?show=penalties").await.ok();
    assert_eq!(page.text().matches("/contest\"").count(), 40, "a page of what was just signed");
    let text = page.text();
    let next = text.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a next page");
    let rest = contractor.get(&next.replace("&amp;", "&")).await.ok();
    assert_eq!(rest.text().matches("/contest\"").count(), days - 40);
    let text = rest.text();
    let form = text.split("action=\"").find(|part| part.contains("/contest\"")).and_then(|part| part.split('"').next()).unwrap();
    let id = form.split('/').rev().nth(1).unwrap();
    contractor.get("/ar/contractor?show=penalties").await.ok().shows_not(id);
    for words in [String::new(), "ك".repeat(1_001)] {
        let page = contractor.post(form, &[("words", &words)]).await.is(422);
        let page = page.shows(&format!("href=\"#f-words-{id}\"")).shows(&format!("id=\"f-words-{id}-error\""));
        assert_eq!(page.text().matches("<details open>").count(), 1, "its own form is open");
        page.shows(&words);
    }
    contractor.post(form, &[("words", "كانت الطريق مقطوعة")]).await.redirects_to("/ar/contractor?show=penalties");
    let again = contractor.post(form, &[("words", "مرة أخرى")]).await.is(422);
    again.shows("مرة أخرى").shows(&format!("id=\"f-words-{id}-error\""));
}

#[tokio::test]
async fn a_draft_is_not_shown_to_who_would_contest_it() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    let draft = all(&town, &contract).await.remove(0);
    let contractor = town.clerk_in("contractor", Some(unit(&town, "waste-operator").await), None).await;
    let form = format!("/ar/contractor/penalties/{}/contest", draft.id);
    contractor.post(&form, &[("words", "لا")]).await.is(422).shows_not(&draft.code);
}

#[tokio::test]
async fn each_day_that_it_lies_there_is_counted_once() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    waste_at(&town, TABRIQUET).await;
    waste_at(&town, BESIDE).await;
    for _ in 0..24 * 3 + 1 {
        town.advance_hours(1).await;
    }
    let days: Vec<String> = all(&town, &contract).await.iter().map(|one| one.day.to_string()).collect();
    assert_eq!(days, ["2026-11-27", "2026-11-26", "2026-11-25"]);
}

#[tokio::test]
async fn a_machine_that_slept_three_days_makes_up_for_them() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    waste_at(&town, TABRIQUET).await;
    town.advance_hours(24 * 3 + 1).await;
    assert_eq!(all(&town, &contract).await.len(), 3);
}

#[tokio::test]
async fn a_proof_in_time_stops_the_clock_until_somebody_has_looked() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    town.advance_hours(20).await;
    prove(&town, &case).await;
    town.advance_hours(30).await;
    assert_eq!(all(&town, &contract).await, vec![], "whoever is slow to look is not the contractor");
    judge(&town, &case, Step::Reject).await;
    assert_eq!(all(&town, &contract).await.len(), 1, "it was not done: the day is owed");
    town.advance_hours(1).await;
    assert_eq!(all(&town, &contract).await.len(), 1, "the day of waiting is nobody's");
    prove(&town, &case).await;
    judge(&town, &case, Step::Approve).await;
    assert_eq!(order(&town, &case).await.state, OrderState::Done);
    let asked = case.clone();
    let answered = town.reads(move |rx| cases::find(rx, &asked)).await;
    assert_eq!((answered.state.as_str(), answered.outcome.as_deref()), ("answered", Some("done")));
    town.advance_hours(72).await;
    assert_eq!(all(&town, &contract).await.len(), 1);
}

#[tokio::test]
async fn what_fell_due_after_the_work_was_done_is_dropped_with_the_proof() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    prove(&town, &case).await;
    town.advance_hours(48).await;
    judge(&town, &case, Step::Approve).await;
    let left = all(&town, &contract).await;
    assert_eq!(left.iter().map(|one| one.state).collect::<Vec<_>>(), [PenaltyState::Draft], "late by an hour, once");
}

#[tokio::test]
async fn a_refusal_that_stands_brings_the_case_to_the_service_with_its_clock() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let asked = case.clone();
    let due = town.reads(move |rx| cases::find(rx, &asked)).await.due_at;
    let id = order(&town, &case).await.id;
    let bare = id.clone();
    let silent = town.tries(move |tx| act::work(tx, &bare, Step::Refuse, &Given::default()).map(drop)).await;
    assert!(matches!(silent, Err(Problem::Refused(why)) if why.key == "contractors-needs-words"));
    let why = Given { words: "خارج مجالنا".into(), ..Given::default() };
    town.does(move |tx| act::work(tx, &id, Step::Refuse, &why).map(drop)).await;
    town.advance_hours(30).await;
    assert_eq!(all(&town, &contract).await, vec![]);
    judge(&town, &case, Step::TakeBack).await;
    let (asked, above) = (case.clone(), unit(&town, "waste-followup").await);
    let back = town.reads(move |rx| cases::find(rx, &asked)).await;
    assert_eq!((back.unit, back.due_at), (above, due));
    assert_eq!(order(&town, &case).await.state, OrderState::Returned);
}

#[tokio::test]
async fn a_case_that_goes_elsewhere_takes_its_order_along() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let (asked, roads) = (case.clone(), unit(&town, "roads").await);
    town.does(move |tx| cases::transfer(tx, &asked, &roads, "").map(drop)).await;
    town.drain().await;
    assert_eq!(order(&town, &case).await.state, OrderState::Withdrawn);
    town.advance_hours(72).await;
    assert_eq!(all(&town, &contract).await, vec![]);
}

#[tokio::test]
async fn a_contract_that_begins_takes_up_what_lies_there_already() {
    let town = town().await;
    let case = waste_at(&town, TABRIQUET).await;
    town.advance_hours(48).await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    town.drain().await;
    let given = order(&town, &case).await;
    assert_eq!(given.given_at, town.clock.now(), "his clock starts when he is told, not before there was a contract");
    town.advance_hours(23).await;
    assert_eq!(all(&town, &contract).await, vec![]);
}

#[tokio::test]
async fn a_penalty_is_signed_contested_in_time_and_decided_with_reasons() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    let id = all(&town, &contract).await[0].id.clone();
    let refused = |result: Result<(), Problem>| match result {
        Err(Problem::Refused(why)) => why.key,
        other => panic!("{other:?}"),
    };
    let early = id.clone();
    assert_eq!(refused(town.tries(move |tx| on_penalty::contest(tx, &early, "لا")).await), "contractors-not-from-here");
    let asked = id.clone();
    town.does(move |tx| on_penalty::sign(tx, &asked)).await;
    let asked = id.clone();
    assert_eq!(refused(town.tries(move |tx| on_penalty::contest(tx, &asked, " ")).await), "contractors-needs-words");
    town.advance_hours(24 * 5).await;
    let late = id.clone();
    town.clock.advance_secs(86_400);
    assert_eq!(
        refused(town.tries(move |tx| on_penalty::contest(tx, &late, "كانت الطريق مقطوعة")).await),
        "contractors-contest-late"
    );
    waste_at(&town, FAR).await;
    town.advance_hours(25).await;
    let second = all(&town, &contract).await[0].id.clone();
    let asked = second.clone();
    town.does(move |tx| {
        on_penalty::sign(tx, &asked)?;
        on_penalty::contest(tx, &asked, "كانت الطريق مقطوعة")
    })
    .await;
    let asked = second.clone();
    assert_eq!(refused(town.tries(move |tx| on_penalty::decide(tx, &asked, false, "")).await), "contractors-needs-words");
    let asked = second.clone();
    town.does(move |tx| on_penalty::decide(tx, &asked, false, "ثبت قطع الطريق")).await;
    let found = town.reads(move |rx| penalties::find(rx, &second)).await;
    assert_eq!((found.state, found.decision.as_deref()), (PenaltyState::Dropped, Some("ثبت قطع الطريق")));
}

#[tokio::test]
async fn a_photo_is_needed_to_prove() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let contractor = town.clerk_in("contractor", Some(unit(&town, "waste-operator").await), None).await;
    let page = format!("/ar/contractor/{}", order(&town, &case).await.id);
    contractor.post(&format!("{page}/act"), &[("step", "prove")]).await.is(422).shows("أضيفوا صورة بعد الإنجاز");
    contractor.post_file(&format!("{page}/act"), &[("step", "prove")], "after", "p.jpg", b"GIF89a").await.is(422);
    contractor.post_file(&format!("{page}/act"), &[("step", "prove")], "after", "p.jpg", &jpeg()).await.is(303);
    contractor.get(&page).await.ok().shows("بدون ساعة");
}
