//! An order from the register's shelf to the envelope: found, doubted, corrected.

use crate::model::{Entry, LetterState, Order, Stage};
use crate::{rules, store};
use cases::{Case, Given};
use kernel::{Id, Refusal, text};
use payments::{DueAt, Reason};
use platform::{Problem, Result, Tx, json::json};
use procedures::{Answers, Procedure, Typed};
use std::sync::Arc;

/// One list shows at most so many orders.
const SHOWN: i64 = 300;
const WORDS_MOST: usize = 1_000;

/// A case was opened: an order begins when it is to be sent by post.
pub fn begin(tx: &mut Tx, opened: cases::OpenedEvent) -> Result<()> {
    of(tx, &opened.case).map(drop)
}

/// The order of a case, begun when it is one and nobody has noted it yet. Nothing for what is not sent by post.
pub fn of(tx: &mut Tx, id: &Id) -> Result<Option<Order>> {
    let case = cases::find(tx, id)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if procedure.state("posted").is_none() {
        return Ok(None);
    }
    if let Some(order) = store::order(tx, id)? {
        return Ok(Some(order));
    }
    // Whether it is a letter is read from the sealed answers; nobody sees them here.
    let answers = cases::unseal(tx, &case)?.answers;
    if !rules::is_by_post(&procedure, &answers) {
        return Ok(None);
    }
    let order = Order {
        stage: rules::stage(&case.state, false),
        since: tx.now(),
        doubts: Vec::new(),
        vault: store::new_vault(tx, id)?,
        entry: None,
        found_at: None,
        code: case.code,
        case: case.id,
    };
    store::add(tx, &order)?;
    Ok(Some(order))
}

fn asked(tx: &mut Tx, id: &Id) -> Result<(Case, Arc<Procedure>, Answers)> {
    let case = cases::find(tx, id)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    // Whether it is a letter is read from the sealed answers; nobody sees them here.
    let answers = if procedure.state("posted").is_some() { cases::unseal(tx, &case)?.answers } else { Answers::default() };
    Ok((case, procedure, answers))
}

/// A case moved: its order goes to another list; what was paid for nothing goes back.
pub fn follow(tx: &mut Tx, moved: cases::Moved) -> Result<()> {
    let Some(order) = of(tx, &moved.case)? else { return Ok(()) };
    let order = settle(tx, order)?;
    if order.stage != Stage::Dropped || store::letters_of(tx, &order.case)?.iter().any(|one| one.state != LetterState::Prepared) {
        return Ok(());
    }
    let reason = if moved.to == "withdrawn" { Reason::Withdrawn } else { Reason::Refused };
    let fees: Vec<String> = payments::of(tx, &order.case)?.into_iter().map(|due| due.fee).collect();
    payments::cancel(tx, &order.case, reason.as_str())?;
    payments::refund(tx, &order.case, &fees, reason, "").map(drop)
}

/// Puts an order where its case stands.
pub(super) fn settle(tx: &mut Tx, mut order: Order) -> Result<Order> {
    let case = cases::find(tx, &order.case)?;
    let stage = rules::stage(&case.state, rules::agrees(&order));
    if stage != order.stage {
        (order.stage, order.since) = (stage, tx.now());
    }
    store::update(tx, &order)?;
    Ok(order)
}

/// The order of a case that this person handles.
pub(super) fn handled(tx: &mut Tx, id: &Id) -> Result<(Order, Case)> {
    let case = cases::find(tx, id)?;
    if !cases::may(tx, &case, cases::HANDLE)? {
        return Err(if cases::may(tx, &case, cases::SEE)? { Problem::Forbidden } else { Problem::NotFound });
    }
    Ok((of(tx, id)?.ok_or(Problem::NotFound)?, case))
}

/// Records the entry of the register that was found, with the right of the person to have a copy (law 36-21 art. 43). The
/// register itself, once it is held by a program, calls this with what it knows; until then the clerk writes what he read.
pub fn record(tx: &mut Tx, id: &Id, entry: &Entry) -> Result<Order> {
    let (mut order, case) = handled(tx, id)?;
    if !matches!(order.stage, Stage::LookUp | Stage::Copy) {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let clean = |text: &str, most, field: &'static str| {
        text::clean(text, most).map_err(|_| Refusal::new(format!("post-needs-{field}")).at(field))
    };
    let year = entry.year;
    // Hijri years of the first registers, Gregorian ones of today's.
    if !(1300..=i64::from(tx.today().year())).contains(&year) {
        return Err(Refusal::new("post-needs-year").at("year").into());
    }
    let found =
        Entry { office: clean(&entry.office, 80, "office")?, number: clean(&entry.number, 20, "number")?, ..entry.clone() };
    (order.entry, order.found_at) = (Some(found), Some(tx.now()));
    order.doubts.clear();
    tx.record("post.entry_found", &case.id, &json!({ "entitled": entry.entitled }))?;
    settle(tx, order)
}

/// What was written does not agree with the register, or was not found there: the person is asked about just these answers,
/// and the order waits instead of being rejected. What the register says is never told.
pub fn doubt(tx: &mut Tx, id: &Id, doubts: &[String], words: &str) -> Result<()> {
    let (mut order, case) = handled(tx, id)?;
    let (_, procedure, answers) = asked(tx, id)?;
    let known: Vec<&procedures::Question> =
        rules::comparable(&procedure, &answers).into_iter().filter(|question| doubts.contains(&question.id)).collect();
    if known.is_empty() {
        return Err(Refusal::new("post-needs-doubts").at("doubts").into());
    }
    let separator = if matches!(case.lang, kernel::Lang::Fr | kernel::Lang::En) { ", " } else { "، " };
    let names: Vec<&str> = known.iter().map(|question| question.label.text(case.lang)).collect();
    let told = platform::text(tx, case.lang, "post-doubt-words", &[("names", &names.join(separator))])?;
    let more = text::clean_optional(words, WORDS_MOST).ok().flatten().unwrap_or_default();
    order.doubts = known.iter().map(|question| question.id.clone()).collect();
    (order.entry, order.found_at) = (None, None);
    store::update(tx, &order)?;
    let given = Given { words: format!("{told}\n{more}").trim().to_owned(), ..Given::default() };
    cases::act(tx, id, "ask_correction", &given, false)?;
    tx.record("post.doubted", id, &json!({ "questions": order.doubts }))?;
    settle(tx, order).map(drop)
}

