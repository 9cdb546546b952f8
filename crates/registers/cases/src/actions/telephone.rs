//! A case on a simple telephone: its state in one sentence, asked for by SMS, or told to who has nothing but a telephone.

use crate::model::{Audience, Case, EventKind};
use crate::pages::{author, shown};
use crate::rules::sms::{self, Asked};
use crate::store::{self, lists};
use kernel::{Lang, Phone, format};
use platform::sms::{Heard, Reply};
use platform::{Result, Tx, args, communes, text};
use procedures::Phase;

/// Letters of an answer that one message bears; the page has all of it.
const WORDS: usize = 300;

/// Where a case stands and what comes next, as they are read out.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub state: String,
    pub next: String,
}

/// The two sentences that answer "where is my file?"; they name nobody.
pub fn told(tx: &mut Tx, case: &Case, lang: Lang) -> Result<Told> {
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let state = shown::standing(case, &procedure).map_or(String::new(), |name| name.text(lang).to_owned());
    let next = match author::next(case, tx.today()) {
        (words, Some(day)) => text(tx, lang, words, &[("day", &format::long_day(day, lang))])?,
        (words, None) => text(tx, lang, words, &[])?,
    };
    Ok(Told { state, next })
}

/// The cases that were filed with this telephone, newest first.
pub fn of_phone(tx: &mut Tx, phone: &Phone, limit: i64) -> Result<Vec<Case>> {
    let key = tx.keys().lookup(&tx.tenant(), "phone", phone.as_str())?;
    let mut conditions = lists::Where::tenant(tx);
    conditions.and("phone_key = ?", args![key]);
    lists::newest(tx, conditions, None, limit)
}

/// Whether this telephone is the author's own.
pub fn is_authors(tx: &mut Tx, case: &Case, phone: &Phone) -> Result<bool> {
    if case.vault == platform::store::seal::ERASED {
        return Ok(false);
    }
    Ok(store::unseal(tx, case)?.contact.phone.as_ref() == Some(phone))
}

/// The last case of this telephone that is told without a secret; that somebody complained is itself confidential.
fn last_of_phone(tx: &mut Tx, phone: &Phone) -> Result<Option<Case>> {
    let mut conditions = lists::Where::tenant(tx);
    let key = tx.keys().lookup(&tx.tenant(), "phone", phone.as_str())?;
    conditions.and("phone_key = ? AND restricted = 'no' AND hide_author = 'no'", args![key]);
    Ok(lists::newest(tx, conditions, None, 1)?.pop())
}

/// Understands a code, with the secret of the receipt or from the telephone that filed, and the word for the last case.
/// Where no answer can go back there is nothing to understand.
pub fn hear(tx: &mut Tx, heard: &Heard) -> Result<Option<Reply>> {
    if !heard.answered {
        return Ok(None);
    }
    let prefix = communes::prefix(tx)?;
    if let Some(asked) = sms::read(&heard.text, &prefix) {
        return asked_for(tx, heard, &asked, &prefix);
    }
    if !sms::asks_last(&heard.text) {
        return Ok(None);
    }
    match last_of_phone(tx, &heard.from)? {
        Some(case) => state(tx, &case, true).map(Some),
        None => plain(tx, heard.lang, "cases-sms-none").map(Some),
    }
}

fn asked_for(tx: &mut Tx, heard: &Heard, asked: &Asked, prefix: &str) -> Result<Option<Reply>> {
    if !asked.code.as_str().starts_with(prefix) {
        return plain(tx, heard.lang, "cases-sms-elsewhere").map(Some);
    }
    let Some(case) = store::by_code(tx, asked.code.as_str())?.filter(|case| case.vault != platform::store::seal::ERASED) else {
        return if asked.whole { plain(tx, heard.lang, "cases-sms-unknown").map(Some) } else { Ok(None) };
    };
    // A sender is easily forged, and a telephone is lent: what is confidential asks the author's own for the secret too.
    let (own, confidential) = (is_authors(tx, &case, &heard.from)?, case.restricted || case.hide_author);
    if own && !confidential {
        return state(tx, &case, true).map(Some);
    }
    let Some(pin) = &asked.pin else { return needs_pin(tx, &case, own && confidential).map(Some) };
    if !sending::tries(tx, &heard.from, &case.id)? {
        return about(tx, &case, "cases-sms-tries").map(Some);
    }
    if store::unseal(tx, &case)?.pin != pin.as_str() {
        return Ok(Some(Reply { wrong: true, ..about(tx, &case, "cases-sms-wrong-pin")? }));
    }
    state(tx, &case, own).map(Some)
}

