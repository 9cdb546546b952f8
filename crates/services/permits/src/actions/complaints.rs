//! Reports that concern a permit: tied to its file by who handles the report, and untied again.

use crate::model::Complaint;
use crate::store;
use cases::{Case, HANDLE, SEE};
use kernel::{Id, Point, Refusal};
use platform::{Actor, Problem, Result, Tx, json::json};
use procedures::{Kind, Phase};

/// A permit is "at this place" within so many metres.
const NEAR_M: u32 = 60;
/// Ties of one report; more would be a mistake.
const MOST: usize = 10;
/// Permits offered to choose from, or shown to the public.
const SHOWN: usize = 5;
/// Files older than this are not looked for around a place.
const YEARS_SECS: i64 = 5 * 366 * 86_400;

/// Ties a report to the file of a permit. Twice is once.
///
/// # Errors
/// `permits-no-such-file` for a code that is no permit within reach, `permits-not-a-report` for what is a request itself or
/// restricted, `permits-linked-enough`.
pub fn link(tx: &mut Tx, report: &Id, code: &str) -> Result<()> {
    let report = handled(tx, report)?;
    if report.restricted || is_permit(tx, &report)? {
        return Err(Refusal::new("permits-not-a-report").into());
    }
    let refused = || Problem::from(Refusal::new("permits-no-such-file").at("permit"));
    let permit = cases::by_code(tx, code).map_err(|_| refused())?;
    if permit.restricted || !is_permit(tx, &permit)? || !may_name(tx, &permit)? {
        return Err(refused());
    }
    let known = store::complaints::of_report(tx, &report.id)?;
    if known.iter().any(|tie| tie.permit == permit.id) {
        return Ok(());
    }
    if known.len() >= MOST {
        return Err(Refusal::new("permits-linked-enough").into());
    }
    store::complaints::insert(tx, &report.id, &permit.id)?;
    tx.record("permits.complaint_linked", &permit.id, &json!({ "report": report.id }))
}

/// Whether this person may tie reports to a permit: who sees its file, and the team of the area in which it lies, which hears the
/// neighbours and is shown no more of the permit than everybody.
pub fn may_name(tx: &mut Tx, permit: &Case) -> Result<bool> {
    if cases::may(tx, permit, SEE)? {
        return Ok(true);
    }
    let (Actor::Staff { grants, .. }, Some(lies_in)) = (tx.actor().clone(), &permit.area) else { return Ok(false) };
    for grant in grants.iter().filter(|grant| grant.allows(HANDLE)) {
        if let Some(own) = &grant.area
            && places::within(tx, lies_in, own)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn unlink(tx: &mut Tx, report: &Id, permit: &Id) -> Result<()> {
    let report = handled(tx, report)?;
    if store::complaints::end(tx, &report.id, permit)? == 0 {
        return Err(Problem::NotFound);
    }
    tx.record("permits.complaint_unlinked", permit, &json!({ "report": report.id }))
}

fn handled(tx: &mut Tx, report: &Id) -> Result<Case> {
    let report = cases::find(tx, report)?;
    match (cases::may(tx, &report, HANDLE)?, cases::may(tx, &report, SEE)?) {
        (true, _) => Ok(report),
        (false, true) => Err(Problem::Forbidden),
        (false, false) => Err(Problem::NotFound),
    }
}

/// Whether a file asks for an authorization.
pub fn is_permit(tx: &mut Tx, case: &Case) -> Result<bool> {
    Ok(cases::pinned(tx, &case.procedure_pin)?.kind == Kind::Authorization)
}

/// The permits to which a report is tied.
pub fn permits_of(tx: &mut Tx, report: &Id) -> Result<Vec<Case>> {
    let ties = store::complaints::of_report(tx, report)?;
    ties.iter().map(|tie| cases::find(tx, &tie.permit)).collect()
}

/// The reports about a permit, newest first, each with the day it was tied; those that were untied too.
pub fn complaints(tx: &mut Tx, permit: &Id) -> Result<Vec<(Complaint, Case)>> {
    let ties = store::complaints::of_permit(tx, permit)?;
    ties.into_iter().map(|tie| Ok((cases::find(tx, &tie.report)?, tie))).map(|tie| tie.map(|(case, tie)| (tie, case))).collect()
}

/// Permits around a point, nearest first.
pub fn around(tx: &mut Tx, point: Point) -> Result<Vec<Case>> {
    let since = tx.now().plus_secs(-YEARS_SECS);
    // Named to the database: in a busy street there are more reports than it gives at once.
    let catalog = procedures::catalog(tx)?;
    let permits: Vec<String> = catalog.all().filter(|one| one.kind == Kind::Authorization).map(|one| one.id.clone()).collect();
    let mut near = Vec::new();
    for case in cases::lists::around(tx, point, NEAR_M, since, &permits)? {
        let metres = case.point.map_or(f64::MAX, |at| at.metres_to(point));
        if metres <= f64::from(NEAR_M) && !case.restricted && is_permit(tx, &case)? {
            near.push((metres, case));
        }
    }
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(near.into_iter().take(SHOWN).map(|(_, case)| case).collect())
}

/// Permits that everybody may know of at the place of a published report: granted, and open by their procedure.
pub fn open_at(tx: &mut Tx, report: &Case) -> Result<Vec<Case>> {
    let mut found = permits_of(tx, &report.id)?;
    if let Some(point) = report.point {
        found.extend(around(tx, point)?);
    }
    let mut open: Vec<Case> = Vec::new();
    for case in found {
        let procedure = cases::pinned(tx, &case.procedure_pin)?;
        let outcome = case.outcome.as_deref().and_then(|id| procedure.outcome(id));
        let granted = matches!(case.phase, Phase::Decided | Phase::Closed) && outcome.is_some_and(|outcome| outcome.solved);
        let known = open.iter().any(|known| known.id == case.id);
        if granted && !known && procedure.open.at_place {
            open.push(case);
        }
    }
    open.truncate(SHOWN);
    Ok(open)
}
