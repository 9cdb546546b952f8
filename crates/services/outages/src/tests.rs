//! An outage from the clerk who sees it to everybody who would wait in vain.

use crate::{actions, store};
use platform::Module;
use sending::{Message, To};
use testing::Town;

fn modules() -> Vec<Module> {
    vec![calendar::module(), places::module(), units::module(), sites::module(), sending::module(), crate::module()]
}

async fn town() -> Town {
    Town::with(modules()).await
}

/// Half past ten, the civil-status system has been down for ten minutes.
async fn declared(town: &Town) -> (testing::Visitor, String) {
    town.clock.advance_secs(1_800);
    let chief = town.clerk("dgs").await;
    let fields = [
        ("system", "civil-status"),
        ("since", "10:20"),
        ("words_ar", "الوزارة على علم"),
        ("words_fr", "Le ministère est prévenu"),
    ];
    let page = chief.post("/fr/desk/outages", &fields).await.sent_to();
    (chief, page)
}

#[tokio::test]
async fn an_outage_declared_shows_on_the_status_page_with_the_hour_it_really_began() {
    let town = town().await;
    let visitor = town.visitor();
    visitor.get("/fr/status").await.ok().shows("Aucune panne connue").shows_not("10:20");
    let (chief, page) = declared(&town).await;
    chief.get(&page).await.ok().shows("Le système d’état civil est en panne");
    visitor
        .get("/fr/status")
        .await
        .ok()
        .shows("Le système d’état civil est en panne depuis 10:20")
        .shows("Le ministère est prévenu");
    visitor.get("/ar/status").await.ok().shows("نظام الحالة المدنية متوقف منذ الساعة 10:20").shows("الوزارة على علم");
    visitor.get("/en/status").await.ok().shows("The civil-status system has been down since 10:20");
    let status = visitor.get("/status.json?lang=fr").await.ok().json();
    assert_eq!(status["outages"][0]["sentence"], "Le système d’état civil est en panne depuis 10:20");
    assert_eq!(status["outages"][0]["since"], "2026-11-24T09:20:00.000000Z");
    let civil = status["systems"].as_array().unwrap().iter().find(|one| one["id"] == "civil-status").unwrap();
    assert_eq!(civil["works"], false);
    visitor.get("/status.atom?lang=en").await.ok().shows("The civil-status system has been down since 10:20");
}

#[tokio::test]
async fn the_module_holds_what_modules_promise() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn it_is_updated_then_ended_and_stays_in_the_history() {
    let town = town().await;
    let (chief, page) = declared(&town).await;
    chief.post(&format!("{page}/update"), &[("words_fr", "Réparation en cours"), ("expected", "12:00")]).await.sent_to();
    let visitor = town.visitor();
    visitor.get("/fr/status").await.ok().shows("Réparation en cours").shows("Retour prévu vers");
    chief.post(&format!("{page}/update"), &[("expected", "12:00")]).await.is(422).shows("quelque chose de nouveau");
    town.clock.advance_secs(3_600);
    chief.post(&format!("{page}/end"), &[("ended", "11:20")]).await.sent_to();
    chief.post(&format!("{page}/end"), &[]).await.is(422).shows("déjà terminée");
    visitor.get("/fr/status").await.ok().shows("Aucune panne connue").shows("60 minutes");
    let rows = town.reads(|rx| actions::history(rx, 90)).await;
    assert_eq!(rows.len(), 1);
    let journal: Vec<String> = town
        .reads(|rx| {
            rx.all(
                "SELECT verb FROM platform_journal WHERE tenant = $1 AND verb LIKE 'outages.%' ORDER BY seq",
                platform::args![rx.tenant()],
                |row| row.get("verb"),
            )
        })
        .await;
    assert_eq!(journal, ["outages.declared", "outages.updated", "outages.ended"]);
    let data = visitor_rows(&town).await;
    assert_eq!(data[0][5], platform::json::json!(60));
    town.clock.advance_secs(91 * 86_400);
    visitor.get("/fr/status").await.ok().shows_not("60 minutes");
}

async fn visitor_rows(town: &Town) -> Vec<Vec<platform::Json>> {
    town.reads(|rx| (crate::datasets::OUTAGES.rows)(rx, "", 10)).await
}

#[tokio::test]
async fn the_same_outage_told_twice_is_told_once() {
    let town = town().await;
    let (chief, _) = declared(&town).await;
    chief.post("/fr/desk/outages", &[("system", "civil-status"), ("since", "10:25")]).await.is(422).shows("déjà déclarée");
    assert_eq!(town.reads(store::open).await.len(), 1);
    chief.post("/fr/desk/outages", &[("system", "electricity"), ("since", "10:25")]).await.sent_to();
    assert_eq!(town.reads(store::open).await.len(), 2);
}

