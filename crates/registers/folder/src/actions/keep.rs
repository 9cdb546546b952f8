//! What comes into a folder, what changes in it, what leaves it.

use super::lend;
use crate::jobs;
use crate::model::{Document, NewDocument, NewIssued, Origin, PaperFile, Papers, Taken, Trust};
use crate::{rules, store};
use cases::{Case, CaseFile, FileRole};
use kernel::{Id, Refusal};
use platform::json::json;
use platform::store::seal::hex_sha256;
use platform::{Actor, Ctx, Problem, Result, Tx};
use procedures::{Country, PieceClass, PieceKind};
use uploads::Scan;

/// The person whose folder it is: whoever is signed in as a citizen, and nobody else.
pub fn person(tx: &mut Tx) -> Result<Id> {
    match tx.actor().clone() {
        Actor::Citizen { account } => people::account_person(tx, &account),
        _ => Err(Problem::Forbidden),
    }
}

/// A document of the person who acts. Somebody else's is not found.
pub fn own(tx: &mut Tx, id: &Id) -> Result<Document> {
    let person = person(tx)?;
    let document = store::find(tx, id)?;
    if document.person == person { Ok(document) } else { Err(Problem::NotFound) }
}

/// The kinds of document that a folder takes: what procedures ask for, but for the form itself.
pub fn kinds(tx: &Tx) -> Result<Vec<PieceKind>> {
    let country = tx.fact::<Country>()?;
    Ok(country.known.pieces.iter().filter(|kind| kind.class != PieceClass::Form).cloned().collect())
}

/// A kind by its id; what has no kind of its own is another paper.
pub fn kind(tx: &Tx, id: &str) -> Result<PieceKind> {
    let kinds = kinds(tx)?;
    let found = kinds.iter().find(|kind| kind.id == id).or(kinds.iter().find(|kind| kind.id == "other"));
    found.cloned().ok_or_else(|| Problem::internal("the kind of a document"))
}

/// Keeps a file for a person. The same file twice is one document; what came again is erased.
pub fn keep(tx: &mut Tx, person: &Id, new: NewDocument, taken: &Taken) -> Result<Document> {
    let new = rules::told(new, tx.today())?;
    if !kinds(tx)?.iter().any(|kind| kind.id == new.kind) {
        return Err(Refusal::new("folder-kind-missing").at("kind").into());
    }
    let same_source = match &taken.source {
        Some(source) => store::of_source(tx, person, taken.origin, source)?,
        None => None,
    };
    if let Some(known) =
        same_source.map_or_else(|| store::same_file(tx, person, &new.kind, &taken.kept.mark), |known| Ok(Some(known)))?
    {
        if known.blob.as_ref() != Some(&taken.kept.blob) {
            jobs::erase_later(tx, [taken.kept.blob.clone(), taken.kept.thumb.clone()])?;
        }
        return Ok(known);
    }
    let size = i64::try_from(taken.kept.size).map_err(Problem::internal)?;
    rules::room(store::count(tx, person)?, store::bytes(tx, person)?, size)?;
    let id = tx.new_id();
    let document = Document {
        vault: tx.keys().new_vault(&tx.tenant(), "folder_documents", id.as_str())?.wrapped().to_owned(),
        person: person.clone(),
        kind: new.kind,
        origin: taken.origin,
        trust: taken.trust,
        source: taken.source.clone(),
        blob: Some(taken.kept.blob.clone()),
        thumb: taken.kept.thumb.clone(),
        media: taken.kept.kind.clone(),
        size,
        mark: taken.kept.mark.clone(),
        scan: taken.kept.scan,
        title: new.title,
        digest: taken.digest.clone(),
        issued_on: new.issued_on,
        valid_until: new.valid_until,
        kept_at: tx.now(),
        id,
    };
    store::insert(tx, &document)?;
    // Who has just typed a near day need not be told of it.
    if rules::standing(document.valid_until, tx.today()) != crate::model::Standing::Good {
        store::warned(tx, &document.id)?;
    }
    tx.record("folder.kept", &document.id, &json!({ "kind": document.kind, "origin": document.origin }))?;
    Ok(document)
}

/// A paper of the commune goes into the folder of whom it was issued to: a reference, no copy. Once, however often it is asked.
pub fn keep_issued(tx: &mut Tx, issued: &NewIssued) -> Result<()> {
    if store::of_source(tx, &issued.person, Origin::Issued, issued.paper.as_str())?.is_some() {
        return Ok(());
    }
    let id = tx.new_id();
    let document = Document {
        vault: tx.keys().new_vault(&tx.tenant(), "folder_documents", id.as_str())?.wrapped().to_owned(),
        person: issued.person.clone(),
        kind: kind(tx, &issued.template)?.id,
        origin: Origin::Issued,
        trust: Trust::Issued,
        source: Some(issued.paper.to_string()),
        blob: None,
        thumb: String::new(),
        media: "application/pdf".into(),
        size: 0,
        mark: String::new(),
        scan: Scan::Clean,
        title: issued.title.clone(),
        digest: String::new(),
        issued_on: Some(tx.today()),
        valid_until: issued.valid_until,
        kept_at: tx.now(),
        id,
    };
    store::insert(tx, &document)?;
    tx.record("folder.kept", &document.id, &json!({ "kind": document.kind, "origin": document.origin, "paper": issued.paper }))
}

