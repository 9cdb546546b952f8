//! The editor through the browser: from a blank page to a procedure that runs.

use super::versions::town;
use testing::{Town, Visitor};

const AT: &str = "/fr/admin/procedures/garden-plot/1";

async fn begin(clerk: &Visitor) {
    let new = [
        ("id", "garden-plot"),
        ("code", "L01"),
        ("title_ar", "قطعة في حديقة"),
        ("title_fr", "Parcelle de jardin"),
        ("title_en", "Garden plot"),
    ];
    clerk.post("/fr/admin/procedures", &new).await.redirects_to(&format!("{AT}/identity"));
}

async fn send(clerk: &Visitor, tab: &str, fields: &[(&str, &str)]) {
    clerk.post(&format!("{AT}/{tab}"), fields).await.is(303);
}

/// A request of the commune's own, with the forms only.
async fn write(clerk: &Visitor) {
    begin(clerk).await;
    send(
        clerk,
        "identity",
        &[
            ("list", ""),
            ("item", ""),
            ("hint_ar", "للزراعة"),
            ("hint_fr", "Pour cultiver"),
            ("keywords.fr", "jardin, potager"),
            ("kind", "authorization"),
            ("extends", "request"),
            ("service", "general"),
            ("events", "public_space"),
            ("audience", "citizen"),
            ("icon", "tree"),
            ("issuer_ar", "الرئيس"),
            ("issuer_fr", "Le président"),
            ("who_ar", "السكان"),
            ("who_fr", "Les habitants"),
            ("level", "contact"),
            ("route.0.unit", "urban-permits"),
            ("route.0.level", "commune"),
            ("basis.0.law", "113-14"),
            ("basis.0.article", "100"),
            ("basis.0.title_ar", "القانون التنظيمي للجماعات"),
            ("basis.0.title_fr", "Loi organique relative aux communes"),
        ],
    )
    .await;
    send(
        clerk,
        "form",
        &[("list", "page"), ("do", "add"), ("item", "plot"), ("title_ar", "القطعة"), ("title_fr", "La parcelle")],
    )
    .await;
    let question = |id: &'static str, kind: &'static str, ar: &'static str, fr: &'static str| {
        [
            ("list", "question"),
            ("do", "add"),
            ("item", id),
            ("page", "plot"),
            ("kind", kind),
            ("label_ar", ar),
            ("label_fr", fr),
            ("required", "yes"),
        ]
    };
    send(clerk, "form", &question("use", "choice", "ماذا تزرعون؟", "Que cultivez-vous ?")).await;
    send(
        clerk,
        "form",
        &[
            ("list", "question"),
            ("item", "use"),
            ("options.0.id", "food"),
            ("options.0.label_ar", "خضر"),
            ("options.0.label_fr", "Légumes"),
            ("options.1.id", "other"),
            ("options.1.label_ar", "أخرى"),
            ("options.1.label_fr", "Autre"),
        ],
    )
    .await;
    send(clerk, "form", &question("what", "text", "ما هي؟", "Quoi ?")).await;
    send(
        clerk,
        "form",
        &[("list", "question"), ("item", "what"), ("show_if.of", "use"), ("show_if.is", "=="), ("show_if.value", "other")],
    )
    .await;
    send(clerk, "form", &question("surface", "number", "المساحة", "Surface en m²")).await;
    send(
        clerk,
        "pieces",
        &[("list", "piece"), ("do", "add"), ("item", "sketch"), ("kind", "sketch"), ("from", "applicant"), ("required", "yes")],
    )
    .await;
    send(
        clerk,
        "fees",
        &[
            ("list", "fee"),
            ("do", "add"),
            ("item", "plot"),
            ("label_ar", "رسم"),
            ("label_fr", "Redevance"),
            ("amount.fixed", "1,00"),
            ("amount.times", "surface"),
            ("due", "grant"),
        ],
    )
    .await;
    send(
        clerk,
        "papers",
        &[
            ("list", "output"),
            ("do", "add"),
            ("item", "permit"),
            ("title_ar", "رخصة"),
            ("title_fr", "Autorisation"),
            ("on", "granted"),
            ("template", "permit"),
            ("register", "gardens"),
        ],
    )
    .await;
    send(
        clerk,
        "tests",
        &[
            ("list", "test"),
            ("do", "add"),
            ("item", "Ten square metres"),
            ("given", "use = food\nsurface = 10"),
            ("fees", "plot = 10,00"),
            ("pieces", "sketch"),
            ("hidden", "what"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_procedure_written_with_the_forms_alone_is_live_once_another_publishes_it() {
    let town = town().await;
    let (editor, publisher) = (town.clerk("administrator").await, town.clerk("president").await);
    write(&editor).await;
    editor.get(&format!("{AT}/check")).await.ok().shows("Rien n&#39;empêche").shows_not("Un obstacle");
    editor.get(&format!("{AT}/toml")).await.ok().shows("[[procedure.question]]").shows("surface");
    editor.post(&format!("{AT}/changes"), &[("do", "propose"), ("note", "Décision 4/2026")]).await.is(303);
    let page = "/fr/admin/publications/garden-plot/1";
    editor.get(page).await.ok().shows("Vous l");
    editor.post(page, &[("do", "publish")]).await.is(422);
    publisher.get("/fr/admin/publications").await.ok().shows("Parcelle de jardin");
    // What changes is told in the words of the forms; the text is below, folded.
    let told = publisher.get(page).await.ok().shows("Décision 4/2026").shows("Détails techniques").text();
    let words = told.split("Détails techniques").next().unwrap();
    for said in ["«Que cultivez-vous ?» est «Autre»", "1,00\u{a0}DH × «Surface en m²»", "Les frais", "Un choix", "ajouté"]
    {
        assert!(words.replace("&#39;", "'").contains(said), "{said}: {words}");
    }
    assert!(!words.contains("&quot;var&quot;"));
    publisher.get(&format!("{page}/preview")).await.ok().shows("Que cultivez-vous");
    publisher.post(page, &[("do", "publish")]).await.redirects_to("/fr/admin/publications");
    let live = town.reads(|rx| crate::procedure(rx, "garden-plot")).await;
    assert_eq!((live.code.as_str(), live.offered, live.service.fees.len()), ("L01", true, 1));
    assert!(live.question("what").unwrap().show_if.is_some());
    let found = town.reads(|rx| Ok(crate::catalog(rx)?.search_requests("potager").first().map(|one| one.id.clone()))).await;
    assert_eq!(found.as_deref(), Some("garden-plot"));
    editor.post(&format!("{AT}/form"), &[("list", "question"), ("item", "use"), ("label_fr", "?")]).await.is(409);
}

/// What the form of the text was filled in over.
async fn stamp(clerk: &Visitor, at: &str) -> String {
    let page = clerk.get(at).await.ok().text();
    page.split("name=\"stamp\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn repair(town: &Town) -> Visitor {
    let clerk = town.clerk("administrator").await;
    clerk.post("/fr/admin/procedures/repair-permit", &[]).await.redirects_to("/fr/admin/procedures/repair-permit/2/identity");
    clerk
}

#[tokio::test]
async fn a_file_edited_by_hand_opens_and_keeps_its_comments() {
    let town = town().await;
    let clerk = repair(&town).await;
    let at = "/fr/admin/procedures/repair-permit/2";
    let file = clerk.get("/admin/procedures.toml?id=repair-permit&version=2").await.ok().text();
    let edited = file.replace("id = \"scaffold\"", "id = \"scaffold\" # they forget it").replace("Façade\"", "Façade sur rue\"");
    let stamp = stamp(&clerk, &format!("{at}/toml")).await;
    clerk
        .post_file(&format!("{at}/toml"), &[("stamp", &stamp)], "file", "p21.toml", edited.as_bytes())
        .await
        .redirects_to(&format!("{at}/toml"));
    clerk.get(&format!("{at}/form")).await.ok().shows("Façade sur rue").shows("Occuperez-vous");
    clerk
        .post(&format!("{at}/form"), &[("list", "question"), ("item", "scaffold"), ("label_fr", "Un échafaudage ?")])
        .await
        .is(303);
    let text = clerk.get("/admin/procedures.toml?id=repair-permit&version=2").await.ok().text();
    assert!(
        text.contains("# they forget it")
            && text.contains("Un échafaudage ?")
            && text.contains("# Permis de réfection: small works")
    );
    clerk.get(&format!("{at}/check")).await.ok().shows("Rien n&#39;empêche");
    let open = clerk.post(&format!("{at}/form"), &[("list", "question"), ("item", "parcel"), ("do", "up")]).await;
    assert_eq!(open.status.as_u16(), 303);
}

#[tokio::test]
async fn faults_show_while_it_is_typed_with_line_article_and_the_way_there() {
    let town = town().await;
    let clerk = repair(&town).await;
    let at = "/fr/admin/procedures/repair-permit/2/toml";
    let file = clerk.get("/admin/procedures.toml?id=repair-permit&version=2").await.ok().text();
    let bad = file
        .replace("kind = \"lease\"\nfrom", "kind = \"residence-certificate\"\nfrom")
        .replace("urban-permits\", level", "moon\", level");
    let first = stamp(&clerk, at).await;
    let page = clerk.post(at, &[("text", &bad), ("stamp", &first), ("x_show", "form")]).await.ok();
    let page = page
        .shows("id=\"f-faults\"")
        .shows("Loi <bdi>04-20</bdi>, art. <bdi>11</bdi>")
        .shows("/pieces#e-piece-lease")
        .shows("/identity");
    assert!(page.text().contains("ligne <bdi>"));
    clerk.post("/fr/admin/procedures/repair-permit/2/changes", &[("do", "propose")]).await.is(422).shows("04-20");
    let second = stamp(&clerk, at).await;
    let broken = clerk.post(at, &[("text", "[[procedure]\nid ="), ("stamp", &second), ("x_show", "form")]).await.ok();
    broken.shows("ne se lit pas");
    clerk.get("/fr/admin/procedures/repair-permit/2/form").await.ok().shows("Le texte ne se lit pas");
}

#[tokio::test]
async fn what_the_country_keeps_is_shown_and_cannot_be_sent() {
    let town = town().await;
    let clerk = repair(&town).await;
    let at = "/fr/admin/procedures/repair-permit/2";
    clerk.get(&format!("{at}/pieces")).await.ok().shows("Fixé par la loi").shows_not("id=\"add-piece\"");
    clerk
        .post(
            &format!("{at}/pieces"),
            &[("list", "piece"), ("item", "lease"), ("kind", "song"), ("hint_fr", "Le bail"), ("hint_ar", "العقد")],
        )
        .await
        .is(303);
    clerk
        .post(
            &format!("{at}/pieces"),
            &[("list", "piece"), ("do", "add"), ("item", "more"), ("kind", "sketch"), ("from", "applicant")],
        )
        .await
        .is(422);
    clerk.post(&format!("{at}/fees"), &[("list", "fee"), ("item", "repair"), ("do", "remove")]).await.is(422);
    let text = clerk.get("/admin/procedures.toml?id=repair-permit&version=2").await.ok().text();
    assert!(text.contains("Le bail") && !text.contains("song"));
}

#[tokio::test]
async fn the_preview_follows_the_answers_in_each_language() {
    let town = town().await;
    let clerk = repair(&town).await;
    let at = |lang: &str| format!("/{lang}/admin/procedures/repair-permit/2/preview");
    clerk.get(&at("fr")).await.ok().shows("Nature des travaux").shows_not("name=\"other\"");
    clerk.get(&format!("{}?x_page=works&nature=other", at("fr"))).await.ok().shows("name=\"other\"");
    clerk
        .get(&format!("{}?x_page=works&x_page=applicant&nature=other", at("ar")))
        .await
        .ok()
        .shows("صاحب الطلب")
        .shows("value=\"other\"");
    let paid = clerk.get(&format!("{}?x_fill=yes&scaffold=yes&street_m2=10&nature=front&owner=owner", at("fr"))).await.ok();
    paid.shows("Taxe de réfection").shows("300.00");
    for lang in ["zgh", "en"] {
        clerk.get(&at(lang)).await.ok();
    }
}

#[tokio::test]
async fn who_may_not_edit_or_publish_gets_no_page() {
    let town = town().await;
    repair(&town).await;
    let clerk = town.clerk("agent").await;
    for path in
        ["/fr/admin/procedures", "/fr/admin/procedures/repair-permit/2/toml", "/fr/admin/publications", "/fr/admin/tariffs"]
    {
        clerk.get(path).await.is(403);
    }
    town.clerk("president").await.get("/fr/admin/procedures").await.is(403);
    let administrator = town.clerk("administrator").await;
    for lang in ["ar", "fr", "en", "zgh"] {
        for page in ["procedures", "procedures/repair-permit", "publications", "tariffs"] {
            administrator.get(&format!("/{lang}/admin/{page}")).await.ok().shows("<h1");
        }
        for tab in crate::edit::inputs::Tab::ALL {
            administrator.get(&format!("/{lang}/admin/procedures/repair-permit/2/{tab}")).await.ok().shows("<h1");
        }
    }
    administrator.get("/fr/admin/procedures/repair-permit/2/nowhere").await.is(404);
    administrator.get("/fr/admin/procedures/repair-permit/9/toml").await.is(404);
}

#[tokio::test]
async fn a_tariff_is_set_on_its_page_by_a_decision() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    clerk.post("/fr/admin/tariffs/repair", &[("amount", "900"), ("decision", "3/2026")]).await.is(422).shows("200.00");
    clerk.post("/fr/admin/tariffs/repair", &[("amount", "٣٠٠"), ("decision", "3/2026")]).await.is(303);
    clerk.get("/fr/admin/tariffs").await.ok().shows("value=\"300.00\"").shows("3/2026");
    clerk.post("/fr/admin/tariffs/subdivision-percent", &[("amount", "4"), ("decision", "3/2026")]).await.is(303);
}

#[tokio::test]
async fn the_schema_of_the_format_is_published() {
    let town = town().await;
    let schema = town.visitor().get("/procedures/schema.json").await.ok().json();
    assert!(schema["$defs"]["Question"]["properties"]["show_if"].is_object());
    let page = crate::reference();
    assert!(page.contains("| `show_if` |") && page.contains("## Piece"), "{}", &page[..500]);
}

#[tokio::test]
async fn other_modules_say_of_which_cases_a_version_is() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    fn count(_: &mut platform::Tx, id: &platform::Id) -> platform::Result<Option<platform::PanelModel>> {
        assert_eq!(id.as_str(), "repair-permit");
        ASKED.fetch_add(1, Ordering::Relaxed);
        Ok(Some(Box::new(|_| platform::context! {})))
    }
    let guest = platform::Module::new("guest").panel("procedures.version", "procedures/_parts.html", count);
    let town = Town::with(super::versions::modules().into_iter().chain([guest])).await;
    let clerk = repair(&town).await;
    clerk.get("/fr/admin/procedures/repair-permit/2/changes").await.ok();
    clerk.post("/fr/admin/procedures/repair-permit/2/identity", &[("list", ""), ("title_fr", "Travaux")]).await.is(303);
    clerk.post("/fr/admin/procedures/repair-permit/2/changes", &[("do", "propose")]).await.is(303);
    clerk.get("/fr/admin/publications/repair-permit/2").await.ok().shows("Travaux");
    assert_eq!(ASKED.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn what_was_typed_to_add_a_question_stays_when_it_is_refused() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    begin(&clerk).await;
    let typed = [
        ("list", "question"),
        ("do", "add"),
        ("item", "two words"),
        ("label_ar", "كم شجرة؟"),
        ("label_fr", "Combien d'arbres ?"),
        ("kind", "number"),
        ("required", "yes"),
        ("options.0.id", "few"),
        ("options.0.label_fr", "Quelques-uns"),
    ];
    let page = clerk.post(&format!("{AT}/form"), &typed).await.is(422);
    let page = page.shows("value=\"two words\"").shows("كم شجرة؟").shows("Combien d&#39;arbres ?").shows("Quelques-uns");
    let page = page.shows("<option value=\"number\" selected").shows("<details class=\"card\" id=\"add-question\" open>");
    // The other list of the same page has nothing of it, and its form says nothing wrong.
    page.shows("#f-item-question").shows_not("#f-item-page").shows_not("#f-item\"");
}

#[tokio::test]
async fn every_key_and_every_icon_of_the_forms_has_its_words() {
    use crate::edit::inputs::{Input, LISTS};
    let town = town().await;
    let said = include_str!("../../locales/ar.ftl");
    let lacks = |key: &str| !said.lines().any(|line| line.starts_with(&format!("{key} =")));
    let mut missing = Vec::new();
    for list in &LISTS {
        for field in list.fields {
            missing.push(format!("procedures-key-{}", list.word(field.key).replace(['.', '_'], "-")));
            if let Input::Rows(columns) = field.input {
                let words = columns.iter().map(|column| crate::edit::shown::cell_word(field.key, column.key));
                missing.extend(words.map(|word| format!("procedures-key-{word}")));
            }
        }
    }
    let icons = town.reads(|rx| Ok(rx.fact::<crate::Country>()?.icons.clone())).await;
    missing.extend(icons.iter().map(|icon| format!("procedures-icon-{icon}")));
    missing.retain(|key| lacks(key));
    assert_eq!(missing, Vec::<String>::new());
}
