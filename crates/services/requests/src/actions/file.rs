//! Filing: the draft becomes a case, its fees are ordered, the receipt is signed, in one commit.

use super::draft::{self, Opened};
use super::lent;
use super::opened::point;
use super::{level, organisations};
use crate::model::{DraftFile, Seen};
use crate::{rules, store};
use cases::{CaseFile, Contact, FileRole, NewCase, NewFile, Place};
use kernel::{Email, Id, Money, Phone, Refusal};
use payments::{DueAt, NewDue};
use places::Found;
use platform::{Problem, Result, Tx};
use procedures::{Answers, Asked, FeeDue, Procedure};

/// What the person receives.
#[derive(Debug, Clone, PartialEq)]
pub struct Filed {
    pub case: Id,
    pub code: String,
    /// True when this very draft had become a case before.
    pub again: bool,
}

/// Files the draft of a code. A second time gives the same case, also when ten arrive at once.
pub fn file(tx: &mut Tx, code: &str) -> Result<Filed> {
    file_as_seen(tx, code, Seen::default())
}

/// Files at the counter, the national card in the clerk's hand.
pub fn file_with_card(tx: &mut Tx, code: &str) -> Result<Filed> {
    file_as_seen(tx, code, Seen { card: true, ..Seen::default() })
}

/// The same, when it is known what the person saw: a sum or a form that changed meanwhile is told first.
pub fn file_as_seen(tx: &mut Tx, code: &str, seen: Seen) -> Result<Filed> {
    if let Some(case) = draft::find(tx, code)?.filed {
        let case = cases::find(tx, &case)?;
        return Ok(Filed { case: case.id, code: case.code, again: true });
    }
    let mut opened = draft::opened(tx, code)?;
    if !opened.procedure.offered {
        return Err(Refusal::new("requests-withdrawn").into());
    }
    if seen.version.is_some_and(|seen| seen != opened.procedure.version) {
        return Err(Refusal::new("requests-changed").into());
    }
    if !opened.read.wrong.is_empty() {
        return Err(Problem::Invalid(opened.read.wrong));
    }
    if let Some(refusal) = level::lacking(tx, &opened.draft, &opened.procedure, seen.card)? {
        return Err(refusal.into());
    }
    lent::without_taken_back(tx, &mut opened)?;
    let place = place(tx, &opened)?;
    let dues = dues(&opened.procedure, &opened.read.context);
    let total = dues.iter().fold(Money(0), |sum, due| sum + due.amount);
    if seen.total.is_some_and(|seen| seen != total) {
        return Err(Refusal::new("requests-sum-changed").with_sum("sum", total).into());
    }
    let under = opened.draft.held_under().map(|mandate| assisted::held(tx, mandate)).transpose()?;
    let whose = opened.draft.organisation.clone().map(|id| organisations::acting(tx, &id)).transpose()?;
    let mut new = new_case(&opened, place);
    new.person = level::person(tx, &opened.draft, &opened.procedure)?;
    if let Some(held) = &under {
        // The commune writes to the citizen himself, and the PIN is his.
        new.contact = contact(&held.paper);
    }
    if let Some((_, acting)) = &whose {
        new.contact = organisations::contact(&acting.organisation);
    }
    let made = cases::open(tx, &new)?;
    if seen.card && opened.draft.channel == cases::Channel::Counter {
        tx.record("requests.card_seen", &made.id, &platform::json::json!({}))?;
    }
    payments::order(tx, &made.id, &made.code, &dues)?;
    store::filed(tx, &opened.draft, &made.id)?;
    if let Some((person, acting)) = &whose {
        organisations::filed(tx, &made.id, person, acting)?;
    }
    folder::filed(tx, &opened.draft.id, &made.id, &made.code)?;
    if let Some(held) = under {
        assisted::tell_filed(tx, &held.paper, &opened.procedure.id, &made.code)?;
    }
    Ok(Filed { case: made.id, code: made.code, again: made.receipt.replayed })
}

