//! Two years of an invented commune, lived through its modules' own actions with the clock moved along.

use super::bookings;
use super::contracts;
use super::dice::Dice;
use super::drawings::{self, Subject};
use super::for_others;
use super::hall;
use super::phrases::Phrases;
use super::plan::{self, Due};
use super::requests::{self, About};
use super::said;
use super::sites as doors;
use super::steps::{self, Scene};
use super::town::{self, Spot};
use crate::bar::Bar;
use crate::commands::HOME;
use cases::{Channel, Contact, FileRole, NewCase, NewFile, Place};
use kernel::{Email, Id, Lang, Moment, Phone};
use platform::access;
use platform::{Actor, App, Json, Result, Scope, Tx};
use procedures::{Answers, Asked, Procedure, QuestionKind};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

const SEED: u64 = 0x5A1E_2026;
/// The key that files and updates by Open311, here and nowhere else.
const API_KEY: &str = "demo";
const SPOTS: usize = 1_500;
const DRAWINGS_OF_EACH: usize = 4;
const DAY_SECS: i64 = 86_400;
/// What is timed runs this often while the years pass.
const DRAIN_SECS: i64 = 2 * DAY_SECS;
/// Two years and a few days to settle in.
pub const PAST_SECS: i64 = 734 * DAY_SECS;

/// A report that was opened, and what is still to come of it.
pub struct Living {
    pub id: Id,
    pub category: String,
    pub lang: Lang,
    pub words: String,
    pub place: String,
    pub spot: usize,
    pub life: Vec<Due>,
}

pub struct Load {
    pub scene: Scene,
    dice: Dice,
    spots: Vec<Spot>,
    drawings: HashMap<Subject, Vec<NewFile>>,
}

/// Everything of the demonstration, into a commune that was just opened with the clock in the past.
pub async fn run(app: &App, phrases: Arc<Phrases>, (reports, asked): (usize, usize), label: String) -> Result<usize> {
    let scope = Scope::system(HOME);
    let present = app.store().clock().now().plus_secs(PAST_SECS);
    let staff = town::hire(app, &scope, &phrases, SEED).await?;
    let names = phrases.streets.clone();
    let spots = app.store().read(scope.clone(), move |rx| town::spots(rx, &names, SPOTS, SEED, town::BOX)).await?;
    let planted = spots.clone();
    app.store().write(scope.clone(), move |tx| town::plant_lamps(tx, &planted)).await?;
    app.store().write(scope.clone(), doors::open).await?;
    app.store().write(scope.clone(), |tx| access::add_key(tx, API_KEY, "Open311", "api_client")).await?;
    let catalog = app.store().read(scope.clone(), procedures::catalog).await?;
    let mut dice = Dice::new(SEED);
    let drawings = hang(app, &mut dice).await?;
    let scene = Scene {
        app: app.clone(),
        scope,
        phrases,
        catalog,
        staff,
        proof: drawings.get(&Subject::Mended).cloned().unwrap_or_default(),
    };
    let mut load = Load { scene, dice, spots, drawings };
    requests::keys(&load.scene).await?;
    let living = load.live(present, (reports, asked), label).await?;
    for_others::make(&load.scene, &mut load.dice, &load.spots).await?;
    let (scope, phrases) = (load.scene.scope.clone(), load.scene.phrases.clone());
    app.store().write(scope, move |tx| bookings::book(tx, &phrases, SEED).map(|_| ())).await?;
    hall::morning(&load.scene, &mut load.dice).await?;
    said::speak(&load.scene).await?;
    load.scene.app.drain().await?;
    Ok(living)
}

/// Drawings sealed once; many reports show the same.
async fn hang(app: &App, dice: &mut Dice) -> Result<HashMap<Subject, Vec<NewFile>>> {
    let mut hung: HashMap<Subject, Vec<NewFile>> = HashMap::new();
    for subject in Subject::ALL {
        let role = if subject == Subject::Mended { FileRole::Proof } else { FileRole::Photo };
        for _ in 0..DRAWINGS_OF_EACH {
            let (picture, thumb) = drawings::draw(subject, dice)?;
            let (blob, thumb) = (app.blobs().put(HOME, &picture)?, app.blobs().put(HOME, &thumb)?);
            hung.entry(subject).or_default().push(NewFile::image(role, blob, thumb, "image/jpeg".into()));
        }
    }
    Ok(hung)
}

/// What waits for its hour: a report to open, or the next step of one that is open.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Next {
    Open,
    /// The contracts of the companies begin.
    Agree,
    /// The companies do some of what they were given.
    Round,
    Step {
        report: usize,
        step: usize,
    },
    /// A request to file, or its next step.
    Ask(About),
    Walk(Id),
}

