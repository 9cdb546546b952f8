//! The law of a case: which action may follow, what it takes, and who may see what. No database, no clock, no language.

pub mod ladder;
pub mod sms;

use crate::model::{Case, Given};
use kernel::{Day, Moment, Refusal};
use platform::{Actor, Grant, Permission};
use procedures::{Action, Answers, Outcome, Phase, Procedure, Question, QuestionKind, State};

/// Who asks for an action.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum By<'a> {
    Staff(&'a Actor),
    Applicant,
    System,
}

/// What an action leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub to: String,
    pub phase: Phase,
    pub outcome: Option<String>,
    pub other_person: bool,
}

/// What is known of a case besides its row, when an action is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Circumstances {
    /// How often the action was done before.
    pub times: i64,
    /// Whether the clock that the action names is past its first half.
    pub second_half: bool,
}

/// Finds and checks an action: known, possible from here, by this person, with what it requires, in time.
pub fn step(
    procedure: &Procedure,
    case: &Case,
    action: &str,
    given: &Given,
    by: By,
    now: Moment,
    circumstances: Circumstances,
) -> Result<Step, Refusal> {
    let action = possible(procedure, case, action, by, now, circumstances)?;
    let state = procedure.state(&action.to).ok_or_else(|| Refusal::new("cases-unknown-action"))?;
    let chosen = chosen(procedure, action, state, given, by)?;
    required(action, chosen, given)?;
    let outcome = chosen.map(|outcome| outcome.id.clone()).or(action.outcome.clone());
    Ok(Step { to: state.id.clone(), phase: state.phase, outcome, other_person: action.other_person })
}

/// The same before anything is given with it: known, possible from here, by this person, in time.
pub fn possible<'p>(
    procedure: &'p Procedure,
    case: &Case,
    action: &str,
    by: By,
    now: Moment,
    circumstances: Circumstances,
) -> Result<&'p Action, Refusal> {
    let action = procedure.action(action).ok_or_else(|| Refusal::new("cases-unknown-action"))?;
    if !action.from.contains(&case.state) {
        return Err(Refusal::new("cases-not-from-here"));
    }
    permitted(action, by)?;
    in_time(action, case, now)?;
    if action.limit.is_some_and(|limit| circumstances.times >= limit) {
        return Err(Refusal::new("cases-only-once"));
    }
    if circumstances.second_half && !matches!(by, By::System) {
        return Err(Refusal::new("cases-second-half"));
    }
    Ok(action)
}

pub fn permitted(action: &Action, by: By) -> Result<(), Refusal> {
    let allowed = match by {
        By::System => true,
        By::Applicant => action.is_by("applicant"),
        By::Staff(actor) => {
            let held = |permission: &String| actor.grants().iter().any(|grant| grant.permissions.contains(permission));
            action.by.iter().any(held)
        }
    };
    if allowed { Ok(()) } else { Err(Refusal::new("cases-not-yours")) }
}

fn in_time(action: &Action, case: &Case, now: Moment) -> Result<(), Refusal> {
    let (Some(days), Some(answered)) = (action.within_days, case.answered_at) else { return Ok(()) };
    if now.day().days_since(answered.day()) <= days { Ok(()) } else { Err(Refusal::new("cases-too-late").with("days", days)) }
}

/// The outcome that was given, where the action takes one. What a person chose against the action is told, never passed over.
fn chosen<'p>(
    procedure: &'p Procedure,
    action: &Action,
    state: &State,
    given: &Given,
    by: By,
) -> Result<Option<&'p Outcome>, Refusal> {
    let Some(id) = given.outcome.as_deref() else { return Ok(None) };
    let takes = action.outcome.is_none() && action.requires.iter().chain(&state.requires).any(|need| need == "outcome");
    if !takes {
        let contradicts = matches!(by, By::Staff(_)) && action.outcome.as_deref() != Some(id);
        return if contradicts { Err(Refusal::new("cases-outcome-fixed").at("outcome")) } else { Ok(None) };
    }
    let offered = |outcome: &&Outcome| matches!(by, By::System) || is_for_staff(procedure, &outcome.id);
    procedure.outcome(id).filter(offered).map(Some).ok_or_else(|| Refusal::new("cases-choose-outcome").at("outcome"))
}

/// Whether members of staff may choose an outcome: one that only the author or an expired delay brings about is not theirs.
pub fn is_for_staff(procedure: &Procedure, outcome: &str) -> bool {
    let mut fixing = procedure.actions.iter().filter(|action| action.outcome.as_deref() == Some(outcome)).peekable();
    let permission = |by: &String| !matches!(by.as_str(), "applicant" | "system");
    fixing.peek().is_none() || fixing.any(|action| action.by.iter().any(permission))
}

