//! Ways through that end well, or with a sentence.

use super::*;

#[tokio::test]
async fn a_card_payment_ends_with_one_receipt_settled_dues_and_a_message() {
    let street = street().await;
    street.page().await.shows("id=\"card\"").shows("Payer à la régie").shows(&street.code);
    street.pays("paid").await;
    assert_eq!(street.state().await, IntentState::Started);
    street.town.visitor().get(&street.path("?back=1")).await.ok().shows("Nous attendons la réponse").shows("refresh");
    street.town.drain().await;
    assert_eq!(street.state().await, IntentState::Success);
    assert_eq!(street.receipts().await, [("online".to_owned(), 1)]);
    assert_eq!(street.dues().await, [DueState::Paid, DueState::Paid]);
    street.page().await.shows("La somme est payée").shows_not("id=\"card\"");
    street.town.visitor().get(&street.path("/receipt")).await.ok().shows("E1/2026").shows("500,00").shows("Carte bancaire");
    let outbox = street.town.visitor().get("/fr/outbox").await.ok();
    assert!(outbox.text().contains("Quittance no E1/2026"), "the payer is told");
    let condition = street.subject.clone();
    assert_eq!(street.town.reads(move |rx| platform::condition(rx, "paid", &condition)).await, None);
}

#[tokio::test]
async fn a_declined_card_takes_nothing_and_another_try_succeeds() {
    let street = street().await;
    street.pays("declined").await;
    street.town.drain().await;
    assert_eq!(street.state().await, IntentState::Failed);
    street.page().await.shows("La banque a refusé").shows("Rien n&#39;a été prélevé").shows("id=\"card\"");
    assert_eq!(street.receipts().await, []);
    street.pays("paid").await;
    street.town.drain().await;
    let states: Vec<IntentState> = street.intents().await.iter().map(|intent| intent.state).collect();
    assert_eq!(
        (states, street.order().await.state),
        (vec![IntentState::Failed, IntentState::Success], payments::OrderState::Paid)
    );
}

#[tokio::test]
async fn two_browsers_at_once_go_on_with_one_try() {
    let street = street().await;
    let (one, other) = (street.town.visitor(), street.town.visitor());
    let (first, second) = tokio::join!(street.at_the_bank(&one), street.at_the_bank(&other));
    let oid = |fields: &est::Fields| fields.iter().find(|(name, _)| name == "oid").unwrap().1.clone();
    assert_eq!(oid(&first), oid(&second));
    assert_eq!(street.intents().await.len(), 1);
}

#[tokio::test]
async fn the_same_key_gives_the_same_try_for_ever_and_not_for_another_order() {
    let street = street().await;
    let key = street.town.does(|tx| Ok(tx.new_id())).await;
    let (code, again) = (street.code.clone(), key.clone());
    let first = street.town.does(move |tx| payments::begin(tx, &again, &code)).await;
    let (id, code, again) = (first.id.clone(), street.code.clone(), key.clone());
    let second = street
        .town
        .does(move |tx| {
            payments::fail(tx, &id, payments::Failure::Declined)?;
            payments::begin(tx, &again, &code)
        })
        .await;
    assert_eq!((second.id, second.state), (first.id, IntentState::Failed));
    let other = street
        .town
        .tries(move |tx| {
            let subject = filed(tx)?;
            payments::order(tx, &subject, "SAL-0000-0000-0", &[due("x", 1)])?;
            let code = payments::order_of(tx, &subject)?.unwrap().code;
            payments::begin(tx, &key, &code)
        })
        .await;
    assert!(matches!(other, Err(platform::Problem::Conflict(_))), "{other:?}");
}

#[tokio::test]
async fn what_the_bank_never_answers_ends_after_a_day_with_a_sentence() {
    let street = street().await;
    street.pays("silent").await;
    street.town.advance_hours(23).await;
    assert!(street.state().await.is_alive());
    street.town.advance_hours(2).await;
    let intent = street.intents().await.remove(0);
    assert_eq!((intent.state, intent.reason), (IntentState::Cancelled, Some(payments::Failure::Expired)));
    street.page().await.shows("pas abouti").shows("id=\"card\"");
    assert!(street.town.visitor().get("/fr/outbox").await.text().contains("confirmé le paiement"), "the payer is told");
}

#[tokio::test]
async fn money_that_the_bank_took_without_calling_is_found_by_the_hourly_question() {
    let street = street().await;
    let oid = street.pays("silent").await;
    let taken = "UPDATE simulator_payments SET state = 'taken', taken = amount WHERE tenant = $1 AND oid = $2";
    street.town.does(move |tx| tx.execute(taken, platform::args![tx.tenant(), oid])).await;
    street.town.advance_hours(1).await;
    assert_eq!(street.state().await, IntentState::Success);
    assert_eq!(street.dues().await, [DueState::Paid, DueState::Paid]);
}

#[tokio::test]
async fn a_commune_without_a_contract_shows_the_cash_desk_only() {
    let street = street().await;
    let desk = Settings { place: Label::new("الطابق الأرضي", "Rez-de-chaussée, bureau 4"), ..Settings::default() };
    street.town.does(move |tx| gateways::save_settings(tx, desk.clone(), true)).await;
    street.page().await.shows("Payer à la régie").shows("bureau 4").shows_not("par carte bancaire");
    street.town.visitor().post(&street.path("/card"), &[]).await.redirects_to(&street.path(""));
    assert!(street.intents().await.is_empty());
}
