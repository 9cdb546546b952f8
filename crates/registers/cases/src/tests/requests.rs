//! A request as its handlers move it: words that are only proposed, outcomes, completions, and who did what.

use super::*;
use crate::model::{FileRole, NewFile, Scan};
use testing::Visitor;

/// A complete repair permit in an arrondissement.
pub(super) async fn asked(town: &Town, number: u8) -> Case {
    town.does(move |tx| {
        let mut new = closing::permit(tx, number)?;
        new.place.area = Some(LAYAYDA.into());
        let opened = actions::open(tx, &new)?;
        store::find(tx, &opened.id)
    })
    .await
}

pub(super) async fn now(town: &Town, case: &Case) -> Case {
    let id = case.id.clone();
    town.reads(move |rx| store::find(rx, &id)).await
}

pub(super) async fn unit(town: &Town, code: &'static str) -> Id {
    town.reads(move |rx| Ok(units::by_code(rx, code, None)?.unwrap().id)).await
}

/// Who handles the case.
pub(super) async fn handler(town: &Town, case: &Case) -> Visitor {
    town.clerk_in("agent", Some(case.unit.clone()), None).await
}

pub(super) fn door(case: &Case, what: &str) -> String {
    format!("/fr/desk/{}/{what}", case.id)
}

/// A town where everything is paid and signed at once.
async fn where_all_is_signed() -> Town {
    let signed = Module::new("signed").condition("paid", |_, _| Ok(None)).condition("paper", |_, _| Ok(None));
    Town::with(modules().into_iter().chain([signed])).await
}

async fn author_reads(town: &Town, case: &Case) -> String {
    let code = case.code.clone();
    let link = town.reads(move |rx| crate::link(rx, &code)).await;
    town.visitor().get(&format!("/fr{link}")).await.ok().text()
}

fn piece(id: &str) -> NewFile {
    NewFile {
        role: FileRole::Piece,
        piece: Some(id.into()),
        blob: "y".into(),
        thumb: String::new(),
        kind: "application/pdf".into(),
        scan: Scan::Clean,
    }
}

#[tokio::test]
async fn what_is_only_proposed_is_told_once_it_is_decided() {
    let town = where_all_is_signed().await;
    let case = asked(&town, 1).await;
    let agent = handler(&town, &case).await;
    let president = town.clerk("president").await;
    let act = door(&case, "act");
    agent.post(&act, &[("action", "take")]).await.is(303);
    agent.get(&format!("/fr/desk/{}", case.id)).await.ok().shows("Motifs ou conditions de la décision");
    agent.post(&act, &[("action", "propose_refusal"), ("words", "La façade est classée.")]).await.is(303);
    assert!(!author_reads(&town, &case).await.contains("classée"));
    president.post(&act, &[("action", "send_back"), ("words", "Vérifiez le classement.")]).await.is(303);
    agent.post(&act, &[("action", "propose_refusal"), ("words", "La façade est classée depuis 1920.")]).await.is(303);
    let page = author_reads(&town, &case).await;
    assert!(!page.contains("classement") && !page.contains("1920"));
    agent.get(&format!("/fr/desk/{}", case.id)).await.ok().shows("Vérifiez le classement.").shows("1920");
    president.post(&act, &[("action", "refuse"), ("words", "La façade est classée depuis 1920.")]).await.is(303);
    let page = author_reads(&town, &case).await;
    assert!(page.contains("1920") && !page.contains("classement"));
}

#[tokio::test]
async fn conditions_of_a_proposal_are_told_by_the_decision_that_adds_nothing() {
    let town = where_all_is_signed().await;
    let case = asked(&town, 1).await;
    let agent = handler(&town, &case).await;
    agent.post(&door(&case, "act"), &[("action", "take")]).await.is(303);
    let id = case.id.clone();
    town.does(move |tx| crate::give_opinion(tx, &id, "control", crate::Verdict::Favourable, "")).await;
    agent.post(&door(&case, "act"), &[("action", "propose_grant"), ("words", "Échafaudage de jour.")]).await.is(303);
    assert!(!author_reads(&town, &case).await.contains("Échafaudage"));
    town.clerk("president").await.post(&door(&case, "act"), &[("action", "grant")]).await.is(303);
    assert!(author_reads(&town, &case).await.contains("Échafaudage"));
}

#[test]
fn an_outcome_that_contradicts_the_action_is_refused() {
    let procedure = declared("repair-permit");
    let staff = Actor::Staff { account: key(1), person: key(2), grants: Arc::new([grant(&["cases.handle", "cases.sign"])]) };
    let at = Moment::parse("2026-11-24T10:00:00Z").unwrap();
    let mut case = bare_case("received");
    let mut step = |state: &str, action: &str, outcome: &str| {
        case.state = state.into();
        let given = Given { outcome: Some(outcome.into()), ..given("x") };
        rules::step(&procedure, &case, action, &given, By::Staff(&staff), at, Default::default())
    };
    assert_eq!(step("study", "propose_grant", "refused").unwrap_err().key, "cases-outcome-fixed");
    assert_eq!(step("to_grant", "grant", "refused").unwrap_err().key, "cases-outcome-fixed");
    assert_eq!(step("to_grant", "grant", "granted").unwrap().outcome.as_deref(), Some("granted"));
    let offered = procedure.outcomes.iter().map(|one| one.id.as_str()).filter(|id| rules::is_for_staff(&procedure, id));
    assert_eq!(offered.collect::<Vec<_>>(), ["granted", "refused"], "silence is the clock's, and to withdraw the author's");
    let report = declared("pothole");
    let case = bare_case("in_progress");
    let withdrawn = Given { outcome: Some("withdrawn".into()), ..given("x") };
    let answer = rules::step(&report, &case, "answer", &withdrawn, By::Staff(&staff), at, Default::default());
    assert_eq!(answer.unwrap_err().key, "cases-choose-outcome");
}

