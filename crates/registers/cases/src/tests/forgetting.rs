//! What is forgotten when: the file of a request stays whole for its ten years, and then loses its person at once.

use super::requests::{asked, now};
use super::*;

const DAY_HOURS: i64 = 24;

async fn left(town: &Town, case: &Case) -> (usize, bool) {
    let case = case.clone();
    town.reads(move |rx| {
        let erased = store::find(rx, &case.id)?.vault == platform::store::seal::ERASED;
        Ok((store::files::of(rx, &case.id)?.len(), erased))
    })
    .await
}

#[tokio::test]
async fn a_request_keeps_its_person_and_its_pieces_as_long_as_the_archives_want_it() {
    let town = Town::with(modules()).await;
    let case = asked(&town, 1).await;
    let report = opened(&town, 2, Some(LAYAYDA)).await;
    let id = case.id.clone();
    town.does(move |tx| actions::act(tx, &id, "withdraw", &Given::default(), true)).await;
    town.does(act("answer", &report, Given { outcome: Some("done".into()), ..given("تم") })).await;
    town.clock.advance_secs(DAY_HOURS * 3_600 * 1_200);
    town.does(crate::jobs::close_answered).await;
    town.does(crate::jobs::forget).await;
    assert!(contact(&town, &report).await.is_none(), "a report forgets its author after a year");
    assert!(!contact(&town, &case).await.is_none());
    let (files, erased) = left(&town, &case).await;
    assert!(files > 0 && !erased);
    town.clock.advance_secs(DAY_HOURS * 3_600 * 2_460);
    town.does(crate::jobs::forget).await;
    assert_eq!(left(&town, &case).await, (0, true));
    let kept = now(&town, &case).await;
    assert_eq!((kept.person, kept.outcome.as_deref()), (None, Some("withdrawn")));
}
