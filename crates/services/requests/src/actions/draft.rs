//! Drafts: begun, found again by their code, saved as they are typed, forgotten in time.

use crate::model::{Draft, DraftFile};
use crate::{rules, store};
use cases::Channel;
use kernel::{Id, Lang, Refusal};
use platform::{Actor, Problem, Result, Tx};
use procedures::{Procedure, Read, Typed};
use std::sync::Arc;

/// Files of one draft; a file that needs more comes to the counter.
pub const FILES_MOST: usize = 40;
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

/// Begins a draft, or goes on with the one that the person has: one per person and procedure.
pub fn begin(tx: &mut Tx, procedure: &str, channel: Channel, lang: Lang) -> Result<Draft> {
    offered(tx, procedure)?;
    let person = author(tx, channel)?;
    if let Some(person) = &person
        && let Some(draft) = store::of_person(tx, person, procedure)?
    {
        return Ok(draft);
    }
    let id = tx.new_id();
    let code = rules::draft_code(tx.random()?);
    let vault = tx.keys().new_vault(&tx.tenant(), "requests_drafts", id.as_str())?.wrapped().to_owned();
    let mut draft = Draft {
        id,
        code: code.clone(),
        procedure: procedure.to_owned(),
        person: person.clone(),
        channel,
        lang,
        typed: Typed::new(),
        files: Vec::new(),
        created_at: tx.now(),
        updated_at: tx.now(),
        filed: None,
        vault,
    };
    if let Some(person) = person {
        known_contact(tx, &person, &mut draft.typed)?;
    }
    let key = code_key(tx, &code)?;
    store::insert(tx, &draft, &key)?;
    Ok(draft)
}

/// Who has an account need not type a confirmed contact again.
fn known_contact(tx: &mut Tx, person: &Id, typed: &mut Typed) -> Result<()> {
    let (how, field, value) = match people::reach(tx, person)? {
        Some((sending::To::Phone(phone), _)) => ("sms", "contact_phone", phone.as_str().to_owned()),
        Some((sending::To::Email(email), _)) => ("email", "contact_email", email.as_str().to_owned()),
        None => return Ok(()),
    };
    typed.insert("contact_how".into(), vec![how.into()]);
    typed.insert(field.into(), vec![value]);
    Ok(())
}

/// The draft of a code. `NotFound` for a code that nobody has.
pub fn find(tx: &mut Tx, code: &str) -> Result<Draft> {
    let code = rules::read_code(code).ok_or(Problem::NotFound)?;
    let key = code_key(tx, &code)?;
    store::by_code(tx, &key)?.ok_or(Problem::NotFound)
}

/// A draft with its procedure as it is today, read as far as it was filled.
pub fn opened(tx: &mut Tx, code: &str) -> Result<Opened> {
    let draft = find(tx, code)?;
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let with = procedures::with(tx)?;
    let read = procedures::read(&procedure.questions, &draft.typed, &with);
    Ok(Opened { draft, procedure, read })
}

/// A draft as the pages show it.
#[derive(Debug, Clone)]
pub struct Opened {
    pub draft: Draft,
    pub procedure: Arc<Procedure>,
    pub read: Read,
}

impl Opened {
    /// The pages that ask something with the answers so far, and the last one, where everything is checked.
    pub fn pages(&self) -> Vec<&procedures::Page> {
        let asks = |page: &&procedures::Page| {
            let on_page = |question: &&procedures::Question| question.page.as_deref() == Some(&page.id);
            let asked = self.procedure.questions.iter().filter(on_page).any(|question| self.read.asked.contains(&question.id));
            asked || page.id == "check" || (page.id == "pieces" && !self.pieces().is_empty())
        };
        self.procedure.pages.iter().filter(asks).collect()
    }

    /// The papers that the person is to give with these answers.
    pub fn pieces(&self) -> Vec<&procedures::Piece> {
        procedures::pieces(&self.procedure, &self.read.context).into_iter().filter(|piece| piece.is_asked()).collect()
    }

    pub fn files_of<'a>(&'a self, piece: &'a str) -> impl Iterator<Item = &'a DraftFile> {
        self.draft.files.iter().filter(move |file| file.piece == piece)
    }

    pub fn lacking(&self) -> Vec<&procedures::Piece> {
        self.pieces().into_iter().filter(|piece| piece.required && self.files_of(&piece.id).next().is_none()).collect()
    }

    /// The first page with something wrong or missing.
    pub fn first_wrong(&self) -> Option<&procedures::Page> {
        self.pages().into_iter().find(|page| !self.faults_on(&page.id).is_empty())
    }

    /// What is wrong or missing on a page, the place included.
    pub fn faults_on(&self, page: &str) -> Vec<Refusal> {
        let mut faults = self.read.wrong_on(&self.procedure, page);
        let asks = |question: &&procedures::Question| {
            question.kind == procedures::QuestionKind::Place && question.required && question.page.as_deref() == Some(page)
        };
        let typed = |name: &&str| self.draft.typed.get(*name).is_some_and(|list| list.iter().any(|text| !text.trim().is_empty()));
        if self.procedure.questions.iter().any(|question| asks(&question)) && !["lat", "quarter", "place_words"].iter().any(typed)
        {
            faults.push(Refusal::new("requests-place-needed").at("place"));
        }
        faults
    }
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
    if draft.channel == Channel::Web {
        draft.lang = lang;
    }
    store::update(tx, &draft)?;
    opened(tx, code)
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

/// Ties a stored file to a piece of the draft.
pub fn add_file(tx: &mut Tx, code: &str, file: &DraftFile) -> Result<()> {
    let mut draft = find(tx, code)?;
    if draft.filed.is_some() || draft.files.iter().any(|known| known.blob == file.blob && known.piece == file.piece) {
        return Ok(());
    }
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let piece = procedure.piece(&file.piece).filter(|piece| piece.is_asked()).ok_or(Problem::NotFound)?;
    if draft.files.len() >= FILES_MOST {
        return Err(Refusal::new("requests-too-many-files").with("most", FILES_MOST).at(&format!("piece-{}", piece.id)).into());
    }
    draft.files.push(file.clone());
    store::update(tx, &draft)
}

/// Takes a file out of the draft again.
pub fn remove_file(tx: &mut Tx, code: &str, file: &Id) -> Result<()> {
    let mut draft = find(tx, code)?;
    draft.files.retain(|known| known.id != *file);
    store::update(tx, &draft)
}
