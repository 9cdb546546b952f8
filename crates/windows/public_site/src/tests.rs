//! The public site as a visitor finds it.

use platform::Module;
use testing::Town;

fn modules() -> Vec<Module> {
    let registers = [
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
    ];
    registers.into_iter().chain([crate::module()]).collect()
}

#[tokio::test]
async fn the_browser_is_sent_to_its_language_and_finds_the_doors() {
    let town = Town::with(modules()).await;
    town.visitor().saying("accept-language", "fr-FR").get("/").await.redirects_to("/fr");
    town.visitor().get("/ar").await.ok().shows("/ar/report").shows("/ar/cases").shows("dir=\"rtl\"");
    town.visitor().get("/c/rabat/fr").await.ok().shows("Rabat").shows("/c/rabat/fr/report");
}

#[tokio::test]
async fn darija_finds_the_category() {
    let town = Town::with(modules()).await;
    town.visitor().get("/ar/search?q=%D8%A7%D9%84%D8%B6%D9%88").await.ok().shows("/ar/report/street-lamp-out");
    town.visitor().get("/fr/search?q=zzzz").await.ok().shows("/fr/report");
}

#[tokio::test]
async fn every_page_that_the_footer_names_is_there() {
    let town = Town::with(modules()).await;
    for page in ["contact", "counters", "information", "privacy", "accessibility", "source"] {
        for lang in ["ar", "fr", "zgh", "en"] {
            town.visitor().get(&format!("/{lang}/{page}")).await.ok();
        }
    }
    town.visitor().get("/robots.txt").await.ok().shows("Disallow");
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = Town::with(modules()).await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
