//! The kinds of file that a person's grants reach, in the groups under which people know them.

use crate::{SEE, actions};
use kernel::{Id, Label};
use platform::{Result, Tx};
use procedures::Procedure;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The reports of a group, or the requests of a service.
pub struct Group {
    /// None for what belongs to no group.
    pub name: Option<Label>,
    pub procedures: Vec<(String, Label)>,
}

/// What goes to one of the units that this person covers, and what is shown besides, such as a file that was transferred.
pub fn reached(tx: &mut Tx, shown: &BTreeSet<String>) -> Result<Vec<Group>> {
    let units = codes(tx)?;
    let restricted = actions::windows(tx, SEE)?.iter().any(|window| window.restricted);
    let goes_there = |procedure: &Procedure| match &units {
        None => true,
        Some(codes) => procedure.route.is_empty() || procedure.route.iter().any(|route| codes.contains(&route.unit)),
    };
    let wanted = |procedure: &&Arc<Procedure>| {
        shown.contains(&procedure.id) || (procedure.offered && (restricted || !procedure.restricted) && goes_there(procedure))
    };
    let catalog = procedures::catalog(tx)?;
    let mut found: Vec<&Arc<Procedure>> = catalog.all().filter(wanted).collect();
    found.sort_by(|a, b| a.code.cmp(&b.code));
    let under = |procedure: &Procedure| {
        if procedure.is_request() { procedure.service.offered_to.service.clone() } else { procedure.group.clone() }
    };
    let groups =
        catalog.groups.iter().map(|group| (false, group)).chain(catalog.look_up.service.iter().map(|group| (true, group)));
    let mut filled = Vec::new();
    for (request, group) in groups {
        let (own, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|one| one.is_request() == request && under(one) == group.id);
        found = others;
        filled.push(named(Some(group.name.clone()), own));
    }
    filled.push(named(None, found));
    Ok(filled.into_iter().filter(|group| !group.procedures.is_empty()).collect())
}

fn named(name: Option<Label>, procedures: Vec<&Arc<Procedure>>) -> Group {
    Group { name, procedures: procedures.into_iter().map(|one| (one.id.clone(), one.title.clone())).collect() }
}

/// The codes of the units that the grants reach; none where a grant reaches all.
fn codes(tx: &mut Tx) -> Result<Option<BTreeSet<String>>> {
    let mut ids: BTreeSet<Id> = BTreeSet::new();
    for window in actions::windows(tx, SEE)? {
        match window.reached {
            Some(reached) => ids.extend(reached.units.iter().cloned()),
            None => return Ok(None),
        }
    }
    Ok(Some(units::all(tx)?.into_iter().filter(|unit| ids.contains(&unit.id)).map(|unit| unit.code).collect()))
}
