//! The clocks of a case: they start, pause, stop and run out; whoever asks sees how a date was computed.

use crate::model::{Audience, Case, ClockStanding, ClockView, EventKind, Given};
use crate::store;
use kernel::clock::{self, Calendar, Pause};
use kernel::{Id, Moment};
use platform::{Result, Tx};
use procedures::{Clock, Phase, Procedure};
use std::collections::BTreeSet;

/// Missed clocks looked at in one run; the next run takes the rest.
const AT_ONCE: i64 = 500;

/// Starts the clocks that run from this state. A clock that already ran is never started again by a transfer; only a
/// reopened case gets a new one, and keeps the old verdict.
pub(crate) fn start(tx: &mut Tx, case: &mut Case, clocks: &[&Clock]) -> Result<()> {
    for row in started(tx, clocks)? {
        store::clocks::insert(tx, &case.id, &row)?;
    }
    refresh_due(tx, case)
}

/// Starts the clocks that begin in the state just reached and never ran before in this case.
pub(crate) fn begin(tx: &mut Tx, case: &mut Case, procedure: &Procedure) -> Result<()> {
    let known: BTreeSet<String> = store::clocks::of(tx, &case.id)?.into_iter().map(|row| row.clock).collect();
    let new = |clock: &&Clock| clock.starts == case.state && !known.contains(&clock.id);
    let starting: Vec<&Clock> = procedure.clocks.iter().filter(new).collect();
    if starting.is_empty() { Ok(()) } else { start(tx, case, &starting) }
}

/// Lengthens a running clock by its own span (law 55-19, art. 17).
pub(crate) fn extend(tx: &mut Tx, case: &mut Case, extend: &procedures::Extend) -> Result<()> {
    let calendar = calendar::calendar(tx)?;
    for mut row in store::clocks::of(tx, &case.id)?.into_iter().filter(|row| row.clock == extend.clock) {
        let data = serde_json::json!({ "clock": row.clock, "from": row.span, "to": row.span * (1 + extend.times) });
        row.span *= 1 + extend.times;
        row.due_at = if row.standing == ClockStanding::Running { compute(tx, &row, &calendar)?.due } else { None };
        store::clocks::update(tx, &case.id, &row)?;
        store::timeline::add(tx, case, EventKind::Extended, Audience::Public, &data, None)?;
        tx.record("cases.clock_extended", &case.id, &data)?;
    }
    refresh_due(tx, case)
}

/// Whether a clock of this case is still in its first half. One that does not run has no half left.
pub(crate) fn in_first_half(tx: &mut Tx, case: &Id, clock: &str) -> Result<bool> {
    let today = tx.today();
    let rows = shown(tx, case)?;
    let row = rows.iter().find(|row| row.clock == clock && row.standing == ClockStanding::Running);
    Ok(row.is_some_and(|row| clock::in_first_half(&row.marks, clock::Span { length: row.span, kind: row.kind }, today)))
}

/// The clocks that begin to run now, not stored yet.
pub(crate) fn started(tx: &mut Tx, clocks: &[&Clock]) -> Result<Vec<ClockView>> {
    let calendar = calendar::calendar(tx)?;
    let begin = |rule: &&Clock| {
        let computed = clock::due(tx.now(), rule.length(), &calendar, &[], tx.now());
        ClockView {
            id: tx.new_id(),
            clock: rule.id.clone(),
            span: rule.span,
            kind: rule.kind,
            source: rule.source.clone(),
            on_due: rule.on_due.clone(),
            started_at: tx.now(),
            due_at: computed.due,
            standing: ClockStanding::Running,
            stopped_at: None,
            missed_at: None,
            marks: Vec::new(),
            moved_from: None,
        }
    };
    Ok(clocks.iter().map(begin).collect())
}

/// Follows a case into its new state: stops what the decision stops, pauses and resumes what the state says.
pub(crate) fn follow(tx: &mut Tx, case: &mut Case, procedure: &Procedure) -> Result<()> {
    let calendar = calendar::calendar(tx)?;
    let paused: BTreeSet<&str> =
        procedure.state(&case.state).map(|state| state.pauses.iter().map(String::as_str).collect()).unwrap_or_default();
    let decided = matches!(case.phase, Phase::Decided | Phase::Closed);
    let withdrawn = case.outcome.as_deref() == Some("withdrawn");
    let given_back = case.phase == Phase::Closed && case.answered_at.is_none();
    for mut row in store::clocks::of(tx, &case.id)? {
        let counting = matches!(row.standing, ClockStanding::Running | ClockStanding::Paused);
        if !counting {
            continue;
        }
        let was = row.clone();
        let stops = procedure.clock(&row.clock).map(|rule| rule.stops.clone());
        let should_pause = paused.contains(row.clock.as_str());
        if decided && (withdrawn || given_back && row.missed_at.is_none()) {
            // Nobody was answered, and nobody kept waiting.
            row.stopped_at = Some(tx.now());
            row.standing = ClockStanding::Void;
        } else if decided || stops.as_deref() == Some(case.state.as_str()) {
            stop(tx, &mut row, &calendar)?;
        } else if should_pause && row.standing == ClockStanding::Running {
            store::clocks::pause(tx, &row.id)?;
            row.standing = ClockStanding::Paused;
            row.due_at = None;
        } else if !should_pause && row.standing == ClockStanding::Paused {
            store::clocks::resume(tx, &row.id)?;
            row.standing = ClockStanding::Running;
            row.due_at = compute(tx, &row, &calendar)?.due;
        }
        if row != was {
            store::clocks::update(tx, &case.id, &row)?;
        }
    }
    refresh_due(tx, case)
}

