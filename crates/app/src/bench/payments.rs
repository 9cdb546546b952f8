//! What the calls of a bank cost: a signed call, verified and written, under a steady offer.

use super::Line;
use super::machine::Machine;
use super::pace::{millis, rank};
use crate::commands::HOME;
use crate::load::Connection;
use crate::modules;
use gateways::{Kind, Settings, est};
use kernel::{Id, Label, Money};
use payments::{DueAt, NewDue};
use platform::web::encode;
use platform::{App, Clock, Config, Problem, Result, Scope, Tx};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Calls in a second: a town whose every inhabitant pays on one day is far below.
const RATE: f64 = 100.0;
const CLIENTS: usize = 8;
/// Orders made in one commit.
const BATCH: usize = 200;
const KEY: &str = "bench-store-key";

/// Everything of it, on SQLite.
pub async fn all(folder: &Path, each: Duration) -> Result<Vec<Line>> {
    let data = folder.join("payments");
    let mut machine = Machine::prepare(&data, "", &["sale".to_owned()])?;
    let count = (each.as_secs_f64() * RATE) as usize + 1;
    let intents = orders(&data, count).await?;
    machine.start().await?;
    let times = called(machine.host, &intents).await?;
    machine.stop()?;
    Ok(vec![
        Line::most("call of a bank at 100/s, p95", millis(rank(&times, 95)), "ms", 20.0, "≤ 20 ms"),
        Line::most("  the longest", millis(rank(&times, 100)), "ms", 20.0, "≤ 20 ms"),
    ])
}

/// So many orders, each with a payer at the bank.
async fn orders(data: &Path, count: usize) -> Result<Vec<Id>> {
    let config = Config { data: data.to_owned(), ..Config::default() };
    let app = App::open(config, modules::all(), Clock::default()).await?;
    let scope = Scope::system(HOME);
    let contract = Settings { kind: Kind::Simulated, merchant: "600".into(), store_key: KEY.into(), ..Settings::default() };
    app.store().write(scope.clone(), move |tx| gateways::save_settings(tx, contract.clone(), true)).await?;
    let mut intents = Vec::new();
    while intents.len() < count {
        let made = app.store().write(scope.clone(), |tx| (0..BATCH).map(|_| begun(tx)).collect::<Result<Vec<Id>>>()).await?;
        intents.extend(made);
    }
    intents.truncate(count);
    Ok(intents)
}

fn begun(tx: &mut Tx) -> Result<Id> {
    let (subject, key) = (tx.new_id(), tx.new_id());
    let due = NewDue { fee: "fee".into(), label: Label::new("رسم", "Taxe"), amount: Money::dirhams(500), due: DueAt::Grant };
    payments::order(tx, &subject, "SAL-7K3Q-9MPX-R", &[due])?;
    let order = payments::order_of(tx, &subject)?.ok_or(Problem::NotFound)?;
    let intent = payments::begin(tx, &key, &order.code)?;
    payments::start(tx, &intent.id)?;
    Ok(intent.id)
}

fn call(intent: &Id) -> String {
    let fields = [
        ("clientid", "600"),
        ("oid", intent.as_str()),
        ("amount", "500.00"),
        ("currency", est::DIRHAM),
        ("ProcReturnCode", est::APPROVED),
        ("TransId", "T1"),
        ("maskedCreditCard", "9999 00** **** 0001"),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let signed = est::signed(fields, KEY);
    signed.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}

/// Calls at a steady rate, each timed from the moment at which it was due. Sorted.
async fn called(host: SocketAddr, intents: &[Id]) -> Result<Vec<Duration>> {
    let bodies: Arc<[String]> = intents.iter().map(call).collect();
    let (next, began) = (Arc::new(AtomicUsize::new(0)), Instant::now() + Duration::from_millis(50));
    let client = |next: Arc<AtomicUsize>, bodies: Arc<[String]>| async move {
        let (mut connection, mut times) = (Connection::open(host).await?, Vec::new());
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let Some(body) = bodies.get(turn) else { return Ok::<_, Problem>(times) };
            let due = began + Duration::from_secs_f64(turn as f64 / RATE);
            tokio::time::sleep_until(due.into()).await;
            let reply = connection.post("/pay/callback/card", body).await?;
            if reply.status != 200 {
                return Err(Problem::internal(format!("a call of the bank is answered with {}", reply.status)));
            }
            times.push(due.elapsed());
        }
    };
    let crowd: Vec<_> = (0..CLIENTS).map(|_| tokio::spawn(client(next.clone(), bodies.clone()))).collect();
    let mut times = Vec::new();
    for one in crowd {
        times.extend(one.await.map_err(Problem::internal)??);
    }
    times.sort_unstable();
    Ok(times)
}
