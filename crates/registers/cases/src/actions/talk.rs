//! Words between the commune and the author: messages, replies, notes, and the notices that tell of a change.

use super::look;
use crate::model::{Audience, Case, Channel, Contact, EventKind, Given};
use crate::{HANDLE, SEE, rules, store};
use kernel::{Id, Lang, Phone, Refusal, format, text};
use platform::{Problem, Result, Tx};
use procedures::Phase;
use sending::{Message, To};

const MOST: usize = 4_000;

fn words(text: &str) -> Result<String> {
    text::clean_lines(text, MOST).map_err(|fault| match fault {
        text::TextFault::Empty => Problem::Refused(Refusal::new("cases-needs-words").at("words")),
        text::TextFault::TooLong { max } => Problem::Refused(Refusal::new("procedures-too-long").with("max", max).at("words")),
    })
}

/// A message to the author, who reads it on the page of the case and is told that it is there.
pub fn tell(tx: &mut Tx, id: &Id, message: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, HANDLE)?;
    let message = words(message)?;
    rules::filled(&message)?;
    touch(tx, &mut case)?;
    store::timeline::add(tx, &case, EventKind::Told, Audience::Applicant, &serde_json::json!({}), Some(&message))?;
    tx.record("cases.told", &case.id, &serde_json::json!({}))?;
    tell_author(tx, &case, "cases-sms-message")
}

/// A note that only staff see.
pub fn note(tx: &mut Tx, id: &Id, note: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, SEE)?;
    let note = words(note)?;
    touch(tx, &mut case)?;
    store::timeline::add(tx, &case, EventKind::Note, Audience::Staff, &serde_json::json!({}), Some(&note))?;
    tx.record("cases.noted", &case.id, &serde_json::json!({}))
}

/// What the author writes back. A case that waited for it goes on by itself.
pub fn reply(tx: &mut Tx, id: &Id, reply: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    let reply = words(reply)?;
    if case.phase == Phase::WaitingApplicant {
        let procedure = store::pinned(tx, &case.procedure_pin)?;
        if let Some(action) = procedure.actions_from(&case.state).find(|action| rules::is_reply(action)) {
            super::act::act(tx, id, &action.id, &Given { words: reply, ..Given::default() }, true)?;
            return Ok(());
        }
    }
    if case.phase == Phase::Closed {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    touch(tx, &mut case)?;
    store::timeline::add(tx, &case, EventKind::Wrote, Audience::Applicant, &serde_json::json!({}), Some(&reply))?;
    tx.record("cases.replied", &case.id, &serde_json::json!({}))
}

pub(crate) fn touch(tx: &mut Tx, case: &mut Case) -> Result<()> {
    case.updated_at = tx.now();
    store::update(tx, case)
}

/// The message that fits the state a case has just reached.
pub(crate) fn message_of(case: &Case) -> &'static str {
    match case.phase {
        Phase::WaitingApplicant => "cases-sms-asked",
        Phase::WaitingOther => "cases-sms-referred",
        Phase::Decided => "cases-sms-answered",
        Phase::Closed => "cases-sms-closed",
        Phase::Filed | Phase::InProgress => "cases-sms-moved",
    }
}

/// The address of a case that opens it without the PIN: only who received the message has it.
pub fn link(tx: &Tx, code: &str) -> Result<String> {
    let key = tx.keys().lookup(&tx.tenant(), "case-link", code)?;
    Ok(format!("/cases/{code}?k={key}"))
}

/// Tells the author in his language, through the channel he chose. Those who follow are told by whoever listens to `Moved`:
/// the link of this message opens what is the author's alone.
pub(crate) fn tell_author(tx: &mut Tx, case: &Case, key: &str) -> Result<()> {
    let contact = store::unseal(tx, case)?.contact;
    notice(tx, case, contact, case.lang, key)
}

/// A message of another module to the author, through the channel that he chose: `key` is its sentence, which finds `code`,
/// `link` and what `more` holds. Nothing to who left no address, or whose file was erased.
pub fn message_author(tx: &mut Tx, case: &Case, key: &str, more: &[(&str, &str)]) -> Result<()> {
    if case.vault == platform::store::seal::ERASED {
        return Ok(());
    }
    let contact = store::unseal(tx, case)?.contact;
    notice_with(tx, case, contact, case.lang, key, more)
}

