//! Who waits for what does not work hears it where he is.

use super::*;

#[tokio::test]
async fn an_outage_reaches_the_telephones_of_those_whom_it_concerns_once_and_its_end_too() {
    let hall = Hall::open().await;
    for _ in 0..14 {
        hall.take(CIVIL).await;
    }
    hall.give(CIVIL, None, Some("0612345678")).await;
    hall.give(LEGAL, None, Some("0698765432")).await;
    hall.town.clock.advance_secs(1_800);
    let chief = hall.town.clerk("dgs").await;
    let site = hall.site.to_string();
    let fields = [("system", "civil-status"), ("since", "10:20"), ("matters", CIVIL), ("sites", site.as_str())];
    let page = chief.post("/fr/desk/outages", &fields).await.sent_to();
    hall.town.drain().await;
    let told = hall.messages().await;
    let sentence =
        "Le système d’état civil est en panne depuis 10:20. 14 personnes avant vous. Vous pouvez partir, nous vous appellerons.";
    assert_eq!(told.matches(sentence).count(), 1, "{told}");
    chief.post(&format!("{page}/update"), &[("words_fr", "Réparation en cours")]).await.sent_to();
    assert_eq!(hall.messages().await.matches("depuis 10:20").count(), 1);
    hall.town.clock.advance_secs(600);
    chief.post(&format!("{page}/end"), &[]).await.sent_to();
    let told = hall.messages().await;
    assert_eq!(told.matches("De nouveau en service").count(), 1, "{told}");
}
