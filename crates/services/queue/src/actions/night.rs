//! At night: what was left open is closed, telephones are forgotten, the figures of the day are kept.

use crate::model::{Figures, Outcome, State};
use crate::rules;
use crate::rules::estimate::quantile;
use crate::store::{figures, posts, tickets};
use kernel::Day;
use platform::json::json;
use platform::{Result, Tx};

/// Visits of a person stay on his page for a year.
const PERSON_DAYS: i64 = 365;
/// What was told, and which numbers were drawn, is of no use after a week.
const SMALL_DAYS: i64 = 7;

pub fn close_days(tx: &mut Tx) -> Result<()> {
    let today = tx.today();
    for ticket in tickets::forgotten(tx, today)? {
        let (ended, outcome) = match ticket.state {
            State::Aside => (State::Missed, None),
            // An agent went home without saying that he was done.
            State::Serving => (State::Done, Some(Outcome::Served)),
            _ => (State::Closed, None),
        };
        tickets::leave(tx, &ticket, ended, outcome)?;
    }
    posts::close_before(tx, today.start())?;
    for day in figures::uncounted(tx, today)? {
        count(tx, day)?;
    }
    let forgotten = tickets::forget_private(tx, today)?;
    tickets::forget_persons(tx, today.plus_days(-PERSON_DAYS))?;
    tickets::forget_told(tx, today.plus_days(-SMALL_DAYS).start())?;
    tickets::forget_numbers(tx, today.plus_days(-SMALL_DAYS))?;
    if forgotten > 0 { tx.record("queue.days_closed", today, &json!({ "tickets": forgotten })) } else { Ok(()) }
}

/// A person was erased: no ticket names him or his telephone any more.
pub fn erased(tx: &mut Tx, gone: people::Erased) -> Result<()> {
    tickets::forget_person(tx, &gone.person)
}

fn count(tx: &mut Tx, day: Day) -> Result<()> {
    for (site, matter, tickets, missed) in figures::counted(tx, day)? {
        let waits = figures::waits(tx, &site, &matter, day)?;
        let shown = |percent| (waits.len() >= rules::FEWEST).then(|| quantile(&waits, percent));
        let (wait_median_secs, wait_p90_secs) = (shown(50), shown(90));
        let served = i64::try_from(waits.len()).unwrap_or(0);
        figures::keep(tx, &Figures { site, matter, day, tickets, served, missed, wait_median_secs, wait_p90_secs })?;
    }
    Ok(())
}