/// The piece of a case that its person wants to keep: his own, given by him, and sound.
pub fn keep_from_case(tx: &mut Tx, file: &Id) -> Result<(Case, CaseFile)> {
    let person = person(tx)?;
    let file = cases::files::find(tx, file)?;
    let case = cases::find(tx, &file.case_id)?;
    let is_his = case.person.as_ref() == Some(&person) && file.role == FileRole::Piece;
    if is_his && file.scan != Scan::Infected { Ok((case, file)) } else { Err(Problem::NotFound) }
}

/// Who answers for a piece of a case: the service that granted the request has seen it.
pub fn trust_of(tx: &mut Tx, case: &Case) -> Result<Trust> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let granted = case.outcome.as_deref().and_then(|id| procedure.outcome(id)).is_some_and(|outcome| outcome.solved);
    Ok(if granted { Trust::Seen } else { Trust::Own })
}

/// Changes what its person says of a document. A paper of the commune keeps its dates and its kind.
pub fn change(tx: &mut Tx, id: &Id, typed: NewDocument) -> Result<()> {
    let mut document = own(tx, id)?;
    let typed = rules::told(typed, tx.today())?;
    document.title = typed.title;
    if document.origin != Origin::Issued {
        let told = (kind(tx, &typed.kind)?.id, typed.issued_on, typed.valid_until);
        // A service examined it as what it was said to be: under another name nobody but its person answers for it.
        if told != (document.kind.clone(), document.issued_on, document.valid_until) {
            document.trust = Trust::Own;
        }
        (document.kind, document.issued_on, document.valid_until) = told;
    }
    store::update(tx, &document)?;
    if rules::standing(document.valid_until, tx.today()) != crate::model::Standing::Good {
        store::warned(tx, id)?;
    }
    tx.record("folder.changed", id, &json!({}))
}

/// Erases a document of the person who acts, at once. What was filed with a case stays there; what was not is taken back.
pub fn erase(tx: &mut Tx, id: &Id) -> Result<()> {
    let document = own(tx, id)?;
    drop_document(tx, &document)
}

fn drop_document(tx: &mut Tx, document: &Document) -> Result<()> {
    lend::take_back_all(tx, &document.id)?;
    store::remove(tx, &document.id)?;
    tx.record("folder.erased", &document.id, &json!({}))?;
    jobs::erase_later(tx, [document.blob.clone().unwrap_or_default(), document.thumb.clone()])
}

/// A person is forgotten: the folder goes as a whole.
pub fn erase_all(tx: &mut Tx, person: &Id) -> Result<()> {
    for document in store::of_person(tx, person, None, rules::MOST * 2)? {
        drop_document(tx, &document)?;
    }
    Ok(())
}

/// The address of the file of a document and its digest; `NotFound` for a paper that does not hold any more.
fn file(tx: &mut Tx, document: &Document) -> Result<PaperFile> {
    if let Some(blob) = &document.blob {
        return Ok(PaperFile { blob: blob.clone(), digest: document.digest.clone() });
    }
    let paper = document.source.as_deref().and_then(Id::parse).ok_or(Problem::NotFound)?;
    let papers = tx.fact::<Papers>()?;
    (papers.0)(tx, &paper)?.ok_or(Problem::NotFound)
}

/// Where a document's file is now; nothing where there is none any more.
pub fn blob(tx: &mut Tx, document: &Document) -> Result<Option<String>> {
    match file(tx, document) {
        Ok(file) => Ok(Some(file.blob)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The digest of a document's file as it is now; nothing where there is no file any more.
pub fn digest(tx: &mut Tx, document: &Document) -> Result<Option<String>> {
    match file(tx, document) {
        Ok(file) => Ok(Some(file.digest)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The bytes of a document. One with a virus is never opened.
pub async fn content(ctx: &Ctx, document: &Document) -> Result<Vec<u8>> {
    if document.scan == Scan::Infected {
        return Err(Refusal::new("folder-infected").at("document").into());
    }
    let asked = document.clone();
    let file = ctx.read(move |rx| file(rx, &asked)).await?;
    ctx.file(&file.blob).await
}

/// A file that was sent, taken in within the limits of all uploads.
pub async fn take(ctx: &Ctx, content: Vec<u8>, origin: Origin, trust: Trust, source: Option<String>) -> Result<Taken> {
    let digest = hex_sha256(&content);
    Ok(Taken { kept: uploads::take(ctx, "file", content, None).await?, digest, origin, trust, source })
}
