//! What is remembered is never older than the commune's reference tables, on either engine, for whoever reads.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use kernel::Refusal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::testing::{Temporary, both};
use store::{Place, Problem, Result, Scope, Setup, Store, Tx, args, migrate};

fn stores_with_reference() -> Vec<(Temporary, Store)> {
    let with = |mut place: Temporary| {
        place.setup = Setup { modules: vec![DEMO], reference: vec!["demo_things"], ..place.setup.clone() };
        migrate(&place.setup, |_| Ok(())).unwrap();
        let store = Store::open(place.setup.clone()).unwrap();
        (place, store)
    };
    both().unwrap().into_iter().map(with).collect()
}

/// The number of things as it is remembered; `built` counts how often it had to be asked.
fn remembered(tx: &mut Tx, built: &AtomicU32) -> Result<i64> {
    let value = tx.remembered("things", |tx| {
        built.fetch_add(1, Ordering::Relaxed);
        count(tx)
    })?;
    Ok(*value)
}

async fn asked(store: &Store, scope: Scope, built: &Arc<AtomicU32>) -> i64 {
    let built = built.clone();
    store.read(scope, move |tx| remembered(tx, &built)).await.unwrap()
}

#[tokio::test]
async fn a_value_is_built_once_until_its_commune_changes_a_reference_table() {
    for (_place, store) in stores_with_reference() {
        let built = Arc::new(AtomicU32::new(0));
        store.write(sale(), |tx| put(tx, 1)).await.unwrap();
        assert_eq!((asked(&store, sale(), &built).await, asked(&store, sale(), &built).await), (1, 1));
        assert_eq!(built.load(Ordering::Relaxed), 1);
        store.write(rabat(), |tx| put(tx, 1)).await.unwrap();
        store.write(sale(), |tx| tx.record("demo.done", "x", &1)).await.unwrap();
        asked(&store, sale(), &built).await;
        assert_eq!(built.load(Ordering::Relaxed), 1, "another commune's change and an entry of the journal change nothing here");
        store.write(sale(), |tx| put(tx, 2)).await.unwrap();
        asked(&store, sale(), &built).await;
        assert_eq!(built.load(Ordering::Relaxed), 2);
    }
}

#[tokio::test]
async fn an_action_sees_its_own_change_and_one_that_was_undone_is_seen_by_nobody() {
    for (_place, store) in stores_with_reference() {
        let built = Arc::new(AtomicU32::new(0));
        let before = asked(&store, rabat(), &built).await;
        let counter = built.clone();
        let undone = store.write(rabat(), move |tx| {
            put(tx, 1)?;
            assert_eq!(remembered(tx, &counter)?, before + 1);
            Err::<(), Problem>(Refusal::new("demo-odd").into())
        });
        assert_eq!(code(undone.await), "demo-odd");
        assert_eq!(asked(&store, rabat(), &built).await, before);
        let counter = built.clone();
        let after = store.write(rabat(), move |tx| {
            let first = remembered(tx, &counter)?;
            put(tx, 1)?;
            Ok((first, remembered(tx, &counter)?))
        });
        assert_eq!(after.await.unwrap(), (before, before + 1));
        assert_eq!(asked(&store, rabat(), &built).await, before + 1);
    }
}

#[tokio::test]
async fn another_machine_learns_of_the_change() {
    for (place, store) in stores_with_reference() {
        if !matches!(place.setup.place, Place::Url(_)) {
            continue; // one program holds the file of SQLite
        }
        let other = Store::open(place.setup.clone()).unwrap();
        let built = Arc::new(AtomicU32::new(0));
        assert_eq!(asked(&other, sale(), &built).await, 0);
        store.write(sale(), |tx| put(tx, 1)).await.unwrap();
        assert_eq!(asked(&other, sale(), &built).await, 1);
    }
}

#[tokio::test]
async fn a_row_is_read_once_in_an_action_and_again_after_a_write_to_its_table() {
    for (_place, store) in stores_with_reference() {
        let found = store.write(sale(), |tx| {
            let id = put(tx, 1)?;
            let ask = |tx: &mut Tx, asked: &mut u32| {
                tx.once(&["demo_things"], &id, |tx| {
                    *asked += 1;
                    tx.one("SELECT n FROM demo_things WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], |row| {
                        row.get::<i64>("n")
                    })
                })
            };
            let mut asked = 0;
            let first = (ask(tx, &mut asked)?, ask(tx, &mut asked)?, asked);
            tx.changed("UPDATE demo_things SET n = 5 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])?;
            Ok((first, (ask(tx, &mut asked)?, asked)))
        });
        assert_eq!(found.await.unwrap(), ((1, 1, 1), (5, 2)));
    }
}
