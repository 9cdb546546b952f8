//! The cash desk: orders found, money taken, the day counted.

use super::{due, paid, town};
use crate::pages::day::balance;
use crate::{Method, Tender, actions, store};
use kernel::Money;

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

#[tokio::test]
async fn a_cheque_is_taken_with_its_number_and_its_bank_and_both_are_kept() {
    let (town, subject) = town().await;
    let key = town.does(|tx| Ok(tx.new_id())).await;
    let cashier = town.clerk("cashier").await;
    let take = format!("/fr/desk/cash/{subject}");
    let bare = [("key", key.as_str()), ("sum", "50000"), ("method", "cheque"), ("payer", "L. Mrini")];
    let page = cashier.post(&take, &bare).await;
    page.is(422).shows("Écrivez le numéro du chèque").shows("L. Mrini");
    let half = [("key", key.as_str()), ("sum", "50000"), ("method", "transfer"), ("voucher", "0412233")];
    cashier.post(&take, &half).await.is(422).shows("Écrivez la banque").shows("0412233");
    let full = [&bare[..], &[("voucher", "0412233"), ("bank", "Banque Populaire")]].concat();
    let receipt = cashier.post(&take, &full).await.sent_to();
    let shown = cashier.get(&receipt).await;
    shown.ok().shows("0412233").shows("Banque Populaire").shows("L. Mrini").shows("Imprimer la quittance");
    cashier.get("/fr/desk/cash").await.ok().shows("0412233").shows("Banque Populaire");
    let row = town
        .reads(|rx| {
            let sql = "SELECT payer, voucher FROM payments_receipts WHERE tenant = $1";
            rx.one(sql, platform::args![rx.tenant()], |row| {
                Ok(format!("{}{}", row.get::<String>("payer")?, row.get::<String>("voucher")?))
            })
        })
        .await;
    assert!(!row.contains("Mrini") && !row.contains("0412233"), "sealed in the row");
}

#[tokio::test]
async fn the_receipt_names_the_applicant_unless_somebody_else_paid_and_the_order_it_paid() {
    let (town, subject) = town().await;
    paid(&town, &subject, 500, Method::Cash).await;
    let receipt = town.reads(|rx| Ok(store::of_day(rx, rx.today())?.remove(0).id)).await;
    let cashier = town.clerk("cashier").await;
    cashier.get(&format!("/fr/desk/cash/receipts/{receipt}")).await.ok().shows("Le demandeur").shows("1/2026");
}

#[tokio::test]
async fn the_cashier_works_without_opening_files() {
    let (town, subject) = town().await;
    let cashier = town.clerk("cashier").await;
    cashier.get("/fr/desk?view=all").await.is(403);
    cashier.get(&format!("/fr/desk/{subject}")).await.is(403);
    cashier.get("/fr/staff").await.redirects_to("/fr/desk/cash");
    let order = town.reads(move |rx| actions::order_of(rx, &subject)).await.unwrap();
    let page = cashier.get(&format!("/fr/desk/cash/orders/{}", order.id)).await.ok().text();
    assert!(page.contains("500,00") && !page.contains("Retour au dossier"), "the dues, not the file");
}

#[tokio::test]
async fn the_drawer_holds_the_cash_that_came_less_the_cash_that_went_out() {
    let (town, subject) = town().await;
    paid(&town, &subject, 500, Method::Cash).await;
    let of = subject.clone();
    town.does(move |tx| actions::order(tx, &of, "SAL-7K3Q-9MPX-R", &[due("late", 70)])).await;
    let cheque = Tender { voucher: "1".into(), bank: "BP".into(), ..Tender::from(Method::Cheque) };
    paid(&town, &subject, 70, cheque).await;
    town.does(move |tx| {
        for fee in ["street", "late"] {
            let id = crate::refund(tx, &subject, &[fee.into()], crate::Reason::Mistake, "")?.unwrap();
            crate::pay_back(tx, &id, if fee == "street" { Method::Cash } else { Method::Cheque })?;
        }
        Ok(())
    })
    .await;
    let day = town.reads(|rx| Ok(balance(&store::of_day(rx, rx.today())?, &store::refunds::of_day(rx, rx.today())?))).await;
    assert_eq!((day.received, day.paid_back, day.drawer), (Money::dirhams(570), Money::dirhams(370), Money::dirhams(200)));
    town.clerk("cashier").await.get("/fr/desk/cash").await.ok().shows("Solde du tiroir").shows("200,00");
}
