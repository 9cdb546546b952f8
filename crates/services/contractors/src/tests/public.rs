//! What everybody reads of a contract: its terms and its months, and nobody's name.

use super::{TABRIQUET, agree, town, unit, waste_at};
use crate::actions::public;
use crate::model::{Course, OrderState, Repeat, Way};
use crate::rules::{Kept, kept};
use kernel::{Moment, Money};

#[test]
fn an_order_is_kept_by_the_hour_at_which_it_was_said_to_be_done() {
    let at = |hour: i64| Moment::parse("2026-11-24T08:00:00Z").unwrap().plus_secs(hour * 3_600);
    let course = |state, claimed: Option<i64>| Course {
        rule: Some("r1".into()),
        state,
        given_at: at(0),
        reached_at: Some(at(1)),
        claimed_at: claimed.map(at),
        ended_at: None,
        fined: false,
    };
    for (state, claimed, now, expected) in [
        (OrderState::Done, Some(25), 90, Some(Kept::InTime)),
        (OrderState::Done, Some(26), 90, Some(Kept::Late)),
        (OrderState::Given, None, 25, Some(Kept::Running)),
        (OrderState::Given, None, 26, Some(Kept::Late)),
        // Said in time, rejected since: it is not done.
        (OrderState::Given, Some(20), 30, Some(Kept::Late)),
        // Nobody has looked yet.
        (OrderState::Proved, Some(20), 90, Some(Kept::Running)),
        (OrderState::Proved, Some(30), 90, Some(Kept::Late)),
    ] {
        assert_eq!(kept(&course(state, claimed), Some(24), at(now)), expected, "{state:?} {claimed:?} {now}");
    }
    for (state, claimed, ended, expected) in [
        (OrderState::Withdrawn, None, 25, None),
        (OrderState::Withdrawn, None, 26, Some(Kept::Late)),
        // Refused in time, and the service took it back: it was not his.
        (OrderState::Returned, Some(20), 30, None),
        (OrderState::Returned, Some(26), 30, Some(Kept::Late)),
    ] {
        let ended = Course { ended_at: Some(at(ended)), ..course(state, claimed) };
        assert_eq!(kept(&ended, Some(24), at(90)), expected, "{state:?} {claimed:?} {ended:?}");
        assert_eq!(kept(&Course { fined: true, ..ended.clone() }, Some(24), at(90)), Some(Kept::Late), "signed is signed");
        assert_eq!(kept(&ended, None, at(90)), None, "no clock, no delay");
    }
    assert_eq!(kept(&course(OrderState::Given, None), None, at(9_000)), Some(Kept::Running), "no clock, no delay");
    assert_eq!(kept(&Course { reached_at: None, ..course(OrderState::Given, None) }, Some(24), at(90)), Some(Kept::Running));
}

#[tokio::test]
async fn what_the_commune_did_itself_after_a_penalty_is_given_and_late() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    let late = waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    let fresh = waste_at(&town, (TABRIQUET.0 + 0.01, TABRIQUET.1)).await;
    super::months::signed(&town, &contract).await;
    let roads = unit(&town, "roads").await;
    for case in [late, fresh] {
        let roads = roads.clone();
        town.does(move |tx| cases::transfer(tx, &case, &roads, "").map(drop)).await;
    }
    town.drain().await;
    let month = town.reads(public::in_force).await.remove(0).months.remove(0);
    assert_eq!((month.given, month.late, month.running, month.penalties), (1, 1, 0, 1));
}

#[tokio::test]
async fn an_order_that_another_penalty_stands_for_is_late_when_it_is_signed() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    let fined = || async {
        let contract = contract.clone();
        let since = town.clock.now().plus_secs(-90 * 3_600);
        town.reads(move |rx| crate::store::orders::courses(rx, &contract, since)).await.remove(0).fined
    };
    assert!(!fined().await, "a draft is nothing yet");
    let id = super::months::signed(&town, &contract).await[0].id.clone();
    assert!(fined().await);
    town.does(move |tx| {
        crate::actions::penalties::contest(tx, &id, "جمعت قبل ذلك")?;
        crate::actions::penalties::decide(tx, &id, false, "ثبت ذلك")
    })
    .await;
    assert!(!fined().await, "it fell");
}

#[tokio::test]
async fn everybody_reads_what_was_late_and_what_it_cost_and_no_draft() {
    let town = town().await;
    town.visitor().get("/ar/contracts").await.ok().shows("لا عقد سار اليوم");
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    for north in 0..3 {
        waste_at(&town, (TABRIQUET.0 + f64::from(north) * 0.002, TABRIQUET.1)).await;
    }
    let month = || async { town.reads(public::in_force).await.remove(0).months.remove(0) };
    let now = month().await;
    assert_eq!((now.name.as_str(), now.given, now.running, now.late, now.penalties), ("2026-11", 3, 3, 0, 0));
    town.advance_hours(25).await;
    let drafted = month().await;
    assert_eq!((drafted.late, drafted.penalties, drafted.sum), (3, 0, Money::default()), "a draft is nobody's business yet");
    let all = super::months::signed(&town, &contract).await;
    let (contested, dropped) = (all[0].id.clone(), all[1].id.clone());
    town.does(move |tx| {
        crate::actions::penalties::contest(tx, &contested, "كان اليوم عيدا لدى فلان")?;
        crate::actions::penalties::contest(tx, &dropped, "جمعت قبل ذلك")?;
        crate::actions::penalties::decide(tx, &dropped, false, "ثبت ذلك")
    })
    .await;
    let known = month().await;
    assert_eq!((known.penalties, known.contested, known.dropped, known.sum), (2, 1, 1, Money(all[0].amount.0 * 2)));
    let page = town.visitor().get("/ar/contracts").await.ok();
    let page = page.shows("نونبر 2026").shows("contractor-penalties").shows("نفايات لم تجمع");
    page.shows_not("فلان").shows_not("0612345678").shows_not("أزبال أمام المدرسة").shows_not(all[0].code.as_str());
    town.clock.advance_secs(61);
    let english = town.visitor().get("/en/contracts").await.ok();
    english.shows("Penalties signed");
}
