//! Signing: PAdES signatures (ETSI EN 319 142-1, B-B and B-T) on a PDF that stays PDF/A, and their verification.
//!
//! A signature is an increment: the file as it was, byte for byte, then the filled field. The field was declared when the
//! paper was made, so no page, no metadata and no form has to change. The verification reads what increments did: a
//! document whose old bytes are intact but whose pages were exchanged is refused.
//!
//! Read are documents with plain tables of objects, as the crate `papers` makes them and PDF/A-1 asks; compressed tables,
//! encryption and fields inside other fields are not. Keys are P-256 or RSA from 2048 bits, digests SHA-256 and longer.
//! Whether a certificate was revoked is not asked.

mod augment;
mod card;
mod chain;
mod changes;
mod envelope;
mod fault;
mod form;
mod key;
mod maker;
mod oid;
mod opened;
mod pdf;
mod sign;
mod stamp;
mod time;
mod token;
mod verify;

pub use augment::augment;
pub use card::Card;
pub use chain::Trust;
pub use changes::Since;
pub use fault::Fault;
pub use key::{Algorithm, Key};
pub use maker::{Purpose, expires, make, signer_name};
pub use sign::{Intent, sign, sign_with_room};
pub use stamp::{Authority, Remote, TimeStamper, stamp_trust};
pub use token::{Token, certificates};
pub use verify::{Finding, Level, Report, verify};

/// The signature fields of a document with whether each is signed.
///
/// # Errors
/// [`Fault::Unreadable`] with the reason.
pub fn fields(document: &[u8]) -> Result<Vec<(String, bool)>, Fault> {
    let read = pdf::Pdf::read(document).map_err(Fault::Unreadable)?;
    let fields = form::fields(&read, read.last()).map_err(Fault::Unreadable)?;
    Ok(fields.into_iter().map(|field| (field.name.clone(), field.is_signed())).collect())
}
