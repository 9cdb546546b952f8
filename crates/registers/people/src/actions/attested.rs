//! What somebody else vouches for: accounts that another proof than a code opens, and what it adds to a person's card.

use super::codes;
use crate::model::{Level, Why};
use crate::store::{accounts, persons};
use kernel::{Cin, Id, Refusal};
use platform::access::Side;
use platform::json::json;
use platform::{Result, Tx};
use sending::To;

/// What was vouched for. Absent: nothing was said of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attested {
    pub name: Option<String>,
    pub cin: Option<Cin>,
    pub level: Option<Level>,
}

/// A citizen's account that no contact opens yet.
pub fn open_account(tx: &mut Tx, person: &Id) -> Result<Id> {
    let id = tx.new_id();
    accounts::insert(tx, &id, person, Side::Citizen, None)?;
    tx.record("people.account_opened", &id, &json!({ "person": person }))?;
    Ok(id)
}

/// The open account of a citizen that this contact opens.
pub fn citizen_account(tx: &mut Tx, contact: &To) -> Result<Option<Id>> {
    Ok(accounts::by_contact(tx, Side::Citizen, contact)?.map(|account| account.id))
}

/// Whose open account of a citizen this is.
pub fn person_of_account(tx: &mut Tx, account: &Id) -> Result<Option<Id>> {
    let account = accounts::find(tx, account)?;
    Ok((account.is_open() && account.side == Side::Citizen).then_some(account.person))
}

/// Starts a session of a citizen's account, once the caller is sure of who is there.
pub fn begin_session(tx: &mut Tx, account: &Id, person: &Id) -> Result<String> {
    codes::begin(tx, account, person, Side::Citizen)
}

/// Persons noted with this card number, and whether somebody can sign in as each. No person reads it: no look.
pub fn holders_of(tx: &mut Tx, cin: &Cin) -> Result<Vec<(Id, bool)>> {
    let mut holders = Vec::new();
    for card in persons::by_key(tx, "cin", cin.as_str())? {
        let open = accounts::of_person(tx, &card.id)?.iter().any(|account| account.is_open());
        holders.push((card.id, open));
    }
    Ok(holders)
}

/// Fills what the card lacks and raises the level; what is there already stays as it is.
pub fn attest(tx: &mut Tx, person: &Id, attested: &Attested) -> Result<()> {
    let card = persons::find(tx, person)?;
    if let (true, Some(name)) = (card.name.is_empty(), &attested.name) {
        persons::set_field(tx, person, "name", Some(name))?;
    }
    if let (None, Some(cin)) = (&card.cin, &attested.cin) {
        persons::set_field(tx, person, "cin", Some(cin.as_str()))?;
    }
    let level = attested.level.map_or(card.level, |level| card.level.max(level));
    if level != card.level {
        persons::set_level(tx, person, level)?;
        tx.record("people.attested", person, &json!({ "level": level }))?;
    }
    Ok(())
}

/// Staff compared two statements and took the other one: what it says replaces what the card said.
pub fn correct(tx: &mut Tx, person: &Id, right: &Attested) -> Result<()> {
    if let Some(cin) = &right.cin {
        if holders_of(tx, cin)?.iter().any(|(holder, _)| holder != person) {
            return Err(Refusal::new("people-cin-taken").at("cin").into());
        }
        persons::set_field(tx, person, "cin", Some(cin.as_str()))?;
    }
    if let Some(name) = &right.name {
        persons::set_field(tx, person, "name", Some(name))?;
    }
    tx.look(person, Why::Identity.as_str())?;
    tx.record("people.corrected", person, &json!({ "name": right.name.is_some(), "cin": right.cin.is_some() }))?;
    attest(tx, person, &Attested { level: right.level, ..Attested::default() })
}

/// What had raised the level is gone: it goes back to what it was before.
pub fn lower(tx: &mut Tx, person: &Id, level: Level) -> Result<()> {
    if persons::find(tx, person)?.level > level {
        persons::set_level(tx, person, level)?;
        tx.record("people.level_lowered", person, &json!({ "level": level }))?;
    }
    Ok(())
}
