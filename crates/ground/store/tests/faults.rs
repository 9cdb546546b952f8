//! When the disk is full or the database goes away: no false answer, reading goes on, and the next write simply works.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use store::testing::{DATABASE, temporary};
use store::{Place, Problem, Setup, Store, Tx, args};

fn pragma(tx: &mut Tx, sql: &str, column: &'static str) -> store::Result<i64> {
    tx.one(sql, args![], |row| row.get(column))
}

#[tokio::test]
async fn a_full_disk_closes_deposits_and_opens_them_again_by_itself() {
    let (_place, store) = with_demo(temporary(None).unwrap());
    store.write(sale(), |tx| deposit_thing(tx, &key(1), 1)).await.unwrap();
    let limit = |tx: &mut Tx| {
        let pages = pragma(tx, "PRAGMA page_count", "page_count")?;
        pragma(tx, &format!("PRAGMA max_page_count = {}", pages + 2), "max_page_count")
    };
    store.write(sale(), limit).await.unwrap();
    let large = |tx: &mut Tx| tx.record("demo.large", "x", &"x".repeat(100_000));
    assert_eq!(store.write(sale(), large).await, Err(Problem::Closed));
    assert_eq!(store.write(sale(), large).await, Err(Problem::Closed));
    assert_eq!(store.read(sale(), count).await.unwrap(), 1);
    store.write(sale(), |tx| pragma(tx, "PRAGMA max_page_count = 1000000", "max_page_count")).await.unwrap();
    store.write(sale(), large).await.unwrap();
    assert_eq!(store.read(sale(), store::journal::verify).await.unwrap(), 3);
}

#[tokio::test]
async fn a_connection_cut_while_idle_is_made_anew_and_nobody_notices() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let (place, store) = with_demo(temporary(Some(&url)).unwrap());
    let cut =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for n in 0..5 {
        store.write(sale(), move |tx| put(tx, n)).await.unwrap();
        on_server(&place.setup, cut).await;
        assert_eq!(store.read(sale(), count).await.unwrap(), n + 1);
    }
}

#[tokio::test]
async fn a_database_that_is_gone_is_unavailable_and_comes_back() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let (place, store) = with_demo(temporary(Some(&url)).unwrap());
    store.write(sale(), |tx| put(tx, 1)).await.unwrap();
    let Place::Url(own) = &place.setup.place else { unreachable!() };
    let name = own.rsplit('/').next().unwrap();
    let server = Setup { place: Place::Url(url.clone()), ..place.setup.clone() };
    let cut = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
    on_server(&server, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    on_server(&server, &cut).await;
    assert_eq!(code(store.write(sale(), |tx| put(tx, 2)).await), "unavailable");
    assert_eq!(code(store.read(sale(), count).await), "unavailable");
    on_server(&server, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).await;
    store.write(sale(), |tx| put(tx, 3)).await.unwrap();
    assert_eq!(store.read(sale(), count).await.unwrap(), 2);
}

#[tokio::test]
async fn a_server_cut_in_the_middle_of_an_action_stores_nothing_of_it() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let (_place, store) = with_demo(temporary(Some(&url)).unwrap());
    let outcome = store.write(sale(), move |tx| {
        put(tx, 1)?;
        let cut = format!("SELECT pg_terminate_backend({})", tx.count("SELECT pg_backend_pid() AS n", vec![])?);
        let url = url.clone();
        let cutting =
            std::thread::spawn(move || postgres::Client::connect(&url, postgres::NoTls).unwrap().batch_execute(&cut).unwrap());
        cutting.join().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(100));
        Ok(())
    });
    assert_eq!(code(outcome.await), "unavailable");
    assert_eq!(store.read(sale(), count).await.unwrap(), 0);
    store.write(sale(), |tx| put(tx, 2)).await.unwrap();
}

#[test]
fn an_address_where_nobody_answers_is_unavailable() {
    let mut place = temporary(None).unwrap();
    place.setup.place = Place::Url("postgres://jamaa@127.0.0.1:9/jamaa".into());
    assert_eq!(code(Store::open(place.setup.clone())), "unavailable");
    assert!(!format!("{:?}", place.setup.place).contains("127.0.0.1"));
}

async fn on_server(setup: &Setup, sql: &str) {
    let Place::Url(url) = setup.place.clone() else { unreachable!() };
    let sql = sql.to_owned();
    let work = move || postgres::Client::connect(&url, postgres::NoTls).unwrap().batch_execute(&sql).unwrap();
    tokio::task::spawn_blocking(work).await.unwrap();
}
