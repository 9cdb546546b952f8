//! Figures are right on cases made by hand, each person counts only what his grants open, and CSV says the same.

use crate::figures::{self, Figure, Figures};
use cases::{Channel, Contact, FileRole, Given, NewCase, NewFile, Place, Survey};
use kernel::{Id, Lang, Point};
use platform::{Module, Result, Tx};
use procedures::Answers;
use testing::Town;

const TABRIQUET: &str = "04.441.01.09";
const BETTANA: &str = "04.441.01.05";

pub(crate) fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
    ]
}

fn reported(number: u8, area: &str) -> NewCase {
    NewCase {
        key: Id::parse(&format!("01936f2a-7a3b-7c4d-8e5f-0123456789{number:02x}")).unwrap(),
        procedure: "pothole".into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة أمام المدرسة".into(),
        answers: Answers::default(),
        contact: Contact::default(),
        person: None,
        place: Place { point: Point::new(34.05, -6.79), area: Some(area.into()), ..Place::default() },
        files: Vec::new(),
        publish: false,
        suspect: None,
    }
}

async fn open(town: &Town, number: u8, area: &str) -> Id {
    let new = reported(number, area);
    town.does(move |tx| Ok(cases::open(tx, &new)?.id)).await
}

fn act(id: &Id, action: &'static str, given: Given, by_applicant: bool) -> impl FnMut(&mut Tx) -> Result<()> + Send + 'static {
    let id = id.clone();
    move |tx| cases::act(tx, &id, action, &given, by_applicant).map(drop)
}

fn words(outcome: Option<&str>) -> Given {
    Given { words: "أصلحنا الحفرة".into(), outcome: outcome.map(str::to_owned), ..Given::default() }
}

async fn rate(town: &Town, id: &Id, mark: i64) {
    let id = id.clone();
    let survey = Survey { satisfaction: Some(mark), solved: Some("yes".into()), ..Survey::default() };
    town.does(move |tx| cases::rate(tx, &id, &survey)).await;
}

/// Tabriquet: one answered the same day and reopened, one withdrawn, one late. Bettana: one answered after two days.
async fn history() -> Town {
    let town = Town::with(modules()).await;
    let (first, second) = (open(&town, 1, TABRIQUET).await, open(&town, 2, BETTANA).await);
    let (withdrawn, _late) = (open(&town, 3, TABRIQUET).await, open(&town, 4, TABRIQUET).await);
    town.clock.advance_secs(6 * 3_600);
    town.does(act(&withdrawn, "withdraw", Given::default(), true)).await;
    town.does(act(&first, "answer", words(Some("done")), false)).await;
    rate(&town, &first, 2).await;
    town.clock.advance_secs(42 * 3_600);
    town.does(act(&second, "answer", words(Some("done")), false)).await;
    rate(&town, &second, 5).await;
    town.does(act(&first, "reopen", words(None), true)).await;
    town.clock.advance_secs(80 * 86_400);
    town
}

async fn counted(town: &Town, days: i64) -> Figures {
    town.reads(move |rx| figures::load(rx, days, None)).await
}

#[tokio::test]
async fn figures_follow_what_was_opened_answered_and_reopened() {
    let town = history().await;
    let figures = counted(&town, 90).await;
    let all = figures.all();
    let counts = all.counts;
    assert_eq!((counts.total, counts.open, counts.late), (4, 2, 2));
    assert_eq!((counts.received, counts.answered, counts.settled, counts.reopened), (4, 1, 2, 1));
    assert_eq!((all.delays.service.met, all.delays.answer.met, all.delays.answer.missed), (2, 2, 0));
    assert_eq!((all.median, all.mark()), (Some(20), Some(35)));
    let areas = figures.groups(Figure::Areas);
    let bettana = areas.iter().find(|group| group.key == BETTANA).unwrap();
    assert_eq!((bettana.line.counts.received, bettana.line.counts.open, bettana.line.mark()), (1, 0, Some(50)));
    assert_eq!(figures.groups(Figure::Categories).len(), 1);
    assert_eq!(figures.groups(Figure::Units).len(), 2);
    let month = figures.months.iter().find(|(day, _)| day.to_string() == "2026-11-01").unwrap().1;
    assert_eq!((month.received, month.answered), (4, 1));
}

#[tokio::test]
async fn a_shorter_period_forgets_what_is_older_but_not_what_is_open() {
    let town = history().await;
    let all = counted(&town, 30).await.all();
    assert_eq!((all.counts.received, all.counts.answered, all.counts.open, all.median, all.mark()), (0, 0, 2, None, None));
    assert_eq!(figures::kept(all.delays.service), None);
}

#[tokio::test]
async fn a_missed_delay_counts_when_it_is_answered_at_last() {
    let town = history().await;
    let late = open(&town, 4, TABRIQUET).await;
    town.does(act(&late, "answer", words(Some("done")), false)).await;
    let all = counted(&town, 90).await.all();
    assert_eq!((all.delays.service.met, all.delays.service.missed, figures::kept(all.delays.service)), (2, 1, Some(67)));
    assert_eq!((all.counts.open, all.counts.late), (1, 1));
}

/// Asked for with its papers, granted the same day.
async fn granted(town: &Town, number: u8, procedure: &'static str, steps: &[&'static str]) {
    let id = town
        .does(move |tx| {
            let declared = procedures::procedure(tx, procedure)?;
            let with = procedures::with(tx)?;
            let read = procedures::read(&declared.questions, &procedures::sample(&declared, &Default::default(), &with), &with);
            let file = |piece: &procedures::Piece| NewFile {
                piece: Some(piece.id.clone()),
                ..NewFile::image(FileRole::Piece, "x".into(), String::new(), "application/pdf".into())
            };
            let files = cases::missing_pieces(&declared, &read.context, &[]).into_iter().map(file).collect();
            let new = NewCase { procedure: procedure.into(), answers: read.answers, files, ..reported(number, BETTANA) };
            Ok(cases::open(tx, &new)?.id)
        })
        .await;
    for step in steps {
        town.does(act(&id, step, words(None), false)).await;
    }
}

