//! Visits and sittings on the page of the file.

use super::id;
use super::sittings::findings;
use crate::model::{Finding, Item, NewVisit, Sitting, SittingState, Visit};
use crate::{actions, store};
use kernel::{Id, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, PanelModel, Result, Tx, context};

/// What is looked at on the spot, by default: each commune's procedure adds its own in words.
const POINTS: [&str; 6] = ["access", "safety", "hygiene", "plans", "neighbours", "public_space"];

/// The visits of a file and the sittings on whose agenda it stands; nothing for what knows neither.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, subject)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let (visits, agendas) = (store::visits(tx, subject)?, store::agendas(tx, subject)?);
    let visiting = case.state == "visit";
    let knows = procedure.state("visit").is_some() || procedure.state("commission").is_some();
    if !knows || (visits.is_empty() && agendas.is_empty() && !visiting && case.state != "commission") {
        return Ok(None);
    }
    let before = case.state == "commission";
    let may_sit = actions::may_sit(tx);
    let subject = subject.clone();
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! {
            visiting => visiting, waiting => before, commission => may_sit.then(|| ctx.url("/desk/commission")), visits => visits.iter().map(|visit| visit_row(ctx, visit)).collect::<Vec<_>>(),
            sittings => agendas.iter().map(|(sitting, item)| sitting_row(ctx, sitting, item)).collect::<Vec<_>>(),
            action => ctx.url(&format!("/desk/{subject}/visits")), findings => findings(ctx),
            points => POINTS.map(|point| context! { id => point, label => ctx.text(&format!("permits-point-{point}"), &[]) }),
        }
    })))
}

fn visit_row(ctx: &Ctx, visit: &Visit) -> Json {
    let point =
        |(point, fine): &(String, bool)| context! { label => ctx.text(&format!("permits-point-{point}"), &[]), fine => fine };
    context! {
        at => format::moment(visit.done_at, ctx.lang), finding => visit.finding, words => visit.words, points => visit.points.iter().map(point).collect::<Vec<_>>(),
    }
}

fn sitting_row(ctx: &Ctx, sitting: &Sitting, item: &Item) -> Json {
    context! {
        day => format::long_day(sitting.held_on, ctx.lang), closed => sitting.state == SittingState::Closed, finding => item.finding, words => item.words,
        number => sitting.number.map(|(year, number)| format!("{number}/{year}")),
    }
}

pub async fn record(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let points = POINTS
        .iter()
        .filter_map(|point| match fields.get(&format!("point.{point}")) {
            "yes" => Some(((*point).to_owned(), true)),
            "no" => Some(((*point).to_owned(), false)),
            _ => None,
        })
        .collect();
    let finding =
        Finding::parse(fields.get("finding")).ok_or_else(|| kernel::Refusal::new("permits-needs-finding").at("finding"))?;
    let new = NewVisit { finding, points, words: fields.get("words").to_owned() };
    let asked = id.clone();
    ctx.write(move |tx| actions::visit(tx, &asked, &new)).await?;
    ctx.go_saying(&format!("/desk/{id}"), "permits-said-visited")
}
