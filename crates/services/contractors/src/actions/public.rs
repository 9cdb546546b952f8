//! What everybody may know of a contract: its terms, and month by month what was given, what was late and what that cost.

use crate::model::{Contract, PenaltyState, PublicMonth};
use crate::rules::{self, Kept};
use crate::store::{contracts, orders, penalties, statements};
use kernel::{Day, Label};
use platform::{Result, Tx};
use std::collections::BTreeMap;

/// This month and those before it.
const MONTHS: i64 = 4;

/// A contract in force, with the names of what its terms name.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub contract: Contract,
    pub contractor: Label,
    pub categories: Vec<Label>,
    pub areas: Vec<Label>,
    /// The newest first.
    pub months: Vec<PublicMonth>,
}

/// The contracts of today, by the name of the contractor.
pub fn in_force(tx: &mut Tx) -> Result<Vec<Account>> {
    let today = tx.today();
    let all = contracts::all(tx)?;
    let runs = |one: &&Contract| one.starts_on <= today && one.ends_on.is_none_or(|end| today <= end);
    let mut accounts = all.iter().filter(runs).map(|one| account(tx, one, today)).collect::<Result<Vec<_>>>()?;
    accounts.sort_by(|a, b| {
        let key = |one: &Account| (one.contractor.fr.clone(), one.contract.terms.reference.clone());
        key(a).cmp(&key(b))
    });
    Ok(accounts)
}

fn account(tx: &mut Tx, contract: &Contract, today: Day) -> Result<Account> {
    let catalog = procedures::catalog(tx)?;
    let title = |id: &String| catalog.find(id).map(|one| one.title.clone());
    let areas = contract.terms.areas.iter().map(|code| places::area_name(tx, code)).collect::<Result<Vec<_>>>()?;
    Ok(Account {
        contractor: units::find(tx, &contract.unit)?.name,
        categories: contract.terms.categories.iter().filter_map(title).collect(),
        areas,
        months: months(tx, contract, today)?,
        contract: contract.clone(),
    })
}

/// The months in which the contract ran, this one included.
fn months(tx: &mut Tx, contract: &Contract, today: Day) -> Result<Vec<PublicMonth>> {
    let name = |day: Day| day.to_string()[..7].to_owned();
    let first_of = |text: &str| rules::month(text, today).map_or(today, |(first, _)| first);
    let this = first_of(&name(today));
    let begun = name(contract.starts_on);
    let mut months: BTreeMap<String, PublicMonth> = (0..MONTHS)
        .map(|back| name(this.plus_months(-back)))
        .filter(|month| *month >= begun)
        .map(|month| (month.clone(), PublicMonth { name: month, ..PublicMonth::default() }))
        .collect();
    let since = this.plus_months(1 - MONTHS);
    let (now, hours) = (tx.now(), |rule: &Option<String>| {
        contract.terms.rules.iter().find(|known| Some(&known.id) == rule.as_ref()).map(|known| known.hours)
    });
    for course in orders::courses(tx, &contract.id, since.start())? {
        let Some(month) = months.get_mut(&name(course.given_at.day())) else { continue };
        let Some(kept) = rules::kept(&course, hours(&course.rule), now) else { continue };
        month.given += 1;
        match kept {
            Kept::InTime => month.in_time += 1,
            Kept::Late => month.late += 1,
            Kept::Running => month.running += 1,
        }
    }
    for (text, state, count, sum) in penalties::by_month(tx, &contract.id, since)? {
        let Some(month) = months.get_mut(&text) else { continue };
        match state {
            PenaltyState::Draft => continue, // nobody has signed it yet
            PenaltyState::Dropped => month.dropped += count,
            _ => {
                month.penalties += count;
                month.sum = kernel::Money(month.sum.0 + sum.0);
            }
        }
        if state == PenaltyState::Contested {
            month.contested += count;
        }
    }
    for statement in statements::of(tx, &contract.id)? {
        if let Some(month) = months.get_mut(&statement.month) {
            month.payable = Some(statement.sum.payable);
        }
    }
    Ok(months.into_values().rev().collect())
}
