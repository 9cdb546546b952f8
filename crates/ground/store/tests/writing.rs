//! One write path: what is answered is stored, what is refused is not, on both engines.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use kernel::Refusal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Problem, args, journal};

#[tokio::test]
async fn one_refused_action_among_many_leaves_the_others() {
    for (_place, store) in stores() {
        let tasks = (0..200).map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                let outcome = store.write(sale(), move |tx| {
                    let id = put(tx, n)?;
                    tx.record("demo.stored", &id, &n)?;
                    if n % 10 == 3 { Err(Refusal::new("demo-odd").into()) } else { Ok(()) }
                });
                outcome.await
            })
        });
        let mut refused = 0;
        for task in tasks.collect::<Vec<_>>() {
            match task.await.unwrap() {
                Ok(()) => {}
                Err(problem) => {
                    assert_eq!(problem.code(), "demo-odd");
                    refused += 1;
                }
            }
        }
        assert_eq!(refused, 20);
        assert_eq!(store.read(sale(), count).await.unwrap(), 180);
        assert_eq!(store.read(sale(), journal::verify).await.unwrap(), 180);
    }
}

#[tokio::test]
async fn a_panic_in_an_action_is_answered_and_the_writer_lives() {
    for (_place, store) in stores() {
        let outcome = store.write(sale(), |tx| {
            put(tx, 1)?;
            if tx.today().year() > 0 {
                panic!("a fault of ours");
            }
            Ok(())
        });
        assert_eq!(code(outcome.await), "internal");
        store.write(sale(), |tx| put(tx, 2)).await.unwrap();
        assert_eq!(store.read(sale(), count).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn an_action_that_goes_on_after_a_failed_statement_is_refused_as_a_whole() {
    for (_place, store) in stores() {
        let outcome = store.write(sale(), |tx| {
            put(tx, 1)?;
            let _ = tx.execute(
                "INSERT INTO demo_things (tenant, id, n) VALUES ($1, $2, $3)",
                args![tx.tenant(), None::<String>, 1_i64],
            );
            Ok(())
        });
        assert_eq!(code(outcome.await), "platform-conflict");
        assert_eq!(store.read(sale(), count).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_statement_that_fails_unheard_is_the_fault_of_its_own_action() {
    for (_place, store) in stores() {
        let tasks = (0..200).map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                let outcome = store.write(sale(), move |tx| {
                    tx.record("demo.stored", n, &n)?;
                    let id = (n % 10 != 3).then(|| tx.new_id());
                    tx.execute("INSERT INTO demo_things (tenant, id, n) VALUES ($1, $2, $3)", args![tx.tenant(), id, n])
                });
                (n, outcome.await)
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            let (n, outcome) = task.await.unwrap();
            let expected = if n % 10 == 3 { "platform-conflict" } else { "ok" };
            assert_eq!(outcome.map_or_else(|problem| problem.code().to_owned(), |()| "ok".to_owned()), expected, "{n}");
        }
        assert_eq!(store.read(sale(), count).await.unwrap(), 180);
        assert_eq!(store.read(sale(), journal::verify).await.unwrap(), 180);
    }
}

#[tokio::test]
async fn a_read_can_leave_nothing_behind() {
    for (_place, store) in stores() {
        assert!(store.read(sale(), |tx| put(tx, 1)).await.is_err());
        assert_eq!(code(store.read(sale(), |tx| tx.record("demo.looked", "x", &())).await), "internal");
        assert_eq!(code(store.read(sale(), |tx| tx.job("demo.mail", &())).await), "internal");
        assert_eq!(store.read(sale(), count).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_page_sees_one_snapshot_while_others_write() {
    for (_place, store) in stores() {
        store.write(sale(), |tx| put(tx, 1)).await.unwrap();
        let (other, runtime) = (store.clone(), tokio::runtime::Handle::current());
        let reader = tokio::task::spawn_blocking({
            let store = store.clone();
            move || {
                let inner = runtime.clone();
                runtime.block_on(store.read(sale(), move |tx| {
                    let before = count(tx)?;
                    let (other, inner) = (other.clone(), inner.clone());
                    let written = std::thread::spawn(move || inner.block_on(other.write(sale(), |tx| put(tx, 2))));
                    written.join().map_err(|_| Problem::internal("writer"))??;
                    Ok((before, count(tx)?))
                }))
            }
        });
        assert_eq!(reader.await.unwrap().unwrap(), (1, 1));
        assert_eq!(store.read(sale(), count).await.unwrap(), 2);
    }
}

#[tokio::test]
async fn text_is_ordered_by_its_bytes_and_counts_are_whole_numbers() {
    for (_place, store) in stores() {
        let sql = "SELECT w FROM (SELECT 'b' AS w UNION SELECT 'B' UNION SELECT 'é' UNION SELECT 'سلا' UNION SELECT '-') AS words ORDER BY w";
        let words = store.read(sale(), move |tx| tx.all(sql, vec![], |row| row.get::<String>("w"))).await.unwrap();
        assert_eq!(words, ["-", "B", "b", "é", "سلا"]);
        let sum = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) AS n FROM demo_things WHERE n > $2 OR n < $1 OR n = $1";
        assert_eq!(store.read(sale(), move |tx| tx.count(sum, args![1_i64, 2_i64])).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn numbers_have_no_gap_under_sixty_four_at_once_with_refusals() {
    for (_place, store) in stores() {
        let refused = Arc::new(AtomicU32::new(0));
        let tasks: Vec<_> = (0..64)
            .map(|_| {
                let (store, refused) = (store.clone(), refused.clone());
                tokio::spawn(async move {
                    let mut got = Vec::new();
                    for _ in 0..6 {
                        let outcome = store.write(sale(), move |tx| {
                            let number = tx.next_number("mail", 2026)?;
                            tx.record("demo.numbered", number, &())?;
                            let chance = tx.random::<1>()?[0];
                            if chance < 80 { Err(Refusal::new("demo-no").into()) } else { Ok(number) }
                        });
                        match outcome.await {
                            Ok(number) => got.push(number),
                            Err(problem) => {
                                assert_eq!(problem.code(), "demo-no");
                                refused.fetch_add(1, Ordering::Relaxed);
                            }
                        }
                    }
                    got
                })
            })
            .collect();
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.extend(task.await.unwrap());
        }
        numbers.sort_unstable();
        assert!(refused.load(Ordering::Relaxed) > 0);
        assert_eq!(numbers, (1..=numbers.len() as i64).collect::<Vec<_>>());
        assert_eq!(store.read(sale(), journal::verify).await.unwrap(), numbers.len() as i64);
    }
}

#[tokio::test]
async fn ids_sort_in_the_order_they_were_made_even_within_one_action() {
    for (_place, store) in stores() {
        let ids = store.write(sale(), |tx| Ok((0..500).map(|_| tx.new_id()).collect::<Vec<_>>())).await.unwrap();
        assert!(ids.is_sorted() && ids.iter().all(|id| kernel::Id::parse(id.as_str()).is_some()));
        assert!(store.ready().await.is_ok());
    }
}

#[tokio::test]
async fn a_text_that_one_engine_could_not_store_is_refused_on_both() {
    for (_place, store) in stores() {
        let sql = "INSERT INTO demo_things (tenant, id, n) VALUES ($1, $2, 1)";
        let outcome = store.write(sale(), move |tx| tx.execute(sql, args![tx.tenant(), "a\0b"]));
        assert_eq!(code(outcome.await), "platform-text-invalid");
    }
}
