//! Numbers at the kiosk and at the reception: when, for what, and from where.

use super::*;

/// A browser that an administrator made a kiosk.
async fn kiosk(hall: &Hall) -> Visitor {
    let (_, secret) = hall.town.does(|tx| assisted::add_kiosk(tx, "hall", "Tabriquet", &[])).await;
    let device = hall.town.visitor();
    device.post(&format!("/fr/kiosk/set-up/{secret}"), &[]).await.sent_to();
    device
}

#[tokio::test]
async fn a_touch_at_the_kiosk_gives_a_number_on_paper() {
    let hall = Hall::open().await;
    let device = kiosk(&hall).await;
    let page = format!("{}/take", hall.board());
    device.get(&page).await.ok().shows("Touchez le motif").shows("Extraits et copies").shows_not("Autorisations d&#39;urbanisme");
    device
        .post(&page, &[("matter", CIVIL)])
        .await
        .ok()
        .shows("A1")
        .shows("TKT-")
        .shows("data-print-now")
        .shows("Personne avant vous");
    device.post(&page, &[("matter", CIVIL)]).await.ok().shows("A2").shows("1 personne avant vous");
    device.post(&page, &[("matter", LEGAL)]).await.ok().shows("B1");
    device.post(&page, &[("matter", PERMIT)]).await.is(422).shows("uniquement sur rendez-vous");
    device.post(&page, &[("matter", "hygiene")]).await.is(422).shows("pas servi dans ce site");
    device.get(&format!("/ar/queue/{}/take", hall.site)).await.ok().shows("خذوا رقما");
}

#[tokio::test]
async fn numbers_are_not_taken_from_afar() {
    let hall = Hall::open().await;
    let visitor = hall.town.visitor();
    let page = format!("{}/take", hall.board());
    visitor.get(&page).await.ok().shows("se prennent sur place").shows_not("<button class=\"btn  full\"");
    visitor.post(&page, &[("matter", CIVIL)]).await.is(403);
}

#[tokio::test]
async fn no_number_is_given_when_the_doors_are_closed_and_the_page_says_when_they_open() {
    let hall = Hall::open().await;
    let device = kiosk(&hall).await;
    hall.town.clock.advance_secs(12 * 3_600);
    let page = format!("{}/take", hall.board());
    device.get(&page).await.ok().shows("à cette heure").shows("Fermé, ouvre à");
    device.post(&page, &[("matter", CIVIL)]).await.is(422).shows("On ne donne pas de numéro");
    hall.town.visitor().get(&hall.board()).await.ok().shows("Fermé, ouvre à");
}

#[tokio::test]
async fn the_reception_gives_a_number_with_a_priority_and_a_telephone() {
    let hall = Hall::open().await;
    let clerk = hall.town.clerk("counter_clerk").await;
    let page = format!("/fr/desk/queue/sites/{}", hall.site);
    let wrong = [("matter", CIVIL), ("phone", "0522")];
    clerk.post(&format!("{page}/take"), &wrong).await.is(422).shows("portable marocain");
    let fields = [("matter", CIVIL), ("priority", "pregnant"), ("phone", "0612345678"), ("lang", "ar")];
    let slip = clerk.post(&format!("{page}/take"), &fields).await.sent_to();
    clerk.get(&slip).await.ok().shows("A1").shows("لا أحد قبلكم");
    clerk.get(&page).await.ok().shows("Femme enceinte");
    hall.town.visitor().get(&hall.board()).await.ok().shows_not("enceinte</").shows_not("612345678");
}
