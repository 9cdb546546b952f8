//! Proof that a person is there: a code goes to a contact that is confirmed, and whoever types it is that person, or stands
//! beside him. Asked before what a stolen telephone session must not do, and before a clerk opens what is the person's.

use super::codes::Wording;
use crate::model::Purpose;
use crate::rules;
use crate::store::tickets::NewTicket;
use crate::store::{accounts, tickets};
use kernel::{Id, Lang};
use platform::access::Side;
use platform::json::json;
use platform::store::seal::hex;
use platform::{Ctx, Result, Tx};
use sending::{Message, To};

/// A proof that was asked for: the secret of its page, and where the code went, masked.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedProof {
    pub ticket: String,
    pub to: String,
}

/// What became of a typed code. A wrong one is no error of the transaction: the try must be counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Proof {
    /// It is this person.
    Given(Id),
    Wrong {
        left: i64,
    },
    /// Used, expired, or tried too often.
    Gone,
}

/// Sends a code to a person's confirmed contact. `what` is the key of a message that says what the code allows: it is read
/// before it is given away. Nothing for a person whom no confirmed contact reaches.
pub async fn ask_proof(ctx: &Ctx, person: &Id, what: &'static str) -> Result<Option<AskedProof>> {
    let (words, commune, person) = (ctx.app().words(), ctx.commune().name.clone(), person.clone());
    ctx.write_as_house(move |tx| {
        let Some((_, lang)) = super::persons::reach(tx, &person)? else { return Ok(None) };
        let Some(to) = super::persons::confirmed(tx, &person)?.into_iter().next() else { return Ok(None) };
        let wording = Wording { words: &words, lang, commune: commune.text(lang) };
        send(tx, &person, to, lang, &wording, what).map(Some)
    })
    .await
}

fn send(tx: &mut Tx, person: &Id, to: To, lang: Lang, wording: &Wording, what: &str) -> Result<AskedProof> {
    let account = accounts::of_person(tx, person)?.into_iter().find(|account| account.side == Side::Citizen && account.is_open());
    let (ticket, code) = (hex(&tx.random::<16>()?), rules::six_digits(tx.random()?));
    let expires_at = tx.now().plus_minutes(rules::CODE_MINUTES);
    let sent = tickets::sent_since(tx, &to, tx.now().plus_minutes(-60))?;
    let account = account.map(|account| account.id);
    let new = NewTicket {
        secret: &ticket,
        purpose: Purpose::Proof,
        account: account.as_ref(),
        contact: Some(&to),
        code: &meant(&code, what),
        expires_at,
    };
    tickets::insert(tx, &new)?;
    let masked = to.masked();
    if sent < rules::CODES_PER_HOUR {
        let subject = wording.text("people-code-subject", &[]);
        let text = wording.text("people-proof-text", &[("code", &code), ("what", &wording.text(what, &[]))]);
        sending::send_before(tx, Message { to, lang, subject, text, about: None }, expires_at)?;
    }
    Ok(AskedProof { ticket, to: masked })
}

/// Where the code of a proof went, masked; nothing once it is over.
pub fn asked_proof(tx: &mut Tx, ticket: &str) -> Result<Option<String>> {
    let found = tickets::find(tx, ticket)?.filter(|found| found.purpose == Purpose::Proof);
    Ok(found.and_then(|found| found.contact).map(|to| to.masked()))
}

/// A code is good for what its message said, and for nothing else.
fn meant(code: &str, what: &str) -> String {
    format!("{code}/{what}")
}

/// Takes a typed code that was asked for the same; a right one is used up.
pub fn prove(tx: &mut Tx, ticket: &str, typed: &str, what: &str) -> Result<Proof> {
    let found = tickets::find(tx, ticket)?.filter(|found| found.purpose == Purpose::Proof);
    let Some((found, account)) = found.and_then(|found| found.account.clone().map(|account| (found, account))) else {
        return Ok(Proof::Gone);
    };
    if tickets::code_key(tx, &found.id, &meant(&rules::tidy_code(typed), what))? != found.code {
        tickets::add_try(tx, &found.id)?;
        return Ok(Proof::Wrong { left: rules::CODE_TRIES - found.tries - 1 });
    }
    if !tickets::use_up(tx, &found.id)? {
        return Ok(Proof::Gone);
    }
    let person = accounts::find(tx, &account)?.person;
    tx.record("people.proved", &person, &json!({}))?;
    Ok(Proof::Given(person))
}
