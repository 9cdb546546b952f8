//! A paper that is issued stands in the folder of whom it was issued to: a reference, read where the register keeps it.

use super::*;

async fn signed_in(town: &Town, phone: &str) -> Visitor {
    let visitor = town.visitor();
    let asked = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", phone)]).await.sent_to();
    town.drain().await;
    let outbox = town.visitor().get("/fr/outbox").await.ok().text();
    let words = outbox.split(|letter: char| !letter.is_ascii_alphanumeric());
    let code = words.into_iter().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit())).unwrap();
    let ticket = asked.split("ticket=").nth(1).unwrap().split('&').next().unwrap();
    visitor.post("/fr/account/code", &[("ticket", ticket), ("code", code)]).await.redirects_to("/fr/account");
    visitor
}

#[tokio::test]
async fn a_paper_comes_into_the_folder_when_it_is_issued_and_is_read_there() {
    let town = configured(|config| config.demo = true).await;
    let (leila, omar) = (signed_in(&town, "0612345678").await, signed_in(&town, "0698765432").await);
    let (case, _) = filed_by(&town, &leila).await;
    does(&town, &case, "take", "").await;
    does(&town, &case, "propose_grant", "").await;
    pay(&town, &case).await;
    leila.get("/fr/my/documents").await.ok().shows("est vide");
    let draft = papers(&town, &case).await.pop().unwrap();
    let president = president(&town).await;
    president.post(&format!("/ar/desk/papers/{}/sign", draft.id), &[("pin", PIN)]).await.sent_to();
    town.drain().await;
    let paper = papers(&town, &case).await.pop().unwrap();
    let listed = leila.get("/api/v1/my/documents").await.ok().json();
    let one = &listed["documents"][0];
    assert_eq!((&one["origin"], &one["trust"]), (&"issued".into(), &"issued".into()));
    let id = one["id"].as_str().unwrap();
    let file = leila.get(&format!("/my/documents/{id}/file")).await.ok().bytes;
    assert!(signing::verify(&file, &trusted(&town.app, testing::SALE).await.unwrap()).holds());
    let told = leila.get(&format!("/api/v1/my/documents/{id}")).await.ok().json();
    assert_eq!(told["sha256"].as_str(), paper.sha256.as_deref());
    leila.get(&format!("/fr/my/documents/{id}")).await.ok().shows("Délivré par la commune");
    omar.get(&format!("/my/documents/{id}/file")).await.is(404);
    omar.get("/fr/my/documents").await.ok().shows("est vide");
    // Erased from the folder, the register keeps it.
    leila.post(&format!("/fr/my/documents/{id}/erase"), &[("sure", "yes")]).await.is(303);
    town.drain().await;
    assert_eq!(town.app.blobs().get(testing::SALE, &paper.blob.unwrap()).unwrap(), file);
    leila.get("/fr/my/documents").await.ok().shows("est vide");
}
