//! Looking at cases: who reaches which, one file with its look recorded, lists and counts.

use super::tasks;
use crate::model::{Audience, Case, CaseFile, ClockView, Contact, Doer, Entry, Filter, Row, Sealed, Task};
use crate::rules::{self, Reach};
use crate::store::lists::{self, Where, Window};
use crate::{RESTRICTED, SEE, store};
use kernel::{Id, Label, PublicCode};
use platform::store::search::{self, Visibility};
use platform::{Actor, Cursor, Grant, Permission, Problem, Result, Tx};
use procedures::{Answers, Procedure};
use sending::To;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// Cases that a search by words looks among.
const FOUND: i64 = 300;
const NEAR_SECS: i64 = 24 * 3_600;
const EXCERPT: usize = 90;

/// A case as its handlers see it.
#[derive(Debug, Clone, Serialize)]
pub struct Opened {
    pub case: Case,
    pub sealed: Sealed,
    pub procedure: Arc<Procedure>,
    pub timeline: Vec<Entry>,
    pub clocks: Vec<ClockView>,
    pub files: Vec<CaseFile>,
    pub tasks: Vec<Task>,
    /// False when the author's name and contact were left out.
    pub author_shown: bool,
}

/// Whether this actor holds the permission over this case: by a grant, because it came before him when its delay ran out, or to
/// see it by a task that is asked of him.
pub fn may(tx: &mut Tx, case: &Case, permission: Permission) -> Result<bool> {
    if reaches(tx, case, permission, None)? {
        return Ok(true);
    }
    if super::ladder::copied(tx, case, permission)? {
        return Ok(true);
    }
    if permission != SEE || case.restricted || !tx.actor().may(SEE) {
        return Ok(false);
    }
    let mut asked = store::tasks::asked(tx, &case.id)?;
    if case.is_open() {
        // Who gave an opinion may have to correct it.
        asked.extend(store::opinions::units(tx, &case.id)?.into_iter().map(|unit| (Some(unit), None)));
    }
    is_asked(tx, case, &asked)
}

/// Whether this actor may know whose case it is: by a grant that reaches it. Who only has a task, or an opinion to give, needs
/// the problem and the place, not the person.
pub fn author_shown(tx: &mut Tx, case: &Case) -> Result<bool> {
    Ok(rules::sees_author(tx.actor(), case, RESTRICTED) && reaches(tx, case, SEE, None)?)
}

/// The answers that this actor may read, for panels. The caller has recorded the look.
pub fn answers_shown(tx: &mut Tx, case: &Case) -> Result<Answers> {
    let answers = store::unseal(tx, case)?.answers;
    if author_shown(tx, case)? {
        return Ok(answers);
    }
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    Ok(rules::without_person(&procedure, answers))
}

/// The same by a grant of this very role: a head of service signs for the files of the own service only.
pub fn may_as(tx: &mut Tx, case: &Case, permission: Permission, role: &str) -> Result<bool> {
    reaches(tx, case, permission, Some(role))
}

