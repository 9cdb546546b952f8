//! What a page of another module shows of a folder: the documents that fit a piece, and the words that are agreed to.

use super::shown;
use crate::actions;
use crate::model::Document;
use kernel::{Id, Label};
use platform::{Ctx, Json, Result, Tx, context};
use procedures::{Piece, PieceKind, Procedure};

/// The documents that a person may lend to a piece, and all that the page says beside them.
pub struct Choices {
    pub documents: Vec<Document>,
    kinds: Vec<PieceKind>,
    service: Label,
    keeps_days: i64,
}

/// What of a person's folder fits a piece, and into the hands of which unit a copy of it would come.
pub fn choices(rx: &mut Tx, person: &Id, piece: &Piece, unit: &Id) -> Result<Choices> {
    Ok(Choices {
        documents: actions::fitting(rx, person, piece)?,
        kinds: actions::kinds(rx)?,
        service: units::find(rx, unit)?.name,
        keeps_days: actions::keeps_days(rx)?,
    })
}

impl Choices {
    /// As templates read it: `folder/_choice.html`.
    pub fn model(&self, ctx: &Ctx, procedure: &Procedure) -> Json {
        context! {
            documents => self.documents.iter().map(|document| shown(ctx, &self.kinds, document)).collect::<Vec<_>>(),
            consent => consent(ctx, procedure, &self.service), years => self.keeps_days / 365, all => ctx.url("/my/documents"),
        }
    }
}

/// The words of consent of this version: which procedure, and which service reads the copy.
pub fn consent(ctx: &Ctx, procedure: &Procedure, service: &Label) -> String {
    ctx.text("folder-consent", &[("procedure", procedure.title.text(ctx.lang)), ("service", service.text(ctx.lang))])
}
