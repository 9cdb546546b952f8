//! Who sees what on the lists of the post, and whose delay it is.

use super::{FIRST, drawn, entry, filed, paid, town};
use crate::{actions, store};
use kernel::Id;

#[tokio::test]
async fn a_bordereau_shows_names_only_to_those_who_handle_all_its_letters() {
    let town = town().await;
    let (case, _) = filed(&town, "post").await;
    drawn(&town, &case).await;
    let officer = town.clerk("civil_status_officer").await;
    let page = officer.post("/fr/desk/post/bordereaux", &[]).await.sent_to();
    officer.post(&format!("{page}/letters"), &[("case", case.as_str()), ("tracking", FIRST)]).await.sent_to();
    let elsewhere =
        town.reads(|rx| Ok(units::all(rx)?.into_iter().find(|unit| unit.code == "urban-permits").expect("a unit").id)).await;
    let other = town.clerk_in("civil_status_clerk", Some(elsewhere), None).await;
    other.get(&format!("/fr/desk/{case}")).await.is(404);
    other.get(&page).await.is(404).shows_not("ليلى المريني");
    other.get(&format!("{page}/addresses")).await.is(404);
    other.post(&format!("{page}/close"), &[]).await.is(404);
    let id = Id::new(page.rsplit('/').next().unwrap());
    let letter = town.reads(move |rx| Ok(store::letters_in(rx, &id)?[0].id.clone())).await;
    other.post(&format!("{page}/letters/{letter}/remove"), &[]).await.is(404);
    officer.post(&format!("{page}/close"), &[]).await.sent_to();
    let today = town.clock.now().day().to_string();
    other.post(&format!("{page}/hand"), &[("on", &today), ("deposit", "D-118")]).await.is(404);
    other.get(&format!("{}/bordereau.pdf", page.trim_start_matches("/fr"))).await.is(404);
    officer.get("/fr/desk/post").await.ok().shows(&page);
    other.get("/fr/desk/post").await.ok().shows_not(&page);
    town.clerk("service_head").await.get("/fr/desk/post").await.is(403);
}

#[tokio::test]
async fn what_is_not_paid_waits_for_the_applicant_and_not_for_the_office() {
    let town = town().await;
    let (case, _) = filed(&town, "post").await;
    let of = case.clone();
    town.does(move |tx| actions::record(tx, &of, &entry()).map(drop)).await;
    town.clock.advance_secs(9 * 86_400);
    let officer = town.clerk("civil_status_officer").await;
    let list = "/fr/desk/post?stage=copy";
    officer.get(list).await.ok().shows("à payer").shows("attend le demandeur").shows_not("En retard");
    officer.get(&format!("/fr/desk/{case}")).await.ok().shows("pas encore payés");
    paid(&town, &case).await;
    officer.get(list).await.ok().shows_not("à payer").shows("En retard");
    officer.get(&format!("/fr/desk/{case}")).await.ok().shows_not("pas encore payés");
}