impl Load {
    async fn live(&mut self, present: Moment, (reports, asked): (usize, usize), label: String) -> Result<usize> {
        let mut bar = Bar::new(label);
        let mut agenda: BinaryHeap<Reverse<(Moment, Next)>> = BinaryHeap::new();
        let opened: Vec<Moment> = (0..reports)
            .map(|place| waking(present.plus_secs(-plan::age(&mut self.dice, place, reports)), &mut self.dice))
            .collect();
        agenda.extend(opened.iter().filter(|at| **at < present).map(|at| Reverse((*at, Next::Open))));
        let days = requests::days(&mut self.dice, asked, present.day());
        agenda.extend(days.into_iter().map(|day| Reverse((day.at(10, 0), Next::Ask(About::Anything)))));
        let days = requests::order_days(&mut self.dice, asked / 6, present.day());
        agenda.extend(days.into_iter().map(|day| Reverse((day.at(11, 0), Next::Ask(About::Copy)))));
        let (mut living, mut done, mut drained): (Vec<Living>, usize, Moment) = (Vec::new(), 0, self.now());
        agenda.push(Reverse((present.plus_secs(-contracts::OLD_DAYS * DAY_SECS), Next::Agree)));
        while let Some(Reverse((at, next))) = agenda.pop() {
            if at >= present {
                continue;
            }
            if at.secs_since(drained) > DRAIN_SECS {
                self.until(at);
                self.scene.app.drain().await?;
                drained = at;
            }
            self.until(at);
            match next {
                Next::Open => {
                    if let Some(report) = self.open(present.secs_since(at)).await? {
                        let place = living.len();
                        agenda.extend(upcoming(&report, place, 0, at));
                        living.push(report);
                    }
                    done += 1;
                    bar.at(done as u64, reports as u64);
                }
                Next::Agree => {
                    contracts::agree(&self.scene).await?;
                    agenda.push(Reverse((at.plus_secs(contracts::ROUND_SECS), Next::Round)));
                }
                Next::Round => {
                    contracts::round(&self.scene).await?;
                    agenda.push(Reverse((at.plus_secs(contracts::ROUND_SECS), Next::Round)));
                }
                Next::Ask(about) => {
                    let spot = self.spots[self.dice.below(self.spots.len())].clone();
                    if let Some(case) = requests::file(&self.scene, &mut self.dice, &spot, about).await? {
                        agenda.push(Reverse((at.plus_secs(DAY_SECS), Next::Walk(case))));
                    }
                }
                // Offices decide on working days; a file that is due on a weekend waits for Monday.
                Next::Walk(case) if at.day().weekday() > 5 => {
                    agenda.push(Reverse((at.plus_secs(DAY_SECS), Next::Walk(case))));
                }
                Next::Walk(case) => {
                    if let Some(wait) = requests::walk(&self.scene, &mut self.dice, &case).await? {
                        agenda.push(Reverse((at.plus_secs(wait), Next::Walk(case))));
                    }
                }
                Next::Step { report, step } => {
                    if steps::take(&self.scene, &mut self.dice, &living, report, step).await? {
                        agenda.extend(upcoming(&living[report], report, step + 1, at));
                    }
                }
            }
        }
        self.until(present);
        self.scene.app.drain().await?;
        requests::complaints(&self.scene).await?;
        contracts::work(&self.scene).await?;
        bar.end();
        Ok(living.len())
    }

    fn now(&self) -> Moment {
        self.scene.app.store().clock().now()
    }

    /// Moves the clock on to a moment; it never goes back.
    fn until(&self, at: Moment) {
        let ahead = at.secs_since(self.now());
        self.scene.app.store().clock().advance_secs(ahead.max(0));
    }

    /// Somebody files a report. Nothing is opened when its words are missing.
    async fn open(&mut self, age_secs: i64) -> Result<Option<Living>> {
        let category = plan::category(&mut self.dice);
        let Some(procedure) = self.scene.catalog.find(category).cloned() else { return Ok(None) };
        let at = self.dice.below(if procedure.asset.as_deref() == Some("lamp") { town::LAMPS } else { self.spots.len() });
        let spot = self.spots[at].clone();
        let quarter = spot.quarter.as_ref().map_or(&spot.street, |quarter| &quarter.name).clone();
        let (lang, words) = self.scene.phrases.say(&mut self.dice, category, &spot.street, &quarter);
        let (new, actor) = self.filed(&procedure, &spot, lang, &words);
        let scope = Scope { actor, ..self.scene.scope.clone() };
        let opened = self
            .scene
            .app
            .store()
            .write(scope, move |tx: &mut Tx| cases::open(tx, &NewCase { key: tx.new_id(), ..new.clone() }))
            .await?;
        let target = procedure
            .clocks
            .iter()
            .find(|clock| clock.id == "service")
            .map_or(72, |clock| hours(clock.span, clock.kind.as_str()));
        let life = plan::life(&mut self.dice, target, procedure.not_ours.is_none(), age_secs);
        let place = format!("{}، {}", spot.street.text(lang), quarter.text(lang));
        Ok(Some(Living { id: opened.id, category: category.to_owned(), lang, words, place, spot: at, life }))
    }

