//! At the counter with the person's receipt, and by telephone on the file: staff write down what the author says.

use super::{error, status};
use crate::{actions, rules};
use cases::{FILE_FOR, Means};
use kernel::{Id, Refusal};
use platform::web::Path;
use platform::{Actor, Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

const TEMPLATE: &str = "satisfaction/counter.html";

pub async fn show(ctx: Ctx) -> Answer {
    again(&ctx, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, typed: &Fields, errors: Vec<Json>) -> Answer {
    let model = context! {
        action => ctx.url("/desk/satisfaction/counter"), code => typed.get("code"), mark => typed.get("mark"), solved => typed.get("solved"),
        words => typed.get("words"), errors => errors,
    };
    ctx.page_with(status(&errors), TEMPLATE, model).await
}

/// Code and secret of the receipt show that its holder stands there.
pub async fn rate(ctx: Ctx, fields: Fields) -> Answer {
    match rated(&ctx, &fields).await {
        Ok(()) => ctx.go_saying("/desk/satisfaction/counter", "satisfaction-said-noted"),
        Err(Problem::Refused(refusal)) => again(&ctx, &fields, error(&ctx, &refusal)).await,
        Err(Problem::NotFound) => again(&ctx, &fields, error(&ctx, &Refusal::new("cases-no-such-case").at("code"))).await,
        Err(problem) => Err(problem.into()),
    }
}

async fn rated(ctx: &Ctx, fields: &Fields) -> Result<()> {
    if fields.get("pin").trim().is_empty() {
        return Err(Refusal::new("cases-pin-wrong").at("pin").into());
    }
    let survey = rules::survey(fields.get("mark"), fields.get("solved"), fields.get("words"))?;
    let code = fields.get("code").to_owned();
    cases::check_pin(ctx, &code, fields.get("pin")).await?;
    ctx.write(move |tx| {
        let case = cases::by_code(tx, &code)?;
        actions::note(tx, &case.id, survey.clone(), Means::Counter)
    })
    .await
}

pub async fn by_phone(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = Id::parse(&text).ok_or(Problem::NotFound)?;
    let survey = rules::survey(fields.get("mark"), fields.get("solved"), fields.get("words")).map_err(Problem::from)?;
    let target = id.clone();
    ctx.write(move |tx| actions::note_by_phone(tx, &target, survey.clone())).await?;
    ctx.go_saying(&format!("/desk/{id}"), "satisfaction-said-noted")
}

/// On the file of what was answered, for whoever serves authors and did not handle it.
pub fn panel(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    let mine = matches!(tx.actor(), Actor::Staff { person, .. } if case.assignee.as_ref() == Some(person));
    let over = case.is_open() || case.merged_into.is_some() || case.outcome.as_deref() == Some("withdrawn") || mine;
    if over || !cases::may(tx, &case, FILE_FOR)? || cases::surveys::is_final(tx, &case)? {
        return Ok(None);
    }
    Ok(Some(Box::new(move |ctx: &Ctx| context! { action => ctx.url(&format!("/desk/{}/satisfaction", case.id)) })))
}
