//! What the folder shows beside a case: which pieces came from it, and which may be kept for next time.

use super::one::{Lent, named};
use crate::actions;
use crate::model::Origin;
use crate::store::{self, loans};
use cases::FileRole;
use kernel::{Id, Label, format};
use platform::{Ctx, Json, PanelModel, Problem, Result, Tx, context};
use procedures::Procedure;
use uploads::Scan;

/// What was lent to a case, with the label of its piece.
struct Given {
    lent: Lent,
    piece: Option<Label>,
}

fn given(tx: &mut Tx, case: &Id, procedure: &Procedure) -> Result<Vec<Given>> {
    if !procedure.is_request() {
        return Ok(Vec::new()); // a report asks for no piece
    }
    let loans = loans::of_case(tx, case)?;
    let named = named(tx, loans)?;
    let label = |lent: &Lent| procedure.piece(&lent.loan.piece).and_then(|piece| piece.label.clone());
    Ok(named.into_iter().map(|lent| Given { piece: label(&lent), lent }).collect())
}

fn row(ctx: &Ctx, given: &Given) -> Json {
    let loan = &given.lent.loan;
    context! {
        piece => given.piece, trust => loan.trust, at => format::day(loan.lent_at.day(), ctx.lang), mark => loan.mark.get(..16).unwrap_or(""),
        consent => loan.consent, helped => loan.actor.starts_with("staff:"), url => ctx.url(&format!("/my/documents/{}", loan.document)),
    }
}

/// Which pieces came from the person's folder, and who answers for them. Who may not see the person sees nothing of his folder.
pub fn at_the_desk(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    if !cases::author_shown(tx, &case)? {
        return Ok(None);
    }
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let given = given(tx, id, &procedure)?;
    if given.is_empty() {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx: &Ctx| context! { given => given.iter().map(|one| row(ctx, one)).collect::<Vec<_>>() })))
}

/// For whoever is signed in as the person of the case: what came from his folder, and what may be kept there.
pub fn for_the_author(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let person = match actions::person(tx) {
        Ok(person) => person,
        Err(Problem::Forbidden) => return Ok(None),
        Err(other) => return Err(other),
    };
    let case = cases::find(tx, id)?;
    if case.person.as_ref() != Some(&person) {
        return Ok(None);
    }
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let given = given(tx, id, &procedure)?;
    let mut keepable = Vec::new();
    for file in cases::files::of(tx, id)? {
        let lent = given.iter().any(|one| Some(&one.lent.loan.piece) == file.piece.as_ref());
        let is_kept = store::of_source(tx, &person, Origin::Case, file.id.as_str())?.is_some();
        if file.role == FileRole::Piece && file.scan != Scan::Infected && !lent && !is_kept {
            let label = file.piece.as_deref().and_then(|piece| procedure.piece(piece)).and_then(|piece| piece.label.clone());
            keepable.push((file.id, label));
        }
    }
    if given.is_empty() && keepable.is_empty() {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let keep = |(file, label): &(Id, Option<Label>)| {
            context! { label => label, url => ctx.url(&format!("/my/documents/keep/{file}")) }
        };
        context! {
            given => given.iter().map(|one| row(ctx, one)).collect::<Vec<_>>(), keepable => keepable.iter().map(keep).collect::<Vec<_>>(),
        }
    })))
}

/// The door to the folder on the page of its person.
pub fn on_my_page(tx: &mut Tx, person: &Id) -> Result<Option<PanelModel>> {
    let count = store::count(tx, person)?;
    Ok(Some(Box::new(move |_| context! { count => count })))
}