/// The doubted answers as the person writes them now. `words` may explain why they stay as they were.
pub fn correct(tx: &mut Tx, id: &Id, typed: &Typed, words: &str, by_applicant: bool) -> Result<()> {
    let (case, procedure, answers) = asked(tx, id)?;
    let mut order = of(tx, id)?.filter(|_| case.state == "correction").ok_or_else(|| Refusal::new("cases-not-from-here"))?;
    let doubted = rules::asked_again(&procedure, |id| order.doubts.iter().any(|doubt| doubt == id));
    let given = procedures::check_with(&doubted, typed, &procedures::with(tx)?)?;
    let words = text::clean_optional(words, WORDS_MOST).ok().flatten().unwrap_or_default();
    let changed = rules::changed(given, &answers);
    if changed.0.is_empty() && words.is_empty() {
        return Err(Refusal::new("post-nothing-corrected").at("words").into());
    }
    if !changed.0.is_empty() {
        let was = was(tx, &case, &procedure, &answers, &changed)?;
        cases::amend(tx, id, &changed, &was)?;
    }
    order.doubts.clear();
    store::update(tx, &order)?;
    cases::act(tx, id, "correct", &Given { words, ..Given::default() }, by_applicant)?;
    settle(tx, order).map(drop)
}

/// What stood in the corrected answers before, for those who handle the file.
fn was(tx: &Tx, case: &Case, procedure: &Procedure, answers: &Answers, changed: &Answers) -> Result<String> {
    let line = |id: &String| {
        let question = procedure.question(id)?;
        let old = match answers.0.get(id)? {
            platform::Json::String(text) => text.clone(),
            platform::Json::Object(parts) => parts.values().filter_map(platform::Json::as_str).collect::<Vec<_>>().join(" · "),
            other => other.to_string(),
        };
        Some(format!("{}: {old}", question.label.text(case.lang)))
    };
    let lines: Vec<String> = changed.0.keys().filter_map(line).collect();
    platform::text(tx, case.lang, "post-was", &[("lines", &lines.join("\n"))])
}

/// Why a copy may not be drawn: the act was not found yet, or does not agree.
pub fn lacks_entry(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    Ok(of(tx, case)?.filter(|order| !rules::agrees(order)).map(|_| Refusal::new("post-lacks-entry")))
}

/// Why the person may not be asked: nobody said what does not agree.
pub fn lacks_doubts(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    let said = of(tx, case)?.is_some_and(|order| !order.doubts.is_empty());
    Ok((!said).then(|| Refusal::new("post-lacks-doubts")))
}

/// Why the order does not go on: what was doubted was not answered.
pub fn lacks_correction(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    let open = of(tx, case)?.is_some_and(|order| !order.doubts.is_empty());
    Ok(open.then(|| Refusal::new("post-lacks-correction")))
}

/// Why it is not on its way: no letter of a closed bordereau carries it.
pub fn lacks_letter(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    let carried = store::letters_of(tx, case)?.last().is_some_and(|letter| letter.state == LetterState::Handed);
    Ok((!carried).then(|| Refusal::new("post-lacks-letter")))
}

/// Orders at a stage that this person handles, with their cases and answers. The looks are journaled.
pub fn listed(tx: &mut Tx, stage: Stage) -> Result<Vec<(Order, Case, Answers)>> {
    let mut reached = Vec::new();
    for order in store::at(tx, stage, SHOWN)? {
        let case = cases::find(tx, &order.case)?;
        if cases::may(tx, &case, cases::HANDLE)? {
            tx.look(&case.id, "post")?;
            let answers = cases::unseal(tx, &case)?.answers;
            reached.push((order, case, answers));
        }
    }
    Ok(reached)
}

/// How many orders of a stage this person handles.
pub fn reached(tx: &mut Tx, stage: Stage) -> Result<usize> {
    let mut count = 0;
    for order in store::at(tx, stage, SHOWN)? {
        let case = cases::find(tx, &order.case)?;
        count += usize::from(cases::may(tx, &case, cases::HANDLE)?);
    }
    Ok(count)
}

/// The answers of a case on a list of letters; the look is journaled.
pub fn addressed(tx: &mut Tx, case: &Id) -> Result<Answers> {
    let case = cases::find(tx, case)?;
    tx.look(&case.id, "post")?;
    Ok(cases::unseal(tx, &case)?.answers)
}

/// What is still to be paid before the copy is drawn.
pub fn owed(tx: &mut Tx, case: &Id) -> Result<kernel::Money> {
    payments::owed(tx, case, &[DueAt::Filing, DueAt::Grant])
}

/// The entry of the register is kept as long as the request is, and not longer.
pub fn forget(tx: &mut Tx) -> Result<()> {
    let days = tx.fact::<cases::Retention>()?.days.get("request").copied();
    let Some(days) = days else { return Ok(()) };
    let before = tx.now().plus_secs(-days * 86_400);
    let gone = store::erase_ended(tx, before)?;
    if gone > 0 {
        tx.record("post.forgotten", "", &json!({ "orders": gone }))?;
    }
    Ok(())
}
