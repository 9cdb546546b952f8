//! Jobs and search: taken once, never lost; found by clear words and by sealed ones.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use kernel::Moment;
use store::search::{self, Visibility};
use store::testing::both;
use store::{Clock, Event, Job, Scope, Setup, Store, Tx, jobs, migrate};

fn at_work() -> Vec<(store::testing::Temporary, Store, Clock)> {
    let open = |place: store::testing::Temporary| {
        let clock = Clock::stopped(Moment::parse("2026-11-24T08:00:00Z").unwrap());
        let listeners = [("demo.stored", vec!["demo.mail".to_owned(), "demo.count".to_owned()])].into();
        let setup = Setup { clock: clock.clone(), listeners, ..place.setup.clone() };
        migrate(&setup, |_| Ok(())).unwrap();
        (place, Store::open(setup).unwrap(), clock)
    };
    both().unwrap().into_iter().map(open).collect()
}

async fn lease(store: &Store) -> Vec<Job> {
    store.write(sale(), |tx| jobs::lease(tx, 10)).await.unwrap()
}

#[tokio::test]
async fn a_lease_that_expired_passes_to_another_worker_and_the_first_learns_it() {
    for (_place, store, clock) in at_work() {
        store.write(sale(), |tx| tx.job("demo.mail", &"hello")).await.unwrap();
        let first = lease(&store).await;
        assert_eq!((first.len(), first[0].attempts), (1, 1));
        assert_eq!(first[0].payload::<String>().unwrap(), "hello");
        assert!(lease(&store).await.is_empty());
        clock.advance_secs(121);
        let second = lease(&store).await;
        assert_eq!((second.len(), second[0].attempts), (1, 2));
        let late = first[0].clone();
        assert_eq!(code(store.write(sale(), move |tx| jobs::complete(tx, &late)).await), "platform-lease-lost");
        let now = second[0].clone();
        store.write(sale(), move |tx| jobs::complete(tx, &now)).await.unwrap();
        clock.advance_secs(1_000);
        assert!(lease(&store).await.is_empty());
        assert_eq!(store.read(sale(), |tx| jobs::count(tx, jobs::State::Done)).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_failing_job_waits_longer_each_time_and_is_parked_not_dropped() {
    for (_place, store, clock) in at_work() {
        store.write(sale(), |tx| tx.job("demo.mail", &())).await.unwrap();
        let mut tries = 0;
        for _ in 0..40 {
            for job in lease(&store).await {
                tries += 1;
                store.write(sale(), move |tx| jobs::put_back(tx, &job, "no route")).await.unwrap();
                assert!(lease(&store).await.is_empty());
            }
            clock.advance_secs(6 * 3_600);
        }
        assert_eq!(tries, jobs::TRIES);
        assert_eq!(store.read(sale(), |tx| jobs::count(tx, jobs::State::Parked)).await.unwrap(), 1);
        let parked = store.read(sale(), |tx| jobs::parked(tx, 10)).await.unwrap().remove(0);
        assert_eq!((parked.kind.as_str(), parked.error.as_str()), ("demo.mail", "no route"));
        store.write(sale(), move |tx| jobs::retry(tx, &parked.id)).await.unwrap();
        let again = lease(&store).await.remove(0);
        assert_eq!(again.attempts, 1);
        store.write(sale(), move |tx| jobs::complete(tx, &again)).await.unwrap();
        assert_eq!(store.write(sale(), |tx| jobs::sweep_done(tx, tx.now(), 10)).await.unwrap(), 0);
        clock.advance_secs(60);
        assert_eq!(store.write(sale(), |tx| jobs::sweep_done(tx, tx.now(), 10)).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_refused_action_leaves_no_job_and_communes_with_work_are_found() {
    for (_place, store, _clock) in at_work() {
        let refused = store.write(sale(), |tx| {
            tx.job("demo.mail", &())?;
            Err::<(), _>(kernel::Refusal::new("demo-no").into())
        });
        assert!(refused.await.is_err());
        store.write(rabat(), |tx| tx.job("demo.mail", &())).await.unwrap();
        let later = |tx: &mut Tx| tx.job_at("demo.mail", &(), tx.now().plus_minutes(5));
        store.write(Scope::system("01.511.01.0"), later).await.unwrap();
        let due = store.read(Scope::everywhere(), |tx| jobs::due_tenants(tx, 10)).await.unwrap();
        assert_eq!(due, [RABAT]);
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Stored {
    n: i64,
}

impl Event for Stored {
    const NAME: &'static str = "demo.stored";
}

#[tokio::test]
async fn an_event_is_one_job_for_all_who_listen_and_one_for_each_once_it_was_parted() {
    for (_place, store, _clock) in at_work() {
        store.write(sale(), |tx| tx.emit(&Stored { n: 4 })).await.unwrap();
        let [told] = lease(&store).await.try_into().unwrap();
        assert_eq!((told.kind.as_str(), told.payload::<Stored>().unwrap().n), ("on.demo.stored", 4));
        assert!(jobs::is_to_all(&told));
        store.write(sale(), move |tx| jobs::part(tx, &told)).await.unwrap();
        let mut kinds: Vec<(String, i64)> =
            lease(&store).await.into_iter().map(|job| (job.kind.clone(), job.payload::<Stored>().unwrap().n)).collect();
        kinds.sort();
        assert_eq!(kinds, [("demo.count".to_owned(), 4), ("demo.mail".to_owned(), 4)]);
        assert_eq!(store.read(sale(), |tx| jobs::count(tx, jobs::State::Done)).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn nobody_listens_and_no_job_is_left() {
    for (_place, store, _clock) in at_work() {
        store.write(sale(), |tx| tx.emit(&Unheard {})).await.unwrap();
        assert!(lease(&store).await.is_empty());
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Unheard {}

impl Event for Unheard {
    const NAME: &'static str = "demo.unheard";
}

#[tokio::test]
async fn a_thing_is_found_by_clear_words_from_their_beginning_and_by_sealed_words_whole() {
    for (merging, (_place, store, _clock)) in
        [false, true].into_iter().flat_map(|merging| at_work().into_iter().map(move |one| (merging, one)))
    {
        let (lamp, hole) = (key(1), key(2));
        let (one, two) = (lamp.clone(), hole.clone());
        let fill = move |tx: &mut Tx| {
            search::index(tx, "demo", &one, Visibility::Clear, &["انار", "شارع", "عموم"])?;
            search::index(tx, "demo", &one, Visibility::Sealed, &["سلاوي", "امين"])?;
            search::index(tx, "demo", &two, Visibility::Clear, &["حفر", "شارع"])
        };
        store.write(sale(), fill).await.unwrap();
        if merging {
            assert_eq!(store.write(sale(), |tx| search::merge(tx, 2)).await.unwrap(), 2);
            assert_eq!(store.write(sale(), |tx| search::merge(tx, 2)).await.unwrap(), 1);
        }
        let find = |reach: Visibility, words: &'static [&'static str]| {
            let store = store.clone();
            async move { store.read(sale(), move |tx| search::find(tx, "demo", reach, words, 10)).await.unwrap() }
        };
        assert_eq!(find(Visibility::Clear, &["شارع"]).await, [hole.clone(), lamp.clone()]);
        assert_eq!(find(Visibility::Clear, &["شا", "انا"]).await, std::slice::from_ref(&lamp));
        assert_eq!(find(Visibility::Sealed, &["سلاوي", "انار"]).await, std::slice::from_ref(&lamp));
        for none in [&["سلاو"][..], &["غائب"], &["شارع", "غائب"], &["ش"], &[], &["%"], &["~"]] {
            let words: Vec<String> = none.iter().map(|word| (*word).to_owned()).collect();
            let found = store.read(sale(), move |tx| search::find(tx, "demo", Visibility::Sealed, &words, 10)).await.unwrap();
            assert!(found.is_empty(), "{none:?}");
        }
        assert!(find(Visibility::Clear, &["سلاوي"]).await.is_empty());
        let raw = store
            .read(sale(), |tx| tx.count("SELECT COUNT(*) AS n FROM platform_words WHERE word = 'سلاوي' OR word = 'امين'", vec![]));
        assert_eq!(raw.await.unwrap(), 0);
        let raw = store.read(sale(), |tx| {
            tx.count("SELECT COUNT(*) AS n FROM platform_fresh WHERE words LIKE '%سلاوي%' OR words LIKE '%امين%'", vec![])
        });
        assert_eq!(raw.await.unwrap(), 0);
        let elsewhere = store.read(rabat(), |tx| search::find(tx, "demo", Visibility::Sealed, &["شارع"], 10));
        assert!(elsewhere.await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn indexing_again_replaces_the_words_of_one_kind_and_removal_takes_both() {
    for (merging, (_place, store, _clock)) in
        [false, true].into_iter().flat_map(|merging| at_work().into_iter().map(move |one| (merging, one)))
    {
        let change =
            |words: &'static [&'static str], kind: Visibility| move |tx: &mut Tx| search::index(tx, "demo", &key(1), kind, words);
        let hits = |word: &'static str| {
            let store = store.clone();
            async move { store.read(sale(), move |tx| search::find(tx, "demo", Visibility::Sealed, &[word], 10)).await.unwrap().len() }
        };
        let merge = || async {
            if merging {
                store.write(sale(), |tx| search::merge(tx, 100)).await.unwrap();
            }
        };
        store.write(sale(), change(&["lampe", "rue"], Visibility::Clear)).await.unwrap();
        merge().await;
        store.write(sale(), change(&["amina"], Visibility::Sealed)).await.unwrap();
        assert_eq!((hits("lampe").await, hits("amina").await), (1, 1));
        merge().await;
        store.write(sale(), change(&["trou", "trou"], Visibility::Clear)).await.unwrap();
        assert_eq!((hits("lampe").await, hits("trou").await, hits("amina").await), (0, 1, 1));
        merge().await;
        store.write(sale(), change(&[], Visibility::Sealed)).await.unwrap();
        assert_eq!((hits("trou").await, hits("amina").await), (1, 0));
        store.write(sale(), |tx| search::remove(tx, "demo", &key(1))).await.unwrap();
        assert_eq!(hits("trou").await, 0);
    }
}
