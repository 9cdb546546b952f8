//! Verbs: decide what the public sees, hide parts of a photo, appeal, answer an appeal.

use crate::model::{Answered, Appeal, Choice, Country, Decision, Kind, Outcome, Reason, Version};
use crate::{rules, store};
use cases::{Case, CaseFile, FileRole, MODERATE, NewFile};
use kernel::{Id, Refusal, text};
use photos::{Part, Photo};
use platform::json::json;
use platform::{Problem, Result, Tx};

const WORDS_MOST: usize = 1_000;

/// A case that this actor may moderate; one out of reach does not exist for him.
pub fn reached(tx: &mut Tx, id: &Id) -> Result<Case> {
    let case = cases::find(tx, id)?;
    if cases::may(tx, &case, MODERATE)? { Ok(case) } else { Err(Problem::NotFound) }
}

/// Shows a case to the public or keeps it back, with a reason where there must be one. Its author is told of what is not shown
/// as it was written.
pub fn decide(tx: &mut Tx, id: &Id, choice: &Choice) -> Result<Kind> {
    let case = reached(tx, id)?;
    let country = tx.fact::<Country>()?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let written = cases::unseal(tx, &case)?.words;
    let kind = rules::decide(&country, &written, procedure.open.words, choice)?;
    rules::may_decide(store::appeal(tx, id)?.as_ref(), kind, &tx.actor().to_string())?;
    let words = optional(&choice.words)?;
    show(tx, &case, (kind != Kind::Withheld).then_some(choice.shown.as_str()), choice.photo.as_ref())?;
    let reason = choice.reason.as_deref().filter(|_| kind != Kind::Published);
    store::insert_decision(tx, &case.id, kind, reason, &words)?;
    tx.record("moderation.decided", &case.id, &json!({ "kind": kind, "reason": reason }))?;
    if kind != Kind::Published {
        tell(tx, &case, if kind == Kind::Withheld { "moderation-sms-withheld" } else { "moderation-sms-edited" }, reason)?;
    }
    Ok(kind)
}

fn show(tx: &mut Tx, case: &Case, words: Option<&str>, photo: Option<&Id>) -> Result<()> {
    let photo = photo.filter(|_| words.is_some()).map(|photo| shown_of(tx, case, photo)).transpose()?;
    cases::moderate(tx, &case.id, words, photo.as_ref())
}

/// The newest version of a photo, or the photo itself where nothing is hidden in it.
fn shown_of(tx: &mut Tx, case: &Case, original: &Id) -> Result<Id> {
    original_of(tx, case, original)?;
    let versions = store::versions(tx, &case.id)?;
    let newest = versions.into_iter().rev().find(|version| version.original == *original);
    Ok(newest.map_or_else(|| original.clone(), |version| version.shown))
}

/// A photo of this case as its author, or an agent, sent it.
pub fn original_of(tx: &mut Tx, case: &Case, id: &Id) -> Result<CaseFile> {
    let file = cases::files::find(tx, id)?;
    let is_photo = matches!(file.role, FileRole::Photo | FileRole::Proof);
    if file.case_id == case.id && is_photo { Ok(file) } else { Err(Problem::NotFound) }
}

fn tell(tx: &mut Tx, case: &Case, key: &str, reason: Option<&str>) -> Result<()> {
    let name = reason.map(|id| reason_of(tx, id)).transpose()?.flatten();
    let name = name.map_or(String::new(), |reason| reason.name.text(case.lang).to_owned());
    cases::message_author(tx, case, key, &[("reason", &name)])
}

/// A reason of the pack; one that the pack has no more has no name.
pub fn reason_of(tx: &mut Tx, id: &str) -> Result<Option<Reason>> {
    Ok(tx.fact::<Country>()?.reason.iter().find(|reason| reason.id == id).cloned())
}

fn optional(words: &str) -> Result<String> {
    let most = || Refusal::new("procedures-too-long").with("max", WORDS_MOST).at("note");
    Ok(text::clean_optional(words, WORDS_MOST).map_err(|_| most())?.unwrap_or_default())
}

fn needed(words: &str, field: &'static str) -> Result<String> {
    text::clean_lines(words, WORDS_MOST).map_err(|fault| match fault {
        text::TextFault::Empty => Refusal::new("moderation-needs-words").at(field).into(),
        text::TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max).at(field).into(),
    })
}

/// The parts that are hidden in a photo today.
pub fn hidden(tx: &mut Tx, case: &Case, original: &Id) -> Result<Option<Version>> {
    Ok(store::versions(tx, &case.id)?.into_iter().rev().find(|version| version.original == *original))
}

