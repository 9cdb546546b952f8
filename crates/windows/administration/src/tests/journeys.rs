//! What is saved shows at once: on public pages, in new cases, in the clerk's choices.

use super::{modules, pothole, town};
use crate::emblem::tests::png;
use platform::store::journal::entries_after;
use platform::{Module, Problem};
use testing::Town;

const PROFILE: [(&str, &str); 10] = [
    ("motto_ar", "مدينة منفتحة"),
    ("motto_fr", "Une ville ouverte"),
    ("motto_en", "An open city"),
    ("phone", "0537780000"),
    ("email", "contact@sale.ma"),
    ("address_ar", "شارع الحسن الثاني"),
    ("address_fr", "Avenue Hassan II"),
    ("cndp", "A-W-123/2026"),
    ("colour", "#7A1F2B"),
    ("source", "https://git.example.ma/jamaa"),
];

async fn verbs(town: &Town) -> Vec<String> {
    let entries = town.reads(|rx| entries_after(rx, 0, 1_000)).await;
    entries.into_iter().map(|entry| entry.verb).collect()
}

#[tokio::test]
async fn what_the_commune_says_of_itself_shows_in_four_languages() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let visitor = town.visitor();
    visitor.get("/fr/contact").await.ok().shows_not("contact@sale.ma");
    administrator.post("/fr/admin/profile", &PROFILE).await.redirects_to("/fr/admin/profile");
    administrator.get("/fr/admin/profile").await.ok().shows("enregistrée").shows("Avenue Hassan II").shows("An open city");
    for (lang, motto, address) in [
        ("ar", "مدينة منفتحة", "شارع الحسن الثاني"),
        ("fr", "Une ville ouverte", "Avenue Hassan II"),
        ("zgh", "مدينة منفتحة", "شارع الحسن الثاني"),
        ("en", "An open city", "Avenue Hassan II"),
    ] {
        let page = visitor.get(&format!("/{lang}/contact")).await.ok();
        page.shows(motto).shows(address).shows("contact@sale.ma").shows("/theme.css?7a1f2b");
        visitor.get(&format!("/{lang}/privacy")).await.ok().shows("A-W-123/2026");
        visitor.get(&format!("/{lang}/source")).await.ok().shows("https://git.example.ma/jamaa");
    }
    visitor.get("/theme.css").await.ok().shows("#7a1f2b");
    visitor.get("/c/rabat/fr/contact").await.ok().shows_not("contact@sale.ma");
    let verbs = verbs(&town).await;
    assert!(verbs.iter().any(|verb| verb.starts_with("platform.profile_")), "{verbs:?}");
    assert!(verbs.iter().any(|verb| verb == "administration.source_set"), "{verbs:?}");
}

#[tokio::test]
async fn an_emblem_is_drawn_anew_shown_and_taken_away() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let saved = administrator.post_file("/fr/admin/profile", &PROFILE, "emblem", "sale.png", &png(500, 300)).await;
    saved.redirects_to("/fr/admin/profile");
    let home = town.visitor().get("/ar").await.ok().text();
    let address = home.split("src=\"/emblem/").nth(1).and_then(|rest| rest.split('"').next()).expect("the emblem on the page");
    let emblem = town.visitor().get(&format!("/emblem/{address}")).await.ok();
    assert_eq!(&emblem.bytes[1..4], b"PNG");
    administrator.post("/fr/admin/profile", &PROFILE).await.redirects_to("/fr/admin/profile");
    town.visitor().get("/ar").await.ok().shows(address);
    administrator.post("/fr/admin/profile", &[("remove_emblem", "yes")]).await.redirects_to("/fr/admin/profile");
    town.visitor().get("/ar").await.ok().shows_not(address);
}

#[tokio::test]
async fn a_wrong_colour_or_a_file_that_is_no_picture_changes_nothing() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let pale = administrator.post("/fr/admin/profile", &[("colour", "#ffd700"), ("phone", "0537780000")]).await.is(422);
    pale.shows("trop pâle").shows("value=\"0537780000\"");
    administrator.post("/fr/admin/profile", &[("colour", "red;}")]).await.is(422).shows("#7a1f2b");
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    administrator.post_file("/ar/admin/profile", &PROFILE, "emblem", "sale.png", svg).await.is(422).shows("ليس صورة");
    town.visitor().get("/fr/contact").await.ok().shows_not("contact@sale.ma").shows_not("theme.css");
}

/// The service target with which a new case was opened.
async fn target(town: &Town, number: u8) -> Option<(i64, &'static str)> {
    town.does(move |tx| {
        let opened = cases::open(tx, &pothole(number))?;
        let clocks = cases::clocks(tx, &opened.id)?;
        Ok(clocks.iter().find(|clock| clock.clock == "service").map(|clock| (clock.span, clock.kind.as_str())))
    })
    .await
}

#[tokio::test]
async fn a_changed_target_holds_for_new_cases() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let before = target(&town, 1).await;
    assert_ne!(before, Some((3, "working")));
    let fields = [("offered", "yes"), ("unit", ""), ("span", "٣"), ("kind", "working")];
    administrator.post("/fr/admin/categories/pothole", &fields).await.redirects_to("/fr/admin/categories");
    assert_eq!(target(&town, 2).await, Some((3, "working")));
    let list = administrator.get("/fr/admin/categories").await.ok();
    list.shows("jours ouvrables")
        .shows("objectif fixé")
        .shows("espaces verts de l&#39;arrondissement<")
        .shows_not("Bab Lamrissa");
    administrator.get("/fr/admin/categories/pothole").await.ok().shows("value=\"3\"").shows("délai légal").shows("à confirmer");
    assert!(verbs(&town).await.contains(&"procedures.changed".to_owned()));
}

