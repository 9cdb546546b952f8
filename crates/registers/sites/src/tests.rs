//! Sites: the law of when a counter serves, then a town that opens and closes its doors.

use crate::model::{Closure, Counter, Rule, Season, Site};
use crate::rules::{self, OnDay};
use kernel::{Day, Id, Label};
use platform::{Result, Tx};
use testing::Town;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn counter() -> Counter {
    Counter { id: Id::new("c"), site: Id::new("s"), label: "1".into(), seats: 1, priority: false, retired_on: None }
}

fn rule(weekday: i64, opens: i64, closes: i64, season: Season) -> Rule {
    let (starts_on, ends_on) = (None, None);
    Rule { id: Id::new("r"), site: Id::new("s"), counter: None, weekday, opens, closes, season, starts_on, ends_on }
}

fn closed(on: &str, part: Option<(i64, i64)>) -> Closure {
    Closure { id: Id::new("x"), site: Id::new("s"), counter: None, day: day(on), part, why: Label::new("صيانة", "Travaux") }
}

fn on<'a>(text: &str, rules: &'a [Rule], closures: &'a [Closure]) -> OnDay<'a> {
    let day = day(text);
    OnDay { day, holiday: false, weekend: day.weekday() > 5, season: Season::Usual, usual: (510, 990), rules, closures }
}

fn shown(at: &OnDay) -> Vec<String> {
    let clock = |moment: kernel::Moment| moment.zoned().strftime("%H:%M").to_string();
    rules::spans(at, &counter()).iter().map(|span| format!("{}-{}", clock(span.from), clock(span.to))).collect()
}

#[test]
fn a_counter_without_hours_of_its_own_follows_the_commune() {
    assert_eq!(shown(&on("2026-11-24", &[], &[])), ["08:30-16:30"]);
    assert!(shown(&on("2026-11-28", &[], &[])).is_empty(), "a Saturday");
    assert!(shown(&OnDay { holiday: true, ..on("2026-11-18", &[], &[]) }).is_empty());
}

#[test]
fn a_rule_opens_a_saturday_and_a_counters_own_rule_replaces_the_sites() {
    let saturday = [rule(6, 510, 750, Season::Usual)];
    assert_eq!(shown(&on("2026-11-28", &saturday, &[])), ["08:30-12:30"]);
    assert!(shown(&on("2026-11-24", &saturday, &[])).is_empty(), "hours were written, and none for Tuesday");
    let own = Rule { counter: Some(Id::new("c")), ..rule(2, 600, 720, Season::Usual) };
    assert_eq!(shown(&on("2026-11-24", &[rule(2, 510, 990, Season::Usual), own], &[])), ["10:00-12:00"]);
    let until = Rule { ends_on: Some(day("2026-11-01")), ..rule(2, 600, 720, Season::Usual) };
    assert_eq!(shown(&on("2026-11-24", &[until], &[])), ["08:30-16:30"], "a rule that ended says nothing");
}

#[test]
fn a_closure_cuts_a_hole_or_the_whole_day() {
    assert_eq!(shown(&on("2026-11-24", &[], &[closed("2026-11-24", Some((600, 660)))])), ["08:30-10:00", "11:00-16:30"]);
    assert!(shown(&on("2026-11-24", &[], &[closed("2026-11-24", None)])).is_empty());
    assert_eq!(shown(&on("2026-11-24", &[], &[closed("2026-11-25", None)])), ["08:30-16:30"]);
}

#[test]
fn the_clock_change_of_ramadan_in_the_middle_of_a_day_neither_doubles_nor_loses_time() {
    // In 2026 the clocks went back on 15 February at 03:00 and forward on 22 March at 02:00.
    let long = rules::span(day("2026-02-15"), 60, 300).unwrap();
    assert_eq!(long.minutes(), 5 * 60, "01:00 to 05:00, with an hour lived twice");
    let short = rules::span(day("2026-03-22"), 60, 300).unwrap();
    assert_eq!(short.minutes(), 3 * 60, "01:00 to 05:00, with an hour skipped");
    let usual = rules::span(day("2026-11-24"), 60, 300).unwrap();
    assert_eq!(usual.minutes(), 4 * 60);
    assert_eq!(rules::span(day("2026-03-22"), 120, 180), None, "an hour that never was holds nobody");
    let whole = rules::span(day("2026-02-15"), 0, 1_440).unwrap();
    assert_eq!((whole.minutes(), whole.to), (25 * 60, day("2026-02-16").start()));
}

