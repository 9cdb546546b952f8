//! A case from its receipt to its answer, on either engine, and the law of its steps.

use crate::model::{Channel, ClockStanding, Contact, Given, NewCase, Place, Publication, Survey, View};
use crate::rules::{self, By, Reach};
use crate::{Case, Filter, actions, store};
use kernel::{Id, Lang, Moment, Phone, Point};
use platform::{Actor, Grant, Module, Pack, Permission, Tx};
use procedures::{Answers, Procedure};
use std::sync::Arc;
use testing::Town;

mod closing;
mod desk;
mod forgetting;
mod history;
mod ladder;
mod lineage;
mod mine;
mod opinions;
mod requests;
mod sms;
mod tasks;

const LAYAYDA: &str = "04.441.01.07";

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        crate::module(),
    ]
}

fn key(number: u8) -> Id {
    Id::parse(&format!("01936f2a-7a3b-7c4d-8e5f-0123456789{number:02x}")).unwrap()
}

fn pothole(number: u8, area: Option<&str>) -> NewCase {
    NewCase {
        key: key(number),
        procedure: "pothole".into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة أمام المدرسة".into(),
        answers: Answers::default(),
        contact: Contact { name: None, phone: Phone::parse("0612345678"), email: None },
        person: None,
        place: Place { point: Point::new(34.05, -6.79), area: area.map(str::to_owned), ..Place::default() },
        files: Vec::new(),
        publish: true,
        suspect: None,
    }
}

fn declared(id: &str) -> Arc<Procedure> {
    procedures::declared(&Pack::Embedded).unwrap().find(id).cloned().unwrap()
}

async fn opened(town: &Town, number: u8, area: Option<&str>) -> Case {
    let new = pothole(number, area);
    town.does(move |tx| {
        let opened = actions::open(tx, &new)?;
        store::find(tx, &opened.id)
    })
    .await
}

fn given(words: &str) -> Given {
    Given { words: words.into(), ..Given::default() }
}

