//! Work nobody waits for. Every job is safe to run twice.

use platform::{Result, Tx};

/// Asks the authors of what was answered lately.
pub fn ask(tx: &mut Tx) -> Result<()> {
    crate::actions::ask(tx)
}
