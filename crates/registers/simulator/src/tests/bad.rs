//! Calls that are doubled, forged, late, or about other money.

use super::*;

#[tokio::test]
async fn a_bank_that_calls_twice_gets_one_receipt() {
    let street = street().await;
    street.pays("twice").await;
    street.town.drain().await;
    assert_eq!(street.receipts().await, [("online".to_owned(), 1)]);
    let key = crate::contract().store_key;
    for _ in 0..3 {
        assert_eq!(street.call(&[], &key).await.ok().text(), "ACTION=POSTAUTH");
    }
    street.town.drain().await;
    assert_eq!((street.receipts().await.len(), street.refunds().await.len()), (1, 0));
    assert_eq!(street.journaled("payments.intent_success").await, 1);
}

#[tokio::test]
async fn a_forged_call_changes_nothing_and_is_journaled() {
    let street = street().await;
    let payer = street.town.visitor();
    street.at_the_bank(&payer).await;
    let before = street.intents().await;
    let key = crate::contract().store_key;
    let unknown = before[0].order.to_string();
    let forgeries: [(&[(&str, &str)], &str); 4] =
        [(&[], "guessed"), (&[("clientid", "600000002")], &key), (&[("oid", &unknown)], &key), (&[("oid", "' OR 1=1")], &key)];
    for (change, key) in forgeries {
        assert_eq!(street.call(change, key).await.is(403).text(), "FAILURE", "{change:?}");
    }
    payer.post("/pay/callback/card", &[]).await.is(403);
    payer.post("/pay/callback/elsewhere", &[]).await.is(404);
    street.town.drain().await;
    assert_eq!(street.intents().await, before);
    assert_eq!(street.receipts().await, []);
    assert_eq!(street.journaled("gateways.call_refused").await, 5);
    for _ in 0..10 {
        street.call(&[], "guessed").await;
    }
    street.call(&[], "guessed").await.is(429);
    assert!(street.journaled("gateways.call_refused").await <= 10, "who forges many is not even heard");
}

#[tokio::test]
async fn a_call_that_is_true_but_early_takes_nothing_until_the_bank_says_it_again() {
    let street = street().await;
    let payer = street.town.visitor();
    let fields = street.at_the_bank(&payer).await;
    let sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    payer.post("/simulator/pay", &sent).await.sent_to();
    street.call(&[], &crate::contract().store_key).await.ok();
    street.town.drain().await;
    assert_eq!((street.state().await, street.receipts().await.len()), (IntentState::Submitted, 0));
    // What was agreed to and is never confirmed does not just end: a person must look.
    street.town.advance_hours(25).await;
    let intent = street.intents().await.remove(0);
    assert_eq!((intent.state, intent.reason), (IntentState::Error, Some(payments::Failure::Expired)));
    street.page().await.shows("en cours de vérification").shows_not("id=\"card\"");
}

#[tokio::test]
async fn a_bank_that_cannot_be_asked_is_asked_until_it_answers() {
    let street = street().await;
    let payer = street.town.visitor();
    street.at_the_bank(&payer).await;
    let oid = street.intents().await[0].id.clone();
    let silent = Settings {
        kind: gateways::Kind::Est,
        pay_url: "http://127.0.0.1:9/".into(),
        api_url: "http://127.0.0.1:9/".into(),
        ..crate::contract()
    };
    street.town.does(move |tx| gateways::save_settings(tx, silent.clone(), true)).await;
    street.call(&[], &crate::contract().store_key).await.ok();
    street.town.drain().await;
    assert_eq!((street.state().await, street.receipts().await.len()), (IntentState::Submitted, 0));
    street.town.does(|tx| gateways::save_settings(tx, crate::contract(), true)).await;
    let made = "INSERT INTO simulator_payments
                    (tenant, oid, merchant, amount, currency, back, callback, state, external, taken, returned, made_at)
                VALUES ($1, $2, 'm', 50000, '504', '', '', 'taken', 'T1', 50000, 0, '2026-11-24T09:00:00Z')";
    street.town.does(move |tx| tx.execute(made, platform::args![tx.tenant(), oid])).await;
    street.town.advance_hours(1).await;
    assert_eq!((street.state().await, street.receipts().await.len()), (IntentState::Success, 1));
}

#[tokio::test]
async fn another_amount_is_an_alarm_and_settles_nothing() {
    let street = street().await;
    street.pays("amount").await;
    street.town.drain().await;
    let intent = street.intents().await.remove(0);
    assert_eq!((intent.state, intent.reason), (IntentState::Error, Some(payments::Failure::Amount)));
    assert_eq!(street.dues().await, [DueState::Due, DueState::Due]);
    street.page().await.shows("en cours de vérification").shows_not("id=\"card\"");
    let controller = street.town.clerk("finance_controller").await;
    controller.get("/fr/desk/cash/reconciliation").await.ok().shows(intent.id.as_str());
    street.town.clerk("cashier").await.post(&format!("/fr/desk/cash/intents/{}/seen", intent.id), &[]).await.is(403);
    controller.post(&format!("/fr/desk/cash/intents/{}/seen", intent.id), &[]).await.sent_to();
    assert_eq!(street.journaled("payments.intent_seen").await, 1);
    street.page().await.shows("id=\"card\"");
}