/// One notice about a case, through the channel that the person chose; nothing to who left none.
pub(crate) fn notice(tx: &mut Tx, case: &Case, contact: Contact, lang: Lang, key: &str) -> Result<()> {
    if let (Channel::Phone, Some(phone)) = (case.channel, &contact.phone) {
        return notice_by_telephone(tx, case, phone.clone(), key);
    }
    let due = case.due_at.map_or(String::new(), |due| format::day(due.day(), lang));
    notice_with(tx, case, contact, lang, key, &[("due", &due)])
}

fn notice_with(tx: &mut Tx, case: &Case, contact: Contact, lang: Lang, key: &str, more: &[(&str, &str)]) -> Result<()> {
    let to = match (contact.phone, contact.email) {
        (Some(phone), _) => To::Phone(phone),
        (None, Some(email)) => To::Email(email),
        (None, None) => return Ok(()),
    };
    let link = platform::web_link(tx, lang, &link(tx, &case.code)?)?;
    let args = [&[("code", case.code.as_str()), ("link", link.as_str())], more].concat();
    let text = platform::text(tx, lang, key, &args)?;
    let subject = platform::text(tx, lang, "cases-mail-subject", &args)?;
    sending::send(tx, Message { to, lang, subject, text, about: Some(case.id.clone()) })
}

/// The same to who filed by telephone and has nothing else: what an address would have opened stands in the message.
fn notice_by_telephone(tx: &mut Tx, case: &Case, to: Phone, key: &str) -> Result<()> {
    let due = case.due_at.map_or(String::new(), |due| format::day(due.day(), case.lang));
    let pin = store::unseal(tx, case)?.pin;
    let text = super::telephone::notice(tx, case, key, &pin, &due)?;
    let message = Message { to: To::Phone(to), lang: case.lang, subject: String::new(), text, about: Some(case.id.clone()) };
    sending::send(tx, message)
}

/// Files named in one digest; the inbox has them all.
const NAMED: usize = 10;

/// Tells a member of staff which files came before him, in one message.
pub(crate) fn notify_escalated(tx: &mut Tx, person: &Id, cases: &[Case]) -> Result<()> {
    if let [case] = cases {
        let late = case.due_at.is_some_and(|due| due <= tx.now());
        return notify_staff(tx, person, if late { "cases-mail-escalated" } else { "cases-mail-near" }, case);
    }
    let Some((to, lang)) = people::reach(tx, person)? else { return Ok(()) };
    let link = platform::web_link(tx, lang, "/desk?view=escalated")?;
    let codes: Vec<&str> = cases.iter().take(NAMED).map(|case| case.code.as_str()).collect();
    let nobody = cases.iter().filter(|case| case.assignee.is_none()).count().to_string();
    let (count, codes) = (cases.len().to_string(), codes.join(" "));
    let args = [("count", count.as_str()), ("nobody", nobody.as_str()), ("codes", codes.as_str()), ("link", link.as_str())];
    let text = platform::text(tx, lang, "cases-mail-digest", &args)?;
    let subject = platform::text(tx, lang, "cases-mail-digest-subject", &args)?;
    sending::send(tx, Message { to, lang, subject, text, about: None })
}

/// Tells a member of staff by e-mail, with the code and never the content.
pub(crate) fn notify_staff(tx: &mut Tx, person: &Id, key: &str, case: &Case) -> Result<()> {
    let Some((to, lang)) = people::reach(tx, person)? else { return Ok(()) };
    let link = platform::web_link(tx, lang, &format!("/desk/{}", case.id))?;
    let args = [("code", case.code.as_str()), ("link", link.as_str())];
    let text = platform::text(tx, lang, key, &args)?;
    let subject = platform::text(tx, lang, "cases-mail-staff-subject", &args)?;
    sending::send(tx, Message { to, lang, subject, text, about: Some(case.id.clone()) })
}
