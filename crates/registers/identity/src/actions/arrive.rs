//! What becomes of a proved statement: an account that is linked, one that is asked for, or a new one.

use super::doubts;
use crate::model::{Claims, Flow, Link, Provider};
use crate::rules;
use crate::store::{flows, links};
use kernel::{Id, Lang, Refusal};
use people::{Attested, Level, NewPerson};
use platform::access::{self, Session};
use platform::json::json;
use platform::{Problem, Result, Tx};
use sending::To;

/// Where an arrival leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// A session has begun; this is its secret.
    SignedIn(String),
    /// A contact opens an account already: its own code decides whether this is the same person.
    Asked,
}

pub fn arrive(
    tx: &mut Tx,
    provider: &Provider,
    flow: &Flow,
    claims: &Claims,
    session: Option<&Session>,
    lang: Lang,
) -> Result<Arrival> {
    if let Some(link) = links::by_subject(tx, &provider.id, &claims.subject)? {
        if people::person_of_account(tx, &link.account)?.is_some() {
            if flow.account.as_ref().is_some_and(|account| *account != link.account) {
                return Err(Refusal::new("identity-linked-elsewhere").into());
            }
            return known(tx, provider, &link, claims, session).map(Arrival::SignedIn);
        }
        links::delete(tx, &link.id)?;
    }
    if let Some(account) = &flow.account {
        // Whoever left from an account comes back to it, or to none.
        let own = session.filter(|session| session.account == *account).ok_or(Problem::SignIn)?;
        return link(tx, provider, claims, account, Some(own)).map(Arrival::SignedIn);
    }
    if known_contact(tx, claims)?.is_some() {
        flows::keep(tx, &flow.id, claims)?;
        return Ok(Arrival::Asked);
    }
    newcomer(tx, provider, claims, session, lang).map(Arrival::SignedIn)
}

/// The confirmed contact of an account that the provider names too.
pub fn known_contact(tx: &mut Tx, claims: &Claims) -> Result<Option<To>> {
    let phone = claims.phone.clone().filter(|_| claims.phone_verified).map(To::Phone);
    let email = claims.email.clone().filter(|_| claims.email_verified).map(To::Email);
    for to in [phone, email].into_iter().flatten() {
        if people::citizen_account(tx, &to)?.is_some() {
            return Ok(Some(to));
        }
    }
    Ok(None)
}

/// Links a subject to an account whose owner was proved by the account's own means.
pub fn link(tx: &mut Tx, provider: &Provider, claims: &Claims, account: &Id, session: Option<&Session>) -> Result<String> {
    let person = people::person_of_account(tx, account)?.ok_or(Problem::SignIn)?;
    let level_before = people::own_card(tx, &person)?.level;
    let (id, now, account) = (tx.new_id(), tx.now(), account.clone());
    let provider_id = provider.id.clone();
    let link =
        Link { id, provider: provider_id, account, person, claims: claims.clone(), level_before, linked_at: now, seen_at: now };
    links::insert(tx, &link)?;
    tx.record("identity.linked", &link.account, &json!({ "link": link.id, "provider": link.provider }))?;
    known(tx, provider, &link, claims, session)
}

/// A subject that nobody knows yet: the person whose card number is already noted and who has no account, or a new one.
pub fn newcomer(tx: &mut Tx, provider: &Provider, claims: &Claims, session: Option<&Session>, lang: Lang) -> Result<String> {
    let person = match noted(tx, provider, claims)? {
        Some(person) => person,
        None => {
            let (phone, email) = (claims.phone.clone(), claims.email.clone());
            let name = claims.name.clone().unwrap_or_default();
            people::add(tx, NewPerson { name, phone, email, cin: None, lang, level: Level::Declared })?
        }
    };
    let account = people::open_account(tx, &person)?;
    link(tx, provider, claims, &account, session)
}

/// A record of the same number and name, when the statement counts as national: a person is known once.
fn noted(tx: &mut Tx, provider: &Provider, claims: &Claims) -> Result<Option<Id>> {
    let (Some(cin), Some(name)) = (&claims.cin, &claims.name) else { return Ok(None) };
    if rules::level(&provider.levels, claims.acr.as_deref()) != Some(Level::National) {
        return Ok(None);
    }
    if let [(person, false)] = people::holders_of(tx, cin)?.as_slice() {
        let card = people::own_card(tx, person)?;
        if card.level >= Level::Counter && !rules::is_another_name(&card.name, name) {
            return Ok(Some(person.clone()));
        }
    }
    Ok(None)
}

/// Somebody who is linked: what is said is kept, what contradicts is left to staff, and the rest counts.
fn known(tx: &mut Tx, provider: &Provider, link: &Link, claims: &Claims, session: Option<&Session>) -> Result<String> {
    links::refresh(tx, &link.id, claims)?;
    if doubts::note(tx, link, claims)? {
        let level = rules::level(&provider.levels, claims.acr.as_deref());
        // A number that only a weak authentication vouches for is not written on the card.
        let cin = claims.cin.clone().filter(|_| level == Some(Level::National));
        people::attest(tx, &link.person, &Attested { name: claims.name.clone(), cin, level })?;
    }
    if let Some(before) = session {
        access::end(tx, &before.id)?;
    }
    people::begin_session(tx, &link.account, &link.person)
}
