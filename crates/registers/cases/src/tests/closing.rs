//! The nightly closing: what was answered long enough ago is closed, and what rests decided for ever takes nobody's place.

use super::{act, given, key, modules, opened, pothole};
use crate::model::{ClockStanding, FileRole, Given, NewCase, NewFile, Place, Scan};
use crate::{actions, jobs, store};
use kernel::Id;
use platform::{Result, Tx};
use procedures::Typed;
use testing::Town;

/// A repair permit whose file is complete.
pub(super) fn permit(tx: &mut Tx, number: u8) -> Result<NewCase> {
    let procedure = procedures::procedure(tx, "repair-permit")?;
    let with = procedures::with(tx)?;
    let typed = procedures::sample(&procedure, &Typed::new(), &with);
    let read = procedures::read(&procedure.questions, &typed, &with);
    let file = |piece: &procedures::Piece| NewFile {
        role: FileRole::Piece,
        piece: Some(piece.id.clone()),
        blob: "x".into(),
        thumb: String::new(),
        kind: "application/pdf".into(),
        scan: Scan::Clean,
    };
    let files = crate::missing_pieces(&procedure, &read.context, &[]).into_iter().map(file).collect();
    let place = Place { words: "زنقة 12".into(), ..Place::default() };
    Ok(NewCase {
        key: key(number),
        procedure: procedure.id.clone(),
        answers: read.answers,
        files,
        place,
        ..pothole(number, None)
    })
}

async fn state(town: &Town, id: &Id) -> String {
    let id = id.clone();
    town.reads(move |rx| Ok(store::find(rx, &id)?.state)).await
}

#[tokio::test]
async fn silent_acceptances_rest_and_crowd_nobody_out() {
    let town = Town::with(modules()).await;
    let mut silent = Vec::new();
    for number in 1..=3 {
        let opened = town
            .does(move |tx| {
                let new = permit(tx, number)?;
                actions::open(tx, &new)
            })
            .await;
        silent.push(opened.id);
    }
    town.advance_hours(24 * 60).await;
    for id in &silent {
        assert_eq!(state(&town, id).await, "tacit");
        let asked = id.clone();
        let clocks = town.reads(move |rx| actions::clocks(rx, &asked)).await;
        let decision = clocks.iter().find(|clock| clock.clock == "decision").unwrap();
        assert_eq!(decision.standing, ClockStanding::Missed, "silence is no answer in time");
    }
    let case = opened(&town, 9, None).await;
    town.does(act("take", &case, Given::default())).await;
    town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("أصلحنا الحفرة") })).await;
    town.clock.advance_secs(14 * 86_400);
    town.does(|tx| jobs::close_some(tx, 2)).await;
    assert_eq!(state(&town, &case.id).await, "answered", "a day too early");
    town.clock.advance_secs(86_400);
    town.does(|tx| jobs::close_some(tx, 2)).await;
    assert_eq!(state(&town, &case.id).await, "closed");
    for id in &silent {
        assert_eq!(state(&town, id).await, "tacit", "no action closes it");
    }
}

#[tokio::test]
async fn what_one_night_leaves_the_next_one_takes() {
    let town = Town::with(modules()).await;
    let mut all = Vec::new();
    for number in 1..=3 {
        let case = opened(&town, number, None).await;
        town.does(act("take", &case, Given::default())).await;
        town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("أصلحنا الحفرة") })).await;
        town.clock.advance_secs(60);
        all.push(case.id);
    }
    town.clock.advance_secs(20 * 86_400);
    town.does(|tx| jobs::close_some(tx, 2)).await;
    assert_eq!((state(&town, &all[1]).await, state(&town, &all[2]).await), ("closed".into(), "answered".into()));
    town.does(|tx| jobs::close_some(tx, 2)).await;
    assert_eq!(state(&town, &all[2]).await, "closed");
}
