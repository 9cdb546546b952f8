//! Which sites a member of staff sees: those of his unit, of his arrondissement, or all.

use crate::model::Booking;
use crate::store::bookings;
use kernel::{Id, PublicCode};
use platform::{Permission, Problem, Result, Tx};
use sites::Site;

/// Sites that a permission of this actor reaches.
pub fn sites_of(tx: &mut Tx, permission: Permission) -> Result<Vec<Site>> {
    let mut found = Vec::new();
    for site in sites::all(tx)? {
        if reaches(tx, permission, &site)? {
            found.push(site);
        }
    }
    Ok(found)
}

/// Fails as if there were no such site when the permission does not reach it.
pub fn must_reach(tx: &mut Tx, permission: Permission, site: &Id) -> Result<()> {
    let site = sites::site(tx, site)?;
    if reaches(tx, permission, &site)? { Ok(()) } else { Err(Problem::NotFound) }
}

/// A booking that the permission reaches; who waits for any site is everybody's.
pub fn booking(tx: &mut Tx, permission: Permission, id: &Id) -> Result<Booking> {
    let booking = bookings::find(tx, id)?;
    if let Some(site) = &booking.site {
        must_reach(tx, permission, site)?;
    }
    Ok(booking)
}

/// The same, by the code that a person says.
pub fn by_code(tx: &mut Tx, permission: Permission, code: &str) -> Result<Booking> {
    let found = bookings::by_code(tx, &PublicCode::parse(code).ok_or(Problem::NotFound)?)?;
    booking(tx, permission, &found.id)
}

fn reaches(tx: &mut Tx, permission: Permission, site: &Site) -> Result<bool> {
    if matches!(tx.actor(), platform::Actor::System { .. }) {
        return Ok(true);
    }
    let grants: Vec<_> = tx.actor().grants().iter().filter(|grant| grant.allows(permission)).cloned().collect();
    for grant in grants {
        let in_area = grant.area.is_none() || grant.area == site.area;
        let in_unit = match &grant.unit {
            // Whoever works in this arrondissement works in its hall, whatever his service.
            _ if grant.area.is_some() => true,
            None => true,
            Some(unit) => {
                let of = units::find(tx, unit)?.area;
                units::covers(tx, unit, &site.unit)? || (of.is_some() && of == site.area)
            }
        };
        if in_area && in_unit {
            return Ok(true);
        }
    }
    Ok(false)
}
