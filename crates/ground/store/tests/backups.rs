//! A backup comes back whole, into either engine, or says what is wrong with it.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use std::path::Path;
use store::backup::{self, Form, Manifest};
use store::testing::{Temporary, both};
use store::{Blobs, Deposit, Setup, Store, journal, migrate, receipts, restore};

fn setup(place: &Temporary, like: &Setup) -> Setup {
    Setup { place: place.setup.place.clone(), ..like.clone() }
}

/// Two communes, 40 deposits, each with an attachment.
async fn live(store: &Store, blobs: &Blobs) {
    for n in 0..40_u32 {
        let scope = if n % 4 == 0 { rabat() } else { sale() };
        let address = blobs.put(&scope.tenant, format!("photo {n}").as_bytes()).unwrap();
        let deposit = Deposit { attachments: vec![address], ..deposit(&key(n), "f") };
        let stored = store.write(scope, move |tx| tx.deposit(&deposit, put));
        stored.await.unwrap();
    }
    store.write(sale(), journal::sign_head).await.unwrap();
    store.write(sale(), |tx| tx.job("demo.mail", &"سلا; l'été")).await.unwrap();
}

fn quiet(_: backup::Progress) {}

async fn restored(setup: &Setup, backup: &Path, folder: &Path) -> (Store, Blobs) {
    restore::load(setup, backup, &folder.join("blobs"), &mut quiet).unwrap();
    (Store::open(setup.clone()).unwrap(), Blobs::open(&folder.join("blobs"), setup.keys.clone()).unwrap())
}

#[tokio::test]
async fn a_backup_taken_while_the_store_serves_comes_back_into_either_engine() {
    for (place, store) in stores() {
        let blobs = Blobs::open(&place.folder().join("blobs"), place.setup.keys.clone()).unwrap();
        live(&store, &blobs).await;
        let before = store.read(sale(), |tx| receipts::find(tx, &key(3))).await.unwrap().unwrap();
        for form in [Form::Native, Form::Portable] {
            let target = place.folder().join(form.as_str());
            let mut reports = 0;
            let manifest = backup::create(&place.setup, form, blobs.root(), &target, &mut |_| reports += 1).unwrap();
            assert!(reports > 0 && manifest.files.iter().filter(|file| file.path.starts_with("blobs/")).count() == 40);
            for other in both().unwrap() {
                let (back, files) = restored(&setup(&other, &place.setup), &target, other.folder()).await;
                let checked = restore::check(&back, &files).await.unwrap();
                assert_eq!((checked.communes, checked.receipts, checked.attachments), (2, 40, 40));
                assert_eq!((checked.entries, checked.missing.len()), (40, 0));
                assert_eq!(back.read(sale(), |tx| receipts::find(tx, &key(3))).await.unwrap().unwrap(), before);
                let again = back.write(sale(), |tx| tx.next_number("things", i64::from(tx.today().year()))).await.unwrap();
                assert_eq!(again, 31);
                let jobs = back.write(sale(), |tx| store::jobs::lease(tx, 9)).await.unwrap();
                assert_eq!(jobs[0].payload::<String>().unwrap(), "سلا; l'été");
                back.write(sale(), |tx| tx.record("demo.went_on", "x", &())).await.unwrap();
                assert!(back.read(sale(), journal::verify).await.is_ok());
            }
        }
    }
}