fn act(action: &'static str, case: &Case, given: Given) -> impl FnMut(&mut Tx) -> platform::Result<Case> + Send + 'static {
    let id = case.id.clone();
    move |tx| actions::act(tx, &id, action, &given, false)
}

#[test]
fn an_answer_needs_an_outcome_and_words() {
    let procedure = declared("pothole");
    let case = bare_case("in_progress");
    let now = Moment::parse("2026-11-24T10:00:00Z").unwrap();
    let staff = Actor::Staff { account: key(1), person: key(2), grants: Arc::new([grant(&["cases.handle"])]) };
    let ask = |given: &Given| rules::step(&procedure, &case, "answer", given, By::Staff(&staff), now, Default::default());
    assert_eq!(ask(&Given::default()).unwrap_err().field.as_deref(), Some("outcome"));
    assert_eq!(ask(&Given { outcome: Some("done".into()), ..Given::default() }).unwrap_err().key, "cases-needs-words");
    assert_eq!(ask(&Given { outcome: Some("not_ours_transferred".into()), ..given("x") }).unwrap_err().key, "cases-needs-unit");
    let step = ask(&Given { outcome: Some("done".into()), ..given("أصلحنا الحفرة") }).unwrap();
    assert_eq!((step.to.as_str(), step.outcome.as_deref()), ("answered", Some("done")));
}

#[test]
fn nobody_acts_for_another() {
    let procedure = declared("pothole");
    let now = Moment::parse("2026-11-24T10:00:00Z").unwrap();
    let reader = Actor::Staff { account: key(1), person: key(2), grants: Arc::new([grant(&["cases.see"])]) };
    let case = bare_case("received");
    for (action, by) in
        [("withdraw", By::Staff(&reader)), ("take", By::Applicant), ("take", By::Staff(&reader)), ("close", By::Applicant)]
    {
        assert!(rules::step(&procedure, &case, action, &given("x"), by, now, Default::default()).is_err(), "{action} {by:?}");
    }
    assert_eq!(
        rules::step(&procedure, &bare_case("closed"), "take", &given(""), By::System, now, Default::default()).unwrap_err().key,
        "cases-not-from-here"
    );
}

fn grant(permissions: &[&str]) -> Grant {
    Grant { role: "x".into(), permissions: permissions.iter().map(|p| (*p).to_owned()).collect(), unit: None, area: None }
}

#[test]
fn a_restricted_case_needs_its_own_permission() {
    let (see, restricted) = (Permission("cases.see"), Permission("cases.restricted"));
    let reach = |restricted| Reach { in_unit: true, in_area: true, restricted };
    assert!(rules::opens(&grant(&["cases.see"]), see, restricted, reach(false)));
    assert!(!rules::opens(&grant(&["cases.see"]), see, restricted, reach(true)));
    assert!(rules::opens(&grant(&["cases.see", "cases.restricted"]), see, restricted, reach(true)));
    assert!(!rules::opens(&grant(&["cases.see"]), see, restricted, Reach { in_area: false, ..reach(false) }));
}

fn bare_case(state: &str) -> Case {
    let procedure = declared("pothole");
    let at = Moment::parse("2026-11-24T09:00:00Z").unwrap();
    Case {
        id: key(9),
        code: "SAL-0000-0000-0".into(),
        year: 2026,
        number: 1,
        procedure: procedure.id.clone(),
        procedure_pin: String::new(),
        state: state.into(),
        phase: procedure.state(state).unwrap().phase,
        outcome: None,
        unit: key(8),
        assignee: None,
        area: None,
        quarter: None,
        point: None,
        asset: None,
        channel: Channel::Web,
        agent: None,
        person: None,
        lang: Lang::Ar,
        restricted: false,
        hide_author: false,
        urgent: false,
        publication: Publication::None,
        public_words: None,
        public_photo: None,
        received_at: at,
        moved_at: at,
        updated_at: at,
        taken_at: None,
        answered_at: None,
        due_at: None,
        planned_on: None,
        merged_into: None,
        reopened: 0,
        followers: 0,
        rating: None,
        vault: String::new(),
    }
}

#[tokio::test]
async fn a_pothole_goes_to_the_crew_of_its_arrondissement_and_to_no_other() {
    let town = Town::with(modules()).await;
    let here = opened(&town, 1, Some(LAYAYDA)).await;
    let unit = town.reads(move |rx| units::find(rx, &here.unit)).await;
    assert_eq!(unit.area.as_deref(), Some(LAYAYDA));
    let other =
        town.reads(|rx| Ok(places::areas(rx)?.into_iter().find(|a| a.parent.is_some() && a.code != LAYAYDA).unwrap().code)).await;
    let own = town.clerk_in("agent", None, Some(LAYAYDA)).await;
    let neighbour = town.clerk_in("agent", None, Some(&other)).await;
    let code = opened(&town, 1, Some(LAYAYDA)).await.code;
    own.get("/ar/desk").await.ok().shows(&code);
    neighbour.get("/ar/desk").await.ok().shows_not(&code);
    let id = opened(&town, 1, Some(LAYAYDA)).await.id;
    own.get(&format!("/ar/desk/{id}")).await.ok().shows("حفرة كبيرة");
    neighbour.get(&format!("/ar/desk/{id}")).await.is(404);
    neighbour.post(&format!("/ar/desk/{id}/act"), &[("action", "take")]).await.is(404);
    own.get(&format!("/c/rabat/ar/desk/{id}")).await.is(303);
}

#[tokio::test]
async fn the_same_key_is_the_same_case_and_another_content_is_a_conflict() {
    let town = Town::with(modules()).await;
    let first = opened(&town, 1, None).await;
    assert_eq!(opened(&town, 1, None).await.code, first.code);
    let mut other = pothole(1, None);
    other.words = "شيء آخر".into();
    assert_eq!(town.tries(move |tx| actions::open(tx, &other)).await.unwrap_err().code(), "platform-key-reused");
    assert_eq!(town.does(|tx| actions::count(tx, &Filter { view: View::All, ..Filter::default() })).await, 1);
}

#[tokio::test]
async fn a_case_is_taken_answered_rated_reopened_and_keeps_its_verdict() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    town.does(act("take", &case, Given::default())).await;
    town.advance_hours(3).await;
    let answered = town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("أصلحنا الحفرة") })).await;
    assert_eq!((answered.state.as_str(), answered.due_at), ("answered", None));
    let id = case.id.clone();
    let clocks = town.does(move |tx| actions::clocks(tx, &id)).await;
    assert!(clocks.iter().all(|clock| clock.standing == ClockStanding::Met));
    let id = case.id.clone();
    let rated = |mark: i64| Survey { satisfaction: Some(mark), solved: Some("yes".into()), ..Survey::default() };
    let survey = rated(4);
    town.does(move |tx| actions::rate(tx, &id, &survey)).await;
    let id = case.id.clone();
    let again = rated(1);
    assert_eq!(town.tries(move |tx| actions::rate(tx, &id, &again)).await.unwrap_err().code(), "cases-rated-already");
    let id = case.id.clone();
    let reopened = town.does(move |tx| actions::act(tx, &id, "reopen", &given("ما زالت الحفرة"), true)).await;
    assert_eq!((reopened.state.as_str(), reopened.reopened, reopened.assignee), ("reopened", 1, None));
    let id = case.id.clone();
    let clocks = town.does(move |tx| actions::clocks(tx, &id)).await;
    assert_eq!(clocks.iter().filter(|clock| clock.standing == ClockStanding::Met).count(), 2);
    assert_eq!(clocks.iter().filter(|clock| clock.standing == ClockStanding::Running).count(), 2);
}

