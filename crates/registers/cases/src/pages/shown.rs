//! How a case is shown: states as pills, the path of the timeline, clocks as a next date with its days.

use crate::model::{Case, ClockStanding, ClockView, Entry, EventKind, FileRole};
use kernel::clock::Mark;
use kernel::{Label, Lang, Moment, format};
use platform::{Ctx, Json, context};
use procedures::{Phase, Procedure, SourceKind, State};

/// Colour of a state: river examined, forest done, future under way, alarm reopened or refused.
pub fn colour(case: &Case, procedure: &Procedure) -> &'static str {
    if case.state == "reopened" {
        return "alarm";
    }
    match case.phase {
        Phase::Filed => "river",
        Phase::InProgress | Phase::WaitingApplicant | Phase::WaitingOther => "future",
        Phase::Decided | Phase::Closed => match case.outcome.as_deref().and_then(|id| procedure.outcome(id)) {
            Some(outcome) if outcome.solved => "forest",
            _ => "",
        },
    }
}

/// The state as a pill: what was decided says more than "answered".
pub fn pill(case: &Case, procedure: &Procedure) -> Json {
    context! { kind => colour(case, procedure), text => standing(case, procedure) }
}

/// The same with its word in the page's language, for a row.
pub fn pill_in(ctx: &Ctx, case: &Case, procedure: &Procedure) -> Json {
    context! { kind => colour(case, procedure), text => standing(case, procedure).map_or("", |name| name.text(ctx.lang)) }
}

/// The pill as staff read it: `key` names the words that stand for a state named to its author.
pub fn desk_pill(case: &Case, procedure: &Procedure) -> Json {
    let key = procedure.state(&case.state).filter(|state| speaks_to_author(procedure, state)).map(|_| AWAITED);
    context! { kind => colour(case, procedure), text => standing(case, procedure), key => key }
}

const AWAITED: &str = "cases-desk-awaited";

/// Whether the name of the state says "you" to the applicant ("waiting for papers from you").
pub fn speaks_to_author(procedure: &Procedure, state: &State) -> bool {
    procedure.is_request() && state.phase == Phase::WaitingApplicant && !state.incomplete
}

/// The state; of a report that is answered, its outcome. The states of a request say more: granted, then handed over.
pub fn standing<'p>(case: &Case, procedure: &'p Procedure) -> Option<&'p Label> {
    let settled = !case.is_open() && !procedure.is_request();
    let outcome = case.outcome.as_deref().filter(|_| settled).and_then(|id| procedure.outcome(id));
    let state = procedure.state(&case.state).map(|state| &state.name);
    outcome.map(|outcome| &outcome.name).or(state)
}

/// The entries of the timeline as steps, in the page's language.
pub fn path(ctx: &Ctx, case: &Case, procedure: &Procedure, entries: &[Entry], staff: bool) -> Vec<Json> {
    let last = entries.len().saturating_sub(1);
    let step = |(place, entry): (usize, &Entry)| {
        let state = entry.data["to"].as_str().and_then(|id| procedure.state(id));
        // Who withdrew was not answered.
        let outcome =
            entry.data["outcome"].as_str().filter(|outcome| *outcome == "withdrawn").and_then(|id| procedure.outcome(id));
        let title = match (entry.kind, state) {
            (EventKind::Moved, Some(_)) if outcome.is_some() => {
                outcome.map_or(String::new(), |o| o.name.text(ctx.lang).to_owned())
            }
            (EventKind::Moved, Some(state)) if staff && speaks_to_author(procedure, state) => ctx.text(AWAITED, &[]),
            (EventKind::Moved, Some(state)) => state.name.text(ctx.lang).to_owned(),
            (EventKind::Escalated, _) => escalated(ctx, entry),
            _ => ctx.text(
                &format!("cases-event-{}", entry.kind.as_str().replace('_', "-")),
                &[("count", &entry.data["count"].to_string())],
            ),
        };
        let kind = match entry.kind {
            EventKind::ClockMissed => "alarm",
            _ if place == last && case.is_open() => "now",
            EventKind::Note | EventKind::Assigned | EventKind::OpinionCorrected => "quiet",
            _ => "done",
        };
        let who = if staff { who(ctx, entry) } else { String::new() };
        context! { title => title, text => entry.text, when => format::moment(entry.at, ctx.lang), who => who, kind => kind }
    };
    entries.iter().enumerate().map(step).collect()
}

