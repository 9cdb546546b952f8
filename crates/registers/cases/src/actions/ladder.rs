//! Escalation: a file whose delay runs out comes before those above, who then answer for it too. Whoever handled it still does.

use super::talk;
use crate::model::{Audience, Case, Climber, EventKind, Ladder, Ladders, Lookout, Rung};
use crate::rules::ladder::{self as law, Standing};
use crate::{ASSIGN, HANDLE, RESTRICTED, SEE, TRANSFER, store};
use kernel::{Id, Moment};
use people::Member;
use platform::access::GrantRow;
use platform::{Permission, Result, Roles, Tx};
use std::collections::{BTreeMap, BTreeSet};
use units::{Duty, Unit};

/// Clocks looked at in one run; the next run takes the rest.
const AT_ONCE: i64 = 2_000;

/// What comes with a copied responsibility, as far as the person holds it anywhere.
const COPIED: [Permission; 4] = [SEE, HANDLE, ASSIGN, TRANSFER];

/// One sweep: the files that each person is told of in one message, and the staff, read once when it is needed.
#[derive(Default)]
struct Told {
    cases: BTreeMap<Id, Vec<Case>>,
    members: Option<Vec<Member>>,
}

/// Takes every step that is due, each once for its clock, and tells each person once, however many files came before him.
pub fn escalate(tx: &mut Tx) -> Result<()> {
    let ladders = tx.fact::<Ladders>()?;
    let now = tx.now();
    let mut told = Told::default();
    for climber in store::ladder::waiting(tx, now, AT_ONCE)? {
        climb(tx, &ladders.ladder, &climber, &mut told)?;
    }
    told.cases.iter().try_for_each(|(person, cases)| talk::notify_escalated(tx, person, cases))
}

fn climb(tx: &mut Tx, ladders: &[Ladder], climber: &Climber, told: &mut Told) -> Result<()> {
    let (case, clock) = (store::find(tx, &climber.case)?, &climber.clock);
    let path = units::path(tx, &case.unit)?;
    let unit = path.first().map_or("", |unit| unit.code.as_str());
    let Some(ladder) = law::ladder(ladders, &case.procedure, clock, unit) else { return Ok(()) };
    let (calendar, pauses) = (calendar::calendar(tx)?, store::clocks::pauses(tx, &clock.id)?);
    let standing = Standing { pauses: &pauses, calendar: &calendar, assigned: case.assignee.is_some(), now: tx.now() };
    let taken = store::ladder::taken(tx, &case.id, &clock.id)?;
    let mut next_at: Option<Moment> = None;
    for step in ladder.steps.iter().filter(|step| !taken.contains(&step.id)) {
        match law::due_at(ladder, step, clock, &standing) {
            Some(at) if at <= standing.now => take(tx, &case, climber, step, &path, told)?,
            Some(at) => next_at = Some(next_at.map_or(at, |known| known.min(at))),
            None => {}
        }
    }
    let Some(due_at) = clock.due_at else { return Ok(()) };
    store::ladder::look_again(tx, &case.id, &clock.id, &Lookout { due_at, assigned: standing.assigned, next_at })
}

fn take(tx: &mut Tx, case: &Case, climber: &Climber, step: &Rung, path: &[Unit], told: &mut Told) -> Result<()> {
    let clock = &climber.clock;
    let by_code = units::by_code(tx, &step.to, None)?;
    let unit = law::target(path, &step.to, by_code.as_ref(), case.restricted);
    let persons = receivers(tx, case, unit, told)?;
    let data = serde_json::json!({
        "clock": clock.clock, "step": step.id, "unit": unit.map(|unit| &unit.id), "name": unit.map(|unit| &unit.name),
        "persons": persons.len(), "unassigned": case.assignee.is_none(),
    });
    if !tx.record_once("cases.escalated", format!("{}/{}/{}", case.id, clock.id, step.id), &data)? {
        return Ok(());
    }
    store::ladder::insert(tx, &case.id, &clock.id, &step.id, unit.map(|unit| &unit.id), &persons)?;
    // Once the delay is over its author may know who sees to it now; a reminder before that is between colleagues.
    let late = clock.due_at.is_some_and(|due| due <= tx.now());
    let audience = if late && !case.restricted { Audience::Applicant } else { Audience::Staff };
    store::timeline::add(tx, case, EventKind::Escalated, audience, &data, None)?;
    for person in persons {
        let cases = told.cases.entry(person).or_default();
        if !cases.iter().any(|known| known.id == case.id) {
            cases.push(case.clone());
        }
    }
    Ok(())
}

