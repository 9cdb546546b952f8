//! Reports about permits: on the file of the report, on the file of the permit, and for the public at the place.

use super::id;
use crate::actions::complaints;
use crate::model::Complaint;
use cases::{Case, HANDLE, SEE};
use kernel::{Id, Label, format};
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};
use procedures::Phase;

/// Why a report was not tied, as the form says it.
const REFUSALS: [&str; 3] = ["permits-no-such-file", "permits-not-a-report", "permits-linked-enough"];

/// A file in a list, with its title; where it stands is only for who may open it.
struct Named {
    case: Case,
    title: Label,
    state: Label,
    seen: bool,
}

fn named(tx: &mut Tx, case: Case) -> Result<Named> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let state = procedure.state(&case.state).map(|state| state.name.clone()).unwrap_or_default();
    Ok(Named { title: procedure.title.clone(), state, seen: cases::may(tx, &case, SEE)?, case })
}

fn row(ctx: &Ctx, named: &Named) -> Json {
    let Named { case, title, state, seen } = named;
    context! {
        title => title, code => case.code, state => seen.then_some(state), url => seen.then(|| ctx.url(&format!("/desk/{}", case.id))), open => case.is_open(),
        unlink => None::<String>, linked => None::<String>, unlinked => None::<String>,
    }
}

/// On a report: the permits it is tied to, and those around that it may be about. On a permit: the reports about it.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, subject)?;
    if complaints::is_permit(tx, &case)? { of_permit(tx, &case) } else { of_report(tx, &case) }
}

fn of_report(tx: &mut Tx, case: &Case) -> Result<Option<PanelModel>> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    if procedure.is_request() || case.restricted {
        return Ok(None);
    }
    let linked = complaints::permits_of(tx, &case.id)?;
    let near = case.point.map_or_else(|| Ok(Vec::new()), |point| complaints::around(tx, point))?;
    let mut offered = Vec::new();
    for permit in near.into_iter().filter(|permit| !linked.iter().any(|known| known.id == permit.id)) {
        if complaints::may_name(tx, &permit)? {
            offered.push(named(tx, permit)?);
        }
    }
    let linked = linked.into_iter().map(|case| named(tx, case)).collect::<Result<Vec<_>>>()?;
    let may = cases::may(tx, case, HANDLE)?;
    let base = format!("/desk/{}/permits", case.id);
    Ok((may || !linked.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let tie = |named: &Named| {
                let mut row = row(ctx, named);
                row["unlink"] = Json::from(may.then(|| ctx.url(&format!("{base}/{}/unlink", named.case.id))));
                row
            };
            let (query, tried) = (ctx.query(), REFUSALS.into_iter().find(|key| *key == ctx.query().get("tie")));
            context! {
                wrong => tried.map(|key| ctx.text(key, &[])), typed => tried.and(query.opt("permit")), of_report => true, rows => linked.iter().map(tie).collect::<Vec<_>>(), near => offered.iter().map(|one| row(ctx, one)).collect::<Vec<_>>(),
                link => may.then(|| ctx.url(&base)),
            }
        }) as PanelModel
    }))
}

fn of_permit(tx: &mut Tx, case: &Case) -> Result<Option<PanelModel>> {
    let mut ties: Vec<(Complaint, Named)> = Vec::new();
    for (tie, report) in complaints::complaints(tx, &case.id)? {
        ties.push((tie, named(tx, report)?));
    }
    Ok((!ties.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let one = |(tie, named): &(Complaint, Named)| {
                let mut row = row(ctx, named);
                row["linked"] = Json::from(format::day(tie.linked_at.day(), ctx.lang));
                row["unlinked"] = Json::from(tie.unlinked_at.map(|at| format::day(at.day(), ctx.lang)));
                row
            };
            context! {
                of_report => false, rows => ties.iter().map(one).collect::<Vec<_>>(), near => Vec::<Json>::new(), link => None::<String>,
            }
        }) as PanelModel
    }))
}

/// "Works are allowed here": on the public page of a report.
pub fn at_place(tx: &mut Tx, report: &Id) -> Result<Option<PanelModel>> {
    let report = cases::find(tx, report)?;
    let open = complaints::open_at(tx, &report)?.into_iter().map(|case| named(tx, case)).collect::<Result<Vec<_>>>()?;
    Ok((!open.is_empty()).then(|| {
        Box::new(move |ctx: &Ctx| {
            let row = |named: &Named| {
                let day = named.case.answered_at.map(|at| format::long_day(at.day(), ctx.lang));
                context! { title => named.title, day => day, closed => named.case.phase == Phase::Closed }
            };
            context! { rows => open.iter().map(row).collect::<Vec<_>>() }
        }) as PanelModel
    }))
}

pub async fn link(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let typed = fields.opt("permit").or(fields.opt("near")).unwrap_or_default().to_owned();
    let asked = id.clone();
    let code = typed.clone();
    match ctx.write(move |tx| complaints::link(tx, &asked, &code)).await {
        Ok(()) => ctx.go_saying(&format!("/desk/{id}"), "permits-said-linked"),
        Err(Problem::Refused(why)) if REFUSALS.contains(&why.key.as_str()) => {
            let typed: String = typed.chars().take(40).collect();
            ctx.go(&format!("/desk/{id}?tie={}&permit={}#complaints", why.key, encode(&typed)))
        }
        Err(other) => Err(other.into()),
    }
}

pub async fn unlink(ctx: Ctx, Path((report, permit)): Path<(String, String)>) -> Answer {
    let (report, permit) = (id(&report)?, id(&permit)?);
    let asked = report.clone();
    ctx.write(move |tx| complaints::unlink(tx, &asked, &permit)).await?;
    ctx.go_saying(&format!("/desk/{report}"), "permits-said-unlinked")
}
