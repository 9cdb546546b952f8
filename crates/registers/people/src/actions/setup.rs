//! Links that set an account of staff up: the invitation, a new password, a new second factor.

use super::codes::Wording;
use super::sign_in::{prove, ticket_account};
use crate::model::{Account, Purpose, Ticket};
use crate::store::tickets::NewTicket;
use crate::store::{accounts, persons, tickets};
use crate::{rules, second_factor};
use kernel::{Id, Refusal};
use platform::access::{self, Session};
use platform::json::json;
use platform::store::seal::hex;
use platform::{Problem, Result, Tx};
use sending::{Message, To};
use serde::{Deserialize, Serialize};

/// The effect that writes a link to its owner: the secret is made there, so that it stands in no queue.
pub const INVITE: &str = "people.invite";
/// The effect that tells a person of a change of their account.
pub const TELL: &str = "people.tell";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Invite {
    /// Absent for an address that nobody has: the same work, and no message.
    pub account: Option<Id>,
    pub purpose: Purpose,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tell {
    pub person: Id,
    /// Message keys: `people-{what}-subject` and `-text`.
    pub what: String,
}

/// What the page of a link shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup {
    pub purpose: Purpose,
    pub account: Account,
    pub name: String,
    pub email: String,
}

/// What the form of a link brought, already compared and hashed.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    pub password_hash: Option<String>,
    pub current_is_right: bool,
    pub code: String,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Finished {
    /// New recovery codes, shown once; empty when the old ones stay.
    Done(Vec<String>),
    Wrong(Refusal),
    Gone,
}

/// Makes a link: the path that its owner opens.
pub fn link(tx: &mut Tx, account: &Account, purpose: Purpose) -> Result<String> {
    let secret = hex(&tx.random::<24>()?);
    let minutes = if purpose == Purpose::Password { rules::PASSWORD_LINK_MINUTES } else { rules::INVITATION_DAYS * 1_440 };
    let contact = persons::find(tx, &account.person)?.email.map(To::Email);
    let expires_at = tx.now().plus_minutes(minutes);
    let ticket =
        NewTicket { secret: &secret, purpose, account: Some(&account.id), contact: contact.as_ref(), code: "", expires_at };
    tickets::insert(tx, &ticket)?;
    Ok(format!("/staff/setup?ticket={secret}"))
}

/// Makes the link and writes it to the address of the account.
pub fn write_link(tx: &mut Tx, id: &Id, purpose: Purpose, wording: &Wording, address: &dyn Fn(&str) -> String) -> Result<()> {
    let account = accounts::find(tx, id)?;
    if !account.is_open() {
        return Ok(());
    }
    let Some(email) = persons::find(tx, &account.person)?.email else { return Ok(()) };
    let to = To::Email(email);
    if tickets::sent_since(tx, &to, tx.now().plus_minutes(-60))? >= rules::CODES_PER_HOUR {
        return Ok(());
    }
    let path = link(tx, &account, purpose)?;
    let key = format!("people-{purpose}").replace('_', "-");
    let subject = wording.text(&format!("{key}-subject"), &[]);
    let text = wording.text(&format!("{key}-text"), &[("link", &address(&path))]);
    sending::send(tx, Message { to, lang: wording.lang, subject, text, about: None })
}

pub fn view(tx: &mut Tx, secret: &str) -> Result<Option<Setup>> {
    let Some(ticket) = tickets::find(tx, secret)?.filter(is_link) else { return Ok(None) };
    let account = ticket_account(tx, &ticket)?;
    if !account.is_open() {
        return Ok(None);
    }
    let card = persons::find(tx, &account.person)?;
    let email = card.email.map_or(String::new(), |email| email.as_str().to_owned());
    Ok(Some(Setup { purpose: ticket.purpose, account, name: card.name, email }))
}

fn is_link(ticket: &Ticket) -> bool {
    matches!(ticket.purpose, Purpose::Invitation | Purpose::Password | Purpose::NewFactor)
}

/// Finishes what a link began. A wrong code counts as a try of the link.
pub fn finish(tx: &mut Tx, secret: &str, brought: &Secrets) -> Result<Finished> {
    let Some(ticket) = tickets::find(tx, secret)?.filter(is_link) else { return Ok(Finished::Gone) };
    let account = ticket_account(tx, &ticket)?;
    if !account.is_open() {
        return Ok(Finished::Gone);
    }
    let keeps_password = ticket.purpose == Purpose::NewFactor;
    if keeps_password && !brought.current_is_right {
        tickets::add_try(tx, &ticket.id)?;
        return Ok(Finished::Wrong(Refusal::new("people-password-wrong").at("current")));
    }
    if !prove(tx, &account, &brought.code)? {
        tickets::add_try(tx, &ticket.id)?;
        return Ok(Finished::Wrong(Refusal::new("people-factor-wrong").at("code")));
    }
    if !keeps_password {
        let hash = brought.password_hash.as_deref().ok_or_else(|| Problem::internal("no password came"))?;
        accounts::set_password(tx, &account.id, hash)?;
    }
    tickets::void_all(tx, &account.id)?;
    access::end_all(tx, &account.id)?;
    let verb = format!("people.{}_done", ticket.purpose);
    tx.record(&verb, &account.id, &json!({ "person": account.person }))?;
    if ticket.purpose == Purpose::Password {
        tx.job(TELL, &Tell { person: account.person, what: "password-changed".into() })?;
        return Ok(Finished::Done(Vec::new()));
    }
    new_recovery(tx, &account.id).map(Finished::Done)
}

/// Replaces the recovery codes; they are shown once.
pub fn new_recovery(tx: &mut Tx, account: &Id) -> Result<Vec<String>> {
    let codes = (0..rules::RECOVERY_CODES).map(|_| Ok(rules::recovery_code(tx.random()?))).collect::<Result<Vec<_>>>()?;
    accounts::set_recovery(tx, account, &codes)?;
    Ok(codes)
}

/// A signed-in person changes the password: every other session ends, and this one goes on under the secret that is given back.
pub fn change_password(tx: &mut Tx, session: &Session, hash: &str) -> Result<String> {
    let token = access::renew(tx, session)?;
    let account = accounts::find(tx, &session.account)?;
    accounts::set_password(tx, &account.id, hash)?;
    tickets::void_all(tx, &account.id)?;
    tx.record("people.password_changed", &account.id, &json!({}))?;
    tx.job(TELL, &Tell { person: account.person, what: "password-changed".into() })?;
    Ok(token)
}

/// A seed for an account that shall prove it later.
pub fn give_seed(tx: &mut Tx, account: &Id) -> Result<()> {
    let seed = second_factor::new_seed(tx.random()?);
    accounts::set_seed(tx, account, &seed, None)
}