#[test]
fn hours_lie_on_the_grid_and_in_order() {
    let table = [
        (rule(1, 510, 990, Season::Usual), None),
        (rule(8, 510, 990, Season::Usual), Some("sites-weekday-wrong")),
        (rule(1, 511, 990, Season::Usual), Some("sites-hour-wrong")),
        (rule(1, 990, 510, Season::Usual), Some("sites-hours-reversed")),
        (
            Rule { starts_on: Some(day("2026-12-02")), ends_on: Some(day("2026-12-01")), ..rule(1, 510, 990, Season::Usual) },
            Some("sites-days-reversed"),
        ),
    ];
    for (rule, key) in table {
        assert_eq!(rules::check_hours(&rule).err().map(|refusal| refusal.key).as_deref(), key);
    }
}

async fn town() -> Town {
    Town::with([calendar::module(), places::module(), units::module(), crate::module()]).await
}

/// A site with one counter for civil status; the ids of both.
fn opened(tx: &mut Tx) -> Result<(Id, Id)> {
    let unit = units::all(tx)?.remove(0).id;
    let site = Site {
        id: tx.new_id(),
        unit,
        name: Label::new("ملحقة", "Annexe"),
        address: Label::new("شارع", "Rue"),
        phone: None,
        area: Some("04.441.01.09".into()),
        point: kernel::Point::new(34.04, -6.8),
        step_free: true,
        retired_on: None,
    };
    let site = crate::save_site(tx, site)?;
    let counter = Counter { id: tx.new_id(), site: site.clone(), ..counter() };
    let counter = crate::save_counter(tx, counter, &["civil-status-copy".to_owned()])?;
    Ok((site, counter))
}

#[tokio::test]
async fn a_site_opens_closes_for_a_day_and_says_so_to_who_promised_a_time() {
    let town = town().await;
    let (site, counter) = town.does(opened).await;
    let of = counter.clone();
    let spans = town.reads(move |rx| crate::open_spans(rx, &of, day("2026-11-25"))).await;
    assert_eq!((spans.len(), spans[0].minutes()), (1, 480));
    let (at, of) = (site.clone(), counter.clone());
    town.does(move |tx| {
        crate::close(tx, Closure { id: tx.new_id(), site: at.clone(), ..closed("2026-11-25", None) })?;
        assert!(crate::open_spans(tx, &of, day("2026-11-25"))?.is_empty(), "in the same action");
        Ok(())
    })
    .await;
    let of = counter.clone();
    assert!(town.reads(move |rx| crate::open_spans(rx, &of, day("2026-11-25"))).await.is_empty());
    let past = town
        .tries(move |tx| crate::close(tx, Closure { id: tx.new_id(), site: site.clone(), ..closed("2026-11-01", None) }))
        .await;
    assert_eq!(past.unwrap_err().code(), "sites-day-past");
}

#[tokio::test]
async fn a_retired_counter_serves_nothing_and_stays_known() {
    let town = town().await;
    let (site, counter) = town.does(opened).await;
    let at = site.clone();
    let serving = town.reads(move |rx| crate::serving(rx, "civil-status-copy", Some(&at))).await;
    assert_eq!(serving.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), std::slice::from_ref(&counter));
    assert!(town.reads(|rx| crate::serving(rx, "building-permit", None)).await.is_empty());
    let gone = counter.clone();
    town.does(move |tx| crate::retire_counter(tx, &gone)).await;
    assert!(town.reads(|rx| crate::serving(rx, "civil-status-copy", None)).await.is_empty());
    assert_eq!(town.reads(move |rx| crate::counter(rx, &counter)).await.site, site);
}

