//! The way of a file written with the forms: states, actions, outcomes and the survey, those of the bases and own ones.

use super::versions::town;
use crate::load::Country;
use crate::{NewProcedure, Procedure};
use kernel::Label;
use testing::{Town, Visitor};

const AT: &str = "/fr/admin/procedures/garden/1";
const REPAIR: &str = "/fr/admin/procedures/repair-permit/2";

async fn garden(town: &Town) -> Visitor {
    town.does(|tx| {
        let new = NewProcedure {
            id: "garden".into(),
            code: "L01".into(),
            like: None,
            model: Some("simple".into()),
            title: Label::new("حديقة", "Jardin"),
        };
        crate::begin_new(tx, &new)
    })
    .await;
    let clerk = town.clerk("administrator").await;
    let basis = [
        ("list", ""),
        ("item", ""),
        ("basis.0.law", "113-14"),
        ("basis.0.article", "100"),
        ("basis.0.title_ar", "القانون التنظيمي للجماعات"),
        ("basis.0.title_fr", "Loi organique relative aux communes"),
    ];
    clerk.post(&format!("{AT}/identity"), &basis).await.is(303);
    clerk
}

async fn flow(clerk: &Visitor, at: &str, list: &str, item: &str, act: &str, fields: &[(&str, &str)]) -> testing::Reply {
    let mut all = vec![("list", list), ("item", item)];
    if !act.is_empty() {
        all.push(("do", act));
    }
    all.extend_from_slice(fields);
    clerk.post(&format!("{at}/flow"), &all).await
}

async fn text(town: &Town, id: &'static str, version: i64) -> String {
    town.reads(move |rx| super::versions::body(rx, id, version)).await
}

async fn resolved(town: &Town, id: &'static str, version: i64) -> Procedure {
    let text = text(town, id, version).await;
    town.reads(move |rx| Ok(crate::draft::loose(&*rx.fact::<Country>()?, &text).unwrap())).await
}

async fn faults(town: &Town, id: &'static str, version: i64) -> Vec<String> {
    let found = town
        .reads(move |rx| {
            let version = crate::store::versions::one(rx, id, version)?;
            crate::draft_faults(rx, &version)
        })
        .await;
    found
        .into_iter()
        .map(|fault| format!("{} {}", fault.why.key.trim_start_matches("procedures-fault-"), fault.at.join(" ")))
        .collect()
}