    fn filed(&mut self, procedure: &Procedure, spot: &Spot, lang: Lang, words: &str) -> (NewCase, Actor) {
        let dice = &mut self.dice;
        let channel = [Channel::Web, Channel::Web, Channel::Web, Channel::Web, Channel::Phone, Channel::Counter, Channel::Api]
            [dice.below(7)];
        let assisted = matches!(channel, Channel::Phone | Channel::Counter);
        let actor = if assisted { self.scene.staff.named("counter@demo.test") } else { Actor::Public };
        let asset = spot.lamp.clone().filter(|_| procedure.asset.as_deref() == Some("lamp") && dice.happens(60));
        let placed = procedure.place != Asked::None;
        let place = Place {
            point: Some(spot.point).filter(|_| placed),
            area: Some(spot.area.clone()).filter(|_| placed),
            quarter: spot.quarter.as_ref().map(|quarter| quarter.id.clone()).filter(|_| placed),
            asset,
            words: if placed && dice.happens(50) { spot.street.text(lang).to_owned() } else { String::new() },
        };
        let likely = match procedure.photo {
            Asked::Needed => 90,
            Asked::Asked => 65,
            Asked::Optional => 35,
            Asked::None => 0,
        };
        let drawings = self.drawings.get(&Subject::of(&procedure.id)).map_or(&[][..], Vec::as_slice);
        let files = if dice.happens(likely) { dice.one(drawings).cloned().into_iter().collect() } else { Vec::new() };
        let answers = answered(dice, procedure);
        let contact = contact(dice, &self.scene.phrases, lang);
        let publish = procedure.public && dice.happens(85);
        // Its key is made when it is opened, in the transaction.
        let key = Id::new(String::new());
        let (procedure, words, person) = (procedure.id.clone(), words.to_owned(), None);
        (NewCase { key, procedure, channel, lang, words, answers, contact, person, place, files, publish, suspect: None }, actor)
    }
}

fn upcoming(report: &Living, place: usize, step: usize, now: Moment) -> Option<Reverse<(Moment, Next)>> {
    let due = report.life.get(step)?;
    let before = if step == 0 { 0 } else { report.life[step - 1].after_secs };
    let wait = (due.after_secs - before).max(60);
    Some(Reverse((steps::hour_of(&due.step, now.plus_secs(wait)), Next::Step { report: place, step })))
}

/// People write between seven and midnight.
fn waking(at: Moment, dice: &mut Dice) -> Moment {
    let hour = at.zoned().hour();
    if hour >= 7 { at } else { at.plus_secs(i64::from(7 - hour) * 3_600 + dice.between(0, 9_000)) }
}

fn hours(span: i64, kind: &str) -> i64 {
    if kind == "hours" { span } else { span * 24 }
}

/// Answers to the questions of the category that anyone would give.
fn answered(dice: &mut Dice, procedure: &Procedure) -> Answers {
    let mut answers = Answers::default();
    let own =
        procedure.questions.iter().filter(|question| question.show_if.is_none() && question.page.as_deref() == Some("details"));
    for question in own.filter(|question| question.required) {
        let value = match question.kind {
            QuestionKind::Choice => dice.one(&question.options).map_or(Json::Null, |option| Json::from(option.id.as_str())),
            QuestionKind::YesNo => Json::Bool(dice.happens(30)),
            QuestionKind::Number => Json::from(dice.between(1, 6)),
            _ => Json::from("—"),
        };
        answers.0.insert(question.id.clone(), value);
    }
    answers
}

fn contact(dice: &mut Dice, phrases: &Phrases, lang: Lang) -> Contact {
    let name = dice.happens(45).then(|| phrases.person(dice).text(lang).to_owned());
    match dice.below(10) {
        0..=3 => Contact { name, phone: Phone::parse(&format!("06{:08}", dice.below(100_000_000))), email: None },
        4 => Contact { name, phone: None, email: Email::parse(&format!("citizen-{}@example.test", dice.below(900))) },
        _ => Contact::default(),
    }
}