/// Keeps a new version of what is shown of a photo. Where the public sees an older one, it sees this one from now on.
pub fn keep_version(tx: &mut Tx, id: &Id, original: &Id, photo: &Photo, parts: &[Part]) -> Result<Id> {
    let case = reached(tx, id)?;
    original_of(tx, &case, original)?;
    let new = NewFile::image(FileRole::Shown, photo.blob.clone(), photo.thumb.clone(), photo.kind.clone());
    let shown = cases::files::add(tx, &case.id, &new)?;
    let before = store::versions(tx, &case.id)?;
    let (at, made_by, parts) = (tx.now(), tx.actor().to_string(), parts.to_vec());
    let count = parts.len();
    store::insert_version(tx, &case.id, &Version { original: original.clone(), shown: shown.clone(), parts, at, made_by })?;
    tx.record("moderation.photo_hidden", &case.id, &json!({ "original": original, "shown": shown, "parts": count }))?;
    if shows(tx, &case, original, &before)? {
        cases::show_photo(tx, &case.id, &shown)?;
    }
    Ok(shown)
}

/// Whether what the public sees was made from this photo.
fn shows(tx: &mut Tx, case: &Case, original: &Id, versions: &[Version]) -> Result<bool> {
    let Some(public) = &case.public_photo else { return Ok(false) };
    if versions.iter().any(|version| version.original == *original && version.shown == *public) {
        return Ok(true);
    }
    let (public, original) = (cases::files::find(tx, public)?, cases::files::find(tx, original)?);
    Ok(public.blob == original.blob)
}

/// The author asks that somebody else decides again.
pub fn appeal(tx: &mut Tx, id: &Id, words: &str) -> Result<()> {
    let case = cases::find(tx, id)?;
    let (country, decisions, before) = (tx.fact::<Country>()?, store::decisions(tx, id)?, store::appeal(tx, id)?);
    rules::may_appeal(&country, decisions.last(), before.as_ref(), tx.now())?;
    let words = needed(words, "appeal").map_err(|problem| match problem.code() {
        "moderation-needs-words" => Refusal::new("moderation-appeal-needs-words").at("appeal").into(),
        _ => problem,
    })?;
    let Some(last) = decisions.last() else { return Err(Problem::NotFound) };
    if !store::insert_appeal(tx, id, &last.decided_by, &words)? {
        return Err(Refusal::new("moderation-appealed-already").into());
    }
    tx.record("moderation.appealed", &case.id, &json!({ "against": last.id }))
}

/// Another moderator answers, in words that the author reads; when it is granted, the public sees the report.
pub fn answer(tx: &mut Tx, id: &Id, answered: &Answered) -> Result<()> {
    let case = reached(tx, id)?;
    let appeal = store::appeal(tx, id)?.filter(|appeal| appeal.outcome == Outcome::Open).ok_or(Problem::NotFound)?;
    rules::may_answer(&appeal, &tx.actor().to_string())?;
    let words = needed(&answered.words, "answer")?;
    let outcome = if answered.grant { Outcome::Granted } else { Outcome::Refused };
    if answered.grant {
        show(tx, &case, Some(&answered.shown), answered.photo.as_ref())?;
        store::insert_decision(tx, &case.id, Kind::Published, None, "")?;
    }
    store::answer(tx, id, outcome, &words)?;
    tx.record("moderation.appeal_answered", &case.id, &json!({ "outcome": outcome }))?;
    cases::message_author(tx, &case, "moderation-sms-appeal", &[])
}

/// The appeals of cases that this actor may moderate.
pub fn appeals(tx: &mut Tx) -> Result<Vec<(Case, Appeal)>> {
    let mut reached = Vec::new();
    for appeal in store::open_appeals(tx, 200)? {
        let case = cases::find(tx, &appeal.case)?;
        if cases::may(tx, &case, MODERATE)? {
            reached.push((case, appeal));
        }
    }
    Ok(reached)
}

/// What stands between the public and a case today: the last decision, when the case is not shown as it was written.
pub fn standing(tx: &mut Tx, case: &Case) -> Result<Option<Decision>> {
    let last = store::decisions(tx, &case.id)?.pop();
    Ok(last.filter(|decision| match decision.kind {
        Kind::Withheld => case.publication == cases::Publication::Withheld,
        Kind::Edited => case.publication == cases::Publication::Published,
        Kind::Published => false,
    }))
}