#[tokio::test]
async fn a_state_and_its_actions_are_added_with_the_forms_and_drawn() {
    let town = town().await;
    let clerk = garden(&town).await;
    let expert = [("name_ar", "عند الخبير"), ("name_fr", "Chez l'expert"), ("phase", "waiting_other")];
    flow(&clerk, AT, "state", "expert", "add", &expert).await.is(303);
    assert_eq!(faults(&town, "garden", 1).await, ["unreachable state expert", "no-way-out state expert"]);
    let page = clerk.get(&format!("{AT}/flow")).await.ok().text();
    let card = page.split("id=\"e-state-expert\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(card.contains("Rien ne mène à l&#39;état") && card.contains("Aucune issue depuis"), "faults stand beside the state");
    let send = [
        ("name_ar", "عرض"),
        ("name_fr", "Consulter"),
        ("from", "study"),
        ("to", "expert"),
        ("by", "cases.handle"),
        ("requires", "words"),
    ];
    flow(&clerk, AT, "action", "to_expert", "add", &send).await.is(303);
    let back = [
        ("name_ar", "رجوع"),
        ("name_fr", "Avis reçu"),
        ("from", "expert"),
        ("to", "study"),
        ("by", "cases.handle"),
        ("by", "cases.sign"),
    ];
    flow(&clerk, AT, "action", "from_expert", "add", &back).await.is(303);
    assert_eq!(faults(&town, "garden", 1).await, Vec::<String>::new());
    let procedure = resolved(&town, "garden", 1).await;
    assert_eq!(procedure.action("from_expert").unwrap().by, ["cases.handle", "cases.sign"]);
    assert_eq!(procedure.action("to_expert").unwrap().requires, ["words"]);
    clerk.get(&format!("{AT}/flow")).await.ok().shows("<svg viewBox").shows(">Chez l&#39;expert</text>").shows("Consulter");
    // An opinion with a clock of its own, and what the service's silence means.
    let opinion = [
        ("title_ar", "رأي"),
        ("title_fr", "Avis"),
        ("unit", "bch"),
        ("span", "10"),
        ("kind", "working"),
        ("silence", "unfavourable"),
        ("on", "expert"),
    ];
    flow(&clerk, AT, "opinion", "hygiene", "add", &opinion).await.is(303);
    let asked = resolved(&town, "garden", 1).await.service.opinions;
    assert_eq!((asked[0].span, asked[0].silence), (10, crate::OpinionSilence::Unfavourable));
}

#[tokio::test]
async fn what_the_bases_give_is_taken_over_renamed_and_given_back() {
    let town = town().await;
    let clerk = garden(&town).await;
    let shared = text(&town, "garden", 1).await;
    flow(&clerk, AT, "state", "study", "take", &[]).await.is(303);
    assert!(text(&town, "garden", 1).await.contains("id = \"study\"\nname = { ar = \"قيد الدراسة\", fr = \"À l'étude\""));
    flow(&clerk, AT, "state", "study", "", &[("name_fr", "Chez le jardinier")]).await.is(303);
    let procedure = resolved(&town, "garden", 1).await;
    assert_eq!(procedure.state("study").unwrap().name.fr, "Chez le jardinier");
    assert_eq!(procedure.state("study").unwrap().name.ar, "قيد الدراسة");
    assert_eq!(faults(&town, "garden", 1).await, Vec::<String>::new());
    // An action keeps what its form does not say otherwise.
    flow(&clerk, AT, "action", "ask_pieces", "take", &[]).await.is(303);
    flow(&clerk, AT, "action", "ask_pieces", "", &[("limit", "2")]).await.is(303);
    let action = resolved(&town, "garden", 1).await.action("ask_pieces").unwrap().clone();
    assert_eq!(
        (action.limit, action.first_half_of.as_deref(), action.from.join(" ")),
        (Some(2), Some("decision"), "study".into())
    );
    flow(&clerk, AT, "state", "study", "remove", &[]).await.is(303);
    flow(&clerk, AT, "action", "ask_pieces", "remove", &[]).await.is(303);
    assert_eq!(text(&town, "garden", 1).await, shared);
}

#[tokio::test]
async fn what_is_left_out_shows_where_it_is_missed_and_comes_back() {
    let town = town().await;
    let clerk = garden(&town).await;
    flow(&clerk, AT, "state", "governor", "without", &[]).await.is(303);
    let found = faults(&town, "garden", 1).await;
    assert!(found.contains(&"state-unknown action appeal_to_governor to".to_owned()), "{found:?}");
    clerk.get(&format!("{AT}/flow")).await.ok().shows("Rétablir <bdi>governor</bdi>").shows_not("id=\"e-state-governor\"");
    for action in ["appeal_to_governor"] {
        flow(&clerk, AT, "action", action, "without", &[]).await.is(303);
    }
    for action in ["appeal_accepted", "appeal_rejected"] {
        flow(&clerk, AT, "action", action, "take", &[]).await.is(303);
        flow(&clerk, AT, "action", action, "", &[("from", ""), ("from", "appealed")]).await.is(303);
    }
    clerk.post(&format!("{AT}/fees"), &[("list", "clock"), ("item", "governor"), ("do", "without")]).await.is(303);
    assert_eq!(faults(&town, "garden", 1).await, Vec::<String>::new());
    assert!(resolved(&town, "garden", 1).await.state("governor").is_none());
    assert!(
        text(&town, "garden", 1)
            .await
            .contains("without = [\"state.governor\", \"action.appeal_to_governor\", \"clock.governor\"]")
    );
    flow(&clerk, AT, "state", "governor", "back", &[]).await.is(303);
    assert!(resolved(&town, "garden", 1).await.state("governor").is_some());
}

#[tokio::test]
async fn the_order_of_states_is_the_procedures_own_once_it_is_changed() {
    let town = town().await;
    let clerk = garden(&town).await;
    let ids = |procedure: &Procedure| procedure.states.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    let before = ids(&resolved(&town, "garden", 1).await);
    flow(&clerk, AT, "state", "to_grant", "up", &[]).await.is(303);
    let mut wanted = before.clone();
    let at = wanted.iter().position(|id| id == "to_grant").unwrap();
    wanted.swap(at - 1, at);
    assert_eq!(ids(&resolved(&town, "garden", 1).await), wanted);
    assert_eq!(faults(&town, "garden", 1).await, Vec::<String>::new());
    flow(&clerk, AT, "state", "to_grant", "down", &[]).await.is(303);
    assert_eq!(ids(&resolved(&town, "garden", 1).await), before);
}

#[tokio::test]
async fn a_survey_changes_its_words_and_its_questions_but_asks_no_strange_ones() {
    let town = town().await;
    let clerk = garden(&town).await;
    let survey = |item: &'static str, act: &'static str, more: &'static [(&'static str, &'static str)]| {
        let mut fields = vec![("list", "survey"), ("item", item)];
        if !act.is_empty() {
            fields.push(("do", act));
        }
        fields.extend_from_slice(more);
        fields
    };
    let at = format!("{AT}/survey");
    clerk.post(&at, &survey("clear", "without", &[])).await.is(303);
    clerk.post(&at, &survey("solved", "take", &[])).await.is(303);
    clerk.post(&at, &survey("solved", "", &[("label_fr", "Avez-vous votre parcelle ?")])).await.is(303);
    let procedure = resolved(&town, "garden", 1).await;
    assert_eq!(procedure.survey.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["solved", "satisfaction", "what_else"]);
    assert_eq!((procedure.survey[0].label.fr.as_str(), procedure.survey[0].options.len()), ("Avez-vous votre parcelle ?", 3));
    assert_eq!(faults(&town, "garden", 1).await, Vec::<String>::new());
    let strange = text(&town, "garden", 1).await
        + "\n[[procedure.survey]]\nid = \"colour\"\nkind = \"text\"\nlabel = { ar = \"لون\", fr = \"Couleur\" }\n";
    town.does(move |tx| crate::save(tx, "garden", 1, &strange)).await;
    assert_eq!(faults(&town, "garden", 1).await, ["survey-unknown survey colour"]);
}

