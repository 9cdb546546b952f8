//! The papers of a case, at the desk and for its author.

use crate::model::{Paper, PaperState, Signature};
use crate::{actions, sheet, store};
use kernel::Id;
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

pub fn at_the_desk(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let file = cases::find(tx, case)?;
    let mut papers = Vec::new();
    for paper in store::of(tx, case)? {
        let mine = paper.state == PaperState::Made && actions::may_sign(tx, &paper, &file)?;
        let signed = if paper.before.is_empty() { Vec::new() } else { store::signatures(tx, &paper.id)? };
        papers.push((paper, mine, signed));
    }
    Ok((!papers.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let row = |(paper, mine, signed): &(Paper, bool, Vec<Signature>)| {
                let mut model = row(ctx, paper, *mine);
                model["steps"] = steps(ctx, paper, signed);
                model
            };
            context! { papers => papers.iter().map(row).collect::<Vec<_>>() }
        }) as PanelModel
    }))
}

/// Who has signed, and whose turn it is, in order; nothing where one signature is enough.
fn steps(ctx: &Ctx, paper: &Paper, signed: &[Signature]) -> Json {
    if paper.before.is_empty() || !matches!(paper.state, PaperState::Made | PaperState::Issued) {
        return Json::Array(Vec::new());
    }
    let role = |id: &String| ctx.app().roles().get(id).map_or(id.clone(), |role| role.name.text(ctx.lang).to_owned());
    let roles = paper.before.iter().map(|id| Some(role(id))).chain([None]);
    let step = |(turn, role): (usize, Option<String>)| {
        let done = signed.iter().find(|signature| signature.turn == turn);
        let on = done.map(|signature| kernel::format::moment(signature.at, ctx.lang));
        context! { role => role, name => done.map(|signature| &signature.signer), on => on, next => turn == signed.len() }
    };
    Json::Array(roles.enumerate().map(step).collect())
}

pub(super) fn row(ctx: &Ctx, paper: &Paper, mine: bool) -> Json {
    let to_sign = paper.state == PaperState::Made && mine;
    context! {
        paper => sheet::shown(ctx, paper), pdf => paper.blob.is_some().then(|| ctx.bare_url(&format!("/desk/papers/{}/paper.pdf", paper.id))),
        sign => to_sign.then(|| ctx.url(&format!("/desk/papers/{}/sign", paper.id))), verify => ctx.url(&format!("/verify/{}", paper.code)), id => paper.id,
    }
}

pub fn for_the_author(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let papers: Vec<Paper> = store::of(tx, case)?.into_iter().filter(|paper| paper.state == PaperState::Issued).collect();
    let code = cases::find(tx, case)?.code;
    let link = cases::link(tx, &code)?;
    Ok((!papers.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let key = link.split_once("?k=").map_or("", |(_, key)| key);
            let row = |paper: &Paper| {
                context! {
                    paper => sheet::shown(ctx, paper), pdf => ctx.bare_url(&format!("/papers/{}/paper.pdf?k={key}", paper.code)),
                    verify => ctx.url(&format!("/verify/{}", paper.code)),
                }
            };
            context! { papers => papers.iter().map(row).collect::<Vec<_>>() }
        }) as PanelModel
    }))
}
