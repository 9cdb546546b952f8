//! Codes of six digits: sent to a contact, typed back once, and what they open.

use crate::model::{Level, NewPerson, Purpose, Ticket};
use crate::rules;
use crate::store::tickets::NewTicket;
use crate::store::{accounts, persons, tickets};
use kernel::{Id, Lang, Refusal};
use platform::access::{self, Side};
use platform::json::json;
use platform::store::seal::hex;
use platform::{Arg, Problem, Result, Tx, Words};
use sending::{Message, To};

/// What became of a typed code. A wrong one is no error of the transaction: the try must be counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A session has begun; this is its secret.
    SignedIn(String, Side),
    ContactChanged,
    Wrong {
        left: i64,
    },
    /// Used, expired, or tried too often.
    Gone,
}

/// How a message is worded: in the language of whoever asked.
pub struct Wording<'a> {
    pub words: &'a Words,
    pub lang: Lang,
    pub commune: &'a str,
}

impl Wording<'_> {
    pub fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut all = vec![("commune".to_owned(), Arg::Text(self.commune.to_owned()))];
        all.extend(args.iter().map(|(name, value)| ((*name).to_owned(), Arg::Text((*value).to_owned()))));
        self.words.text(self.lang, key, &all)
    }
}

/// Makes a code and sends it. The answer is the same whether the contact is known, unknown, or was asked too often.
pub fn request(tx: &mut Tx, purpose: Purpose, account: Option<&Id>, contact: &To, wording: &Wording) -> Result<String> {
    let (secret, code) = (hex(&tx.random::<16>()?), rules::six_digits(tx.random()?));
    let expires_at = tx.now().plus_minutes(rules::CODE_MINUTES);
    let sent = tickets::sent_since(tx, contact, tx.now().plus_minutes(-60))?;
    let ticket = NewTicket { secret: &secret, purpose, account, contact: Some(contact), code: &code, expires_at };
    tickets::insert(tx, &ticket)?;
    if sent < rules::CODES_PER_HOUR {
        let subject = wording.text("people-code-subject", &[]);
        let text = wording.text("people-code-text", &[("code", &code)]);
        let message = Message { to: contact.clone(), lang: wording.lang, subject, text, about: None };
        sending::send_before(tx, message, expires_at)?;
    }
    Ok(secret)
}

/// What a ticket is for, as its page shows it.
pub fn ticket(tx: &mut Tx, secret: &str) -> Result<Option<Ticket>> {
    tickets::find(tx, secret)
}

/// Takes a typed code.
pub fn confirm(tx: &mut Tx, secret: &str, typed: &str, lang: Lang) -> Result<Outcome> {
    let Some(ticket) = tickets::find(tx, secret)? else { return Ok(Outcome::Gone) };
    let right = !ticket.code.is_empty() && tickets::code_key(tx, &ticket.id, &rules::tidy_code(typed))? == ticket.code;
    if !right {
        tickets::add_try(tx, &ticket.id)?;
        return Ok(Outcome::Wrong { left: rules::CODE_TRIES - ticket.tries - 1 });
    }
    if !tickets::use_up(tx, &ticket.id)? {
        return Ok(Outcome::Gone);
    }
    let contact = ticket.contact.clone().ok_or_else(|| Problem::internal("a code without a contact"))?;
    match ticket.purpose {
        Purpose::SignIn => Ok(Outcome::SignedIn(sign_in(tx, &contact, lang)?, Side::Citizen)),
        Purpose::Contact => change_contact(tx, &ticket, &contact).map(|()| Outcome::ContactChanged),
        _ => Ok(Outcome::Gone),
    }
}

/// Opens a session on the account of a confirmed contact; makes person and account the first time.
fn sign_in(tx: &mut Tx, contact: &To, lang: Lang) -> Result<String> {
    let account = match accounts::by_contact(tx, Side::Citizen, contact)? {
        Some(account) => account,
        None => {
            let (phone, email) = match contact.clone() {
                To::Phone(phone) => (Some(phone), None),
                To::Email(email) => (None, Some(email)),
            };
            let (name, level) = (String::new(), Level::Contact);
            let person = super::persons::add(tx, NewPerson { name, phone, email, cin: None, lang, level })?;
            let id = tx.new_id();
            accounts::insert(tx, &id, &person, Side::Citizen, Some(contact))?;
            tx.record("people.account_opened", &id, &json!({ "person": person }))?;
            accounts::find(tx, &id)?
        }
    };
    begin(tx, &account.id, &account.person, Side::Citizen)
}

/// Starts a session of an account.
pub fn begin(tx: &mut Tx, account: &Id, person: &Id, side: Side) -> Result<String> {
    let card = persons::find(tx, person)?;
    let contact = card.phone.map(|phone| phone.masked()).or(card.email.map(|email| email.masked()));
    let name = if card.name.is_empty() { contact.unwrap_or_default() } else { card.name };
    persons::touch(tx, person)?;
    tx.record("people.signed_in", account, &json!({ "side": side }))?;
    access::start(tx, account, person, side, &name)
}

fn change_contact(tx: &mut Tx, ticket: &Ticket, contact: &To) -> Result<()> {
    let id = ticket.account.clone().ok_or_else(|| Problem::internal("a contact without an account"))?;
    let account = accounts::find(tx, &id)?;
    if accounts::by_contact(tx, account.side, contact)?.is_some_and(|other| other.id != id) {
        return Err(Refusal::new("people-contact-taken").at("contact").into());
    }
    accounts::set_contact(tx, &id, contact)?;
    let column = if matches!(contact, To::Phone(_)) { "phone" } else { "email" };
    persons::set_field(tx, &account.person, column, Some(contact.as_str()))?;
    if persons::find(tx, &account.person)?.level == Level::Declared {
        persons::set_level(tx, &account.person, Level::Contact)?;
    }
    tx.record("people.contact_changed", &account.person, &json!({ "what": column }))
}
