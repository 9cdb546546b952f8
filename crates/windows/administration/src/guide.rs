//! The first-run guide: steps whose state is read from what the commune has really done.

use kernel::{Day, Id, Label, Moment};
use places::AreaKind;
use platform::access::{self, GrantRow};
use platform::{Commune, Config, Problem, Result, Roles, Tx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use units::Unit;

kernel::words! {
    pub enum Step {
        Profile = "profile",
        Emblem = "emblem",
        Cndp = "cndp",
        Hours = "hours",
        Holidays = "holidays",
        Units = "units",
        Agents = "agents",
        Categories = "categories",
        Mail = "mail",
        Sms = "sms",
        Key = "key",
        Backup = "backup",
    }
}

kernel::words! {
    /// How a step stands; `ready` waits for a person who says that it was looked at.
    pub enum Standing { Done = "done", Ready = "ready", Todo = "todo" }
}

/// One line of the guide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    pub step: Step,
    pub standing: Standing,
    /// Where it is done; absent when that is not a page.
    pub path: Option<&'static str>,
    /// The day on which a person settled it, or of the last backup.
    pub day: Option<Day>,
    /// Arrondissements where nobody handles cases.
    pub missing: Vec<Label>,
}

/// Setting: which steps a person settled, and when.
const SETTLED: &str = "administration.settled";
/// Setting of the program's own: how the last nightly backup ended.
const BACKUP: &str = "operations.backup";
const BACKUP_HOURS: i64 = 48;
/// A holiday of the moon is announced a few days ahead; before, there is nothing to confirm.
const MOON_DAYS: i64 = 10;
const HANDLE: &str = "cases.handle";

type Settled = BTreeMap<String, Day>;

#[derive(Deserialize)]
struct Backup {
    at: Moment,
    error: Option<String>,
}

impl Step {
    /// Where a step is done. The key and the backup are matters of the machine, not of a page.
    fn path(self) -> Option<&'static str> {
        match self {
            Step::Profile | Step::Emblem | Step::Cndp => Some("/admin/profile"),
            Step::Hours | Step::Holidays => Some("/admin/calendar"),
            Step::Units => Some("/admin/units"),
            Step::Agents => Some("/admin/staff"),
            Step::Categories => Some("/admin/categories"),
            Step::Mail | Step::Sms => Some("/admin/sending"),
            Step::Key | Step::Backup => None,
        }
    }

    /// Steps that no table can prove: somebody looked, received the test, or put a copy into the safe.
    pub fn is_settled_by_hand(self) -> bool {
        matches!(self, Step::Hours | Step::Units | Step::Categories | Step::Mail | Step::Sms | Step::Key)
    }
}

/// What the guide must know besides the database.
#[derive(Debug, Clone)]
pub struct House {
    pub mail: bool,
    pub sms: bool,
    /// The machine's own matters are told to the commune whose journal the house writes.
    pub home: bool,
}

impl House {
    pub fn of(config: &Config, commune: &Commune) -> House {
        let home = *commune.code == *config.commune;
        House { mail: !config.mail.smtp_url.is_empty(), sms: !config.sms.gateway_url.is_empty(), home }
    }
}

/// Every step that concerns this commune, in the order in which they are best done.
pub fn lines(tx: &mut Tx, commune: &Commune, house: &House) -> Result<Vec<Line>> {
    let settled: Settled = tx.setting(SETTLED)?.unwrap_or_default();
    let ours = |step: &&Step| house.home || !matches!(step, Step::Key | Step::Backup);
    Step::ALL.iter().filter(ours).map(|step| line(tx, *step, commune, house, &settled)).collect()
}

