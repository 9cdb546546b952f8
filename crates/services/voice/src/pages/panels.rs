//! What the file and the author see of a note.

use crate::model::Note;
use crate::{TRANSCRIBE, actions};
use kernel::Id;
use platform::{Ctx, PanelModel, Result, Tx, context};

/// On the file: where the note stands, and the way to it.
pub fn file(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let Some(note) = actions::standing(tx, id)? else { return Ok(None) };
    let case = cases::find(tx, id)?;
    let may = cases::may(tx, &case, TRANSCRIBE)?;
    let url = format!("/desk/voice/{id}");
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let Note { state, spoken, read_back, tries, erased_at, .. } = &note;
        let shown = may && erased_at.is_none();
        context! { state => state, spoken => spoken, read_back => read_back, tries => tries, url => shown.then(|| ctx.url(&url)), erased => erased_at.is_some() }
    })))
}

/// To the author: that it is heard, and what becomes of it.
pub fn author(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let Some(note) = actions::standing(tx, id)? else { return Ok(None) };
    Ok(Some(Box::new(move |_: &Ctx| context! { state => note.state, read_back => note.read_back })))
}
