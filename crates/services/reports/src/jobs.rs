//! Work nobody waits for. Every job is safe to run twice.

use crate::store::{self, Answered};
use cases::{ClockStanding, ClockView, Moved, Where};
use kernel::Id;
use platform::{Ctx, Job, Problem, Result, Tx, args};
use procedures::Phase;
use sending::Message;
use std::collections::BTreeMap;

const NEAR_SECS: i64 = 24 * 3_600;
/// Deposits are remembered this long to recognise many of the same hand.
const DEPOSIT_DAYS: i64 = 7;
/// A photo or a recording waits this long for its report, as a draft does on the device.
const UPLOAD_SECS: i64 = 3 * 86_400;
const AT_ONCE: i64 = 500;
pub const ERASE: &str = "reports.erase_uploads";

/// An answer is noted for statistics when it is given, and forgotten when the case is opened again.
pub fn note_answer(tx: &mut Tx, moved: Moved) -> Result<()> {
    note(tx, &moved.case)
}

/// Another category, or nobody's business any more: what was noted is noted again.
pub fn note_again(tx: &mut Tx, case: &Id) -> Result<()> {
    match note(tx, case) {
        Err(Problem::NotFound) => store::drop_answer(tx, case),
        noted => noted,
    }
}

fn note(tx: &mut Tx, case: &Id) -> Result<()> {
    let case = cases::find(tx, case)?;
    let (Some(answered_at), Phase::Decided | Phase::Closed, false) = (case.answered_at, case.phase, case.restricted) else {
        return store::drop_answer(tx, &case.id);
    };
    let clocks = cases::clocks(tx, &case.id)?;
    let due = promised(&clocks);
    let answer = Answered {
        received_on: case.received_at.day(),
        answered_on: answered_at.day(),
        days: answered_at.day().days_since(case.received_at.day()),
        outcome: case.outcome.clone().unwrap_or_default(),
        in_time: due.is_none_or(|clock| clock.standing != ClockStanding::Missed),
        due_on: due.and_then(|clock| clock.due_at).map(|due| due.day()),
        procedure: case.procedure,
        area: case.area,
        case: case.id,
    };
    store::put_answer(tx, &answer)
}

/// The clock that the citizen was told of: the nearest date, of the last round.
fn promised(clocks: &[ClockView]) -> Option<&ClockView> {
    let last = clocks.iter().map(|clock| clock.started_at).max()?;
    clocks.iter().filter(|clock| clock.started_at == last && clock.due_at.is_some()).min_by_key(|clock| clock.due_at)
}

/// Forgets who filed how much, and erases photos whose report never came.
pub fn forget_deposits(tx: &mut Tx) -> Result<()> {
    let before = tx.today().plus_days(-DEPOSIT_DAYS);
    store::forget_deposits(tx, before)?;
    let mut abandoned = Vec::new();
    for (blob, thumb) in store::uploads_before(tx, tx.now().plus_secs(-UPLOAD_SECS), AT_ONCE)? {
        store::drop_upload(tx, &blob)?;
        if !cases::files::named(tx, &blob)? {
            abandoned.extend([blob, thumb].into_iter().filter(|address| !address.is_empty()));
        }
    }
    if abandoned.is_empty() { Ok(()) } else { tx.job(ERASE, &abandoned) }
}

pub async fn erase_uploads(ctx: Ctx, job: Job) -> Result<()> {
    let abandoned: Vec<String> = job.payload()?;
    let (blobs, tenant) = (ctx.app().blobs().clone(), ctx.commune().code.clone());
    abandoned.iter().try_for_each(|blob| blobs.erase(&tenant, blob))
}

/// What waits for one head this morning.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Waiting {
    new: i64,
    near: i64,
    late: i64,
}

/// At eight, each head has one message that says what is new, what is due today, and what is late in his units.
pub fn digest(tx: &mut Tx) -> Result<()> {
    let mut by_head: BTreeMap<Id, Waiting> = BTreeMap::new();
    let today = tx.today();
    for (unit, waiting) in by_unit(tx)? {
        for head in units::heads(tx, &unit, today)? {
            let sum = by_head.entry(head).or_default();
            sum.new += waiting.new;
            sum.near += waiting.near;
            sum.late += waiting.late;
        }
    }
    for (head, waiting) in by_head {
        if tx.record_once("reports.digest_sent", format!("{head}/{today}"), &platform::json::json!({ "head": head }))? {
            tell(tx, &head, waiting)?;
        }
    }
    Ok(())
}

fn by_unit(tx: &mut Tx) -> Result<BTreeMap<Id, Waiting>> {
    let now = tx.now();
    let mut units: BTreeMap<Id, Waiting> = BTreeMap::new();
    let kinds: [(&str, Vec<platform::Value>); 3] = [
        ("phase = 'filed'", vec![]),
        ("phase NOT IN ('decided', 'closed') AND due_at >= ? AND due_at < ?", args![now, now.plus_secs(NEAR_SECS)]),
        ("phase NOT IN ('decided', 'closed') AND due_at < ?", args![now]),
    ];
    for (place, (condition, values)) in kinds.into_iter().enumerate() {
        let mut conditions = Where::tenant(tx);
        conditions.and(condition, values);
        for (unit, count) in cases::lists::counts_by(tx, conditions, "unit")? {
            let Some(unit) = unit else { continue };
            let waiting = units.entry(Id::new(unit)).or_default();
            match place {
                0 => waiting.new = count,
                1 => waiting.near = count,
                _ => waiting.late = count,
            }
        }
    }
    Ok(units)
}

fn tell(tx: &mut Tx, head: &Id, waiting: Waiting) -> Result<()> {
    let Some((to, lang)) = people::reach(tx, head)? else { return Ok(()) };
    let link = platform::web_link(tx, lang, "/desk?view=late")?;
    let (new, near, late) = (waiting.new.to_string(), waiting.near.to_string(), waiting.late.to_string());
    let args = [("new", new.as_str()), ("near", near.as_str()), ("late", late.as_str()), ("link", link.as_str())];
    let text = platform::text(tx, lang, "reports-digest", &args)?;
    let subject = platform::text(tx, lang, "reports-digest-subject", &args)?;
    sending::send(tx, Message { to, lang, subject, text, about: None })
}
