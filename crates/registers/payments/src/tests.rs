//! Orders, the cash desk, and its receipts.

use crate::{DueAt, DueState, Method, NewDue, Reason, actions};
use kernel::{Id, Label, Money};
use platform::Problem;
use testing::Town;

fn due(fee: &str, dirhams: i64) -> NewDue {
    NewDue { fee: fee.into(), label: Label::new("رسم", "Taxe"), amount: Money::dirhams(dirhams), due: DueAt::Grant }
}

async fn town() -> (Town, Id) {
    let town = Town::with([crate::module()]).await;
    let subject = town
        .does(|tx| {
            let subject = tx.new_id();
            actions::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due("repair", 200), due("street", 300)])?;
            Ok(subject)
        })
        .await;
    (town, subject)
}

#[tokio::test]
async fn what_was_ordered_keeps_its_sum_and_is_paid_once() {
    let (town, subject) = town().await;
    let (again, key) = (subject.clone(), town.does(|tx| Ok(tx.new_id())).await);
    town.does(move |tx| actions::order(tx, &again, "SAL-7K3Q-9MPX-R", &[due("repair", 500)])).await;
    let asked = subject.clone();
    assert_eq!(town.reads(move |rx| actions::owed(rx, &asked, &[DueAt::Grant])).await, Money::dirhams(500));
    let (asked, pay) = (subject.clone(), key.clone());
    let first = town.does(move |tx| actions::collect(tx, &pay, &asked, Money::dirhams(500), Method::Cash)).await;
    let (asked, pay) = (subject.clone(), key);
    let twice = town.does(move |tx| actions::collect(tx, &pay, &asked, Money::dirhams(500), Method::Cash)).await;
    assert_eq!((first.number, &first), (1, &twice));
    let asked = subject.clone();
    let dues = town.reads(move |rx| actions::of(rx, &asked)).await;
    assert!(dues.iter().all(|due| due.state == DueState::Paid && due.receipt.as_ref() == Some(&first.id)));
    let refused = town
        .tries(move |tx| {
            let key = tx.new_id();
            actions::collect(tx, &key, &subject, Money::dirhams(500), Method::Cash)
        })
        .await;
    assert!(matches!(refused, Err(Problem::Refused(why)) if why.key == "payments-nothing-due"));
}

#[tokio::test]
async fn a_sum_that_changed_since_the_page_was_shown_is_not_taken() {
    let (town, subject) = town().await;
    let refused = town
        .tries(move |tx| {
            let key = tx.new_id();
            actions::collect(tx, &key, &subject, Money::dirhams(200), Method::Cash)
        })
        .await;
    assert!(matches!(refused, Err(Problem::Refused(why)) if why.key == "payments-sum-changed"));
}

#[tokio::test]
async fn a_decision_waits_for_the_payment() {
    let (town, subject) = town().await;
    let asked = subject.clone();
    let why = town.reads(move |rx| platform::condition(rx, "paid", &asked)).await;
    assert_eq!(why.map(|why| why.key), Some("payments-not-paid".into()));
    let asked = subject.clone();
    town.does(move |tx| actions::cancel(tx, &asked, "withdrawn")).await;
    assert_eq!(town.reads(move |rx| platform::condition(rx, "paid", &subject)).await, None);
}

#[tokio::test]
async fn money_goes_back_once_by_another_person_than_who_ordered_it_under_a_gapless_number() {
    let (town, subject) = town().await;
    let key = town.does(|tx| Ok(tx.new_id())).await;
    let nothing = subject.clone();
    let unpaid = town.does(move |tx| crate::refund(tx, &nothing, &["repair".into()], Reason::Mistake)).await;
    assert_eq!(unpaid, None);
    let form = [("key", key.as_str()), ("sum", "50000"), ("method", "cash")];
    let cashier = town.clerk("cashier").await;
    cashier.post(&format!("/fr/desk/cash/{subject}"), &form).await.sent_to();
    cashier.post(&format!("/fr/desk/{subject}/refunds"), &[("fee", "street")]).await.is(403);
    let president = town.clerk("president").await;
    let order = [("fee", "street"), ("reason", "not_served")];
    president.post(&format!("/fr/desk/{subject}/refunds"), &order).await.sent_to();
    president.post(&format!("/fr/desk/{subject}/refunds"), &order).await.sent_to(); // ordered before: nothing more
    let asked = subject.clone();
    let refunds = town.reads(move |rx| crate::refunds_of(rx, &asked)).await;
    assert_eq!(refunds.iter().map(|one| one.amount).collect::<Vec<_>>(), [Money::dirhams(300)]);
    cashier.get("/fr/desk/cash").await.ok().shows("300,00").shows("Service non rendu");
    let pay = format!("/fr/desk/cash/refunds/{}", refunds[0].id);
    president.post(&pay, &[("method", "cash")]).await.is(403);
    cashier.post(&pay, &[("method", "cash")]).await.sent_to();
    cashier.post(&pay, &[("method", "cheque")]).await.sent_to();
    let asked = subject.clone();
    let refunds = town.reads(move |rx| crate::refunds_of(rx, &asked)).await;
    assert_eq!((refunds[0].number.map(|(_, number)| number), refunds[0].method), (Some(1), Some(Method::Cash)));
    let dues = town.reads(move |rx| actions::of(rx, &subject)).await;
    let states: Vec<_> = dues.iter().map(|due| (due.fee.as_str(), due.state)).collect();
    assert_eq!(states, [("repair", DueState::Paid), ("street", DueState::Refunded)]);
}

#[tokio::test]
async fn the_cashier_takes_money_at_the_desk_and_sees_the_day() {
    let (town, subject) = town().await;
    let key = town.does(|tx| Ok(tx.new_id())).await;
    let form = [("key", key.as_str()), ("sum", "50000"), ("method", "cash")];
    let stranger = town.clerk("councillor").await;
    stranger.post(&format!("/fr/desk/cash/{subject}"), &form).await.is(403);
    let cashier = town.clerk("cashier").await;
    let receipt = cashier.post(&format!("/fr/desk/cash/{subject}"), &form).await.sent_to();
    cashier.get(&receipt).await.ok().shows("1/2026").shows("500,00");
    cashier.get("/fr/desk/cash").await.ok().shows("SAL-7K3Q-9MPX-R");
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
