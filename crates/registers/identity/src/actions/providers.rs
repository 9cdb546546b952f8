//! Providers are data of the commune: written, turned on and off by its administrator.

use crate::model::{NewProvider, Provider};
use crate::rules;
use crate::store::providers as store;
use kernel::{Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

pub fn providers(tx: &mut Tx) -> Result<Vec<Provider>> {
    store::all(tx)
}

pub fn provider(tx: &mut Tx, id: &Id) -> Result<Provider> {
    store::find(tx, id)
}

/// Those at which people can sign in today.
pub fn offered(tx: &mut Tx) -> Result<Vec<Provider>> {
    Ok(store::all(tx)?.into_iter().filter(|provider| provider.on_since.is_some()).collect())
}

pub fn add(tx: &mut Tx, new: &NewProvider, demo: bool) -> Result<Id> {
    check(tx, None, new, demo)?;
    let id = tx.new_id();
    store::insert(tx, &id, new)?;
    tx.record("identity.provider_added", &id, &json!({ "issuer": new.issuer }))?;
    Ok(id)
}

/// Another issuer would give the links of this one to other people: it is another provider.
pub fn change(tx: &mut Tx, id: &Id, new: &NewProvider, demo: bool) -> Result<()> {
    let before = store::find(tx, id)?;
    check(tx, Some(id), new, demo)?;
    if before.issuer != new.issuer {
        return Err(Refusal::new("identity-issuer-fixed").at("issuer").into());
    }
    store::update(tx, id, new)?;
    tx.record(
        "identity.provider_changed",
        id,
        &json!({
            "issuer": new.issuer, "secret": new.secret.is_some(), "client": [before.client_id, new.client_id],
            "scopes": [before.scopes, new.scopes], "claims": [before.claims, new.claims], "levels": [before.levels, new.levels],
        }),
    )
}

pub fn turn(tx: &mut Tx, id: &Id, on: bool) -> Result<()> {
    store::find(tx, id)?;
    store::turn(tx, id, on)?;
    tx.record(if on { "identity.provider_on" } else { "identity.provider_off" }, id, &json!({}))
}

fn check(tx: &mut Tx, own: Option<&Id>, new: &NewProvider, demo: bool) -> Result<()> {
    let mut faults = rules::provider(new, demo);
    let same = |other: &Provider| other.issuer == new.issuer && other.client_id == new.client_id;
    if store::all(tx)?.iter().any(|other| same(other) && own != Some(&other.id)) {
        faults.push(Refusal::new("identity-issuer-taken").at("issuer"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
}