#[tokio::test]
async fn in_a_procedure_of_the_country_only_the_names_of_its_way_change() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    clerk.post("/fr/admin/procedures/repair-permit", &[]).await.is(303);
    clerk.get(&format!("{REPAIR}/flow")).await.ok().shows("Parcours national").shows_not("id=\"add-state\"");
    flow(&clerk, REPAIR, "state", "x", "add", &[("name_fr", "X")]).await.is(422);
    flow(&clerk, REPAIR, "state", "governor", "without", &[]).await.is(422);
    flow(&clerk, REPAIR, "state", "study", "up", &[]).await.is(422);
    flow(&clerk, REPAIR, "state", "study", "take", &[]).await.is(303);
    flow(&clerk, REPAIR, "state", "study", "", &[("name_fr", "Chez nous"), ("phase", "closed")]).await.is(303);
    let procedure = resolved(&town, "repair-permit", 2).await;
    assert_eq!(
        (procedure.state("study").unwrap().name.fr.as_str(), procedure.state("study").unwrap().phase),
        ("Chez nous", crate::Phase::InProgress)
    );
    assert_eq!(faults(&town, "repair-permit", 2).await, Vec::<String>::new());
    // By hand nothing more can be done, and what runs is the way of the country.
    let by_hand = text(&town, "repair-permit", 2).await.replace("phase = \"in_progress\"", "phase = \"waiting_other\"");
    town.does(move |tx| crate::save(tx, "repair-permit", 2, &by_hand)).await;
    assert_eq!(faults(&town, "repair-permit", 2).await, ["locked state study"]);
    let text = text(&town, "repair-permit", 2).await;
    let runs = town.reads(move |rx| Ok(crate::draft::fold(&*rx.fact::<Country>()?, "repair-permit", &text).unwrap())).await;
    assert_eq!(
        (runs.state("study").unwrap().name.fr.as_str(), runs.state("study").unwrap().phase),
        ("Chez nous", crate::Phase::InProgress)
    );
}

