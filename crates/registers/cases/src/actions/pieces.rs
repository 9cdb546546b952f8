//! The pieces of a file: which the answers call for, and which are still to come.

use crate::model::{Case, CaseFile, FileRole, NewFile, Scan};
use crate::store;
use kernel::Refusal;
use platform::{Json, Result, Tx};
use procedures::{Piece, Procedure};

/// One piece that the answers call for, with what was given of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PieceView {
    pub piece: Piece,
    pub files: Vec<CaseFile>,
}

impl PieceView {
    pub fn is_lacking(&self) -> bool {
        self.piece.is_asked() && self.piece.required && !self.files.iter().any(|file| file.scan != Scan::Infected)
    }
}

/// The pieces that these answers ask of the person and that are not among the files.
pub fn missing<'a>(procedure: &'a Procedure, context: &Json, files: &[NewFile]) -> Vec<&'a Piece> {
    let given = |piece: &&Piece| files.iter().any(|file| file.piece.as_deref() == Some(&piece.id));
    procedures::pieces(procedure, context)
        .into_iter()
        .filter(|piece| piece.is_asked() && piece.required && !given(piece))
        .collect()
}

/// Every piece of a case, wherever it comes from.
pub fn shown(tx: &mut Tx, case: &Case, procedure: &Procedure) -> Result<Vec<PieceView>> {
    let answers = store::unseal(tx, case)?.answers.to_json();
    let with = procedures::with(tx)?;
    let context = procedures::settle(procedure, &answers, &with).context;
    let files = store::files::of(tx, &case.id)?;
    let view = |piece: &Piece| PieceView {
        files: files
            .iter()
            .filter(|file| file.role == FileRole::Piece && file.piece.as_deref() == Some(&piece.id))
            .cloned()
            .collect(),
        piece: piece.clone(),
    };
    Ok(procedures::pieces(procedure, &context).into_iter().map(view).collect())
}

/// Why the file is not complete; nothing when it is.
pub(crate) fn lacking(tx: &mut Tx, case: &Case, procedure: &Procedure) -> Result<Option<Refusal>> {
    let lacking = shown(tx, case, procedure)?.iter().filter(|view| view.is_lacking()).count();
    Ok((lacking > 0).then(|| Refusal::new("cases-pieces-lacking").with("count", lacking)))
}

/// Whether something of what was asked for came since.
pub(crate) fn came(tx: &mut Tx, case: &Case) -> Result<bool> {
    let came = |file: &CaseFile| file.role == FileRole::Piece && file.at > case.moved_at && file.scan != Scan::Infected;
    Ok(store::files::of(tx, &case.id)?.iter().any(came))
}
