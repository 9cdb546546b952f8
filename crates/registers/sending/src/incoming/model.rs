//! Nouns: an SMS that arrived, and what became of it.

use kernel::Phone;

/// One SMS as the gateway handed it over.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrived {
    /// The gateway's own id of it: the same id is the same SMS.
    pub message: String,
    pub from: Phone,
    pub text: String,
}

kernel::words! {
    pub enum Outcome {
        /// A room understood it.
        Understood = "understood",
        /// A room understood it, and the secret in it was wrong.
        Wrong = "wrong",
        /// Nobody understood it: what may be written was answered.
        Helped = "helped",
        /// The same, not answered again within the hour.
        Silent = "silent",
        /// Nothing was told: this telephone, or the commune, has had its answers for now.
        Full = "full",
        /// Nothing was told: no mobile telephone of the country.
        Abroad = "abroad",
        /// One of too many from this telephone; its words were not kept.
        Flood = "flood",
        /// It had been handled before.
        Known = "known",
    }
}
