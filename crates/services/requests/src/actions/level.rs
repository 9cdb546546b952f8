//! How sure the commune is of who files, against what the procedure asks: the same rule on every channel.

use super::draft;
use crate::model::Draft;
use crate::rules::{self, Proof};
use cases::Channel;
use kernel::{Id, Refusal};
use platform::{Result, Tx};
use procedures::Procedure;

/// Why this draft may not be filed as long as nobody is surer of who files it. Nothing typed is lost by that.
pub fn lacking(tx: &mut Tx, draft: &Draft, procedure: &Procedure, card: bool) -> Result<Option<Refusal>> {
    let wanted = procedure.service.level.needs();
    if wanted <= people::Level::Contact {
        return Ok(None); // every answer goes to the contact that was given
    }
    let proof = proof(tx, draft, card)?;
    Ok(rules::level(wanted, &proof))
}

/// What is proved of whoever files now.
fn proof(tx: &mut Tx, draft: &Draft, card: bool) -> Result<Proof> {
    let of = |tx: &mut Tx, person: Option<Id>| match person {
        Some(person) => Ok(Proof::Level(people::own_card(tx, &person)?.level)),
        None => Ok(Proof::Level(people::Level::Contact)),
    };
    match draft.channel {
        Channel::Counter => Ok(Proof::Counter { card }),
        Channel::Phone | Channel::Post | Channel::Import => Ok(Proof::Absent),
        // A holder proves nothing of himself here: what counts is how well the citizen is known.
        Channel::Writer => of(tx, draft.person.clone()),
        // A code of a draft may be anybody's: the person who is signed in must be the one whose draft it is.
        Channel::Web => {
            let signed_in = draft::author(tx, Channel::Web)?;
            let own = draft.person.is_none() || draft.person == signed_in;
            of(tx, signed_in.filter(|_| own))
        }
        Channel::Api | Channel::Kiosk => of(tx, None),
    }
}

/// Whose request it is: also who signed in after the draft was begun, to prove who he is.
pub fn person(tx: &mut Tx, draft: &Draft, procedure: &Procedure) -> Result<Option<Id>> {
    if draft.organisation.is_some() {
        return Ok(None); // it is the organisation's: who filed it is noted beside the case
    }
    if draft.person.is_none() && procedure.service.level.needs() > people::Level::Contact {
        return draft::author(tx, draft.channel);
    }
    Ok(draft.person.clone())
}