fn required(action: &Action, outcome: Option<&Outcome>, given: &Given) -> Result<(), Refusal> {
    let more = outcome.map(|outcome| outcome.requires.as_slice()).unwrap_or_default();
    for need in action.requires.iter().chain(more) {
        let (present, field) = match need.as_str() {
            "words" | "reason" => (!given.words.trim().is_empty(), "words"),
            "outcome" => (given.outcome.is_some(), "outcome"),
            "date" => (given.date.is_some(), "date"),
            "unit" => (given.unit.is_some(), "unit"),
            "case" => (given.case.is_some(), "case"),
            _ => (true, ""),
        };
        if !present {
            return Err(Refusal::new(format!("cases-needs-{field}")).at(field));
        }
    }
    Ok(())
}

/// A field that accompanies an action, and whether it may stay empty.
pub type Field = (&'static str, bool);

/// What is asked with an action: always words, which the person reads; the rest as the action requires it. The answer to a
/// report takes a photo of what was mended.
pub fn takes(procedure: &Procedure, action: &Action) -> Vec<Field> {
    let mut fields = asked(&action.requires);
    if !fields.iter().any(|(name, _)| *name == "words") {
        fields.push(("words", false));
    }
    let answers = procedure.state(&action.to).is_some_and(|state| state.phase == Phase::Decided) && action.outcome.is_none();
    if answers && !procedure.is_request() {
        fields.push(("proof", false));
    }
    fields
}

/// The fields that these needs ask for; what must hold of the file is no field.
pub fn asked(needs: &[String]) -> Vec<Field> {
    let known = |need: &String| match need.as_str() {
        "words" | "reason" => Some(("words", true)),
        "outcome" => Some(("outcome", true)),
        "date" => Some(("date", true)),
        "unit" => Some(("unit", true)),
        "case" => Some(("case", true)),
        _ => None,
    };
    needs.iter().filter_map(known).collect()
}

/// The outcomes that staff choose among.
pub fn chosen_by_staff(procedure: &Procedure) -> impl Iterator<Item = &Outcome> {
    procedure.outcomes.iter().filter(|outcome| is_for_staff(procedure, &outcome.id))
}

/// How one grant stands to a case: whether its unit and its area cover it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    pub in_unit: bool,
    pub in_area: bool,
    pub restricted: bool,
}

/// Whether one grant opens a case for a permission. A hole refuses.
pub fn opens(grant: &Grant, permission: Permission, restricted_permission: Permission, reach: Reach) -> bool {
    grant.allows(permission) && (!reach.restricted || grant.allows(restricted_permission)) && reach.in_unit && reach.in_area
}

/// The name and contact of the author are kept from the unit complained of (morocco 4.3, K34 and K36): only those who
/// sort and inspect see them.
pub fn sees_author(actor: &Actor, case: &Case, inspect: Permission) -> bool {
    !case.hide_author || matches!(actor, Actor::System { .. }) || actor.may(inspect)
}

/// Answers without those that name the person, or say how to reach him.
pub fn without_person(procedure: &Procedure, mut answers: Answers) -> Answers {
    use QuestionKind::{Company, Email, Person, Phone};
    let personal = |question: &&Question| question.private || matches!(question.kind, Person | Company | Phone | Email);
    for question in procedure.questions.iter().filter(personal) {
        answers.0.remove(&question.id);
    }
    answers
}

/// Whether words of the author alone make the case go on. Papers that were asked for are not replaced by words.
pub fn is_reply(action: &Action) -> bool {
    matches!(action.id.as_str(), "reply" | "answer_pieces") && !action.requires.iter().any(|need| need == "completion")
}

/// A ready answer whose holes were not filled: `{reason}` means nothing to a citizen.
pub fn filled(words: &str) -> Result<(), Refusal> {
    let hole = words.split('{').skip(1).find_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        (!name.is_empty() && name.len() <= 20 && name.chars().all(|letter| letter.is_ascii_lowercase())).then_some(name)
    });
    match hole {
        Some(name) => Err(Refusal::new("cases-words-unfilled").with("hole", format!("{{{name}}}")).at("words")),
        None => Ok(()),
    }
}

/// Dates of a case that another system kept: received before it ended, and neither is still to come.
pub fn past_dates(received: Moment, ended: Option<Moment>, now: Moment) -> Result<(), Refusal> {
    let fit = received <= now && ended.is_none_or(|ended| received <= ended && ended <= now);
    if fit { Ok(()) } else { Err(Refusal::new("cases-import-dates")) }
}

/// How far ahead work may be planned.
const PLANNED_DAYS: i64 = 2 * 366;

/// A day that an agent plans must come, and within two years: a day that never comes plans nothing.
pub fn plannable(day: Day, today: Day) -> Result<(), Refusal> {
    match day.days_since(today) {
        ..0 => Err(Refusal::new("cases-date-past").at("date")),
        0..=PLANNED_DAYS => Ok(()),
        _ => Err(Refusal::new("cases-date-far").at("date")),
    }
}
