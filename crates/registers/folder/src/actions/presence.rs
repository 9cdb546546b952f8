//! At the counter: a person is there, has given the code of his telephone, and lets a member of staff take from his folder.

use crate::store::presences;
use kernel::Id;
use people::{What, Why};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// A code given away holds for one request, and for the time that it takes to fill one in.
const MINUTES: i64 = 20;

fn account(tx: &Tx) -> Result<Id> {
    tx.actor().account().cloned().filter(|_| tx.actor().is_staff()).ok_or(Problem::Forbidden)
}

/// Notes that a person stands before the member of staff who acts, for one request.
pub fn arrive(tx: &mut Tx, person: &Id, draft: &Id) -> Result<()> {
    tx.actor().must(cases::FILE_FOR)?;
    let (account, until) = (account(tx)?, tx.now().plus_minutes(MINUTES));
    presences::put(tx, draft, &account, person, until)?;
    tx.record("folder.opened_at_the_counter", person, &json!({ "draft": draft }))
}

/// Who stands there, for this request; nobody once the time is over.
pub fn present(tx: &mut Tx, draft: &Id) -> Result<Option<Id>> {
    let account = account(tx)?;
    presences::find(tx, draft, &account)
}

/// Notes for the person that his folder was looked through at the counter, or one document of it.
pub fn looked_at_the_counter(tx: &mut Tx, person: &Id, document: Option<&Id>) -> Result<()> {
    if let Some(document) = document {
        tx.look(document, Why::Counter.as_str())?;
    }
    people::looked(tx, person, What::Document, document.map_or("", Id::as_str), Why::Counter)
}
