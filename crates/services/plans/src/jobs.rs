//! Stamping, off the path of whoever signed. Safe to run twice.

use crate::actions;
use cases::CaseFile;
use kernel::{Id, format};
use papers::PlanFault;
use platform::store::seal::hex_sha256;
use platform::{Ctx, Job, Problem, Result, json::json};
use serde::{Deserialize, Serialize};

pub const STAMP: &str = "plans.stamp";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stamp {
    pub case: Id,
    pub file: Id,
    pub paper: Id,
}

/// A drawing as a PDF, whatever it was sent as: a picture is the one that was made anew from it.
pub async fn content(ctx: &Ctx, file: &CaseFile) -> Result<std::result::Result<Vec<u8>, PlanFault>> {
    if file.kind == "application/pdf" {
        return Ok(Ok(ctx.file(&file.blob).await?));
    }
    Ok(papers::plan_of_picture(ctx.file(&file.thumb).await?))
}

pub async fn stamp(ctx: Ctx, job: Job) -> Result<()> {
    let asked: Stamp = job.payload()?;
    let wanted = asked.clone();
    let (plan, paper) = ctx
        .read(move |rx| {
            let case = cases::find(rx, &wanted.case)?;
            let plan = actions::of(rx, &case)?.into_iter().find(|plan| plan.file.id == wanted.file).ok_or(Problem::NotFound)?;
            let paper = actions::permit(rx, &case)?.filter(|paper| paper.id == wanted.paper).ok_or(Problem::NotFound)?;
            Ok((plan, paper))
        })
        .await?;
    if plan.stamped_at.is_some() {
        return Ok(());
    }
    let ctx = ctx.speaking(paper.lang);
    let issued = paper.issued_at.map(|at| format::day(at.day(), paper.lang)).unwrap_or_default();
    let model = json!({
        "title": paper.title.text(paper.lang), "reference": paper.reference(), "date": issued, "code": paper.code,
        "place": ctx.text("plans-commune", &[("name", ctx.commune().name.text(paper.lang))]),
        "qr": ctx.full_url(&ctx.url(&format!("/verify/{}", paper.code))), "labels": { "number": ctx.text("documents-number", &[]) },
    });
    let mark = documents::render(&ctx, "ne-varietur", model, paper.reference(), paper.lang, Vec::new()).await?;
    let stamped = match content(&ctx, &plan.file).await? {
        Ok(pdf) => {
            let work = move || papers::plan_stamped(&pdf, &mark, documents::FIELD);
            tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
        }
        Err(fault) => Err(fault),
    };
    match stamped {
        Ok(pdf) => {
            let (pdf, _) = documents::sealed(&ctx, pdf).await?;
            let hash = hex_sha256(&pdf);
            let blob = ctx.keep_file(pdf).await?;
            ctx.write_as_house(move |tx| actions::stamped(tx, &asked, &blob, &hash)).await
        }
        Err(fault) => ctx.write_as_house(move |tx| actions::not_stamped(tx, &asked, word(fault))).await,
    }
}

/// The end of the key of the sentence that says a fault.
pub fn word(fault: PlanFault) -> &'static str {
    match fault {
        PlanFault::TooLarge => "large",
        PlanFault::Locked => "locked",
        PlanFault::Unreadable => "unreadable",
        PlanFault::Slow => "slow",
    }
}
