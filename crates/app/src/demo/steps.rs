//! What staff and authors do with a report, each through the action of its module.

use super::dice::Dice;
use super::load::Living;
use super::phrases::Phrases;
use super::plan::Step;
use super::town::Staff;
use cases::{Case, Given, NewFile, Survey};
use kernel::{Id, Lang, Moment, format};
use platform::{Actor, App, Problem, Result, Scope, Tx};
use procedures::Catalog;
use std::sync::Arc;

/// Everything that acting needs.
pub struct Scene {
    pub app: App,
    pub scope: Scope,
    pub phrases: Arc<Phrases>,
    pub catalog: Arc<Catalog>,
    pub staff: Staff,
    /// Photos of what was put right.
    pub proof: Vec<NewFile>,
}

impl Scene {
    pub fn scope_tenant(&self) -> Arc<str> {
        crate::commands::HOME.into()
    }
}

/// When a step happens: staff work in the day and on weekdays, authors when they are awake.
pub fn hour_of(step: &Step, at: Moment) -> Moment {
    let staff = !matches!(step, Step::Reply | Step::Withdraw | Step::Rate(_) | Step::Reopen);
    let (hour, weekday) = (at.zoned().hour(), at.day().weekday());
    let minute = i8::try_from(at.0.as_second().rem_euclid(60)).unwrap_or(0);
    match (staff, hour) {
        (true, _) if weekday == 7 => at.day().next().at(9, minute),
        (true, 17..) => at.day().next().at(9, minute),
        (true, ..8) => at.day().at(9, minute),
        (false, ..7) => at.day().at(8, minute),
        _ => at,
    }
}

/// Does one step of a report. Says whether its life goes on: a step that the rules refuse ends it quietly.
pub async fn take(scene: &Scene, dice: &mut Dice, living: &[Living], report: usize, step: usize) -> Result<bool> {
    let one = &living[report];
    let id = one.id.clone();
    let case = scene.app.store().read(scene.scope.clone(), move |rx| cases::find(rx, &id)).await?;
    let (actor, mut act) = prepare(scene, dice, living, report, &case, one.life[step].step.clone());
    let scope = Scope { actor, ..scene.scope.clone() };
    match scene.app.store().write(scope, move |tx| act(tx)).await {
        Ok(()) => Ok(true),
        // The rules refuse it, or the case is out of this person's reach: nobody does it.
        Err(problem @ (Problem::Refused(_) | Problem::NotFound | Problem::Forbidden)) => {
            tracing::debug!(code = %case.code, ?problem, "a step was refused");
            Ok(false)
        }
        Err(problem) => {
            tracing::error!(code = %case.code, category = %case.procedure, step = ?one.life[step], ?problem, "a step failed");
            Err(problem)
        }
    }
}

type Act = Box<dyn FnMut(&mut Tx) -> Result<()> + Send>;

fn prepare(scene: &Scene, dice: &mut Dice, living: &[Living], report: usize, case: &Case, step: Step) -> (Actor, Act) {
    let (one, id) = (&living[report], case.id.clone());
    let handler = scene.staff.of(&case.unit, dice);
    let say = |dice: &mut Dice, subject: &str| scene.phrases.say_in(dice, one.lang, subject);
    match step {
        Step::Moderate => (scene.staff.named("moderator@demo.test"), moderate(one, case, dice)),
        Step::Sort => (scene.staff.named("triage@demo.test"), acting(id, "sort", Given::default(), false)),
        Step::Take => {
            let person = person_of(&handler).filter(|_| dice.happens(45));
            (
                handler,
                Box::new(move |tx| {
                    act(tx, &id, "take", &Given::default(), false)?;
                    person.as_ref().map_or(Ok(()), |person| cases::assign(tx, &id, Some(person)).map(|_| ()))
                }),
            )
        }
        Step::Note => {
            let words = say(dice, "note");
            (handler, Box::new(move |tx| cases::note(tx, &id, &words)))
        }
        Step::Ask => (handler, acting(id, "ask", Given { words: say(dice, "ask"), ..Given::default() }, false)),
        Step::Reply => (Actor::Public, acting(id, "reply", Given { words: say(dice, "reply"), ..Given::default() }, true)),
        Step::Plan => {
            let days = dice.between(1, 4);
            (
                handler,
                Box::new(move |tx| {
                    act(tx, &id, "plan", &Given { date: Some(tx.today().plus_days(days)), ..Given::default() }, false)
                }),
            )
        }
        Step::Arrive => (handler, acting(id, "arrive", Given::default(), false)),
        Step::Refer => (scene.staff.named("triage@demo.test"), refer(scene, case)),
        Step::Answer(outcome) => answer(scene, dice, one, case, outcome, handler),
        Step::Withdraw => (Actor::Public, acting(id, "withdraw", Given::default(), true)),
        Step::Merge => merge(scene, dice, living, report, case, handler),
        Step::Rate(mark) => {
            let words = (mark < 4 || dice.happens(30)).then(|| say(dice, "survey"));
            let solved = Some(
                if mark >= 4 {
                    "yes"
                } else if mark == 3 {
                    "partly"
                } else {
                    "no"
                }
                .to_owned(),
            );
            let survey = Survey { solved, satisfaction: Some(mark), clear: Some("yes".into()), words, ..Survey::default() };
            (Actor::Public, Box::new(move |tx| cases::rate(tx, &id, &survey)))
        }
        Step::Reopen => (Actor::Public, acting(id, "reopen", Given { words: say(dice, "reopen"), ..Given::default() }, true)),
    }
}

