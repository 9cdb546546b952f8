//! What every visitor finds, in four languages; the colour and the emblem of a commune.

use crate::Colour;
use cases::{Channel, Contact, NewCase, Place};
use kernel::{Id, Lang};
use platform::Module;
use procedures::Answers;
use testing::Town;

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sites::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        outages::module(),
        crate::module(),
    ]
}

const PAGES: [&str; 8] = ["", "/contact", "/counters", "/information", "/privacy", "/accessibility", "/source", "/search?q=lamp"];

#[tokio::test]
async fn every_page_opens_in_four_languages_without_signing_in() {
    let town = Town::with(modules()).await;
    let visitor = town.visitor();
    for lang in Lang::ALL {
        for page in PAGES {
            visitor.get(&format!("/{}{page}", lang.code())).await.ok().shows("<h1");
        }
    }
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn the_home_page_says_what_does_not_work_as_soon_as_it_was_declared() {
    let town = Town::with(modules()).await;
    let visitor = town.visitor();
    visitor.get("/fr").await.ok().shows_not("est en panne depuis");
    town.clerk("dgs").await.post("/fr/desk/outages", &[("system", "civil-status"), ("since", "09:40")]).await.sent_to();
    visitor.get("/fr").await.ok().shows("Le système d’état civil est en panne depuis 09:40").shows("/fr/status");
}

#[tokio::test]
async fn the_home_page_asks_one_question_and_shows_what_is_published() {
    let town = Town::with(modules()).await;
    let visitor = town.visitor();
    visitor.get("/").await.is(303);
    let words = "حفرة كبيرة أمام مدرسة بطانة";
    let opened = town.does(move |tx| cases::open(tx, &pothole(words))).await;
    visitor.get("/ar").await.ok().shows("ماذا تريدون أن تقضوا اليوم؟").shows_not(&opened.code);
    town.does(move |tx| cases::moderate(tx, &opened.id, Some(words), None)).await;
    visitor.get("/ar").await.ok().shows(&opened.code).shows("945").shows_not("0612345678");
    visitor.get("/fr/search?q=%D8%A8%D8%B7%D8%A7%D9%86%D8%A9").await.ok().shows(&opened.code);
    visitor
        .get(&format!("/fr/search?q={}", opened.code.to_lowercase()))
        .await
        .redirects_to(&format!("/fr/cases/{}", opened.code));
}

fn pothole(words: &str) -> NewCase {
    NewCase {
        key: Id::parse("01936f2a-7a3b-7c4d-8e5f-012345678901").unwrap(),
        procedure: "pothole".into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: words.into(),
        answers: Answers::default(),
        contact: Contact { name: None, phone: kernel::Phone::parse("0612345678"), email: None },
        person: None,
        place: Place::default(),
        files: Vec::new(),
        publish: true,
        suspect: None,
    }
}

#[tokio::test]
async fn a_search_finds_categories_and_pages_in_any_language() {
    let town = Town::with(modules()).await;
    let visitor = town.visitor();
    visitor.get("/fr/search?q=lampadaire").await.ok().shows("/fr/report/street-lamp-out");
    visitor.get("/ar/search?q=horaires").await.ok().shows("/ar/counters");
    visitor.get("/en/search?q=zzzz").await.ok().shows("Nothing with these words");
    visitor.get("/en/search").await.ok().shows_not("Nothing with these words");
}

#[tokio::test]
async fn the_counters_tell_when_they_open() {
    let town = Town::with(modules()).await;
    // Tuesday, ten in the morning in Casablanca.
    town.visitor().get("/fr/counters").await.ok().shows("Ferme à").shows("Guichet de l").shows("8:30–16:30");
    town.advance_hours(10).await;
    town.visitor().get("/fr/counters").await.ok().shows("Fermé").shows("demain");
}

#[tokio::test]
async fn the_commune_tells_its_cndp_number_and_every_retention() {
    let town = Town::with(modules()).await;
    town.visitor()
        .get("/fr/privacy")
        .await
        .ok()
        .shows("est en cours")
        .shows("Brouillon jamais envoyé")
        .shows("<bdi>30</bdi> jours");
}

#[tokio::test]
async fn robots_stay_out_of_files_and_an_unset_colour_has_no_sheet() {
    let town = Town::with(modules()).await;
    town.visitor().get("/robots.txt").await.ok().shows("Disallow: /*/desk").shows_not("Disallow: /\n");
    town.visitor().get("/theme.css").await.is(404);
    town.visitor().get("/emblem/0123456789abcdef").await.is(404);
    let demo = Town::configured(modules(), |config| config.demo = true).await;
    demo.visitor().get("/robots.txt").await.ok().shows("Disallow: /\n");
}

#[test]
fn a_colour_is_read_strictly_and_measured() {
    for wrong in ["145a86", "#145a8", "#145a8g", "#145a86;", "red", ""] {
        assert_eq!(Colour::parse(wrong), None, "{wrong}");
    }
    let contrast = |text: &str| Colour::parse(text).unwrap().contrast_on_white();
    assert!((contrast("#000000") - 21.0).abs() < 0.01);
    assert!((contrast("#ffffff") - 1.0).abs() < 0.01);
    assert!(contrast("#145a86") > 4.5 && contrast("#d06f14") < 4.5);
    assert!(Colour::parse("#145A86").unwrap().stylesheet().contains("--river:#145a86"));
}
