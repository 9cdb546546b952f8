//! The books: what the bank settled beside our rows.

use super::*;

#[tokio::test]
async fn a_statement_of_the_bank_is_matched_line_by_line_and_differences_stay() {
    let street = street().await;
    let oid = street.pays("paid").await;
    street.town.drain().await;
    let controller = street.town.clerk("finance_controller").await;
    let page = "/fr/desk/cash/reconciliation?from=2026-11-01&to=2026-11-30";
    controller.get(page).await.ok().shows(oid.as_str()).shows("500,00");
    let stranger = kernel::Id::new("0192f0c4-0000-7000-8000-000000000077");
    let file = format!("oid;montant;date\n{oid};500,00;24/11/2026\n{oid};500,00;24/11/2026\n{stranger};10,00;24/11/2026\n");
    let sent = controller.post_file("/fr/desk/cash/statements", &[], "file", "releve.csv", file.as_bytes()).await;
    sent.sent_to();
    controller.post_file("/fr/desk/cash/statements", &[], "file", "releve.csv", file.as_bytes()).await.is(422);
    let shown = controller.get(page).await.ok();
    shown.shows("Annoncé deux fois").shows("Inconnu").shows(stranger.as_str());
    street.town.clerk("cashier").await.get(page).await.is(403);
}
