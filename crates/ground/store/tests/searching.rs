//! The walk through the words: the newest things that hold them all, as a plain comparison of every list finds them.
#![allow(clippy::unwrap_used)] // helpers of tests, outside any #[test]

mod common;

use common::*;
use kernel::Id;
use store::search::{self, Visibility};
use store::testing::both;
use store::{Store, Tx, migrate};

/// More than a walk covers before the rest is left to the database.
const THINGS: usize = 7_000;

/// Every thing is a street; even ones have lamps, odd ones holes, so that the two never meet; the last endings are rare.
fn words(place: usize) -> Vec<String> {
    let mut words = vec!["شارع".to_owned(), if place.is_multiple_of(2) { "lampe" } else { "trou" }.to_owned()];
    words.push(format!("sal{:02}", place % 60));
    if place.is_multiple_of(7) {
        words.push(format!("lamp{}", place % 5));
    }
    if place % 1_000 == 3 {
        words.push("rare".into());
    }
    words
}

fn thing(place: usize) -> Id {
    Id::new(format!("00000000-0000-7000-8000-{place:012}"))
}

fn by_hand(asked: &[&str], keyed: bool, limit: usize) -> Vec<Id> {
    let meets = |known: &str, word: &str| if keyed { known == word } else { known.starts_with(word) };
    let holds = |place: &usize| asked.iter().all(|word| words(*place).iter().any(|known| meets(known, word)));
    (0..THINGS).rev().filter(holds).map(thing).take(limit).collect()
}

async fn fill(store: &Store, visibility: Visibility) {
    for first in (0..THINGS).step_by(1_000) {
        let body = move |tx: &mut Tx| {
            let things: Vec<_> = (first..first + 1_000).map(|place| (thing(place), visibility, words(place))).collect();
            search::index_many(tx, "demo", &things)
        };
        store.write(sale(), body).await.unwrap();
    }
}

#[tokio::test]
async fn frequent_and_rare_words_give_the_newest_things_that_hold_them_all() {
    let asked: [&[&str]; 12] = [
        &["شارع"],
        &["شا"],
        &["lamp"],
        &["lampe", "trou"],
        &["trou", "lamp3"],
        &["شارع", "rare"],
        &["rare", "lampe"],
        &["sal"],
        &["sal", "lampe"],
        &["sal1", "trou", "شارع"],
        &["sal", "lampe", "trou"],
        &["none", "شارع"],
    ];
    for place in both().unwrap() {
        migrate(&place.setup, |_| Ok(())).unwrap();
        let store = Store::open(place.setup.clone()).unwrap();
        fill(&store, Visibility::Clear).await;
        for words in asked {
            for limit in [5, 400, 10_000] {
                let found =
                    store.read(sale(), move |tx| search::find(tx, "demo", Visibility::Clear, words, limit)).await.unwrap();
                assert_eq!(found, by_hand(words, false, limit as usize), "{words:?}, {limit}");
            }
        }
    }
}

#[tokio::test]
async fn sealed_words_are_walked_too_and_only_whole() {
    for place in both().unwrap() {
        migrate(&place.setup, |_| Ok(())).unwrap();
        let store = Store::open(place.setup.clone()).unwrap();
        fill(&store, Visibility::Sealed).await;
        for words in [&["شارع"][..], &["شا"], &["lampe", "sal06"], &["trou", "rare"], &["lampe", "trou"]] {
            let found = store.read(sale(), move |tx| search::find(tx, "demo", Visibility::Sealed, words, 300)).await.unwrap();
            assert_eq!(found, by_hand(words, true, 300), "{words:?}");
            let public = store.read(sale(), move |tx| search::find(tx, "demo", Visibility::Clear, words, 300)).await.unwrap();
            assert!(public.is_empty(), "nobody guesses at sealed words");
        }
    }
}