#[tokio::test]
async fn what_is_locked_says_why_and_the_hours_are_the_communes() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    clerk.post("/fr/admin/procedures/repair-permit", &[]).await.is(303);
    clerk.get(&format!("{REPAIR}/pieces")).await.ok().shows("Fixé par la loi <bdi>55-19</bdi>, art. <bdi>7</bdi>");
    clerk
        .get(&format!("{REPAIR}/fees"))
        .await
        .ok()
        .shows("le montant de la commune se règle aux tarifs")
        .shows("Fixé par la loi <bdi>2-18-577</bdi>");
    clerk.get(&format!("{REPAIR}/identity")).await.ok().shows("Fixé par le catalogue national").shows("Horaires du guichet");
    let hours = [
        ("list", ""),
        ("hours_ar", "من الاثنين إلى الخميس"),
        ("hours_fr", "Lundi à jeudi"),
        ("route.0.unit", "arr-counter"),
        ("route.0.level", "arrondissement"),
    ];
    clerk.post(&format!("{REPAIR}/identity"), &hours).await.is(303);
    assert_eq!(faults(&town, "repair-permit", 2).await, Vec::<String>::new());
    let text = text(&town, "repair-permit", 2).await;
    let runs = town.reads(move |rx| Ok(crate::draft::fold(&*rx.fact::<Country>()?, "repair-permit", &text).unwrap())).await;
    assert_eq!((runs.service.hours.unwrap().fr.as_str(), runs.route[0].unit.as_str()), ("Lundi à jeudi", "arr-counter"));
}

#[test]
fn what_is_written_by_hand_around_a_state_moves_with_it() {
    let text = "[[procedure]]\nid = \"x\"\n\n# first\n[[procedure.state]]\nid = \"a\"\n[procedure.state.name]\nfr = \"A\"\n\n# second\n[[procedure.state]]\nid = \"b\" # b\n[procedure.state.name]\nfr = \"B\"\n";
    let mut read = crate::edit::Text::parse(text).unwrap();
    read.shift("state", "b", true);
    let moved = read.to_string();
    let states: toml::Table = moved.parse().unwrap();
    let states = states["procedure"][0]["state"].as_array().unwrap().clone();
    assert_eq!((states[0]["id"].as_str(), states[0]["name"]["fr"].as_str()), (Some("b"), Some("B")));
    assert_eq!((states[1]["id"].as_str(), states[1]["name"]["fr"].as_str()), (Some("a"), Some("A")));
    assert!(
        moved.contains("# second\n[[procedure.state]]\nid = \"b\" # b")
            && moved.contains("# first\n[[procedure.state]]\nid = \"a\"")
    );
}

#[test]
fn everything_that_an_action_may_wait_for_has_its_words() {
    let texts =
        [include_str!("../../locales/ar.ftl"), include_str!("../../locales/fr.ftl"), include_str!("../../locales/en.ftl")];
    for need in crate::HOLDS {
        assert!(texts.iter().all(|text| text.contains(&format!("\nprocedures-need-{need} = "))), "{need}");
    }
}