/// Who answers at this level today; a level that nobody holds falls to the one above, and at last to those who sort what nobody
/// takes.
fn receivers(tx: &mut Tx, case: &Case, unit: Option<&Unit>, told: &mut Told) -> Result<Vec<Id>> {
    let today = tx.today();
    let mut found = match (unit, &case.assignee) {
        (None, Some(assignee)) => units::stand_in(tx, assignee, today)?.into_iter().collect(),
        _ => Vec::new(),
    };
    for level in units::path(tx, unit.map_or(&case.unit, |unit| &unit.id))? {
        if found.is_empty() {
            found = answering(tx, case, Some(&level.id), told)?;
        }
    }
    for sorting in units::with_duty(tx, Duty::Triage)? {
        if found.is_empty() {
            found = answering(tx, case, Some(&sorting.id), told)?;
        }
    }
    if found.is_empty() {
        found = answering(tx, case, None, told)?;
    }
    if case.restricted {
        let inspectors = holders(tx, told, RESTRICTED, |_| true)?;
        found.retain(|person| inspectors.contains(person));
    }
    Ok(found)
}

/// The heads of this very unit, or their delegates; where none is named, those whose role in it gives out its files. `None` asks
/// for those whose role does so in the whole commune.
fn answering(tx: &mut Tx, case: &Case, unit: Option<&Id>, told: &mut Told) -> Result<Vec<Id>> {
    let today = tx.today();
    let posts = unit.map(|unit| units::posts(tx, unit)).transpose()?.unwrap_or_default();
    let mut persons: Vec<Id> = posts.into_iter().filter(|post| post.holds_on(today)).map(|post| post.person).collect();
    if persons.is_empty() {
        let (tenant, area) = (tx.tenant(), case.area.clone());
        let covers = |of: Option<&str>| of.is_none_or(|of| *of == *tenant || area.as_deref() == Some(of));
        persons = holders(tx, told, ASSIGN, |grant| grant.unit.as_ref() == unit && covers(grant.area.as_deref()))?;
    }
    let mut present = BTreeSet::new();
    for person in persons {
        present.extend(units::stand_in(tx, &person, today)?);
    }
    Ok(present.into_iter().collect())
}

/// Those with a grant of today that fits and holds the permission.
fn holders(tx: &mut Tx, told: &mut Told, permission: Permission, fits: impl Fn(&GrantRow) -> bool) -> Result<Vec<Id>> {
    let (today, roles) = (tx.today(), tx.fact::<Roles>()?);
    let holds = |role: &str| roles.get(role).is_some_and(|role| role.permissions.iter().any(|name| name == permission.0));
    if told.members.is_none() {
        told.members = Some(people::staff(tx)?);
    }
    let members = told.members.iter().flatten().filter(|member| !member.closed);
    let granted = |member: &&Member| member.grants.iter().any(|grant| grant.holds_on(today) && holds(&grant.role) && fits(grant));
    Ok(members.filter(granted).map(|member| member.person.clone()).collect())
}

/// Whether a case came before this actor, who then has over it what he has over the files of his own unit. A confidential one
/// is open to nobody by this.
pub(crate) fn copied(tx: &mut Tx, case: &Case, permission: Permission) -> Result<bool> {
    if case.restricted || !COPIED.contains(&permission) || !tx.actor().may(permission) {
        return Ok(false);
    }
    match own(tx)? {
        (Some(person), units) => store::ladder::reached(tx, &case.id, &person, &units),
        (None, _) => Ok(false),
    }
}

/// This actor's person, and the units for which he answers today: files that came before them are his to see.
pub(crate) fn own(tx: &mut Tx) -> Result<(Option<Id>, Vec<Id>)> {
    let today = tx.today();
    match super::tasks::own_person(tx) {
        Some(person) => {
            let units = units::answered_by(tx, &person, today)?;
            Ok((Some(person), units.to_vec()))
        }
        None => Ok((None, Vec::new())),
    }
}
