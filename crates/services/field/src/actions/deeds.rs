//! Deeds about a case: done with its proof, a task ended, not found, another unit's work.

use super::{seen, take};
use crate::model::{Clash, Deed, Deposit, Outcome, Sent, Target};
use crate::{rules, store};
use cases::{Case, FileRole, Given, HANDLE, NewFile, SEE, TaskState};
use kernel::{Id, Lang, Moment, Refusal};
use platform::{Problem, Result, Tx};

/// The report that this account filed under a key.
///
/// # Errors
/// It has not come yet: the telephone sends it first.
pub fn filed(tx: &mut Tx, key: &Id) -> Result<Deposit> {
    let account = seen::account(tx)?;
    let found = store::find(tx, key)?.filter(|found| found.account == account && found.case.is_some());
    found.ok_or_else(|| Problem::Conflict(Refusal::new("field-waits")))
}

/// A case as it stands, with what the telephone knew of it.
struct Known {
    case: Case,
    unit: Id,
    procedure: String,
    /// Since when there was something to do: a report that was filed without a network is older than its number.
    asked: Moment,
    /// Since when the telephone can have known of it.
    listed: Option<Moment>,
}

fn open(tx: &mut Tx, sent: &Sent, target: &Target) -> Result<Known> {
    match target {
        Target::Listed(seen) => {
            let case = cases::find(tx, &seen.case)?;
            let (unit, procedure) = (seen.unit.clone(), seen.procedure.clone());
            Ok(Known { unit, procedure, asked: case.received_at, listed: Some(seen.at), case })
        }
        Target::Filed(key) => {
            let filed = filed(tx, key)?;
            let case = cases::find(tx, &filed.case.ok_or(Problem::NotFound)?)?;
            Ok(Known {
                unit: filed.unit.unwrap_or(case.unit.clone()),
                procedure: filed.procedure.unwrap_or(case.procedure.clone()),
                asked: [filed.done_at, filed.photo_at].into_iter().flatten().fold(case.received_at, Moment::min),
                listed: sent.listed,
                case,
            })
        }
    }
}

pub fn take(tx: &mut Tx, sent: &Sent, target: &Target, deed: &Deed, lang: Lang) -> Result<Deposit> {
    let known = open(tx, sent, target)?;
    if let Some(clash) = clash(tx, &known, deed)? {
        return bring(tx, sent, target, deed, (clash, ""), lang);
    }
    match deed {
        Deed::Done => answer(tx, sent, &known),
        Deed::Task(task) => end_task(tx, sent, &known, task),
        Deed::NotFound => ask(tx, sent, &known, "field-task-not-found", lang),
        Deed::OtherUnit => ask(tx, sent, &known, "field-task-other-unit", lang),
    }
}

/// A task may be another unit's file, and be done whatever its category is by now.
fn clash(tx: &mut Tx, known: &Known, deed: &Deed) -> Result<Option<Clash>> {
    let case = &known.case;
    let needs = if *deed == Deed::Done { HANDLE } else { SEE };
    let reached = cases::may(tx, case, needs)?;
    let (unit, procedure) = if matches!(deed, Deed::Task(_)) {
        (&case.unit, case.procedure.as_str())
    } else {
        (&known.unit, known.procedure.as_str())
    };
    let now = rules::Now { open: case.is_open(), unit: &case.unit, procedure: &case.procedure, reached };
    Ok(rules::clash(unit, procedure, now))
}

/// The author reads the words of the agent, or that it is done.
fn answer(tx: &mut Tx, sent: &Sent, known: &Known) -> Result<Deposit> {
    let case = &known.case;
    let photo = sent.photo.as_ref().ok_or_else(|| Refusal::new("field-needs-photo").at("photo"))?;
    let words = match sent.words.as_str() {
        "" => platform::text(tx, case.lang, "field-answer-done", &[])?,
        words => words.to_owned(),
    };
    let proof = NewFile::image(FileRole::Proof, photo.blob.clone(), photo.thumb.clone(), photo.kind.clone());
    let given = Given { words, outcome: Some("done".into()), files: vec![proof], ..Given::default() };
    let mut new = of_case(tx, sent, case)?;
    take::judge(&mut new, photo, case.point, known.asked, known.listed);
    cases::act(tx, &case.id, "answer", &given, false)?;
    take::keep(tx, new)
}

fn end_task(tx: &mut Tx, sent: &Sent, known: &Known, task: &Id) -> Result<Deposit> {
    let case = &known.case;
    if !sent.words.is_empty() {
        cases::note(tx, &case.id, &sent.words)?;
    }
    cases::end_task(tx, &case.id, task, TaskState::Done)?;
    let new = of_case(tx, sent, case)?;
    take::keep(tx, with_photo(new, sent, known))
}

/// What nobody on the spot can do alone: the unit decides.
fn ask(tx: &mut Tx, sent: &Sent, known: &Known, key: &str, lang: Lang) -> Result<Deposit> {
    let case = &known.case;
    let words = platform::text(tx, lang, key, &[("words", sent.words.as_str())])?;
    cases::bring_task(tx, &case.id, words.trim())?;
    let new = Deposit { outcome: Outcome::Asked, ..of_case(tx, sent, case)? };
    take::keep(tx, with_photo(new, sent, known))
}

/// Brings a deed before the unit that has the case by now, with the words and the photograph of the agent.
pub fn bring(tx: &mut Tx, sent: &Sent, target: &Target, deed: &Deed, (clash, why): (Clash, &str), lang: Lang) -> Result<Deposit> {
    let known = open(tx, sent, target)?;
    enough(tx)?;
    let case = &known.case;
    let did = platform::text(tx, lang, said(deed), &[])?;
    let key = format!("field-task-{}", clash.as_str().replace('_', "-"));
    let words = platform::text(tx, lang, &key, &[("did", &did), ("words", &sent.words), ("why", why)])?;
    cases::bring_task(tx, &case.id, words.trim())?;
    let new = Deposit { outcome: Outcome::Asked, clash: Some(clash), ..of_case(tx, sent, case)? };
    take::keep(tx, with_photo(new, sent, &known))
}

/// # Errors
/// This account has brought enough in a day; the telephone keeps the deed and sends it again.
fn enough(tx: &mut Tx) -> Result<()> {
    let account = seen::account(tx)?;
    let since = tx.now().plus_secs(-rules::DAY_SECS);
    if store::late(tx, &account, since)? < rules::LATE_A_DAY {
        return Ok(());
    }
    Err(Problem::Conflict(Refusal::new("field-late-enough").with("most", rules::LATE_A_DAY)))
}

fn said(deed: &Deed) -> &'static str {
    match deed {
        Deed::Done => "field-did-done",
        Deed::Task(_) => "field-did-task",
        Deed::NotFound => "field-did-not-found",
        Deed::OtherUnit => "field-did-other-unit",
    }
}

fn of_case(tx: &Tx, sent: &Sent, case: &Case) -> Result<Deposit> {
    Ok(Deposit { case: Some(case.id.clone()), ..take::deposit(tx, sent)? })
}

fn with_photo(mut new: Deposit, sent: &Sent, known: &Known) -> Deposit {
    if let Some(photo) = &sent.photo {
        take::judge(&mut new, photo, known.case.point, known.asked, known.listed);
        new.photo = Some(take::own(photo));
    }
    new
}
