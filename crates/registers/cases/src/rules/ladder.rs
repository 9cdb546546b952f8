//! The law of escalation: which ladder a clock climbs, when a step is due, and which unit it reaches. No database.

use crate::model::{ClockView, Ladder, Rung};
use kernel::Moment;
use kernel::clock::{self, Calendar, Pause, Span};
use units::{Unit, UnitKind};

/// The ladder of a clock: the first that names it, or names nothing.
pub fn ladder<'a>(ladders: &'a [Ladder], procedure: &str, clock: &ClockView, unit: &str) -> Option<&'a Ladder> {
    let names = |list: &[String], word: &str| list.is_empty() || list.iter().any(|one| one == word);
    ladders.iter().find(|ladder| {
        names(&ladder.procedures, procedure)
            && names(&ladder.clocks, &clock.clock)
            && names(&ladder.units, unit)
            && (ladder.kinds.is_empty() || ladder.kinds.contains(&clock.kind))
    })
}

/// How a clock stands besides its row.
pub struct Standing<'a> {
    pub pauses: &'a [Pause],
    pub calendar: &'a Calendar,
    pub assigned: bool,
    pub now: Moment,
}

/// When a step is due, counted from the legal start of the clock by its own calendar and pauses: nothing that is written,
/// assigned or transferred since moves it. Nothing while the clock stands still.
pub fn due_at(ladder: &Ladder, step: &Rung, row: &ClockView, at: &Standing) -> Option<Moment> {
    let number = |normal: i64| step.unassigned.filter(|_| !at.assigned).unwrap_or(normal);
    let end = row.due_at?;
    match (step.part.map(number), step.after.map(number)) {
        (Some(100), _) => Some(end),
        (Some(part), _) => {
            let hundredths = row.span * part;
            let length = hundredths / 100 + i64::from(hundredths % 100 > 0);
            let partial = clock::due(row.started_at, Span::new(length, row.kind), at.calendar, at.pauses, at.now);
            partial.due.map(|reached| reached.min(end))
        }
        (None, Some(0)) => Some(end),
        (None, Some(after)) => clock::due(end, Span::new(after, ladder.after_in), at.calendar, &[], at.now).due,
        (None, None) => None,
    }
}

/// The unit that a step reaches, from the unit of the case and those above it; nothing for the handler of the case himself.
/// A confidential file stays behind its wall: whoever is above its unit may not know of it.
pub fn target<'a>(path: &'a [Unit], to: &str, by_code: Option<&'a Unit>, restricted: bool) -> Option<&'a Unit> {
    let own = path.first()?;
    let is_division = |unit: &&Unit| matches!(unit.kind, UnitKind::Division | UnitKind::Arrondissement);
    match to {
        "handler" => None,
        _ if restricted => Some(own),
        "head" => Some(own),
        "division" => path.iter().skip(1).find(is_division).or(Some(own)),
        _ => by_code.or(Some(own)),
    }
}
