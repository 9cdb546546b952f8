//! A store opens only on what it was made for.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

use store::testing::{both, open_both};
use store::{Actor, EVERYWHERE, Migrations, Place, Problem, Scope, Setup, Store, migrate};

const FIRST: &str =
    "CREATE TABLE demo_things (tenant TEXT NOT NULL, id TEXT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (tenant, id));";
const SECOND: &str = "ALTER TABLE demo_things ADD COLUMN note TEXT; CREATE INDEX demo_notes ON demo_things (tenant, note);";
const ONE: Migrations = Migrations { module: "demo", steps: &[FIRST] };
const TWO: Migrations = Migrations { module: "demo", steps: &[FIRST, SECOND] };
const CHANGED: Migrations = Migrations { module: "demo", steps: &["CREATE TABLE demo_things (tenant TEXT NOT NULL);"] };

fn with(setup: &Setup, module: Migrations) -> Setup {
    Setup { modules: vec![module], ..setup.clone() }
}

fn code(outcome: Result<impl Sized, Problem>) -> String {
    outcome.err().map_or("opened".into(), |problem| problem.code().to_owned())
}

#[test]
fn an_empty_place_says_to_migrate() {
    for place in both().unwrap() {
        assert_eq!(code(Store::open(place.setup.clone())), "platform-no-tables");
    }
}

#[test]
fn steps_are_applied_once_and_a_backup_is_asked_for_only_before_a_change() {
    for place in both().unwrap() {
        let mut asked = 0;
        let mut run = |setup: &Setup| {
            migrate(setup, |_| {
                asked += 1;
                Ok(())
            })
            .unwrap()
            .len()
        };
        assert_eq!(run(&with(&place.setup, ONE)), 6, "five of the store's own, one of the module");
        assert_eq!(run(&with(&place.setup, ONE)), 0);
        assert_eq!(run(&with(&place.setup, TWO)), 1);
        assert_eq!(asked, 1);
        assert_eq!(code(Store::open(with(&place.setup, TWO))), "opened");
    }
}

#[test]
fn a_schema_newer_older_or_other_than_the_programs_is_refused() {
    for place in both().unwrap() {
        migrate(&with(&place.setup, ONE), |_| Ok(())).unwrap();
        assert_eq!(code(Store::open(with(&place.setup, TWO))), "platform-schema-old");
        assert_eq!(code(Store::open(with(&place.setup, CHANGED))), "platform-migration-changed");
        assert_eq!(code(Store::open(place.setup.clone())), "platform-schema-newer");
        assert_eq!(code(migrate(&place.setup, |_| Ok(()))), "platform-schema-newer");
    }
}

#[test]
fn a_failed_step_leaves_nothing_behind() {
    const HALF: Migrations =
        Migrations { module: "demo", steps: &["CREATE TABLE demo_a (tenant TEXT); CREATE TABLE demo_a (tenant TEXT);"] };
    for place in both().unwrap() {
        assert!(migrate(&with(&place.setup, HALF), |_| Ok(())).is_err());
        const WHOLE: Migrations = Migrations { module: "demo", steps: &["CREATE TABLE demo_a (tenant TEXT);"] };
        assert_eq!(migrate(&with(&place.setup, WHOLE), |_| Ok(())).unwrap().len(), 1);
    }
}

#[test]
fn another_key_is_refused() {
    for place in both().unwrap() {
        drop(place.open().unwrap());
        let keys = std::sync::Arc::new(store::Keys::fresh().unwrap());
        let other = Setup { keys, ..place.setup.clone() };
        assert_eq!(code(Store::open(other.clone())), "platform-key-wrong");
        assert_eq!(code(migrate(&other, |_| Ok(()))), "platform-key-wrong");
    }
}

#[test]
fn a_second_server_on_the_same_file_is_refused_until_the_first_ends() {
    for (place, first) in open_both().unwrap().into_iter().filter(|(_, store)| !store.is_postgres()) {
        assert_eq!(code(Store::open(place.setup.clone())), "platform-second-server");
        drop(first);
        assert_eq!(code(Store::open(place.setup.clone())), "opened");
    }
}

#[test]
fn a_database_in_a_language_order_is_refused() {
    let Ok(url) = std::env::var(store::testing::DATABASE) else { return };
    let place = store::testing::temporary(Some(&url)).unwrap();
    let Place::Url(own) = &place.setup.place else { unreachable!() };
    let name = own.rsplit('/').next().unwrap().to_owned() + "_icu";
    let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!(
            "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'fr' LOCALE 'C.UTF-8'"
        ))
        .unwrap();
    let setup = Setup { place: Place::Url(own.replace(own.rsplit('/').next().unwrap(), &name)), ..place.setup.clone() };
    let found = code(migrate(&setup, |_| Ok(())));
    client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).unwrap();
    assert_eq!(found, "platform-postgres-collation");
}

#[tokio::test]
async fn communes_are_listed_across_the_store_by_the_house_alone() {
    for (_place, store) in open_both().unwrap() {
        for code in ["04.441.01.0", "04.421.01.0"] {
            store.write(Scope::system(code), |tx| tx.record("demo.began", "house", &())).await.unwrap();
        }
        assert_eq!(store.tenants().await.unwrap(), ["04.421.01.0", "04.441.01.0"]);
        let nosy = Scope { tenant: EVERYWHERE.into(), actor: Actor::Public };
        assert_eq!(store.read(nosy, |_| Ok(())).await, Err(Problem::Forbidden));
        assert_eq!(store.write(Scope::everywhere(), |_| Ok(())).await, Err(Problem::Forbidden));
    }
}
