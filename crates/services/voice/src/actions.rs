//! Verbs: a note arrives, is listened to, written down, corrected, read back, and forgotten.

use crate::model::{Note, ReadBack, State, Transcript, Version};
use crate::{TRANSCRIBE, rules, store};
use cases::lists::{self, Where};
use cases::{Case, CaseFile, FileRole, Scan};
use kernel::{Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx, Waits};

/// The recording of a case; nothing when there is none, or when it is shut away.
pub fn sound(tx: &mut Tx, case: &Id) -> Result<Option<CaseFile>> {
    let files = cases::files::of(tx, case)?;
    Ok(files.into_iter().find(|file| file.role == FileRole::Voice && file.scan != Scan::Infected))
}

/// A report that was said has come.
pub fn arrived(tx: &mut Tx, case: &Id) -> Result<()> {
    match sound(tx, case)? {
        Some(file) => store::insert(tx, case, &file.id, file.at),
        None => Ok(()),
    }
}

/// Why a case is not answered yet: nobody has written down what its author said.
pub fn lacking(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    let waits = match store::find(tx, case)? {
        Some(note) => note.state == State::Waiting && sound(tx, case)?.is_some(),
        None => sound(tx, case)?.is_some(),
    };
    Ok(waits.then(|| Refusal::new("voice-not-written")))
}

/// A case that this actor may hear; one out of reach does not exist for him.
pub fn reached(tx: &mut Tx, id: &Id) -> Result<Case> {
    let case = cases::find(tx, id)?;
    if cases::may(tx, &case, TRANSCRIBE)? { Ok(case) } else { Err(Problem::NotFound) }
}

fn noted(tx: &mut Tx, id: &Id) -> Result<(Case, Note)> {
    let case = reached(tx, id)?;
    let note = store::find(tx, id)?.ok_or(Problem::NotFound)?;
    Ok((case, note))
}

/// Writes that somebody looked, before anything is shown.
fn look(tx: &mut Tx, case: &Case, why: &str) -> Result<()> {
    tx.look(&case.id, why)?;
    match &case.person {
        Some(person) => people::looked(tx, person, people::What::Case, &case.code, people::Why::Handling),
        None => Ok(()),
    }
}

/// Somebody listens; each time stands in the journal.
pub fn listen(tx: &mut Tx, id: &Id) -> Result<(Case, CaseFile)> {
    let (case, _) = noted(tx, id)?;
    let file = sound(tx, id)?.ok_or(Problem::NotFound)?;
    look(tx, &case, "voice")?;
    Ok((case, file))
}

/// A note opened by who writes it down or reads it back.
pub struct Opened {
    pub case: Case,
    pub note: Note,
    pub versions: Vec<Version>,
    /// Whether there is a sound to hear.
    pub sound: bool,
    /// Where to call, for who may know whose case it is.
    pub phone: Option<kernel::Phone>,
    /// What the author wrote besides.
    pub typed: String,
}

pub fn open(tx: &mut Tx, id: &Id) -> Result<Opened> {
    let (case, note) = noted(tx, id)?;
    look(tx, &case, "voice")?;
    let versions = store::versions(tx, id)?;
    let sealed = cases::unseal(tx, &case)?;
    let shown = cases::author_shown(tx, &case)?;
    let typed = if note.state == State::Waiting { sealed.words } else { typed(&versions) };
    Ok(Opened { sound: sound(tx, id)?.is_some(), phone: sealed.contact.phone.filter(|_| shown), case, note, versions, typed })
}

/// What was written down, as it stands.
pub fn said(versions: &[Version]) -> &str {
    versions.iter().rev().find(|version| version.seq > 0).map_or("", |version| version.words.as_str())
}

fn typed(versions: &[Version]) -> String {
    versions.iter().find(|version| version.seq == 0).map_or(String::new(), |version| version.words.clone())
}

/// Writes down what was said: from now on these are the words of the case.
pub fn transcribe(tx: &mut Tx, id: &Id, transcript: &Transcript) -> Result<()> {
    let (case, mut note) = noted(tx, id)?;
    rules::may_write(&note)?;
    let words = rules::words(&transcript.words)?;
    let sealed = cases::unseal(tx, &case)?;
    if !sealed.words.trim().is_empty() {
        store::add_version(tx, id, 0, &sealed.words)?;
    }
    store::add_version(tx, id, 1, &words)?;
    cases::hear(tx, id, &rules::joined(&sealed.words, &words))?;
    (note.state, note.spoken, note.heard_at) = (State::Heard, Some(transcript.spoken), Some(tx.now()));
    if sealed.contact.phone.is_none() {
        (note.state, note.read_back) = (State::Settled, Some(ReadBack::Nobody));
    }
    store::update(tx, &note)?;
    store::sign(tx, id, false)?;
    // Which language somebody speaks is told to the clerk, not to the journal, which nothing is ever taken out of.
    tx.record("voice.transcribed", id, &json!({}))
}

