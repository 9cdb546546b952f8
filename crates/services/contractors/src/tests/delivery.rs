//! The way of an order by e-mail: its states, its tries, and the letter that never arrived.

use super::{TABRIQUET, agree, order, terms, town_where, unit, waste_at};
use crate::actions::contracts::{self, Written};
use crate::model::{Delivery, Repeat, Terms, Way};
use crate::store::penalties;
use kernel::{Email, Lang};

#[tokio::test]
async fn the_clock_starts_when_the_message_has_left() {
    let town = town_where(|config| config.demo = true).await;
    let contract = agree(&town, Way::Email, Repeat::Once).await;
    let case = waste_at(&town, TABRIQUET).await;
    let sent = order(&town, &case).await;
    assert_eq!((sent.sent.delivery, sent.sent.attempts), (Delivery::Sent, 1));
    assert!(sent.reached_at.is_some() && sent.penalty_at.is_some());
    let mail = town.visitor().get("/fr/outbox").await.ok().text();
    assert!(mail.contains("/fr/orders/"), "the message has the link");
    town.advance_hours(25).await;
    assert_eq!(town.reads(move |rx| penalties::newest(rx, &contract, 9)).await.len(), 1);
}

#[tokio::test]
async fn the_message_is_in_the_language_of_the_contract() {
    let town = town_where(|config| config.demo = true).await;
    let unit = unit(&town, "waste-operator").await;
    let terms = Terms { lang: Some(Lang::Ar), ..terms(Way::Email, Repeat::Once) };
    let starts_on = town.clock.now().day();
    let email = Email::parse("ordres@collecte.example");
    let written = Written { unit, starts_on, ends_on: None, email, system: None, terms };
    town.does(move |tx| contracts::write(tx, None, written.clone())).await;
    waste_at(&town, TABRIQUET).await;
    let mail = town.visitor().get("/fr/outbox").await.ok().text();
    assert!(mail.contains("/ar/orders/") && mail.contains("أسند إليكم"), "{mail}");
    assert!(!mail.contains("/fr/orders/"));
}

#[tokio::test]
async fn what_cannot_be_delivered_is_tried_again_and_then_shown_to_people_and_costs_nothing() {
    let town = town_where(|config| {
        config.mail.smtp_url = "smtp://127.0.0.1:1".into();
        config.mail.from = "Jamaa <no-reply@commune.example>".into();
    })
    .await;
    let contract = agree(&town, Way::Email, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    assert_eq!(order(&town, &case).await.sent.delivery, Delivery::Waiting);
    for _ in 0..80 {
        town.advance_hours(6).await;
        if order(&town, &case).await.sent.delivery == Delivery::Dead {
            break;
        }
    }
    let dead = order(&town, &case).await;
    assert_eq!((dead.sent.delivery, dead.reached_at, dead.penalty_at), (Delivery::Dead, None, None));
    assert!(dead.sent.attempts > 3, "{}", dead.sent.attempts);
    assert_eq!(town.reads(move |rx| penalties::newest(rx, &contract, 9)).await, vec![], "he was never told");
    let chief = town.clerk_in("service_head", Some(unit(&town, "waste-followup").await), None).await;
    chief.get("/ar/desk/contractors").await.ok().shows(&dead.code);
    let page = format!("/ar/desk/contractors/orders/{}", dead.id);
    chief.get(&page).await.ok().shows("لم يصل الطلب إلى المتعهد");
    chief.post(&format!("{page}/again"), &[]).await.is(303);
    assert_eq!(order(&town, &case).await.sent.delivery, Delivery::Waiting);
    chief.post(&format!("{page}/again"), &[]).await.is(422);
}