#[tokio::test]
async fn waiting_pauses_the_target_and_never_the_law() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    town.does(act("take", &case, Given::default())).await;
    town.does(act("ask", &case, given("أين بالضبط؟"))).await;
    let id = case.id.clone();
    let standing = |clocks: &[crate::ClockView], name: &str| clocks.iter().find(|clock| clock.clock == name).unwrap().standing;
    let clocks = town.does(move |tx| actions::clocks(tx, &id)).await;
    assert_eq!((standing(&clocks, "service"), standing(&clocks, "answer")), (ClockStanding::Paused, ClockStanding::Running));
    let id = case.id.clone();
    town.does(move |tx| actions::reply(tx, &id, "أمام المدرسة")).await;
    let id = case.id.clone();
    let clocks = town.does(move |tx| actions::clocks(tx, &id)).await;
    assert_eq!(standing(&clocks, "service"), ClockStanding::Running);
}

#[tokio::test]
async fn a_missed_date_is_recorded_once_and_a_transfer_never_resets_it() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    town.advance_hours(24 * 70).await;
    town.advance_hours(2).await;
    let (id, to) = (case.id.clone(), "complaints-cell");
    let clocks = town
        .does(move |tx| {
            let unit = units::by_code(tx, to, None)?.unwrap();
            actions::transfer(tx, &id, &unit.id, "")?;
            actions::clocks(tx, &id)
        })
        .await;
    assert!(clocks.iter().all(|clock| clock.missed_at.is_some() && clock.started_at == case.received_at));
    let id = case.id.clone();
    let missed = town
        .reads(move |rx| {
            rx.count(
                "SELECT COUNT(*) AS n FROM cases_events WHERE tenant = $1 AND case_id = $2 AND kind = 'clock_missed'",
                platform::args![rx.tenant(), id],
            )
        })
        .await;
    assert_eq!(missed, 2);
}

#[tokio::test]
async fn the_code_alone_shows_the_public_part_and_the_pin_opens_the_rest() {
    let town = Town::with(modules()).await;
    let new = pothole(1, None);
    let opened = town.does(move |tx| actions::open(tx, &new)).await;
    let visitor = town.visitor();
    visitor.get(&format!("/ar/cases/{}", opened.code)).await.ok().shows_not("حفرة كبيرة");
    let wrong = visitor.post("/ar/cases", &[("code", &opened.code), ("pin", "000000")]).await;
    assert!(wrong.status.as_u16() == 422 || opened.pin == "000000");
    let to = visitor.post("/ar/cases", &[("code", &opened.code.to_lowercase()), ("pin", &opened.pin)]).await.sent_to();
    visitor.get(&to).await.ok().shows("حفرة كبيرة").shows_not("+212");
}

#[tokio::test]
async fn the_author_is_forgotten_a_year_after_the_answer() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("تم") })).await;
    town.advance_hours(24 * 300).await;
    assert!(!contact(&town, &case).await.is_none());
    town.advance_hours(24 * 90).await;
    assert!(contact(&town, &case).await.is_none());
}

async fn contact(town: &Town, case: &Case) -> Contact {
    let id = case.id.clone();
    let question = move |rx: &mut Tx| {
        let case = store::find(rx, &id)?;
        Ok(store::unseal(rx, &case)?.contact)
    };
    town.reads(question).await
}

#[tokio::test]
async fn a_person_who_asks_is_forgotten_once_nothing_is_owed() {
    let town = Town::with(modules()).await;
    let person = town
        .does(|tx| {
            let new = people::NewPerson {
                name: "أمينة السلاوي".into(),
                phone: Phone::parse("0612345678"),
                email: None,
                cin: None,
                lang: Lang::Ar,
                level: people::Level::Contact,
            };
            people::add(tx, new)
        })
        .await;
    let mut new = pothole(1, Some(LAYAYDA));
    new.person = Some(person.clone());
    let case = town
        .does(move |tx| {
            let opened = actions::open(tx, &new)?;
            store::find(tx, &opened.id)
        })
        .await;
    let asked = person.clone();
    town.does(move |tx| people::ask_erasure(tx, &asked)).await;
    town.drain().await;
    assert!(!contact(&town, &case).await.is_none());
    town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("تم") })).await;
    town.drain().await;
    assert!(contact(&town, &case).await.is_none());
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = Town::with(modules()).await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
