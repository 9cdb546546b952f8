//! Presence: the person whom staff serve shows the card, or types back a code that reached the confirmed contact.

use super::codes::{Wording, request};
use crate::model::Purpose;
use crate::store::{accounts, persons, tickets};
use crate::{actions, rules};
use kernel::{Cin, Id, Lang, Refusal};
use platform::access::Side;
use platform::{Result, Tx, Words};

/// What became of the code that a person told at the counter. A wrong one is no error: the try must be counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Presence {
    Proved(Id),
    Wrong { left: i64 },
    Gone,
}

/// Sends a code to the person's confirmed contact, the telephone first; gives the secret of its page, and where it went, masked.
///
/// # Errors
/// `people-presence-no-contact` when no contact was ever confirmed.
pub fn ask_presence(tx: &mut Tx, person: &Id, words: &Words, lang: Lang, commune: &str) -> Result<(String, String)> {
    let contact = actions::persons::confirmed(tx, person)?.into_iter().next();
    let contact = contact.ok_or_else(|| Refusal::new("people-presence-no-contact"))?;
    let account = accounts::of_person(tx, person)?.into_iter().find(|account| account.side == Side::Citizen && account.is_open());
    let account = account.ok_or_else(|| Refusal::new("people-presence-no-contact"))?;
    let wording = Wording { words, lang, commune };
    let secret = request(tx, Purpose::Presence, Some(&account.id), &contact, &wording)?;
    Ok((secret, contact.masked()))
}

/// Takes the code that the person told the clerk.
pub fn prove_presence(tx: &mut Tx, secret: &str, typed: &str) -> Result<Presence> {
    let found = tickets::find(tx, secret)?.filter(|ticket| ticket.purpose == Purpose::Presence);
    let Some(ticket) = found else { return Ok(Presence::Gone) };
    let right = !ticket.code.is_empty() && tickets::code_key(tx, &ticket.id, &rules::tidy_code(typed))? == ticket.code;
    if !right {
        tickets::add_try(tx, &ticket.id)?;
        return Ok(Presence::Wrong { left: rules::CODE_TRIES - ticket.tries - 1 });
    }
    match ticket.account {
        Some(account) if tickets::use_up(tx, &ticket.id)? => Ok(Presence::Proved(accounts::find(tx, &account)?.person)),
        _ => Ok(Presence::Gone),
    }
}

/// Whether the number on the card that lies on the counter is the one in the register.
///
/// # Errors
/// `people-presence-no-card` when no counter ever saw the person's card.
pub fn shows_card(tx: &mut Tx, person: &Id, cin: &Cin) -> Result<bool> {
    let known = persons::find(tx, person)?.cin.ok_or_else(|| Refusal::new("people-presence-no-card"))?;
    Ok(known == *cin)
}
