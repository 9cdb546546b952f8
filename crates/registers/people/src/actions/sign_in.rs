//! Sign-in by password, and the second factor of staff. Known and unknown contacts take the same steps.

use super::codes::{Outcome, begin};
use crate::model::{Account, Purpose, Ticket};
use crate::store::tickets::NewTicket;
use crate::store::{accounts, persons, tickets};
use crate::{contact, rules, second_factor};
use kernel::Id;
use platform::access::{self, Side};
use platform::json::json;
use platform::store::seal::hex;
use platform::{Problem, Result, Tx};

/// Under which keyed name failures of this contact are counted, whether it has an account or not.
fn who(tx: &Tx, side: Side, typed: &str) -> Result<String> {
    let known = contact::parse(typed).map_or(typed.to_lowercase(), |to| to.as_str().to_lowercase());
    persons::key(tx, "sign-in", &format!("{side}/{known}"))
}

/// The hash to compare with; nothing for a contact that opens nothing, which takes as long.
pub fn stored_password(tx: &mut Tx, side: Side, typed: &str) -> Result<Option<String>> {
    Ok(openable(tx, side, typed)?.and_then(|account| account.password))
}

fn openable(tx: &mut Tx, side: Side, typed: &str) -> Result<Option<Account>> {
    let Some(contact) = contact::parse(typed) else { return Ok(None) };
    let Some(account) = accounts::by_contact(tx, side, &contact)? else { return Ok(None) };
    let open = (side == Side::Staff || account.password.is_some()) && admits(tx, &account)?;
    Ok(Some(account).filter(|_| open))
}

/// Whether an account may be signed in to at all, whatever is shown for it.
pub fn admits(tx: &mut Tx, account: &Account) -> Result<bool> {
    Ok(account.is_open() && (account.side == Side::Citizen || (account.is_ready() && has_grant(tx, &account.person)?)))
}

fn has_grant(tx: &mut Tx, person: &Id) -> Result<bool> {
    let today = tx.today();
    Ok(access::grants(tx, Some(person))?.iter().any(|grant| grant.holds_on(today)))
}

/// Notes the outcome of a password. The account, when the password was right and the contact does not rest.
fn admit(tx: &mut Tx, side: Side, typed: &str, right: bool) -> Result<Option<Account>> {
    let who = who(tx, side, typed)?;
    let (failures, last_at) = accounts::failures(tx, &who)?;
    let resting = last_at.is_some_and(|at| tx.now() < at.plus_minutes(rules::rest_minutes(failures)));
    if !right || resting {
        accounts::add_failure(tx, &who)?;
        return Ok(None);
    }
    openable(tx, side, typed)
}

/// A citizen's password was compared: the secret of a session, or nothing.
pub fn citizen(tx: &mut Tx, typed: &str, right: bool) -> Result<Option<String>> {
    let Some(account) = admit(tx, Side::Citizen, typed, right)? else { return Ok(None) };
    let who = who(tx, Side::Citizen, typed)?;
    accounts::forget_failures(tx, &who)?;
    begin(tx, &account.id, &account.person, Side::Citizen).map(Some)
}

/// The password of a member of staff was compared: a ticket for the second step, or nothing.
pub fn staff_first(tx: &mut Tx, typed: &str, right: bool) -> Result<Option<String>> {
    let Some(account) = admit(tx, Side::Staff, typed, right)? else { return Ok(None) };
    let (secret, contact) = (hex(&tx.random::<16>()?), contact::parse(typed));
    let expires_at = tx.now().plus_minutes(rules::CODE_MINUTES);
    let (purpose, code) = (Purpose::SecondFactor, "");
    tickets::insert(
        tx,
        &NewTicket { secret: &secret, purpose, account: Some(&account.id), contact: contact.as_ref(), code, expires_at },
    )?;
    Ok(Some(secret))
}

/// The second step: a code of the application, or one of the recovery codes.
pub fn staff_second(tx: &mut Tx, secret: &str, typed: &str) -> Result<Outcome> {
    let Some(ticket) = tickets::find(tx, secret)?.filter(|ticket| ticket.purpose == Purpose::SecondFactor) else {
        return Ok(Outcome::Gone);
    };
    let account = ticket_account(tx, &ticket)?;
    let who = who(tx, Side::Staff, ticket.contact.as_ref().map_or("", |contact| contact.as_str()))?;
    let good = account.is_open() && account.is_ready() && prove(tx, &account, typed)?;
    if !good {
        tickets::add_try(tx, &ticket.id)?;
        accounts::add_failure(tx, &who)?;
        return Ok(Outcome::Wrong { left: rules::CODE_TRIES - ticket.tries - 1 });
    }
    if !tickets::use_up(tx, &ticket.id)? {
        return Ok(Outcome::Gone);
    }
    accounts::forget_failures(tx, &who)?;
    Ok(Outcome::SignedIn(begin(tx, &account.id, &account.person, Side::Staff)?, Side::Staff))
}

pub fn ticket_account(tx: &mut Tx, ticket: &Ticket) -> Result<Account> {
    let id = ticket.account.clone().ok_or_else(|| Problem::internal("a ticket without an account"))?;
    accounts::find(tx, &id)
}

/// Whether the typed text proves the second factor; it is used up by that.
pub fn prove(tx: &mut Tx, account: &Account, typed: &str) -> Result<bool> {
    let typed = rules::tidy_code(typed);
    let Some(seed) = &account.totp else { return Ok(false) };
    if let Some(step) = second_factor::accept(seed, &typed, tx.now(), account.totp_step)? {
        return accounts::use_step(tx, &account.id, step);
    }
    let good = accounts::use_recovery(tx, &account.id, &typed)?;
    if good {
        tx.record("people.recovery_used", &account.id, &json!({}))?;
    }
    Ok(good)
}

/// The code of this moment, for the demonstration alone.
pub fn current_code(tx: &mut Tx, secret: &str) -> Result<Option<String>> {
    let Some(ticket) = tickets::find(tx, secret)? else { return Ok(None) };
    let account = ticket_account(tx, &ticket)?;
    account.totp.map(|seed| second_factor::code_at(&seed, tx.now())).transpose()
}
