//! Telling the administrators that the machine needs them.

use platform::{Result, Tx};

/// The nightly backup failed.
pub fn backup_failed(_tx: &mut Tx, _error: &str) -> Result<()> {
    Ok(())
}
