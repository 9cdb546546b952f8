//! Receipts, journal, dump and looks: each proof holds, and each kind of tampering is found.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use kernel::{Id, Moment};
use store::journal::{self, Broken, verify_dump};
use store::testing::Temporary;
use store::{Actor, Clock, Place, Scope, Setup, Store, receipts};

/// Changes rows behind the program's back, as a person with the database could.
fn tamper(place: &Temporary, sql: &str) {
    match &place.setup.place {
        Place::File(path) => rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap(),
        Place::Url(url) => {
            let (url, sql) = (url.clone(), sql.to_owned());
            std::thread::spawn(move || postgres::Client::connect(&url, postgres::NoTls).unwrap().batch_execute(&sql).unwrap())
                .join()
                .unwrap();
        }
    }
}

async fn dumped(store: &Store) -> Vec<String> {
    let text = store.read(sale(), |tx| {
        let mut out = Vec::new();
        journal::dump(tx, &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    });
    text.await.unwrap().lines().map(str::to_owned).collect()
}

fn check(lines: &[String]) -> Result<i64, Broken> {
    verify_dump(lines.join("\n").as_bytes()).map(|verified| verified.entries)
}

async fn fill(store: &Store, entries: i64) {
    for n in 0..entries {
        store.write(sale(), move |tx| tx.record("demo.counted", "x", &n)).await.unwrap();
    }
}

#[tokio::test]
async fn a_deposit_twice_gives_the_same_receipt_and_another_content_is_a_conflict() {
    for (place, store) in stores() {
        let first = store.write(sale(), |tx| deposit_thing(tx, &key(1), 7)).await.unwrap();
        let again = store.write(sale(), |tx| deposit_thing(tx, &key(1), 7)).await.unwrap();
        assert!(again.replayed && !first.replayed);
        assert_eq!((again.signature.clone(), again.number), (first.signature.clone(), 1));
        assert_eq!(code(store.write(sale(), |tx| deposit_thing(tx, &key(1), 8)).await), "platform-key-reused");
        assert_eq!(store.read(sale(), count).await.unwrap(), 1);
        let twice = store.write(sale(), |tx| {
            assert!(receipts::find(tx, &key(9))?.is_none());
            let one = deposit_thing(tx, &key(9), 9)?;
            Ok((one, deposit_thing(tx, &key(9), 9)?))
        });
        let (one, other) = twice.await.unwrap();
        assert!(!one.replayed && other.replayed && one.number == other.number, "within one action too");
        let public = place.setup.keys.public_key(SALE).unwrap();
        assert!(first.is_genuine(&public));
        assert!(!receipts::Receipt { number: 2, ..first.clone() }.is_genuine(&public));
        let second = store.write(sale(), |tx| deposit_thing(tx, &key(2), 7)).await.unwrap();
        assert_eq!(second.number, 3);
        let entries = store.read(sale(), move |tx| journal::entries_after(tx, second.chain_seq - 1, 1)).await.unwrap();
        assert_eq!((entries[0].verb.as_str(), entries[0].subject.as_str()), (receipts::RECEIVED, second.subject.as_str()));
        assert_eq!(entries[0].expected_hash(&second.chain_previous), entries[0].hash);
    }
}

#[tokio::test]
async fn a_storm_of_the_same_deposit_stores_once() {
    for (_place, store) in stores() {
        let tasks: Vec<_> = (0..50)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { store.write(sale(), |tx| deposit_thing(tx, &key(1), 7)).await.unwrap() })
            })
            .collect();
        let mut fresh = 0;
        for task in tasks {
            fresh += i32::from(!task.await.unwrap().replayed);
        }
        assert_eq!(fresh, 1);
        assert_eq!(store.read(sale(), count).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn the_chain_of_each_commune_holds_and_a_changed_entry_is_found() {
    for (place, store) in stores() {
        fill(&store, 30).await;
        store.write(rabat(), |tx| tx.record("demo.counted", "x", &1)).await.unwrap();
        assert_eq!(store.read(sale(), journal::verify).await.unwrap(), 30);
        assert_eq!(store.read(rabat(), journal::verify).await.unwrap(), 1);
        tamper(&place, "UPDATE platform_journal SET actor = 'staff:other' WHERE tenant = '04.441.01.0' AND seq = 17");
        assert_eq!(code(store.read(sale(), journal::verify).await), "platform-journal-broken");
        assert_eq!(store.read(rabat(), journal::verify).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_journal_cut_at_its_end_is_found_by_head_and_by_signed_head() {
    for (place, store) in stores() {
        fill(&store, 5).await;
        assert_eq!(store.write(sale(), journal::sign_head).await.unwrap().unwrap().seq, 5);
        assert_eq!(store.write(sale(), journal::sign_head).await.unwrap(), None);
        let setup = place.setup.clone();
        tamper(&place, "DELETE FROM platform_journal WHERE seq = 5");
        assert_eq!(code(store.read(sale(), journal::verify).await), "platform-journal-broken");
        drop(store);
        assert_eq!(code(Store::open(setup.clone())), "platform-journal-broken");
        // Whoever also moves the head back cannot sign it.
        let hash = "(SELECT hash FROM platform_journal j WHERE j.tenant = platform_heads.tenant AND j.seq = 4)";
        tamper(&place, &format!("UPDATE platform_heads SET seq = 4, hash = {hash}"));
        let store = Store::open(setup).unwrap();
        assert_eq!(code(store.read(sale(), journal::verify).await), "platform-journal-broken");
    }
}

#[tokio::test]
async fn a_dump_is_checked_without_the_program_and_every_change_to_it_is_found() {
    for (place, store) in stores() {
        fill(&store, 4).await;
        store.write(sale(), journal::sign_head).await.unwrap();
        fill(&store, 3).await;
        let good = dumped(&store).await;
        let verified = verify_dump(good.join("\n").as_bytes()).unwrap();
        assert_eq!((verified.entries, verified.signed_heads, verified.tenant.as_str()), (7, 1, SALE));
        assert_eq!(verified.public_key, place.setup.keys.public_key(SALE).unwrap());
        for line in 0..good.len() {
            let mut without = good.clone();
            without.remove(line);
            if line == 1 {
                assert_eq!(check(&without), Ok(7)); // a missing head takes a proof away, it does not forge one
            } else {
                assert!(check(&without).is_err(), "line {line} removed");
            }
            let mut doubled = good.clone();
            doubled.insert(line, good[line].clone());
            assert!(line + 1 == good.len() || line == 1 || check(&doubled).is_err(), "line {line} doubled");
        }
        assert_eq!(check(&good[..6]), Err(Broken::Truncated { seq: 4 }));
        for (from, to) in
            [("demo.counted", "demo.counter"), ("system:house", "system:horse"), ("\"seq\":7", "\"seq\":6"), (SALE, RABAT)]
        {
            let changed: Vec<String> = good.iter().map(|line| line.replace(from, to)).collect();
            assert!(check(&changed).is_err(), "{from}");
        }
    }
}

#[tokio::test]
async fn whoever_rewrites_a_dump_cannot_sign_it() {
    for (_place, store) in stores() {
        fill(&store, 3).await;
        let mut lines = dumped(&store).await;
        let end = lines.pop().unwrap();
        let mut last: journal::Entry = serde_json::from_str(lines.last().unwrap()).unwrap();
        let before: journal::Entry = serde_json::from_str(&lines[lines.len() - 2]).unwrap();
        let old = last.hash.clone();
        last.actor = "staff:other".into();
        last.hash = last.expected_hash(&before.hash);
        let count = lines.len();
        lines[count - 1] = lines[count - 1].replace("system:house", "staff:other").replace(&old, &last.hash);
        lines.push(end.replace(&old, &last.hash));
        assert_eq!(check(&lines), Err(Broken::Signature));
    }
}

#[tokio::test]
async fn a_look_at_a_file_is_recorded_with_who_and_why() {
    for (_place, store) in stores() {
        let clerk = Actor::Staff { account: key(5), person: key(6), grants: [].into() };
        let person = Id::new("01936f2a-7a3b-7c4d-8e5f-00000000000a");
        let scope = Scope { tenant: SALE.into(), actor: clerk };
        let subject = person.clone();
        store.write(scope, move |tx| tx.look(&subject, "case:SAL-7K3Q-9MPX-R")).await.unwrap();
        let looks = store.read(sale(), move |tx| journal::looks_at(tx, person.as_str(), 10)).await.unwrap();
        assert_eq!(looks.len(), 1);
        assert_eq!(looks[0].actor, format!("staff:{}", key(5)));
        assert!(looks[0].summary.contains("SAL-7K3Q-9MPX-R"));
    }
}

#[tokio::test]
async fn a_question_hands_over_its_answer_once_its_look_is_written_and_leaves_nothing_else() {
    for (_place, store) in stores() {
        store.write(sale(), |tx| put(tx, 7)).await.unwrap();
        let answer = store.look(sale(), |tx| {
            tx.look("a-file", "case")?;
            count(tx)
        });
        assert_eq!(answer.await.unwrap(), 1);
        let looks = store.read(sale(), |tx| journal::looks_at(tx, "a-file", 10)).await.unwrap();
        assert_eq!(
            (looks.len(), looks[0].actor.as_str(), looks[0].summary.as_str()),
            (1, "system:house", r#"{"reason":"case"}"#)
        );
        store.read(sale(), |tx| journal::verify(tx).map(|_| ())).await.unwrap();
        assert!(store.look(sale(), |tx| tx.record("demo.done", "x", &1)).await.is_err());
        assert!(store.look(sale(), |tx| put(tx, 8)).await.is_err());
        assert_eq!(store.look(sale(), count).await.unwrap(), 1);
        let refused = store.look(sale(), |tx| {
            tx.look("another-file", "case")?;
            Err::<(), _>(store::Problem::NotFound)
        });
        assert!(refused.await.is_err());
        let none = store.read(sale(), |tx| journal::looks_at(tx, "another-file", 10)).await.unwrap();
        assert!(none.is_empty(), "nothing was shown");
    }
}

#[tokio::test]
async fn an_act_is_marked_once() {
    for (_place, store) in stores() {
        let mark = |tx: &mut store::Tx| tx.record_once("demo.reminded", "x", &());
        assert!(store.write(sale(), mark).await.unwrap());
        assert!(!store.write(sale(), mark).await.unwrap());
        assert!(store.write(rabat(), mark).await.unwrap());
    }
}

#[tokio::test]
async fn each_day_has_one_signed_head() {
    for place in store::testing::both().unwrap() {
        let clock = Clock::stopped(Moment::parse("2026-11-24T08:00:00Z").unwrap());
        let setup = Setup { clock: clock.clone(), ..place.setup.clone() };
        store::migrate(&setup, |_| Ok(())).unwrap();
        let store = Store::open(setup).unwrap();
        assert_eq!(store.write(sale(), journal::sign_head).await.unwrap(), None);
        for _ in 0..3 {
            fill(&store, 2).await;
            assert!(store.write(sale(), journal::sign_head).await.unwrap().is_some());
            clock.advance_secs(86_400);
        }
        assert_eq!(check(&dumped(&store).await), Ok(6));
        let days: Vec<String> =
            store.read(sale(), journal::signed_heads).await.unwrap().iter().map(|head| head.day.to_string()).collect();
        assert_eq!(days, ["2026-11-24", "2026-11-25", "2026-11-26"]);
    }
}
