//! Signing: the papers that wait, each with the very file that will be signed.

use super::panel;
use crate::model::{Paper, PaperState};
use crate::{actions, keys, make, store};
use kernel::{Id, Refusal};
use platform::web::{Path, StatusCode};
use platform::{Actor, Answer, Ctx, Fields, Json, Problem, Result, context};
use signing::Intent;

pub async fn list(ctx: Ctx) -> Answer {
    page(&ctx, StatusCode::OK, Vec::new()).await
}

async fn page(ctx: &Ctx, status: StatusCode, errors: Vec<Json>) -> Answer {
    let papers = ctx.read(actions::to_sign).await?;
    let row = |(paper, case): &(Paper, cases::Case)| {
        context! {
            row => panel::row(ctx, paper), case => case.code, file => ctx.url(&format!("/desk/{}", case.id)),
            due => case.due_at.map(|due| kernel::format::long_day(due.day(), ctx.lang)),
        }
    };
    let model = context! { rows => papers.iter().map(row).collect::<Vec<_>>(), errors => errors, key => person(ctx).is_some_and(|person| keys::has_token(ctx.app().config(), &ctx.commune().code, &person)) };
    ctx.page_with(status, "documents/sign.html", model).await
}

fn person(ctx: &Ctx) -> Option<Id> {
    match &ctx.actor {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}

/// Signs one paper with the person's key, and does what the signature decides.
pub async fn sign(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    match signed(&ctx, &id, fields.get("pin")).await {
        Ok(case) => ctx.go_saying(&format!("/desk/{case}"), "documents-said-signed"),
        Err(Problem::Refused(refusal)) => {
            let errors = vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(&refusal) }];
            page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, errors).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Signs a paper with the key of the acting person; says of which case. A wrong PIN is counted.
pub async fn signed(ctx: &Ctx, id: &Id, pin: &str) -> Result<Id> {
    let person = person(ctx).ok_or(Problem::Forbidden)?;
    ctx.left_of(platform::Allowance::Code, person.as_str())?; // a PIN is short
    let asked = id.clone();
    let paper = ctx
        .read(move |rx| {
            let paper = store::find(rx, &asked)?;
            let case = cases::find(rx, &paper.case)?;
            if !cases::may(rx, &case, cases::SIGN)? {
                return Err(Problem::NotFound);
            }
            Ok(paper)
        })
        .await?;
    if paper.state != PaperState::Made {
        return Err(Refusal::new("documents-not-to-sign").into());
    }
    let pdf = ctx.file(paper.blob.as_deref().ok_or(Problem::NotFound)?).await?;
    let (config, tenant, pin) = (ctx.app().config().clone(), ctx.commune().code.clone(), pin.to_owned());
    let (place, when) = (ctx.commune().name.fr.clone(), ctx.now().0.as_second());
    let holder = person.clone();
    let work = move || {
        let token = keys::token(&config, &tenant, &holder, &pin)?;
        let intent = Intent { reason: "", location: &place, when };
        let signed = signing::sign(&pdf, make::FIELD, &intent, &token, None).map_err(|fault| keys::refusal(&fault))?;
        Ok((signed, signing::signer_name(&token).unwrap_or_default()))
    };
    let done = tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?;
    if matches!(&done, Err(Problem::Refused(refusal)) if refusal.key == "documents-wrong-pin") {
        let _ = ctx.take_of(platform::Allowance::Code, person.as_str());
    }
    let (signed, signer) = done?;
    let hash = make::hash(&signed);
    let blob = ctx.keep_file(signed).await?;
    let id = id.clone();
    ctx.write(move |tx| actions::sign_with(tx, &id, &blob, &hash, &signer).map(|paper| paper.case)).await
}