/// The clocks that a merge stopped run on as if it had not been: the same start, the same pauses.
pub(crate) fn restore(tx: &mut Tx, case: &mut Case, procedure: &Procedure, stopped_at: Moment) -> Result<()> {
    let calendar = calendar::calendar(tx)?;
    for mut row in store::clocks::of(tx, &case.id)?.into_iter().filter(|row| row.stopped_at == Some(stopped_at)) {
        let paused = store::clocks::reopen_pause(tx, &row.id, stopped_at)?;
        (row.stopped_at, row.missed_at) = (None, None);
        row.standing = if paused { ClockStanding::Paused } else { ClockStanding::Running };
        row.due_at = if paused { None } else { compute(tx, &row, &calendar)?.due };
        store::clocks::update(tx, &case.id, &row)?;
    }
    follow(tx, case, procedure)
}

fn stop(tx: &mut Tx, row: &mut ClockView, calendar: &Calendar) -> Result<()> {
    if row.standing == ClockStanding::Paused {
        store::clocks::resume(tx, &row.id)?;
        row.due_at = compute(tx, row, calendar)?.due;
    }
    row.stopped_at = Some(tx.now());
    let late = row.due_at.is_some_and(|due| tx.now() > due);
    row.standing = if late { ClockStanding::Missed } else { ClockStanding::Met };
    if late && row.missed_at.is_none() {
        row.missed_at = row.due_at;
    }
    Ok(())
}

fn compute(tx: &mut Tx, row: &ClockView, calendar: &Calendar) -> Result<clock::Computation> {
    let pauses = store::clocks::pauses(tx, &row.id)?;
    Ok(computed(row, calendar, &pauses, tx.now()))
}

fn computed(row: &ClockView, calendar: &Calendar, pauses: &[Pause], now: Moment) -> clock::Computation {
    let span = clock::Span { length: row.span, kind: row.kind };
    clock::due(row.started_at, span, calendar, pauses, row.stopped_at.unwrap_or(now))
}

/// The nearest date among the clocks that run, kept on the case for lists. Whoever moves the clocks writes the case.
fn refresh_due(tx: &mut Tx, case: &mut Case) -> Result<()> {
    let running = store::clocks::of(tx, &case.id)?.into_iter().filter(|row| row.standing == ClockStanding::Running);
    case.due_at = running.filter_map(|row| row.due_at).min();
    Ok(())
}

/// The clocks of a case with the days each one counted.
pub fn shown(tx: &mut Tx, case: &Id) -> Result<Vec<ClockView>> {
    let calendar = calendar::calendar(tx)?;
    let mut rows = store::clocks::of(tx, case)?;
    let pauses = store::clocks::pauses_of_case(tx, case)?;
    for row in &mut rows {
        let pauses = pauses.get(&row.id).map_or(&[][..], Vec::as_slice);
        let computed = computed(row, &calendar, pauses, tx.now());
        row.marks = computed.marks;
        row.moved_from = computed.moved_from;
    }
    Ok(rows)
}

/// Computes every open clock again after the commune's calendar changed; a date that moves is told in the timeline.
pub fn recompute(tx: &mut Tx) -> Result<()> {
    let calendar = calendar::calendar(tx)?;
    for (case_id, mut row) in store::clocks::counting(tx)? {
        let due = if row.standing == ClockStanding::Running { compute(tx, &row, &calendar)?.due } else { None };
        if due != row.due_at {
            let data = serde_json::json!({ "clock": row.clock, "from": row.due_at, "to": due });
            row.due_at = due;
            store::clocks::update(tx, &case_id, &row)?;
            let mut case = store::find(tx, &case_id)?;
            refresh_due(tx, &mut case)?;
            store::timeline::add(tx, &case, EventKind::Corrected, Audience::Public, &data, None)?;
            tx.record("cases.clock_recomputed", &case_id, &data)?;
        }
    }
    Ok(())
}

/// Records each missed date once. Lateness itself is derived when it is read.
pub fn note_missed(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    for (case_id, mut row) in store::clocks::passed(tx, now, AT_ONCE)? {
        row.missed_at = row.due_at;
        store::clocks::update(tx, &case_id, &row)?;
        let case = store::find(tx, &case_id)?;
        let data = serde_json::json!({ "clock": row.clock, "due": row.due_at, "unit": case.unit });
        if tx.record_once("cases.clock_missed", format!("{}/{}", case_id, row.id), &data)? {
            store::timeline::add(tx, &case, EventKind::ClockMissed, Audience::Public, &data, None)?;
            take_effect(tx, &case, &row)?;
        }
    }
    Ok(())
}

/// What the procedure says happens when the clock runs out: an action by the system, where there is one.
fn take_effect(tx: &mut Tx, case: &Case, row: &ClockView) -> Result<()> {
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let possible = |action: &&str| procedure.actions_from(&case.state).any(|known| known.id == **action);
    let act = row.on_due.iter().filter(|due| due.act == "act").find_map(|due| due.rule.as_deref()).filter(possible);
    match act {
        Some(action) => super::act::act(tx, &case.id, action, &Given::default(), false).map(|_| ()),
        // Those who answer for it are told by the ladder of the clock.
        None => Ok(()),
    }
}
