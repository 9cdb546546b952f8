//! The nightly backup of a running town: proven, copied, pruned; told to the administrators when it fails.

#![allow(clippy::unwrap_used)] // the helpers of these tests fail like the tests themselves

use app::operations::{backups, door};
use app::{commands, modules};
use axum::body::{Body, to_bytes};
use axum::http::Request;
use kernel::Email;
use people::NewStaff;
use platform::store::{Place, Setup, Store, restore};
use platform::{Blobs, Tx, args};
use testing::Town;
use tower::ServiceExt;

async fn town(off_host: &std::path::Path) -> Town {
    let others = modules::all().into_iter().filter(|module| module.name != "ui");
    let off_host = off_host.display().to_string();
    Town::configured(others, |config| config.backup.off_host = off_host).await
}

async fn file_a_report(town: &Town, key: &str) {
    let form = [("x_key", key), ("words", "Nid-de-poule"), ("place_words", "Avenue Hassan II")];
    let sent = town.visitor().post("/fr/report/pothole", &form).await.sent_to();
    assert!(sent.contains("/report/receipt/"), "{sent}");
}

async fn health(town: &Town) -> serde_json::Value {
    let request = Request::get("/healthz").body(Body::empty()).unwrap();
    let reply = door(&town.app).oneshot(request).await.unwrap();
    serde_json::from_slice(&to_bytes(reply.into_body(), 100_000).await.unwrap()).unwrap()
}

#[tokio::test]
async fn the_night_leaves_one_proven_backup_here_and_one_elsewhere() {
    let away = tempfile::tempdir().unwrap();
    let town = town(away.path()).await;
    file_a_report(&town, "0190aaaa-0000-7000-8000-000000000001").await;
    assert!(health(&town).await["warnings"].as_array().unwrap().contains(&"backup-none".into()));
    assert!(backups::tonight(&town.app).await.unwrap());
    assert!(!backups::tonight(&town.app).await.unwrap(), "a second one in the same night");
    let last = backups::last(&town.app).await.unwrap().unwrap();
    assert_eq!((last.error, last.receipts), (None, 1));
    let here = backups::finished(&town.app.config().backup_folder());
    assert_eq!((here.len(), backups::finished(away.path()).len()), (1, 1));
    assert_eq!(health(&town).await["warnings"], serde_json::json!([]));
    comes_back(&town, &backups::finished(away.path())[0]).await;
}

/// The copy from elsewhere, restored on a clean folder, holds what was acknowledged.
async fn comes_back(town: &Town, copy: &std::path::Path) {
    let clean = tempfile::tempdir().unwrap();
    let setup = commands::setup(town.app.config()).unwrap();
    let setup = Setup { place: Place::File(clean.path().join("jamaa.db")), app_url: None, ..setup };
    let (blobs, keys) = (clean.path().join("blobs"), setup.keys.clone());
    restore::load(&setup, copy, &blobs, &mut |_| ()).unwrap();
    let store = Store::open(setup).unwrap();
    let checked = restore::check(&store, &Blobs::open(&blobs, keys).unwrap()).await.unwrap();
    assert_eq!((checked.receipts, checked.missing.len()), (1, 0));
}

#[tokio::test]
async fn a_failed_night_is_in_the_journal_on_the_readiness_page_and_in_the_administrators_mail() {
    let away = tempfile::tempdir().unwrap();
    let blocked = away.path().join("not-a-folder");
    std::fs::write(&blocked, "x").unwrap();
    let town = town(&blocked).await;
    town.does(|tx: &mut Tx| {
        let email = Email::parse("admin@example.test").unwrap();
        let (name, role, decision) = ("نادية".into(), "administrator".into(), "ق".into());
        let new = NewStaff { name, email, role, unit: None, area: None, decision, password: None, totp_seed: None };
        people::add_staff(tx, new).map(|_| ())
    })
    .await;
    let before = messages(&town).await;
    assert!(backups::tonight(&town.app).await.unwrap());
    assert!(backups::last(&town.app).await.unwrap().unwrap().error.is_some());
    assert!(health(&town).await["warnings"].as_array().unwrap().contains(&"backup-failed".into()));
    assert_eq!(messages(&town).await, before + 1);
    let told = "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = 'operations.backup_failed'";
    assert_eq!(town.reads(move |rx| rx.count(told, args![rx.tenant()])).await, 1);
}

async fn messages(town: &Town) -> i64 {
    town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1", args![rx.tenant()])).await
}
