//! Verbs of bookings.

pub mod change;
pub mod confirm;
pub mod day;
pub mod free;
pub mod hold;
pub mod link;
pub mod reach;
pub mod shift;
pub mod tell;
pub mod wait;

use crate::rules::Policy;
use platform::json::json;
use platform::{Result, Tx};

/// Key of the commune's choices among its settings.
const POLICY: &str = "appointments.policy";

/// Writes the commune's choices, with those before.
pub fn set_policy(tx: &mut Tx, new: &Policy) -> Result<()> {
    tx.actor().must(sites::EDIT)?;
    let before = policy(tx)?;
    tx.set_setting(POLICY, new)?;
    tx.record("appointments.policy_set", "policy", &json!({ "before": before, "now": new }))
}

pub fn policy(tx: &mut Tx) -> Result<Policy> {
    Ok(tx.setting(POLICY)?.unwrap_or_default())
}
