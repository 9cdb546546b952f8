//! The same page at the counter: the person shows the card or tells a code, and reads in his looks who opened it.

use super::own::with;
use super::shown::{self, For};
use crate::actions;
use crate::model::Proof;
use kernel::{Cin, Id, Refusal};
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

const CODE: &str = "my/code.html";
/// What the code allows, as its message says.
const PROOF: &str = "my-proof-what";

/// On the card of a person: how to open his page.
pub fn panel(_: &mut Tx, person: &Id) -> Result<Option<PanelModel>> {
    let person = person.clone();
    Ok(Some(Box::new(move |ctx| context! { person => person, may => ctx.may(crate::SERVE) })))
}

fn named(id: &str) -> Result<Id> {
    Id::parse(id).ok_or(Problem::NotFound)
}

pub async fn begin(ctx: Ctx, Path(person): Path<String>, fields: Fields) -> Answer {
    let person = named(&person)?;
    match fields.get("way") {
        "code" => ask(ctx, person).await,
        _ => by_card(ctx, person, fields).await,
    }
}

async fn by_card(ctx: Ctx, person: Id, fields: Fields) -> Answer {
    let cin = Cin::parse(fields.get("cin")).ok_or_else(|| Refusal::new("people-cin-wrong").at("cin"))?;
    ctx.take_of(Allowance::Code, person.as_str())?;
    let begun = ctx.write(move |tx| {
        if !people::shows_card(tx, &person, &cin)? {
            tx.record("my.other_card", &person, &context! {})?;
            return Ok(None);
        }
        actions::begin(tx, &person, Proof::Card).map(Some)
    });
    match begun.await? {
        Some(visit) => ctx.go(&format!("/desk/my/visits/{}", visit.id)),
        None => Err(Refusal::new("people-presence-other-card").at("cin").into()),
    }
}

async fn ask(ctx: Ctx, person: Id) -> Answer {
    let asked = people::ask_proof(&ctx, &person, PROOF).await?;
    let asked = asked.ok_or_else(|| Refusal::new("people-presence-no-contact"))?;
    let model = context! { person => person, ticket => asked.ticket, sent_to => asked.to, errors => Vec::<Json>::new() };
    ctx.page(CODE, model).await
}

pub async fn code(ctx: Ctx, Path(person): Path<String>, fields: Fields) -> Answer {
    let person = named(&person)?;
    let (ticket, typed, asked) = (fields.get("ticket").to_owned(), fields.get("code").to_owned(), person.clone());
    let begun = ctx.write(move |tx| match people::prove(tx, &ticket, &typed, PROOF)? {
        people::Proof::Given(proved) if proved == asked => actions::begin(tx, &asked, Proof::Code).map(Ok),
        people::Proof::Wrong { left } => Ok(Err(Refusal::new("people-code-wrong").with("left", left).at("code"))),
        people::Proof::Given(_) | people::Proof::Gone => Ok(Err(Refusal::new("my-code-gone").at("code"))),
    });
    match begun.await? {
        Ok(visit) => ctx.go(&format!("/desk/my/visits/{}", visit.id)),
        Err(refusal) => {
            let ticket = fields.get("ticket").to_owned();
            let shown = ticket.clone();
            let sent_to = ctx.read(move |rx| people::asked_proof(rx, &shown)).await?.unwrap_or_default();
            let again = |errors| context! { person => person, ticket => ticket, sent_to => sent_to, errors => errors };
            ctx.form_again(refusal.into(), CODE, again).await
        }
    }
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let visit = named(&id)?;
    let query = ctx.query();
    let (kind, after, lang) = (query.opt("kind").map(str::to_owned), query.get("after").to_owned(), ctx.lang);
    let asked = kind.clone();
    let served = ctx.write(move |tx| {
        let (visit, page) = actions::serve(tx, &visit, lang, asked.as_deref(), &after)?;
        let name = people::masked(tx, std::slice::from_ref(&visit.person))?.pop().map(|masked| masked.name);
        Ok((visit, page, name))
    });
    let (visit, page, name) = served.await?;
    let kind = kind.filter(|kind| page.kinds.contains(&kind.as_str()));
    let model = shown::page(&ctx, &page, For::Staff, &format!("/desk/my/visits/{id}"), kind.as_deref());
    ctx.page(
        "my/served.html",
        with(model, context! { name => name, visit => visit.id, ends_at => visit.ends_at, proof => visit.proof }),
    )
    .await
}

pub async fn end(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let visit = named(&id)?;
    ctx.write(move |tx| actions::end(tx, &visit)).await?;
    ctx.go_saying("/people", "my-visit-ended")
}
