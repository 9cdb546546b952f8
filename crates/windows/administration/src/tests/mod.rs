//! Administration in a running town: who may, and what citizens and clerks then see.

mod guide;
mod journeys;

use kernel::{Id, Lang};
use platform::Module;
use testing::Town;

pub fn modules() -> Vec<Module> {
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
        public_site::module(),
        crate::module(),
    ]
}

pub async fn town() -> Town {
    Town::with(modules()).await
}

/// A report on a pothole in Tabriquet.
pub fn pothole(number: u8) -> cases::NewCase {
    cases::NewCase {
        key: Id::new(format!("01936f2a-7a3b-7c4d-8e5f-0123456789{number:02x}")),
        procedure: "pothole".into(),
        channel: cases::Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة أمام المدرسة".into(),
        answers: procedures::Answers::default(),
        contact: cases::Contact { name: None, phone: kernel::Phone::parse("0612345678"), email: None },
        person: None,
        place: cases::Place { area: Some("04.441.01.09".into()), ..cases::Place::default() },
        files: Vec::new(),
        publish: true,
        suspect: None,
    }
}

const PAGES: [&str; 9] = [
    "/admin",
    "/admin/profile",
    "/admin/categories",
    "/admin/categories/pothole",
    "/admin/answers",
    "/admin/answers/new",
    "/admin/answers/repaired",
    "/admin/jobs",
    "/admin/sending",
];

#[tokio::test]
async fn every_page_opens_for_the_administrator_in_four_languages() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    for lang in Lang::ALL {
        for page in PAGES {
            administrator.get(&format!("/{}{page}", lang.code())).await.ok().shows("<h1");
        }
    }
}

#[tokio::test]
async fn the_module_holds_what_modules_promise() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn nobody_else_administers() {
    let town = town().await;
    for role in ["agent", "president", "counter_clerk", "contractor"] {
        let clerk = town.clerk(role).await;
        for page in PAGES {
            clerk.get(&format!("/fr{page}")).await.is(403);
        }
        clerk.post("/fr/admin/profile", &[("phone", "0537780000")]).await.is(403);
        clerk.post("/fr/admin/categories/pothole", &[("kind", "hours")]).await.is(403);
        clerk.post("/fr/admin/answers/repaired/hide", &[]).await.is(403);
        clerk.post("/fr/admin/steps/units", &[]).await.is(403);
    }
    let stranger = town.visitor().get("/fr/admin/profile").await.sent_to();
    assert!(stranger.starts_with("/fr/staff/sign-in"), "{stranger}");
}
