//! Orders, the cash desk, and its receipts.

use crate::{DueAt, DueState, Ended, Method, NewDue, OrderState, Reason, actions};
use kernel::{Id, Label, Money};
use platform::Problem;
use testing::Town;

fn due(fee: &str, dirhams: i64) -> NewDue {
    NewDue { fee: fee.into(), label: Label::new("رسم", "Taxe"), amount: Money::dirhams(dirhams), due: DueAt::Grant }
}

async fn town() -> (Town, Id) {
    let town = Town::with([
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
    ])
    .await;
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

#[tokio::test]
async fn an_order_is_numbered_and_made_anew_when_the_sum_changes() {
    let (town, subject) = town().await;
    let asked = subject.clone();
    let first = town.reads(move |rx| actions::order_of(rx, &asked)).await.unwrap();
    assert_eq!((first.number().as_str(), first.amount, first.lines.len()), ("1/2026", Money::dirhams(500), 2));
    let asked = subject.clone();
    town.does(move |tx| actions::order(tx, &asked, "SAL-7K3Q-9MPX-R", &[due("repair", 200)])).await;
    let asked = subject.clone();
    assert_eq!(town.reads(move |rx| actions::order_of(rx, &asked)).await.unwrap().id, first.id);
    let asked = subject.clone();
    town.does(move |tx| actions::adjust(tx, &asked, "street", Money::dirhams(120), Ended::Measured)).await;
    let asked = subject.clone();
    let second = town.reads(move |rx| actions::order_of(rx, &asked)).await.unwrap();
    assert_eq!((second.number().as_str(), second.amount), ("2/2026", Money::dirhams(320)));
    let old = first.id.clone();
    let old = town.reads(move |rx| crate::store::orders::find(rx, &old)).await;
    assert_eq!((old.state, old.why), (OrderState::Cancelled, Some(Ended::Measured)));
    let asked = subject.clone();
    let paid = town
        .does(move |tx| {
            let key = tx.new_id();
            actions::collect(tx, &key, &asked, Money::dirhams(320), Method::Cash)
        })
        .await;
    let asked = subject.clone();
    let done = town.reads(move |rx| actions::order_of(rx, &asked)).await.unwrap();
    assert_eq!((done.id, done.state, done.receipt), (second.id, OrderState::Paid, Some(paid.id)));
    let refused = town.tries(move |tx| actions::adjust(tx, &subject, "street", Money::dirhams(1), Ended::Error)).await;
    assert!(matches!(refused, Err(Problem::Refused(why)) if why.key == "payments-nothing-due"));
}

#[tokio::test]
async fn nothing_owed_leaves_no_order_to_pay() {
    let (town, subject) = town().await;
    let asked = subject.clone();
    town.does(move |tx| actions::cancel(tx, &asked, "refused")).await;
    assert_eq!(town.reads(move |rx| actions::order_of(rx, &subject)).await, None);
}

#[tokio::test]
async fn the_cashier_finds_an_order_by_scanning_or_typing() {
    let (town, _) = town().await;
    let file = kernel::PublicCode::new("SAL", [7, 3, 9, 1, 4]).to_string();
    let reference = file.clone();
    let order = town
        .does(move |tx| {
            let subject = tx.new_id();
            actions::order(tx, &subject, &reference, &[due("repair", 500)])?;
            actions::order_of(tx, &subject)
        })
        .await
        .unwrap();
    let scanned = format!("https://sale.example/ar/verify/{}", order.code);
    let cashier = town.clerk("cashier").await;
    for typed in [order.code.as_str(), &scanned, "2", "2/2026", "٢/٢٠٢٦", &file.to_lowercase()] {
        let page = format!("/fr/desk/cash/find?order={}", platform::web::encode(typed));
        let to = cashier.get(&page).await.sent_to();
        assert!(to.ends_with(&format!("/desk/cash/orders/{}", order.id)), "{typed}: {to}");
    }
    cashier.get(&format!("/fr/desk/cash/orders/{}", order.id)).await.ok().shows("2/2026").shows("500,00");
    for typed in ["3/2026", "999999999999999999999", "", "%00"] {
        cashier.get(&format!("/fr/desk/cash/find?order={typed}")).await.is(404);
    }
    let street = format!("/fr/desk/{}/dues/street", order.subject);
    cashier.post(&street, &[("sum", "1"), ("why", "measured")]).await.is(403);
}
