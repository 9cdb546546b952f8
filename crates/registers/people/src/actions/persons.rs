//! Persons: note, open with a look, reach, recognise, forget.

use crate::model::{Card, Erased, ErasureAsked, Identified, Level, Masked, NewPerson, What, Why};
use crate::store::{accounts, mandates, persons, tickets};
use crate::{contact, rules};
use kernel::{Cin, Id, Lang, Moment, Refusal};
use platform::access::{self, Side};
use platform::json::json;
use platform::store::journal::{self, Entry};
use platform::{Problem, Result, Tx};
use sending::To;

const LOOKS: i64 = 200;

/// Notes a person. Two notes of the same person stay two until a counter sees the card.
pub fn add(tx: &mut Tx, person: NewPerson) -> Result<Id> {
    let id = tx.new_id();
    persons::insert(tx, &id, &person)?;
    tx.record("people.added", &id, &json!({ "level": person.level }))?;
    Ok(id)
}

/// Opens a card. The look is recorded in the same commit; `why` is a word of [`Why`], another word of the caller, or the id
/// of a case: its owner reads it.
pub fn card(tx: &mut Tx, id: &Id, why: &str) -> Result<Card> {
    if !rules::is_reason(why) {
        return Err(Refusal::new("people-why-missing").at("why").into());
    }
    let card = persons::find(tx, id)?;
    tx.look(id, why)?;
    Ok(card)
}

/// Notes for a person that something of his was looked at. `about` is a code or an id that its owner knows it by, `why` as in
/// [`card`].
pub fn looked(tx: &mut Tx, person: &Id, what: What, about: &str, why: Why) -> Result<()> {
    tx.record(journal::LOOKED, person, &json!({ "reason": why, "what": what, "about": about }))
}

/// Where and in which language the house writes to a person by itself: nobody reads the address, so nobody looked.
pub fn reach(tx: &mut Tx, id: &Id) -> Result<Option<(To, Lang)>> {
    let card = match persons::find(tx, id) {
        Err(Problem::Refused(refusal)) if refusal.key == "platform-erased" => return Ok(None),
        found => found?,
    };
    let phone = card.phone.map(To::Phone).filter(contact::is_reachable);
    Ok(phone.or(card.email.map(To::Email)).map(|to| (to, card.lang)))
}

/// The contacts of a citizen that a code has confirmed, for what only their holder may see. One that a clerk typed is not.
pub fn confirmed(tx: &mut Tx, person: &Id) -> Result<Vec<To>> {
    let card = persons::find(tx, person)?;
    let accounts = accounts::of_person(tx, person)?;
    let open: Vec<_> = accounts.into_iter().filter(|account| account.side == Side::Citizen && account.is_open()).collect();
    let mut found = Vec::new();
    for contact in [card.phone.map(To::Phone), card.email.map(To::Email)].into_iter().flatten() {
        let key = Some(persons::contact_key(tx, &contact)?);
        let opens = open
            .iter()
            .any(|account| if matches!(contact, To::Phone(_)) { account.phone_key == key } else { account.email_key == key });
        if opens {
            found.push(contact);
        }
    }
    Ok(found)
}

