//! The calendar of the commune, from its rules to its page.

use crate::model::{Changed, Edit, Kind};
use crate::{National, Standing, rules};
use kernel::{Day, Label};
use platform::{Pack, Tx};
use testing::{Town, check_module};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn known() -> National {
    Pack::Embedded.toml("holidays.toml").unwrap()
}

fn standings(edits: &[Edit], year: i16) -> Vec<(String, Standing)> {
    rules::year(&known(), edits, year).into_iter().map(|holiday| (holiday.day.to_string(), holiday.standing)).collect()
}

fn edit(on: &str, kind: Kind) -> Edit {
    Edit { day: day(on), kind, name: Label::new("عيد", "Fête") }
}

#[test]
fn a_year_has_its_fixed_and_its_moon_holidays() {
    let days = standings(&[], 2026);
    for (on, standing) in [
        ("2026-01-11", Standing::Fixed),
        ("2026-01-14", Standing::Fixed),
        ("2026-03-20", Standing::Estimate),
        ("2026-03-21", Standing::Estimate),
        ("2026-10-31", Standing::Fixed),
        ("2026-11-18", Standing::Fixed),
    ] {
        assert!(days.contains(&(on.to_owned(), standing)), "{on} {standing}");
    }
    assert!(!standings(&[], 2025).iter().any(|(on, _)| on == "2025-10-31"), "Unity Day is of 2026");
    assert!(!standings(&[], 2023).iter().any(|(on, _)| on == "2023-01-14"), "the Amazigh year is a holiday since 2024");
}

#[test]
fn two_holidays_on_one_day_keep_both_names() {
    let mut known = known();
    known.dated[0].date = day("2024-07-30");
    let both = rules::national(&known, 2024).remove(&day("2024-07-30")).unwrap();
    assert_eq!(both.name.ar, "عيد العرش / عيد الفطر");
}

#[test]
fn the_communes_changes_stand_over_the_countrys_list() {
    let edits = [edit("2026-03-20", Kind::Working), edit("2026-03-21", Kind::Holiday), edit("2026-12-01", Kind::Holiday)];
    let days = standings(&edits, 2026);
    for (on, standing) in
        [("2026-03-20", Standing::Removed), ("2026-03-21", Standing::Confirmed), ("2026-12-01", Standing::Added)]
    {
        assert!(days.contains(&(on.to_owned(), standing)), "{on} {standing}");
    }
    let off = rules::days_off(&known(), &edits, day("2026-11-24"));
    assert!(!off.contains_key(&day("2026-03-20")) && off.contains_key(&day("2026-12-01")));
    assert!(off.contains_key(&day("2030-07-30")), "delays reach into years to come");
}

#[test]
fn in_ramadan_the_doors_open_later_and_close_earlier() {
    let hours = rules::default_hours(&known());
    let open = |on: &str| rules::calendar(&known(), &[], &hours, day(on)).hours;
    assert_eq!((open("2026-11-24").opens, open("2026-11-24").closes), (510, 990));
    assert_eq!((open("2026-02-19").opens, open("2026-03-19").closes), (540, 900));
    assert_eq!(open("2026-03-20").opens, 510);
}

#[test]
fn an_hour_is_read_as_people_write_it() {
    for (text, minutes) in [
        ("08:30", Some(510)),
        ("8h30", Some(510)),
        (" 23:59 ", Some(1439)),
        ("24:00", None),
        ("8", None),
        ("8:300", None),
        ("-1:00", None),
    ] {
        assert_eq!(rules::minutes(text), minutes, "{text}");
    }
}

#[test]
fn a_year_without_moon_says_so() {
    assert!(rules::moon_is_known(&known(), &[], 2027));
    assert!(!rules::moon_is_known(&known(), &[], 2031));
    assert!(rules::moon_is_known(&known(), &[edit("2031-01-24", Kind::Holiday)], 2031));
}

/// Counts the announcements, as `cases` does when it computes its clocks again.
fn listener() -> platform::Module {
    fn count(tx: &mut Tx, _: Changed) -> platform::Result<()> {
        let heard: i64 = tx.setting("heard")?.unwrap_or(0);
        tx.set_setting("heard", &(heard + 1))
    }
    platform::Module::new("listener").on::<Changed>(count)
}

async fn town() -> Town {
    Town::with([crate::module(), listener()]).await
}