/// Before whom a file came; a reminder to its handler names nobody.
fn escalated(ctx: &Ctx, entry: &Entry) -> String {
    match serde_json::from_value::<Label>(entry.data["name"].clone()) {
        Ok(unit) => ctx.text("cases-event-escalated-to", &[("unit", unit.text(ctx.lang))]),
        Err(_) => ctx.text("cases-event-escalated", &[]),
    }
}

/// Who did it, as colleagues see it: a name and a unit where they are known.
pub fn who(ctx: &Ctx, entry: &Entry) -> String {
    match &entry.by {
        Some(by) => [Some(by.name.as_str()), by.unit.as_ref().map(|unit| unit.text(ctx.lang))]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
        None if is_of_contractor(entry) => ctx.text("cases-who-contractor", &[]),
        None => speaker(ctx, &entry.actor),
    }
}

/// Whether a contractor added it: without an account he comes by a link, or his own system does. Of those who prove that the
/// work is done, only he has no name here.
fn is_of_contractor(entry: &Entry) -> bool {
    let nameless = matches!(entry.actor.split(':').next(), Some("public" | "citizen" | "system"));
    entry.kind == EventKind::FileAdded && entry.data["role"] == FileRole::Proof.as_str() && nameless
}

/// Who wrote, without a name: the commune, the person, or the house.
pub fn speaker(ctx: &Ctx, actor: &str) -> String {
    let key = match actor.split(':').next().unwrap_or("") {
        "staff" => "cases-who-commune",
        "key" => "cases-who-program",
        "system" => "cases-who-house",
        _ => "cases-who-author",
    };
    ctx.text(key, &[])
}

/// A clock as the next date: what it is, when, who promised it, and every day it counted.
pub fn clock(ctx: &Ctx, clock: &ClockView) -> Json {
    let now = ctx.now();
    let standing = match clock.standing {
        ClockStanding::Running if clock.due_at.is_some_and(|due| due < now) => "late",
        other => other.as_str(),
    };
    let days: Vec<Json> = calendar_days(clock, now);
    let blanks = clock.marks.first().map_or(0, |mark| mark.day.weekday() - 1);
    let heads: Vec<String> = (1..=7).map(|day| weekday(ctx.lang, day)).collect();
    let due = clock.due_at.filter(|_| clock.standing != ClockStanding::Void).map(|due| {
        if clock.kind.as_str() == "hours" { format::moment(due, ctx.lang) } else { format::long_day(due.day(), ctx.lang) }
    });
    context! {
        id => clock.clock,
        name => ctx.text(&format!("cases-clock-{}", clock.clock), &[]),
        due => due,
        relative => clock.due_at.map(|due| format::relative_days(due.day(), now.day(), ctx.lang)),
        standing => standing,
        standing_text => ctx.text(&format!("cases-standing-{standing}"), &[]),
        span => ctx.text(&format!("cases-span-{}", clock.kind), &[("n", &clock.span.to_string())]),
        source => clock.source.text,
        source_kind => ctx.text(&format!("cases-source-{}", clock.source.kind), &[]),
        confirm => clock.source.confirm,
        law => clock.source.kind == SourceKind::Law,
        started => format::moment(clock.started_at, ctx.lang),
        days => (0..blanks).map(|_| context! { kind => "blank", label => "" }).chain(days).collect::<Vec<_>>(),
        heads => heads,
        in_days => clock.kind.as_str() != "hours",
    }
}

fn weekday(lang: Lang, number: i8) -> String {
    let name = format::weekday_name(number, lang);
    name.strip_prefix("ال").unwrap_or(name).chars().take(3).collect()
}

/// At most ten weeks of tiles: a longer delay shows its beginning and its end in words.
fn calendar_days(clock: &ClockView, now: Moment) -> Vec<Json> {
    clock
        .marks
        .iter()
        .take(70)
        .map(|mark| {
            let kind = match mark.kind {
                Mark::First | Mark::Weekend => "off",
                Mark::Counted => "on",
                Mark::Holiday => "feast",
                Mark::Paused => "pause",
                Mark::Due => "due",
            };
            let kind = if mark.day == now.day() { format!("{kind} today") } else { kind.to_owned() };
            context! { kind => kind, label => mark.day.0.day().to_string(), day => mark.day.to_string() }
        })
        .collect()
}

/// The clock that matters to the author: the service target while it runs, else the law's.
pub fn main_clock(clocks: &[ClockView]) -> Option<&ClockView> {
    let counts = |clock: &&ClockView| matches!(clock.standing, ClockStanding::Running | ClockStanding::Paused);
    let mut running: Vec<&ClockView> = clocks.iter().filter(counts).collect();
    running.sort_by_key(|clock| (clock.due_at.is_none(), clock.due_at));
    running.first().copied()
}
