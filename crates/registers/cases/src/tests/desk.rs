//! The desk: what follows on a file and what hinders it, and how the inbox lists and finds.

use super::closing::permit;
use super::*;
use kernel::Refusal;
use platform::args;

/// What other modules say of a permit: not paid, nobody went to look.
fn unpaid() -> Module {
    let owed: fn(&mut Tx, &Id) -> platform::Result<Option<Refusal>> = |_, _| Ok(Some(Refusal::new("cases-needs-date")));
    Module::new("owed")
        .condition("paid", owed)
        .condition("visit", owed)
        .condition("paper", |_, _| Ok(None))
        .condition("sitting", owed)
}

async fn town() -> Town {
    Town::with(modules().into_iter().chain([unpaid()])).await
}

async fn asked(town: &Town) -> Case {
    town.does(|tx| {
        let mut new = permit(tx, 1)?;
        new.contact.name = Some("ليلى بنعيسى".into());
        new.words = "صباغة الواجهة".into();
        let opened = actions::open(tx, &new)?;
        store::find(tx, &opened.id)
    })
    .await
}

/// Moves it as the house does, whose acts nothing hinders.
async fn moved(town: &Town, case: &Case, actions: &[&'static str]) {
    for action in actions {
        town.does(act(action, case, given("كلمة"))).await;
    }
}

#[tokio::test]
async fn a_permit_is_offered_its_own_acts_and_words() {
    let town = town().await;
    let case = asked(&town).await;
    let chief = town.clerk_in("service_head", Some(case.unit.clone()), None).await;
    let file = format!("/fr/desk/{}", case.id);
    chief.get(&file).await.ok().shows("Mettre à l").shows_not("Le texte du signalement").shows_not("C&#39;est réparé");
    moved(&town, &case, &["take", "propose_refusal"]).await;
    chief.get(&file).await.ok().shows("Renvoyer à l").shows_not("Refuser et signer");
    let president = town.clerk("president").await;
    let page = president.get(&file).await.ok();
    page.shows("Refuser et signer")
        .shows_not("Accordé par le silence")
        .shows_not("Ramassé")
        .shows_not("Code du premier dossier")
        .shows_not("name=\"proof\"");
    let report = opened(&town, 9, None).await;
    let agent = town.clerk_in("agent", Some(report.unit.clone()), None).await;
    let page = agent.get(&format!("/fr/desk/{}", report.id)).await.ok();
    page.shows("Code du premier dossier").shows("name=\"proof\"").shows("Déjà signalé").shows_not("Retiré par son auteur");
}

#[tokio::test]
async fn what_would_be_refused_says_why_before_it_is_done() {
    let town = town().await;
    let case = asked(&town).await;
    let chief = town.clerk_in("service_head", Some(case.unit.clone()), None).await;
    let file = format!("/fr/desk/{}", case.id);
    moved(&town, &case, &["take"]).await;
    let choice = |page: &str, action: &str| {
        let from = page.split(&format!("value=\"{action}\"")).nth(1).unwrap_or_else(|| panic!("{action} is not offered"));
        from.split("</label>").next().unwrap().to_owned()
    };
    let page = chief.get(&file).await.ok().text();
    assert!(!choice(&page, "ask_pieces").contains("disabled"));
    assert!(choice(&page, "propose_refusal").contains("data-needs=\"words\""));
    moved(&town, &case, &["ask_pieces", "answer_pieces"]).await;
    let asked_twice = choice(&chief.get(&file).await.ok().text(), "ask_pieces");
    assert!(asked_twice.contains("disabled") && asked_twice.contains("qu&#39;une fois"), "{asked_twice}");
    chief.post(&format!("{file}/act"), &[("action", "ask_pieces"), ("words", "Encore")]).await.is(422);
    moved(&town, &case, &["propose_grant"]).await;
    let president = town.clerk("president").await;
    let signed = choice(&president.get(&file).await.ok().text(), "grant");
    assert!(signed.contains("disabled") && signed.contains("Indiquez une date"), "{signed}");
}

#[tokio::test]
async fn what_stood_in_the_field_of_another_choice_is_not_meant() {
    let town = town().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let agent = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    let act = format!("/fr/desk/{}/act", case.id);
    agent.post(&act, &[("action", "take"), ("date", "2027-01-02"), ("outcome", "done"), ("case", "x")]).await.is(303);
    let id = case.id.clone();
    let taken = town.reads(move |rx| store::find(rx, &id)).await;
    assert_eq!((taken.state.as_str(), taken.planned_on, taken.outcome), ("in_progress", None, None));
    agent.post(&act, &[("action", "plan"), ("date", "2027-01-02")]).await.is(303);
}

#[tokio::test]
async fn the_state_is_named_as_staff_read_it() {
    let town = town().await;
    let case = asked(&town).await;
    let chief = town.clerk_in("service_head", Some(case.unit.clone()), None).await;
    let file = format!("/fr/desk/{}", case.id);
    moved(&town, &case, &["take", "ask_pieces"]).await;
    chief.get(&file).await.ok().shows("En attente du demandeur").shows_not("de votre part");
    chief.get("/fr/desk").await.ok().shows("En attente du demandeur").shows_not("de votre part");
    moved(&town, &case, &["answer_pieces", "propose_grant", "grant", "deliver"]).await;
    chief.get(&file).await.ok().shows(">Remis</span>");
}

#[tokio::test]
async fn the_inbox_names_requests_and_finds_a_decided_one_by_its_code() {
    let town = town().await;
    let case = asked(&town).await;
    let chief = town.clerk_in("service_head", Some(case.unit.clone()), None).await;
    let list = chief.get("/fr/desk").await.ok();
    let list = list.shows("Permis de réfection").shows("Dossier déposé").shows("ليلى بنعيسى").shows("#i-building");
    assert!(list.text().contains("<optgroup label=\""), "{}", list.text());
    chief.get("/fr/desk?category=repair-permit").await.ok().shows("value=\"repair-permit\" selected").shows(&case.code);
    let elsewhere = town.reads(|rx| units::by_code(rx, "complaints-cell", None)).await.unwrap().id;
    let other = town.clerk_in("agent", Some(elsewhere), None).await;
    other.get("/fr/desk").await.ok().shows_not("value=\"repair-permit\"");
    moved(&town, &case, &["take", "propose_grant", "grant"]).await;
    let typed = case.code.to_lowercase().replace('-', "");
    for words in [&case.code, &typed] {
        chief.get(&format!("/fr/desk?words={words}")).await.ok().shows(&case.code).shows(">Accordé</span>");
        other.get(&format!("/fr/desk?words={words}")).await.ok().shows_not(&format!("/fr/desk/{}", case.id));
    }
    chief.get("/desk.csv?view=all").await.ok().shows(",granted,").shows(",Accordé,").shows(",Permis de réfection,");
}

#[tokio::test]
async fn the_number_beside_the_inbox_is_that_of_the_list_it_opens() {
    let town = town().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let agent = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    town.does(act("take", &case, Given::default())).await;
    let page = agent.get("/fr/desk").await.ok().text();
    let bell = page.split("class=\"me bell\"").nth(1).unwrap().split("</a>").next().unwrap().to_owned();
    assert!(bell.contains("Nouveaux dossiers") && !bell.contains("badge"), "{bell}");
    let menu = page.split("<nav class=\"side\"").nth(1).unwrap().split("</a>").next().unwrap().to_owned();
    assert!(menu.contains(">1<"), "{menu}");
}

/// So many decided copies of a case, a thousand in each year, the higher number the newer.
async fn old_ones(town: &Town, case: &Case, count: i64) {
    let id = case.id.clone();
    town.does(move |tx| {
        let columns = "year, procedure, procedure_pin, state, outcome, unit, area, quarter, channel, lang, restricted, hide_author,
            urgent, publication, words, answers, contact, place_words, pin, moved_at, updated_at, reopened, followers";
        let sql = format!(
            "WITH RECURSIVE these (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM these WHERE n < CAST($3 AS BIGINT))
             INSERT INTO cases_cases (tenant, id, code, number, vault, phase, received_at, {columns})
             SELECT tenant, '01936f2a-7a3b-7c4d-8e5f-' || CAST(100000000000 + n AS TEXT), 'SAL-OLD-' || CAST(n AS TEXT), 1000 + n, $4, 'closed',
                    CAST(2025 - n / 1000 AS TEXT) || '-01-01T00:00:00.000' || SUBSTR(CAST(1000 + n % 1000 AS TEXT), 2) || 'Z', {columns}
             FROM cases_cases, these WHERE tenant = $1 AND id = $2"
        );
        // What is sealed is bound to its row: the copies have no words.
        tx.execute(&sql, args![tx.tenant(), id, count, platform::store::seal::ERASED]).map(|_| ())
    })
    .await;
}

/// The codes of a page of the inbox in the order of the list, and the address of the next page.
async fn turned(agent: &testing::Visitor, address: &str) -> (Vec<String>, Option<String>) {
    let page = agent.get(address).await.ok().text();
    let code = |row: &str| row.split("</a>").next()?.split("SAL-OLD-").nth(1)?.split('<').next().map(str::to_owned);
    let codes = page.split("class=\"row").skip(1).filter_map(code).collect();
    let next = page.split("href=\"").find(|part| part.contains("after=")).and_then(|part| part.split('"').next());
    (codes, next.map(|next| next.replace("&amp;", "&")))
}

#[tokio::test]
async fn a_large_unit_is_turned_over_in_the_order_of_a_small_one() {
    let town = town().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let agent = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    let elsewhere = town.clerk_in("agent", Some(requests::unit(&town, "complaints-cell").await), None).await;
    for count in [60, 5_100] {
        town.does(move |tx| {
            tx.execute("DELETE FROM cases_cases WHERE tenant = $1 AND code LIKE 'SAL-OLD-%'", args![tx.tenant()]).map(|_| ())
        })
        .await;
        old_ones(&town, &case, count).await;
        let (first, next) = turned(&agent, "/fr/desk?view=answered").await;
        let (second, _) = turned(&agent, &next.expect("a second page")).await;
        let newest: Vec<String> = (1..=count.min(999)).rev().map(|n| n.to_string()).collect();
        let seen: Vec<String> = first.into_iter().chain(second).collect();
        assert!(seen.len() > 55, "{} of {count}", seen.len());
        assert_eq!(seen, newest[..seen.len()], "{count}");
        elsewhere.get("/fr/desk?view=answered").await.ok().shows_not("SAL-OLD-");
    }
    agent.get("/fr/desk?view=answered").await.ok().shows("Répondus 999+");
}

#[tokio::test]
async fn a_contractor_sees_orders_and_no_file_with_its_author() {
    let town = town().await;
    let case = opened(&town, 1, None).await;
    let contractor = town.clerk_in("contractor", Some(case.unit.clone()), None).await;
    contractor.get(&format!("/fr/desk/{}", case.id)).await.is(403);
    contractor.get("/fr/desk").await.is(403).shows("class=\"me\" href=\"/fr/staff\"");
}