#[tokio::test]
async fn a_category_goes_to_the_unit_that_the_commune_chose_or_leaves_the_offer() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let fields = [("offered", "yes"), ("unit", "studies"), ("span", ""), ("kind", "hours")];
    administrator.post("/fr/admin/categories/pothole", &fields).await.redirects_to("/fr/admin/categories");
    let unit = town
        .does(|tx| {
            let opened = cases::open(tx, &pothole(3))?;
            let unit = cases::find(tx, &opened.id)?.unit;
            Ok(units::find(tx, &unit)?.code)
        })
        .await;
    assert_eq!(unit, "studies");
    for (wrong, page) in [
        ([("unit", "nobody"), ("span", ""), ("kind", "hours")], "de la liste"),
        ([("unit", ""), ("span", "366"), ("kind", "working")], "de 1 à"),
        ([("unit", ""), ("span", "4"), ("kind", "moons")], "se compte"),
    ] {
        administrator.post("/fr/admin/categories/pothole", &wrong).await.is(422).shows(page);
    }
    administrator.post("/fr/admin/categories/pothole", &[("kind", "hours")]).await.redirects_to("/fr/admin/categories");
    town.visitor().get("/fr/search?q=nid").await.ok().shows_not("/fr/report/pothole");
    administrator.get("/fr/admin/categories").await.ok().shows("Non proposée");
    administrator.get("/fr/admin/categories/nothing").await.is(404);
}

#[tokio::test]
async fn the_clerk_is_offered_the_answers_that_the_commune_wrote() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let own = [
        ("state", "answered"),
        ("title_ar", "شكرا جزيلا"),
        ("title_fr", "Merci beaucoup"),
        ("text_ar", "أصلحنا {code}."),
        ("text_fr", "Nous avons réparé {code}."),
    ];
    administrator.post("/fr/admin/answers/new", &own).await.redirects_to("/fr/admin/answers");
    administrator.post("/fr/admin/answers/collected/hide", &[]).await.redirects_to("/fr/admin/answers");
    let changed = [("title_ar", "تم"), ("title_fr", "Voilà qui est fait"), ("text_ar", "تم."), ("text_fr", "Fait.")];
    administrator.post("/fr/admin/answers/repaired", &changed).await.redirects_to("/fr/admin/answers");
    let case = town.does(|tx| cases::open(tx, &pothole(4))).await;
    let unit = town.does({
        let id = case.id.clone();
        move |tx| cases::find(tx, &id).map(|case| case.unit)
    });
    let clerk = town.clerk_in("service_head", Some(unit.await), None).await;
    let file = clerk.get(&format!("/fr/desk/{}", case.id)).await.ok();
    file.shows("Merci beaucoup").shows("Voilà qui est fait").shows_not("Ramassé et nettoyé").shows_not("C&#x27;est réparé");
    administrator.get("/fr/admin/answers").await.ok().shows("Propre à la commune").shows("Masquée");
    administrator.post("/fr/admin/answers/repaired/reset", &[]).await.redirects_to("/fr/admin/answers");
    administrator.get("/fr/admin/answers/repaired").await.ok().shows_not("Voilà qui est fait");
}

#[tokio::test]
async fn an_answer_with_a_fault_comes_back_as_it_was_typed() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let fields = [("state", "answered"), ("title_ar", "تم"), ("title_fr", "Fait"), ("text_ar", "{اسم}"), ("text_fr", "")];
    let page = administrator.post("/fr/admin/answers/new", &fields).await.is(422);
    page.shows("ne peut pas être rempli").shows("id=\"f-text_fr-error\"").shows("value=\"Fait\"");
    administrator.post("/fr/admin/answers/nobody/hide", &[]).await.is(404);
}

#[tokio::test]
async fn a_stopped_job_is_seen_and_runs_again_when_asked() {
    let failing = Module::new("failing").job("failing.always", |_, _| Err(Problem::internal("the printer is on fire")));
    let town = Town::with(modules().into_iter().chain([failing])).await;
    let administrator = town.clerk("administrator").await;
    administrator.get("/fr/admin/jobs").await.ok().shows("Tout va bien");
    town.does(|tx| tx.job("failing.always", &())).await;
    for _ in 0..15 {
        town.advance_hours(8).await;
    }
    // The staff session is over by now.
    let administrator = town.clerk("administrator").await;
    let page = administrator.get("/fr/admin/jobs").await.ok().shows("failing.always").text();
    let id =
        page.split("/admin/jobs/").find_map(|rest| rest.split_once("/retry").map(|(id, _)| id.to_owned())).expect("a button");
    administrator.post(&format!("/fr/admin/jobs/{id}/retry"), &[]).await.redirects_to("/fr/admin/jobs");
    administrator.post(&format!("/fr/admin/jobs/{id}/retry"), &[]).await.is(404);
    assert!(verbs(&town).await.contains(&"platform.job_retried".to_owned()));
    town.drain().await;
    administrator.get("/fr/admin/jobs").await.ok().shows("En retard").shows("failing.always").shows_not("/retry");
}
