//! bench
#![allow(clippy::unwrap_used, clippy::print_stdout)]
mod common;
use common::*;
use std::time::{Duration, Instant};
#[tokio::test(flavor="multi_thread", worker_threads=2)]
async fn bench() {
    for (_place, store) in stores() {
        for clients in [1_u32, 16, 64] {
            let start = Instant::now();
            let tasks: Vec<_> = (0..clients).map(|c| { let store = store.clone(); tokio::spawn(async move {
                let mut n = 0u32;
                while start.elapsed() < Duration::from_secs(2) {
                    let k = key(clients * 100_000_000 % 4_000_000_000 + c * 1_000_000 + n);
                    store.write(sale(), move |tx| deposit_thing(tx, &k, 1)).await.unwrap();
                    n += 1;
                }
                n
            })}).collect();
            let mut all = 0; for t in tasks { all += t.await.unwrap(); }
            println!("pg={} clients={clients} deposits/s={}", store.is_postgres(), f64::from(all) / start.elapsed().as_secs_f64());
        }
        let start = Instant::now(); let mut n = 0;
        while start.elapsed() < Duration::from_secs(1) { store.read(sale(), |tx| store::receipts::find(tx, &key(100_000_001))).await.unwrap(); n += 1; }
        println!("reads/s one client {n}");
    }
}
