//! Holders: appoint, renew, revoke, and who of them acts now.

use crate::model::{Appointment, Holder};
use crate::store::{holders, papers};
use crate::{FILE, rules};
use kernel::{Day, Id, Refusal};
use platform::access;
use platform::json::json;
use platform::{Actor, Problem, Result, Tx};

/// The role of the pack that opens the pages of filing for others, and nothing else.
pub const ROLE: &str = "mandate_holder";
const PAPERS_MOST: i64 = 2_000;

/// Gives the mandate to somebody who has an account at the door of the staff.
pub fn appoint(tx: &mut Tx, person: &Id, new: Appointment) -> Result<Id> {
    let account = people::account_of(tx, person)?;
    if holders::by_account(tx, &account)?.is_some() {
        return Err(Refusal::new("assisted-holder-twice").at("email").into());
    }
    let starts_on = tx.today();
    rules::holder_days(starts_on, new.ends_on)?;
    let procedures = offered(tx, &new.procedures)?;
    let Appointment { kind, name, agreement, ends_on, .. } = new;
    let (id, person, created_at) = (tx.new_id(), person.clone(), tx.now());
    let holder =
        Holder { id, person, account, kind, name, agreement, procedures, starts_on, ends_on, created_at, ended_at: None };
    holders::insert(tx, &holder)?;
    let summary = json!({ "kind": kind, "procedures": holder.procedures, "from": starts_on, "to": ends_on });
    tx.record("assisted.holder_appointed", &holder.id, &summary)?;
    Ok(holder.id)
}

/// The ids of procedures that the commune offers; at least one.
pub(super) fn offered(tx: &mut Tx, asked: &[String]) -> Result<Vec<String>> {
    let catalog = procedures::catalog(tx)?;
    let mut kept: Vec<String> = catalog.offered_requests().iter().map(|procedure| procedure.id.clone()).collect();
    kept.retain(|id| asked.contains(id));
    if kept.is_empty() { Err(Refusal::new("assisted-no-procedure").at("procedures").into()) } else { Ok(kept) }
}

/// Another list, another last day: also brings a mandate back that was over.
pub fn renew(tx: &mut Tx, id: &Id, procedures: &[String], ends_on: Day) -> Result<()> {
    let holder = holders::find(tx, id)?;
    rules::holder_days(tx.today(), ends_on)?;
    let holder = Holder { procedures: offered(tx, procedures)?, ends_on, ended_at: None, ..holder };
    holders::update(tx, &holder)?;
    tx.record("assisted.holder_renewed", id, &json!({ "procedures": holder.procedures, "to": ends_on }))
}

/// Ends the mandate now: sessions, every written mandate he holds, and what he had begun.
pub fn revoke(tx: &mut Tx, id: &Id, why: &str) -> Result<()> {
    let holder = holders::find(tx, id)?;
    if holder.ended_at.is_some() {
        return Ok(());
    }
    holders::update(tx, &Holder { ended_at: Some(tx.now()), ..holder.clone() })?;
    access::end_all(tx, &holder.account)?;
    tx.record("assisted.holder_revoked", id, &json!({ "why": why }))?;
    for paper in papers::of_holder(tx, id, PAPERS_MOST)? {
        people::end_mandate(tx, &paper.id)?;
    }
    Ok(())
}

/// The holder who acts, his mandate valid or not.
pub fn acting(tx: &mut Tx) -> Result<Holder> {
    match tx.actor().clone() {
        actor @ Actor::Staff { .. } if actor.may(FILE) => {
            let account = actor.account().cloned().ok_or(Problem::SignIn)?;
            holders::by_account(tx, &account)?.ok_or_else(|| Refusal::new("assisted-holder-unknown").into())
        }
        _ => Err(Problem::NotFound),
    }
}

/// Refuses, with a sentence, whatever a holder may not do any more.
pub fn must_hold(tx: &mut Tx, holder: &Holder) -> Result<()> {
    let factor = people::has_second_factor(tx, &holder.account)?;
    Ok(rules::holds(holder, factor, tx.today())?)
}

/// The same for one procedure.
pub fn must_act(tx: &mut Tx, holder: &Holder, procedure: &str) -> Result<()> {
    let factor = people::has_second_factor(tx, &holder.account)?;
    Ok(rules::may_act(holder, factor, procedure, tx.today())?)
}