#[tokio::test]
async fn an_outage_concerns_what_needs_the_system_unless_something_else_is_ticked() {
    let town = town().await;
    let chief = town.clerk("dgs").await;
    for fields in [&[("system", "civil-status")][..], &[("system", "network")], &[("system", "taxes"), ("matters", "complaint")]]
    {
        chief.post("/fr/desk/outages", fields).await.sent_to();
    }
    let stopped = |matter: &'static str| town.reads(move |rx| Ok(actions::stopping(rx, "hall", matter)?.len()));
    let counts = [stopped("birth-declaration").await, stopped("local-taxes").await, stopped("complaint").await];
    assert_eq!(counts, [2, 1, 2]);
}

#[tokio::test]
async fn what_cannot_be_true_is_refused_in_a_sentence() {
    let town = town().await;
    let chief = town.clerk("dgs").await;
    let table = [
        ([("system", "civil-status"), ("since", "11:30")], "dans l’avenir"),
        ([("system", "moon"), ("since", "09:30")], "Choisissez un système"),
        ([("system", "network"), ("sites", "nowhere")], "Choisissez sites et motifs"),
        ([("system", "network"), ("since", "soon")], "Écrivez l’heure ainsi"),
        ([("system", "network"), ("expected", "08:00")], "déjà passée"),
    ];
    for (fields, says) in table {
        chief.post("/fr/desk/outages", &fields).await.is(422).shows(says);
    }
    let long = "x".repeat(401);
    chief.post("/fr/desk/outages", &[("system", "network"), ("words_fr", &long)]).await.is(422).shows("400");
    chief.get("/fr/desk/outages/none").await.is(404);
    assert!(town.reads(store::open).await.is_empty());
}

#[tokio::test]
async fn only_those_who_may_declare_an_outage() {
    let town = town().await;
    let fields = [("system", "network")];
    town.clerk("cashier").await.post("/fr/desk/outages", &fields).await.is(403);
    town.visitor().get("/fr/desk/outages").await.sent_to();
    town.clerk("counter_chief").await.post("/fr/desk/outages", &fields).await.sent_to();
}

#[tokio::test]
async fn messages_that_cannot_leave_are_seen_by_the_house_and_well_again_when_they_can() {
    let town = town().await;
    town.does(|tx| {
        let to = To::Phone(kernel::Phone::parse("0612345678").unwrap());
        sending::send(tx, Message { to, lang: kernel::Lang::Ar, subject: String::new(), text: "رمز".into(), about: None })
    })
    .await;
    town.drain().await;
    let open = town.reads(store::open).await;
    assert_eq!((open.len(), open[0].system.as_str(), open[0].source), (1, "messages", crate::Source::House));
    town.visitor().get("/fr/status").await.ok().shows("Les SMS ou les courriels ne partent plus");
    town.does(|tx| tx.execute("UPDATE sending_messages SET state = 'sent' WHERE tenant = $1", platform::args![tx.tenant()]))
        .await;
    town.advance_hours(1).await;
    assert!(town.reads(store::open).await.is_empty());
}

#[tokio::test]
async fn what_a_person_declared_the_house_does_not_end() {
    let town = town().await;
    let chief = town.clerk("dgs").await;
    chief.post("/fr/desk/outages", &[("system", "messages")]).await.sent_to();
    town.advance_hours(2).await;
    assert_eq!(town.reads(store::open).await.len(), 1);
}

#[tokio::test]
async fn a_commune_adds_a_system_of_its_own() {
    let town = town().await;
    let chief = town.clerk("dgs").await;
    chief.post("/fr/desk/systems", &[("name_ar", "المصعد")]).await.is(422).shows("Écrivez ce texte");
    let fields =
        [("name_ar", "المصعد"), ("name_fr", "Ascenseur"), ("down_ar", "المصعد متوقف"), ("down_fr", "L’ascenseur est en panne")];
    chief.post("/fr/desk/systems", &fields).await.sent_to();
    let id = town.reads(|rx| Ok(actions::systems(rx)?.iter().find(|one| one.own).unwrap().id.clone())).await;
    chief.post("/fr/desk/outages", &[("system", &id)]).await.sent_to();
    town.visitor().get("/fr/status").await.ok().shows("L’ascenseur est en panne");
    chief.post(&format!("/fr/desk/systems/{id}/retire"), &[]).await.is(422).shows("On ne retire pas");
    let outage = town.reads(store::open).await[0].id.clone();
    town.does(move |tx| {
        let now = tx.now();
        actions::end(tx, &outage, now, kernel::Label::default())
    })
    .await;
    chief.post(&format!("/fr/desk/systems/{id}/retire"), &[]).await.sent_to();
    chief.get("/fr/desk/systems").await.ok().shows_not("Ascenseur");
}
