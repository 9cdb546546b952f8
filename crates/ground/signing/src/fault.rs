//! Why there is no signature.

use std::fmt;

/// Every case is something else to do for the person who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The key needs its passphrase.
    Locked,
    /// The device refuses every PIN until somebody unlocks it: too many wrong ones, an expired PIN, or none set yet.
    Blocked,
    /// The device, its library, the key or its certificate is not there.
    Absent(String),
    /// The passphrase or PIN is wrong.
    WrongSecret,
    /// The certificate has expired.
    Expired,
    /// The certificate is not valid yet.
    NotYetValid,
    /// The key, the certificate or the card cannot be used.
    Key(String),
    /// The document has no signature field of this name.
    NoField(String),
    /// The field is signed already.
    Signed(String),
    /// The document cannot be read.
    Unreadable(String),
    /// The time stamp authority did not answer, or its answer is wrong.
    Stamp(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Locked => to.write_str("the key is locked"),
            Fault::Blocked => to.write_str("the device has locked itself"),
            Fault::Absent(why) => write!(to, "the key is not there: {why}"),
            Fault::WrongSecret => to.write_str("the passphrase or PIN is wrong"),
            Fault::Expired => to.write_str("the certificate has expired"),
            Fault::NotYetValid => to.write_str("the certificate is not valid yet"),
            Fault::Key(why) => write!(to, "the key cannot be used: {why}"),
            Fault::NoField(name) => write!(to, "there is no signature field “{name}”"),
            Fault::Signed(name) => write!(to, "the field “{name}” is signed already"),
            Fault::Unreadable(why) => write!(to, "the document cannot be read: {why}"),
            Fault::Stamp(why) => write!(to, "no time stamp: {why}"),
        }
    }
}

impl std::error::Error for Fault {}

/// Encoding of values we made ourselves fails only if a certificate is broken.
impl From<der::Error> for Fault {
    fn from(error: der::Error) -> Fault {
        Fault::Key(error.to_string())
    }
}