#[tokio::test]
async fn the_packs_matters_are_there_and_point_to_the_grid() {
    let town = town().await;
    let matters = town.reads(crate::matters).await;
    assert!(matters.len() >= 10 && matters.iter().all(|matter| matter.minutes % rules::CELL_MINUTES == 0));
    assert_eq!(town.reads(|rx| crate::matter(rx, "local-taxes")).await.identity, crate::Identity::NationalNumber);
}

#[tokio::test]
async fn an_administrator_opens_a_site_with_a_counter_and_its_hours() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let unit = town.reads(|rx| Ok(units::all(rx)?.remove(0).id)).await;
    let named = [("name_ar", "ملحقة"), ("name_fr", "Annexe <1>"), ("address_ar", "شارع"), ("address_fr", "Rue")];
    clerk.post("/fr/admin/sites/new", &named).await.is(422).shows("Choisissez une unité").shows("Annexe &lt;1&gt;");
    let all: Vec<_> = named.iter().copied().chain([("unit", unit.as_str()), ("step_free", "yes")]).collect();
    let page = clerk.post("/fr/admin/sites/new", &all).await.sent_to();
    let counter = [("label", "1"), ("seats", "1"), ("matter", "civil-status-copy"), ("matter", "hygiene")];
    clerk.post(&format!("{page}/counters/new"), &counter).await.redirects_to(&page);
    clerk.post(&format!("{page}/counters/new"), &counter).await.is(422).shows("Un autre guichet du site porte ce nom");
    let saturday = [("weekday", "6"), ("opens", "08:30"), ("closes", "12:30"), ("season", "usual")];
    clerk.post(&format!("{page}/hours"), &saturday).await.redirects_to(&page);
    clerk.post(&format!("{page}/hours"), &[("weekday", "6"), ("opens", "08:31"), ("closes", "12:30")]).await.is(422);
    clerk.get(&page).await.ok().shows("08:30 – 12:30").shows("Guichet <bdi>1</bdi>");
    let closure = [("day", "2026-11-28"), ("why_ar", "صيانة"), ("why_fr", "Travaux")];
    clerk.post(&format!("{page}/closures"), &closure).await.redirects_to(&page);
    clerk
        .post(&format!("{page}/closures"), &[("day", "2026-11-01"), ("why_ar", "ص"), ("why_fr", "T")])
        .await
        .is(422)
        .shows("passé");
    let spans = town
        .reads(|rx| {
            let counter = crate::serving(rx, "hygiene", None)?.remove(0).id;
            Ok([
                crate::open_spans(rx, &counter, day("2026-11-28"))?.len(),
                crate::open_spans(rx, &counter, day("2026-12-05"))?.len(),
            ])
        })
        .await;
    assert_eq!(spans, [0, 1]);
    clerk.post(&format!("{page}/retire"), &[]).await.redirects_to("/fr/admin/sites");
    town.clerk("agent").await.get("/fr/admin/sites").await.is(403);
}

#[tokio::test]
async fn a_matter_is_added_once_and_changed() {
    let town = town().await;
    let clerk = town.clerk("dgs").await;
    let fields = [
        ("code", "marriage"),
        ("name_ar", "الزواج"),
        ("name_fr", "Mariage"),
        ("minutes", "20"),
        ("most_people", "4"),
        ("way", "visit"),
        ("identity", "national_number"),
        ("bring_ar", "البطاقة"),
        ("bring_fr", "La carte"),
    ];
    clerk.post("/fr/admin/sites/matters/new", &fields).await.redirects_to("/fr/admin/sites/matters");
    clerk.post("/fr/admin/sites/matters/new", &fields).await.is(422).shows("Ce code est déjà pris");
    clerk.get("/fr/admin/sites/matters/marriage").await.ok().shows("La carte");
    let mut changed = fields;
    changed[3] = ("minutes", "22");
    clerk.post("/fr/admin/sites/matters/marriage", &changed).await.is(422).shows("pas de");
    assert_eq!(town.reads(|rx| crate::matter(rx, "marriage")).await.minutes, 20);
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
