//! Money that goes back the way it came.

use super::*;

async fn paid_and_ordered(street: &Street) -> Refund {
    street.pays("paid").await;
    street.town.drain().await;
    let president = street.town.clerk("president").await;
    let form = [("fee", "street"), ("reason", "mistake")];
    president.post(&format!("/fr/desk/{}/refunds", street.subject), &form).await.sent_to();
    street.refunds().await.remove(0)
}

#[tokio::test]
async fn a_refund_goes_back_through_the_bank_that_took_the_money_once() {
    let street = street().await;
    let refund = paid_and_ordered(&street).await;
    assert_eq!((refund.amount, refund.intent.is_some()), (Money::dirhams(300), true));
    let (cashier, pay) = (street.town.clerk("cashier").await, format!("/fr/desk/cash/refunds/{}", refund.id));
    cashier.get("/fr/desk/cash").await.ok().shows("value=\"card\"");
    street.town.clerk("president").await.post(&pay, &[("method", "card")]).await.is(403);
    cashier.post(&pay, &[("method", "card")]).await.sent_to();
    assert_eq!(street.refunds().await[0].state, RefundState::Asked);
    cashier.post(&pay, &[("method", "card")]).await.sent_to();
    cashier.post(&pay, &[("method", "cash")]).await.is(422).shows("banque");
    street.town.drain().await;
    cashier.post(&pay, &[("method", "cash")]).await.sent_to();
    street.town.drain().await;
    let refund = street.refunds().await.remove(0);
    assert_eq!((refund.state, refund.method, refund.number), (RefundState::Paid, Some(Method::Card), Some((2026, 1))));
    assert_eq!(returned(&street).await, 30_000);
    assert_eq!(street.journaled("payments.refunded").await, 1);
    assert_eq!(street.intents().await[0].back, Money::dirhams(300));
}

/// What the bank gave back in all.
async fn returned(street: &Street) -> i64 {
    let sql = "SELECT CAST(SUM(returned) AS BIGINT) AS n FROM simulator_payments WHERE tenant = $1";
    street.town.reads(move |rx| rx.count(sql, platform::args![rx.tenant()])).await
}

#[tokio::test]
async fn the_same_order_to_the_bank_is_one_credit_however_often_the_job_runs() {
    let street = street().await;
    let refund = paid_and_ordered(&street).await;
    let (cashier, pay) = (street.town.clerk("cashier").await, format!("/fr/desk/cash/refunds/{}", refund.id));
    cashier.post(&pay, &[("method", "card")]).await.sent_to();
    let asked = payments::RefundAsked { refund: refund.id, intent: refund.intent.unwrap(), amount: refund.amount };
    // Two more jobs for the same refund, as after a lost note.
    street
        .town
        .does(move |tx| {
            tx.job("gateways.credit", &asked)?;
            tx.job("gateways.credit", &asked)
        })
        .await;
    street.town.drain().await;
    assert_eq!((returned(&street).await, street.journaled("payments.refunded").await), (30_000, 1));
}

#[tokio::test]
async fn what_the_bank_would_not_give_back_is_paid_over_the_counter() {
    let street = street().await;
    let refund = paid_and_ordered(&street).await;
    let spent = "UPDATE simulator_payments SET taken = 0 WHERE tenant = $1";
    street.town.does(move |tx| tx.execute(spent, platform::args![tx.tenant()])).await;
    let (cashier, pay) = (street.town.clerk("cashier").await, format!("/fr/desk/cash/refunds/{}", refund.id));
    cashier.post(&pay, &[("method", "card")]).await.sent_to();
    street.town.drain().await;
    let refused = street.refunds().await.remove(0);
    assert_eq!((refused.state, refused.refused.as_deref()), (RefundState::Refused, Some("Credit refused")));
    cashier.get("/fr/desk/cash").await.ok().shows("Credit refused");
    cashier.post(&pay, &[("method", "cash")]).await.sent_to();
    assert_eq!(street.refunds().await[0].method, Some(Method::Cash));
}

#[tokio::test]
async fn a_late_payment_given_back_whole_leaves_its_try_refunded() {
    let street = street().await;
    street.pays("late").await;
    street.collected().await;
    street.town.advance_hours(3).await;
    let id = street.refunds().await[0].id.clone();
    let cashier = street.town.clerk("cashier").await;
    cashier.post(&format!("/fr/desk/cash/refunds/{id}"), &[("method", "card")]).await.sent_to();
    street.town.drain().await;
    assert_eq!(street.intents().await[0].state, IntentState::Refunded);
    street.page().await.shows_not("vous sera rendue");
    // The same money is not ordered back twice, by construction of the table.
    let intent = street.intents().await[0].id.clone();
    let twice = "INSERT INTO payments_refunds (tenant, id, subject, reference, fees, amount, reason, state, ordered_by, ordered_at, intent)
                 VALUES ($1, 'x', 's', 'r', '[]', 1, 'late', 'ordered', 'system:x', '2026-11-24T09:00:00Z', $2)";
    let refused = street.town.tries(move |tx| tx.changed(twice, platform::args![tx.tenant(), intent])).await;
    assert!(matches!(refused, Err(platform::Problem::Conflict(_))), "{refused:?}");
}
