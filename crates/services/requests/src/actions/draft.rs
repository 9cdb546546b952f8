//! Drafts: begun, found again by their code, saved as they are typed, forgotten in time.

pub use super::opened::{Opened, opened};
use super::{organisations, upload};
use crate::model::{Draft, DraftFile};
use crate::{answers, rules, store};
use cases::Channel;
use kernel::{Id, Lang, Refusal};
use platform::Json;
use platform::json::{Map, json};
use platform::store::receipts;
use platform::{Actor, Problem, Result, Tx};
use procedures::{Piece, Procedure, Typed};
use std::sync::Arc;

/// Files of one draft; a file that needs more comes to the counter.
pub const FILES_MOST: usize = 40;
/// Drafts of one account that are listed.
const MINE_MOST: i64 = 50;
/// Values kept of one draft.
const VALUES_MOST: usize = 800;

/// A procedure that the commune offers.
pub fn offered(rx: &mut Tx, id: &str) -> Result<Arc<Procedure>> {
    let procedure = procedures::procedure(rx, id)?;
    if procedure.is_request() && procedure.offered { Ok(procedure) } else { Err(Problem::NotFound) }
}

fn code_key(tx: &Tx, code: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "request-draft", code)
}

/// The person behind the account, when a citizen writes for himself.
pub fn author(tx: &mut Tx, channel: Channel) -> Result<Option<Id>> {
    match tx.actor().clone() {
        Actor::Citizen { account } if channel == Channel::Web => people::account_person(tx, &account).map(Some),
        _ => Ok(None),
    }
}

/// The draft that this person is already writing for a procedure.
pub fn begun(tx: &mut Tx, procedure: &str) -> Result<Option<Draft>> {
    match author(tx, Channel::Web)? {
        Some(person) => store::of_person(tx, &person, procedure),
        None => Ok(None),
    }
}

/// The drafts that this account is writing, the latest first; none without an account.
pub fn mine(tx: &mut Tx) -> Result<Vec<Draft>> {
    match author(tx, Channel::Web)? {
        Some(person) => store::all_of_person(tx, &person, MINE_MOST),
        None => Ok(Vec::new()),
    }
}

/// Begins a draft, or goes on with the one that the person has: one per person and procedure.
pub fn begin(tx: &mut Tx, procedure: &str, channel: Channel, lang: Lang) -> Result<Draft> {
    let procedure = offered(tx, procedure)?;
    let person = author(tx, channel)?;
    if let Some(person) = &person
        && let Some(draft) = store::of_person(tx, person, &procedure.id)?
    {
        return Ok(draft);
    }
    let code = rules::draft_code(tx.random()?);
    let mut draft = fresh(tx, &procedure, code, channel, lang)?;
    if let Some(person) = person {
        if let Some((contact, _)) = people::reach(tx, &person)? {
            known_contact(&contact, &mut draft.typed);
        }
        draft.person = Some(person);
    }
    keep_new(tx, &draft)?;
    Ok(draft)
}

/// Begins a draft under a key that the program made: the same key is the same draft, and the same case, for ever. `owner`
/// keeps the keys of one program apart from those of another. `Conflict` for a key that named another procedure.
pub fn begin_keyed(tx: &mut Tx, procedure: &str, (owner, key): (&str, &Id), lang: Lang) -> Result<Draft> {
    let code = keyed_code(tx, owner, key)?;
    match find(tx, &code) {
        Ok(draft) if draft.procedure == procedure => Ok(draft),
        Ok(_) => Err(Problem::Conflict(Refusal::new("platform-key-reused"))),
        Err(Problem::NotFound) => {
            let procedure = offered(tx, procedure)?;
            let draft = fresh(tx, &procedure, code, Channel::Api, lang)?;
            keep_new(tx, &draft)?;
            Ok(draft)
        }
        Err(other) => Err(other),
    }
}

