//! Verbs: write a remark on a plan, resolve it, set a plan aside, have the final ones stamped.

use crate::model::{NewRemark, Plan, Remark, Square};
use crate::{jobs, store};
use cases::{Case, HANDLE, SEE, Scan};
use documents::{Paper, PaperState};
use kernel::{Id, Refusal, text};
use platform::{Problem, Result, Tx, json::json};

/// The paper that makes plans final.
const PERMIT: &str = "permit";
const WORDS_MOST: usize = 1_000;
/// Remarks of one case.
const MOST: usize = 500;

/// The plans of a case, in the order of its pieces. What a scanner found infected is none.
pub fn of(tx: &mut Tx, case: &Case) -> Result<Vec<Plan>> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let mut plans = Vec::new();
    for view in cases::shown_pieces(tx, case, &procedure)?.into_iter().filter(|view| view.piece.plan) {
        for file in view.files.into_iter().filter(|file| file.scan != Scan::Infected) {
            let kept = store::kept(tx, &file.id)?;
            plans.push(Plan {
                label: view.piece.label.clone().unwrap_or_default(),
                aside_at: kept.aside_at,
                blob: kept.blob,
                sha256: kept.sha256,
                stamped_at: kept.stamped_at,
                fault: kept.fault,
                file,
            });
        }
    }
    Ok(plans)
}

/// One plan of a case that this actor may see.
pub fn find(tx: &mut Tx, case: &Id, file: &Id) -> Result<(Case, Plan)> {
    let case = cases::find(tx, case)?;
    if !cases::may(tx, &case, SEE)? {
        return Err(Problem::NotFound);
    }
    let plan = of(tx, &case)?.into_iter().find(|plan| plan.file.id == *file).ok_or(Problem::NotFound)?;
    Ok((case, plan))
}

/// Who may write on the plans of a case: its handlers, and those who sit on permits.
pub fn may_write(tx: &mut Tx, case: &Case) -> Result<bool> {
    Ok(case.is_open() && (cases::may(tx, case, HANDLE)? || tx.actor().may(permits::COMMISSION)))
}

fn must_write(tx: &mut Tx, case: &Case) -> Result<()> {
    if may_write(tx, case)? { Ok(()) } else { Err(Problem::Forbidden) }
}

/// Pins a remark to a square of a page; `pages` is how many the plan has. Says its number.
///
/// # Errors
/// `plans-no-such-square`, `plans-no-such-page`, words that are missing or too long, `plans-too-many`.
pub fn remark(tx: &mut Tx, case: &Id, file: &Id, new: &NewRemark, pages: i64) -> Result<i64> {
    let (case, plan) = find(tx, case, file)?;
    must_write(tx, &case)?;
    let square = Square::parse(&new.square).ok_or_else(|| Refusal::new("plans-no-such-square").at("square"))?;
    if !(1..=pages).contains(&new.page) {
        return Err(Refusal::new("plans-no-such-page").into());
    }
    let words = text::clean_lines(&new.words, WORDS_MOST).map_err(|fault| match fault {
        text::TextFault::Empty => Refusal::new("plans-needs-words").at("words"),
        text::TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max).at("words"),
    })?;
    let known = store::of(tx, &case.id)?;
    if known.len() >= MOST {
        return Err(Refusal::new("plans-too-many").into());
    }
    let number = known.last().map_or(1, |last| last.number + 1);
    let unit = tx.actor().grants().iter().find_map(|grant| grant.unit.clone());
    let remark = Remark {
        number,
        file: plan.file.id,
        page: new.page,
        square: square.to_string(),
        words,
        unit,
        written_at: tx.now(),
        resolved_at: None,
    };
    store::add(tx, &case.id, &remark)?;
    tx.record("plans.remarked", &case.id, &json!({ "file": remark.file, "number": number, "page": new.page }))?;
    Ok(number)
}

/// A remark was answered by a new drawing or by an explanation, or stands again.
pub fn resolve(tx: &mut Tx, case: &Id, number: i64, resolved: bool) -> Result<()> {
    let case = cases::find(tx, case)?;
    if !cases::may(tx, &case, SEE)? {
        return Err(Problem::NotFound);
    }
    must_write(tx, &case)?;
    if store::resolve(tx, &case.id, number, resolved)? == 0 {
        return Err(Problem::NotFound);
    }
    let verb = if resolved { "plans.resolved" } else { "plans.reopened" };
    tx.record(verb, &case.id, &json!({ "number": number }))
}

/// A newer drawing took the place of this one, or it counts again. Only those that count are stamped.
pub fn set_aside(tx: &mut Tx, case: &Id, file: &Id, aside: bool) -> Result<()> {
    let (case, plan) = find(tx, case, file)?;
    must_write(tx, &case)?;
    store::set_aside(tx, &case.id, &plan.file.id, aside)?;
    tx.record("plans.set_aside", &case.id, &json!({ "file": plan.file.id, "aside": aside }))
}

/// The remarks of a case that this actor may see.
pub fn remarks(tx: &mut Tx, case: &Id) -> Result<Vec<Remark>> {
    store::of(tx, case)
}

/// A permit was issued, after a decision or after the silence of the administration: the final plans are stamped.
pub fn follow(tx: &mut Tx, issued: documents::Issued) -> Result<()> {
    if issued.template != PERMIT {
        return Ok(());
    }
    let case = cases::find(tx, &issued.case)?;
    for plan in of(tx, &case)?.into_iter().filter(|plan| plan.aside_at.is_none() && plan.stamped_at.is_none()) {
        tx.job(jobs::STAMP, &jobs::Stamp { case: case.id.clone(), file: plan.file.id, paper: issued.paper.clone() })?;
    }
    Ok(())
}

/// The permit that was issued for this case, the last one.
pub fn permit(tx: &mut Tx, case: &Case) -> Result<Option<Paper>> {
    let issued = |paper: &Paper| paper.state == PaperState::Issued && paper.template == PERMIT;
    Ok(documents::of(tx, &case.id)?.into_iter().rev().find(issued))
}

/// Ties the stamped copy to the plan. The original stays what it was.
pub fn stamped(tx: &mut Tx, asked: &jobs::Stamp, blob: &str, sha256: &str) -> Result<()> {
    if store::kept(tx, &asked.file)?.stamped_at.is_some() {
        return Ok(()); // a second run of the job
    }
    store::stamped(tx, &asked.case, &asked.file, &asked.paper, blob, sha256)?;
    tx.record("plans.stamped", &asked.case, &json!({ "file": asked.file, "paper": asked.paper, "sha256": sha256 }))
}

/// A drawing that cannot be stamped is said on the file, for who must ask for another one.
pub fn not_stamped(tx: &mut Tx, asked: &jobs::Stamp, fault: &str) -> Result<()> {
    store::failed(tx, &asked.case, &asked.file, fault)?;
    tx.record("plans.not_stamped", &asked.case, &json!({ "file": asked.file, "fault": fault }))
}