#[tokio::test]
async fn another_currency_is_an_alarm_too() {
    let street = street().await;
    let payer = street.town.visitor();
    street.at_the_bank(&payer).await;
    street.call(&[("currency", "978")], &crate::contract().store_key).await.ok().shows("FAILURE");
    let intent = street.intents().await.remove(0);
    assert_eq!((intent.state, intent.reason), (IntentState::Error, Some(payments::Failure::Currency)));
}

#[tokio::test]
async fn money_that_comes_after_the_cash_desk_took_it_is_given_back_whole() {
    let street = street().await;
    street.pays("late").await;
    street.collected().await;
    let intent = street.intents().await.remove(0);
    assert_eq!((intent.state, intent.reason), (IntentState::Cancelled, Some(payments::Failure::Elsewhere)));
    street.town.advance_hours(3).await;
    assert_eq!(street.intents().await[0].state, IntentState::Success);
    assert_eq!(street.receipts().await, [("cash".to_owned(), 1), ("online".to_owned(), 1)]);
    let refund = street.refunds().await.remove(0);
    assert_eq!((refund.amount, refund.reason, refund.state), (Money::dirhams(500), payments::Reason::Late, RefundState::Ordered));
    assert!(refund.ordered_by.starts_with("system:"));
    street.page().await.shows("Une somme vous sera rendue");
    street.town.clerk("cashier").await.get("/fr/desk/cash").await.ok().shows("500,00").shows("Reçu en trop");
}

#[tokio::test]
async fn money_for_an_order_that_was_cancelled_or_changed_is_given_back() {
    let street = street().await;
    street.pays("late").await;
    let subject = street.subject.clone();
    street.town.does(move |tx| payments::adjust(tx, &subject, "street", Money::dirhams(120), payments::Ended::Measured)).await;
    assert_eq!(street.intents().await[0].reason, Some(payments::Failure::Ended));
    street.page().await.shows("annulé").shows("en vigueur");
    street.town.advance_hours(3).await;
    assert_eq!(street.refunds().await[0].amount, Money::dirhams(500));
    assert_eq!(street.dues().await, [DueState::Due, DueState::Due]);
}

#[tokio::test]
async fn the_way_back_from_the_bank_settles_nothing_whatever_it_says() {
    let street = street().await;
    let payer = street.town.visitor().saying("sec-fetch-site", "cross-site");
    let bank = street.town.visitor();
    street.at_the_bank(&bank).await;
    let said = [("Response", "Approved"), ("ProcReturnCode", "00"), ("oid", "x"), ("amount", "500.00")];
    let back = format!("/pay/return/fr/{}", street.code);
    payer.post(&back, &said).await.redirects_to(&street.path("?back=1"));
    payer.get(&back).await.redirects_to(&street.path("?back=1"));
    street.town.drain().await;
    assert_eq!((street.state().await, street.receipts().await.len()), (IntentState::Started, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_that_comes_many_times_at_once_is_one_payment() {
    let street = street().await;
    let oid = street.pays("silent").await;
    let taken = "UPDATE simulator_payments SET state = 'taken', taken = amount WHERE tenant = $1 AND oid = $2";
    street.town.does(move |tx| tx.execute(taken, platform::args![tx.tenant(), oid])).await;
    let key = crate::contract().store_key;
    let call = || street.call(&[], &key);
    let replies = tokio::join!(call(), call(), call(), call(), call(), call());
    for reply in [replies.0, replies.1, replies.2, replies.3, replies.4, replies.5] {
        assert_eq!(reply.ok().text(), "ACTION=POSTAUTH");
    }
    street.town.drain().await;
    assert_eq!((street.receipts().await.len(), street.state().await), (1, IntentState::Success));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bank_and_the_cash_desk_at_once_settle_once_and_what_is_too_much_goes_back() {
    let street = street().await;
    for round in 0..8 {
        let (subject, intent) = street
            .town
            .does(|tx| {
                let subject = filed(tx)?;
                payments::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due("repair", 500)])?;
                let (key, order) = (tx.new_id(), payments::order_of(tx, &subject)?.unwrap());
                Ok((subject, payments::begin(tx, &key, &order.code)?.id))
            })
            .await;
        let (of, id) = (subject.clone(), intent.clone());
        let taken = payments::Taken { external: "T".into(), amount: Money::dirhams(500) };
        let bank = street.town.tries(move |tx| payments::succeed(tx, &id, &taken));
        let desk = street.town.tries(move |tx| {
            let key = tx.new_id();
            payments::collect(tx, &key, &of, Money::dirhams(500), Method::Cash)
        });
        let (bank, desk) = if round % 2 == 0 {
            tokio::join!(bank, desk)
        } else {
            let (desk, bank) = tokio::join!(desk, bank);
            (bank, desk)
        };
        let (of, by_bank) = (subject.clone(), bank.unwrap());
        let (dues, refunds) = street.town.reads(move |rx| Ok((payments::of(rx, &of)?, payments::refunds_of(rx, &of)?))).await;
        assert_eq!(by_bank.state, IntentState::Success, "the bank's money is never lost");
        assert!(dues.iter().all(|due| due.state == DueState::Paid));
        assert_eq!(refunds.len(), usize::from(desk.is_ok()), "what came twice goes back once");
    }
}
