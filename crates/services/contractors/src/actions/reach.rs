//! Who reaches which unit's orders: a grant in the contractor's unit, or in the service above it.

use kernel::Id;
use platform::{Actor, Permission, Problem, Result, Tx};

/// The units whose orders this actor's grants open for a permission.
pub fn units(tx: &mut Tx, permission: Permission) -> Result<Vec<Id>> {
    if matches!(tx.actor(), Actor::System { .. }) {
        return Ok(units::reached(tx, None)?.units.clone());
    }
    let grants: Vec<Option<Id>> =
        tx.actor().grants().iter().filter(|grant| grant.allows(permission)).map(|grant| grant.unit.clone()).collect();
    let mut all = Vec::new();
    for unit in grants {
        all.extend_from_slice(&units::reached(tx, unit.as_ref())?.units);
    }
    all.sort();
    all.dedup();
    Ok(all)
}

/// An order out of reach does not exist for this person.
pub fn must(tx: &mut Tx, permission: Permission, unit: &Id) -> Result<()> {
    if units(tx, permission)?.contains(unit) { Ok(()) } else { Err(Problem::NotFound) }
}
