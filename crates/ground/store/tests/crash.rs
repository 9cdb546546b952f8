//! Killed at any moment: what was answered is stored, once, and the chain holds.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::testing::both;
use store::{Keys, Place, Setup, Store, journal, migrate, receipts};

const PLACE: &str = "JAMAA_TEST_CRASH_PLACE";
const KEY: &str = "JAMAA_TEST_CRASH_KEY";

/// The victim: only when started by the test below does it do anything but pass.
#[test]
fn victim() {
    let (Ok(place), Ok(key)) = (std::env::var(PLACE), std::env::var(KEY)) else { return };
    let keys = Arc::new(Keys::load(key.as_ref()).unwrap());
    let place = if place.contains("://") { Place::Url(place) } else { Place::File(place.into()) };
    let store = Store::open(Setup { modules: vec![DEMO], ..Setup::new(place, keys) }).unwrap();
    let first = u32::from_le_bytes(store.keys().random().unwrap());
    let next = Arc::new(AtomicU32::new(first));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let clients: Vec<_> = (0..32).map(|_| tokio::spawn(client(store.clone(), next.clone()))).collect();
        for one in clients {
            one.await.unwrap();
        }
    });
}

async fn client(store: Store, next: Arc<AtomicU32>) {
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        store.write(sale(), move |tx| deposit_thing(tx, &key(n), i64::from(n))).await.unwrap();
        eprintln!("\nstored {n}");
    }
}

/// Runs the victim until it has answered `answers` deposits, then kills it. Gives every answer that was heard.
fn killed_after(place: &str, key: &str, answers: usize) -> Vec<u32> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["victim", "--exact", "--nocapture"])
        .env(PLACE, place)
        .env(KEY, key)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut heard = Vec::new();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        heard.extend(line.strip_prefix("stored ").and_then(|n| n.parse::<u32>().ok()));
        if heard.len() == answers {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    heard
}

#[test]
fn what_was_answered_before_a_kill_is_stored_once() {
    for place in both().unwrap() {
        let setup = Setup { modules: vec![DEMO], ..place.setup.clone() };
        migrate(&setup, |_| Ok(())).unwrap();
        let key_file = place.folder().join("key");
        setup.keys.save(&key_file).unwrap();
        let address = match &setup.place {
            Place::File(path) => path.display().to_string(),
            Place::Url(url) => url.clone(),
        };
        let mut heard = Vec::new();
        for round in 0..4 {
            let answers = killed_after(&address, &key_file.display().to_string(), 40 + round * 150);
            assert!(answers.len() >= 40, "the victim never worked");
            heard.extend(answers);
        }
        check(setup, heard);
    }
}

fn check(setup: Setup, heard: Vec<u32>) {
    let store = Store::open(setup).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        for n in &heard {
            let n = *n;
            assert!(
                store.read(sale(), move |tx| receipts::find(tx, &key(n))).await.unwrap().is_some(),
                "{n} was answered and is not there"
            );
        }
        let (things, all, entries) =
            store.read(sale(), |tx| Ok((count(tx)?, receipts::after(tx, "", 1_000_000)?, journal::verify(tx)?))).await.unwrap();
        let mut numbers: Vec<i64> = all.iter().map(|receipt| receipt.number).collect();
        numbers.sort_unstable();
        assert!(all.len() >= heard.len());
        assert_eq!(things, all.len() as i64);
        assert_eq!(numbers, (1..=things).collect::<Vec<_>>());
        assert_eq!(entries, things * 2);
    });
}