/// Begins a draft for the citizen of a written mandate, or goes on with the one that is open: one per mandate and procedure.
pub fn begin_under(tx: &mut Tx, mandate: &Id, procedure: &str) -> Result<Draft> {
    let offered = offered(tx, procedure)?;
    let paper = assisted::may_go_on(tx, mandate, procedure)?.paper;
    let open = store::of_mandate(tx, mandate)?;
    if let Some(draft) = open.into_iter().find(|draft| draft.procedure == procedure && draft.held_under().is_some()) {
        return Ok(draft);
    }
    let code = rules::draft_code(tx.random()?);
    let mut draft = fresh(tx, &offered, code, Channel::Writer, paper.lang)?;
    draft.person = Some(paper.person.clone());
    draft.mandate = Some(mandate.clone());
    known_contact(&paper.contact, &mut draft.typed);
    if offered.question("applicant").is_some() {
        draft.typed.insert("applicant.name".into(), vec![paper.name.clone()]);
    }
    keep_new(tx, &draft)?;
    assisted::did(tx, &paper, assisted::What::Began, procedure, draft.id.as_str())?;
    Ok(draft)
}

pub(super) fn fresh(tx: &mut Tx, procedure: &Procedure, code: String, channel: Channel, lang: Lang) -> Result<Draft> {
    let id = id_of(tx, &code)?;
    let vault = tx.keys().new_vault(&tx.tenant(), "requests_drafts", id.as_str())?.wrapped().to_owned();
    Ok(Draft {
        id,
        code,
        procedure: procedure.id.clone(),
        version: procedure.version,
        person: None,
        mandate: None,
        organisation: None,
        channel,
        lang,
        typed: Typed::new(),
        files: Vec::new(),
        created_at: tx.now(),
        updated_at: tx.now(),
        filed: None,
        vault,
    })
}

/// The code that a program's key stands for: only whoever holds both the key and the commune's secret could tell it.
fn keyed_code(tx: &Tx, owner: &str, key: &Id) -> Result<String> {
    let named = format!("{owner}/{key}");
    let halves = ["request-key", "request-key-rest"].map(|purpose| tx.keys().lookup(&tx.tenant(), purpose, &named));
    let [first, rest] = halves;
    let digits = format!("{}{}", first?, rest?);
    let mut letters = [0; 12];
    for (letter, two) in letters.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *letter = std::str::from_utf8(two).ok().and_then(|two| u8::from_str_radix(two, 16).ok()).unwrap_or_default();
    }
    Ok(rules::draft_code(letters))
}

/// The id follows from the code, so that the code finds its case also after the draft is forgotten.
fn id_of(tx: &Tx, code: &str) -> Result<Id> {
    let first = code_key(tx, code)?;
    let rest = tx.keys().lookup(&tx.tenant(), "request-draft-rest", code)?;
    let id = format!("{}-{}-{}-{}-{}", &first[..8], &first[8..12], &first[12..16], &rest[..4], &rest[4..16]);
    Id::parse(&id).ok_or_else(|| Problem::internal("id of a draft"))
}

pub(super) fn keep_new(tx: &mut Tx, draft: &Draft) -> Result<()> {
    let key = code_key(tx, &draft.code)?;
    store::insert(tx, draft, &key)
}

/// Gives the open drafts of a mandate back to the citizen, each under a new code: the holder's own opens nothing any more.
pub fn give_back(tx: &mut Tx, mandate: &Id) -> Result<usize> {
    let held: Vec<Draft> = store::of_mandate(tx, mandate)?.into_iter().filter(|draft| draft.held_under().is_some()).collect();
    for draft in &held {
        let draft = Draft { code: rules::draft_code(tx.random()?), channel: Channel::Web, ..draft.clone() };
        let key = code_key(tx, &draft.code)?;
        store::give_back(tx, &draft, &key)?;
        tx.record("requests.draft_given_back", &draft.id, &platform::json::json!({ "mandate": mandate }))?;
    }
    Ok(held.len())
}

/// Who has a contact that we know need not type it again.
pub(super) fn known_contact(contact: &sending::To, typed: &mut Typed) {
    let (how, field) = match contact {
        sending::To::Phone(_) => ("sms", "contact_phone"),
        sending::To::Email(_) => ("email", "contact_email"),
    };
    typed.insert("contact_how".into(), vec![how.into()]);
    typed.insert(field.into(), vec![contact.as_str().to_owned()]);
}