fn line(tx: &mut Tx, step: Step, commune: &Commune, house: &House, settled: &Settled) -> Result<Line> {
    let mut line =
        Line { step, standing: Standing::Todo, path: step.path(), day: settled.get(step.as_str()).copied(), missing: Vec::new() };
    if step == Step::Agents {
        line.missing = without_agents(tx)?;
    }
    let done = match step {
        Step::Backup => {
            line.day = last_backup(tx)?;
            line.day.is_some()
        }
        Step::Agents => line.missing.is_empty(),
        Step::Holidays => holidays_are_sure(tx)?,
        Step::Profile | Step::Emblem | Step::Cndp => shown(step, commune),
        by_hand => line.day.is_some() && is_ready(by_hand, house),
    };
    line.standing = match done {
        true => Standing::Done,
        false if step.is_settled_by_hand() && is_ready(step, house) => Standing::Ready,
        false => Standing::Todo,
    };
    Ok(line)
}

fn shown(step: Step, commune: &Commune) -> bool {
    let profile = &commune.profile;
    match step {
        Step::Emblem => profile.emblem.is_some(),
        Step::Cndp => !profile.cndp.is_empty(),
        _ => !profile.phone.is_empty() && !profile.email.is_empty() && profile.address.is_some() && profile.hours.is_some(),
    }
}

/// Whether a person can settle the step now: a test needs a server to test.
fn is_ready(step: Step, house: &House) -> bool {
    match step {
        Step::Mail => house.mail,
        Step::Sms => house.sms,
        _ => true,
    }
}

/// No holiday of this year that was or will soon be waits for the moon.
fn holidays_are_sure(tx: &mut Tx) -> Result<bool> {
    let soon = tx.today().plus_days(MOON_DAYS);
    Ok(calendar::estimates(tx, tx.today().year())?.iter().all(|day| *day > soon))
}

fn last_backup(tx: &mut Tx) -> Result<Option<Day>> {
    let last: Option<Backup> = tx.setting(BACKUP)?;
    let oldest = tx.now().plus_secs(-BACKUP_HOURS * 3_600);
    Ok(last.filter(|last| last.error.is_none() && last.at >= oldest).map(|last| last.at.day()))
}

/// The arrondissements, or the whole commune when it has none, where nobody is granted to handle cases today.
fn without_agents(tx: &mut Tx) -> Result<Vec<Label>> {
    let (today, roles) = (tx.today(), tx.fact::<Roles>()?);
    let handles = |grant: &GrantRow| {
        let role = roles.get(&grant.role).filter(|role| !role.external);
        grant.holds_on(today) && role.is_some_and(|role| role.permissions.iter().any(|name| name == HANDLE))
    };
    let grants: Vec<GrantRow> = access::grants(tx, None)?.into_iter().filter(handles).collect();
    let (areas, units) = (places::areas(tx)?, units::all(tx)?);
    let (parts, whole): (Vec<_>, Vec<_>) = areas.into_iter().partition(|area| area.kind == AreaKind::Arrondissement);
    if parts.is_empty() {
        return Ok(whole.into_iter().filter(|_| grants.is_empty()).map(|area| area.name).collect());
    }
    Ok(parts
        .into_iter()
        .filter(|area| !grants.iter().any(|grant| serves(grant, &area.code, &units)))
        .map(|area| area.name)
        .collect())
}

/// A grant over the area itself, or in a unit of it.
fn serves(grant: &GrantRow, area: &str, units: &[Unit]) -> bool {
    let unit_area = |id: &Id| units.iter().find(|unit| unit.id == *id).and_then(|unit| unit.area.as_deref());
    grant.area.as_deref() == Some(area) || grant.unit.as_ref().and_then(unit_area) == Some(area)
}

/// A person says that a step is done, or must be looked at again.
pub fn settle(tx: &mut Tx, step: Step, done: bool) -> Result<()> {
    if !step.is_settled_by_hand() {
        return Err(Problem::NotFound);
    }
    let mut settled: Settled = tx.setting(SETTLED)?.unwrap_or_default();
    let today = tx.today();
    match done {
        true => settled.insert(step.to_string(), today),
        false => settled.remove(step.as_str()),
    };
    tx.set_setting(SETTLED, &settled)?;
    tx.record(if done { "administration.step_settled" } else { "administration.step_reopened" }, step, &())
}
