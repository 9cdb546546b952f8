//! The guide reads what was really done.

use super::{modules, town};
use crate::guide::{House, Line, Standing, Step, lines};
use platform::json::json;
use platform::store::journal::entries_after;
use testing::{RABAT, SALE, Town};

async fn guide(town: &Town) -> Vec<Line> {
    let commune = town.app.communes().by_code(SALE).expect("the commune");
    let house = House::of(town.app.config(), &commune);
    town.reads(move |rx| lines(rx, &commune, &house)).await
}

fn standing(lines: &[Line], step: Step) -> Standing {
    lines.iter().find(|line| line.step == step).expect("the step").standing
}

#[tokio::test]
async fn a_step_is_done_once_the_commune_has_what_it_asks() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    for step in [Step::Profile, Step::Emblem, Step::Cndp, Step::Agents, Step::Mail, Step::Backup] {
        assert_eq!(standing(&guide(&town).await, step), Standing::Todo, "{step}");
    }
    let fields = [
        ("phone", "0537780000"),
        ("email", "contact@sale.ma"),
        ("address_ar", "سلا"),
        ("address_fr", "Salé"),
        ("hours_ar", "من الاثنين إلى الجمعة"),
        ("hours_fr", "Du lundi au vendredi"),
    ];
    administrator.post("/fr/admin/profile", &fields).await.redirects_to("/fr/admin/profile");
    let now = town.clock.now().to_string();
    town.does(move |tx| tx.set_setting("operations.backup", &json!({ "at": now, "path": "x", "error": null }))).await;
    let after = guide(&town).await;
    assert_eq!(standing(&after, Step::Profile), Standing::Done);
    assert_eq!(standing(&after, Step::Cndp), Standing::Todo);
    assert_eq!(standing(&after, Step::Backup), Standing::Done);
    town.advance_hours(72).await;
    assert_eq!(standing(&guide(&town).await, Step::Backup), Standing::Todo, "three days without a backup");
}

#[tokio::test]
async fn each_arrondissement_needs_somebody_who_handles_its_cases() {
    let town = town().await;
    let missing = |lines: Vec<Line>| lines.into_iter().find(|line| line.step == Step::Agents).expect("the step").missing;
    let before = missing(guide(&town).await);
    assert_eq!(before.len(), 5);
    let areas = town.reads(places::areas).await;
    let crew = town.reads(|rx| units::by_code(rx, "arr-roads", Some("04.441.01.09"))).await.expect("a crew");
    town.clerk_in("agent", Some(crew.id), None).await;
    town.clerk_in("partner", None, Some("04.441.01.05")).await;
    assert_eq!(missing(guide(&town).await).len(), 4, "a crew counts for its arrondissement, a partner does not");
    for area in areas.iter().filter(|area| area.parent.is_some()) {
        town.clerk_in("agent", None, Some(&area.code)).await;
    }
    assert_eq!(standing(&guide(&town).await, Step::Agents), Standing::Done);
}

#[tokio::test]
async fn what_no_table_can_prove_a_person_settles() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    assert_eq!(standing(&guide(&town).await, Step::Units), Standing::Ready);
    administrator.post("/fr/admin/steps/units", &[]).await.redirects_to("/fr/admin");
    assert_eq!(standing(&guide(&town).await, Step::Units), Standing::Done);
    administrator.get("/fr/admin").await.ok().shows("24 novembre 2026").shows("À revoir");
    administrator.post("/fr/admin/steps/units", &[("done", "no")]).await.redirects_to("/fr/admin");
    assert_eq!(standing(&guide(&town).await, Step::Units), Standing::Ready);
    for refused in ["agents", "backup", "nothing"] {
        administrator.post(&format!("/fr/admin/steps/{refused}"), &[]).await.is(404);
    }
    let verbs: Vec<String> = town.reads(|rx| entries_after(rx, 0, 1_000)).await.into_iter().map(|entry| entry.verb).collect();
    assert!(
        verbs.contains(&"administration.step_settled".to_owned()) && verbs.contains(&"administration.step_reopened".to_owned())
    );
}

#[tokio::test]
async fn mail_waits_for_its_test_once_there_is_a_server() {
    let town = Town::configured(modules(), |config| config.mail.smtp_url = "smtp://mail.example.ma".into()).await;
    let lines = guide(&town).await;
    assert_eq!((standing(&lines, Step::Mail), standing(&lines, Step::Sms)), (Standing::Ready, Standing::Todo));
}

#[tokio::test]
async fn an_unconfirmed_holiday_reopens_its_step() {
    let town = town().await;
    let year = town.clock.now().day().year();
    let waiting: Vec<_> = town.reads(move |rx| calendar::estimates(rx, year)).await.into_iter().collect();
    for day in &waiting {
        let day = *day;
        town.does(move |tx| calendar::confirm(tx, day)).await;
    }
    assert_eq!(standing(&guide(&town).await, Step::Holidays), Standing::Done);
    // Into the next year, after its feasts that nobody confirmed.
    town.advance_hours(24 * 200).await;
    let next = town.clock.now().day();
    let unsure = town.reads(move |rx| calendar::estimates(rx, next.year())).await.iter().any(|day| *day <= next);
    assert!(unsure, "the pack has estimates for the next year");
    assert_eq!(standing(&guide(&town).await, Step::Holidays), Standing::Todo);
}

#[tokio::test]
async fn the_key_and_the_backup_are_the_home_communes_matter() {
    let town = town().await;
    let rabat = town.app.communes().by_code(RABAT).expect("the neighbour");
    let house = House::of(town.app.config(), &rabat);
    let steps: Vec<Step> = town.reads(move |rx| lines(rx, &rabat, &house)).await.into_iter().map(|line| line.step).collect();
    assert!(!steps.contains(&Step::Key) && !steps.contains(&Step::Backup) && steps.contains(&Step::Units));
}
