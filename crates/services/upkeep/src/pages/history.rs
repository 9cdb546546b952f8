//! What became of one object: beside its file for staff, below its plate for everybody. Days and units, never persons.

use super::lasting;
use crate::model::{Fault, Outcome};
use crate::{rules, store};
use assets::AssetState;
use cases::Publication;
use kernel::{Id, Label, format};
use platform::{Ctx, Json, PanelModel, Result, Tx, context};

const YEAR: i64 = 365;
const SHOWN: usize = 12;
const AT_THE_DESK: usize = 60;

struct Line {
    fault: Fault,
    title: Label,
    unit: Label,
    /// The code of a report that whoever looks may open.
    code: Option<String>,
}

pub fn at_the_desk(rx: &mut Tx, asset: &Id) -> Result<Option<PanelModel>> {
    panel(rx, asset, true)
}

/// Only what was a failure of the object; reports that were dismissed say nothing of it.
pub fn for_everybody(rx: &mut Tx, asset: &Id) -> Result<Option<PanelModel>> {
    panel(rx, asset, false)
}

fn panel(rx: &mut Tx, asset: &Id, staff: bool) -> Result<Option<PanelModel>> {
    let faults = store::faults::of_asset(rx, asset)?;
    let since = rules::secs(rx.now().plus_secs(-YEAR * 86_400));
    let spells = rules::spells(&faults, None);
    let in_year = spells.iter().filter(|spell| spell.from >= since).count();
    let open = spells.iter().any(|spell| spell.until.is_none());
    // Its register knows better than its reports: what is damaged, gone, or not put up yet does not work.
    let stands = assets::find(rx, asset)?.state == AssetState::InPlace;
    let shown = faults.into_iter().filter(|fault| staff || (fault.outcome != Outcome::Dismissed && fault.main == fault.case));
    let mut lines = Vec::new();
    for fault in shown.take(if staff { AT_THE_DESK } else { SHOWN }) {
        lines.push(line(rx, fault, staff)?);
    }
    Ok(Some(Box::new(move |ctx: &Ctx| model(ctx, &lines, in_year, (open, stands), staff))))
}

fn line(rx: &mut Tx, fault: Fault, staff: bool) -> Result<Line> {
    let case = cases::find(rx, &fault.case)?;
    let public = case.publication == Publication::Published && !case.restricted;
    let may = if staff { cases::may(rx, &case, cases::SEE)? } else { public };
    let title = cases::pinned(rx, &case.procedure_pin)?.title.clone();
    Ok(Line { title, unit: units::find(rx, &fault.unit)?.name, code: may.then_some(case.code), fault })
}

fn model(ctx: &Ctx, lines: &[Line], in_year: usize, (open, stands): (bool, bool), staff: bool) -> Json {
    let now = rules::secs(ctx.now());
    let row = |line: &Line| {
        let Fault { outcome, from, until, case, .. } = &line.fault;
        let url = line.code.as_ref().map(|code| if staff { format!("/desk/{case}") } else { format!("/reports/{code}") });
        context! {
            title => line.title, unit => line.unit, outcome, code => line.code, url => url.map(|path| ctx.url(&path)),
            from => format::day(rules::moment(*from).day(), ctx.lang),
            until => until.map(|until| format::day(rules::moment(until).day(), ctx.lang)),
            lasting => lasting(ctx, until.unwrap_or(now) - from),
        }
    };
    context! {
        rows => lines.iter().map(row).collect::<Vec<_>>(), in_year, open, stands, staff, failures => ctx.url("/upkeep"),
    }
}

/// The way from the figures of reports to those of objects.
pub fn doors(_: &mut Tx, _: &Id) -> Result<Option<PanelModel>> {
    Ok(Some(Box::new(|ctx: &Ctx| context! { lighting => ctx.url("/upkeep/lighting"), failures => ctx.url("/upkeep") })))
}