/// A stranger is told the same of every file: the other sentence says that this one is confidential.
fn needs_pin(tx: &mut Tx, case: &Case, confidential: bool) -> Result<Reply> {
    if !confidential {
        return about(tx, case, "cases-sms-needs-pin");
    }
    let link = platform::web_link(tx, case.lang, "/cases")?;
    let words = text(tx, case.lang, "cases-sms-confidential", &[("code", &case.code), ("link", &link)])?;
    Ok(Reply::about(case.lang, words, case.id.clone()))
}

fn plain(tx: &mut Tx, lang: Lang, key: &str) -> Result<Reply> {
    Ok(Reply::plain(lang, text(tx, lang, key, &[])?))
}

fn about(tx: &mut Tx, case: &Case, key: &str) -> Result<Reply> {
    let words = text(tx, case.lang, key, &[("code", &case.code)])?;
    Ok(Reply::about(case.lang, words, case.id.clone()))
}

/// The state in the language of the case; what the commune wrote goes to the author's own telephone alone.
fn state(tx: &mut Tx, case: &Case, own: bool) -> Result<Reply> {
    let words = sentence(tx, case, own)?;
    tx.record("cases.told_by_sms", &case.id, &serde_json::json!({ "own": own }))?;
    Ok(Reply::about(case.lang, words, case.id.clone()))
}

fn sentence(tx: &mut Tx, case: &Case, own: bool) -> Result<String> {
    let Told { state, next } = told(tx, case, case.lang)?;
    let mut words = text(tx, case.lang, "cases-sms-state", &[("code", &case.code), ("state", &state), ("next", &next)])?;
    if own && let Some(written) = last_words(tx, case)? {
        words.push_str(" «");
        words.push_str(&short(&written));
        words.push('»');
    }
    Ok(words)
}

/// What the commune last wrote to the author, where it asks or answers.
fn last_words(tx: &mut Tx, case: &Case) -> Result<Option<String>> {
    if !matches!(case.phase, Phase::WaitingApplicant | Phase::Decided) {
        return Ok(None);
    }
    let entries = store::timeline::of(tx, case, &[Audience::Public, Audience::Applicant])?;
    let moved = entries.into_iter().rev().find(|entry| entry.kind == EventKind::Moved);
    Ok(moved.and_then(|entry| entry.text))
}

fn short(words: &str) -> String {
    let mut short: String = words.chars().take(WORDS).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    short
}

/// What who filed by telephone is sent instead of an address that he cannot open: the state, what comes next, and the words.
pub(crate) fn notice(tx: &mut Tx, case: &Case, key: &str, pin: &str, due: &str) -> Result<String> {
    let words = match key {
        "cases-sms-received" | "cases-sms-request-received" => {
            text(tx, case.lang, "cases-sms-received-phone", &[("code", &case.code), ("pin", pin), ("due", due)])?
        }
        "cases-sms-message" => {
            let entries = store::timeline::of(tx, case, &[Audience::Applicant])?;
            let told = entries.into_iter().rev().find(|entry| entry.kind == EventKind::Told).and_then(|entry| entry.text);
            text(tx, case.lang, "cases-sms-message-phone", &[("code", &case.code), ("words", &short(&told.unwrap_or_default()))])?
        }
        _ => sentence(tx, case, true)?,
    };
    if !platform::sms::reaches_us(tx)? {
        return Ok(words);
    }
    Ok(format!("{words} {}", text(tx, case.lang, "cases-sms-write-back", &[])?))
}

/// Writes that a case was looked at while somebody telephoned.
pub fn look_by_phone(tx: &mut Tx, case: &Case) -> Result<()> {
    tx.look(&case.id, people::Why::Telephone.as_str())?;
    match &case.person {
        Some(person) => people::looked(tx, person, people::What::Case, &case.code, people::Why::Telephone),
        None => Ok(()),
    }
}
