//! Passkeys: added in a fresh session, taken at the door, stopped when they seem to exist twice, removed.

use super::setup::{TELL, Tell};
use super::{codes, sign_in};
use crate::model::{Account, Passkey, Refused};
use crate::relying::{Answer, Fault, Owner, Site};
use crate::rules;
use crate::store::{accounts, passkeys, persons};
use kernel::{Id, Refusal};
use platform::access::{self, Session, Side};
use platform::json::json;
use platform::store::seal::hex;
use platform::{Json, Problem, Result, Tx};

/// A question to a browser, and the secret under which its answer comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub ticket: String,
    pub options: Json,
}

pub fn of_account(tx: &mut Tx, account: &Id) -> Result<Vec<Passkey>> {
    passkeys::of_account(tx, account)
}

/// A session left open is not enough to add a key that outlives it.
fn fresh(tx: &Tx, session: &Session) -> Result<()> {
    if rules::is_fresh(session.began_at, tx.now()) { Ok(()) } else { Err(Refusal::new("people-passkey-again").into()) }
}

/// The account of a session that was not ended since its question came in: a body may take its time.
fn open_account(tx: &mut Tx, session: &Session) -> Result<Account> {
    access::alive(tx, session)?;
    Some(accounts::find(tx, &session.account)?).filter(Account::is_open).ok_or(Problem::NotFound)
}

/// Asks the browser of a signed-in person to make a key.
pub fn ask_to_add(tx: &mut Tx, site: &Site, session: &Session, browser: &str) -> Result<Question> {
    fresh(tx, session)?;
    let account = open_account(tx, session)?;
    let held = few(tx, &account)?;
    let card = persons::find(tx, &account.person)?;
    let contact = card.email.map(|email| email.as_str().to_owned()).or(card.phone.map(|phone| phone.written()));
    // Who came by a provider of identity may have neither name nor contact: the device then shows the commune.
    let contact =
        contact.or_else(|| Some(session.name.clone()).filter(|name| !name.is_empty())).unwrap_or_else(|| site.name.clone());
    let name = if card.name.is_empty() { &contact } else { &card.name };
    let held = held.iter().map(|key| key.credential.cred_id().clone()).collect();
    let (options, asked) = site.ask_to_add(&Owner { account: &account.id, contact: &contact, name }, held)?;
    let ticket = hex(&tx.random::<16>()?);
    let expires_at = tx.now().plus_minutes(rules::PASSKEY_MINUTES);
    passkeys::ask(tx, &ticket, browser, Some(&account.id), &asked, expires_at)?;
    Ok(Question { ticket, options })
}

/// The keys of an account that may have one more.
fn few(tx: &mut Tx, account: &Account) -> Result<Vec<Passkey>> {
    let held = passkeys::of_account(tx, &account.id)?;
    if held.len() < rules::PASSKEYS_MOST {
        return Ok(held);
    }
    Err(Refusal::new("people-passkeys-many").with("most", rules::PASSKEYS_MOST).into())
}

/// Takes the key that a browser made. A refusal is no error of the transaction: the question is used up by it.
pub fn add(tx: &mut Tx, site: &Site, session: &Session, sent: &Sent, name: &str) -> Result<std::result::Result<Id, Refusal>> {
    fresh(tx, session)?;
    let account = open_account(tx, session)?;
    few(tx, &account)?;
    let Some((asked, _)) = passkeys::take(tx, &sent.ticket, &sent.browser, Some(&account.id))? else {
        return Ok(Err(refusal(Refused::Late)));
    };
    let Ok(credential) = site.added(&asked, &sent.answer) else { return Ok(Err(refusal(Refused::Wrong))) };
    let id = tx.new_id();
    if !passkeys::insert(tx, &id, &account.id, name, &credential)? {
        return Ok(Err(Refusal::new("people-passkey-known")));
    }
    tx.record("people.passkey_added", &account.person, &json!({ "account": account.id, "passkey": id }))?;
    tx.job(TELL, &Tell { person: account.person, what: "passkey-added".into() })?;
    Ok(Ok(id))
}

/// What a browser sends back: the secrets of page and browser, and the answer of the device.
#[derive(Debug, Clone)]
pub struct Sent {
    pub ticket: String,
    pub browser: String,
    pub answer: String,
}

