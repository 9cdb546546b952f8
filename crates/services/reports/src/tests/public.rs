//! What everybody sees: lists, map, feed, figures; and what nobody sees.

use super::{BAB_LAMRISSA, case, code, pothole, publish, town};
use testing::Town;

async fn published(town: &Town, words: &'static str) -> String {
    let code = code(&pothole(&town.visitor(), words).await.sent_to());
    publish(town, &code, words).await;
    code
}

#[tokio::test]
async fn only_what_was_read_is_in_list_map_and_feed() {
    let town = town().await;
    let seen = published(&town, "حفرة أمام المدرسة").await;
    let unseen = town
        .visitor()
        .post("/ar/report/pothole", &[("words", "حفرة خفية"), ("quarter", "medina"), ("publish", "yes")])
        .await
        .sent_to();
    let unseen = code(&unseen);
    let visitor = town.visitor();
    for path in
        ["/ar/reports", "/ar/reports?category=pothole&state=open", "/reports/points.geojson", "/reports.atom", "/ar/reports/map"]
    {
        let page = visitor.get(path).await.ok().shows(&seen);
        assert!(!page.text().contains(&unseen) && !page.text().contains("خفية"), "{path}");
    }
    visitor.get(&format!("/ar/reports?area={BAB_LAMRISSA}&words=المدرسة")).await.ok().shows(&seen);
    for none in ["category=street-lamp-out", "state=done", "words=مسجد", "area=04.441.01.07", "number=BLM-1"] {
        visitor.get(&format!("/ar/reports?{none}")).await.ok().shows_not(&seen);
    }
    visitor.get("/ar/reports?after=forged").await.is(400);
    let points = visitor.get("/reports/points.geojson?lang=fr").await.ok().json();
    assert_eq!(points["features"][0]["properties"]["title"], "Nid-de-poule");
    visitor.get("/reports.atom?lang=fr").await.ok().shows("<title>Signalements de Salé</title>").shows("حفرة أمام المدرسة");
    let named = visitor.get("/reports.atom?lang=fr&category=pothole&quarter=medina&state=open").await.ok();
    named.shows("<title>Signalements de Salé · Nid-de-poule · Médina · En cours</title>");
    let private = visitor.get("/reports.atom?lang=fr&category=corruption&quarter=none").await.ok();
    private.shows("<title>Signalements de Salé</title>");
}

#[tokio::test]
async fn the_list_goes_on_page_by_page() {
    let town = town().await;
    for number in 0..27 {
        let words = format!("حفرة رقم {number}");
        let fields = [("words", words.as_str()), ("quarter", "medina"), ("publish", "yes")];
        let clerk = town.clerk("counter_clerk").await;
        let code = code(&clerk.post("/ar/desk/report/pothole", &fields).await.sent_to());
        publish(&town, &code, "حفرة").await;
        town.clock.advance_secs(60);
    }
    let visitor = town.visitor();
    let first = visitor.get("/ar/reports").await.ok().text();
    let next = first
        .split("rel=\"next\" href=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .replace("&#x2f;", "/")
        .replace("&amp;", "&");
    let second = visitor.get(&next).await.ok().text();
    let rows = |page: &str| page.matches("class=\"row\"").count();
    assert_eq!((rows(&first), rows(&second)), (25, 2));
}

#[tokio::test]
async fn several_visitors_take_a_report_from_view_until_it_is_read_again() {
    let town = town().await;
    let seen = published(&town, "كلام مسيء").await;
    let visitor = town.visitor();
    for _ in 0..5 {
        visitor.post(&format!("/ar/reports/{seen}/flag"), &[]).await.redirects_to("/ar/reports");
    }
    visitor.get(&format!("/ar/reports/{seen}")).await.ok();
    let others = seen.clone();
    town.does(move |tx| ["b", "c"].iter().try_for_each(|visitor| cases::flag(tx, &others, visitor))).await;
    visitor.get(&format!("/ar/reports/{seen}")).await.is(404);
    assert_eq!(case(&town, &seen).await.publication, cases::Publication::Pending);
}

#[tokio::test]
async fn the_first_step_finds_a_category_by_the_words_of_the_street() {
    let town = town().await;
    let visitor = town.visitor();
    let page = visitor.get("/ar/report").await.ok();
    assert!(page.bytes.len() < 120_000, "{} bytes", page.bytes.len());
    assert_eq!(page.text().matches("class=\"tile ").count(), 36);
    visitor.get("/fr/report?words=bola+tafia").await.ok().shows("Est-ce cela");
    visitor.get("/fr/report?words=xyzzy").await.ok().shows("Aucune catégorie");
    visitor.get("/fr/report/number").await.ok();
}

#[tokio::test]
async fn an_export_stays_within_the_reach_of_who_asks() {
    let town = town().await;
    let here = code(&pothole(&town.visitor(), "حفرة").await.sent_to());
    let other = town
        .reads(|rx| {
            Ok(places::areas(rx)?.into_iter().find(|area| area.parent.is_some() && area.code != BAB_LAMRISSA).unwrap().code)
        })
        .await;
    let own = town.clerk_in("arrondissement_director", None, Some(BAB_LAMRISSA)).await;
    own.get("/desk/reports.csv").await.ok().shows(&here);
    town.clerk_in("arrondissement_director", None, Some(&other)).await.get("/desk/reports.csv").await.ok().shows_not(&here);
    town.clerk("agent").await.get("/desk/reports.csv").await.is(403);
}

#[tokio::test]
async fn a_reopened_report_has_no_answer_in_the_figures() {
    let town = town().await;
    let seen = published(&town, "حفرة").await;
    let id = case(&town, &seen).await.id;
    let act = |action: &'static str, outcome: Option<&'static str>, by_applicant: bool| {
        let id = id.clone();
        move |tx: &mut platform::Tx| {
            let given = cases::Given { words: "كلام".into(), outcome: outcome.map(str::to_owned), ..cases::Given::default() };
            cases::act(tx, &id, action, &given, by_applicant).map(|_| ())
        }
    };
    town.advance_hours(24 * 10).await;
    town.does(act("answer", Some("done"), false)).await;
    town.drain().await;
    let figures = town.reads(crate::figures).await;
    assert_eq!((figures.received, figures.answered, figures.in_time_percent, figures.median_days), (1, 1, Some(0), Some(10)));
    town.does(act("reopen", None, true)).await;
    town.drain().await;
    let figures = town.reads(crate::figures).await;
    assert_eq!((figures.open, figures.answered, figures.in_time_percent), (1, 0, None));
}
