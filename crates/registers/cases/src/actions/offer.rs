//! What this actor may do with a case now, and what an action still waits for.

use super::act::{circumstances, must_do, must_hold};
use crate::model::Case;
use crate::rules::{self, By};
use kernel::Refusal;
use platform::{Problem, Result, Tx};
use procedures::Procedure;

/// An action of the procedure that this actor may do from here.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    pub action: String,
    /// Why it would be refused today, whatever is written with it.
    pub lacks: Option<Refusal>,
}

/// The actions from the state of the case that are this actor's, each with what hinders it: the very checks that it meets
/// when it is done.
pub fn offered(tx: &mut Tx, case: &Case, procedure: &Procedure) -> Result<Vec<Offered>> {
    let actor = tx.actor().clone();
    let by = By::Staff(&actor);
    let mut offered = Vec::new();
    for action in procedure.actions_from(&case.state) {
        if rules::permitted(action, by).is_err() || !reaches(must_do(tx, case, procedure, &action.id))? {
            continue;
        }
        let circumstances = circumstances(tx, case, procedure, &action.id)?;
        let lacks = match rules::possible(procedure, case, &action.id, by, tx.now(), circumstances) {
            Ok(_) => refusal(must_hold(tx, case, procedure, &action.id))?,
            Err(refusal) => Some(refusal),
        };
        offered.push(Offered { action: action.id.clone(), lacks });
    }
    Ok(offered)
}

fn reaches(done: Result<()>) -> Result<bool> {
    match done {
        Ok(()) => Ok(true),
        Err(Problem::Forbidden | Problem::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

fn refusal(done: Result<()>) -> Result<Option<Refusal>> {
    match done {
        Ok(()) => Ok(None),
        Err(Problem::Refused(refusal)) => Ok(Some(refusal)),
        Err(other) => Err(other),
    }
}
