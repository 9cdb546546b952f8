//! The journal is read by those who must, and proven by everybody.

use platform::json::json;
use platform::store::journal::SignedHead;
use testing::{SALE, Town};

async fn town() -> Town {
    let town = Town::with([crate::module()]).await;
    town.does(|tx| {
        tx.record("cases.answered", "case-1", &json!({ "outcome": "done" }))?;
        tx.record("people.changed", "person-1", &json!({}))
    })
    .await;
    town
}

#[tokio::test]
async fn an_inspector_reads_and_filters_the_journal() {
    let town = town().await;
    let inspector = town.clerk("inspector").await;
    for lang in ["ar", "fr", "zgh", "en"] {
        inspector.get(&format!("/{lang}/admin/journal")).await.ok().shows("cases.answered").shows("people.changed");
    }
    inspector.get("/fr/admin/journal?verb=cases.").await.ok().shows("cases.answered").shows_not("people.changed");
    inspector.get("/fr/admin/journal?subject=person-1").await.ok().shows("people.changed").shows_not("cases.answered");
    inspector.get("/fr/admin/journal?day=2026-11-24").await.ok().shows("cases.answered");
    inspector.get("/fr/admin/journal?day=2026-11-23").await.ok().shows("Aucun acte ne correspond");
    inspector.get("/fr/admin/journal?actor=nobody").await.ok().shows("Aucun acte ne correspond");
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn one_entry_shows_its_place_in_the_chain() {
    let town = town().await;
    let inspector = town.clerk("inspector").await;
    let last = town.reads(|rx| rx.journal_length()).await;
    let seq = last - 1;
    inspector.get(&format!("/fr/admin/journal/{seq}")).await.ok().shows("Intact").shows("outcome").shows("done");
    inspector.get("/fr/admin/journal/1").await.ok().shows("Intact");
    inspector.get("/fr/admin/journal/999999").await.is(404);
    inspector.get("/fr/admin/journal/x").await.is(404);
}

#[tokio::test]
async fn nobody_else_reads_it() {
    let town = town().await;
    town.visitor().get("/fr/admin/journal").await.is(303);
    for role in ["administrator", "agent", "president"] {
        town.clerk(role).await.get("/fr/admin/journal").await.is(403);
    }
    town.clerk("dpo").await.get("/fr/admin/journal").await.ok();
}

#[tokio::test]
async fn the_chain_is_verified_on_demand_and_the_asking_is_noted() {
    let town = town().await;
    let inspector = town.clerk("inspector").await;
    inspector.post("/fr/admin/journal/verify", &[]).await.redirects_to("/fr/admin/journal");
    inspector.get("/fr/admin/journal").await.ok().shows("La chaîne est intacte").shows("journal.verified");
    // On PostgreSQL the program may not even touch an entry; the head of the chain it may.
    town.does(|tx| tx.execute("UPDATE platform_heads SET hash = 'forged' WHERE tenant = $1", platform::args![tx.tenant()])).await;
    inspector.post("/fr/admin/journal/verify", &[]).await.redirects_to("/fr/admin/journal");
    inspector.get("/fr/admin/journal").await.ok().shows("La chaîne est rompue");
}

#[tokio::test]
async fn each_evening_the_head_is_signed_and_published() {
    let town = town().await;
    let before = town.visitor().get("/data/journal-heads.json").await.ok().json();
    assert_eq!(before["heads"].as_array().map(Vec::len), Some(0));
    town.advance_hours(10).await;
    let told = town.visitor().get("/data/journal-heads.json").await.ok().json();
    let head: SignedHead = platform::json::from_value(told["heads"][0].clone()).unwrap();
    assert!(head.is_genuine(SALE, told["public_key"].as_str().unwrap()));
    let mut forged = head;
    forged.seq += 1;
    assert!(!forged.is_genuine(SALE, told["public_key"].as_str().unwrap()));
}
