//! The list of one's own cases: what it says of each, for whoever is signed in.

use super::closing::permit;
use super::*;
use testing::Visitor;

async fn town() -> Town {
    Town::configured(modules(), |config| config.demo = true).await
}

/// A citizen who signed in with this telephone.
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
async fn who_is_signed_in_reads_of_each_case_what_is_next_and_by_when() {
    let town = town().await;
    opened(&town, 1, Some(LAYAYDA)).await;
    town.advance_hours(24 * 90).await;
    let visitor = signed_in(&town, "0612345678").await;
    visitor.get("/fr/cases").await.ok().shows("La réponse était attendue avant le").shows_not("Réponse attendue avant le");
    let case = opened(&town, 2, Some(LAYAYDA)).await;
    for lang in ["ar", "fr", "en", "zgh"] {
        visitor.get(&format!("/{lang}/cases")).await.ok().shows(&case.code);
    }
    visitor.get("/fr/cases").await.ok().shows("Réponse attendue avant le").shows("Reçu").shows_not("À vous");
    town.does(act("take", &case, Given::default())).await;
    town.does(act("ask", &case, given("أين بالضبط؟"))).await;
    visitor.get("/fr/cases").await.ok().shows("À vous");
    town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("أصلحنا الحفرة") })).await;
    visitor.get("/fr/cases").await.ok().shows("Répondu le").shows("Fait");
    town.visitor().get("/fr/cases").await.ok().shows_not(&case.code);
}

#[tokio::test]
async fn a_request_among_ones_own_shows_its_state() {
    let town = town().await;
    let visitor = signed_in(&town, "0612345678").await;
    let opened = town
        .does(|tx| {
            let new = permit(tx, 1)?;
            actions::open(tx, &new)
        })
        .await;
    visitor.get("/ar/cases").await.ok().shows(&opened.code).shows("ملف مودع").shows("رخصة الإصلاح");
}