#[tokio::test]
async fn requests_have_their_names_and_the_clock_of_their_decision_counts() {
    let town = Town::with(modules()).await;
    granted(&town, 1, "repair-permit", &["take", "propose_grant", "grant"]).await;
    let all = counted(&town, 90).await.all();
    assert_eq!((all.delays.answer.met, all.delays.service.all()), (1, 0), "the law promises it");
    granted(&town, 2, "civil-status-card", &["grant"]).await;
    let all = counted(&town, 90).await.all();
    assert_eq!((all.delays.answer.all(), all.delays.service.met), (1, 1), "a target of the commune");
    let page = town.clerk("dgs").await.get("/fr/dashboard").await.ok();
    page.shows("Permis de réfection").shows_not("Lieu non précisé");
}

#[tokio::test]
async fn the_director_of_an_arrondissement_counts_only_his_own() {
    let town = history().await;
    let director = town.clerk_in("arrondissement_director", None, Some(BETTANA)).await;
    let all = town.clerk("dgs").await;
    let mine = director.get("/dashboard/areas.csv?days=90").await.ok();
    let lines: Vec<String> = mine.text().lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].starts_with(BETTANA) && lines[1].contains(",1,0,0,1,1,0,1,0,2.0,1,5.0"), "{lines:?}");
    all.get("/dashboard/areas.csv?days=90").await.ok().shows(TABRIQUET).shows(BETTANA);
    director.get("/fr/dashboard?figure=areas").await.ok().shows_not("Tabriquet");
    all.get("/fr/dashboard?figure=areas").await.ok().shows("Tabriquet");
}

#[tokio::test]
async fn figures_open_to_those_who_may_and_to_nobody_else() {
    let town = history().await;
    for role in ["agent", "counter_clerk", "dpo"] {
        let clerk = town.clerk(role).await;
        clerk.get("/fr/dashboard").await.is(403);
        clerk.get("/dashboard/units.csv").await.is(403);
    }
    town.visitor().get("/fr/dashboard").await.is(303);
    let councillor = town.clerk("councillor").await;
    councillor.get("/fr/dashboard").await.ok().shows("Dossiers ouverts").shows_not("/fr/desk?view=all");
    town.clerk("president").await.get("/fr/dashboard").await.ok().shows("/fr/desk?view=late");
}

#[tokio::test]
async fn every_page_and_file_answers_in_each_language() {
    let town = history().await;
    let head = town.clerk("dgs").await;
    for lang in ["ar", "fr", "zgh", "en"] {
        for figure in ["", "&figure=units", "&figure=categories", "&figure=areas", "&figure=months", "&figure=reopened"] {
            head.get(&format!("/{lang}/dashboard?days=365{figure}")).await.ok();
        }
    }
    for figure in ["units", "categories", "areas", "months", "reopened"] {
        head.get(&format!("/dashboard/{figure}.csv")).await.ok();
    }
    head.get("/dashboard/months.csv").await.ok().shows("2026-11,4,1");
    head.get("/dashboard/reopened.csv").await.ok().shows("pothole").shows(",2,1");
    head.get("/dashboard/persons.csv").await.is(404);
    head.get("/dashboard/units").await.is(404);
}

#[tokio::test]
async fn without_a_case_the_page_says_so() {
    let town = Town::with(modules()).await;
    town.clerk("president").await.get("/fr/dashboard").await.ok().shows("Aucun dossier pour le moment");
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = Town::with(modules()).await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