fn act(tx: &mut Tx, id: &Id, action: &str, given: &Given, by_applicant: bool) -> Result<()> {
    cases::act(tx, id, action, given, by_applicant).map(|_| ())
}

fn acting(id: Id, action: &'static str, given: Given, by_applicant: bool) -> Act {
    Box::new(move |tx| act(tx, &id, action, &given, by_applicant))
}

fn person_of(actor: &Actor) -> Option<Id> {
    match actor {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}

/// Words are shown as they were written, or held back; a photo only now and then.
fn moderate(one: &Living, case: &Case, dice: &mut Dice) -> Act {
    let (id, words, shown, photo) = (case.id.clone(), one.words.clone(), dice.happens(96), dice.happens(60));
    let (waits, pin) = (case.publication == cases::Publication::Pending, case.procedure_pin.clone());
    Box::new(move |tx| {
        if !waits {
            return Ok(());
        }
        let photo = photo && cases::pinned(tx, &pin)?.open.photo;
        let first = if photo { cases::files::of(tx, &id)?.into_iter().next().map(|file| file.id) } else { None };
        let reason = Some("no_problem".to_owned());
        let choice = moderation::Choice { publish: shown, shown: words.clone(), photo: first, reason, words: String::new() };
        moderation::decide(tx, &id, &choice).map(|_| ())
    })
}

/// To the body that the category names.
fn refer(scene: &Scene, case: &Case) -> Act {
    let (id, to) =
        (case.id.clone(), scene.catalog.find(&case.procedure).and_then(|one| one.not_ours.as_ref()).map(|one| one.to.clone()));
    Box::new(move |tx| {
        let unit = to.as_deref().map(|code| units::by_code(tx, code, None)).transpose()?.flatten().map(|unit| unit.id);
        act(tx, &id, "refer", &Given { unit, ..Given::default() }, false)
    })
}

fn answer(scene: &Scene, dice: &mut Dice, one: &Living, case: &Case, outcome: &'static str, handler: Actor) -> (Actor, Act) {
    let (id, words) = (case.id.clone(), letter(scene, dice, one, case, outcome));
    let proof = (outcome == "done" && dice.happens(35)).then(|| dice.one(&scene.proof).cloned()).flatten();
    let unit = scene.catalog.find(&case.procedure).and_then(|procedure| procedure.not_ours.as_ref()).map(|one| one.to.clone());
    let files: Vec<NewFile> = proof.into_iter().collect();
    let act = Box::new(move |tx: &mut Tx| {
        let to = match (outcome, &unit) {
            ("not_ours_transferred", Some(code)) => units::by_code(tx, code, None)?.map(|unit| unit.id),
            _ => None,
        };
        let given =
            Given { words: words.clone(), outcome: Some(outcome.into()), unit: to, files: files.clone(), ..Given::default() };
        act(tx, &id, "answer", &given, false)
    });
    (handler, act)
}

/// The pack's answer for this outcome, with its blanks filled.
fn letter(scene: &Scene, dice: &mut Dice, one: &Living, case: &Case, outcome: &str) -> String {
    let template = match (outcome, one.category.as_str()) {
        ("done", "uncollected-waste" | "rubble" | "illegal-dump" | "street-sweeping" | "market-cleanliness") => "collected",
        (
            "done",
            "noise" | "food-hygiene" | "public-space-occupied" | "street-vendors" | "parking-attendants" | "illegal-building",
        ) => "control-done",
        ("done", _) => "repaired",
        ("refused_with_reason", _) => "refused",
        ("already_fixed", _) => "already-fixed",
        _ => "not-ours",
    };
    let text = scene.catalog.answers.iter().find(|answer| answer.id == template).map_or("", |answer| answer.text.text(one.lang));
    let unit = scene.staff.units.get(&case.unit).map_or("", |name| name.text(one.lang));
    let today = scene.app.store().clock().today();
    filled(text, one.lang, &case.code, unit, &format::day(today, one.lang), &one.place)
        .replace("{reason}", &scene.phrases.say_in(dice, one.lang, "refused"))
}

fn filled(text: &str, lang: Lang, code: &str, unit: &str, day: &str, place: &str) -> String {
    let place = if place.is_empty() { if lang == Lang::Fr { "cet endroit" } else { "هذا المكان" } } else { place };
    text.replace("{code}", code).replace("{unit}", unit).replace("{date}", day).replace("{place}", place)
}

/// Joined to an earlier report of the same kind in the same place, or else answered as done.
fn merge(scene: &Scene, dice: &mut Dice, living: &[Living], report: usize, case: &Case, handler: Actor) -> (Actor, Act) {
    let one = &living[report];
    let earlier = living[..report].iter().rev().take(400).find(|other| other.category == one.category && other.spot == one.spot);
    let Some(first) = earlier.or_else(|| living[..report].iter().rev().take(60).find(|other| other.category == one.category))
    else {
        return answer(scene, dice, one, case, "done", handler);
    };
    let (id, first) = (case.id.clone(), first.id.clone());
    let act = Box::new(move |tx: &mut Tx| {
        let code = cases::find(tx, &first)?.code;
        cases::merge(tx, &id, &code, "").map(|_| ())
    });
    (scene.staff.named("triage@demo.test"), act)
}