/// Asks whoever stands at the door for a key.
pub fn ask_to_open(tx: &mut Tx, site: &Site, browser: &str) -> Result<Question> {
    let (options, asked) = site.ask_to_open()?;
    let ticket = hex(&tx.random::<16>()?);
    let expires_at = tx.now().plus_minutes(rules::PASSKEY_MINUTES);
    passkeys::ask(tx, &ticket, browser, None, &asked, expires_at)?;
    Ok(Question { ticket, options })
}

/// Opens a session for the owner of a key: possession and verification by the device are both factors. A refusal is no error
/// of the transaction: it must be written down.
pub fn open(tx: &mut Tx, site: &Site, side: Side, sent: &Sent) -> Result<std::result::Result<String, Refused>> {
    let Some((asked, at)) = passkeys::take(tx, &sent.ticket, &sent.browser, None)? else { return Ok(Err(Refused::Late)) };
    let Some(answer) = Answer::read(&sent.answer) else { return Ok(Err(Refused::Wrong)) };
    let Some((mut key, account)) = known(tx, side, &answer)? else { return Ok(Err(Refused::Unknown)) };
    if key.stopped_at.is_some() {
        return refuse(tx, &account, &key, Refused::Stopped);
    }
    match site.opened(asked, &answer, &key.credential) {
        Ok(result) => {
            key.credential.update_credential(&result);
            passkeys::used(tx, &key.id, &key.credential)?;
            codes::begin(tx, &account.id, &account.person, side).map(Ok)
        }
        // Two pages asked, and the later one was answered first: the counter seems to go back.
        Err(Fault::Copied) if key.used_at.is_some_and(|used| used > at) => refuse(tx, &account, &key, Refused::Wrong),
        Err(Fault::Copied) => {
            passkeys::stop(tx, &key.id)?;
            tx.job(TELL, &Tell { person: account.person.clone(), what: "passkey-stopped".into() })?;
            refuse(tx, &account, &key, Refused::Stopped)
        }
        Err(Fault::Wrong) => refuse(tx, &account, &key, Refused::Wrong),
    }
}

/// The key of an answer and its account, when that may be signed in to at this door.
fn known(tx: &mut Tx, side: Side, answer: &Answer) -> Result<Option<(Passkey, Account)>> {
    let Some(key) = passkeys::by_credential(tx, answer.credential())? else { return Ok(None) };
    if answer.account().as_ref() != Some(&key.account) {
        return Ok(None);
    }
    let account = accounts::find(tx, &key.account)?;
    let may = account.side == side && sign_in::admits(tx, &account)?;
    Ok(may.then_some((key, account)))
}

fn refuse(tx: &mut Tx, account: &Account, key: &Passkey, why: Refused) -> Result<std::result::Result<String, Refused>> {
    tx.record("people.passkey_refused", &account.person, &json!({ "account": account.id, "passkey": key.id, "reason": why }))?;
    Ok(Err(why))
}

/// The sentence of a refusal.
pub fn refusal(why: Refused) -> Refusal {
    Refusal::new(format!("people-passkey-{why}")).at("passkey")
}

/// A person takes a key away, perhaps with a device that is lost: whoever signed in with it is out.
pub fn remove_own(tx: &mut Tx, session: &Session, key: &Id) -> Result<String> {
    let account = open_account(tx, session)?;
    let token = access::renew(tx, session)?;
    delete(tx, &account, key)?;
    tx.job(TELL, &Tell { person: account.person, what: "passkey-removed-here".into() })?;
    Ok(token)
}

/// An administrator takes a key of a colleague away; the colleague is told.
pub fn remove_of_staff(tx: &mut Tx, person: &Id, key: &Id) -> Result<()> {
    let account = super::staff::staff_account(tx, person)?;
    delete(tx, &account, key)?;
    access::end_all(tx, &account.id)?;
    tx.job(TELL, &Tell { person: person.clone(), what: "passkey-removed".into() })
}

fn delete(tx: &mut Tx, account: &Account, key: &Id) -> Result<()> {
    if !passkeys::delete(tx, &account.id, key)? {
        return Err(Problem::NotFound);
    }
    tx.record("people.passkey_removed", &account.person, &json!({ "account": account.id, "passkey": key }))
}
