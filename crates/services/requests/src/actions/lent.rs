//! Copies of kept documents in a draft: each by a loan that its person may end before it is filed.

use super::draft::{Opened, add_file, asked_piece, find, forget_files};
use crate::model::DraftFile;
use crate::store;
use kernel::{Id, Refusal};
use platform::{Problem, Result, Tx};

/// Ties a copy of a kept document to a piece, under a record of the loan. The same document twice is one piece.
pub fn add_lent(
    tx: &mut Tx,
    code: &str,
    file: DraftFile,
    kept: &folder::Document,
    to: &folder::NewLoan,
    agreed: bool,
) -> Result<()> {
    let draft = find(tx, code)?;
    if draft.filed.is_some() {
        return Err(Problem::Conflict(Refusal::new("requests-filed-already")));
    }
    if draft.files.iter().any(|known| known.mark == file.mark && known.piece == file.piece) {
        return forget_files(tx, vec![file]);
    }
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let piece = asked_piece(&procedure, &file.piece)?;
    let loan = folder::lend(tx, kept, piece, to, agreed)?;
    add_file(tx, code, &DraftFile { origin: Some(loan.id), ..file })
}

/// Takes a copy out of a draft whose loan is over.
pub fn drop_lent(tx: &mut Tx, draft: &Id, loan: &Id) -> Result<()> {
    let Some(mut draft) = store::find(tx, draft)? else { return Ok(()) };
    let (gone, kept): (Vec<_>, Vec<_>) = draft.files.into_iter().partition(|file| file.origin.as_ref() == Some(loan));
    draft.files = kept;
    if !gone.is_empty() {
        store::update(tx, &draft)?;
    }
    forget_files(tx, gone)
}

/// Drops from an opened draft what was taken back since it was lent: it is not filed, also when its copy is still there.
pub fn without_taken_back(tx: &mut Tx, opened: &mut Opened) -> Result<()> {
    let mut gone = Vec::new();
    for file in std::mem::take(&mut opened.draft.files) {
        let lent = file.origin.as_ref().map_or(Ok(true), |loan| folder::still_lent(tx, loan))?;
        if lent { opened.draft.files.push(file) } else { gone.push(file) }
    }
    forget_files(tx, gone)
}
