//! Papers: the written mandate of one citizen, what was done under it, and its end.

use super::holders::{acting, must_act, must_hold, offered};
use crate::model::{Deed, Holder, NewPaper, Paper, What};
use crate::rules;
use crate::store::{holders, papers};
use kernel::{Id, Refusal};
use people::{Level, Mandate, NewMandate, NewPerson};
use platform::json::json;
use platform::{Actor, Problem, Result, Tx};
use sending::{Message, To};

/// One look in so many minutes is one line of the holder's journal; the journal of the house has each of them.
const SITTING_MINUTES: i64 = 15;
/// Why a holder looked, as the citizen reads it in his account.
const WHY: &str = "mandate";

/// A paper with its mandate, which says how long it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub paper: Paper,
    pub mandate: Mandate,
}

/// Notes a written mandate that a citizen signed for the holder who acts.
pub fn note(tx: &mut Tx, new: NewPaper) -> Result<Id> {
    let holder = acting(tx)?;
    must_hold(tx, &holder)?;
    rules::paper_days(new.signed_on, new.ends_on, holder.ends_on, tx.today())?;
    let procedures = offered(tx, &new.procedures)?;
    for procedure in &procedures {
        must_act(tx, &holder, procedure).map_err(|problem| at(problem, "procedures"))?;
    }
    if is_own_contact(tx, &holder, &new.contact)? {
        return Err(Refusal::new("assisted-own-contact").at("contact").into());
    }
    if new.scan.is_none() && new.reference.is_empty() {
        return Err(Refusal::new("assisted-proof-missing").at("reference").into());
    }
    let (phone, email) = match new.contact.clone() {
        To::Phone(phone) => (Some(phone), None),
        To::Email(email) => (None, Some(email)),
    };
    let (name, lang, level) = (new.name.clone(), new.lang, Level::Declared);
    let person = people::add(tx, NewPerson { name, phone, email, cin: None, lang, level })?;
    let mandate = NewMandate {
        holder: holder.person.clone(),
        for_person: person.clone(),
        matter: titles(tx, &procedures, new.lang)?,
        proof: new.reference,
        starts_on: new.signed_on,
        ends_on: new.ends_on,
    };
    let id = people::give_mandate(tx, mandate)?;
    let paper = Paper {
        holder: holder.id.clone(),
        person,
        name: new.name,
        contact: new.contact,
        code: rules::code(tx.random()?),
        lang: new.lang,
        procedures,
        scan: new.scan,
        created_at: tx.now(),
        vault: papers::new_vault(tx, &id)?,
        id,
    };
    papers::insert(tx, &paper)?;
    tx.record("assisted.paper_noted", &paper.id, &json!({ "holder": holder.id, "procedures": paper.procedures }))?;
    did(tx, &paper, What::Noted, "", "")?;
    Ok(paper.id)
}

fn at(problem: Problem, field: &str) -> Problem {
    match problem {
        Problem::Refused(refusal) => refusal.at(field).into(),
        other => other,
    }
}

/// The notice must reach the citizen, not whoever files for him.
fn is_own_contact(tx: &mut Tx, holder: &Holder, contact: &To) -> Result<bool> {
    Ok(people::reach(tx, &holder.person)?.is_some_and(|(own, _)| own.as_str() == contact.as_str()))
}

/// Names of procedures in a language, as a paper or a message lists them.
pub fn titles(tx: &mut Tx, ids: &[String], lang: kernel::Lang) -> Result<String> {
    let catalog = procedures::catalog(tx)?;
    let title = |id: &String| catalog.find(id).map_or(id.clone(), |procedure| procedure.title.text(lang).to_owned());
    Ok(ids.iter().map(title).collect::<Vec<_>>().join(if lang == kernel::Lang::Ar { "، " } else { ", " }))
}

/// A paper of the holder who acts. `NotFound` for one of somebody else.
pub fn own(tx: &mut Tx, id: &Id) -> Result<Held> {
    let (holder, held) = (acting(tx)?, held(tx, id)?);
    if held.paper.holder == holder.id { Ok(held) } else { Err(Problem::NotFound) }
}

