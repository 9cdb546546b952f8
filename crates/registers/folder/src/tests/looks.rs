//! Who looked at what, and why: one list for the person.

use super::*;
use people::{What, Why};

#[tokio::test]
async fn every_look_at_what_is_ones_own_stands_in_one_list_with_its_reason() {
    let town = town().await;
    let leila = signed_in(&town, "0612345678").await;
    let id = keeps(&leila, "Mon bail", "").await;
    leila.get("/fr/account/looks").await.ok().shows("a rien consulté");
    town.does(move |tx| {
        let person = person_of(tx, &id)?;
        people::card(tx, &person, "counter")?;
        people::looked(tx, &person, What::Case, "SAL-7K3Q-9MPX-R", Why::Handling)?;
        people::looked(tx, &person, What::Document, id.as_str(), Why::Counter)?;
        people::looked(tx, &person, What::Booking, "", Why::Request)?;
        // As it was written before things were named.
        let case = tx.new_id();
        tx.look(&person, case.as_str())
    })
    .await;
    let page = leila.get("/fr/account/looks").await.ok();
    let page = page.shows("Votre fiche personnelle").shows("/fr/cases/SAL-7K3Q-9MPX-R").shows("Traitement du dossier");
    page.shows("Un document gardé").shows("Votre rendez-vous").shows("Votre dossier");
    for lang in ["ar", "en", "zgh"] {
        leila.get(&format!("/{lang}/account/looks")).await.ok();
    }
    signed_in(&town, "0698765432").await.get("/fr/account/looks").await.ok().shows("a rien consulté");
}