/// The draft of a code. `NotFound` for a code that nobody has, and for one that a holder of a mandate writes, whoever else asks;
/// a refusal with its reason once he may not go on.
pub fn find(tx: &mut Tx, code: &str) -> Result<Draft> {
    let code = rules::read_code(code).ok_or(Problem::NotFound)?;
    let key = code_key(tx, &code)?;
    let draft = match store::by_code(tx, &key)? {
        Some(draft) => draft,
        None => forgotten(tx, code)?,
    };
    if let Some(mandate) = draft.held_under() {
        assisted::may_go_on(tx, mandate, &draft.procedure)?;
    }
    if let (Some(organisation), None) = (&draft.organisation, &draft.filed) {
        organisations::acting(tx, organisation)?;
    }
    Ok(draft)
}

/// A filed draft whose row was forgotten: what its receipt still knows of it.
fn forgotten(tx: &mut Tx, code: String) -> Result<Draft> {
    let id = id_of(tx, &code)?;
    let receipt = receipts::find(tx, &id)?.ok_or(Problem::NotFound)?;
    let case = cases::find(tx, &receipt.subject)?;
    if case.channel == Channel::Writer {
        return Err(Problem::NotFound); // the holder wrote it down; the receipt with its PIN is the citizen's
    }
    Ok(Draft {
        id,
        code,
        procedure: case.procedure,
        version: 0,
        person: case.person,
        mandate: None,
        organisation: None,
        channel: case.channel,
        lang: case.lang,
        typed: Typed::new(),
        files: Vec::new(),
        created_at: receipt.received_at,
        updated_at: receipt.received_at,
        filed: Some(case.id),
        vault: String::new(),
    })
}

/// The pieces that the person is to give for the draft of a code.
pub fn asked_pieces(tx: &mut Tx, code: &str) -> Result<Vec<String>> {
    Ok(opened(tx, code)?.pieces().into_iter().map(|piece| piece.id.clone()).collect())
}

/// Saves what was typed on a page, right or not: nothing typed is ever lost.
pub fn save(tx: &mut Tx, code: &str, page: &str, typed: &Typed, lang: Lang) -> Result<Opened> {
    let mut draft = find(tx, code)?;
    if draft.filed.is_some() {
        return opened(tx, code);
    }
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    draft.typed.retain(|name, _| !belongs(&procedure, name, page));
    draft.typed.extend(
        typed.iter().filter(|(name, _)| belongs(&procedure, name, page)).map(|(name, values)| (name.clone(), values.clone())),
    );
    if draft.typed.len() > VALUES_MOST {
        return Err(Refusal::new("requests-too-much").into());
    }
    if matches!(draft.channel, Channel::Web | Channel::Kiosk) {
        draft.lang = lang;
    }
    store::update(tx, &draft)?;
    opened(tx, code)
}

/// Sets single answers, right or not: each question named loses what it held. Nothing is changed when one is not asked.
pub fn answer(tx: &mut Tx, code: &str, sent: &Map<String, Json>) -> Result<Opened> {
    let mut draft = find(tx, code)?;
    if draft.filed.is_some() {
        return Err(Problem::Conflict(Refusal::new("requests-filed-already")));
    }
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let given = answers::read(&procedure, sent).map_err(Problem::Invalid)?;
    for (question, typed) in given {
        draft.typed.retain(|name, _| !answers::is_of(&question, name));
        draft.typed.extend(typed);
    }
    if draft.typed.len() > VALUES_MOST {
        return Err(Refusal::new("requests-too-much").into());
    }
    store::update(tx, &draft)?;
    opened(tx, code)
}

/// Notes that the person saw a version of the form: from then on it is no news that it changed.
pub fn saw(tx: &mut Tx, code: &str, version: i64) -> Result<()> {
    let mut draft = find(tx, code)?;
    if draft.filed.is_some() || draft.version == version {
        return Ok(());
    }
    draft.version = version;
    store::update(tx, &draft)
}

/// The code of a draft that is still being written.
pub fn draft_code(tx: &mut Tx, id: &Id) -> Result<Option<String>> {
    Ok(store::find(tx, id)?.filter(|draft| draft.filed.is_none()).map(|draft| draft.code))
}

