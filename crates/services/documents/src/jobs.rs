//! Making papers, off the path of whoever moved the case. Safe to run twice.

use crate::model::PaperState;
use crate::{actions, keys, make, sheet, store};
use kernel::Id;
use platform::{Ctx, Job, Problem, Result};
use procedures::Sign;
use serde::{Deserialize, Serialize};
use signing::Intent;

pub const MAKE: &str = "documents.make";

#[derive(Serialize, Deserialize)]
pub struct Make {
    pub paper: Id,
}

pub async fn make(ctx: Ctx, job: Job) -> Result<()> {
    let asked: Make = job.payload()?;
    let id = asked.paper.clone();
    let (paper, facts) = ctx
        .read(move |rx| {
            let paper = store::find(rx, &id)?;
            let facts = sheet::facts(rx, &paper)?;
            Ok((paper, facts))
        })
        .await?;
    if paper.state != PaperState::Prepared {
        return Ok(());
    }
    let ctx = ctx.speaking(paper.lang);
    let model = sheet::model(&ctx, &paper, &facts);
    let title = paper.title.text(paper.lang).to_owned();
    let pdf = make::render(&paper.template, model, title, paper.lang, ctx.now(), paper.sign != Sign::None).await?;
    let (pdf, sealed_by) = if paper.sign == Sign::Seal { sealed(&ctx, pdf).await? } else { (pdf, None) };
    let hash = make::hash(&pdf);
    let blob = ctx.keep_file(pdf).await?;
    ctx.write_as_house(move |tx| actions::made(tx, &asked.paper, &blob, &hash, sealed_by.as_deref())).await
}

/// Signs a PDF that has the field [`make::FIELD`] with the seal of the commune; says under which name.
pub async fn sealed(ctx: &Ctx, pdf: Vec<u8>) -> Result<(Vec<u8>, Option<String>)> {
    let (config, tenant) = (ctx.app().config().clone(), ctx.commune().code.clone());
    let (name, now) = (ctx.commune().name.fr.clone(), ctx.now().0.as_second());
    let work = move || {
        let seal = keys::seal(&config, &tenant, &format!("Commune de {name}"), now)?;
        let intent = Intent { reason: "", location: &name, when: now };
        let signed = signing::sign(&pdf, make::FIELD, &intent, &seal, None).map_err(Problem::internal)?;
        Ok((signed, signing::signer_name(&seal)))
    };
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}
