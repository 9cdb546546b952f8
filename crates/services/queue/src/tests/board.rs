//! The board: what everybody may see, and how a screen knows that nothing changed.

use super::*;

#[tokio::test]
async fn the_board_shows_calls_lines_and_outages_in_two_languages_without_persons() {
    let hall = Hall::open().await;
    let first = hall.give(CIVIL, Some(Priority::Child), Some("0612345678")).await;
    hall.take(CIVIL).await;
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let visitor = hall.town.visitor();
    for page in [hall.board(), format!("{}?screen=1", hall.board())] {
        let shown = visitor.get(&page).await.ok();
        let shown =
            shown.shows("A1").shows("Rendez-vous au guichet").shows("يرجى التوجه إلى الشباك").shows("lang=\"ar\" dir=\"rtl\"");
        shown
            .shows("Ouvert jusqu’à")
            .shows("http-equiv=\"refresh\"")
            .shows_not(&first.code)
            .shows_not("612345678")
            .shows_not("Avec un jeune enfant");
    }
    visitor.get(&format!("/ar/queue/{}", hall.site)).await.ok().shows("نسخ ومستخرجات الحالة المدنية").shows("Extraits et copies");
    hall.town.clerk("dgs").await.post("/fr/desk/outages", &[("system", "civil-status"), ("since", "09:20")]).await.sent_to();
    visitor
        .get(&hall.board())
        .await
        .ok()
        .shows("Le système d’état civil est en panne depuis 09:20")
        .shows("نظام الحالة المدنية متوقف منذ الساعة 09:20")
        .shows("Arrêté en ce moment");
    visitor.get("/fr/queue").await.ok().shows("1 personne attend");
    visitor.get("/fr/queue/nowhere").await.is(404);
}

#[tokio::test]
async fn a_screen_that_asks_again_hears_that_nothing_changed_until_something_does() {
    let hall = Hall::open().await;
    hall.take(CIVIL).await;
    let address = format!("/api/v1/queue/{}", hall.site);
    let first = hall.town.visitor().get(&address).await.ok();
    let board = first.json();
    assert_eq!((board["lines"][0]["waiting"].as_i64(), board["lines"][0]["letter"].as_str()), (Some(1), Some("A")));
    assert_eq!(board["called"].as_array().unwrap().len(), 0);
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    let screen = hall.town.visitor().saying("if-none-match", &tag);
    hall.town.clock.advance_secs(5);
    let again = screen.get(&address).await.is(304);
    assert!(again.bytes.is_empty());
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let changed = screen.get(&address).await.ok().json();
    assert_eq!((changed["called"][0]["ticket"].as_str(), changed["called"][0]["counter"].as_str()), (Some("A1"), Some("1")));
    let as_page = hall.town.visitor().get(&format!("/fr/queue/{}.json", hall.site)).await.ok().json();
    assert_eq!(as_page["called"], changed["called"]);
    hall.town.visitor().get("/api/v1/queue/nowhere").await.is(404);
}
