//! The drawer of a cashier from its float to its close, and what may not be added afterwards.

use super::{due, town};
use crate::{Method, Tender, actions, store};
use kernel::{Id, Money};
use platform::{Row, args};
use testing::{Town, Visitor};

/// Takes what a new subject owes, at this cashier's desk.
async fn takes(town: &Town, cashier: &Visitor, dirhams: i64, method: &str) {
    let (key, subject) = town
        .does(move |tx| {
            let subject = tx.new_id();
            actions::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due("fee", dirhams)])?;
            Ok((tx.new_id(), subject))
        })
        .await;
    let sum = (dirhams * 100).to_string();
    let form = [("key", key.as_str()), ("sum", &sum), ("method", method), ("voucher", "0412"), ("bank", "BP")];
    cashier.post(&format!("/fr/desk/cash/{subject}"), &form).await.sent_to();
}

/// Where the form of the open drawer goes.
async fn drawer(cashier: &Visitor) -> String {
    let page = cashier.get("/fr/desk/cash/close").await.ok().text();
    let start = page.find("/fr/desk/cash/closes/").expect("an open drawer");
    page[start..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_drawer_is_counted_closed_once_and_takes_no_more() {
    let (town, _) = town().await;
    let cashier = town.clerk("cashier").await;
    cashier.post("/fr/desk/cash/float", &[("opening", "100")]).await.sent_to();
    takes(&town, &cashier, 200, "cash").await;
    takes(&town, &cashier, 70, "cheque").await;
    let drawer = drawer(&cashier).await;
    cashier.get(&drawer).await.ok().shows("300,00").shows("Ouverte");
    cashier.post(&drawer, &[]).await.is(422).shows("Écrivez la somme comptée");
    cashier.post(&drawer, &[("counted", "290")]).await.is(422).shows("écrivez-en la raison").shows("290");
    let coins = [("coin-20000", "1"), ("coin-5000", "1"), ("coin-2000", "2"), ("reason", "Erreur de rendu de L. Mrini")];
    cashier.post(&drawer, &coins).await.redirects_to(&drawer);
    let sheet = cashier.get(&drawer).await.ok();
    sheet.shows("Clôturée").shows("1/2026").shows("290,00").shows("-10,00").shows("0412").shows("Mrini");
    cashier.post(&drawer, &coins).await.is(422).shows("déjà clôturée");
    let csv = cashier.get(&format!("{}/sheet.csv", drawer.trim_start_matches("/fr"))).await.ok().text();
    let amounts: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').nth(4).unwrap()).collect();
    assert_eq!(amounts, ["100.00", "200.00", "70.00", "300.00", "290.00", "-10.00"]);
    takes(&town, &cashier, 30, "cash").await;
    let next = self::drawer(&cashier).await;
    assert_ne!(next, drawer);
    cashier.get(&next).await.ok().shows("Caisse <bdi>2</bdi> du jour").shows("30,00");
    assert_eq!(cashier.get(&drawer).await.ok().text().matches("0412").count(), 1, "the closed one is as it was");
    let reason = "SELECT reason FROM payments_sessions WHERE tenant = $1 AND closed_at IS NOT NULL";
    let sealed = town.reads(move |rx| rx.one(reason, args![rx.tenant()], |row: &Row| row.get::<String>("reason"))).await;
    assert!(!sealed.contains("Mrini"), "sealed in the row");
}

#[tokio::test]
async fn a_drawer_is_its_cashiers_and_the_controllers_to_see() {
    let (town, _) = town().await;
    let (one, other) = (town.clerk("cashier").await, town.clerk("cashier").await);
    takes(&town, &one, 200, "cash").await;
    let drawer = drawer(&one).await;
    other.get(&drawer).await.is(404);
    other.post(&drawer, &[("counted", "200")]).await.is(404);
    other.get("/fr/desk/cash/close").await.ok().shows("Aucune caisse ouverte");
    let controller = town.clerk("finance_controller").await;
    controller.get(&drawer).await.is(403);
    let seen = drawer.replace("/desk/cash/closes/", "/desk/cash/reconciliation/closes/");
    controller.get(&seen).await.ok().shows("200,00");
    one.get(&seen).await.is(403);
    let csv = format!("{}/sheet.csv", seen.trim_start_matches("/fr"));
    controller.get(&csv).await.ok().shows("200.00");
    one.get(&csv).await.is(403);
}

/// One number of the first row.
async fn number(town: &Town, sql: &'static str) -> i64 {
    town.reads(move |rx| rx.count(sql, args![rx.tenant()])).await
}

#[tokio::test]
async fn the_sums_of_a_close_and_of_the_report_are_those_of_the_rows() {
    let (town, subject) = town().await;
    let cashier = town.clerk("cashier").await;
    for (dirhams, method) in [(11, "cash"), (23, "cash"), (70, "cheque"), (41, "transfer")] {
        takes(&town, &cashier, dirhams, method).await;
    }
    super::paid(&town, &subject, 500, Tender::from(Method::Cash)).await;
    let refund = town.does(move |tx| crate::refund(tx, &subject, &["repair".into()], crate::Reason::Mistake, "")).await;
    let refund = refund.unwrap();
    cashier.post(&format!("/fr/desk/cash/refunds/{refund}"), &[("method", "cash")]).await.sent_to();
    let drawer = drawer(&cashier).await;
    cashier.post(&drawer, &[("counted", "0"), ("reason", "rien")]).await.sent_to();
    let rows = "SELECT CAST(SUM(amount) AS BIGINT) AS n FROM payments_receipts WHERE tenant = $1 AND session = (
                    SELECT id FROM payments_sessions WHERE tenant = $1 AND closed_at IS NOT NULL) AND method = 'cash'";
    let expected = "SELECT expected AS n FROM payments_sessions WHERE tenant = $1 AND closed_at IS NOT NULL";
    assert_eq!(number(&town, expected).await, number(&town, rows).await - 20_000);
    let report = town.reads(|rx| actions::report(rx, rx.today(), rx.today())).await;
    let sum = |totals: &[crate::Total]| totals.iter().fold(Money(0), |sum, total| sum + total.sum).0;
    let all = "SELECT CAST(SUM(amount) AS BIGINT) AS n FROM payments_receipts WHERE tenant = $1";
    assert_eq!(sum(&report.receipts), number(&town, all).await);
    let back = "SELECT CAST(SUM(amount) AS BIGINT) AS n FROM payments_refunds WHERE tenant = $1 AND paid_on IS NOT NULL";
    assert_eq!((sum(&report.refunds), number(&town, back).await), (20_000, 20_000));
    // Every receipt of the cash desk is an intent that succeeded there, and lies in a drawer.
    assert_eq!(sum(&report.intents), sum(&report.receipts));
    assert_eq!(number(&town, "SELECT COUNT(*) AS n FROM payments_receipts WHERE tenant = $1 AND session IS NULL").await, 0);
    let page = town.clerk("finance_controller").await.get("/fr/desk/cash/reconciliation").await.ok();
    page.shows("645,00").shows("200,00").shows("445,00").shows("Clôture no <bdi>1/2026</bdi>");
}

#[tokio::test]
async fn what_is_handed_to_the_accounts_adds_up_and_comes_out_the_same_again() {
    let (town, subject) = town().await;
    super::paid(&town, &subject, 500, Method::Cash).await;
    let refund = town.does(move |tx| crate::refund(tx, &subject, &["street".into()], crate::Reason::Mistake, "")).await;
    let refund = refund.unwrap();
    town.does(move |tx| crate::pay_back(tx, &refund, Method::Cash).map(drop)).await;
    let controller = town.clerk("finance_controller").await;
    let days = [("from", "2026-11-01"), ("to", "2026-11-24")];
    controller.post("/fr/desk/cash/exports", &days).await.is(422).shows("jours passés");
    controller.post("/fr/desk/cash/exports", &[("from", "2026-11-25"), ("to", "2026-11-24")]).await.is(422);
    controller.post("/fr/desk/cash/exports", &[("from", "x"), ("to", "2026-11-24")]).await.is(422);
    town.clock.advance_secs(86_400);
    let controller = town.clerk("finance_controller").await;
    controller.post("/fr/desk/cash/exports", &days).await.sent_to();
    let file = "/desk/cash/exports/2026/1/accounts.csv";
    let first = controller.get(file).await.ok().text();
    let amounts: Vec<i64> =
        first.lines().skip(1).map(|line| line.split(',').nth(8).unwrap().replace('.', "").parse::<i64>().unwrap()).collect();
    assert_eq!(amounts, [20_000, 30_000, -30_000]);
    assert_eq!(amounts.iter().sum::<i64>(), 20_000);
    town.clock.advance_secs(30 * 86_400);
    let controller = town.clerk("finance_controller").await;
    assert_eq!(controller.get(file).await.ok().text(), first);
    town.clerk("cashier").await.get(file).await.is(403);
    let changed = "UPDATE payments_receipts SET amount = amount + 1 WHERE tenant = $1";
    town.does(move |tx| tx.execute(changed, args![tx.tenant()])).await;
    controller.get(file).await.is(409);
}

#[tokio::test]
async fn two_hands_on_one_order_take_the_money_once() {
    let (town, subject) = town().await;
    let keys: Vec<Id> = town.does(|tx| Ok((0..6).map(|_| tx.new_id()).collect())).await;
    let takes = keys.into_iter().map(|key| {
        let subject = subject.clone();
        town.tries(move |tx| actions::collect(tx, &key, &subject, Money::dirhams(500), Method::Cash))
    });
    let mut taken = 0;
    for outcome in futures(takes.collect()).await {
        taken += usize::from(outcome.is_ok());
    }
    let today = town.reads(|rx| store::of_day(rx, rx.today())).await;
    assert_eq!((taken, today.len(), today[0].number), (1, 1, 1));
}

async fn futures<T>(all: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut all: Vec<_> = all.into_iter().map(Box::pin).collect();
    let mut done = Vec::new();
    std::future::poll_fn(|context| {
        all.retain_mut(|one| match one.as_mut().poll(context) {
            std::task::Poll::Ready(value) => {
                done.push(value);
                false
            }
            std::task::Poll::Pending => true,
        });
        if all.is_empty() { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    done
}