/// The clerk hears it better the second time.
pub fn correct(tx: &mut Tx, id: &Id, words: &str) -> Result<()> {
    let (case, note) = noted(tx, id)?;
    let versions = store::versions(tx, id)?;
    rules::may_correct(&note, &versions, case.is_open())?;
    replace(tx, id, &versions, words)?;
    tx.record("voice.corrected", id, &json!({ "by": "clerk" }))
}

fn replace(tx: &mut Tx, id: &Id, versions: &[Version], words: &str) -> Result<()> {
    let words = rules::words(words)?;
    let next = versions.last().map_or(1, |version| version.seq + 1);
    store::add_version(tx, id, next, &words)?;
    cases::hear(tx, id, &rules::joined(&typed(versions), &words))
}

/// What came of a call to the author, to whom the words were read.
pub fn read_back(tx: &mut Tx, id: &Id, outcome: ReadBack, words: &str) -> Result<()> {
    let (_, mut note) = noted(tx, id)?;
    (note.state, note.read_back, note.tries) = rules::after_call(&note, outcome)?;
    let versions = store::versions(tx, id)?;
    rules::keeps_all(outcome, words, said(&versions))?;
    if outcome == ReadBack::Corrected {
        replace(tx, id, &versions, words)?;
    }
    store::update(tx, &note)?;
    if note.state == State::Settled {
        store::sign(tx, id, true)?;
    }
    tx.record("voice.read_back", id, &json!({ "outcome": outcome, "calls": note.tries }))
}

/// Cases whose note waits for a clerk or for a call, the most urgent first.
pub fn queue(tx: &mut Tx, limit: i64) -> Result<Vec<(Case, Note)>> {
    let conditions = conditions(tx)?;
    let mut queue = Vec::new();
    for case in lists::urgent(tx, conditions, limit)? {
        if let Some(note) = store::find(tx, &case.id)? {
            queue.push((case, note));
        }
    }
    Ok(queue)
}

pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    // Mostly none waits at all, and a database may look through every case to find that out.
    Ok(Waits::looked_at(store::any_waits(tx), |tx| {
        let conditions = conditions(tx)?;
        Ok(usize::try_from(lists::count(tx, conditions)?).unwrap_or_default())
    }))
}

fn conditions(tx: &mut Tx) -> Result<Where> {
    let mut conditions = Where::tenant(tx);
    let windows = cases::windows(tx, TRANSCRIBE)?;
    lists::visible(&mut conditions, &windows);
    conditions.and(store::WAITING, Vec::new());
    Ok(conditions)
}

/// Where a case's note stands, for its author and for the file; nothing when nothing was said.
pub fn standing(tx: &mut Tx, case: &Id) -> Result<Option<Note>> {
    if let Some(note) = store::find(tx, case)? {
        return Ok(Some(note));
    }
    // It was filed a moment ago.
    Ok(sound(tx, case)?.map(|file| Note {
        case: case.clone(),
        file: file.id,
        state: State::Waiting,
        received_at: file.at,
        spoken: None,
        heard_at: None,
        read_back: None,
        tries: 0,
        erased_at: None,
    }))
}

/// The sound of one note goes; its words stay.
pub fn erase(tx: &mut Tx, note: Note) -> Result<()> {
    let case = cases::find(tx, &note.case)?;
    if note.state == State::Waiting && case.is_open() {
        return Ok(()); // somebody must still hear it
    }
    cases::drop_file(tx, &case, &note.file)?;
    let (id, erased_at) = (note.case.clone(), Some(tx.now()));
    store::update(tx, &Note { erased_at, ..note })?;
    tx.record("voice.erased", &id, &json!({}))
}

/// The author of a case is forgotten, and with him what he said in his own words.
pub fn forget(tx: &mut Tx, case: &Id) -> Result<()> {
    store::forget_versions(tx, case)?;
    match store::find(tx, case)? {
        Some(note) if note.erased_at.is_none() => {
            let erased_at = Some(tx.now());
            store::update(tx, &Note { erased_at, spoken: None, ..note })
        }
        Some(note) => store::update(tx, &Note { spoken: None, ..note }),
        None => Ok(()),
    }
}
