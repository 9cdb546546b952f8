//! Verbs: find the caller's files, and write that they were looked at.

use crate::model::{Answer, Asked, Proof, Told};
use crate::rules;
use cases::{Case, EventKind, Filter, View};
use kernel::{Label, Lang};
use platform::{Problem, Result, Tx};

/// Files of one caller that are read out; who has more names a code.
pub const MOST: i64 = 8;

/// The caller's files with what may be told of each. The look is written for the search and for every file of which
/// something is told, in the same commit. The sentences are in the language of who reads them out.
pub fn answers(tx: &mut Tx, asked: &Asked, secret: bool, lang: Lang) -> Result<Vec<Answer>> {
    tx.look("hotline", "telephone")?;
    let (proof, found) = match asked {
        Asked::Number(phone) => (Proof::Number, cases::of_phone(tx, phone, MOST)?),
        Asked::Code(code) => (if secret { Proof::Secret } else { Proof::Code }, by_code(tx, code.as_str())?),
        Asked::Name(name) => (Proof::Name, by_name(tx, name)?),
    };
    let answers = found.into_iter().map(|case| answer(tx, case, proof, lang)).collect::<Result<Vec<_>>>()?;
    // That a number has complained is itself confidential: such a file does not exist for who asks by it.
    Ok(answers.into_iter().filter(|one| proof != Proof::Number || one.told != Told::Nothing).collect())
}

fn by_code(tx: &mut Tx, code: &str) -> Result<Vec<Case>> {
    match cases::by_code(tx, code) {
        Ok(case) => Ok(vec![case]),
        Err(Problem::NotFound) => Ok(Vec::new()),
        Err(problem) => Err(problem),
    }
}

/// Among the files that this person reaches.
fn by_name(tx: &mut Tx, name: &str) -> Result<Vec<Case>> {
    cases::list(tx, &Filter { words: name.to_owned(), view: View::All, ..Filter::default() }, None, MOST)
}

fn answer(tx: &mut Tx, case: Case, proof: Proof, lang: Lang) -> Result<Answer> {
    let told = rules::may_tell(proof, case.restricted || case.hide_author);
    let title: Label = cases::pinned(tx, &case.procedure_pin)?.title.clone();
    let mut answer = Answer {
        title,
        unit: units::find(tx, &case.unit)?.name,
        told,
        hidden: told == Told::Nothing && proof == Proof::Code,
        sentence: None,
        words: None,
        opens: told != Told::Nothing && cases::may(tx, &case, cases::SEE)?,
        case,
    };
    if told == Told::Nothing {
        return Ok(answer);
    }
    cases::look_by_phone(tx, &answer.case)?;
    answer.sentence = Some(cases::told(tx, &answer.case, lang)?);
    if told == Told::Everything && answer.case.vault != platform::store::seal::ERASED {
        answer.words = Some((cases::unseal(tx, &answer.case)?.words, last_words(tx, &answer.case)?));
    }
    Ok(answer)
}

/// What the commune last wrote to the author.
fn last_words(tx: &mut Tx, case: &Case) -> Result<String> {
    let entries = cases::timeline::of(tx, case, &[cases::Audience::Public, cases::Audience::Applicant])?;
    let written =
        entries.into_iter().rev().find(|entry| matches!(entry.kind, EventKind::Told | EventKind::Moved) && entry.text.is_some());
    Ok(written.and_then(|entry| entry.text).unwrap_or_default())
}
