//! The case goes along with its order, moved by the house: the contractor has no say over a case, only over his work.

use crate::model::{OrderState, Step};
use crate::store::orders;
use cases::Given;
use kernel::Id;
use platform::{Event, Result, Tx};
use serde::{Deserialize, Serialize};

/// Told when something was done with an order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Worked {
    pub order: Id,
    pub step: String,
}

impl Event for Worked {
    const NAME: &'static str = "contractors.worked";
}

/// Moves the case, as far as its procedure knows such a step from where it stands; the author reads of it there.
pub fn follow(tx: &mut Tx, worked: Worked) -> Result<()> {
    let order = orders::find(tx, &worked.order)?;
    let plan = Given { date: order.planned_on, ..Given::default() };
    match Step::parse(&worked.step) {
        Some(Step::Accept) => act(tx, &order.case_id, "take", &Given::default()),
        Some(Step::Plan) => {
            act(tx, &order.case_id, "take", &Given::default())?;
            act(tx, &order.case_id, "plan", &plan)
        }
        Some(Step::Approve) if order.state == OrderState::Done => answer(tx, &worked.order),
        Some(Step::TakeBack) => take_back(tx, &order.case_id, &order.unit),
        _ => Ok(()),
    }
}

fn act(tx: &mut Tx, case: &Id, action: &str, given: &Given) -> Result<()> {
    let case = cases::find(tx, case)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if given.date.is_some_and(|day| day < tx.today()) || !procedure.actions_from(&case.state).any(|known| known.id == action) {
        return Ok(());
    }
    cases::act(tx, &case.id, action, given, false).map(drop)
}

/// The work is done: the case is answered with the proof, in words that the author reads.
fn answer(tx: &mut Tx, order: &Id) -> Result<()> {
    let order = orders::find(tx, order)?;
    let case = cases::find(tx, &order.case_id)?;
    let said =
        orders::steps(tx, &order)?.into_iter().rev().find(|entry| entry.step == Step::Approve).and_then(|entry| entry.words);
    let words = match said {
        Some(words) => words,
        None => platform::text(tx, case.lang, "contractors-answer-done", &[])?,
    };
    act(tx, &order.case_id, "answer", &Given { words, outcome: Some("done".into()), ..Given::default() })
}

/// The refusal stands: the service above the contractor has the case from now on. Its clock goes on.
fn take_back(tx: &mut Tx, case: &Id, unit: &Id) -> Result<()> {
    let case = cases::find(tx, case)?;
    let above = units::find(tx, unit)?.parent;
    match above.filter(|_| case.is_open() && case.unit == *unit) {
        Some(above) => cases::transfer(tx, &case.id, &above, "").map(drop),
        None => Ok(()),
    }
}
