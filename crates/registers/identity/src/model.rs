//! Nouns: providers of identity, a journey to one and back, what it says, and what is to be settled.

use kernel::{Cin, Email, Id, Label, Lang, Moment, Phone};
use people::Level;
use serde::{Deserialize, Serialize};

kernel::words! {
    /// Why an answer of a provider is not accepted.
    pub enum Reason {
        /// It does not answer, or too slowly.
        Down = "down",
        /// Its description is not one that we accept, or is another issuer's.
        Discovery = "discovery",
        /// Nobody left with this state.
        State = "state",
        /// Another browser left with it.
        Browser = "browser",
        /// It was used before.
        Replayed = "replayed",
        /// It came back too late.
        Late = "late",
        /// It was for another provider.
        MixedUp = "mixed_up",
        /// The answer names another issuer, or none where one is announced (RFC 9207).
        IssuerParameter = "issuer_parameter",
        /// The person did not agree.
        Declined = "declined",
        /// The provider reports an error of its own.
        Error = "error",
        /// The code was not exchanged.
        Code = "code",
        /// There is no token that can be read.
        Token = "token",
        Issuer = "issuer",
        Audience = "audience",
        /// Made for another client (`azp`).
        Party = "party",
        Nonce = "nonce",
        Expired = "expired",
        /// Issued in the future, or long ago.
        Issued = "issued",
        Algorithm = "algorithm",
        Signature = "signature",
        /// Signed by a key that the provider does not publish.
        Key = "key",
        /// The access token is not the one that the identity token speaks of.
        AccessHash = "access_hash",
        /// The claims are another person's, or cannot be read.
        Claims = "claims",
    }
}

kernel::words! {
    /// How a provider's statement contradicts the register.
    pub enum Kind {
        /// Another national number than the card's.
        Number = "number",
        /// The number of somebody else's record.
        Taken = "taken",
        /// Another name for the same number.
        Name = "name",
    }
}

kernel::words! {
    /// Who was right.
    pub enum Verdict { Register = "register", Claims = "claims" }
}

/// Where each statement stands in the claims, as a JSON pointer. Empty: it is not read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimPaths {
    pub subject: String,
    pub name: String,
    pub given: String,
    pub family: String,
    pub number: String,
    pub phone: String,
    pub phone_verified: String,
    pub email: String,
    pub email_verified: String,
}

/// Which words of `acr` count for which level.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcrLevels {
    pub national: Vec<String>,
    pub contact: Vec<String>,
}

/// What an administrator writes of a provider.
#[derive(Debug, Clone, PartialEq)]
pub struct NewProvider {
    pub label: Label,
    pub issuer: String,
    pub client_id: String,
    /// `None`: the one that is stored stays.
    pub secret: Option<String>,
    pub scopes: String,
    pub claims: ClaimPaths,
    pub levels: AcrLevels,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Provider {
    pub id: Id,
    pub label: Label,
    pub issuer: String,
    pub client_id: String,
    pub secret: String,
    pub scopes: String,
    pub claims: ClaimPaths,
    pub levels: AcrLevels,
    pub on_since: Option<Moment>,
}

/// What we remember of somebody who left for a provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub nonce: String,
    pub verifier: String,
    pub redirect_uri: String,
    pub next: String,
    /// The return address has no language: the journey remembers it.
    pub lang: Lang,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    pub id: String,
    pub provider: Id,
    /// The account to link, when its owner left from there.
    pub account: Option<Id>,
    pub told: Told,
    /// What the provider said, while a code of our own is waited for.
    pub arrived: Option<Claims>,
}

/// What a provider says of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claims {
    pub subject: String,
    pub name: Option<String>,
    pub cin: Option<Cin>,
    pub phone: Option<Phone>,
    pub phone_verified: bool,
    pub email: Option<Email>,
    pub email_verified: bool,
    pub acr: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    pub id: Id,
    pub provider: Id,
    pub account: Id,
    pub person: Id,
    pub claims: Claims,
    pub level_before: Level,
    pub linked_at: Moment,
    pub seen_at: Moment,
}

/// A statement that contradicts the register: nothing was changed, staff settle it.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    pub id: Id,
    pub link: Id,
    pub person: Id,
    pub kind: Kind,
    pub claims: Claims,
    pub noted_at: Moment,
    pub settled_at: Option<Moment>,
    pub verdict: Option<Verdict>,
}

impl Default for ClaimPaths {
    /// The names of OpenID Connect Core §5.1.
    fn default() -> Self {
        ClaimPaths {
            subject: "/sub".into(),
            name: "/name".into(),
            given: "/given_name".into(),
            family: "/family_name".into(),
            number: "/national_number".into(),
            phone: "/phone_number".into(),
            phone_verified: "/phone_number_verified".into(),
            email: "/email".into(),
            email_verified: "/email_verified".into(),
        }
    }
}
