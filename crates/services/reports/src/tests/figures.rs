//! What is compared, counted by place and by week, and framed by others; and what is too small to be shown.

use super::{case, code, pothole, publish, town};
use crate::actions::delays::{Compared, Known, Order, Standing, compare, order};
use crate::actions::density::{Cells, by_area, by_quarter, together};
use crate::rules;
use std::collections::BTreeMap;
use testing::Town;

#[test]
fn a_small_group_hides_the_next_smallest_so_that_it_cannot_be_reckoned() {
    let hidden = |counts: &[i64]| rules::hidden(counts).iter().map(|hides| u8::from(*hides)).collect::<Vec<_>>();
    assert_eq!(hidden(&[40, 3, 9, 12]), [0, 1, 1, 0]);
    assert_eq!(hidden(&[40, 1, 2, 12]), [0, 1, 1, 1], "two that are three together say too much");
    assert_eq!(hidden(&[40, 3, 4, 12]), [0, 1, 1, 0]);
    assert_eq!(hidden(&[40, 0, 12]), [0, 0, 0], "nothing is nobody");
    assert_eq!(hidden(&[5, 5]), [0, 0]);
    assert_eq!(hidden(&[4]), [1]);
    assert_eq!(hidden(&[4, 900]), [1, 1]);
    assert!(hidden(&[]).is_empty());
}

#[test]
fn nine_in_ten_is_a_rank_and_days_are_rounded() {
    let ten: Vec<i64> = (1..=10).collect();
    assert_eq!([50, 90, 100].map(|part| rules::percentile(&ten, part)), [Some(5), Some(9), Some(10)]);
    assert_eq!((rules::percentile(&[7], 90), rules::percentile(&[], 50)), (Some(7), None));
    assert_eq!([0, 43_200, 86_400, 90_720].map(rules::tenths_of_days), [0, 5, 10, 11]);
}

fn group(answers: i64, days: i64) -> Known {
    Known { ages: (0..answers).map(|_| days * 86_400).collect(), ..Known::default() }
}

#[test]
fn the_best_comes_first_and_what_is_hidden_last_and_empty() {
    let groups = BTreeMap::from([
        ("a".to_owned(), group(9, 8)),
        ("b".to_owned(), group(6, 2)),
        ("c".to_owned(), group(2, 1)),
        ("d".to_owned(), group(30, 4)),
    ]);
    let Compared { all, mut rows } = compare(groups);
    order(&mut rows, Order::Median);
    let of = |row: &Standing| (row.id.clone(), row.median, row.answered);
    let (d, a) = (("d".to_owned(), Some(40), Some(30)), ("a".to_owned(), Some(80), Some(9)));
    let (b, c) = (("b".to_owned(), None, None), ("c".to_owned(), None, None));
    assert_eq!(rows.iter().map(of).collect::<Vec<_>>(), [d, a, b, c]);
    assert_eq!((all.answered, all.median), (Some(47), Some(40)));
    assert_eq!(compare(BTreeMap::from([("a".to_owned(), group(4, 1))])).all.median, None);
}

