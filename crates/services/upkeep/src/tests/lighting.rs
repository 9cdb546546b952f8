//! From reports to sums: what counts, once, for how long, and what the dataset says of it.

use super::{answer, case, lamp, lamps, report, town};
use crate::model::Sums;
use crate::rules::{self, Period};
use kernel::Moment;
use platform::json::Value;
use testing::Town;

const HOUR: i64 = 3_600;

async fn sums(town: &Town) -> Sums {
    town.reads(|rx| {
        let period = Period::of(rx.today());
        Ok(crate::total(&crate::lighting(rx, period)?))
    })
    .await
}

/// Lamp-seconds of sixteen lamps from the first of October until now.
async fn whole(town: &Town) -> i64 {
    let first = Period::parse("2026-Q4").unwrap().first().unwrap().start();
    16 * town.clock.now().secs_since(first)
}

#[tokio::test]
async fn a_lamp_is_dark_from_its_report_to_the_answer_that_it_is_done() {
    let town = town().await;
    lamps(&town).await;
    let start = sums(&town).await;
    assert_eq!((start.objects, start.dark_secs, start.failures), (16, 0, 0), "what nobody reported counts as lit");
    let first = report(&town, "BLM-0401").await;
    town.advance_hours(26).await;
    answer(&town, &first, "done").await;
    town.advance_hours(10).await;
    let now = sums(&town).await;
    assert_eq!((now.dark_secs, now.failures), (26 * HOUR, 1));
    assert_eq!(now.object_secs, whole(&town).await);
    let second = report(&town, "BLM-0402").await;
    town.advance_hours(5).await;
    assert_eq!(sums(&town).await.dark_secs, 31 * HOUR, "an open one counts until now");
    answer(&town, &second, "refused_with_reason").await;
    let now = sums(&town).await;
    assert_eq!((now.dark_secs, now.failures), (26 * HOUR, 1), "what was refused was no failure");
}

#[tokio::test]
async fn duplicates_and_second_reports_of_one_time_count_once_and_a_reopened_one_goes_on() {
    let town = town().await;
    lamps(&town).await;
    let first = report(&town, "BLM-0401").await;
    town.advance_hours(4).await;
    let again = report(&town, "blm ٤٠١").await;
    let merged = case(&town, &again).await;
    let main = first.clone();
    town.does(move |tx| cases::merge(tx, &merged.id, &main, "نفس العمود")).await;
    town.drain().await;
    town.advance_hours(6).await;
    answer(&town, &first, "done").await;
    let now = sums(&town).await;
    assert_eq!((now.dark_secs, now.failures), (10 * HOUR, 1));
    let main = case(&town, &first).await;
    let given = cases::Given { words: "ما زالت طافية".into(), ..cases::Given::default() };
    town.does(move |tx| cases::act(tx, &main.id, "reopen", &given, true)).await;
    town.drain().await;
    town.advance_hours(2).await;
    let now = sums(&town).await;
    assert_eq!((now.dark_secs, now.failures), (12 * HOUR, 1), "it was not repaired after all");
}

#[tokio::test]
async fn a_report_of_several_lamps_is_in_the_history_of_each() {
    let town = town().await;
    lamps(&town).await;
    let list = "BLM-0401, BLM-0402";
    let ids = town
        .reads(|rx| {
            let listed = assets::read_list(rx, Some("lamp"), "BLM-0401-0402", 9)?;
            let id = |one: &assets::Listed| match &one.reading {
                assets::Reading::Known(asset) => asset.id.to_string(),
                other => panic!("{other:?}"),
            };
            Ok(listed.iter().map(id).collect::<Vec<_>>())
        })
        .await;
    let fields = [
        ("words", "طافيان"),
        ("how-many", "one"),
        ("asset_number", list),
        ("x_listed", list),
        ("x_object", &ids[0]),
        ("x_object", &ids[1]),
    ];
    town.visitor().post("/ar/report/street-lamp-out", &fields).await.is(303);
    town.drain().await;
    town.advance_hours(3).await;
    assert_eq!(sums(&town).await.dark_secs, 6 * HOUR);
    for number in ["BLM-0401", "BLM-0402"] {
        town.visitor().get(&format!("/ar/a/lamp/{number}")).await.ok().shows("عطب مبلغ عنه").shows_not("طافيان");
    }
    town.visitor().get("/ar/a/lamp/BLM-0403").await.ok().shows("لم يسبق أن بلغ عنه أحد");
    let agent = town.clerk("triage").await;
    agent.get(&format!("/ar/admin/assets/{}", ids[1])).await.ok().shows("/ar/desk/");
}

