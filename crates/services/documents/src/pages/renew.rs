//! Renewing a permit, by its holder or at a counter, and saying that what it allows has begun.

use crate::model::{Paper, PaperState};
use crate::{actions, store};
use cases::Channel;
use kernel::{Day, Id, Refusal};
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Problem, Result, Tx};

/// For whoever holds the link of the case of the paper.
pub async fn by_holder(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    if ctx.actor.account().is_none() {
        ctx.take(Allowance::Deposit)?;
    }
    let (key, lang) = (fields.get("k").to_owned(), ctx.lang);
    let to = ctx
        .write(move |tx| {
            let paper = store::by_code(tx, &code)?.filter(|paper| paper.state == PaperState::Issued).ok_or(Problem::NotFound)?;
            let case = cases::find(tx, &paper.case)?;
            requests::opened(tx, &case.code, &key)?;
            actions::renew(tx, &paper, Channel::Web, lang)
        })
        .await?;
    ctx.go_saying(&to, "documents-said-renewing")
}

pub async fn at_the_counter(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let to = ctx
        .write(move |tx| {
            let paper = seen(tx, &id)?;
            let lang = paper.lang;
            actions::renew(tx, &paper, Channel::Counter, lang)
        })
        .await?;
    ctx.go_saying(&to, "documents-said-renewing")
}

fn seen(tx: &mut Tx, id: &Id) -> Result<Paper> {
    let paper = store::find(tx, id)?;
    let case = cases::find(tx, &paper.case)?;
    // The new request is filled in with the person of this one: a task on the file is not enough.
    if cases::author_shown(tx, &case)? { Ok(paper) } else { Err(Problem::NotFound) }
}

pub async fn begun(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let day = fields.opt("day").and_then(Day::parse).ok_or_else(|| Refusal::new("documents-begun-day").at("day"))?;
    let paper = ctx.write(move |tx| actions::begun(tx, &id, day)).await?;
    ctx.go_saying(&format!("/desk/{}", paper.case), "documents-said-begun")
}
