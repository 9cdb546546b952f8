//! Sittings, their agenda and minutes; visits.

use crate::{Finding, Member, NewSitting, Scale, actions};
use platform::Problem;
use testing::Town;

mod complaints;
mod sittings;
mod visits;

async fn town() -> Town {
    Town::with([
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
    ])
    .await
}

fn new(town: &Town) -> NewSitting {
    NewSitting { scale: Scale::Large, held_on: town.clock.now().day().plus_days(2), place: "القاعة 2".into() }
}

#[tokio::test]
async fn a_sitting_is_called_for_a_day_to_come_and_closes_only_when_all_was_judged() {
    let town = town().await;
    let past = NewSitting { held_on: town.clock.now().day().plus_days(-1), ..new(&town) };
    assert!(
        matches!(town.tries(move |tx| actions::open(tx, &past)).await, Err(Problem::Refused(why)) if why.key == "permits-day-past")
    );
    let called = new(&town);
    let id = town.does(move |tx| actions::open(tx, &called)).await;
    let close = |id: &kernel::Id| {
        let id = id.clone();
        town.tries(move |tx| actions::close(tx, &id).map(drop))
    };
    assert_eq!(refused(close(&id).await), "permits-not-held-yet");
    town.clock.advance_secs(2 * 86_400);
    assert_eq!(refused(close(&id).await), "permits-not-all-judged");
    let asked = id.clone();
    let members = vec![member("الوكالة الحضرية", true), member(" ", true)];
    town.does(move |tx| actions::invite(tx, &asked, members.clone())).await;
    let asked = id.clone();
    assert_eq!(town.reads(move |rx| crate::store::find(rx, &asked)).await.members.len(), 1);
    let unknown = town.tries(move |tx| actions::put_on_agenda(tx, &id, "SAL-7K3Q-9MPX-R")).await;
    assert!(matches!(unknown, Err(Problem::Refused(why)) if why.key == "permits-no-such-file"));
}

fn member(body: &str, present: bool) -> Member {
    Member { body: body.into(), name: "م. ب.".into(), present }
}

fn refused(result: platform::Result<()>) -> String {
    match result {
        Err(Problem::Refused(why)) => why.key,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_not_favourable_has_its_reasons() {
    let town = town().await;
    let (sitting, case) = sittings::called(&town).await;
    town.clock.advance_secs(2 * 86_400);
    assert_eq!(refused(sittings::judged(&town, &sitting, &case, Finding::Unfavourable, "  ").await), "permits-needs-reasons");
}

#[tokio::test]
async fn the_commission_has_pages_for_those_who_may() {
    let town = town().await;
    town.clerk("moderator").await.get("/fr/desk/commission").await.is(403);
    let chief = town.clerk("service_head").await;
    let day = town.clock.now().day().plus_days(3).to_string();
    let page = chief.post("/fr/desk/commission", &[("held_on", &day), ("place", "Salle 2"), ("scale", "large")]).await.sent_to();
    chief.get(&page).await.ok().shows("Salle 2");
    chief.post("/fr/desk/commission", &[("held_on", ""), ("place", "Salle 2")]).await.is(422);
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