/// Fills a draft with what is known from elsewhere; what was typed in it already stays.
pub fn fill(tx: &mut Tx, code: &str, known: &Typed, lang: Lang) -> Result<()> {
    let draft = find(tx, code)?;
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let mut typed = known.clone();
    typed.extend(draft.typed);
    for page in &procedure.pages {
        save(tx, code, &page.id, &typed, lang)?;
    }
    Ok(())
}

/// Whether a field stands on a page: a question of it, a part of one, or the point and quarter of its place.
fn belongs(procedure: &Procedure, name: &str, page: &str) -> bool {
    let id = name.split('.').next().unwrap_or(name);
    let id = if matches!(id, "lat" | "lon" | "quarter") { "place" } else { id };
    procedure.question(id).is_some_and(|question| question.page.as_deref() == Some(page))
}

/// Ties a stored file to a piece of the draft. One that came twice, or too late, is erased again.
pub fn add_file(tx: &mut Tx, code: &str, file: &DraftFile) -> Result<()> {
    let mut draft = find(tx, code)?;
    let same = draft.files.iter().find(|known| known.mark == file.mark && known.piece == file.piece);
    if draft.filed.is_some() || same.is_some() {
        let is_kept = same.is_some_and(|known| known.blob == file.blob);
        return if is_kept { Ok(()) } else { forget_files(tx, vec![file.clone()]) };
    }
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let piece = asked_piece(&procedure, &file.piece)?;
    if draft.files.len() >= FILES_MOST {
        return Err(Refusal::new("requests-too-many-files").with("most", FILES_MOST).at(&format!("piece-{}", piece.id)).into());
    }
    draft.files.push(file.clone());
    store::update(tx, &draft)
}

/// A piece that the person may be asked for. What the commune or another body holds is nobody's to bring.
pub fn asked_piece<'a>(procedure: &'a Procedure, id: &str) -> Result<&'a Piece> {
    let piece = procedure.piece(id).ok_or(Problem::NotFound)?;
    if piece.is_asked() {
        return Ok(piece);
    }
    Err(Refusal::new("requests-piece-not-asked").under("55-19", "7").at(&format!("piece-{id}")).into())
}

/// Forgets a draft that its person does not want any more; what was filed stays. Says its procedure.
pub fn forget(tx: &mut Tx, code: &str) -> Result<String> {
    let draft = find(tx, code)?;
    if draft.filed.is_some() {
        return Err(Problem::Conflict(Refusal::new("requests-filed-already")));
    }
    let procedure = draft.procedure.clone();
    drop_draft(tx, draft)?;
    Ok(procedure)
}

/// Removes a draft with its files and with what came of others (law 09-08, art. 3).
pub fn drop_draft(tx: &mut Tx, draft: Draft) -> Result<()> {
    for left in store::uploads_of(tx, &draft.id)? {
        upload::abandon(tx, &left)?;
    }
    folder::draft_gone(tx, &draft.id)?;
    store::remove(tx, &draft.id)?;
    tx.record("requests.draft_forgotten", &draft.id, &json!({}))?;
    forget_files(tx, draft.files)
}

/// Leaves the files of a draft to be erased.
pub fn forget_files(tx: &mut Tx, files: Vec<DraftFile>) -> Result<()> {
    let blobs: Vec<String> = files.into_iter().flat_map(|file| [file.blob, file.thumb]).filter(|blob| !blob.is_empty()).collect();
    crate::jobs::erase_later(tx, &blobs)
}

/// Takes a file out of the draft again; it is erased.
pub fn remove_file(tx: &mut Tx, code: &str, file: &Id) -> Result<()> {
    let mut draft = find(tx, code)?;
    if draft.filed.is_some() {
        return Ok(());
    }
    let (gone, kept): (Vec<_>, Vec<_>) = draft.files.into_iter().partition(|known| known.id == *file);
    draft.files = kept;
    store::update(tx, &draft)?;
    for loan in gone.iter().filter_map(|file| file.origin.as_ref()) {
        folder::take_back(tx, loan)?;
    }
    forget_files(tx, gone)
}