#[tokio::test]
async fn a_completion_is_a_piece_or_what_the_counter_says_of_it() {
    let town = Town::with(modules()).await;
    let case = asked(&town, 1).await;
    let agent = handler(&town, &case).await;
    let act = door(&case, "act");
    agent.post(&act, &[("action", "take")]).await.is(303);
    town.clock.advance_secs(3_600);
    agent.post(&act, &[("action", "ask_pieces"), ("words", "Le plan est illisible.")]).await.is(303);
    agent.post(&act, &[("action", "answer_pieces")]).await.is(422).shows("remis depuis la demande de complément");
    let id = case.id.clone();
    let tried = town.tries(move |tx| actions::act(tx, &id, "answer_pieces", &given("J'ai tout donné"), true)).await;
    assert_eq!(tried.unwrap_err().code(), "cases-completion-empty");
    // Words of the author are kept, and the file still waits for its paper.
    let id = case.id.clone();
    town.does(move |tx| actions::reply(tx, &id, "أي وثيقة؟")).await;
    assert_eq!(now(&town, &case).await.state, "missing");
    let found = case.clone();
    town.clock.advance_secs(3_600);
    town.does(move |tx| actions::add_file(tx, &found, &piece("lease")).map(drop)).await;
    let id = case.id.clone();
    town.does(move |tx| actions::act(tx, &id, "answer_pieces", &Given::default(), true)).await;
    assert_eq!(now(&town, &case).await.state, "study");
    let other = asked(&town, 2).await;
    agent.post(&door(&other, "act"), &[("action", "take")]).await.is(303);
    agent.post(&door(&other, "act"), &[("action", "ask_pieces"), ("words", "Le bail manque.")]).await.is(303);
    agent.post(&door(&other, "act"), &[("action", "answer_pieces"), ("words", "Bail remis au guichet.")]).await.is(303);
}

#[tokio::test]
async fn what_was_withdrawn_has_no_delay_that_was_kept() {
    let town = Town::with(modules()).await;
    let case = asked(&town, 1).await;
    town.clock.advance_secs(86_400);
    let id = case.id.clone();
    town.does(move |tx| actions::act(tx, &id, "withdraw", &Given::default(), true)).await;
    assert_eq!(now(&town, &case).await.outcome.as_deref(), Some("withdrawn"));
    let id = case.id.clone();
    let clocks = town.reads(move |rx| actions::clocks(rx, &id)).await;
    assert!(clocks.iter().all(|clock| clock.standing == ClockStanding::Void), "{clocks:?}");
    let page = author_reads(&town, &case).await;
    assert!(page.contains("Arrêté, sans décision") && !page.contains("Délai respecté"));
}

#[tokio::test]
async fn colleagues_read_who_did_it_and_who_takes_a_file_answers_for_it() {
    let town = Town::with(modules()).await;
    let case = asked(&town, 1).await;
    let unit = case.unit.clone();
    let (person, account) = town
        .does(move |tx| {
            let new = people::NewStaff {
                name: "هشام عواد".into(),
                email: kernel::Email::parse("h@sale.test").unwrap(),
                role: "agent".into(),
                unit: Some(unit.clone()),
                area: None,
                decision: "12".into(),
                password: None,
                totp_seed: None,
            };
            let person = people::add_staff(tx, new)?;
            Ok((person.clone(), people::account_of(tx, &person)?))
        })
        .await;
    let agent = town.staff(&account, &person).await;
    agent.post(&door(&case, "act"), &[("action", "take")]).await.is(303);
    assert_eq!(now(&town, &case).await.assignee, Some(person));
    agent.get(&format!("/fr/desk/{}", case.id)).await.ok().shows("هشام عواد · ");
    assert!(!author_reads(&town, &case).await.contains("هشام عواد"));
}

#[tokio::test]
async fn the_door_of_photos_opens_no_piece() {
    let town = Town::with(modules()).await;
    let case = asked(&town, 1).await;
    let found = case.clone();
    let file = town.reads(move |rx| Ok(store::files::of(rx, &found.id)?.remove(0))).await;
    let agent = handler(&town, &case).await;
    agent.get(&format!("/desk/files/{}", file.id)).await.is(404);
    let code = case.code.clone();
    let key = town.reads(move |rx| crate::link(rx, &code)).await.split("?k=").nth(1).unwrap().to_owned();
    town.visitor().get(&format!("/cases/{}/files/{}?k={key}", case.code, file.id)).await.is(404);
}
