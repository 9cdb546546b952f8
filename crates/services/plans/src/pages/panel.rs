//! The plans of a case on its page at the desk, and for its author.

use crate::actions;
use crate::model::{Plan, Remark};
use kernel::{Id, format};
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

pub fn at_the_desk(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, case)?;
    let plans = actions::of(tx, &case)?;
    if plans.is_empty() {
        return Ok(None);
    }
    let remarks = actions::remarks(tx, &case.id)?;
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let row = |plan: &Plan| {
            let own = remarks.iter().filter(|remark| remark.file == plan.file.id);
            let mut row = row(ctx, plan);
            row["url"] = Json::from(ctx.url(&format!("/desk/{}/plans/{}", case.id, plan.file.id)));
            row["open"] = Json::from(own.clone().filter(|remark| remark.resolved_at.is_none()).count());
            row["all"] = Json::from(own.count());
            row["stamped"] =
                Json::from(plan.blob.is_some().then(|| ctx.bare_url(&format!("/desk/plans/{}/stamped.pdf", plan.file.id))));
            row
        };
        context! { plans => plans.iter().map(row).collect::<Vec<_>>() }
    })))
}

fn row(ctx: &Ctx, plan: &Plan) -> Json {
    context! {
        label => plan.label, at => format::day(plan.file.at.day(), ctx.lang), aside => plan.aside_at.is_some(), fault => plan.fault,
        stamped_on => plan.stamped_at.map(|at| format::long_day(at.day(), ctx.lang)),
    }
}

/// What to mend while the file waits for its author, and the stamped plans once it is decided.
pub fn for_the_author(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, case)?;
    let plans = actions::of(tx, &case)?;
    let waits = case.phase.as_str() == "waiting_applicant";
    let mut remarks: Vec<Remark> = if waits { actions::remarks(tx, &case.id)? } else { Vec::new() };
    remarks.retain(|remark| remark.resolved_at.is_none());
    let stamped: Vec<Plan> = plans.iter().filter(|plan| plan.blob.is_some()).cloned().collect();
    let link = cases::link(tx, &case.code)?;
    Ok((!remarks.is_empty() || !stamped.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let key = link.split_once("?k=").map_or("", |(_, key)| key);
            let plan = |plan: &Plan| {
                let mut row = row(ctx, plan);
                row["pdf"] = Json::from(ctx.bare_url(&format!("/requests/{}/plans/{}?k={key}", case.code, plan.file.id)));
                row
            };
            let label = |file: &Id| plans.iter().find(|plan| plan.file.id == *file).map(|plan| plan.label.clone());
            let remark = |remark: &Remark| {
                context! { number => remark.number, label => label(&remark.file), page => remark.page, square => remark.square, words => remark.words }
            };
            context! { stamped => stamped.iter().map(plan).collect::<Vec<_>>(), remarks => remarks.iter().map(remark).collect::<Vec<_>>() }
        }) as PanelModel
    }))
}
