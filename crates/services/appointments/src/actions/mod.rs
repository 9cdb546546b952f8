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
use platform::{Result, Tx};

/// Key of the commune's choices among its settings.
const POLICY: &str = "appointments.policy";

pub fn policy(tx: &mut Tx) -> Result<Policy> {
    Ok(tx.setting(POLICY)?.unwrap_or_default())
}