#[tokio::test]
async fn a_lamp_that_is_removed_or_came_late_counts_for_the_time_it_stood() {
    let town = town().await;
    lamps(&town).await;
    report(&town, "BLM-0401").await;
    town.advance_hours(2).await;
    let mut gone = lamp("BLM-0401", "Medina");
    gone.state = assets::AssetState::Removed;
    let mut late = lamp("BLM-0402", "Medina");
    late.installed_on = Some(town.clock.now().day().plus_days(-10));
    let since = late.installed_on.unwrap().start();
    town.does(move |tx| assets::import(tx, "lamp", &[gone.clone(), late.clone()])).await;
    town.drain().await;
    let now = sums(&town).await;
    assert_eq!((now.objects, now.dark_secs), (15, 0));
    let whole = whole(&town).await;
    assert_eq!(now.object_secs, whole / 16 * 14 + town.clock.now().secs_since(since));
}

/// Adds up the dataset again from the cases themselves.
#[tokio::test]
async fn the_dataset_adds_up_to_the_reports_it_comes_from() {
    let town = town().await;
    lamps(&town).await;
    let mut codes = Vec::new();
    for (number, hours, outcome) in [
        ("BLM-0401", 30, "done"),
        ("BLM-0402", 5, "already_fixed"),
        ("SLM-0001", 7, "not_ours_transferred"),
        ("SLM-0002", 24 * 40, "done"),
        ("BLM-0401", 9, "done"),
        ("SLM-0003", 2, ""),
    ] {
        let code = report(&town, number).await;
        town.advance_hours(hours).await;
        if outcome == "not_ours_transferred" {
            let id = case(&town, &code).await.id;
            town.does(move |tx| cases::act(tx, &id, "answer", &refused(), false)).await;
            town.drain().await;
        } else if !outcome.is_empty() {
            answer(&town, &code, outcome).await;
        }
        codes.push(code);
    }
    let rows = town.reads(|rx| (crate::datasets::LIGHTING.rows)(rx, "", 1_000)).await;
    let sum = |period: &str, column: usize| -> i64 {
        rows.iter().filter(|row| row[1] == period).map(|row| row[column].as_i64().unwrap()).sum()
    };
    let now = town.clock.now();
    for period in ["2026-Q4", "2027-Q1"] {
        let known = Period::parse(period).unwrap();
        let (from, until) = (known.first().unwrap().start(), known.next().first().unwrap().start().min(now));
        let mut dark = 0;
        for code in &codes {
            let case = case(&town, code).await;
            let counted = case.is_open() || matches!(case.outcome.as_deref(), Some("done" | "already_fixed"));
            let end: Moment = case.answered_at.unwrap_or(now).min(until);
            if counted {
                dark += end.secs_since(case.received_at.max(from)).max(0);
            }
        }
        assert!(dark > 0, "{period}");
        assert_eq!(sum(period, 6), dark, "{period}");
        assert_eq!(sum(period, 5), 16 * until.secs_since(from), "{period}");
        assert_eq!(sum(period, 4), 16);
    }
    let keys: Vec<&Value> = rows.iter().map(|row| &row[0]).collect();
    let (mut after, mut paged) = (String::new(), Vec::new());
    loop {
        let asked = after.clone();
        let page = town.reads(move |rx| (crate::datasets::LIGHTING.rows)(rx, &asked, 1)).await;
        let Some(row) = page.first() else { break };
        after = row[0].as_str().unwrap().to_owned();
        paged.push(row[0].clone());
    }
    assert_eq!(paged.iter().collect::<Vec<_>>(), keys, "page by page it is the same");
    assert!(rows.iter().all(|row| row[3] != "Salam"), "four lamps are no place of their own");
}

fn refused() -> cases::Given {
    let (words, outcome) = ("ليس عمودا للجماعة".into(), Some("refused_with_reason".into()));
    cases::Given { words, outcome, ..cases::Given::default() }
}

