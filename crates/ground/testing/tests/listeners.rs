//! Those who listen to an event are told by one job, and one of them that fails keeps nothing from the others.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

use kernel::Refusal;
use platform::store::Event;
use platform::{Module, Result, Tx, args};
use serde::{Deserialize, Serialize};
use testing::Town;

#[derive(Serialize, Deserialize)]
struct Rung {
    n: i64,
}

impl Event for Rung {
    const NAME: &'static str = "bell.rung";
}

const TABLE: &str =
    "CREATE TABLE bell_heard (tenant TEXT NOT NULL, who TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (tenant, who, n));";

fn hear(tx: &mut Tx, who: &str, n: i64) -> Result<()> {
    tx.execute("INSERT INTO bell_heard (tenant, who, n) VALUES ($1, $2, $3)", args![tx.tenant(), who, n])
}

/// Takes in even numbers only: an odd one is refused, and three breaks a rule of the table.
fn choosy(tx: &mut Tx, rung: Rung) -> Result<()> {
    hear(tx, "choosy", rung.n)?;
    match rung.n {
        3 => hear(tx, "choosy", rung.n),
        n if n % 2 == 0 => Ok(()),
        _ => Err(Refusal::new("bell-odd").into()),
    }
}

async fn town() -> Town {
    let bell = Module::new("bell").migrations(&[TABLE]).on::<Rung>(|tx, rung| hear(tx, "first", rung.n));
    let listeners =
        [Module::new("choosy").on::<Rung>(choosy), Module::new("last").on::<Rung>(|tx, rung| hear(tx, "last", rung.n))];
    Town::with(std::iter::once(bell).chain(listeners)).await
}

async fn heard(town: &Town, who: &'static str) -> Vec<i64> {
    let sql = "SELECT n FROM bell_heard WHERE tenant = $1 AND who = $2 ORDER BY n";
    town.reads(move |tx| tx.all(sql, args![tx.tenant(), who], |row| row.get("n"))).await
}

#[tokio::test]
async fn one_that_fails_is_tried_again_alone_and_the_others_hear_once() {
    let town = town().await;
    town.does(|tx| (1..=4).try_for_each(|n| tx.emit(&Rung { n }))).await;
    town.drain().await;
    for who in ["first", "last"] {
        assert_eq!(heard(&town, who).await, [1, 2, 3, 4]);
    }
    assert_eq!(heard(&town, "choosy").await, [2, 4]);
    let waiting = town.reads(|tx| platform::store::jobs::waiting(tx, 10)).await;
    let kinds: Vec<&str> = waiting.iter().map(|job| job.kind.as_str()).collect();
    assert_eq!(kinds, ["choosy.on.bell.rung"; 2]);
    assert!(waiting.iter().all(|job| job.attempts == 1), "put back by their failure, not by a lease that ran out");
    let failed = |why: &str| waiting.iter().filter(|job| job.error.contains(why)).count();
    assert_eq!((failed("bell-odd"), failed("platform-conflict")), (1, 1));
    for _ in 0..3 {
        town.advance_hours(8).await;
        town.drain().await;
    }
    assert_eq!((heard(&town, "first").await.len(), heard(&town, "choosy").await.len()), (4, 2));
}
