//! Telling the administrators that the machine needs them.

use kernel::Email;
use platform::{Result, Tx};
use sending::{Message, To};

const ADMINISTRATOR: &str = "administrator";

/// The nightly backup failed: an e-mail to each administrator of the home commune, in the same commit as the journal's entry.
pub fn backup_failed(tx: &mut Tx, error: &str) -> Result<()> {
    let today = tx.today();
    for member in people::staff(tx)? {
        let in_charge = member.grants.iter().any(|grant| grant.role == ADMINISTRATOR && grant.holds_on(today));
        let Some(email) = Email::parse(&member.email).filter(|_| in_charge && !member.closed) else { continue };
        let lang = people::card(tx, &member.person, "notice")?.lang;
        let text = platform::text(tx, lang, "operations-alarm-backup", &[("error", error)])?;
        let subject = platform::text(tx, lang, "operations-alarm-backup-subject", &[])?;
        sending::send(tx, Message { to: To::Email(email), lang, subject, text, about: None })?;
    }
    Ok(())
}
