//! The download of everything: a code of this moment, then the archive. A stolen session does not get it.

use crate::{actions, download};
use kernel::Refusal;
use people::Proof;
use platform::web::StatusCode;
use platform::{Allowance, Answer, Ctx, Fields, Json, context};

const TEMPLATE: &str = "folder/download.html";
/// What the code allows, as its message says.
const PROOF: &str = "folder-proof-download";

pub async fn ask(ctx: Ctx) -> Answer {
    let ticket = ctx.query().get("ticket").to_owned();
    page(&ctx, StatusCode::OK, &ticket, Vec::new()).await
}

async fn page(ctx: &Ctx, status: StatusCode, ticket: &str, errors: Vec<Json>) -> Answer {
    let asked = ticket.to_owned();
    let to = ctx
        .read(move |rx| {
            actions::person(rx)?;
            people::asked_proof(rx, &asked)
        })
        .await?;
    let model = context! {
        ticket => ticket, to => to, over => !ticket.is_empty() && to.is_none(), errors => errors, demo => ctx.app().config().demo,
        action => ctx.url("/my/download"), give => ctx.url("/my/download/file"),
    };
    ctx.page_with(status, TEMPLATE, model).await
}

pub async fn send_code(ctx: Ctx) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let person = ctx.read(actions::person).await?;
    match people::ask_proof(&ctx, &person, PROOF).await? {
        Some(asked) => ctx.go(&format!("/my/download?ticket={}", asked.ticket)),
        None => {
            let text = ctx.sentence(&Refusal::new("folder-no-contact"));
            page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, "", vec![context! { name => "", text => text }]).await
        }
    }
}

/// The archive, streamed as it is made: no copy of somebody's papers lies about for seven days.
pub async fn give(ctx: Ctx, fields: Fields) -> Answer {
    ctx.take(Allowance::SignIn)?;
    let (ticket, code) = (fields.get("ticket").to_owned(), fields.get("code").to_owned());
    let person = ctx.read(actions::person).await?;
    let asked = ticket.clone();
    match ctx.write_as_house(move |tx| people::prove(tx, &asked, &code, PROOF)).await? {
        Proof::Given(proved) if proved == person => download::stream(&ctx, &person).await,
        Proof::Given(_) | Proof::Gone => page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, "over", Vec::new()).await,
        Proof::Wrong { left } => {
            let text = ctx.sentence(&Refusal::new("people-code-wrong").with("left", left));
            page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, &ticket, vec![context! { name => "code", text => text }]).await
        }
    }
}
