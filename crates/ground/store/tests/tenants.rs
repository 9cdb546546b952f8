//! A commune sees and writes its own rows only, even with SQL that forgets it (PostgreSQL's second fence).
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use store::testing::{DATABASE, Temporary, temporary};
use store::{Place, Setup, Store, args, migrate};

fn on_postgres() -> Option<(Temporary, Store)> {
    let url = std::env::var(DATABASE).ok()?;
    Some(with_demo(temporary(Some(&url)).unwrap()))
}

#[tokio::test]
async fn a_query_without_where_sees_one_commune() {
    let Some((_place, store)) = on_postgres() else { return };
    store.write(sale(), |tx| put(tx, 1)).await.unwrap();
    store.write(rabat(), |tx| put(tx, 2)).await.unwrap();
    let all = |tx: &mut store::Tx| tx.all("SELECT n FROM demo_things ORDER BY n", vec![], |row| row.get::<i64>("n"));
    assert_eq!(store.read(sale(), all).await.unwrap(), [1]);
    assert_eq!(store.read(rabat(), all).await.unwrap(), [2]);
    assert_eq!(store.read(store::Scope::everywhere(), all).await.unwrap(), [1, 2]);
}

#[tokio::test]
async fn a_commune_cannot_write_change_or_remove_anothers_rows() {
    let Some((_place, store)) = on_postgres() else { return };
    store.write(rabat(), |tx| put(tx, 2)).await.unwrap();
    let stolen =
        store.write(sale(), |tx| tx.execute("INSERT INTO demo_things (tenant, id, n) VALUES ($1, 'x', 3)", args![RABAT]));
    assert_eq!(code(stolen.await), "internal");
    assert_eq!(store.write(sale(), |tx| tx.changed("UPDATE demo_things SET n = 9", vec![])).await.unwrap(), 0);
    assert_eq!(store.write(sale(), |tx| tx.changed("DELETE FROM demo_things", vec![])).await.unwrap(), 0);
    assert_eq!(store.read(rabat(), |tx| tx.count("SELECT n FROM demo_things", vec![])).await.unwrap(), 2);
}

#[tokio::test]
async fn the_program_can_neither_rewrite_its_journal_nor_take_more_rights() {
    let Some((_place, store)) = on_postgres() else { return };
    store.write(sale(), |tx| tx.record("demo.began", "x", &())).await.unwrap();
    for forbidden in [
        "UPDATE platform_journal SET actor = 'nobody'",
        "DELETE FROM platform_journal",
        "DELETE FROM platform_receipts",
        "ALTER TABLE demo_things DISABLE ROW LEVEL SECURITY",
        "DROP TABLE demo_things",
        "DELETE FROM platform_migrations",
    ] {
        let outcome = store.write(sale(), move |tx| tx.execute(forbidden, vec![]));
        assert_eq!(code(outcome.await), "internal", "{forbidden}");
    }
    let role = store.read(sale(), |tx| tx.one("SELECT current_user AS me", vec![], |row| row.get::<String>("me")));
    assert_eq!(role.await.unwrap(), "jamaa_app");
}

#[test]
fn serving_as_a_role_above_the_fence_is_refused() {
    let Some((place, store)) = on_postgres() else { return };
    drop(store);
    let Place::Url(url) = &place.setup.place else { unreachable!() };
    let mut client = postgres::Client::connect(url, postgres::NoTls).unwrap();
    let role = format!("above_{}", url.rsplit('/').next().unwrap());
    client
        .batch_execute(&format!("CREATE ROLE {role} LOGIN BYPASSRLS; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}"))
        .unwrap();
    let serve_as = url.replace("postgres@", &format!("{role}@"));
    let refused = code(Store::open(Setup { app_url: Some(serve_as), ..place.setup.clone() }));
    client.batch_execute(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).unwrap();
    assert_eq!(refused, "platform-postgres-role");
}

#[tokio::test]
async fn an_application_address_of_its_own_serves() {
    let Some(url) = std::env::var(DATABASE).ok() else { return };
    let place = temporary(Some(&url)).unwrap();
    let Place::Url(owner) = &place.setup.place else { unreachable!() };
    let role = format!("app_{}", owner.rsplit('/').next().unwrap());
    let app = owner.replace("postgres@", &format!("{role}@"));
    let setup = Setup { app_url: Some(app), modules: vec![DEMO], ..place.setup.clone() };
    migrate(&setup, |_| Ok(())).unwrap();
    let (name, address) = (role.clone(), owner.clone());
    let sql = move |sql: String| {
        let address = address.clone();
        std::thread::spawn(move || postgres::Client::connect(&address, postgres::NoTls).unwrap().batch_execute(&sql).unwrap())
            .join()
            .unwrap();
    };
    sql(format!("ALTER ROLE {name} LOGIN"));
    let store = Store::open(setup).unwrap();
    store.write(sale(), |tx| put(tx, 1)).await.unwrap();
    let me = store.read(sale(), |tx| tx.one("SELECT current_user AS me", vec![], |row| row.get::<String>("me"))).await;
    drop(store);
    sql(format!("DROP OWNED BY {name}; DROP ROLE {name}"));
    assert_eq!(me.unwrap(), role);
}