fn contact(paper: &assisted::Paper) -> Contact {
    let (phone, email) = match paper.contact.clone() {
        sending::To::Phone(phone) => (Some(phone), None),
        sending::To::Email(email) => (None, Some(email)),
    };
    Contact { name: Some(paper.name.clone()), phone, email }
}

/// The sums that these answers call for.
pub fn dues(procedure: &Procedure, context: &platform::Json) -> Vec<NewDue> {
    let due = |due: FeeDue| match due {
        FeeDue::Filing => DueAt::Filing,
        FeeDue::Grant => DueAt::Grant,
        FeeDue::Delivery => DueAt::Delivery,
    };
    procedures::fees(procedure, context)
        .into_iter()
        .map(|(fee, sum)| NewDue { fee: fee.id.clone(), label: fee.label.clone(), amount: Money(sum), due: due(fee.due) })
        .collect()
}

fn new_case(opened: &Opened, place: Place) -> NewCase {
    let Opened { draft, procedure, read, .. } = opened;
    let answers = &read.answers;
    let lists: Vec<&procedures::Piece> = opened.pieces();
    let wanted = |file: &&DraftFile| lists.iter().any(|piece| piece.id == file.piece);
    NewCase {
        key: draft.id.clone(),
        procedure: procedure.id.clone(),
        channel: draft.channel,
        lang: draft.lang,
        words: words(procedure, answers),
        contact: Contact {
            name: answers.part("applicant", "name").map(str::to_owned),
            phone: answers.text("contact_phone").and_then(Phone::parse),
            email: answers.text("contact_email").and_then(Email::parse),
        },
        answers: kept(procedure, answers),
        person: draft.person.clone(),
        place,
        files: draft.files.iter().filter(wanted).map(piece).collect(),
        publish: false,
        suspect: None,
    }
}

/// What a clerk reads first of the request: the longest free text of it, in the words of the person.
fn words(procedure: &Procedure, answers: &Answers) -> String {
    let texts =
        procedure.questions.iter().filter(|question| question.kind == procedures::QuestionKind::Text && !question.private);
    let own = texts.filter(|question| question.page.as_deref() != Some("where"));
    own.filter_map(|question| answers.text(&question.id)).max_by_key(|text| text.chars().count()).unwrap_or("").to_owned()
}

/// The answers kept as answers: the contact and the place have sealed columns of their own.
fn kept(procedure: &Procedure, answers: &Answers) -> Answers {
    let mut kept = answers.clone();
    kept.0.retain(|id, _| {
        procedure.question(id).is_some_and(|question| !matches!(question.page.as_deref(), Some("contact" | "where")))
    });
    kept
}

pub fn piece(file: &DraftFile) -> NewFile {
    NewFile {
        role: FileRole::Piece,
        piece: Some(file.piece.clone()),
        blob: file.blob.clone(),
        thumb: file.thumb.clone(),
        kind: file.kind.clone(),
        scan: file.scan,
    }
}

/// Where the request is about: the point of the map, then the quarter.
fn place(tx: &mut Tx, opened: &Opened) -> Result<Place> {
    let typed = |name: &str| opened.draft.typed.get(name).and_then(|list| list.first()).map_or("", String::as_str).trim();
    let words = opened.read.answers.text("place_words").unwrap_or("").to_owned();
    if opened.procedure.place == Asked::None {
        return Ok(Place::default());
    }
    if let Some(wrong) = &opened.misplaced {
        return Err(wrong.clone().into());
    }
    let point = point(&opened.draft.typed)?;
    let quarter = places::quarters(tx)?.into_iter().find(|quarter| quarter.id == typed("quarter"));
    let mut place = Place { point, quarter: quarter.as_ref().map(|q| q.id.clone()), words, ..Place::default() };
    if let Some(point) = point
        && let Found::Inside { arrondissement } = places::find(tx, point)?
    {
        place.area = arrondissement;
    }
    place.area = place.area.or(quarter.and_then(|quarter| quarter.arrondissement));
    let nowhere = place.point.is_none() && place.quarter.is_none() && place.words.is_empty();
    if nowhere && opened.procedure.place == Asked::Needed {
        return Err(Refusal::new("requests-place-needed").at("place").into());
    }
    Ok(place)
}

