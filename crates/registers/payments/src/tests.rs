//! Orders, the cash desk, and its receipts.

use crate::{DueAt, DueState, Ended, Method, NewDue, OrderState, Tender, actions};
use cases::{Channel, Contact, FileRole, NewCase, NewFile, Place, Scan};
use kernel::{Id, Label, Lang, Money};
use platform::{Problem, Tx, json};
use testing::{Town, Visitor};

mod cash;
mod closes;
mod refunds;

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
            let subject = filed(tx)?;
            actions::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due("repair", 200), due("street", 300)])?;
            Ok(subject)
        })
        .await;
    (town, subject)
}

/// A repair permit that was asked for, complete.
fn filed(tx: &mut Tx) -> platform::Result<Id> {
    let piece = |name: &str| NewFile {
        role: FileRole::Piece,
        piece: Some(name.into()),
        blob: "b".into(),
        thumb: String::new(),
        kind: "application/pdf".into(),
        scan: Scan::Clean,
    };
    let new = NewCase {
        key: tx.new_id(),
        procedure: "repair-permit".into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "إصلاح الواجهة".into(),
        answers: json::from_str(r#"{"nature": "front", "owner": "tenant", "scaffold": false}"#)?,
        contact: Contact::default(),
        person: None,
        place: Place { words: "زنقة 12".into(), ..Place::default() },
        files: vec![piece("lease"), piece("consent")],
        publish: false,
        suspect: None,
    };
    Ok(cases::open(tx, &new)?.id)
}

async fn paid(town: &Town, subject: &Id, dirhams: i64, tender: impl Into<Tender>) {
    let (subject, tender) = (subject.clone(), tender.into());
    town.does(move |tx| {
        let key = tx.new_id();
        actions::collect(tx, &key, &subject, Money::dirhams(dirhams), tender.clone()).map(drop)
    })
    .await;
}

/// Orders a refund and answers where the browser goes.
async fn ordered(who: &Visitor, subject: &Id, form: &[(&str, &str)]) -> String {
    who.post(&format!("/fr/desk/{subject}/refunds"), form).await.sent_to()
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
