//! The papers of a case, at the desk and for its author.

use crate::model::{Paper, PaperState};
use crate::{sheet, store};
use kernel::Id;
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

pub fn at_the_desk(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let papers = store::of(tx, case)?;
    Ok((!papers.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| context! { papers => papers.iter().map(|paper| row(ctx, paper)).collect::<Vec<_>>() })
            as PanelModel
    }))
}

pub(super) fn row(ctx: &Ctx, paper: &Paper) -> Json {
    let to_sign = paper.state == PaperState::Made && ctx.may(cases::SIGN);
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