#[test]
fn what_is_not_published_counts_only_where_there_is_enough_of_it() {
    let map = |counts: &[(&'static str, i64)]| counts.iter().copied().collect::<BTreeMap<&str, i64>>();
    let sums = |rest: &[(&'static str, i64)]| together(map(&[("a", 1), ("b", 2)]), rest);
    assert_eq!(sums(&[("a", 3), ("b", 7), ("c", 5), ("d", 4), ("e", 9)]), map(&[("a", 1), ("b", 9), ("c", 5), ("e", 9)]));
    assert_eq!(sums(&[("b", 7), ("x", 1)]), sums(&[("b", 7)]), "a small group that is new changes no other");
}

#[test]
fn a_small_quarter_is_not_what_its_arrondissement_has_beyond_the_others() {
    let cells = |counts: &[(&str, &str, i64)]| {
        counts.iter().map(|(area, quarter, count)| (((*area).to_owned(), (*quarter).to_owned()), *count)).collect::<Cells>()
    };
    let areas = |counts: &[(&str, &str, i64)]| by_area(&cells(counts)).iter().map(|(_, count)| *count).collect::<Vec<_>>();
    assert_eq!(areas(&[("A", "m", 19), ("A", "n", 3), ("B", "", 6)]), [19, 6], "three are told by nobody");
    assert_eq!(areas(&[("A", "m", 19), ("A", "n", 3), ("A", "", 2)]), [24], "several that are enough together count");
    assert_eq!(areas(&[("A", "m", 19), ("A", "n", 1), ("A", "", 3)]), [19], "but not when they are few together");
    assert_eq!(rules::countable(&[0, 4, 0]), 0);
    let split = cells(&[("A", "m", 7), ("B", "m", 2), ("B", "", 8)]);
    let quarters = together(BTreeMap::new(), &by_quarter(&split));
    assert_eq!(quarters, BTreeMap::from([("m".to_owned(), 7), (String::new(), 8)]), "what lies in two counts in each by itself");
}

/// Answers a report after so many days.
async fn answered(town: &Town, code: &str) {
    let id = case(town, code).await.id;
    town.does(move |tx| {
        let given = cases::Given { words: "تم".into(), outcome: Some("done".into()), ..cases::Given::default() };
        cases::act(tx, &id, "answer", &given, false).map(|_| ())
    })
    .await;
}

async fn one(town: &Town, words: &'static str) -> String {
    code(&pothole(&town.visitor(), words).await.sent_to())
}

#[tokio::test]
async fn delays_are_compared_with_their_method_in_every_language() {
    let town = town().await;
    let visitor = town.visitor();
    visitor.get("/fr/reports/delays").await.ok().shows("Aucune réponse");
    let mut codes = Vec::new();
    for words in ["حفرة أ", "حفرة ب", "حفرة ج", "حفرة د", "حفرة ه", "حفرة و"] {
        codes.push(one(&town, words).await);
    }
    town.advance_hours(48).await;
    for code in &codes[..4] {
        answered(&town, code).await;
    }
    let page = visitor.get("/fr/reports/delays?by=area&days=30").await.ok();
    page.shows("masqué").shows("Comment ces chiffres sont calculés");
    town.advance_hours(48).await;
    for code in &codes[4..] {
        answered(&town, code).await;
    }
    visitor.get("/fr/reports/delays?by=area&days=30").await.ok().shows("2,0").shows("4,0").shows("Bab Lamrissa");
    visitor.get("/en/reports/delays?by=category&sort=late").await.ok().shows("Pothole").shows("How these figures are made");
    visitor.get("/ar/reports/delays?by=contractor&days=wrong&sort=wrong").await.ok();
    let csv = visitor.get("/reports/delays.csv?days=365").await.ok();
    csv.shows("category,pothole,").shows(",6,2.0,4.0,").shows(",no\r\n");
}

#[tokio::test]
async fn a_restricted_report_is_in_no_comparison_map_or_week() {
    let town = town().await;
    for place in 0..6 {
        let words = ["رشوة ١", "رشوة ٢", "رشوة ٣", "رشوة ٤", "رشوة ٥", "رشوة ٦"][place];
        let fields = [("words", words), ("quarter", "medina"), ("publish", "yes"), ("x_different", "yes")];
        let clerk = town.clerk("counter_clerk").await;
        let sent = code(&clerk.post("/ar/desk/report/pothole", &fields).await.sent_to());
        let id = case(&town, &sent).await.id;
        town.does(move |tx| {
            tx.execute(
                "UPDATE cases_cases SET restricted = 'yes' WHERE tenant = $1 AND id = $2",
                platform::args![tx.tenant(), id],
            )
        })
        .await;
        answered(&town, &sent).await;
    }
    let visitor = town.visitor();
    visitor.get("/reports/delays.csv").await.ok().shows_not("pothole");
    visitor.get("/reports/statistics.csv").await.ok().shows_not("pothole").shows_not("month,");
    visitor.get("/reports/density.csv").await.ok().shows_not("medina");
    let weeks = visitor.get("/reports/weeks.csv").await.ok().text();
    assert!(weeks.lines().skip(1).all(|line| line.ends_with(",0,0")), "{weeks}");
}

#[tokio::test]
async fn places_and_weeks_are_counted_with_what_may_be_shown() {
    let town = town().await;
    let shown = one(&town, "حفرة").await;
    publish(&town, &shown, "حفرة").await;
    for words in ["مخفية ١", "مخفية ٢"] {
        let fields = [
            ("words", words),
            ("quarter", "medina"),
            ("lat", super::MEDINA.0),
            ("lon", super::MEDINA.1),
            ("x_different", "yes"),
            ("x_asked", "size after-works"),
        ];
        town.visitor().post("/ar/report/pothole", &fields).await.is(303);
    }
    let visitor = town.visitor();
    let squares = visitor.get("/reports/density.geojson").await.ok().json();
    let features = squares["features"].as_array().unwrap();
    assert_eq!((features.len(), &features[0]["properties"]["count"]), (1, &1.into()), "two hidden ones are not enough");
    assert_eq!(features[0]["geometry"]["coordinates"][0].as_array().unwrap().len(), 5);
    visitor.get("/ar/reports/density?category=pothole&days=365").await.ok().shows("class=\"river\" d=\"M");
    let weeks = visitor.get("/reports/weeks.csv").await.ok().text();
    assert!(weeks.starts_with("monday,received,answered\r\n") && weeks.ends_with("2026-11-23,3,0\r\n"), "{weeks}");
    let page = visitor.get("/fr/reports/weeks?category=pothole").await.ok().shows("catégories publiques").shows("23/11");
    page.shows("</bdi> dernières semaines · <bdi>3</bdi> signalements").shows("Total des");
    assert!(visitor.get("/reports/weeks.csv?quarter=other").await.ok().text().ends_with("2026-11-23,0,0\r\n"));
}

#[tokio::test]
async fn one_page_alone_may_be_framed_and_it_says_whose_figures_they_are() {
    let town = town().await;
    let visitor = town.visitor();
    let policy = |reply: &testing::Reply| reply.headers.get("content-security-policy").unwrap().to_str().unwrap().to_owned();
    let framed = visitor.get("/fr/reports/embed?category=pothole&quarter=medina").await.ok();
    assert!(policy(&framed).contains("frame-ancestors *") && policy(&framed).contains("default-src 'none'"));
    let page = framed.text();
    assert!(page.find("ODbL") < page.find("class=\"facts\""), "a low frame cuts off what stands last");
    framed.shows("Nid-de-poule").shows("Médina").shows("Source : commune de <bdi>Salé").shows("ODbL").shows_not("<script");
    for path in ["/fr/reports", "/fr/reports/embed/code", "/fr/reports/delays"] {
        assert!(policy(&visitor.get(path).await.ok()).contains("frame-ancestors 'none'"), "{path}");
    }
    for nothing in ["category=none", "quarter=none", "category=corruption"] {
        visitor.get(&format!("/fr/reports/embed?{nothing}")).await.is(404);
    }
    visitor
        .get("/ar/reports/embed/code?quarter=medina")
        .await
        .ok()
        .shows("&lt;iframe")
        .shows("height=&quot;680&quot;")
        .shows("height=\"680\"");
}

#[tokio::test]
async fn an_answer_that_becomes_confidential_is_counted_no_more() {
    let town = town().await;
    let mut ids = Vec::new();
    for words in ["حفرة ١", "حفرة ٢", "حفرة ٣", "حفرة ٤", "حفرة ٥"] {
        let sent = code(&pothole(&town.visitor(), words).await.sent_to());
        publish(&town, &sent, words).await;
        answered(&town, &sent).await;
        ids.push(case(&town, &sent).await.id);
    }
    town.drain().await;
    let visitor = town.visitor();
    visitor.get("/reports/statistics.csv").await.ok().shows("category,pothole,5,0,5,5,100,");
    let hidden = ids.remove(0);
    let id = hidden.clone();
    town.does(move |tx| {
        let sql = "UPDATE cases_cases SET restricted = 'yes' WHERE tenant = $1 AND id = $2";
        tx.execute(sql, platform::args![tx.tenant(), id])
    })
    .await;
    town.does(move |tx| crate::jobs::note_again(tx, &hidden)).await;
    let counted = town.reads(crate::actions::statistics::figures).await;
    assert_eq!((counted.received, counted.answered, counted.in_time_percent), (4, 4, Some(100)));
    assert_eq!(counted.categories[0].in_time_percent, None, "a share of four tells of somebody");
}