/// Whether one of this actor's grants, of this role if one is named, reaches the case.
fn reaches(tx: &mut Tx, case: &Case, permission: Permission, role: Option<&str>) -> Result<bool> {
    let actor = tx.actor().clone();
    if matches!(actor, Actor::System { .. }) {
        return Ok(true);
    }
    for grant in actor.grants().iter().filter(|grant| role.is_none_or(|role| grant.role == role)) {
        let in_unit =
            grant.unit.is_none() && grant.allows(RESTRICTED) || units::reached(tx, grant.unit.as_ref())?.contains(&case.unit);
        let in_area = in_area(tx, grant, case)?;
        if rules::opens(grant, permission, RESTRICTED, Reach { in_unit, in_area, restricted: case.restricted }) {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(crate) fn in_area(tx: &mut Tx, grant: &Grant, case: &Case) -> Result<bool> {
    Ok(match (&grant.area, &case.area) {
        (Some(of_grant), Some(of_case)) => places::within(tx, of_case, of_grant)?,
        (Some(of_grant), None) => **of_grant == *tx.tenant(),
        (None, _) => true,
    })
}

/// Whether one of these units or persons, each asked for a task, is this actor's: a chief is told of what is asked below.
pub(crate) fn is_asked(tx: &mut Tx, case: &Case, asked: &[(Option<Id>, Option<Id>)]) -> Result<bool> {
    if case.restricted && !tx.actor().may(RESTRICTED) {
        return Ok(false);
    }
    let (units, person) = (tasks::covered_units(tx)?, tasks::own_person(tx));
    let mine = |(unit, to): &(Option<Id>, Option<Id>)| {
        unit.as_ref().is_some_and(|unit| units.contains(unit)) || (to.is_some() && *to == person)
    };
    Ok(asked.iter().any(mine))
}

/// A case out of reach does not exist for this person; one that is seen but not his is refused.
pub(crate) fn must(tx: &mut Tx, case: &Case, permission: Permission) -> Result<()> {
    if may(tx, case, permission)? {
        Ok(())
    } else if may(tx, case, SEE)? {
        Err(Problem::Forbidden)
    } else {
        Err(Problem::NotFound)
    }
}

/// Opens a file for staff. The caller shows it after the look is written.
pub fn file(tx: &mut Tx, id: &Id) -> Result<Opened> {
    let case = store::find(tx, id)?;
    must(tx, &case, SEE)?;
    tx.look(&case.id, "case")?;
    if let Some(person) = &case.person {
        people::looked(tx, person, people::What::Case, &case.code, people::Why::Handling)?;
    }
    let mut sealed = store::unseal(tx, &case)?;
    sealed.pin = String::new();
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let author_shown = author_shown(tx, &case)?;
    let mut timeline = store::timeline::of(tx, &case, &[Audience::Public, Audience::Applicant, Audience::Staff])?;
    let doers = doers(tx)?;
    for entry in &mut timeline {
        entry.by = doers.get(&entry.actor).cloned();
        entry.text = entry.text.take().filter(|_| author_shown || entry.data["was"] != "answers");
    }
    if !author_shown {
        sealed.contact = Default::default();
        sealed.answers = rules::without_person(&procedure, sealed.answers);
    }
    Ok(Opened {
        procedure,
        timeline,
        clocks: super::clocks::shown(tx, &case.id)?,
        files: store::files::of(tx, &case.id)?,
        tasks: store::tasks::of(tx, &case)?,
        sealed,
        case,
        author_shown,
    })
}

/// Members of staff by their name in the timeline, with the unit in which they work.
pub fn doers(tx: &mut Tx) -> Result<HashMap<String, Doer>> {
    let today = tx.today();
    let units = units::names(tx)?;
    let doer = |member: people::Member| {
        let held = member.grants.iter().filter(|grant| grant.holds_on(today));
        let unit = held.filter_map(|grant| grant.unit.as_ref()).find_map(|unit| units.get(unit).cloned());
        (format!("staff:{}", member.account), Doer { name: member.name, unit })
    };
    Ok(people::staff(tx)?.into_iter().map(doer).collect())
}

/// The case of a public code, whoever asks; only its clear part.
pub fn by_code(tx: &mut Tx, code: &str) -> Result<Case> {
    let code = PublicCode::parse(code).ok_or(Problem::NotFound)?;
    store::by_code(tx, code.as_str())?.ok_or(Problem::NotFound)
}

/// The cases filed under a person's account, newest first.
pub fn of_person(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Case>> {
    let mut conditions = Where::tenant(tx);
    conditions.and("person = ?", platform::args![person]);
    lists::newest(tx, conditions, None, limit)
}

/// The cases of one person, newest first: those filed under the account, and those that left its confirmed contact.
pub fn mine(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Case>> {
    mine_before(tx, person, None, limit)
}

/// The same, from a place in the list on.
pub fn mine_before(tx: &mut Tx, person: &Id, before: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    let conditions = of_contact_too(tx, person)?;
    lists::newest(tx, conditions, before, limit)
}

/// Those that are still open: what waits for the person first, then by the date of the answer.
pub fn mine_open(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Case>> {
    let mut conditions = of_contact_too(tx, person)?;
    conditions.and("phase NOT IN ('decided', 'closed')", vec![]);
    lists::urgent(tx, conditions, limit)
}

/// The ids of all of them: what other modules know things of.
pub fn mine_ids(tx: &mut Tx, person: &Id) -> Result<Vec<Id>> {
    let conditions = of_contact_too(tx, person)?;
    lists::ids(tx, conditions)
}

fn of_contact_too(tx: &mut Tx, person: &Id) -> Result<Where> {
    let mut conditions = Where::tenant(tx);
    let (mut text, mut values) = ("person = ?".to_owned(), platform::args![person]);
    let mut contact = Contact::default();
    for confirmed in people::confirmed(tx, person)? {
        match confirmed {
            To::Phone(phone) => contact.phone = Some(phone),
            To::Email(email) => contact.email = Some(email),
        }
    }
    let keys = super::open::contact_keys(tx, &contact)?;
    for (column, key) in [("phone_key", keys.phone), ("email_key", keys.email)] {
        if let Some(key) = key {
            text.push_str(&format!(" OR {column} = ?"));
            values.extend(platform::args![key]);
        }
    }
    conditions.and(&text, values);
    Ok(conditions)
}

/// What the grants of this actor open, for lists.
pub fn windows(tx: &mut Tx, permission: Permission) -> Result<Vec<Window>> {
    if matches!(tx.actor(), Actor::System { .. }) {
        return Ok(vec![Window { reached: None, areas: None, restricted: true }]);
    }
    let grants: Vec<_> = tx.actor().grants().iter().filter(|grant| grant.allows(permission)).cloned().collect();
    let areas = places::areas(tx)?;
    let below = |root: &str| {
        areas
            .iter()
            .filter(|area| area.code == root || area.parent.as_deref() == Some(root))
            .map(|area| area.code.clone())
            .collect()
    };
    let mut windows = Vec::with_capacity(grants.len());
    for grant in grants {
        let reached = match grant.unit.is_none() && grant.allows(RESTRICTED) {
            true => None,
            false => Some(units::reached(tx, grant.unit.as_ref())?),
        };
        windows.push(Window {
            reached,
            areas: grant.area.as_deref().filter(|area| **area != *tx.tenant()).map(below),
            restricted: grant.allows(RESTRICTED),
        });
    }
    Ok(windows)
}

pub(super) fn search_for(tx: &mut Tx, words: &str) -> Result<Vec<Id>> {
    search::find(tx, "cases", Visibility::Sealed, &kernel::fold::tokens(words), FOUND)
}

/// The same filter with what its words find, for whoever asks several times.
pub fn searched(tx: &mut Tx, filter: &Filter) -> Result<Filter> {
    let asked = !filter.words.trim().is_empty();
    let found = if asked { Some(search_for(tx, &filter.words)?) } else { None };
    Ok(Filter { found, ..filter.clone() })
}

/// Names and excerpts for the rows of a list. Writes one look for the query.
pub fn rows(tx: &mut Tx, cases: Vec<Case>) -> Result<Vec<Row>> {
    let catalog = procedures::catalog(tx)?;
    let units = units::names(tx)?;
    let areas: HashMap<String, Label> = places::areas(tx)?.into_iter().map(|area| (area.code, area.name)).collect();
    let quarters: HashMap<String, Label> = places::quarters(tx)?.into_iter().map(|quarter| (quarter.id, quarter.name)).collect();
    let now = tx.now();
    let mut rows = Vec::with_capacity(cases.len());
    store::unseal_all(tx, &cases)?;
    for case in cases {
        let erased = case.vault == platform::store::seal::ERASED;
        let excerpt: String =
            if erased { String::new() } else { store::unseal(tx, &case)?.words.chars().take(EXCERPT).collect() };
        let place =
            case.quarter.as_ref().and_then(|id| quarters.get(id)).or_else(|| case.area.as_ref().and_then(|code| areas.get(code)));
        let late = case.is_open() && case.due_at.is_some_and(|due| due < now);
        rows.push(Row {
            title: catalog.find(&case.procedure).map(|procedure| procedure.title.clone()).unwrap_or_default(),
            unit: units.get(&case.unit).cloned().unwrap_or_default(),
            place: place.cloned(),
            excerpt,
            late,
            near: !late && case.is_open() && case.due_at.is_some_and(|due| due < now.plus_secs(NEAR_SECS)),
            case,
        });
    }
    Ok(rows)
}