#[tokio::test]
async fn a_damaged_foreign_or_misplaced_backup_is_refused() {
    for (place, store) in stores() {
        let blobs = Blobs::open(&place.folder().join("blobs"), place.setup.keys.clone()).unwrap();
        live(&store, &blobs).await;
        let target = place.folder().join("backup");
        backup::create(&place.setup, Form::Portable, blobs.root(), &target, &mut quiet).unwrap();
        let again = backup::create(&place.setup, Form::Portable, blobs.root(), &target, &mut quiet);
        assert_eq!(code(again), "platform-backup-target");
        let load = |setup: &Setup| code(restore::load(setup, &target, &place.folder().join("elsewhere"), &mut quiet));
        assert_eq!(load(&place.setup), if store.is_postgres() { "platform-restore-target" } else { "platform-second-server" });
        for other in both().unwrap() {
            assert_eq!(load(&other.setup), "platform-key-wrong");
            assert_eq!(load(&Setup { modules: vec![], ..setup(&other, &place.setup) }), "platform-schema-newer");
            migrate(&setup(&other, &place.setup), |_| Ok(())).unwrap();
            assert_eq!(load(&setup(&other, &place.setup)), "done");
            assert_eq!(load(&setup(&other, &place.setup)), "platform-restore-target");
        }
        let manifest = Manifest::read(&target).unwrap();
        for listed in manifest.files.iter().filter(|file| file.bytes > 0).step_by(7) {
            let path = target.join(&listed.path);
            let good = std::fs::read(&path).unwrap();
            let mut bad = good.clone();
            bad[good.len() / 2] ^= 1;
            std::fs::write(&path, &bad).unwrap();
            assert_eq!(code(manifest.verify(&target)), "platform-backup-damaged", "{}", listed.path);
            std::fs::write(&path, &good).unwrap();
        }
        assert_eq!(code(manifest.verify(&target)), "done");
        std::fs::remove_file(target.join("manifest.json")).unwrap();
        assert_eq!(load(&place.setup), "platform-backup-none");
    }
}

#[tokio::test]
async fn a_check_finds_a_forged_receipt_and_a_lost_attachment() {
    for (place, store) in stores() {
        let blobs = Blobs::open(&place.folder().join("blobs"), place.setup.keys.clone()).unwrap();
        live(&store, &blobs).await;
        let receipt = store.read(sale(), |tx| receipts::find(tx, &key(1))).await.unwrap().unwrap();
        blobs.erase(SALE, &receipt.attachments[0]).unwrap();
        assert_eq!(restore::check(&store, &blobs).await.unwrap().missing, receipt.attachments);
        // Better than it was, but unsigned; and signed with the key itself, but not what the journal tells.
        let unsigned = store::Receipt { level: "D3".into(), ..receipt.clone() };
        let mut untold = store::Receipt { number: 99, ..receipt };
        untold.signature = place.setup.keys.sign(SALE, untold.signed_text().as_bytes()).unwrap();
        for (forged, part) in [(unsigned, "signature"), (untold, "place")] {
            let body = serde_json::to_string(&forged).unwrap();
            overwrite(&place, format!("UPDATE platform_receipts SET body = '{body}' WHERE key = '{}'", key(1)));
            let Err(store::Problem::Refused(refusal)) = restore::check(&store, &blobs).await else {
                panic!("{part} was not missed")
            };
            assert_eq!((refusal.key.as_str(), refusal.args["part"].as_str()), ("platform-receipt-broken", part));
        }
    }
}

fn overwrite(place: &Temporary, sql: String) {
    let address = place.setup.place.clone();
    let work = move || match address {
        store::Place::File(path) => rusqlite::Connection::open(path).unwrap().execute_batch(&sql).unwrap(),
        store::Place::Url(url) => postgres::Client::connect(&url, postgres::NoTls).unwrap().batch_execute(&sql).unwrap(),
    };
    std::thread::spawn(work).join().unwrap();
}

#[tokio::test]
async fn the_key_is_in_no_backup() {
    let (place, store) = stores().remove(0);
    let blobs = Blobs::open(&place.folder().join("blobs"), place.setup.keys.clone()).unwrap();
    live(&store, &blobs).await;
    let target = place.folder().join("backup");
    backup::create(&place.setup, Form::Native, blobs.root(), &target, &mut quiet).unwrap();
    let file = place.folder().join("key");
    place.setup.keys.save(&file).unwrap();
    let key = std::fs::read_to_string(file).unwrap();
    for listed in Manifest::read(&target).unwrap().files {
        let content = std::fs::read(target.join(listed.path)).unwrap();
        assert!(!content.windows(64).any(|part| part == &key.as_bytes()[..64]));
    }
}
