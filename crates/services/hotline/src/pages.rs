//! The one screen of the hot line. What is searched for comes by POST: an address is logged, and kept by browsers.

use crate::model::{Answer as Found, Asked, Told};
use crate::{ANSWER, actions, rules};
use cases::Channel;
use kernel::{Id, Phone, Refusal, format};
use platform::web::StatusCode;
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};
use procedures::{Catalog, Group, Procedure};
use std::sync::Arc;

const TEMPLATE: &str = "hotline/hotline.html";

pub async fn show(ctx: Ctx) -> Answer {
    page(&ctx, &Fields::default(), None, None).await
}

pub async fn search(ctx: Ctx, fields: Fields) -> Answer {
    match found(&ctx, &fields).await {
        Ok((asked, found)) => page(&ctx, &fields, Some((asked, found)), None).await,
        Err(problem @ (Problem::Refused(_) | Problem::Invalid(_))) => page(&ctx, &fields, None, Some(problem)).await,
        Err(problem) => Err(problem.into()),
    }
}

async fn found(ctx: &Ctx, fields: &Fields) -> Result<(Asked, Vec<Found>)> {
    let asked = rules::asked(fields.get("q"))?;
    if !matches!(asked, Asked::Code(_)) && fields.opt("pin").is_some() {
        return Err(Refusal::new("hotline-pin-of-code").at("pin").into());
    }
    let secret = match (&asked, fields.opt("pin")) {
        (Asked::Code(code), Some(pin)) => {
            cases::check_pin(ctx, code.as_str(), pin).await.map_err(unknown)?;
            true
        }
        _ => false,
    };
    let (question, lang) = (asked.clone(), ctx.lang);
    let found = ctx.write(move |tx| actions::answers(tx, &question, secret, lang)).await?;
    Ok((asked, found))
}

/// A code that nobody has is a matter of typing.
fn unknown(problem: Problem) -> Problem {
    match problem {
        Problem::NotFound => Refusal::new("cases-no-such-case").at("q").into(),
        other => other,
    }
}

async fn page(ctx: &Ctx, typed: &Fields, answered: Option<(Asked, Vec<Found>)>, problem: Option<Problem>) -> Answer {
    let status = problem.as_ref().map_or(StatusCode::OK, |_| StatusCode::UNPROCESSABLE_ENTITY);
    let errors = problem.map(|problem| ctx.errors(problem)).transpose()?.unwrap_or_default();
    let catalog = ctx.read(procedures::catalog).await?;
    let phone = answered.as_ref().and_then(|(asked, _)| match asked {
        Asked::Number(phone) => Some(phone.clone()),
        _ => None,
    });
    let by = answered.as_ref().map(|(asked, _)| match asked {
        Asked::Number(_) => "number",
        Asked::Code(_) => "code",
        Asked::Name(_) => "name",
    });
    let rows: Vec<Json> = answered.iter().flat_map(|(_, found)| found).map(|found| row(ctx, found)).collect();
    let model = context! {
        action => ctx.url("/desk/hotline"), q => typed.get("q"), errors => errors, by => by, full => rows.len() as i64 >= actions::MOST, rows => rows,
        phone => phone.as_ref().map(Phone::as_str), written => phone.as_ref().map(Phone::written), may_file => ctx.may(reports::FILE_FOR),
        groups => groups(ctx, &catalog),
    };
    ctx.page_with(status, TEMPLATE, model).await
}

fn row(ctx: &Ctx, found: &Found) -> Json {
    let case = &found.case;
    let words = found.words.as_ref().map(|(own, told)| context! { own => own, told => told });
    context! {
        code => case.code, title => (!found.hidden).then_some(&found.title), unit => found.unit, told => found.told, received => format::long_day(case.received_at.day(), ctx.lang),
        sentence => found.sentence.as_ref().map(|told| context! { state => told.state, next => told.next }), words => words,
        url => found.opens.then(|| ctx.url(&format!("/desk/{}", case.id))), asks => found.told != Told::Everything,
    }
}

/// Every category, as a button that opens its form with the caller's number in it.
fn groups(ctx: &Ctx, catalog: &Catalog) -> Vec<Json> {
    let tile = |procedure: &Arc<Procedure>| {
        let keywords = &procedure.keywords;
        let spoken: Vec<&str> = keywords.ar.iter().chain(&keywords.fr).chain(&keywords.en).map(String::as_str).collect();
        context! { label => procedure.title, url => ctx.url(&format!("/desk/report/{}", procedure.id)), icon => procedure.icon, words => spoken.join(" ") }
    };
    let group = |group: &Group| {
        let tiles: Vec<Json> = catalog.of_group(&group.id).into_iter().map(tile).collect();
        (!tiles.is_empty()).then(|| context! { name => group.name, icon => group.icon, tiles => tiles })
    };
    catalog.groups.iter().filter_map(group).collect()
}

/// On the receipt of what was filed by telephone: the code as it is read out, and the way to the next call.
pub fn receipt(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    if case.channel != Channel::Phone || !tx.actor().is_staff() || !tx.actor().may(ANSWER) {
        return Ok(None);
    }
    let sealed = cases::unseal(tx, &case)?;
    let told = sealed.contact.phone.is_some();
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! { pieces => rules::pieces(&case.code), pin => rules::pieces(&sealed.pin), told => told, next => ctx.url("/desk/hotline") }
    })))
}