/// A paper with its mandate, whoever asks.
pub fn held(tx: &mut Tx, id: &Id) -> Result<Held> {
    let paper = papers::find(tx, id)?;
    Ok(Held { mandate: people::mandate(tx, id)?, paper })
}

/// The door of every page, upload and filing under a paper: the holder himself, while both mandates hold. The house passes.
pub fn may_go_on(tx: &mut Tx, paper: &Id, procedure: &str) -> Result<Held> {
    if matches!(tx.actor(), Actor::System { .. }) {
        return held(tx, paper);
    }
    let holder = acting(tx)?;
    let held = own(tx, paper)?;
    must_act(tx, &holder, procedure)?;
    rules::covers(&held.mandate, &held.paper.procedures, procedure, tx.today())?;
    Ok(held)
}

/// Writes a line of the holder's journal.
pub fn did(tx: &mut Tx, paper: &Paper, what: What, procedure: &str, subject: &str) -> Result<()> {
    let deed = Deed { paper: paper.id.clone(), what, procedure: procedure.into(), subject: subject.into(), at: tx.now() };
    holders::add_deed(tx, &paper.holder, &deed)
}

/// Writes a look before anything is shown: in the citizen's own list, and once in a sitting in the holder's journal.
pub fn looked(tx: &mut Tx, paper: &Paper, procedure: &str, subject: &str) -> Result<()> {
    tx.look(&paper.person, WHY)?;
    let since = tx.now().plus_minutes(-SITTING_MINUTES);
    if holders::did(tx, &paper.id, What::Looked, subject, since)? {
        return Ok(());
    }
    did(tx, paper, What::Looked, procedure, subject)
}

/// Tells the citizen that something was filed in his name, with the code by which he looks and stops.
pub fn tell_filed(tx: &mut Tx, paper: &Paper, procedure: &str, case_code: &str) -> Result<()> {
    did(tx, paper, What::Filed, procedure, case_code)?;
    tell(tx, paper, "assisted-sms-filed", &[("case", case_code)])
}

/// Tells the citizen that the holder may not act for him any more, and where to go on himself.
pub fn tell_ended(tx: &mut Tx, paper: &Paper) -> Result<()> {
    tell(tx, paper, "assisted-sms-ended", &[])
}

fn tell(tx: &mut Tx, paper: &Paper, key: &str, more: &[(&str, &str)]) -> Result<()> {
    let holder = holders::find(tx, &paper.holder)?;
    let link = platform::web_link(tx, paper.lang, &format!("/mandate/{}", paper.code))?;
    let mut args = vec![("name", holder.name.as_str()), ("link", link.as_str()), ("code", paper.code.as_str())];
    args.extend(more);
    let text = platform::text(tx, paper.lang, key, &args)?;
    let subject = platform::text(tx, paper.lang, "assisted-mail-subject", &args)?;
    sending::send(tx, Message { to: paper.contact.clone(), lang: paper.lang, subject, text, about: None })
}

/// The paper of the code that a citizen was sent. `NotFound` for a code that nobody has.
pub fn by_code(tx: &mut Tx, code: &str) -> Result<Held> {
    let code = rules::read_code(code).ok_or(Problem::NotFound)?;
    let paper = papers::by_code(tx, &code)?.ok_or(Problem::NotFound)?;
    Ok(Held { mandate: people::mandate(tx, &paper.id)?, paper })
}

/// The citizen objects: nothing more is done in his name under this paper.
pub fn object(tx: &mut Tx, code: &str) -> Result<()> {
    let held = by_code(tx, code)?;
    if held.mandate.ended_at.is_some() {
        return Ok(());
    }
    did(tx, &held.paper, What::Ended, "", "")?;
    people::end_mandate(tx, &held.paper.id)
}

/// A citizen was erased: his papers forget him, and their scans go.
pub fn erased(tx: &mut Tx, gone: people::Erased) -> Result<()> {
    let scans = papers::scans_of(tx, &gone.person)?;
    papers::erase_of(tx, &gone.person)?;
    if scans.is_empty() { Ok(()) } else { tx.job(crate::jobs::ERASE, &crate::jobs::Erase { blobs: scans }) }
}
