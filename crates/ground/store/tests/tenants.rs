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
async fn a_plain_owner_migrates_and_backs_up_and_another_address_serves() {
    let Some(url) = std::env::var(DATABASE).ok() else { return };
    let place = temporary(Some(&url)).unwrap();
    let Place::Url(above) = place.setup.place.clone() else { unreachable!() };
    let name = above.rsplit('/').next().unwrap().to_owned();
    let (owner, app) = (format!("owner_{name}"), format!("app_{name}"));
    let sql = move |sql: String| {
        let above = above.clone();
        std::thread::spawn(move || postgres::Client::connect(&above, postgres::NoTls).unwrap().batch_execute(&sql).unwrap())
            .join()
            .unwrap();
    };
    sql(format!("CREATE ROLE {owner} LOGIN; CREATE ROLE {app} LOGIN; ALTER DATABASE {name} OWNER TO {owner}"));
    let address = |role: &str| url.replace("postgres@", &format!("{role}@")).replace("/postgres", &format!("/{name}"));
    let (owned, served) = (Place::Url(address(&owner)), Some(address(&app)));
    let setup = Setup { place: owned.clone(), app_url: served, modules: vec![DEMO], ..place.setup.clone() };
    migrate(&setup, |_| Ok(())).unwrap();
    let as_owner = code(Store::open(Setup { app_url: Some(address(&owner)), ..setup.clone() }));
    let store = Store::open(setup.clone()).unwrap();
    store.write(sale(), |tx| put(tx, 1)).await.unwrap();
    store.write(rabat(), |tx| put(tx, 2)).await.unwrap();
    let me = store.read(sale(), |tx| tx.one("SELECT current_user AS me", vec![], |row| row.get::<String>("me"))).await.unwrap();
    let (target, none) = (place.folder().join("backup"), place.folder().join("none"));
    store::backup::create(&setup, store::backup::Form::Portable, &none, &target, &mut |_| {}).unwrap();
    let rows = std::fs::read_dir(target.join("tables")).unwrap().map(|entry| entry.unwrap().path());
    let things =
        rows.filter(|path| path.to_string_lossy().contains("demo_things")).map(|path| std::fs::read_to_string(path).unwrap());
    let lines: usize = things.map(|text| text.lines().count()).sum();
    drop(store);
    sql(format!("ALTER DATABASE {name} OWNER TO CURRENT_USER; DROP OWNED BY {app}, {owner}; DROP ROLE {app}, {owner}"));
    assert_eq!((me, lines, as_owner.as_str()), (app, 2, "platform-postgres-role"));
}

#[tokio::test]
async fn two_machines_write_one_chain_without_losing_or_refusing_anything() {
    let Some((place, first)) = on_postgres() else { return };
    let second = Store::open(place.setup.clone()).unwrap();
    let tasks: Vec<_> = (0..200)
        .map(|n| {
            let store = if n % 2 == 0 { first.clone() } else { second.clone() };
            tokio::spawn(async move { store.write(sale(), move |tx| tx.record("demo.counted", n, &())).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(first.read(sale(), store::journal::verify).await.unwrap(), 200);
}
