//! Making papers, off the path of whoever moved the case. Safe to run twice.

use crate::model::{FIELD, PaperState};
use crate::{actions, keys, make, sheet, stamp, store};
use kernel::Id;
use platform::{Ctx, Job, Problem, Result};
use procedures::Sign;
use serde::{Deserialize, Serialize};
use signing::Intent;

pub const MAKE: &str = "documents.make";
pub const STAMP: &str = "documents.stamp";
/// Papers that one job offers to the time-stamp authority.
const STAMPED_AT_ONCE: i64 = 50;

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
    let fields = match paper.sign {
        Sign::None => Vec::new(),
        Sign::Seal => vec![FIELD.to_owned()],
        Sign::Qualified => paper.fields(),
    };
    let pdf = make::render(&ctx, &paper.template, model, title, paper.lang, fields).await?;
    let (pdf, sealed_by) = if paper.sign == Sign::Seal { sealed(&ctx, pdf).await? } else { (pdf, None) };
    let hash = make::hash(&pdf);
    let blob = ctx.keep_file(pdf).await?;
    ctx.write_as_house(move |tx| actions::made(tx, &asked.paper, &blob, &hash, sealed_by.as_deref())).await
}

/// Signs a PDF that has the field [`FIELD`] with the seal of the commune; says under which name.
/// Nobody reads the seal's paper before it is issued: it is stamped when the authority answers at once, else not.
pub async fn sealed(ctx: &Ctx, pdf: Vec<u8>) -> Result<(Vec<u8>, Option<String>)> {
    let name = ctx.commune().name.fr.clone();
    let seal = keys::seal(ctx.app(), &ctx.commune().code, &sheet::seal_name(ctx)).await?;
    let (config, now) = (ctx.app().config().clone(), ctx.now().0.as_second());
    let work = move || {
        let intent = Intent { reason: "", location: &name, when: now };
        let signed =
            seal.with(&config, None, |key| Ok((stamp::sign(&config, &pdf, FIELD, &intent, key)?, signing::signer_name(key))));
        let (signed, signer) = signed.map_err(Problem::internal)?;
        let stamped =
            if config.signing.stamp_url.is_empty() { Ok(signed.clone()) } else { stamp::stamped(&config, &signed, FIELD) };
        Ok((stamped.unwrap_or(signed), signer))
    };
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}

/// Stamps papers that were signed while the authority was away. It stops at the first that fails: the next hour tries again.
pub async fn stamp(ctx: Ctx, _: Job) -> Result<()> {
    for paper in ctx.read(|rx| store::unstamped(rx, STAMPED_AT_ONCE)).await? {
        let pdf = ctx.file(paper.blob.as_deref().ok_or(Problem::NotFound)?).await?;
        let config = ctx.app().config().clone();
        let work = move || stamp::stamped(&config, &pdf, FIELD);
        match tokio::task::spawn_blocking(work).await.map_err(Problem::internal)? {
            Ok(stamped) => {
                let hash = make::hash(&stamped);
                let blob = ctx.keep_file(stamped).await?;
                ctx.write_as_house(move |tx| actions::stamped(tx, &paper, &blob, &hash)).await?;
            }
            Err(fault) => {
                tracing::warn!(%fault, paper = %paper.id, "the time stamp has yet to come");
                return Ok(());
            }
        }
    }
    Ok(())
}