#[tokio::test]
async fn a_confirmed_or_moved_feast_changes_how_days_are_counted() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    clerk.get("/fr/admin/calendar?year=2027").await.ok().shows("Aïd al-Fitr").shows("À confirmer");
    clerk.post("/fr/admin/calendar/2027-03-10/shift", &[("to", "2027-03-12")]).await.redirects_to("/fr/admin/calendar?year=2027");
    clerk.post("/fr/admin/calendar/2027-03-11/confirm", &[]).await.redirects_to("/fr/admin/calendar?year=2027");
    let calendar = town.reads(crate::calendar).await;
    let worked = |on: &str| calendar.is_working(day(on));
    assert_eq!((worked("2027-03-10"), worked("2027-03-11"), worked("2027-03-12")), (true, false, false));
    assert!(!town.reads(|rx| crate::estimates(rx, 2027)).await.contains(&day("2027-03-11")));
    clerk.post("/fr/admin/calendar/2027-03-10/restore", &[]).await.redirects_to("/fr/admin/calendar?year=2027");
    assert!(!town.reads(crate::calendar).await.is_working(day("2027-03-10")));
    town.drain().await;
    assert_eq!(town.reads(|rx| rx.setting::<i64>("heard")).await, Some(4), "removed, added, confirmed, restored");
}

#[tokio::test]
async fn the_commune_adds_a_day_off_and_takes_it_back() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let fields = [("day", "2026-12-01"), ("name_ar", "عطلة محلية"), ("name_fr", "Fête <locale>")];
    clerk.post("/ar/admin/calendar", &fields).await.redirects_to("/ar/admin/calendar?year=2026");
    clerk.get("/fr/admin/calendar?year=2026").await.ok().shows("Fête &lt;locale&gt;").shows("Ajouté par la commune");
    clerk.post("/fr/admin/calendar", &fields).await.is(422).shows("Ce jour est déjà chômé.").shows("Fête &lt;locale&gt;");
    clerk.post("/fr/admin/calendar/2026-12-01/remove", &[]).await.redirects_to("/fr/admin/calendar?year=2026");
    assert!(town.reads(crate::calendar).await.is_working(day("2026-12-01")));
    clerk.post("/fr/admin/calendar/2026-12-01/remove", &[]).await.is(404);
    clerk.post("/fr/admin/calendar/2026-11-18/confirm", &[]).await.is(422).shows("Cette date est déjà certaine.");
}

#[tokio::test]
async fn what_was_typed_stays_when_the_form_is_wrong() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let reply = clerk.post("/fr/admin/calendar", &[("day", "bientôt"), ("name_fr", "Fête de la ville")]).await;
    reply.is(422).shows("Choisissez un jour.").shows("Fête de la ville").shows("f-name_ar-error");
    let hours = [("opens", "16:00"), ("closes", "8h30"), ("ramadan_opens", "09:00"), ("ramadan_closes", "15:00")];
    clerk.post("/fr/admin/calendar/hours", &hours).await.is(422).shows("La fermeture doit venir après").shows("16:00");
}

#[tokio::test]
async fn the_communes_own_hours_replace_the_packs() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let hours =
        [("opens", "9:00"), ("closes", "17:00"), ("ramadan_opens", "09:30"), ("ramadan_closes", "14:30"), ("days_move", "yes")];
    clerk.post("/fr/admin/calendar/hours", &hours).await.redirects_to("/fr/admin/calendar?year=2026");
    let calendar = town.reads(crate::calendar).await;
    assert_eq!((calendar.hours.opens, calendar.hours.closes, calendar.calendar_days_move), (540, 1020, true));
}

#[tokio::test]
async fn only_who_may_edit_the_calendar_does() {
    let town = town().await;
    town.visitor().post("/fr/admin/calendar/2026-11-18/remove", &[]).await.is(401);
    town.clerk("agent").await.post("/fr/admin/calendar/2026-11-18/remove", &[]).await.is(403);
    town.clerk("dgs").await.get("/ar/admin/calendar").await.ok();
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn open_data_pages_through_every_row() {
    let town = town().await;
    for dataset in crate::module().declared_datasets() {
        let rows = dataset.rows;
        let all = town.reads(move |rx| rows(rx, "", 1_000)).await;
        assert!(all.len() > 20 && all.iter().all(|row| row.len() == dataset.columns.len()), "{}", dataset.id);
        let first = town.reads(move |rx| rows(rx, "", 4)).await;
        let after = first[3][0].as_str().unwrap().to_owned();
        let rest = town.reads(move |rx| rows(rx, &after, 1_000)).await;
        assert_eq!([first, rest].concat(), all, "{}", dataset.id);
    }
}