/// The area that the request is about, as far as it is known.
pub fn area(tx: &mut Tx, opened: &Opened) -> Result<Option<String>> {
    match place(tx, opened) {
        Ok(place) => Ok(place.area),
        Err(Problem::Refused(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The compact receipt of a case, signed by the commune.
pub fn receipt(tx: &mut Tx, case: &cases::Case, complete: bool) -> Result<String> {
    let receipt = platform::store::receipts::of_subject(tx, &case.id)?.ok_or(Problem::NotFound)?;
    let compact = rules::Compact {
        commune: tx.tenant().to_string(),
        code: case.code.clone(),
        number: receipt.number,
        year: receipt.year,
        received: receipt.received_at,
        complete,
        due: case.due_at.map(|due| due.day()),
    };
    let text = compact.text();
    let signature = tx.keys().sign(&tx.tenant(), text.as_bytes())?;
    Ok(rules::sealed(&text, &signature))
}

/// The names of the pieces that a case still lacks, when it waits for them.
pub fn lacking(tx: &mut Tx, case: &cases::Case) -> Result<Vec<kernel::Label>> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if procedure.state(&case.state).is_none_or(|state| !state.incomplete) {
        return Ok(Vec::new());
    }
    let views = cases::shown_pieces(tx, case, &procedure)?;
    Ok(views.into_iter().filter(|view| view.is_lacking()).filter_map(|view| view.piece.label).collect())
}

/// Files of one case, with those that come after it was filed.
const CASE_FILES_MOST: usize = 120;

/// Gives a piece of a case after it was filed: the missing one, or what was asked for.
pub fn give_pieces(tx: &mut Tx, case: &Id, files: &[DraftFile], words: &str, by_applicant: bool) -> Result<()> {
    let found = cases::find(tx, case)?;
    let procedure = cases::pinned(tx, &found.procedure_pin)?;
    let names = ["complete", "answer_pieces"];
    let Some(action) = procedure.actions_from(&found.state).find(|action| names.contains(&action.id.as_str())) else {
        return Err(Refusal::new("cases-not-from-here").into());
    };
    let known = cases::files::of(tx, &found.id)?;
    if known.len() + files.len() > CASE_FILES_MOST {
        return Err(Refusal::new("requests-too-many-files").with("most", CASE_FILES_MOST).into());
    }
    for file in files {
        cases::add_file(tx, &found, &piece(file))?;
    }
    let lacking = cases::shown_pieces(tx, &found, &procedure)?.iter().filter(|view| view.is_lacking()).count();
    if action.id == "complete" && lacking > 0 {
        return Ok(()); // what came is kept; the file goes on once the rest has come
    }
    let given = cases::Given { words: words.to_owned(), ..cases::Given::default() };
    cases::act(tx, case, &action.id, &given, by_applicant).map(|_| ())
}

/// Gives a copy of a kept document as a piece of a case, under a record of the loan.
pub fn give_lent(
    tx: &mut Tx,
    case: &Id,
    file: DraftFile,
    kept: &folder::Document,
    to: &folder::NewLoan,
    agreed: bool,
) -> Result<()> {
    let found = cases::find(tx, case)?;
    let procedure = cases::pinned(tx, &found.procedure_pin)?;
    let piece = draft::asked_piece(&procedure, &file.piece)?;
    folder::lend(tx, kept, piece, to, agreed)?;
    give_pieces(tx, case, &[file], "", true)
}

/// A file of a case that belongs to this case.
pub fn case_file(tx: &mut Tx, id: &Id) -> Result<(cases::Case, CaseFile)> {
    let file = cases::files::find(tx, id)?;
    Ok((cases::find(tx, &file.case_id)?, file))
}