/// Enough to recognise them in a list; an erased person has no line.
pub fn masked(tx: &mut Tx, ids: &[Id]) -> Result<Vec<Masked>> {
    let mut lines = Vec::with_capacity(ids.len());
    for id in ids {
        match persons::find(tx, id) {
            Ok(card) => lines.push(mask(card)),
            Err(Problem::Refused(_) | Problem::NotFound) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(lines)
}

fn mask(card: Card) -> Masked {
    Masked {
        id: card.id,
        name: rules::masked_name(&card.name),
        phone: card.phone.map(|phone| phone.masked()),
        email: card.email.map(|email| email.masked()),
        cin: card.cin.map(|cin| cin.masked()),
        level: card.level,
    }
}

/// Finds by the exact telephone, e-mail or national card. Each person found sees that they were looked for.
pub fn search(tx: &mut Tx, typed: &str) -> Result<Vec<Masked>> {
    let found = match (contact::parse(typed), Cin::parse(typed)) {
        (Some(To::Phone(phone)), _) => persons::by_key(tx, "phone", phone.as_str())?,
        (Some(To::Email(email)), _) => persons::by_key(tx, "email", email.as_str())?,
        (None, Some(cin)) => persons::by_key(tx, "cin", cin.as_str())?,
        (None, None) => return Err(Refusal::new("people-search-what").at("q").into()),
    };
    for card in &found {
        tx.look(&card.id, Why::Search.as_str())?;
    }
    tx.record("people.searched", "people", &json!({ "found": found.len() }))?;
    Ok(found.into_iter().map(mask).collect())
}

/// Persons that the same confirmed contact reaches: what a citizen may call "mine" before any counter saw them.
pub fn same_contact(tx: &mut Tx, person: &Id) -> Result<Vec<Id>> {
    let card = persons::find(tx, person)?;
    let mut ids = vec![card.id];
    for account in accounts::of_person(tx, person)? {
        if let (Some(_), Some(phone)) = (&account.phone_key, &card.phone) {
            ids.extend(persons::by_key(tx, "phone", phone.as_str())?.into_iter().map(|card| card.id));
        }
        if let (Some(_), Some(email)) = (&account.email_key, &card.email) {
            ids.extend(persons::by_key(tx, "email", email.as_str())?.into_iter().map(|card| card.id));
        }
    }
    ids.sort();
    ids.dedup();
    Ok(ids)
}

pub fn set_own(tx: &mut Tx, person: &Id, name: &str, lang: Lang) -> Result<()> {
    persons::set_field(tx, person, "name", Some(name))?;
    persons::set_lang(tx, person, lang)?;
    tx.record("people.changed", person, &json!({ "what": ["name", "lang"] }))
}

/// A clerk saw the national card: the level rises, and the number is kept as a key.
pub fn identify(tx: &mut Tx, person: &Id, cin: &Cin) -> Result<()> {
    if persons::by_key(tx, "cin", cin.as_str())?.iter().any(|card| card.id != *person) {
        return Err(Refusal::new("people-cin-taken").at("cin").into());
    }
    persons::set_field(tx, person, "cin", Some(cin.as_str()))?;
    let level = persons::find(tx, person)?.level.max(Level::Counter);
    persons::set_level(tx, person, level)?;
    tx.look(person, Why::Identity.as_str())?;
    tx.record("people.identified", person, &json!({ "level": level }))?;
    tx.emit(&Identified { person: person.clone() })
}

/// Whether the number on the card that lies on the counter is the one in the register.
///
/// # Errors
/// `people-presence-no-card` when no counter ever saw the person's card.
pub fn shows_card(tx: &mut Tx, person: &Id, cin: &Cin) -> Result<bool> {
    let known = persons::find(tx, person)?.cin.ok_or_else(|| Refusal::new("people-presence-no-card"))?;
    Ok(known == *cin)
}

/// The person behind an account.
pub fn account_person(tx: &mut Tx, account: &Id) -> Result<Id> {
    Ok(accounts::find(tx, account)?.person)
}

/// Whether two records are of one human being: the same record, or the same card number or telephone in both.
pub fn same_human(tx: &mut Tx, one: &Id, other: &Id) -> Result<bool> {
    Ok(one == other || persons::share_a_key(tx, one, other)?)
}

/// The account's own card: nobody else reads it, so it leaves no look.
pub fn own_card(tx: &mut Tx, person: &Id) -> Result<Card> {
    persons::find(tx, person)
}

/// Who looked at this person's file, newest first.
pub fn looks(tx: &mut Tx, person: &Id) -> Result<Vec<Entry>> {
    journal::looks_at(tx, person.as_str(), LOOKS)
}

/// The same by when they were, before a place in that order.
pub fn looks_before(tx: &mut Tx, person: &Id, before: Option<(Moment, i64)>, limit: i64) -> Result<Vec<Entry>> {
    journal::looks_before(tx, person.as_str(), before, limit)
}

/// Law 09-08, article 8: asked once, and answered by whoever keeps files about the person.
pub fn ask_erasure(tx: &mut Tx, person: &Id) -> Result<()> {
    if persons::ask_erasure(tx, person)? {
        tx.record("people.erasure_asked", person, &json!({}))?;
        tx.emit(&ErasureAsked { person: person.clone() })?;
    }
    Ok(())
}

/// Forgets a person for good: the record's key is destroyed, accounts close, sessions end. Safe to run twice.
pub fn erase(tx: &mut Tx, person: &Id) -> Result<()> {
    for account in accounts::of_person(tx, person)? {
        access::end_all(tx, &account.id)?;
        tickets::void_all(tx, &account.id)?;
        accounts::close(tx, &account.id)?;
    }
    mandates::erase_about(tx, person)?;
    if persons::erase(tx, person)? {
        tx.record("people.erased", person, &json!({}))?;
        tx.emit(&Erased { person: person.clone() })?;
    }
    Ok(())
}

/// Persons, staff apart, that nobody has dealt with since a moment: whoever keeps files erases those without any.
pub fn idle_since(tx: &mut Tx, moment: Moment, limit: i64) -> Result<Vec<Id>> {
    persons::idle_since(tx, moment, limit)
}

/// Notes that the house dealt with this person, so that the delay of erasure starts anew.
pub fn seen(tx: &mut Tx, person: &Id) -> Result<()> {
    persons::touch(tx, person)
}
