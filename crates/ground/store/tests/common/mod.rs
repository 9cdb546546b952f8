//! A small module to store something with, and two communes.
#![allow(dead_code, clippy::unwrap_used)] // each test program uses its own part

use kernel::Id;
use store::testing::{Temporary, both};
use store::{Deposit, Migrations, Problem, Receipt, Result, Scope, Setup, Store, Tx, args, migrate};

pub const SALE: &str = "04.441.01.0";
pub const RABAT: &str = "04.421.01.0";

pub const DEMO: Migrations = Migrations {
    module: "demo",
    steps: &["CREATE TABLE demo_things (tenant TEXT NOT NULL, id TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (tenant, id));"],
};

/// A store with the table `demo_things` on every engine at hand.
pub fn stores() -> Vec<(Temporary, Store)> {
    both().unwrap().into_iter().map(with_demo).collect()
}

pub fn with_demo(mut place: Temporary) -> (Temporary, Store) {
    place.setup = Setup { modules: vec![DEMO], ..place.setup.clone() };
    migrate(&place.setup, |_| Ok(())).unwrap();
    let store = Store::open(place.setup.clone()).unwrap();
    (place, store)
}

pub fn sale() -> Scope {
    Scope::system(SALE)
}

pub fn rabat() -> Scope {
    Scope::system(RABAT)
}

pub fn put(tx: &mut Tx, n: i64) -> Result<Id> {
    let id = tx.new_id();
    tx.execute("INSERT INTO demo_things (tenant, id, n) VALUES ($1, $2, $3)", args![tx.tenant(), id, n])?;
    Ok(id)
}

pub fn count(tx: &mut Tx) -> Result<i64> {
    tx.count("SELECT COUNT(*) AS n FROM demo_things", vec![])
}

pub fn key(n: u32) -> Id {
    Id::new(format!("01936f2a-7a3b-7c4d-8e5f-{n:012x}"))
}

pub fn deposit(key: &Id, fingerprint: &str) -> Deposit {
    Deposit { key: key.clone(), kind: "thing", register: "things", fingerprint: fingerprint.into(), attachments: vec![] }
}

/// Stores a thing under a key, as a door would.
pub fn deposit_thing(tx: &mut Tx, key: &Id, n: i64) -> Result<Receipt> {
    tx.deposit(&deposit(key, &n.to_string()), |tx, _number| {
        let id = put(tx, n)?;
        tx.record("demo.stored", &id, &serde_json::json!({ "n": n }))?;
        Ok(id)
    })
}

pub fn code<T>(outcome: Result<T>) -> String {
    outcome.err().map_or("done".into(), |problem: Problem| problem.code().to_owned())
}