#[tokio::test]
async fn everybody_sees_how_lighting_stands_and_which_lamp_fails_again_and_again() {
    let town = town().await;
    lamps(&town).await;
    town.visitor().get("/fr/upkeep").await.ok().shows("Aucune panne");
    for _ in 0..3 {
        let code = report(&town, "BLM-0401").await;
        town.advance_hours(30).await;
        answer(&town, &code, "done").await;
        town.advance_hours(1).await;
    }
    report(&town, "SLM-0001").await;
    let page = town.visitor().get("/fr/upkeep").await.ok().shows("/fr/a/lamp/BLM-0401").shows("Av. Mohammed V · Médina");
    page.shows("<span class=\"small soft\">· Bab Lamrissa</span>")
        .shows_not("/fr/a/lamp/SLM-0001")
        .shows("Comment ces chiffres")
        .shows("worst.geojson");
    let drawn = town.visitor().get("/upkeep/worst.geojson?kind=lamp&lang=fr").await.ok().json();
    let marks = drawn["features"].as_array().unwrap();
    assert_eq!(marks.len(), 1, "the map has what the table has");
    assert_eq!(marks[0]["properties"]["title"], "BLM-0401");
    assert!(marks[0]["properties"]["url"].as_str().unwrap().ends_with("/fr/a/lamp/BLM-0401"));
    assert!(!drawn.to_string().contains("0612345678"));
    town.visitor().get("/upkeep/worst.geojson?kind=rocket").await.is(404);
    let lighting = town.visitor().get("/ar/upkeep/lighting").await.ok().shows("المدينة العتيقة").shows_not("Salam");
    lighting.shows("المصباح الذي لم يبلغ عنه أحد");
    town.visitor()
        .get("/fr/upkeep/lighting?period=2026-Q4")
        .await
        .ok()
        .shows("\u{202f}%")
        .shows("Médina")
        .shows_not("المدينة العتيقة");
    for wrong in ["/fr/upkeep/lighting?period=2019-Q1", "/fr/upkeep/lighting?period=x", "/fr/upkeep?kind=rocket"] {
        town.visitor().get(wrong).await.is(404);
    }
    town.visitor().get("/ar/reports/statistics").await.ok().shows("/ar/upkeep/lighting");
    town.visitor().get("/c/rabat/fr/upkeep").await.ok().shows_not("BLM-0401");
}

/// Thirty-five thousand lamps and sixty thousand spells: the page of lighting asks only sums.
#[tokio::test]
async fn a_large_town_is_counted_in_a_moment() {
    let town = town().await;
    town.does(|tx| {
        let tenant = tx.tenant();
        for part in 0..350 {
            let row = |place: i64| {
                let number = part * 100 + place;
                format!("('{tenant}', 'l{number:06}', 'lamp', '{number}', 'X{number}', '04.441.01.03', 'q{}', 's{}', 'in_place', '', '', '2026-01-01')", number % 60, number % 900)
            };
            let rows: Vec<String> = (0..100).map(row).collect();
            let sql = format!(
                "INSERT INTO assets_assets (tenant, id, kind, number, folded, area, quarter, street, state, note, words, changed_at) VALUES {}",
                rows.join(", ")
            );
            tx.execute(&sql, vec![])?;
        }
        let now = rules::secs(tx.now());
        for part in 0..600 {
            let row = |place: i64| {
                let spell = part * 100 + place;
                let (lamp, from) = (spell % 35_000, now - (spell * 1_047) % 60_000_000 - spell);
                format!("('{tenant}', 'l{lamp:06}', {from}, {}, 'u{}', 1, 'lamp', '{lamp}', '04.441.01.03', 'q{}', 's{}')", from + 90_000, spell % 3, lamp % 60, lamp % 900)
            };
            let rows: Vec<String> = (0..100).map(row).collect();
            let sql = format!(
                "INSERT INTO upkeep_spells (tenant, asset, from_s, until_s, unit, reports, kind, number, area, quarter, street) VALUES {}",
                rows.join(", ")
            );
            tx.execute(&sql, vec![])?;
        }
        Ok(())
    })
    .await;
    let began = std::time::Instant::now();
    let sums = sums(&town).await;
    let took = began.elapsed();
    assert_eq!(sums.objects, 35_000);
    assert!(sums.failures > 1_000);
    assert!(took.as_secs() < 2, "a quarter of the year took {took:?} without optimisation");
}
