//! What another system kept: its dates stay, and nothing of today begins with it.

use super::*;
use crate::model::{Audience, EventKind, PastCase, Publication};
use platform::args;
use procedures::Phase;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn past(number: &str, ended: Option<&str>) -> PastCase {
    PastCase {
        procedure: "pothole".into(),
        received_at: at("2019-03-01T10:00:00Z"),
        ended_at: ended.map(at),
        lang: Lang::Fr,
        words: "Trou devant l'école".into(),
        public_words: None,
        place: Place { point: Point::new(34.05, -6.79), area: Some(LAYAYDA.into()), ..Place::default() },
        source: "before".into(),
        number: number.into(),
        raw: "service_code: 12".into(),
    }
}

#[tokio::test]
async fn a_case_of_the_past_keeps_its_dates_and_starts_no_clock_and_no_message() {
    let town = Town::with(modules()).await;
    let ended = town.does(|tx| actions::import(tx, &past("1", Some("2019-03-05T10:00:00Z")))).await;
    let open = town.does(|tx| actions::import(tx, &past("2", None))).await;
    assert_eq!(
        (ended.phase, ended.answered_at, ended.number, ended.year),
        (Phase::Closed, Some(at("2019-03-05T10:00:00Z")), 1, 2019)
    );
    assert_eq!(
        (open.state.as_str(), open.received_at, open.due_at, open.number),
        ("received", at("2019-03-01T10:00:00Z"), None, 2)
    );
    town.clock.advance_secs(90 * 86_400);
    town.drain().await;
    let (ids, id) = ([ended.id.clone(), open.id.clone()], ended.id.clone());
    let (clocks, messages, entries, again) = town
        .reads(move |rx| {
            let clocks = rx.count("SELECT COUNT(*) AS n FROM cases_clocks WHERE tenant = $1", args![rx.tenant()])?;
            let messages = rx.count("SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1", args![rx.tenant()])?;
            let case = store::find(rx, &id)?;
            let entries = store::timeline::of(rx, &case, &[Audience::Public, Audience::Staff])?;
            Ok((clocks, messages, entries, ids.iter().map(|id| store::find(rx, id)).collect::<Result<Vec<_>, _>>()?))
        })
        .await;
    assert_eq!((clocks, messages), (0, 0));
    let told: Vec<(EventKind, String)> =
        entries.iter().map(|entry| (entry.kind, entry.at.to_string()[..10].to_owned())).collect();
    assert_eq!(told[..2], [(EventKind::Filed, "2019-03-01".into()), (EventKind::Moved, "2019-03-05".into())]);
    assert_eq!((told[2].0, entries[2].text.as_deref()), (EventKind::Note, Some("service_code: 12")));
    assert_eq!(again[1].state, "received", "nothing of today happens to it by itself");
    let opened = opened(&town, 7, None).await;
    assert_eq!(opened.number, 1, "our own register has no gap");
}

#[tokio::test]
async fn what_is_told_again_moves_a_case_only_while_nobody_here_works_on_it() {
    let town = Town::with(modules()).await;
    let case = town.does(|tx| actions::import(tx, &past("1", None))).await;
    let id = case.id.clone();
    let told = async |ended: Option<&'static str>| {
        let id = id.clone();
        town.does(move |tx| actions::import_again(tx, &id, ended.map(at), "again")).await
    };
    assert!(!told(None).await, "still open there as here");
    assert!(told(Some("2019-04-01T10:00:00Z")).await);
    assert!(told(None).await, "opened again there");
    let taken = case.id.clone();
    town.does(move |tx| actions::act(tx, &taken, "take", &Given::default(), false)).await;
    assert!(!told(Some("2019-05-01T10:00:00Z")).await);
    let sought = case.id.clone();
    assert_eq!(town.reads(move |rx| store::find(rx, &sought)).await.state, "in_progress");
}

#[test]
fn dates_of_the_past_stand_in_their_order() {
    let now = at("2026-11-24T09:00:00Z");
    let table = [
        ("2019-01-01T00:00:00Z", None, true),
        ("2019-01-01T00:00:00Z", Some("2019-01-01T00:00:00Z"), true),
        ("2019-01-02T00:00:00Z", Some("2019-01-01T00:00:00Z"), false),
        ("2027-01-01T00:00:00Z", None, false),
        ("2019-01-01T00:00:00Z", Some("2027-01-01T00:00:00Z"), false),
    ];
    for (received, ended, fit) in table {
        assert_eq!(rules::past_dates(at(received), ended.map(at), now).is_ok(), fit, "{received} {ended:?}");
    }
}

#[tokio::test]
async fn what_was_public_there_is_public_here_and_found_by_its_words() {
    let town = Town::with(modules()).await;
    let shown = PastCase { public_words: Some("Trou devant l'école".into()), ..past("1", None) };
    let hidden = past("2", None);
    let all = town.does(move |tx| actions::import_many(tx, &[shown.clone(), hidden.clone()])).await;
    assert_eq!(all.iter().map(|case| case.publication).collect::<Vec<_>>(), [Publication::Published, Publication::None]);
    assert_eq!(all.iter().map(|case| case.number).collect::<Vec<_>>(), [1, 2]);
    let find = |module: &'static str, reach| {
        town.reads(move |rx| platform::store::search::find(rx, module, reach, &kernel::fold::tokens("trou école"), 9))
    };
    use platform::store::search::Visibility;
    assert_eq!(find("reports", Visibility::Clear).await, [all[0].id.clone()]);
    assert_eq!(find("cases", Visibility::Sealed).await, [all[1].id.clone(), all[0].id.clone()]);
}
